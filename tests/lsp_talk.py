"""A client of the language server that says what it is told to, well-formed or not."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

Said = Callable[[Any], bool]


def message(method: str, params: Any, number: int | None = None) -> bytes:
    """A request with this number, or a notification."""
    body: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
    return frame(json.dumps(body | ({} if number is None else {"id": number})).encode())


def frame(body: bytes) -> bytes:
    """A body with its header."""
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


class Talk:
    """A running server and what it said."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "linter", "lsp"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        self.said: list[Any] = []
        self._news = threading.Condition()

    def start(self) -> None:
        """Begin a session."""
        threading.Thread(target=self._listen, daemon=True).start()
        self.send(message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 0))
        self.answer(0)

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def answer(self, number: int | None, seconds: float = 30) -> Any:
        """The answer to a request."""
        return self.until(lambda one: "method" not in one and one.get("id") == number, seconds)

    def until(self, wanted: Said, seconds: float = 30) -> Any:
        """The first thing said that is wanted, waited for."""
        with self._news:
            assert self._news.wait_for(lambda: any(map(wanted, self.said)), seconds), self.said[-3:]
            return next(one for one in self.said if wanted(one))

    def _listen(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            if header.startswith(b"Content-Length"):
                while self.process.stdout.readline().strip():
                    pass
                body = json.loads(self.process.stdout.read(int(header.split(b":")[1])))
                with self._news:
                    self.said.append(body)
                    self._news.notify_all()
