"""One text in every format, made on the fly for tests: blocks parted by an empty line, rows of a table by tabs."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from html import escape
from io import BytesIO

import odtfile
import rtffile
from docfile import doc_file
from ofdfile import Text, ofd_file, rule, text
from ofdfile import page as ofd_page
from pdffile import Drawn, Said, grid, pdf_file
from wordfile import paragraph, row, table, word_file

# A page of 28 characters a line and 22 lines, as GB/T 9704 has it: points, and the em.
_LEFT, _TOP, _EM, _LEADING, _FOOT = 80.0, 105.0, 15.6, 28.95, 740.0
_LINE = 28
_NEVER_FIRST = "，。、；：！？）》”〕】,.;:!?)"
_NEVER_LAST = "（《“〔【("
_MM = 25.4 / 72


def blocks(words: str) -> list[str | list[list[str]]]:
    """The paragraphs and tables of a text."""
    found: list[str | list[list[str]]] = []
    for block in words.strip("\n").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n")]
        found.append(rows if len(rows[0]) > 1 else block)
    return found


def has_table(words: str) -> bool:
    return "\t" in words


def docx(words: str) -> bytes:
    return word_file(
        "".join(
            paragraph(escape(one)) if isinstance(one, str) else table(*(row(*map(escape, cells)) for cells in one))
            for one in blocks(words)
        )
    )


def doc(words: str) -> bytes:
    return doc_file(*(one for one in blocks(words) if isinstance(one, str)))


def html(words: str) -> bytes:
    parts = []
    for one in blocks(words):
        if isinstance(one, str):
            parts.append(f"<p>{escape(one)}</p>")
        else:
            rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>" for cells in one)
            parts.append(f"<table>{rows}</table>")
    return f"<!DOCTYPE html><html><meta charset=utf-8><body><div>{''.join(parts)}</div></body></html>".encode()


def odt(words: str) -> bytes:
    return odtfile.odt_file(
        "".join(
            odtfile.paragraph(escape(one))
            if isinstance(one, str)
            else odtfile.table([[*map(escape, cells)] for cells in one])
            for one in blocks(words)
        )
    )


def rtf(words: str) -> bytes:
    return rtffile.rtf_file(
        *(
            rtffile.paragraph(one) if isinstance(one, str) else "".join(map(rtffile.row, one)) + rtffile.paragraph("")
            for one in blocks(words)
        )
    )


def mht(words: str) -> bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head.encode() + b64encode(html(words))


def xlsx(words: str) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for one in blocks(words):
        for cells in [[one]] if isinstance(one, str) else one:
            book.active.append(cells)
        book.active.append([])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


class Line:
    """Words on a page: their left edge, the foot of their line from the top of the page, both in points."""

    def __init__(self, x: float, y: float, words: str) -> None:
        self.x, self.y, self.words = x, y, words


Rules = tuple[list[float], list[float]]


def pages(words: str) -> Iterator[tuple[list[Line], list[Rules]]]:
    """The lines and the grids of each page: the first paragraph centred, others indented, tables over the width."""
    lines: list[Line] = []
    grids: list[Rules] = []
    y = _TOP
    for at, one in enumerate(blocks(words)):
        if isinstance(one, str):
            for number, piece in enumerate(broken(one, _LINE, indent=2 if at else 0)):
                if y > _FOOT:
                    yield lines, grids
                    lines, grids, y = [], [], _TOP
                free = _LINE - len(piece)
                start = (free / 2 if len(one) <= _LINE else 0) if not at else (0 if number else 2)
                lines.append(Line(_LEFT + start * _EM, y, piece))
                y += _LEADING
            continue
        wide = _LINE * _EM / len(one[0])
        tops = [y - 20]
        for cells in one:
            parts = [list(broken(cell, int(wide / _EM) - 1, indent=0)) for cell in cells]
            height = max(len(part) for part in parts) or 1
            for column, part in enumerate(parts):
                lines += [Line(_LEFT + 4 + column * wide, y + step * 20, piece) for step, piece in enumerate(part)]
            y += height * 20 + 10
            tops.append(y - 20)
        grids.append(([_LEFT + wide * column for column in range(len(one[0]) + 1)], tops))
        y += _LEADING
    yield lines, grids


def broken(words: str, most: int, indent: int) -> Iterator[str]:
    """Words in lines of so many characters, the first shorter by its indent, marks where print allows them."""
    while words:
        end = min(most - indent, len(words))
        if end < len(words) and words[end] in _NEVER_FIRST:
            end += 1 if words[end + 1 : end + 2] not in _NEVER_FIRST else -1
        whole = end
        while 1 < end < len(words) and (words[end - 1] in _NEVER_LAST or _inside(words, end)):
            end -= 1
        end = whole if end == 1 else end
        yield words[:end]
        words, indent = words[end:], 0


def _inside(words: str, at: int) -> bool:
    """Whether a place is inside a number or a Latin word, which go to the next line whole."""
    return all(one.isascii() and one.isalnum() for one in words[at - 1 : at + 1])


def pdf(words: str) -> bytes:
    made: list[list[Drawn]] = []
    for lines, grids in pages(words):
        page: list[Drawn] = [Said(line.x, line.y, line.words, size=_EM) for line in lines]
        for lefts, tops in grids:
            page += grid(lefts, tops)
        made.append(page)
    return pdf_file(*made)


def ofd(words: str) -> bytes:
    made = []
    for lines, grids in pages(words):
        steps = f'DeltaX="g 200 {_EM * _MM:.4f}"'
        content = [text(Text(line.x * _MM, line.y * _MM, line.words, _EM * _MM, steps=steps)) for line in lines]
        for lefts, tops in grids:
            across, along = (lefts[-1] - lefts[0]) * _MM, (tops[-1] - tops[0]) * _MM
            content += [rule(lefts[0] * _MM, top * _MM, across, 0) for top in tops]
            content += [rule(left * _MM, tops[0] * _MM, 0, along) for left in lefts]
        made.append(ofd_page(*content))
    return ofd_file(*made)


# Format → what makes a file of a text; ``xlsx`` and ``doc`` hold tables only, or none.
MAKERS: Mapping[str, Callable[[str], bytes]] = {
    "docx": docx,
    "doc": doc,
    "html": html,
    "mht": mht,
    "odt": odt,
    "rtf": rtf,
    "pdf": pdf,
    "ofd": ofd,
    "xlsx": xlsx,
}
