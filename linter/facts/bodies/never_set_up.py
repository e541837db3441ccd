"""Bodies of command that act and were never set up, beside one that was: 应急领导小组, where a 指挥部 was set up.

A document that sets up its own body of command under one kind of name (成立…指挥部) and gives a task to a body of
another kind (由应急领导小组宣布), whose name holds nothing but words of the one that was set up, has no such body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from linter.facts.base import Flow, flow, own_words
from linter.language import NamedTuple, Span, is_han, lazy, lexicon
from linter.structure import Document, fact

__all__ = ["never_set_up"]

_KIND = lazy("{COMMAND}(?!会议(?!制)|[等/])")
# Kinds that name a body of command by themselves; any sessions are 联席会议, any staff 工作专班.
_PLAIN = frozenset(("指挥部", "领导小组", "协调小组", "推进小组"))
_KINDS = 2
_VERB = r"(?<!建)(?:{SET_UP}|建立)(?![施备计])"
_SETS_UP = lazy(rf"{_VERB}([^,;。:、\n]{{0,40}})$")
# What may say that a body is set up or who it is: the wider, the more is passed.
_MAY_SET_UP = lazy(rf"{_VERB}|启动|组成|调整|[简又]称")
_DESCRIBED = lazy(
    r"[)”]?(?:[(:/或]|(?:下设|成员|[副正]{0,2}组长|[副总]*指挥[^部]|召集人|[由为是])[^,;。]{0,40}(?:[:任]|组成|机构|单位))"
)
# A heading names what it describes; 领导小组职责 describes what was set up elsewhere.
_HEADING, _MARKS = 40, frozenset("。;:,、")
_DUTIES = "职责"
# What stands before the name of a body that is given a task.
_BEFORE = frozenset("由报经向受请从告")
_NO_BOUND = frozenset("()〔〕“”")
_BARE = lazy("[省市县区州镇乡]?(?:{COMMAND_VAGUE})*{COMMAND}")
_LONGEST = 24
_SENTENCE = lazy("[。;\n]")


class NeverSetUp(NamedTuple):
    """A body that acts, with its places in order; the body that was set up, with the place where it was."""

    name: str
    spans: tuple[Span, ...]
    known: str
    known_span: Span


class _CommandMention(NamedTuple):
    """Where the name of a body begins and ends, its kind, and where its sentence begins."""

    start: int
    end: int
    kind: str
    sentence: int


def _mentions(text: str) -> list[_CommandMention]:
    """The kinds of bodies of command named in a text, each with the start of its sentence."""
    starts = [0, *[match.end() for match in _SENTENCE.finditer(text)]]
    return [
        _CommandMention(*match.span(), match[0], starts[bisect_right(starts, match.start()) - 1])
        for match in _KIND.finditer(text)
    ]


@fact("never-set-up")
def never_set_up(document: Document) -> tuple[NeverSetUp, ...]:
    """The bodies of command that act without having been set up, each once, in order of place."""
    text = document.read(own_words)
    # One kind alone is that of the body that was set up.
    if sum(kind in text for kind in lexicon.words("COMMAND")) < _KINDS:
        return ()
    mentions = _mentions(text)
    set_up = {one.kind: (one, match) for one in reversed(mentions) if (match := _setting_up(text, one))}
    others = [one for one in mentions if one.kind not in set_up] if set_up else []
    stream = document.read(flow)
    known = _that_may_be_set_up(stream, text, others)
    places: dict[str, list[_CommandMention]] = {}
    names = {name for _, name in set_up.values()}
    for one in _acting(
        [one for one in others if one.kind not in known], text, names, plain=not _PLAIN.isdisjoint(set_up)
    ):
        places.setdefault(text[one.start : one.end], []).append(one)
    if not places:
        return ()
    first, name = min(set_up.values())
    model = stream.span(first.end - len(name), first.end)
    return tuple(
        [
            NeverSetUp(words, tuple([stream.span(one.start, one.end) for one in found]), name, model)
            for words, found in places.items()
        ]
    )


def _setting_up(text: str, one: _CommandMention) -> str:
    """The name of a body that the words before it set up, else nothing."""
    match = _SETS_UP.search(text, max(one.sentence, one.start - _HEADING - 4), one.start)
    return match[1] + one.kind if match else ""


def _that_may_be_set_up(stream: Flow, text: str, mentions: Iterable[_CommandMention]) -> set[str]:
    """The kinds of bodies of which the words around may say that they are set up or who belongs to them, or that head
    what does.
    """
    found: set[str] = set()
    told: dict[int, int] = {}  # By the start of a sentence, where it first speaks of setting up.
    for one in mentions:
        if one.sentence not in told:
            end = _SENTENCE.search(text, one.end)
            match = _MAY_SET_UP.search(text, one.sentence, end.start() if end else len(text))
            told[one.sentence] = match.end() if match else len(text)
        said = told[one.sentence] <= one.start or text[max(one.start - 1, 0)] == "("
        if one.kind not in found and (said or _DESCRIBED.match(text, one.end) or _heads(stream, text, one)):
            found.add(one.kind)
    return found


def _heads(stream: Flow, text: str, one: _CommandMention) -> bool:
    unit = stream.unit_at(one.start)
    line = text[unit.start : unit.end].rstrip() if unit.end - unit.start <= 2 * _HEADING else ""
    return 0 < len(line) <= _HEADING and line[-1] not in _MARKS and not line.endswith(_DUTIES)


def _acting(
    mentions: Iterable[_CommandMention], text: str, names: set[str], *, plain: bool
) -> Iterator[_CommandMention]:
    """The mentions of bodies that are given a task, from the first character of their names.

    ``names`` are those of the bodies that were set up, ``plain`` says that one of these is named by a kind that needs
    no more.
    """
    words = frozenset("".join([*names, *lexicon.words("COMMAND_VAGUE")]))
    for one in mentions:
        start = one.start
        while start > one.start - _LONGEST and text[start - 1] in words and text[start - 1] not in _BEFORE:
            start -= 1
        before = text[start - 1]
        if _BARE.fullmatch(text, start, one.end) and not (plain and one.kind in _PLAIN):
            continue
        if before in _BEFORE or not (is_han(before) or before in _NO_BOUND):
            yield one._replace(start=start)
