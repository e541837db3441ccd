"""Results to report on: small checks of every kind over a document with all that makes positions hard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linter.kernel.check import Active, Bad, Check, Good, Option
from linter.kernel.engine import lint_source
from linter.kernel.finding import Edit, Finding, Fix, Label, Related
from linter.kernel.identity import identified
from linter.kernel.result import FileResult, Notification, Result
from linter.language.text import Span
from linter.sources import Source, make_source
from linter.structure.model import Document

DOC = """停电规模的上下限颠倒。

依据 GB/T 9704-2012 7.2.5、7.2.6：写法有规定，
中文换行不留空格。
说明 下限大于上限，
没有任何数值符合。
限度 不看图表 <p>。

Summary A lower bound above the upper one.
Basis GB/T 9704-2012 7.2.5.
Why No value can
satisfy it.
Limits Figures are not read.
"""

TEXT = (
    "𬭎源县人民政府办公室关于印发停电应急预案的通知\r\n"
    "各乡镇人民政府：\r\n"
    "\r\n"
    "一、分级标准\r\n"
    "钱𬭎电网减供负荷40%以上13%以下的，为Ⅰ级；减供负荷20%以上的[见附件](附件1)，为Ⅱ级。\r\n"
    "二、附则\r\n"
    "本预案自印发之日起施行。"
)


def _inverted(document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    raw = document.text.raw
    for match in re.finditer(r"(\d+)%以上(\d+)%以下", raw):
        other = raw.index("20%以上")
        yield Finding(
            Span(*match.span()),
            {"low": match[1], "high": match[2]},
            (
                Related(Span(other, other + 5), Label("相邻一级", "next level")),
                Related(Span(match.start() - 6, match.start()), Label("指标[名]", "measure [name]")),
            ),
            Fix("unsafe", (Edit(Span(match.start(), match.start() + 2), "10"),), Label("改为10", "write 10")),
        )


def _bracket(document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    at = document.text.raw.find("[见附件](附件1)")
    if at >= 0:
        span = Span(at, at + 10)
        fix = Fix("shown", (Edit(span, ""),), Label("删去", "delete"))
        yield Finding(span, {"words": document.text.slice(span)}, fix=fix)


def _joined(document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    match = re.search(r"为Ⅱ级。\r?\n二、附则", document.text.raw)
    if match:
        yield Finding(Span(*match.span()))


def record(code: str, run: Any, **changes: Any) -> Check:
    settings: dict[str, Any] = {
        "name": f"sample-{run.__name__.strip('_')}",
        "severity": "error",
        "message": {"zh": "下限“{low}%”大于上限“{high}%”。", "en": "lower bound {low}% exceeds {high}%."},
        "examples": (Bad("电网减供负荷[[40%以上13%以下]]，[[~20%以上]]\n"), Good("电网减供负荷13%以上40%以下\n")),
        "doc": DOC,
        "norm": "GB/T 9704-2012 7.2.5、7.2.6",
        "strength": "must",
        "module": f"samples.{code.lower()}",
        "options": {"least": Option(int, 3, Label("最少次数", "least count"))},
    }
    return Check(code=code, run=run, **(settings | changes))


INVERTED = record("ZZ101", _inverted)
BRACKET = record(
    "ZZ102",
    _bracket,
    severity="warning",
    message={"zh": "“{words}”写法不当", "en": "“{words}” is badly written"},
    norm="",
    strength="usage",
    options=None,
)
JOINED = record(
    "ZZ103",
    _joined,
    severity="note",
    preview=True,
    message={"zh": "标题前缺空行。", "en": "no blank line."},
    norm="民法典",
)
CHECKS = (INVERTED, BRACKET, JOINED)


def lint(source: Source, path: str = "公文/停电 预案.txt", checks: tuple[Check, ...] = CHECKS) -> FileResult:
    file, notifications = lint_source(source, path, [Active(one, one.severity, one.defaults()) for one in checks])
    assert notifications == []
    return file


def sample(text: str = TEXT, path: str = "公文/停电 预案.txt") -> FileResult:
    return lint(make_source(text, text.encode(), "text", "UTF-8"), path)


def result(*files: FileResult, notifications: tuple[Notification, ...] = ()) -> Result:
    return Result(identified(files or (sample(),)), CHECKS, notifications, (("builtin", "0.1.0"),))
