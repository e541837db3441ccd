"""Names of bodies (organs, offices, companies): what is one, and which two names mean the same body.

A name is level (市), trade (发展和改革) and kind (委员会). Its key is the same for its full name and its conventional
short forms, so that equal keys are one lookup; ``alike`` is wider and serves to be silent, never to accuse.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.facts.base import Flow
from linter.language import NamedTuple, Span, common_length, lazy, lexicon, remembered, subsequence
from linter.language.lexicon import rows
from linter.language.short_names import NATIONAL, TRADES, WHOLES
from linter.structure import Document, fact

__all__ = ["NAME_ENDS", "OtherName", "alike", "is_body", "issuer_home"]

# How names of bodies end; single characters are so productive that words that end in one and are none follow.
_ENDINGS = tuple(lexicon.words("BODY_END"))
_OTHER = tuple([first + last for last, before in rows("other_ends.tsv") for first in before])
_LONGEST = 40
_GENERIC = lexicon.words("GENERIC_BODY")
NAME_ENDS = frozenset(ending[-1] for ending in _ENDINGS)
_LEVEL = lazy(r"{STATE}|自治[区州]|[省市县区州盟旗](?=..)")
_STATE_OFFICE = lazy(r"(?:人民)?政府(?=.{2,}$)(?!办公[室厅]|办$)")
_YOUTH = lazy(r"共青团.*?([省市县区州盟旗])?委(?:员会)?$")
_COMPANY = lazy(r"(?:集团)?(?:股份)?有限(?:责任)?公司$|集团公司$")
_KINDS = rows("body_kinds.tsv")
_AREA = r"(.{1,10}?(?:自治[州县区旗]|[省市县区州盟旗]))"
# An issuer is named from above: 山西省晋城市人民政府; a title begins with its place and goes on with other words.
_ISSUER = lazy(rf"(?:.*(?:省|自治区|市|州))?{_AREA}(?=人民|政府|委|[^省市县区州盟旗])")
_TITLE = lazy(rf"(?:.{{2,8}}(?:省|自治区))?{_AREA}(?=[^省市县区州盟旗])")


class Home(NamedTuple):
    """The place whose organ issues a document: 晋城市, 晋城, 市; all empty if it says none."""

    place: str = ""
    short: str = ""
    level: str = ""


NOWHERE = Home()


@fact("issuer-home")
def issuer_home(document: Document) -> Home:
    """The issuer's own place, from the issuer, else from the title."""
    for pattern, words in ((_ISSUER, document.head.issuer), (_TITLE, document.title)):
        match = pattern.match(words)
        if match and "国务院" not in match[1]:
            place = match[1]
            level = next(
                (level for level in ("自治区", "自治州", "自治县", "自治旗") if place.endswith(level)), place[-1]
            )
            return Home(place, place[: -len(level)], level)
    return Home()


def is_body(word: str) -> bool:
    """Whether a word by itself is the name of a body, told by its ending."""
    return 2 < len(word) <= _LONGEST and word[-1] in NAME_ENDS and _ends_as_body(word)


@remembered(1 << 13)
def _ends_as_body(word: str) -> bool:
    return word.endswith(_ENDINGS) and "的" not in word and word not in _GENERIC and not word.endswith(_OTHER)


def _aliases(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    aliases = {full: full for full in table}
    for full, shorts in table.items():
        for short in shorts:
            aliases.setdefault(short, full)
    return aliases


TRADE = _aliases(TRADES)
_WHOLE = _aliases(WHOLES)
NATIONAL_NAMES = _aliases(NATIONAL)


@remembered(1 << 13)
def parts(name: str, where: Home = NOWHERE) -> tuple[str, str, str]:
    """Level, trade and kind of a name: 市, 卫健, 委. What it lacks is empty; the trade of a whole name is all of it."""
    level, rest = _level(name, where)
    for kind, short in _KINDS:
        if rest.endswith(kind) and len(rest) > len(kind):
            return level, rest[: -len(kind)], short
    return level, rest, ""


def _level(name: str, where: Home) -> tuple[str, str]:
    """The level of a name, and the rest without 政府 before an office of it (市政府外事办)."""
    if where.place and name.startswith(where.place) and len(name) > len(where.place) + 1:
        name = where.level + name[len(where.place) :]
    match = _LEVEL.match(name)
    level = match[0] if match else ""
    return level, _STATE_OFFICE.sub("", name[len(level) :], count=1)


@remembered(1 << 15)
def key(name: str, where: Home = NOWHERE) -> str:
    """One key for a body's full name and its conventional short forms, in documents of ``where``."""
    if name in NATIONAL_NAMES:
        return NATIONAL_NAMES[name]
    youth = _YOUTH.match(name)
    if youth:
        return f"团{youth[1] or where.level}委"
    level, rest = _level(name, where)
    if rest in _WHOLE:
        return level + _WHOLE[rest]
    _, trade, kind = parts(name, where)
    head = "委" if kind and trade.startswith("委") and len(trade) > 1 else ""
    trade = trade[len(head) :]
    trade = TRADE.get(trade) or _COMPANY.sub("公司", trade.replace("和", "").replace("与", ""))
    return level + head + trade + kind


def completed(head: str, full: str) -> str:
    """What ``head`` means where companies share the tail of ``full``: 中国联通、中国移动晋城分公司; else nothing."""
    branch = full.endswith(("公司", "分行", "支行", "集团")) and not full.startswith(head)
    shares = branch and head[:2] == full[:2] and len(full) >= len(head) + 3
    return head + full[len(head) :] if shares and is_body(full) and not is_body(head) else ""


def alike(one: str, other: str) -> bool:
    """Whether two names may well mean one body: a shortened or slightly different form. Wide on purpose.

    Two trades that are both known (应急管理, 城市管理) are never alike, however near their words are.
    """
    if one == other:
        return True
    (level, trade, kind), (level2, trade2, kind2) = parts(one), parts(other)
    if level and level2 and level != level2:
        return False
    if trade in TRADE and trade2 in TRADE:
        return TRADE[trade] == TRADE[trade2]
    short, long = sorted((trade + kind, trade2 + kind2), key=len)
    if len(short) < 2 or short[-1] != long[-1]:
        return False
    if subsequence(short, long):
        return True
    short, long = sorted((trade, trade2), key=len)
    return len(short) >= 4 and common_length(short, long) * 10 >= len(short) * 6


class OtherName(NamedTuple):
    """The rarer name of a body with its places, the usual one with one of its own, and how often that stands.

    ``listed``: the usual one is on a list of members or of duties, which the rarer one is not on.
    """

    rare: str
    usual: str
    spans: tuple[Span, ...]
    model: Span
    times: int
    listed: bool = False


def other_name(stream: Flow, pair: tuple[str, str], ends: Sequence[int], model: int, times: int) -> OtherName:
    """A rarer and a usual name by where they end in the running text."""
    rare, usual = pair
    spans = tuple([stream.span(end - len(rare), end) for end in ends])
    return OtherName(rare, usual, spans, stream.span(model - len(usual), model), times)
