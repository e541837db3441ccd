"""关于本数的规定使相邻两级都含、或者都不含共用的界限。

依据 文件内部矛盾：规定“以上”“以下”均含本数，“10人以上30人以下”与“30人以上”就都含30人；规定均不含本数，30人就没有级别。
说明 共用界限的分级，只能由相邻两级之一包含界限。多为照抄通用条款，或者漏写一个“不”字。
同一规定只报一次，受影响的各级列为相关位置。
限度 只看分级的条件，不看罚款幅度和刑期；“及以上”“不足”“（含）”自己写明的界限不受该规定约束，不算在内。

Summary A clause on bounds makes both neighbouring levels include, or both exclude, the bound they share.
Basis A contradiction within the text: if 以上 and 以下 both include, 10人以上30人以下 and 30人以上 both hold 30.
Why Of two levels that share a bound only one can hold it; a stock clause was copied, or a 不 dropped.
One finding a clause, with the levels it spoils as related places.
Limits Conditions of scales only; bounds that decide themselves (及以上, 不足, 含) are not under the clause.
"""

from collections import defaultdict

from checks.th.telling import amount, place, sharing
from linter.facts.bands import BandPair, by_clause, neighbours
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check


@check(
    code="TH006",
    name="boundary-contradiction",
    severity="error",
    reads=(neighbours,),
    message={
        "zh": "按此规定，{value}同时属于两级：{low}与{high}",
        "en": "By this clause {value} belongs to two levels: {low} and {high}",
    },
    messages={
        "neither": {
            "zh": "按此规定，{value}不属于任何一级：{low}与{high}",
            "en": "By this clause {value} belongs to no level: {low} and {high}",
        },
    },
    examples=(
        Bad(
            "第三条　事故分级：\n\n（一）特别重大事故，是指造成[[~30人以上]]死亡的事故；\n\n"
            "（二）重大事故，是指造成[[~10人以上30人以下]]死亡的事故；\n\n"
            "（三）较大事故，是指造成[[~3人以上10人以下]]死亡的事故。\n\n本条所称的[[“以上”“以下”均包括本数]]。\n"
        ),
        Bad(
            "4.2.1 Ⅰ级响应\n\n停电用户[[~50%以上]]的。\n\n4.2.2 Ⅱ级响应\n\n停电用户[[~30%以上50%以下]]的。\n\n"
            "7 附则\n\n本预案所称[[“以上”不含本数，“以下”不含本数]]。\n"
        ),
        Good(
            "第三条　事故分级：\n\n（一）特别重大事故，是指造成30人以上死亡的事故；\n\n"
            "（二）重大事故，是指造成10人以上29人以下死亡的事故。\n\n本条所称的“以上”“以下”均包括本数。\n"
        ),
        Good(
            "评分表\n\n人均月收入\t分值\n1000元以下\t20\n1000元以上1500元以下\t15\n1500元以上2200元以下\t10\n\n"
            "注：金额区间“以上”不含本数，“以下”含本数。\n"
        ),
        Good(
            "裁量基准\n\n裁量等级\t日取水量（立方米）\t罚款金额（万元）\n轻微\t100以下\t2以上4以下\n一般\t100以上300以下\t"
            "4以上6以下\n严重\t300以上\t6以上8以下\n\n“以上”含本数，“以下”不含本数，但罚款金额的“以下”含本数。\n"
        ),
        Good(
            "2.2 事件分级\n\n（1）重大：疏散5000人以上的；\n\n（2）较大：疏散1000人以上5000人以下的；\n\n"
            "（3）一般：疏散1000人以下的。\n\n"
            "8 附则\n\n本预案所称“以上”包括本数，“以下”不包括本数。"
            "《中华人民共和国刑法》第九十九条规定：“本法所称以上、以下、以内，"
            "包括本数。”\n"
        ),
        Good(
            "第六十条　处三年以下有期徒刑；情节严重的，处三年以上七年以下有期徒刑；"
            "情节特别严重的，处七年以上有期徒刑。\n\n"
            "第九十九条　本法所称以上、以下、以内，包括本数。\n"
        ),
    ),
)
def boundary_contradiction(document: Document, options: Options) -> Findings:
    """Yield one finding a clause that cannot be kept."""
    by_place: dict[Span, list[BandPair]] = defaultdict(list)
    for pair in document.read(neighbours):
        if by_clause(pair) and pair.low.upper_clause:
            by_place[pair.low.upper_clause.span].append(pair)
    for span, pairs in by_place.items():
        first = pairs[0]
        upper = first.low.interval.upper
        both = bool(upper and upper.inclusive)
        args = {
            "value": amount(upper.value, first.low.band.unit) if upper else "",
            "low": place(first.low),
            "high": place(first.high),
        }
        bands = (one for pair in pairs for one in (pair.high, pair.low))
        yield Finding(span, args, sharing(bands), message="" if both else "neither")
