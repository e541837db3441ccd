"""Markdown: the structure sees what a reader sees, and every place is that of the file."""

from __future__ import annotations

import pytest
from clock import Stopwatch
from hypothesis import given
from hypothesis import strategies as st

from linter.kernel.engine import lint_source
from linter.kernel.registry import load
from linter.kernel.session import Session
from linter.language.text import Text
from linter.runs.fixing import fix
from linter.settings.workspace import Workspace
from linter.sources import read, reading
from linter.sources.markdown_shown import shown
from linter.structure.model import Document
from linter.structure.paragraph import Paragraph, Table
from linter.structure.parse import parse


def document(raw: str, name: str = "通知.md") -> Document:
    return parse(read(raw.encode(), name).text).documents[0]


def paragraphs(raw: str) -> list[str]:
    return [block.text for block in document(raw).blocks if isinstance(block, Paragraph)]


def cells(raw: str) -> list[list[list[str]]]:
    """The paragraphs of each cell, row by row."""
    (table,) = (block for block in document(raw).blocks if isinstance(block, Table))
    rows = [*([table.header] if table.header else []), *(row.cells for row in table.rows)]
    return [[[paragraph.text for paragraph in cell.paragraphs] for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("请*切实*做好**各项***重点*工作", "请切实做好各项重点工作"),
        ("（_见附件_）", "(见附件)"),
        ("~~原定~~现定三日", "原定现定三日"),
        ("见[《防汛办法》](https://a.cn/b_c_d(1).html '题')第三条", "见《防汛办法》第三条"),
        ("见[**办法**][法]和[办法][]", "见办法和办法"),
        ("见[2021]和[办法][无]", "见[2021]和[办法][无]"),
        ("![示意图](<a b.png>){width=50%}如下", "示意图如下"),
        ("网址<https://a.cn/?a=1&b=2>。", "网址https://a.cn/?a=1&b=2。"),
        ("各单位<!-- 待核 -->：", "各单位:"),
        ("某发\\[2021\\]1号、3\\*4\\*5", "某发[2021]1号、3*4*5"),
        ("乘积3*4*5不变", "乘积3*4*5不变"),
        ("第一条[^1]规定[^注]", "第一条规定"),
        ("- [x] 修订预案", "修订预案"),
        ("运行`a*b*c`命令", "运行a*b*c命令"),
        ("甲&nbsp;&lt;乙&gt;&#65;", "甲<乙>A"),
        ("<font color=red>甲</font>乙<sup>2</sup>", "甲乙²"),
        ("以上10^6^立方米、10<sup>-6</sup>克", "以上10⁶立方米、10⁻⁶克"),
        ("气压<5万帕>时", "气压<5万帕>时"),
        ("年____月____日", "年____月____日"),
        ("甲方 **乙方** 丙方", "甲方 乙方 丙方"),
    ],
)
def test_what_is_read_of_a_line(line: str, words: str) -> None:
    raw = f"# 关于防汛的通知\n\n{line}\n\n[法]: https://a.cn '题'\n[办法]: https://a.cn\n"
    assert paragraphs(raw) == ["关于防汛的通知", words]


def test_front_matter_rules_and_notes() -> None:
    raw = "---\ntitle: 附件1\nlist:\n  - 一、总则\n---\n# 关于防汛的通知 ##\n\n***\n\n甲。\n\n[^1]: 乙。\n"
    assert paragraphs(raw.replace("\n", "\r\n")) == paragraphs(raw)
    assert paragraphs(raw) == ["关于防汛的通知", "甲。", "乙。"]
    assert paragraphs("---\n\n甲。\n\n---\n") == ["甲。"]


