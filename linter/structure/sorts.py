"""What a line is, told once from its words: its sort, its mark, its label. All that comes after reads the answer."""

from __future__ import annotations

import re
from typing import Literal

from linter.language import HAN, NamedTuple, last_characters, lazy, remembered
from linter.structure import marks
from linter.structure.marks import Found, is_number

# blank: nothing, or a mark of Markdown alone; noise: page numbers and what browsers print; furniture: of a web page;
# aside: comments and code; row: of a table; contents: the heading of one; number, label, date and note (此件公开发布):
# a document number, 附件2, a date, an annotation alone on the line; item: a heading or item with its mark; body: the
# name of a body alone, as issuer or signature; title: words that end as titles do; text: everything else.
Sort = Literal[
    "blank",
    "noise",
    "furniture",
    "aside",
    "row",
    "contents",
    "number",
    "label",
    "date",
    "note",
    "item",
    "body",
    "title",
    "text",
]
# Lines that are no part of the text.
WORDLESS: frozenset[Sort] = frozenset(("blank", "noise", "furniture", "aside"))
# Lines that neither go on with the one before nor are gone on with.
ALONE: frozenset[Sort] = frozenset(("number", "label", "date", "note"))

# Last words of titles: a title is followed by text, never continued by it.
_TITLES = "通 知|{STANDARD}|{ACT}|{OFFICIAL}|{PLAN}|{LISTED}|{HEADING}"
_TITLE_END = lazy(f"(?:{_TITLES})$")
# 职责:…, 牵头单位:…: a short label before a colon opens a paragraph of its own.
_LABELLED = lazy(rf"{HAN}{{2,10}}(?:\([^()]{{1,12}}\))? ?:")
_DATE = lazy(r"(?:\d{4}|[二〇○零一九]{4}) ?年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日$")
_NOTE = lazy(r"\((?:[此本]文|此件|联系人|(?:主动|不予)公开|(?:联系|承办|主办|起草)[^():。]{1,8}:[^。]{1,80}\)$)")
_CONTENTS = lazy(r"目 *[录錄次]$")
_BODIES = "{SIGNER}"
_BODY_END = lazy(f"{_BODIES}$")
_BODY_STOPS = lazy(r"[。;:,《]")
# No last word is longer; a search from the start of a paragraph would cost its length.
_LAST = 12
_LONGEST_LABEL = 26
_LONGEST_BODY = 60
_LONGEST_CONTENTS = 8


class LineLabel(NamedTuple):
    """附录 9.1, 附件2：… at the start of a line: word, number, the mark behind, the rest, and where these stand."""

    word: str
    number: str
    colon: str
    rest: str
    number_end: int
    rest_start: int


class Judged(NamedTuple):
    """What the words of a line, or of lines joined, are.

    ``ends_title``: they end as titles do; ``ends_date``: they end in a date; ``labelled``: a short label before a colon
    opens them.
    """

    sort: Sort
    mark: Found | None = None
    label: LineLabel | None = None
    ends_title: bool = False
    ends_date: bool = False
    labelled: bool = False


_ROW = Judged("row")


def judge(words: str, *, tabular: bool = False) -> Judged:
    """What normal words are, without their margin and the markup in them."""
    return _ROW if tabular else _judged(words)


@remembered(1 << 13)
def _judged(words: str) -> Judged:
    mark = marks.find(words)
    label = _label(words) if words.startswith("附") else None
    ends_title = _ends(words, _TITLES, _TITLE_END)
    ends_date = words[-1:] == "日" and bool(_DATE.search(words))
    labelled = words.find(":", 2, _LONGEST_LABEL) > 0 and bool(_LABELLED.match(words))
    sort = _sort(words, mark, label, ends_title, ends_date)
    return Judged(sort, mark, label, ends_title, ends_date, labelled)


def _sort(words: str, mark: Found | None, label: LineLabel | None, ends_title: bool, ends_date: bool) -> Sort:
    sort: Sort = "title" if ends_title else "text"
    if is_number(words):
        sort = "number"
    elif label and not label.rest and (label.number or len(words) <= 4):
        sort = "label"
    elif ends_date and _DATE.match(words):
        sort = "date"
    elif words[:1] == "(" and _NOTE.match(words):
        sort = "note"
    elif mark:
        sort = "item"
    elif len(words) <= _LONGEST_CONTENTS and _CONTENTS.match(words):
        sort = "contents"
    elif len(words) <= _LONGEST_BODY and _ends(words, _BODIES, _BODY_END) and not _BODY_STOPS.search(words):
        sort = "body"
    return sort


def _ends(words: str, last: str, pattern: re.Pattern[str]) -> bool:
    """Whether words end in one of the ``last`` words, which the pattern finds."""
    return words[-1:] in last_characters(last) and pattern.search(words, max(len(words) - _LAST, 0)) is not None


def _label(words: str) -> LineLabel | None:
    found = marks.LABEL.match(words)
    if not found:
        return None
    groups = (found["word"], found["number"], found["colon"], found["rest"])
    return LineLabel(*groups, found.end("number"), found.start("rest"))
