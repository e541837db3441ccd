"""Words and patterns of YAML checks, and where they stand. Patterns of users run against the clock."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from typing import Any

from linter.declared.scope import Scope, ScopeUnit
from linter.forms import shape
from linter.forms.nodes import Node, Place, Problem
from linter.forms.shape import Key
from linter.kernel.finding import Label
from linter.language import NamedTuple, Span, normalise
from linter.limits import PATTERN_LENGTH, PATTERN_NODES, PATTERN_SECONDS
from linter.structure import Document

# What a pattern is made of, as far as its repetitions need it.
_PIECES = re.compile(
    r"(?s)\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<open>\()|(?P<close>\))|\{(?P<least>\d{1,9})(?:,\d*)?\}[?+]?|[^*+?]"
)


# Characters on both sides by which a run is cut into words.
_MARGIN = 8


class PatternTimeoutError(Exception):
    """A pattern that takes too long; the message names its line."""


class Hit(NamedTuple):
    """An occurrence: its match, its raw span, which of the terms it is, and the unit it stands in."""

    match: Any
    span: Span
    term: int
    unit: ScopeUnit

    @property
    def words(self) -> str:
        """Its words in normal form."""
        return str(self.match[0])

    @property
    def start(self) -> int:
        """Where it begins in its unit."""
        return int(self.match.start())


def _pattern() -> shape.Kind:
    def problems(node: Node) -> Iterator[Problem]:
        import regex

        if not node.text or len(node.text) > PATTERN_LENGTH:
            yield shape.wrong(node, f"不超过 {PATTERN_LENGTH} 字的正则表达式", "a pattern")
            return
        if weight(node.text) > PATTERN_NODES:
            yield Problem(node.place, "正则表达式重复的层数或次数过多 (pattern repeats too much)")
            return
        try:
            compiled = regex.compile(node.text)
        except (regex.error, OverflowError, RecursionError) as error:
            yield Problem(node.place, f"正则表达式有误 (bad pattern): {error}")
            return
        if compiled.match(""):
            yield Problem(node.place, "正则表达式能匹配空串 (pattern matches the empty text)")

    return shape.Kind(problems, {"type": "string", "format": "regex"})


PATTERN = Key(_pattern(), Label("正则表达式", "a pattern"), required=True)
TERM = shape.either(shape.text(), shape.table({"pattern": PATTERN}))
TERMS = shape.listed(TERM)


class Finder:
    """Finds terms in the units of a scope. A pattern that took too long once is not tried on the next document."""

    def __init__(self, nodes: Iterable[Node], scope: Scope) -> None:
        """``nodes`` are of the kind ``TERM``; they must have no problems."""
        self.scope = scope
        self.hung = ""
        self.patterns: list[tuple[int, Any, Place]] = []
        words: dict[str, int] = {}
        self.names: list[str] = []
        for index, node in enumerate(nodes):
            pattern = node.get("pattern")
            self.names.append(pattern.text if pattern else literal(node))
            if pattern:
                import regex

                self.patterns.append((index, regex.compile(pattern.text), pattern.place))
            else:
                words.setdefault(literal(node), index)
        self.words = words
        # Longest first, so that 应急管理局 is not found as 应急.
        ordered = sorted(words, key=len, reverse=True)
        self.literal = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def hits(self, document: Document) -> list[Hit]:
        """The occurrences in a document, in order of place.

        Raises PatternTimeoutError if the patterns take longer than ``PATTERN_SECONDS`` seconds.
        """
        if self.hung:
            raise PatternTimeoutError(self.hung)
        deadline = time.monotonic() + PATTERN_SECONDS
        found: list[Hit] = []
        for unit in self.scope.units(document):
            text = unit.text
            for match, term in self._matches(text, deadline):
                span = unit.span(*match.span())
                if self.scope.visible(document, span) and (not self.scope.whole or _is_whole(text, *match.span())):
                    found.append(Hit(match, span, term, unit))
        return sorted(found, key=lambda hit: hit.span)

    def _matches(self, text: str, deadline: float) -> Iterator[tuple[Any, int]]:
        if self.literal:
            for match in self.literal.finditer(text):
                yield match, self.words[match[0]]
        for term, pattern, place in self.patterns:
            left = deadline - time.monotonic()
            try:
                yield from ((match, term) for match in pattern.finditer(text, timeout=max(left, 0.001)))
            except TimeoutError:
                self.hung = _late(place)
                raise PatternTimeoutError(self.hung) from None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether words of the language end where a stretch begins and ends: 报警 does not in 预报警报."""
    from linter.language.vocabulary import seams

    begin = max(start - _MARGIN, 0)
    return {start - begin, end - begin} <= seams(text[begin : end + _MARGIN])


def weight(pattern: str) -> int:
    """How many pieces a pattern has when each repetition is written out as often as it must be: compiling does so."""
    groups = [0]
    last = 0
    for piece in _PIECES.finditer(pattern):
        if piece["open"]:
            groups.append(0)
            continue
        if piece["least"]:
            groups[-1] += last * (max(int(piece["least"]), 1) - 1)
            continue
        last = groups.pop() + 1 if piece["close"] and len(groups) > 1 else 1
        groups[-1] += last
    return sum(groups)


def _late(place: Place) -> str:
    return f"{place}: 正则表达式超过 {PATTERN_SECONDS:g} 秒 (pattern took too long)"


def literal(node: Node) -> str:
    """A term in normal form."""
    return normalise(node.text).strip()


def matches(node: Node, text: str) -> bool:
    """Whether a term is all of a text (a literal) or found in it (a pattern). Raises PatternTimeoutError."""
    pattern = node.get("pattern")
    if pattern is None:
        return literal(node) == text
    import regex

    try:
        return regex.search(pattern.text, text, timeout=PATTERN_SECONDS) is not None
    except TimeoutError:
        raise PatternTimeoutError(_late(pattern.place)) from None


def named_groups(node: Node) -> frozenset[str]:
    """The names of the groups of a term that is a pattern."""
    pattern = node.get("pattern")
    if pattern is None:
        return frozenset()
    import regex

    return frozenset(regex.compile(pattern.text).groupindex)


def shown(node: Node) -> str:
    """A term as it is shown in a message."""
    pattern = node.get("pattern")
    return pattern.text if pattern else literal(node)
