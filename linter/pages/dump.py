"""Structure and facts as plain data: what was recognised, with its lines, and what was not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from linter.language import Span, Text
from linter.structure import Document, Fact, Issue, Paragraph, Part, Section, Table

# No fact nests deeper; what does leads in a circle.
_DEPTH = 16


def plain(value: Any, text: Text, depth: int = _DEPTH) -> Any:
    """A value of the model or a fact as JSON can hold it. Parts of the structure shrink to a line and their words."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if type(value) in _BRIEF:
        return _BRIEF[type(value)](value, text)
    if not depth:
        return repr(value)[:80]
    if isinstance(value, Mapping):
        return {_key(key): plain(item, text, depth - 1) for key, item in value.items()}
    if names := _names(value):
        return {name: plain(getattr(value, name), text, depth - 1) for name in names}
    if isinstance(value, set | frozenset):
        value = sorted(value, key=str)
    return [plain(item, text, depth - 1) for item in value] if isinstance(value, list | tuple) else str(value)


def _key(key: Any) -> str:
    return key if isinstance(key, str) else str(getattr(key, "code", getattr(key, "name", key)))


def _names(value: Any) -> list[str]:
    """The fields of a record, those with a leading underscore left out."""
    if is_dataclass(value):
        return [field.name for field in fields(value) if not field.name.startswith("_")]
    names: tuple[str, ...] = getattr(value, "_fields", ()) or getattr(value, "__slots__", ())
    return [name for name in names if not name.startswith("_")]


def place(span: Span, text: Text) -> dict[str, Any]:
    """Line and column (from 1) and offsets (from 0) of a span."""
    first = text.position(span.start)
    return {"line": first.line, "column": first.column, "start": span.start, "end": span.end}


def _line(value: Any, text: Text) -> dict[str, Any]:
    return {"line": text.position(value.span.start).line}


# What refers to a part of the text, in a few words.
_BRIEF: Mapping[type, Callable[[Any, Text], Any]] = {
    Span: place,
    Fraction: lambda value, _: value.numerator if value.denominator == 1 else float(value),
    Paragraph: lambda value, text: {"line": text.position(value.pieces[0].start).line, "text": value.text},
    Section: lambda value, text: _line(value, text) | {"section": value.mark.text + value.title},
    Table: lambda value, text: _line(value, text) | {"table": value.title.text if value.title else ""},
    Part: lambda value, text: _line(value, text) | {"part": value.kind, "number": value.number},
    Document: lambda value, text: _line(value, text) | {"document": value.title},
}


def structure(issue: Issue) -> dict[str, Any]:
    """The structure of a file: masthead, contents, documents with parts, tables and the tree of sections."""
    text = issue.text
    return {
        "masthead": plain(issue.masthead, text),
        "contents": plain(issue.contents, text),
        "documents": [document(one) for one in issue.documents],
    }


def document(one: Document) -> dict[str, Any]:
    """The structure of a document."""
    text = one.text
    return {
        "title": one.title,
        **_lines(one.span, text),
        "head": plain(one.head, text),
        "parts": [
            {
                "kind": part.kind,
                "label": part.label.text if part.label else "",
                "number": part.number,
                "title": part.title.text if part.title else "",
                **_lines(part.span, text),
                "blocks": len(part.blocks),
                "sections": [_section(one, section) for section in one.roots(index)],
            }
            for index, part in enumerate(one.parts)
        ],
        "tables": [_table(table, text) for table in one.tables],
    }


def _lines(span: Span, text: Text) -> dict[str, int]:
    return {"line": text.position(span.start).line, "end_line": text.position(max(span.start, span.end - 1)).line}


def _section(one: Document, section: Section) -> dict[str, Any]:
    found: dict[str, Any] = {
        "line": one.text.position(section.span.start).line,
        "mark": section.mark.text,
        "scheme": section.mark.scheme,
        "title": section.title,
    }
    if section.children:
        found["children"] = [_section(one, child) for child in one.children(section)]
    return found


def _table(table: Table, text: Text) -> dict[str, Any]:
    return {
        **_lines(table.span, text),
        "title": table.title.text if table.title else "",
        "header": [cell.text for cell in table.header],
        "rows": len(table.rows),
    }


def facts(issue: Issue, kinds: Mapping[str, Fact[Any]]) -> dict[str, Any]:
    """For each kind of fact what it says of every document of which it says something, or of the whole issue."""
    from linter.facts.catalogue import of_issue

    found: dict[str, Any] = {}
    for name, fact in kinds.items():
        if of_issue(fact):
            found[name] = plain(issue.read(fact), issue.text)
        else:
            values = ((one.title, one.read(fact)) for one in issue.documents)
            found[name] = [{"document": title, "value": plain(value, issue.text)} for title, value in values if value]
    return found


def unread(issue: Issue) -> list[dict[str, Any]]:
    """The lines with words of which nothing is part of the structure, neighbours together."""
    text = issue.text
    covered = bytearray(len(text.starts) + 1)
    for span in _covered(issue):
        first, last = text.position(span.start).line, text.position(max(span.start, span.end - 1)).line
        covered[first : last + 1] = b"\1" * (last + 1 - first)
    found: list[dict[str, Any]] = []
    for line in range(1, len(text.starts) + 1):
        words = text.slice(text.line_span(line)).strip()
        if covered[line] or not words:
            continue
        if found and found[-1]["end_line"] == line - 1:
            found[-1]["end_line"] = line
            found[-1]["text"] += "\n" + words
        else:
            found.append({"line": line, "end_line": line, "text": words})
    return found


def _covered(issue: Issue) -> Iterator[Span]:
    yield from (entry.span for entry in issue.contents)
    if issue.masthead:
        yield from _ranges(_values(issue.masthead))
    for one in issue.documents:
        yield from _ranges((*_values(one.head), *one.blocks))
        yield from _ranges(value for part in one.parts for value in (part.label, part.title))


def _values(record: Any) -> tuple[Any, ...]:
    found: list[Any] = []
    for name in _names(record):
        value = getattr(record, name)
        found += value if isinstance(value, tuple) and not hasattr(value, "_fields") else [value]
    return tuple(found)


def _ranges(values: Iterable[Any]) -> Iterator[Span]:
    for value in values:
        if isinstance(value, Paragraph):
            yield from (Span(piece.start, piece.end) for piece in value.pieces)
        elif (span := getattr(value, "span", None)) is not None:
            yield span
