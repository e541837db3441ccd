"""Web pages: the article of a government page without its navigation, tables with spans, line breaks kept.

What of an article is not read, and is told: words hidden or struck out, other files in frames, images.
"""

import re
from collections.abc import Iterator
from typing import Any

from linter import limits
from linter.sources import AS_USUAL, How, Reads, Source, SourceError, extra, make_source
from linter.sources.html_article import SILENT, find_article, is_silent, title_of, weight_of
from linter.sources.html_blocks import TITLE, write
from linter.sources.html_styles import STRUCK, Styles
from linter.sources.plain import decode

READS = Reads("html", (".html", ".htm"), "text/html")
_LONG_TAG = re.compile(r"<[^<>]{4000,}")
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset *= *[\"']?([\w-]{2,20})|<\?xml[^>]{0,80}encoding *= *[\"']([\w-]{2,20})", re.IGNORECASE
)
_XML = re.compile(r"\s*<\?xml[^>]*>")
# The bytes A3 A0 are the full-width space of old editors, which GB 18030 reads as a private character.
_SPACES = {0: " ", 0xE5E5: "\u3000"}
# Of a page whose sheets hide more than the rest, a script shows it.
_SHOWN = 0.2
# GB2312 and GBK are subsets of what such pages really hold.
_CODECS = {"gb2312": "gb18030", "gbk": "gb18030", "utf8": "utf-8", "unicode": "utf-8"}
# Names that only Python knows: they decode any bytes, but not to what a browser shows.
_NOT_OF_PAGES = frozenset(("unicode_escape", "raw_unicode_escape", "undefined", "idna", "punycode", "mbcs", "oem"))


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The article of a page. Raises SourceError with one line for pages too large, too deep, or without words."""
    if len(data) > limits.PAGE:
        most = limits.PAGE >> 20
        raise SourceError(f"网页超过 {most} MB，不予读取 (page larger than {most} MB)")
    body = _as_shown(_decoded(data))
    if how.changes == "rejected":
        for element in body.iter("ins", "del"):
            element.tag = "del" if element.tag == "ins" else "ins"
    article = find_article(body)
    raw, origins, comments = write(article, title_of(body, article))
    if all(origin.place == TITLE for origin in origins):
        raise SourceError("网页没有正文：正文是图像，或由脚本、另外的网页给出 (no words in the page itself)")
    return make_source(raw, data, "html", origins=origins)._replace(comments=comments, notes=notes(article))


def _as_shown(page: str) -> Any:
    """The body of a page as its style sheets show it; as it stands if a script must show the article first."""
    body = _parse(page)
    styles = Styles(body.getroottree().getroot(), page)
    if not styles.says:
        return body
    whole = weight_of(body)
    styles.apply()
    return body if weight_of(body) >= whole * _SHOWN else _parse(page)


def _decoded(data: bytes) -> str:
    """The page as text: byte order mark, else what it declares, else what it decodes as."""
    match = _DECLARED.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii").lower() if match else ""
    if (
        declared
        and declared.replace("-", "_") not in _NOT_OF_PAGES
        and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    ):
        try:
            return data.decode(_CODECS.get(declared, declared))
        except (LookupError, UnicodeError):
            pass
    try:
        return decode(data)[0]
    except SourceError:
        if b"\0" in data[:4096]:
            raise
        return data.decode("gb18030" if declared.startswith("gb") else "utf-8", "replace")


def _parse(page: str) -> Any:
    """The body of a page. Raises SourceError beyond the limits."""
    most = limits.tags(len(page))
    if page.count("<") > most or any(len(tag[0].split()) > limits.ATTRIBUTES for tag in _LONG_TAG.finditer(page)):
        raise SourceError("网页的标记过多，不予读取 (too much markup)")
    etree = extra("lxml.etree", "html")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    declared = _XML.match(page)
    words = page[declared.end() if declared else 0 :].translate(_SPACES).encode("utf-8", "replace")
    try:
        root = etree.fromstring(words, parser) if words.strip() else None
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SourceError("网页嵌套过深，不予读取 (page nested too deeply)")
    body = root.find("body") if root is not None else None
    if body is None:
        raise SourceError("网页没有正文 (page without a body)")
    return body


_HIDDEN = "网页里有隐藏的文字，未检查 (hidden words are not read)"
_STRUCK = "网页里有划去的文字，未检查 (words struck out are not read)"
_FRAMES = "网页里嵌有其他文件，未检查 (embedded files are not read)"
_PICTURES = "网页里有图像，其中的文字未检查 (words in images are not read)"
_STRUCK_TAGS = frozenset(("del", "s", "strike"))
_FRAME_TAGS = frozenset(("iframe", "embed", "object"))
# An article with fewer characters is one of images, if it has any that may be pages (pixels).
_SHORT = 200
_LARGE = 300


def notes(article: Any) -> tuple[str, ...]:
    """A line for each kind."""
    found = set()
    words = 0
    for element, shown in _walk(article):
        if element.get(STRUCK) is not None or (element.tag in _STRUCK_TAGS and "".join(element.itertext()).strip()):
            found.add(_STRUCK)
        if not shown:
            if element.tag not in SILENT and "。" in "".join(element.itertext()):
                found.add(_HIDDEN)
            elif element.tag in _FRAME_TAGS and _is_large(element):
                found.add(_FRAMES)
            continue
        words += len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if element.tag == "embed":
            found.add(_FRAMES)
        elif element.tag == "img" and _is_large(element):
            found.add(_PICTURES)
    if words >= _SHORT:
        found.discard(_PICTURES)
    return tuple(what for what in (_HIDDEN, _STRUCK, _FRAMES, _PICTURES) if what in found)


def _walk(article: Any) -> Iterator[tuple[Any, bool]]:
    """Elements and whether they are shown; what stands in one that is not is left out."""
    stack = [article]
    while stack:
        element = stack.pop()
        if isinstance(element.tag, str):
            shown = not is_silent(element)
            yield element, shown
            stack.extend(element if shown else ())


def _is_large(element: Any) -> bool:
    """Whether an image or a frame may hold a page: no side is said to be small."""
    sides = (element.get(name) or "" for name in ("width", "height"))
    return all(int(side) >= _LARGE for side in sides if side.isdecimal() and len(side) < 6)
