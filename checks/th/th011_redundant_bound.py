"""界限词重复或者与自己的注释矛盾：超过N以上、约N左右、最低N以上、超过N（含）、满N以上。

依据 用语通例：“超过”不含本数，“以上”含本数（民法典第1259条），两者连用，恰为N时归属不明；“约”与“左右”同义重复。
说明 “超过30人以上”按“超过”不含30人，按“以上”含30人；“超过100人（含）”自相矛盾。删去其一即可。
“满12个月以上”只是重复，作提示；“满十年以上”“满60周岁以上”法律沿用已久，顶档的“满3年及以上”表示不封顶，都不报。
限度 界限词须紧靠数字，“至少”之后可以有“正式执业”一类动词；自注“（含）”的可以隔开几个字（超过上年同期40%（含））；
“超过设计水位1米以上”是两回事，不报。

Summary Bounding words that say the same twice, or contradict their note: 超过N以上, 约N左右, 超过N（含）, 满N以上.
Basis Usage: 超过 excludes its number, 以上 includes it (Civil Code art. 1259), so both together leave N itself open.
Why 超过30人以上 excludes thirty by one word and includes it by the other; 超过100人（含） contradicts itself.
满12个月以上 only repeats itself, which is a note; 满十年以上 and
满60周岁以上 are the words of statutes, 满3年及以上 the open top of a ladder: both are passed over.
Limits The words must touch the number, but for a note (含), which speaks of a word some characters before as well;
超过设计水位1米以上 says two things and is right.
"""

from linter.facts.bands import Bounded, bounded
from linter.kernel.check import Bad, Document, Finding, Findings, Fix, Good, Options, check, mend
from linter.language import lazy

# 满十年以上 and 满六十周岁以上 are the words of statutes; 满3年及以上 leaves a ladder open at its top.
_FULL = lazy(r"满\d+(?:\.\d+)?[^\d\W岁及]{1,3}以上")

# 至少正式执业三年以上: a verb stands between; who is chosen or sent may have years by right (至少选派有三年以上经验的).
_REACH = 12
_AHEAD = lazy("至少(?:正式|工作|[从执]业|具[有备]){1,3}$")


@check(
    code="TH011",
    name="redundant-bound",
    severity="warning",
    norm="民法典 1259",
    strength="usage",
    reads=(bounded,),
    message={
        "zh": "“{quote}”：“{lead}”与“{trail}”不能连用",
        "en": "“{quote}”: “{lead}” and “{trail}” do not go together",
    },
    messages={
        "repeats": {
            "zh": "“{quote}”：“{lead}”与“{trail}”重复，留一个即可",
            "en": "“{quote}”: “{lead}” and “{trail}” say the same twice; one of them will do",
        },
    },
    examples=(
        Bad("（一）一次食物中毒人数[[超过30人以上]]的。\n"),
        Bad("签订合同后拨付[[约50%左右]]。\n"),
        Bad("三、年销售额[[最低500万元以上]]、员工[[约100人左右]]的企业可以申报。\n"),
        Bad("（二）病例数[[超过100人（含）]]的。\n"),
        Bad("参保[[少于12个月的（含12个月）]]不加分；多于12个月的，每个月加0.1分。\n"),
        Bad(
            "综合能耗[[超过上年同期40%（含）]]的企业，应当[[满12个月以上]]方可申报；教龄[[满3年以上]]不满10年的除外。\n"
        ),
        Good(
            "一、不超过上年同期40%（含）、超标30%（含）、超过上年且增幅40%（含）的，满3年不满10年的，须满60周岁以上、工作满十年以上。\n"
            "二、参加孕情检查满1年的积5分，满2年的积10分，满3年及以上的积15分。\n"
        ),
        Good("（一）河道水位超过保证水位1米以上，或者超过300立方米/秒的。\n"),
        Bad("（四）带教医师[[至少正式执业三年以上]]。\n"),
    ),
)
def redundant_bound(document: Document, options: Options) -> Findings:
    """Yield the bounds that are stated twice."""
    for one in document.read(bounded):
        if one.band.flaw == "double":
            yield Finding(one.span, _args(one, one.band.trail), fix=_fix(one))
        elif one.band.flaw == "note":
            yield Finding(one.span, _args(one, "含"))
        elif (
            one.band.trail == "以上"
            and not one.band.lead
            and (ahead := _AHEAD.search(one.paragraph.text, max(0, one.band.start - _REACH), one.band.start))
        ):
            span = one.paragraph.span(ahead.start(), one.band.end)
            args = {"quote": one.paragraph.text[ahead.start() : one.band.end], "lead": "至少", "trail": "以上"}
            yield Finding(span, args, severity="note", message="repeats")
        elif one.band.lead == "满" and (full := _FULL.match(one.quote)):
            span = one.paragraph.span(one.band.start, one.band.start + full.end())
            yield Finding(span, _args(one, "以上"), severity="note", message="repeats")


def _args(one: Bounded, trail: str) -> dict[str, object]:
    return {"quote": one.quote, "lead": one.band.lead, "trail": trail}


def _fix(one: Bounded) -> Fix:
    """Drop the word before the number: 以上 and 左右 are the plainer ones."""
    words = one.quote[len(one.band.lead) :]
    return mend("shown", one.span, words, words, words)
