"""同一项任务在两处由不同的单位牵头。

依据 文件内部矛盾：一项任务只能有一个牵头安排。
说明 部门职责里写由甲牵头组织调查，工作组里却由乙任调查组的牵头单位，事发时两家都可能不动。
限度 只比较部门职责中“牵头”二字后的任务与工作组名称中的任务词，用语不同的看不出来；属提示。

Summary A task is led by different bodies in two places.
Basis Internal contradiction: a task has one lead.
Why If the duties give the lead of an inquiry to one body and the group of inquiry is led by another, both may wait.
Limits Compares what follows 牵头 in the duties with the task in a group's name; other wordings are not seen.
"""

from __future__ import annotations

from linter.facts.bodies import BodyList, Group, Member, RosterEntry, body_lists, groups_described, rosters
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import NamedTuple, lazy, lexicon

_LEADS = lazy(r"牵头{DUTY}?([^,;。牵]{2,24})")
# Words of group names that say no task.
_VAGUE = lexicon.words("NO_TASK")


class Led(NamedTuple):
    """A group with its lead bodies."""

    group: Group
    leads: tuple[Member, ...]


@check(
    code="LS007",
    name="lead-differs",
    severity="note",
    reads=(groups_described, body_lists, rosters),
    strict=True,
    needs=needs("tables"),
    message={
        "zh": "“{task}”由谁牵头前后不一致：职责中是“{body}”，“{group}”的牵头单位是“{lead}”。",
        "en": "the lead for “{task}” differs: “{body}” in the duties, “{lead}” for the group “{group}”.",
    },
    examples=(
        Bad(
            "2.3 成员单位职责\n\n市公安局：负责治安管理。\n\n[[市应急局]]：参与救援工作；牵头组织事故的调查处理。\n\n"
            "市交通局：负责运输保障。\n\n"
            "2.4 工作组\n\n2.4.1 医疗救援组\n\n牵头单位：市卫健委\n\n2.4.2 调查评估组\n\n牵头单位：[[~市交通局]]\n\n"
            "成员单位：市公安局、市应急局"
        ),
        Good(
            "2.3 成员单位职责\n\n市公安局：负责治安管理。\n\n市应急局：牵头组织事故的调查处理。\n\n"
            "市交通局：牵头做好运输保障。\n\n"
            "2.4 工作组\n\n2.4.1 医疗救援组\n\n牵头单位：市卫健委\n\n2.4.2 调查评估组\n\n牵头单位：市应急局\n\n"
            "成员单位：市公安局、市交通局"
        ),
    ),
)
def lead_differs(document: Document, _options: Options) -> Findings:
    """Each duty whose lead is not among those of the group named after the same task."""
    groups = _led(document)
    for roster in document.read(rosters) if groups else ():
        for entry in roster.entries:
            if len(entry.members) == 1:
                yield from _compare(entry, groups)


def _led(document: Document) -> list[Led]:
    leads = [one for one in document.read(body_lists) if one.role == "lead"]
    groups = [group for one in document.read(groups_described) for group in one.groups]
    starts = sorted(group.span.start for group in groups)
    found = []
    for group in groups:
        end = next((start for start in starts if start > group.span.start), len(document.text))
        held = next((one for one in leads if group.span.end <= one.span.start < end), None)
        if held and _same_section(document, group, held):
            found.append(Led(group, held.members))
    return found


def _same_section(document: Document, group: Group, held: BodyList) -> bool:
    section = document.section_at(group.span.start)
    return section is not None and section.span.start <= held.span.start < section.span.end


def _compare(entry: RosterEntry, groups: list[Led]) -> Findings:
    body = entry.members[0]
    for match in _LEADS.finditer(entry.paragraph.text):
        for led in groups:
            task = next((word for word in _tasks(led.group.name) if word in match[1]), "")
            if task and body.key not in {lead.key for lead in led.leads}:
                lead = led.leads[0]
                args = {"task": task, "body": body.text, "group": led.group.name, "lead": lead.text}
                yield Finding(body.span, args, (see(lead.span, "工作组的牵头单位", "the lead of the group"),))


def _tasks(name: str) -> list[str]:
    """The words of a group's name that say its task: 调查监测组 → 调查, 监测."""
    stem = name[:-1]
    return [word for at in range(0, len(stem) - 1, 2) if (word := stem[at : at + 2]) not in _VAGUE]
