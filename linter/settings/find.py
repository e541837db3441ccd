"""Read a settings file with all it builds on: layers in order, base first, and what it says of some paths."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linter.forms.nodes import BadFileError, Node, Place, Problem, load, read_text, shown, suggestion
from linter.forms.toml import parse_toml
from linter.language import NamedTuple
from linter.limits import EXTENDED
from linter.settings.globs import Glob, glob
from linter.settings.keys import PRESETS, TABLE

_PRESETS = Path(__file__).with_name("presets")


class Layer(NamedTuple):
    """One table of settings, and the folder to which its paths are relative.

    ``project`` is the folder that it may name files of; None if it may name any.
    """

    node: Node
    root: Path
    project: Path | None = None

    def reach(self, word: Node) -> Path:
        """The file that a word names. Raises BadFileError, which quotes nothing of the file, if it must not be read."""
        path = self.root / word.text
        if self.project and outside(path, self.project):
            told = f"{word.text} 在项目之外，未读写；可信的设置用 --trust-settings (outside the project)"
            raise BadFileError([Problem(word.place, told)])
        return path


class Override(NamedTuple):
    """Layers for the files that a pattern names, below a folder."""

    pattern: Glob
    root: Path
    layers: tuple[Layer, ...]

    def matches(self, path: Path) -> bool:
        """Whether the pattern names a file (an absolute path)."""
        try:
            below = path.relative_to(self.root)
        except ValueError:
            return False
        return self.pattern.matches(below.as_posix())


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


def project_of(file: Path) -> Path:
    """The project that a settings file belongs to: the repository it is in (``.git``), else its folder."""
    folders = file.absolute().parents
    return next((folder for folder in folders if (folder / ".git").exists()), folders[0])


def outside(path: Path, project: Path) -> bool:
    """Whether a path leads out of a project, also through links."""
    return not path.resolve().is_relative_to(project.resolve())


def read_project(path: Path, *, trusted: bool = False) -> Project:
    """Read a settings file and the files it builds on: those of its project, or any if it is ``trusted``."""
    problems: list[Problem] = []
    layers: list[Layer] = []
    overrides: list[Override] = []
    _gather(_Reader(problems, layers, overrides, None if trusted else project_of(path)), path, ())
    return Project(path, tuple(layers), tuple(overrides), tuple(problems))


class _Reader(NamedTuple):
    """Where what is read goes."""

    problems: list[Problem]
    layers: list[Layer]
    overrides: list[Override]
    project: Path | None


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
    layer = Layer(node, path.parent, into.project)
    _extend(into, layer, (*chain, path))
    into.layers.append(layer)
    paths = node.get("paths")
    for pattern, own in paths.pairs() if paths else ():
        part = _Reader(into.problems, [], [], into.project)
        layer = Layer(own, path.parent, into.project)
        _extend(part, layer, (*chain, path))
        layers = (*part.layers, layer)
        into.overrides.append(Override(glob(pattern), path.parent, layers))


def _extend(into: _Reader, layer: Layer, chain: tuple[Path, ...]) -> None:
    extends = layer.node.get("extends")
    for word in extends.listed() if extends else ():
        if word.text in PRESETS:
            _gather(into, _PRESETS / f"{word.text}.yaml", chain)
            continue
        try:
            path = layer.reach(word).resolve()
        except BadFileError as error:
            into.problems.extend(error.problems)
            continue
        if len(chain) > EXTENDED:
            into.problems.append(Problem(word.place, f"extends 超过 {EXTENDED} 层 (more than {EXTENDED} deep)"))
        elif path in chain:
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


def given_layer(given: Mapping[str, Any]) -> Layer:
    """What the command line says, as the last layer."""
    place = Place("命令行 (command line)", 0)

    def node(value: Any) -> Node:
        if isinstance(value, (tuple, list)):
            return Node(tuple(node(item) for item in value), place, key=place)
        return Node(value, place, str(value), place)

    return Layer(Node({key: node(value) for key, value in given.items()}, place), Path())
