"""How many levels a document says there are: 预警分为四级, 设定为Ⅰ级、Ⅱ级、Ⅲ级三个等级; with no word for dividing,
where nothing but levels stands beside the number: 红色、橙色、黄色、蓝色四级, 五个等级(优秀、良好…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.facts.bands.levels import LevelName, names_in, steps_in
from linter.facts.bands.model import Kind
from linter.language import NamedTuple, Span, lazy, number
from linter.structure import Document, Paragraph, fact

__all__ = ["DeclaredLevels", "declared_levels"]

_COUNT = lazy(
    r"(?:{DIVIDED}|共分|(?<![部处区十百成])分(?=[一二三四五六\d特Ⅰ]))"
    r"(?P<list>[^。;:]{0,60}?)(?<![、和及与十])(?P<count>(?P<n>[二两三四五六2-6])个?(?:等?级|级别|档次?))"
    r"(?!{RANKED}|{RANKED_WORK}|[以、和(])"
)
_SIGN = lazy(r"[二两三四五六2-6]个?[等档]?级|档|个等次")
# Behind the levels themselves, or before them.
_N = r"(?P<count>(?P<n>[二两三四五六2-6])个?(?:等?级|级别|档次?|等次))"
_CLOSES = lazy(rf"(?<=[级色等大般型优良中差格秀重轻度好职标档)]){_N}(?!{{RANKED}}|[以、和(])")
_OPENS = lazy(
    r"(?P<count>(?P<n>[二两三四五六2-6])(?:个(?:等?级|级别|档次?|等次)|(?<=[为成设按用照行].)[级档]))"
    r"[^\W\d_]{0,6}?(?:,(?:即|(?:分别|依次)[为是]?)[:,]?|(?P<open>[:(]))"
)
_ABOVE = lazy(r"(?<![^\W\d_])(?:以上|上述)(?P<count>(?P<n>[二两三四五六2-6])个(?:等级|级别|档次|等次))")
# What is common to both, seen at once.
_HINT = lazy(r"、[^、。;:\n]{1,16}[二两三四五六2-6]个?[等档级]|[二两三四五六2-6]个?[等档级][级次别]?[^\W\d_]{0,6}[:(,]")
_PART = lazy(r"(?:[、,]|和(?=[^和]*$))(?![^()]{0,16}\))")
_LINK = lazy(r"(?:\([^()]{0,16}\))?(?:[、,]|[和及])?")
_UNNAMED = lazy(r"[、和及与][^\W\d_]")
_BRACKET = lazy(r"\([^()]{0,16}\)")
_NEAR, _LAST, _FEWEST, _NOUN = 80, 24, 3, 4
# Nobody would read a list of levels so far.
_REACH = 400
_STOP, _SENTENCE = lazy("[。;)]"), lazy("[。;]")
# The level above the first, and within how many characters before it.
_TOP, _CLOSE = "特级", 12
_FOLLOWS = lazy(r"[,(]?(?:即|(?:由[高低]到[高低],?)?(?:分别|依次)[为是用以]|:)")


class DeclaredLevels(NamedTuple):
    """A statement: the number of levels, of what kind of scale, and the names it lists itself (none: it lists none)."""

    paragraph: Paragraph
    start: int
    end: int
    declared: int
    kind: Kind
    names: tuple[LevelName, ...]

    @property
    def words(self) -> str:
        """The statement, its list included."""
        return self.paragraph.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its place in the raw text."""
        return self.paragraph.span(self.start, self.end)


@fact("declared-levels")
def declared_levels(document: Document) -> tuple[DeclaredLevels, ...]:
    """The statements on the number of levels, in order of place."""
    return tuple([one for paragraph in document.paragraphs if _may_count(paragraph.text) for one in _in(paragraph)])


def _may_count(text: str) -> bool:
    """Whether a text can state a number of levels: a cheap test."""
    return ("级" in text or "档" in text) and _SIGN.search(text) is not None


def _in(paragraph: Paragraph) -> Iterator[DeclaredLevels]:
    divided = list(_divided(paragraph))
    yield from divided
    for match in _ABOVE.finditer(paragraph.text):
        yield DeclaredLevels(paragraph, *match.span("count"), int(number(match["n"])), _kind(paragraph.text, match), ())
    if "、" in paragraph.text and _HINT.search(paragraph.text):
        taken = {one.end for one in divided}
        yield from (one for one in _beside(paragraph) if one.end not in taken)


def _beside(paragraph: Paragraph) -> Iterator[DeclaredLevels]:
    """The numbers that stand right behind or before a list of nothing but levels."""
    text = paragraph.text
    for match in _CLOSES.finditer(text):
        near = "、" in text[max(0, match.start() - _LAST) : match.start()]
        names = _run_before(text, match.start()) if near else ()
        if len(names) >= _FEWEST:
            start, end = names[0].start, match.end("count")
            yield DeclaredLevels(paragraph, start, end, int(number(match["n"])), _kind(text, match), names)
    for match in _OPENS.finditer(text):
        far = match.end() + _REACH
        stop = (_STOP if match["open"] == "(" else _SENTENCE).search(text, match.end(), far)
        names = _run(text, match.end(), stop.start() if stop else min(far, len(text)))
        if names:
            start, end = match.span("count")
            yield DeclaredLevels(paragraph, start, end, int(number(match["n"])), _kind(text, match), names)


