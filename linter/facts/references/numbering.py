"""Breaks in sequences of numbers, and which of them the text bears out.

``number_breaks`` keeps those that are proved: a list that begins where lists begin and counts on around the break, and
a number that stands nowhere near. A number that merely lost its place in conversion is no defect.

Whether a number that a list lacks stands near all the same: run into other words, with another mark, misread.

一、…；二、… in one line, ③ at the end of the line of ②, 二） without its bracket, ``l、`` for 1、, ``3.5年内`` for
item 3 that begins with 5年内: the list is whole, and what is wrong with it is no missing number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from linter.facts.references.number_runs import Break, NumberedItem, Run, breaks, is_inserted, written
from linter.facts.references.sequences import RANKS, sequences
from linter.language import NamedTuple, lazy, to_chinese
from linter.structure import Document, Paragraph, fact

__all__ = ["NumberBreak", "is_amending", "number_breaks"]

# A larger jump that the next number does not confirm is a number misread, not a list with holes.
_REACH = 3
_AMENDING = lazy(
    r"(?:修正案|(?:修改|修正|修訂).{0,90}(?:决定|決定)|(?:修改|修正|修订|修訂)(?:意见|意見|对照|對照).{0,4})(?:\([^()]*\))?$"
)
# What is left out of an excerpt leaves its number behind.
_EXCERPT = lazy(r"(?:节[录选錄選]|摘[录编錄編])\)?$")
# (二)…… / (五): a quotation leaves out the items between.
_LEFT_OUT = lazy(r"^[\s#*>]*…+ *[。;]?$", re.MULTILINE)
_NO_FIGURES = dict.fromkeys(map(ord, "0123456789"))
# So many numbers in order before a repeated one prove a list that nothing follows.
_LONG = 4
_PAIR = 2
_CODE = lazy(r"\d{1,2}\.0\d")


class NumberBreak(NamedTuple):
    """A break that the text bears out, with its run and the words of the mark due."""

    run: Run
    cause: Break
    mark: str

    @property
    def certain(self) -> bool:
        """Whether only the number can be wrong.

        A first number that is missing may be a line lost in conversion; cells of a serial column are merged or split; a
        list of items that does not count on behind the break may be two.
        """
        ranked = self.run.scheme in RANKS or self.run.scheme == "chinese"
        return self.run.origin == "section" and self.cause.before is not None and (ranked or self.cause.confirmed)


def is_amending(document: Document) -> bool:
    """Whether a document amends others, so that the numbers it quotes are theirs."""
    return bool(_AMENDING.search(document.title))


@fact("number-breaks")
def number_breaks(document: Document) -> tuple[NumberBreak, ...]:
    """The breaks that are proved, in order of place."""
    found: list[NumberBreak] = []
    # In an act that amends others only its own 一、二、 are its numbers; the rest is quoted.
    amending, excerpt = is_amending(document), _EXCERPT.search(document.title) is not None
    runs = document.read(sequences)
    headless = Counter(run.scheme for run in runs if run.items[0].value > 1)
    quoted = _quoted(runs)
    coded = _coded(document)
    for run in runs:
        if run.origin == "section" and run.scheme == "arabic" and any(item.value in coded for item in run.items):
            continue
        if amending and run.scheme != "chinese" and run.origin != "column":
            continue
        causes = breaks(run.items)
        if _is_riddled(run, causes) or (run.scheme in quoted and len(run.items) == _PAIR):
            continue
        for cause in causes:
            mark = written(run.scheme, cause.expected, _usual(run, cause).text)
            if (
                (_is_sound(run, cause, causes) or _is_within(document, run, cause))
                and not (excerpt and cause.kind == "skipped" and not cause.confirmed)
                and (cause.before or headless[run.scheme] < 2 or _is_unmarked(document, cause))
                and not _stands(document, run, cause, mark)
                and not _begins(document, cause)
            ):
                found.append(NumberBreak(run, cause, mark))
    return tuple(sorted(found, key=lambda one: one.cause.item.span))


def _coded(document: Document) -> set[int]:
    """The numbers that have codes under them, two figures each (30.01): a catalogue leaves out what it reserves."""
    marks = [section.mark for section in document.sections if section.mark.scheme == "decimal"]
    return {mark.value[0] for mark in marks if len(mark.value) == _PAIR and _CODE.match(mark.text)}


def _usual(run: Run, cause: Break) -> NumberedItem:
    """The number before, or the first in the script of most of a run that mixes 第4条 and 第四条."""
    near = cause.before or cause.item
    figures = [item for item in run.items if item.text.translate(_NO_FIGURES) != item.text]
    usual = figures if 2 * len(figures) > len(run.items) else [item for item in run.items if item not in figures]
    return usual[0] if 2 * len(usual) > len(run.items) and near not in usual else near


def _quoted(runs: Sequence[Run]) -> set[str]:
    """Schemes of which most lists are two numbers apart ((一)…(三) here, (二)…(四) there): they number another text."""
    pairs = Counter(run.scheme for run in runs if run.origin == "section" and run.scheme not in RANKS)
    apart = Counter(
        run.scheme
        for run in runs
        if len(run.items) == _PAIR and run.origin == "section" and run.items[1].value > run.items[0].value + 1
    )
    return {scheme for scheme, count in apart.items() if count > 1 and count * 2 > pairs[scheme]}


def _is_riddled(run: Run, causes: Sequence[Break]) -> bool:
    """Whether a run breaks so often that its numbers are another text's, or were read badly."""
    holes = sum(1 for cause in causes if cause.kind == "skipped" and not cause.confirmed)
    few = run.scheme not in RANKS and holes > 1 and holes * 4 > len(run.items)
    inside = [cause for cause in causes if cause.before]
    # 1.住房 1.自建 2.购买 2.车辆 1.有 2.无: the answers of a form are numbered as its questions are.
    again = len(inside) >= _PAIR and sum(item.value == 1 for item in run.items) > _PAIR
    return few or again or (len(inside) > 2 and len(inside) * 8 > len(run.items))


