"""Lint from Python: the stable interface, reached as ``linter.lint``.

    >>> import linter
    >>> from pathlib import Path
    >>> result = linter.lint(Path("通知.docx"))
    >>> for item in result.diagnostics():
    ...     print(item.code, item.severity, item.message.zh)

Stable, by semantic versions: ``lint``, ``Settings``, ``Result`` and what it is made of (``linter.kernel.result``), and
``linter.reports.render``. The rest of the package may change in any version.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from linter.kernel.registry import Registry, load
from linter.kernel.result import Result
from linter.runs import run
from linter.runs.gathering import Hooks, Marker
from linter.runs.linted import Linted, Linter, Task, one_by_one
from linter.settings.config import Settings, activate
from linter.settings.workspace import Plan, Workspace
from linter.sources import read, read_text


def lint(
    document: str | bytes | os.PathLike[str], settings: Settings | None = None, *, name: str = "text.txt"
) -> Result:
    r"""Lint a text, the bytes of a document, or documents on disk.

    ``document`` is a text (``str``), the bytes of a file in any format (``bytes``), or the path of a file or of a
    folder with documents (``pathlib.Path``); a ``str`` is never taken for a path. ``name`` is what a text or bytes are
    called in the result; its suffix chooses the format (``.txt``, ``.md``, ``.docx``, ``.pdf``, ``.ofd``, ``.html``).

    With ``settings``, these hold and no file of settings is read. Without, a path is linted as ``gazette-lint check``
    lints it: under the settings file, the decisions and the baseline found above it; a text or bytes under defaults.

    Positions in the result: offsets are code points from 0, half-open; ``FileResult.text.position`` gives line and
    column, both from 1. ``Result.diagnostics()`` are the open findings; those accepted or in the baseline, and those
    below ``Settings.level``, are left out.

    What cannot be read is not raised but told in ``Result.notifications``.

    Raises ``linter.kernel.registry.RegistryError`` for a setting that names no check and
    ``linter.forms.nodes.BadFileError`` for a settings file with mistakes.

        >>> linter.lint("关于放假的通知\n\n各部门：\n\n放假三天。\n").diagnostics()
        []
    """
    registry = load()
    planner, mark = _plans(registry, settings, isolated=isinstance(document, str | bytes))
    if isinstance(document, str | bytes):
        at_hand = Hooks(many=one_by_one(_reader(document)))
        return run.lint_files(run.Inputs((run.slashed(name),)), planner, hooks=at_hand).result
    return run.lint_files(run.find([os.fspath(document)]), planner, hooks=Hooks(mark=mark)).result


def _plans(
    registry: Registry, settings: Settings | None, *, isolated: bool
) -> tuple[Callable[[str], Plan], Marker | None]:
    """The plan for each file, and what compares files with a baseline."""
    if settings is None:
        work = Workspace(registry, isolated=isolated)
        return work.plan, work.mark
    plan = Plan(settings, activate(registry, settings), registry)
    return lambda _: plan, None


def _reader(document: str | bytes) -> Linter:
    """Lints what is at hand instead of a file."""

    def lint_it(task: Task) -> Linted:
        if isinstance(document, str):
            return run.lint_opened(lambda: read_text(document, task.name), task.name, task.plan)
        return run.lint_opened(lambda: read(document, task.name, task.plan.settings.how), task.name, task.plan)

    return lint_it
