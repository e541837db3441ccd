"""GitHub workflow commands: printed in a step of a workflow, each line becomes an annotation on its file.

GitHub shows ten annotations of a severity a step, so the gravest come first; the job summary (``markdown``) has all.
"""

from collections.abc import Mapping

from linter.kernel.finding import SEVERITIES
from linter.kernel.result import Result
from linter.reports import ReportOptions
from linter.reports.entries import ReportEntry, clean, ends, entries, heading
from linter.reports.paths import relative

_COMMAND = {"error": "error", "warning": "warning", "note": "notice"}


def render(result: Result, options: ReportOptions) -> str:
    """A command a line: what the tool has to say of itself, then the findings."""
    lines = [
        command(one.level, {"file": relative(one.path, options.root)} if one.path else {}, one.text)
        for one in result.notifications
    ]
    found = sorted(entries(result, options), key=lambda entry: SEVERITIES.index(entry.item.severity))
    lines += [_annotation(entry, options.lang) for entry in found]
    return "".join(f"{line}\n" for line in lines)


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    """One workflow command, escaped as GitHub's own toolkit does."""
    listed = ",".join(f"{key}={_property(clean(str(value)))}" for key, value in properties.items())
    return f"::{name}{' ' if listed else ''}{listed}::{_data(clean(message))}"


def _annotation(entry: ReportEntry, lang: str) -> str:
    place: dict[str, object] = {"title": heading(entry), "file": entry.path}
    if not entry.file.source.binary:
        place |= {"line": entry.first.line, "endLine": entry.last_line}
        if entry.first.line == entry.last.line:  # columns are accepted within one line only
            place |= {"col": entry.first.column, "endColumn": max(entry.first.column, entry.last.column - 1)}
    return command(_COMMAND[entry.item.severity], place, "\n".join([entry.message, *ends(entry, lang)]))


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
