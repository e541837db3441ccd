"""Pages of PDF: tables without lines, words side by side, writing downwards, turned and cut pages, words not drawn."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

import pytest
from pdffile import HEIGHT, WIDTH, Drawn, Said, assemble, column, pdf_file

from linter.sources import Source, read
from linter.sources.page import Box, ruled

FULL = "为加强突发事件的应急管理工作预防和减少危害保障人民群众"
IMAGE = "q 500 0 0 800 40 20 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
# Cells of each row as their lines; the second column is twelve characters wide.
ROWS = [
    [["级别"], ["标准"], ["响应"]],
    [["Ⅰ级"], ["死亡30人以上，或者直接经", "济损失1亿元以上"], ["省级"]],
    [["Ⅱ级"], ["死亡10人以上30人以下，或者", "直接经济损失5000万元以上", "1亿元以下"], ["市级"]],
    [["Ⅲ级"], ["死亡3人以上"], ["县级"]],
]
TABLE = (
    "级别\t标准\t响应\nⅠ级\t死亡30人以上，或者直接经济损失1亿元以上\t省级\n"
    "Ⅱ级\t死亡10人以上30人以下，或者直接经济损失5000万元以上1亿元以下\t市级\nⅢ级\t死亡3人以上\t县级"
)


def source(*page: Drawn) -> Source:
    return read(pdf_file(list(page)), "a.pdf")


def blocks(*page: Drawn) -> list[str]:
    return source(*page).raw.rstrip("\n").split("\n\n")


def table(rows: list[list[list[str]]], apart: float, middle: bool = False) -> list[Said]:
    """Rows of cells without lines, so many points between them beside the leading, each cell from its top or middle."""
    heights = [max(map(len, row)) * 20 + apart for row in rows]
    tops = accumulate(heights, initial=200.0)
    return [
        Said(x, top + 20 * (at + (max(map(len, row)) - len(cell)) / 2 * middle), words, 12)
        for top, row in zip(tops, rows, strict=False)
        for x, cell in zip((80, 150, 360), row, strict=False)
        for at, words in enumerate(cell)
    ]


@pytest.mark.parametrize("apart", [0, 10])
def test_cells_of_tables_without_lines_are_whole(apart: float) -> None:
    page = [*column(["　　" + FULL[2:], "如下。"]), *table(ROWS, apart), Said(112, 450, "以上包括本数。")]
    assert blocks(*page)[-2:] == [TABLE, "以上包括本数。"]


def test_cells_in_the_middle_of_their_rows() -> None:
    assert blocks(*table(ROWS, 10, middle=True)) == [TABLE]


def test_narrow_cells_show_where_columns_part() -> None:
    rows = [[["序号"], ["单位"], ["电话"]], [["1"], ["市水务局"], ["2022239"]], [["2"], ["市气象局"], ["2051909"]]]
    near = [one._replace(x=one.x - 30) if one.x == 150 else one for one in table(rows, 0)]
    assert blocks(*near) == ["序号\t单位\t电话\n1\t市水务局\t2022239\n2\t市气象局\t2051909"]


def test_rows_that_end_short_or_stand_apart_stay_rows() -> None:
    rows = [
        [["年份"], ["产量"], ["增长"]],
        *([[str(year)], ["100"], ["5"]] for year in (2019, 2020)),
        [["合计"], ["200"]],
    ]
    assert blocks(*table(rows, 0)) == ["年份\t产量\t增长\n2019\t100\t5\n2020\t100\t5\n合计\t200\t"]
    names = [*column(["某某市人民政府办公室"] * 4, 80), *column(["某某市应急管理局机关"] * 4, 300)]
    assert blocks(*names) == ["\n".join(["某某市人民政府办公室\t某某市应急管理局机关"] * 4)]


def test_a_note_below_a_table_is_none_of_its_rows() -> None:
    rows = [[["单位"], ["电话"]], *([[name], ["2022239"]] for name in ("市水务局", "市气象局")), [["注：节假日照常"]]]
    assert blocks(*table(rows, 0)) == ["单位\t电话\n市水务局\t2022239\n市气象局\t2022239", "注：节假日照常"]


def test_words_side_by_side_are_read_one_after_the_other() -> None:
    left, right = (
        ["接到报告后立即核实", "并向市人民政府报告，", "组织先期处置工作。"],
        ["启动应急响应程序，", "调集救援力量赶赴现场，"],
    )
    page = [*column(left, 80, 200, 22, 14), *column([*right, "划定警戒区域。"], 330, 200, 22, 14)]
    assert blocks(*page) == ["".join(left), "".join(right) + "划定警戒区域。"]


def test_frames_with_round_corners_are_frames() -> None:
    corners = [(8, 0), (92, 0), (96, 0), (100, 4), (100, 8), (100, 52), (96, 60), (92, 60), (8, 60), (4, 60), (0, 52)]
    points = [(float(x), float(y)) for x, y in [*corners, (0, 8), (4, 0), (8, 0)]]
    assert set(ruled(points, stroked=True)) == {
        Box(0, 0, 100, 0), Box(0, 60, 100, 60), Box(0, 0, 0, 60), Box(100, 0, 100, 60)
    }  # fmt: skip
    assert list(ruled([(0, 0), (50, 60), (100, 0), (0, 0)], stroked=True)) == [Box(0, 0, 100, 0)]


def test_characters_placed_below_each_other_are_written_downwards() -> None:
    lines = ["为加强供水管理，保障供水安全", "根据国家规定，制定本办法"]
    page = [
        Said(480 - 40 * at + 8 * (char == "，"), 100 + 17 * step - 5 * (char == "，"), char, 16)
        for at, words in enumerate(lines)
        for step, char in enumerate(words)
    ]
    assert "".join(blocks(*page)) == "".join(lines)
    assert len(blocks(*column(list("甲乙丙丁") * 6))) > 1


def page_with(attributes: str, *said: Said) -> Source:
    """A page with further attributes."""
    data = pdf_file([*said]).replace(b"/MediaBox", attributes.encode() + b"/MediaBox")
    return read(data, "a.pdf")


@pytest.mark.parametrize(
    ("turn", "at"),
    [
        (90, lambda x, y: (y, HEIGHT - x, "0 1 -1 0")),
        (180, lambda x, y: (WIDTH - x, HEIGHT - y, "-1 0 0 -1")),
        (270, lambda x, y: (WIDTH - y, x, "0 -1 1 0")),
    ],
)
def test_pages_that_are_turned_are_read_as_they_are_shown(
    turn: int, at: Callable[..., tuple[float, float, str]]
) -> None:
    long = FULL if turn == 180 else FULL + FULL[:16]
    lines = column(["　　" + long[2:], long, "规定。", "　　附则。"])
    shown = [one._replace(x=x, y=y, turn=way) for one in lines for x, y, way in [at(one.x, one.y)]]
    assert page_with(f"/Rotate {turn}", *shown).raw == f"{long[2:]}{long}规定。\n\n附则。\n"
    across = column(["　　" + FULL[2:], FULL, "规定。", "　　附则。"])
    assert page_with(f"/Rotate {turn}", *across).raw == f"{FULL[2:]}{FULL}规定。\n\n附则。\n"


def test_words_beyond_the_cut_are_not_read() -> None:
    page = [Said(80, 30, "第1版清样"), *column(["　　" + FULL[2:], "附则。"])]
    assert page_with("/CropBox[40 60 555 782]", *page).raw == f"{FULL[2:]}附则。\n"
    assert page_with("", *page).raw.startswith("第1版清样")


def test_words_that_are_not_drawn_count_over_a_scan_only() -> None:
    hidden = "BT 3 Tr ET"
    words = Said(80, 300, "看不见的旧稿文字")
    assert blocks(*column([FULL, "附则。"]), hidden, words) == [FULL + "附则。"]
    lines = [Said(80, 100 + 28 * at, FULL) for at in range(3)]
    scanned = source(IMAGE, hidden, *lines)
    assert scanned.raw == FULL * 3 + "\n"
    assert [scanned.raw[span.start : span.end] for span in scanned.scanned] == [FULL, FULL, FULL]


def field(attributes: str) -> tuple[str, ...]:
    """The notes on a page with words and an annotation."""
    words = "BT /H 16 Tf 1 0 0 1 80 700 Tm <7532> Tj ET"
    font = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>"
    cid = "<</Type/Font/Subtype/CIDFontType0/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</H 5 0 R>>>>/Contents 4 0 R/Annots[7 0 R]>>"
    )
    data = assemble(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            page,
            f"<</Length {len(words)}>>stream\n{words}\nendstream",
            font,
            cid,
            f"<</Type/Annot/Rect[9 9 99 99]{attributes}>>",
        ]
    )
    return read(data, "a.pdf").notes


def test_words_in_fields_and_boxes_are_told() -> None:
    for attributes in ("/Subtype/Widget/FT/Tx/V(Wang)", "/Subtype/FreeText/Contents(Wang)"):
        assert "表单域" in field(attributes)[0]
    for attributes in ("/Subtype/Widget/FT/Tx/V()", "/Subtype/Widget/FT/Btn/V(Yes)", "/Subtype/Text/Contents(Wang)"):
        assert field(attributes) == ()
