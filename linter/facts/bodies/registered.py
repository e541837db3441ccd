"""Registered numbers, and those that cannot be: of another length, or denied by their own check character.

A number is known by the words before it (统一社会信用代码:…) or by the head of its column (CAS号).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from re import Pattern
from typing import Literal

from linter.facts.base import flow
from linter.language import NamedTuple, Span, lazy
from linter.language.check_digits import Registry, check_character
from linter.structure import Document, Table, fact
from linter.structure.columns import headed

__all__ = ["Registered", "registered_numbers"]

# What names a registry, and how its numbers look, those with a character too many or too few included; 13 4237-50-6 is
# torn by a conversion.
_NAMES: Mapping[Registry, str] = {
    "credit": "信用代码",
    "citizen": "身份",
    "cas": "CAS",
    "issn": "ISSN",
    "isbn": "ISBN",
}
_FORMS: Mapping[Registry, Pattern[str]] = {
    "credit": lazy("(?<![0-9A-Za-z])[0-9A-Z]{16,20}(?![0-9A-Za-z*×])"),
    "citizen": lazy("(?<![0-9A-Za-z])[0-9]{16,18}[0-9Xx](?![0-9A-Za-z*×])"),
    "cas": lazy(r"(?<![\d\-])(?<!\d )(?<!\d  )\d{2,7}-\d{1,3}-\d(?![\d\-])"),
    "issn": lazy(r"\d{4}-\d{3}[\dXx](?![\d\-])"),
    "isbn": lazy(r"(?<![\d\-])(?:\d-?){9,12}[\dXx](?![\d\-])"),
}
_SIZES: Mapping[Registry, tuple[int, ...]] = {"credit": (18,), "citizen": (18,), "isbn": (10, 13)}
# A number stands within so many characters behind its name, no other sentence between.
_LABELLED = lazy(
    r"(?:信用代码|身份证(?:件)?(?:号码?)?|公民身份号码|CAS(?:登记)?号?|ISSN|ISBN)[^\w。;]{0,4}(?P<number>\d[\dA-Za-z\-]{5,20})"
)
# Another registry may be named so near before a label.
_BESIDE = 12
# 000000, 123456: what fills a form.
_SAMPLE = lazy(r"(\d)\1{5}|123456|X{4}")
_UNUSED = frozenset("IOSVZ")

Fault = Literal["size", "sign", "part", "check"]


class Registered(NamedTuple):
    """A registered number: its registry, its words, what is wrong with it (None if nothing), what its last character
    ought to be, and where it stands.
    """

    registry: Registry
    words: str
    fault: Fault | None
    due: str
    span: Span


@fact("registered-numbers")
def registered_numbers(document: Document) -> tuple[Registered, ...]:
    """The numbers of registries, in order; samples and what is blotted out are none."""
    stream = document.read(flow)
    if not any(name in stream.text for name in _NAMES.values()):
        return ()
    found = [one for table in document.tables for one in _in_table(table)]
    for match in _LABELLED.finditer(stream.text):
        if stream.unit_at(match.start()).table < 0:
            registry = _named(stream.text[max(0, match.start() - _BESIDE) : match.start("number")])
            number = registry and _FORMS[registry].match(stream.text, match.start("number"))
            if registry and number:
                found += _judged(registry, number[0], stream.span(*number.span()))
    return tuple(sorted(found, key=lambda one: one.span))


def _named(words: str) -> Registry | None:
    """The registry that words name, a label or the head of a column; None for two: 统一社会信用代码(身份证号)."""
    plain = words.replace(" ", "")
    named = [registry for registry, name in _NAMES.items() if name in plain]
    return named[0] if len(named) == 1 else None


def _in_table(table: Table) -> Iterator[Registered]:
    for column in headed(table, "registered"):
        registry = _named(table.header[column].text)
        if registry is None:
            continue
        for cell in table.column(column):
            for paragraph in cell.paragraphs:
                for number in _FORMS[registry].finditer(paragraph.text):
                    yield from _judged(registry, number[0], paragraph.span(*number.span()))


def _judged(registry: Registry, words: str, span: Span) -> Iterator[Registered]:
    plain = words.replace("-", "").upper()
    if _SAMPLE.search(plain):
        return
    fault: Fault | None = None
    due = ""
    sizes = _SIZES.get(registry)
    if sizes and len(plain) not in sizes:
        fault = "size"
    elif registry == "credit" and not _UNUSED.isdisjoint(plain):
        fault = "sign"
    elif registry == "cas" and len(words.split("-")[1]) != 2:
        fault = "part"
    elif (due := check_character(registry, plain[:-1])) != plain[-1]:
        fault = "check"
    yield Registered(registry, words, fault, due, span)
