"""Whole cold processes on one core: one gazette, twenty of them, and ``python -c pass`` beside. Run by hand, quietly.

    python tests/benchmarks/cold.py [--runs 9]

Prints median wall and CPU seconds. The tool must be installed (``pip install .``), so that its modules are compiled.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
GAZETTE = ROOT / "examples" / "jincheng-2021-05.txt"


def once(command: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def median(command: list[str], runs: int) -> tuple[float, float]:
    """Medians after one run that does not count."""
    once(command)
    times = [once(command) for _ in range(runs)]
    return statistics.median(wall for wall, _ in times), statistics.median(cpu for _, cpu in times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    tool = shutil.which("gazette-lint", path=str(Path(sys.executable).parent)) or "gazette-lint"
    with tempfile.TemporaryDirectory() as folder:
        twenty = Path(folder) / "twenty.txt"
        twenty.write_text(GAZETTE.read_text("utf-8") * 20, "utf-8")
        empty = Path(folder) / "empty.txt"
        empty.write_text("。\n", "utf-8")
        rows = {
            "python -c pass": median([sys.executable, "-c", "pass"], runs),
            "start alone": median([tool, "check", str(empty)], runs),
            "one gazette": median([tool, "check", str(GAZETTE)], runs),
            "twenty gazettes": median([tool, "check", str(twenty)], max(3, runs // 3)),
        }
    for name, (wall, cpu) in rows.items():
        print(f"{name:16} wall {wall:.3f} s, CPU {cpu:.3f} s")
    start, one, many = (rows[name][0] for name in ("start alone", "one gazette", "twenty gazettes"))
    print(f"growth: {(many - start) / (one - start):.1f} times for 20 times the text")


if __name__ == "__main__":
    main()
