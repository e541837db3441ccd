"""Word files: what a reader of the document sees is what is linted, and every word knows its place."""

from __future__ import annotations

import io
import re
import sys
import zipfile

import pytest
from wordfile import cell, level, numbered, paragraph, row, run, table, word_file

from linter.installing import install
from linter.sources import Source, SourceError, read
from linter.sources.docx import read_mapped
from linter.sources.docx_numbering import ordinal

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def text_of(body: str, **parts: str) -> str:
    return read(word_file(body, **parts), "请示.docx").raw


def blocks(body: str, **parts: str) -> list[str]:
    return text_of(body, **parts).rstrip("\n").split("\n\n")


def numbering(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def place_of(source: Source, words: str) -> str:
    return source.place(source.raw.index(words))


def test_paragraphs_are_lines_parted_by_an_empty_one() -> None:
    assert (
        text_of(paragraph("一、总则") + paragraph("") + paragraph("为了规范管理。")) == "一、总则\n\n为了规范管理。\n"
    )


def test_a_line_break_inside_a_title_stays_inside_its_block() -> None:
    body = f"<w:p>{run('关于印发')}<w:r><w:br/></w:r>{run('预案的通知')}<w:r><w:br/></w:r></w:p>" + paragraph("正文")
    assert text_of(body) == "关于印发\n预案的通知\n\n正文\n"


def test_numbers_of_three_levels_restart_under_each_heading() -> None:
    parts = numbering(
        level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
    )
    body = "".join(
        numbered(words, 1, depth)
        for words, depth in [
            ("总则", 0),
            ("目的", 1),
            ("甲", 2),
            ("乙", 2),
            ("依据", 1),
            ("丙", 2),
            ("组织", 0),
            ("机构", 1),
        ]
    )
    assert blocks(body, numbering=parts) == [
        "一、总则", "（一）目的", "1. 甲", "2. 乙", "（二）依据", "1. 丙", "二、组织", "（一）机构"
    ]  # fmt: skip


def test_numbers_of_a_plan_carry_those_above() -> None:
    parts = numbering(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    body = numbered("总则") + numbered("目的", depth=1) + numbered("响应") + numbered("分级", depth=1)
    assert blocks(body + numbered("Ⅰ级", depth=2), numbering=parts) == [
        "1 总则",
        "1.1 目的",
        "2 响应",
        "2.1 分级",
        "2.1.1 Ⅰ级",
    ]


def test_legal_numbering_turns_chinese_numbers_above_into_figures() -> None:
    parts = numbering(
        level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>'), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    assert blocks(numbered("总则") + numbered("目的", depth=1), numbering=parts) == ["第一章 总则", "1.1 目的"]


def test_numbers_come_from_the_style_and_what_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="c"/></w:style>'
    )
    body = (
        paragraph("一", '<w:pStyle w:val="b"/>')
        + paragraph("二", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("三", '<w:pStyle w:val="a"/>')
        + paragraph("四", '<w:pStyle w:val="c"/>')
    )
    parts = numbering(level(0, "decimal", "（%1）"))
    assert blocks(body, numbering=parts, styles=styles) == ["（1）一", "二", "（2）三", "四"]


def test_a_style_finds_the_level_that_names_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = numbering(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", '<w:pStyle w:val="h2"/>'))
    assert blocks(numbered("总则") + paragraph("目的", '<w:pStyle w:val="h2"/>'), numbering=parts, styles=styles) == [
        "1 总则",
        "1.1 目的",
    ]


def test_two_lists_of_one_kind_count_on_unless_one_starts_over() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    parts = numbering(level(0, "decimal", "%1、"), more=more)
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 3) + numbered("丁", 3)
    assert blocks(body, numbering=parts) == ["1、甲", "2、乙", "1、丙", "2、丁"]


def test_a_level_that_never_restarts_counts_on() -> None:
    parts = numbering(
        level(0, "chineseCounting", "第%1章"), level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>')
    )
    body = numbered("总则") + numbered("甲", depth=1) + numbered("附则") + numbered("乙", depth=1)
    assert blocks(body, numbering=parts) == ["第一章 总则", "第一条 甲", "第二章 附则", "第二条 乙"]


def test_a_list_that_begins_below_its_top_passes_over_the_number_above() -> None:
    parts = numbering(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    body = numbered("目的", depth=1) + numbered("职责") + numbered("机构", depth=1)
    assert blocks(body, numbering=parts) == ["1.1 目的", "2 职责", "2.1 机构"]


def test_bullets_and_broken_lists_add_no_words() -> None:
    parts = numbering(level(0, "bullet", "\uf06c"))
    assert blocks(numbered("甲") + numbered("乙", 9) + numbered("丙", 1, 8), numbering=parts) == ["甲", "乙", "丙"]


def test_a_format_of_its_own_fills_up_with_zeros() -> None:
    own = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    choice = (
        f"<mc:AlternateContent><mc:Choice>{own}</mc:Choice><mc:Fallback><w:numFmt/></mc:Fallback></mc:AlternateContent>"
    )
    parts = numbering(level(0, "decimal", "第%1号").replace('<w:numFmt w:val="decimal"/>', choice))
    assert blocks(numbered("甲") + numbered("乙"), numbering=parts) == ["第001号 甲", "第002号 乙"]


@pytest.mark.parametrize(
    ("count", "form", "words"),
    [
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCounting", "一百零五"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (10, "ideographDigital", "一〇"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "11"),
        (20, "decimalEnclosedCircleChinese", "⑳"),
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (-3, "chineseCounting", "-3"),
        (12, "001", "012"),
        (5, "none", ""),
        (5, "hebrew1", "5"),
    ],
)
def test_number_formats(count: int, form: str, words: str) -> None:
    assert ordinal(count, form) == words


def test_merged_cells_hold_their_columns() -> None:
    wide = cell("级别与标准", properties='<w:gridSpan w:val="2"/>')
    first = cell("一般", properties='<w:vMerge w:val="restart"/>')
    follows = cell("", properties="<w:vMerge/>")
    body = table(row(wide, "部门"), row(first, "3人以下", "市局"), row(follows, "10户以下", "县局"))
    source = read(word_file(body), "表.docx")
    assert source.raw == "级别与标准\t\t部门\n一般\t3人以下\t市局\n\t10户以下\t县局\n"
    assert place_of(source, "10户") == "表1第3行第2格"


def test_paragraphs_and_breaks_of_a_cell_are_marked() -> None:
    broken = f"<w:tc><w:p>{run('传真')}<w:r><w:br/></w:r>{run('电话')}</w:p></w:tc>"
    assert text_of(table(row(cell("一", "二", ""), "三"), row(broken, "四"))) == "一¶二\t三\n传真¶电话\t四\n"


def test_a_table_inside_a_cell_gives_its_words_to_the_cell() -> None:
    inner = f"<w:tc>{table(row('甲', '乙'))}<w:p/></w:tc>"
    assert text_of(table(row(inner, "丙"))) == "甲¶乙\t丙\n"


def test_a_frame_of_one_column_is_read_as_paragraphs() -> None:
    assert blocks(table(row("抄送：市委。"), row("2024年5月6日印发"))) == ["抄送：市委。", "2024年5月6日印发"]


def test_changes_are_read_as_accepted() -> None:
    body = (
        f"<w:p>{run('死亡')}<w:del>{'<w:r><w:delText>3</w:delText></w:r>'}</w:del><w:ins>{run('5')}</w:ins>{run('人')}"
        f"<w:moveFrom>{run('以上')}</w:moveFrom><w:moveTo>{run('以下')}</w:moveTo></w:p>"
    )
    assert text_of(body) == "死亡5人以下\n"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    parts = numbering(level(0, "decimal", "%1."))
    body = paragraph("市发展", deleted) + numbered("改革委") + numbered("市公安局")
    assert blocks(body, numbering=parts) == ["1. 市发展改革委", "2. 市公安局"]


def test_deleted_rows_and_cells_are_gone() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    body = table(row("甲", "乙"), gone, row("丙", cell("旧", properties="<w:cellDel/>"), "丁"))
    assert text_of(body) == "甲\t乙\n丙\t丁\n"


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"EQ \o\ac(○,21)", "㉑"),
        (r"eq \o\ac(○,7)", "⑦"),
        (r"EQ \o\ac(○,甲)", "甲"),
        (r'EQ \* jc2 \* "Font:宋体"', ""),
        (r"EQ \o\ad(\s\up 11(zhāng),张)", "张"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps24 \o\ad(\s\up 11(zhāng),张)', "张"),
        (r"EQ \f(1,3)", "1/3"),
        (r"eq \F(a+b;\f(1,2))", "(a+b)/(1/2)"),
        (r"EQ 10\s\up8(6)", "10⁶"),
        (r"EQ CO\s\do 4(2)", "CO2"),
        (r"EQ \r(3,x)", "3√x"),
        (r"EQ \r(a+b)", "√(a+b)"),
        (r"EQ \b\bc\[(\l(甲,乙))", "[甲,乙]"),
        (r"EQ \b(甲\,乙)", "(甲,乙)"),
        (r"EQ \x\to(甲)", "甲"),
        (r"EQ \f(1", "f(1"),
        (r"PAGE", ""),
    ],
)
def test_fields_of_formulas_show_what_a_reader_sees(instruction: str, shown: str) -> None:
    half = len(instruction) // 2
    parts = instruction[:half], instruction[half:]
    codes = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in parts)
    field = FIELD.format("begin") + codes + FIELD.format("end")
    body = paragraph("").replace("</w:p>", run("第") + field + run("项") + "</w:p>")
    assert read(word_file(body), "a.docx").raw.strip() == f"第{shown}项"


def test_fields_show_their_result_only() -> None:
    code = "<w:r><w:instrText> TOC </w:instrText></w:r>"
    nested = FIELD.format("begin") + run("PAGEREF") + FIELD.format("separate") + run("7") + FIELD.format("end")
    body = (
        f"<w:p>{FIELD.format('begin')}{code}{run('代码')}{FIELD.format('separate')}{run('总则')}<w:r><w:tab/></w:r>{nested}</w:p>"
        f"<w:p>{run('附则 9')}{FIELD.format('end')}</w:p>"
    )
    assert blocks(body) == ["总则 7", "附则 9"]


def test_hidden_words_symbols_hyphens_and_formulas() -> None:
    shown = '<w:vanish w:val="0"/>'
    body = (
        f"<w:p>{run('藏', '<w:vanish/>')}{run('现', shown)}"
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="2460"/><w:noBreakHyphen/></w:r>'
        "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>"
    )
    assert text_of(body) == "现□①-a=b\n"


def test_text_boxes_are_read_once_and_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('晋城市人民政府')}</w:txbxContent>"
    body = (
        f"<w:p>{run('图1')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p>{paragraph('下文')}"
    )
    source = read(word_file(body), "图.docx")
    assert source.raw == "图1\n\n晋城市人民政府\n\n下文\n"
    assert place_of(source, "晋城") == "文本框1第1段"


