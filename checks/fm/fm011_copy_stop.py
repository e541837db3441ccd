"""抄送机关之后没有句号。

依据 GB/T 9704-2012 7.4.2：抄送机关之间用逗号隔开，最后一个抄送机关名称后标句号。
说明 版记的要素有固定的标点。
限度 只看“抄送：”起头、独占一段的版记；断成几行的取最后一行。

Summary The list of bodies that receive a copy does not end in a full stop.
Basis GB/T 9704-2012 7.4.2: a full stop follows the last body that receives a copy.
Why The imprint has fixed marks.
Limits Only a paragraph that begins with 抄送：.
"""

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs
from linter.language import lazy

# A full stop within shows that the list is closed, and that other lines of the imprint have run in behind it.
_COPY = lazy(r"抄 ?送 ?:[^:。]*[\w)]([,;、.]?)$")


@check(
    code="FM011",
    name="copy-stop",
    severity="note",
    preview=True,
    reads=(flow,),
    norm="GB/T 9704-2012 7.4.2",
    strength="must",
    needs=needs("lines", script="simplified"),
    message={
        "zh": "最后一个抄送机关“{words}”之后应当用句号",
        "en": "a full stop is due after the last body that receives a copy, “{words}”",
    },
    examples=(
        Bad(
            "请遵照执行。\n\n贵阳市人民政府\n\n2022年3月1日\n\n[[抄送：市委各部门，市人大常委会办公厅，市政协办公厅]]\n",
            fixed="请遵照执行。\n\n贵阳市人民政府\n\n2022年3月1日\n\n抄送：市委各部门，市人大常委会办公厅，市政协办公厅。\n",
        ),
        Good("请遵照执行。\n\n贵阳市人民政府\n\n2022年3月1日\n\n抄送：市委各部门，市政协办公厅。\n"),
        Good("请遵照执行。\n\n贵阳市人民政府\n\n抄送：市委各部门。 贵阳市人民政府办公厅2022年3月1日印发\n"),
    ),
)
def copy_stop(document: Document, options: Options) -> Findings:
    """A list of copies without its full stop, as the last text of a part."""
    stream = document.read(flow)
    if "抄送" not in stream.text and "抄 送" not in stream.text:
        return
    for unit in stream.units:
        paragraph = unit.paragraph
        match = _COPY.match(paragraph.text) if unit.table < 0 else None
        if match:
            place = paragraph.span(match.start(1)) if match[1] else paragraph.span(len(paragraph))
            fix = mend("safe", place, "。", "改用句号", "write a full stop")
            yield Finding(paragraph.span(), {"words": paragraph.text.rstrip(",;、.")[-14:]}, fix=fix)
