"""What is fuzzed: kinds of input, how each is made, and what may come of it. Whatever else comes is a fault."""

from __future__ import annotations

import atexit
import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import made_documents as made
import made_requests
from lsp_talk import Talk, frame, message
from made_documents import Chooser

from linter.accepted.baseline import loads
from linter.accepted.decisions import parse
from linter.declared.record import read as read_checks
from linter.forms.nodes import BadFileError, parse_yaml
from linter.kernel.check import Active
from linter.kernel.engine import lint_source
from linter.kernel.registry import RegistryError, load
from linter.settings.config import Settings, activate
from linter.settings.find import Layer
from linter.settings.fold import settle
from linter.settings.keys import TABLE
from linter.sources import SourceError, read


class Fuzzed(NamedTuple):
    """A kind of input: how one is made, and what is done with it; a fault is raised."""

    make: Callable[[Chooser], bytes]
    use: Callable[[bytes], None]


@cache
def active() -> Sequence[Active]:
    """Every check there is."""
    return activate(load(), Settings(preview=True, strict=True))


def lint(name: str) -> Callable[[bytes], None]:
    """Lint a document of a name; no check may fail."""

    def use(data: bytes) -> None:
        try:
            source = read(data, name)
        except SourceError as told:
            if "internal error" in str(told):
                raise
            return
        failed = [one for one in lint_source(source, name, active())[1] if one.level == "error"]
        if failed:
            raise AssertionError(failed[0].text)

    return use


def file_by_hand(use: Callable[[str], object]) -> Callable[[bytes], None]:
    """Read a file by hand; what is wrong with it is told at a line."""

    def used(data: bytes) -> None:
        try:
            use(data.decode("utf-8", "replace"))
        except BadFileError as told:
            if not told.problems:
                raise

    return used


def _settings(words: str) -> None:
    node = parse_yaml(words, "x.yaml")
    problems = list(TABLE.problems(node))
    if problems:
        raise BadFileError(problems)
    try:
        activate(load(), settle(load(), [Layer(node, Path("/nowhere"), Path("/nowhere"))]).settings)
    except RegistryError:
        return


def _words(make: Callable[[Chooser], str]) -> Callable[[Chooser], bytes]:
    return lambda choose: make(choose).encode("utf-8", "replace")


def _spoiled(make: Callable[[Chooser], bytes]) -> Callable[[Chooser], bytes]:
    return lambda choose: made.spoiled(choose, make(choose)) if choose(3) == 0 else make(choose)


@cache
def _server() -> Talk:
    """A language server, until the end."""
    talk = Talk()
    atexit.register(talk.process.kill)
    talk.start()
    return talk


def _messages(choose: Chooser) -> bytes:
    return b"".join(frame(json.dumps(made.message(choose, 10 + at)).encode()) for at in range(1 + choose(6)))


def _serve(data: bytes) -> None:
    """Send bytes to the server; it must be there afterwards. What a wrong length swallowed is said again."""
    talk = _server()
    talk.said.clear()
    talk.send(data)
    for number in range(1000, 1006):
        talk.send(b"\r\n" + message("unknown/method", {}, number))
        try:
            talk.answer(number, 5 if number < 1005 else 30)
        except AssertionError:
            talk.send(b" " * 5000)
        else:
            break
    failed = [one for one in talk.said if "internal error" in str(one)]
    if failed or talk.process.poll() is not None:
        raise AssertionError(str(failed)[:300] or "the server has ended")


KINDS: dict[str, Fuzzed] = {
    "text": Fuzzed(_spoiled(_words(made.text)), lint("a.txt")),
    "markdown": Fuzzed(_spoiled(_words(made.markdown)), lint("a.md")),
    "html": Fuzzed(_spoiled(_words(made.html)), lint("a.html")),
    "docx": Fuzzed(_spoiled(made.docx), lint("a.docx")),
    "ofd": Fuzzed(_spoiled(made.ofd), lint("a.ofd")),
    "settings": Fuzzed(_spoiled(_words(made.settings)), file_by_hand(_settings)),
    "checks": Fuzzed(
        _spoiled(_words(made.checks)), file_by_hand(lambda words: read_checks(parse_yaml(words, "x.yaml"), "x"))
    ),
    "decisions": Fuzzed(_spoiled(_words(made.decisions)), file_by_hand(lambda words: parse(words, "x.yaml"))),
    "baseline": Fuzzed(_spoiled(_words(made.baseline)), file_by_hand(lambda words: loads(words, "x.json"))),
}
if find_spec("pygls"):
    KINDS["lsp"] = Fuzzed(_spoiled(_messages), _serve)
if find_spec("starlette"):
    KINDS["app"] = Fuzzed(made_requests.requests, lambda data: made_requests.ask(load(), data))
