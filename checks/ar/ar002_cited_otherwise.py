"""所引文件的题名或字号与档案中的原文不一致。

依据 GB/T 9704-2012 7.3.3：引用公文应当先引标题，后引发文字号。
说明 所引字号在档案中属于另一题名的文件，或者所引题名的文件在档案中用的是另一字号，读者按所引查不到原文。
限度 只比较带字号的引用；简称、全称，印发通知与所印发的文件算同一题名；题名毫不相近的，字号不同年的，不报。

Summary An act is cited under another title or number than it bears.
Basis GB/T 9704-2012 7.3.3: an act is cited by title and number.
Why A reader who looks the act up as cited finds another, or none.
Limits Citations with a number alone; short titles and issuing notices count as the same act.
"""

from collections.abc import Iterator

from linter.facts.references import core, same_act, similar
from linter.kernel.check import (
    Archive,
    ArchivedCitation,
    ArchivedDocument,
    ArchiveFinding,
    ArchiveFindings,
    Bad,
    Good,
    Label,
    Options,
    check,
)

_BORNE = Label("所引文件", "the act as it is")


@check(
    code="AR002",
    name="cited-otherwise",
    severity="warning",
    preview=True,
    scope="archive",
    norm="GB/T 9704-2012 7.3.3",
    strength="should",
    message={
        "zh": "{number}的题名是“{title}”，此处引作“{cited}”",
        "en": "{number} bears the title “{title}”, it is cited as “{cited}”",
    },
    messages={
        "number": {
            "zh": "“{title}”的字号是{number}，此处引作{cited}",
            "en": "“{title}” bears the number {number}, it is cited as {cited}",
        },
    },
    examples=(
        Bad(
            "[[~海州市防汛抗旱应急预案]]\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n请遵照执行。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于检查防汛准备的通知\n\n海政办〔2021〕40号\n\n各区人民政府：\n\n"
            "请对照《[[海州市防汛抗灾应急预案]]》（海政办〔2021〕33号）检查。\n\n海州市人民政府办公室\n2021年6月6日\n"
        ),
        Bad(
            "[[~海州市防汛抗旱应急预案]]\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n请遵照执行。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于检查防汛准备的通知\n\n海政办〔2021〕40号\n\n各区人民政府：\n\n"
            "请对照《[[海州市防汛抗旱应急预案]]》（海政办〔2021〕38号）检查。\n\n海州市人民政府办公室\n2021年6月6日\n"
        ),
        Good(
            "关于印发海州市防汛抗旱应急预案的通知\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n请遵照执行。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于检查防汛准备的通知\n\n海政办〔2021〕40号\n\n各区人民政府：\n\n"
            "请对照《海州市防汛抗旱应急预案》（海政办〔2021〕33号）检查。\n\n海州市人民政府办公室\n2021年6月6日\n"
        ),
        Good(
            "海州市防汛抗旱应急预案\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n请遵照执行。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于检查防汛准备的通知\n\n海政办〔2021〕40号\n\n各区人民政府：\n\n"
            "《海州市防汛抗旱应急预案》（海政办〔2015〕61号）同时废止。\n\n海州市人民政府办公室\n2021年6月6日\n"
        ),
    ),
)
def cited_otherwise(archive: Archive, options: Options) -> ArchiveFindings:
    """Titles that differ under one number, then numbers that differ under one title."""
    for one, bearers in archive.cited_by_number():
        yield from _title(one, bearers)
    for one, bearers in archive.cited_by_title():
        yield from _number(one, bearers)


def _title(one: ArchivedCitation, bearers: tuple[ArchivedDocument, ...]) -> Iterator[ArchiveFinding]:
    titles = [title for bearer in bearers for title in bearer.titles]
    if any(same_act(one.title, title) for title in titles):
        return
    near = next((bearer for bearer in bearers if any(similar(one.title, title) for title in bearer.titles)), None)
    if near:
        title = next(title for title in near.titles if similar(one.title, title))
        args = {"number": one.number, "title": title, "cited": one.title}
        yield ArchiveFinding(one.place, args, ((near.place, _BORNE),))


def _number(one: ArchivedCitation, bearers: tuple[ArchivedDocument, ...]) -> Iterator[ArchiveFinding]:
    """A number of the same agency and year that no act of this title bears."""
    if any(bearer.number == one.number for bearer in bearers):
        return
    same_year = [bearer for bearer in bearers if _series(bearer.number) == _series(one.number)]
    if same_year and len(core(one.title)) > 6:
        args = {"number": same_year[0].number, "title": one.title, "cited": one.number}
        yield ArchiveFinding(one.place, args, ((same_year[0].place, _BORNE),), message="number")


def _series(number: str) -> str:
    return number.partition("〕")[0]
