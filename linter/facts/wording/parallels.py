"""Parallel sections that say the same clause, and the one that drops or changes a few characters of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.language import NamedTuple, Span, lazy, lexicon
from linter.structure import Document, Paragraph, Section, fact

__all__ = ["parallel_differences"]

_CLAUSE = lazy(r"[^,;:。!?()]+")
# What differs between levels and duties by right: numbers, levels, colours, degrees, the rank of a government, marks.
_MASKED = lazy(
    r"\d+(?:\.\d+)?|[ⅠⅡⅢⅣIV]+|{DEGREE}|{SEVERITY}|[一二三四五六七八九十百千万两]+|[红橙黄蓝]色"
    "|[国省市县区乡镇]"
)
_STATUTORY = ("article", "chapter", "division")
# Shorter clauses are near each other by chance; longer anchors would lose short clauses.
_SHORTEST = 8
_ANCHOR = 4
# Sections of one parent are parallel if their titles differ by level or number alone (Ⅰ级响应, Ⅱ级响应), and if
# they share so many clauses, numbers and levels masked.
_SHARED = 3
# A form is the common one if so many parallel sections have it.
_MANY = 2
# Characters dropped or added by a slip, at most.
_DROPPED = 2
_CROWD = 12
# Words that parallel clauses add, drop or exchange on purpose.
_MEANT = lexicon.members("PARALLEL_WORD")


def masked(words: str) -> str:
    """Words with numbers, levels and colours masked, by which parallel titles are known."""
    return _MASKED.sub("#", words)


class ParallelClause(NamedTuple):
    """A clause: its masked words, its own words, and its place."""

    masked: str
    words: str
    span: Span


class Departure(NamedTuple):
    """A clause that departs from the form which ``agreeing`` parallel sections share."""

    clause: ParallelClause
    usual: ParallelClause
    agreeing: int


@fact("parallel-differences")
def parallel_differences(document: Document) -> tuple[Departure, ...]:
    """Clauses of one section that differ by a slip from what at least two parallel sections say."""
    groups: defaultdict[tuple[int, int, str], list[Section]] = defaultdict(list)
    for section in document.sections:
        if (section.children or section.body) and section.mark.scheme not in _STATUTORY:
            title = masked(section.title)
            if "#" in title:
                groups[section.part, section.parent, title].append(section)
    found: list[Departure] = []
    for group in groups.values():
        if len(group) > _MANY:
            found += _compare([list(_clauses(document, section)) for section in group])
    return tuple(sorted(found, key=lambda one: one.clause.span))


def _clauses(document: Document, section: Section) -> Iterator[ParallelClause]:
    """The clauses of a section and of all below it, those of its own heading left out."""
    stack = [section.index]
    while stack:
        one = document.sections[stack.pop()]
        stack.extend(one.children)
        paragraphs = [block for block in one.body if isinstance(block, Paragraph)]
        if one is not section or section.run_in:
            paragraphs.append(one.heading)
        for paragraph in paragraphs:
            start = len(one.mark.text) if paragraph is one.heading else 0
            for match in _CLAUSE.finditer(paragraph.text, start):
                words = match[0].strip()
                if len(words) >= _SHORTEST:
                    yield ParallelClause(masked(words), words, paragraph.span(*match.span()))


def _compare(sections: list[list[ParallelClause]]) -> Iterator[Departure]:
    """Departures among the sections of one parent that are parallel to each other."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for at, clauses in enumerate(sections):
        for clause in clauses:
            holders[clause.masked].add(at)
    usual = _index(sections, holders)
    for clauses in sections:
        own = {clause.masked for clause in clauses}
        if sum(1 for words in own if len(holders[words]) > 1) < _SHARED:
            continue
        for clause in clauses:
            if len(holders[clause.masked]) == 1:
                near = _near(clause, usual, own)
                if near:
                    yield Departure(clause, near, len(holders[near.masked]))


def _index(sections: list[list[ParallelClause]], holders: dict[str, set[int]]) -> dict[str, list[ParallelClause]]:
    """The clauses that several sections have, by their first and by their last characters."""
    usual: defaultdict[str, list[ParallelClause]] = defaultdict(list)
    for clauses in sections:
        for clause in clauses:
            if len(holders[clause.masked]) >= _MANY:
                usual["^" + clause.masked[:_ANCHOR]].append(clause)
                usual["$" + clause.masked[-_ANCHOR:]].append(clause)
    return usual


def _near(clause: ParallelClause, usual: dict[str, list[ParallelClause]], own: set[str]) -> ParallelClause | None:
    """The common clause that a section says otherwise, if it differs by a slip."""
    near = [*usual.get("^" + clause.masked[:_ANCHOR], ()), *usual.get("$" + clause.masked[-_ANCHOR:], ())]
    return next((one for one in near[:_CROWD] if one.masked not in own and _slips(one.masked, clause.masked)), None)


def _slips(usual: str, found: str) -> bool:
    """Whether one run of a few characters was dropped, added or changed, and not on purpose."""
    if abs(len(usual) - len(found)) > _DROPPED:
        return False
    short = min(len(usual), len(found))
    head = next((at for at in range(short) if usual[at] != found[at]), short)
    tail = next((at for at in range(short - head) if usual[-1 - at] != found[-1 - at]), short - head)
    old, new = usual[head : len(usual) - tail], found[head : len(found) - tail]
    if "#" in old + new or old in _MEANT or new in _MEANT:
        return False
    return (not old or not new or (len(old) == 1 and len(new) == 1)) and max(len(old), len(new)) <= _DROPPED
