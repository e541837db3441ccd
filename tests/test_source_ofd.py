"""OFD: characters at their places become paragraphs and tables; what nobody sees is not read; files that mean harm."""

from __future__ import annotations

import pytest
from ofdfile import NAMESPACE, Text, ofd_file, package, page, resources, root, rule

from linter.sources import Source, SourceError, read

# Thirty characters of 5 mm fill a line.
FULL = "为加强突发事件的应急管理工作预防和减少危害保障人民群众生命财"
FIRST = FULL[2:]


def source(*pages: str, common: str = "", more: str = "", parts: dict[str, str] | None = None) -> Source:
    return read(ofd_file(*pages, common=common, more=more, parts=parts), "公文.ofd")


def blocks(*pages: str, common: str = "", more: str = "", parts: dict[str, str] | None = None) -> list[str]:
    return source(*pages, common=common, more=more, parts=parts).raw.rstrip("\n").split("\n\n")


def prose(*lines: str, y: float = 40) -> list[Text]:
    return [
        Text(30 + 5 * (len(one) - len(one.lstrip("　"))), y + 9 * at, one.lstrip("　")) for at, one in enumerate(lines)
    ]


def test_lines_become_paragraphs_with_their_pages() -> None:
    found = source(page(*prose("　　" + FIRST, FULL, "规定。")), page(*prose("　　第二条" + FULL[:24], "附则。")))
    assert found.raw == f"{FIRST}{FULL}规定。\n\n第二条{FULL[:24]}附则。\n"
    assert (found.format, found.binary, found.place(0), found.place(70)) == ("ofd", True, "第1页", "第2页")


def test_digits_that_are_objects_of_their_own_stay_together() -> None:
    digits = [Text(35 + 2.5 * at, 40, digit) for at, digit in enumerate("5000")]
    assert blocks(page(Text(30, 40, "计"), *digits, Text(45, 40, "元"))) == ["计5000元"]


def test_text_drawn_twice_for_bold_is_read_once() -> None:
    title = Text(60, 40, "关于加强管理的通知", 7)
    assert blocks(page(title, title._replace(x=60.2), *prose("正文。", y=60))) == ["关于加强管理的通知", "正文。"]


@pytest.mark.parametrize(
    "steps",
    ['DeltaX="5 5 2.5 2.5 2.5 2.5 5"', 'DeltaX="g 2 5 g 4 2.5 5"', 'DeltaX="5 5"', ""],
    ids=["each", "runs", "too-few", "none"],
)
def test_steps_between_characters(steps: str) -> None:
    assert blocks(page(Text(30, 40, "编号2021年", steps=steps), Text(55, 40, "第"))) == ["编号2021年第"]


def test_steps_down_are_line_ends_within_an_object() -> None:
    both = 'DeltaX="5 5 -10 5" DeltaY="0 0 9 0"'
    assert blocks(page(Text(30, 40, "甲乙丙丁戊", steps=both))) == ["甲乙丙", "丁戊"]


def test_a_matrix_scales_the_text() -> None:
    small = Text(30, 40, "国务院2021", 10, 'CTM="0.5 0 0 0.5 0 0"', 'DeltaX="10 10 10 5 5 5"')
    assert blocks(page(small, Text(55, 40, "年"))) == ["国务院2021年"]


def test_vertical_text_is_read_column_by_column() -> None:
    lines = ["关于加强应急管理的通知", "县人民政府办公室印发"]
    down = [Text(150 - 10 * at, 40, words, steps=f'DeltaY="g {len(words)} 5"') for at, words in enumerate(lines)]
    assert "".join(blocks(page(*down))) == "".join(lines)


def test_tables_are_rows_of_cells() -> None:
    lines = [rule(30, y, 120, 0) for y in (50, 60, 70)] + [rule(x, 50, 0, 20) for x in (30, 70, 150)]
    cells = [Text(32, 57, "级别"), Text(72, 57, "标准"), Text(32, 67, "较大"), Text(72, 67, "死亡3人")]
    assert blocks(page(*lines, *cells)) == ["级别\t标准\n较大\t死亡3人"]


