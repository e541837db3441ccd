"""Web pages as a browser shows them: style sheets, words struck out, layout tables, titles, and what is not read."""

from __future__ import annotations

import pytest

from linter.sources import How, Source, SourceError, read

BODY = "".join(f"<p>　　{number}、各区应当按照职责分工落实责任，确保完成任务。</p>" for number in "一二三四")
NAV = f"<ul>{''.join(f'<li><a href=/{number}>栏目{number}</a></li>' for number in range(9))}</ul>"


def page(body: str, css: str = "", title: str = "", how: How | None = None) -> Source:
    head = f"<meta name=ArticleTitle content='{title}'><style>{css}</style>"
    data = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
    return read(data, "页.html", how or How())


def shown(inside: str, css: str = "") -> str:
    """What is read behind the body of an article."""
    return page(f"<div id=zoom>{BODY}{inside}</div>", css).raw.rstrip("\n").split("任务。")[-1].strip("\n")


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none}",
        "#y { color: red; display : none !important; }",
        "p.x, div.z{display:none;}",
        "div > p.x{display:none}",
        "#zoom p.x{display:none}",
        ".x{visibility:hidden}",
        ".x{font-size:0}",
        "@media screen{.x{display:none}}",
        "@media screen and (min-width: 1000px){.x{display:none}}",
        "<!-- .x{display:none} -->",
        ".x{display:block} .x{display:none}",
        "a{content:'}'} .x{display:none}",
        "body *.x {DISPLAY:NONE}",
    ],
)
def test_style_sheets_hide(css: str) -> None:
    assert shown("<p class='x w' id=y>旧的条文。</p><p>附则。</p>", css) == "附则。"


@pytest.mark.parametrize(
    "css",
    [
        "/* .x{display:none} */",
        "@media print{.x{display:none}}",
        "@media (max-width: 768px){.x{display:none}}",
        "@supports (display:grid){.x{display:none}}",
        "a:hover .x{display:none}",
        ".x::after{display:none}",
        ".x:before,.q .x{display:none}",
        "p.x > p{display:none}",
        ".x:not(.w){display:none}",
        ".x[lang]{display:none}",
        "h2 + .x{display:none}",
        ".x{display:none} .w{display:block}",
        ".x{display:none} p:first-child,.w:nth-child(5){display:block}",
        ".x.w{display:block} .x{display:none}",
        ".x{display:block!important} #y{display:none}",
        ".x{display:none",
        ".x",
        "}{.x{display:none}}",
    ],
)
def test_what_style_sheets_do_not_surely_hide_is_read(css: str) -> None:
    assert shown("<p class='x w' id=y>现行的条文。</p>", css) == "现行的条文。"


def test_attributes_of_an_element_outweigh_style_sheets() -> None:
    assert shown("<p class=x style='display:block'>甲。</p>", ".x{display:none}") == "甲。"
    assert shown("<p style='visibility:hidden'>乙。<span style='visibility:visible'>丙。</span>丁。</p>") == "丙。"
    assert shown("<div style='font-size:0'>戊<span style='font-size:16px'>己。</span></div>") == "己。"
    assert shown("<p aria-hidden=true>庚。</p><template>辛。</template><xml>Normal</xml>") == "庚。"
    assert shown("<details><summary>附件</summary><p>壬。</p></details>") == "附件\n\n壬。"


def test_an_article_that_a_script_shows_is_read() -> None:
    assert "完成任务。" in page(f"<div id=zoom>{BODY}</div>", "#zoom{display:none}").raw


def test_sheets_without_end_are_read_at_once() -> None:
    long = ("[" * 5000 + "{display:none}") * 20 + "a" * 200_000 + ("*" + " *" * 50 + "{display:none}") * 200
    many = "".join(f".a{number} p{{display:none}}" for number in range(5000)) + ".x{display:none}"
    for css in (long, many):
        assert "完成任务。" in page(f"<div>{BODY}{'<p class=x>丙。</p>' * 500}</div>", css).raw


def test_numbers_of_lists_come_from_style_sheets_too() -> None:
    lists = "<ol class=c><li>甲</li><li>乙</li></ol><ol class=n><li>丙</li></ol>"
    css = ".c{list-style-type:cjk-ideographic} ol.n{list-style:none}"
    assert shown(lists, css).split("\n\n") == ["一、甲", "二、乙", "丙"]


def test_the_number_of_an_item_stands_before_its_first_words() -> None:
    lists = "<ol><li><p>甲</p><ol><li>内</li></ol></li><div><li><div><p>乙</p></div></li></div><li></li></ol>"
    assert shown(lists).split("\n\n") == ["1. 甲", "1. 内", "2. 乙"]
    assert shown("<ol reversed><div><li>甲</li></div><li>乙</li></ol>").split("\n\n") == ["2. 甲", "1. 乙"]


