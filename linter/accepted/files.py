"""What happens to findings after the checks: comments and decisions suppress, flawed ones are told, the baseline marks.

Pure: files, dates and the baseline come in as values; nothing is dropped, only marked.

Files of accepted findings on disk: read the decisions and the baseline that hold for documents, and compare.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.accepted.baseline import Baseline, compare, loads
from linter.accepted.decisions import parse
from linter.accepted.matching import Trace
from linter.forms.nodes import BadFileError, Place, Problem, read_text, shown
from linter.kernel.engine import in_order, run_check
from linter.kernel.result import FileResult, Notification
from linter.language import NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from linter.accepted.comments import Flaw
    from linter.accepted.decisions import Decision
    from linter.kernel.check import Active


class Accepted(NamedTuple):
    """What an office has accepted outside its documents, and the day it is asked."""

    decisions: Sequence[Decision]
    today: dt.date


def accept(
    file: FileResult,
    active: Sequence[Active],
    codes_of: Callable[[str], frozenset[str]],
    accepted: Accepted | None = None,
) -> tuple[FileResult, list[Notification]]:
    """Suppress what comments and decisions accept, then run the checks of the engine on what is wrong with them."""
    in_force = frozenset(item.check.code for item in active)
    flaws: list[Flaw] = []
    told: list[Notification] = []
    if file.source.comments:
        from linter.accepted.comments import suppress

        file, flaws = suppress(file, codes_of, in_force)
    if accepted and accepted.decisions:
        from linter.accepted.decisions import decide

        file, more, told = decide(file, accepted.decisions, accepted.today, in_force)
        flaws += more
    diagnostics = list(file.diagnostics)
    for item in active if flaws else ():
        if item.check.scope == "engine":
            found, failed = run_check(item, (flaws,), file.issue, file.path)
            diagnostics += found
            told += failed
    return file._replace(diagnostics=in_order(diagnostics)), told


_SHOWN = 5


def read_decisions(path: Path) -> Accepted:
    """The decisions in a file, as of today. Raises BadFileError."""
    name = shown(path)
    return Accepted(parse(read_text(path, name), name), dt.datetime.now(dt.UTC).astimezone().date())


def read_baseline(path: Path) -> Baseline:
    """The entries of a baseline file. Raises BadFileError."""
    name = shown(path)
    if not path.exists():
        told = "没有这份基线，请用 gazette-lint baseline 写 (no such baseline)"
        raise BadFileError([Problem(Place(name, 0), told)])
    return loads(read_text(path, name), name)


def name_under(folder: Path) -> Callable[[str], str]:
    """How files are called in a baseline: from its folder where they lie below it, so that it can move with them."""

    def name(path: str) -> str:
        whole = Path(path).resolve()
        return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else whole.as_posix()

    return name


def compare_with(
    path: Path | None, files: Sequence[FileResult], in_force: Collection[str]
) -> tuple[Sequence[FileResult], list[Notification]]:
    """Compare files with the baseline at a path, or with an empty one. Entries that met no finding are told by file.

    An entry of a check that is not in force is not missed.
    """
    if path is None:
        return compare(files, {}, lambda _: False).files, []
    folder = path.resolve().parent
    compared = compare(files, read_baseline(path), lambda entry: not (folder / entry).exists(), name_under(folder))
    told: list[Notification] = []
    for name, traces in sorted(compared.stale.items()):
        missed = [trace for trace in traces if trace.code in in_force]
        if missed:
            told.append(Notification("warning", _missing(missed, shown(path)), name))
    return compared.files, told


def _missing(traces: Sequence[Trace], baseline: str) -> str:
    listed = "、".join(f"{trace.code}“{trace.text}”" for trace in traces[:_SHOWN])
    more = "……" if len(traces) > _SHOWN else ""
    return f"基线 {baseline} 有 {len(traces)} 条不再出现：{listed}{more} (stale; drop with: gazette-lint baseline)"
