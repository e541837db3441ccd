"""The page without installation, opened from a file in a browser without a network: it finds what the command finds.

It is built of files that ``gazette-lint app --static`` fetches once; where they are not at hand, the test is skipped.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import click
import pytest
from app_window import Window
from browsers import Firefox, chromium, firefox
from conftest import GAZETTE, ROOT, run_cli
from docfile import doc_file

from linter.app import static
from linter.runs.writing import Failure

CACHE = Path(click.get_app_dir("gazette-lint"), "downloads")
FORMATS = Path(__file__).parent / "data" / "formats"
PLAN = "某某市防汛应急预案\n\n（一）一般事故：造成3人以下死亡。\n\n（二）较大事故：造成3人以上10人以下死亡。\n\n\
（三）重大事故：造成9人以上30人以下死亡。\n\n本预案所称“以上”包含本数，“以下”不包含本数。\n\n其它事项。\n"
FOUND = """const [key, done] = arguments;
import("backend.js").then(async (one) => done((await one.ask("open", {key, lang: "zh"})).findings))"""


@pytest.fixture(scope="module", autouse=True)
def parts() -> Iterator[None]:
    """What both forms are made of is packed once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(static, "_parts", cache(static._parts))
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not all((CACHE / one.name).is_file() for one in (static.PYODIDE, static.PDF)):
        pytest.skip("gazette-lint app --static FILE.html has not fetched its files yet")
    path = tmp_path_factory.mktemp("static") / "page.html"
    static.build(path, CACHE, "zh", print)
    return path


@contextmanager
def chromium_offline(downloads: Path) -> Iterator[Any]:
    with chromium(downloads) as session:
        session.execute_cdp_cmd("Network.enable", {})
        offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        session.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
        session.set_script_timeout(60)
        yield session


@contextmanager
def firefox_offline(downloads: Path) -> Iterator[Any]:
    with firefox(downloads) as session:
        yield session
        assert {one.partition(":")[0] for one in session.requests} <= {"data", "blob", "file"}


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module", params=[chromium_offline, firefox_offline], ids=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest, built: Path, downloads: Path) -> Iterator[Any]:
    assert built
    with request.param(downloads) as session:
        yield session


@pytest.fixture(scope="module")
def window(browser: Any, built: Path) -> Window:
    return Window(browser, built.as_uri(), 120)


def test_nothing_leaves_the_page(window: Window) -> None:
    script = """const [address, done] = arguments;
        const asked = (tell) => {
            addEventListener("securitypolicyviolation", (one) => tell(one.effectiveDirective), { once: true });
            fetch(address).then(() => tell("sent"), () => {});
        };
        const work = `const address = "${address}"; (${asked})(postMessage)`;
        const here = new Promise(asked);
        const inside = new Promise((resolve) => {
            const worker = new Worker(`data:text/javascript,${encodeURIComponent(work)}`, { type: "module" });
            worker.onmessage = ({ data }) => resolve(data);
        });
        Promise.all([here, inside]).then(done)"""
    assert window.browser.execute_async_script(script, "http://127.0.0.1:9/") == ["connect-src", "connect-src"]


def test_findings_are_those_of_the_command(window: Window, tmp_path: Path) -> None:
    old = tmp_path / "旧稿.doc"
    old.write_bytes(doc_file("关于工作的通知", "各单位：", "其它事项。"))
    paths = [GAZETTE, *(FORMATS / f"notice.{suffix}" for suffix in ("docx", "pdf", "txt", "html")), old]
    window.choose(*paths)
    window.wait("return document.querySelectorAll('.files tbody tr').length === 6", 120)
    window.wait("return !document.querySelector('progress')", 120)
    for at, path in enumerate(paths, 1):
        assert window.run(f"return document.querySelectorAll('.files tbody tr')[{at - 1}].querySelector('button.name')")
        listed = json.loads(run_cli("check", str(path), "--no-config", "--format", "json")[1])["findings"]
        expected = sorted((one["start"], one["code"], one["fingerprint"]) for one in listed)
        found = window.browser.execute_async_script(FOUND, f"d{at}")
        places = [one["place"] for one in found.values()]
        assert sorted((one["start"], one["code"], one["fingerprint"]) for one in places) == expected, path.name


