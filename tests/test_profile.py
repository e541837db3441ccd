"""What a document is taken for: its kind, its script, its damage, and what checks make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.kernel.check import Active, Bad, check, needs
from linter.kernel.engine import lint_source
from linter.kernel.finding import Finding, Label, Related
from linter.kernel.registry import Registry
from linter.language.office import Office, Said
from linter.language.text import Text
from linter.settings.config import Settings, activate
from linter.settings.workspace import Workspace
from linter.sources import read
from linter.structure.damage import VOIDS
from linter.structure.furniture import is_furniture
from linter.structure.parse import parse
from linter.structure.profile import Profile, of_file

ITEMS = "一、落实供水责任。各单位应当值守。\n\n二、开展检查。发现问题应当报告。\n"
ARTICLES = "第一条 制定本办法。\n\n第二条 供水单位应当检测水质。\n\n第三条 本办法自印发之日起施行。\n"
KINDS = {
    "notice": "云溪市水务局关于做好供水工作的通知\n\n云水发〔2024〕9号\n\n各县水务局：\n\n" + ITEMS,
    "plan": "云溪市供水应急预案\n\n" + ITEMS,
    "law": "云溪市供水办法\n\n" + ARTICLES,
    "standard": "城镇供水管网运行技术规程\n\n1 总则\n\n1.1 为规范运行，制定本规程。\n",
    "transcript": "第三次会议\n\n" + "主席：现在开会。\n\n张委员：供水应当改善。\n\n李局长：正在改造。\n\n" * 3,
    "dialogue": "供水政策\n\n问：什么时候通水？\n\n答：年底以前。\n\n问：水价多少？\n\n答：每吨三元。\n",
    "amendment": "云溪市人民政府关于修改《云溪市供水办法》的决定\n\n一、将第三条修改为：“供水单位应当检测水质。”\n",
    "cases": "供水领域典型案例\n\n案例一：某水厂水质超标。\n\n案例二：某小区停水。\n",
    "table": "水价表\n\n用户类别\t每吨水价\t说明\n" + "居民生活用水用户\t三元五角每吨\t按照阶梯水价计收费用\n" * 6,
    "form": "用水申请表\n\n姓名：____\n\n地址：____\n\n□居民 □单位\n",
    "page": "云溪市水务动态\n\n来源：云溪日报 浏览次数：15\n\n今日通水。\n",
    "other": "今日通水，全城欢庆。\n",
}


def profile(text: str, said: Said | None = None) -> Profile:
    issue = parse(Text(text))
    return of_file(issue.of(Office(document=said)) if said else issue)


def damaged(text: str) -> list[tuple[str, str]]:
    return [(region.kind, region.words) for region in profile(text).damage]


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_told_by_title_and_build(kind: str) -> None:
    assert profile(KINDS[kind]).kind == kind


_TURN = "周明:\n\n供水正在改善。\n\n{asks}:\n\n何时通水？\n\n"


def test_names_on_lines_of_their_own_speak_where_reporters_ask() -> None:
    assert profile("供水发布会\n\n" + _TURN.format(asks="云溪日报记者") * 4).kind == "transcript"
    assert profile("供水指挥部\n\n" + _TURN.format(asks="组员") * 4).kind == "other"


def test_a_file_of_several_documents_is_an_issue() -> None:
    one, other = KINDS["notice"], KINDS["notice"].replace("9号", "10号").replace("做好", "加强")
    assert profile(f"{one}\n\n{other}").kind == "issue"


def test_script_is_told_by_characters_of_one_script_alone() -> None:
    assert profile("座落於江州市之圖書館年久失修，請予整修。").script == "traditional"
    assert profile("坐落在江州市的图书馆年久失修，请予整修。").script == "simplified"
    # 云 and 台 are of both scripts; one quoted name does not make a text traditional.
    assert profile("云台市供水办法（題名照原件）。各单位应当落实供水责任，开展检查。").script == "simplified"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("一、申报条件。企业可以申报。二、申报程序。企业提出申请。\n", ["flattened"]),
        ("第一条 依法申请复议。第二条 本细则自公布之日起施行。\n", ["flattened"]),
        ("下列情形：一、停水；二、水压不足；三、水质不合格。\n", []),
        ("按三种方式排列：一、按地区排列。二、按项目排列。三、按年份排列。\n", []),
        ("水务局文件" + "应当加强供水管理，落实责任，开展检查。" * 40, ["flattened"]),
        ("供水办法\n\n第一条 不含农村。前款所称农村，是指乡镇。\n", ["lines"]),
        ("供水办法\n\n第一条 不含农村。\n\n没有机构的，由县办理。前款规定的县包括区。\n", []),
        ("受理登记→初步审查→现场检查→集体讨论→作出决定\n", ["flow"]),
        ("供水办法\n\n第三条 供水单位检测水质。\n\n第四条 水压应当合格。\n", ["fragment"]),
        ("血小板(<100×109/L=至少一次\n", ["marks"]),
        ("见财会〔2018 } 10号文件。\n", ["marks"]),
        ("样本量(n=30)应当足够，|x|为绝对值。\n", []),
        ("王雪\ue5cf出席会议。\n", ["characters"]),
        ("ᓄᙕ⣦ᘱㅹ㓗ᓄᙕ\n\n(\n\n㊫ᓄᙕ㹼ࣘ࿻\n", ["characters"]),
    ],
)
def test_damage_is_told_by_clear_signs(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in damaged(text)] == kinds


def test_ragged_tables_and_poured_cells() -> None:
    whole = "等级\t风险\t措施\n一级\t重大风险\t停产\n二级\t较大风险\t整改\n合计\t2\n"
    assert damaged(whole) == []
    assert damaged(whole.replace("二级\t", "")) == [("ragged", "较大风险")]
    assert damaged(whole.replace("重大风险", "重大风险 重大风险")) == [("merged", "重大风险 重大风险")]
    assert damaged(whole.replace("停产", "停产 停产 停产")) == [("merged", "停产 停产 停产")]
    assert damaged(whole.replace("停产", "停产 停产")) == []


def test_a_number_printed_twice_is_the_field_of_a_page() -> None:
    page = "信息公开\n\n教基[2016]1号\n\n关于做好招生工作的通知\n\n教基[2016]1号\n\n各省教育厅：\n\n现通知如下。\n"
    assert [kind for kind, _ in damaged(page)] == ["page", "page"]
    assert damaged(page.replace("信息公开\n\n教基[2016]1号\n\n", "")) == []


@pytest.mark.parametrize(
    "line",
    [
        "2016年06月28日 08:46:18 来源： 中国网信网",
        "中央政府门户网站　www.gov.cn　　 2009年08月21日　　 来源：国务院办公厅",
        "发布时间：2016-05-20  来源： 行政法规处  【浏览39次】",
        "索 引 号：000014349/2015-00194 	主题分类：科技、教育",
        "发文字号：国发〔2015〕67号发布日期：2015年11月28日",
        "首页 | 信息公开 | 在线办事 | 网站群 | 站点地图",
        "当前位置：首页 > 政策 > 正文",
        "【字体：大 中 小】 【打印】",
        "【打印】 【关闭】",
        "闽ICP备06000505号-1",
        "某某信息技术有限公司 提供技术支持",
        "微信二维码",
        "【 发布日期：2023-05-06 10:12 】【 来源：市政府办 】 【 字体：大 中 小 】",
        "时间：2021-03-05 15:30　作者：admin　点击：45",
        "您所在的位置：网站首页 > 政务公开 > 通知",
        "网站首页 | 关于我们 | 联系方式",
        "上一条：关于供水的通知",
        "（责任编辑：张三）",
        "浏览量：1234",
        "收藏本页　打印　关闭",
        "[大] [中] [小] [打印]",
        "本网站由云溪市人民政府主办",
    ],
)
def test_furniture_of_pages_is_no_text(line: str) -> None:
    normal = Text(line).normal.strip()
    assert is_furniture(normal)
    issue = parse(Text(f"{line}\n\n供水单位应当值守\n"))
    assert [paragraph.text for paragraph in issue.documents[0].paragraphs] == ["供水单位应当值守"]


@pytest.mark.parametrize(
    "line",
    [
        "第十五条 办学经费来源：财政拨款、捐赠。",
        "（三）审查检材的种类、数量、性状、保存情况以及来源；",
        "二、发布日期和时间由市应急指挥部决定",
        "图2  国家知识产权公共服务平台首页",
        "（二）批量下载",
        "承办单位应当提供技术支持；",
        "| 来源：财政 | 发布日期：2020年 |",
        "抄送：市委办公室，市人大常委会办公室。",
        "主办单位：云溪市水务局　承办单位：云溪市自来水公司",
        "公开方式：主动公开",
        "位置：河东路1号",
        "申请人可以打印、收藏",
        "（五）编辑、印刷：云溪市印刷厂，",
    ],
)
def test_lines_of_documents_are_no_furniture(line: str) -> None:
    normal = Text(line).normal.strip()
    assert not is_furniture(normal)


def test_fields_of_the_foot_behind_furniture_are_no_text() -> None:
    lines = "请认真执行。\n\n海州市水务局\n2024年5月6日\n联系我们\n地址: 海州市安平路5号\n邮编:210008\n"
    assert [block.text for block in parse(Text(lines)).documents[0].blocks][-1] == "2024年5月6日"


def test_furniture_parts_paragraphs() -> None:
    issue = parse(Text("供水单位应当加强管理，落实各项责任，确保\n【打印】 【关闭】\n相关新闻\n"))
    assert len(issue.documents[0].paragraphs) == 2


@check(
    code="ZZ901",
    name="every-paragraph",
    severity="note",
    needs=needs("lines", silent=("transcript",), script="simplified"),
    message={"zh": "段", "en": "paragraph"},
    examples=(Bad("[[段]]"),),
)
def every_paragraph(document, _options):  # type: ignore[no-untyped-def]
    """段。"""
    yield from (Finding(paragraph.span()) for paragraph in document.paragraphs)


def spoken(text: str, said: Said | None = None) -> int:
    active = [Active(every_paragraph, "note", {})]
    office = Office(document=said) if said else Office()
    return len(lint_source(read(text.encode(), "a.txt"), "a.txt", active, office)[0].diagnostics)


def test_a_check_is_silent_where_its_needs_are_not_met() -> None:
    flat = "一、申报条件。企业可以申报。二、申报程序。企业提出申请。\n\n三、附则。\n"
    assert spoken(flat) == 1
    assert spoken(flat.replace("。二、", "。\n\n二、")) == 3
    assert spoken(KINDS["transcript"]) == 0
    assert spoken("座落於江州市之圖書館年久失修，請予整修。") == 0


@check(
    code="ZZ902",
    name="last-and-first",
    severity="note",
    needs=needs("tables"),
    message={"zh": "段", "en": "paragraph"},
    examples=(Bad("[[段]]"),),
)
def last_and_first(document, _options):  # type: ignore[no-untyped-def]
    """段。"""
    first, *_, last = document.paragraphs
    yield Finding(last.span(), related=(Related(first.span(), Label("首", "first")),))


def test_the_other_end_of_a_contradiction_must_be_whole_too() -> None:
    table = "等级\t风险\t措施\n一级\t重大\t停产\n二级\t整改\n\n末段。\n"
    active = [Active(last_and_first, "note", {})]

    def found(text: str) -> int:
        return len(lint_source(read(text.encode(), "a.txt"), "a.txt", active)[0].diagnostics)

    assert found(table) == 0
    assert found(table.replace("二级\t", "二级\t较大\t")) == 1


def test_what_the_settings_say_holds() -> None:
    flat = "一、申报条件。企业可以申报。二、申报程序。企业提出申请。\n"
    assert spoken(flat, Said(damage=())) == 1
    assert spoken(KINDS["plan"], Said(damage=("flattened",))) == 0
    assert spoken(KINDS["transcript"], Said(kind="law")) > 5
    assert spoken("座落於江州市之圖書館年久失修，請予整修。", Said(script="simplified")) == 1
    assert profile(flat, Said("cases", "traditional", ("marks",)))[:2] == ("cases", "traditional")


def test_settings_by_path(tmp_path: Path, registry: Registry) -> None:
    (tmp_path / "gazette-lint.yaml").write_text(
        "paths:\n  scans/*:\n    document: {kind: law, damage: [flattened, marks]}\n"
        "  clean/*:\n    document: {damage: none}\n",
        "utf-8",
    )
    workspace = Workspace(registry)
    said = {
        name: workspace.plan(str(tmp_path / name)).settings.office.document for name in ("scans/a.txt", "clean/b.txt")
    }
    assert said == {"scans/a.txt": Said("law", None, ("flattened", "marks")), "clean/b.txt": Said(damage=())}
    assert workspace.plan(str(tmp_path / "c.txt")).settings.office.document == Said()


def test_every_kind_of_damage_says_what_it_voids_and_is_needed(registry: Registry) -> None:
    needed = frozenset[str]().union(*(one.needs.intact for one in registry.checks))
    assert frozenset[str]().union(*VOIDS.values()) == needed


def test_private_characters_are_one_note(registry: Registry) -> None:
    text = "名单\n\n第一组：王雪\ue5cf，简锡\ue457。\n\n第二组：傅\ue8e4萁。\n"
    file, _ = lint_source(read(text.encode(), "a.txt"), "a.txt", activate(registry, Settings()))
    assert [(item.code, len(item.related)) for item in file.diagnostics] == [("EN002", 2)]
