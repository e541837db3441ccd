"""What was looked at: how much of each kind was recognised, so that “no findings” is not taken for “nothing read”."""

from __future__ import annotations

from collections import Counter

from linter.structure.model import Document, Issue


def count(issue: Issue) -> dict[str, int]:
    """Counts of structure, then of every fact that the checks have read so far, by its name."""
    counts: Counter[str] = Counter(notices=len(issue.documents))
    for document in issue.documents:
        counts["sections"] += len(document.sections)
        counts["paragraphs"] += len(document.paragraphs)
        counts["tables"] += len(document.tables)
        for name, value in document.facts():
            # A record (the issuer's place, the joined words) is one thing, not as many as it has fields.
            if isinstance(value, (tuple, list, dict, frozenset, set)) and not hasattr(value, "_fields"):
                counts[name] += len(value)
        _count_bands(document, counts)
    return dict(counts)


def _count_bands(document: Document, counts: Counter[str]) -> None:
    """The bands of the ladders that were read, and the bounds beside them; nothing where no check asked for them."""
    known = dict(document.facts())
    found = [*known.get("measures", ()), *known.get("ladders", ())]
    in_ladders = {one.span for measure in found for one in measure.readings}
    if in_ladders:
        counts["bands"] += len(in_ladders)
    loose = sum(one.span not in in_ladders for one in known.get("bounded", ()))
    if loose:
        counts["loose-bounds"] += loose
