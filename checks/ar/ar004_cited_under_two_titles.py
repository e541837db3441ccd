"""同一发文字号在两份文件里引作两个题名。

依据 GB/T 9704-2012 7.3.3：引用公文应当先引标题，后引发文字号。
说明 档案中没有这一字号的原文，但两份文件引用它时题名相近而不同，至少有一处引错，读者难以查到原文。
限度 简称、全称，印发通知与所印发的文件算同一题名；题名毫不相近的不报；引用次数少的算引错，次数相同的算在后的。

Summary Two documents cite one number under two titles.
Basis GB/T 9704-2012 7.3.3: an act is cited by title and number.
Why One of them is wrong, and a reader will hardly find the act.
Limits Short titles and issuing notices count as the same act; titles that share little are not told.
"""

from collections import Counter

from linter.facts.references import core, same_act, similar
from linter.kernel.check import (
    Archive,
    ArchivedCitation,
    ArchiveFinding,
    ArchiveFindings,
    Bad,
    Good,
    Label,
    Options,
    check,
)


@check(
    code="AR004",
    name="cited-under-two-titles",
    severity="warning",
    scope="archive",
    norm="GB/T 9704-2012 7.3.3",
    strength="should",
    message={
        "zh": "{number}在别的文件里引作“{other}”，此处引作“{title}”",
        "en": "{number} is cited as “{other}” elsewhere, here as “{title}”",
    },
    examples=(
        Bad(
            "关于防汛值班的通知\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n"
            "请执行《[[~江州省人民政府关于深入推进城镇化建设的若干意见]]》（江政发〔2016〕8号）。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于检查防汛准备的通知\n\n海政办〔2021〕40号\n\n各区人民政府：\n\n"
            "请执行《[[江州省人民政府关于进一步推进城镇化建设的若干意见]]》（江政发〔2016〕8号）。\n\n海州市人民政府办公室\n2021年6月6日\n"
        ),
        Good(
            "关于防汛值班的通知\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n"
            "请执行《江州省人民政府关于印发城镇化建设规划的通知》（江政发〔2016〕8号）。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于检查防汛准备的通知\n\n海政办〔2021〕40号\n\n各区人民政府：\n\n"
            "请执行《城镇化建设规划》（江政发〔2016〕8号）。\n\n海州市人民政府办公室\n2021年6月6日\n"
        ),
    ),
)
def cited_under_two_titles(archive: Archive, options: Options) -> ArchiveFindings:
    """One finding a number and title that is cited less often than another."""
    for group in archive.cited_alone():
        titles = Counter(core(one.title) for one in group)
        ranked = sorted(group, key=lambda one: -titles[core(one.title)])
        told: set[str] = set()
        for one in ranked[1:]:
            if core(one.title) not in told and _differs(one, ranked[0]):
                told.add(core(one.title))
                label = Label(f"引作“{ranked[0].title}”", f"cited as “{ranked[0].title}”")
                args = {"number": one.number, "title": one.title, "other": ranked[0].title}
                yield ArchiveFinding(one.place, args, ((ranked[0].place, label),))


def _differs(one: ArchivedCitation, other: ArchivedCitation) -> bool:
    elsewhere = one.place.path != other.place.path
    return elsewhere and not same_act(one.title, other.title) and similar(one.title, other.title)
