"""Sums that a text declares: a total and its parts, in a sentence (共计3811个…,其中:行政许可273项,…).

Values are whole numbers of millionths of the base unit (元, 人), so that they add up exactly; rounding is allowed for
with half a unit of the last printed place of each number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.base import Flow, flow
from linter.language import lexicon
from linter.language.numerals import ARABIC
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["SCALE", "Sum", "plain", "read", "sums"]

# What is counted with these is counted alike: 3811个事项 is the sum of 273项 and others.
_COUNT = frozenset("个项件条宗")
SCALE = {
    magnitude + unit: factor
    for unit in lexicon.words("SCALED_UNIT")
    for magnitude, factor in {"": 1, "万": 10**4, "亿": 10**8}.items()
}
# One person may be counted in two parts; one stretch of land, sum of money or load is not.
_APART = tuple(lexicon.words("APART_UNIT"))
UNIT = "{SUM_UNIT}"
_VALUE = lazy(rf"(?P<n>{ARABIC}) ?(?P<u>{UNIT})")
# Numbers that are not exact add up to nothing in particular.
_VAGUE_BEFORE = lazy(r"(?:{COMPARED}|{BOUND_LEAD}(?<!在)|[每第至—~-])$")
_VAGUE_AFTER = lazy(r"(?:{BOUND_BEHIND}|[多余/]|的\d)")
_EACH = lazy(r"[各均](?:为|占|有|计)?$")
_AMONG = lazy(r"其中[:,]?")
_BRACKETED = lazy(
    rf"(?:共|总|合计)[^,。;:()\n\d]{{0,10}}(?P<n>{ARABIC}) ?{UNIT}"
    r"\((?:包括|分别为|即)?[:,]?(?P<in>[^()\n。其]{8,200})\)"
)
_AMOUNT_LED = lazy(r"^[\d,. ]+")
# What stands before a number, up to the mark before it.
_LABELS = lazy(r"(?:^|[,;、:])([^\W\d_]{2,8})(?=\d)")
_MANY = 3
_TOTAL_AFTER = lazy(rf"[,;、](?:[合总共]计|总?共)(?:为|有|安排|投资)?(?={ARABIC} ?{UNIT})")
# A sum of its own begins.
_ANOTHER = lazy("其中|共计|合计|总计")
_REST = lazy(r"其他|其它|其余|剩余")
_MARK = lazy(r"[,;、()〔〕]")
# How far before 其中 its total may stand, and how long a sentence is read.
_REACH, _LONGEST = 60, 1000
_PLACES = 6
_LARGE = 100


class Term(NamedTuple):
    """A number of a sum: its value, the worth of its last printed digit and of its unit, in millionths; its words.

    1.5亿元 is worth 150 million, its last digit 10 million and its unit 100 million 元.
    """

    value: int
    last: int
    scale: int
    words: str
    start: int
    end: int
    span: Span


class Sum(NamedTuple):
    """A total and its parts. ``complete``: the text says that these are all (其他…, or the total comes last)."""

    total: Term
    parts: tuple[Term, ...]
    complete: bool

    @property
    def added(self) -> int:
        """The sum of the parts."""
        return sum([part.value for part in self.parts])

    @property
    def fits(self) -> bool:
        """Whether the parts add up to the total, rounding allowed for."""
        terms = (self.total, *self.parts)
        slack = sum(
            [_slack([term for term in terms if term.scale == scale]) for scale in {term.scale for term in terms}]
        )
        return abs(self.added - self.total.value) <= slack

    def show(self, value: int) -> str:
        """A value in the unit of the total, as a message prints it."""
        unit = _AMOUNT_LED.sub("", self.total.words.strip("()"))
        return plain(value * 10**_PLACES // self.total.scale) + unit

    @property
    def superfluous(self) -> Term | None:
        """The part without which the others are exactly the total; of several the last."""
        extra = [part for part in self.parts if part.value == self.added - self.total.value > 0]
        return extra[-1] if extra and len(self.parts) > _MANY else None

    @property
    def overflows(self) -> bool:
        """Whether parts that cannot overlap (sums of money, areas, weights) are more than the total."""
        return self.total.words.endswith(_APART) and self.added > self.total.value

    @property
    def one_digit_off(self) -> bool:
        """Whether one other digit in one of the numbers would make the sum fit."""
        difference = self.added - self.total.value
        return _by_one_digit(self.total, difference) or any(_by_one_digit(part, -difference) for part in self.parts)


def _slack(terms: list[Term]) -> int:
    """How far rounding may carry numbers of one unit from their sum: half a unit of the last printed place for each.

    Beside 1.5亿元, 2亿元 is printed to the same place. Whole numbers are exact, but for large ones of 万 and 亿.
    """
    scale, last = terms[0].scale, min([term.last for term in terms])
    large = scale > 10**_PLACES and max([term.value for term in terms]) >= _LARGE * scale
    return last * len(terms) // 2 if last < scale or large else 0


def _by_one_digit(term: Term, change: int) -> bool:
    """Whether adding ``change`` to a number alters one of its digits only, and leaves it as many of them."""
    before, after = (plain(value).partition(".") for value in (term.value, term.value + change))
    words = [part[0].rjust(20, "0") + part[2].ljust(_PLACES, "0") for part in (before, after)]
    longer = len(before[0]) != len(after[0]) or term.value + change < 0
    return not longer and sum(one != other for one, other in zip(*words, strict=True)) == 1


@fact("sums", "处合计", "declared sum|declared sums")
def sums(document: Document) -> tuple[Sum, ...]:
    """The sums that sentences declare, in order of their totals; those that may be partial lists are not complete."""
    stream = document.read(flow)
    found = [*_among(stream), *_closing(stream), *_bracketed(stream)]
    return tuple(sorted(found, key=lambda one: one.total.start))


def _among(stream: Flow) -> Iterator[Sum]:
    """Total, then 其中 and the parts."""
    text = stream.text
    for match in _AMONG.finditer(text):
        opens = text[match.start() - 1 : match.start()] == "。"
        end = match.start() - opens
        begin = _back(text, end, _LONGEST if opens else _REACH, ("。", "\n", ";", "其中"))
        totals = _terms(stream, begin, end)
        # 其中 at the head of a sentence goes back to the one number of the sentence before it.
        if not totals or totals[-1] is None or (opens and len(totals) > 1):
            continue
        total = totals[-1]
        parts, rest = _parts(stream, match.end(), total)
        if len(parts) >= 2 and not _each_of(text[begin : total.start], text[match.end() : parts[-1].start]):
            yield Sum(total, tuple(parts), rest)


def _each_of(before: str, behind: str) -> bool:
    """早餐5元,午餐12元,晚餐10元,其中个人承担早餐2元、午餐5元、晚餐4元: a part of each of several, named alike."""
    named = [words for words in _LABELS.findall(before) if words in behind]
    return len(named) > 1


def _closing(stream: Flow) -> Iterator[Sum]:
    """The parts, then 共计 and the total."""
    text = stream.text
    closed = 0  # what an earlier total closed is not counted again
    for match in _TOTAL_AFTER.finditer(text):
        total = _term(stream, _VALUE.match(text, match.end()))
        begin = max(closed, _back(text, match.start(), _LONGEST, ("。", "\n", ":")))
        closed = total.end if total else closed
        if total is None or "其中" in text[begin : match.start()]:
            continue
        parts: list[Term] = []
        for start, end in reversed(list(_segments(text, begin, match.start()))):
            term = _only(stream, start, end, total)
            if term is None:
                break
            parts.insert(0, term)
        if len(parts) >= 2:
            yield Sum(total, tuple(parts), complete=True)


def _bracketed(stream: Flow) -> Iterator[Sum]:
    """共120所(小学80所、初中30所、高中10所): a total and brackets that hold nothing but its parts, three or more."""
    for match in _BRACKETED.finditer(stream.text):
        total = _term(stream, _VALUE.match(stream.text, match.start("n")))
        parts = [_only(stream, *one, total) for one in _segments(stream.text, *match.span("in"))] if total else []
        known = [part for part in parts if part]
        if total and len(known) == len(parts) >= _MANY:
            yield Sum(total, tuple(known), complete=True)


def _back(text: str, end: int, reach: int, marks: tuple[str, ...]) -> int:
    """Where the words before ``end`` begin: behind the last of the marks, at most ``reach`` characters before."""
    first = max(0, end - reach)
    return max(first, *[text.rfind(mark, first, end) + 1 for mark in marks])


def _parts(stream: Flow, start: int, total: Term) -> tuple[list[Term], bool]:
    """The parts behind 其中, one a segment, up to the first segment that is none; whether one of them is the rest."""
    text = stream.text
    last = min(len(text), start + _LONGEST)
    stop = min(at for at in (text.find("。", start, last), text.find("\n", start, last), last) if at >= 0)
    segments = list(_segments(text, start, stop))
    # 第一产业增加值186亿元,增长3.9%;第二产业…: the part is what stands first between semicolons.
    heads = [one for one in segments if one[0] == start or text[one[0] - 1] == ";"]
    if 1 < len(heads) < len(segments) and _only(stream, *segments[1], total) is None:
        segments = heads
    parts: list[Term] = []
    labels: list[str] = []
    rest = False
    for begin, end in segments:
        # 其中甲5人、乙3人;计划招收…: marks of a lower rank have parted the parts, so that ; ends them.
        if text[begin - 1] == ";" and len(parts) > 1 and ";" not in text[start : begin - 1]:
            break
        term = None if _ANOTHER.search(text, begin, end) else _only(stream, begin, end, total)
        if term is None:
            break
        parts.append(term)
        labels.append(text[begin : term.start])
        rest = rest or _REST.search(text, begin, end) is not None
    return parts, rest or _whole(labels)


def _whole(labels: list[str]) -> bool:
    """Whether the parts are named so that they leave nothing out: 第一、第二、第三产业, 男、女."""
    return any(
        len(words) == len(labels) and all(word in label for word, label in zip(words, labels, strict=True))
        for words in lexicon.rows("wholes.tsv")
    )


def _segments(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The pieces between commas, those in brackets and in figures left whole."""
    depth, begin = 0, start
    for match in _MARK.finditer(text, start, stop):
        at = match.start()
        if text[at] in "(〔":
            depth += 1
        elif text[at] in ")〕":
            depth -= 1
        elif depth == 0 and not (text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()):
            yield begin, at
            begin = at + 1
    yield begin, stop


