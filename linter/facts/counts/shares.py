"""Rates and shares that follow from counts in the same sentence: 发现800处,已整改720处,整改率90%; 62.5%,比上年的60.1%
提高2.4个百分点; 共120亿元,其中出口84亿元,占70%.

As all figures, they are read as printed: each may be off by half a unit of its last place.

A figure, by how much it rose or fell, and the rate: 1200万元,比上年增收200万元,增长20%; the rate may stand before
the change (增长20%,增收200万元), or the earlier figure for the later (比上年1000万元增加200万元,增长20%).

Product is compared at constant prices, and what is made comparable (同口径) rests on a base that is not printed;
neither is read.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from linter.facts.base import Flow, flow
from linter.facts.counts.increments import increments
from linter.facts.counts.payments import of_amount
from linter.facts.counts.rates import Derived
from linter.facts.counts.sectors import sector_shares
from linter.facts.counts.sums import sums
from linter.facts.counts.terms import UNIT, Sum, begin_of, plain, read, share_slack
from linter.language import ARABIC, lazy
from linter.structure import Document, fact

__all__ = ["derived_shares"]

_TERM = "(?:个?工作日|个?[月天日年]|分钟|小时)"
# 鉴定率100%(应鉴定1100栋): a bracket behind a rate may say of what it is.
_PERCENT = (
    r"(?P<c>\d{1,3}(?:\.\d{1,2})?)%(?![点]|[至—~-]|以|\((?:[应按含]|不含|剔除|[^()\d]{1,4}\d[\d.]* ?[^\d%()]{1,3}\)))"
)
_PLAIN = r"\d{1,3}(?:\.\d{1,2})?"
# 发现问题800处,已整改720处,整改率90%: the rate is named after what was done to so many.
_DONE = lazy(
    # Of 新收案件 and old ones together so many are done; 由142个精简到108个 is what is left when they are.
    r"(?<!新[收受].{2})(?<!新[收受].{4})"
    rf"(?<![.\d至])(?<![^达]到)(?P<a>{ARABIC}) ?(?P<u>{UNIT})[^,。;:()\n\d]{{0,8}},(?:其中)?(?:目前)?"
    rf"(?:已|现已|均已|实际|经[^,。;:()\n\d]{{2,6}}?)?(?P<verb>[^\W\d_]{{2,4}}?)(?:了)? ?(?P<b>{ARABIC}) ?(?P=u)次?"
    rf"(?:,[不未](?P=verb)的? ?{ARABIC} ?(?P=u)次?)?,(?P=verb)率(?:为|达到?)?{_PERCENT}"
)
# 受理案件620件,审结589件,结案率95%; 发放问卷500份,收回有效问卷460份,有效回收率92%: what was done names the rate.
_DEALT = lazy(
    rf"(?:[发投]放|受理|接[待报诊])[^,。;:()\n\d]{{0,8}}(?<![.\d])(?P<a>{ARABIC}) ?(?P<u>{UNIT}),(?:已|实际)?"
    rf"(?P<verb>[^,。;:()\n\d]{{2,3}})[^,。;:()\n\d]{{0,6}}(?<![.\d])(?P<b>{ARABIC}) ?(?P=u),"
    rf"[^,。;:()\n\d]{{0,4}}(?P<name>[^,。;:()\n\d]{{2}})率(?:为|达到?)?{_PERCENT}"
)
# 预算安排2400万元,实际支出2280万元,执行率为95%: what was spent of what was to be.
_SPENT = lazy(
    rf"(?:预算|计划|安排|下达)[^,。;:()\n\d]{{0,8}}(?<![.\d])(?P<a>{ARABIC}) ?(?P<u>{UNIT}),(?:实际|累计|已)?"
    rf"(?P<verb>支出|执行|使用|拨付)[^,。;:()\n\d]{{0,4}}(?P<b>{ARABIC}) ?(?P=u),"
    rf"(?:预算|资金)?(?:执行|(?P=verb))率(?:为|达到?)?{_PERCENT}"
)
# So many points away a share may be a slip of the one that is right.
_HUNDRED, _NEAR_SHARE = 100 * 10**6, 10 * 10**6
# 农户6.5万户,已改厕5.2万户,占总户数的80%
_OUT_OF = lazy(
    rf"(?<![.\d])(?P<a>{ARABIC}) ?(?P<u>{UNIT}),(?:其中)?[^,。;:()\n\d]{{1,10}}(?P<b>{ARABIC}) ?(?P=u),"
    rf"占(?:总(?:[数量额]|[^,。;:()\n\d]{{1,2}}[数量额])|全部)的?(?:比重|比例)?(?:为|达)?{_PERCENT}"
)
# 62.5%,比2020年的60.1%提高2.4个百分点; 由60.1%提高到62.5%,提高2.4个百分点
_POINTS = (
    lazy(
        rf"(?<![.\d])(?P<b>{_PLAIN})%,[比较][^,。;:\n%]{{0,12}}?(?<![.\d])(?P<a>{_PLAIN})%"
        rf"(?P<way>{{RISES}}|{{FALLS}})了?(?P<c>{_PLAIN})个?百分点"
    ),
    lazy(
        rf"[由从](?:[^,。;:\n%]{{0,16}}?)(?<![.\d])(?P<a>{_PLAIN})%(?P<way>{{RISES}}|{{FALLS}})[到至为](?P<b>{_PLAIN})%,"
        rf"(?:共|累计)?(?:{{RISES}}|{{FALLS}})了?(?P<c>{_PLAIN})个?百分点"
    ),
)
_FALLS = lazy("{FALLS}")
# 由720元提高到760元,每人每月提高40元; 由2020年的40万辆增加到2023年的52万辆,净增12万辆
_IN_YEAR = r"(?:(?:19|20)\d\d年[初末底]?的?)?"
_STEP = lazy(
    rf"[由从](?P<from>[^,。;:\n\d]{{0,16}}){_IN_YEAR}(?P<a>{ARABIC}) ?(?P<u>{_TERM}|{UNIT})[^,。;:\n\d]{{0,4}}"
    rf"(?P<way>{{RISES}}|{{FALLS}}|延长|调整)(?:[到至为]|(?<=至))(?:每[^,。;:\n\d]{{1,6}})?{_IN_YEAR}"
    rf"(?P<b>{ARABIC}) ?(?P=u)[^,。;:\n\d]{{0,4}},(?P<each>[^,。;:\n\d]{{0,8}}?)(?P<by>(?P=way)|{{RISES}}|{{FALLS}}|增)"
    rf"了?(?P<c>{ARABIC}) ?(?P=u)(?![/%·])"
)
_SO_MUCH = frozenset({"", "共", "累计", "净"})
# 预算收入24.6亿元,增长4.2%,其中税收收入16.9亿元,占预算收入的比重为68.7%: one part, whose base is named.
_CHANGED = r"(?:,(?:比上年|同比)?(?:{RISES}|{FALLS})\d{1,3}(?:\.\d{1,2})?%)?"
_ONE = lazy(
    rf"(?<![.\d])(?P<a>{ARABIC}) ?(?P<u>{UNIT}){_CHANGED},其中[:,]?[^,。;:\n\d]{{2,16}}"
    rf"(?P<b>{ARABIC}) ?(?P=u){_CHANGED},占(?P<base>[^,。;:()\n\d]{{2,14}}?)的?(?:比重|比例)?(?:为|达)?{_PERCENT}"
)
# 应到280名,实到252名,出席率90%; 计划造林5000亩,实际完成5250亩,完成率105%: of those who should so many did.
_SHOULD = lazy(
    rf"(?:应(?P<verb>[^\W\d_])|计划|任务|目标)[^,。;:()\n\d]{{0,8}}(?P<a>{ARABIC}) ?(?P<u>{UNIT}),"
    rf"(?(verb)实(?:际)?(?P=verb)|(?:实际|已)完成)[^,。;:()\n\d]{{0,8}}(?P<b>{ARABIC}) ?(?:{UNIT})?,"
    rf"[^,。;:()\n\d]{{2,6}}率(?:为|达到?)?{_PERCENT}"
)
# 120人,其中合格60人,占50%: of the one number before it.
_AMONG = lazy(
    rf"(?<![.\d])(?P<a>{ARABIC}) ?(?P<u>{UNIT}),其中:?[^,。;:()\n\d]{{1,12}}(?P<b>{ARABIC}) ?(?P=u),"
    rf"(?:(?:约)?占(?:总[数量额]|总人[数口]|全部|其)?的?(?:比重|比例)?|(?P<rate>[^,。;:()\n\d]{{2,4}})率)(?:为|达到?)?{_PERCENT}"
)
# 46公里,占年度计划40公里的115%; 1500个,超过年度目标1200个的25%
_PLAN = lazy(
    rf"(?<![.\d])(?P<b>{ARABIC}) ?(?P<u>{UNIT}),(?P<over>超(?:过|额)?(?:完成)?)?(?:占|完成|达到?|为)?"
    rf"[^,。;:()\n\d]{{0,6}}(?:[计规]划|目标|任务|应[^\W\d_])[^,。;:()\n\d]{{0,6}}(?P<a>{ARABIC}) ?(?P=u)的{_PERCENT}"
)
_FIGURE_LAST = lazy(rf"(?<![.\d])(?P<n>{ARABIC}) ?(?P<unit>{UNIT}),[^,。;:()\n\d]{{0,12}}$")
_FIGURE = lazy(rf"{ARABIC} ?{UNIT}")
_CLOSES = ("。", "\n", ";")
_OF = lazy(rf"[,(]?(?:约)?占(?P<base>[^,。;:()\n\d]{{0,12}}?)的?(?:比重|比例)?(?:为|达)?{_PERCENT}")
_WHOLE_BASE = lazy(r"(?:全部|其|总[数量额值]|总人[口数])?$")
_Ends: TypeAlias = "tuple[tuple[int, int], tuple[int, int]]"
_BEFORE = 24
_LONGEST = 80
_SPREAD = 10**6


@fact("derived-shares")
def derived_shares(document: Document) -> tuple[Derived, ...]:
    """The rates and shares of all sentences that follow from counts beside them, those that agree included."""
    stream = document.read(flow)
    steps = tuple(_steps(stream))
    sectors = sector_shares(document, stream) if "产业" in stream.text else ()
    if "%" not in stream.text:
        return (*steps, *sectors)
    found = [*steps, *_rates(stream), *_differences(stream), *increments(stream), *sectors]
    for one in document.read(sums) if "占" in stream.text else ():
        found += _of_whole(stream, one)
    found += of_amount(stream)
    told = {one.span for one in found}
    found += [one for one in _of_one(stream) if one.span not in told]
    return tuple(sorted(found, key=lambda one: one.span))


def _steps(stream: Flow) -> Iterator[Derived]:
    """How much a figure rose from one value to another; so much a year on the average is something else."""
    for match in _STEP.finditer(stream.text):
        before, after, stated = read(match["a"]), read(match["b"]), read(match["c"])
        if before and after and stated and (match["each"] in _SO_MUCH or match["each"] in match["from"]):
            sign = -1 if _FALLS.match(match["by"]) else 1
            if match["way"] != "调整" and (sign < 0) is not (_FALLS.match(match["way"]) is not None):
                continue
            exact = match["u"][0] not in "万亿" and not any("." in match[name] for name in "abc")
            # Whole numbers are not rounded; others by half of their last place, and none is cut as rates are.
            slack = -stated[1] / _SPREAD if exact else (before[1] + after[1] - stated[1]) / 2 / _SPREAD
            spans = match.span("a"), match.span("b")
            yield _told(stream, match, sign * (after[0] - before[0]) / _SPREAD, slack, spans)


def _of_one(stream: Flow) -> Iterator[Derived]:
    """The share of the only part named, of the whole that stands before it by the same name."""
    for match in _ONE.finditer(stream.text) if "占" in stream.text else ():
        if stream.text.endswith(match["base"], max(0, match.start() - _BEFORE), match.start()):
            yield from _in_whole(stream, match)


def _rates(stream: Flow) -> Iterator[Derived]:
    for match in _PLAN.finditer(stream.text):
        plan, done = read(match["a"]), read(match["b"])
        if plan and done and plan[0] > 0:
            exact = 100 * done[0] / plan[0] - (100 if match["over"] else 0)
            half = min(done[1], plan[1]) / 2 if match["u"][0] in "万亿" else 0.0
            slack = 100 * half * (1 / plan[0] + done[0] / plan[0] ** 2)
            yield _told(stream, match, exact, slack, (match.span("a"), match.span("b")))
    forms = (("率", (_DONE, _SPENT, _SHOULD, _DEALT)), ("占", (_OUT_OF,)), ("其中", (_AMONG,)))
    for pattern in (one for sign, some in forms if sign in stream.text for one in some):
        for match in pattern.finditer(stream.text):
            same = pattern is _SHOULD and match["verb"] is not None  # 应到, 实到: of the same
            if pattern in (_OUT_OF, _SHOULD, _DEALT) and not same and not _is_near(match):
                continue
            if pattern is _DEALT and not set(match["verb"]) & set(match["name"]):
                continue
            if pattern is _OUT_OF and _beside_others(stream.text, match.start()):
                continue
            if pattern is _DONE and _taken_together(stream.text, match):
                continue
            if pattern is not _AMONG or _is_alone(stream.text, match):
                yield from _in_whole(stream, match)


def _taken_together(text: str, match: re.Match[str]) -> bool:
    """上年结转5亿元,当年拨款20亿元,支出18亿元,支出率72%: the rate is that of both figures before."""
    before = _FIGURE_LAST.search(text, max(0, match.start() - _BEFORE), match.start())
    if before is None or before["unit"] != match["u"]:
        return False
    more, whole, part, share = (read(words) for words in (before["n"], match["a"], match["b"], match["c"]))
    if not (more and whole and part and share):
        return False
    return abs(share[0] * (more[0] + whole[0]) - part[0] * _HUNDRED) <= share[1] * (more[0] + whole[0])


def _is_near(match: re.Match[str]) -> bool:
    """Whether a share is about that of the two numbers, and not that of another whole: 总投资完成率, 占总户数的."""
    whole, part, share = (read(match[name]) for name in "abc")
    return (
        whole is not None
        and part is not None
        and share is not None
        and abs(share[0] * whole[0] - part[0] * _HUNDRED) <= _NEAR_SHARE * whole[0]
    )


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a part of the one number before it is followed by its share, or a rate of its name (合格率)."""
    rate = match["rate"]
    named = rate is None or rate[:2] in match.string[match.start() : match.start("b")].rpartition("其中")[2]
    return named and not _beside_others(text, match.start())


