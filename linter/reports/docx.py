"""Word: the draft as it was, each finding a comment at its words, with links to its other ends.

Text, web pages and PDF become a new document. Nothing else of a Word file changes.
"""

from linter.kernel import labels
from linter.kernel.result import FileResult, Result, file_of
from linter.language.text import Span
from linter.pages.explain import title
from linter.reports import ReportError, ReportOptions
from linter.reports.docx_comments import Comments, Remark
from linter.reports.docx_new import new_document
from linter.reports.entries import ReportEntry, behind, clean, colon, entries, heading
from linter.reports.excerpt import plain
from linter.reports.places import where
from linter.sources.docx import read_mapped

# So many other ends are linked; a comment with more is no longer read.
_MOST = 20


def render(result: Result, options: ReportOptions) -> bytes:
    """The annotated document. Raises ReportError unless there is exactly one, SourceError if it cannot be written."""
    refuse(result)
    source = result.files[0].source
    known = source.format == "docx"
    comments = Comments(read_mapped(source.data, source.changes) if known else new_document(source.raw))
    for entry in entries(result, options):
        comments.add(entry.item.span, _remarks(entry, options.lang))
    return comments.write()


def refuse(result: Result) -> None:
    """Raise ReportError for a result that is no single document."""
    if len(result.files) != 1:
        count = len(result.files)
        raise ReportError(f"docx 格式一次只能批注一个文件，现有 {count} 个 (--format docx takes one file at a time)")


def _remarks(entry: ReportEntry, lang: str) -> list[Remark]:
    """The paragraphs of a comment; those about other ends link to them."""
    item, mark = entry.item, colon(lang)
    severity = labels.severity(item.severity, lang)
    remarks = [
        Remark(f"[{severity}] {heading(entry)} {title(item.check, lang)}"),
        Remark(labels.pick(item.message, lang)),
    ]
    for other in item.related[:_MOST]:
        file = file_of(other, entry.file)
        label = labels.pick(other.label, lang)
        said = behind(label, plain(file.text.slice(other.span)), lang)
        told = label + _placed(file, other.span, lang, far=file is not entry.file) + said
        remarks.append(Remark(f"→ {told}", other.span if file is entry.file else None))
    if len(item.related) > _MOST:
        rest = len(item.related) - _MOST
        remarks.append(Remark(f"→ {rest} more" if lang == "en" else f"→ 另有 {rest} 处"))
    if item.fix:
        remarks.append(Remark(labels.pick(labels.FIX[item.fix.kind], lang) + mark + labels.pick(item.fix.label, lang)))
    if item.check.norm:
        remarks.append(Remark(("Norm" if lang == "en" else "依据") + mark + item.check.norm))
    return [remark._replace(words=clean(plain(remark.words))) for remark in remarks]


def _placed(file: FileResult, span: Span, lang: str, *, far: bool) -> str:
    """Where another end is, if a link does not tell: in a file without lines, or in another one."""
    name = f"{file.path} " if far else ""
    placed = far or file.source.place(span.start)
    place = f"{name}{where(file, span.start, lang)}"
    return (f" ({place})" if lang == "en" else f"（{place}）") if placed else ""
