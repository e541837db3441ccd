"""What of an article is not read, and is told: words hidden or struck out, other files in frames, images."""

from collections.abc import Iterator
from typing import Any

from linter.sources.html_article import SILENT, is_silent
from linter.sources.html_styles import STRUCK

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
