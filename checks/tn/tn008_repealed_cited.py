"""引用了已经废止的文件。

依据 文件所引依据应当现行有效：废止之日以废止它的法律、文件为准（例如《民法典》第一千二百六十条）。
说明 文件成文时所引的法律、办法已经废止，或者本期公报的另一处宣布废止，依据落空。
限度 只看清单所列、读过废止条文的文件和本文件自己宣布废止的文件；
说到废止、失效、施行前或者“原《…》”的，适用于废止以前发生的事（1999年订立的合同）的不报；没有日期的不比较。

Summary An act is cited after its end.
Basis An act that a document rests on must be in force; the end is taken from the clause that ended it.
Why A basis that ended before the document was issued, or that the same file repeals, carries nothing.
Limits Only acts whose repeal was read, and those the file itself repeals; words on repeal and history are left alone,
and so is what was done before the end.
"""

from collections.abc import Mapping

from linter.facts.base import flow
from linter.facts.references import (
    STATE,
    Citation,
    citations,
    core,
    document_day,
    ends_act,
    is_history,
    of_its_time,
    repealed,
    rests_on,
)
from linter.kernel.check import Bad, Finding, Findings, Good, Issue, Options, Span, check, see

# An act that the file itself repeals has no day of its own.
_HERE = "—"


@check(
    code="TN008",
    name="repealed-cited",
    severity="warning",
    scope="issue",
    reads=(citations,),
    message={
        "zh": "所引《{title}》自{since}起废止（{basis}）",
        "en": "“{title}” is cited, which ended on {since} ({basis})",
    },
    messages={
        "here": {
            "zh": "所引《{title}》已由本文件废止",
            "en": "“{title}” is cited, which this document itself repeals",
        },
    },
    examples=(
        Bad(
            "关于规范合同管理的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n根据《[[中华人民共和国合同法]]》，现通知如下。\n\n"
            "海州市人民政府\n2021年5月6日\n"
        ),
        Bad(
            "关于印发防汛应急预案的通知\n\n海政办〔2021〕3号\n\n各区人民政府：\n\n"
            "原《[[~海州市防汛抗旱应急预案]]》（海政办〔2015〕61号）自2021年5月6日起废止。\n\n海州市人民政府\n2021年5月6日\n\n"
            "附则\n\n物资调拨按照《[[海州市防汛抗旱应急预案]]》（海政办〔2015〕61号）执行。\n"
        ),
        Good(
            "关于重新发布人才住房办法的通知\n\n海政办〔2023〕3号\n\n各区人民政府：\n\n"
            "现按照《海州市人才住房管理办法》（海政办〔2020〕1号）的规定重新发布，有效期至2026年。\n\n海州市人民政府\n2023年5月6日\n\n"
            "《海州市人才住房管理办法》（海政办〔2020〕1号）同时废止。\n"
        ),
        Good(
            "关于养老保险改革的意见\n\n一、对按照《海州市关于养老保险改革试点的意见》（海政发〔2005〕28号）开展的改革，"
            "要做好工作。\n\n二、本意见自印发之日起执行，《海州市关于养老保险改革试点的意见》（海政发〔2005〕28号）同时废止。\n"
        ),
        Good(
            "关于规范合同管理的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n2019年12月31日以前订立的合同，依照"
            "《中华人民共和国合同法》第五十二条认定效力。\n\n海州市人民政府\n2021年5月6日\n"
        ),
        Good(
            "关于规范合同管理的通知\n\n海政发〔2019〕3号\n\n各区人民政府：\n\n根据《中华人民共和国合同法》，现通知如下。\n\n"
            "海州市人民政府\n2019年5月6日\n"
        ),
    ),
)
def repealed_cited(issue: Issue, options: Options) -> Findings:
    """One finding an act and document, at the first citation that rests on it."""
    ended = _ended_here(issue)
    for document in issue.documents:
        date = document_day(document, issue)
        text = document.read(flow).text
        told: set[str] = set()
        for one in document.read(citations):
            name, since, basis, place = _end(one, ended)
            if not since or name in told or is_history(text, one) or (not place and since > date):
                continue
            if not place and of_its_time(text, one, since):
                continue
            if place and not rests_on(text, one):
                continue
            told.add(name)
            related = (see(place, "废止它的规定", "the clause that repeals it"),) if place else ()
            args = {"title": one.title, "since": since, "basis": basis}
            yield Finding(one.span, args, related, message="here" if since == _HERE else "")


def _end(one: Citation, ended: Mapping[str, tuple[str, Span]]) -> tuple[str, str, str, Span | None]:
    """Name, first day without force, basis and place of repeal of a cited act; no day if it stands."""
    number = f"{one.number.agency}〔{one.number.year}〕{one.number.serial}号" if one.number else ""
    name = number or core(one.title)
    known = repealed().get(number) or repealed().get(one.title.removeprefix(STATE))
    if known and not (one.number and known.name != number):
        return name, known.since, known.basis, None
    if name in ended:
        title, span = ended[name]
        return name, _HERE, title, span
    return name, "", "", None


def _ended_here(issue: Issue) -> dict[str, tuple[str, Span]]:
    """Acts that this file repeals, by number: a title alone may be that of their successor."""
    found: dict[str, tuple[str, Span]] = {}
    for document in issue.documents:
        text = document.read(flow).text
        for one in document.read(citations):
            if one.number and ends_act(text, one):
                number = f"{one.number.agency}〔{one.number.year}〕{one.number.serial}号"
                found.setdefault(number, (document.title, one.span))
    return found
