"""两份文件用了同一个发文字号。

依据 GB/T 9704-2012 7.2.5。
说明 一个发文字号只属于一份文件；档案中两份文件同号而题名不同，至少有一份的字号或者题名有误。
限度 印发通知与所印发的文件、简称与全称算同一题名；字数、用字相近的是同一份文件的两种抄本，不报；没有字号的不看。

Summary Two documents of the archive bear one number.
Basis GB/T 9704-2012 7.2.5.
Why A number belongs to one document; one of the two has a wrong number, and a reader will be given the other.
Limits Copies of one document with nearly the same title are not told, nor notices and what they enclose.
"""

from itertools import combinations

from linter.facts.references import same_act, similar
from linter.kernel.check import (
    Archive,
    ArchivedDocument,
    ArchiveFinding,
    ArchiveFindings,
    Bad,
    Good,
    Label,
    Options,
    check,
)


@check(
    code="AR001",
    name="number-borne-twice",
    severity="warning",
    preview=True,
    scope="archive",
    norm="GB/T 9704-2012 7.2.5",
    strength="should",
    message={
        "zh": "{number}也是“{other}”的字号",
        "en": "{number} is also the number of “{other}”",
    },
    examples=(
        Bad(
            "[[~关于做好防汛工作的通知]]\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n请做好防汛工作。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "[[关于印发人才住房管理办法的通知]]\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n现印发给你们。\n\n海州市人民政府办公室\n2021年5月9日\n"
        ),
        Good(
            "关于做好防汛工作的通知\n\n海政办〔2021〕33号\n\n各区人民政府：\n\n请做好防汛工作。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
            "关于印发人才住房管理办法的通知\n\n海政办〔2021〕34号\n\n各区人民政府：\n\n现印发给你们。\n\n海州市人民政府办公室\n2021年5月9日\n"
        ),
    ),
)
def number_borne_twice(archive: Archive, options: Options) -> ArchiveFindings:
    """One finding a number: the later document, with the first that is another act."""
    for documents in archive.of_one_number():
        odd = next((pair for pair in combinations(documents, 2) if _two_acts(*pair)), None)
        if odd:
            first, second = odd
            label = Label("同号的另一份文件", "the other document of this number")
            yield ArchiveFinding(second.place, {"number": second.number, "other": first.title}, ((first.place, label),))


def _two_acts(one: ArchivedDocument, other: ArchivedDocument) -> bool:
    if one.place.path == other.place.path:
        return False
    return not any(same_act(mine, theirs) or similar(mine, theirs) for mine in one.titles for theirs in other.titles)
