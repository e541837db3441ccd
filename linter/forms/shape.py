"""What a hand-written file may hold: kinds of values that check a tree and describe themselves as JSON Schema.

One declaration serves the errors (``Kind.problems``) and the completion of editors (``Kind.schema``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from linter.forms.nodes import Node, Problem, suggestion
from linter.language import NamedTuple
from linter.language.label import Label

Schema = dict[str, Any]


class Kind(NamedTuple):
    """A kind of value: the problems of a node as such a value, and its JSON Schema."""

    problems: Callable[[Node], Iterator[Problem]]
    schema: Schema


def wrong(node: Node, wanted: str, english: str) -> Problem:
    """The problem of a value that is not what it should be."""
    shown = node.text or ("{…}" if isinstance(node.value, dict) else "[…]" if isinstance(node.value, tuple) else "空值")
    return Problem(node.place, f"应为{wanted}，不是 {shown} (expected {english})")


def text(*, empty: bool = False) -> Kind:
    """Words; a bare number or date counts as the words it is written with. None at all must be quoted, if ``empty``."""

    def problems(node: Node) -> Iterator[Problem]:
        if not node.text.strip() and not (empty and isinstance(node.value, str)):
            yield wrong(node, "文字", "text")

    return Kind(problems, {"type": "string"} if empty else {"type": "string", "minLength": 1})


def address() -> Kind:
    """The address of a web page."""

    def problems(node: Node) -> Iterator[Problem]:
        if not node.text.startswith(("http://", "https://")) or len(node.text.split()) != 1:
            yield wrong(node, "网址", "an address")

    return Kind(problems, {"type": "string", "pattern": r"^https?://\S+$"})


def flag() -> Kind:
    """``true`` or ``false``."""

    def problems(node: Node) -> Iterator[Problem]:
        if not isinstance(node.value, bool):
            yield wrong(node, " true 或 false", "true or false")

    return Kind(problems, {"type": "boolean"})


def whole(least: int = -(10**9)) -> Kind:
    """A whole number not below ``least``."""

    def problems(node: Node) -> Iterator[Problem]:
        if not isinstance(node.value, int) or isinstance(node.value, bool) or node.value < least:
            bound = f"不小于 {least} 的" if least >= 0 else ""
            yield wrong(node, f"{bound}整数", f"a whole number{f', {least} or more' if bound else ''}")

    return Kind(problems, {"type": "integer", "minimum": least})


def number() -> Kind:
    """A number, whole or not."""

    def problems(node: Node) -> Iterator[Problem]:
        if not isinstance(node.value, (int, float)) or isinstance(node.value, bool):
            yield wrong(node, "数", "a number")

    return Kind(problems, {"type": "number"})


def choice(*words: str) -> Kind:
    """One of some words. ``off`` and ``on`` are the words, not what YAML makes of them."""

    def problems(node: Node) -> Iterator[Problem]:
        if node.text not in words:
            shown = "、".join(words)
            yield Problem(
                node.place,
                f"{node.text or '…'} 不在 {shown} 之中{suggestion(node.text, words) or ' (not one of them)'}",
            )

    return Kind(problems, {"enum": list(words)})


def listed(item: Kind, *, empty: bool = False) -> Kind:
    """A list of values; one alone may stand without brackets. It may be ``empty`` only if that is said."""

    def problems(node: Node) -> Iterator[Problem]:
        if not empty and (node.value is None or node.value == ()):
            yield wrong(node, "非空列表", "a list with items")
        for one in node.listed():
            yield from item.problems(one)

    array = {"type": "array", "items": item.schema} | ({} if empty else {"minItems": 1})
    return Kind(problems, {"oneOf": [item.schema, array]})


def mapping(item: Kind, keys: Schema | None = None) -> Kind:
    """Values by free keys. ``keys`` describes known ones for the schema only."""

    def problems(node: Node) -> Iterator[Problem]:
        if not isinstance(node.value, dict):
            yield wrong(node, "“键: 值”", "keys and values")
        for _, one in node.pairs():
            yield from item.problems(one)

    return Kind(problems, {"type": "object", "additionalProperties": item.schema} | (keys or {}))


def either(first: Kind, *others: Kind) -> Kind:
    """A scalar of the first kind, or a mapping or list of the others: the node's form decides."""

    def problems(node: Node) -> Iterator[Problem]:
        chosen = first
        for other in others:
            form = other.schema.get("type")
            if (form == "object" and isinstance(node.value, dict)) or (
                "oneOf" in other.schema and isinstance(node.value, tuple)
            ):
                chosen = other
        yield from chosen.problems(node)

    return Kind(problems, {"anyOf": [first.schema, *(other.schema for other in others)]})


class Key(NamedTuple):
    """A key of a table: its kind, what it means, and whether it must be there."""

    kind: Kind
    label: Label
    required: bool = False


def table(keys: Mapping[str, Key], others: Kind | None = None, outside: Collection[str] = ()) -> Kind:
    """A mapping with known keys. Keys not known are problems, unless a kind is given for the ``others``.

    ``outside`` are keys of the whole file, which hold for all of it and cannot stand here.
    """

    def problems(node: Node) -> Iterator[Problem]:
        if not isinstance(node.value, dict):
            yield wrong(node, f"含 {'、'.join(keys)} 等键的映射", "a mapping")
            return
        for name, one in node.pairs():
            known = keys.get(name)
            if known:
                yield from known.kind.problems(one)
            elif others:
                yield from others.problems(one)
            elif name in outside:
                yield Problem(
                    one.name, f"{name} 管全部文件，只能写在最外层 (holds for all files, not below another key)"
                )
            else:
                yield Problem(one.name, f"没有名为 {name} 的键{suggestion(name, keys) or ' (unknown key)'}")
        for name, key in keys.items():
            if key.required and name not in node.value:
                yield Problem(node.name, f"缺少 {name}：{key.label.zh} (missing key)")

    schema: Schema = {
        "type": "object",
        "properties": {
            name: {**key.kind.schema, "description": f"{key.label.zh} / {key.label.en}"} for name, key in keys.items()
        },
        "additionalProperties": others.schema if others else False,
    }
    required = [name for name, key in keys.items() if key.required]
    return Kind(problems, schema | ({"required": required} if required else {}))


def anything() -> Kind:
    """Any value: somebody else judges it."""
    return Kind(lambda _: iter(()), {})
