"""Markdown: a summary of the run for a job or a merge request, a table a file.

GitHub takes a summary of up to 1 MiB a step (https://docs.github.com/actions, job summaries): past a number of findings
it says how many more there are.
"""

import re
from collections.abc import Iterable
from itertools import groupby, islice

from linter.kernel import labels
from linter.kernel.result import Notification, Result
from linter.reports import ReportOptions
from linter.reports.entries import ReportEntry, clean, colon, ends, entries, heading
from linter.reports.excerpt import plain
from linter.reports.places import in_file, spot
from linter.reports.text import summary

# A finding with its other ends takes half a kilobyte on an average, two at most as a rule.
_MOST = 500
# Whatever Markdown or HTML would obey within a line; @ and # would call people and issues.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&@$]")
_HEAD = {"zh": "| 级别 | 位置 | 检查 | 问题 |", "en": "| Severity | Place | Check | Finding |"}


def render(result: Result, options: ReportOptions) -> str:
    """The whole summary."""
    lang = "en" if options.lang == "en" else "zh"
    lines = ["## gazette-lint", ""]
    for sentence in summary(result, lang):
        lines += [_escaped(sentence), ""]
    lines += _notified(result.notifications)
    found = list(entries(result, options))
    for path, of_file in groupby(islice(found, _MOST), key=lambda entry: entry.path):
        lines += [f"### {_escaped(plain(path))}", "", _HEAD[lang], "| --- | --- | --- | --- |"]
        lines += [_row(entry, lang) for entry in of_file]
        lines.append("")
    if (more := len(found) - _MOST) > 0:
        lines += [f"{more} more findings." if lang == "en" else f"另有 {more} 处问题未列出。", ""]
    return "\n".join([*lines, *_accepted(list(entries(result, options, "accepted")), lang)])


def _accepted(found: list[ReportEntry], lang: str) -> list[str]:
    """What was accepted and why, folded away."""
    if not found:
        return []
    head = f"{len(found)} accepted" if lang == "en" else f"已接受 {len(found)} 处"
    rows = [
        f"- {_escaped(plain(in_file(entry.file, entry.item.span.start, entry.path)))} {heading(entry)}{colon(lang)}"
        f"{_escaped(plain(entry.item.suppression.reason if entry.item.suppression else ''))}"
        for entry in found[:_MOST]
    ]
    return [f"<details><summary>{head}</summary>", "", *rows, "", "</details>", ""]


def _notified(notifications: Iterable[Notification]) -> list[str]:
    listed = [f"- {_escaped(': '.join(filter(None, (one.path, plain(one.text)))))}" for one in notifications]
    return [*listed, ""] if listed else []


def _row(entry: ReportEntry, lang: str) -> str:
    place = _escaped(plain(spot(entry.file, entry.item.span.start)))
    told = "<br>".join(map(_escaped, (plain(labels.pick(entry.item.message, lang)), *ends(entry, lang))))
    return f"| {labels.severity(entry.item.severity, lang)} | {place} | {heading(entry)} | {told} |"


def _escaped(words: str) -> str:
    """Words that Markdown shows as they are, in one line."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", clean(words)).replace("\n", " ")
