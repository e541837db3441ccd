"""有的地方读出来是坏的：各行连成一行、表格丢了格子、字显示不出来。

依据 文件自身：这些地方的文字不成句、不成表，与原件不会相同。
说明 识别、转换丢失的内容无法检查。没有问题和没有读到是两回事，所以在这里说明，请与原件核对；
看行、看表、看标点的检查不在这些地方下结论。同一种损坏一份文件只报一处，其余列为相关位置。
扫描件里识别没有把握（低于 0.9）的字也在这里报，任何检查都不以它们为据。
限度 只认得有明确迹象的损坏；按版面断行、流程图、合并的单元格、括号认成别的符号、网页的栏目不在这里报，
见报告里“文件类别”一行。设置里 document 的 damage 写了 none 的不报。

Summary Regions were read as damaged: lines run into one, lost cells, characters that cannot be shown.
Basis The document itself: what stands there makes no sentence and no table.
Why What recognition lost cannot be checked, and no finding must not be taken for health. Checks that rest on lines,
tables or marks are silent there. Characters of a scan that recognition was not sure of (below 0.9) are told here too,
and no check rests on them. One finding a kind and document, the other regions beside it.
Limits Only damage that shows clearly. Lines broken at the page's width, flow charts, merged cells, misread
brackets and the fields of a web page are told in the line of the report on what the file was read as.
"""

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Related, Span, check, needs
from linter.kernel.labels import DAMAGE
from linter.language.office import DamageKind
from linter.structure.damage import Region, damage

# What was lost or moved; the text can be read in spite of the other kinds.
_TOLD: tuple[DamageKind, ...] = ("flattened", "lines", "order", "cells", "column", "characters", "doubtful")
# What can be read: only the ends of its lines and paragraphs were lost, or the order of them.
_LINES = frozenset(("flattened", "lines", "order"))
# So many characters of a document in one line are shown.
_BRIEF = 20
# More related places than this tell a reader nothing new.
_CAP = 40


@check(
    code="EN002",
    name="unreadable-region",
    severity="note",
    needs=needs(sure=False),
    reads=(damage,),
    message={
        "zh": "“{words}”一处读不通{count:|（共#处）}：{damage}，未作检查，请与原件核对",
        "en": "“{words}”{count:| (# places)} cannot be read: {damage}; not checked, compare with the original",
    },
    messages={
        "lines": {
            "zh": "“{words}”一处的行、段已乱{count:|（共#处）}：{damage}，凭行、段判断的检查不下结论，请与原件核对",
            "en": "“{words}”{count:| (# places)} does not stand in the lines of the original: {damage}; "
            "checks that rest on lines are silent there, compare with the original",
        },
    },
    choices={"damage": {kind: DAMAGE[kind] for kind in _TOLD}},
    examples=(
        Bad("[[一、申报条件。在本市登记的企业可以申报。]]二、申报程序。企业向所在地的区水务局申报。\n"),
        Bad("名单\n\n第一组：王雪[[\ue5cf]]，简锡[[~\ue457]]。\n"),
        Good("供水办法\n\n第一条 下列情形应当报告：一、停水；二、水压不足；三、水质不合格。\n"),
        Good("供水办法\n\n第一条 依照《供水条例》 第三条 和 第五条 的规定，制定本办法。\n"),
    ),
)
def unreadable_region(document: Document, options: Options) -> Findings:
    """One finding a kind of damage, the other regions beside it."""
    regions: dict[DamageKind, list[Region]] = {}
    for region in document.read(damage):
        if region.kind in _TOLD:
            regions.setdefault(region.kind, []).append(region)
    for kind, found in regions.items():
        args = {"words": found[0].words, "count": len(found), "damage": kind}
        # A document in one line is known by its first words; its whole text is no place to look at.
        place = found[0].span
        if kind == "flattened":
            place = Span(place.start, min(place.end, place.start + _BRIEF))
        related = tuple(Related(region.span, DAMAGE[kind]) for region in found[1 : _CAP + 1])
        yield Finding(place, args, related, message="lines" if kind in _LINES else "")
