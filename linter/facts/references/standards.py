"""Standards cited by number, with the title beside it: GB/T 24353—2022《风险管理 指南》, 《…》(GB 50016-2014).

However it is spaced and dashed, and with GBT or GB T for GB/T, one number is one standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.base import flow
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["SECTORS", "Standard", "coded", "standards"]

# Codes of national, sector and local standards in use (国家标准委 行业标准代号表).
SECTORS = (
    "AQ|BB|CB|CECS|CH|CJ|CJJ|CY|DA|DB|DL|DY|DZ|EJ|FZ|GA|GB|GBJ|GBZ|GC|GD|GH|GM|GY|HB|HG|HJ|HS|HY|JB|JC|JG|JGJ|JR|JT|JTG"
    "|JTJ|JY|LB|LD|LS|LY|MH|MT|MZ|NB|NY|QB|QC|QX|QZ|RB|SB|SC|SF|SH|SJ|SL|SN|SY|TB|TD|TY|WB|WH|WJ|WM|WS|XB|XF|YB|YC|YD"
    "|YJ|YS|YY|YZ|ZY"
)
_NUMBER = lazy(
    rf"(?P<code>{SECTORS}) ?(?P<kind>/? ?T/?|/ ?Z)? ?(?P<serial>\d{{2,6}}(?:\.\d{{1,2}})?)(?![\dA-Za-z%])"
    r"(?: ?[-—–~] ?(?P<year>(?:19|20)\d\d)(?!\d))?"
)
# Capitals are rare: a scan for them is many times faster than one for the codes.
_CAPITALS = lazy(r"[A-Z]{2,6}")
_GLUE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/")
_BEHIND = lazy(r" ?《(?P<title>[^《》\n]{4,60})》")
_BEFORE = lazy(r"《(?P<title>[^《》\n]{4,60})》 ?\(?$")
_REACH = 64


class Standard(NamedTuple):
    """A standard cited: code with T, serial number, year (empty if none), words, and the title beside it, if any."""

    code: str
    serial: str
    year: str
    text: str
    span: Span
    title: str
    title_span: Span | None


def coded(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a pattern that begins with a code of capitals matches, in order; not within a longer word."""
    for capitals in _CAPITALS.finditer(text):
        start = capitals.start()
        match = pattern.match(text, start) if text[start - 1 : start] not in _GLUE or start == 0 else None
        if match:
            yield match


@fact("standards")
def standards(document: Document) -> tuple[Standard, ...]:
    """The standards that a document cites by number, in order of place."""
    stream = document.read(flow)
    found: list[Standard] = []
    for match in coded(stream.text, _NUMBER):
        start, end = match.span()
        title = _BEFORE.search(stream.text, max(0, start - _REACH), start) or _BEHIND.match(stream.text, end)
        code = match["code"] + ("/T" if "T" in (match["kind"] or "") else "")
        found.append(
            Standard(
                code,
                match["serial"],
                match["year"] or "",
                match[0],
                stream.span(start, end),
                "".join(title["title"].split()) if title else "",
                stream.span(*title.span("title")) if title else None,
            )
        )
    return tuple(found)
