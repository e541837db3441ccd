"""What happens to findings after the checks: comments and decisions suppress, flawed ones are told, the baseline marks.

Pure: files, dates and the baseline come in as values; nothing is dropped, only marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.kernel.engine import in_order, run_check
from linter.language.record import NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from linter.accepted.comments import Flaw
    from linter.accepted.decisions import Decision
    from linter.kernel.check import Active
    from linter.kernel.result import FileResult, Notification


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
