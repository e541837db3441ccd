"""What the style sheets of a page say of what is read: which elements are hidden, and how lists are numbered (CSS 2.2).

Only what is sure hides: a rule with a part that is not understood here hides nothing, but shows what it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from linter.language import NamedTuple

# The window in which a page is read, wide enough not to be a phone's (CSS pixels).
_WIDTH = 1280
# Rules that count, comparisons of elements with them, and characters of a selector; what is beyond them says nothing.
_MOST_RULES = 3000
_MOST_STEPS = 500_000
_MOST_SELECTOR = 300

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|<!--|-->", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_BRACE = re.compile(r"([{}])")
_PROPERTY = re.compile(
    r"(?:^|[;{\s])(display|visibility|list-style(?:-type)?|font-size|text-decoration)(?:-line)? *:"
    r" *([^;!]*)(!\s*important)?",
    re.IGNORECASE,
)
_MEDIA_WIDTH = re.compile(r"\((max|min)-width: *(\d+)px\)")
_COMPOUND = re.compile(r"([#.]?)(-?[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*)|\*")
_ODD = re.compile(r":[\w-]+(?:\([^()]*\))?|\[[^\]]*\]")
# States that come and go, and boxes that are no elements.
_PASSING = re.compile(
    r":(?:hover|focus|active|visited|target|checked|before|after|placeholder|selection|first-l|empty|disabled|:)"
)
_NOTHING = re.compile(r"0(?:px|pt|em|rem|%)? *$")
_INLINE = re.compile(r"visibility *:|font-size *: *0(?![.\d])|line-through", re.IGNORECASE)
# The attribute of an element whose words are struck out, and taken out.
STRUCK = "struck"


class _Compound(NamedTuple):
    """One element of a selector: its tag, its classes and identifier, one name to find it by.

    ``child`` says that its parent must match what stands before.
    """

    tag: str
    names: frozenset[str]
    name: str
    child: bool


class _StyleRule(NamedTuple):
    """A selector, its compounds from the last to the first, its weight, what it says, and whether all is understood."""

    compounds: tuple[_Compound, ...]
    weight: tuple[int, int, int]
    said: tuple[tuple[str, str, bool], ...]
    sure: bool


class _State(NamedTuple):
    """What an element hands down to those in it."""

    visible: bool = True
    sized: bool = True
    struck: bool = False


class Styles:
    """What the style sheets of a page and its own attributes say; ``says`` tells whether they say anything."""

    def __init__(self, root: Any, page: str) -> None:
        self._root = root
        self._sheet = _StyleSheet(root)
        self.says = self._sheet.says or bool(_INLINE.search(page))

    def apply(self) -> None:
        """Mark in the tree what is hidden (``hidden``) and how lists are numbered (``style``).

        Words struck out and invisible ones, which may stand around visible ones, are taken out.
        """
        stack = [(self._root, _State())]
        while stack:
            element, around = stack.pop()
            if not isinstance(element.tag, str):
                continue
            state = _styled(element, self._sheet.of(element), around)
            shown = state.visible and state.sized and not state.struck
            element.text = element.text if shown else None
            for child in element:
                child.tail = child.tail if shown else None
                stack.append((child, state))


def _styled(element: Any, said: Mapping[str, str], state: _State) -> _State:
    """What holds inside an element; its own marks are set."""
    display = said.get("display", "")
    if display == "none":
        element.set("hidden", "")
    elif display:
        element.attrib.pop("hidden", None)
    form = said.get("list-style-type") or said.get("list-style")
    if form and element.tag in ("ol", "ul", "li"):
        element.set("style", f"list-style: {form}; {element.get('style') or ''}")
    if said.get("visibility") in ("hidden", "collapse", "visible"):
        state = state._replace(visible=said["visibility"] == "visible")
    if "font-size" in said:
        state = state._replace(sized=not _NOTHING.match(said["font-size"]))
    if "line-through" in said.get("text-decoration", ""):
        element.set(STRUCK, "")
        state = state._replace(struck=True)
    return state


class _StyleSheet:
    """The rules of all style sheets in a page, found by a name that the last element of their selectors has."""

    def __init__(self, root: Any) -> None:
        self._by_name: dict[str, list[tuple[int, _StyleRule]]] = {}
        self._steps = _MOST_STEPS
        sheets = (one for one in root.iter("style") if _is_for_screens(one.get("media") or ""))
        rules = (rule for sheet in sheets for rule in _rules("".join(sheet.itertext())))
        for at, rule in enumerate(islice(rules, _MOST_RULES)):
            self._by_name.setdefault(rule.compounds[0].name, []).append((at, rule))
        self.says = bool(self._by_name)

    def of(self, element: Any) -> dict[str, str]:
        """What is said of an element, by property: important words first, then its own, the weightier, the later."""
        best: dict[str, tuple[tuple[bool, tuple[int, int, int, int], int], str]] = {}
        for at, rule in self._candidates(element):
            if self._matches(rule.compounds, element):
                for name, value, important in rule.said:
                    if rule.sure or _shows(name, value):
                        key = (important, (0, *rule.weight), at)
                        if name not in best or best[name][0] <= key:
                            best[name] = (key, value)
        for name, value, important in _declared(element.get("style") or ""):
            key = (important, (1, 0, 0, 0), 0)
            if name not in best or best[name][0] <= key:
                best[name] = (key, value)
        return {name: value for name, (_, value) in best.items()}

    def _candidates(self, element: Any) -> Iterator[tuple[int, _StyleRule]]:
        for name in {*_names(element), element.tag, "*"}:
            found = self._by_name.get(name, ())
            self._steps -= len(found)
            yield from found if self._steps > 0 else ()

    def _matches(self, compounds: tuple[_Compound, ...], element: Any) -> bool:
        """Whether an element is the one a selector speaks of, with those around it that the selector wants."""
        if not _is(compounds[0], element):
            return False
        around, at = element.getparent(), 1
        child = compounds[0].child
        while at < len(compounds):
            if around is None or self._steps <= 0:
                return False
            self._steps -= 1
            if _is(compounds[at], around):
                child = compounds[at].child
                at += 1
            elif child:
                return False
            around = around.getparent()
        return True


def _is(compound: _Compound, element: Any) -> bool:
    if not isinstance(element.tag, str) or (compound.tag and compound.tag != element.tag):
        return False
    return not compound.names or compound.names <= _names(element)


def _names(element: Any) -> frozenset[str]:
    """The classes of an element and its identifier, with their marks."""
    own = element.get("id")
    names = [f".{name}" for name in (element.get("class") or "").split()]
    return frozenset([*names, f"#{own}"] if own else names)


def _shows(name: str, value: str) -> bool:
    return (name == "display" and value != "none") or (name == "visibility" and value == "visible")


def _rules(sheet: str) -> Iterator[_StyleRule]:
    """The rules of a sheet that say something of what is read, those of other media left out."""
    sheet = _QUOTED.sub("''", _COMMENT.sub(" ", sheet))
    # Of each block that is open: the selectors of a rule, or whether what stands in the block applies.
    opened: list[str | bool] = []
    pieces = _BRACE.split(sheet)
    for words, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            head = words.rpartition(";")[2].strip()
            inside = bool(opened) and (opened[-1] is False or isinstance(opened[-1], str))
            if head.startswith("@"):
                opened.append(not inside and _applies(head))
            else:
                opened.append(False if inside else head)
        elif opened:
            head = opened.pop()
            said = tuple(_declared(words)) if isinstance(head, str) else ()
            for selector in head.split(",") if said and isinstance(head, str) else ():
                rule = _rule(selector, said)
                if rule:
                    yield rule


def _applies(head: str) -> bool:
    """Whether what stands in a block with such a head counts on a screen."""
    kind, _, condition = head[1:].partition(" ")
    return kind.lower() == "media" and _is_for_screens(condition)


def _is_for_screens(condition: str) -> bool:
    """Whether one of the media that a condition names is a wide screen."""
    return not condition.strip() or any(map(_is_screen, condition.lower().split(",")))


def _is_screen(query: str) -> bool:
    known = _MEDIA_WIDTH.sub(" ", query).replace("only", " ").replace(" and ", " ").split()
    if not set(known) <= {"all", "screen", "and"}:
        return False
    widths = _MEDIA_WIDTH.findall(query)
    return all((int(width) >= _WIDTH) == (which == "max") for which, width in widths)


def _declared(words: str) -> Iterator[tuple[str, str, bool]]:
    for name, value, important in _PROPERTY.findall(words):
        yield name.lower(), value.strip().lower(), bool(important)


def _rule(selector: str, said: tuple[tuple[str, str, bool], ...]) -> _StyleRule | None:
    """The rule of one selector; None if it speaks of no element that is there."""
    if len(selector) > _MOST_SELECTOR or _PASSING.search(selector):
        return None
    plain = _ODD.sub("", selector)
    sure = plain == selector
    parts = plain.replace(">", " > ").split()
    # What stands before a sibling is left out, and the rule is not sure then.
    for at in range(len(parts) - 1, -1, -1):
        if parts[at][0] in "+~":
            parts, sure = parts[at + 1 :], False
            break
    compounds: list[_Compound] = []
    child = False
    for part in parts:
        if part == ">":
            child = True
            continue
        found = _COMPOUND.findall(part)
        if "".join(mark + name for mark, name in found) != part.replace("*", ""):
            return None
        names = [mark + name for mark, name in found if mark]
        tag = next((name.lower() for mark, name in found if name and not mark), "")
        ids = [name for name in names if name.startswith("#")]
        compounds.append(_Compound(tag, frozenset(names), (ids or names or [tag or "*"])[0], child))
        child = False
    if not compounds:
        return None
    marks = [name[0] for one in compounds for name in one.names]
    weight = (marks.count("#"), marks.count("."), sum(bool(one.tag) for one in compounds))
    return _StyleRule(tuple(reversed(compounds)), weight, said, sure)
