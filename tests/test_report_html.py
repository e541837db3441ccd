from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import GAZETTE

from linter.config import Settings, activate
from linter.engine import lint_source
from linter.registry import Registry
from linter.reports import ReportOptions, render
from linter.result import Result
from linter.sources import read

HOSTILE = (
    "关于<script>document.title='ran'</script>的通知\n\n某发〔2021〕1号\n\n"
    "<img src=x onerror=\"document.title='ran'\">\n\n"
    "一、其它事项。\n\n附件</section>\"'&amp;\n"
)


def page(registry: Registry, data: bytes, lang: str = "zh") -> str:
    active = activate(registry, Settings())
    file, told = lint_source(read(data, "x.txt"), "x.txt", active)
    assert not told
    text = render("html", Result((file,), registry.checks), ReportOptions(lang=lang))
    assert isinstance(text, str)
    return text


@pytest.fixture(scope="module")
def gazette_page(registry: Registry) -> str:
    return page(registry, GAZETTE.read_bytes())


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
    rows = re.findall(r'<span class="t">(.*?)</span></div>', gazette_page, re.DOTALL)
    words = "".join(re.sub(r"<[^>]*>", "", row) for row in rows)
    raw = GAZETTE.read_text("utf-8")
    plain = (
        words.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
    )
    assert "".join(plain.split()) == "".join(raw.split())


def test_markup_in_a_document_is_shown_not_run(registry: Registry) -> None:
    text = page(registry, HOSTILE.encode())
    assert "<script>document" not in text
    assert "<img" not in text
    assert "&lt;script&gt;" in text


def test_atlas_draws_sound_scales_too(registry: Registry) -> None:
    plan = Path(__file__).parent / "corpus" / "composed" / "森林火灾应急预案.txt"
    text = page(registry, plan.read_bytes(), "en")
    assert text.count("<svg") >= 5
    assert 'class="gap"' not in text


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    webdriver = pytest.importorskip("selenium.webdriver")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for word in ("headless=new", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking"):
        options.add_argument(f"--{word}")
    options.add_argument("--window-size=1400,1000")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    session = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield session
    session.quit()


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
