"""一个机关代字一年的发文字号中间缺号。

依据 GB/T 9704-2012 7.2.5：发文顺序号按年编排，不编虚位。
说明 档案里这一代字这一年的文件几乎一号不缺，只缺中间一两个号：缺的文件没有收入，或者前后有一件的字号写错。
限度 这一年至少有十二个号，从最小到最大至少九成在档案里，才算收全；收得不全的档案不报；两号以上连缺的不报。

Summary A number is missing in the middle of a series that is otherwise complete.
Basis GB/T 9704-2012 7.2.5: serials count on within a year.
Why Of a code and year nearly every number is in the archive, but for one or two in between: a document was left out, or
bears a wrong number.
Limits Twelve numbers at least, and nine tenths of those from the first to the last; longer gaps are not told.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

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

_LEAST, _FILLED, _LONGEST = 12, 0.9, 2


def _issued(*serials: int, marked: bool = False) -> str:
    words = ""
    for serial in serials:
        mark = {7: "[[~{}]]", 9: "[[{}]]"}.get(serial, "{}") if marked else "{}"
        words += mark.format(f"关于做好第{serial}次检查的通知")
        words += f"\n\n海政办〔2021〕{serial}号\n\n各区人民政府：\n\n请检查。\n\n海州市人民政府办公室\n2021年5月6日\n\n"
    return words


@check(
    code="AR008",
    name="series-gap",
    severity="note",
    preview=True,
    scope="archive",
    norm="GB/T 9704-2012 7.2.5",
    strength="should",
    message={
        "zh": "{number}之前缺{missing}，这一年的其他号都有",
        "en": "{missing} is missing before {number}, the other numbers of the year are there",
    },
    examples=(
        Bad(_issued(*range(1, 8), *range(9, 15), marked=True)),
        Good(_issued(*range(1, 15))),
        Good(_issued(*range(1, 16, 2))),
    ),
)
def series_gap(archive: Archive, options: Options) -> ArchiveFindings:
    """One finding a gap, at the document behind it."""
    for documents in archive.series(_LEAST):
        serials = [_serial(one) for one in documents]
        if len(serials) >= _FILLED * (serials[-1] - serials[0] + 1):
            yield from _gaps(documents)


def _gaps(documents: Sequence[ArchivedDocument]) -> Iterator[ArchiveFinding]:
    for before, behind in pairwise(documents):
        missing = range(_serial(before) + 1, _serial(behind))
        if 0 < len(missing) <= _LONGEST:
            words = "、".join(f"{serial}号" for serial in missing)
            label = Label("前一号", "the number before")
            yield ArchiveFinding(behind.place, {"number": behind.number, "missing": words}, ((before.place, label),))


def _serial(document: ArchivedDocument) -> int:
    return int(document.number.rpartition("〕")[2].removesuffix("号"))
