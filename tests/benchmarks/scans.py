"""How much of a scanned page is recognised: pages with a text layer are drawn as images, recognised, and compared.

python tests/benchmarks/scans.py FILE.pdf:PAGE …    (needs the extras pdf and ocr; pages from 1)

Each page is drawn three times: 150 dpi; 200 dpi, turned by 1°, grain of 10; 300 dpi, turned by 0.7°, grain of 20. What
is compared is the longest common subsequence of its Chinese characters, of its digits, and of 以上 and 以下, with those
of the text layer as this program reads it. Findings that the text layer does not give are told.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pypdfium2
from PIL import Image

from linter.kernel.engine import lint_source
from linter.kernel.registry import load
from linter.settings.workspace import Workspace
from linter.sources import read

KINDS = {"Han": r"[\u4e00-\u9fff]", "digits": r"\d", "bounds": r"以上|以下"}
# What PDF writes lowered is a plain figure to both readers.
PLAIN = str.maketrans("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹", "01234567890123456789")


class Drawing(NamedTuple):
    """How a page is made an image: dots per inch, degrees it is turned by, grain as a standard deviation of 255."""

    dpi: int
    turn: float
    grain: float


DRAWINGS = (Drawing(150, 0, 0), Drawing(200, 1, 10), Drawing(300, 0.7, 20))


def single(path: str, number: int) -> bytes:
    """One page as a file of its own."""
    made = pypdfium2.PdfDocument.new()
    made.import_pages(pypdfium2.PdfDocument(path), [number - 1])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def drawn(page: bytes, how: Drawing) -> bytes:
    """The page as a file that holds an image only."""
    image = pypdfium2.PdfDocument(page)[0].render(scale=how.dpi / 72).to_pil().convert("L")
    if how.turn:
        image = image.rotate(how.turn, Image.Resampling.BICUBIC, fillcolor=255)
    if how.grain:
        dots = np.asarray(image, float) + np.random.default_rng(1).normal(0, how.grain, (image.height, image.width))
        image = Image.fromarray(dots.clip(0, 255).astype("uint8"))
    out = io.BytesIO()
    image.save(out, "PDF", resolution=how.dpi)
    return out.getvalue()


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence, in bits of one number a row."""
    places: dict[str, int] = {}
    for at, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << at
    row = (1 << len(one)) - 1
    for word in other:
        met = row & places.get(word, 0)
        row = (row + met | row - met) & (1 << len(one)) - 1
    return len(one) - row.bit_count()


def compared(truth: str, said: str) -> Iterator[tuple[str, int, int]]:
    """By kind, how many were read in order, and of how many."""
    for kind, pattern in KINDS.items():
        right = re.findall(pattern, truth.translate(PLAIN))
        yield kind, common(right, re.findall(pattern, said.translate(PLAIN))), len(right)


def main(pages: Sequence[str]) -> None:
    """Print a line a page and drawing, and the sums."""
    active = Workspace(load(), isolated=True).plan("a.pdf").active
    sums: Counter[Any] = Counter()
    for name in pages:
        path, _, number = name.rpartition(":")
        page = single(path, int(number))
        source = read(page, "a.pdf")
        codes = Counter(one.check.code for one in lint_source(source, "a.pdf", active)[0].diagnostics)
        for how in DRAWINGS:
            scan = read(drawn(page, how), "a.pdf")
            told = Counter(one.check.code for one in lint_source(scan, "a.pdf", active)[0].diagnostics)
            shares = list(compared(source.raw, scan.raw))
            more = dict(told - codes)
            print(f"{name[-40:]} {how.dpi} dpi", *(f"{kind} {met}/{of}" for kind, met, of in shares), more, flush=True)
            for kind, met, of in shares:
                sums[how, kind, "met"] += met
                sums[how, kind, "of"] += of
    for how in DRAWINGS:
        print(how, *(f"{kind} {sums[how, kind, 'met']}/{sums[how, kind, 'of']}" for kind in KINDS))


if __name__ == "__main__":
    main(sys.argv[1:])
