"""The verb ``rewrite``: what a pattern finds is wrong, and a template of its groups says what is right there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from linter.facts.base import flow
from linter.kernel.finding import Edit, Finding, Fix, FixKind, Label
from linter.language import NamedTuple, Span, common_ends, lazy
from linter.structure import Document

# A group of the pattern in a template: {1}, {unit}; in the name of a repair also {right}.
GROUP = lazy(r"\{(\w+)\}")
# How many characters on each side of a place a message quotes.
AROUND = 0
# A blank that is left to be filled in: the marks on both sides of it do not stand together.
_BLANK = lazy("[ \u00a0\u3000]{2}")
_REPAIR = {"zh": "改为“{right}”", "en": "Write “{right}”"}


class Passage(NamedTuple):
    """A text in normal form, from ``begin`` to ``end`` of which a message may quote, and the way to raw spans."""

    text: str
    begin: int
    end: int
    span: Callable[[int, int], Span]


class Rewrite(NamedTuple):
    """What is looked for. The place told is the group ``at`` of the pattern, or all that it matched.

    A document without one of the ``needles`` is not searched. ``use`` is the template of the right words, None where no
    repair is known; ``label`` names the repair. ``raw`` is how the place must be written in the raw text to count.
    """

    pattern: str
    needles: tuple[str, ...]
    use: str | None
    kind: FixKind
    label: Label
    raw: str
    around: int

    def possible(self, document: Document) -> bool:
        """Whether a document holds a needle, so that it must be searched."""
        text = document.read(flow).text
        return not self.needles or any(needle in text for needle in self.needles)

    def finding(self, document: Document, match: Any, passage: Passage) -> Finding | None:
        """What is told of a match, whose named groups are arguments of the message; None if its raw form is right, or
        has a blank in it.
        """
        named = match.groupdict()
        start, end = match.span("at" if named.pop("at", None) else 0)
        span = passage.span(start, end)
        raw = document.text.slice(span)
        if (self.raw and raw != self.raw) or _BLANK.search(raw):
            return None
        groups = {str(at): words for at, words in enumerate(match.groups(), 1)} | named
        right = None if self.use is None else _filled(self.use, groups)
        words = passage.text[max(start - self.around, passage.begin) : min(end + self.around, passage.end)]
        args = {**named, "words": words, "right": right or "…"}
        fix = None if right is None else self._fix(document, passage, (start, end), groups | {"right": right})
        return Finding(span, args, fix=fix)

    def _fix(self, document: Document, passage: Passage, place: tuple[int, int], values: Mapping[str, Any]) -> Fix:
        """The smallest edit that makes a place right, in the width in which it is written: ％ beside ％."""
        start, end = place
        right = values["right"]
        head, tail = common_ends(passage.text[start:end], right)
        forms = {passage.text[at]: document.text.slice(passage.span(at, at + 1)) for at in range(start, end)}
        words = "".join(forms.get(one, one) for one in right[head : len(right) - tail])
        label = Label(*(_filled(name, values) or "" for name in self.label))
        edited = passage.span(start + head, end - tail)
        if edited.start == edited.end and head:
            # Right behind what stands before, not behind a space that the normal form leaves out.
            behind = passage.span(start, start + head).end
            edited = edited._replace(start=behind, end=behind)
        return Fix(self.kind, (Edit(edited, words),), label)


def rewrite_of(row: Mapping[str, Any]) -> Rewrite:
    """The value of the verb, as plain data."""
    return Rewrite(
        row["pattern"],
        tuple(row.get("needles", ())),
        row.get("use"),
        row.get("fix", "unsafe"),
        Label(**row.get("repair", _REPAIR)),
        row.get("raw", ""),
        int(row.get("around", AROUND)),
    )


def _filled(template: str, groups: Mapping[str, Any]) -> str | None:
    """The template with the groups of a match in it; None if none of those it names took part."""
    named = [groups[name] for name in GROUP.findall(template)]
    if named and not any(named):
        return None
    return GROUP.sub(lambda found: groups[found[1]] or "", template)
