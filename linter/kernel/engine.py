"""Run checks over a text: Text → Issue → findings → diagnostics. Pure; a crash in a check is a notification."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from linter.kernel.check import NOTHING, Active, Check, Needs
from linter.kernel.clock import Allowance, TooSlowError
from linter.kernel.finding import SEVERITIES, Finding, Seen, Severity
from linter.kernel.fingerprint import fingerprint
from linter.kernel.quoted import as_written
from linter.kernel.result import Diagnostic, FileResult, Notification, Understanding
from linter.language import Span, Text, extend
from linter.language.office import NO_OFFICE, Office
from linter.limits import FINDINGS, failure
from linter.sources import Source
from linter.structure import Issue
from linter.structure.damage import voided
from linter.structure.parse import parse
from linter.structure.profile import profile


def lint_source(
    source: Source,
    path: str,
    active: Sequence[Active],
    office: Office = NO_OFFICE,
    allowance: Allowance | None = None,
) -> tuple[FileResult, list[Notification]]:
    """Lint one source with the checks in force, as an office reads it. Diagnostics come in order of place.

    What is not done when the time of the document is spent is told. Raises TooSlowError if nothing could be done.
    """
    text = source.text
    allowance = allowance or Allowance()
    with allowance.whole():
        issue = understand(text, office)
    diagnostics: list[Diagnostic] = []
    notifications: list[Notification] = []
    for item in speaking(active, text.normal):
        if allowance.spent:
            notifications.append(unfinished(allowance, path))
            break
        found, failed = run_check(item, units(item.check, issue), issue, path, allowance)
        diagnostics += found
        notifications += failed
    understood = Understanding(lambda: issue)
    return FileResult(path, source, text, understood, in_order(diagnostics), seen(issue, allowance)), notifications


def unfinished(allowance: Allowance, path: str = "") -> Notification:
    """What is said of a document whose time is spent."""
    told = f"用时超过 {allowance.seconds:g} 秒，其余检查未做 (took too long, the other checks did not run)"
    return Notification("error", told, path)


def understand(text: Text, office: Office = NO_OFFICE) -> Issue:
    """The structure of a text as an office reads it."""
    extend(office.classes)
    issue = parse(text)
    return issue if office is NO_OFFICE else issue.of(office)


def speaking(active: Iterable[Active], words: str) -> Iterator[Active]:
    """The checks that may have something to say of a text in normal form: it holds a character they look for."""
    held: dict[str, bool] = {"": True}
    for item in active:
        sought = item.check.holds
        if sought not in held:
            held[sought] = re.search(f"[{sought}]", words) is not None
        if held[sought]:
            yield item


def run_check(
    item: Active, over: Iterable[Any], issue: Issue, path: str, allowance: Allowance | None = None
) -> tuple[list[Diagnostic], list[Notification]]:
    """What a check finds in each unit; where it fails, a notification, and it goes on with the next unit.

    A check that fails in many units for one reason is told once; one that takes too long or finds too much is stopped
    and told.
    """
    diagnostics: list[Diagnostic] = []
    told: dict[Notification, None] = {}
    code = item.check.code
    allowance = allowance or Allowance()
    try:
        with allowance.part():
            for unit in over:
                try:
                    for finding in item.check.run(unit, item.options):
                        if heard(item.check.needs, finding, issue):
                            diagnostics.append(diagnose(item, finding, issue))
                            if len(diagnostics) >= FINDINGS:
                                return diagnostics, [*told, Notification("warning", too_many(code), path, code)]
                except TooSlowError:
                    raise
                except (Exception, SystemExit) as error:
                    told[Notification("error", crash(item.check, error), path, code)] = None
    except TooSlowError:
        told[Notification("error", f"检查 {code} 用时过长，已停止 (check took too long, stopped)", path, code)] = None
    return diagnostics, list(told)


def too_many(code: str) -> str:
    """One line on a check that was stopped because it finds something everywhere."""
    return f"检查 {code} 已报 {FINDINGS} 处，其余未列 (stopped at {FINDINGS} findings)"


def heard(needs: Needs, finding: Finding, issue: Issue) -> bool:
    """Whether a finding and its first other end stand where the document is, and has whole, what its check needs.

    No end may hold a character that recognition read doubtfully.
    """
    if needs.sure and issue.text.doubtful and any(_in_doubt(span, issue.text.doubtful) for span in _ends(finding)):
        return False
    if needs == NOTHING:
        return True
    document = issue.document_at(finding.span.start)
    if document is None:
        return True
    about = document.read(profile)
    if about.kind in needs.silent or (needs.script and needs.script != about.script):
        return False
    ends = (finding.span, *(one.span for one in finding.related[:1]))
    return all(voided(about.damage, span, needs.intact) is None for span in ends)


def _ends(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (one.span for one in finding.related)


def _in_doubt(span: Span, doubtful: Sequence[Span]) -> bool:
    """Whether one of the doubtful characters, which are in order, lies within a span."""
    at = bisect_left(doubtful, span.start, key=lambda one: one.start)
    return at < len(doubtful) and doubtful[at].start < span.end


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics in order of place."""
    return tuple(sorted(diagnostics, key=lambda one: (one.span, one.code, one.message.zh)))


def units(check: Check, issue: Issue) -> Iterable[Any]:
    """What a check is run on; those of the engine itself are run by the filters."""
    return {"notice": issue.documents, "issue": (issue,)}.get(check.scope, ())


def crash(check: Check, error: BaseException) -> str:
    """One line on a check that failed: where and why."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else "?"
    return f"检查 {check.code} 出错，已跳过 (check failed): {failure(error)} [{place}]"


def diagnose(active: Active, finding: Finding, issue: Issue) -> Diagnostic:
    """Stamp a finding with what is known of its check and its place."""
    check = active.check
    severity = weaker(active.severity, finding.severity or active.severity)
    message = check.tell(as_written(finding, issue.text))
    path, titled = place(issue, finding.span.start)
    key = fingerprint(check.code, finding.span, issue)
    places = (finding.span, finding.related, finding.fix)
    return Diagnostic(check, severity, message, *places, path, key, titled=titled)


def weaker(one: Severity, other: Severity) -> Severity:
    """The lower of two severities."""
    return max(one, other, key=SEVERITIES.index)


def place(issue: Issue, offset: int) -> tuple[tuple[str, ...], bool]:
    """Notice title and section titles around an offset, outermost first, and whether the notice has a title."""
    document = issue.document_at(offset)
    if document is None:
        return (), False
    names = [section.mark.text + section.title[:30] for section in document.sections_at(offset)]
    if document.title:
        names.append(document.title)
    return tuple(reversed(names)), bool(document.title)


def seen(issue: Issue, allowance: Allowance | None = None) -> tuple[Seen, ...]:
    """How much was recognised, so that “no findings” is not mistaken for “nothing read”; nothing if no time is left."""
    from linter.facts.looked_at import count

    try:
        with (allowance or Allowance()).part():
            return count(issue)
    except TooSlowError:
        return ()
