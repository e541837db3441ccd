"""Web pages as trees like those of ``lxml``, on a parser of HTML in pure Python; inside the browser only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from linter.app.inside.element import Comment, XmlElement

__all__ = ["HTMLParser"]

# As deep as XML goes here; what recurses deeper would end the interpreter for good.
_DEEPEST = 256
_HTML = "{http://www.w3.org/1999/xhtml}"


class LogEntry(NamedTuple):
    """What went wrong, by the name that libxml2 gives it."""

    type_name: str


class HTMLParser:
    """Reads pages as browsers mend them; ``error_log`` tells what was too much."""

    def __init__(self, **_settings: object) -> None:
        self.error_log: list[LogEntry] = []

    def tree(self, data: bytes) -> XmlElement:
        """The root of a page in UTF-8, elements with the line in which their tags end."""
        from tinyhtml5.parser import HTMLParser as Reader

        reader: Any = Reader(namespace_html_elements=True)
        lines: dict[Element, int] = {}

        def noting(insert: Callable[[Any], Any]) -> Callable[[Any], Any]:
            def noted(token: Any) -> Any:
                made = insert(token)
                lines[made._element] = reader.tokenizer.stream.position()[0]  # noqa: SLF001 - its node of the tree
                return made

            return noted

        for name in ("insert_element_normal", "insert_element_table"):
            setattr(reader.tree, name, noting(getattr(reader.tree, name)))
        return self._own(reader.parse(data, override_encoding="utf-8"), lines)

    def _own(self, root: Element, lines: dict[Element, int]) -> XmlElement:
        """The tree in elements that know their parents; one too deep is cut and told."""
        top = _element(root, lines)
        waiting = [(root, top, 1)]
        while waiting:
            theirs, ours, depth = waiting.pop()
            if depth > _DEEPEST:
                self.error_log.append(LogEntry("ERR_RESOURCE_LIMIT"))
                break
            for child in theirs:
                made = _element(child, lines)
                ours.append(made)
                waiting.append((child, made, depth + 1))
        return top


def _element(theirs: Element, lines: dict[Element, int]) -> XmlElement:
    if callable(theirs.tag):
        made = Comment(theirs.text or "")
    else:
        made = XmlElement(theirs.tag.removeprefix(_HTML), {str(name): value for name, value in theirs.attrib.items()})
        made.text = theirs.text
    made.tail = theirs.tail
    made.sourceline = lines.get(theirs)
    return made
