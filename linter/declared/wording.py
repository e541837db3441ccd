"""Verbs over words: forbid-term, replace-term, rewrite, at-most, consistent."""

from collections.abc import Iterator, Mapping
from typing import Any

from linter.declared.rewrite import Passage, rewrite_of
from linter.declared.scope import Scope, ScopeUnit
from linter.declared.terms import Finder, Hit
from linter.forms.nodes import Node
from linter.kernel.check import Runner
from linter.kernel.finding import Finding, Fix, Label, mend, see
from linter.language import normalise
from linter.structure import Document

# How many characters of a text that is too long a message quotes.
_QUOTED = 20


def forbid(node: Node, scope: Scope) -> Runner:
    """Each occurrence of a term is a finding."""
    finder = Finder(node.listed(), scope)

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        for hit in finder.hits(document):
            yield Finding(hit.span, {"words": hit.words})

    return run


def replace(node: Node, scope: Scope) -> Runner:
    """Each occurrence of a word is a finding with the other word as its repair."""
    finder = Finder([Node(wrong, use.name, wrong) for wrong, use in node.pairs()], scope)
    uses = [normalise(use.text).strip() for _, use in node.pairs()]

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        for hit in finder.hits(document):
            use = uses[hit.term]
            if not _within(hit, use):
                yield Finding(hit.span, {"words": hit.words, "use": use}, fix=_repair(hit, use))

    return run


def _within(hit: Hit, use: str) -> bool:
    """Whether an occurrence is part of the right word already: 账 in 账号, where 账 is to become 账号."""
    at = use.find(hit.words)
    begin = hit.start - at
    return at >= 0 and begin >= 0 and hit.unit.text[begin : begin + len(use)] == use


def _repair(hit: Hit, use: str) -> Fix:
    return mend("unsafe", hit.span, use)


def rewrite(node: Node, scope: Scope) -> Runner:
    """Each match of a pattern is a finding, with what its groups make right as its repair."""
    finder, spec = Finder([node], scope), rewrite_of(node.written())

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        for hit in finder.hits(document) if spec.possible(document) else ():
            text = hit.unit.text
            found = spec.finding(document, hit.match, Passage(text, 0, len(text), hit.unit.span))
            if found:
                yield found

    return run


def at_most(node: Node, scope: Scope) -> Runner:
    """Texts longer than so many characters, or occurrences beyond so many in one document."""
    times, characters = node.get("times"), node.get("characters")
    if times:
        of = node.get("of")
        return _times(Finder(of.listed() if of else (), scope), times.value)
    return _characters(scope, characters.value if characters else 0)


def _characters(scope: Scope, limit: int) -> Runner:
    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        for unit in scope.units(document):
            if len(unit.text) > limit:
                yield Finding(unit.span(), _over(_quote(unit), len(unit.text), limit, "characters"))

    return run


def _times(finder: Finder, limit: int) -> Runner:
    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        hits = finder.hits(document)
        if len(hits) > limit:
            first, extra = hits[:limit], hits[limit]
            related = tuple(see(hit.span, "另一处", "another") for hit in (*first, *hits[limit + 1 :]))
            yield Finding(extra.span, _over(extra.words, len(hits), limit, "times"), related)

    return run


# What a limit is on.
COUNTED = {"characters": Label(" 字", " characters"), "times": Label(" 次", " times")}


def _over(words: str, count: int, limit: int, of: str) -> dict[str, object]:
    return {"words": words, "count": count, "limit": limit, "of": of}


def _quote(unit: ScopeUnit) -> str:
    return unit.text if len(unit.text) <= _QUOTED else unit.text[:_QUOTED] + "……"


def consistent(node: Node, scope: Scope) -> Runner:
    """Of the forms of each group only the most frequent one may occur; on a tie the first one in the document."""
    groups = [group.listed() for group in node.listed()]
    if all(len(group) == 1 for group in groups):
        groups = [node.listed()]
    finders = [Finder(group, scope) for group in groups]

    def run(document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        for finder in finders:
            yield from _mixed(finder.hits(document))

    return run


def _mixed(hits: list[Hit]) -> Iterator[Finding]:
    """One finding: the first of the minority, with the others of it and the first of the majority related."""
    forms: dict[int, list[Hit]] = {}
    for hit in hits:
        forms.setdefault(hit.term, []).append(hit)
    if len(forms) < 2:
        return
    usual = max(forms.values(), key=len)
    rare = [hit for hit in hits if hit.term != usual[0].term]
    related = [see(usual[0].span, "另一种写法", "the other form")]
    related += [see(hit.span, "又一处", "again") for hit in rare[1:]]
    args = {"words": rare[0].words, "other": usual[0].words, "count": len(usual)}
    yield Finding(rare[0].span, args, tuple(related))
