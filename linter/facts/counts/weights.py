"""Weights that are all of a whole: a column of a table, each row its own item (信息发布 30%, 解读回应 20%, …); the
parts that a sentence declares (由三部分构成:甲占50%,乙占30%,丙占20%); items of one list (占总成绩的30%).
"""

import re
from collections.abc import Iterator

from linter.facts.base import Flow, flow
from linter.facts.counts.counted import count_value
from linter.facts.counts.table_sums import label_of, term_of
from linter.facts.counts.terms import Term, by_one_digit, kinds, leaves_nothing, read, term_at
from linter.language import lazy
from linter.structure import Document, Paragraph, Table, fact
from linter.structure.columns import headed

__all__ = ["kind_lists", "weight_columns", "weight_lists"]

_LEAST = 3
# 分担比例 beside 中央, 省级, 市级: what each of them bears.
_BORNE_HEAD = lazy("(?:{BEARS}|分[成享])比例")
_BEARER = lazy("中央|[省市县区乡镇户]|.方")
# What is added to the whole, or taken off it.
_BESIDE = lazy("[加减扣附]")
_PERCENT = r"(?P<words>(?P<n>\d{1,3}(?:\.\d+)?)%)"
_DECLARED = lazy(
    r"(?P<parts>[两二三四五六七八\d])个?部分(?:构成|组成)[,:](?:其中[,:]?)?"
    r"(?P<rest>(?:[^\d,;:、。\n]{2,20}\d{1,3}(?:\.\d+)?%[,;、]?)+)(?=[。\n])"
)
# 权重如下:甲占40%,乙占30%,丙占30%。
_WEIGHED = lazy(
    r"(?:权重(?:分配|设置)?|(?:持股|出资|分担|分成)比例|资金(?:来源|构成))(?:如下|分别为|为|:)[,:]?"
    r"(?P<rest>(?:(?![合共总]计)[^\d,;:、。\n]{2,20}\d{1,3}(?:\.\d+)?%[,;、]?){3,})(?=[。\n]|[合共总]计(?:为)?100%)"
)
# 甲占72%,乙占25%,其他占3%: the last one is all the rest.
_SHARED_OUT = lazy(
    r"(?P<rest>(?:[^\d,;:、。\n]{2,20}占\d{1,3}(?:\.\d+)?%[,;、]){1,15}其[他它余][^\d,;:、。\n]{0,12}占\d{1,3}(?:\.\d+)?%)(?=[。;\n])"
)
# 前20%的为A等,其后30%为B等,其余50%为C等; 权重分别为35%、30%和35%
_RANKED = lazy(
    r"(?P<rest>前 ?\d{1,2}%[^\d%,。;]{1,12}(?:[,、;][^\d%,。;]{0,10}\d{1,2}%[^\d%,。;]{1,12}){1,6}"
    r"[,、;](?:其余|剩余)的?\d{1,2}%)"
)
# 成交后30日内缴纳50%,60日内缴纳其余50%; 3月底前拨付40%,6月底前拨付30%,剩余30%…
_PAID = lazy(
    r"(?P<rest>(?:拨付|支付|缴纳|兑付)(?:[^%,。;\d]{0,6})\d{1,2}%(?:[,、][^%。;]{0,20}(?:拨付|支付|缴纳|兑付)[^%,。;\d]{0,6}\d{1,2}%)*"
    r"[,、;][^%。;]{0,24}(?:其余|剩余|余下)的?\d{1,2}%)"
)
# 补助资金分三次拨付:开工后拨付40%,主体完工后拨付40%,验收合格后拨付20%。
_INSTALMENTS = lazy(
    r"分(?P<parts>[两二三四五])(?:次|批|期|个?阶段)(?:拨付|支付|缴纳|兑付)[^。%:\n]{0,6}[:,]"
    r"(?P<rest>(?:[^%。:\n\d至余剩累]{2,24}\d{1,2}%[^%。\n\d,;、]{0,8}[,;、]?){2,5})(?=[。\n])"
)
# 首期拨付60%,验收合格后付30%,质保金为15%: what is paid step by step is never more than all; 付至97% counts all that is.
_IN_STEPS = lazy(
    r"(?<![^。\n;,:])(?P<rest>(?:(?:[^%。\n\d;,至到累]{1,20},)?[^%。\n\d;,至到累]{0,20}(?:[拨支]付|付款?|缴纳|质保金)[^%。\n\d;,至到累]{0,12}\d{1,2}%"
    r"(?:[^%。\n\d;,]{0,8}|[,(][^%。\n,;至到累]{0,24})[,;](?:其中)?){1,5}"
    r"(?:[^%。\n\d;,至到累]{1,20},)?[^%。\n\d;,至到累]{0,20}(?:[拨支]付|付款?|缴纳|质保金)[^%。\n\d;,至到累]{0,12}\d{1,2}%)(?!以)"
)
_OTHER_BASE = lazy("进度|[余每类级套]|[约证押]金|其中")
# What opens the steps of one payment; 首套房首付款40%,二套房首付款70% and 统筹基金支付60%,大病保险支付50% are no steps.
_FIRST_STEP = lazy(r"[^,;%\d]{0,6}(?:首[期笔次付]|预付|签[订约]|生效)")
# 由甲方(40%)、乙方(35%)、丙方(25%)三方出资
_BORNE = lazy(
    r"由(?P<rest>(?:[^\d,;:、。()\n]{1,16}\(\d{1,2}(?:\.\d+)?%\)[、,和]?){2,8})(?!分别|各)[^,;:、。()\n%]{0,8}(?:{BEARS}|[组构]成|[分共]享)"
)
# 农业用水占58%,工业用水占22%,生活用水占20%; 非常满意(45.2%)、满意(38.6%)、一般(12.1%)、不满意(4.1%)
_KIND = r"[^\d,;:、。()\n]{2,16}(?:占比?(?:为|达)?\d{1,2}(?:\.\d+)?%|\((?:占比?)?\d{1,2}(?:\.\d+)?%\))"
_OF_KINDS = lazy(rf"(?:{_KIND}[,;、]){{2,11}}{_KIND}(?=[。\n;,])")
_LABELLED = lazy(rf"(?P<label>[^\d,;:、。()\n]{{2,16}}?)(?:占比?(?:为|达)?|\((?:占比?)?){_PERCENT}")
_SEVERAL = lazy("多选|可选|交叉|重复")
# So far around kinds is read what says that they overlap, and of what they are.
_FAR = 400
# 全市用水总量中, 全年发电量中: the kinds of what is measured by its amount.
_OF_ALL = lazy("总?[量数额]?中,(?:其中)?")
_OF_AMOUNT = lazy("[总电水热气煤油产运]量中,$")
# 三、指标权重: a heading right above says what the shares are.
_WEIGHTS_OF = lazy(r"权重[^,。;:\d\n]{0,6}\n(?:\([一二三四五六]\)|\d[.、])?$")
_NEAR, _TITLED = 6, 16
_REST = ("其他", "其它", "其余")
# 权重分别为35%、30%和35%; 由市、区、园区按50%、30%、20%的比例分享
_EACH = lazy(
    r"(?:权重(?:依次|分别)为|(?P<by>按))(?P<rest>\d{1,3}(?:\.\d+)?%(?:[、,和及]\d{1,3}(?:\.\d+)?%)+)"
    r"(?(by)的比例(?:分别)?(?:{BEARS}|[分共]享|分[成配])|(?=[。;,\n]))"
)
# 由市、区、园区按…; 对东部、中部、西部分别按… are shares of different wholes.
_BY_WHOM = lazy("由(?P<whom>[^,;。:对按%\n]{2,20})$")
_AND = lazy("[、和及与]")
# Another division of the same, which may stand beside the kinds of one.
_ELSEWHERE = lazy("出口|进口|外[送销运]")
_BY_REACH = 22
_WHOLE, _SLIP = 100 * 10**6, 15 * 10**6
_PART = lazy(rf"[^\d,;、]{{2,20}}{_PERCENT}")
_NUMBER = lazy(_PERCENT)
# 满分100分,占总成绩的30%: a share of the one mark there is.
_OF_MARK = lazy(
    rf"占(?:考核|竞赛|考试)?(?:总成绩|总分|总评|综合(?:成绩|得分))的?(?:比[例重])?(?:为|的)?{_PERCENT}(?![以-])"
)


