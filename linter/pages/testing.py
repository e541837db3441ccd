"""Prove a check: run its examples through the whole pipeline and compare places.

Public for authors of plug-ins: ``from linter.pages.testing import prove``; ``prove(check)`` raises AssertionError.
"""

from __future__ import annotations

import re

from linter.archive.store import ArchiveStore
from linter.kernel.check import Active, Bad, Check, Good
from linter.kernel.engine import lint_source, understand
from linter.kernel.finding import Related
from linter.kernel.fixes import apply
from linter.kernel.result import Diagnostic
from linter.language import NamedTuple, Span, Text
from linter.language.office import NO_OFFICE, Office
from linter.sources import make_source, read

_MARK = re.compile(r"\[\[(~ ?)?|\]\]")


class Marked(NamedTuple):
    """An example without its marks, and the places they named."""

    text: str
    places: tuple[Span, ...]
    related: tuple[Span, ...]


def unmark(example: str) -> Marked:
    """Take ``[[ ]]`` and ``[[~ ]]`` out of an example. Raises ValueError if a mark is not closed."""
    words: list[str] = []
    stack: list[tuple[int, bool]] = []
    places: list[Span] = []
    related: list[Span] = []
    at = length = 0
    for match in _MARK.finditer(example):
        words.append(example[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[0] != "]]":
            stack.append((length, bool(match[1])))
            continue
        if not stack:
            raise ValueError("]] without [[")
        start, is_related = stack.pop()
        (related if is_related else places).append(Span(start, length))
    if stack:
        raise ValueError("[[ without ]]")
    return Marked("".join([*words, example[at:]]), tuple(sorted(places)), tuple(sorted(related)))


def findings(
    check: Check, text: str, options: dict[str, object] | None = None, office: Office = NO_OFFICE
) -> list[Diagnostic]:
    """The diagnostics of one check on a text, as an office reads it. Raises AssertionError if the check crashes."""
    source = make_source(text, text.encode("utf-8", "surrogatepass"), "text", "UTF-8")
    active = Active(check, check.severity, check.defaults() | (options or {}))
    if check.scope == "engine":
        return _engine_findings(active, text)
    if check.scope == "archive":
        return _archive_findings(active, text)
    result, notifications = lint_source(source, "example.txt", [active], office)
    if notifications:
        raise AssertionError(notifications[0].text)
    return list(result.diagnostics)


def _engine_findings(active: Active, text: str) -> list[Diagnostic]:
    """What a check of the engine says of a text in Markdown when all installed checks run."""
    from linter.accepted.files import accept
    from linter.kernel.registry import load
    from linter.settings.config import Settings, activate

    registry = load()
    others = [item for item in activate(registry, Settings()) if item.check.code != active.check.code]
    file, _ = lint_source(read(text.encode(), "example.md"), "example.md", others)
    result, _ = accept(file, [*others, active], registry.codes_of)
    return [item for item in result.diagnostics if item.code == active.check.code]


def _archive_findings(active: Active, text: str) -> list[Diagnostic]:
    """What a check of archives says where each document of a text is a file of its own."""
    from linter.archive.checking import check_archive

    archive = archive_of(text)
    found, told = check_archive(archive, [active])
    archive.close()
    if told:
        raise AssertionError(told[0].text)
    ends = [tuple(Related(place.span, label) for place, label in one.related) for one in found]
    return [
        Diagnostic(one.check, one.severity, one.message, one.place.span, related)
        for one, related in zip(found, ends, strict=True)
    ]


def archive_of(text: str) -> ArchiveStore:
    """An archive in memory in which each document of a text is a file of its own.

    A text that begins with a table of acts, its cells parted by tabs, has it up to the first empty line.
    """
    from linter.archive.gathering import acts, kept

    archive = ArchiveStore()
    end = text.find("\n\n") if "\t" in text.partition("\n")[0] else 0
    archive.put("acts.tsv", "-", [(act, {}) for act in acts("acts.tsv", Text(text[:end])) or ()])
    issue = understand(Text(re.sub(".", " ", text[:end]) + text[end:]))
    archive.reader = lambda _path: issue
    for at, document in enumerate(kept(issue, "")):
        archive.put(str(at), "-", [(document.at(str(at)), {})])
    return archive


def prove(check: Check, office: Office = NO_OFFICE) -> None:
    """Run every example of a check. Raises AssertionError that shows the example and what differed."""
    if not any(isinstance(example, Bad) for example in check.examples):
        raise AssertionError(f"{check.code}: 缺少反例 (no bad example)")
    if not any(isinstance(example, Good) for example in check.examples):
        raise AssertionError(f"{check.code}: 缺少正例 (no good example)")
    for example in check.examples:
        prove_example(check, example, office)


def prove_example(check: Check, example: Bad | Good, office: Office = NO_OFFICE) -> None:
    """Run one example. Raises AssertionError that shows it and what differed, ValueError for marks that do not pair."""
    marked = unmark(example.text)
    if isinstance(example, Bad) and not marked.places:
        raise AssertionError(f"{check.code}: 反例里没有用 [[ ]] 标出问题 (nothing is marked)\n{marked.text}")
    found = findings(check, marked.text, dict(example.options), office)
    expected = list(marked.places) if isinstance(example, Bad) else []
    actual = [item.span for item in found]
    if actual != expected:
        shown = [marked.text[start:end] for start, end in actual]
        wanted = [marked.text[start:end] for start, end in expected]
        told = f"{check.code}: 应报 {wanted}，实报 {shown} (expected {expected}, found {actual})"
        raise AssertionError(f"{told}\n{marked.text}")
    if not isinstance(example, Bad):
        return
    pointed = {related.span for item in found for related in item.related}
    missing = [marked.text[start:end] for start, end in marked.related if Span(start, end) not in pointed]
    if missing:
        told = f"{check.code}: 没有指出相关之处 {missing} (related places not among {sorted(pointed)})"
        raise AssertionError(f"{told}\n{marked.text}")
    if example.fixed is not None:
        fixed = apply(marked.text, [item.fix for item in found if item.fix])
        if fixed != example.fixed:
            raise AssertionError(f"{check.code}: 改成了 (fixed to)\n{fixed}\n应为 (expected)\n{example.fixed}")
