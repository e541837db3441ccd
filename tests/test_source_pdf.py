"""PDF: order of reading, paragraphs over lines and pages, tables, heads left out, and files that mean harm."""

from __future__ import annotations

import re
import zlib

import pytest
from pdffile import HEIGHT, Drawn, Ruled, Said, apart, assemble, column, grid, pdf_file

from linter.sources import SourceError, read
from linter.sources.page import Char
from linter.sources.page_lines import line
from linter.sources.pdf_worker import extract

# Twenty-seven characters fill a line of the pages below, twenty-five behind an indent.
FULL = "为加强突发事件的应急管理工作预防和减少危害保障人民群众"
FIRST = FULL[2:]
LABELS = ("附件1", "附件2", "附件3", "附件4", "附件5")


def blocks(*pages: list[Said | Ruled]) -> list[str]:
    return blocks_of(pdf_file(*pages))


def blocks_of(data: bytes) -> list[str]:
    text: str = extract(data)["raw"]
    return text.rstrip("\n").split("\n\n")


def prose(*lines: str, y: float = 100) -> list[Said | Ruled]:
    return [*column(list(lines), y=y)]


def test_lines_join_and_indents_part_paragraphs() -> None:
    page = prose("　　" + FIRST, FULL, "规定。", "　　第二条" + FULL[:22], "附则。")
    assert blocks(page) == [FIRST + FULL + "规定。", "第二条" + FULL[:22] + "附则。"]


def test_a_full_heading_is_not_run_into_the_next_one() -> None:
    page = prose("　　一、" + FULL[:23], "　　（一）" + FULL[:22], FULL, FULL, "完。")
    assert blocks(page)[0] == "一、" + FULL[:23]


def test_latin_words_and_numbers_keep_their_spaces() -> None:
    page = [
        Said(80, 100, "依据"),
        Said(114, 100, "GB"),
        Said(154, 100, "9704"),
        Said(222, 100, "国务院"),
        Said(286, 100, "总理"),
    ]
    assert blocks(page) == ["依据GB 9704国务院 总理"]


def test_a_paragraph_goes_on_over_the_page_and_knows_both() -> None:
    lines = [chr(0x4E00 + at) * 27 for at in range(18)]
    second = prose(FULL, "完。", "　　" + FIRST, *lines[9:])
    answer = extract(pdf_file(prose("　　" + FIRST, *lines[:9]), second))
    first, _ = answer["raw"].split("\n\n")
    assert first == FIRST + "".join(lines[:9]) + FULL + "完。"
    assert [place for _, _, place in answer["origins"]] == ["第1页", "第2页", "第2页"]
    start, end, _ = answer["origins"][1]
    assert answer["raw"][start:end] == FULL + "完。"


def test_titles_over_several_lines_stay_one_block() -> None:
    centre = [Said(216, 60, "某某市人民政府", 22), Said(183, 92, "关于加强管理的通知", 22)]
    assert blocks([*centre, *prose("　　" + FIRST, FULL, FULL, "。", y=160)])[0] == "某某市人民政府\n关于加强管理的通知"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            Said(80, 40, "某某市人民政府公报"),
            *prose("　　" + word * 25, word * 27, word * 27, f"第{word}。"),
            Said(290, 800, f"— {number} —"),
        ]
        for number, word in enumerate("甲乙丙", 1)
    ]
    assert blocks(*pages) == [f"{word * 79}第{word}。" for word in "甲乙丙"]


def test_a_title_that_later_pages_repeat_as_head_stays() -> None:
    title = [Said(200, 120, "应急预案", 16)]
    heads = [[Said(200, 40, "应急预案", 16), *prose("　　" + word * 25, f"{word}。", y=200)] for word in "乙丙"]
    found = blocks([*title, *prose("　　" + FIRST, "甲。", y=200)], *heads)
    assert [words for words in found if words == "应急预案"] == ["应急预案"]


def test_a_label_at_the_head_of_a_page_is_no_running_head() -> None:
    pages = [
        [Said(80, 60, label), Said(200, 100, f"{word}登记表", 22), *prose("　　" + word * 25, f"{word}。", y=160)]
        for label, word in zip(LABELS, "甲乙丙丁戊", strict=True)
    ]
    assert tuple(words for words in blocks(*pages) if words.startswith("附")) == LABELS


def test_a_label_that_each_page_of_an_appendix_repeats_is_read_once() -> None:
    pages = [[Said(80, 60, "附件2"), *prose("　　" + word * 25, f"{word}。", y=160)] for word in "甲乙丙丁戊"]
    found = blocks(prose("　　" + FIRST, "如下。"), *pages)
    assert found.count("附件2") == 1
    assert found[1:3] == ["附件2", "甲" * 26 + "。"]


