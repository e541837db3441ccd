"""Lists that name the same things: headings, columns of tables, leads of paragraphs, rows of words in a sentence.

Two lists that share most of their items name the same things; where an item of one answers to another of the other, by
its place between items that are the same, and by its words, one thing has two names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from linter.facts.base import flow
from linter.facts.bodies import is_body
from linter.language.near import dice
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document, Paragraph, Table

__all__ = ["two_names"]

_MARKED = lazy(
    r"^ ?(?:第?[一二三四五六七八九十\d]{1,3}[、.)项类章节条是]|\([一二三四五六七八九十\d]{1,3}\)|[①-⑳])[ 、.]?"
)
_TRAILING = lazy(r"(?:\([^()]*\))?[:;,。、]?$")
# What such a number begins with, but for digits, and what stands behind a name.
_MARKS = frozenset(" 第(一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_TAILS = frozenset("):;,。、")
_LEAD = lazy(r"[^,。;:!?]{2,20}(?=:)")
_ROW = lazy(r"[^,。;:!?()《》“”\n]+")
_LAST = lazy(r"以及|[和及与]")
# Before the first item, and behind the last one.
_OPENS = lazy(r".*{ITEM_LED}")
_CLOSES = lazy(r"等.*$")
_NUMERAL = lazy(r"[\d一二三四五六七八九十百千甲乙丙丁ⅠⅡⅢⅣIVX]")
# Names hold no clauses.
_CLAUSE = lazy(r"[、,:;*]")
_SHORTEST, _LONGEST = 3, 30
# Lists of fewer items, or that share fewer, show nothing.
_FEW, _SHARE = 3, 0.4
# An item in more lists than this is a word of all lists (备注), and pairing them all would be quadratic.
_CROWD = 12
_ALIKE = 0.5
# One character apart, these are two things of one kind.
_PAIRS = """
    上下 前后 内外 大小 高低 左右 东西 南北 男女 正副 甲乙 进出 新旧 省市 市县 县区 市区 乡镇
    国省 中央 水电 老幼 公私 买卖 收支 增减
"""
_OPPOSED = frozenset(map(frozenset, _PAIRS.split()))


class ListedName(NamedTuple):
    """An item of a list: its words without number and brackets, and where they stand in their paragraph."""

    words: str
    paragraph: Paragraph
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place of the words."""
        return self.paragraph.span(self.start, self.end)


class NamedList(NamedTuple):
    """A list of names; ``in_sentence`` if it is a row of words, whose first and last items may hold words around it."""

    items: tuple[ListedName, ...]
    in_sentence: bool = False

    def sure(self, at: int) -> bool:
        """Whether the words of an item are its name and no more."""
        return not self.in_sentence or 0 < at < len(self.items) - 1


class TwoNames(NamedTuple):
    """One thing under two names: the rarer with its place, the other with its place, and how often each stands."""

    rare: ListedName
    usual: ListedName
    counts: tuple[int, int]


@fact("item-lists")
def item_lists(document: Document) -> tuple[NamedList, ...]:
    """The lists of a document that have three items or more."""
    found = [NamedList(tuple(items)) for items in (*_headings(document), *_leads(document))]
    for block in document.blocks:
        if isinstance(block, Table):
            found.extend(NamedList(tuple(items)) for items in _columns(block))
        else:
            found.extend(NamedList(tuple(items), in_sentence=True) for items in _rows(block))
    return tuple([one for one in found if len(one.items) >= _FEW])


@fact("two-names")
def two_names(document: Document) -> tuple[TwoNames, ...]:
    """Items that answer to each other in two lists and differ, each pair of words once, in order of place."""
    lists = document.read(item_lists)
    found: dict[frozenset[str], tuple[ListedName, ListedName]] = {}
    for one, other in _akin(lists):
        for pair in _answering(one, other):
            found.setdefault(frozenset(item.words for item in pair), pair)
    if not found:
        return ()
    text = document.read(flow).text
    told = [_ranked(text, *pair) for pair in found.values()]
    return tuple(sorted((one for one in told if one), key=lambda one: one.rare.span))


def _ranked(text: str, one: ListedName, other: ListedName) -> TwoNames | None:
    """The pair with the rarer first; None where both are in frequent use."""
    counts = _count(text, one.words, other.words), _count(text, other.words, one.words)
    if min(counts) > 2:
        return None
    later = counts[0] < counts[1] or (counts[0] == counts[1] and one.span.start > other.span.start)
    rare, usual = (one, other) if later else (other, one)
    return TwoNames(rare, usual, (min(counts), max(counts)))


def _count(text: str, words: str, other: str) -> int:
    """How often words stand, not as a part of the other name."""
    return text.count(words) - (text.count(other) if words in other else 0)


