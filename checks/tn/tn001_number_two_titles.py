"""一个发文字号对应两个题名。

依据 文件内部矛盾：一个发文字号只属于一份文件。
说明 同一字号在两处对应不同的题名，至少有一处字号或者题名写错，读者会找到另一份文件。
简称、全称，印发通知与所印发的文件，算作同一题名。
限度 两个题名完全不像时，可能是一份通知印发了两个文件，只作警告；没有紧跟在书名号后的字号，只看目录表格里与题名
相邻、题名又大体相同的。

Summary One document number goes with two titles.
Basis A contradiction within the text: a document number belongs to one document.
Why Number or title is wrong in one place, and a reader will look up another act.
Limits Titles that share little may have been issued by one notice: a warning only;
numbers apart from a title are read only in a table, beside a title that is much the same.
"""

from __future__ import annotations

from linter.facts.references import citations, listed_titles, own_titles, same_act, similar
from linter.kernel.check import Bad, Finding, Findings, Good, Issue, Options, Span, check, see
from linter.language import NamedTuple


class Use(NamedTuple):
    """A title with the number it goes with; ``bearer`` is the document that bears it, -1 if it is cited."""

    title: str
    span: Span
    number: str
    bearer: int


@check(
    code="TN001",
    name="number-two-titles",
    severity="error",
    scope="issue",
    reads=(citations, own_titles, listed_titles),
    message={
        "zh": "{number}对应两个题名：“{title}”与“{other}”",
        "en": "{number} goes with two titles: “{title}” and “{other}”",
    },
    examples=(
        Bad(
            "关于印发防汛应急预案的通知\n\n各区人民政府：\n\n原《[[~海州市防汛抗旱应急预案]]》（海政办〔2015〕61号）同时废止。\n\n"
            "附则\n\n原《[[海州市防汛应急预案]]》（海政办〔2015〕61号）同时废止。\n"
        ),
        Bad(
            "一、将《[[~澄江市物业专项维修资金管理办法]]》（澄政规〔2017〕11号）第八条修改。\n\n序号\t文件名称\t文号\n"
            "1\t澄江市城市供水管理办法\t澄政规〔2018〕5号\n2\t[[澄江市物业专项维修基金管理办法]]\t澄政规〔2017〕11号\n"
        ),
        Good(
            "第二条 执行《国务院办公厅关于印发突发事件应急预案管理办法的通知》（国办发〔2024〕5号）。\n\n"
            "第五条 依照《突发事件应急预案管理办法》（国办发〔2024〕5号）修订。\n"
        ),
        Good("原《防汛预案》（海政办〔2015〕61号）、《抗旱预案》（海政办〔2015〕62号）同时废止。\n"),
    ),
)
def number_two_titles(issue: Issue, options: Options) -> Findings:
    """One finding a number: the title that differs, with the one that stands first."""
    uses: dict[tuple[str, int, int], list[Use]] = {}
    for document in issue.documents:
        for name in document.read(own_titles):
            if name.number:
                uses.setdefault(name.number.key, []).append(
                    Use(name.title, name.span, name.number.text, document.index)
                )
        for one in document.read(citations):
            if one.number:
                uses.setdefault(one.number.key, []).append(Use(one.title, one.span, one.number.text, -1))
        for name in document.read(listed_titles):
            cited = uses.get(name.number.key) if name.number else None
            if name.number and cited and similar(name.title, cited[0].title):
                cited.append(Use(name.title, name.span, name.number.text, -1))
    for group in uses.values():
        first = group[0]
        # A notice and the instruments it encloses bear one number by right; two notices of one number are TN006.
        known = [use.title for use in group if use is first or use.bearer == first.bearer >= 0]
        others = [use for use in group if use is not first and not (use.bearer >= 0 <= first.bearer)]
        odd = next((use for use in others if not any(same_act(use.title, title) for title in known)), None)
        if odd is None:
            continue
        related = tuple(
            see(use.span, f"同一字号的题名“{use.title}”", f"the title “{use.title}” with the same number")
            for use in group
            if use is not odd
        )
        args = {"number": odd.number, "title": odd.title, "other": first.title}
        yield Finding(odd.span, args, related, severity=None if similar(odd.title, first.title) else "warning")
