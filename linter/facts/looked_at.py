"""What was looked at: how much of each kind was recognised, so that “no findings” is not taken for “nothing read”."""

from __future__ import annotations

from collections import Counter

from linter.facts.bands import loose_bounds
from linter.structure.model import Issue

# Where a check has asked for these, the bounds that no ladder holds cost nothing more.
_ASKED = frozenset({"bounded", "measures", "ladders"})


def count(issue: Issue) -> dict[str, int]:
    """Counts of structure, then of every fact that the checks have read so far, by its name."""
    counts: Counter[str] = Counter(notices=len(issue.documents))
    for document in issue.documents:
        counts["sections"] += len(document.sections)
        counts["paragraphs"] += len(document.paragraphs)
        counts["tables"] += len(document.tables)
        if {name for name, _ in document.facts()} >= _ASKED:
            document.read(loose_bounds)
        for name, value in document.facts():
            # A record (the issuer's place, the joined words) is one thing, not as many as it has fields.
            if isinstance(value, (tuple, list, dict, frozenset, set)) and not hasattr(value, "_fields"):
                counts[name] += len(value)
    return dict(counts)