def test_what_cannot_be_read_is_told_in_one_line(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    window.choose(path)
    window.wait("return document.querySelectorAll('.files tbody tr').length === 7", 60)
    assert "Word" in window.wait("return document.querySelector('.told.bad')?.textContent")


def test_accept_and_find_it_again_after_a_reload(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "预案.txt"
    path.write_text(PLAN, "utf-8")
    window.close_all()
    window.choose(path)
    window.wait("return document.querySelector('.card.on')", 60)
    window.accept("与上级预案一致")
    window.browser.refresh()
    window.wait("return document.body?.dataset.ready", 120)
    window.choose(path)
    window.wait("return document.querySelector('.card')", 60)
    assert "与上级预案一致" in window.run("return document.querySelector('.card.done').textContent")


def test_downloads(window: Window, downloads: Path) -> None:
    saved = window.save("Word 批注稿", downloads, "批注_预案.docx")
    with zipfile.ZipFile(saved) as archive:
        assert "其它" in archive.read("word/comments.xml").decode()
    assert json.loads(window.save("SARIF", downloads, "报告.sarif").read_bytes())["runs"]


def test_what_takes_too_long_is_stopped_and_its_worker_replaced(window: Window) -> None:
    """The worker that takes its place knows what was open, and goes on."""
    before = window.run("return document.querySelectorAll('.card').length")
    script = """const [text, done] = arguments; import("backend.js").then(async (one) => {
        one.limits.seconds = 0.05;
        const file = new File([text], "长稿.txt");
        const told = await one.add("长稿.txt", file, {lang: "zh"}).then(() => "", (error) => error.message);
        one.limits.seconds = 60;
        done([told, (await one.ask("state", {lang: "zh"})).drafts.length]);
    })"""
    told, drafts = window.browser.execute_async_script(script, GAZETTE.read_text("utf-8") * 20)
    assert "没有读完" in told
    assert drafts == 1
    window.run("document.querySelector('[data-act=rule]').click()")
    window.wait("return document.querySelector('dialog pre')", 120)
    window.run("document.querySelector('dialog').close()")
    found = window.browser.execute_async_script(
        FOUND, window.run("return document.querySelector('#content').dataset.key")
    )
    assert len(found) == before


def test_settings_from_files(window: Window, tmp_path: Path) -> None:
    rules = "- code: HS001\n  name: no-other-things\n  forbid: 其它事项\n"
    files = {"gazette-lint.yaml": "ignore: [WD]\n", "house.txt": "某市教育局\n", "house.yaml": rules}
    for name, words in files.items():
        (tmp_path / name).write_text(words, "utf-8")
    window.run("document.querySelectorAll('.top nav button')[1].click()")
    field = "document.querySelector('.office header input')"
    window.wait(f"return {field}")
    field = window.run(f"const one = {field}; one.hidden = false; return one")
    field.send_keys("\n".join(str(tmp_path / name) for name in files))
    window.told("已读入设置")
    assert window.run("return document.querySelector('#part-ignore').textContent.includes('WD')")
    saved = window.run("return localStorage.getItem('gazette-lint-settings')")
    assert files.items() <= json.loads(saved).items()


def test_files_of_another_window_are_dropped(window: Window) -> None:
    """Of what is made by a script, as of what a mail programme gives, there is neither a handle nor an entry."""
    window.run(
        "const given = new DataTransfer(); for (const name of ['甲.txt', '乙.txt'])"
        " given.items.add(new File([arguments[0]], name)); document.body.dispatchEvent("
        "new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: given }))",
        PLAN,
    )
    window.wait("return ['甲.txt', '乙.txt'].every((one) => document.body.innerText.includes(one))", 60)


def test_dropped(window: Window, tmp_path: Path) -> None:
    """A page that was opened from a file may read what is dropped on it by other ways than that of a server."""
    if isinstance(window.browser, Firefox):
        pytest.skip("Firefox has no command that drops files")
    folder = tmp_path / "夹"
    (folder / "子").mkdir(parents=True)
    drafts = (tmp_path / "稿.txt", folder / "一.txt", folder / "子" / "二.txt")
    for draft in (*drafts, folder / "三.exe"):
        draft.write_text(PLAN, "utf-8")
    window.close_all()
    window.drop(drafts[0])
    window.wait("return document.querySelector('.card')", 60)
    window.drop(folder)  # on a document that is shown
    window.wait("return document.querySelectorAll('.files tbody tr').length === 3", 60)
    names = window.run("return [...document.querySelectorAll('.files button.name')].map((one) => one.textContent)")
    assert sorted(names) == ["夹/一.txt", "夹/子/二.txt", "稿.txt"]


def test_a_draft_is_not_replaced_by_the_page(tmp_path: Path) -> None:
    draft = tmp_path / "稿.html"
    draft.write_text("<p>稿</p>", "utf-8")
    code, told = run_cli("app", "--static", str(draft))
    assert (code, "不是本工具的报告" in told) == (2, True)


def test_nothing_fetched_is_one_line(tmp_path: Path) -> None:
    missing = static.PYODIDE._replace(command=("no-such-program",))
    with pytest.raises(Failure, match="没有安装 no-such-program"):
        static._fetched(missing, tmp_path, print)
    failing = static.PYODIDE._replace(command=("false",))
    with pytest.raises(Failure, match="请检查网络"):
        static._fetched(failing, tmp_path, print)
    other = static.PYODIDE._replace(name="x", command=("touch", "x"))
    with pytest.raises(Failure, match="校验和"):
        static._fetched(other, tmp_path, print)
    assert not any(tmp_path.iterdir())


class _Served(SimpleHTTPRequestHandler):
    """A web server that binds the worker, as the docs say."""

    def end_headers(self) -> None:
        if self.path.endswith("/worker.js"):
            self.send_header("Content-Security-Policy", static.WORKER_POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_the_folder_for_a_web_server(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "校对"
    docs = (ROOT / "docs" / "app.md").read_text("utf-8")
    assert static.WORKER_POLICY in docs
    static.build_folder(folder, CACHE, "zh", print)
    assert static.WORKER_POLICY in (folder / ".htaccess").read_text("utf-8")
    assert sum(one.stat().st_size for one in folder.iterdir()) * 5 < built.stat().st_size * 4
    draft = tmp_path / "预案.txt"
    draft.write_text(PLAN, "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Served, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with chromium() as session:
            page = Window(session, f"http://127.0.0.1:{server.server_port}/", 240)
            page.choose(draft)
            page.wait("return document.querySelector('.card.on')", 120)
            expected = json.loads(run_cli("check", str(draft), "--no-config", "--format", "json")[1])["findings"]
            assert page.run("return document.querySelectorAll('.card').length") == len(expected)
            assert not [one for one in session.get_log("browser") if one["level"] == "SEVERE"]
    finally:
        server.shutdown()
        server.server_close()
