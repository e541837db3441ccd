"""Checks that rest on comparing characters or figures of one document: told where they differ, and only there."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tabled import over

from linter.kernel.registry import load
from linter.pages.testing import findings

CHECKS = {check.code: check for check in load().checks}
NUMBERS = "一二三四五六七八九"
LAW = (
    "海州市办法\n\n第一条 为做好工作，制定本办法。\n\n第二条 下列人员可以申请：\n\n{items}"
    "第三条 符合第二条第（{cited}）款规定的，可以优先。\n"
)
ROLES = (("申请人", "被申请人"), ("原告", "被告"), ("上诉人", "被上诉人"), ("申请执行人", "被执行人"))


@over(("size", "cited"), product(range(2, 8), NUMBERS))
def test_an_item_is_called_clause_where_the_article_has_it(size: int, cited: str) -> None:
    """RF013."""
    items = "".join([f"（{number}）居住满{number}年的；\n\n" for number in NUMBERS[:size]])
    assert bool(findings(CHECKS["RF013"], LAW.format(items=items, cited=cited))) == (cited in NUMBERS[:size])


@given(st.integers(2, 98), st.integers(2, 98), st.sampled_from(["", "、", "和", "第三款、", "以及"]))
def test_articles_run_together_where_nothing_parts_them(one: int, other: int, between: str) -> None:
    """FM026."""
    text = f"第五条 违反本办法第{one}条{between}第{other}条规定的，责令改正。\n"
    assert bool(findings(CHECKS["FM026"], text)) == (not between)


@pytest.mark.parametrize("full", ["市社会组织管理局", "市房产管理局", "海州市发展和改革委员会", "省民政厅救助管理局"])
def test_a_short_form_is_the_name_itself(full: str) -> None:
    """OR010."""
    for size in range(4, len(full) + 1):
        text = f"第四条 {full}（以下简称{full[-size:]}）负责年度报告的受理。\n"
        assert bool(findings(CHECKS["OR010"], text)) == (size == len(full)), text


@pytest.mark.parametrize("roles", ROLES)
@pytest.mark.parametrize("turned", [False, True])
def test_a_party_is_named_in_the_role_that_the_head_gives(roles: tuple[str, str], turned: bool) -> None:
    """OR011."""
    head = f"海州市决定书\n\n{roles[0]}：海州市第一水厂。\n\n{roles[1]}：海州市宏达公司。\n\n"
    for party, role in zip(("第一水厂", "宏达公司"), roles[::-1] if turned else roles, strict=True):
        found = findings(CHECKS["OR011"], f"{head}{role}海州市{party}提交了书面意见。\n")
        assert bool(found) == turned


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_row_ends_before_it_begins(first: date, last: date) -> None:
    """DT013."""
    cells = "\t".join([f"{one.year}年{one.month}月{one.day}日" for one in (first, last)])
    text = f"工程名单\n\n工程\t开工日期\t完工日期\n河堤\t{cells}\n水库\t2021年3月1日\t2022年3月1日\n"
    assert bool(findings(CHECKS["DT013"], text)) == (last < first)


@given(st.dates(date(2023, 2, 1), date(2023, 6, 30)), st.dates(date(2023, 2, 1), date(2023, 6, 30)))
def test_names_are_due_before_the_meeting(held: date, due: date) -> None:
    """DT014, by the calendar; steps that are due in turn, likewise."""
    text = (
        f"关于召开全市会议的通知\n\n各单位：\n\n定于2023年{held.month}月{held.day}日召开会议。\n\n"
        f"请于{due.month}月{due.day}日前报送参会回执。\n"
    )
    assert bool(findings(CHECKS["DT014"], text)) == (due > held)
    steps = (
        f"二、步骤\n\n1.1月2日前申报；\n\n2.{held.month}月{held.day}日前审核；\n\n3.{due.month}月{due.day}日前公示。\n"
    )
    assert bool(findings(CHECKS["DT014"], steps)) == (due < held)


@given(st.integers(2000000, 89999999), st.integers(0, 6))
def test_two_figures_of_a_telephone_are_swapped(number: int, at: int) -> None:
    """CT006: the same word before both, and nothing changed but the order of two neighbouring figures."""
    first = str(number)
    at = min(at, len(first) - 2)
    second = first[:at] + first[at + 1] + first[at] + first[at + 2 :]
    text = f"第三条 值班电话0577-{first}。\n\n第五条 值班电话0577-{second}应当保证畅通。\n"
    assert bool(findings(CHECKS["CT006"], text)) == (first != second)
    assert not findings(CHECKS["CT006"], text.replace(second, str(number + 1)))


@given(st.integers(1, 200), st.integers(1, 200), st.integers(1, 200))
def test_a_cap_is_below_one_of_its_parts(one: int, other: int, cap: int) -> None:
    """CN008: below the greatest, but no smaller than the least, which would say that the cap is of something else."""
    text = f"（一）发明专利每项计{one}分，实用新型专利每项计{other}分，本项最高不超过{cap}分。\n"
    assert bool(findings(CHECKS["CN008"], text)) == (min(one, other) <= cap < max(one, other))


FIXED = (
    ("第三条　会计档案保存期限不少于{}年。", "第九条　会计档案保存期限不少于{}年的规定，适用于已经拨付的项目。"),
    ("第三条　渔船应当编组作业，由组长每{}小时报告一次船位。", "第九条　组长每{}小时报告一次船位，由渔政部门核对。"),
    ("第三条　市林业部门应当每{}年组织一次湿地资源普查。", "第九条　湿地资源普查每{}年组织一次，结果应当公布。"),
    ("第三条　信访事项应当自受理之日起{}日内办结。", "第九条　违反第三条规定，未在受理之日起{}日内办结的，予以通报。"),
    ("第三条　各乡镇应当于{}月10日前将工作总结报送市水务局。", "第九条　工作总结应当于{}月10日前报送市水务局。"),
)
APART = (
    ("第三条　会计档案保存期限不少于{}年。", "第九条　项目档案保存期限不少于{}年。"),
    ("第三条　一级保护的古树，每{}个月巡查一次。", "第九条　二级保护的古树，每{}个月巡查一次。"),
    ("第三条　市民政局应当自收到申请之日起{}日内作出决定。", "第九条　市财政局应当自收到申请之日起{}日内作出决定。"),
    ("第三条　信访事项应当自受理之日起{}日内办结。", "第九条　简易信访事项应当自受理之日起{}日内办结。"),
    ("第三条　2023年，财政收入完成{}亿元。", "第九条　2024年，财政收入完成{}亿元。"),
    ("第三条　租赁期限不超过{}年。", "第九条　人才公寓租赁期限不少于{}年。"),
    ("第三条　遇有大风，组长应当每{}小时报告一次船位。", "第九条　组长应当每{}小时报告一次船位。"),
)


@pytest.mark.parametrize("pair", FIXED)
@settings(max_examples=20)
@given(st.integers(2, 12), st.integers(2, 12))
def test_a_value_said_again_otherwise(pair: tuple[str, str], one: int, other: int) -> None:
    """CN005: told where the two differ, and only there."""
    text = f"海州市办法\n\n{pair[0].format(one)}\n\n第四条　本办法由市财政局解释。\n\n{pair[1].format(other)}\n"
    assert len(findings(CHECKS["CN005"], text)) == (one != other), text


@pytest.mark.parametrize("pair", APART)
def test_values_of_two_matters_are_two(pair: tuple[str, str]) -> None:
    """CN005: another thing, level, actor, year, bound or condition is another matter."""
    text = f"海州市办法\n\n{pair[0].format(3)}\n\n第四条　本办法由市财政局解释。\n\n{pair[1].format(7)}\n"
    assert findings(CHECKS["CN005"], text) == []


BEFORE = ("", "市", "应急", "市应急", "市供水应急", "现场", "市抗震救灾")
COMMANDS = ("指挥部", "领导小组", "协调小组", "推进小组")
PLAN = (
    "海州市供水应急预案\n\n一、组织体系\n\n市人民政府成立海州市供水应急{set_up}，由分管副市长负责。\n\n{heading}"
    "二、响应\n\n接到报告后，{acts}组织会商。\n"
)


@over(("before", "acts", "set_up"), product(BEFORE, COMMANDS, COMMANDS))
def test_a_body_acts_that_was_never_set_up(set_up: str, acts: str, before: str) -> None:
    """OR017: of another kind, with no word in its name that the one set up has not, and without a heading."""
    other = set_up != acts and before not in {"现场", "市抗震救灾"}
    for heading in ("", f"（二）{acts}\n\n组长：市长。\n\n"):
        text = PLAN.format(set_up=set_up, acts=before + acts, heading=heading)
        assert bool(findings(CHECKS["OR017"], text)) == (other and not heading), text


MEMBERS = "成员单位：县委宣传部、县公安局、县民政局、县财政局、{}、县应急管理局、县气象局。\n\n"
GROUP = "（一）由县委宣传部牵头，县公安局、{}、县民政局参加。\n\n（二）由县民政局牵头，{}、县财政局参加。\n"
TWINS = (
    ("县教体局", "县教育局"),
    ("县水利局", "县水务局"),
    ("县工信局", "县工信委"),
    ("县卫生健康局", "县卫生和计划生育委员会"),
    ("县住房和城乡建设局", "县住房和城乡规划建设局"),
    ("县发展和改革局", "县发展改革和科技局"),
    ("县城市管理局", "县综合行政执法局"),
)
TWO = (("县教育局", "县商务局"), ("县水利局", "县林业局"), ("县发展和改革局", "县发改局"), ("县教体局", "市教育局"))


@pytest.mark.parametrize(("member", "other"), [*TWINS, *[(two, one) for one, two in TWINS], *TWO])
def test_an_office_has_two_names(member: str, other: str) -> None:
    """OR018: of one function and level, unless a list has both."""
    text = MEMBERS.format(member) + GROUP.format(other, member)
    assert bool(findings(CHECKS["OR018"], text)) == ((member, other) not in TWO)
    both = MEMBERS.format(f"{member}、{other}") + GROUP.format(other, member)
    assert not findings(CHECKS["OR018"], both)


CONDITIONS = ("构成犯罪的", "逾期不改正的", "情节严重的", "未按期完成的")
CONSEQUENCES = ("依法追究刑事责任", "责令停产停业", "处五百元罚款", "予以通报批评", "每次扣2分", "扣5分", "不予受理")
ATTRIBUTES = ("由外方出资的企业", "予以公布的名单", "依法登记的企业")


@over(("mark", "consequence", "condition"), product("、，；", (*CONSEQUENCES, *ATTRIBUTES), CONDITIONS))
def test_clauses_are_enumerated(condition: str, consequence: str, mark: str) -> None:
    """FM030: a condition and what follows, with a 、 between them; attributes side by side are right."""
    text = f"第九条 违反本规定，{condition}{mark}{consequence}。\n"
    assert bool(findings(CHECKS["FM030"], text)) == (mark == "、" and consequence in CONSEQUENCES)


ALIKE = (("卢晓峰", "卢小峰"), ("韩立新", "韩力新"), ("杜雨桐", "杜雨铜"), ("施海涛", "施海滔"), ("滕志明", "腾志明"))
ALIKE += (("葛建民", "葛建明"), ("许振东", "许正东"))
OTHERS = (("卢晓峰", "卢大峰"), ("韩立新", "韩立德"), ("杜雨桐", "邹雨桐"), ("施海涛", "施海涛"))


@pytest.mark.parametrize(("name", "other"), [*ALIKE, *[(two, one) for one, two in ALIKE], *OTHERS])
def test_a_person_has_two_names(name: str, other: str) -> None:
    """OR019: one like character apart, unless each has a post of his own or one sentence has both."""
    attended = f"副区长{name}和区政府办公室主任钱玉兰参加会议。\n\n出席：{name}、钱玉兰\n\n"
    alike = (name, other) not in OTHERS
    assert bool(findings(CHECKS["OR019"], attended + f"一、由副区长{other}牵头调度。\n")) == alike
    assert bool(findings(CHECKS["OR019"], attended + f"一、由{other}同志牵头调度。\n")) == alike
    assert bool(findings(CHECKS["OR019"], attended + f"一、办公室主任由{other}兼任。\n")) == alike
    assert not findings(CHECKS["OR019"], attended + f"一、由区水务局总工程师{other}牵头调度。\n")
    assert not findings(CHECKS["OR019"], attended + f"一、由{name}同志、{other}同志牵头调度。\n")


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(["", "同比", "比上年", "同口径", "按现价计算"]))
def test_an_indicator_has_two_rates(one: int, other: int, base: str) -> None:
    """CN009: of one value, and not on another base."""
    text = (
        f"一、全市一般公共预算收入86.5亿元，增长{one}%。\n\n二、一般公共预算收入完成86.5亿元，{base}增长{other}%。\n"
        f"三、市本级一般公共预算收入32.1亿元，增长{other}%。\n"
    )
    assert bool(findings(CHECKS["CN009"], text)) == (one != other and base in {"", "同比", "比上年"})


@given(st.lists(st.integers(5, 60), min_size=3, max_size=3, unique=True), st.integers(1, 90), st.booleans())
def test_a_tier_has_two_amounts(amounts: list[int], other: int, in_text: bool) -> None:
    """CN007: of three tiers that text and table share, the last one."""
    *right, last = amounts
    text, table = [*right, other if in_text else last], [*right, last if in_text else other]
    names = ("A类人才", "B类人才", "C类人才")
    said = "，".join([f"{name}{amount}万元" for name, amount in zip(names, text, strict=True)])
    rows = "\n".join([f"{name}\t{amount}" for name, amount in zip(names, table, strict=True)])
    words = f"第六条　安家补贴标准：{said}。\n\n人才补贴标准表\n\n类别\t安家补贴（万元）\n{rows}\n"
    assert bool(findings(CHECKS["CN007"], words)) == (other != last)


@pytest.mark.parametrize("said", ["本办法所称", "本条例所称", "本预案所称的", "本章所称", "本条所称"])
@pytest.mark.parametrize("words", ["施工活动中产生的颗粒物", "工地及周边道路产生的扬尘"])
@pytest.mark.parametrize("between", ["第三条 市住建局负责监督管理。", "第一条 为了加强管理，制定本办法。"])
def test_an_act_defines_a_term_in_two_ways(said: str, words: str, between: str) -> None:
    """WD018: of one act, in other words, and for the whole of it."""
    first = "施工活动中产生的颗粒物"
    text = f"第二条 {said}施工扬尘，是指{first}。\n\n{between}\n\n第九条 {said}施工扬尘，是指{words}。\n"
    own = said not in {"本章所称", "本条所称"} and not between.startswith("第一条")
    assert bool(findings(CHECKS["WD018"], text)) == (own and words != first)
