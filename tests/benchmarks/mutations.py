"""Mutation benchmark: plant known defects in real documents and count, per check, how many are found in place.

    python tests/benchmarks/mutations.py [--operators a,b] [--each 2] [--missed] [--write]

Prints a row a check and a row an operator: planted, found at the place, new findings elsewhere. Run by hand.
``--write`` keeps the figures for the catalogue in ``planted.tsv``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE)]

import plant_ladders  # noqa: E402, F401 - registers its operators
import plant_lists  # noqa: E402, F401
import plant_names  # noqa: E402, F401
import plant_numbers  # noqa: E402, F401
import plant_terms  # noqa: E402, F401
import plant_wording  # noqa: E402, F401
from planting import OPERATORS, Planted  # noqa: E402

from linter.kernel.engine import Active, lint_source  # noqa: E402
from linter.kernel.registry import load  # noqa: E402
from linter.kernel.result import Diagnostic  # noqa: E402
from linter.sources import make_source  # noqa: E402


class Outcome(NamedTuple):
    """One planted defect: by which code it was found (empty if by none), and what appeared elsewhere."""

    operator: str
    document: str
    codes: tuple[str, ...]
    found: str
    elsewhere: tuple[str, ...]
    words: str


def documents() -> Iterator[tuple[str, str]]:
    """Names and texts: the reviewed corpus, texts composed for what it lacks, the notices of the shipped issue."""
    for path in sorted((ROOT / "tests" / "corpus").glob("*/*.[mt][dx]*")):
        yield path.name, path.read_text("utf-8")
    raw = (ROOT / "examples" / "jincheng-2021-05.txt").read_text("utf-8")
    starts = [
        at for at in range(len(raw)) if raw.startswith(("\n晋城市人民政府办公室 关于", "\n晋城市人民政府 关于"), at)
    ]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(raw)], strict=True)):
        yield f"notice-{number + 1}", raw[start + 1 : end]


def lint(raw: str, active: list[Active]) -> list[Diagnostic]:
    source = make_source(raw, raw.encode("utf-8", "surrogatepass"), "text", "UTF-8")
    return list(lint_source(source, "x", active)[0].diagnostics)


def spread(found: list[Planted], count: int) -> list[Planted]:
    """A few places, evenly from first to last."""
    step = max(1, len(found) // count)
    return found[::step][:count]


def one_document(job: tuple[str, str, int, tuple[str, ...]]) -> list[Outcome]:
    name, raw, each, wanted = job
    active = [Active(check, check.severity, check.defaults()) for check in load().checks if not check.preview]
    before = Counter(_key(item, raw) for item in lint(raw, active))
    outcomes = []
    for operator in OPERATORS:
        if wanted and operator.name not in wanted:
            continue
        candidates = []
        for planted in operator.plant(raw):
            candidates.append(planted)
            if len(candidates) >= 40:
                break
        for planted in spread(candidates, each):
            after = lint(planted.text, active)
            old = Counter(before)
            new = []
            for item in after:
                key = _key(item, planted.text)
                if old[key]:
                    old[key] -= 1
                    continue
                new.append(item)
            hits = [item for item in new if item.code in operator.codes and _touches(item, planted)]
            rest = tuple(item.code for item in new if not _touches(item, planted))
            words = planted.text[planted.start : planted.end][:60].replace("\n", "⏎")
            outcomes.append(Outcome(operator.name, name, operator.codes, hits[0].code if hits else "", rest, words))
    return outcomes


def _key(item: Diagnostic, raw: str) -> tuple[str, str, str]:
    return item.code, raw[item.span.start : item.span.end], item.message.zh


def _touches(item: Diagnostic, planted: Planted) -> bool:
    """The place or a related place overlaps the planted words, give or take a character."""
    spans = [item.span, *(related.span for related in item.related)]
    return any(span.start <= planted.end + 1 and planted.start - 1 <= span.end for span in spans)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--operators", default="")
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--elsewhere", action="store_true")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    wanted = tuple(name for name in args.operators.split(",") if name)
    started = time.time()
    jobs = [(name, raw, args.each, wanted) for name, raw in documents()]
    with ProcessPoolExecutor() as pool:
        outcomes = [outcome for found in pool.map(one_document, jobs) for outcome in found]
    report(outcomes, missed=args.missed, elsewhere=args.elsewhere)
    if args.write:
        write(outcomes)
    print(f"{len(OPERATORS)} operators, {len(jobs)} documents, {len(outcomes)} defects, {time.time() - started:.0f} s")


def write(outcomes: list[Outcome]) -> None:
    """Keep what was planted and found, by the check that an operator is meant for."""
    planted = Counter(outcome.codes[0] for outcome in outcomes)
    found = Counter(outcome.codes[0] for outcome in outcomes if outcome.found)
    rows = [f"{code}\t{planted[code]}\t{found[code]}\n" for code in sorted(planted)]
    (HERE / "planted.tsv").write_text("code\tplanted\tfound\n" + "".join(rows), "utf-8")


def report(outcomes: list[Outcome], *, missed: bool, elsewhere: bool) -> None:
    for operator in OPERATORS:
        own = [outcome for outcome in outcomes if outcome.operator == operator.name]
        found = Counter(outcome.found for outcome in own if outcome.found)
        away = Counter(code for outcome in own for code in outcome.elsewhere)
        share = f"{sum(found.values()) / len(own):4.0%}" if own else "   –"
        print(f"{operator.name:34} {share} {sum(found.values()):4}/{len(own):<4} {dict(found)} elsewhere {dict(away)}")
        for outcome in own if missed else ():
            if not outcome.found:
                print(f"    missed in {outcome.document}: {outcome.words}")
        for outcome in own if elsewhere else ():
            if outcome.elsewhere:
                print(f"    elsewhere in {outcome.document}: {outcome.elsewhere} for {outcome.words}")


if __name__ == "__main__":
    main()