def _beside_others(text: str, at: int) -> bool:
    """Whether another figure stands before one in its sentence: 120万元,增加20万元,其中…."""
    return _FIGURE.search(text, begin_of(text, at, _LONGEST, _CLOSES), at) is not None


def _in_whole(stream: Flow, match: re.Match[str]) -> Iterator[Derived]:
    """The rate c against the part b of the whole a; counts in small units are exact, and both are printed alike."""
    whole, part = read(match["a"]), read(match["b"])
    planned = match.groupdict().get("verb", "") is None  # more may be done than was planned
    if whole and part and part[0] > 0 and whole[0] and (planned or part[0] <= whole[0]):
        exact = match["u"][0] not in "万亿" and "." not in match["a"] + match["b"]
        half = min(part[1], whole[1]) / 2
        slack = 0.0 if exact else 100 * half * (1 / whole[0] + part[0] / whole[0] ** 2)
        yield _told(stream, match, 100 * part[0] / whole[0], slack, (match.span("a"), match.span("b")))


def _differences(stream: Flow) -> Iterator[Derived]:
    if "百分点" not in stream.text:
        return
    for pattern in _POINTS:
        for match in pattern.finditer(stream.text):
            before, after = read(match["a"]), read(match["b"])
            if before and after:
                sign = -1 if _FALLS.match(match["way"]) else 1
                slack = (before[1] + after[1]) / 2 / _SPREAD
                difference = sign * (after[0] - before[0]) / _SPREAD
                yield _told(stream, match, difference, slack, (match.span("a"), match.span("b")))


