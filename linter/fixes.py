"""Apply fixes to a text: edits that overlap an earlier one are left for the next run."""

from __future__ import annotations

from collections.abc import Iterable

from linter.finding import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix applied; of two that overlap, the first in order of place wins, whole."""
    words: list[str] = []
    at = 0
    for edit in plan(fixes):
        words.append(text[at : edit.span.start])
        words.append(edit.text)
        at = edit.span.end
    return "".join([*words, text[at:]])


def plan(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits that can be applied together, in order of place."""
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        edits = sorted(fix.edits)
        if all(_apart(edit, other) for edit in edits for other in taken[-8:]):
            taken.extend(edits)
    return sorted(taken)


def _apart(one: Edit, other: Edit) -> bool:
    """An insertion at the end of another edit is apart from it; two insertions at one place are not."""
    if one.span == other.span:
        return False
    return one.span.end <= other.span.start or other.span.end <= one.span.start
