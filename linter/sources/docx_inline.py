"""The words of a Word paragraph as a reader sees them: one side of its changes, no field codes, no hidden text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from linter.language import NamedTuple
from linter.sources.blocks import clean
from linter.sources.docx_equation import MATH, equation, formula
from linter.sources.docx_looks import HIDDEN, PLAIN, STRUCK, Looks
from linter.sources.docx_revisions import RevisionView
from linter.sources.docx_symbols import from_symbol
from linter.sources.ooxml import Element, W, value

_COMPAT = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BOX = f"{W}txbxContent"
# Symbol fonts live in this range; which shape it is depends on the font, so a box stands for it.
_SYMBOLS = range(0xE000, 0xF900)
# What wraps runs without hiding them; changes are among them or not as the view has it, properties never.
_WRAPPERS = "hyperlink smartTag sdt sdtContent customXml fldSimple dir bdo"
_THROUGH = tuple(W + name for name in _WRAPPERS.split())


# A fraction that goes on with a whole number before it: 2½.
_MIXED = re.compile(r"\d+/")


class Chunk(NamedTuple):
    """Words of a paragraph; ``node`` is the text element they were typed in, None for what Word generates."""

    words: str
    node: Element | None = None


class _OpenField:
    """A field that has begun: its instruction, and whether its result has begun too."""

    __slots__ = ("code", "result")

    def __init__(self) -> None:
        self.code = ""
        self.result = False


class CommentMark(NamedTuple):
    """A point of a paragraph: where a comment begins, or where a note is referred to."""

    kind: str
    name: str
    at: int


class Inline(NamedTuple):
    """A paragraph read: its chunks, the text boxes anchored in it, and its marks by index of the next chunk."""

    chunks: list[Chunk]
    boxes: list[Element]
    marks: list[CommentMark]

    @property
    def words(self) -> str:
        """All words, for judging whether there are any."""
        return "".join(chunk.words for chunk in self.chunks)


def joined(parts: list[Inline]) -> Inline:
    """Several paragraphs as one, as they are when the marks between them are deleted."""
    whole = Inline([], [], [])
    for part in parts:
        whole.marks.extend(mark._replace(at=mark.at + len(whole.chunks)) for mark in part.marks)
        whole.chunks.extend(part.chunks)
        whole.boxes.extend(part.boxes)
    return whole


class InlineReader:
    """Reads paragraphs of one story in order; a field may begin in one and end in another."""

    def __init__(self, view: RevisionView, looks: Looks) -> None:
        self._view = view
        self._looks = looks
        self._paragraph = self._look = PLAIN
        self._fields: list[_OpenField] = []
        self._read = Inline([], [], [])

    def read(self, paragraph: Element) -> Inline:
        """The words of a paragraph."""
        self._read = Inline([], [], [])
        self._paragraph = self._look = self._looks.of_paragraph(self._view.properties(paragraph))
        self._descend(paragraph)
        return self._read

    def _descend(self, element: Element) -> None:
        for child in element:
            handle = self._HANDLERS.get(child.tag)
            if handle:
                handle(self, child)
            elif child.tag in self._view.kept:
                self._descend(child)

    def _run(self, run: Element) -> None:
        before = self._look
        self._look = self._looks.of_run(run.find(f"{W}rPr"), self._paragraph)
        if not (self._look.hidden or self._look.struck):
            self._descend(run)
        elif any((one.text or "").strip() for one in run.iterchildren(f"{W}t")):
            self._looks.left_out.add(HIDDEN if self._look.hidden else STRUCK)
        self._look = before

    def _write(self, words: str, node: Element | None = None) -> None:
        """Words count unless a field is open whose result has not begun."""
        if words and all(field.result for field in self._fields):
            self._read.chunks.append(Chunk(words, node))

    def _text(self, element: Element) -> None:
        self._write(self._look.seen(clean(element.text or "")), element)

    def _space(self, _: Element) -> None:
        self._write(" ")

    def _break(self, _: Element) -> None:
        self._write("\n")

    def _hyphen(self, _: Element) -> None:
        self._write("-")

    def _symbol(self, element: Element) -> None:
        try:
            code = int(value(element, "char"), 16)
        except ValueError:
            return
        words = chr(code) if 32 <= code < 0xD800 or code in _SYMBOLS else "□"
        if value(element, "font").lower() == "symbol":
            words = from_symbol(words)
        self._write("□" if ord(words) in _SYMBOLS else self._look.seen(words))

    def _field(self, element: Element) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_OpenField())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if not ended.result:  # characters that Word sets over each other have no result
                self._set(equation(ended.code))

    def _instruction(self, element: Element) -> None:
        if self._fields:
            self._fields[-1].code += element.text or ""

    def _choose(self, element: Element) -> None:
        self._descend(_chosen(element))

    def _drawing(self, element: Element) -> None:
        self._read.boxes.extend(_boxes(element))

    def _math(self, element: Element) -> None:
        self._set(clean(formula(element)))

    def _set(self, words: str) -> None:
        """Write what is set as a formula; a fraction behind a whole number is no digit of it."""
        before = self._read.chunks[-1].words if self._read.chunks else ""
        self._write(" " + words if _MIXED.match(words) and before[-1:].isdigit() else words)

    def _ruby(self, element: Element) -> None:
        base = element.find(f"{W}rubyBase")
        if base is not None:
            self._descend(base)

    def _note(self, element: Element) -> None:
        self._mark(element.tag.removeprefix(W).removesuffix("Reference"), value(element, "id"))

    def _comment(self, element: Element) -> None:
        self._mark("comment", value(element, "id"))

    def _mark(self, kind: str, name: str) -> None:
        self._read.marks.append(CommentMark(kind, name, len(self._read.chunks)))

    _HANDLERS: ClassVar[dict[str, Callable[[InlineReader, Element], None]]] = {
        **dict.fromkeys(_THROUGH, _descend),
        **dict.fromkeys((W + "drawing", W + "pict", W + "object"), _drawing),
        **dict.fromkeys((W + "tab", W + "ptab"), _space),
        **dict.fromkeys((W + "br", W + "cr"), _break),
        **dict.fromkeys((W + "footnoteReference", W + "endnoteReference"), _note),
        **dict.fromkeys((MATH + "oMath", MATH + "oMathPara"), _math),
        W + "r": _run,
        **dict.fromkeys((W + "t", W + "delText"), _text),
        W + "noBreakHyphen": _hyphen,
        W + "sym": _symbol,
        W + "fldChar": _field,
        W + "instrText": _instruction,
        W + "ruby": _ruby,
        W + "commentRangeStart": _comment,
        _COMPAT + "AlternateContent": _choose,
    }


def _boxes(element: Element) -> Iterator[Element]:
    """Text boxes at any depth of a drawing, but not those inside another box, which are read with it."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag == f"{_COMPAT}AlternateContent":
            yield from _boxes(_chosen(child))
        else:
            yield from _boxes(child)


def _chosen(alternatives: Element) -> Element:
    """Alternatives show the same thing twice; the first is the richer one."""
    choice = alternatives.find(f"{_COMPAT}Choice")
    fallback = alternatives.find(f"{_COMPAT}Fallback") if choice is None else choice
    return () if fallback is None else fallback
