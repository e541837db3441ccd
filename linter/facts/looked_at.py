"""What was looked at: how much of each kind was recognised, so that “no findings” is not taken for “nothing read”."""

from collections import Counter
from typing import Any

from linter.kernel.finding import Label, Seen
from linter.structure import Fact, Issue

# Where a check has asked for these, the bounds that no ladder holds cost nothing more.
_ASKED = frozenset({"bounded", "measures", "ladders"})


def count(issue: Issue) -> tuple[Seen, ...]:
    """Counts of structure, then of every fact that the checks have read so far, in the order of its module and name."""
    counts: Counter[Fact[Any]] = Counter()
    for document in issue.documents:
        if {fact.name for fact, _ in document.facts()} >= _ASKED:
            from linter.facts.bands import loose_bounds

            document.read(loose_bounds)
        for fact, value in document.facts():
            # A record (the issuer's place, the joined words) is one thing, not as many as it has fields.
            if isinstance(value, (tuple, list, dict, frozenset, set)) and not hasattr(value, "_fields"):
                counts[fact] += len(value)
    known = sorted(counts.items(), key=lambda pair: (pair[0].extract.__module__, pair[0].name))
    return (*_structure(issue), *(Seen(fact.name, number, fact.label) for fact, number in known))


def _structure(issue: Issue) -> tuple[Seen, ...]:
    documents = issue.documents
    return (
        Seen("notices", len(documents), Label("件公文", "document|documents")),
        Seen("sections", sum(len(one.sections) for one in documents), Label("个章节", "section|sections")),
        Seen("paragraphs", sum(len(one.paragraphs) for one in documents), Label("段", "paragraph|paragraphs")),
        Seen("tables", sum(len(one.tables) for one in documents), Label("张表", "table|tables")),
    )
