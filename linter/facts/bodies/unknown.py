"""Bodies that do not exist: told by the registry of standing bodies, and by the one an office keeps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from linter.facts.bodies.abbreviations import prose_names, running_text
from linter.facts.bodies.lists import known_names
from linter.facts.bodies.names import NATIONAL_NAMES, TRADE, is_body, parts
from linter.facts.bodies.variants import body_mentions
from linter.language import NamedTuple, Span, finds, lazy, one_apart
from linter.structure import Document, fact

__all__ = ["unknown_bodies"]

# Trades whose departments are called …局, …委, …部 at every level since 国发〔2018〕6号, never …管理局. Departments of
# development zones (…区) go by names of their own.
_MANAGED = lazy(r"(?<!区)({NOT_MANAGED})管理([局厅部委])(?!\w{0,2}条例)")


# Shorter names of an office are a character off too many words.
_LEAST = 5


class Unknown(NamedTuple):
    """A body that does not exist, where it stands, and what is likely meant (may be empty).

    ``origin`` is where the office's own list has what is likely meant (gazette-lint.yaml:3).
    """

    name: str
    span: Span
    likely: str
    origin: str = ""


@fact("unknown-bodies")
def unknown_bodies(document: Document) -> tuple[Unknown, ...]:
    """Names of bodies that neither the state nor the office has, in order."""
    found = [*_national(document), *_managed(document), *_office(document)]
    return tuple(sorted(found, key=lambda one: one.span))


def _national(document: Document) -> Iterator[Unknown]:
    """国务院 or 国家 before a name that does not take it: 国务院卫健委, 国家卫生健康局."""
    for mention in document.read(prose_names):
        name = mention.name
        prefix = next((word for word in ("国务院", "国家") if name.startswith(word)), "")
        if not prefix or name in NATIONAL_NAMES:
            continue
        rest = name[len(prefix) :]
        if prefix == "国务院" and ("国家" + rest in NATIONAL_NAMES or rest in NATIONAL_NAMES):
            yield Unknown(name, mention.span, "国家" + rest if "国家" + rest in NATIONAL_NAMES else rest)
        elif prefix == "国家":
            likely = _other_kind(name)
            if likely:
                yield Unknown(name, mention.span, likely)


def _other_kind(name: str) -> str:
    """The national body of the same trade and another kind: 国家卫生健康委员会 for 国家卫生健康局."""
    _, trade, kind = parts(name)
    if trade not in TRADE or not kind:
        return ""
    for full in NATIONAL_NAMES:
        level, other, its_kind = parts(full)
        if level == "国家" and other in TRADE and TRADE[other] == TRADE[trade]:
            return "" if its_kind == kind else NATIONAL_NAMES[full]
    return ""


def _managed(document: Document) -> Iterator[Unknown]:
    text, starts = document.read(running_text)
    for match in _MANAGED.finditer(text) if "管理" in text else ():
        index = bisect_right(starts, match.start()) - 1
        start = match.start() - starts[index]
        span = document.paragraphs[index].span(start, start + len(match[0]))
        yield Unknown(match[0], span, match[1] + match[2])


def _office(document: Document) -> Iterator[Unknown]:
    """Names a character off one that the office registers; if its list is complete, all others of its level, too."""
    office = document.office
    if not office.bodies:
        return
    slips = {one.span: one for one in _slips(document)}
    yield from slips.values()
    if not office.complete:
        return
    known = document.read(known_names)
    keys = {known.key(name) for name in office.bodies | set(office.abbreviations) | set(office.abbreviations.values())}
    level = known.where.level
    for mention in document.read(body_mentions):
        own = level and parts(mention.name, known.where)[0] == level
        lacks = is_body(mention.name) and mention.name[-1] in "局委" and known.key(mention.name) not in keys
        if own and lacks and mention.span not in slips:
            near = next(
                (name for name in sorted(office.bodies) if one_apart(known.key(mention.name), known.key(name))), ""
            )
            yield Unknown(mention.name, mention.span, near, office.origins.get(near, ""))


def _slips(document: Document) -> Iterator[Unknown]:
    """Names with one wrong character: half of a registered name stands there, and no trade makes the whole a name."""
    text, starts = document.read(running_text)
    for name in sorted(document.office.bodies):
        if len(name) < _LEAST:
            continue
        for start in sorted(_places(text, name)):
            words = text[start : start + len(name)]
            if words[-1:] != name[-1] or not one_apart(words, name) or _plausible(words):
                continue
            index = bisect_right(starts, start) - 1
            at = start - starts[index]
            if at + len(name) <= len(document.paragraphs[index]):
                span = document.paragraphs[index].span(at, at + len(name))
                yield Unknown(words, span, name, document.office.origins.get(name, ""))


def _places(text: str, name: str) -> set[int]:
    """Where a name would begin if one of its halves stands there."""
    half = len(name) // 2
    found: set[int] = set()
    for words, before in ((name[:half], 0), (name[half:], half)):
        found.update(max(0, at - before) for at in finds(text, words))
    return found


def _plausible(words: str) -> bool:
    """Whether a body may be called so: a trade stands before its last character."""
    return any(words[at:-1] in TRADE for at in range(len(words) - 1))