@pytest.mark.parametrize("body", ["## 第一章&emsp;总则\n\n**第一条** 依法防汛。\n", "为做好防汛工作，现通知如下。\n"])
def test_front_matter_gives_the_title_of_a_body_without_one(body: str) -> None:
    raw = '---\nicon: article\ntitle: "海州市防汛办法"\nauthor: 海州市\n---\n\n'
    found = document(raw + body)
    assert found.title == "海州市防汛办法"
    assert paragraphs(raw + body) == ["海州市防汛办法", *paragraphs(body)]
    assert document(raw.replace("\n", "\r\n") + body).title == "海州市防汛办法"
    assert paragraphs(raw + "关于防汛的通知\n\n" + body)[0] == "关于防汛的通知"
    assert paragraphs(raw + "> 本文由页面提取，仅供参考。\n\n海州市防汛办法\n\n" + body).count("海州市防汛办法") == 1


def test_breaks_end_lines_outside_tables() -> None:
    assert paragraphs("# 通知\n\n某某市人民政府<br>2021年5月1日\n") == ["通知", "某某市人民政府", "2021年5月1日"]


@pytest.mark.parametrize("mark", ["1\\.", "**1.**", "1.", "[1.](#a)"])
def test_numbers_stay_numbers(mark: str) -> None:
    raw = f"# 关于防汛的通知\n\n{mark} **总则**\n\n依法防汛。\n"
    (section,) = document(raw).sections
    assert (section.mark.text, section.title) == ("1.", "总则")
    start, end = section.title_span
    assert raw[start:end] == "总则"
    assert raw[section.mark.span.start] == "1"
    assert raw[section.mark.span.end - 1] == "."


@pytest.mark.parametrize("line", ["===", "---", "  -----  "])
def test_titles_may_be_underlined(line: str) -> None:
    """A title by its underline is not run together with what follows it."""
    raw = f"关于进一步做好防汛救灾，保障群众安全的**通知**\n{line}\n各单位要落实责任。\n"
    found = document(raw)
    assert found.title == "关于进一步做好防汛救灾,保障群众安全的通知"
    assert paragraphs(raw)[1:] == ["各单位要落实责任。"]
    assert paragraphs("- 甲。\n---\n乙。\n") == ["甲。", "乙。"]


def test_number_and_label_know_their_place() -> None:
    raw = "# 关于印发防汛预案的通知\n\n某发\\[2021\\]1号\n\n各单位：\n\n请执行。\n\n**附件**2 \\*防汛预案\n\n甲。\n"
    found = document(raw)
    assert found.head.number
    start, end = found.head.number.span
    assert raw[start:end] == "某发\\[2021\\]1号"
    label = next(part.label for part in found.parts if part.label)
    start, end = label.span()
    assert raw[start:end] == "附件**2"


def test_a_table_within_a_table_leaves_no_tags() -> None:
    inner = "<table><tr><td>镇街</td><td>电话</td></tr><tr><td>安平街道</td><td>12345678</td></tr></table>"
    raw = f"# 指引\n\n<table>\n<colgroup>\n</colgroup>\n<tr><td>当前位置\n{inner}</td></tr>\n</table>\n\n请申报。\n"
    assert paragraphs(raw) == ["指引", "当前位置", "请申报。"]
    assert cells(raw) == [[["镇街"], ["电话"]], [["安平街道"], ["12345678"]]]


@pytest.mark.parametrize(
    "table",
    [
        "| 级别 | 标准\\|数 |\n| --- | :-: |\n| **一般** | 3人<br/>2户 |\n",
        "级别 | 标准\\|数\n---|---\n一般 | 3人<br>2户\n",
        """<table border=1>
<thead><tr><th>级别</th><th>标准¦数</th></tr></thead>
<tr>
<td>一般</td>
<td><p>3人</p>
<p>2户</p></td></tr></table>
""",
        "<TABLE><TR><TD>级别<TD>标准¦数<TR><TD>一般<TD>3人<br>2户</TABLE>\n",
    ],
)
def test_tables(table: str) -> None:
    raw = f"# 通知\n\n见下表。\n\n{table}\n以上。\n"
    assert cells(raw) == [[["级别"], ["标准¦数"]], [["一般"], ["3人", "2户"]]]
    assert paragraphs(raw) == ["通知", "见下表。", "以上。"]


