"""How many levels a document says there are: 预警分为四级, 设定为Ⅰ级、Ⅱ级、Ⅲ级三个等级."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.facts.bands.levels import LevelName, names_in
from linter.facts.bands.model import Kind
from linter.language import NamedTuple, Span, lazy, number
from linter.structure import Document, Paragraph, fact

__all__ = ["DeclaredLevels", "declared_levels"]

_COUNT = lazy(
    r"(?:{DIVIDED}|共分|(?<![部处区十百成])分(?=[一二三四五六\d特Ⅰ]))"
    r"(?P<list>[^。;:]{0,60}?)(?<![、和及与十])(?P<count>(?P<n>[二两三四五六2-6])个?(?:等?级|级别|档次?))"
    r"(?!{RANKED}|{RANKED_WORK}|[以、和(])"
)
_SIGN = lazy(r"[二两三四五六2-6]个?[等档]?级|档")
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
    text = paragraph.text
    for match in _COUNT.finditer(text):
        names = _distinct(names_in(text, *match.span("list")))
        start = names[0].start if names else match.start("count")
        end = match.end("count")
        follows = _FOLLOWS.match(text, end)
        if not names and follows:
            stop = (_STOP if follows[0][0] == "(" else _SENTENCE).search(text, follows.end())
            names = _distinct(names_in(text, follows.end(), stop.start() if stop else None))
        names = _with_top(text, names)
        yield DeclaredLevels(paragraph, start, end, int(number(match["n"])), _kind(text, match), names)


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
