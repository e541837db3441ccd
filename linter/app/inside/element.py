"""Elements of XML as ``lxml`` has them: they know their parents and the prefixes they were written with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

_STEP = re.compile(r"(?:\{[^}]*\})?[^/{}]+")

Scope = dict[str | None, str]


class DocInfo(NamedTuple):
    """What stands before the root."""

    doctype: str


class XmlTree(NamedTuple):
    """The tree an element is in."""

    root: XmlElement
    docinfo: DocInfo

    def getroot(self) -> XmlElement:
        """The element around all others."""
        return self.root


class XmlElement:
    """An element; ``tag`` is ``{namespace}name``, or a function for a comment or an instruction, as in lxml."""

    def __init__(self, tag: Any, attrib: Mapping[str, str] | None = None, nsmap: Scope | None = None) -> None:
        self.tag = tag
        self.attrib: dict[str, str] = dict(attrib or {})
        self.text: str | None = None
        self.tail: str | None = None
        self.declared: Scope = dict(nsmap or {})
        self.doctype = ""
        self.sourceline: int | None = None
        self._parent: XmlElement | None = None
        self._children: list[XmlElement] = []

    def __len__(self) -> int:
        return len(self._children)

    def __iter__(self) -> Iterator[XmlElement]:
        return iter(self._children)

    def __getitem__(self, at: int) -> XmlElement:
        return self._children[at]

    def __setitem__(self, where: slice, children: Iterable[XmlElement]) -> None:
        start, stop, _ = where.indices(len(self))
        for child in self._children[start:stop]:
            self.remove(child)
        for at, child in enumerate(list(children)):
            self.insert(start + at, child)

    def __bool__(self) -> bool:
        return bool(self._children)

    def __deepcopy__(self, _memo: object) -> XmlElement:
        twin = self._copy()
        twin.declared = self.nsmap
        return twin

    def _copy(self) -> XmlElement:
        twin = XmlElement(self.tag, self.attrib, self.declared)
        twin.text, twin.tail = self.text, self.tail
        for child in self._children:
            twin.append(child._copy())
        return twin

    @property
    def nsmap(self) -> Scope:
        """The namespaces in force here, by prefix."""
        above = self._parent.nsmap if self._parent is not None else {}
        return {**above, **self.declared}

    def get(self, name: str, default: Any = None) -> Any:
        """An attribute."""
        return self.attrib.get(name, default)

    def set(self, name: str, value: str) -> None:
        """Give an attribute a value."""
        self.attrib[name] = value

    def makeelement(self, tag: str, attrib: Mapping[str, str] | None = None, nsmap: Scope | None = None) -> XmlElement:
        """A new element that is in no tree yet."""
        return XmlElement(tag, attrib, nsmap)

    def append(self, child: XmlElement) -> None:
        """Put an element last, out of where it was."""
        self.insert(len(self._children), child)

    def extend(self, children: Iterable[XmlElement]) -> None:
        """Put elements last."""
        for child in list(children):
            self.append(child)

    def insert(self, at: int, child: XmlElement) -> None:
        """Put an element before the one of that number, out of where it was."""
        if child._parent is not None:
            child._parent.remove(child)
        child._parent = self
        self._children.insert(at, child)

    def remove(self, child: XmlElement) -> None:
        """Take an element out, with what stands behind it."""
        del self._children[self.index(child)]
        child._parent = None

    def index(self, child: XmlElement) -> int:
        """The number of an element. Raises ValueError if it is not here."""
        for at, one in enumerate(self._children):
            if one is child:
                return at
        raise ValueError("Element is not a child of this node.")

    def addnext(self, other: XmlElement) -> None:
        """Put an element behind this one and the words that follow it."""
        if self._parent is None:
            raise TypeError("only an element in a tree has a neighbour")
        self._parent.insert(self._parent.index(self) + 1, other)

    def getparent(self) -> XmlElement | None:
        """The element around this one."""
        return self._parent

    def getnext(self) -> XmlElement | None:
        """The element behind this one."""
        return next(self.itersiblings(), None)

    def getroottree(self) -> XmlTree:
        """The tree this is in."""
        root = self
        while root._parent is not None:
            root = root._parent
        return XmlTree(root, DocInfo(root.doctype))

    def iter(self, *tags: str) -> Iterator[XmlElement]:
        """The element and all below, in order, of these tags if any are given."""
        if not tags or self.tag in tags:
            yield self
        for child in self._children:
            yield from child.iter(*tags)

    def iterdescendants(self, *tags: str) -> Iterator[XmlElement]:
        """All elements below, in order."""
        for child in self._children:
            yield from child.iter(*tags)

    def itertext(self) -> Iterator[str]:
        """The words of the element and of all below, in order, without comments."""
        if not isinstance(self.tag, str):
            return
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail

    def iterchildren(self, *tags: str) -> Iterator[XmlElement]:
        """The elements directly below."""
        return (child for child in list(self._children) if not tags or child.tag in tags)

    def iterancestors(self, *tags: str) -> Iterator[XmlElement]:
        """The elements around this one, from within."""
        above = self._parent
        while above is not None:
            if not tags or above.tag in tags:
                yield above
            above = above._parent

    def itersiblings(self, *, preceding: bool = False) -> Iterator[XmlElement]:
        """The elements behind this one, or those before it, from near to far."""
        if self._parent is None:
            return iter(())
        at = self._parent.index(self)
        others = self._parent._children
        return iter(others[:at][::-1] if preceding else others[at + 1 :])

    def findall(self, path: str) -> list[XmlElement]:
        """The elements at the end of a path of tags."""
        found = [self]
        for step in _STEP.findall(path):
            found = [child for one in found for child in one._children if child.tag == step]
        return found

    def find(self, path: str) -> XmlElement | None:
        """The first of them."""
        return next(iter(self.findall(path)), None)


def SubElement(parent: XmlElement, tag: str, attrib: Mapping[str, str] | None = None) -> XmlElement:  # noqa: N802
    """A new element at the end of another."""
    made = XmlElement(tag, attrib)
    parent.append(made)
    return made


def Comment(text: str = "") -> XmlElement:  # noqa: N802
    """A comment."""
    made = XmlElement(Comment)
    made.text = text
    return made


def ProcessingInstruction(target: str, text: str = "") -> XmlElement:  # noqa: N802
    """An instruction to a program."""
    made = XmlElement(ProcessingInstruction)
    made.text = f"{target} {text}".rstrip()
    return made
