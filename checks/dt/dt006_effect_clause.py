"""施行条款：同一文件有两个不同的施行日，或“自……起施行”缺“自”字、缺“起”字。

依据 立法法第六十一条：明确规定施行日期；通行写法“自×年×月×日起施行”。
说明 印发通知说自某日起施行、所附办法又说自印发之日起施行，读者不知从哪天执行。
限度 只比较同一主语（本办法、本预案）的条款；通知不写主语时视为指所附文件；自印发之日起与成文日期同日的不报。

Summary Two effect clauses of one document that differ, or one that lacks 自 or 起.
Basis Legislation Law, article 61: an act states the day from which it is in force; the usual form is 自…起施行.
Why A letter that puts a measure in force on one day while the measure names another leaves the reader guessing.
Limits Only clauses of one subject are compared; a letter that names none speaks of what it encloses; “from the day of
issue” equals the date of the notice.
"""

from linter.facts.base import Effect, dates, effects, flow, own_words, signature_date
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, mend, needs, see
from linter.language import lazy

# A decision that amends an act has a day of its own.
_AMENDS = lazy("修改|修正|修订")
# 本细则 at the beginning of a sentence, and what follows the day.
_ACT = lazy(r"(?:^|[,;。\n ])(本(?:暂行|实施)?{ACT})$")
_FORCE = lazy(r" ?起 ?(?:正式|全面)?{FORCE}")
_NAME = 12
# The title of an act right before its clause, so many characters at most.
_TITLED = lazy(r"(?P<old>原)?《(?P<name>[^《》]+)》\(?$")
_TITLE = 60
# The subject of a clause of a letter that names none.
_ENCLOSED = ""


@check(
    code="DT006",
    name="effect-clause",
    severity="warning",
    norm="立法法 61",
    strength="usage",
    reads=(effects,),
    needs=needs("lines"),
    message={"zh": "“{words}”与另一处的施行日不同", "en": "“{words}” names another day"},
    messages={
        "since": {"zh": "“{words}”缺“起”字", "en": "“{words}” lacks 起 (from … on)"},
        "from": {"zh": "“{words}”缺“自”字", "en": "“{words}” lacks 自 (from … on)"},
    },
    examples=(
        Bad("第三十条 [[~本办法自2022年1月1日起施行]]。\n\n第三十一条 [[本办法自2022年3月1日起施行]]，有效期五年。"),
        Bad(
            "7.5 预案实施时间\n\n[[本预案自印发之日实施]]。",
            fixed="7.5 预案实施时间\n\n本预案自印发之日起实施。",
        ),
        Bad(
            "临江市人民政府\n\n关于印发临江市储备粮管理办法的通知\n\n临政发〔2021〕5号\n\n各县（区）人民政府：\n\n"
            "现将《临江市储备粮管理办法》印发给你们，[[~自2021年11月1日起施行]]。\n\n临江市人民政府\n\n2021年10月14日\n\n"
            "临江市储备粮管理办法\n\n第一条 为了加强管理，制定本办法。\n\n第二条 [[本办法自2021年12月1日起施行]]。\n"
        ),
        Bad(
            "第十九条 [[本细则2014年10月30日起施行]]，原实施细则同时废止。",
            fixed="第十九条 本细则自2014年10月30日起施行，原实施细则同时废止。",
        ),
        Good("第三十条 本办法自2022年1月1日起施行。《临江市旧办法》（自2010年1月1日施行）同时废止。"),
        Good(
            "临江市人民政府\n\n关于印发临江市停车管理办法的通知\n\n临政发〔2023〕5号\n\n各县（区）人民政府：\n\n"
            "现将《临江市停车管理办法》印发给你们，自2023年7月1日起施行。《临江市停车收费标准》自2023年9月1日起施行，"
            "原《临江市停车管理办法》（自2018年6月1日起施行）同时废止。\n\n临江市人民政府\n\n2023年6月14日\n"
        ),
        Good(
            "石城市垃圾管理办法修订对照表\n\n原条文\t修订后条文\n"
            "第三条　市容部门负责管理。\t第三条　城市管理部门负责管理。\n"
            "第二十四条　本办法自2015年3月1日起施行。\t第二十四条　本办法自2024年3月1日起施行。\n"
        ),
    ),
)
def effect_clause(document: Document, options: Options) -> Findings:
    """Yield effect clauses that differ from an earlier one of the same subject, and those without 自 or 起."""
    yield from _without_from(document)
    own = document.read(own_words)
    first: dict[str, Effect] = {}
    for effect in document.read(effects):
        if own[effect.start] != "自" and own[effect.start] != "从":
            continue
        if not effect.since and effect.subject:
            yield _without_since(document, effect)
        before = _before(document, effect, first)
        if before and _differs(document, before, effect) and not _side_by_side(document, before.span, effect.span):
            yield Finding(
                effect.span,
                {"words": _words(document, effect.span)},
                related=(see(before.span, "另一处的施行日", "the other clause"),),
            )


