"""A file to lint, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from linter.language import NamedTuple

if TYPE_CHECKING:
    from linter.kernel.result import FileResult, Notification
    from linter.settings.workspace import Plan


class Task(NamedTuple):
    """A file to lint: its path, the name reports call it, its plan."""

    path: str
    name: str
    plan: Plan


class Linted(NamedTuple):
    """What became of one file: None if it could not be read; what is to be told of it; its record, if it has one.

    Decisions, comments and baselines have not been applied yet.
    """

    file: FileResult | None
    told: Sequence[Notification] = ()
    record: bytes = b""


# Lints one file; lints many, in their order.
Linter: TypeAlias = Callable[[Task], Linted]
Many: TypeAlias = Callable[[Sequence[Task]], Generator[Linted, None, None]]


def one_by_one(one: Linter) -> Many:
    """Lint files one after the other, in this process."""

    def many(tasks: Sequence[Task]) -> Generator[Linted, None, None]:
        for task in tasks:
            yield one(task)

    return many
