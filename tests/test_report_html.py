from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from browsers import chromium
from conftest import GAZETTE

from linter.kernel.engine import lint_source
from linter.kernel.finding import Label
from linter.kernel.registry import Registry
from linter.kernel.result import Diagnostic, FileResult, Result
from linter.language.text import Span
from linter.reports import ReportOptions, render
from linter.settings.config import Settings, activate
from linter.sources import read

HOSTILE = (
    "关于<script>document.title='ran'</script>的通知\n\n某发〔2021〕1号\n\n"
    "<img src=x onerror=\"document.title='ran'\">\n\n"
    "一、其它事项。\n\n附件</section>\"'&amp;\n"
)


FORMATS = Path(__file__).parent / "data" / "formats"


def page(registry: Registry, data: bytes, lang: str = "zh", name: str = "x.txt") -> str:
    active = activate(registry, Settings())
    file, told = lint_source(read(data, name), name, active)
    assert not told
    return shown(registry, file, lang=lang)


def shown(registry: Registry, *files: FileResult, lang: str = "zh") -> str:
    text = render("html", Result(files, registry.checks), ReportOptions(lang=lang))
    assert isinstance(text, str)
    return text


def words(text: str) -> str:
    """The text of the document in a page, a line a row."""
    rows = re.findall(r'<(?:div class="row[^>]*|tr[^>]*)>(.*?)</(?:div|tr)>', text, re.DOTALL)
    cells = [re.findall(r'<(span|td) class="t">(.*?)(?:</td>|</span>$)', row, re.DOTALL) for row in rows]
    return "\n".join("".join(unescape(re.sub("<[^>]*>", "", cell)) for _, cell in row) for row in cells)


@pytest.fixture(scope="module")
def gazette_page(registry: Registry, linted: FileResult) -> str:
    return shown(registry, linted)


def test_page_needs_no_network(gazette_page: str) -> None:
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", gazette_page)
    assert "default-src 'none'" in gazette_page


def test_every_link_has_its_target(gazette_page: str) -> None:
    targets = set(re.findall(r'data-to="([^"]+)"', gazette_page))
    ids = re.findall(r'\bid="([^"]+)"', gazette_page)
    assert targets
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_text_is_whole(gazette_page: str) -> None:
    assert "".join(words(gazette_page).split()) == "".join(GAZETTE.read_text("utf-8").split())


@pytest.mark.parametrize("name", ["notice.docx", "notice.pdf"])
def test_the_text_of_other_formats_is_whole(registry: Registry, name: str) -> None:
    data = (FORMATS / name).read_bytes()
    text = page(registry, data, name=name)
    assert "\n".join(line for line in words(text).split("\n") if line) == re.sub(
        "\n+", "\n", read(data, name).raw.strip()
    )


TABLE = "关于应急的通知\n\n分级见下表。\n\n级别\t标准\n一般\t3人<p>以上</p>¶其它2户\n\t单位&个人\n\n以上其它事项。\n"


def test_tables_are_tables(registry: Registry) -> None:
    text = page(registry, TABLE.encode())
    rows = re.findall(r"<tr(.*?)>(.*?)</tr>", text, re.DOTALL)
    cells = [re.findall(r'<td class="t">(.*?)</td>', row, re.DOTALL) for _, row in rows]
    assert [len(row) for row in cells] == [2, 2, 2]
    assert ['class="head"' in attributes for attributes, _ in rows] == [True, False, False]
    assert '<span class="part">¶</span>' in cells[1][1]
    assert '<span class="tag">&lt;p&gt;</span>' in cells[1][1]
    assert unescape(re.sub("<[^>]*>", "", cells[2][1])) == "单位&个人"
    assert "".join(words(text).split()) == "".join(TABLE.split())


def test_marks_over_cells_are_cut_at_each_and_keep_their_anchors(registry: Registry) -> None:
    active = activate(registry, Settings(select=("FM001",)))
    file, _ = lint_source(read(TABLE.encode(), "x.txt"), "x.txt", active)
    start, end = TABLE.index("标准"), TABLE.index("2户")
    item = Diagnostic(registry.checks[0], "error", Label("错", "bad"), Span(start, end), (), None, (), "0" * 24)
    text = render("html", Result((file._replace(diagnostics=(item,)),), registry.checks), ReportOptions())
    assert isinstance(text, str)
    marked = re.findall(r"<mark [^>]*>(.*?)</mark>", text, re.DOTALL)
    assert "".join(unescape(re.sub("<[^>]*>", "", one)) for one in marked) == TABLE[start:end].replace("\n", "")
    assert text.count('id="m0-0"') == 1


def test_files_of_one_report_have_ids_of_their_own(registry: Registry, linted: FileResult) -> None:
    text = shown(registry, *(linted._replace(path=name) for name in ("a.txt", "b.txt")))
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_places_are_those_of_the_original(registry: Registry) -> None:
    text = page(registry, (FORMATS / "notice.docx").read_bytes(), name="notice.docx")
    assert re.search(r"<header.*?<span>第\d+段</span></header>", text)
    assert re.search(r'<th class="n" title="表1第1行', text)


