"""Decisions on findings, kept in a file beside documents that take no comments: who accepted what, why, until when."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from linter.accepted.comments import Flaw, with_reasons
from linter.accepted.matching import WORDS, Trace, pair, traces
from linter.forms import shape
from linter.forms.nodes import BadFileError, Node, Place, Problem, parse_yaml
from linter.forms.shape import Key
from linter.kernel.finding import Label
from linter.kernel.result import FileResult, Notification
from linter.language import NamedTuple, Span
from linter.structure import Issue

HEAD = """\
# 已接受的问题：由 gazette-lint accept 写入，可以手工修改理由和期限，删去一条即恢复报告。
# Accepted findings, written by gazette-lint accept; delete one and it is reported again.
decisions:
"""


def _date() -> shape.Kind:
    def problems(node: Node) -> Iterator[Problem]:
        if day(node.text) is None:
            yield shape.wrong(node, "日期，如 2026-12-31，", "a date, YYYY-MM-DD")

    return shape.Kind(problems, {"type": "string", "format": "date"})


def day(text: str) -> dt.date | None:
    """A date written 2026-12-31, None if it is none."""
    try:
        return dt.date.fromisoformat(text) if len(text) == len("2026-12-31") else None
    except ValueError:
        return None


_ANY = shape.anything()
_DECISION = shape.table(
    {
        "code": Key(shape.text(), Label("检查的代码", "code of the check"), required=True),
        "fingerprint": Key(shape.text(), Label("问题的指纹", "fingerprint of the finding"), required=True),
        "reason": Key(shape.text(empty=True), Label("接受的理由", "why it is accepted"), required=True),
        "document": Key(shape.text(), Label("发文字号，没有的写标题", "document number, or else title")),
        "who": Key(shape.text(), Label("接受的人或科室", "who accepted it")),
        "until": Key(_date(), Label("有效期至，含当日", "last day it holds")),
        "text": Key(_ANY, Label("所指的文字", "the words of the finding")),
        "before": Key(_ANY, Label("其前的文字", "the words before")),
        "after": Key(_ANY, Label("其后的文字", "the words behind")),
        "ends": Key(shape.listed(shape.text()), Label("相关之处的指纹", "fingerprints of its related places")),
    }
)
TABLE = shape.table(
    {"decisions": Key(shape.listed(_DECISION, empty=True), Label("已接受的问题", "accepted findings"), required=True)}
)


class Decision(NamedTuple):
    """One accepted finding: its trace, the document by number or title ("" for any), and the decision itself."""

    trace: Trace
    document: str
    reason: str
    who: str = ""
    until: dt.date | None = None

    @property
    def justification(self) -> str:
        """Reason, who and until when, in one line."""
        notes = [self.who] if self.who else []
        if self.until:
            notes.append(f"至 {self.until.isoformat()}")
        return f"{self.reason}（{'，'.join(notes)}）" if notes else self.reason

    @property
    def key(self) -> tuple[str, str]:
        """Code and fingerprint of what it accepts."""
        return self.trace.code, self.trace.fingerprint


def parse(text: str, name: str) -> tuple[Decision, ...]:
    """The decisions of a file. Raises BadFileError with each mistake at its line."""
    root = parse_yaml(text, name)
    problems = list(TABLE.problems(root))
    if problems:
        raise BadFileError(problems)
    listed = root.get("decisions")
    return tuple(_decision(node) for node in listed.listed()) if listed else ()


def _decision(node: Node) -> Decision:
    said = {key: value.text for key, value in node.pairs()}
    ends = node.get("ends")
    trace = Trace(**{field: said.get(field, "") for field in WORDS}, ends=ends.words() if ends else ())
    return Decision(
        trace, said.get("document", ""), said["reason"].strip(), said.get("who", ""), day(said.get("until", ""))
    )


def block(decision: Decision) -> str:
    """A decision as an item of the list in the file."""
    trace = decision.trace
    values: dict[str, str | tuple[str, ...]]
    values = {"code": trace.code, "document": decision.document, "reason": decision.reason, "who": decision.who}
    values["until"] = decision.until.isoformat() if decision.until else ""
    values |= {
        "text": trace.text,
        "before": trace.before,
        "after": trace.after,
        "fingerprint": trace.fingerprint,
        "ends": trace.ends,
    }
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value or key == "reason"
    ]
    return "  - " + "\n    ".join(lines) + "\n"


def without(text: str, name: str, dropped: Collection[int]) -> str:
    """The text of a file of decisions without those at some indexes, comments beside the others kept.

    Raises BadFileError if it is not a list with an item a block of lines.
    """
    listed = parse_yaml(text, name).get("decisions")
    lines = text.splitlines(keepends=True)
    starts = [node.place.line - 1 for node in listed.listed()] if listed else []
    kept = lines[: starts[0]] if starts else lines
    for at, (start, end) in enumerate(pairwise([*starts, len(lines)])):
        tail = end
        while at in dropped and tail > start + 1 and not lines[tail - 1].partition("#")[0].strip():
            tail -= 1
        kept += lines[tail:end] if at in dropped else lines[start:end]
    shorter = "".join(kept)
    if len(parse(shorter, name)) != len(parse(text, name)) - len(dropped):
        raise BadFileError([Problem(Place(name, 1), "decisions 应写成块状列表，才能删去一条 (not a block list)")])
    return shorter


def decide(
    file: FileResult, decisions: Sequence[Decision], today: dt.date, in_force: frozenset[str]
) -> tuple[FileResult, list[Flaw], list[Notification]]:
    """Apply decisions to a file: what they accept is suppressed.

    Flaws are those on this document that accept nothing, and those without a reason, at what they accept. A decision
    whose last day has passed accepts nothing; a notification says so as long as the finding is there.
    """
    places = named(file.issue)
    pairs = deciding(file, decisions)
    told: list[Notification] = []
    reasons: dict[int, str] = {}
    for at, index in pairs.items():
        decision = decisions[index]
        if decision.until and decision.until < today:
            start = file.diagnostics[at].span.start
            place = file.source.place(start) or f"第 {file.text.position(start).line} 行"
            gone = f"{place} {decision.trace.code} 的接受已于 {decision.until} 到期 (acceptance expired)"
            told.append(Notification("warning", gone, file.path, decision.trace.code))
        else:
            reasons[at] = decision.justification
    used = set(pairs.values())
    bare = [
        Flaw(file.diagnostics[at].span, decisions[index].trace.code, "unreasoned", "external")
        for at, index in sorted(pairs.items())
        if at in reasons and not decisions[index].reason
    ]
    unused = [
        Flaw(places[one.document], one.trace.code, "unused", "external", one.reason)
        for at, one in enumerate(decisions)
        if at not in used
        and one.document in places
        and one.trace.code in in_force
        and not (one.until and one.until < today)
    ]
    return with_reasons(file, "external", reasons), bare + unused, told


def deciding(file: FileResult, decisions: Sequence[Decision]) -> dict[int, int]:
    """Which decision is on which finding of a file: indexes of findings to those of decisions."""
    places = named(file.issue)
    concerned = [at for at, one in enumerate(decisions) if not one.document or one.document in places]
    pairs = pair([decisions[at].trace for at in concerned], traces(file)) if concerned else {}
    return {finding: concerned[at] for finding, at in pairs.items()}


def named(issue: Issue) -> dict[str, Span]:
    """The documents of a file by number and by title, and where that stands; the issue itself by its masthead."""
    names: dict[str, Span] = {}
    if issue.masthead:
        names[issue.masthead.title.text] = issue.masthead.title.span()
    for document in issue.documents:
        head = document.head
        at = Span(document.span.start, min(document.span.start + 1, document.span.end))
        if document.title:
            names.setdefault(document.title, head.title.span() if head.title else at)
        if head.number:
            names.setdefault(head.number.text, head.number.span)
    return names


def name_of(issue: Issue, offset: int) -> str:
    """The name under which a decision on a finding at an offset is filed: document number, or title, or masthead."""
    document = issue.document_at(offset)
    if document is None:
        return issue.masthead.title.text if issue.masthead else ""
    return document.head.number.text if document.head.number else document.title