def test_text_drawn_twice_for_bold_is_read_once() -> None:
    title = [Said(180, 60, "关于加强管理的通知", 22)]
    body = [Said(80, 100, "应当应当成立2024年11月11日")]
    for page in ([*title, *body], apart([*title, *body])):
        again = [one._replace(x=one.x + 0.4, y=one.y + 0.2) for one in page]
        by_turns = [one for pair in zip(page, again, strict=True) for one in pair]
        for drawn in ([*page, *again], by_turns):
            assert blocks([*drawn]) == ["关于加强管理的通知", "应当应当成立2024年11月11日"]


def test_words_that_the_file_gives_for_others_keep_their_digits() -> None:
    actual = "/Span <</ActualText <FEFF301400320030003200313015>>> BDC"
    page: list[Drawn] = [*column(["某政发"]), actual, Said(128, 100, "[2021]"), "EMC"]
    assert blocks_of(pdf_file(page)) == ["某政发〔2021〕"]


def test_each_character_an_object_of_its_own() -> None:
    page = apart(column(["　　" + FIRST, FULL, "规定。", "　　附则。"]))
    assert blocks([*page]) == [FIRST + FULL + "规定。", "附则。"]


def test_vertical_text_is_read_column_by_column() -> None:
    lines = ["国办发〔二〇二一〕五号", "关于印发《预案》的通知"]
    page = [Said(500 - 40 * at, 60, words, font="V") for at, words in enumerate(lines)]
    assert "".join(blocks_of(pdf_file([*page]))) == "".join(lines)


def test_vertical_text_in_a_merged_cell_stays_in_it() -> None:
    lines = [Ruled(80, y, 400, y + 0.5) for y in (100, 200)] + [Ruled(110, y, 400, y + 0.5) for y in (125, 150, 175)]
    lines += [Ruled(x, 100, x + 0.5, 200) for x in (80, 110, 400)]
    words = [Said(120, 120 + 25 * at, word) for at, word in enumerate(["煤矸石", "尾矿", "炉渣", "其他"])]
    down = pdf_file([*lines, *words, Said(95, 115, "固体废物", font="V", scale=0.05)])
    assert blocks_of(down) == ["固体废物\t煤矸石\n\t尾矿\n\t炉渣\n\t其他"]


def test_raised_figures_are_no_digits_of_a_number() -> None:
    for size, rise in ((6, 9), (8, 8), (10, 5)):
        line = [Said(80, 100, "以上10"), Said(144, 100 - rise, "6", size), Said(144 + size, 100, "立方米以下")]
        assert blocks([*line, *column(["　　第二行"] * 3, y=140)])[0] == "以上10⁶立方米以下"


def test_small_words_beside_a_title_are_not_raised() -> None:
    assert blocks([Said(80, 100, "统计表", 22), Said(150, 97, "2024", 9)]) == ["统计表2024"]


def test_two_columns_are_read_one_after_the_other() -> None:
    title = [Said(230, 60, "应急预案管理办法", 18)]
    left = column(["　　左" + FULL[:11], *[FULL[:14]] * 9, "左完。"], 60, 120, 24)
    right = column(["　　右" + FULL[:11], *[FULL[:14]] * 9, "右完。"], 310, 128, 24)
    assert blocks([*title, *left, *right]) == [
        "应急预案管理办法",
        "左" + FULL[:11] + FULL[:14] * 9 + "左完。",
        "右" + FULL[:11] + FULL[:14] * 9 + "右完。",
    ]


def test_a_list_of_names_and_numbers_is_not_two_columns() -> None:
    names = ["市委", "市政府", "市发展和改革委员会", "市公安局", "市财政局"] * 3
    page = column(names, 80) + column([f"20622{number:02}" for number in range(15)], 350)
    assert blocks([*page])[0].splitlines()[1] == "市政府\t2062201"


def table_page(y: float, rows: list[tuple[str, str]]) -> list[Said | Ruled]:
    lines = grid([80, 180, 400], [y + 30 * at for at in range(len(rows) + 1)])
    words = [
        Said(x, y + 22 + 30 * at, word) for at, row in enumerate(rows) for x, word in zip((90, 190), row, strict=True)
    ]
    return [*lines, *(word for word in words if word.words)]


def test_ruled_tables_are_rows_of_cells() -> None:
    page = [
        *prose("　　" + FIRST, "如下表。"),
        *table_page(200, [("级别", "标准"), ("一般", ""), ("较大", "死亡3人")]),
    ]
    assert blocks(page)[-1] == "级别\t标准\n一般\t\n较大\t死亡3人"