@fact("weight-columns")
def weight_columns(document: Document) -> tuple[tuple[Term, ...], ...]:
    """The weights of each table that has one column of them, a value in every row and no row of totals."""
    found = (_weights(table) for table in document.tables)
    return tuple([terms for terms in found if terms])


def _weights(table: Table) -> tuple[Term, ...]:
    columns = headed(table, "weight") or [at for at, cell in enumerate(table.header) if _BORNE_HEAD.search(cell.text)]
    if len(columns) != 1 or len(table.rows) < _LEAST:
        return ()
    terms: list[Term] = []
    names: set[str] = set()
    for row in table.rows:
        # A name left blank or said again is a group: its weights may be a whole of their own.
        name = next((cell.text for cell in row.cells[: columns[0]] if not cell.text.isdigit()), "")
        term = term_of(row.cells[columns[0]]) if columns[0] < len(row.cells) else None
        if term is None or not name or name in names or label_of(row) or _BESIDE.match(name):
            return ()
        names.add(name)
        terms.append(term)
    if _BORNE_HEAD.search(table.header[columns[0]].text):
        # 东山县, 西山县 each have a share of their own; of 省级, 市级, 县级 each bears a part.
        bearers = {match[0] for name in names if (match := _BEARER.search(name))}
        if len(bearers) < len(names):
            return ()
    percent = "%" in table.header[columns[0]].text
    return tuple(terms) if percent or all(term.words.endswith("%") for term in terms) else ()


