"""Parties of a case as its head declares them (申请人:…, 被申请人:…), and those that get the role of another.

Parties of a contract whose name at the end is not quite the one at its head: 丙方:…, 丙方(盖章):….
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.facts.bodies.names import OtherName, is_body
from linter.language import NamedTuple, Span, common_ends, lazy, lexicon
from linter.structure import Document, fact

__all__ = ["party_names", "party_slips"]

_DECLARED = lazy(r"(?P<role>{PARTY})(?:\([^()]{1,20}\))?:(?P<name>[\u4e00-\u9fff()]{2,40})(?=[,。;]|$)")
_ROLE = lazy(r"{PARTY}(?:\([^()]{1,20}\))?$")
# 原审被告, 一审原告, 反诉被告: a role of another proceeding.
_OTHER_CASE = lazy(r"(?:原审?|[一二再]审|[反本]诉)$")
# A proceeding before this one, told in its own roles: 仲裁中,申请人甲公司主张…,被申请人刘某辩称….
_EARLIER = lazy("仲裁|另案|该案|法院")
_LONGEST_ROLE = 28
# Who signs a contract, at its head and at its end, in a line of its own.
_SIGNER = lazy(
    r"^(?P<role>[甲乙丙丁]方|(?:采购|招标|发包|承包)[人方])(?:\([^()]{1,20}\))?: ?(?P<name>[\u4e00-\u9fff()]{5,40})$",
    re.MULTILINE,
)
# Names of two parties differ in more than half, or in a number, a rank or a direction.
_MEANT = lexicon.members("BODY_CHARACTER") - set("和与及")
# Declarations of one case follow one another; others behind so many paragraphs belong to another case.
_APART = 8


class Party(NamedTuple):
    """A party: its name, its role, and where the head says so."""

    name: str
    role: str
    span: Span
    paragraph: int


class PartySlip(NamedTuple):
    """A party named in the role of another one: the words, the role in them with its place, and the declaration."""

    words: str
    role: str
    span: Span
    declared: Party


@fact("party-slips", "处当事人身份不一", "party in another role|parties in another role")
def party_slips(document: Document) -> tuple[PartySlip, ...]:
    """The places where a party stands in the role of another party of the one case that a document is about."""
    parties = list(_declared(document))
    if len({one.role for one in parties}) < 2 or parties[-1].paragraph - parties[0].paragraph > _APART:
        return ()
    known: dict[str, Party] = {}
    for one in parties:
        if known.setdefault(one.name, one).role != one.role:
            return ()
    return _of_this_case(document, list(_slips(document, known)))


def _of_this_case(document: Document, slips: list[PartySlip]) -> tuple[PartySlip, ...]:
    """Slips but those of a paragraph that tells of another proceeding, in which several parties have changed roles."""
    starts = [paragraph.span().start for paragraph in document.paragraphs] if slips else []
    places = [bisect_right(starts, one.span.start) - 1 for one in slips]
    changed: defaultdict[int, set[str]] = defaultdict(set)
    for at, one in zip(places, slips, strict=True):
        changed[at].add(one.declared.name)
    earlier = {at for at, names in changed.items() if len(names) > 1 and _EARLIER.search(document.paragraphs[at].text)}
    return tuple(one for at, one in zip(places, slips, strict=True) if at not in earlier)


def _declared(document: Document) -> Iterator[Party]:
    for at, paragraph in enumerate(document.paragraphs):
        found = _DECLARED.match(paragraph.text)
        if found and found["name"].strip("某"):
            yield Party(found["name"], found["role"], paragraph.span(*found.span()), at)


def _slips(document: Document, known: dict[str, Party]) -> Iterator[PartySlip]:
    stream, text = document.read(flow), document.read(own_words)
    roles = {one.role for one in known.values()}
    # The longest first: 云溪市水务局第一水厂 is not 云溪市水务局.
    names = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))) + "(?![某甲乙丙丁])")
    for match in names.finditer(text):
        found = _ROLE.search(text, max(0, match.start() - _LONGEST_ROLE), match.start())
        role = found[0].partition("(")[0] if found else ""
        declared = known[match[0]]
        if not found or role == declared.role or role not in roles:
            continue
        if _OTHER_CASE.search(text, max(0, found.start() - 2), found.start()):
            continue
        span = stream.span(found.start(), found.start() + len(role))
        yield PartySlip(text[found.start() : match.end()], role, span, declared)


@fact("party-names")
def party_names(document: Document) -> tuple[OtherName, ...]:
    """The parties of a contract that one role gives two names nearly the same, the rarer first, in order of place."""
    stream = document.read(flow)
    found: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for match in _SIGNER.finditer(stream.text):
        if is_body(match["name"]):
            found[match["role"]].setdefault(match["name"], stream.span(*match.span("name")))
    text = document.read(own_words) if any(len(names) == 2 for names in found.values()) else ""
    slips: list[OtherName] = []
    for names in found.values():
        if len(names) == 2 and _are_near(*names):
            rare, usual = sorted(names, key=lambda name: (text.count(name), -names[name].start))
            slips.append(OtherName(rare, usual, (names[rare],), names[usual], text.count(usual)))
    return tuple(sorted(slips, key=lambda one: one.spans[0]))


def _are_near(one: str, other: str) -> bool:
    left, right = common_ends(one, other)
    apart = one[left : len(one) - right] + other[left : len(other) - right]
    return 2 * (left + right) > max(len(one), len(other)) and _MEANT.isdisjoint(apart)