def test_a_table_goes_on_behind_a_page_break() -> None:
    first = [*prose("　　" + FIRST, "。"), *table_page(700, [("级别", "标准"), ("一般", "甲")])]
    assert blocks(first, table_page(60, [("较大", "乙")]))[-1] == "级别\t标准\n一般\t甲\n较大\t乙"


def test_a_head_that_stands_again_behind_the_page_break_is_left_out() -> None:
    head, tops = ("级别", "标准"), (700, 60, 60)
    rows = [[("一般", "甲")], [("较大", "乙")], [("重大", "丙")]]
    pages = [table_page(top, [head, *own]) for top, own in zip(tops, rows, strict=True)]
    assert blocks([*prose("　　" + FIRST, "。"), *pages[0]], *pages[1:])[-1].splitlines() == [
        "级别\t标准",
        "一般\t甲",
        "较大\t乙",
        "重大\t丙",
    ]


def test_the_unit_above_a_head_that_stands_again_parts_no_table() -> None:
    head = ("单位", "经费")
    first = [*prose("　　" + FIRST, "。"), *table_page(700, [head, ("甲", "12")])]
    second = [Said(300, 40, "单位：万元", 12), *table_page(60, [head, ("合计", "12")])]
    assert blocks(first, second)[-1] == "单位\t经费\n甲\t12\n合计\t12"


def test_a_document_number_below_a_full_title_is_a_line_of_its_own() -> None:
    lines = ["某某市教育局关于公布招生计划的通知", "某教发〔2024〕31号"]
    assert blocks(column(lines, x=180, y=60, step=26, size=14)) == lines


def test_a_row_that_a_page_break_cut_is_one() -> None:
    names, numbers = column(["市市场监督", "管理局应急"], 84, 722, 22), [Said(184, 722, "2022239")]
    first = [*grid([80, 168, 400], [700, 760]), *names, *numbers, *prose("　　" + FIRST, "。")]
    second = [
        *grid([80, 168, 400], [60, 90, 120]),
        Said(84, 82, "处"),
        Said(84, 112, "市局"),
        Said(184, 112, "2024118"),
    ]
    assert blocks(first, second)[-1] == "市市场监督管理局应急处\t2022239\n市局\t2024118"


def test_numbers_broken_in_a_narrow_cell_are_one() -> None:
    narrow = [*grid([80, 160, 240], [100, 160]), *column(["1380", "0001"], 84, 122, 22), Said(164, 122, "某某")]
    assert blocks(narrow) == ["13800001\t某某"]


def test_a_heading_behind_a_full_last_line() -> None:
    page = prose(FULL, FULL[:26] + "。", "5.1 善后处置", FULL[:25] + "）", "（二）项规定的，从其规定。", y=100)
    assert blocks(page) == [FULL + FULL[:26] + "。", "5.1 善后处置", FULL[:25] + "）（二）项规定的，从其规定。"]


def test_merged_cells_and_wrapped_words() -> None:
    lines = [Ruled(80, y, 400, y + 0.5) for y in (100, 220)] + [Ruled(180, 160, 400, 160.5)]
    lines += [Ruled(x, 100, x + 0.5, 220) for x in (80, 180, 400)]
    words = [Said(90, 165, "一般"), *column([FULL[:12], "市局"], 184, 122, 22), Said(190, 200, "县局")]
    assert blocks([*lines, *words]) == [f"一般\t{FULL[:12]}市局\n\t县局"]


def test_frames_side_by_side_are_read_one_after_the_other() -> None:
    left = [*grid([80, 260], [100, 180]), Said(90, 130, "接到报告后立即核实"), Said(90, 158, "并向市政府报告。")]
    right = [*grid([300, 480], [100, 180]), Said(310, 130, "启动应急响应程序"), Said(310, 158, "组织力量处置。")]
    assert blocks([*left, *right, Said(80, 220, "附则")]) == [
        "接到报告后立即核实并向市政府报告。",
        "启动应急响应程序组织力量处置。",
        "附则",
    ]


def test_frames_and_separators_are_no_tables() -> None:
    frame = grid([70, 500], [80, 300])
    line = [Ruled(80, 150, 500, 151)]
    assert blocks([*frame, *line, *prose("甲。", "", "", "乙。")]) == ["甲。", "乙。"]


def test_rotated_pages_are_read_upright_and_watermarks_left_out() -> None:
    turned = [Said(100 + 28 * at, HEIGHT - 700, words, turn="0 1 -1 0") for at, words in enumerate([FULL, "完。"])]
    mark = Said(200, 400, "内部资料", 60, turn="0.7 0.7 -0.7 0.7")
    assert blocks([*turned, mark]) == [FULL + "完。"]