@pytest.mark.parametrize(
    ("more", "inside"),
    [
        ('Visible="false"', ""),
        ('Alpha="0"', ""),
        ('Fill="false"', ""),
        ("", '<ofd:FillColor Value="255 255 255"/>'),
        ("", '<ofd:FillColor Value="0 0 0" Alpha="0"/>'),
        ('CTM="0.7 0.7 -0.7 0.7 0 0"', ""),
    ],
    ids=["invisible", "transparent", "unfilled", "white", "clear-color", "slanted"],
)
def test_what_nobody_sees_is_not_read(more: str, inside: str) -> None:
    hidden = Text(30, 60, "内部资料请勿外传", more=more, inside=inside)
    assert blocks(page(*prose("甲。"), hidden)) == ["甲。"]


def test_the_words_of_a_scan_lie_unseen_over_its_image() -> None:
    image = '<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="5"/>'
    found = source(page(image, Text(30, 40, "某某市通知", more='Alpha="0"')))
    assert found.raw == "某某市通知\n"
    assert found.notes == ("第1页有图像，其中的文字未检查 (words in images are not read)",)


def test_templates_blocks_units_and_annotations_are_drawn() -> None:
    stamp = "<ofd:Annot Type='Stamp'><ofd:Appearance Boundary='30 200 50 9'>{}</ofd:Appearance></ofd:Annot>"
    drawn = page(Text(0, 0, "丁。"))
    block = f"<ofd:PageBlock>{page(Text(30, 80, '乙。'))}</ofd:PageBlock>"
    used = '<ofd:CompositeObject ResourceID="40" Boundary="30 120 50 9"/>'
    pages = '<ofd:Template TemplateID="30"/>' + page(block, used)
    found = blocks(
        pages,
        common='<ofd:PublicRes>Res.xml</ofd:PublicRes><ofd:TemplatePage ID="30" BaseLoc="/Doc_0/T.xml"/>',
        more="<ofd:Annotations>A.xml</ofd:Annotations>",
        parts={
            "Doc_0/Res.xml": resources(n40=page(Text(0, 0, "丙。"))),
            "Doc_0/T.xml": root("Page", page(Text(30, 40, "甲。"))),
            "Doc_0/A.xml": root("Annotations", "<ofd:Page PageID='0'><ofd:FileLoc>P/A.xml</ofd:FileLoc></ofd:Page>"),
            "Doc_0/P/A.xml": root("PageAnnot", stamp.format(drawn) + stamp.format(drawn).replace("Stamp", "Watermark")),
        },
    )
    assert found == ["甲。", "乙。", "丙。", "丁。"]


def test_words_of_watermarks_are_told_and_not_read() -> None:
    mark = "内部资料请勿外传"
    drawn = f"<ofd:Appearance Boundary='30 60 90 9'>{page(COVER, Text(0, 0, mark))}</ofd:Appearance>"
    annotated = root("PageAnnot", f"<ofd:Annot Type='Watermark'>{drawn}</ofd:Annot>")
    slanted = source(page(*prose("甲。"), Text(30, 60, mark, more='CTM="0.7 0.7 -0.7 0.7 0 0"')))
    noted = source(
        page(*prose("甲。")),
        more="<ofd:Annotations>A.xml</ofd:Annotations>",
        parts={
            "Doc_0/A.xml": root("Annotations", "<ofd:Page PageID='0'><ofd:FileLoc>P.xml</ofd:FileLoc></ofd:Page>"),
            "Doc_0/P.xml": annotated,
        },
    )
    told = "第1页另有横竖方向不同的文字或水印，未检查 (words set another way round and watermarks are not read)"
    for found in (slanted, noted):
        assert (found.raw, found.notes) == ("甲。\n", (told,))


COVER = '<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="5"/>'