def _without_from(document: Document) -> Findings:
    """Clauses that name an act and the day from which it is in force, with nothing between the two."""
    own = document.read(own_words)
    for date in document.read(dates) if "起" in own else ():
        force = _FORCE.match(own, date.end) if date.full else None
        act = _ACT.search(own, max(0, date.start - _NAME), date.start) if force else None
        if force and act:
            span = document.read(flow).span(act.start(1), force.end())
            before = Span(date.span.start, date.span.start)
            fix = mend("unsafe", before, "自", "补“自”字", "add 自")
            yield Finding(span, {"words": _words(document, span)}, fix=fix, message="from")


def _without_since(document: Document, effect: Effect) -> Finding:
    behind = Span(effect.when.end, effect.when.end)
    fix = mend("unsafe", behind, "起", "补“起”字", "add 起")
    return Finding(
        effect.span,
        {"words": _words(document, effect.span)},
        fix=fix,
        message="since",
    )


def _words(document: Document, span: Span) -> str:
    return document.text.normal[span.start : span.end].replace("\n", "")


def _before(document: Document, effect: Effect, first: dict[str, Effect]) -> Effect | None:
    """The first clause on the same act: of the same subject, or of the letter that encloses it and names none."""
    unit = document.read(flow).unit_at(effect.start)
    kind = document.parts[unit.part].kind
    if effect.subject:
        letter = first.get(_ENCLOSED) if kind == "instrument" else None
        return first.setdefault(effect.subject, letter or effect)
    if (
        kind != "letter"
        or _of_another(document, effect)
        or _AMENDS.search(unit.paragraph.text)
        or _AMENDS.search(document.title)
    ):
        return None
    return first.setdefault(_ENCLOSED, effect)


def _of_another(document: Document, effect: Effect) -> bool:
    """Whether a clause stands behind the title of another act: 《收费标准》自…起施行, 原《办法》(自…起施行)同时废止."""
    named = _TITLED.search(document.read(flow).text, max(0, effect.start - _TITLE), effect.start)
    return named is not None and (bool(named["old"]) or named["name"] not in document.title)


def _side_by_side(document: Document, one: Span, other: Span) -> bool:
    """Whether two clauses stand in one row of a table: the article as it was, and as it is amended."""
    return any(
        row.span.start <= one.start and other.end <= row.span.end
        for table in document.tables
        if table.span.start <= one.start and other.end <= table.span.end
        for row in table.rows
    )


def _differs(document: Document, one: Effect, other: Effect) -> bool:
    days = [_day(document, effect) for effect in (one, other)]
    return None not in days and days[0] != days[1]


def _day(document: Document, effect: Effect) -> tuple[int, int, int] | None:
    if effect.event:
        signed = document.read(signature_date)
        return signed.key if signed else (0, 0, 0)
    return effect.date.key if effect.date else None