def _only(stream: Flow, start: int, end: int, total: Term) -> Term | None:
    """The one number of a segment, if it is exact and of the unit of the total. Brackets are passed over."""
    text = stream.text
    matches = [
        match
        for match in _VALUE.finditer(text, start, end)
        if text.count("(", start, match.start()) == text.count(")", start, match.start())
    ]
    term = _term(stream, matches[0]) if len(matches) == 1 else None
    # 语数英各150分: so much for each of them, and how many they are is not read.
    if term is None or _EACH.search(text, max(start, term.start - 3), term.start):
        return None
    return term if _alike(stream.text[term.start : term.end], stream.text[total.start : total.end]) else None


def _alike(one: str, other: str) -> bool:
    units = [_AMOUNT_LED.sub("", words) for words in (one, other)]
    if units[0] == units[1]:
        return True
    if all(unit in _COUNT for unit in units):
        return True
    return all(unit in SCALE for unit in units) and units[0][-1] == units[1][-1]


def _terms(stream: Flow, start: int, end: int) -> list[Term | None]:
    return [_term(stream, match) for match in _VALUE.finditer(stream.text, start, end)]


def _term(stream: Flow, match: re.Match[str] | None) -> Term | None:
    """A number with its unit; None if it is not exact (约30人, 30人以上) or belongs to a range or date."""
    if match is None:
        return None
    text = match.string
    if _VAGUE_BEFORE.search(text, max(0, match.start() - 3), match.start()) or _VAGUE_AFTER.match(text, match.end()):
        return None
    scale = SCALE.get(match["u"], 1)
    number = read(match["n"], scale)
    if number is None:
        return None
    return Term(*number, match[0], match.start(), match.end(), stream.span(match.start(), match.end()))


def read(words: str, scale: int = 1) -> tuple[int, int, int] | None:
    """Value, worth of the last digit and of the unit of an Arabic number; None if it has more than six decimals."""
    whole, _, decimals = words.replace(",", "").partition(".")
    if len(decimals) > _PLACES:
        return None
    unit = scale * 10 ** (_PLACES - len(decimals))
    return int(whole + decimals) * unit, unit, scale * 10**_PLACES


def plain(value: int) -> str:
    """A value in millionths as a message prints it: 3811, 0.5."""
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 10**_PLACES)
    return sign + str(whole) + (f".{rest:0{_PLACES}d}".rstrip("0") if rest else "")
