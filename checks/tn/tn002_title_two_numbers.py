"""同一题名在两处的发文字号只差一个字符。

依据 文件内部矛盾：一份文件只有一个发文字号。
说明 同一文件两次引用，字号差一位数字或者一个字，其中一处写错。
限度 差别更大的字号可能是同名的新旧两份文件，不报；废止旧文件、印发同名新文件，不报。

Summary One title is cited with two numbers that differ in a single character.
Basis A contradiction within the text: a document has one number.
Why One digit is wrong in one of the two places.
Limits Numbers that differ more may belong to an old and a new act of one title;
an act that replaces its namesake is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.references import NumberUse, citations, core
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Finding, Label, Related
from linter.language.near import one_apart
from linter.structure.model import Issue


@check(
    code="TN002",
    name="title-two-numbers",
    severity="warning",
    scope="issue",
    reads=(citations,),
    message={
        "zh": "《{title}》的发文字号前后不一：“{other}”与“{number}”",
        "en": "“{title}” is cited with two numbers: “{other}” and “{number}”",
    },
    examples=(
        Bad(
            "一、落实《关于促进养老服务发展的意见》（[[~国办发〔2019〕5号]]）。\n\n"
            "二、对照《关于促进养老服务发展的意见》（[[国办发〔2019〕6号]]）开展自查。\n"
        ),
        Bad(
            "第三条 按照《城乡居民医疗保险办法》（[[~穗府办规〔2021〕14号]]）缴费。\n\n"
            "第八条 按照《城乡居民医疗保险办法》（[[穗府办规〔2020〕14号]]）报销。\n"
        ),
        Good(
            "一、《关于做好就业工作的通知》（人社发〔2019〕12号）、《关于做好就业工作的通知》（人社发〔2022〕47号）继续执行。\n"
        ),
        Good(
            "一、落实《关于促进养老服务发展的意见》（国办发〔2019〕5号）。\n\n"
            "二、对照《关于促进养老服务发展的意见》（国办发[2019]5号）开展自查。\n"
        ),
    ),
)
def title_two_numbers(issue: Issue, options: Mapping[str, Any]) -> Iterator[Finding]:
    """One finding a title: the number that differs from the one cited first."""
    first: dict[str, NumberUse] = {}
    told: set[str] = set()
    for document in issue.documents:
        for one in document.read(citations):
            if one.number is None:
                continue
            act = core(one.title)
            known = first.setdefault(act, one.number)
            if act in told or not one_apart(_plain(known), _plain(one.number)):
                continue
            told.add(act)
            args = {"title": one.title, "number": one.number.text, "other": known.text}
            label = Label(f"此前的字号“{known.text}”", f"the number “{known.text}” cited before")
            yield Finding(one.number.span, args, (Related(known.span, label),))


def _plain(number: NumberUse) -> str:
    return f"{number.agency}|{number.year}|{int(number.serial)}"
