"""Repeals: the acts that a document ends by its own words, whole and by title, and from which day on.

《甲办法》、《乙办法》(海政〔2015〕6号)同时废止: between a title and the verb stands the rest of the list alone, so
that no clause of an act (第五条废止), and no decision on repeals that is merely cited, is taken for one.

What part a cited act plays in a document, its basis or what it ends, and the day of a document.
"""

from __future__ import annotations

from linter.facts.base import dates, effects, flow, signature_date
from linter.facts.references.citations import Citation, citations, head_number
from linter.language import NamedTuple, lazy
from linter.structure import Document, Issue, fact

__all__ = ["document_day", "ends_act", "is_history", "of_its_time", "repeals", "rests_on"]

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


_REPEALED = lazy(r"[^。;]{0,60}废止")
_FIGURE = lazy(r"\d+")
_HISTORY = lazy(r"{SUPERSEDED}")
_BEFORE = lazy(r"(?:[原旧]|(?:原来|已废止|曾经)的)$")
# 依据《A》《B》…: words that make the act cited a basis.
_BASIS = lazy(r"(?:{BASIS}|适用|违反)[^。;]{0,120}$")
# …》(…号)规定的标准: what rests on an act says so behind its title, and what merely tells of it does not.
_RESTS = lazy(r"(?:\([^()]{0,40}\))?(?:的?(?:有关|相关)?(?:规定|要求|标准|精神)|第[^条]{1,6}条|执行|办理|处理|实施)")
# 根据《…》和《…》, and what was done under it once: 按照《…》开展的改革.
_DIRECT = lazy(r"(?:{BASIS})(?:《[^》\n]{2,120}》(?:\([^()\n]{0,40}\))?(?:[、,和及]|以及)*)*$")
_ONCE = lazy(r"(?:\([^()]{0,40}\))?[^,。;《》]{2,6}的")
# 1999年订立的合同, 2020年12月31日以前签订的合同: what was done in a year.
_DONE = lazy(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[以之]?前)?[^,。;《》〔〕\d]{2,12}的(?!通知|意见)"
)
# An act that is issued anew or lengthened is not replaced; an earlier time had its own acts.
_GOES_ON = lazy(r"重新(?:发布|印发|公布)|{PAST}")


def rests_on(text: str, one: Citation) -> bool:
    """Whether words before and behind an act make it a basis of what is done now. ``text`` is the flow."""
    start = max(0, one.start - 140)
    rests = _BASIS.search(text, start, one.start) and _RESTS.match(text, one.end)
    direct = _DIRECT.search(text, start, one.start) and not _ONCE.match(text, one.end)
    return bool(rests or direct) and not _GOES_ON.search(_sentence(text, one))


def ends_act(text: str, one: Citation) -> bool:
    """Whether the words behind an act end it. ``text`` is the flow."""
    return _REPEALED.match(text, one.end) is not None


def is_history(text: str, one: Citation) -> bool:
    """Whether an act is spoken of as one of the past. ``text`` is the flow."""
    return bool(_HISTORY.search(_sentence(text, one)) or _BEFORE.search(text, max(0, one.start - 6), one.start))


def of_its_time(text: str, one: Citation, since: str) -> bool:
    """Whether an act is cited for what was done before it ended: 1999年订立的合同,按照《…》…."""
    start = max(text.rfind(mark, 0, one.start) for mark in "。;\n") + 1
    return any(match["year"] < since[:4] for match in _DONE.finditer(text, start, one.start))


def _sentence(text: str, one: Citation) -> str:
    """The sentence in which an act is cited."""
    start = max(text.rfind(mark, 0, one.start) for mark in "。;\n") + 1
    ends = [at for mark in "。;\n" if (at := text.find(mark, one.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def document_day(document: Document, issue: Issue) -> str:
    """The day of a document (ISO): its own date, the end of the year of its number, or the date of the issue."""
    signed = document.read(signature_date)
    if signed and signed.year and signed.day:
        return f"{signed.year:04}-{signed.month:02}-{signed.day:02}"
    number = head_number(document)
    if number and len(number.year) == 4:
        return f"{number.year}-12-31"
    published = issue.masthead.date.text if issue.masthead and issue.masthead.date else ""
    figures = [int(word) for word in _FIGURE.findall(published)]
    return "{:04}-{:02}-{:02}".format(*figures) if len(figures) == 3 else ""
