"""What can be taken away: reports of what is open, corrected documents, the record of what was accepted."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from linter.app.accepting import recorded
from linter.app.desk import Desk, OpenDraft
from linter.kernel.identity import identified
from linter.kernel.result import Result
from linter.language import NamedTuple
from linter.pages import explain
from linter.reports import ReportOptions, render
from linter.reports.csvfmt import inert
from linter.runs.writing import Failure

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Reports of all documents together: the name and type of the file.
_TOGETHER = {
    "xlsx": ("问题清单.xlsx", _EXCEL),
    "html": ("报告.html", "text/html"),
    "sarif": ("报告.sarif", "application/sarif+json"),
}
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class Download(NamedTuple):
    """A file to be saved: its name, its media type, its bytes."""

    name: str
    media: str
    data: bytes


def download(desk: Desk, form: str, drafts: Sequence[OpenDraft], lang: str) -> Download:
    """Documents in a form. Raises Failure for a form there is not, and where there is nothing to take away."""
    if form == "record":
        return Download("接受记录.csv", "text/csv", record(desk, drafts, lang))
    known = [draft for draft in drafts if draft.file]
    if not known:
        raise Failure("没有可下载的文件 (nothing to download)")
    if form in _TOGETHER:
        return _together(form, known, lang)
    if form == "docx":
        return _each("批注", known, lambda draft: _annotated(draft, lang), ".docx")
    if form == "fixed":
        mended = [draft for draft in known if len(draft.versions) > 1]
        if not mended:
            raise Failure("还没有改过任何一处 (nothing has been fixed yet)")
        return _each("改", mended, lambda draft: draft.data, "")
    raise Failure(f"没有这种格式 {form} (no such format)")


def result_of(drafts: Sequence[OpenDraft]) -> Result:
    """Documents as the result of one run."""
    checks = {item.check.code: item.check for draft in drafts for item in draft.plan.active}
    packs = {pack.name: pack.version for draft in drafts for pack in draft.plan.registry.packs}
    told = tuple(note for draft in drafts for note in (*draft.told, *draft.lapsed))
    files = identified([draft.file for draft in drafts if draft.file])
    return Result(files, tuple(checks[code] for code in sorted(checks)), told, tuple(packs.items()))


def _together(form: str, drafts: Sequence[OpenDraft], lang: str) -> Download:
    name, media = _TOGETHER[form]
    report = render(form, result_of(drafts), ReportOptions(lang=lang))
    return Download(name, media, report.encode("utf-8", "replace") if isinstance(report, str) else report)


def _annotated(draft: OpenDraft, lang: str) -> bytes:
    report = render("docx", result_of([draft]), ReportOptions(lang=lang))
    return report if isinstance(report, bytes) else report.encode()


def _each(word: str, drafts: Sequence[OpenDraft], make: Callable[[OpenDraft], bytes], suffix: str) -> Download:
    """A file for one document; for several a ZIP file with one for each."""
    names = [_named(word, draft.name, suffix) for draft in drafts]
    if len(drafts) == 1:
        media = _WORD if names[0].endswith(".docx") else "application/octet-stream"
        return Download(PurePosixPath(names[0]).name, media, make(drafts[0]))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, draft in zip(names, drafts, strict=True):
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), make(draft), zipfile.ZIP_DEFLATED)
    return Download(f"{word}.zip", "application/zip", packed.getvalue())


def _named(word: str, name: str, suffix: str) -> str:
    """The name of what is made of a document: 批注_通知.docx beside 通知.docx."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{word}_{path.stem}{suffix or path.suffix}"))


def record(desk: Desk, drafts: Sequence[OpenDraft], lang: str) -> bytes:
    """What was accepted, by whom and why: the decisions of the office, and the comments in what is open."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    heads = {
        "zh": ("公文", "检查", "检查内容", "文字", "理由", "接受人", "有效期至", "记在"),
        "en": ("Document", "Check", "About", "Words", "Reason", "Who", "Until", "Kept in"),
    }
    writer.writerow(heads["en" if lang == "en" else "zh"])
    path, decisions = recorded(desk)
    titles = {check.code: explain.title(check, lang) for check in desk.registry.checks}
    for one in decisions:
        trace, until = one.trace, one.until.isoformat() if one.until else ""
        cells = (
            one.document,
            trace.code,
            titles.get(trace.code, ""),
            trace.text,
            one.reason,
            one.who,
            until,
            path.name,
        )
        writer.writerow(map(inert, cells))
    for draft in drafts:
        for item in draft.file.diagnostics if draft.file else ():
            if draft.file and item.suppression and item.suppression.kind == "inSource":
                words = "".join(draft.file.text.slice(item.span).split())
                notice = item.path[0] if item.path else ""
                cells = (notice, item.code, titles[item.code], words, item.suppression.reason, "", "", draft.name)
                writer.writerow(map(inert, cells))
    return out.getvalue().encode("utf-8-sig")
