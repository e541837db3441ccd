"""Which settings hold for which file: the nearest settings file above it, under what the command line says.

Without a settings file nothing of ``linter.settings`` is imported, so that a plain run starts fast.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.config import Settings, activate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from linter.check import Active
    from linter.registry import Registry
    from linter.settings.find import Layer, Project
    from linter.settings.fold import Settled

SETTINGS = ("gazette-lint.yaml", ".gazette-lint.yaml", "pyproject.toml")
DECISIONS = "gazette-lint.decisions.yaml"
# Keys of a settings file and the fields of ``Settings`` that the command line fills with them.
GIVEN = {
    "select": "select",
    "extend-select": "extend_select",
    "ignore": "ignore",
    "preview": "preview",
    "strict": "strict",
    "language": "lang",
    "level": "level",
    "fail-on": "fail_on",
}


class Plan(NamedTuple):
    """What holds for one file: settings, the checks in force, and the files that say what is accepted.

    ``project`` is the settings file, None without one; ``registry`` holds the checks it adds too.
    """

    settings: Settings
    active: Sequence[Active]
    registry: Registry
    project: Project | None = None
    baseline: Path | None = None
    decisions: Path | None = None


class Workspace:
    """Plans by file, each settings file read once.

    ``given`` are settings by the key of a settings file, only those that the command line names; ``file`` is a
    settings file for all documents; ``isolated`` looks for none.
    """

    def __init__(
        self,
        registry: Registry,
        given: Mapping[str, Any] | None = None,
        file: Path | None = None,
        *,
        isolated: bool = False,
    ) -> None:
        self.registry = registry
        self.given = dict(given or {})
        self.file = file
        self.isolated = isolated
        self._nearest: dict[tuple[Path, tuple[str, ...]], Path | None] = {}
        self._projects: dict[Path, tuple[Project, Registry]] = {}
        self._plans: dict[tuple[Any, ...], Plan] = {}

    def plan(self, path: str) -> Plan:
        """The plan for a file.

        Raises BadFileError for a settings file with mistakes, RegistryError for a word of the command line.
        """
        document = Path(path).absolute()
        file = self.settings_file(document)
        decisions = None if self.isolated else self.nearest(document.parent, (DECISIONS,))
        if file is None:
            key: tuple[Any, ...] = (decisions,)
            return self._plans.get(key) or self._plans.setdefault(key, self._plain(decisions))
        project, registry = self._project(file)
        layers = project.layers_for(document)
        key = (file, decisions, tuple(id(layer) for layer in layers))
        if key not in self._plans:
            settled = self.settle(registry, layers)
            baseline = _path_of(layers, "baseline")
            active = activate(registry, settled.settings)
            self._plans[key] = Plan(
                settled.settings, active, registry, project, baseline, _path_of(layers, "decisions") or decisions
            )
        return self._plans[key]

    def settle(self, registry: Registry, layers: Sequence[Layer]) -> Settled:
        """The layers of a settings file under those of the command line. Raises BadFileError."""
        from linter.settings.find import given_layer
        from linter.settings.fold import settle

        return settle(registry, (*layers, given_layer(self.given)))

    def _plain(self, decisions: Path | None) -> Plan:
        settings = Settings(**{GIVEN[key]: value for key, value in self.given.items()})
        return Plan(settings, activate(self.registry, settings), self.registry, decisions=decisions)

    def settings_file(self, document: Path) -> Path | None:
        """The settings file for a document (an absolute path), None if there is none."""
        if self.file or self.isolated:
            return self.file.absolute() if self.file else None
        return self.nearest(document.parent, SETTINGS)

    def nearest(self, folder: Path, names: tuple[str, ...]) -> Path | None:
        """The first file of these names in a folder or the nearest one above it."""
        key = (folder, names)
        if key not in self._nearest:
            here = next((folder / name for name in names if _counts(folder / name)), None)
            above = folder.parent != folder
            self._nearest[key] = here or (self.nearest(folder.parent, names) if above else None)
        return self._nearest[key]

    def _project(self, file: Path) -> tuple[Project, Registry]:
        if file not in self._projects:
            from linter.settings.find import read_project

            project = read_project(file)
            self._projects[file] = project, self._validated(project)
        return self._projects[file]

    def _validated(self, project: Project) -> Registry:
        """The registry with the checks a settings file adds. Raises BadFileError with all mistakes of the file."""
        from linter.nodes import BadFileError
        from linter.settings.fold import settle
        from linter.settings.rules import with_rules

        try:
            registry = with_rules(self.registry, project.layers)
            settle(registry, project.every_layer())
        except BadFileError as error:
            raise BadFileError([*project.problems, *error.problems]) from None
        if project.problems:
            raise BadFileError(project.problems)
        return registry


def _counts(path: Path) -> bool:
    """Whether a file is there; a ``pyproject.toml`` counts only with a table for this tool."""
    if not path.is_file():
        return False
    return path.suffix != ".toml" or b"[tool.gazette-lint" in path.read_bytes()


def _path_of(layers: Sequence[Layer], key: str) -> Path | None:
    """The path under a key of the last layer that has it."""
    found = [layer.root / node.text for layer in layers if (node := layer.node.get(key))]
    return found[-1] if found else None
