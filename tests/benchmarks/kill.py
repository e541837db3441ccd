"""Kill what writes files, at a random moment, again and again: nothing is lost, nothing half-written, nothing stray.

python tests/benchmarks/kill.py [--times 100] [--seed 1] [fix] [accept] [baseline] [cache] [archive] [app]

Each round lays a folder out anew, starts the command, kills it (SIGKILL) at a moment of its run, and looks: every file
is the old one or the new one, whole; after the command has run once more, undisturbed, all is as if it never was
killed, and no file is there that the command does not name. Of the cache and the archive, which are databases, what is
read out of them must be what it would be; what the page (app) has confirmed must be kept.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from kill_app import acceptances  # noqa: E402 - beside this file

from linter.runs.cache import FOLDER  # noqa: E402 - the tree this file stands in

DRAFT = (
    "某市人民政府关于开展检查的通知\n\n各县区：\n\n请于5月1日前报送《方案》。。\n\n第一条 减供负荷40%以上13%以下的。\n"
)
LINT = (sys.executable, "-P", "-m", "linter")


class Command(NamedTuple):
    """A command, what lies in the folder before it runs, and a command that ran there first."""

    words: tuple[str, ...]
    files: dict[str, str]
    first: tuple[str, ...] = ()


COMMANDS = {
    "fix": Command(("check", "a.txt", "b.txt", "--fix", "--unsafe-fixes"), {"a.txt": DRAFT, "b.txt": DRAFT * 20}),
    "accept": Command(
        ("accept", "a.txt:7:TH001", "--reason", "原文如此"),
        {"a.txt": DRAFT + "\n第二条 减供负荷50%以上20%以下的。\n"},
        ("accept", "a.txt:9:TH001", "--reason", "前一条"),
    ),
    "baseline": Command(("baseline", "a.txt", "b.txt"), {"a.txt": DRAFT, "b.txt": DRAFT * 20}),
}


class Store(NamedTuple):
    """A command that keeps things in a database, and one that reads them out of it."""

    words: tuple[str, ...]
    reads: tuple[str, ...]


DRAFTS = {f"{name}.txt": DRAFT.replace("某市", f"{name}市") * 3 for name in "甲乙丙丁"}
STORES = {
    "cache": Store(("check", ".", "--cache", "-q"), ("check", ".", "--cache", "--format", "json")),
    "archive": Store(("archive", "add", "."), ("archive", "show", "检查")),
}


def lay(folder: Path, files: dict[str, str]) -> None:
    """Put files into a folder."""
    for name, words in files.items():
        (folder / name).write_text(words, "utf-8")


def run(folder: Path, words: Sequence[str], after: float | None = None) -> float:
    """Run a command, or kill it after so many seconds. How long it took."""
    started = time.monotonic()
    environment = _environment(folder)
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*LINT, *words], cwd=folder, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
    return time.monotonic() - started


def _environment(folder: Path) -> dict[str, str]:
    top = folder.parent
    return {"PYTHONPATH": str(ROOT), "PATH": "", "XDG_RUNTIME_DIR": str(top), FOLDER: str(top / "cache")}


def state(folder: Path) -> dict[str, str]:
    """All files of a folder with their words."""
    return {path.name: path.read_bytes().decode() for path in folder.iterdir()}


def whole(now: dict[str, str], before: dict[str, str], done: dict[str, str]) -> list[str]:
    """What is wrong in a folder in which the command was killed."""
    lost = [f"{name} is gone" for name in before if name not in now]
    torn = [
        f"{name} is neither old nor new"
        for name, words in now.items()
        if not name.endswith(".part") and words not in (before.get(name), done.get(name))
    ]
    fixed = [name for name in before if f"{name}.orig" in done and now.get(name) == done[name] != before[name]]
    unkept = [
        f"{name} was changed before its original was kept" for name in fixed if now.get(f"{name}.orig") != before[name]
    ]
    return lost + torn + unkept


def rounds(command: Command, times: int, seed: int) -> tuple[list[str], int]:
    """Kill a command so many times. What went wrong, and how often it was killed before it had ended."""
    choose = random.Random(seed)  # noqa: S311 - no secret
    wrong: list[str] = []
    killed = 0
    with tempfile.TemporaryDirectory() as top:
        folder = Path(top, "work")
        folder.mkdir()
        lay(folder, command.files)
        if command.first:
            run(folder, command.first)
        files = state(folder)
        took = run(folder, command.words)
        done = state(folder)
        if done == files:
            return ["the command does nothing"], 0
        for at in range(times):
            _clear(folder)
            lay(folder, files)
            # Half of the moments lie in the last third, where files are written.
            moment = took * (choose.uniform(0, 1.1) if at % 2 else choose.uniform(0.6, 1.1))
            run(folder, command.words, moment)
            now = state(folder)
            killed += now != done
            wrong += [f"{moment:.3f} s: {told}" for told in whole(now, files, done)]
            run(folder, command.words)
            if state(folder) != done:
                wrong.append(f"{moment:.3f} s: not as it would be, {sorted(state(folder))}")
    return wrong, killed


def kept(store: Store, times: int, seed: int) -> tuple[list[str], int]:
    """Kill a command that fills a database so many times. What was read wrong then, and how often it had not ended."""
    choose = random.Random(seed)  # noqa: S311 - no secret
    wrong: list[str] = []
    killed = 0
    with tempfile.TemporaryDirectory() as top:
        folder, cache = Path(top, "work"), Path(top, "cache")
        for at in range(-1, times):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.rmtree(cache, ignore_errors=True)
            folder.mkdir()
            lay(folder, DRAFTS)
            if at < 0:
                took = run(folder, store.words)
                done = _read(folder, store.reads)
                if not all(name in done for name in DRAFTS):
                    return ["the command keeps nothing"], 0
                continue
            moment = took * choose.uniform(0.4, 1.5)
            killed += run(folder, store.words, moment) >= moment
            run(folder, store.words)
            now = _read(folder, store.reads)
            if now != done:
                wrong.append(f"{moment:.3f} s: {now[-200:]}")
    return wrong, killed


def confirmations(times: int, seed: int) -> tuple[list[str], int]:
    """Kill the page of this machine so many times. What was confirmed and lost, and how often it had not ended."""
    with tempfile.TemporaryDirectory() as top:
        return acceptances(LINT, _environment(Path(top, "work")), times, seed)


def _read(folder: Path, words: Sequence[str]) -> str:
    told = subprocess.run([*LINT, *words], cwd=folder, env=_environment(folder), capture_output=True, check=False)
    return (told.stdout + told.stderr).decode()


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def main() -> int:
    """Print a row a command. 1 if something was lost, torn or left."""
    parser = argparse.ArgumentParser()
    parser.add_argument("commands", nargs="*")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    faults = 0
    for name in wish.commands or (*COMMANDS, *STORES, "app"):
        if name == "app":
            wrong, killed = confirmations(wish.times, wish.seed)
        elif name in STORES:
            wrong, killed = kept(STORES[name], wish.times, wish.seed)
        else:
            wrong, killed = rounds(COMMANDS[name], wish.times, wish.seed)
        print(
            f"{name:10} {wish.times} runs, {killed} killed before the end, {len(wrong)} faults",
            *wrong[:5],
            sep="\n  ",
            flush=True,
        )
        faults += len(wrong)
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
