"""Every certain mention of a body in lists, rosters and table cells, and which forms of a name are suspect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.facts.bodies.abbreviations import prose_names
from linter.facts.bodies.mirrors import mirrors
from linter.facts.bodies.names import TRADE, Home, is_body, issuer_home, key, parts
from linter.facts.bodies.rosters import listed
from linter.language import NamedTuple, SingleEdit, Span, edit, lazy, lexicon, near_pairs, quick, subsequence
from linter.language.likeness import alike
from linter.language.short_names import FORMER
from linter.structure import Document, Issue, fact

__all__ = ["name_variants"]

# Characters that set lawful names apart: all and each, numbers, directions, levels; and joints that short forms drop.
_ORDINAL = lexicon.members("APART_CHARACTER")
_LEVELS = lexicon.members("LEVEL_CHARACTER")
_JOINTS = frozenset("和与及总")
# What no name holds stands between two bodies: 新区以及各开发区管委会.
_TWO = lazy("以及|[及和与]各")
# A trade this long is told from another by more than one character.
_LONG_TRADE = 4
# A form that stands once, in running text, is judged by one that is written so often.
_SURE = 2
# Members of one list stand so near each other, in characters.
_BESIDE = 60
# More names than these that two lists do not share are no slips.
_FEW = 4


class BodyMention(NamedTuple):
    """A name as written, and its raw span."""

    name: str
    span: Span


class BodyVariant(NamedTuple):
    """A rare form of a name beside the usual one."""

    name: str
    usual: str
    mentions: tuple[BodyMention, ...]
    model: BodyMention


@fact("body-mentions")
def body_mentions(document: Document) -> tuple[BodyMention, ...]:
    """The names of bodies in lists, rosters and table cells, in order of place."""
    found: dict[int, BodyMention] = {}
    for member in listed(document):
        if member.certain and is_body(member.text):
            found[member.span.start] = quick(BodyMention, (_joined(member.text), member.span))
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    if is_body(paragraph.text):
                        mention = quick(BodyMention, (_joined(paragraph.text), paragraph.span()))
                        found.setdefault(mention.span.start, mention)
    return tuple([found[start] for start in sorted(found)])


def _joined(name: str) -> str:
    """A narrow cell breaks a name; its spaces are layout."""
    return name.replace(" ", "")


class _Forms:
    """The forms of names in an issue: where each stands in lists and tables, and how often it is written anywhere."""

    def __init__(self, issue: Issue) -> None:
        self.where = Home()
        self.places: dict[str, list[BodyMention]] = {}
        self.counts: Counter[str] = Counter()
        self.models: dict[str, BodyMention] = {}
        for document in issue.documents:
            self.where = self.where if self.where.place else document.read(issuer_home)
            starts = set()
            for mention in document.read(body_mentions):
                starts.add(mention.span.start)
                self.places.setdefault(mention.name, []).append(mention)
                self.counts[mention.name] += 1
                self.models.setdefault(mention.name, mention)
            for other in document.read(prose_names):
                if other.paragraph.source(other.start) not in starts:
                    self.counts[other.name] += 1
                    if other.name not in self.models:
                        self.models[other.name] = BodyMention(other.name, other.span)

    def rarer(self, rare: str, usual: str) -> bool:
        """Whether one form is clearly rarer than the other, and stands where it can be judged."""
        once = self.counts[rare] == 1 and usual in self.places and self.counts[usual] >= _SURE
        return (rare in self.places or once) and self.counts[usual] >= 2 * self.counts[rare]

    def mentions(self, name: str) -> tuple[BodyMention, ...]:
        """Where a name stands in lists and tables, else its first place in running text."""
        return tuple(self.places.get(name) or [self.models[name]])


@fact("name-variants")
def name_variants(issue: Issue) -> tuple[BodyVariant, ...]:
    """Rare forms of names in lists and tables of an issue that are no lawful short form of the usual one."""
    forms = _Forms(issue)
    declared = {name for document in issue.documents for name in document.office.bodies}
    declared |= {name for document in issue.documents for name in document.office.abbreviations}
    found: dict[str, BodyVariant] = {}
    pairs = (*_one_apart(forms), *_odd_shorts(forms), *_doubled_place(forms), *_mirrored(issue, forms))
    for rare, usual in pairs:
        if rare not in declared:
            found.setdefault(rare, BodyVariant(rare, usual, forms.mentions(rare), forms.models[usual]))
    return tuple(sorted(found.values(), key=lambda one: one.mentions[0].span))


def _one_apart(forms: _Forms) -> Iterator[tuple[str, str]]:
    for one, other in near_pairs(forms.counts):
        rare, usual = sorted((one, other), key=forms.counts.__getitem__)
        if forms.rarer(rare, usual) and key(rare, forms.where) != key(usual, forms.where):
            difference = edit(rare, usual)
            if (
                difference
                and suspect(rare, usual, difference, forms.where)
                and not _listed(forms, rare, usual, difference)
            ):
                yield rare, usual


def _listed(forms: _Forms, rare: str, usual: str, difference: SingleEdit) -> bool:
    """Whether one list names both bodies, which differ in a character that is no like one: 东屏海事局、东屏海警局."""
    _, old, new = difference
    if not old or not new or alike(old, new):
        return False
    ones, others = forms.places.get(rare, ()), forms.places.get(usual, ())
    return any(abs(one.span.start - other.span.start) <= _BESIDE for one in ones for other in others)


def suspect(rare: str, usual: str, difference: SingleEdit, where: Home) -> bool:
    """Whether the one edit between two names is a slip rather than what sets two bodies apart."""
    at, old, new = difference
    changed = {old, new} - {""}
    # A character in front sets names apart (市教育局, 教育局), unless it is none of a level and got lost.
    front = at == 0 and (bool(old) or usual[0] in _LEVELS or len(usual) <= _LONG_TRADE + 2)
    joined = _TWO.search(rare) or (changed & _JOINTS and not (old and new))
    if front or joined or at >= len(usual) - 1 or changed & _ORDINAL:
        return False
    if changed & _LEVELS:
        # 晋城市高速公路分公司 beside 晋城高速公路分公司: the issuer's own place with and without its level.
        return bool(where.short) and rare[:at] == where.short
    if any(character in _LEVELS for character in usual[at + 1 : 5]):
        # Within the name of a place: 沁水县, 沁源县.
        return False
    trades = (parts(rare, where)[1], parts(usual, where)[1])
    if trades[0] in TRADE:
        return False
    if min(map(len, trades)) < _LONG_TRADE:
        # 市民正局 beside 市民政局: no trade, and a character that sounds or looks like that of one.
        return trades[1] in TRADE and bool(old and new) and alike(old, new)
    return not (old and new and usual.endswith(("公司", "集团")))


def _odd_shorts(forms: _Forms) -> Iterator[tuple[str, str]]:
    """Short forms nobody uses, of a standing trade that is named properly more often: 市市场局, 市市场监管局."""
    usual: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    odd: list[tuple[str, str, tuple[str, str, str]]] = []
    for name in forms.counts:
        level, trade, kind = parts(name, forms.where)
        slot = (level, trade[:1], kind)
        if trade in TRADE and (trade, kind) not in FORMER:
            usual.setdefault(slot, {}).setdefault(TRADE[trade], []).append(name)
        elif len(trade) >= 2:
            odd.append((name, trade, slot))
    for name, trade, slot in odd:
        for full, names in usual.get(slot, {}).items():
            most = max(names, key=forms.counts.__getitem__)
            if len(trade) < len(full) and subsequence(trade, full) and forms.rarer(name, most):
                yield name, most


def _mirrored(issue: Issue, forms: _Forms) -> Iterator[tuple[str, str]]:
    """A name one character off that of a standing trade, where two lists mirror each other: 市应急管局, 市应急局."""
    for document in issue.documents:
        for mirror in document.read(mirrors):
            members, entries = mirror.members.members, mirror.roster.members
            known = {one.key for one in members} & {one.key for one in entries}
            left = [_joined(one.text) for one in members if one.key not in known]
            right = [_joined(one.text) for one in entries if one.key not in known]
            for one, other in ((one, other) for one in left[:_FEW] for other in right[:_FEW]):
                standing = [parts(name, forms.where)[1] in TRADE for name in (one, other)]
                if edit(one, other) and sum(standing) == 1:
                    rare, usual = (other, one) if standing[0] else (one, other)
                    if rare in forms.places and usual in forms.models:
                        yield rare, usual


def _doubled_place(forms: _Forms) -> Iterator[tuple[str, str]]:
    """The issuer's place typed into a like name: 晋城控股晋城公司 beside 晋能控股晋城事业部."""
    place = forms.where.short
    if not place:
        return
    rests: dict[str, str] = {}
    for name in forms.places:
        head = name[: name.rfind(place) + len(place)] if name.count(place) == 1 else ""
        if len(head) > 2 * len(place):
            rests.setdefault(head[len(place) :], name)
    for name in forms.places:
        if name.startswith(place) and name.count(place) == 2:
            head = name[: name.rfind(place) + len(place)]
            model = rests.get(head[len(place) :])
            if model and edit(head, model[: len(head)]):
                yield name, model
