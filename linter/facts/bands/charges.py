"""Who acts at a level (Ⅰ级响应由省指挥部启动; 较大事故由县级政府负责调查), and levels left to bodies of two tiers."""

from __future__ import annotations

from collections.abc import Iterator

from linter.language import ROMAN, NamedTuple, Span, lazy, lexicon
from linter.structure import Document, Paragraph, Table, fact

__all__ = ["charge_conflicts"]

_LEVEL = rf"(?P<level>(?:{ROMAN}|[一二三四])级|[红橙黄蓝]色|{{DEGREE}})"
_ACT, _VERB, _CHARGED_HEAD, _OPEN_BODY = (
    "|".join(sorted(some))
    for some in (
        lexicon.members("CHARGED_ACT"),
        lexicon.members("CHARGED_VERB"),
        lexicon.members("CHARGED_HEAD"),
        lexicon.members("OPEN_BODY"),
    )
)
_ACT = f"(?P<act>{_ACT})"
_CHARGED = lazy(
    rf"(?:^|[,;。、:() \d.]|发生){_LEVEL}(?P<noun>(?:应急)?响应|预警|[^\W\d_]{{0,4}}?{{EVENT}})(?:分别)?的?,?由"
    rf"(?P<body>[^\W\d_]{{2,16}}?)(?:{_VERB})*{_ACT}"
)
_HEAD = lazy(rf"(?P<noun>响应|预警|{{EVENT}})?{_ACT}(?:{_CHARGED_HEAD})$")
_NAME = lazy(rf"{_LEVEL}$")
# Bodies of more than one tier, or of the place that is meant, whichever it is.
_OPEN = lazy(rf"[或和与及报]|上一?级|设区的(?!市)|{_OPEN_BODY}")
_TIER = lazy("自治区|设区的市|{TIER_NAME}")
_TIERS = {word: rank for rank, words in enumerate(lexicon.scales("tier")["government"]) for word in words}


class Charge(NamedTuple):
    """A level of something, what is done at it, by which body of which tier, and where that is said."""

    level: str
    noun: str
    act: str
    body: str
    tier: int
    span: Span


class ChargeConflict(NamedTuple):
    """Two places that leave one act at one level to bodies of two tiers."""

    here: Charge
    there: Charge


@fact("charge-conflicts")
def charge_conflicts(document: Document) -> tuple[ChargeConflict, ...]:
    """The places that leave a level to another tier than the first place does, in order of place."""
    first: dict[tuple[str, str, str], Charge] = {}
    found: list[ChargeConflict] = []
    for charge in sorted(_charges(document), key=lambda one: one.span):
        known = first.setdefault((charge.level, charge.noun, charge.act), charge)
        if known.tier != charge.tier:
            found.append(ChargeConflict(charge, known))
    return tuple(found)


def _charges(document: Document) -> Iterator[Charge]:
    for paragraph in document.paragraphs:
        if "由" in paragraph.text and ("级" in paragraph.text or "色" in paragraph.text or "大" in paragraph.text):
            yield from _said(paragraph)
    for table in document.tables:
        yield from _tabled(table)


def _said(paragraph: Paragraph) -> Iterator[Charge]:
    for match in _CHARGED.finditer(paragraph.text):
        tier = _tier(match["body"])
        if tier is not None:
            span = paragraph.span(match.start("level"), match.end())
            yield Charge(match["level"], _kind(match["noun"]), match["act"], match["body"], tier, span)


def _tabled(table: Table) -> Iterator[Charge]:
    """A column of bodies beside one of levels: 响应级别 | 启动机构."""
    heads = [_HEAD.search(cell.text) for cell in table.header]
    at = next((at for at, head in enumerate(heads) if head), 0)
    head = heads[at] if at else None
    for row in table.rows if head else ():
        name = _NAME.match(row.cells[0].text.strip()) if len(row.cells) > at else None
        tier = _tier(row.cells[at].text.strip()) if name else None
        if head and name and tier is not None:
            noun = head["noun"] or table.header[0].text[:2]
            yield Charge(name["level"], _kind(noun), head["act"], row.cells[at].text.strip(), tier, row.cells[at].span)


def _kind(noun: str) -> str:
    """响应 and 应急响应 are one thing, and so are 事故 and 安全事故."""
    return noun[-2:]


def _tier(body: str) -> int | None:
    """The tier of a body by the first word for one in its name; None if it names none, or more than one body."""
    tier = _TIER.search(body)
    return _TIERS.get(tier[0]) if tier and not _OPEN.search(body) else None
