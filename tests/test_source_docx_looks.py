"""Word: what the look of words and the shape of formulas say, and what is hidden."""

from __future__ import annotations

import pytest
from wordfile import level, numbered, run, word_file

from linter.sources import SourceError, read

RAISED = '<w:vertAlign w:val="superscript"/>'
HIDDEN = "<w:vanish/>"
SYMBOL = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'


def text_of(body: str, **parts: str) -> str:
    return read(word_file(body, **parts), "a.docx").raw.strip()


def style(name: str, kind: str, inside: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}">{inside}</w:style>'


def styled(name: str, words: str) -> str:
    return run(words, f'<w:rStyle w:val="{name}"/>')


def test_raised_figures_are_no_digits_of_a_number() -> None:
    styles = style("Up", "character", f"<w:rPr>{RAISED}</w:rPr>")
    body = f"<w:p>{run('以上10')}{run('6', RAISED)}{run('立方米')}{styled('Up', '2')}{run('注', RAISED)}</w:p>"
    assert text_of(body, styles=styles) == "以上10⁶立方米²注"


def test_words_hidden_by_styles_are_not_there() -> None:
    styles = (
        style("Base", "character", f"<w:rPr>{HIDDEN}</w:rPr>")
        + style("Hid", "character", '<w:basedOn w:val="Base"/>')
        + style("Shown", "character", '<w:basedOn w:val="Base"/><w:rPr><w:vanish w:val="0"/></w:rPr>')
        + style("Loop", "character", '<w:basedOn w:val="Loop"/>')
        + style("HidP", "paragraph", f"<w:rPr>{HIDDEN}</w:rPr>")
    )
    words = styled("Hid", "藏") + styled("Shown", "现") + styled("Loop", "环") + run("明")
    shown = run("显", '<w:vanish w:val="0"/>')
    hidden = f'<w:p><w:pPr><w:pStyle w:val="HidP"/></w:pPr>{run("藏")}{shown}</w:p>'
    assert text_of(f"<w:p>{words}</w:p>{hidden}", styles=styles) == "现环明\n\n显"


def test_words_struck_out_or_hidden_are_told() -> None:
    styles = style("Out", "character", "<w:rPr><w:strike/></w:rPr>")
    struck = run("旧", "<w:strike/>") + run("废", "<w:dstrike/>") + styled("Out", "删")
    kept = run("新", '<w:dstrike w:val="0"/>') + run("法", '<w:strike w:val="0"/>')
    found = read(word_file(f"<w:p>{struck}{kept}</w:p>", styles=styles), "a.docx")
    assert found.raw.strip() == "新法"
    assert found.notes == ("有划去的文字，未检查 (words struck out are not read)",)
    both = read(word_file(f"<w:p>{run('藏', HIDDEN)}{run(' ', HIDDEN)}{run('现')}</w:p>"), "a.docx")
    assert both.notes == ("有隐藏的文字，未检查 (hidden words are not read)",)
    assert read(word_file(f"<w:p>{run(' ', HIDDEN)}{run('现')}</w:p>"), "a.docx").notes == ()


def drawn(across: int, along: int, inside: str) -> str:
    """A drawing of so many points."""
    extent = f'<wp:extent cx="{across * 12700}" cy="{along * 12700}"/>'
    names = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    return f"<w:p><w:r><w:drawing><wp:inline {names}>{extent}{inside}</wp:inline></w:drawing></w:r></w:p>"


BLIP = "<a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic>"
DIAGRAM = '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:graphic>'
OBJECT = (
    '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="{}"/></w:object>'
    "</w:r></w:p>"
)
SHAPE = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:{};height:9cm"><v:imagedata/>'
    "</v:shape></w:pict></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("inside", "note"),
    [
        (drawn(400, 500, BLIP), "图像"),
        (SHAPE.format("400pt"), "图像"),
        (drawn(400, 500, DIAGRAM), "智能图形"),
        (OBJECT.format("Excel.Sheet.12"), "其他文件"),
        ('<w:altChunk xmlns:r="urn:r" r:id="rId9"/>', "其他文件"),
        (drawn(60, 60, BLIP), ""),
        (SHAPE.format("1.2.3pt"), ""),
        (drawn(400, 500, ""), ""),
        (OBJECT.format("Equation.3"), ""),
    ],
)
def test_images_diagrams_and_embedded_files_are_told(inside: str, note: str) -> None:
    notes = read(word_file(f"<w:p>{run('某市通知')}</w:p>{inside}"), "a.docx").notes
    assert [note in one for one in notes] == [True] * bool(note)


def test_a_file_of_images_only_is_refused() -> None:
    with pytest.raises(SourceError, match="只有图像"):
        read(word_file(drawn(400, 500, BLIP)), "a.docx")


def test_a_hidden_paragraph_takes_no_number() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "第%1条 ")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    gone = (
        numbered("藏")
        .replace("</w:pPr>", f"<w:rPr>{HIDDEN}</w:rPr></w:pPr>")
        .replace("<w:rPr></w:rPr>", f"<w:rPr>{HIDDEN}</w:rPr>")
    )
    found = text_of(numbered("甲") + gone + numbered("乙"), numbering=numbering)
    assert [one.replace(" ", "") for one in found.split("\n\n")] == ["第1条甲", "第2条乙"]


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', "≤"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0F0"/></w:r>', "□"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0B3"/></w:r>', "□"),
        (run("\uf0b3\uf0b0\uf061", SYMBOL), "≥°α"),
        (run("\uf0b3"), "\uf0b3"),
        (run("R三", '<w:rFonts w:ascii="Wingdings 2"/>'), "□三"),
        (run("R", '<w:rFonts w:ascii="Arial"/>'), "R"),
    ],
)
def test_the_font_symbol(drawn: str, words: str) -> None:
    assert text_of(f"<w:p>{run('风力')}{drawn}{run('8级')}</w:p>") == f"风力{words}8级"


def r(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (f"<m:f><m:num>{r('1')}</m:num><m:den>{r('3')}</m:den></m:f>", "1/3"),
        (f"<m:f><m:num>{r('a+b')}</m:num><m:den>{r('2')}</m:den></m:f>", "(a+b)/2"),
        (f"<m:sSup><m:e>{r('10')}</m:e><m:sup>{r('6')}</m:sup></m:sSup>", "10⁶"),
        (f"<m:sSup><m:e>{r('x')}</m:e><m:sup>{r('n+1')}</m:sup></m:sSup>", "x^(n+1)"),
        (f"<m:sSubSup><m:e>{r('x')}</m:e><m:sub>{r('i')}</m:sub><m:sup>{r('2')}</m:sup></m:sSubSup>", "xi²"),
        (f"<m:rad><m:deg/><m:e>{r('2')}</m:e></m:rad>", "√2"),
        (f"<m:d><m:e>{r('a')}</m:e></m:d>", "(a)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{r("a")}</m:e></m:d>', "[a]"),
        (f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub/><m:sup/><m:e>{r("a")}</m:e></m:nary>', "∑a"),
        (r("a=b"), "a=b"),
    ],
)
def test_formulas_stand_in_one_line(drawn: str, words: str) -> None:
    assert text_of(f"<w:p>{run('占')}<m:oMath>{drawn}</m:oMath>{run('以上')}</w:p>") == f"占{words}以上"


def test_a_fraction_is_no_digit_of_the_number_before_it() -> None:
    half = f"<m:oMath><m:f><m:num>{r('1')}</m:num><m:den>{r('2')}</m:den></m:f></m:oMath>"
    assert text_of(f"<w:p>{run('限2')}{half}{run('年')}</w:p>") == "限2 1/2年"
