"""What a document says of its own bounding words: “以上”含本数, “以下”不含本数, and how far such a clause reaches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush

from linter.language import Bound, NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, fact

# Words a clause may define, longest first so that 不少于 is not read as 少于.
_WORDS = "[上下]限|{BOUND}"
_VERDICT = (
    r"(?P<verdict>(?:[均都皆也]|一律)?(?P<no>不|未)?(?:均|都)?(?:包含|包括|含)(?![义量糊混])(?:其?本数|本级|该数)?)"
)
_TOKEN = lazy(rf"[“\"'‘]?(?P<word>{_WORDS})[”\"'’]?|{_VERDICT}")
# What a paragraph must hold to be worth reading: the number itself, or a quoted word with its verdict.
_SENTENCE = lazy("[^。]+。?|。")
_SIGN = lazy("[本该]数|”[均不]{0,2}含|以上含|[上下]限值?[均不]{0,2}(?:包含|包括|含)|含[上下]限")
# 各级区间均含下限、不含上限: what is included stands behind the word.
_ENDS = lazy(
    r"(?P<no>不)?(?:均|都)?(?:包含|包括|含)(?P<end>[上下])限值?[,、;]?(?:但|而)?(?P<other>不)?(?:包含|包括|含)"
    r"(?!(?P=end))(?P<beyond>[上下])限"
)
# 30人以上(含本数,下同): a note that decides from its place on.
_FROM_HERE = lazy(r"(?P<word>以[上下内])\((?P<no>不)?(?:均)?(?:含|包含|包括)本数?,?(?:以?下同)\)")
# …,但罚款金额的“以下”包括本数: what holds for a single thing.
_PROVISO = lazy(r"[,;](?:但|其中)")
# 《刑法》第九十九条规定:“本法所称以上…包括本数”: what another act says of itself.
_OF_ANOTHER = lazy(r"》第[^。《》,]{1,12}[条款项][^。《》]{0,6}[:,]?[“\"]?本[^《》。]{1,12}$")
_REACH = lazy(r"(?P<scope>{SCOPE})")


class BoundsClause(NamedTuple):
    """A clause: what each word means from it on, the words themselves, and the range of the document it governs."""

    meaning: Mapping[str, bool]
    span: Span
    reach: Span


class Resolved(NamedTuple):
    """A bound as the document reads it, and the clause that says so (None if its own words do, or nothing does)."""

    bound: Bound
    clause: BoundsClause | None


# Offsets in order, and the clause that holds from each on.
Stretches = tuple[Sequence[int], Sequence[BoundsClause | None]]
_NOWHERE: Stretches = ((), ())


@fact("boundaries", "处上下限说明", "clause on bounds|clauses on bounds")
def boundaries(document: Document) -> tuple[BoundsClause, ...]:
    """The clauses on bounding words of a document, those of the widest reach first."""
    clauses = [
        clause
        for paragraph in document.paragraphs
        if ("数" in paragraph.text or "含" in paragraph.text) and _SIGN.search(paragraph.text)
        for clause in _clauses(document, paragraph)
    ]
    return tuple(sorted(clauses, key=lambda clause: clause.reach.start - clause.reach.end))


@fact("clause-places")
def clause_places(document: Document) -> tuple[Span, ...]:
    """Where the clauses on bounding words stand, in order."""
    return tuple(sorted(clause.span for clause in document.read(boundaries)))


def is_defined(document: Document, place: Span) -> bool:
    """Whether words are what a clause on bounds speaks of: “90分以上”包含本数,“60分以下”不含本数."""
    places = document.read(clause_places)
    before = bisect_left(places, (place.end,)) - 1
    return before >= 0 and place.start < places[before].end


@fact("clauses-by-word")
def clauses_by_word(document: Document) -> Mapping[str, Stretches]:
    """For each word that a clause defines: which of its clauses holds from which offset on."""
    of_word: dict[str, list[BoundsClause]] = {}
    for clause in document.read(boundaries):
        for word in clause.meaning:
            of_word.setdefault(word, []).append(clause)
    return {word: _stretches(clauses) for word, clauses in of_word.items()}


def _stretches(clauses: Sequence[BoundsClause]) -> Stretches:
    """From clauses, those of the widest reach first, where the narrowest that reaches a place changes."""
    edges = sorted({edge for clause in clauses for edge in clause.reach})
    begin: dict[int, list[int]] = {}
    for rank, clause in enumerate(clauses):
        begin.setdefault(clause.reach.start, []).append(-rank)
    held: list[int] = []
    found: list[BoundsClause | None] = []
    for edge in edges:
        for rank in begin.get(edge, ()):
            heappush(held, rank)
        while held and clauses[-held[0]].reach.end <= edge:
            heappop(held)
        found.append(clauses[-held[0]] if held else None)
    return edges, found


def clause_for(document: Document, word: str, offset: int) -> BoundsClause | None:
    """The narrowest clause that reaches an offset of the raw text and defines a word."""
    edges, clauses = document.read(clauses_by_word).get(word, _NOWHERE)
    at = bisect_right(edges, offset)
    return clauses[at - 1] if at else None


def resolve(bound: Bound, offset: int, document: Document, end: str = "") -> Resolved:
    """What a bound at an offset of the raw text includes: its own words, then the clause that reaches it, then the
    office's reading, then the common reading of the word. ``end``: 下限 or 上限, of which a clause may speak as well.
    """
    if bound.fixed:
        return Resolved(bound, None)
    word = bound.word[-2:] if bound.word[-2:] in {"以上", "以下", "以内"} else bound.word
    for known in (word, end):
        clause = clause_for(document, known, offset)
        if clause:
            return Resolved(bound._replace(inclusive=clause.meaning[known]), clause)
    if word == "以下" and document.office.boundary:
        return Resolved(bound._replace(inclusive=document.office.boundary == "both"), None)
    return Resolved(bound, None)


def _clauses(document: Document, paragraph: Paragraph) -> Iterator[BoundsClause]:
    text = paragraph.text
    for note in _FROM_HERE.finditer(text):
        span = paragraph.span(note.start(), note.end())
        yield BoundsClause({note["word"]: not note["no"]}, span, Span(span.start, document.span.end))
    ends = _ENDS.search(text)
    if ends:
        meaning = {ends["end"] + "限": not ends["no"], ends["beyond"] + "限": not ends["other"]}
        span = paragraph.span(ends.start(), ends.end())
        yield BoundsClause(meaning, span, _reach(document, text[: ends.start()], span.start))
        return
    at = 0
    for sentence in _SENTENCE.findall(text):
        start, at = at, at + len(sentence)
        found = _read(sentence) if _SIGN.search(sentence) else None
        if found and not _OF_ANOTHER.search(sentence, 0, found[1]):
            meaning, first, last = found
            span = paragraph.span(start + first, start + last)
            reach = _reach(document, sentence[:first], span.start)
            yield BoundsClause(meaning, span, reach)


def _read(sentence: str) -> tuple[dict[str, bool], int, int] | None:
    """The words of a sentence with their meaning, and the range from the first of them to the last verdict.

    Words gather until a verdict: “以上”、“以下”均含本数; “以上”含本数,“以下”不含. A word with a number before it is
    used, not defined, unless quotation marks hold it alone. A proviso behind the verdict (,但罚款金额的“以下”包括本数)
    holds for its own thing only.
    """
    meaning: dict[str, bool] = {}
    waiting: list[str] = []
    first = last = -1
    proviso = _PROVISO.search(sentence)
    for token in _TOKEN.finditer(sentence, 0, proviso.start() if proviso else len(sentence)):
        if token["word"]:
            used = token[0][0] == token["word"][0] and sentence[token.start() - 1 : token.start()] in _USED
            if used or token[0] == "内":
                continue
            if first < 0:
                first = token.start()
            waiting.append(token["word"])
        elif waiting:
            meaning.update(dict.fromkeys(waiting, not token["no"]))
            waiting = []
            last = token.end()
    return (meaning, first, last) if last >= 0 else None


_USED = frozenset("0123456789一二三四五六七八九十百千万亿人例元户间天时年月日%次起吨米级倍个名家")


def _reach(document: Document, before: str, offset: int) -> Span:
    """本条 reaches its article, 本表 the table before it, 本附录 its part; everything else the whole document."""
    found = _REACH.search(before)
    if found is None:
        return document.span
    scope = found["scope"]
    if not {"附", "表"}.isdisjoint(scope):
        part = document.part_at(offset)
        return part.span if part and part.kind in {"appendix", "attachment"} else _around(document, offset, scope)
    scheme = {"本章": "chapter", "本节": "division"}.get(scope, "article")
    own = section = document.section_at(offset)
    while section is not None and section.parent >= 0 and section.mark.scheme != scheme:
        section = document.sections[section.parent]
    # 3.2.5 本条所称: where a clause has a section to itself that is no article, it speaks of those beside it.
    beside = section is own and section is not None and section.mark.scheme != scheme
    return document.span if section is None or beside else section.span


def _around(document: Document, offset: int, scope: str) -> Span:
    """The table that ends before a note on it; the whole document for anything else."""
    tables = document.tables
    at = bisect_right([table.span.start for table in tables], offset) - 1
    if at < 0 or "表" not in scope:
        return document.span
    return Span(tables[at].span.start, max(tables[at].span.end, offset + 1))
