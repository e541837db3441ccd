"""The key of a finding that survives edits elsewhere: its check, its words, and its place in the structure.

Numbers of headings and items are left out of it, so that renumbering a list changes no key; numbers in the words of a
finding stay in, since 9人 and 10人 are different defects.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any, cast

from linter.language import Span, lazy
from linter.structure import Document, Issue

# Longer titles are items that are sentences: their first clause names them, the rest is free to change.
_CLAUSE = lazy(r"[^,。;:!?]{0,30}")


def fingerprint(code: str, span: Span, issue: Issue) -> str:
    """The key of a finding of check ``code`` at ``span``: 24 hexadecimal digits."""
    parts = [code, words(issue, span), *anchor(issue, span.start)]
    digest: str = _sha256()("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:24]


@cache
def _sha256() -> Callable[[bytes], Any]:
    """The interpreter's own: to load OpenSSL, as hashlib does, takes longer than all keys of a document."""
    for module in ("_sha2", "_sha256"):
        with suppress(ImportError):
            return cast("Callable[[bytes], Any]", import_module(module).sha256)
    from hashlib import sha256

    return sha256


def words(issue: Issue, span: Span) -> str:
    """The words of a span in normal form, without spaces and without the numbers of headings and items in it."""
    kept: list[str] = []
    at = span.start
    document = issue.document_at(span.start)
    for start, end in _marks(document, span) if document else ():
        kept.append(issue.text.normal[at : max(at, start)])
        at = max(at, end)
    return "".join("".join([*kept, issue.text.normal[at : span.end]]).split())


def _marks(document: Document, span: Span) -> list[tuple[int, int]]:
    """The ranges of the numbers of headings and items that touch a span, cut to it."""
    section = document.section_at(span.start)
    index = section.index if section else 0
    found: list[tuple[int, int]] = []
    for section in document.sections[index:]:
        start, end = section.mark.span
        if start >= span.end:
            break
        if end > span.start:
            found.append((start, min(end, span.end)))
    return found


def anchor(issue: Issue, offset: int) -> list[str]:
    """The titles around an offset without their numbers, innermost first: sections, part, document."""
    document = issue.document_at(offset)
    if document is None:
        return []
    names = [_clause(section.title) for section in document.sections_at(offset)]
    part = document.part_at(offset)
    if part is not None:
        names.append(_clause(part.title.text) if part.title else part.kind)
    return [*names, document.title]


def _clause(title: str) -> str:
    found = _CLAUSE.match(title)
    return found[0] if found else ""
