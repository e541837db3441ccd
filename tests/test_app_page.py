"""The page in a real browser: drop, read, accept, mend, take away; by keyboard, and for a screen reader."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from app_window import Window
from browsers import chromium, firefox, resize

from linter.app.desk import Desk
from linter.kernel.registry import Registry

uvicorn = pytest.importorskip("uvicorn", reason="the extra [app] is not installed")
server_of = pytest.importorskip("linter.app.server", reason="the extra [app] is not installed")

PLAN = """\
某某市防汛应急预案

一、分级

（一）一般事故：造成3人以下死亡的事故。

（二）较大事故：造成3人以上10人以下死亡的事故。

（三）重大事故：造成9人以上30人以下死亡的事故。

本预案所称“以上”包含本数，“以下”不包含本数。

二、其它事项

2021年2月30日前报送。
"""


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module", params=[chromium, firefox])
def browser(request: pytest.FixtureRequest, downloads: Path) -> Iterator[Any]:
    with request.param(downloads) as session:
        yield session


@pytest.fixture
def desk(tmp_path: Path, registry: Registry) -> Desk:
    return Desk(tmp_path / "office", registry)


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        app = server_of.application(desk, "token", frozenset((host,)))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        running.start()
        yield f"http://{host}/token/"
        server.should_exit = True
        running.join()


@pytest.fixture
def window(browser: Any, address: str) -> Iterator[Window]:
    window = Window(browser, address)
    yield window
    assert [line for line in browser.get_log("browser") if line["level"] == "SEVERE"] == []


def test_a_folder_is_read_to_its_end_where_browsers_give_entries(window: Window) -> None:
    """Firefox gives no handle of what is dropped, but an entry, which lists a folder a part at a time."""
    window.run(
        "const file = (name) => ({ name, file: (done) => done(new File([arguments[0]], name)) });"
        "const folder = (name, ...parts) => ({ name, isDirectory: true,"
        " createReader: () => ({ readEntries: (done) => done(parts.shift() ?? []) }) });"
        "const tree = folder('夹', [file('一.txt')], [folder('子', [file('二.txt')]), file('三.exe')]);"
        "const given = { items: [{ kind: 'file', webkitGetAsEntry: () => tree }] };"
        "document.body.dispatchEvent(Object.assign(new Event('drop', { bubbles: true }), { dataTransfer: given }))",
        PLAN,
    )
    window.wait("return document.querySelectorAll('.files tbody tr').length === 2")
    names = window.run("return [...document.querySelectorAll('.files button.name')].map((one) => one.textContent)")
    assert sorted(names) == ["夹/一.txt", "夹/子/二.txt"]


def test_from_a_dropped_document_to_a_mended_one(window: Window, tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "预案.txt"
    path.write_text(PLAN, "utf-8")
    assert window.serious() == []
    window.choose(path)
    window.wait("return document.querySelector('.card.on')")
    place = "const at = document.querySelector('mark.on').getBoundingClientRect();"
    assert window.run(f"{place} return at.top > 0 && at.bottom < innerHeight")
    assert window.run("return document.querySelector('.atlas svg') !== null")
    assert window.run(
        "return [...document.querySelector('#family').options].some(one => one.textContent === '分级界限')"
    )
    assert window.serious() == []

    window.press("a")
    window.wait("return document.activeElement.name === 'reason'")
    window.accept("与上级预案一致")
    assert "与上级预案一致" in (desk.office / "gazette-lint.decisions.yaml").read_text("utf-8")
    assert window.run("return document.querySelectorAll('.card.done').length") == 1
    window.run("document.querySelector('.toast button').click()")
    window.told("已撤销")
    assert window.run("return document.querySelectorAll('.card.done').length") == 0

    window.run("document.querySelector('[data-act=fix]').click()")
    window.wait("return document.querySelector('dialog del')")
    assert window.run("return document.querySelector('dialog ins').textContent") == "其他"
    assert window.serious() == []
    window.run("document.querySelector('dialog .first').click()")
    window.told("已改")
    assert "其他事项" in window.run("return document.querySelector('.sheet').textContent")

    window.press("r")
    window.wait("return document.querySelector('dialog pre')")
    assert window.serious() == []


def test_a_table_of_files_and_what_is_in_them(window: Window, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, "utf-8")
    (tmp_path / "b.txt").write_text("关于放假的通知\n\n各部门：\n\n放假三天。\n", "utf-8")
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04")
    window.choose(tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.docx")
    window.wait("return document.querySelectorAll('.files tbody tr').length === 3")
    window.wait("return !document.querySelector('progress')")
    assert window.run("return document.querySelector('.files tbody td.error').textContent") != "0"
    assert window.run("return document.querySelector('.told.bad') !== null")
    assert window.run("return document.querySelectorAll('.files td.unread').length") == 5
    assert window.serious() == []
    window.run("document.querySelector('.files button.name').click()")
    window.wait("return document.querySelector('.card')")
    window.press("Escape")
    window.wait("return document.querySelector('.files')")
    window.run("document.querySelector('.top button[lang=en]').click()")
    window.wait(
        "return document.documentElement.lang === 'en' && "
        "document.querySelector('.files h1').textContent === 'All files'"
    )
    window.run("document.querySelector('.top button[lang]').click()")
    window.wait("return document.documentElement.lang === 'zh-CN'")


def test_downloads_are_saved(window: Window, tmp_path: Path, downloads: Path) -> None:
    path = tmp_path / "预案.txt"
    path.write_text(PLAN, "utf-8")
    window.choose(path)
    window.wait("return document.querySelector('.card')")
    for words, name in (("Word 批注稿", "批注_预案.docx"), ("SARIF", "报告.sarif")):
        assert window.save(words, downloads, name).stat().st_size


def test_the_forms_of_the_office(window: Window, desk: Desk) -> None:
    window.run("document.querySelectorAll('.top nav button')[1].click()")
    window.wait("return document.querySelector('#part-words form')")
    window.run(
        "const form = document.querySelector('#part-words form'); form.word.value = '其它'; form.requestSubmit()"
    )
    window.wait("return document.querySelector('#part-words li')")
    assert '"其它"' in desk.settings_file.read_text("utf-8")
    assert window.serious() == []
    window.run("document.querySelector('#part-words li button').click()")
    window.wait("return !document.querySelector('#part-words li')")


@pytest.mark.parametrize(("width", "rows"), [(1400, 2), (420, 1)])
def test_wide_and_narrow(window: Window, tmp_path: Path, browser: Any, width: int, rows: int) -> None:
    path = tmp_path / "预案.txt"
    path.write_text(PLAN, "utf-8")
    try:
        window.choose(path)
        window.wait("return document.querySelector('.card')")
        resize(browser, width)
        window.wait(f"return innerWidth === {width}")
        columns = (
            "return getComputedStyle(document.querySelector('#content main')).gridTemplateColumns.split(' ').length"
        )
        assert window.run(columns) == rows
        assert window.run("return document.documentElement.scrollWidth <= innerWidth")
        # A chosen finding is on the screen, beside its place or over the foot of a narrow window.
        window.run("document.querySelectorAll('mark.error')[0].click()")
        card = "document.querySelector('.card.on').getBoundingClientRect()"
        window.wait(f"const card = {card}; return card.top > 0 && card.top + 80 < innerHeight && card.height > 80")
        # A card that is folded out pushes the next ones down.
        window.run("document.querySelector('.card .basis').open = true")
        cards = "[...document.querySelectorAll('.card:not(.on)')].map(one => one.getBoundingClientRect())"
        window.wait(f"const at = {cards}; return at.every((one, n) => !n || one.top >= at[n - 1].bottom)")
        window.run("document.querySelector('.bar .menu summary').click()")
        window.wait("return document.querySelector('.bar .menu li')?.offsetHeight")
        assert window.run("return document.documentElement.scrollWidth <= innerWidth")
        window.run("document.querySelectorAll('.top nav button')[1].click()")
        window.wait("return document.querySelector('#part-words form')")
        assert window.run("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        resize(browser, 1400)


def test_another_window_is_followed(window: Window, desk: Desk) -> None:
    desk.add("别处.txt", PLAN.encode())
    window.run("dispatchEvent(new Event('focus'))")
    window.wait("return document.querySelector('#content').textContent.includes('别处.txt')")