@pytest.mark.parametrize(
    ("page", "note"),
    [
        (["q 300 0 0 300 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"], "第2页有图像"),
        ([Said(90, 90, FULL, font="N"), *prose(FULL, FULL, FULL, FULL, FULL)], "第2页有字体没有字符编码"),
        ([Said(90, 90, FULL, turn="0 1 -1 0"), *prose(FULL, FULL)], "第2页另有横竖方向不同的文字"),
    ],
)
def test_words_that_are_not_read_are_told(page: list[Drawn], note: str) -> None:
    notes = extract(pdf_file(prose("甲。"), page))["notes"]
    assert [one.startswith(note) for one in notes] == [True]


HIDING = ["1 1 1 rg", Said(80, 300, "这些字谁也看不见"), "0 0 0 rg"]
DARK = ["0.2 0.2 0.6 rg 70 520 300 40 re f"]


@pytest.mark.parametrize(
    ("page", "told", "there"),
    [
        (HIDING, True, False),
        (["3 Tr", Said(80, 300, "这些字谁也看不见"), "0 Tr"], True, False),
        ([*DARK, *HIDING], False, True),
        (["1 1 1 rg 70 520 300 40 re f", *HIDING], True, False),
        (["1 1 1 rg", Said(80, 300, "空"), "0 0 0 rg"], False, False),
    ],
)
def test_words_that_nobody_sees_are_left_out_and_told(page: list[Drawn], *, told: bool, there: bool) -> None:
    source = read(pdf_file([*column(["关于放假的通知", "各部门：", "放假三天。"]), *page]), "a.pdf")
    assert any("不显示的文字" in note for note in source.notes) is told
    assert ("谁也看不见" in source.raw) is there


def test_a_mark_of_a_few_lines_is_no_text() -> None:
    assert extract(pdf_file(prose("甲。"), [*grid([80, 180, 400], [100, 200])]))["notes"] == []


def test_the_whole_way_gives_a_source() -> None:
    data = pdf_file(prose("甲。"), prose("乙。"))
    source = read(data, "a.PDF")
    assert (source.raw, source.format, source.binary, source.place(4)) == ("甲。\n\n乙。\n", "pdf", True, "第2页")


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data, "坏.pdf")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_files_that_are_no_readable_pdf() -> None:
    whole = pdf_file(prose("甲。"))
    locked = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'ab' * 32}>/U<{'cd' * 32}>/P -4>>/ID[<00><00>]"
    assert "文字层" in refused(pdf_file([Ruled(1, 1, 99, 99)]))
    assert "密码" in refused(pdf_file(prose("甲。"), more=locked))
    assert "已损坏" in refused(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    assert "已损坏" in refused(whole[:300])
    assert "不是 PDF" in refused(b"<html>")
    assert refused(assemble(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 99/Kids[2 0 R 2 0 R]>>"]))


def page_of(content: str, *more: str, resources: str = "") -> bytes:
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<{resources}>>/Contents 4 0 R>>"
    return assemble(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", page, content, *more])


def test_streams_that_unpack_without_end_meet_the_memory_limit() -> None:
    packer = zlib.compressobj(9)
    block = packer.compress(b" " * (16 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    stream = (block[:2] + block[2:] * 120).decode("latin-1")
    content = f"<</Length {len(stream)}/Filter/FlateDecode>>stream\n{stream}\nendstream"
    assert "内存" in refused(page_of(content))


def test_forms_that_draw_each_other_meet_a_limit() -> None:
    head = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>/Length 60>>stream\n{}\nendstream"
    )
    forms = [head.format(6 + at, "/X Do " * 10) for at in range(12)]
    assert refused(page_of("<</Length 5>>stream\n/X Do\nendstream", *forms, resources="/XObject<</X 5 0 R>>"))


def test_short_lines_below_each_other_are_a_list() -> None:
    assert blocks([*column(["市公安局", "市财政局", "市民政局"] * 5)])[:3] == ["市公安局", "市财政局", "市民政局"]


def test_a_line_is_as_large_as_its_chinese_characters() -> None:
    """The boxes of digits are higher or lower than those of Chinese: a line with many of them goes on all the same."""
    chinese = [Char(word, 80 + 12 * at, 100, 92 + 12 * at, 112) for at, word in enumerate("自年月日")]
    digits = [Char(word, 128 + 6 * at, 97, 134 + 6 * at, 113) for at, word in enumerate("202531")]
    assert line([*chinese, *digits]).size == 12
    assert line(digits).size == 16


def test_pages_that_share_what_they_show_meet_a_limit() -> None:
    whole = pdf_file(prose(*[FULL] * 30), *[[]] * 100)
    shared = re.sub(rb"/Contents \d+ 0 R", b"/Contents 10 0 R", whole)
    with pytest.raises(SourceError, match="万字"):
        extract(shared)
