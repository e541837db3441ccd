"""How long a re-lint takes after one edit: median and 95th percentile, milliseconds of one processor. Run by hand.

Processor time, so that other load on the machine does not count.

python tests/benchmarks/relint.py [--edits 60]
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from pathlib import Path

from linter.kernel.registry import load
from linter.kernel.session import Session
from linter.settings.config import Settings, activate

ROOT = Path(__file__).parent.parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=60)
    edits = parser.parse_args().edits
    raw = (ROOT / "examples" / "jincheng-2021-05.txt").read_text("utf-8")
    session = Session(activate(load(), Settings()))
    session.whole(raw)
    places = random.Random(5)  # noqa: S311 - places to type at, no secret
    quick, whole = [], []
    for _ in range(edits):
        at = places.randrange(4000, len(raw))
        raw = raw[:at] + "某" + raw[at:]
        started = time.process_time()
        session.quick(raw)
        middle = time.process_time()
        session.whole(raw)
        quick.append((middle - started) * 1000)
        whole.append((time.process_time() - middle) * 1000)
    for name, times in (("notice", quick), ("issue", whole)):
        times.sort()
        print(f"{name}: median {statistics.median(times):.0f} ms, 95 % {times[int(edits * 0.95)]:.0f} ms")


if __name__ == "__main__":
    main()
