"""Formulas of Word in one line: a fraction with a stroke, powers raised, roots and brackets with their signs."""

import re
from collections.abc import Callable, Mapping

from linter.sources.ooxml import Element
from linter.sources.raised import raised

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# A part of a fraction or power that is more than one number or name stands in brackets.
_SIMPLE = re.compile(r"[\w.%]*")
_RAISED = re.compile(r"[\d+\-−]+")


def formula(element: Element | None) -> str:
    """The words of a formula or of a part of it."""
    if element is None:
        return ""
    name = element.tag.removeprefix(MATH) if isinstance(element.tag, str) else ""
    if name == "t":
        return element.text or ""
    write = _WRITTEN.get(name)
    return write(element) if write else "".join(formula(child) for child in element)


def _part(element: Element, name: str) -> str:
    return formula(element.find(MATH + name))


def bracketed(words: str) -> str:
    """A part of a fraction or root, in brackets unless it is one number or name."""
    return words if _SIMPLE.fullmatch(words) else f"({words})"


def _power(element: Element) -> str:
    above = _part(element, "sup")
    return raised(above) if _RAISED.fullmatch(above) else f"^{bracketed(above)}" if above else ""


def _brackets(element: Element) -> str:
    begin, end = (element.find(f"{MATH}dPr/{MATH}{name}") for name in ("begChr", "endChr"))
    inside = ",".join(formula(part) for part in element.findall(f"{MATH}e"))
    return f"{_sign(begin, '(')}{inside}{_sign(end, ')')}"


def _sign(element: Element | None, usual: str) -> str:
    return usual if element is None else element.get(f"{MATH}val", "")


_WRITTEN: Mapping[str, Callable[[Element], str]] = {
    "f": lambda one: f"{bracketed(_part(one, 'num'))}/{bracketed(_part(one, 'den'))}",
    "sSup": lambda one: _part(one, "e") + _power(one),
    "sSubSup": lambda one: _part(one, "e") + _part(one, "sub") + _power(one),
    "rad": lambda one: f"{_part(one, 'deg')}√{bracketed(_part(one, 'e'))}",
    "nary": lambda one: (
        _sign(one.find(f"{MATH}naryPr/{MATH}chr"), "∫") + _part(one, "sub") + _power(one) + _part(one, "e")
    ),
    "d": _brackets,
}