def test_notes_stand_behind_the_body_in_order_of_reference() -> None:
    notes = "".join(
        f'<w:footnote w:id="{name}">{paragraph(words)}</w:footnote>' for name, words in ((1, "乙注"), (2, "甲注"))
    )
    body = "".join(
        f'<w:p>{run(words)}<w:r><w:footnoteReference w:id="{name}"/></w:r></w:p>'
        for words, name in (("甲", 2), ("乙", 1))
    )
    source = read(word_file(body, footnotes=notes), "注.docx")
    assert source.raw == "甲\n\n乙\n\n甲注\n\n乙注\n"
    assert place_of(source, "乙注") == "脚注2第1段"


def test_headers_that_say_nothing_new_are_left_out() -> None:
    section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    body = paragraph("关于开展检查的通知") + section
    assert blocks(body, header=paragraph("关于开展检查的 通知"), footer=paragraph("第 1 页")) == ["关于开展检查的通知"]
    assert blocks(body, header=paragraph("内部资料"), footer=paragraph("— 1 —")) == ["关于开展检查的通知", "内部资料"]


def test_comments_that_speak_to_the_linter_are_kept_with_their_place() -> None:
    comments = "".join(
        f'<w:comment w:id="{name}">{paragraph(words)}</w:comment>'
        for name, words in ((1, "gazette-lint: ignore TH003 国家预案如此"), (2, "请核对"))
    )
    first, second = ('<w:commentRangeStart w:id="1"/>', '<w:commentRangeStart w:id="2"/>')
    body = f"<w:p>{run('死亡')}{first}{run('3人')}{second}{run('以上')}</w:p>"
    (comment,) = read(word_file(body, comments=comments), "批.docx").comments
    assert (comment.span.start, comment.words) == (2, "gazette-lint: ignore TH003 国家预案如此")


