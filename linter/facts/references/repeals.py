"""Repeals: the acts that a document ends by its own words, whole and by title, and from which day on.

《甲办法》、《乙办法》(海政〔2015〕6号)同时废止: between a title and the verb stands the rest of the list alone, so
that no clause of an act (第五条废止), and no decision on repeals that is merely cited, is taken for one.
"""

from __future__ import annotations

from linter.facts.base import dates, effects, flow
from linter.facts.references.citations import Citation, citations
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["repeals"]

_BRACKET = r" ?\([^()\n]{0,60}\)"
# The acts that follow in the list, each with whoever issued it: 、2016年1月12日国家某局令第21号公布的《乙办法》.
_ISSUED = r"(?:(?:经|由)?\d{4}年[^《》。;\n]{0,70}|[^《》。;,、\n]{0,24})"
_TITLE = r"《[^《》\n]{2,120}》"
_LIST = rf"(?:{_BRACKET}|[、,;和及与以 ]|(?<=[、,;和及与以 ]){_ISSUED}{_TITLE}|{_TITLE}){{0,60}}"
# What is ended, then from when, then the verb; 废止后 and 废止的 speak of an end, they are none.
_ENDED = lazy(
    rf"{_LIST}(?:[自于从](?P<when>[^,。;《》\n]{{4,24}}?)起?,?)?[也亦均]?(?:同时|即行?|予以|一并)*"
    r"(?:废止|停止(?:执行|施行)|失效)(?![的后前之])"
)
# A draft ends nothing yet.
_DRAFT = lazy("草案|征求意见|送审|修订稿")
# An effect clause this near is that of the repeal: 本办法自…起施行。《…》同时废止。
_NEAR = 200


class Repeal(NamedTuple):
    """An act that a document ends, and the first day without force (ISO); empty where no day is written."""

    citation: Citation
    since: str


@fact("repeals")
def repeals(document: Document) -> tuple[Repeal, ...]:
    """The acts that a document ends, in order of place."""
    text = document.read(flow).text
    if _DRAFT.search(document.title) or not any(verb in text for verb in ("废止", "失效", "停止")):
        return ()
    days = {date.start: _iso(date.key) for date in document.read(dates) if date.full}
    found = []
    for one in document.read(citations):
        if ended := _ENDED.match(text, one.end):
            when = days.get(ended.start("when"), "") if ended["when"] else _in_force(document, one)
            found.append(Repeal(one, when))
    return tuple(found)


def _in_force(document: Document, one: Citation) -> str:
    """The day of the effect clause beside a repeal."""
    near = [it for it in document.read(effects) if it.date and it.date.full and abs(it.start - one.start) < _NEAR]
    return next((_iso(it.date.key) for it in near if it.date), "")


def _iso(key: tuple[int, int, int]) -> str:
    return "{:04}-{:02}-{:02}".format(*key)
