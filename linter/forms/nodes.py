"""Files written by hand as trees whose values know their lines, so that a mistake is told at its place; those in YAML.

What the parser of YAML says of a mistake, in the language of those who write settings and checks.
"""

from __future__ import annotations

import codecs
import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from linter.language import NamedTuple
from linter.limits import DEPTH, SETTINGS_BYTES, brief


class Place(NamedTuple):
    """A file as the user named it, and a line of it, from 1; 0 for what is no file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Problem(NamedTuple):
    """One mistake in such a file, in one line."""

    place: Place
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {brief(self.text)}"


class BadFileError(Exception):
    """Mistakes in files written by hand; ``str()`` has a line for each, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(sorted(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class Node(NamedTuple):
    """A value: a scalar, a tuple of nodes, or nodes by key.

    ``text`` is a scalar as written; ``key`` the place of the key it stands under.
    """

    value: Any
    place: Place
    text: str = ""
    key: Place | None = None

    @property
    def name(self) -> Place:
        """Where the key stands, or the value if it has none."""
        return self.key or self.place

    def get(self, key: str) -> Node | None:
        """The value under a key of a mapping, if it is one and has it."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def pairs(self) -> Iterator[tuple[str, Node]]:
        """Keys and values of a mapping; nothing for other values."""
        return iter(self.value.items() if isinstance(self.value, dict) else ())

    def listed(self) -> tuple[Node, ...]:
        """The items of a list; a lone scalar is a list of one."""
        if isinstance(self.value, tuple):
            return self.value
        return () if self.value is None else (self,)

    def words(self) -> tuple[str, ...]:
        """The items of a list of scalars as written."""
        return tuple(item.text for item in self.listed())

    def written(self) -> Any:
        """The value without places, scalars as written except ``true`` and ``false``, lists as tuples."""
        if isinstance(self.value, dict):
            return {key: node.written() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return tuple(node.written() for node in self.value)
        return self.value if isinstance(self.value, bool) else self.text

    def plain(self) -> Any:
        """The value without places, lists as tuples."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return tuple(node.plain() for node in self.value)
        return self.value


def suggestion(word: str, known: Iterable[str]) -> str:
    """“did you mean” for a word that is not among those known, or nothing."""
    import difflib

    near = difflib.get_close_matches(word.lower(), list(known), 1, 0.6)
    return f"，是否指 {near[0]}？(did you mean {near[0]}?)" if near else ""


def shown(path: Path) -> str:
    """A path as the user would write it: from the working directory if it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def read_text(path: Path, name: str) -> str:
    """The words of a file in UTF-8, GB18030 or UTF-16 with its mark.

    Raises BadFileError if it cannot be read, is a pipe or a device, or is too large.
    """

    def bad(told: str) -> BadFileError:
        return BadFileError([Problem(Place(name, 1), told)])

    try:
        if path.exists() and not path.is_file():
            raise bad("不是普通文件 (not a regular file)")
        with path.open("rb") as file:
            data = file.read(SETTINGS_BYTES + 1)
    except OSError as error:
        raise bad(f"无法读取 (cannot read): {error.strerror}") from None
    if len(data) > SETTINGS_BYTES:
        raise bad(f"超过 {SETTINGS_BYTES >> 20} MB，不予读取 (larger than {SETTINGS_BYTES >> 20} MB)")
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for codec in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(codec).replace("\r\n", "\n").replace("\r", "\n")
    raise bad("不是 UTF-8、GB18030 或 UTF-16 文本 (not text in a known encoding)")


def load(path: Path, name: str) -> Node:
    """The tree of a YAML file, ``name`` being what the user calls it; an empty file is an empty mapping."""
    return parse_yaml(read_text(path, name), name)


def parse_yaml(text: str, name: str) -> Node:
    """The tree of a YAML text. Raises BadFileError for bad syntax, keys given twice, anchors, and tags."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        why = getattr(error, "problem", None) or str(error).splitlines()[0]
        told = f"YAML 语法错误：{chinese(why)} (syntax error: {why})"
        raise BadFileError([Problem(Place(name, line), told)]) from None
    except (RecursionError, ValueError):
        raise BadFileError([Problem(Place(name, 1), "嵌套过深 (nested too deeply)")]) from None
    if root is None:
        return Node({}, Place(name, 1))
    problems: list[Problem] = []
    node = _Yaml(name, problems).convert(root)
    if problems:
        raise BadFileError(problems)
    return node


class _Yaml:
    """Makes a tree of what the parser composed; what it cannot hold is told in ``problems``."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self.name = name
        self.problems = problems
        self.seen: set[int] = set()

    def convert(self, node: Any, key: Place | None = None, depth: int = 0) -> Node:
        place = Place(self.name, node.start_mark.line + 1)
        if flaw := self._flaw(node, depth):
            self.problems.append(Problem(place, flaw))
            return Node(None, place, key=key)
        self.seen.add(id(node))
        if node.id == "scalar":
            return Node(_scalar(node.tag.removeprefix(_TAG), node.value), place, node.value, key)
        if node.id == "sequence":
            return Node(tuple(self.convert(item, None, depth + 1) for item in node.value), place, key=key)
        return Node(self._mapping(node, depth), place, key=key)

    def _flaw(self, node: Any, depth: int) -> str:
        if id(node) in self.seen:
            return "不支持锚点与引用 (anchors and aliases are not supported)"
        if depth > DEPTH:
            return f"嵌套超过 {DEPTH} 层 (nested more than {DEPTH} deep)"
        if node.tag.removeprefix(_TAG) not in _KINDS[node.id]:
            return f"不支持标签 {node.tag} (tags are not supported)"
        return ""

    def _mapping(self, node: Any, depth: int) -> dict[str, Node]:
        values: dict[str, Node] = {}
        for head, item in node.value:
            at = Place(self.name, head.start_mark.line + 1)
            if head.id != "scalar":
                self.problems.append(Problem(at, "键应为文字 (keys are words)"))
                continue
            word = head.value
            if word in values:
                told = f"键 {brief(word)} 重复，先见于第 {values[word].name.line} 行 (duplicate key)"
                self.problems.append(Problem(at, told))
                continue
            values[word] = self.convert(item, at, depth + 1)
        return values


def _scalar(kind: str, text: str) -> Any:
    """The value of a plain scalar. 0x1F and 12:30 are numbers in YAML 1.1; here they are words, and 012 is 12."""
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in {"true", "yes", "on"}
    try:
        return {"int": int, "float": float}[kind](text)
    except (KeyError, ValueError):
        return text


# The kinds of values that YAML knows by itself; a tag can name others.
_TAG = "tag:yaml.org,2002:"
_KINDS = {
    "scalar": frozenset(("str", "null", "bool", "int", "float", "timestamp", "merge", "value")),
    "sequence": frozenset(("seq",)),
    "mapping": frozenset(("map",)),
}


def depth(value: Any) -> int:
    """How deep lists and mappings of a value are nested. Without recursion."""
    deepest, layer = 0, [value]
    while layer := [
        item
        for one in layer
        if isinstance(one, (dict, list))
        for item in (one.values() if isinstance(one, dict) else one)
    ]:
        deepest += 1
    return deepest


# Words of the message → what it means.
_SAYS = (
    ("could not find expected ':'", "缺少冒号，或冒号后缺空格"),
    ("mapping values are not allowed", "这里不能再有“键: 值”，多半是缩进不对，或上一行少了引号"),
    ("cannot start any token", "有不能用的字符：缩进要用空格，不用制表符；以 @、`、% 开头的文字要加引号"),
    ("did not find expected key", "缩进不对，或引号、括号没有配对"),
    ("did not find expected '-' indicator", "列表各项的缩进不一致"),
    ("did not find expected ',' or", "方括号、花括号没有配对，或项与项之间缺少逗号"),
    ("unexpected end of stream", "引号没有配对"),
    ("did not find expected", "缩进不对，或引号、括号没有配对"),
    ("special characters are not allowed", "有控制字符"),
    ("undefined alias", "没有这个引用名；以 * 开头的文字要加引号"),
)


def chinese(why: str) -> str:
    """What a message of the parser means."""
    return next((told for said, told in _SAYS if said in why), "写法不对")
