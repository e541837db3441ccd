"""Long runs of fuzzing: every reader, and every file written by hand, from a grammar and then spoiled.

And files of each format, damaged byte by byte (``damaged-docx`` …).

python tests/benchmarks/fuzz.py [--count 1000] [--seed 1] [--keep FOLDER] [KIND …]

Prints a row a kind: inputs, faults, the longest processor time of one. ``--keep`` writes the inputs that are faults
there; a small one belongs into tests/data/fuzz, which the suite runs. A fault is an exception that is no told one, a
check that fails, or more than three seconds.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from damage import READERS, of_format
from fuzzing import KINDS, Fuzzed

from linter.sources import SourceError

SECONDS = 3.0


def damaged(form: str) -> Fuzzed:
    """Files of a format, damaged: each is read, or refused with one line."""

    def use(data: bytes) -> None:
        try:
            READERS[form][0](data)
        except SourceError as told:
            if not str(told) or "\n" in str(told) or "internal error" in str(told):
                raise

    return Fuzzed(lambda choose: of_format(form, random.Random(choose(1 << 30))), use)  # noqa: S311 - no secret


ALL = {**KINDS, **{f"damaged-{form}": damaged(form) for form in READERS}}


def run(name: str, kind: Fuzzed, count: int, seed: int, keep: Path | None) -> int:
    """Run so many inputs of a kind. The number of faults."""
    faults: dict[str, int] = {}
    slowest = 0.0
    for at in range(count):
        data = kind.make(random.Random(f"{seed} {name} {at}").randrange)  # noqa: S311 - no secret
        before = time.process_time()
        told = attempt(kind, data)
        took = time.process_time() - before
        slowest = max(slowest, took)
        told = told or (f"{took:.1f} s" if took > SECONDS else "")
        if told:
            faults[told] = faults.get(told, 0) + 1
            if keep and faults[told] == 1:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{name}-{seed}-{at}").write_bytes(data)
                (keep / f"{name}-{seed}-{at}.told").write_text(told, "utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(
        f"{name:13} {count:7} inputs {sum(faults.values()):5} faults  slowest {slowest:.2f} s  peak {peak} MB",
        flush=True,
    )
    for told, times in sorted(faults.items(), key=lambda pair: -pair[1]):
        print(f"    {times:5}  {told[:300]}", flush=True)
    return sum(faults.values())


def attempt(kind: Fuzzed, data: bytes) -> str:
    """What was wrong with using an input; nothing if it was taken or refused as it should be."""
    try:
        kind.use(data)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - that is what is looked for
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        return f"{type(error).__name__}: {error} [{place}]"
    return ""


def main() -> int:
    """Run the kinds that are asked for. 1 if there was a fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="*", choices=[*ALL, []])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    wish = parser.parse_args()
    warnings.simplefilter("ignore")
    faults = [run(name, ALL[name], wish.count, wish.seed, wish.keep) for name in wish.kinds or ALL]
    return int(sum(faults) > 0)


if __name__ == "__main__":
    sys.exit(main())
