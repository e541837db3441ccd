"""Scans: characters on the straightened page, folded marks, doubt that silences findings, pages kept."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import pytest
from ofdfile import Text, ofd_file, page, root
from pdffile import Drawn, Said, pdf_file

from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.kernel.result import FileResult, Result
from linter.reports import ReportOptions, render
from linter.settings.workspace import Workspace
from linter.sources import Source, SourceError, read, scan_pages
from linter.sources.page import Box, Page
from linter.sources.page_text import source_of
from linter.sources.pdf_worker import extract
from linter.sources.scan import Scan, ScanChar, legible, lies, page_of, scan_of, tilt

# A4 at 150 dpi.
WIDTH, HEIGHT = 1240, 1754
SIZE = 33
IMAGE: list[Drawn] = ["q 500 0 0 800 40 20 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"]
NEEDS = pytest.mark.skipif(not find_spec("rapidocr"), reason="needs the extra ocr")


def said(x: float, y: float, words: str, angle: float = 0, doubtful: str = "") -> tuple[ScanChar, ...]:
    """A line from (x, y) as recognised: boxes a little higher than the characters, turned about the page's centre."""

    def turned(across: float, along: float) -> tuple[float, float]:
        across, along = across - WIDTH / 2, along - HEIGHT / 2
        turn = complex(across, along) * complex(math.cos(angle), math.sin(angle))
        return turn.real + WIDTH / 2, turn.imag + HEIGHT / 2

    return tuple(
        ScanChar(
            char,
            0.6 if char in doubtful else 0.99,
            tuple(
                turned(x + SIZE * (at + across), y + 36 * along) for across, along in ((0, 0), (1, 0), (1, 1), (0, 1))
            ),
        )
        for at, char in enumerate(words)
    )


def source(*lines: tuple[ScanChar, ...], rules: tuple[Box, ...] = ()) -> Source:
    """The source that one page of these lines makes."""
    page = page_of(Scan(WIDTH, HEIGHT, lines, rules), 595, 842)
    return source_of([page], b"", "pdf")


def linted(registry: Registry, source: Source) -> FileResult:
    plan = Workspace(registry, isolated=True).plan("a.pdf")
    return lint_source(source, "a.pdf", plan.active)[0]


@pytest.mark.parametrize("angle", [0, 0.0175, -0.03])
def test_rows_keep_their_order_on_a_tilted_page(angle: float) -> None:
    rows = [said(150, 200 + 60 * at, "水务局", angle) for at in range(4)]
    rows += [said(900, 200 + 60 * at, f"{at}号文", angle) for at in range(4)]
    long = said(150, 100, "各部门电话如下所列请各单位周知并遵照执行", angle)
    assert tilt([long, *rows]) == pytest.approx(angle, abs=1e-6)
    assert source(long, *reversed(rows)).raw == (
        "各部门电话如下所列请各单位周知并遵照执行\n\n水务局\t0号文\n水务局\t1号文\n水务局\t2号文\n水务局\t3号文\n"
    )


def test_lines_become_paragraphs_though_their_boxes_differ() -> None:
    first = said(217, 200, "为加强城市供水管理，保障供水安全，根据国家有关规定，结合实际")
    lines = [first, said(150, 258, "制定本办法。"), said(217, 316, "本市行政区域适用本办法。")]
    lower = [char._replace(corners=tuple((x, y + 6 * (y > 280)) for x, y in char.corners)) for char in lines[1]]
    assert source(first, tuple(lower), lines[2]).raw == (
        "为加强城市供水管理，保障供水安全，根据国家有关规定，结合实际制定本办法。\n\n本市行政区域适用本办法。\n"
    )


def test_marks_beside_chinese_are_those_of_chinese_print() -> None:
    assert source(said(150, 200, "通知(试行),见GB(1),号")).raw == "通知（试行），见GB(1)，号\n"


def test_spaces_are_those_recognised_though_boxes_shake() -> None:
    words = said(150, 200, "第一条 为加强供水管理，制定本办法。")
    shaken = [
        char._replace(corners=tuple((x + 14 * (at % 3), y) for x, y in char.corners)) for at, char in enumerate(words)
    ]
    assert source(tuple(shaken)).raw == "第一条 为加强供水管理，制定本办法。\n"


