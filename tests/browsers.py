"""A headless browser for tests, where one is installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

_FLAGS = (
    "headless=new",
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "window-size=1400,1000",
)
_PATIENCE = 120.0  # seconds that a command may take
_PREFS = {
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
}


@contextmanager
def chromium(downloads: Path | None = None) -> Iterator[Any]:
    """A session of Chromium; the test is skipped where it is not installed."""
    webdriver = pytest.importorskip("selenium.webdriver")
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in _FLAGS:
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    session = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    if downloads:
        where = {"behavior": "allow", "downloadPath": str(downloads)}
        session.execute_cdp_cmd("Browser.setDownloadBehavior", where)
    try:
        yield session
    finally:
        session.quit()


class Firefox:
    """A window of Firefox, driven by WebDriver BiDi, which it speaks itself; the part of Selenium's that tests use."""

    def __init__(self, socket: Any) -> None:
        self._socket, self._asked = socket, 0
        self.requests: list[str] = []
        self._told: list[str] = []
        self._ask("session.new", {"capabilities": {}})
        self._ask("session.subscribe", {"events": ["network.beforeRequestSent", "log.entryAdded"]})
        self._context = self._ask("browsingContext.getTree", {})["contexts"][0]["context"]

    def _ask(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        """A command and its result; what the browser tells meanwhile is kept."""
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": given}))
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            said = json.loads(self._socket.recv())
            if said.get("method") == "network.beforeRequestSent":
                self.requests.append(said["params"]["request"]["url"])
            elif said.get("method") == "log.entryAdded" and said["params"]["level"] == "error":
                self._told.append(said["params"]["text"])
            elif said.get("id") == self._asked:
                if said["type"] == "error":
                    pytest.fail(f"{method}: {said['message']}")
                return said["result"]
        pytest.fail(f"{method}: no answer")

    def _do(self, method: str, **given: Any) -> dict[str, Any]:
        return self._ask(method, {"context": self._context, **given})

    def get(self, address: str) -> None:
        self._do("browsingContext.navigate", url=address, wait="complete")

    def refresh(self) -> None:
        self._do("browsingContext.reload", wait="complete")

    def get_log(self, _: str) -> list[dict[str, str]]:
        """What failed in the page since it was last asked."""
        told, self._told = self._told, []
        return [{"level": "SEVERE", "message": one} for one in told]

    def execute_script(self, script: str, *given: Any) -> Any:
        """What a script returns: an element, or what JSON can say."""
        said = self._ask(
            "script.callFunction",
            {
                "functionDeclaration": f"async (...all) => {{ const made = await (function () {{{script}}})"
                "(...all.map(JSON.parse)); return made instanceof Element ? made : JSON.stringify(made) }",
                "arguments": [{"type": "string", "value": json.dumps(one)} for one in given],
                "target": {"context": self._context},
                "awaitPromise": True,
            },
        )
        if said["type"] == "exception":
            pytest.fail(f"{script}: {said['exceptionDetails']['text']}")
        made = said["result"]
        if made["type"] == "node":
            return _Field(self, made["sharedId"])
        return json.loads(made["value"]) if made["type"] == "string" else None

    def execute_async_script(self, script: str, *given: Any) -> Any:
        """What a script hands to the function that is its last argument."""
        return self.execute_script(
            f"const all = [...arguments]; return new Promise((done) => (function () {{{script}}})(...all, done))",
            *given,
        )

    def choose(self, element: str, paths: list[str]) -> None:
        self._do("input.setFiles", element={"sharedId": element}, files=paths)

    def resize(self, width: int) -> None:
        self._do("browsingContext.setViewport", viewport={"width": width, "height": 900})


class _Field(NamedTuple):
    """A field for files."""

    window: Firefox
    element: str

    def send_keys(self, paths: str) -> None:
        self.window.choose(self.element, paths.split("\n"))


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A session of Firefox whose profile and downloads are in a folder; the test is skipped where it is not installed.

    It has no network but this machine: all else goes to a port where nobody listens.
    """
    websocket = pytest.importorskip("websocket")
    program = shutil.which("firefox-esr")
    if not program:
        pytest.skip("firefox-esr is not installed")
    (folder / "profile").mkdir()
    prefs = {**_PREFS, "browser.download.dir": str(folder)}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in prefs.items())
    (folder / "profile" / "user.js").write_text("".join(lines), "utf-8")
    flags = ("--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(folder / "profile"))
    with (folder / "told").open("w+") as told, subprocess.Popen((program, *flags), stderr=told, stdout=told) as running:
        try:
            socket = websocket.create_connection(
                f"{_address(folder / 'told')}/session", timeout=_PATIENCE, suppress_origin=True
            )
            with closing(socket):
                yield Firefox(socket)
        finally:
            running.terminate()


def _address(told: Path) -> str:
    """Where Firefox says that it listens."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if found := re.search(r"BiDi listening on (ws://\S+)\n", told.read_text("utf-8")):
            return found[1]
        time.sleep(0.05)
    pytest.fail(f"firefox does not start: {told.read_text('utf-8')[-500:]}")


def resize(session: Any, width: int) -> None:
    """Make the page of a session as wide as this."""
    if isinstance(session, Firefox):
        session.resize(width)
    else:
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        session.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