def _is_unmarked(document: Document, cause: Break) -> bool:
    """Whether an item without its number stands before the first that has one: …:/ 甲的;/ (二)乙的;."""
    above = document.section_at(cause.item.span.start)
    lead = document.sections[above.parent] if above and above.parent >= 0 else None
    words = [block.text for block in lead.body[-1:] if isinstance(block, Paragraph)] if lead else []
    return bool(words) and words[0].endswith(";")


def _is_sound(run: Run, cause: Break, causes: Sequence[Break]) -> bool:
    """Whether a break is more than the loss of a heading in conversion, or a quantity taken for a mark."""
    if cause.item.foreign:
        # Between two that count on, or last and counting on by its own number: 6.3.2, 6.3.3, 6.4.4 under 6.3.
        last = cause.after is None and cause.item.value == cause.expected > 2
        return bool(cause.before and not cause.before.foreign and (last or (cause.after and not cause.after.foreign)))
    if len(run.items) < 3 and run.scheme in ("decimal", "arabic"):
        # 6.1, 6.3: two decimals that begin alike and leave out one.
        deep = run.scheme == "decimal" and "." in cause.item.text.strip(".")
        return bool(deep and cause.before and cause.item.value == cause.expected + 1)
    if cause.confirmed and cause.before:
        return True
    if cause.kind == "skipped":
        return _is_gap(run, cause, causes)
    return _is_proved(run, cause) and (cause.item.value - cause.expected > -_REACH or run.origin != "section")


def _is_gap(run: Run, cause: Break, causes: Sequence[Break]) -> bool:
    """Whether a hole is one of a list: small, in a list that begins where lists begin and counts on."""
    gap = cause.item.value - cause.expected
    if run.scheme in RANKS:
        inside = [one for one in causes if one.before]
        if cause.before is None:
            return gap == 1 and is_inserted(cause.item)
        most = (_REACH, 3) if run.scheme == "article" else (1, 1)
        return 1 <= gap <= most[0] and len(inside) <= most[1]
    if cause.before is None:
        # The first number is lost: three or more count on behind it without another break.
        return gap == 1 and len(run.items) > 2 and len(causes) == 1
    return gap <= _REACH and _begins_rightly(run, cause)