@fact("weight-lists")
def weight_lists(document: Document) -> tuple[tuple[Term, ...], ...]:
    """The shares of the parts that a sentence declares, as many as it says, and those of all items of one list."""
    stream = document.read(flow)
    if "%" not in stream.text:
        return ()
    lists = [_of_items(document, section.children) for section in document.sections if len(section.children) > 1]
    found = (*_declared(stream), *_shared_out(stream), *[terms for terms in lists if terms])
    return tuple({terms[-1].start: terms for terms in reversed(found)}.values())


@fact("kind-lists")
def kind_lists(document: Document) -> tuple[tuple[Term, ...], ...]:
    """The shares of kinds of one thing that exclude each other by name, where one digit makes them more than all."""
    stream = document.read(flow)
    several = [unit for unit in stream.units if unit.paragraph.text.count("%") >= _LEAST] if "%" in stream.text else ()
    matches = (match for unit in several for match in _OF_KINDS.finditer(stream.text, unit.start, unit.end + 1))
    return tuple([terms for match in matches if (terms := _of_kinds(stream, match))])


def _of_kinds(stream: Flow, match: re.Match[str]) -> tuple[Term, ...]:
    parts = list(_LABELLED.finditer(stream.text, *match.span()))
    labels = [part["label"] for part in parts]
    common = max(sum(one[-1] == other[-1] for one in labels) for other in labels)
    terms = tuple([_term(part, stream) for part in parts])
    over = sum(term.value for term in terms) - _WHOLE
    measured = _OF_AMOUNT.search(stream.text, max(0, match.start() - _NEAR), match.start())
    if (
        common < len(labels) - 1
        or not (measured or kinds(labels))
        or not sum(term.last for term in terms) // 2 < over <= _SLIP
        or (
            measured and (over == terms[-1].value or any(map(_ELSEWHERE.search, labels)))
        )  # 陆上占60%,海上占40%,出口占10%: another division
    ):
        return ()
    unit, text = stream.unit_at(match.start()), stream.text
    begin, end = max(unit.start, match.start() - _FAR), min(unit.end, match.end() + _FAR)
    if _SEVERAL.search(text, begin, end) or not _part_a_whole(labels, text[begin : match.start()]):
        return ()
    return terms if any(by_one_digit(term, -over) for term in terms) else ()


