"""The report for people at a terminal.

Place, severity, check and sentence; the words with the place marked; every related place; and at the end what was
found and what was looked at.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from linter.kernel import labels
from linter.kernel.finding import SEVERITIES, Fix, Label, Related
from linter.kernel.plural import counted
from linter.kernel.result import Diagnostic, Elsewhere, FileResult, Result, State, Tally, file_of
from linter.language import Text
from linter.reports import ReportOptions
from linter.reports.excerpt import excerpt, inert, plain, width
from linter.reports.places import in_file, namings, spot

# Columns of context on either side and of the place itself, so that an excerpt stays in one line of a terminal.
AROUND, PLACE = 28, 40
AROUND_RELATED, PLACE_RELATED = 16, 28
# So many related places are shown with their words; of the rest, where there are more, only lines and columns.
_MOST = 10
# Of what the files were taken for, so many kinds are named.
_KINDS = 5
# What is not counted among the findings, by its state.
_SILENT_ZH: Mapping[State, str] = {"accepted": "已接受", "unchanged": "在基线中"}
_HIDDEN = Label("低于所选级别，未列出", "below the level that was asked for")
_SILENT_EN: Mapping[State, str] = {"accepted": "accepted", "unchanged": "in the baseline"}
_STYLES = {"error": "1;31", "warning": "1;33", "note": "1;36", "bold": "1", "dim": "2", "mark": "4"}


def render(result: Result, options: ReportOptions) -> str:
    """The whole report; ``quiet`` gives one line a finding and nothing else."""
    lines = [
        line
        for file in result.files
        for item in file.diagnostics
        if item.counts
        for line in finding(file, item, options)
    ]
    if not options.quiet:
        lines += [line for file in result.files for line in named(file, options.lang)]
        lines += accepted(result, options)
    if options.statistics:
        lines += [*statistics(result, options.lang), ""]
    if not options.quiet:
        lines += summary(result, options.lang)
    return "".join(f"{inert(line)}\n" for line in lines)


def finding(file: FileResult, item: Diagnostic, options: ReportOptions) -> Iterator[str]:
    """The lines of one finding."""
    place = paint(plain(in_file(file, item.span.start, file.path)), "bold", options)
    severity = paint(labels.severity(item.severity, options.lang), item.severity, options)
    message = plain(labels.pick(item.message, options.lang))
    yield f"{place}: {severity} {item.known_as} {item.check.name} {message}"
    if options.quiet:
        return
    yield from marked(file, item, options)
    full = len(item.related) if len(item.related) <= _MOST + 2 else _MOST
    for related in item.related[:full]:
        other = file_of(related, file)
        before, words, after = excerpt(other.text, related.span, AROUND_RELATED, PLACE_RELATED)
        label = plain(labels.pick(related.label, options.lang))
        words = f"{before}【{paint(words, 'mark', options)}】{after}"
        yield f"    → {_end(related, file)} {label}{_colon(options)}{words}"
    if rest := item.related[full:]:
        places = " ".join(_end(related, file) for related in rest)
        count = f"{len(rest)} more" if options.lang == "en" else f"另有 {len(rest)} 处"
        yield f"    → {count}{_colon(options)}{places}"
    if item.fix:
        yield f"    = {repair(file.text, item.fix, options)}"
    yield ""


def _end(end: Related | Elsewhere, file: FileResult) -> str:
    """Where another end is; the name of its file, if that is not the file of the finding."""
    other = file_of(end, file)
    return spot(file, end.span.start) if other is file else plain(in_file(other, end.span.start, other.path))


def named(file: FileResult, lang: str) -> list[str]:
    """What several findings of a file give one usual name to, a line each, to be decided once."""
    lines = []
    for one in namings(file, ((item.known_as, item) for item in file.diagnostics)):
        if one.times > 1:
            others = [f"{name} ({' '.join(key for key, _ in found)})" for name, found in one.others.items()]
            lines.append(f"  {one.usual} ← {(', ' if lang == 'en' else '、').join(others)}")
    head = "One thing, two names, to be decided once:" if lang == "en" else "一物两名，可一并定下："
    return [head, *lines, ""] if lines else []


def accepted(result: Result, options: ReportOptions) -> list[str]:
    """The findings that were accepted, a line each with the reason, apart from those that are open."""
    lines = []
    for file in result.files:
        for item in file.diagnostics:
            if item.suppression:
                reason = plain(item.suppression.reason) or ("no reason" if options.lang == "en" else "没有理由")
                lines.append(f"  {plain(in_file(file, item.span.start, file.path))} {item.known_as} {reason}")
    head = f"{len(lines)} accepted:" if options.lang == "en" else f"已接受 {len(lines)} 处："
    return [head, *lines, ""] if lines else []


def _colon(options: ReportOptions) -> str:
    return ": " if options.lang == "en" else "："


def marked(file: FileResult, item: Diagnostic, options: ReportOptions) -> Iterator[str]:
    """The words around the place, numbered where the file has lines, and below them a line that marks it."""
    before, words, after = excerpt(file.text, item.span, AROUND, PLACE)
    line = "" if file.source.place(item.span.start) else file.text.position(item.span.start).line
    number = f"{line:>6}"
    yield f"{paint(number + ' │', 'dim', options)} {before}{words}{after}".rstrip()
    under = paint("^" * max(1, width(words)), item.severity, options)
    yield f"{paint(' ' * len(number) + ' │', 'dim', options)} {' ' * width(before)}{under}"


def repair(text: Text, fix: Fix, options: ReportOptions) -> str:
    """What a fix would do, in one line."""
    kind = labels.pick(labels.FIX[fix.kind], options.lang)
    words = f"{kind}{_colon(options)}{plain(labels.pick(fix.label, options.lang))}"
    if len(fix.edits) != 1:
        return words
    old, new = plain(text.slice(fix.edits[0].span)), plain(fix.edits[0].text)
    shown = f"{old or '∅'} → {new or '∅'}"
    return f"{words} ({shown})" if width(shown) <= 2 * PLACE else words


def paint(words: str, style: str, options: ReportOptions) -> str:
    """Words in a colour, if colour is wanted."""
    return f"\x1b[{_STYLES[style]}m{words}\x1b[0m" if options.color and words else words


def statistics(result: Result, lang: str) -> list[str]:
    """How often each check found something, the most frequent first."""
    from linter.pages.explain import title

    checks = {check.code: check for check in result.checks}
    ranked = sorted(result.tally().codes.items(), key=lambda pair: (-pair[1], pair[0]))
    return [f"{count:>6}  {code} {checks[code].name}  {title(checks[code], lang)}" for code, count in ranked]


def summary(result: Result, lang: str) -> list[str]:
    """What was found, then what was looked at, so that “nothing found” is not taken for “nothing read”."""
    found = result.tally()
    lines = []
    if found.files:
        lines.append((_english if lang == "en" else _chinese)(found))
        looked = labels.seen([found.seen], lang)
        lines.append(f"Looked at: {looked}." if lang == "en" else f"检查范围：{looked}。")
        lines.append(profiles(found.profiles, lang))
    levels = [str(notification.level) for notification in result.notifications]
    for level, words in _TOLD.items():
        if count := levels.count(level):
            lines.append(counted(count, labels.pick(words, lang)))
    return lines


_NOT_READ = "such as places that were not read, see above."
_TOLD = {
    "warning": Label(
        "另有 # 条提醒，如有的地方没有读到，详见上文。", f"# warning, {_NOT_READ}|# warnings, {_NOT_READ}"
    ),
    "error": Label("# 处未能检查，详见错误信息。", "# failure, see above.|# failures, see above."),
}


def profiles(kinds: Counter[Label], lang: str) -> str:
    """What the files were taken for, alike ones together."""
    shown = [(labels.pick(kind, lang), count) for kind, count in kinds.most_common(_KINDS)]
    words = [f"{kind} ({count})" if count > 1 else kind for kind, count in shown]
    if (more := len(kinds) - _KINDS) > 0:
        words.append(f"{more} more kinds" if lang == "en" else f"另有 {more} 类")
    return f"Read as: {'; '.join(words)}." if lang == "en" else f"文件类别：{'；'.join(words)}。"


def _chinese(found: Tally) -> str:
    total = found.severities
    parts = [f"{total[word]} 处{labels.severity(word, 'zh')}" for word in SEVERITIES if total[word]]
    told = f"发现 {total.total()} 处问题：{'、'.join(parts)}" if parts else "没有发现问题"
    silent = [f"{found.states[state]} 处{words}" for state, words in _SILENT_ZH.items() if found.states[state]]
    silent += [f"{found.hidden} 处{_HIDDEN.zh}"] if found.hidden else []
    where = f"在 {found.files} 个文件、{found.documents} 件公文中"
    return where + told + (f"（另有 {'、'.join(silent)}）。" if silent else "。")


def _english(found: Tally) -> str:
    total, files, documents = found.severities, found.files, found.documents
    parts = [counted(total[word], f"# {word}|# {word}s") for word in SEVERITIES if total[word]]
    told = counted(total.total(), "# finding: |# findings: ") + ", ".join(parts) if parts else "No findings"
    where = f"in {counted(documents, '# document|# documents')} of {counted(files, '# file|# files')}"
    silent = [f"{found.states[state]} {words}" for state, words in _SILENT_EN.items() if found.states[state]]
    silent += [f"{found.hidden} {_HIDDEN.en}"] if found.hidden else []
    return f"{told} {where}" + (f" ({', '.join(silent)})." if silent else ".")
