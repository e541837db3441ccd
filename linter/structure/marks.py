"""Marks: numbers before headings and items (立法法 65, GB/T 9704 7.3.3, plans 1 / 1.1), and labels 附件2.

Document numbers 国办发〔2019〕5号 and the numbers of orders (GB/T 9704 7.2.5, 条例 art 9(5)).
"""

from __future__ import annotations

import re
from typing import cast

from linter.language import HAN, ORDINAL, NamedTuple, Span, lazy, ordinal
from linter.language.lexicon import rows
from linter.structure.model import Number, Scheme

_FIRST = frozenset(f"第(0123456789{ORDINAL}①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
# What may follow a decimal without a space and makes it a quantity, not a section (1.5亿元).
_UNIT = "亿万元%倍吨米亩‰°℃"
_MARK = lazy(
    rf"第 ?(?P<ordinal>[{ORDINAL}\d]{{1,7}}) ?(?P<rank>部分|[编篇章节条條節編])(?:之(?P<sub>[{ORDINAL}]+))?"
    rf"|(?P<chinese>[{ORDINAL}]{{1,4}}) ?(?:、|\.(?![\d.]))"
    rf"|\( ?(?P<chinese_paren>[{ORDINAL}]{{1,4}}) ?\)(?!项?(?:的?规定|所列)|[、和至]\(|项[、和至或者])"
    rf"|(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})\.?(?![\d.%{_UNIT}])(?= *[^\d\s.,)\-~—]) *"
    r"|(?P<arabic>\d{1,3}) ?(?:、|\.(?!\d)|\.(?=(?:19|20)\d\d年))"
    r"|\( ?(?P<arabic_paren>\d{1,3}) ?\)(?!项?(?:的?规定|所列)|[、和至]\(|项[、和至或者])"
    r"|(?P<circled>[①-⑳])"
    r"|(?P<plain>\d{1,2})(?= +[^\s\d,.:;%()年月日个]) +"
)
# 第三条规定的…, 第一章和第二章…: a reference that happens to stand first. Behind a space only what no text begins with.
# 第三十四条第二十五条、第三十条规定的…: an article that begins with others.
_REFERENCE = lazy(
    rf"(?<!条)第|第(?![{ORDINAL}\d]+条)|[的、和至到及与]|{{REFERRED}}|中,"
    rf"| (?:第[{ORDINAL}\d]+[款项]|(?:规定|所[称列])的|[和至到及]第)"
)
_POINT = lazy(r"[。,;]")
_RANKS = {word: cast("Scheme", scheme) for word, scheme in rows("divisions.tsv")}

LABEL = lazy(
    r"(?P<word>附(?: ?[录件表图])?) ?"
    r"(?P<number>[A-Z]?\d{0,2}(?:[.\-]\d{1,2}){0,3}|[一二三四五六七八九十]{1,3})"
    r"(?P<colon> ?[:.、/]?) *(?P<rest>.*)"
)


class Found(NamedTuple):
    """A mark at the start of a line: scheme, value, and the length of its words and of all that precedes the title."""

    scheme: Scheme
    value: tuple[int, ...]
    length: int
    skip: int


def find(text: str) -> Found | None:
    """The mark a line of normal text begins with, or None. Years, dates and quantities are none."""
    match = _MARK.match(text) if text[:1] in _FIRST else None
    if not match:
        return None
    words = match[0]
    kind = match.lastgroup if match.lastgroup != "sub" else "rank"
    if kind == "rank":
        return _ordinal(match, text)
    raw = match[str(kind)]
    length = len(words.rstrip())
    rest = text[match.end() :].lstrip()
    skip = len(text) - len(rest)
    if kind == "decimal":
        return Found("decimal", tuple(int(part) for part in raw.split(".")), len(raw), skip) if raw[0] != "0" else None
    if kind == "plain":
        heading = len(rest) <= 40 and not _POINT.search(rest)
        return Found("decimal", (int(raw),), length, skip) if heading and raw[0] != "0" else None
    if kind == "circled":
        return Found("circled", (ord(raw) - ord("①") + 1,), length, skip)
    scheme: Scheme = {  # type: ignore[assignment]
        "chinese": "chinese",
        "chinese_paren": "chinese-paren",
        "arabic": "arabic",
        "arabic_paren": "arabic-paren",
    }[str(kind)]
    value = ordinal(raw)
    return Found(scheme, (value,), length, skip) if value and rest else None


def _ordinal(match: re.Match[str], text: str) -> Found | None:
    if _REFERENCE.match(text, match.end()):
        return None
    scheme = _RANKS[match["rank"]]
    value: tuple[int, ...] = (ordinal(match["ordinal"]),)
    if match["sub"]:
        value = (*value, ordinal(match["sub"]))
    rest = text[match.end() :].lstrip()
    return Found(scheme, value, len(match[0]), len(text) - len(rest)) if value[0] else None


_AGENCY = rf"{HAN}[^\W\d_]{{0,14}}"
# All bracket forms in use; whether the form is right is a check's business.
NUMBER = lazy(rf"(?P<agency>{_AGENCY}) ?[〔\[(【﹝] ?(?P<year>\d{{2,4}}) ?[〕\])】﹞] ?第? ?(?P<serial>\d{{1,5}}) ?号")
_ORDER = lazy(r"第 ?\d{1,5} ?号")


def is_number(text: str) -> bool:
    """Whether a line holds a document number and nothing else."""
    if text[-1:] not in "号)" or len(text) >= 40:
        return False
    words = text.removeprefix("(").removesuffix(")").strip(" ")
    return bool(NUMBER.fullmatch(words) or _ORDER.fullmatch(words))


def find_number(text: str, start: int) -> Number | None:
    """The document number in a line of normal text that begins at the raw offset ``start``."""
    match = NUMBER.search(text) if "号" in text else None
    if not match:
        return None
    span = Span(start + match.start(), start + match.end())
    return Number(match["agency"], int(match["year"]), int(match["serial"]), match[0], span)
