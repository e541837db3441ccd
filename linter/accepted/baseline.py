"""The baseline: findings that were there when it was drawn, so that a run fails on new ones only.

It is kept by file and counted; an entry serves one finding. Entries of a file that is gone serve any file, since a
fingerprint names the document: a renamed draft keeps its baseline.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from linter.accepted.matching import WORDS, Trace, pair, traces
from linter.forms.nodes import BadFileError, Place, Problem
from linter.kernel.result import FileResult, changed
from linter.language import NamedTuple
from linter.limits import COUNT

VERSION = 1
Baseline = dict[str, tuple[Trace, ...]]


class Compared(NamedTuple):
    """Files with each diagnostic marked new or unchanged; by path, the entries that met no finding and those that did.

    ``kept`` has every path that was looked at; entries of a file that is gone are kept under the file they met.
    """

    files: Sequence[FileResult]
    stale: Baseline
    kept: Baseline


def draw(files: Iterable[FileResult], name: Callable[[str], str] = str) -> Baseline:
    """The baseline of files: every diagnostic that is not suppressed, under the path that ``name`` gives its file."""
    drawn: Baseline = {}
    for file in files:
        found = zip(file.diagnostics, traces(file), strict=True)
        drawn[name(file.path)] = tuple(trace for item, trace in found if item.suppression is None)
    return drawn


def compare(
    files: Sequence[FileResult],
    baseline: Mapping[str, Sequence[Trace]],
    gone: Callable[[str], bool],
    name: Callable[[str], str] = str,
) -> Compared:
    """Mark diagnostics as new or unchanged. ``gone`` tells whether the file of an entry no longer exists."""
    paths = [name(file.path) for file in files]
    here = set(paths)
    pool = {path: list(known) for path, known in baseline.items() if path not in here and gone(path)}
    marked: list[frozenset[int]] = []
    stale: Baseline = {}
    kept: Baseline = {}
    for path, file in zip(paths, files, strict=True):
        old = baseline.get(path, ())
        found = traces(file) if old or pool else []
        pairs = pair(old, found)
        kept[path] = tuple(old[index] for index in sorted(pairs.values()))
        stale[path] = tuple(trace for index, trace in enumerate(old) if index not in set(pairs.values()))
        known = set(pairs)
        for others in pool.values():
            moved = _adopt(others, found, known)
            kept[path] += tuple(moved)
        marked.append(frozenset(known))
    for path, left in pool.items():
        stale[path], kept[path] = tuple(left), ()
    shown = changed(files, lambda at, file: _mark(file, marked[at]))
    return Compared(shown, {path: left for path, left in stale.items() if left}, kept)


def renewed(known: Mapping[str, Sequence[Trace]], compared: Compared, in_force: Collection[str]) -> Baseline:
    """The baseline without the entries that met no finding; those of other files and of checks not in force stay."""
    stale = {path: set(left) for path, left in compared.stale.items()}
    entries: Baseline = {}
    for path in {**known, **compared.kept}:
        idle = [trace for trace in stale.get(path, ()) if trace.code not in in_force]
        met = compared.kept.get(path)
        entries[path] = tuple(known[path]) if met is None else (*met, *idle)
    return entries


def _adopt(others: list[Trace], found: Sequence[Trace], known: set[int]) -> list[Trace]:
    """Let the entries of a file that is gone serve the findings nobody knows; those used are taken out."""
    unknown = [at for at in range(len(found)) if at not in known]
    pairs = pair(others, [found[at] for at in unknown])
    known.update(unknown[at] for at in pairs)
    moved = [others[index] for index in pairs.values()]
    others[:] = [trace for index, trace in enumerate(others) if index not in set(pairs.values())]
    return moved


def _mark(file: FileResult, known: Collection[int]) -> FileResult:
    diagnostics = tuple(
        item._replace(baseline="unchanged" if at in known else "new") for at, item in enumerate(file.diagnostics)
    )
    return file._replace(diagnostics=diagnostics)


def dumps(baseline: Mapping[str, Sequence[Trace]]) -> str:
    """The file of a baseline: an entry a line, in order of path, code and words, so that differences read well."""
    lines: list[str] = []
    for path in sorted(path for path, known in baseline.items() if known):
        entries = sorted(Counter(baseline[path]).items(), key=lambda one: (one[0].code, one[0].text, one[0]))
        shown = ",\n".join(f"      {json.dumps(_entry(trace, count), ensure_ascii=False)}" for trace, count in entries)
        lines.append(f"    {json.dumps(path, ensure_ascii=False)}: [\n{shown}\n    ]")
    files = "{\n" + ",\n".join(lines) + "\n  }" if lines else "{}"
    return f'{{\n  "version": {VERSION},\n  "files": {files}\n}}\n'


def _entry(trace: Trace, count: int) -> dict[str, Any]:
    entry = trace._asdict() | {"count": count}
    if not trace.ends:
        del entry["ends"]
    return entry


def loads(text: str, name: str) -> Baseline:
    """Read the file of a baseline. Raises BadFileError with one line."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise _bad(name, f"基线版本是 {data['version']}，应为 {VERSION} (unknown version)")
        counts = [entry["count"] for known in data["files"].values() for entry in known]
        if not all(type(count) is int and count > 0 for count in counts) or sum(counts) > COUNT:
            raise _bad(name, f"count 应为正整数，合计不超过 {COUNT} (counts are whole numbers above 0)")
        return {path: tuple(_traces(known)) for path, known in data["files"].items()}
    except json.JSONDecodeError as error:
        raise _bad(name, f"不是 JSON (not JSON): {error.msg}", error.lineno) from None
    except (KeyError, TypeError, AttributeError, RecursionError, ValueError):
        raise _bad(name, "不是基线文件，请用 gazette-lint baseline 重新生成 (not a baseline)") from None


def _traces(entries: Iterable[Mapping[str, Any]]) -> Iterable[Trace]:
    for entry in entries:
        words = {field: str(entry[field]) for field in WORDS}
        trace = Trace(**words, ends=tuple(map(str, entry.get("ends", ()))))
        yield from repeat(trace, entry["count"])


def _bad(name: str, text: str, line: int = 1) -> BadFileError:
    return BadFileError([Problem(Place(name, line), text)])