def test_merged_cells_have_their_words_at_their_first_place() -> None:
    head = '<tr><th rowspan="2">级别</th><th colspan="2">标准</th><th rowspan=2>备注</th></tr>'
    head += "<tr><td>人</td><td>户</td></tr>"
    raw = f"# 通知\n\n<table>{head}<tr><td>一般</td><td>3</td><td>2</td><td>无</td></tr></table>\n"
    assert cells(raw) == [
        [["级别"], ["标准"], [], ["备注"]],
        [[], ["人"], ["户"], []],
        [["一般"], ["3"], ["2"], ["无"]],
    ]


def test_fences_are_passed_over() -> None:
    assert paragraphs("# 通知\n\n```\n# 甲 [乙](丙)\n```\n\n丁。\n") == ["通知", "丁。"]


PARTS = '甲 乙\n|\\*_~`[]()<>!#-=:&;"1/^\r\t'
WORDS = st.lists(
    st.sampled_from(
        [*PARTS, "**", "<td>", "<table>", "</table>", "<br>", "<!--", "-->", "](", "\n---\n", "&lt;", "[^1]:"]
    )
).map("".join)


@given(WORDS)
def test_the_text_keeps_its_length_and_its_words(raw: str) -> None:
    found = shown(raw)
    assert len(found) == len(raw)
    kept = [(was, now) for was, now in zip(raw, found, strict=True) if not now.isspace()]
    assert all(was == now or now in "¶¦<" for was, now in kept)
    parse(Text(raw, found))


@given(st.text("甲乙一二、。，：；（）《》〔〕“”0123456789%％～—-. \n", max_size=200))
def test_a_text_without_markup_is_read_as_it_stands(raw: str) -> None:
    """Rules and underlines are all that hyphens can be."""
    assert "--" in raw or raw.count("- ") > 1 or shown(raw) == raw


@pytest.mark.parametrize(
    "part", ["[", "[[", "[a](", "**a ", "*a", "_a ", "~~a", "`a", "<table>", "<!--", "![", "\\", "<!---->", "&a", "a|"]
)
def test_time_grows_with_length(part: str) -> None:
    with Stopwatch() as watch:
        shown(part * 20_000)
    assert watch.seconds < 2


def test_plain_text_is_not_read_as_markdown() -> None:
    raw = "关于防汛的通知\n\n见[附件](附件1)，*注：甲。\n"
    assert read(raw.encode(), "a.txt").text.shown == raw
    assert [block.text for block in document(raw, "a.txt").blocks if isinstance(block, Paragraph)][1:] == [
        "见[附件](附件1),*注:甲。"
    ]


LINKED = "# 关于防汛的通知\n\n请**各单位**做好准备（见[附件](a.md)。\n"


def test_findings_and_the_session_of_an_editor_agree() -> None:
    plan = Workspace(load(), {"select": ("FM001", "WD006")}, isolated=True).plan("a.md")
    source = read(LINKED.encode(), "a.md")
    file, _ = lint_source(source, "a.md", plan.active)
    assert [(item.code, LINKED[slice(*item.span)]) for item in file.diagnostics] == [("FM001", "（")]
    session = Session(plan.active, read=reading("a.md"))
    assert [item.span for item in session.whole(LINKED)] == [item.span for item in file.diagnostics]


def test_a_fix_leaves_markup_alone() -> None:
    """What would take markup with it is not applied."""
    plan = Workspace(load(), {"select": ("WD",), "preview": True, "strict": True}, isolated=True).plan("a.md")
    for words, mended in (("请做好其它工作。", "请做好其他工作。"), ("请做好其**它**工作。", "请做好其**它**工作。")):
        fixed = fix(f"# 关于防汛的通知\n\n{words}\n".encode(), "a.md", plan, ("safe", "unsafe")).data.decode()
        assert fixed == f"# 关于防汛的通知\n\n{mended}\n"
