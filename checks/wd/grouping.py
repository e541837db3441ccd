"""How the checks of words tell a word that is wrong in several places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile

from linter.facts.base import flow
from linter.facts.wording import Confusion, Variant
from linter.kernel.finding import Finding, Label, mend, see
from linter.language import Span, is_han, vocabulary
from linter.language.confusables import Confusable, ConfusableKind, confusables
from linter.structure import Document


def reasons(*kinds: ConfusableKind) -> dict[str, Label]:
    """Why each word of some kinds is wrong, by the key of its entry (泄露→泄漏)."""
    return {one.key: Label(one.zh, one.en) for one in confusables(*kinds)}


def grouped(document: Document, found: Iterable[Confusion], *, likely: bool = False) -> Iterator[Finding]:
    """One finding a word, at its first place; the others are related, and one fix mends them all.

    What is only ``likely`` to be wrong is a note.
    """
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
            related=tuple([see(span, "同样的写法", "written the same") for span in spans[1:]]),
            fix=mend("unsafe", spans, entry.right),
            severity="note" if likely else None,
            message="likely" if likely else "" if args["reason"] else "typo",
        )


# What is shown of a phrase on each side of what differs, and beyond that up to the end of a word, in characters.
_BESIDE, _MORE = 6, 3
_WIDEST = _BESIDE + _MORE
# Characters on both sides by which a phrase is cut into words, and those that begin and end no phrase.
_MARGIN = 12
_PARTICLES = frozenset("的和与及或")
_ENDS = frozenset(",。;:!?()\n")


def told(document: Document, one: Variant) -> Iterator[Finding]:
    """One finding for a form that is written otherwise elsewhere, unless the office says that it is right."""
    stream = document.read(flow)
    place, usual = _shown(stream.text, one)
    rare, other = stream.text[slice(*place)], stream.text[slice(*usual)]
    words = document.office.words
    if any(word in rare and stream.text[slice(*one.changed)] in word for word in words):
        return
    right = stream.text[slice(*one.model)]
    spans = [stream.span(*changed) for changed in (one.changed, *one.again)]
    model = see(stream.span(*usual), f"别处作“{other}”", f"elsewhere {other}")
    shown = (rare[: one.changed[0] - place[0]], rare[one.changed[1] - place[0] :])
    again = [
        see(stream.span(*_as_shown(stream.text, at, *shown)), "同样的写法", "written the same") for at in one.again
    ]
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
        fix=mend("unsafe", spans, right, f"改为“{other}”", f"write {other}") if _is_proved(stream.text, one) else None,
        severity=None if one.kind == "alike" else "note",
    )


def _as_shown(text: str, changed: tuple[int, int], before: str, behind: str) -> tuple[int, int]:
    """The range of a further place of a form: what differs there, with as much around it as is shown of the first."""
    start, end = changed
    left = _common(text[max(0, start - len(before)) : start][::-1], before[::-1])
    return start - left, end + _common(text[end : end + len(behind)], behind)


def _is_proved(text: str, one: Variant) -> bool:
    """Whether what stands elsewhere is right: it is the usual form, or a word of the list where this form has none.

    Of 需 and 须, words both, that stand as often, none is. Of two names of a thing, the one that stands three times as
    often.
    """
    if one.usual_times >= (3 if one.kind == "drift" else 2) * one.times:
        return True
    word = vocabulary.word_at(text[slice(*one.place)], one.changed[0] - one.place[0])
    model = vocabulary.word_at(text[slice(*one.usual)], one.model[0] - one.usual[0])
    return one.kind == "alike" and len(model) > len(word)


def _shown(text: str, one: Variant) -> tuple[tuple[int, int], tuple[int, int]]:
    """Both phrases with the same whole words around what differs in them."""
    seams, others = _seams(text, one.place), _seams(text, one.usual)
    before = _reach(
        (one.changed[0] - one.place[0], one.model[0] - one.usual[0]),
        {one.changed[0] - seam for seam in seams} & {one.model[0] - seam for seam in others},
        text[max(0, one.changed[0] - _WIDEST) : one.changed[0]][::-1],
        text[max(0, one.model[0] - _WIDEST) : one.model[0]][::-1],
    )
    behind = _reach(
        (one.place[1] - one.changed[1], one.usual[1] - one.model[1]),
        {seam - one.changed[1] for seam in seams} & {seam - one.model[1] for seam in others},
        text[one.changed[1] : one.changed[1] + _WIDEST],
        text[one.model[1] : one.model[1] + _WIDEST],
    )
    return (
        (one.changed[0] - before[0], one.changed[1] + behind[0]),
        (one.model[0] - before[1], one.model[1] + behind[1]),
    )


def _seams(text: str, place: tuple[int, int]) -> list[int]:
    """Where words end around a phrase."""
    begin = max(place[0] - _MARGIN, 0)
    return [begin + seam for seam in vocabulary.seams(text[begin : place[1] + _MARGIN])]


def _reach(sizes: tuple[int, int], ends: set[int], one: str, other: str) -> tuple[int, int]:
    """How many characters of both phrases to show on one side: up to where a word ends in both, without particles.

    Where numbers differ there, as in 处七万元以下罚款 and 处二万元以下罚款, all of them.
    """
    common, wanted = _common(one, other), min(*sizes, _BESIDE)
    if one[common : common + 1] in _ENDS:
        wanted = min(wanted, common)
    if common < wanted:
        return sizes
    possible = sorted(end for end in ends if 0 <= end <= common)
    wider = [end for end in possible if wanted <= end <= wanted + _MORE]
    narrower = [end for end in possible if 0 < end < wanted]
    reach = wider[0] if wider else narrower[-1] if narrower else wanted
    while reach and (not is_han(one[reach - 1]) or one[reach - 1] in _PARTICLES):
        reach -= 1
    return reach, reach


def _common(one: str, other: str) -> int:
    """How many characters two runs have in common at their beginning, marks left out."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1] and both[0] not in _ENDS, pairs))
