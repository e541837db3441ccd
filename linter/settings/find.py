"""Read a settings file with all it builds on: layers in order, base first, and what it says of some paths."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.forms.nodes import BadFileError, Node, Place, Problem, load, parse_toml, read_text, shown, suggestion
from linter.language.record import NamedTuple
from linter.settings.keys import PRESETS, TABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

_PRESETS = Path(__file__).with_name("presets")


class Layer(NamedTuple):
    """One table of settings, and the folder to which its paths are relative."""

    node: Node
    root: Path


class Override(NamedTuple):
    """Layers for the files that a pattern names, below a folder."""

    pattern: re.Pattern[str]
    root: Path
    layers: tuple[Layer, ...]

    def matches(self, path: Path) -> bool:
        """Whether the pattern names a file (an absolute path)."""
        try:
            below = path.relative_to(self.root)
        except ValueError:
            return False
        return bool(self.pattern.fullmatch(below.as_posix()))


class Project(NamedTuple):
    """A settings file as read: its path, its layers, base first, its overrides in order, and its mistakes of form."""

    path: Path
    layers: tuple[Layer, ...]
    overrides: tuple[Override, ...]
    problems: tuple[Problem, ...]

    def matching(self, path: Path) -> tuple[int, ...]:
        """Which overrides name a file (an absolute path)."""
        return tuple(at for at, override in enumerate(self.overrides) if override.matches(path))

    def layers_under(self, overrides: tuple[int, ...]) -> tuple[Layer, ...]:
        """The layers of the file and of some overrides."""
        return self.layers + tuple(layer for at in overrides for layer in self.overrides[at].layers)

    def every_layer(self) -> tuple[Layer, ...]:
        """The layers of the file and of all its overrides."""
        return self.layers_under(tuple(range(len(self.overrides))))


def read_project(path: Path) -> Project:
    """Read a settings file and the files it builds on."""
    problems: list[Problem] = []
    layers: list[Layer] = []
    overrides: list[Override] = []
    _gather(_Reader(problems, layers, overrides), path, ())
    return Project(path, tuple(layers), tuple(overrides), tuple(problems))


class _Reader(NamedTuple):
    """Where what is read goes."""

    problems: list[Problem]
    layers: list[Layer]
    overrides: list[Override]


def _gather(into: _Reader, path: Path, chain: tuple[Path, ...]) -> None:
    """Read one file: what it extends first, then its own table, then what it says of paths."""
    try:
        node = read_table(path)
    except BadFileError as error:
        into.problems.extend(error.problems)
        return
    into.problems.extend(TABLE.problems(node))
    if not isinstance(node.value, dict):
        return
    _extend(into, node, path.parent, (*chain, path))
    into.layers.append(Layer(node, path.parent))
    paths = node.get("paths")
    for pattern, own in paths.pairs() if paths else ():
        part = _Reader(into.problems, [], [])
        _extend(part, own, path.parent, (*chain, path))
        layers = (*part.layers, Layer(own, path.parent))
        into.overrides.append(Override(glob(pattern), path.parent, layers))


def _extend(into: _Reader, node: Node, root: Path, chain: tuple[Path, ...]) -> None:
    extends = node.get("extends")
    for word in extends.listed() if extends else ():
        if word.text in PRESETS:
            _gather(into, _PRESETS / f"{word.text}.yaml", chain)
            continue
        path = (root / word.text).resolve()
        if path in chain:
            loop = " → ".join(one.name for one in (*chain[chain.index(path) :], path))
            into.problems.append(Problem(word.place, f"循环引用 (cycle of extends): {loop}"))
        elif path.is_file():
            _gather(into, path, chain)
        else:
            known = suggestion(word.text, PRESETS) or f"；预设有 {'、'.join(PRESETS)} (no such preset or file)"
            into.problems.append(Problem(word.place, f"没有名为 {word.text} 的预设或文件{known}"))


def read_table(path: Path) -> Node:
    """The settings in a file: a YAML file, or ``[tool.gazette-lint]`` of a ``pyproject.toml``."""
    name = f"preset {path.stem}" if path.parent == _PRESETS else shown(path)
    if path.suffix == ".toml":
        return parse_toml(read_text(path, name), name, ("tool", "gazette-lint")) or Node({}, Place(name, 1))
    return load(path, name)


def glob(pattern: str) -> re.Pattern[str]:
    """A pattern of paths: ``*`` within a name, ``**`` over folders; without ``/`` it names files at any depth."""
    if "/" not in pattern:
        pattern = f"**/{pattern}"
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./"))
    translated = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(translated.get(part) or re.escape(part) for part in parts))


def given_layer(given: Mapping[str, Any]) -> Layer:
    """What the command line says, as the last layer."""
    place = Place("命令行 (command line)", 0)

    def node(value: Any) -> Node:
        if isinstance(value, (tuple, list)):
            return Node(tuple(node(item) for item in value), place, key=place)
        return Node(value, place, str(value), place)

    return Layer(Node({key: node(value) for key, value in given.items()}, place), Path())
