"""How the checks of words tell a word that is wrong in several places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from linter.facts.base import flow
from linter.kernel.finding import Edit, Finding, Fix, Label, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.facts.wording import Confusion
    from linter.language.confusables import Confusable
    from linter.language.text import Span
    from linter.structure.model import Document


def grouped(document: Document, found: Iterable[Confusion]) -> Iterator[Finding]:
    """One finding a word, at its first place; the others are related, and one fix mends them all."""
    stream = document.read(flow)
    places: defaultdict[Confusable, list[Span]] = defaultdict(list)
    for one in found:
        places[one.entry].append(stream.span(one.start, one.end))
    for entry, spans in places.items():
        yield Finding(
            spans[0],
            {
                "wrong": entry.wrong,
                "right": entry.right,
                "count": len(spans),
                "reason_zh": entry.zh,
                "reason_en": entry.en,
            },
            related=tuple([Related(span, Label("同样的写法", "written the same")) for span in spans[1:]]),
            fix=Fix(
                "unsafe",
                tuple([Edit(span, entry.right) for span in spans]),
                Label(f"改为“{entry.right}”", f"write {entry.right}"),
            ),
        )
