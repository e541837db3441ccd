"""OpenDocument text: what its reader sees; files that mean harm."""

from __future__ import annotations

import pytest
from odtfile import cell, items, level, odt_file, paragraph, table
from ofdfile import package

from linter.limits import ITEMS
from linter.sources import AS_USUAL, How, Source, SourceError, read

REJECTED = How(changes="rejected")
STYLE = '<style:style style:name="{}" style:family="text" {}><style:text-properties {}/></style:style>'


def source(body: str, styles: str = "", margins: str = "", how: How = AS_USUAL) -> Source:
    return read(odt_file(body, styles, margins), "请示.odt", how)


def blocks(body: str, styles: str = "", how: How = AS_USUAL) -> list[str]:
    return source(body, styles, how=how).raw.rstrip("\n").split("\n\n")


def numbering(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def test_paragraphs_and_their_places() -> None:
    found = source(
        paragraph("某市通知") + paragraph("") + paragraph("各县：\n   <text:s/><text:s text:c='2'/>请办理。")
    )
    assert found.raw == "某市通知\n\n各县：    请办理。\n"
    assert (found.format, found.binary, found.place(0), found.place(7)) == ("odt", True, "第1段", "第3段")


@pytest.mark.parametrize("name", ["a.odt", "a.docx", "a.txt"])
def test_a_file_is_what_its_bytes_say(name: str) -> None:
    assert read(odt_file(paragraph("通知")), name).raw == "通知\n"


def test_words_within_a_paragraph() -> None:
    inside = (
        "关于<text:a>供水</text:a><text:line-break/>的<text:tab/><text:bookmark text:name='a'/>"
        "<text:ruby><text:ruby-base>通知</text:ruby-base><text:ruby-text>tz</text:ruby-text></text:ruby>"
        "<text:date>5月6日</text:date><office:annotation><text:p>批注</text:p></office:annotation>止"
    )
    assert blocks(paragraph(inside)) == ["关于供水\n的 通知5月6日止"]


def test_numbers_of_lists() -> None:
    styles = numbering(
        level(1, "一, 二, 三, ...", 'style:num-suffix="、"'),
        level(2, "1", 'text:display-levels="2" style:num-prefix="第" style:num-suffix="条"'),
        level(3, "①, ②, ③, ...", 'loext:num-list-format="（%3%）"'),
    )
    inner = paragraph("总则") + items(paragraph("目的") + items("甲", "乙") + paragraph("接着"), "依据")
    body = (
        items(inner, "附则") + paragraph("另段") + items("施行", more='text:continue-numbering="true"') + items("重起")
    )
    assert blocks(body, styles) == [
        "一、总则",
        "第一.1条 目的",
        "（①）甲",
        "（②）乙",
        "接着",
        "第一.2条 依据",
        "二、附则",
        "另段",
        "三、施行",
        "一、重起",
    ]


GOES_ON = 'text:continue-numbering="true"'


def test_lists_that_go_on_and_items_with_numbers_of_their_own() -> None:
    styles = numbering(level(1, "I", 'text:start-value="3"')) + numbering(level(1, "A"), name="M")
    styles += '<text:list-style style:name="N"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    odd = "<text:list text:style-name='L'><text:list-header><text:p>无号</text:p></text:list-header>{}</text:list>"
    item = "<text:list-item text:start-value='9' text:style-override='M'><text:p>己</text:p></text:list-item>"
    body = (
        items("甲", more='xml:id="a"')
        + items("乙", style="M")
        + items("丙", more='text:continue-list="a"')
        + items("丁", style="N")
        + odd.format(item)
        + items("戊", style="none")
    )
    assert blocks(body, styles) == ["III 甲", "A 乙", "IV 丙", "丁", "无号", "I 己", "戊"]


def test_numbers_of_headings() -> None:
    outline = f"<text:outline-style>{level(1, '1').replace('list-level-style-number', 'outline-level-style')}"
    outline += "<text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/>"
    outline += "</text:outline-style>"
    heads = [(1, ""), (2, ""), (1, "text:is-list-header='true'"), (1, ""), (2, ""), (7, ""), (1, RESTART)]
    body = "".join(f"<text:h text:outline-level='{at}' {more}>题</text:h>" for at, more in heads)
    assert blocks(body, outline) == ["1 题", "1.1 题", "题", "2 题", "2.1 题", "题", "5 题"]


RESTART = "text:restart-numbering='true' text:start-value='5'"


def test_tables_with_merged_and_repeated_cells() -> None:
    gone = "<table:covered-table-cell/>"
    rows = [
        cell("类别") + cell("标准", 'table:number-columns-spanned="2"') + gone,
        cell("甲", 'table:number-rows-spanned="2"') + cell("一") + cell("二"),
        gone + cell("三", 'table:number-columns-repeated="2"'),
    ]
    made = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    head = f"<table:table><table:table-header-rows>{made}</table:table-header-rows></table:table>"
    found = source(head + paragraph("注"))
    assert found.raw == "类别\t标准\t\n甲\t一\t二\n\t三\t三\n\n注\n"
    assert found.place(found.raw.index("二")) == "表1第2行第3格"


def test_tables_within_cells_and_of_one_column() -> None:
    inner = f"<table:table-cell>{paragraph('外')}{table([['内', '右']])}</table:table-cell>"
    made = f"<table:table><table:table-row>{inner}{cell('旁')}</table:table-row></table:table>"
    assert blocks(made + table([["框一"], ["框二"]])) == ["外¶内¶右\t旁", "框一", "框二"]


def test_notes_boxes_and_margins() -> None:
    note = (
        "<text:note text:note-class='{}'><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body>"
    )
    notes = "".join(note.format(kind, paragraph(kind)) + "</text:note>" for kind in ("footnote", "endnote"))
    frame = f"<draw:g><draw:frame><draw:text-box>{paragraph('框内')}</draw:text-box></draw:frame></draw:g>"
    shape = f"<draw:custom-shape>{paragraph('形内')}</draw:custom-shape>"
    margins = f"<style:header>{paragraph('某市文件')}</style:header>"
    margins += f"<style:footer-left>{paragraph('第1页')}</style:footer-left>"
    found = source(paragraph(f"正文{notes}{frame}{shape}"), margins=margins)
    assert found.raw.split("\n\n") == ["正文", "框内", "形内", "footnote", "endnote", "某市文件\n"]
    places = [found.place(found.raw.index(words)) for words in ("形内", "footnote", "endnote", "某市")]
    assert places == ["文本框2第1段", "脚注1第1段", "尾注1第1段", "页眉第1段"]


def test_one_side_of_tracked_changes() -> None:
    region = '<text:changed-region text:id="{}"><text:{}>{}</text:{}></text:changed-region>'
    regions = [region.format("a", "deletion", paragraph("三十"), "deletion")]
    regions.append(region.format("b", "deletion", paragraph("前") + paragraph("后"), "deletion"))
    regions.append(region.format("c", "insertion", "", "insertion"))
    tracked = f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"
    start, end = (f'<text:change-{name} text:change-id="c"/>' for name in ("start", "end"))
    body = tracked + paragraph(f'应当<text:change text:change-id="a"/>{start}二十{end}日')
    body += paragraph('甲<text:change text:change-id="b"/>乙') + paragraph(f"丙{start}") + paragraph(f"{end}丁")
    assert blocks(body) == ["应当二十日", "甲乙", "丙", "丁"]
    assert blocks(body, how=REJECTED) == ["应当三十日", "甲前", "后乙", "丙丁"]


def test_looks_of_styles_and_those_they_are_based_on() -> None:
    fonts = (
        '<style:font-face style:name="S" svg:font-family="Symbol" style:font-charset="x-symbol"/>'
        "<style:font-face style:name='W' svg:font-family=\"'Wingdings 2'\" style:font-charset='x-symbol'/>"
    )
    styles = (
        STYLE.format("v", "", 'text:display="none"')
        + STYLE.format("w", 'style:parent-style-name="v"', 'style:text-line-through-style="none"')
        + STYLE.format("k", "", 'style:text-line-through-type="single"')
        + STYLE.format("u", 'style:parent-style-name="u2"', 'style:text-position="super 58%"')
        + STYLE.format("u2", 'style:parent-style-name="u"', 'style:text-position="-33% 58%"')
        + STYLE.format("s", "", 'style:font-name="S"')
        + STYLE.format("x", "", 'style:font-name="W"')
    )
    runs = [("v", "藏"), ("w", "也"), ("k", "划"), ("u", "2"), ("u2", "3"), ("s", "\uf0b3"), ("x", "R"), ("no", "止")]
    inside = "".join(f'<text:span text:style-name="{name}">{words}</text:span>' for name, words in runs)
    found = source(paragraph(f"10{inside}<text:hidden-text>z</text:hidden-text>"), fonts + styles)
    assert found.raw == "10²3≥□止\n"
    assert [told[:6] for told in found.notes] == ["有划去的文字", "有隐藏的文字"]


def test_sections_indexes_and_what_is_not_read() -> None:
    body = (
        f"<text:section>{paragraph('甲')}</text:section>"
        f"<text:section text:display='none'>{paragraph('乙')}</text:section>"
        f"<text:table-of-content><text:index-body>{paragraph('目录')}</text:index-body></text:table-of-content>"
        "<draw:frame svg:width='17cm' svg:height='5in'><draw:image/></draw:frame>"
        "<draw:frame svg:width='1cm'><draw:object/></draw:frame>"
    )
    found = source(body)
    assert found.raw == "甲\n\n目录\n"
    assert [told.split("，")[0] for told in found.notes] == ["嵌有其他文件", "有图像", "有隐藏的文字"]


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data, "坏.odt")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_files_that_are_no_readable_text() -> None:
    whole = odt_file(paragraph("甲"))
    assert "ODT" in refused(b"PK\x03\x04")
    assert "密码" in refused(odt_file("", manifest="<encryption-data/>"))
    assert "XML" in refused(package({"content.xml": "<a"}))
    assert "DTD" in refused(package({"content.xml": "<!DOCTYPE a><a/>"}))
    assert "其他 OpenDocument" in refused(package({"content.xml": "<a/>"}))
    assert "只有图像" in refused(odt_file("<draw:frame svg:width='9in' svg:height='9in'><draw:image/></draw:frame>"))
    assert refused(whole[: len(whole) // 2])


def test_files_without_end_meet_a_limit() -> None:
    many = '<table:table-row table:number-rows-repeated="99999999"/>'
    assert "段落" in refused(odt_file(f"<table:table>{many}</table:table>"))
    assert "段落" in refused(odt_file(paragraph("") * (ITEMS // 2) + paragraph("") * (ITEMS // 2 + 1)))
    assert "列" in refused(odt_file(f"<table:table><table:table-row>{WIDE * 2}</table:table-row></table:table>"))
    for name in ("text:section", "draw:g", "text:span"):
        deep = f"<{name}>" * 300 + f"</{name}>" * 300
        assert "嵌套" in refused(odt_file(paragraph(deep) + deep))
    assert "MB" in refused(odt_file(" " * (65 << 20)))


WIDE = cell("a", 'table:number-columns-repeated="999999999"')
