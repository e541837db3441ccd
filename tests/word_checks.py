"""Checks made for tests: each marks every occurrence of one word; and a run over texts under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.kernel.check import Active, Bad, Check, Good, Option
from linter.kernel.engine import lint_source
from linter.kernel.finding import Finding, Label, Severity
from linter.kernel.registry import Pack, Registry, build
from linter.kernel.result import FileResult
from linter.settings.config import Settings, activate
from linter.sources import read


def word_check(code: str, word: str, severity: Severity = "warning", **record: Any) -> Check:
    """A check that marks every occurrence of a word in the paragraphs of a notice."""

    def run(document: Any, options: Mapping[str, Any]) -> Iterator[Finding]:  # noqa: ARG001
        for paragraph in document.paragraphs:
            at = paragraph.text.find(word)
            while at >= 0:
                yield Finding(paragraph.span(at, at + len(word)), {"words": word})
                at = paragraph.text.find(word, at + 1)

    name = f"word-{code.lower()}"
    examples = (Bad(f"应当[[{word}]]。"), Good("没有。"))
    message = {"zh": "“{words}”", "en": "“{words}”"}
    return Check(
        code, name, severity, run, message, examples, f"{code} 的说明。", module=f"tests.{code.lower()}", **record
    )


LIMIT = Option(int, 3, Label("上限", "limit"))
WORDS = Option(tuple, ("甲",), Label("词", "words"))
SAMPLES = (
    word_check("AA001", "其它", "error", options={"limit": LIMIT, "words": WORDS}),
    word_check("AA002", "截止目前"),
    word_check("AA003", "进一步", "note", strict=True),
    word_check("BB001", "布署", "error", preview=True),
    word_check("BB002", "做为"),
)


def samples(*more: Check) -> Registry:
    """A registry of the sample checks and perhaps others."""
    return build([Pack("samples", "1.0", (*SAMPLES, *more))])


def lint(
    text: str, name: str = "a.txt", registry: Registry | None = None, settings: Settings | None = None
) -> FileResult:
    """Lint a text under the sample checks."""
    active: list[Active] = activate(registry or samples(), settings or Settings())
    return lint_source(read(text.encode(), name), name, active)[0]
