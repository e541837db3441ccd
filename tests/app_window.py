"""What a person does with the page, in a headless browser."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).parent / "consumers" / "node_modules" / "axe-core" / "axe.min.js"


class Window:
    """A page that is open."""

    def __init__(self, browser: Any, address: str, seconds: float = 20) -> None:
        self.browser = browser
        browser.get(address)
        self.wait("return document.body?.dataset.ready", seconds)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def wait(self, script: str, seconds: float = 20) -> Any:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := self.run(script):
                return found
            time.sleep(0.05)
        pytest.fail(f"never true: {script}; {self.run('return document.body.innerText')[:500]}")

    def choose(self, *paths: Path) -> None:
        field = self.run("const one = document.querySelector('.drop input'); one.hidden = false; return one")
        field.send_keys("\n".join(map(str, paths)))

    def close_all(self) -> None:
        """Close what the table of files lists."""
        self.run("[...document.querySelectorAll('.files header button')].pop().click()")
        self.wait("return document.querySelector('.drop h1')")

    def drop(self, path: Path) -> None:
        """Drop a file or a folder on the page, in Chromium."""
        given = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        for step in ("dragEnter", "dragOver", "drop"):
            self.browser.execute_cdp_cmd("Input.dispatchDragEvent", {"type": step, "x": 300, "y": 300, "data": given})

    def press(self, key: str) -> None:
        event = "new KeyboardEvent('keydown', {key: arguments[0], bubbles: true})"
        self.run(f"document.activeElement.dispatchEvent({event})", key)

    def told(self, words: str) -> None:
        self.wait(f"return document.querySelector('#toasts').textContent.includes('{words}')")

    def accept(self, reason: str) -> None:
        self.run("document.querySelector('.card.on [data-act=accept]').click()")
        self.run(
            "const form = document.querySelector('form.accepting'); form.reason.value = arguments[0]; "
            "form.who.value = '文书科'; form.requestSubmit()",
            reason,
        )
        self.told("已接受 1 处")

    def save(self, words: str, folder: Path, name: str) -> Path:
        """Take a file away by the words of the menu, into the folder for downloads of the browser."""
        (folder / name).unlink(missing_ok=True)
        button = "[...document.querySelectorAll('.menu button')].find(one => one.textContent === arguments[0])"
        self.run(f"{button}.click()", words)
        end = time.monotonic() + 30
        # Firefox keeps the place with an empty file.
        while not ((folder / name).exists() and (folder / name).stat().st_size) and time.monotonic() < end:
            time.sleep(0.05)
        return folder / name

    def serious(self) -> list[str]:
        """What axe finds that keeps people out."""
        if not AXE.exists():
            pytest.skip("npm ci --prefix tests/consumers")
        self.run(AXE.read_text("utf-8"))
        found = self.browser.execute_async_script("const done = arguments[0]; axe.run().then(done)")
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:200]}"
            for one in found["violations"]
            if one["impact"] in {"serious", "critical"}
        ]
