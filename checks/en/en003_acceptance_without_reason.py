"""接受了问题而没有写明理由。

依据 工具自身的约定：接受一处问题须写明理由，日后的人才知道为什么不改。
说明 没有理由的接受分不清是核实过还是图省事。补上理由即不再提醒；被接受的问题本身仍算已接受。
限度 只看有没有写，不看理由是否成立；不起作用的忽略注释和接受记录由 EN001 指出。

Summary A finding was accepted and no reason is given.
Basis A convention of this tool: an acceptance says why, so that those who come later know.
Why Without a reason nobody can tell what was verified from what was waved through. It is told until there is one; the
finding itself stays accepted.
Limits Only whether there is a reason, not whether it holds; suppressions without effect are told by EN001.
"""

from collections.abc import Iterable
from typing import Any

from linter.kernel.check import Bad, Finding, Findings, Good, Options, check


@check(
    code="EN003",
    name="acceptance-without-reason",
    severity="warning",
    scope="engine",
    message={
        "zh": "{code} 已接受，但没有写明理由，请补上",
        "en": "{code} is accepted without a reason; give one",
    },
    examples=(
        Bad(
            "# 关于开展安全检查的通知\n\n"
            "[[<!-- gazette-lint: ignore DT001 -->]]\n\n"
            "来文要求于2023年2月30日前报送自查报告。\n"
        ),
        Good(
            "# 关于开展安全检查的通知\n\n"
            "<!-- gazette-lint: ignore DT001 引自来文，原文如此 -->\n\n"
            "来文要求于2023年2月30日前报送自查报告。\n"
        ),
    ),
)
def acceptance_without_reason(flaws: Iterable[Any], options: Options) -> Findings:
    """Yield the acceptances that say nothing, each a ``linter.accepted.comments.Flaw``."""
    for one in flaws:
        if one.why == "unreasoned":
            yield Finding(one.span, {"code": one.words})
