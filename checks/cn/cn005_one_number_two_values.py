"""同一数量、期限、标准在同一文件中有两个数。

依据 文件内部矛盾。
说明 “自书面合同签订之日起5日内退还投标保证金”在另一条成了7日，“未在60日内办结”所说的办结期限却是90日，
“下设8个应急工作组”在另一处是7个，必有一误，多为修改时只改了一处。
限度 所定事项须在两处说得一样：对象、做法、主体、条件相同，只有应当、不得一类词和语序不同；各级、各档、各年、
同一条或者同一列举之内的，处罚、分档的数和表格不比较。

Summary One quantity, term or rate with two values in one document.
Basis Internal contradiction.
Why A term that one article fixes and another repeats otherwise, or 下设8个应急工作组 here and 7个 there, cannot both
hold; usually only one place was revised.
Limits The two places must name one matter: the same thing, act, actor and conditions, modal words and word order
apart; levels, steps, years, one article or list, punishments and tables are not compared.
"""

import re
from itertools import takewhile

from linter.facts.base import Flow, flow, own_words
from linter.facts.counts import restated
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy, number

_QUANTITY = lazy(
    r"(?:{SET_UP}|{DIVIDED}|共[有计]?|总计|确定|选取)(?:了|为)?"
    r"(?P<n>[\d.一二两三四五六七八九十]{1,6}) ?"
    r"(?P<unit>[个项种类家支所条大名处套]|万元|亿元|公里)(?P<noun>[^\W\d_]{2,12})"
)
_SUBJECT = lazy(r"(?<![^\W\d_])[^\W\d_]{4,20}$")
_REACH = 24
# What is counted is the same if so many characters of its name are.
_SAME = 4
# Characters told before a value, twice as many as behind it.
_SHOWN = 16


@check(
    code="CN005",
    name="one-number-two-values",
    severity="warning",
    preview=True,
    reads=(restated,),
    needs=needs("lines", silent=("transcript", "dialogue", "amendment"), script="simplified"),
    message={"zh": "“{words}”与另一处的“{other}”不同", "en": "“{words}” differs from “{other}” elsewhere"},
    examples=(
        Bad(
            "2.1 市防汛指挥部下设[[~8个应急工作组]]，负责各项处置工作。\n\n"
            "5.2 启动响应后，市防汛指挥部下设[[7个应急工作组]]立即到位。"
        ),
        Bad(
            "第三条　采购人应当自书面合同签订之日起[[~7日]]内退还投标保证金。\n\n"
            "第四条　履约保证金在工程验收后退还。\n\n"
            "第九条　投标保证金应当自书面合同签订之日起[[5日]]内退还，逾期退还的，应当支付利息。"
        ),
        Bad(
            "第五条　信访事项应当自受理之日起[[~90日]]内办结。\n\n第六条　简易信访事项自受理之日起10日内办结。\n\n"
            "第九条　责任单位违反第五条规定，未在受理之日起[[60日]]内办结的，予以通报。"
        ),
        Good(
            "第五条　会计档案保存期限不少于10年。\n\n第六条　项目档案保存期限不少于5年。\n\n"
            "第七条　申请人应当在收到通知之日起10日内补正。\n\n第八条　申请人应当在收到补正通知之日起5日内补正材料。"
        ),
        Good(
            "教育事业统计\n\n全市共有各级各类学校167所，在校生131164人，专任教师11232人。\n\n一、学前教育\n\n"
            "幼儿园共有教职工1405人，专任教师1029人。\n\n二、义务教育\n\n义务教育阶段学校77所，在校生84036人，专任教师7879人。\n\n"
            "三、农业\n\n农林牧渔业总产值69.93亿元，按可比价格计算，比上年增长2.5%，增加值37.90亿元。\n\n"
            "四、工业\n\n工业总产值410.20亿元，按可比价格计算，比上年增长4.5%，增加值101.50亿元。\n"
        ),
    ),
)
def one_number_two_values(document: Document, options: Options) -> Findings:
    """Yield the later of two statements of one matter that differ in their number."""
    stream = document.read(flow)
    for later, earlier in document.read(restated):
        place = stream.span(earlier.start, earlier.end)
        words, other = (_told(stream, one.span, one.start, one.end) for one in (later, earlier))
        related = (see(place, "另一处", "the other place"),)
        yield Finding(stream.span(later.start, later.end), {"words": words, "other": other}, related=related)
    own = document.read(own_words)
    first: dict[tuple[str, str, str], re.Match[str]] = {}
    for match in _QUANTITY.finditer(own):
        subject = _SUBJECT.search(own, max(0, match.start("n") - _REACH), match.start("n"))
        if not subject or stream.unit_at(match.start()).table >= 0:
            continue
        known = first.setdefault((subject[0], match["unit"], match["noun"][:_SAME]), match)
        if _value(known) != _value(match):
            yield _finding(stream, match, known)


def _told(stream: Flow, sentence: tuple[int, int], start: int, end: int) -> str:
    """A value with the words of its sentence around it."""
    first, last = sentence
    return stream.text[max(first, start - _SHOWN) : min(last, end + _SHOWN // 2)].strip()


def _value(match: re.Match[str]) -> object:
    try:
        return number(match["n"])
    except ValueError:
        return match["n"]


def _finding(stream: Flow, match: re.Match[str], known: re.Match[str]) -> Finding:
    """The two statements up to where their words part."""
    pairs = zip(match["noun"], known["noun"], strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    ends = [one.start("noun") + alike for one in (match, known)]
    words, other = (stream.text[one.start("n") : end] for one, end in zip((match, known), ends, strict=True))
    related = (see(stream.span(known.start("n"), ends[1]), "另一处", "the other place"),)
    return Finding(stream.span(match.start("n"), ends[0]), {"words": words, "other": other}, related=related)
