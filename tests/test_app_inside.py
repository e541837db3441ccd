"""The stand-ins of the page without installation do as lxml and regex do, on the Word files of the tests."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from types import ModuleType

import pytest
from conftest import GAZETTE

from linter.app.accepting import where
from linter.app.desk import Desk
from linter.app.inside import etree as ours
from linter.app.inside import patterns, start
from linter.app.verbs import call
from linter.runs.writing import Failure
from linter.sources import SourceError, html

FORMATS = Path(__file__).parent / "data" / "formats"
lxml = pytest.importorskip("lxml.etree", reason="the extra [docx] is not installed")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts() -> Iterator[bytes]:
    for path in sorted(FORMATS.glob("*.docx")):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels")))


def flat(data: bytes) -> list[tuple[object, ...]]:
    """All that a document holds, whatever prefixes it is written with."""
    return [
        (one.tag if isinstance(one.tag, str) else "", sorted(one.attrib.items()), one.text or "", one.tail or "")
        for one in lxml.fromstring(data).iter()
    ]


def test_what_is_read_is_written_again() -> None:
    assert len(list(parts())) > 3
    for data in parts():
        root = ours.fromstring(data)
        assert flat(ours.tostring(root, xml_declaration=True, standalone=True)) == flat(data)
        assert root.nsmap == lxml.fromstring(data).nsmap


TREE = f"""<w:a xmlns:w="{W[1:-1]}" xmlns:m="urn:m" m:x="1">t<w:p w:v="&#10;&quot;&lt;">one<w:b/>two</w:p><!-- c -->\
<?go on?><m:q xmlns:w="urn:other"><w:b/></m:q>&amp;<w:p><w:r><w:t>x</w:t></w:r></w:p></w:a>"""


def changed(etree: ModuleType) -> bytes:
    root = etree.fromstring(TREE)
    first, last = root.findall(f"{W}p")
    twin = deepcopy(last.find(f"{W}r/{W}t"))
    twin.set("{urn:new}k", "v")
    first.insert(0, twin)
    first[1].addnext(etree.Element(f"{W}c", {f"{W}id": "1"}))
    last.addnext(last.makeelement(f"{W}d", nsmap={"n": "urn:n"}))
    last.append(first[2])
    etree.SubElement(root, "{urn:m}end").text = "<&>\r"
    assert [one.tag for one in last[0][0].iterancestors()] == [f"{W}r", f"{W}p", f"{W}a"]
    assert last.getnext().tag == f"{W}d"
    assert [one.tag for one in last[1].itersiblings(preceding=True)] == [f"{W}r"]
    assert first.getparent().index(first) == 0
    assert not root.getroottree().docinfo.doctype
    return bytes(etree.tostring(root))


def test_trees_are_changed_alike() -> None:
    assert flat(changed(ours)) == flat(changed(lxml))


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a><b></a>", b"<x:a/>", b"<a>&none;</a>", b"<a/><b/>", b"<a>" * 300])
def test_what_is_malformed_is_refused(data: bytes) -> None:
    with pytest.raises(ours.XMLSyntaxError):
        ours.fromstring(data)


def test_a_document_type_is_told_and_not_read() -> None:
    root = ours.fromstring(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert root.getroottree().docinfo.doctype
    assert root.text is None


@pytest.mark.parametrize("name", ["notice.docx", "jincheng"])
@pytest.mark.parametrize("form", ["docx", "fixed"])
def test_word_files_are_read_and_written_alike(name: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = GAZETTE.read_bytes() if name == "jincheng" else (FORMATS / name).read_bytes()
    if form == "fixed" and name == "jincheng":
        pytest.skip("a text has no tracked changes")

    def made() -> tuple[list[str], dict[str, bytes]]:
        desk = Desk(Path("nowhere"))
        row = call(desk, "add", {"name": name}, data)
        assert isinstance(row, dict)
        key = row["key"]
        file = desk.draft(key).file
        assert file is not None
        # Of each check one, each fix is a lint anew.
        mended = {item.code: item for item in file.diagnostics if item.fix and item.fix.kind != "shown"}
        for item in mended.values() if form == "fixed" else ():
            with suppress(Failure):
                call(desk, "fix", {"key": key, "place": where(item)._asdict()})
        saved = call(desk, "download", {"form": form})
        assert not isinstance(saved, dict)
        with zipfile.ZipFile(io.BytesIO(saved.data)) as archive:
            return [item.message.zh for item in file.diagnostics], {
                one: archive.read(one) for one in archive.namelist()
            }

    found, written = made()
    package = ModuleType("lxml")
    package.etree = ours  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "lxml", package)
    monkeypatch.setitem(sys.modules, "lxml.etree", ours)
    again, rewritten = made()
    assert again == found
    assert rewritten.keys() == written.keys()
    for part, words in written.items():
        if part.endswith((".xml", ".rels")):
            assert flat(rewritten[part]) == flat(words), part


PAGES = {
    "unclosed": "<p>一、目标<p>二、任务<br>（一）检查<ul><li>甲<li>乙</ul><div>三、要求",
    "table": "<table><tr><td rowspan=2>合计<td>3人</tr><tr><td>5人</table><p>附件</p>",
    "misnested": "<p><b>第一条<i>本办法</b>自印发</i>之日起施行。</p><table><p>落在表外</p><tr><td>甲</table>",
    "signs": "<!-- 注 --><p>&nbsp;A&amp;B&#12289;10&sup3;</p><ol start=3><li>甲</li><li value=7>乙</li></ol>",
    "frame": "<?xml version='1.0'?><!DOCTYPE html><html><head><title>通知</title></head>\n<body>\n\n<p>各单位：</p>",
}


@pytest.mark.parametrize("name", [*PAGES, "notice.html"])
def test_web_pages_are_read_alike(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = PAGES[name].encode() if name in PAGES else (FORMATS / name).read_bytes()
    theirs = html.read(data, "a.html")
    monkeypatch.setattr(html, "extra", lambda *_: ours)
    mine = html.read(data, "a.html")
    assert mine.raw == theirs.raw
    assert mine.origins == theirs.origins


def test_a_page_too_deep_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "extra", lambda *_: ours)
    with pytest.raises(SourceError, match="过深"):
        html.read(b"<div>" * 300 + "工作".encode(), "a.html")


@pytest.mark.parametrize("pattern", [r"\p{Han}", r"(?:市局){e<=1}", r"[[a-z]--[b]]", r"(?R)", r"\L<words>"])
def test_patterns_beyond_re_are_refused(pattern: str) -> None:
    with pytest.raises(patterns.error):
        patterns.compile(pattern)


def test_patterns() -> None:
    found = patterns.compile(r"(?P<n>\d+)人(?=以上)")
    assert found.groupindex == {"n": 1}
    assert [one["n"] for one in found.finditer("3人以上10人以下", timeout=1)] == ["3"]
    assert patterns.search("b+", "abb", timeout=1)


@pytest.mark.parametrize("reader", start.READERS)
def test_what_is_loaded_while_nobody_waits_is_what_a_reader_needs(reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    monkeypatch.delitem(sys.modules, reader, raising=False)
    start.warm(reader)
    assert reader in sys.modules
