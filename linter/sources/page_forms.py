"""Forms filled in over an image: no line tells their cells, so the file's order does, in which a cell is whole."""

from collections.abc import Iterator, Sequence

from linter.sources.page import Char, Page
from linter.sources.page_cells import cell
from linter.sources.page_lines import PageLine, line

# In em: how far characters of one line may stand apart and aside, and lines of one cell below each other.
_APART = 1.5
_ASIDE = 0.4
_BELOW = 1.6
# A line drawn again follows at so many lines at most.
_LAST = 3


def entries(page: Page) -> Iterator[str]:
    """The paragraphs of a form, entry by entry."""
    found: list[PageLine] = []
    drawn: list[PageLine] = []
    for one in map(line, _runs(page.chars)):
        if any(_again(before, one) for before in drawn[-_LAST:]):
            continue
        drawn.append(one)
        if found and not _goes_on(found[-1], one):
            yield from cell(found, found[-1].right).words
            found = []
        found.append(one)
    if found:
        yield from cell(found, found[-1].right).words


def _again(before: PageLine, after: PageLine) -> bool:
    """Whether a line is drawn a second time to look bold."""
    near = max(abs(before.left - after.left), abs(before.top - after.top)) < _ASIDE * after.size
    return near and before.words == after.words


def _runs(chars: Sequence[Char]) -> list[list[Char]]:
    """Characters in the order of the file, those together that follow each other on one line."""
    found: list[list[Char]] = []
    for char in chars:
        last = found[-1][-1] if found else None
        if last and _beside(last, char):
            found[-1].append(char)
        else:
            found.append([char])
    return found


def _beside(before: Char, after: Char) -> bool:
    level = abs(before.top + before.bottom - after.top - after.bottom) / 2
    return level < _ASIDE * before.size and -_ASIDE < (after.left - before.right) / before.size < _APART


def _goes_on(before: PageLine, after: PageLine) -> bool:
    """Whether a line stands below another one in the same cell: from the same edge or middle, in the same size."""
    size = before.size
    near = 0 < after.top - before.top < _BELOW * size and abs(after.size - size) < 0.15 * size
    middle = abs(before.left + before.right - after.left - after.right) / 2
    return near and min(abs(after.left - before.left), middle) < size