def test_markup_in_a_document_is_shown_not_run(registry: Registry) -> None:
    text = page(registry, HOSTILE.encode())
    assert "<script>document" not in text
    assert "<img" not in text
    assert "&lt;script&gt;" in text


def test_words_longer_than_their_bar_stand_beside_it(registry: Registry) -> None:
    plan = """某某市防汛应急预案

一、事故分级

（一）一般事故：死亡3人的。

（二）较大事故：死亡4人以上10人以下的。

（三）重大事故：死亡10人以上的。
"""
    shown = page(registry, plan.encode())
    places = {words: anchor for anchor, words in re.findall(r'<text text-anchor="(\w+)"[^>]*>([^<]+)<', shown)}
    assert places["4人以上10人以下"] == "middle"
    assert places["3人"] == "start"


def test_atlas_draws_sound_scales_too(registry: Registry) -> None:
    plan = Path(__file__).parent / "corpus" / "composed" / "森林火灾应急预案.txt"
    text = page(registry, plan.read_bytes(), "en")
    assert text.count("<svg") >= 5
    assert 'class="gap"' not in text


def test_drawings_speak_the_language_of_the_report_and_know_their_findings(
    registry: Registry, linted: FileResult
) -> None:
    text = shown(registry, linted, lang="en")
    told = re.findall(r'<div class="bad">([^<]*)</div>', text)
    assert told
    assert all(re.search("[a-z]{3}", flaw) for flaw in told)
    drawn = {key for keys in re.findall(r'<figure data-ids="([^"]+)"', text) for key in keys.split()}
    assert drawn <= set(re.findall(r'<article [^>]*data-id="([^"]+)" data-level="[a-z]+" data-family="TH"', text))
    assert drawn


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with chromium() as session:
        yield session


def test_in_a_browser(browser: object, gazette_page: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(gazette_page, "utf-8")
    browser.get(path.as_uri())  # type: ignore[attr-defined]
    run = browser.execute_script  # type: ignore[attr-defined]
    count = "return Number(document.getElementById('count').textContent)"
    total = run(count)
    assert total == run("return document.querySelectorAll('.card').length") > 0
    run("document.querySelector('.chip.warning').click()")
    errors = run(count)
    assert errors < total
    assert run(
        "return [...document.querySelectorAll('.card')].every(c => c.hidden === (c.dataset.level === 'warning'))"
    )
    run("document.querySelector('.chip.warning').click()")
    assert run(count) == total
    to = run("const a = document.querySelector('a[data-to]'); a.click(); return a.dataset.to")
    assert run("return document.getElementById(arguments[0]).classList.contains('on')", to)
    run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}))")
    theme = run("return document.documentElement.dataset.theme")
    run("document.getElementById('theme').click()")
    assert run("return document.documentElement.dataset.theme") != theme
    assert [line for line in browser.get_log("browser") if line["level"] == "SEVERE"] == []  # type: ignore[attr-defined]


def test_hostile_text_in_a_browser(browser: object, registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(registry, HOSTILE.encode()), "utf-8")
    browser.get(path.as_uri())  # type: ignore[attr-defined]
    assert browser.title == "公文检查报告"  # type: ignore[attr-defined]


def test_how_it_looks_on_a_screen_and_on_paper(browser: object, registry: Registry, tmp_path: Path) -> None:
    """Cells stand side by side, the paragraphs of a cell below each other, both themes can be read."""
    path = tmp_path / "report.html"
    path.write_text(page(registry, TABLE.encode()), "utf-8")
    browser.get(path.as_uri())  # type: ignore[attr-defined]
    run = browser.execute_script  # type: ignore[attr-defined]
    assert run("const [a, b] = document.querySelectorAll('tr.head td'); return a.offsetTop === b.offsetTop")
    cell = "document.querySelectorAll('td')[3]"
    assert run(f"return {cell}.offsetHeight > 1.5 * document.querySelectorAll('td')[0].offsetHeight")
    assert run(f"return {cell}.textContent") == "3人<p>以上</p>¶其它2户"
    shades = []
    for _ in range(2):
        colours = run(
            "const style = (name) => getComputedStyle(document.querySelector(name)); "
            "return [style('body').color, style('.sheet').backgroundColor]"
        )
        ink, paper = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
        assert abs(ink - paper) > 400
        shades.append(paper)
        run("document.getElementById('theme').click()")
    assert abs(shades[0] - shades[1]) > 400
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})  # type: ignore[attr-defined]
    try:
        assert run("return getComputedStyle(document.querySelector('.bar')).display") == "none"
        assert run("return getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert "错误" in run("return document.querySelector('.printed').innerText")
        assert run("return getComputedStyle(document.querySelector('.card .basis')).display") == "none"
        numbers = (
            "return [...document.querySelectorAll(arguments[0])].map(e => getComputedStyle(e, arguments[1]).content)"
        )
        marks, cards = run(numbers, "mark[data-n]", "::after"), run(numbers, ".card header", "::before")
        assert len(cards) > 1
        assert len(marks) == len(cards)
        assert all(content.startswith('"["') or content[1] == "[" for content in (*marks, *cards))
        top = "return document.querySelector(arguments[0]).getBoundingClientRect().top"
        assert run(top, ".card") > run(top, ".grid")
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})  # type: ignore[attr-defined]
