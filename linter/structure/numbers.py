"""Document numbers 国办发〔2019〕5号 and the numbers of orders (GB/T 9704 7.2.5, 条例 art 9(5))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.language.pattern import lazy
from linter.language.text import HAN, Span
from linter.structure.model import Number

if TYPE_CHECKING:
    from linter.structure.lines import Line

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


def placed(number: Number, line: Line) -> Number:
    """A number found in the words of a line, with its place in the text."""
    start, end = number.span
    return number._replace(span=Span(line.at(start), line.at(end - 1) + 1))


def find_number(text: str, start: int) -> Number | None:
    """The document number in a line of normal text that begins at the raw offset ``start``."""
    match = NUMBER.search(text) if "号" in text else None
    if not match:
        return None
    span = Span(start + match.start(), start + match.end())
    return Number(match["agency"], int(match["year"]), int(match["serial"]), match[0], span)
