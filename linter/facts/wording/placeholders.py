"""Words that hold the place of what a draft was to fill in: 【待核实】, 〔20XX〕, X月X日."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.base import characters, flow, own_words
from linter.language import NamedTuple, lazy
from linter.structure import Document, fact

__all__ = ["placeholders"]

_NOTE = lazy(r"[【\[(][^】\])\n]{0,10}(?:{UNFILLED}|TODO|TBD)[^】\])\n]{0,10}[】\])]")
# A year, date, sum or number of which a part is X or ×: 20XX年, X月X日, 〔20××〕, 第X号.
_BLANK = lazy(
    r"20[Xx×]{2} ?年(?: ?[Xx×]{1,2} ?月(?: ?[Xx×]{1,2} ?日)?)?|〔(?:20)?[Xx×]{2,4}〕"
    r"|[Xx×]{1,4} ?年 ?[Xx×\d]{1,2} ?月|[Xx×]{1,2} ?月 ?[Xx×]{1,2} ?日"
    r"|(?<![\dA-Za-z])[Xx×]{1,4} ?(?:万?元|人次|平方米|亩)(?![\dA-Za-z])"
)
_SIGNS = lazy("[Xx×]{2,}")
# More of them make a form, an example, or a text from which they were taken out.
_MOST = 4
_FORM = lazy("{MODEL_FORM}")


class Placeholder(NamedTuple):
    """A range of the flow that was to be filled in; ``noted`` if a note says so."""

    start: int
    end: int
    noted: bool


@fact("placeholders")
def placeholders(document: Document) -> tuple[Placeholder, ...]:
    """What was left to fill in, in order; blanks of a form and of an example are none."""
    stream = document.read(flow)
    text = document.read(own_words)
    noted = [Placeholder(*match.span(), noted=True) for match in _NOTE.finditer(stream.text)]
    # What is blank is an X or ×.
    few = not document.read(characters).isdisjoint("Xx×") and len(_SIGNS.findall(stream.text)) < _MOST
    return tuple(sorted([*noted, *(_blanks(document, text) if few else ())]))


def _blanks(document: Document, text: str) -> Iterator[Placeholder]:
    stream = document.read(flow)
    for match in _BLANK.finditer(text):
        unit = stream.unit_at(match.start())
        part = document.parts[unit.part]
        written = part.kind in ("letter", "instrument") and unit.table < 0
        if written and not _FORM.search(text, unit.start, match.start()):
            yield Placeholder(*match.span(), noted=False)
