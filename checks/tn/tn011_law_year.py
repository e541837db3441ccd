"""法律题名后注明的修订、修正年份，不是该法任何一次通过或者修改的年份。

依据 法律、行政法规题注所载的通过、修订、修正日期；取自公开的法律文本汇编（LawRefBook/Laws，2025年4月，提交2f4c5c2）。
说明 “（2017年修订）”指明所用的版本；年份对不上任何版本，就不知道依据的是哪一个文本。
限度 只看《》中写全的题名和紧跟的年份；比通过晚一年的（施行年）不报；2025年4月以后的修改不在其列，不报。

Summary The year given behind a law's title is that of none of its versions.
Basis The dates of adoption and change printed in the acts, from a public collection (LawRefBook/Laws, April 2025,
commit 2f4c5c2).
Why The year tells which version is meant; if there is none of that year nobody knows the text relied on.
Limits Only full titles with the year right behind; the year after a change, when it came into force, is accepted,
and so is all that is younger than the collection.
"""

from linter.facts.base import flow
from linter.facts.references import ACTS_END, citations, known_act
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check
from linter.language import lazy

_VERSION = lazy(
    r"\((?P<words>(?P<year>(?:19|20)\d\d) ?年?(?:第[一二三四五六七八九]次)?(?:修订|修正|修改|通过))[^()\n]{0,8}\)"
)


@check(
    code="TN011",
    name="law-year",
    severity="warning",
    reads=(citations,),
    message={
        "zh": "《{title}》没有{year}年的版本，通过和修改的年份是{years}",
        "en": "“{title}” has no version of {year}; it was adopted and changed in {years}",
    },
    examples=(
        Bad("一、依照《中华人民共和国水污染防治法》（[[2013年修订]]）第九十一条处罚。\n"),
        Good("一、依照《中华人民共和国水污染防治法》（2017年修正）第九十一条处罚。\n"),
        Good("一、依照《中华人民共和国水污染防治法》（2018年修订）和《海州市供水条例》（2013年修订）处罚。\n"),
    ),
)
def law_year(document: Document, options: Options) -> Findings:
    """One finding an act and year, at its first place."""
    stream = document.read(flow)
    told: set[tuple[str, int]] = set()
    for one in document.read(citations):
        match = _VERSION.match(stream.text, one.end)
        act = known_act(one.title) if match else None
        if not match or not act or not act.years:
            continue
        year = int(match["year"])
        if year >= ACTS_END[0] or {year, year - 1} & act.years or (act.title, year) in told:
            continue
        told.add((act.title, year))
        years = "、".join(str(one) for one in sorted(act.years))
        yield Finding(stream.span(*match.span("words")), {"title": one.title, "year": year, "years": years})