def _part_a_whole(labels: list[str], before: str) -> bool:
    """Whether kinds are all of a whole: one is the rest, or the negation of another, or all bear the name of it.

    教育问题, 医疗问题 and 就业问题 may be those of one letter; 农业用水, 工业用水 and 居民用水 of 全市用水 are not.
    """
    if (
        leaves_nothing(labels)
        or any(one.startswith(_REST) for one in labels)
        or any("不" + one in labels for one in labels)
    ):
        return True
    shared = min(map(len, labels))
    while shared and len({one[-shared:] for one in labels}) > 1:
        shared -= 1
    whole = before[max(before.rfind(mark) for mark in "。;\n") + 1 :]
    named = shared > 1 and (at := whole.rfind(labels[0][-shared:])) >= 0 and _OF_ALL.fullmatch(whole, at + shared)
    return bool(named or _OF_AMOUNT.search(whole)) and not any("的" in one for one in labels)


def _declared(stream: Flow) -> Iterator[tuple[Term, ...]]:
    for sign, pattern in (("部分", _DECLARED), ("分", _INSTALMENTS)):
        for match in pattern.finditer(stream.text) if sign in stream.text else ():
            parts = list(_PART.finditer(stream.text, *match.span("rest")))
            if len(parts) == count_value(match["parts"]):
                yield tuple([_term(part, stream) for part in parts])


def _shared_out(stream: Flow) -> Iterator[tuple[Term, ...]]:
    """Weights that a sentence lists, and shares of which the last is the rest, where rounding does not explain them."""
    weighed, shared = ((_WEIGHED, _PART), (_EACH, _NUMBER)), ((_SHARED_OUT, _PART),)
    for sign, some in (
        ("", weighed),
        ("占", shared),
        ("前", ((_RANKED, _NUMBER),)),
        ("余", ((_PAID, _NUMBER),)),
        ("由", ((_BORNE, _NUMBER),)),
    ):
        for pattern, part_of in some if sign in stream.text else ():
            for match in pattern.finditer(stream.text):
                begin = match.start()
                terms = tuple([_term(part, stream) for part in part_of.finditer(stream.text, *match.span("rest"))])
                by = _BY_WHOM.search(stream.text, max(0, begin - _BY_REACH), begin) if match[0][0] == "按" else None
                if match[0][0] == "按" and (by is None or len(_AND.split(by["whom"])) != len(terms)):
                    continue
                over = sum(term.value for term in terms) - _WHOLE
                if over == terms[-1].value and _BESIDE.search(stream.text, terms[-2].end, terms[-1].start):
                    continue  # 另设加分10%
                if _SLIP >= abs(over) > sum(term.last for term in terms) // 2:
                    yield terms
    yield from _parted(stream)


def _parted(stream: Flow) -> Iterator[tuple[Term, ...]]:
    """Shares below a heading that calls them weights, and what is paid in steps, where that is more than all."""
    for match in _OF_KINDS.finditer(stream.text) if "权重" in stream.text else ():
        terms = tuple([_term(part, stream) for part in _LABELLED.finditer(stream.text, *match.span())])
        titled = _WEIGHTS_OF.search(stream.text, max(0, match.start() - _TITLED), match.start())
        if titled and _SLIP >= abs(sum(term.value for term in terms) - _WHOLE) > sum(term.last for term in terms) // 2:
            yield terms
    for match in _IN_STEPS.finditer(stream.text) if "付" in stream.text else ():
        terms = tuple([_term(part, stream) for part in _NUMBER.finditer(stream.text, *match.span("rest"))])
        over = sum(term.value for term in terms) - _WHOLE
        # 到货付70%,质保金5%: kept back of what is paid.
        steps = _FIRST_STEP.match(match["rest"]) and over != terms[-1].value
        if steps and 0 < over <= _SLIP and not _OTHER_BASE.search(match[0]):
            yield terms


def _of_items(document: Document, children: tuple[int, ...]) -> tuple[Term, ...]:
    """The share of the mark that each of some items names once; none if one names none."""
    terms: list[Term] = []
    for heading in (document.sections[one].heading for one in children):
        matches = list(_OF_MARK.finditer(heading.text)) if "%" in heading.text else []
        if len(matches) != 1:
            return ()
        terms.append(_term(matches[0], heading))
    return tuple(terms)


def _term(match: re.Match[str], where: Flow | Paragraph) -> Term:
    return term_at(where, read(match["n"]) or (0, 0, 1), *match.span("words"))
