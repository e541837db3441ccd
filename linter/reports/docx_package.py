"""Write a Word package: what is not named stays as it was, byte for byte once unpacked."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from linter.sources import SourceError
from linter.sources.ooxml import OFFICE, RELS, Element, Package

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPE_LIST = "[Content_Types].xml"
# The date that the format gives to what has none, so that the same input makes the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
# What a package may unpack to while it is copied; pictures of a thick gazette take a tenth of it.
_MOST = 1 << 30


def rewrite(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with some members replaced or added. Raises SourceError if it unpacks beyond all measure."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        if sum(item.file_size for item in old.infolist()) > _MOST:
            raise SourceError(f".docx 解压后超过 {_MOST >> 20} MB，不予改写 (package too large when unpacked)")
        for item in old.infolist():
            if item.filename in changed:
                new.writestr(item, changed[item.filename], zipfile.ZIP_DEFLATED)
                continue
            with old.open(item) as source, new.open(item, "w") as target:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
        for name in sorted(changed.keys() - set(old.namelist())):
            new.writestr(zipfile.ZipInfo(name, _DATE), changed[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def serialise(package: Package, root: Element) -> bytes:
    """An XML part as Word writes it."""
    words: bytes = package.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return words


def declare(package: Package, part: str, name: str, kind: str, content_type: str) -> dict[str, bytes]:
    """The members that make a new part known: the list of content types, and the relationships of ``part``."""
    types = package.tree(_TYPE_LIST)
    if not any(one.get("PartName") == f"/{name}" for one in types.iter(f"{_TYPES}Override")):
        types.append(types.makeelement(f"{_TYPES}Override", {"PartName": f"/{name}", "ContentType": content_type}))
    folder, _, file = part.rpartition("/")
    relations_name = f"{folder}/_rels/{file}.rels".lstrip("/")
    etree = package.etree
    if relations_name in package.names:
        relations = package.tree(relations_name)
    else:
        relations = etree.Element(f"{RELS}Relationships", nsmap={None: RELS[1:-1]})
    taken = {one.get("Id") for one in relations}
    identity = next(f"rIdGazetteLint{at}" for at in range(len(taken) + 1) if f"rIdGazetteLint{at}" not in taken)
    target = {"Id": identity, "Type": f"{OFFICE}/{kind}", "Target": f"/{name}"}
    relations.append(relations.makeelement(f"{RELS}Relationship", target))
    return {_TYPE_LIST: serialise(package, types), relations_name: serialise(package, relations)}
