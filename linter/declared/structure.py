"""Verbs over structure: require-section, require-field, order, if-then, body-registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.declared.scope import Scope, is_heading, title_of, title_span
from linter.declared.terms import Finder, matches, shown
from linter.forms.nodes import Node
from linter.kernel.check import Runner
from linter.kernel.finding import Finding, Label, see
from linter.language import Span, covering
from linter.structure import Document, Part, Section

# The fields of a notice that can be asked for, in both languages.
FIELDS: Mapping[str, Label] = {
    "title": Label("标题", "title"),
    "issuer": Label("发文机关", "issuer"),
    "number": Label("发文字号", "document number"),
    "addressee": Label("主送机关", "addressee"),
    "signature": Label("发文机关署名", "signature"),
    "date": Label("成文日期", "date"),
    "annotation": Label("附注", "annotation"),
    "attachment": Label("附件", "attachment"),
}


def require_section(node: Node, scope: Scope) -> Runner:
    """One finding for a part that lacks headings, with all it lacks."""

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        for at, part in scope.parts(document):
            titles = [section.title for section in _headings(document, at)]
            missing = [shown(term) for term in node.listed() if not any(matches(term, title) for title in titles)]
            if missing and titles:
                yield Finding(title_span(document, part), {"missing": "”“".join(missing)})

    return run


def require_field(node: Node, scope: Scope) -> Runner:
    """One finding for a notice that lacks fields, with all it lacks."""

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        letters = [part for at, part in scope.parts(document) if at == 0]
        missing = tuple([name for name in node.words() if not _field(document, name)])
        if letters and missing:
            yield Finding(title_span(document, letters[0]), {"missing": missing})

    return run


def _field(document: Document, name: str) -> bool:
    if name == "attachment":
        return any(part.kind in {"attachment", "appendix"} for part in document.parts)
    if name == "title":
        return bool(document.title)
    return bool(getattr(document.head, name))


def order(node: Node, scope: Scope) -> Runner:
    """Each heading that stands behind one it should precede; the first one it should precede is related."""
    terms = node.listed()

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        for at, _part in scope.parts(document):
            last: tuple[int, Section] | None = None
            for section in _headings(document, at):
                rank = next((rank for rank, term in enumerate(terms) if matches(term, section.title)), None)
                if rank is None:
                    continue
                if last and rank < last[0]:
                    args = {"words": section.title, "other": last[1].title}
                    related = (see(last[1].title_span, "应在其后", "belongs behind"),)
                    yield Finding(section.title_span, args, related)
                else:
                    last = (rank, section)

    return run


def _headings(document: Document, part: int) -> list[Section]:
    return [section for section in document.sections if section.part == part and is_heading(section)]


def if_then(node: Node, scope: Scope) -> Runner:
    """A document in which the first condition holds and the second does not, told where the first one holds."""
    first, second = _Condition(node.get("if"), scope), _Condition(node.get("then"), scope)

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        if not scope.parts(document):
            return
        found = first.place(document)
        if found is not None and second.place(document) is None:
            words, span = found
            yield Finding(span, {"words": words, "missing": second.wanted()})

    return run


class _Condition:
    """A word, a heading or a field that a document has; several are alternatives."""

    def __init__(self, node: Node | None, scope: Scope) -> None:
        terms, sections, fields = (node.get(key) if node else None for key in ("term", "section", "field"))
        self.terms = terms.listed() if terms else ()
        self.sections = sections.listed() if sections else ()
        self.fields = fields.words() if fields else ()
        self.scope = scope
        self.finder = Finder(self.terms, scope)

    def place(self, document: Document) -> tuple[str, Span] | None:
        """The first place where it holds, and its words."""
        for hit in self.finder.hits(document) if self.terms else ():
            return hit.words, hit.span
        for at, part in self.scope.parts(document):
            for section in _headings(document, at) if self.sections else ():
                if any(matches(term, section.title) for term in self.sections):
                    return section.title, section.title_span
            found = next((name for name in self.fields if at == 0 and _field(document, name)), None)
            if found:
                return _words(document, part, found), title_span(document, part)
        return None

    def wanted(self) -> tuple[str, ...]:
        """What it asks for: words in quotation marks, and keys of fields."""
        return (*(f"“{shown(term)}”" for term in (*self.terms, *self.sections)), *self.fields)


def _words(document: Document, part: Part, field: str) -> str:
    return title_of(document, part) if field == "title" else FIELDS[field].zh


def body_registry(node: Node, scope: Scope) -> Runner:
    """Each body in a list of bodies that is neither in the registry of the check nor in that of the office."""
    from linter.facts.bodies import body_lists, known_names

    bodies, shorts = node.get("bodies"), node.get("abbreviations")
    listed = set(bodies.words() if bodies else ()) | {short for short, _ in (shorts.pairs() if shorts else ())}

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        known = document.read(known_names)
        office = document.office
        registered = {known.key(name) for name in (*listed, *office.bodies, *office.abbreviations)}
        inside = covering(part.span for _at, part in scope.parts(document))
        for row in document.read(body_lists):
            for member in row.members:
                if inside(member.span.start) and member.certain and member.key not in registered:
                    yield Finding(member.span, {"words": member.text})

    return run
