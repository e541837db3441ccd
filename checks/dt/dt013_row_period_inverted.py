"""表格一行中止日早于起日：开工日期2023年9月15日，完工日期2022年11月30日。

依据 文件内部矛盾：期间的结束不早于开始。
说明 名单、台账中的两个日期多为年份写错，或者两格填反。
限度 表头除“开工”“完工”、“起始”“截止”一类的词以外须相同，两格须各是一个写全的日期；计划与实际不比较。

Summary A row of a table ends its period before it begins.
Basis Internal contradiction: no period ends before its beginning.
Why A year was mistyped, or two cells were exchanged.
Limits The heads must be the same but for the words of beginning and end, and each cell one full date; what was planned
is not compared with what was done.
"""

from linter.facts.base import possible, row_periods
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see

_HEAD = "水利工程名单\n\n工程\t开工日期\t完工日期\n河堤\t2022年10月8日\t2024年12月30日\n"


@check(
    code="DT013",
    name="row-period-inverted",
    severity="error",
    reads=(row_periods,),
    needs=needs("tables"),
    message={
        "zh": "同一行的止日{words}早于起日{other}",
        "en": "The period of this row ends on {words}, before it begins on {other}",
    },
    examples=(
        Bad(_HEAD + "水库\t[[~2023年9月15日]]\t[[2022年11月30日]]\n"),
        Bad("整改名单\n\n机构\t整改起始日期\t整改截止日期\n宏远公司\t[[~2024-04-09]]\t[[2024-03-09]]\n"),
        Good(_HEAD + "水库\t2023年9月15日\t2023年9月15日\n"),
        Good("水利工程名单\n\n工程\t计划开工日期\t实际完工日期\n水库\t2023年9月15日\t2022年11月30日\n"),
    ),
)
def row_period_inverted(document: Document, options: Options) -> Findings:
    """Yield the later date of each row that precedes the earlier one."""
    for first, last in document.read(row_periods):
        if possible(first) and possible(last) and last.key < first.key:
            related = see(first.span, "起日", "the beginning")
            yield Finding(last.span, {"words": last.words, "other": first.words}, (related,))
