"""Words and sentences written twice in one place.

Runs of clauses that a document says again in another place, found by hashing runs of fixed length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter

from linter.facts.base import (
    HIDDEN,
    PAIR_BITS,
    Clause,
    Flow,
    Sentence,
    as_pair,
    bigrams,
    characters,
    clauses,
    code_units,
    copied_article,
    copied_articles,
    flow,
    own_words,
    sentences,
)
from linter.facts.wording.doubled import VERBS, Repeat, doubled
from linter.facts.wording.parallels import masked
from linter.language import NamedTuple, finds, is_han, lazy
from linter.language.near import common_ends
from linter.structure import Document, fact

__all__ = ["recurrences", "repeats"]

# What stands between the number of a heading and its words, and the shortest heading that a sentence repeats.
_MARKED = lazy(r"[\d一二三四五六七八九十)〕][)、.,]? ?$")
_HEADING = 4
# What a sentence is about, or its rank in a row: 其次,就犯罪的防制而言.
_TOPIC = lazy("首先|[其再]次|最后|第[一二三四五六]|[^,]{2,}{TOPIC},")
# Shorter sentences (具体如下。) may recur.
_SENTENCE = 8
# Shorter paragraphs (headings, signatures) may stand twice.
_PARAGRAPH = 20
# Two clauses that open two sentences of a paragraph alike, in characters; no statute of 3.4 million does.
_OPENING = 12
_NEAR = 120
# A measure and the aim it names in the same words, in characters.
_AIM = 10
_OPENED = lazy("[^,;:。]+[,;:][^,;:。!?]+")
# A clause in the last words of the one before it: 应当符合国家规定的标准,符合国家规定的标准.
_CLAUSE = lazy("(?:,(?=[\u4e00-\u9fff、\\d]{6})|;(?=[\u4e00-\u9fff、\\d]{8}))([\u4e00-\u9fff、\\d]{6,40})(?=[,;。])")
# Two clauses in a row that begin alike in so many characters and end in at most so many others.
_RESTART, _OTHERWISE = 12, 6
_MARK = lazy("[,;:。\n()]")
_RESTARTED = lazy(f"(?<![^,;:。\n()])([^,;:。\n()]{{{_RESTART}}})[^,;:。\n()]*,(?=\\1)")
# 未对非法行医点未进行回访的: one verb, twice negated.
_NEGATED = lazy("(未对)[^,;:。\n未]{4,24}(未(?:进行|开展|实施|作出))[^,;:。\n]{1,8}?(?=的?[,。;)\n])")
# A character beside itself, as a pair.
_TWICE = 1 | 1 << PAIR_BITS
_AIMED = ("从而", "进而", "以便", "以此")


@fact("repeats")
def repeats(document: Document) -> tuple[Repeat, ...]:
    """Doubled words outside of quotations, and sentences repeated in their paragraph or the one below it, in order."""
    stream = document.read(flow)
    prose = document.read(sentences)
    words = document.read(own_words)
    found = [
        one
        for one in doubled(words, document.read(code_units), _doubled_characters(document))
        if not _is_joint(stream, one)
    ]
    found += _sentences(stream, prose)
    found += [*_aims(stream.text, prose), *_echoes(stream, words), *_restarts(words), *_paragraphs(stream)]
    return tuple(sorted(set(found)))


def _doubled_characters(document: Document) -> list[str]:
    """The Chinese characters that stand side by side with themselves."""
    present: frozenset[str] = document.read(characters)
    doubles = document.read(bigrams).keys() & set(map(_TWICE.__mul__, map(ord, present)))
    return [one for number in doubles if is_han(one := as_pair(number)[0])]


def _is_joint(stream: Flow, one: Repeat) -> bool:
    """Whether conversion put side by side what the document has apart.

    A heading before the sentence that begins with it, cells of one value made one, or columns set by spaces.
    """
    start, end, first = one
    words = stream.text[start:end]
    if first != (start, end):
        # 地址:　　　　地址: in the two columns of a contract.
        return first[1] == start and stream.span(start, end).start - stream.span(*first).end > 1
    unit = stream.unit_at(start)
    if " " in words and unit.table >= 0:
        return not (is_han(stream.text[start - 1]) or is_han(stream.text[end]))
    middle = start + len(words) // 2 - unit.start
    leads = start == unit.start or _MARKED.search(stream.text, max(start - 8, unit.start), start) is not None
    pieces = unit.paragraph.pieces
    at = bisect_left(pieces, middle, key=attrgetter("offset"))
    joined = at < len(pieces) and pieces[at].offset == middle
    return (joined and words[: len(words) // 2] not in VERBS) or (leads and len(words) >= 2 * _HEADING)


def _sentences(stream: Flow, found: tuple[Sentence, ...]) -> Iterator[Repeat]:
    """Sentences that stand twice in a paragraph, or of which two open alike."""
    text = stream.text
    long = [sentence for sentence in found if sentence.end - sentence.start >= _SENTENCE]
    for _, group in groupby(long, itemgetter(2)):
        within = list(group)
        # What repeats a sentence, or opens like one, begins with the same words.
        if len({text[start : start + _SENTENCE] for start, _, _ in within}) < len(within):
            yield from _alike(text, within)


def _alike(text: str, within: list[Sentence]) -> Iterator[Repeat]:
    """Sentences of one paragraph that stand twice in it or open alike."""
    seen: dict[str, Sentence] = {}
    openings: dict[str, Sentence] = {}
    for sentence in within:
        start, end, _ = sentence
        words = text[start:end]
        before = seen.setdefault(words, sentence)
        if before is not sentence:
            yield Repeat(start, end, before[:2])
            continue
        opened = _OPENED.match(words) if "," in words else None
        if opened and opened.end() >= _OPENING and not _TOPIC.match(words):
            before = openings.get(opened[0], sentence)
            openings[opened[0]] = sentence
            # Further apart, two paragraphs that conversion ran together may each open so.
            if before is not sentence and start - before.end <= _NEAR:
                yield Repeat(start, start + opened.end(), (before.start, before.start + opened.end()))


def _aims(text: str, found: tuple[Sentence, ...]) -> Iterator[Repeat]:
    """Aims in the words of the measure: 减少跑动次数,……从而减少跑动次数."""
    starts = [sentence.start for sentence in found]
    for before in (at for word in _AIMED for at in finds(text, word)):
        sentence, start = found[bisect_right(starts, before) - 1], before + 2
        parts = [clause for clause in clauses(text, sentence) if clause.end <= before]
        end = next((at for at in range(start, sentence.end) if text[at] in ",;:。"), sentence.end)
        aim = text[start:end]
        said = next((clause for clause in parts if text.endswith(aim, clause.start, clause.end)), None)
        if said and len(aim) >= _AIM:
            yield Repeat(start, end, (said.end - len(aim), said.end))


def _echoes(stream: Flow, text: str) -> Iterator[Repeat]:
    """Clauses that say again what the one before has just said, outside of tables."""
    for match in _CLAUSE.finditer(text):
        start, end = match.span(1)
        if text.endswith(match[1], 0, match.start()) and stream.unit_at(start).table < 0:
            yield Repeat(start, end, (match.start() - len(match[1]), match.start()))


def _restarts(text: str) -> Iterator[Repeat]:
    """Clauses that begin in the words of the one before and go on otherwise; verbs negated twice."""
    for match in _RESTARTED.finditer(text):
        before, start = match.span()
        mark = _MARK.search(text, start)
        end = mark.start() if mark else start
        alike = common_ends(text[before : start - 1], text[start:end])[0]
        rest = max(start - 1 - before, end - start) - alike
        if alike >= _RESTART and 0 < rest <= _OTHERWISE and is_han(text[start]):
            yield Repeat(start, start + alike, (before, before + alike))
    for match in _NEGATED.finditer(text):
        yield Repeat(*match.span(2), match.span(1))


def _paragraphs(stream: Flow) -> Iterator[Repeat]:
    """Paragraphs that stand twice in a row; in tables cells repeat by nature."""
    for above, unit in pairwise(stream.units):
        words = unit.paragraph.text
        if words == above.paragraph.text and len(words) >= _PARAGRAPH and unit.table < 0:
            yield Repeat(unit.start, unit.end, (above.start, above.end))


# So many clauses in a row, together so long, are a copy and no figure of speech.
_RUN = 3
_LENGTH = 30
# A whole sentence this long is one, however few clauses it has.
_WHOLE = 24
# What stands more often is a formula of the document.
_OFTEN = 2


class Recurrence(NamedTuple):
    """Words at ``start:end`` of the flow that stood before at ``first``."""

    start: int
    end: int
    first: tuple[int, int]


@fact("recurrences")
def recurrences(document: Document) -> tuple[Recurrence, ...]:
    """Sentences, or runs of clauses, that occur twice in the prose of one part; parallel sections repeat by right.

    So do articles of other acts that are copied where each offence is told.
    """
    stream = document.read(flow)
    own = document.read(own_words)
    prose = [one for one in document.read(sentences) if stream.units[one.unit].table < 0 and own[one.start] != HIDDEN]
    copied = document.read(copied_articles)
    runs = [run for one in prose if not copied_article(copied, one.start) for run in _runs(stream.text, one)]
    often = Counter(stream.text[start:end] for start, end, _ in runs)
    seen: dict[str, tuple[int, int, int]] = {}
    found: list[Recurrence] = []
    for start, end, unit in runs:
        words = stream.text[start:end]
        before = seen.setdefault(words, (start, end, unit))
        if before[0] == start or often[words] > _OFTEN or not _apart(document, stream, before, (start, end, unit)):
            continue
        last = found[-1] if found else None
        if last and start < last.end and before[0] < last.first[1]:
            found[-1] = Recurrence(last.start, max(end, last.end), (last.first[0], max(before[1], last.first[1])))
        else:
            found.append(Recurrence(start, end, before[:2]))
    return tuple(found)


def _runs(text: str, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """A whole short sentence, or every run of clauses of a longer one, with its unit."""
    parts: list[Clause] = clauses(text, sentence)
    if len(parts) < _RUN:
        # 〔市财政局、市税务局负责〕 names who is charged, and recurs as often as they are.
        if sentence.end - sentence.start >= _WHOLE and text[sentence.start] not in "〔(":
            yield sentence.start, sentence.end, sentence.unit
        return
    for at in range(len(parts) - _RUN + 1):
        start, end = parts[at].start, parts[at + _RUN - 1].end
        if end - start >= _LENGTH:
            yield start, end, sentence.unit


def _apart(document: Document, stream: Flow, one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether two places are in one part, in different paragraphs, and not in parallel sections or articles."""
    first, second = stream.units[one[2]], stream.units[other[2]]
    if one[2] == other[2] or first.part != second.part:
        return False
    left = document.sections_at(first.paragraph.source(0))[::-1]
    right = document.sections_at(second.paragraph.source(0))[::-1]
    if not left or not right or any(one.mark.scheme == "article" for one in (*left, *right)):
        return False
    fork = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a is not b), -1)
    if fork < 0:
        return True
    return masked(left[fork].title) != masked(right[fork].title)
