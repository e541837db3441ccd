"""标题与正文连成一行，而同级的标题独占一行。

依据 文件内部矛盾：同级标题的写法应当一致；GB/T 15834-2011 B.4：标题末尾通常不用标点。
说明 标题和正文之间缺了换行或者标点，“预案生效时间本预案自印发之日起生效”读不通，目录也会带上正文。
限度 只看多数同级标题独占一行、正文另起的情形；标题后有句号、冒号、空格隔开的不报。

Summary A heading runs into its text where its siblings stand on a line of their own.
Basis A contradiction within the text: headings of one level are set alike; GB/T 15834-2011 B.4.
Why Without a break the sentence cannot be read, and a table of contents takes up the text.
Limits Only where most siblings stand alone; a heading that a stop, colon or space parts from its text is fine.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, Section, check, needs, see
from linter.language import lazy

# 预案生效时间|本预案自…; the text begins with the document's name for itself.
_SELF = lazy(r"(?<=\w\w)本{ACT}")
# 预案解释 / 部门本预案由…: the end of a broken heading leads the text below it.
_LED = lazy(r"(?P<tail>{RUN_IN})本{ACT}")
# 以前的有关规定与本规定不一致的…: a sentence that comes to the name of the document, not a heading before it.
_NO_HEADING = lazy(r"[,。;:、“ ]|(?:[与和同对按以将在由于把被从为是违依执适]|{BASIS}|违反|适用|符合)$")
_LABEL = lazy(r"(?P<label>\w{2,8})[:、]")


@check(
    code="NM005",
    name="run-in-heading",
    severity="warning",
    preview=True,
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "标题与正文连成一行：“{heading}”之后应另起一行",
        "en": "heading and text run together: a line should end behind “{heading}”",
    },
    examples=(
        Bad(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 目的\n\n为做好防汛工作，制定本预案。\n\n1.2 解释\n\n"
            "本预案由市水务局负责解释。\n\n"
            "1.3 [[生效时间本预案]]自印发之日起生效。\n"
        ),
        Bad(
            "海州市防汛应急预案\n\n2 工作组\n\n2.1 [[综合协调组牵头单位]]\n\n市水务局\n\n2.2 抢险组\n\n"
            "牵头单位：市应急局\n\n"
            "2.3 保障组\n\n牵头单位：市财政局\n"
        ),
        Bad(
            "海州市防汛应急预案\n\n7 附则\n\n7.1 奖励\n\n按规定给予表彰。\n\n7.2 预案解释\n\n"
            "[[部门]]本预案由市水务局负责解释。\n\n"
            "7.3 生效时间\n\n本预案自印发之日起生效。\n"
        ),
        Good(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 目的\n\n为做好防汛工作，制定本预案。\n\n1.2 解释\n\n"
            "本预案由市水务局负责解释。\n\n"
            "1.3 本预案“以上”包括本数，“以下”不包括本数。\n"
        ),
    ),
)
def run_in_heading(document: Document, options: Options) -> Findings:
    """One finding a heading, over the words up to where its text begins."""
    groups: dict[tuple[int, int, str], list[Section]] = {}
    for section in document.sections:
        groups.setdefault((section.part, section.parent, section.mark.scheme), []).append(section)
    for siblings in groups.values():
        alone = [section for section in siblings if _stands_alone(section)]
        if len(alone) < 2 or len(alone) * 2 < len(siblings):
            continue
        often = Counter(_first_label(section) for section in alone)
        labels = {label for label, times in often.items() if label and times > 1}
        sizes = sorted({len(label) for label in labels}, reverse=True)
        for section in siblings:
            yield from _joined(section, alone, labels, sizes)


def _joined(section: Section, alone: list[Section], labels: AbstractSet[str], sizes: Sequence[int]) -> Findings:
    words = section.heading.text[len(section.mark.text) :].lstrip()
    start = len(section.heading.text) - len(words)
    related = tuple(see(one.title_span, "独占一行的同级标题", "a sibling on its own line") for one in alone[:2])
    match = _SELF.search(words) if words.endswith("。") and not section.body else None
    if match and not _NO_HEADING.search(words[: match.start()]):
        span = section.heading.span(start, start + match.end())
        yield Finding(span, {"heading": words[: match.start()]}, related)
        return
    first = section.body[0] if section.body and not section.run_in else None
    led = _LED.match(first.text) if isinstance(first, Paragraph) else None
    if led and isinstance(first, Paragraph):
        yield Finding(first.span(*led.span("tail")), {"heading": words + led["tail"]}, related)
        return
    words = words.rstrip(":")
    label = next((words[-size:] for size in sizes if words[-size:] in labels), "")
    if label and len(words) > len(label) + 1:
        yield Finding(section.heading.span(start, start + len(words)), {"heading": words.removesuffix(label)}, related)


def _stands_alone(section: Section) -> bool:
    return (
        bool(section.body) and not section.run_in and len(section.title) <= 30 and section.heading.text[-1] not in "。;"
    )


def _first_label(section: Section) -> str:
    first = section.body[0]
    match = _LABEL.match(first.text) if isinstance(first, Paragraph) else None
    return match["label"] if match else ""