def test_tables_have_the_lines_found_in_the_image() -> None:
    rules = [Box(100, y, 700, y + 2) for y in (180, 260, 340)] + [Box(x, 180, x + 2, 340) for x in (100, 400, 700)]
    cells = [said(120, 200, "单位"), said(420, 200, "职责"), said(120, 280, "水务局"), said(420, 280, "供水")]
    assert source(*cells, rules=tuple(rules)).raw == "单位\t职责\n水务局\t供水\n"


def test_doubtful_characters_are_told_and_no_finding_rests_on_them(registry: Registry) -> None:
    words = "死亡40%以上13%以下的为重大事故。"
    sure, unsure = source(said(217, 200, words)), source(said(217, 200, words, doubtful="3"))
    assert sure.raw == unsure.raw
    assert [sure.raw[span.start : span.end] for span in unsure.doubtful] == ["3"]
    assert "TH001" in {item.code for item in linted(registry, sure).diagnostics}
    told = [(item.code, unsure.raw[item.span.start : item.span.end]) for item in linted(registry, unsure).diagnostics]
    assert told == [("EN002", "3")]


def test_lines_in_doubt_are_shown_in_the_image(registry: Registry) -> None:
    lines = said(150, 200, "各区：停水应当报告。"), said(217, 258, "死亡40%以上13%以下的。", doubtful="31")
    page = page_of(Scan(WIDTH, HEIGHT, lines, (), ("", "QUJD")), 595, 842)
    found = source_of([page], b"", "pdf")
    assert [(found.raw[shown.span.start], shown.data) for shown in found.pictures] == [("1", "QUJD"), ("3", "QUJD")]
    plan = Workspace(registry, isolated=True).plan("a.pdf")
    file = lint_source(found, "a.pdf", plan.active)[0]
    html = render("html", Result((file,), registry.checks), ReportOptions())
    assert html.count("<img") == 1
    assert "base64,QUJD" in html
    assert "死亡40%以上13%以下的。</figcaption>" in html


def test_lowered_figures_are_plain_and_a_litre_has_no_one() -> None:
    assert source(said(150, 200, "吸氧浓度PaO₂小于60的，补液200m1以上，见m1和3m15。")).raw == (
        "吸氧浓度PaO2小于60的，补液200ml以上，见m1和3m15。\n"
    )


def test_pages_that_lie_are_known_by_their_lines() -> None:
    stands = said(150, 200, "现就有关事项通知如下")
    side = [tuple(one._replace(corners=tuple((y, x) for x, y in one.corners)) for one in stands)]
    assert (lies([stands]), lies(side), legible(side)) == (False, True, 0)
    assert lies([said(150, 200, "2S0Z8", doubtful="2S0Z8")])
    assert not lies([said(150, 200, "2022239")])
    assert not lies([])


def test_no_rule_on_marks_speaks_of_a_scan(registry: Registry) -> None:
    words = "第一条供水单位(以下简称单位;应当报告."
    assert linted(registry, source(said(150, 200, words))).diagnostics == ()


