"""The language server under a client that is not well-behaved, and beside a document that takes its time."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

pytest.importorskip("pygls")

from lsp_talk import Talk, frame, message

from linter.kernel.result import Notification
from linter.kernel.session import Session
from linter.lsp.framing import Framed
from linter.lsp.server import Open, Server
from linter.lsp.worker import GivenUpError, Wanted
from linter.settings.config import Settings, activate

DRAFT = "关于做好防汛工作的通知\n\n各单位：\n\n减供负荷40%以上13%以下的。请做好其它工作。\n"
URI = "untitled:a.txt"


def opened(text: str, uri: str = URI) -> bytes:
    item = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    return message("textDocument/didOpen", {"textDocument": item})


def hover(line: int, number: int, uri: str = URI) -> bytes:
    where = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 0}}
    return message("textDocument/hover", where, number)


@pytest.fixture(scope="module")
def talk() -> Iterator[Talk]:
    one = Talk()
    with one.process:
        try:
            one.start()
            yield one
        finally:
            one.process.kill()


@pytest.mark.parametrize("length", ["99999999999999999999", "-5", "abc", "", "0", "1e3", "９", "1" * 200])
def test_a_length_that_cannot_be_true_is_told_and_passed_over(talk: Talk, length: str) -> None:
    before = len(talk.said)
    talk.send(f"Content-Length: {length}\r\n\r\n{{}}".encode())
    talk.send(message("unknown/method", {}, before + 1000))
    assert talk.answer(before + 1000)["error"]["code"] == -32601
    assert any("its length cannot be true" in str(one) for one in talk.said[before:])


@pytest.mark.parametrize("body", [b"{", b"[]", b"1", b"\xff\xfe", b"null", b"[" * 100_000, b'{"jsonrpc": "2.0"}'])
def test_what_is_no_message_ends_nothing(talk: Talk, body: bytes) -> None:
    number = len(talk.said) + 2000
    talk.send(frame(body) + message("unknown/method", {}, number))
    assert talk.answer(number)["error"]["code"] == -32601


@pytest.mark.parametrize("line", [-1, -(10**9), 10**20])
def test_a_position_that_cannot_be_gets_an_answer(talk: Talk, line: int) -> None:
    number = len(talk.said) + 3000
    talk.send(opened(DRAFT) + hover(line, number))
    assert "error" in talk.answer(number)


def test_a_position_behind_the_end_is_the_end(talk: Talk) -> None:
    number = len(talk.said) + 4000
    talk.send(opened(DRAFT) + hover(10**6, number))
    assert talk.answer(number)["result"] is None


def test_requests_are_answered_while_a_long_document_is_linted(talk: Talk) -> None:
    number = len(talk.said) + 5000
    long = "".join(f"第{at}条 名称{at}局负责工作，死亡{at}人以上。\n\n" for at in range(3000))
    talk.send(opened(long, "untitled:long.txt") + message("unknown/method", {}, number))
    talk.answer(number)
    shown = [one for one in talk.said if one.get("method") == "textDocument/publishDiagnostics"]
    assert all(one["params"]["uri"] != "untitled:long.txt" for one in shown)
    gone = {"textDocument": {"uri": "untitled:long.txt"}}
    talk.send(message("textDocument/didClose", gone) + hover(4, number + 1))
    assert "error" not in talk.answer(number + 1)


def test_work_that_nobody_waits_for_ends() -> None:
    from linter.kernel.registry import load

    session, wanted = Session(activate(load(), Settings())), Wanted()
    asked = []

    def ask() -> None:
        asked.append(1)
        wanted.off = len(asked) == 3
        wanted.ask()

    with pytest.raises(GivenUpError):
        session.whole(DRAFT, ask)
    assert len(asked) == 3
    assert session.whole(DRAFT)


def test_checks_that_were_stopped_are_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    server = Server()
    monkeypatch.setattr(server, "tell", lambda _, words: told.append(words))
    one = Open(URI, "a.txt", server._plan("a.txt"))
    one.session.told = (Notification("error", "慢"),)
    server.tell_of(one)
    server.tell_of(one)
    one.session.told = ()
    server.tell_of(one)
    assert told == ["a.txt: 慢"]


def test_headers_that_straddle_what_is_read_at_once() -> None:
    told: list[str] = []
    body = b"x" * ((1 << 16) - 9)
    stream = Framed(
        io.BytesIO(b"Content-Length: 99999999999\r\n\r\n" + body + frame(b"{}") + frame(b"[]")), told.append
    )
    read = []
    while header := stream.readline():
        assert stream.readline() == b"\r\n"
        read.append(stream.read(int(header.split(b":")[1])))
    assert read == [b"{}", b"[]"]
    assert len(told) == 1
