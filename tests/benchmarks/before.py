"""What was made on purpose to hang or fill: each input through two builds, processor seconds and memory side by side.

python tests/benchmarks/before.py OLD NEW    (commands, as ~/old/bin/gazette-lint and .venv/bin/gazette-lint)

A build that takes longer than a minute of processor time is stopped, and a dash is told. Prints a table in Markdown.
"""

from __future__ import annotations

import os
import resource
import shlex
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from members import MEMBERS, MIXES
from wordfile import cell, row, table, word_file

MOST = 60


def _text(words: str) -> Callable[[], bytes]:
    return words.encode


def _marks() -> bytes:
    return word_file(
        "<w:p>"
        + "".join(f'<w:commentRangeStart w:id="{at}"/><w:r><w:t>甲</w:t></w:r>' for at in range(24_000))
        + "</w:p>"
    )


def _spans() -> bytes:
    wide = cell("甲", properties='<w:gridSpan w:val="990"/>')
    return word_file(table(*[row(wide, "乙")] * 10_000))


def _made(title: str) -> Callable[[], bytes]:
    one = {**MEMBERS, **MIXES}[title]
    return lambda: one.made(200_000 // len(one.unit(200_000).encode()))


COMMENTS = "<!-- gazette-lint: ignore WD004 -->\n请做好其它工作。\n\n"
INPUTS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "公安局、×5000": ("a.txt", _text("公安局、" * 5000)),
    "死亡3人以上10人以下或者×6000": ("a.txt", _text("死亡3人以上10人以下或者" * 6000)),
    "4,000 ignore comments": ("a.md", _text(COMMENTS * 4000)),
    "HTML, 100,000 blanks": ("a.html", _text(f"<html><body><p>甲{' ' * 100_000}乙</p></body></html>")),
    "HTML, <ol> of 15,000 items": ("a.html", _text(f"<html><body><ol>{'<li>甲' * 15_000}</ol></body></html>")),
    "HTML, <ol start> of 4,300 digits": ("a.html", _text(f"<body><ol start={'9' * 4301}><li>甲</ol></body>")),
    "HTML, 300 rows of colspan 990": ("a.html", _text(f"<table>{'<tr><td colspan=990>甲<td>乙</tr>' * 300}</table>")),
    "HTML, 3,000,000 empty paragraphs": ("a.html", _text(f"<body>{'<p>' * 3_000_000}</body>")),
    "docx, 24,000 comment marks": ("a.docx", _marks),
    "docx, 10,000 rows of span 990": ("a.docx", _spans),
    "10,000 standards in cells": ("a.txt", _made("members standards cells")),
    "2,500 headings, each with a person": ("a.txt", _made("mixed headings in figures + persons lines")),
}


def taken(command: str, file: Path) -> tuple[str, str]:
    """Seconds of processor time and megabytes of a command on a file."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST, MOST))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        words = [*shlex.split(command), "check", "--no-config", "--preview", "--strict", str(file)]
        os.execvp(words[0], words)  # noqa: S606 - the builds that are compared
    _, ended, use = os.wait4(child, 0)
    seconds = use.ru_utime + use.ru_stime
    return (f"{seconds:.1f} s" if os.WIFEXITED(ended) else f"—（{MOST} s）"), f"{use.ru_maxrss >> 10} MB"


def main() -> None:
    """Print a row an input."""
    old, new = sys.argv[1:3]
    print("| | KB | 改前 / before | | 现在 / now | |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for title, (name, make) in INPUTS.items():
            file = Path(folder, name)
            file.write_bytes(make())
            size = f"{file.stat().st_size / 1000:.0f}"
            print(f"| {title} | {size} | {' | '.join((*taken(old, file), *taken(new, file)))} |", flush=True)


if __name__ == "__main__":
    main()
