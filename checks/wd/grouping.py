"""How the checks of words tell a word that is wrong in several places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from linter.facts.base import flow
from linter.kernel.finding import Edit, Finding, Fix, Label, Related
from linter.language import vocabulary
from linter.language.confusables import confusables
from linter.language.text import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.facts.wording import Confusion, Variant
    from linter.language.confusables import Confusable, ConfusableKind
    from linter.language.text import Span
    from linter.structure.model import Document


def reasons(*kinds: ConfusableKind) -> dict[str, Label]:
    """Why each word of some kinds is wrong, by the key of its entry (泄露→泄漏)."""
    return {one.key: Label(one.zh, one.en) for one in confusables(*kinds)}


def grouped(document: Document, found: Iterable[Confusion]) -> Iterator[Finding]:
    """One finding a word, at its first place; the others are related, and one fix mends them all."""
    stream = document.read(flow)
    places: defaultdict[Confusable, list[Span]] = defaultdict(list)
    for one in found:
        places[one.entry].append(stream.span(one.start, one.end))
    for entry, spans in places.items():
        # A word of no list has no reason of its own; that of an office stands for itself.
        args = {"wrong": entry.wrong, "right": entry.right, "count": len(spans), "reason": entry.key or entry.zh}
        yield Finding(
            spans[0],
            args,
            related=tuple([Related(span, Label("同样的写法", "written the same")) for span in spans[1:]]),
            fix=Fix(
                "unsafe",
                tuple([Edit(span, entry.right) for span in spans]),
                Label(f"改为“{entry.right}”", f"write {entry.right}"),
            ),
            message="" if args["reason"] else "typo",
        )


# What is shown of a phrase on each side of what differs, in characters.
_BESIDE = 6


def told(document: Document, one: Variant) -> Iterator[Finding]:
    """One finding for a form that is written otherwise elsewhere, unless the office says that it is right."""
    stream = document.read(flow)
    place = _shown(stream.text, one.place, one.changed)
    usual = _shown(stream.text, one.usual, one.model)
    rare, other = stream.text[slice(*place)], stream.text[slice(*usual)]
    words = document.office.words
    if any(word in rare and stream.text[slice(*one.changed)] in word for word in words):
        return
    right = stream.text[slice(*one.model)]
    spans = [stream.span(*changed) for changed in (one.changed, *one.again)]
    model = Related(stream.span(*usual), Label(f"别处作“{other}”", f"elsewhere {other}"))
    again = [Related(span, Label("同样的写法", "written the same")) for span in spans[1:]]
    yield Finding(
        stream.span(*place),
        {
            "rare": rare,
            "usual": other,
            "times": one.times,
            "usual_times": one.usual_times,
            "wrong": stream.text[slice(*one.changed)],
            "right": right,
        },
        related=(model, *again),
        fix=_as_elsewhere(one, spans, right, other),
        severity=None if one.kind == "alike" else "note",
    )


def _as_elsewhere(one: Variant, spans: Iterable[Span], right: str, other: str) -> Fix | None:
    """The change to what stands elsewhere, where that is the usual form: of two that stand as often, none is."""
    if one.kind != "alike" and one.usual_times < 2 * one.times:
        return None
    return Fix("unsafe", tuple([Edit(span, right) for span in spans]), Label(f"改为“{other}”", f"write {other}"))


def _shown(text: str, place: tuple[int, int], changed: tuple[int, int]) -> tuple[int, int]:
    """A phrase cut to whole words around what differs in it, from a Chinese character to another."""
    start, end = place
    for seam in sorted(vocabulary.seams(text[start:end])):
        if seam + place[0] <= changed[0] - _BESIDE:
            start = place[0] + seam
        elif seam + place[0] >= changed[1] + _BESIDE:
            end = place[0] + seam
            break
    while start < changed[0] and not is_han(text[start]):
        start += 1
    while end > changed[1] and not is_han(text[end - 1]):
        end -= 1
    return start, end
