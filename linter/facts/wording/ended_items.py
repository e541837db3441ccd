"""How items end: runs of siblings with the character that each of them ends with."""

from __future__ import annotations

from linter.facts.wording.endings import FEW, ITEMS, is_leaf
from linter.language import NamedTuple, Span
from linter.structure import Document, Paragraph, Section, fact

__all__ = ["EndedItem", "items"]


class EndedItem(NamedTuple):
    """A leaf of a list: its section, the character it ends with, whether it holds one sentence, and that character."""

    section: Section
    last: str
    single: bool
    span: Span


@fact("items")
def items(document: Document) -> tuple[tuple[EndedItem, ...], ...]:
    """Runs of at least three leaves of one scheme under one heading, numbered without a break."""
    runs: list[list[EndedItem]] = []
    last: dict[tuple[int, int, str], tuple[int, list[EndedItem]]] = {}
    for section in document.sections:
        if section.mark.scheme not in ITEMS:
            continue
        key = (section.part, section.parent, section.mark.scheme)
        value, run = last.get(key, (0, []))
        if section.mark.value[-1] != value + 1:
            run = []
            runs.append(run)
        elif not run:
            runs.append(run)
        run.append(_item(section))
        last[key] = (section.mark.value[-1], run)
    return tuple([tuple(run) for run in runs if len(run) >= FEW])


def _item(section: Section) -> EndedItem:
    paragraph = section.heading
    below = [block for block in section.body if isinstance(block, Paragraph)]
    single = is_leaf(section)
    if below:
        paragraph = below[-1]
    words = paragraph.text
    return EndedItem(section, words[-1], single and "。" not in words[:-1], paragraph.span(len(words) - 1))
