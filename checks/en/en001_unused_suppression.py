"""不起作用的忽略注释或接受记录。

依据 工具自身的约定：忽略注释和接受记录只对确实存在的问题有效。
说明 问题改好以后，留下的注释会掩盖将来同一处的新问题；代码写错的注释从来没有起过作用。
限度 所指检查未启用时不报，因为别的设置可能用到；没有发文字号或标题的接受记录不报。

Summary An ignore comment or a recorded decision that has no effect.
Basis A convention of this tool: comments and decisions hold for findings that exist.
Why A comment that outlives its defect hides the next one at the same place; one with a misspelt code never worked.
Limits Silent for checks that are not in force, since other settings may use them, and for decisions on no document.
"""

from collections.abc import Iterable
from typing import Any

from linter.kernel.check import Bad, Finding, Findings, Good, Label, Options, check

_KINDS = {"inSource": Label("忽略注释", "ignore comment"), "external": Label("接受记录", "recorded acceptance")}


@check(
    code="EN001",
    name="unused-suppression",
    severity="warning",
    scope="engine",
    message={
        "zh": "{kind}“{words}”不起作用：这里没有这样的问题",
        "en": "The {kind} “{words}” has no effect: there is no such finding",
    },
    messages={
        "unknown": {
            "zh": "{kind}“{words}”不起作用：没有这项检查",
            "en": "The {kind} “{words}” has no effect: there is no such check",
        },
        "unreadable": {
            "zh": "{kind}“{words}”不起作用：应写作“gazette-lint: ignore 代码 理由”",
            "en": "The {kind} “{words}” has no effect: write “gazette-lint: ignore CODE reason”",
        },
    },
    choices={"kind": _KINDS},
    examples=(
        Bad(
            "# 关于开展安全检查的通知\n\n"
            "[[<!-- gazette-lint: ignore DT001 原文如此 -->]]\n\n"
            "各单位应当于2023年2月28日前报送自查报告。\n"
        ),
        Bad(
            "# 关于开展安全检查的通知\n\n"
            "[[<!-- gazette-lint: ignore DT901 原文如此 -->]]\n\n"
            "各单位应当于2023年2月30日前报送自查报告。\n"
        ),
        Bad(
            "# 关于开展安全检查的通知\n\n"
            "[[<!-- gazette-lint: 忽略 DT001 -->]]\n\n"
            "各单位应当于2023年2月28日前报送自查报告。\n"
        ),
        Good(
            "# 关于开展安全检查的通知\n\n"
            "<!-- gazette-lint: ignore DT001 引自来文，原文如此 -->\n\n"
            "来文要求于2023年2月30日前报送自查报告。\n"
        ),
    ),
)
def unused_suppression(flaws: Iterable[Any], options: Options) -> Findings:
    """Yield the suppressions that suppress nothing, each a ``linter.accepted.comments.Flaw``."""
    for one in flaws:
        if one.why == "unreasoned":
            continue
        yield Finding(one.span, {"words": one.words, "kind": one.kind}, message="" if one.why == "unused" else one.why)
