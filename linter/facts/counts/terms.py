"""Numbers that add up: a total and its parts, and the exact numbers of a text with their units.

Values are whole numbers of millionths of the base unit (元, 人), so that they add up exactly; rounding is allowed for
with half a unit of the last printed place of each number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from linter.facts.base import Flow
from linter.language import ARABIC, NamedTuple, Span, lazy, lexicon
from linter.structure import Paragraph

__all__ = ["SCALE", "Sum", "plain", "read"]

# What is counted with these is counted alike: 3811个事项 is the sum of 273项 and others.
_COUNT = frozenset("个项件条宗")
SCALE = {
    magnitude + unit: factor
    for unit in lexicon.words("SUM_UNIT")
    for magnitude, factor in {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}.items()
}
# One person may be counted in two parts; one stretch of land, sum of money or load is not.
APART = tuple(lexicon.words("APART_UNIT"))
UNIT = "(?:万?亿|万)?(?:{SUM_UNIT})"
# 提高0.3个百分点 counts nothing, and 12家次 no bodies.
VALUE = lazy(rf"(?P<n>{ARABIC}) ?(?P<u>{UNIT})(?!百分点|次)")
# Numbers that are not exact add up to nothing in particular.
_VAGUE_BEFORE = lazy(r"(?:{COMPARED}|{BOUND_LEAD}(?<!在)|[每第至—~-])$")
_VAGUE_AFTER = lazy(r"(?:{BOUND_BEHIND}|[多余/]|的\d)")
_EACH = lazy(r"[各均](?:为|占|有|计)?$")
_AMOUNT_LED = lazy(r"^[\d,. ]+")
# What names all that is left.
REST = lazy(r"其他|其它|其余|剩余")
_MARK = lazy(r"[,;、()〔〕]")
_MANY, _PAIR, _PROOF = 3, 2, 2
# What alone tells kinds apart, and how prizes are called.
_ORDINAL = lazy(r"(?:[一二两三四五六七八九]|\d[a-z]?)(?=[类级等档期批房室居])|[A-E](?=[类级])")
_BESIDES = lazy("{OVERLAPPING}")
_RANKS = lazy(r"[类级档期批](?=[^\W\d_])")
_PRIZE = lazy(r"[\u4e00-\u9fff]{2}奖$")
_PLACES = 6
_SPREAD = 10**_PLACES
_LARGE = 100
# 1514976万元 beside 99455.3万元: so long a number is printed to its own place, where 2亿元 beside 1.5亿元 is 2.0.
_LONG = 1000


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
    """A total and its parts. ``complete``: the text says that these are all (其他…, or the total comes last).

    ``further``: the last of them stand in a sentence of their own (另有…), and may lie beside the total.
    ``apart``: by their names no two of them hold the same (一类村, 二类村, 三类村). ``kinds``: nothing in their names
    says that one may be another as well (女职工, 党员). ``exact``: marks and weights, which nobody rounds.
    """

    total: Term
    parts: tuple[Term, ...]
    complete: bool
    further: bool = False
    apart: bool = False
    kinds: bool = False
    exact: bool = False

    @property
    def added(self) -> int:
        """The sum of the parts."""
        return sum([part.value for part in self.parts])

    @property
    def fits(self) -> bool:
        """Whether the parts add up to the total, rounding allowed for."""
        if self.exact:
            return self.added == self.total.value
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
    def exceeding(self) -> Term | None:
        """A part that alone is more than the total."""
        return next((part for part in self.parts if part.value > self.total.value + self.total.last), None)

    @property
    def overflows(self) -> bool:
        """Whether parts that cannot overlap (sums of money, areas, weights; kinds by number) exceed the total."""
        return (self.apart or self.total.words.endswith(APART)) and self.added > self.total.value

    @property
    def one_digit_off(self) -> bool:
        """Whether one other digit in one of the numbers would make the sum fit."""
        difference = self.added - self.total.value
        return by_one_digit(self.total, difference) or any(by_one_digit(part, -difference) for part in self.parts)

    @property
    def one_slip(self) -> bool:
        """Whether one digit explains the difference and the last two places agree, which is hardly chance."""
        last = min([term.last for term in (self.total, *self.parts)])
        return (self.added - self.total.value) % (100 * last) == 0 and self.one_digit_off


def _slack(terms: list[Term]) -> int:
    """How far rounding may carry numbers of one unit from their sum: half a unit of the last printed place for each.

    Beside 1.5亿元, 2亿元 is printed to the same place. Whole numbers are exact, but for large ones of 万 and 亿.
    """
    scale, last = terms[0].scale, min([term.last for term in terms])
    large = scale > 10**_PLACES and max([term.value for term in terms]) >= _LARGE * scale
    places = [term.last if term.value >= _LONG * term.last else last for term in terms]
    return sum(places) // 2 if last < scale or large else 0


def by_one_digit(term: Term, change: int) -> bool:
    """Whether adding ``change`` to a number alters one of its digits only, and leaves it as many of them."""
    before, after = (plain(value).partition(".") for value in (term.value, term.value + change))
    words = [part[0].rjust(20, "0") + part[2].ljust(_PLACES, "0") for part in (before, after)]
    longer = len(before[0]) != len(after[0]) or term.value + change < 0
    return not longer and sum(one != other for one, other in zip(*words, strict=True)) == 1


def proven(sums: Iterable[Sum]) -> list[Sum]:
    """The sums, if two of them and two in three fit; none otherwise."""
    found = list(sums)
    fitting = sum(1 for one in found if one.fits)
    return found if fitting >= _PROOF and fitting * 3 >= len(found) * 2 else []


def begin_of(text: str, end: int, reach: int, marks: tuple[str, ...]) -> int:
    """Where the words before ``end`` begin: behind the last of the marks, at most ``reach`` characters before."""
    first = max(0, end - reach)
    return max(first, *[text.rfind(mark, first, end) + 1 for mark in marks])


def segments(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
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


def leaves_nothing(labels: list[str]) -> bool:
    """Whether the parts are named so that they leave nothing out: 第一、第二、第三产业, 男、女, 合格、不合格."""
    orders = (labels, labels[::-1]) if len(labels) == _PAIR else (labels,)
    return any(
        all(_is_named(label, word, words) for label, word in zip(order, words, strict=True))
        for words in lexicon.rows("wholes.tsv")
        if len(words) == len(labels)
        for order in orders
    )


def _is_named(label: str, word: str, words: tuple[str, ...]) -> bool:
    """Whether a label holds a word, and none of the others that is a longer form of it: 合格, not 不合格."""
    return word in label and not any(word in other and other in label for other in words if other != word)


def apart(labels: list[str]) -> bool:
    """Whether three parts or more are told apart by a number alone, or are the first prizes of a competition."""
    if len(set(labels)) < max(_MANY, len(labels)):
        return False
    alike = {_ORDINAL.sub("#", label) for label in labels}
    return (len(alike) == 1 and alike != set(labels[:1])) or all(_PRIZE.search(label) for label in labels)


def kinds(labels: list[str]) -> bool:
    """Whether parts are named, each otherwise, and by nothing that a thing may be besides."""
    return len(set(labels)) == len(labels) and all(label and not _BESIDES.search(label) for label in labels)


def only_in(stream: Flow, start: int, end: int, total: Term) -> Term | None:
    """The one number of a segment, if it is exact and of the unit of the total. Brackets are passed over.

    Of numbers that adjoin (个访286批412人次) it is the one of that very unit.
    """
    text = stream.text
    matches = [
        match
        for match in VALUE.finditer(text, start, end)
        if text.count("(", start, match.start()) == text.count(")", start, match.start())
    ]
    if len(matches) > 1 and all(one.end() == other.start() for one, other in pairwise(matches)):
        matches = [match for match in matches if match["u"] == _AMOUNT_LED.sub("", total.words)]
    if len(matches) > 1:  # 1类区3个: a number that ranks what is counted
        matches = [match for match in matches if not _RANKS.match(text, match.start("u"))]
    term = exact_term(stream, matches[0]) if len(matches) == 1 else None
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


def terms_in(stream: Flow, start: int, end: int) -> list[Term | None]:
    """The numbers of a stretch of text, None for those that are not exact."""
    return [exact_term(stream, match) for match in VALUE.finditer(stream.text, start, end)]


def exact_term(where: Flow | Paragraph, match: re.Match[str] | None) -> Term | None:
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
    return term_at(where, number, *match.span())


def term_at(where: Flow | Paragraph, number: tuple[int, int, int], start: int, end: int) -> Term:
    """A number as ``read`` gives it, with the words and the place of two offsets."""
    return Term(*number, where.text[start:end], start, end, where.span(start, end))


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


def share_slack(part: Term, total: Term) -> float:
    """How far half a unit of the last printed place of both may carry a share, for figures of 万 and 亿 or decimals."""
    halves = [one.last / 2 if one.last < one.scale or one.scale > _SPREAD else 0 for one in (part, total)]
    return halves[0] / total.value + part.value * halves[1] / total.value**2
