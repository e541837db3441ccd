"""Know a finding again: by its fingerprint, and among findings with the same one by the words around it.

Used by whatever remembers findings between runs: the baseline and the decisions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from linter.kernel.fingerprint import fingerprint, words
from linter.kernel.result import Diagnostic, Elsewhere, FileResult
from linter.language import NamedTuple, Span, ratio
from linter.structure import Issue

# Characters kept on either side, and the length of raw text they are taken from, line breaks and spaces included.
SIDE = 16
_REACH = 3 * SIDE
# Digits kept of the fingerprint of a related place.
_SHORT = 8
# Two small edits beside the words leave more than this of what surrounds them; another sentence shares less.
_ALIKE = 0.6
# Of many findings with one fingerprint, how many are tried for one whose surroundings changed.
_TRIED = 50


class Trace(NamedTuple):
    """What is kept of a finding: its check, its fingerprint, its words, and those around them in its paragraph.

    ``ends`` are short fingerprints of its related places: a defect that recurs is told once, at its first place, and
    when that is mended or taken out, at the next.
    """

    code: str
    fingerprint: str
    text: str = ""
    before: str = ""
    after: str = ""
    ends: tuple[str, ...] = ()


WORDS = ("code", "fingerprint", "text", "before", "after")


def traces(file: FileResult) -> list[Trace]:
    """The traces of the diagnostics of a file, in their order."""
    bounds = sorted(
        (paragraph.pieces[0].start, paragraph.pieces[-1].end)
        for document in file.issue.documents
        for paragraph in document.paragraphs
    )
    starts = [start for start, _ in bounds]

    def around(offset: int) -> tuple[int, int]:
        at = bisect_right(starts, offset) - 1
        return bounds[at] if at >= 0 and offset <= bounds[at][1] else (offset, offset)

    made: list[Trace] = []
    for item in file.diagnostics:
        start, end = item.span
        before = words(file.issue, Span(max(around(start)[0], start - _REACH), start))
        after = words(file.issue, Span(end, min(around(max(start, end - 1))[1], end + _REACH)))
        text = words(file.issue, item.span)
        made.append(
            Trace(item.code, item.fingerprint, text[: 2 * SIDE], before[-SIDE:], after[:SIDE], _ends(item, file.issue))
        )
    return made


def _ends(item: Diagnostic, issue: Issue) -> tuple[str, ...]:
    places = ((end.span, end.file.issue if isinstance(end, Elsewhere) else issue) for end in item.related)
    return tuple(dict.fromkeys(fingerprint(item.code, *place)[:_SHORT] for place in places))


def pair(known: Sequence[Trace], found: Sequence[Trace]) -> dict[int, int]:
    """Which of ``found`` is which of ``known``: indexes of the first to those of the second, each used once.

    A pair has one check and one fingerprint. Equal surroundings go first; what is left pairs if the surroundings are
    alike, so that a defect mended in one sentence does not hide the same defect in a new one. Last, a finding pairs
    with one that had its place, and more than half of its ends, among its own places: what is left of it, or the same
    contradiction told at its other end.
    """
    left: dict[tuple[str, str], list[int]] = {}
    for index, trace in enumerate(known):
        left.setdefault((trace.code, trace.fingerprint), []).append(index)
    pairs: dict[int, int] = {}
    for chosen in (_same, _alike):
        for index, trace in enumerate(found):
            candidates = left.get((trace.code, trace.fingerprint))
            if not candidates or index in pairs:
                continue
            best = chosen(trace, [(other, known[other]) for other in candidates])
            if best is not None:
                pairs[index] = best
                candidates.remove(best)
    _pair_rests(known, found, pairs)
    return pairs


def _pair_rests(known: Sequence[Trace], found: Sequence[Trace], pairs: dict[int, int]) -> None:
    """Pair findings told at another of their places."""
    used = set(pairs.values())
    ends: dict[tuple[str, str], list[int]] = {}
    for at, trace in enumerate(known):
        for end in trace.ends if at not in used else ():
            ends.setdefault((trace.code, end), []).append(at)
    for index, trace in enumerate(found):
        if index in pairs:
            continue
        for at in ends.get((trace.code, trace.fingerprint[:_SHORT]), ()):
            places = {*known[at].ends, known[at].fingerprint[:_SHORT]}
            shared = sum(end in places for end in trace.ends)
            if at not in used and 2 * shared >= len(trace.ends) + bool(trace.ends):
                pairs[index] = at
                used.add(at)
                break


def _same(trace: Trace, candidates: Iterable[tuple[int, Trace]]) -> int | None:
    around = (trace.before, trace.after)
    return next((index for index, other in candidates if (other.before, other.after) == around), None)


def _alike(trace: Trace, candidates: Sequence[tuple[int, Trace]]) -> int | None:
    scored = [(_likeness(trace, other), -index) for index, other in candidates[:_TRIED]]
    likeness, index = max(scored)
    return -index if likeness >= _ALIKE else None


def _likeness(one: Trace, other: Trace) -> float:
    """How much the words around two findings are the same, from 0 to 1."""
    return ratio(f"{one.before}\n{one.after}", f"{other.before}\n{other.after}")
