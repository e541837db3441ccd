"""Clauses that a document says many times in the same words, and the few that lack a word of them.

“确诊符合《…》的糖尿病”, thirteen diseases alike, and “确诊《…》的克罗恩病”: clauses are gathered by how they begin and
by how they end, the words that most of a group share are its frame, and a clause that leaves the frame and takes it up
again a word later lacks that word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from linter.facts.base import flow
from linter.language import NamedTuple, Span, finds, is_han, lazy, lexicon
from linter.structure import Document, fact

__all__ = ["Lacking", "lacking_words"]

# A clause ends at a mark; the words up to a title are read as a clause, too.
_CLAUSE = lazy("[^,;:。!?\n\t|]{14,120}")
_TITLE = lazy("^.{6,80}?》")
_ANCHOR = 8
# So many clauses hold to a frame, so large a share of those that begin alike, and so many times those that lack a word.
_HOLDING, _SHARE, _TIMES = 8, 0.6, 5
# A frame of fewer characters, or that is taken up for fewer, shows nothing.
_FRAME, _TAKEN_UP = 14, 6
_LONGEST = 3
# A whole line that stands so often, so many times as often as it does without 的: 同时满足下列情形的,不予行政处罚:.
_PARTICLE = "的"
_LINE, _LINE_TIMES = range(8, 61), 8
# Lists in a sentence; their first and last items carry other words, and the whole one stands twice or more.
_ROW = lazy("[\u4e00-\u9fff]{1,10}(?:、[\u4e00-\u9fff]{1,10}){7,60}+(?!、)")
_ITEMS, _WHOLE = 7, 2
# Where such a list may stand: the pattern alone would be tried at each character.
_RUN = lazy("[\u4e00-\u9fff、]{15,}")
# Characters told on each side of a gap.
_SHOWN = 4
# Words that a clause may have or not, with another sense or with none.
_MEANT = lexicon.members("FRAME_WORD")


class Lacking(NamedTuple):
    """Where a clause lacks a word: the characters around the gap, the word, and a clause that has it."""

    span: Span
    word: str
    words: str
    usual: str
    model: Span
    times: int


@fact("lacking-words")
def lacking_words(document: Document) -> tuple[Lacking, ...]:
    """Clauses that lack a word which at least eight clauses of the same frame have, lines that lack a 的 which at least
    eight such lines have, and lists of many items that lack one of them, in order, each once.
    """
    text = document.read(flow).text
    clauses: list[tuple[int, int]] = []
    for match in _CLAUSE.finditer(text):
        clauses.append(match.span())
        words = match[0]
        title = _TITLE.match(words) if "》" in words else None
        if title:
            clauses.append((match.start(), match.start() + title.end()))
    found: dict[int, Lacking] = {}
    for backwards in (False, True):
        for one in _lacking(document, text, clauses, backwards=backwards):
            found.setdefault(one.span.start, one)
    for one in (*_lines(document), *_rows(document)):
        found.setdefault(one.span.start, one)
    return tuple([found[start] for start in sorted(found)])


def _lacking(document: Document, text: str, clauses: list[tuple[int, int]], *, backwards: bool) -> Iterator[Lacking]:
    groups: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    anchors = [
        text[max(start, end - _ANCHOR) : end] if backwards else text[start:end][:_ANCHOR] for start, end in clauses
    ]
    often = Counter(anchors)
    if not often or max(often.values()) <= _HOLDING:
        return
    for anchor, (start, end) in zip(anchors, clauses, strict=True):
        if often[anchor] > _HOLDING:
            words = text[start:end][::-1] if backwards else text[start:end]
            groups[anchor].append((words, end if backwards else start))
    stream = document.read(flow)
    step = -1 if backwards else 1
    for group in groups.values():
        frame, model = _frame(group)
        for at, size, place, holding in _missing(group, frame) if frame else ():
            word, before, behind = frame[at : at + size], frame[at - _SHOWN : at], frame[at + size :][:_SHOWN]
            ends = sorted((place + step * (at - _SHOWN), place + step * (at + len(behind))))
            shown = sorted((model + step * (at - _SHOWN), model + step * (at + size + len(behind))))
            words, usual = (before + behind)[::step], (before + word + behind)[::step]
            yield Lacking(stream.span(*ends), word[::step], words, usual, stream.span(*shown), holding)


def _lines(document: Document) -> Iterator[Lacking]:
    """Lines and cells that lack the particle which the same line has everywhere else."""
    stream = document.read(flow)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for unit in stream.units:
        if len(unit.paragraph.text) in _LINE:
            places[unit.paragraph.text].append(unit.start)
    for usual, spots in places.items():
        for at in finds(usual, _PARTICLE) if len(spots) >= _LINE_TIMES else ():
            rare = usual[:at] + usual[at + 1 :]
            few = places.get(rare, ())
            if len(few) * _LINE_TIMES <= len(spots):
                model = stream.span(spots[0], spots[0] + len(usual))
                for start in few:
                    span = stream.span(start, start + len(rare))
                    yield Lacking(span, _PARTICLE, rare, usual, model, len(spots))


def _rows(document: Document) -> Iterator[Lacking]:
    """Lists that lack an inner item of a list that is theirs but for it: 烧荒、采石、挖沙 without 开矿."""
    stream = document.read(flow)
    rows: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    runs = [run.span() for run in _RUN.finditer(stream.text) if run[0].count("、") >= _ITEMS]
    for match in (match for run in runs for match in _ROW.finditer(stream.text, *run)):
        first, *inner, _ = match[0].split("、")
        rows[tuple(inner)].append(match.start() + len(first) + 1)
    for whole, places in list(rows.items()):
        for at in range(1, len(whole) - 1) if len(places) >= _WHOLE and len(whole) >= _ITEMS else ():
            few = rows.get(whole[:at] + whole[at + 1 :], ())
            if len(few) == 1:
                ahead = len("、".join(whole[: at - 1])) + 1 if at > 1 else 0
                words, usual = "、".join((whole[at - 1], whole[at + 1])), "、".join(whole[at - 1 : at + 2])
                start, model = few[0] + ahead, places[0] + ahead
                span, model_span = stream.span(start, start + len(words)), stream.span(model, model + len(usual))
                yield Lacking(span, whole[at], words, usual, model_span, len(places))


def _missing(group: list[tuple[str, int]], frame: str) -> Iterator[tuple[int, int, int, int]]:
    """The gaps of a group, if they are few: where in the frame, how long, the place of the clause, how many have it."""
    gaps = [(at, size, place) for words, place in group for at, size in _gaps(words, frame)]
    for (at, size), places in Counter([gap[:2] for gap in gaps]).items():
        kept = frame[: at + size + _TAKEN_UP]
        holding = sum(1 for words, _ in group if words.startswith(kept))
        if places * _TIMES <= holding:
            for gap in gaps:
                if gap[:2] == (at, size):
                    yield *gap, holding


def _frame(group: list[tuple[str, int]]) -> tuple[str, int]:
    """The words that most of a group begin with, and one place that does; nothing if they are few."""
    live = group
    size = _ANCHOR
    while True:
        following = Counter(words[size] for words, _ in live if len(words) > size)
        ((character, times),) = following.most_common(1) or [("", 0)]
        if times < _HOLDING or times < _SHARE * len(group):
            break
        live = [one for one in live if one[0][size : size + 1] == character]
        size += 1
    words, place = live[0]
    return (words[:size], place) if size >= _FRAME else ("", 0)


def _gaps(words: str, frame: str) -> Iterator[tuple[int, int]]:
    """Where words leave a frame and take it up again behind a word of it: the offset, and how long the word is."""
    if words.startswith(frame):
        return
    at = next((at for at, (one, other) in enumerate(zip(words, frame, strict=False)) if one != other), len(words))
    for size in range(1, _LONGEST + 1):
        rest = frame[at + size : at + size + _ANCHOR]
        word = frame[at : at + size]
        meant = size == 1 or not _MEANT.isdisjoint((word, word[::-1]))
        # 水源水源: the frame itself says a word twice.
        meant = meant or rest.startswith(word) or frame.endswith(word, 0, at)
        if len(rest) >= _TAKEN_UP and words.startswith(rest, at) and all(map(is_han, word)) and not meant:
            yield at, size
            return
