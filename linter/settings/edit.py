"""Change one entry of a settings file by program, leaving every other line and comment as it is.

An edit is made in the words of the file and then read back: unless exactly what was asked for has changed, nothing is
written and the user is told to do it by hand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from linter.forms.nodes import BadFileError, Place, Problem, parse_yaml
from linter.language import NamedTuple

Keys = tuple[str, ...]
_STEP = "  "


class _Found(NamedTuple):
    """How far the keys of a path are there: the deepest node, its depth, and the column of its keys."""

    node: Any
    depth: int
    column: int


def with_items(text: str, name: str, keys: Keys, items: Sequence[str], reason: str = "") -> str:
    """The text of a settings file with more items in the list under ``keys``, the reason beside each.

    Items that are there stay as they are. Raises BadFileError for a file that cannot take them.
    """
    known = _listed(text, name, keys)
    new = [item for item in dict.fromkeys(items) if item not in known]
    if not new:
        return text
    lines = [f"- {_quoted(item)}{_remark(reason)}" for item in new]
    return _checked(text, name, keys, lambda found: _grown(text, found, keys, lines), {*known, *new})


def without_items(text: str, name: str, keys: Keys, items: Iterable[str]) -> str:
    """The text without these items of the list under ``keys``; a list that loses all its items goes, too."""
    known, gone = _listed(text, name, keys), set(items)
    left = {item for item in known if item not in gone}
    if len(left) == len(known):
        return text

    def cut(found: _Found) -> str:
        nodes = [node for node in _items(found.node) if node.value in gone]
        return _without(text, found.node, nodes) if left else _without_key(text, keys)

    return _checked(text, name, keys, cut, left)


def with_value(text: str, name: str, keys: Keys, value: str) -> str:
    """The text with a value under ``keys``: a new line, or the old value replaced; an empty one takes the key away."""
    found = _find(text, keys)
    there = found.depth == len(keys)
    if not value:
        return _checked(text, name, keys, lambda _: _without_key(text, keys), None) if there else text
    if there:
        start, end = found.node.start_mark.index, found.node.end_mark.index
        return _checked(text, name, keys, lambda _: text[:start] + _quoted(value) + text[end:], value)
    return _checked(text, name, keys, lambda found: _grown(text, found, keys, [_quoted(value)], inline=True), value)


def _find(text: str, keys: Keys) -> _Found:
    """The deepest node on the way; the root of an empty text is None."""
    import yaml

    node = yaml.compose(text, Loader=yaml.SafeLoader)
    column = 0
    for depth, key in enumerate(keys):
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        step = next(((head, value) for head, value in pairs if head.value == key), None)
        if step is None:
            return _Found(node, depth, column)
        head, node = step
        column = head.start_mark.column
    return _Found(node, len(keys), column)


def _grown(text: str, found: _Found, keys: Keys, lines: Sequence[str], *, inline: bool = False) -> str:
    """The text with lines in the place of ``keys``, the keys that lack written out."""
    text = text if not text or text.endswith("\n") else text + "\n"
    if found.depth == len(keys):
        return _into_list(text, found, lines)
    missing = keys[found.depth :]
    root = found.depth == 0
    indent = "" if root else " " * _column_of_keys(found)
    written: list[str] = []
    for key in missing[:-1]:
        written.append(f"{indent}{_key(key)}:")
        indent += _STEP
    if inline:
        written.append(f"{indent}{_key(missing[-1])}: {lines[0]}")
    else:
        written += [f"{indent}{_key(missing[-1])}:", *(f"{indent}{_STEP}{line}" for line in lines)]
    block = "\n".join(written) + "\n"
    if root:
        return text + block
    at = text.rfind("\n", 0, found.node.start_mark.index) + 1 if _items(found.node) else _line_end(text, found.node)
    return text[:at] + block + text[at:]


def _column_of_keys(found: _Found) -> int:
    pairs = found.node.value
    return int(pairs[0][0].start_mark.column) if pairs and isinstance(pairs, list) else found.column + len(_STEP)


def _into_list(text: str, found: _Found, lines: Sequence[str]) -> str:
    """Items into a list: above its first one, or in place of a list in one line, a lone value, or nothing."""
    node = found.node
    if node.tag.endswith(":seq") and not node.flow_style:
        start = text.rfind("\n", 0, node.start_mark.index) + 1
        indent = " " * node.start_mark.column
        return text[:start] + "".join(f"{indent}{line}\n" for line in lines) + text[start:]
    indent = " " * (found.column + len(_STEP))
    single = [] if node.tag.endswith(":null") else [node]
    items = node.value if node.tag.endswith(":seq") else single
    known = [f"- {_quoted(item.value)}" for item in items]
    start, end = node.start_mark.index, node.end_mark.index
    head = text[:start].rstrip(" ")
    return head + "".join(f"\n{indent}{line}" for line in (*lines, *known)) + text[end:]


def _items(node: Any) -> list[Any]:
    return node.value if node is not None and isinstance(node.value, list) else []


def _without(text: str, node: Any, gone: Sequence[Any]) -> str:
    """The text without items of a list: their lines, or their words in a list of one line."""
    if node.flow_style:
        left = ", ".join(_quoted(item.value) for item in node.value if item not in gone)
        return f"{text[: node.start_mark.index]}[{left}]{text[node.end_mark.index :]}"
    for item in reversed(gone):
        start = text.rfind("\n", 0, item.start_mark.index) + 1
        text = text[:start] + text[_line_end(text, item) :]
    return text


def _without_key(text: str, keys: Keys) -> str:
    """The text without a key and what stands under it."""
    head, node = _head(text, keys), _find(text, keys).node
    start = text.rfind("\n", 0, head.start_mark.index) + 1
    shorter = text[:start] + text[_line_end(text, node) :]
    parent = _find(shorter, keys[:-1]) if len(keys) > 1 else None
    emptied = parent is not None and parent.node is not None and not parent.node.value
    return _without_key(shorter, keys[:-1]) if emptied else shorter


def _head(text: str, keys: Keys) -> Any:
    """The node of the last of the keys itself."""
    return next(head for head, _ in _find(text, keys[:-1]).node.value if head.value == keys[-1])


def _line_end(text: str, node: Any) -> int:
    """Behind the line a node ends in; the end of a block is told at the beginning of what follows it."""
    end = node.end_mark.index
    if node.end_mark.column == 0 and end > node.start_mark.index:
        return _before_blank(text, end)
    block = isinstance(node.value, list) and not node.flow_style
    if block:  # its end mark stands at the next token, further in than the line begins
        return _before_blank(text, text.rfind("\n", 0, end) + 1)
    after = text.find("\n", end)
    return len(text) if after < 0 else after + 1


def _before_blank(text: str, end: int) -> int:
    """The end of the last line with words of its own before ``end``: blank lines and comments stay for what follows."""
    while end:
        start = text.rfind("\n", 0, end - 1) + 1
        line = text[start:end].strip()
        if line and not line.startswith("#"):
            return end
        end = start
    return end


def _listed(text: str, name: str, keys: Keys) -> tuple[str, ...]:
    node = parse_yaml(text, name) if text.strip() else None
    for key in keys:
        node = node.get(key) if node else None
    return node.words() if node and node.value is not None else ()


def _checked(text: str, name: str, keys: Keys, edit: Callable[[_Found], str], expected: set[str] | str | None) -> str:
    """The text after an edit, if what it was to change has changed and nothing else."""
    before = parse_yaml(text, name).written() if text.strip() else {}
    try:
        changed = edit(_find(text, keys))
        after = parse_yaml(changed, name).written()
    except (BadFileError, AttributeError, StopIteration, TypeError):
        raise _by_hand(name, keys) from None
    there = _taken(after, keys)
    if isinstance(expected, set):
        there = set(there if isinstance(there, tuple) else (there,) if there is not None else ())
    _taken(before, keys)
    if there != expected or after != before:
        raise _by_hand(name, keys)
    return changed


def _taken(data: Any, keys: Keys) -> Any:
    """Take the value under keys out of plain data, and the tables that held it alone."""
    value = data.get(keys[0]) if isinstance(data, dict) else None
    if len(keys) == 1 or not isinstance(value, dict):
        if isinstance(data, dict):
            data.pop(keys[0], None)
        return value if len(keys) == 1 else None
    found = _taken(value, keys[1:])
    if not value:
        del data[keys[0]]
    return found


def _by_hand(name: str, keys: Keys) -> BadFileError:
    told = f"{'.'.join(keys)} 的写法不便自动改写，请手工修改 (edit it by hand)"
    return BadFileError([Problem(Place(name, 1), told)])


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def _key(word: str) -> str:
    return word if word.isascii() and word.replace("-", "").isalnum() and not word.isdigit() else _quoted(word)


def _remark(reason: str) -> str:
    return f"  # {' '.join(reason.split())}" if reason.strip() else ""