def _of_whole(stream: Flow, one: Sum) -> list[Derived]:
    """The shares of the parts of a sum in it; a share of nothing named only beside others that agree."""
    text = stream.text
    named = text[max(0, one.total.start - _BEFORE) : one.total.start]
    found: list[Derived] = []
    proven = False
    for part in one.parts:
        match = _OF.match(text, part.end)
        if match is None or one.total.value <= 0:
            continue
        base = match["base"]
        if base and not _WHOLE_BASE.match(base) and base not in named:
            continue
        slack = 100 * share_slack(part, one.total)
        ends = (one.total.start, one.total.end), (part.start, part.end)
        share = _told(stream, match, 100 * part.value / one.total.value, slack, ends)
        proven = proven or share.fits or (bool(base) and base in named)
        found.append(share)
    return found if proven else []


def _told(stream: Flow, match: re.Match[str], expected: float, slack: float, given: _Ends) -> Derived:
    value = read(match["c"])
    stated, last = (value[0] / _SPREAD, value[1] / _SPREAD) if value else (0.0, 0.0)
    # A rate is often cut rather than rounded: a whole unit of the last place is let pass, and half of one above what
    # whole numbers give, unless shares are made to add up to all.
    above = last / 2 if slack == 0 and "verb" in match.re.groupindex else last + slack
    fits = -last - slack - 1e-9 <= stated - expected <= above + 1e-9
    unit = match[0][match.end("c") - match.start() :] or "%"
    printed = plain(round(round(expected, max(1, len(match["c"].partition(".")[2]))) * _SPREAD))
    span = stream.span(match.start("c"), match.end("c") + len(unit))
    whole, part = given
    return Derived(match["c"] + unit, span, (stream.span(*whole), stream.span(*part)), printed + unit, fits)
