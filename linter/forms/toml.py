"""TOML as a tree whose values know their lines; the standard library keeps none."""

from __future__ import annotations

import re
from typing import Any

from linter.forms.nodes import BadFileError, Node, Place, Problem, depth
from linter.language import lazy
from linter.limits import DEPTH

_HEADER = lazy(r"\s*\[+\s*([^\]]+?)\s*\]+")
_ASSIGNMENT = lazy(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_WORD = lazy(r"""[\w-]+|"([^"]*)"|'([^']*)'""")


def parse_toml(text: str, name: str, table: tuple[str, ...]) -> Node | None:
    """The tree of one table of a TOML text, None if it has no such table. Raises BadFileError for bad syntax.

    The standard parser keeps no positions: keys are found by a scan for headers and assignments, and an item of a list
    has the line where its words first stand at or below its key.
    """
    import tomllib

    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else 1
        raise BadFileError([Problem(Place(name, line), f"TOML 语法错误 (syntax error): {error}")]) from None
    except (RecursionError, ValueError) as error:  # lists within lists, numbers of thousands of digits
        raise BadFileError([Problem(Place(name, 1), f"TOML 不能读 (cannot be read): {error}")]) from None
    for word in table:
        data = data.get(word) if isinstance(data, dict) else None
    if not isinstance(data, dict):
        return None
    if depth(data) > DEPTH:
        raise BadFileError([Problem(Place(name, 1), f"嵌套超过 {DEPTH} 层 (nested more than {DEPTH} deep)")])
    return _Toml(text.split("\n"), name).node(data, table, 1)


class _Toml:
    """Gives the values of a parsed TOML text their lines back."""

    def __init__(self, lines: list[str], name: str) -> None:
        self.lines = lines
        self.name = name
        self.keys: dict[tuple[str, ...], int] = {}
        head: tuple[str, ...] = ()
        for number, line in enumerate(lines, 1):
            if header := _HEADER.match(line):
                head = _words(header[1])
                self.keys.setdefault(head, number)
            elif key := _ASSIGNMENT.match(line):
                self.keys.setdefault(head + _words(key[1]), number)

    def node(self, value: Any, path: tuple[str, ...], line: int, key: Place | None = None) -> Node:
        if isinstance(value, dict):
            return Node(
                {word: self._child(item, (*path, word), line) for word, item in value.items()}, self._at(line), key=key
            )
        if isinstance(value, list):
            return Node(tuple(self._item(item, path, line) for item in value), self._at(line), key=key)
        return Node(value, self._at(line), str(value).lower() if isinstance(value, bool) else str(value), key)

    def _child(self, value: Any, path: tuple[str, ...], line: int) -> Node:
        line = self.keys.get(path, line)
        return self.node(value, path, line, self._at(line))

    def _item(self, value: Any, path: tuple[str, ...], line: int) -> Node:
        if not isinstance(value, (dict, list)):
            words = str(value)
            line = next((at for at in range(line, len(self.lines) + 1) if words in self.lines[at - 1]), line)
        return self.node(value, path, line)

    def _at(self, line: int) -> Place:
        return Place(self.name, line)


def _words(dotted: str) -> tuple[str, ...]:
    return tuple(found[1] or found[2] or found[0] for found in _WORD.finditer(dotted))
