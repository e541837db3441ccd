"""题名写的年份与正文“现将…通知如下”写的年份不同：2024年中秋节放假的通知，正文是“现将2023年中秋节放假安排通知如下”。

依据 文件内部矛盾：题名概括的与正文部署的是同一年的同一件事。
说明 每年一发的通知照抄上一年，改了题名没有改正文，年份就留了下来。
限度 只看部署的句子（现将、现就、通知如下、印发）和授予的称号，并且年份之后的词与题名相同；总结上年、与上年比较的不报；
书名号内的由 TN007 比较。

Summary The title names one year, the sentence that announces the same matter another.
Basis A contradiction within the text: title and announcement are of one year.
Why A notice copied from last year keeps its year in the text.
Limits Only announcing sentences and titles of honour, where the words behind the year are those of the title; reviews
of last year and comparisons are left alone, and titles in 《》 are compared by TN007.
"""

from linter.facts.base import flow, own_words
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import common_ends, lazy

_YEAR = lazy(r"(?<!\d)(?P<year>20\d\d) ?年度?(?P<matter>(?:“[^”\n]{1,12}”)?[\u4e00-\u9fff]{2,24})")
_ANNOUNCES = lazy(r"现[将就对]|[知告]如下|印发|制定本")
_REVIEWS = lazy(r"[比较]$|总结|[成行]情况|上年|同期")
# A title of honour stands in quotation marks: 授予“2019年度优秀医师”称号.
_HONOURS = lazy("授予|称号")
_END = lazy(r"[。\n]")
# A sentence is read so far before and behind a year.
_REACH = 160
# So many words behind the year must be those of the title.
_SAME = 3


@check(
    code="DT009",
    name="copied-year",
    severity="warning",
    reads=(flow, own_words),
    needs=needs(silent=("transcript", "dialogue", "amendment", "law")),
    message={
        "zh": "题名说的是{title}年，这里说的是{year}年：“{words}”",
        "en": "the title is about {title}, this about {year}: “{words}”",
    },
    examples=(
        Bad(
            "海州市人民政府办公室关于[[~2024年]]中秋节放假的通知\n\n海政办发〔2024〕40号\n\n各区人民政府：\n\n"
            "现将[[2023年]]中秋节放假安排通知如下：\n\n一、9月15日至17日放假。\n"
        ),
        Bad(
            "关于做好[[~2024年度]]高级职称评审工作的通知\n\n各单位：\n\n现就做好[[2023年度]]高级职称评审有关事项通知如下：\n\n"
            "一、网上申报。\n"
        ),
        Bad(
            "关于表彰[[~2020年度]]优秀医师的决定\n\n各单位：\n\n经研究，决定授予张某某等20名同志“[[2019年度]]优秀医师”称号。\n"
        ),
        Bad(
            "关于开展[[~2021年]]“3·15”宣传活动的通知\n\n各分局：\n\n[[2020年]]“3·15”宣传活动将至，现将有关事项通知如下：\n\n"
            "一、3月20日前报送总结。\n"
        ),
        Good("关于表彰2020年度优秀医师的决定\n\n各单位：\n\n曾获“2019年度优秀医师”的同志可以不参加评选。\n"),
        Good("关于2024年财政预算的通知\n\n各单位：\n\n现将2023年决算情况和2024年财政预算印发给你们。\n"),
    ),
)
def copied_year(document: Document, options: Options) -> Findings:
    """One finding a year of an announcing sentence that is not the title's, where the matter is."""
    title = document.head.title
    named = list(_YEAR.finditer(title.text)) if title else []
    if not title or len(named) != 1:
        return
    about = named[0]
    stream = document.read(flow)
    text = document.read(own_words)
    end = title.span().end
    for match in _YEAR.finditer(stream.text):
        quoted = text[match.start()] != match[0][0]
        if quoted and stream.text[match.start() - 1] != "“":
            continue
        floor = max(0, match.start() - _REACH)
        start = max(floor, text.rfind("。", floor, match.start()) + 1, text.rfind("\n", floor, match.start()) + 1)
        sentence = _END.split(text[start : match.end() + _REACH], maxsplit=1)[0]
        head = common_ends(match["matter"], about["matter"])[0]
        if match["year"] == about["year"] or head < _SAME or f"{about['year']}年" in sentence:
            continue
        before = text[start : match.start()]
        announced = (_HONOURS if quoted else _ANNOUNCES).search(sentence) and not _REVIEWS.search(before)
        span = stream.span(match.start("year"), match.start("matter"))
        if announced and span.start >= end:
            place = title.span(about.start("year"), about.start("matter"))
            args = {"title": about["year"], "year": match["year"], "words": match[0]}
            yield Finding(span, args, (see(place, "题名", "the title"),))