def _is_proved(run: Run, cause: Break) -> bool:
    """Whether a repeated or misplaced number is one of its list: the list goes on behind it, or was long before it."""
    if cause.kind == "misplaced":
        return cause.at > 0 or (len(run.items) > 2 and run.items[2].value == 3)
    if cause.after and cause.after.value in (cause.item.value + 1, cause.expected):
        return True
    if is_inserted(cause.item) or _ends_twice(run, cause):
        return True
    before = run.items[max(0, cause.at - _LONG) : cause.at]
    steps = [other.value - one.value for one, other in pairwise(before)]
    # An article told twice is one behind a skipped number, too: 第四条, 第六条, 第七条, 第七条.
    holed = run.scheme == "article" and cause.before is not None and cause.before.value == cause.item.value
    return len(before) == _LONG and sum(steps) <= len(steps) + holed and min(steps) == 1


def _ends_twice(run: Run, cause: Break) -> bool:
    """Whether a list or a serial column counts from 1 on and ends with its last number twice (一、二、二、). A second 1
    in it would tell two lists, of which the last number may be the other one's.
    """
    values = [item.value for item in run.items]
    twice = len(values) > _PAIR and values == [*range(1, len(values)), len(values) - 1]
    return twice and cause.after is None and run.origin in ("section", "column")


def _is_within(document: Document, run: Run, cause: Break) -> bool:
    """Whether a number that stands again follows an item that ends with ;, so that its list goes on: (三)…;(二)…。"""
    if cause.kind != "repeated" or cause.item.value == 1 or run.origin != "section" or run.scheme == "decimal":
        return False
    return document.text.normal[: cause.item.span.start].rstrip(" \n\t#*>").endswith(";")


def _begins_rightly(run: Run, cause: Break) -> bool:
    """Whether the list of a break begins with 1, as far as it reaches back; decimals may stand in a fragment."""
    if run.scheme == "decimal" or (run.origin == "column" and cause.at >= _LONG):
        return True
    return any(item.value == 1 for item in run.items[: cause.at])


def _begins(document: Document, cause: Break) -> bool:
    """Whether a second 1 may begin another list: something stands between it and the first."""
    if cause.item.value != 1 or cause.confirmed or not cause.before:
        return False
    above = document.section_at(cause.before.span.start)
    return above is None or bool(above.body or above.children)


def _stands(document: Document, run: Run, cause: Break, mark: str) -> bool:
    """Whether a number that is missing stands where it is due, in whatever form."""
    if cause.kind != "skipped" or cause.confirmed:
        return False
    end = cause.item.span.start
    if cause.before:
        start = cause.before.span.end
    else:
        above = document.section_at(end)
        start = document.sections[above.parent].span.start if above and above.parent >= 0 else document.span.start
    words = document.text.normal[start:end]
    return _LEFT_OUT.search(words) is not None or any(
        stands_near(words, run.scheme, written(run.scheme, value, mark), value)
        for value in range(cause.expected, cause.item.value)
    )


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
    if scheme == "caption":
        # What is cited there was lost in conversion, or dangles; it is none that the author left out.
        return re.search(rf"{mark[0]}[ \d.]*{re.escape(mark[1:].strip())}(?![\d.\-])", words) is not None
    if scheme == "letter":
        return mark in words or bool(_MISREAD.search(words) and "1)" not in words)
    own = _marks_kind(scheme)
    if _found(words, own, value):
        return True
    others = [kind for kind in ("figures", "han", "circled", "paren") if kind != own]
    return any(
        _found(words, kind, value) and not any(_found(words, kind, lower) for lower in range(1, value))
        for kind in others
    )


def _marks_kind(scheme: str) -> str:
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
