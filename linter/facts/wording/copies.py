"""Copied sentences: a table or annex that repeats the body, and where a copy departs from its source.

Columns of tables that name each thing once: two of their names that differ little are two things.

Columns that copy another: the remark repeats the law quoted in its row, and one row says it otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, permutations

from linter.language import NamedTuple, Span, common_ends, lazy
from linter.structure import Block, Cell, Document, Paragraph, Table, fact

__all__ = ["copies", "row_copies"]

_END = lazy(r"[。;!?\n]")
_MARKUP = lazy(r"<[^<>\n]*>")
# Marks that may differ between a sentence and its copy; a number before it is no part of it.
_MARKS = ",、:“”‘’()《》〔〕—-·… "
_ARTICLE = lazy(r"^ ?第[一二三四五六七八九十百零\d]{1,6}条 ?")
_NUMBERS = "0123456789.一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩"
# Shorter sentences recur by nature.
_SHORTEST = 14
_ANCHOR = 6
# A sentence differs from its copy by this many characters at most; rewording on purpose differs by more.
_FARTHEST = 3
# So many sentences word for word, and a third of all, make a table or annex a copy.
_EXACT = 3
_CROWD = 6
_ANNOUNCED = "附件"


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
        self.plain = [
            (_ARTICLE.sub("", words) if "第" in words[:2] else words).lstrip(_NUMBERS) for words in _END.split(plain)
        ]

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
    """Equal but for one run of a few characters; a title and the line that announces it (附件:…) are no sentences."""
    announced = one.startswith(_ANNOUNCED) != other.startswith(_ANNOUNCED)
    if one == other or announced or abs(len(one) - len(other)) > _FARTHEST:
        return False
    return max(len(one), len(other)) - sum(common_ends(one, other)) <= _FARTHEST


class NamingColumn(NamedTuple):
    """A column that names each thing once: how many names it has, and how many end in a character."""

    size: int
    ends: Mapping[str, int]


class NamedColumns:
    """The columns of the tables of a document that name each thing once, by table and name."""

    def __init__(self, document: Document) -> None:
        self._tables = document.tables
        self._starts = [table.span.start for table in self._tables]
        self._named: dict[int, Mapping[str, Mapping[int, NamingColumn]]] = {}

    def names_both(self, at: int, one: str, other: str) -> bool:
        """Whether a column of the table at a place names two things among others of their kind: 大王庄村, 大汪庄村."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or at >= self._tables[number].span.end:
            return False
        if number not in self._named:
            self._named[number] = _named(self._tables[number])
        named = self._named[number]
        others = named.get(other, {})
        return any(
            index in others and column.ends[one[-1]] >= max(3, column.size - 1)
            for index, column in named.get(one, {}).items()
        )


def _named(table: Table) -> Mapping[str, Mapping[int, NamingColumn]]:
    """For each name the columns that hold it, by their number."""
    found: defaultdict[str, dict[int, NamingColumn]] = defaultdict(dict)
    for index in range(len(table.rows[0].cells) if table.rows else 0):
        names = [cell.text for cell in table.column(index) if cell.text]
        if len(set(names)) == len(names):
            column = NamingColumn(len(names), Counter(name[-1] for name in names))
            for name in names:
                found[name][index] = column
    return found


_SENTENCE = lazy("[^;。:!?\n]+")
# An amount that differs is the grade of a row.
_NUMERAL = lazy(r"[\d一二三四五六七八九十百千万]")
# Shorter sentences recur by nature; a longer cell than this in the copying column is no remark.
_ROW_SHORTEST, _REMARK = 10, 120
# So many rows copy word for word, and so many times as many as depart.
_ROW_EXACT, _TIMES = 5, 3
# A copy departs by so many characters, and keeps so many.
_ROW_FARTHEST, _KEPT = 6, 8
_WIDEST = 10


@fact("row-copies")
def row_copies(document: Document) -> tuple[Copy, ...]:
    """Sentences of cells that otherwise repeat a cell of their row, in order."""
    found = [one for table in document.tables for one in _departing_rows(table)]
    return tuple(sorted(found, key=lambda one: one.copied.span))


def _departing_rows(table: Table) -> Iterator[Copy]:
    width = max((len(row.cells) for row in table.rows), default=0)
    rows = [row.cells for row in table.rows if len(row.cells) == width]
    if len(rows) <= _ROW_EXACT or width > _WIDEST:
        return
    for source, copy in permutations(range(width), 2):
        pairs = [(cells[source], cells[copy]) for cells in rows]
        exact = 0
        departing: list[Copy] = []
        for model, remark in pairs:
            if not _ROW_SHORTEST <= len(remark.text) <= _REMARK or len(model.text) <= len(remark.text):
                continue
            for one in _sentences(remark):
                if one.plain in model.text:
                    exact += 1
                else:
                    departing += [Copy(other, one) for other in _sentences(model) if _is_near(one.plain, other.plain)][
                        :1
                    ]
        if departing and exact >= max(_ROW_EXACT, _TIMES * len(departing)):
            yield from departing


def _sentences(cell: Cell) -> Iterator[CopiedSentence]:
    for paragraph in cell.paragraphs:
        for match in _SENTENCE.finditer(paragraph.text):
            if len(match[0]) >= _ROW_SHORTEST:
                yield CopiedSentence(match[0], paragraph.span(*match.span()))


def _is_near(one: str, other: str) -> bool:
    """Whether two sentences are the same but for a few characters in one place."""
    left, right = common_ends(one, other)
    changed = one[left : len(one) - right] + other[left : len(other) - right]
    kept = left + right
    near = kept >= _KEPT and max(len(one), len(other)) - kept <= _ROW_FARTHEST
    return near and not _NUMERAL.search(changed)
