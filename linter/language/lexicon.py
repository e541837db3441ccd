"""The words of official Chinese, in files beside this module: a row a word, with its source."""

from __future__ import annotations

from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words")


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a list of words, row by row; lines that begin with ``#`` and empty ones are left out.

    Raises OSError if there is no such list.
    """
    lines = (WORDS / name).read_text("utf-8").splitlines()
    return tuple([tuple(line.split("\t")) for line in lines if line and not line.startswith("#")])