def answer(words: str) -> bytes:
    return json.dumps(Scan(WIDTH, HEIGHT, (said(150, 200, words),)), ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """A recogniser that reads images as words; the list holds what it was asked."""
    asked: list[bytes] = []

    def ask(_self: Any, image: bytes) -> bytes:
        asked.append(image)
        return answer(image.decode())

    monkeypatch.setattr(scan_pages, "engine", lambda: "made 1")
    monkeypatch.setattr(scan_pages._Recogniser, "ask", ask)
    return asked


def test_pages_are_kept_by_their_image(engine: list[bytes]) -> None:
    pages = [Page(595, 842, (), (), ()) for _ in range(3)]
    image_of: Callable[[int], bytes] = lambda number: f"第{'甲乙乙'[number - 1]}页".encode()  # noqa: E731
    kept: dict[str, bytes] = {}
    found = scan_pages.recognised(pages, [1, 2, 3], image_of, kept)
    assert ["".join(char.words for char in page.chars) for page in found] == ["第甲页", "第乙页", "第乙页"]
    assert scan_pages.recognised(pages, [1, 3], image_of, kept)[2] == found[2]
    assert [image.decode() for image in engine] == ["第甲页", "第乙页"]


@pytest.mark.usefixtures("engine")
def test_a_page_in_which_nothing_is_recognised_is_told() -> None:
    page = Page(595, 842, (), (), ())
    found = scan_pages.recognised([page, page], [1, 2], lambda number: "字".encode() if number == 1 else b"")
    assert source_of(found, b"", "pdf").notes == (
        "第2页没有文字层，也没有认出文字 (no text layer, no words recognised)",
    )


def test_without_the_extra_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_pages, "engine", lambda: "")
    with pytest.raises(SourceError, match="rapidocr") as error:
        read(pdf_file(IMAGE), "a.pdf")
    assert "\n" not in str(error.value)
    found = read(pdf_file([Said(80, 100, "某市关于供水的通知")], IMAGE), "a.pdf")
    assert (found.raw, found.scanned) == ("某市关于供水的通知\n", ())
    assert found.notes[0].startswith("第2页没有文字层，未检查")


def test_an_image_that_is_a_page_of_ofd_is_recognised(engine: list[bytes]) -> None:
    image = '<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="5"/>'
    file = "<ofd:MultiMedia ID='5'><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>"
    media = f"<ofd:MultiMedias>{file}</ofd:MultiMedias>"
    parts = {
        "Doc_0/Res.xml": root("Res", media).replace("<ofd:Res ", '<ofd:Res BaseLoc="Images" '),
        "Doc_0/Images/a.png": "扫描的通知",
    }
    data = ofd_file(
        page(Text(30, 40, "某市通知")), page(image), common="<ofd:DocumentRes>Res.xml</ofd:DocumentRes>", parts=parts
    )
    found = read(data, "a.ofd")
    assert (found.raw, found.place(7), engine) == ("某市通知\n\n扫描的通知\n", "第2页", ["扫描的通知".encode()])
    assert [found.raw[span.start : span.end] for span in found.scanned] == ["扫描的通知"]


def test_which_pages_have_their_words_in_images() -> None:
    shapes: list[Drawn] = ["100 100 m " + "100 100 120 130 140 100 c " * 900 + "f"]
    stamp: list[Drawn] = ["q 300 0 0 300 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q", Said(80, 100, "复印件")]
    words, nameless = Said(80, 100, "某市通知"), Said(80, 100, "某市通知", font="N")
    found = extract(pdf_file([words], IMAGE, shapes, [*IMAGE, Said(80, 100, "复印件")], stamp, [nameless]))
    assert found["scans"] == [2, 3, 4, 6]


def test_only_what_the_recogniser_answers_is_a_page() -> None:
    assert scan_of(json.loads(answer("字"))).lines[0][0].words == "字"
    for other in ({}, [1, 2], [1, 2, [[["字"]]], []], ["a", 2, [], []]):
        with pytest.raises((ValueError, TypeError)):
            scan_of(other)


@NEEDS
def test_a_page_drawn_with_latin_letters_is_recognised() -> None:
    from io import BytesIO

    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (WIDTH, HEIGHT), 255)
    for at, words in enumerate(("GB 2312 of 1980", "between 40 and 13")):
        ImageDraw.Draw(page).text((150, 200 + 90 * at), words, font=ImageFont.load_default(44), fill=0)
    data = BytesIO()
    page.save(data, "PDF", resolution=150)
    found = read(data.getvalue(), "a.pdf")
    assert "2312" in found.raw
    assert "40 and 13" in found.raw
    assert found.scanned


@NEEDS
def test_bytes_that_are_no_image_do_not_end_the_recogniser() -> None:
    with scan_pages._Recogniser() as recogniser:
        assert "error" in json.loads(recogniser.ask(b"no image"))
        assert "error" in json.loads(recogniser.ask(b""))
