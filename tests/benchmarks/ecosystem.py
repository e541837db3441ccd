"""What a change does to real documents: this build and another one over a folder, and which findings came, went, moved.

python tests/benchmarks/ecosystem.py FOLDER [--old REVISION|COMMAND] [--new REVISION|COMMAND] [--most 10] [-- OPTIONS]

A revision of Git (``HEAD~1``, ``v0.1.0``) is unpacked beside and run from there; anything else is a command, as that of
an installed release (``~/old/bin/gazette-lint``). Without ``--new`` it is this checkout, without ``--old`` its HEAD.
Options behind ``--`` go to ``check``. Prints Markdown for a pull request. Exit code: 0 nothing changed, 1 something
did, 2 a build gave no report.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
_QUOTED = 40


class Build(NamedTuple):
    """A command, and the variables it runs under."""

    words: tuple[str, ...]
    variables: Mapping[str, str]


class Report(NamedTuple):
    """What a build found and told, and the seconds of processor time it took."""

    findings: list[dict[str, Any]]
    told: list[str]
    seconds: float


class Compared(NamedTuple):
    """The findings that came and went, and those that moved, before and after."""

    came: list[dict[str, Any]]
    went: list[dict[str, Any]]
    moved: list[tuple[dict[str, Any], dict[str, Any]]]


def build(name: str, beside: Path) -> Build:
    """The build that a revision or a command names; a revision is unpacked into a folder."""
    known = subprocess.run(
        ["git", "rev-parse", "--verify", "-q", f"{name}^{{commit}}"], cwd=ROOT, capture_output=True, check=False
    )
    if known.returncode:
        return Build(tuple(shlex.split(name)), {})
    packed = subprocess.run(
        ["git", "archive", known.stdout.decode().strip(), "linter", "checks"], cwd=ROOT, capture_output=True, check=True
    )
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
        archive.extractall(beside, filter="data")
    return source(beside)


def source(folder: Path) -> Build:
    """The build in a folder of sources."""
    return Build((sys.executable, "-P", "-m", "linter"), {"PYTHONPATH": str(folder)})


def run(made: Build, folder: str, options: Sequence[str]) -> Report:
    """Lint a folder with a build. Ends with 2 and its words if it gives no report."""
    before = os.times()
    command = [*made.words, "check", "--format", "json", "--no-config", *options, folder]
    done = subprocess.run(command, env=os.environ | made.variables, capture_output=True, check=False)
    after = os.times()
    try:
        report = json.loads(done.stdout)
    except ValueError:
        print(f"{shlex.join(command)}: {done.stderr.decode('utf-8', 'replace')[:500]}", file=sys.stderr)
        sys.exit(2)
    told = [f"{one['path']}: {one['text']}" for one in report["notifications"] if one["level"] == "error"]
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    return Report(report["findings"], told, seconds)


def compare(old: Iterable[dict[str, Any]], new: Iterable[dict[str, Any]]) -> Compared:
    """Pair the findings of two builds: those at the same place, then by fingerprint, then by their words."""
    here, there = list(old), list(new)
    moved: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for number, key in enumerate((_place, _print, _words)):
        here, there, pairs = _paired(here, there, key)
        moved += pairs if number else []
    return Compared(there, here, moved)


def _place(one: dict[str, Any]) -> tuple[Any, ...]:
    return one["path"], one["code"], one["start"], one["end"]


def _print(one: dict[str, Any]) -> tuple[Any, ...]:
    return one["path"], one["code"], one["fingerprint"]


def _words(one: dict[str, Any]) -> tuple[Any, ...]:
    return one["path"], one["code"], one["text"]


def _paired(
    here: list[dict[str, Any]], there: list[dict[str, Any]], key: Callable[[dict[str, Any]], tuple[Any, ...]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[tuple[dict[str, Any], dict[str, Any]]]]:
    """What has no partner on either side, and the pairs."""
    waiting: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(there):
        waiting[key(one)].append(at)
    left: list[dict[str, Any]] = []
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    met: set[int] = set()
    for one in here:
        if places := waiting[key(one)]:
            met.add(places[0])
            pairs.append((one, there[places.pop(0)]))
        else:
            left.append(one)
    return left, [one for at, one in enumerate(there) if at not in met], pairs


def summary(old: Report, new: Report, compared: Compared, most: int) -> Iterator[str]:
    """The lines of the summary: figures, a table by check, then the findings themselves."""
    yield "## Findings on real documents\n"
    came, went, moved = map(len, compared)
    yield f"{len(old.findings)} before, {len(new.findings)} now: {came} came, {went} went, {moved} moved."
    yield f"Processor time {old.seconds:.1f} s before, {new.seconds:.1f} s now.\n"
    kinds = {"came": compared.came, "went": compared.went, "moved": [after for _, after in compared.moved]}
    counts = {kind: Counter(one["code"] for one in found) for kind, found in kinds.items()}
    codes = sorted(set().union(*counts.values()))
    if codes:
        yield "| check | came | went | moved |\n| --- | ---: | ---: | ---: |"
        yield from (f"| {code} | {' | '.join(str(counts[kind][code] or '') for kind in kinds)} |" for code in codes)
        yield ""
    for kind, found in kinds.items():
        if found:
            yield f"<details><summary>{kind}: {len(found)}</summary>\n"
            yield from _listed(found, most)
            yield "\n</details>\n"
    yield from _failures(old.told, new.told)


def _listed(found: list[dict[str, Any]], most: int) -> Iterator[str]:
    """The findings of each check, the first of them."""
    by_check: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in found:
        by_check[one["code"]].append(one)
    for code, items in sorted(by_check.items()):
        for one in items[:most]:
            words = " ".join(one["text"].split())[:_QUOTED].replace("`", "'")
            yield f"- {code} {one['path']}:{one['line']}:{one['column']} `{words}` {one['message']}"
        if len(items) > most:
            yield f"- {code} and {len(items) - most} more"


def _failures(before: list[str], now: list[str]) -> Iterator[str]:
    """Failures that are new."""
    for told in [one for one in now if one not in before]:
        yield f"**Fails now**: {told}"


def main() -> int:
    """Compare two builds and print the summary."""
    words = sys.argv[1:]
    cut = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--old", default="HEAD")
    parser.add_argument("--new", default="")
    parser.add_argument("--most", type=int, default=10)
    wish = parser.parse_args(words[:cut])
    with tempfile.TemporaryDirectory() as before, tempfile.TemporaryDirectory() as after:
        old = run(build(wish.old, Path(before)), wish.folder, words[cut + 1 :])
        new = run(build(wish.new, Path(after)) if wish.new else source(ROOT), wish.folder, words[cut + 1 :])
    compared = compare(old.findings, new.findings)
    print(*summary(old, new, compared, wish.most), sep="\n")
    return int(any(compared) or old.told != new.told)


if __name__ == "__main__":
    sys.exit(main())