def test_words_struck_out_are_told_and_not_read() -> None:
    words = (
        "<p>按<del>旧</del><ins>新</ins><s>废</s>办法<span style='text-decoration: line-through'>一</span>执行。</p>"
    )
    found = page(f"<div>{BODY}{words}</div>")
    assert found.raw.endswith("按新办法执行。\n")
    assert found.notes == ("网页里有划去的文字，未检查 (words struck out are not read)",)
    assert page(f"<div>{BODY}{words}</div>", how=How("rejected")).raw.endswith("按旧办法执行。\n")


def table(inside: str) -> str:
    return shown(f"<table>{inside}</table>").removesuffix("\n")


def test_rows_reach_to_the_last_column_and_no_further_than_their_group() -> None:
    head = "<thead><tr><th rowspan=5>级别</th><th>部门</th></tr></thead>"
    assert table(f"{head}<tbody><tr><td>甲</td><td>乙</td></tr></tbody>") == "级别\t部门\n甲\t乙"
    assert table("<tr><td rowspan=0>全</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td>丙</td></tr>") == (
        "全\t甲\n\t乙\n\t丙"
    )
    assert table("<tr><td>甲</td><td>乙</td><td rowspan=2>丙</td></tr><tr><td>丁</td><td>戊</td></tr>") == (
        "甲\t乙\t丙\n丁\t戊\t"
    )


def test_feet_stand_at_the_end_captions_before_and_hidden_cells_nowhere() -> None:
    foot = "<tfoot><tr><td>合计</td><td>3</td></tr></tfoot>"
    rows = "<tr><td>甲</td><td>1</td></tr><tr style='display:none'><td>乙</td><td>2</td></tr>"
    more = "<tr><td>丙</td><td style='display:none'>x</td><td>4</td></tr>"
    caption = "<caption>表1 供水单位</caption>"
    assert table(f"{caption}{foot}<tbody>{rows}{more}</tbody>") == "表1 供水单位\n\n甲\t1\n丙\t4\n合计\t3"


LAYOUT = (
    "<table><tr><td>{}</td></tr></table><table><tr><td>{}</td><td><table><tr><td class=title>{}</td></tr><tr><td>来源："
    "</td><td><a>大</a></td></tr><tr><td><table><tr><td>{}</td></tr></table></td></tr></table></td></tr></table>"
)


def test_the_article_stands_in_tables_that_lay_out_the_page() -> None:
    found = page(LAYOUT.format(NAV, NAV, "某市供水管理办法", BODY)).raw
    assert found.startswith("某市供水管理办法\n\n一、各区")
    assert "栏目" not in found
    assert "来源" not in found


def test_the_title_is_no_name_of_a_site() -> None:
    tab = "<title>某市水务局</title>"
    body = f"<div class=t>某市供水管理办法（试行）</div><p><a href=/>首页</a></p><div>{BODY}</div>"
    assert page(f"{tab}{body}").raw.startswith("某市供水管理办法（试行）\n\n一、")
    assert page(f"<h1>关于供水的通知</h1>{tab}{body}").raw.startswith("关于供水的通知\n\n一、")


def test_a_title_that_the_text_only_cites_is_kept() -> None:
    for cited in ("《关于供水的通知》", "《转发〈关于供水的通知〉的函》"):
        assert page(f"<div><p>{cited}收悉。</p>{BODY}</div>", title="关于供水的通知").raw.startswith("关于供水的通知\n")


def test_lists_of_related_pages_beside_the_article_are_left_out() -> None:
    annex = "<div><p>附件1</p><p>供水单位名单</p></div>"
    related = (
        "<div><h3>相关文件</h3><ul><li><a href=1>关于供水的政策解读</a></li><li><a href=2>一图读懂</a></li></ul></div>"
    )
    files = "<div>附件：<a href=1.doc>1.名单</a><a href=2.doc>2.登记表</a></div>"
    found = page(f"<div><div id=zoom>{BODY}</div>{annex}{related}{files}</div>").raw
    assert found.endswith("附件1\n\n供水单位名单\n\n附件：1.名单2.登记表\n")


@pytest.mark.parametrize(
    ("inside", "note"),
    [
        ("<p style='display:none'>旧的条文。</p>", "隐藏的文字"),
        ("<iframe src=附件.pdf></iframe>", "嵌有其他文件"),
        ("<embed src=附件.pdf>", "嵌有其他文件"),
        ("<p style='display:none'>分享</p><iframe width=1 height=1></iframe><img src=a.gif>", ""),
    ],
)
def test_what_is_not_read_of_an_article_is_told(inside: str, note: str) -> None:
    notes = page(f"<div>{BODY * 4}{inside}</div>").notes
    assert [note in one for one in notes] == [True] * bool(note)


def test_an_article_of_images_is_told_and_one_without_words_refused() -> None:
    images = "<h1>关于供水的通知</h1><div><img src=1.jpg width=800><img src=i.gif width=16></div>"
    assert "有图像" in page(images).notes[0]
    for body in ("<div id=app></div><script>a=1</script>", f"<textarea>{BODY}</textarea>", "<img src=1.jpg>"):
        with pytest.raises(SourceError, match="没有正文") as caught:
            page(body, title="关于供水的通知")
        assert "\n" not in str(caught.value)
