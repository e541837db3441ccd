"""What a reader sees of an EQ field: characters set over each other (带圈字符), fractions, roots, raised figures.

The switches are those of Word's reference of fields (EQ); a comma or, in Chinese versions, a semicolon parts parts.

Formulas of Word in one line: a fraction with a stroke, powers raised, roots and brackets with their signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from linter.language import NamedTuple
from linter.sources.ooxml import Element
from linter.sources.raised import raised

_FIELD = re.compile(r"\s*EQ(?![A-Za-z])\s*", re.IGNORECASE)
# Switches that every field may have, about its look: \\* MERGEFORMAT, \\* "Font:宋体".
_GENERAL = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')
# A switch, its options (``\\up8``, ``\\bc\\[``), and the bracket that opens its parts.
_SWITCH = re.compile(r"\\([abdfilorsx])((?:\s*\\[a-z]+\s*-?\d*(?:\\[^a-z\s])?){0,8})\s*\(", re.IGNORECASE)
_BRACKET = re.compile(r"\\([blr])c\s*\\(.)", re.IGNORECASE)
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">", "（": "）", "〔": "〕"}
_RINGS = frozenset("○□△◇〇")
# The whole numbers from 1 that have a character of their own in a ring.
_RINGED = [*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)]
_DEEPEST = 20


class _Switch(NamedTuple):
    """A switch: its options as written, and its parts as a reader sees them."""

    options: str
    parts: Sequence[str]

    def part(self, at: int) -> str:
        """One of the parts; nothing if it is not there."""
        return self.parts[at] if at < len(self.parts) else ""


def equation(instruction: str) -> str:
    """The words of an EQ field; nothing for other instructions, and for what is written amiss."""
    begins = _FIELD.match(instruction)
    return _shown(_GENERAL.sub("", instruction[begins.end() :])).strip() if begins else ""


def _shown(words: str, depth: int = 0) -> str:
    found: list[str] = []
    closing = _closing(words)
    at = 0
    while at < len(words):
        switch = _SWITCH.match(words, at) if depth < _DEEPEST else None
        end = closing.get(switch.end() - 1) if switch else None
        if switch and end is not None:
            parts = [_shown(part, depth + 1).strip() for part in _parts(words[switch.end() : end])]
            found.append(_WRITTEN[switch[1].lower()](_Switch(switch[2], parts)))
            at = end + 1
        else:
            at += words[at] == "\\"  # what follows stands for itself
            found.append(words[at : at + 1])
            at += 1
    return "".join(found)


def _closing(words: str) -> dict[int, int]:
    """Where each bracket that is closed closes."""
    found: dict[int, int] = {}
    opened: list[int] = []
    at = 0
    while at < len(words):
        if words[at] == "\\":
            at += 1
        elif words[at] == "(":
            opened.append(at)
        elif words[at] == ")" and opened:
            found[opened.pop()] = at
        at += 1
    return found


def _parts(words: str) -> list[str]:
    """What stands between the commas of the outermost brackets."""
    found, depth, at = [""], 0, 0
    while at < len(words):
        step = 2 if words[at] == "\\" else 1
        depth += {"(": 1, ")": -1}.get(words[at], 0)
        if words[at] in ",;" and depth == 0:
            found.append("")
        else:
            found[-1] += words[at : at + step]
        at += step
    return found


def _overstruck(one: _Switch) -> str:
    """The base of characters set over each other, in a ring if it is a number."""
    base = [part for part in one.parts if part and part not in _RINGS]
    if not base:
        return ""
    words = base[-1]
    ringed = any(part in _RINGS for part in one.parts) and words.isascii() and words.isdigit() and len(words) < 3
    return chr(_RINGED[int(words) - 1]) if ringed and 1 <= int(words) <= len(_RINGED) else words


def _fraction(one: _Switch) -> str:
    return f"{bracketed(one.part(0))}/{bracketed(one.part(1))}"


def _root(one: _Switch) -> str:
    return f"{one.part(0)}√{bracketed(one.part(1))}" if len(one.parts) > 1 else f"√{bracketed(one.part(0))}"


def _set_up(one: _Switch) -> str:
    words = "".join(one.parts)
    return words if "\\do" in one.options.lower() else raised(words)


def _embraced(one: _Switch) -> str:
    signs = {match[1].lower(): match[2] for match in _BRACKET.finditer(one.options)}
    both = signs.get("b", "")
    begin, end = signs.get("l", both), signs.get("r", _CLOSING.get(both, both))
    return f"{begin}{','.join(one.parts)}{end}" if signs else f"({','.join(one.parts)})"


_WRITTEN: Mapping[str, Callable[[_Switch], str]] = {
    "a": lambda one: " ".join(one.parts),
    "b": _embraced,
    "d": lambda _: "",
    "f": _fraction,
    "i": lambda one: f"∫{''.join(one.parts)}",
    "l": lambda one: ",".join(one.parts),
    "o": _overstruck,
    "r": _root,
    "s": _set_up,
    "x": lambda one: "".join(one.parts),
}

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
    write = _FORMULA_WRITTEN.get(name)
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


_FORMULA_WRITTEN: Mapping[str, Callable[[Element], str]] = {
    "f": lambda one: f"{bracketed(_part(one, 'num'))}/{bracketed(_part(one, 'den'))}",
    "sSup": lambda one: _part(one, "e") + _power(one),
    "sSubSup": lambda one: _part(one, "e") + _part(one, "sub") + _power(one),
    "rad": lambda one: f"{_part(one, 'deg')}√{bracketed(_part(one, 'e'))}",
    "nary": lambda one: (
        _sign(one.find(f"{MATH}naryPr/{MATH}chr"), "∫") + _part(one, "sub") + _power(one) + _part(one, "e")
    ),
    "d": _brackets,
}