@pytest.mark.parametrize(
    ("current", "entry"),
    [("true", "New.xml"), ("1", "/Doc_0/V/New.xml"), ("true", "Doc_0/V/New.xml"), ("false", "New.xml"), ("true", "No")],
    ids=["beside", "from-the-slash", "from-the-root", "no-current", "missing"],
)
def test_the_current_version_is_read(current: str, entry: str) -> None:
    versions = (
        "<ofd:Version ID='1' Index='1' BaseLoc='Doc_0/V/1.xml'/>"
        f"<ofd:Version ID='2' Index='2' Current='{current}' BaseLoc='Doc_0/V/2.xml'/>"
    )
    body = f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions>{versions}</ofd:Versions>"
    new = root("Document", "<ofd:Pages><ofd:Page BaseLoc='P.xml'/></ofd:Pages>")
    found = source(
        page(*prose("处一万元罚款。")),
        parts={
            "OFD.xml": root("OFD", f"<ofd:DocBody>{body}</ofd:DocBody>"),
            "Doc_0/V/2.xml": root("DocVersion", f"<ofd:FileList/><ofd:DocRoot>{entry}</ofd:DocRoot>"),
            "Doc_0/V/New.xml": new,
            "Doc_0/V/P.xml": root("Page", page(*prose("处三万元罚款。"))),
        },
    )
    known = current != "false" and entry != "No"
    assert found.raw == ("处三万元罚款。\n" if known else "处一万元罚款。\n")
    assert found.notes[0].startswith("有 2 个版本，" + ("只检查了当前的一个" if known else "没有指明或缺少当前的"))


def sheet(left: list[Text], right: list[Text], *, numbers: tuple[str, str]) -> str:
    """A page of A3 with two pages of A4 side by side."""
    sides = [(one, 0) for one in left] + [(one, 210) for one in right]
    sides += [(Text(100, 280, number), 210 * at) for at, number in enumerate(numbers) if number]
    area = "<ofd:Area><ofd:PhysicalBox>0 0 420 297</ofd:PhysicalBox></ofd:Area>"
    return area + page(*(one._replace(x=one.x + more) for one, more in sides))


def test_a_sheet_of_two_pages_is_read_page_by_page() -> None:
    first = prose("关于供水的通知", "　　" + FIRST, FULL)
    second = prose("规定。", "　　第二条止。")
    title = sheet(prose("某市人民政府文件"), prose("　　" + FIRST, "止。"), numbers=("", "— 2 —"))
    found = source(sheet(first, second, numbers=("— 3 —", "— 4 —")), title)
    assert found.raw.split("\n\n") == [
        "关于供水的通知",
        f"{FIRST}{FULL}规定。",
        "第二条止。",
        "某市人民政府文件",
        f"{FIRST}止。\n",
    ]
    places = [found.place(found.raw.rindex(words)) for words in ("关于", "规定", "第二", "某市", "止")]
    assert places == ["第1页左", "第1页右", "第1页右", "第2页左", "第2页右"]


def test_a_wide_page_with_one_number_is_no_sheet() -> None:
    wide = sheet(prose("左边的话。"), prose("右边的话。"), numbers=("", "— 2 —"))
    assert source(wide).place(0) == "第1页"
    across = sheet(prose("左。"), prose("右。"), numbers=("1", "2")).replace("</ofd:Layer>", f"{ACROSS}</ofd:Layer>")
    assert source(across).place(0) == "第1页"


ACROSS = rule(20, 100, 380, 0)


def test_several_documents_and_attachments() -> None:
    bodies = "".join(f"<ofd:DocBody><ofd:DocRoot>Doc_{at}/Document.xml</ofd:DocRoot></ofd:DocBody>" for at in range(2))
    second = root("Document", "<ofd:Pages><ofd:Page BaseLoc='P.xml'/></ofd:Pages><ofd:Attachments>B</ofd:Attachments>")
    parts = {"OFD.xml": root("OFD", bodies), "Doc_1/Document.xml": second}
    found = source(page(*prose("甲。")), parts={**parts, "Doc_1/P.xml": root("Page", page(*prose("乙。")))})
    assert (found.raw, found.place(0), found.place(4)) == ("甲。\n\n乙。\n", "文件1第1页", "文件2第1页")
    assert found.notes == ("文件2附有其他文件，未检查 (attached files are not read)",)


