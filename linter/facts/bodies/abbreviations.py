"""Abbreviations a document declares: 晋城市水上搜救应急指挥部(以下简称市指挥部).

Names of organs in running text, where a level begins them and punctuation or a verb ends them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.bodies.names import is_body
from linter.language import HAN, NamedTuple, Span, lazy, sought, subsequence
from linter.structure import Document, Paragraph, fact

__all__ = ["Abbreviation", "ProseMention", "abbreviations", "bracketed_shorts", "prose_names", "running_text"]

_DECLARES = lazy(
    r"\((?:[^(),;。]{1,20},)?(?:以下|下文|下)?(?:分别|统一|均)?(?:简称|统称|下称|合称)(?:为|是)?[:,]?([^(),;。]{1,40}?)[,;]?(?:下同)?\)"
)
# 市通信发展管理办公室(市通管办): the short form alone.
_NAME = 24
_BRACKETED = lazy(rf"({HAN}{{6,{_NAME}}})\(({HAN}{{3,8}})\)")
_IN_BRACKETS = lazy(rf"\({HAN}{{3,8}}\)")
_QUOTES = "“”‘’「」《》\"' "
_LEVELS = frozenset("省市县区州")
# A name does not reach back over these.
_BOUND = lazy(
    r"[,;:。!?、()〔〕“” 由对在经向为是即的和与及]|{NAME_BOUND}"
    r"|第[一二三四五六七八九十百零\d]+条"
)
_FARTHEST = 60


class Abbreviation(NamedTuple):
    """A short form and what it stands for; ``full`` reaches back to a boundary (see ``full_start``).

    ``start`` and ``end`` bound the declaration, from the full name to the closing bracket, in ``Prose.text``.
    """

    full: str
    short: str
    full_span: Span
    short_span: Span
    start: int
    end: int


class Prose(NamedTuple):
    """All paragraphs of a document in one string, a line break between them, and where each begins in it."""

    text: str
    starts: tuple[int, ...]


@fact("running-text")
def running_text(document: Document) -> Prose:
    """The words of a document as one string, for searches that cross paragraphs."""
    stream = document.read(flow)
    return Prose(stream.text[:-1], tuple([unit.start for unit in stream.units]))


@fact("abbreviations", "个简称", "abbreviation|abbreviations")
def abbreviations(document: Document) -> tuple[Abbreviation, ...]:
    """Every declared abbreviation, in order; those that declare several forms at once are left out."""
    found: list[Abbreviation] = []
    at = 0
    for paragraph in document.paragraphs:
        if "简称" in paragraph.text or "统称" in paragraph.text or "下称" in paragraph.text:
            found.extend(_declared(paragraph, at))
        at += len(paragraph.text) + 1
    return tuple(found)


@fact("bracketed-shorts")
def bracketed_shorts(document: Document) -> tuple[Abbreviation, ...]:
    """Short forms of bodies that stand alone in brackets behind the name whose characters they hold, in order."""
    found: list[Abbreviation] = []
    at = 0
    for paragraph in document.paragraphs:
        for match in sought(_BRACKETED, _IN_BRACKETS, paragraph.text, _NAME) if ")" in paragraph.text else ():
            short = match[2]
            start = full_start(paragraph.text, match.end(1), short)
            full = paragraph.text[start : match.end(1)]
            if is_body(short) and is_body(full) and subsequence(short, full) and short not in full:
                spans = paragraph.span(start, match.end(1)), paragraph.span(*match.span(2))
                found.append(Abbreviation(full, short, *spans, at + start, at + match.end()))
        at += len(paragraph.text) + 1
    return tuple(found)


def _declared(paragraph: Paragraph, base: int) -> Iterator[Abbreviation]:
    for match in _DECLARES.finditer(paragraph.text):
        short = match[1].strip(_QUOTES)
        if not short or "、" in match[1]:
            continue
        start = full_start(paragraph.text, match.start(), short)
        if start < match.start():
            at = match.start(1) + match[1].index(short)
            yield Abbreviation(
                paragraph.text[start : match.start()],
                short,
                paragraph.span(start, match.start()),
                paragraph.span(at, at + len(short)),
                base + start,
                base + match.end(),
            )


def full_start(text: str, end: int, short: str) -> int:
    """Where the name before ``end`` that ``short`` stands for begins: a title in 《》, or back to a boundary.

    A boundary word inside the name (发展和改革委员会) is passed if the short form needs a character before it; the
    level a short form begins with (市指挥部) need not stand in the full name.
    """
    if end and text[end - 1] == "》":
        return max(text.rfind("《", 0, end), 0)
    needed = short[1] if len(short) > 2 and short[0] in _LEVELS else short[0]
    low = max(0, end - _FARTHEST)
    cuts = [low, *(match.end() for match in _BOUND.finditer(text, low, end))]
    return next((cut for cut in reversed(cuts) if needed in text[cut:end]), min(cuts[-1], end))


# The level is the first character of a word: nothing before it, or a word that leads to a name. The pattern begins with
# the characters of levels, so that the engine skips to them.
_TEXT_NAME = lazy(
    r"[国省市县区州](?<=[\W由经向报和与及为在请会同对将按].)(?:(?<=国)(?:务院|家)|(?<!国))\w{1,16}?"
    r"{DEPARTMENT}"
    r"(?=$|[,;。、:()〔〕”\n按应要和与等在将对报的设经由向]|{NAME_FOLLOWED})"
)


# Of two names joined (市政府值班室和省交通运输厅) the pattern ends with the second.
_JOINT = lazy(r".*[和及与或](?=[国省市县区州].)")


class ProseMention(NamedTuple):
    """A name in the text, its paragraph, and where it begins there."""

    name: str
    paragraph: Paragraph
    start: int

    @property
    def span(self) -> Span:
        """The raw span of the name."""
        return self.paragraph.span(self.start, self.start + len(self.name))


@fact("prose-names")
def prose_names(document: Document) -> tuple[ProseMention, ...]:
    """The names of organs with a level in all paragraphs, table cells included, in order."""
    text, starts = document.read(running_text)
    found = []
    # The pattern looks at the character before a name, so there must be one.
    for match in _TEXT_NAME.finditer("\n" + text):
        joint = _JOINT.match(match[0])
        name = match[0][joint.end() :] if joint else match[0]
        if is_body(name):
            at = match.end() - len(name) - 1
            index = bisect_right(starts, at) - 1
            found.append(ProseMention(name, document.paragraphs[index], at - starts[index]))
    return tuple(found)
