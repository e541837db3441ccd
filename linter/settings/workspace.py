"""Which settings hold for which file: the nearest settings file above it, under what the command line says.

Without a settings file nothing of ``linter.settings`` is imported, so that a plain run starts fast.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.language import NamedTuple
from linter.settings.config import Settings, activate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from linter.accepted.files import Accepted
    from linter.kernel.check import Active
    from linter.kernel.registry import Registry
    from linter.kernel.result import FileResult, Notification
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
    "changes": "changes",
    "convert": "convert",
}


class Plan(NamedTuple):
    """What holds for one file: settings, the checks in force, the decisions taken, and where the baseline is.

    ``project`` is the settings file, None without one; ``registry`` holds the checks it adds too.
    """

    settings: Settings
    active: Sequence[Active]
    registry: Registry
    project: Project | None = None
    baseline: Path | None = None
    decisions: Path | None = None
    accepted: Accepted | None = None

    def accept(self, file: FileResult) -> tuple[FileResult, list[Notification]]:
        """The file with what comments and decisions accept marked as suppressed, and what is to be told of them."""
        if not file.source.comments and self.accepted is None:
            return file, []
        from linter.accepted.files import accept

        return accept(file, self.active, self.registry.codes_of, self.accepted)


class Workspace:
    """Plans by file, each settings file read once.

    ``given`` are settings by the key of a settings file, only those that the command line names; ``file`` is a
    settings file for all documents, ``baseline`` a baseline for all; ``isolated`` looks for no settings; settings that
    are ``trusted`` may name files outside their project.
    """

    def __init__(
        self,
        registry: Registry,
        given: Mapping[str, Any] | None = None,
        file: Path | None = None,
        *,
        baseline: Path | None = None,
        isolated: bool = False,
        trusted: bool = False,
    ) -> None:
        self.registry = registry
        self.given = dict(given or {})
        self.file = file
        self.baseline = baseline
        self.isolated = isolated
        self.trusted = trusted
        self._nearest: dict[tuple[Path, tuple[str, ...]], Path | None] = {}
        self._projects: dict[Path, tuple[Project, Registry]] = {}
        self._plans: dict[tuple[Any, ...], Plan] = {}

    def plan(self, path: str) -> Plan:
        """The plan for a file.

        Raises BadFileError for a settings file with mistakes, RegistryError for a word of the command line.
        """
        document = Path(path).absolute()
        file = self.settings_file(document)
        project, registry = self._project(file) if file else (None, self.registry)
        overrides = project.matching(document) if project else ()
        layers = project.layers_under(overrides) if project else ()
        decisions = self._decisions(document, layers)
        key = (file, overrides, decisions)
        if key not in self._plans:
            settings = self.settle(registry, layers).settings if project else self._plain()
            self._plans[key] = Plan(
                settings,
                activate(registry, settings),
                registry,
                project,
                self.baseline or _path_of(layers, "baseline"),
                decisions,
                _accepted(decisions),
            )
        return self._plans[key]

    def _plain(self) -> Settings:
        return Settings(**{GIVEN[key]: value for key, value in self.given.items()})

    def _decisions(self, document: Path, layers: Sequence[Layer]) -> Path | None:
        named = _path_of(layers, "decisions")
        return named or (None if self.isolated else self.nearest(document.parent, (DECISIONS,)))

    def decisions_file(self, path: str) -> Path:
        """Where a decision on a file is kept: the file in force, else beside the settings or the document."""
        document = Path(path).absolute()
        file = self.settings_file(document)
        layers = self._project(file)[0].layers if file else ()
        return self._decisions(document, layers) or (file or document).parent / DECISIONS

    def words_file(self, path: str) -> Path:
        """The settings file that words of a document are written to: the one in force, else one beside it.

        Raises BadFileError if that is none in YAML.
        """
        from linter.forms.nodes import BadFileError, Place, Problem, shown

        document = Path(path).absolute()
        file = self.settings_file(document) or document.parent / SETTINGS[0]
        if file.suffix == ".toml":
            told = "请在 tool.gazette-lint.office.words 里添加 (add the words by hand)"
            raise BadFileError([Problem(Place(shown(file), 1), told)])
        return file

    def mark(
        self, files: Sequence[FileResult], plans: Sequence[Plan]
    ) -> tuple[Sequence[FileResult], list[Notification]]:
        """Compare files, each under its plan, with their baselines: diagnostics are new or unchanged.

        Entries that met none are told. If one file has a baseline, what is found in files without is new. Raises
        BadFileError for a baseline that cannot be read.
        """
        if all(plan.baseline is None for plan in plans):
            return files, []
        from linter.accepted.files import compare_with
        from linter.kernel.result import Files, chosen

        where: dict[int, tuple[Sequence[FileResult], int]] = {}
        told: list[Notification] = []
        for path in dict.fromkeys(plan.baseline for plan in plans):
            at = [index for index, plan in enumerate(plans) if plan.baseline == path]
            in_force = {item.check.code for index in at for item in plans[index].active}
            compared, more = compare_with(path, chosen(files, at), in_force)
            told += more
            where.update((index, (compared, place)) for place, index in enumerate(at))

        def made(index: int) -> FileResult:
            compared, place = where[index]
            return compared[place]

        return Files(made, range(len(files))), told

    def settle(self, registry: Registry, layers: Sequence[Layer]) -> Settled:
        """The layers of a settings file under those of the command line. Raises BadFileError."""
        from linter.settings.find import given_layer
        from linter.settings.fold import settle

        return settle(registry, (*layers, given_layer(self.given)))

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
            if here and here.is_symlink() and not self.trusted:
                _inside(here)
            above = folder.parent != folder
            self._nearest[key] = here or (self.nearest(folder.parent, names) if above else None)
        return self._nearest[key]

    def _project(self, file: Path) -> tuple[Project, Registry]:
        if file not in self._projects:
            from linter.settings.find import read_project

            project = read_project(file, trusted=self.trusted)
            self._projects[file] = project, self._validated(project)
        return self._projects[file]

    def _validated(self, project: Project) -> Registry:
        """The registry with the checks a settings file adds. Raises BadFileError with all mistakes of the file."""
        from linter.forms.nodes import BadFileError
        from linter.settings.fold import settle
        from linter.settings.rules import with_rules

        problems = list(project.problems)
        registry = with_rules(self.registry, project.layers, problems)
        try:
            settle(registry, project.every_layer())
        except BadFileError as error:
            problems += error.problems
        if problems:
            raise BadFileError(problems)
        return registry


def _inside(path: Path) -> None:
    """Raise BadFileError for a link that leads out of the project it is in."""
    from linter.forms.nodes import BadFileError, Place, Problem
    from linter.settings.find import outside, project_of

    if outside(path, project_of(path)):
        told = "链接指向项目之外，未读取；可信的用 --trust-settings (link out of the project)"
        raise BadFileError([Problem(Place(path.name, 1), told)])


def nearest_settings(folder: Path) -> Path | None:
    """The settings file in a folder or the nearest one above it."""
    return next((one / name for one in (folder, *folder.parents) for name in SETTINGS if _counts(one / name)), None)


def _counts(path: Path) -> bool:
    """Whether a file is there; a ``pyproject.toml`` counts only with a table for this tool."""
    if not path.is_file():
        return False
    return path.suffix != ".toml" or b"[tool.gazette-lint" in path.read_bytes()


def _path_of(layers: Sequence[Layer], key: str) -> Path | None:
    """The path under a key of the last layer that has it."""
    found = [layer.reach(node) for layer in layers if (node := layer.node.get(key))]
    return found[-1] if found else None


def _accepted(path: Path | None) -> Accepted | None:
    """The decisions in a file, as of today."""
    if path is None:
        return None
    from linter.accepted.files import read_decisions

    return read_decisions(path)
