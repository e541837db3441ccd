"""文件用另一种文种称呼自己：实施细则中的“本办法”，预案中的“本方案”。

依据 文件内部矛盾：“本”字所指是文件自己，应当与题名的文种一致（立法技术规范：法律、法规自称用“本法”“本条例”）。
说明 起草时从别的文件抄来、改了文种没有改自称的，常留下这样的痕迹；“本办法”到底指哪一份文件就成了问题。
限度 题名的文种认不出的不看；通知与所附文件的文种都算自己的；引号内的、修改决定中的不看。

Summary A document calls itself by another kind: 本办法 in detailed rules, 本方案 in a plan.
Basis A contradiction within the text: 本 means the document itself, whose kind stands in its title.
Why Words taken over from another act leave it open which document is meant.
Limits Titles of unknown kind are left alone; notice and instrument both count as own; quoted words do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import flow, own_words
from linter.facts.references import is_amending, own_titles
from linter.kernel.check import Bad, Good, check, needs
from linter.kernel.finding import Finding, Label, Related
from linter.language.pattern import lazy
from linter.structure.model import Document

_KIND = lazy("{ACT}(?!序)")
# 本法院, 本规定动作, 基本办法: not a self-designation.
_SELF = lazy(
    r"本(?<![基根原成资样文版日标副课剧脚底书]本)(?P<kind>(?:实施|暂行|管理|工作)?{ACT}(?!序))(?![院官人律庭定书例性])"
)
_TITLE = lazy(r"(?P<kind>{ACT}(?!序))(?:\([^()]*\)|【[^】]*】)*$")


@check(
    code="RF008",
    name="self-designation",
    severity="warning",
    reads=(own_titles, own_words),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "文件自称“{words}”，题名却是{own}",
        "en": "the document calls itself “{words}”, its title says {own}",
    },
    examples=(
        Bad(
            "[[~海州市供水条例实施细则]]\n\n第一条 为了加强供水管理，制定本细则。\n\n"
            "第二条 违反[[本办法]]的，责令改正。\n\n"
            "第三条 本细则自公布之日起施行。\n"
        ),
        Bad(
            "海州市人民政府关于印发防汛应急预案的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n"
            "现将《海州市防汛应急预案》印发给你们。\n\n"
            "海州市人民政府\n2021年5月6日\n\n[[~海州市防汛应急预案]]\n\n1 总则\n\n1.1 目的\n\n"
            "为做好防汛工作，制定[[本方案]]。\n"
        ),
        Good(
            "海州市供水管理办法\n\n第一条 为了加强供水管理，制定本办法。\n\n第二条 基本规定由市水务局制定，"
            "“本条例”的含义从其规定。\n\n"
            "第三条 本法院管辖的案件不适用本办法。\n"
        ),
        Good("关于加强养老服务的措施\n\n一、本措施自发布之日起施行，与本意见同时执行。\n"),
    ),
)
def self_designation(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """One finding a wrong kind, at its first use, with its other uses and the title."""
    names = document.read(own_titles)
    kinds = [(name, found["kind"]) for name in names if (found := _TITLE.search(name.title))]
    if not kinds or len(kinds) < len(names) or is_amending(document):
        return
    own = {kind for _, kind in kinds} | {"通知", *_KIND.findall(names[0].title)}
    text = document.read(own_words)
    stream = document.read(flow)
    uses: dict[str, list[re.Match[str]]] = {}
    for match in _SELF.finditer(text):
        # An appendix is an instrument of its own.
        if document.parts[stream.unit_at(match.start()).part].kind in ("appendix", "attachment"):
            continue
        # 企业所得税法第五十七条所称本法: words of the act that is carried out.
        if text[match.start() - 2 : match.start()] not in ("所称", "所指") and not match["kind"].endswith(tuple(own)):
            uses.setdefault(match["kind"], []).append(match)
    for same in uses.values():
        first, *others = [stream.span(*match.span()) for match in same]
        name, kind = kinds[-1]
        related = [Related(name.span, Label("题名", "the title"))]
        related += [Related(span, Label("同样的自称", "the same words again")) for span in others]
        yield Finding(first, {"words": same[0][0], "own": kind}, tuple(related))
