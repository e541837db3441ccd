"""The first page of a folder of HTML reports: every file with its counts, those with most errors first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from linter import __version__
from linter.kernel import labels
from linter.kernel.finding import SEVERITIES
from linter.kernel.result import Notification
from linter.language.record import NamedTuple
from linter.reports.html_text import page, title
from linter.reports.paths import uri

_COLUMNS = (*SEVERITIES, *labels.STATE)


class IndexRow(NamedTuple):
    """A file: its path, its page below the folder, its findings by severity or what became of them, its documents."""

    path: str
    page: str
    counts: Mapping[str, int]
    documents: int


def index(rows: Sequence[IndexRow], notifications: Sequence[Notification], lang: str) -> str:
    """The page; it needs no script."""
    ranked = sorted(rows, key=lambda row: ([-row.counts[name] for name in SEVERITIES], row.path))
    sums = {name: sum(row.counts[name] for row in rows) for name in _COLUMNS}
    heads = "".join(f'<th scope="col">{name}</th>' for name in _heads(lang))
    total = f"{len(rows)} files" if lang == "en" else f"共 {len(rows)} 个文件"
    told = "".join(f"<p>{escape(f'{one.path} {one.text}'.strip())}</p>" for one in notifications)
    content = (
        f"<main><h1>{title(lang)}</h1>\n<table>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{''.join(map(_row, ranked))}</tbody>\n"
        f'<tfoot><tr><th scope="row">{total}</th>{_numbers(sum(row.documents for row in rows), sums)}</tr></tfoot>\n'
        f"</table></main>\n<footer>{told}gazette-lint {__version__}</footer>\n"
    )
    return page(lang, "index.css", content)


def _heads(lang: str) -> list[str]:
    first = ["File", "Documents"] if lang == "en" else ["文件", "公文"]
    names = [labels.severity(name, lang) for name in SEVERITIES]
    return [*first, *names, *(labels.pick(label, lang) for label in labels.STATE.values())]


def _row(row: IndexRow) -> str:
    link = f'<a href="{escape(uri("./" + row.page))}">{escape(row.path)}</a>'
    return f'<tr><th scope="row">{link}</th>{_numbers(row.documents, row.counts)}</tr>\n'


def _numbers(documents: int, counts: Mapping[str, int]) -> str:
    cells = "".join(f'<td class="{name}">{counts[name] or ""}</td>' for name in _COLUMNS)
    return f"<td>{documents}</td>{cells}"