def _name(paragraph: Paragraph, start: int, end: int) -> ListedName | None:
    """The item between two offsets, its number and the brackets behind it left out."""
    words = paragraph.text[start:end]
    if not _SHORTEST <= len(words) <= 2 * _LONGEST:
        return None
    mark = _MARKED.match(words) if words[0] in _MARKS or words[0].isdigit() else None
    first = mark.end() if mark else 0
    tail = _TRAILING.search(words) if words[-1] in _TAILS else None
    name = words[first : tail.start() if tail else len(words)]
    first += len(name) - len(name.lstrip())
    name = name.strip()
    if not _SHORTEST <= len(name) <= _LONGEST or not name[0].isalpha() or _CLAUSE.search(name):
        return None
    start += first
    return ListedName(name.replace(" ", ""), paragraph, start, start + len(name))


def _headings(document: Document) -> Iterator[list[ListedName]]:
    """The headings under one heading, and those at the top of a part."""
    groups: defaultdict[tuple[int, int], list[ListedName]] = defaultdict(list)
    for section in document.sections:
        end = section.heading.text.find(section.title) + len(section.title)
        name = _name(section.heading, end - len(section.title), end) if section.title else None
        if name:
            groups[section.part, section.parent].append(name)
    return iter(groups.values())


def _leads(document: Document) -> Iterator[list[ListedName]]:
    """综合协调组:… 抢险救援组:…: what stands before the colon in paragraphs that follow each other."""
    found: list[ListedName] = []
    for block in document.blocks:
        lead = _LEAD.match(block.text) if isinstance(block, Paragraph) else None
        name = _name(block, 0, lead.end()) if lead and isinstance(block, Paragraph) else None
        if name:
            found.append(name)
        else:
            yield found
            found = []
    yield found


def _columns(table: Table) -> Iterator[list[ListedName]]:
    """The names of each column; a row that lacks cells, which are merged with those above, is read from its end."""
    width = max((len(row.cells) for row in table.rows), default=0)
    for column in range(width):
        names: dict[str, ListedName] = {}
        for row in table.rows:
            at = column - width + len(row.cells)
            paragraphs = row.cells[at].paragraphs if at >= 0 else ()
            if len(paragraphs) == 1 and (name := _name(paragraphs[0], 0, len(paragraphs[0]))):
                names.setdefault(name.words, name)
        yield list(names.values())


def _rows(paragraph: Paragraph) -> Iterator[list[ListedName]]:
    """A、B、C和D: the words before A and behind D are cut where they open and close a list."""
    for row in _ROW.finditer(paragraph.text) if paragraph.text.count("、") > 1 else ():
        if row[0].count("、") < 2:
            continue
        bounds: list[tuple[int, int]] = []
        at = row.start()
        for piece in row[0].split("、"):
            bounds.append((at, at + len(piece)))
            at += len(piece) + 1
        opens = _OPENS.match(paragraph.text, *bounds[0])
        if opens and opens.end() < bounds[0][1]:
            bounds[0] = opens.end(), bounds[0][1]
        closes = _CLOSES.search(paragraph.text, *bounds[-1])
        if closes:
            bounds[-1] = bounds[-1][0], closes.start()
        joins = list(_LAST.finditer(paragraph.text, *bounds[-1]))
        if len(joins) == 1:
            start, end = bounds.pop()
            bounds += [(start, joins[0].start()), (joins[0].end(), end)]
        yield [name for start, end in bounds if (name := _name(paragraph, start, end))]


def _akin(lists: tuple[NamedList, ...]) -> Iterator[tuple[NamedList, NamedList]]:
    """Pairs of lists that share most of the items of the shorter one; two rows of words in sentences are no pair."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(lists):
        for words in dict.fromkeys(item.words for item in one.items):
            holders[words].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 1 < len(places) <= _CROWD:
            shared.update(combinations(places, 2))
    for (first, second), count in shared.items():
        one, other = lists[first], lists[second]
        least = min(len(one.items), len(other.items))
        if count >= _FEW and _SHARE * least <= count < least and not (one.in_sentence and other.in_sentence):
            yield one, other


def _answering(one: NamedList, other: NamedList) -> Iterator[tuple[ListedName, ListedName]]:
    """The items of two lists that differ and stand beside items that are the same in both."""
    theirs = {item.words: at for at, item in enumerate(other.items)}
    mine = {item.words for item in one.items}
    for at, item in enumerate(one.items):
        if item.words in theirs or not one.sure(at):
            continue
        for step in (-1, 1):
            beside = theirs.get(one.items[at + step].words) if 0 <= at + step < len(one.items) else None
            place = -1 if beside is None else beside - step
            if not 0 <= place < len(other.items) or other.items[place].words in mine or not other.sure(place):
                continue
            if _one_thing(item.words, other.items[place].words):
                yield item, other.items[place]
                break


def _one_thing(one: str, other: str) -> bool:
    """Whether two names are alike and neither is the other with words before or behind it.

    What differs by a number or by opposites is two things.
    """
    short, long = sorted((one, other), key=len)
    # Bodies and working groups have checks of their own.
    if (is_body(one) and is_body(other)) or (one[-1] in "组队" and other[-1] in "组队"):
        return False
    if long.startswith(short) or long.endswith(short) or dice(one, other) < _ALIKE:
        return False
    apart = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if any(_NUMERAL.match(character) for more in apart for character in more):
        return False
    return frozenset([*apart[0], *apart[1]]) not in _OPPOSED