def test_attached_files_and_seals_are_named() -> None:
    body = (
        "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>S.xml</ofd:Signatures></ofd:DocBody>"
    )
    seals = "<ofd:Signature ID='1' Type='Seal'/><ofd:Signature ID='2'/><ofd:Signature ID='3' Type='Sign'/>"
    files = "<ofd:Attachment ID='1' Name='名单.xlsx'/><ofd:Attachment ID='2' Name='附图'/>"
    found = source(
        page(*prose("甲。")),
        more="<ofd:Attachments>A.xml</ofd:Attachments>",
        parts={
            "OFD.xml": root("OFD", body),
            "S.xml": root("Signatures", seals),
            "Doc_0/A.xml": root("Attachments", files),
        },
    )
    assert found.notes == (
        "附有其他文件“名单.xlsx”、“附图”，未检查 (attached files are not read)",
        "有 2 枚电子印章，印文和真伪未检查 (seals are neither read nor verified)",
    )


def test_the_name_space_of_the_first_edition() -> None:
    old = {"Doc_0/Pages/0.xml": root("Page", page(*prose("甲。"))).replace(NAMESPACE, "http://www.ofdspec.org")}
    assert blocks(page(), parts=old) == ["甲。"]


def test_a_page_that_is_missing_is_told() -> None:
    lost = source(page(*prose("甲。")), parts={"Doc_0/Document.xml": root("Document", PAGES)})
    assert lost.notes == ("第2页已损坏，未检查 (damaged, not read)",)


PAGES = "<ofd:Pages><ofd:Page BaseLoc='Pages/0.xml'/><ofd:Page BaseLoc='Pages/1.xml'/></ofd:Pages>"


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data, "坏.ofd")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_files_that_are_no_readable_ofd() -> None:
    entity = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    assert "不是 OFD" in refused("甲".encode())
    assert "不是 OFD" in refused(package({"a.txt": "甲"}))
    assert "文字层" in refused(ofd_file(page()))
    assert "密码" in refused(ofd_file(page(*prose("甲。")), parts={"Doc_0/Encryptions.xml": "x"}))
    assert "XML" in refused(ofd_file(parts={"Doc_0/Document.xml": "<a"}))
    assert "DTD" in refused(ofd_file(parts={"OFD.xml": entity}))
    assert "缺少" in refused(package({"OFD.xml": root("OFD", "<DocBody><DocRoot>D.xml</DocRoot></DocBody>")}))
    assert "没有文件" in refused(package({"OFD.xml": root("OFD", "")}))
    whole = ofd_file(page(*prose("甲。")))
    assert refused(whole[: len(whole) // 2])


def test_packages_that_unpack_without_end_meet_a_limit() -> None:
    assert "过多" in refused(ofd_file(parts={"Doc_0/Document.xml": "<a>" * 2_600_000}))
    assert "MB" in refused(ofd_file(parts={"Doc_0/Document.xml": " " * (65 << 20)}))


def test_pages_that_share_what_they_show_meet_a_limit() -> None:
    shared = '<ofd:TemplatePage ID="30" BaseLoc="T.xml"/>'
    parts = {"Doc_0/T.xml": root("Page", page(*prose(*[FULL] * 20)))}
    assert "万字" in refused(ofd_file(*['<ofd:Template TemplateID="30"/>'] * 200, common=shared, parts=parts))


def test_units_that_draw_each_other_meet_a_limit() -> None:
    first, second = (f'<ofd:CompositeObject ResourceID="{at}"/>' * 10 for at in (1, 0))
    common = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
    assert "过多" in refused(
        ofd_file(page(second), common=common, parts={"Doc_0/Res.xml": resources(n0=first, n1=second)})
    )


def test_a_form_over_an_image_is_read_entry_by_entry() -> None:
    image = '<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="5"/>'
    name = [Text(110, 40, "某某市某某区发展和改革"), Text(110, 45, "局关于同意建设的批复")]
    found = source(page(image, *name, Text(20, 43, "编号〔2024〕5号"), *name[:1], Text(110, 60, "总面积5公顷")))
    assert found.raw.split("\n\n") == [
        "某某市某某区发展和改革局关于同意建设的批复",
        "编号〔2024〕5号",
        "总面积5公顷\n",
    ]
