"""Whether a number that a list lacks stands near all the same: run into other words, with another mark, misread.

一、…；二、… in one line, ③ at the end of the line of ②, 二） without its bracket, ``l、`` for 1、, ``3.5年内`` for
item 3 that begins with 5年内: the list is whole, and what is wrong with it is no missing number.
"""

import re

from linter.language.numerals import to_chinese
from linter.language.pattern import lazy

# How figures are misread: l, I and | for 1, O for 0.
_LOOKS = {"0": "[0Oo]", "1": "[1lI|]"}
_HAN = "一二三四五六七八九十百千零〇○"
_CIRCLED_MOST = 20
# What stands at the head of a line in the place of a letter: 4) between a) and c); a list below b) has a 1).
_MISREAD = lazy(r"^[\s#*>]*[\dA-Z]\)", re.MULTILINE)


def stands_near(words: str, scheme: str, mark: str, value: int) -> bool:
    """Whether ``value``, the number of ``mark``, stands somewhere in ``words``, the text where it is due.

    A number of another scheme counts where none before it in that scheme stands too: (3) behind (1) is an item of a
    list below.
    """
    if mark.startswith("第"):
        either = mark.replace("百一十", "百一?十").replace("零", "[零〇○]")  # 第一百十七条 is 第一百一十七条
        return bool(re.search(rf"(?:^|[\s。;:,”>#)*]){either}(?!第|规定|的|[、和至及款项])", words, re.MULTILINE))
    if scheme == "decimal" and "." in mark.strip(". "):
        number = re.escape(mark.strip(". "))
        return bool(re.search(rf"(?:^|[\s。;:>#*]){number}(?![\d.])", words, re.MULTILINE))
    if scheme == "letter":
        return mark in words or bool(_MISREAD.search(words) and "1)" not in words)
    own = _kind(scheme)
    if _found(words, own, value):
        return True
    others = [kind for kind in ("figures", "han", "circled", "paren") if kind != own]
    return any(
        _found(words, kind, value) and not any(_found(words, kind, lower) for lower in range(1, value))
        for kind in others
    )


def _kind(scheme: str) -> str:
    if scheme in ("chinese", "is"):
        return "han"
    if scheme == "circled":
        return "circled"
    return "paren" if scheme.endswith("paren") else "figures"


def _found(words: str, kind: str, value: int) -> bool:
    """Whether a number of a kind stands at the head of a line, or behind the end of a clause."""
    pattern = _pattern(kind, value)
    return pattern is not None and re.search(pattern, words, re.MULTILINE) is not None


def _pattern(kind: str, value: int) -> str | None:
    figures = "".join(_LOOKS.get(figure, figure) for figure in str(value))
    han = to_chinese(value)
    if kind == "circled":
        return chr(ord("①") + value - 1) if value <= _CIRCLED_MOST else None
    if kind == "paren":
        either = rf"(?:{figures}|{han})"
        return rf"(?<!第)\( ?{either} ?\)(?!项)|^[\s#*>]*{either} ?\)|^[\s#*>]*\( ?{either}(?![\d{_HAN}])"
    if kind == "han":
        bare = rf"^[\s#*>]*{han}[^\s,。;:、{_HAN}][^\n,。;:]{{1,18}}$"  # a heading without its 、
        return rf"(?:^|[\s。;:,)”*#>])(?:\(?{han} ?(?:[、.,是]|(?=\s))|{han} ?\))|{bare}"
    begins = rf"^[\s#*>]*{figures} ?(?:[、.,:;)]|(?![\d.{_HAN}年月日时分%‰]))"
    return rf"{begins}|(?<![\d.第、]){figures} ?(?:[、.](?!\d)|\.(?=\d{{4}}年)|\))"