def _run_before(text: str, stop: int) -> tuple[LevelName, ...]:
    """The levels of one vocabulary, linked by nothing but marks, that end right before a place."""
    run: list[LevelName] = []
    at = stop
    for name in sorted(_all(text, max(0, stop - _NEAR), stop), key=lambda name: -name.end):
        if run and name.end > run[0].start:
            continue
        between = text[name.end : at]
        linked = _LINK.fullmatch(between) and bool(between) if run else between == "" or _BRACKET.fullmatch(between)
        if not linked or (run and name.vocabulary != run[0].vocabulary):
            break
        run.insert(0, name)
        at = name.start
    return tuple(run) if len({name.rank for name in run}) == len(run) else ()


def _run(text: str, start: int, stop: int) -> tuple[LevelName, ...]:
    """The levels of one vocabulary that a list consists of: each of its items is one, or one with the same noun."""
    names = _all(text, start, stop)
    by_start = {name.start: name for name in reversed(names) if name.vocabulary == names[0].vocabulary}
    parts = list(_PART.finditer(text, start, stop))
    items = list(zip([start, *(part.end() for part in parts)], [*(part.start() for part in parts), stop], strict=True))
    found = [by_start[at] for at, _ in items if at in by_start]
    nouns = {_BRACKET.sub("", text[by_start[at].end : end]) for at, end in items if at in by_start}
    inner = [name for name in names if name.vocabulary == "letter" and text[name.start - 1] == "("]
    if len(inner) == len(items) and [name.rank for name in inner] == list(range(1, len(items) + 1)):
        return tuple(inner)  # 优秀(A级)、良好(B级)
    alike = len(found) == len(items) and len({name.rank for name in found}) == len(found)
    alike = alike and len(nouns) == 1 and all(len(noun) <= _NOUN for noun in nouns)
    return tuple(found) if alike and len(found) > 1 else ()


def _all(text: str, start: int, stop: int) -> list[LevelName]:
    return sorted(
        [*steps_in(text, start, stop), *names_in(text, start, stop)], key=lambda name: (name.start, -name.end)
    )


def _divided(paragraph: Paragraph) -> Iterator[DeclaredLevels]:
    text = paragraph.text
    for match in _COUNT.finditer(text):
        names = _distinct(names_in(text, *match.span("list")))
        names = _at_number(text, names, match) if names else names
        start = names[0].start if names else match.start("count")
        end = match.end("count")
        follows = _FOLLOWS.match(text, end)
        if not names and follows:
            far = follows.end() + _REACH
            stop = (_STOP if follows[0][0] == "(" else _SENTENCE).search(text, follows.end(), far)
            names = _distinct(names_in(text, follows.end(), stop.start() if stop else far))
        names = _with_top(text, names)
        yield DeclaredLevels(paragraph, start, end, int(number(match["n"])), _kind(text, match), names)


def _at_number(text: str, names: tuple[LevelName, ...], match: re.Match[str]) -> tuple[LevelName, ...]:
    """The names that a number counts: no list whose last item is none of them (一般风险和低风险四级), and of two lists
    the one right before it (分为一级、二级、三级河道,一级、二级两个级别由…).
    """
    stop = match.start("count")
    if _UNNAMED.search(text, names[-1].end, stop):
        return ()
    if text.find(",", names[0].end, stop) < 0:
        return names
    near = _run_before(text, stop)
    return near if 1 < len(near) < len(names) and text[near[0].start - 1] == "," else names


def _distinct(names: Sequence[LevelName]) -> tuple[LevelName, ...]:
    """The names of the vocabulary used most, each rank once; a single name is no list."""
    by_vocabulary: dict[str, dict[int, LevelName]] = {}
    for name in names:
        by_vocabulary.setdefault(name.vocabulary, {}).setdefault(name.rank, name)
    best = max(by_vocabulary.values(), key=len, default={})
    return tuple(best.values()) if len(best) > 1 else ()


def _with_top(text: str, names: tuple[LevelName, ...]) -> tuple[LevelName, ...]:
    """The names with 特级 in front where it stands close before numbered ones: 特级护理、一级护理."""
    if not names or names[0].vocabulary != "numeral":
        return names
    at = text.rfind(_TOP, max(0, names[0].start - _CLOSE), names[0].start)
    return names if at < 0 else (LevelName("numeral", 0, _TOP, at, at + len(_TOP)), *names)


def _kind(text: str, match: re.Match[str]) -> Kind:
    """By the words of the sentence before the statement, or right behind it (四级预警)."""
    sentence = text[text.rfind("。", 0, match.start()) + 1 : match.start()] + text[match.end() : match.end() + 4]
    at = {word: sentence.rfind(word) for word in ("预警", "响应")}
    last = max(at, key=lambda word: at[word])
    if at[last] < 0:
        return "event"
    return "warning" if last == "预警" else "response"
