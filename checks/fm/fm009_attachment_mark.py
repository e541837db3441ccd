"""附件说明里附件名称之后用了标点。

依据 GB/T 9704-2012 7.3.4：附件名称后不加标点符号。
说明 附件说明逐行列出附件名称，行末的句号、分号是正文习惯带来的。
限度 只看“附件：”起头的附件说明和紧接的编号行；正文里的“见附件”不看。

Summary The name of an attachment in the list of attachments is followed by a mark.
Basis GB/T 9704-2012 7.3.4: no mark follows the name of an attachment.
Why The stop is carried over from the habits of running text.
Limits Only the list that 附件： begins and its numbered lines.
"""

from collections.abc import Iterator

from linter.facts.base import Flow, flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs
from linter.language import lazy

_FIRST = lazy(r"附 ?件 ?[:：]? ?(?:1 ?[.、]|[:：])[^。;,、\n]{2,60}([。;,、])$")
_LABELLED = lazy(r"附 ?件 ?(?:[:：]|1 ?[.、])")
_ITEM = lazy(r"\d{1,2} ?[.、]")
_NEXT = lazy(r"\d{1,2} ?[.、][^。;,\n]{2,60}([。;,、])$")


@check(
    code="FM009",
    name="attachment-mark",
    severity="note",
    preview=True,
    reads=(flow,),
    norm="GB/T 9704-2012 7.3.4",
    strength="must",
    needs=needs("lines", script="simplified"),
    message={
        "zh": "附件名称“{words}”之后不加标点",
        "en": "no mark follows the name of the attachment “{words}”",
    },
    examples=(
        Bad(
            "四、其他事项\n\n请按时报送。\n\n附件：1.防汛责任人名单[[；]]\n\n2.防汛物资清单[[。]]\n\n"
            "海口市水务局\n\n2022年4月1日\n",
            fixed="四、其他事项\n\n请按时报送。\n\n附件：1.防汛责任人名单\n\n2.防汛物资清单\n\n海口市水务局\n\n2022年4月1日\n",
        ),
        Good("四、其他事项\n\n请按附件要求报送。\n\n附件：防汛责任人名单\n\n海口市水务局\n\n2022年4月1日\n"),
    ),
)
def attachment_mark(document: Document, options: Options) -> Findings:
    """Every name in the list of attachments with a mark behind it."""
    stream = document.read(flow)
    if "附件" not in stream.text:
        return
    for index, unit in enumerate(stream.units):
        if unit.table >= 0 or not _LABELLED.match(unit.paragraph.text):
            continue
        for at in _list(stream, index):
            words = stream.units[at].paragraph.text
            found = (_FIRST if at == index else _NEXT).match(words)
            if found:
                place = stream.units[at].paragraph.span(found.start(1))
                fix = mend("safe", place, "", "删去标点", "delete the mark")
                yield Finding(place, {"words": words[:-1][-20:]}, fix=fix)


def _list(stream: Flow, index: int) -> Iterator[int]:
    """The indexes of the paragraphs of a list of attachments: its first, then numbered ones."""
    yield index
    for at in range(index + 1, len(stream.units)):
        if not _ITEM.match(stream.units[at].paragraph.text):
            return
        yield at