def test_every_piece_is_the_words_of_its_element() -> None:
    parts = numbering(level(0, "decimal", "%1."))
    body = (
        numbered("甲\t乙") + table(row(cell("一", "二"), "三")) + f"<w:p>{run('死亡')}<w:ins>{run('5')}</w:ins></w:p>"
    )
    reading = read_mapped(word_file(body, numbering=parts))
    assert [reading.source.raw[piece.span.start : piece.span.end] for piece in reading.pieces] == [
        "甲 乙", "一", "二", "三", "死亡", "5"
    ]  # fmt: skip
    assert [piece.node.text.replace("\t", " ") for piece in reading.pieces] == ["甲 乙", "一", "二", "三", "死亡", "5"]


def test_source_says_what_it_is() -> None:
    data = word_file(paragraph("正文"))
    source = read(data, "a.DOCX")
    assert (source.format, source.encoding, source.binary, source.data, source.length) == (
        "docx",
        "",
        True,
        data,
        len(data),
    )


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data, "坏.docx")
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_broken_archives() -> None:
    whole = word_file(paragraph("正文" * 2000))
    assert "不是 .docx" in refused(b"PK\x03\x04 nothing")
    assert "不是 .docx" in refused(b"")
    assert "不是 .docx" in refused(whole[: len(whole) // 2])
    assert "Word" in refused(word_file("", raw={"_rels/.rels": b"<Relationships/>"}))
    at = whole.index(b"word/document.xml") + 40
    assert "已损坏" in refused(whole[:at] + bytes(40) + whole[at + 40 :])


def test_an_encrypted_file_says_so() -> None:
    locked = "EncryptedPackage".encode("utf-16-le")
    assert "密码" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + locked)


def test_bad_xml_and_entities_are_refused() -> None:
    assert "XML" in refused(word_file("<w:p>"))
    bomb = (
        b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
    )
    assert "DTD" in refused(word_file("", raw={"word/document.xml": bomb}))


def test_zip_bombs_stop_at_the_limit() -> None:
    assert "MB" in refused(word_file("", raw={"word/document.xml": b" " * (65 << 20)}))
    assert "标记过多" in refused(word_file("<w:p/>" * 2_500_001))


def test_tables_wider_than_any_page_are_refused() -> None:
    assert "列" in refused(word_file(table(row(*["甲"] * 10_000))))
    assert "列" in refused(word_file(table(row(cell("甲", properties='<w:gridSpan w:val="99999999"/>'), "乙"))))


def test_deep_nesting_is_refused() -> None:
    assert "XML" in refused(word_file("<w:sdt>" * 3000 + "</w:sdt>" * 3000))


def test_a_member_is_read_no_further_than_the_limit() -> None:
    """The size a package declares is not believed."""
    data = bytearray(word_file("", raw={"word/document.xml": b" " * (65 << 20)}))
    buffer = io.BytesIO(bytes(data))
    size = next(item.file_size for item in zipfile.ZipFile(buffer).infolist() if item.filename == "word/document.xml")
    declared = size.to_bytes(4, "little")
    forged = bytes(data).replace(declared, (10).to_bytes(4, "little"))
    assert refused(forged)


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.docx", "lxml.etree", "docx"), ("a.html", "lxml.etree", "html"), ("a.pdf", "pypdfium2", "pdf")],
)
def test_a_missing_extra_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    data = {"a.docx": word_file(paragraph("甲")), "a.html": b"<p>x</p>", "a.pdf": b"%PDF-1.7"}[name]
    with pytest.raises(SourceError, match=re.escape(install(extra))):
        read(data, name)
