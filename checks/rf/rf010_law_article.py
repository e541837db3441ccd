"""引用法律、行政法规的条文，序号超过该法的最后一条。

依据 法律、行政法规公布的文本；各版本的条数取自公开的法律文本汇编（LawRefBook/Laws，2025年4月，提交2f4c5c2），
条文自第一条起连续编号的才采用。
说明 “依照《城乡规划法》第七十条处罚”而该法只有六十九条，处罚便没有依据；多为修订前的序号，或者录入错误。
限度 只看《》中写全的题名；以收集到的各版本的最大条数为准；早于所收最早版本的文件、2025年4月以后的文件不看。

Summary An article of a law is cited that lies beyond its last one.
Basis The text of the laws, from a public collection (LawRefBook/Laws, April 2025, commit 2f4c5c2), where articles run
without a gap from the first.
Why A penalty that rests on an article that is not there has no basis.
Limits Only full titles in 《》; the longest version counts; documents older than the versions collected, or
younger than the collection, are left alone.
"""

import re
from collections.abc import Iterator

from linter.facts.base import flow, signature_date
from linter.facts.references import ACTS_END, citations, known_act
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check
from linter.language import lazy, ordinal

_WORDS = r"(?P<words>第 ?(?P<n>[一二三四五六七八九十廿百千零〇○\d]{1,8}) ?条)"
_ARTICLE = lazy(rf"(?:\([^()\n]{{2,40}}\))?(?:的|中的?)?{_WORDS}")
# What stands between two articles of one act: paragraphs and items of the first, then a mark or a conjunction.
_NEXT = lazy(rf"(?:之[一二三四五六七八九十])?(?:第[^第条、,;。\n]{{1,6}}[款项])*(?:[、和与及或至—]|以及|或者){_WORDS}")
_YEAR = lazy(r"(?<!\d)(20[2-9]\d)(?=年|〕|\])")


@check(
    code="RF010",
    name="law-article",
    severity="warning",
    reads=(citations,),
    message={
        "zh": "《{title}》没有{words}，各版本最多{last}条",
        "en": "“{title}” has no {words}: {last} articles at most in any version",
    },
    examples=(
        Bad("一、依照《中华人民共和国城乡规划法》[[第七十一条]]的规定处罚。\n"),
        Bad("一、违反《中华人民共和国水污染防治法》（2017年修正）[[第一百三十条]]的，责令改正。\n"),
        Bad("一、依照《中华人民共和国行政处罚法》第三十三条第一款、[[第九十九条]]的规定不予处罚。\n"),
        Good(
            "关于执法的通知\n\n海政发〔2026〕3号\n\n各区人民政府：\n\n依照《中华人民共和国城乡规划法》第七十一条处罚。\n"
        ),
    ),
)
def law_article(document: Document, options: Options) -> Findings:
    """One finding each article of a citation that lies beyond the last one of the act."""
    stream = document.read(flow)
    if "》" not in stream.text:
        return
    beyond = [
        (act, one.title, match)
        for one in document.read(citations)
        if (act := known_act(one.title)) and act.last
        for match in _articles(stream.text, one.end)
        if ordinal(match["n"]) > act.last
    ]
    if beyond and all(int(year) <= ACTS_END[0] for year in _YEAR.findall(stream.text)):
        day = _day(document)
        for act, title, match in beyond:
            if not (day and act.since and day < act.since):
                args = {"title": title, "words": match["words"], "last": act.last}
                yield Finding(stream.span(*match.span("words")), args)


def _articles(text: str, start: int) -> Iterator[re.Match[str]]:
    """The articles that follow a title: the first, and those that a mark or a conjunction adds to it."""
    match = _ARTICLE.match(text, start)
    while match:
        yield match
        match = _NEXT.match(text, match.end())


def _day(document: Document) -> str:
    signed = document.read(signature_date)
    return f"{signed.year:04}-{signed.month:02}-{signed.day:02}" if signed else ""
