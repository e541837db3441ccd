"""Copied sentences: a table or annex that repeats the body, and where a copy departs from its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from linter.language.near import common_ends
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Block, Document, Paragraph, Table

__all__ = ["copies"]

_END = lazy(r"[。;!?\n]")
_MARKUP = lazy(r"<[^<>\n]*>")
# Marks that may differ between a sentence and its copy; a number before it is no part of it.
_MARKS = ",、:“”‘’()《》〔〕—-·… "
_NUMBERS = "0123456789.一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩"
# Shorter sentences recur by nature.
_SHORTEST = 14
_ANCHOR = 6
# A sentence differs from its copy by this many characters at most; rewording on purpose differs by more.
_FARTHEST = 3
# So many sentences word for word, and a third of all, make a table or annex a copy.
_EXACT = 3
_CROWD = 6


class CopiedSentence(NamedTuple):
    """A sentence: its characters without marks and number, and its raw span."""

    plain: str
    span: Span


class Copy(NamedTuple):
    """A sentence of a copy that departs from its source."""

    source: CopiedSentence
    copied: CopiedSentence


class Sentences:
    """The sentences of some paragraphs, without marks; where one stands is looked up only when it is asked for."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._words = "\n".join([paragraph.text for paragraph in paragraphs])
        plain = _MARKUP.sub("", self._words) if "<" in self._words else self._words
        for mark in _MARKS:
            plain = plain.replace(mark, "")
        self.plain = [words.lstrip(_NUMBERS) for words in _END.split(plain)]

    def long(self) -> Iterable[tuple[int, str]]:
        """The sentences long enough to be told apart, with their index."""
        return [(at, words) for at, words in enumerate(self.plain) if len(words) >= _SHORTEST]

    def sentence(self, index: int) -> CopiedSentence:
        """The sentence of an index with its place."""
        start = self._ends[index - 1] + 1 if index else 0
        end = self._ends[index] if index < len(self._ends) else len(self._words)
        at = bisect_right(self._starts, start) - 1
        first = self._starts[at]
        return CopiedSentence(self.plain[index], self._paragraphs[at].span(start - first, end - first))

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in _END.finditer(self._words)]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(paragraph) + 1 for paragraph in self._paragraphs)]


@fact("copies")
def copies(document: Document) -> tuple[Copy, ...]:
    """Departures of tables and annexes from the body they otherwise copy word for word."""
    body: list[Paragraph] = []
    annexes: list[list[Paragraph]] = []
    for part in document.parts:
        if part.kind in ("letter", "instrument"):
            body.extend(block for block in part.blocks if isinstance(block, Paragraph))
            annexes.extend(_paragraphs([block]) for block in part.blocks if isinstance(block, Table))
        else:
            annexes.append(_paragraphs(part.blocks))
    copied = [sentences for sentences in map(Sentences, annexes) if len(list(sentences.long())) >= _EXACT]
    if not copied or not body:
        return ()
    source = Sentences(body)
    exact = {words for _, words in source.long()}
    index = _index(source)
    return tuple([one for annex in copied for one in _departures(annex, source, exact, index)])


def _paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found.extend(one for row in block.rows for cell in row.cells for one in cell.paragraphs)
    return found


def _index(source: Sentences) -> dict[str, list[int]]:
    """Sentences by their first and by their last characters; a crowd under one key tells nothing."""
    index: dict[str, list[int]] = {}
    for at, words in source.long():
        index.setdefault("^" + words[:_ANCHOR], []).append(at)
        index.setdefault("$" + words[-_ANCHOR:], []).append(at)
    return index


def _departures(annex: Sentences, source: Sentences, exact: set[str], index: dict[str, list[int]]) -> list[Copy]:
    long = list(annex.long())
    copied = sum(1 for _, words in long if words in exact)
    if copied < _EXACT or copied * 3 < len(long):
        return []
    found = [(at, _source(words, source, index)) for at, words in long if words not in exact]
    pairs = [(at, other) for at, other in found if other >= 0]
    if len(pairs) * 2 > copied:
        return []
    return [Copy(source.sentence(other), annex.sentence(at)) for at, other in pairs]


def _source(words: str, source: Sentences, index: dict[str, list[int]]) -> int:
    """The index of the sentence that ``words`` copy but for a few characters, or -1."""
    for anchor in ("^" + words[:_ANCHOR], "$" + words[-_ANCHOR:]):
        candidates = index.get(anchor, ())
        if len(candidates) <= _CROWD:
            found = next((at for at in candidates if _near(words, source.plain[at])), -1)
            if found >= 0:
                return found
    return -1


def _near(one: str, other: str) -> bool:
    """Equal but for one run of a few characters."""
    if one == other or abs(len(one) - len(other)) > _FARTHEST:
        return False
    return max(len(one), len(other)) - sum(common_ends(one, other)) <= _FARTHEST
