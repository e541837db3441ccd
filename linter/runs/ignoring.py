"""What is passed over in a folder: what ``.gitignore`` and the settings' ``exclude`` name, in the patterns of Git.

So are the office's lists of words, which settings name.

A file or folder that is named outright is always looked at.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from linter.language import NamedTuple, lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pathspec import GitIgnoreSpec

_GIT = ".gitignore"
# A star in the patterns made of globs, and what one character of a name is in them.
_STAR = "[^/]*"
_PLAIN = lazy(r"(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\()|/?*+\[\]{}^$])+")


class Ignoring(NamedTuple):
    """What is excluded: patterns of the command line, from the working directory, and where settings are looked for."""

    patterns: Sequence[str] = ()
    config: str | None = None
    isolated: bool = False

    def below(self, folder: Path) -> Callable[[Path, bool], bool]:
        """Whether a path below a folder is passed over, given whether it is a folder."""
        return _Rules(self, Path(folder).absolute()).ignored


class _Rules:
    """The patterns around and below a folder, read when a path asks for them."""

    def __init__(self, ignoring: Ignoring, folder: Path) -> None:
        self._ignoring = ignoring
        self._folder = folder
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self._excluded: dict[Path, list[tuple[Path, GitIgnoreSpec]]] = {}
        self._root = next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)
        if self._by_git(folder, whole=True):
            self._root = folder  # named outright though Git passes it over

    def ignored(self, path: Path, whole: bool) -> bool:
        path = path.absolute()
        return self._by_git(path, whole=whole) or any(
            path.is_relative_to(root) and spec.match_file(_under(root, path, whole=whole))
            for root, spec in self._exclude(path.parent)
        )

    def _by_git(self, path: Path, *, whole: bool) -> bool:
        """What the nearest ``.gitignore`` that has something to say of a path says."""
        for folder in path.parents:
            if spec := self._spec(folder):
                said = spec.check_file(_under(folder, path, whole=whole)).include
                if said is not None:
                    return said
            if folder == self._root:
                break
        return False

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            self._specs[folder] = _read(folder / _GIT)
        return self._specs[folder]

    def _exclude(self, folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
        """The patterns of the command line and of the settings that hold in a folder, and where they start from."""
        if folder not in self._excluded:
            self._excluded[folder] = [*self._given(), *self._settings(folder)]
        return self._excluded[folder]

    def _given(self) -> Iterator[tuple[Path, GitIgnoreSpec]]:
        if self._ignoring.patterns:
            yield Path.cwd(), _spec(self._ignoring.patterns)

    def _settings(self, folder: Path) -> Iterator[tuple[Path, GitIgnoreSpec]]:
        from linter.settings.workspace import nearest_settings

        given = self._ignoring.config
        file = Path(given).absolute() if given else None if self._ignoring.isolated else nearest_settings(folder)
        if file is None or not file.is_file():
            return
        from linter.settings.find import read_project
        from linter.settings.office import word_files

        for layer in read_project(file).layers:
            if words := layer.node.get("exclude"):
                yield layer.root.absolute(), _spec(words.words())
            if listed := word_files(layer.node):
                yield layer.root.absolute(), _spec(f"/{name}" for name in listed)


def _under(folder: Path, path: Path, *, whole: bool) -> str:
    return path.relative_to(folder).as_posix() + "/" * whole


def _read(file: Path) -> GitIgnoreSpec | None:
    try:
        return _spec(file.read_text("utf-8", "replace").splitlines())
    except OSError:
        return None


def _spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines(patterns)
    for pattern in spec.patterns:
        if pattern.regex is not None and pattern.regex.pattern.count(_STAR) > 1:
            pattern.regex = re.compile(settled(pattern.regex.pattern))
    return spec


def settled(source: str) -> str:
    """The pattern of a glob in which a star that another one follows within the same name gives nothing back.

    The first place where its next words stand serves as well as any later one, as in ``fnmatch``; tried again at each
    place, ``*a*a*a*a*x`` would take minutes against a long name.
    """
    first, *pieces = source.split(_STAR)
    inner = [f"(?>[^/]*?{one})" if _PLAIN.fullmatch(one) else f"{_STAR}{one}" for one in pieces[:-1]]
    return "".join((first, *inner, _STAR, *pieces[-1:]))


FOLLOWED = Ignoring()
