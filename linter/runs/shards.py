"""Shares of a run, for those who have several machines and a queue: each writes a part, all parts make one report.

A part is JSON Lines: what was asked, then a record for each file of its share. Decisions, baselines and levels are
applied when the parts are merged, as they would have been in one run.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from linter.kernel.result import Notification
from linter.language import NamedTuple
from linter.runs.keys import settings_digest
from linter.runs.linted import Linted, Many, Task
from linter.runs.records import RecordError, pack, unpack
from linter.runs.run import Inputs
from linter.settings.workspace import Plan

_KIND = "gazette-lint part 1"


class PartError(Exception):
    """Parts that do not make one run; the message is one line for the user."""


class Shard(NamedTuple):
    """One of ``of`` shares, from 1: every so manieth file, so that large ones spread."""

    number: int
    of: int

    def share(self, inputs: Inputs) -> Inputs:
        """The files of this share."""
        return inputs._replace(paths=inputs.paths[self.number - 1 :: self.of])


def read_shard(words: str) -> Shard | None:
    """``3/16`` as a share, None if it is none."""
    number, _, of = words.partition("/")
    if number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
        return Shard(int(number), int(of))
    return None


def written(shard: Shard, inputs: Inputs, planner: Callable[[str], Plan], many: Many) -> Iterator[str]:
    """The lines of a part, each as its file ends."""
    told = [(one.level, one.text, one.path, one.code) for one in inputs.notifications]
    yield _line({"kind": _KIND, "shard": shard, "paths": inputs.paths, "told": told})
    tasks = [Task(path, path, planner(path)) for path in shard.share(inputs).paths]
    for task, linted in zip(tasks, many(tasks), strict=True):
        record = b64encode(linted.record or pack(linted)).decode()
        yield _line({"path": task.path, "settings": settings_digest(task.plan), "record": record})


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


class Parts:
    """All parts of a run: its files, and what became of them. Raises PartError if one is missing or damaged."""

    def __init__(self, paths: Sequence[Path]) -> None:
        heads = [(path, _head(path)) for path in paths]
        first = heads[0][1]
        self._of: int = first["shard"][1]
        self._paths: dict[int, Path] = {}
        for path, head in heads:
            number, of = head["shard"]
            if (of, head["paths"], head["told"]) != (self._of, first["paths"], first["told"]):
                raise PartError(f"{path} 与 {paths[0]} 不是同一批文件的 (parts of different runs)")
            if number in self._paths:
                raise PartError(f"{path} 与 {self._paths[number]} 是同一份 (the same part twice)")
            self._paths[number] = path
        if missing := [f"{number}/{self._of}" for number in range(1, self._of + 1) if number not in self._paths]:
            raise PartError(f"缺 {'、'.join(missing)} (parts missing)")
        self.inputs = Inputs(tuple(first["paths"]), tuple(Notification(*one) for one in first["told"]))

    def many(self, tasks: Sequence[Task]) -> Generator[Linted, None, None]:
        """What became of the files, in the order of the run."""
        streams = [_records(self._paths[number]) for number in range(1, self._of + 1)]
        for at, task in enumerate(tasks):
            path = self._paths[at % self._of + 1]
            line = next(streams[at % self._of], None)
            if line is None or line["path"] != task.path:
                raise PartError(f"{path} 不完整 (incomplete)")
            if line["settings"] != settings_digest(task.plan):
                raise PartError(f"{path}：{task.path} 是在别的设置或版本下检查的 (other settings or another version)")
            try:
                yield unpack(b64decode(line["record"]), task)
            except RecordError:
                raise PartError(f"{path} 损坏 (damaged)") from None


def _head(path: Path) -> dict[str, Any]:
    try:
        with path.open(encoding="utf-8") as file:
            head: dict[str, Any] = json.loads(file.readline())
            if head["kind"] == _KIND:
                return head
    except OSError as error:
        raise PartError(f"{path} 无法读取 (cannot read): {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        pass
    raise PartError(f"{path} 不是 --shard 写的文件 (not a part)")


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        file.readline()
        try:
            yield from map(json.loads, file)
        except ValueError:
            raise PartError(f"{path} 损坏 (damaged)") from None
