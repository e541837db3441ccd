"""The part of ``lxml.etree`` that documents are read and written with, on the parser of the standard library.

Stands in for lxml inside the browser only.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from linter.app.inside.element import Comment, ProcessingInstruction, Scope, SubElement, XmlElement
from linter.app.inside.pages import HTMLParser

__all__ = [
    "Comment",
    "Element",
    "HTMLParser",
    "ProcessingInstruction",
    "SubElement",
    "XMLParser",
    "XMLSyntaxError",
    "fromstring",
    "tostring",
]

XML = "http://www.w3.org/XML/1998/namespace"
# As deep as libxml2 goes; what recurses deeper would end the interpreter for good.
_DEEPEST = 256
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_VALUE = _TEXT | {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}

Element = XmlElement


class XMLSyntaxError(SyntaxError):
    """The words are no well-formed XML."""


class XMLParser:
    """Settings of the parser: as they are wanted for documents of strangers, whatever is asked for."""

    def __init__(self, **_settings: bool) -> None:
        pass


class _DoctypeError(Exception):
    """A document type declaration, beyond which nothing is read."""


def fromstring(data: bytes | str, parser: XMLParser | HTMLParser | None = None) -> XmlElement:
    """The root of a document. Raises XMLSyntaxError."""
    if isinstance(parser, HTMLParser):
        return parser.tree(data if isinstance(data, bytes) else data.encode())
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise XMLSyntaxError(str(error)) from None
    except _DoctypeError as declared:
        root = XmlElement("doctype")
        root.doctype = f"<!DOCTYPE {declared}>"
        return root
    if builder.root is None:
        raise XMLSyntaxError("no element")
    return builder.root


class _Builder:
    """Makes elements of what the parser meets."""

    def __init__(self) -> None:
        self.root: XmlElement | None = None
        self._open: list[XmlElement] = []
        self._declared: Scope = {}
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.CommentHandler = lambda text: self._aside(Comment(text))
        parser.ProcessingInstructionHandler = lambda target, text: self._aside(ProcessingInstruction(target, text))
        parser.StartDoctypeDeclHandler = self._doctype
        self.parser = parser

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise XMLSyntaxError("nested too deeply")
        made = XmlElement(_tag(name), {_tag(key): value for key, value in attributes.items()}, self._declared)
        self._declared = {}
        if self._open:
            self._open[-1].append(made)
        else:
            self.root = made
        self._open.append(made)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _words(self, words: str) -> None:
        holder = self._open[-1]
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + words
        else:
            holder.text = (holder.text or "") + words

    def _aside(self, made: XmlElement) -> None:
        if self._open:
            self._open[-1].append(made)

    def _doctype(self, name: str, *_others: object) -> None:
        raise _DoctypeError(name)


def _tag(name: str) -> str:
    uri, space, local = name.rpartition(" ")
    return f"{{{uri}}}{local}" if space else local


def tostring(
    root: XmlElement, *, xml_declaration: bool = False, encoding: str = "UTF-8", standalone: bool | None = None
) -> bytes:
    """The document as bytes."""
    alone = {True: " standalone='yes'", False: " standalone='no'", None: ""}[standalone]
    head = f"<?xml version='1.0' encoding='{encoding}'{alone}?>\n" if xml_declaration else ""
    out = [head]
    _write(root, {"xml": XML}, out)
    return "".join(out).encode(encoding, "xmlcharrefreplace")


def _write(element: XmlElement, scope: Scope, out: list[str]) -> None:
    if not isinstance(element.tag, str):
        out.append(f"<!--{element.text}-->" if element.tag is Comment else f"<?{element.text}?>")
        return
    new = {prefix: uri for prefix, uri in element.declared.items() if scope.get(prefix, "") != uri}
    scope = {**scope, **new}
    tag = _qualified(element.tag, scope, new, attribute=False)
    attributes = [
        f' {_qualified(name, scope, new, attribute=True)}="{_escaped(value, _VALUE)}"'
        for name, value in element.attrib.items()
    ]
    spaces = [f' xmlns{":" + prefix if prefix else ""}="{_escaped(uri, _VALUE)}"' for prefix, uri in new.items()]
    out.append(f"<{tag}{''.join(spaces)}{''.join(attributes)}")
    if not element.text and not len(element):
        out.append("/>")
        return
    out.append(f">{_escaped(element.text or '', _TEXT)}")
    for child in element:
        _write(child, scope, out)
        out.append(_escaped(child.tail or "", _TEXT))
    out.append(f"</{tag}>")


def _qualified(name: str, scope: Scope, new: Scope, *, attribute: bool) -> str:
    """A name with the prefix in force, one made up and declared in ``new`` if there is none."""
    if not name.startswith("{"):
        return name
    uri, _, local = name[1:].partition("}")
    prefixes = [prefix for prefix, known in scope.items() if known == uri and (prefix or not attribute)]
    if not prefixes:
        prefix = next(f"ns{at}" for at in range(len(scope) + 1) if f"ns{at}" not in scope)
        scope[prefix] = new[prefix] = uri
        prefixes = [prefix]
    return f"{prefixes[0]}:{local}" if prefixes[0] else local


def _escaped(words: str, signs: Mapping[str, str]) -> str:
    for sign, written in signs.items():
        if sign in words:
            words = words.replace(sign, written)
    return words
