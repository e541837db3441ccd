"""Which response level an event level leads to: by the conditions of response levels, by sentences and by
tables that pair them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.facts.bands.levels import LevelName, names_in, steps_in
from linter.facts.bands.model import GradedItem, Scale
from linter.facts.bands.scales import scales
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, fact

__all__ = ["Mapped", "mappings", "response_steps", "response_turns"]

# 发生重大以上突发事件, 针对较大和一般事故: an event that has happened, named with its level.
_HAPPENED = lazy(r"{HAPPENED}[^,。;]{0,12}?(?={DEGREE})")
_NOUN = lazy(r"[^,。;]{0,20}?{EVENT}")
_UPWARDS = lazy(r"(?:及|或)?以上|及其以上")
_STOP = lazy(r"[,。;]")
_HEDGED = lazy(r"{HEDGED}")
# 发生特别重大、重大事故,启动一级响应; 初判发生较大、一般事件时,分别启动Ⅲ级、Ⅳ级响应.
_PROSE = lazy(
    r"(?:{HAPPENED}|^[\d()一二三四五六七八九十.、 ]{1,6}(?={DEGREE}))"
    r"(?P<events>(?:(?!发生)[^;。]){2,60}?)(?:的|时|后)?,"
    r"(?:由[^,;。]{2,20})?(?P<each>分别)?(?:启动|实施|进入)(?P<responses>[^;。,]{2,30}?)响应"
)
# 发布橙色预警时,启动Ⅱ级响应; 发生中度干旱,启动三级响应.
_STARTS = lazy(r"(?P<before>[^;。]{2,40}?)(?:的|时|后)?,(?:启动|实施|进入)(?P<response>[^;。,]{2,12}?)响应")
# 启动区Ⅰ级响应: a level of its own tier, beside those of the province.
_TIER = lazy(r"[省市县区](?!级)")
_RESPONSE = lazy(r"^(?:启动)?[^。;]{0,8}级(?:应急)?响应$")


class Mapped(NamedTuple):
    """An event level, the response level it leads to, and where that is said."""

    response: LevelName
    span: Span


Mapping = dict[int, list[Mapped]]


@fact("mappings")
def mappings(document: Document) -> tuple[Mapping, ...]:
    """The mappings of a document, each from event rank to responses, in order of place; those of one event left out."""
    found = [_by_conditions(scale) if scale.kind == "response" else _by_table(scale) for scale in document.read(scales)]
    found += [_by_prose(paragraph) for paragraph in document.paragraphs if "响应" in paragraph.text]
    found += [_of_list(steps) for steps in document.read(response_steps)]
    return tuple(sorted((mapping for mapping in found if len(mapping) > 1), key=_place))


def _of_list(steps: tuple[tuple[int, Mapped], ...]) -> Mapping:
    mapping: Mapping = {}
    for rank, mapped in steps:
        mapping.setdefault(rank, []).append(mapped)
    return mapping


def _place(mapping: Mapping) -> int:
    return min(mapped.span.start for found in mapping.values() for mapped in found)


def _by_prose(paragraph: Paragraph) -> Mapping:
    mapping: Mapping = {}
    text = paragraph.text
    for match in _PROSE.finditer(text):
        events = [name for name in names_in(text, *match.span("events")) if name.vocabulary == "event"]
        responses = [name for name in names_in(text, *match.span("responses")) if name.vocabulary == "numeral"]
        if responses and _TIER.match(match["responses"]):
            continue
        if not events or _HEDGED.search(match["events"]) or not _NOUN.match(text, events[-1].end):
            continue
        if match["each"] and len(responses) == len(events):
            pairs = list(zip(events, responses, strict=True))
        elif len(responses) == 1 and not match["each"]:
            pairs = [(event, responses[0]) for event in events]
        else:
            continue
        for event, response in pairs:
            mapped = Mapped(response, paragraph.span(event.start, event.end))
            for rank in _ranks(text, event):
                mapping.setdefault(rank, []).append(mapped)
    return mapping


@fact("response-steps")
def response_steps(document: Document) -> tuple[tuple[tuple[int, Mapped], ...], ...]:
    """Items of one list that each say what events start: rank and response, in order of place."""
    lists: dict[tuple[int, int], list[tuple[int, Mapped]]] = {}
    for section in document.sections:
        found = _by_prose(section.heading) if "响应" in section.heading.text else {}
        steps = lists.setdefault((section.part, section.parent), []) if found else []
        steps += [(rank, mapped[0]) for rank, mapped in sorted(found.items())]
    return tuple(tuple(steps) for steps in lists.values() if len(steps) > 2)


def _ranks(text: str, event: LevelName) -> tuple[int, ...]:
    """The ranks that the name of an event stands for: 重大以上 are two."""
    return tuple(range(1, event.rank + 1)) if _UPWARDS.match(text, event.end) else (event.rank,)


def _by_conditions(scale: Scale) -> Mapping:
    mapping: Mapping = {}
    if scale.levels[0].name.vocabulary != "numeral":
        return mapping
    for level in scale.levels:
        for item in level.items:
            for rank, name in _events(item):
                mapped = Mapped(level.name, item.paragraph.span(name.start, name.end))
                mapping.setdefault(rank, []).append(mapped)
    return mapping


def _events(item: GradedItem) -> Iterator[tuple[int, LevelName]]:
    """The ranks of the events that a condition speaks of as having happened; 重大以上 are two."""
    text = item.text
    happened = _HAPPENED.search(text)
    if happened is None or _HEDGED.search(text):
        return
    stop = _STOP.search(text, happened.end())
    end = stop.start() if stop else len(text)
    names = [name for name in names_in(text, happened.end(), end) if name.vocabulary == "event"]
    if not names or not _NOUN.match(text, names[-1].end):
        return
    base = item.start
    for name in names:
        placed = name._replace(start=name.start + base, end=name.end + base)
        yield from ((rank, placed) for rank in _ranks(text, name))


def _by_table(scale: Scale) -> Mapping:
    mapping: Mapping = {}
    if scale.section >= 0 or scale.levels[0].name.vocabulary != "event":
        return mapping
    for level in scale.levels:
        for item in (*level.items, *level.deeds):
            names = [name for name in names_in(item.text) if name.vocabulary == "numeral"]
            if len(names) == 1 and _RESPONSE.match(item.text.strip()):
                name = names[0]
                span = item.paragraph.span(item.start + name.start, item.start + name.end)
                mapping.setdefault(level.name.rank, []).append(Mapped(name, span))
    return mapping


class Started(NamedTuple):
    """A level, its words, the response that it starts, and where both are said."""

    rank: int
    words: str
    response: LevelName
    span: Span


@fact("response-turns")
def response_turns(document: Document) -> tuple[tuple[Started, Started], ...]:
    """The levels of a sentence that start a response out of turn, each with the level beside it."""
    some = [one for one in document.paragraphs if "响应" in one.text and one.text.count("响应") > 2]
    runs = [run for paragraph in some for run in _runs(paragraph)]
    return tuple(turn for run in runs if (turn := _out_of_turn(run)))


def _runs(paragraph: Paragraph) -> Iterator[list[Started]]:
    """The clauses of a paragraph that each name one level and the response that it starts: of one vocabulary."""
    by_vocabulary: dict[str, list[Started]] = {}
    text = paragraph.text
    for match in _STARTS.finditer(text):
        responses = [name for name in names_in(text, *match.span("response")) if name.vocabulary == "numeral"]
        before = match.span("before")
        names = [one for one in (*names_in(text, *before), *steps_in(text, *before)) if one.vocabulary != "numeral"]
        if len(responses) != 1 or len({one.start for one in names}) != 1 or _HEDGED.search(match["before"]):
            continue
        for name in names:
            span = paragraph.span(name.start, responses[0].end)
            started = Started(name.rank, name.words, responses[0], span)
            by_vocabulary.setdefault(name.vocabulary, []).append(started)
    most = max(map(len, by_vocabulary.values()), default=0)
    yield from (run for run in by_vocabulary.values() if len(run) == most > 2)


def _out_of_turn(run: list[Started]) -> tuple[Started, Started] | None:
    """The one level whose response is not the one in turn, where all others go one way, one response for each."""
    steps = sorted(run)
    ranks = [one.response.rank for one in steps]
    if len({one.rank for one in steps}) < len(steps) or ranks == sorted(set(ranks)):
        return None
    shifts = Counter(one.response.rank - one.rank for one in steps)
    for at, one in enumerate(steps):
        rest = ranks[:at] + ranks[at + 1 :]
        lacks = set(range(min(rest), max(rest) + 1)) - set(rest) or ranks != sorted(ranks)
        if lacks and rest == sorted(set(rest)) and shifts[one.response.rank - one.rank] == 1:
            same = [other for other in steps if other is not one and other.response.rank == one.response.rank]
            return one, (same or [steps[at - 1] if at else steps[1]])[0]
    return None
