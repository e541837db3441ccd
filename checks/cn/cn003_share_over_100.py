"""同一整体的各份额之和超过100%。

依据 文件内部矛盾。
说明 “中央财政承担60%、省级财政承担30%、市县承担20%”合计110%，无法执行；权重之和超过100%也无法计分。
“覆盖率达到120%”也不可能：全部做到才是100%。三次产业结构各项之和应为100。
限度 只看承担、分担、负担、出资、权重等本来划分一个整体的份额，成绩公式中各项的权重；
“占”类统计数字口径可以交叉，只看名称互斥、改一个数字即合100%的同类三项以上；带以上、不低于的不看；完成率、增长率、负债率一类可以超过100%的不看。

Summary Shares of one whole that exceed 100 %.
Basis Internal contradiction.
Why Costs shared 60 %, 30 % and 20 % cannot be paid, weights above 100 % cannot be scored, and no rate of coverage
exceeds 100 %. The shares of the three sectors of an economy make 100.
Limits Only shares that divide a whole (承担, 分担, 出资, 权重) and weights of a formula of marks; statistics with 占
may overlap and are told only of three kinds or more that exclude each other by name, one digit away from 100 %; shares
with bounds are left out.
"""

from collections.abc import Iterator

from linter.facts.base import Flow, flow
from linter.facts.counts import kind_lists, plain, read, weight_columns, weight_lists
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see
from linter.language import lazy, lexicon

_VERB = "{BEARS}|权重"
_DIVIDES = lazy(rf"{_VERB}|[绩核试察议评分辩]占")
# 笔试成绩占60%,面试成绩占50%: parts of one mark.
_MARKS = "{MARK}(?:各|分别)?"
_SHARE = lazy(
    rf"(?:{_MARKS}占(?:总成绩|总分|综合成绩|总评成绩)?|{_VERB})(?:比例|资金|费用|各)?(?:分别)?(?:为|占|的)?,? ?"
    r"(?P<n>\d{1,3}(?:\.\d+)?)%(?!以|[-~—至])"
)
_BOUNDED = lazy("{BOUND}|约")
_WEIGHT = lazy(r"× ?(?P<n>\d{1,3}(?:\.\d+)?)%")
_NESTED = lazy(r"其中[^;。\n]+")
_EXTRA = lazy(r"(?:加分|附加)[^,。;+×]{0,6}$")
_TERM = r"[^,。;:=+\n×]{0,14}(?:成绩|[得评]分|分[数值]|评价)(?:\([^()]{0,8}\))?(?:÷ ?\d)?× ?[\d.]{1,5}%"
_ANY = r"[^,。;:=+\n×%]{1,14}× ?[\d.]{1,5}%"
# 最终得分=专家评分×70%+网络投票×30%: where a mark stands before =, every term is a part of it.
_FORMULA = lazy(rf"{_TERM}(?: ?\+ ?{_TERM})+|(?:成绩|得分|总分|总评)(?:\([^()]{{0,8}}\))? ?= ?{_ANY}(?: ?\+ ?{_ANY})+")
# Rates of things done or met among all: the whole is 100 %. (毛入学率, 拨备覆盖率 and 完成率 may be more.)
_RATE = lazy(
    r"率(?:[应要须均都已]|力争)?(?:{COMPARED}|不低于|[为是]|(?:达|提[高升])[到至]?了?|(?:保持|稳定)在)?"
    r" ?(?P<n>[1-9]\d\d(?:\.\d+)?)%"
)
_OF_ALL = lexicon.members("WHOLE_RATE")
# 三次产业结构为10.0:42.0:48.0; the second one of 由…调整为… is read as well.
_SECTORS = lazy(
    r"(?:产业(?:增加值|比例)?(?:结构|构成|比[例重]|之比)|调整)(?:比|比例)?(?:由(?:上年的)?|从|(?:调整)?为|[到至])? ?"
    r"(?P<n>\d{1,2}(?:\.\d{1,2})?) ?: ?(?P<m>\d{1,2}(?:\.\d{1,2})?) ?: ?(?P<o>\d{1,2}(?:\.\d{1,2})?)(?![\d:])"
)
_SENTENCE = lazy(r"[^。;\n]+")
# Half of the longest sentence that is read.
_LONGEST = 500
_WHOLE = 100 * 10**6
# So far before a share its name may begin.
_LABEL = 16
# A column of weights further away from 100 % may hold other things.
_SLIP = 20 * 10**6


@check(
    code="CN003",
    name="share-over-100",
    severity="error",
    reads=(weight_columns, weight_lists, kind_lists),
    message={
        "zh": "各份额合计{added}%，超过100%",
        "en": "The shares add up to {added} %, more than 100 %",
    },
    messages={
        "weights": {
            "zh": "各权重合计{added}%，不是100%",
            "en": "The weights add up to {added} %, not 100 %",
        },
        "rate": {"zh": "“{words}”超过100%", "en": "“{words}” is more than 100 %"},
        "sectors": {
            "zh": "三次产业合计{added}%，不是100%",
            "en": "The three sectors make {added} %, not 100 %",
        },
    },
    examples=(
        Bad("全区产业结构中，一产占[[8.5%]]，二产占41.2%，三产占52.3%。"),
        Bad(
            "一、由甲方（[[~40%]]）、乙方（[[~35%]]）、丙方（[[30%]]）三方出资。\n\n二、税收由市、区、园区按[[~50%]]、[[~30%]]、[[25%]]的比例分享。\n\n"
            "三、首期拨付[[~60%]]，中期考核合格后拨付[[50%]]。\n\n四、全市用水总量中，农业用水占[[58%]]，工业用水占[[~22%]]，"
            "生活用水占[[~15%]]，生态用水占[[~10%]]。\n\n五、经费分担\n\n主体\t分担比例\n中央\t[[~60%]]\n省级\t[[~20%]]\n市级\t[[~10%]]\n"
            "县级\t[[15%]]\n"
        ),
        Good(
            "一、合同签订后支付30%，到货后支付至80%，验收后付清。\n\n二、首期拨付60%，中期考核合格后拨付40%；预付款为30%，按月支付进度款的80%。\n\n"
            "三、由甲方（40%）、乙方（35%）、丙方（25%）三方出资。\n\n四、分担比例\n\n类别\t分担比例\n第一档\t50%\n第二档\t40%\n第三档\t20%\n"
        ),
        Good(
            "一、签订后付30%，验收后付70%，缴纳履约保证金5%。\n\n二、统筹基金支付60%，大病保险支付50%。\n\n三、首套房首付款40%，二套房首付款70%。\n\n"
            "四、首付款30%，中期付40%，期满付30%，其中质保金5%。\n\n五、对一类、二类、三类县分别按20%、30%、40%的比例分担。\n\n六、分担\n\n"
            "县\t省级分担比例（%）\n东山县\t30\n西山县\t40\n南山县\t40\n\n七、原油产量中，陆上产量占60%，海上产量占40%，出口产量占10%。\n\n"
            "八、评分权重为：技术方案40%，人员20%，报价40%，另设加分10%。由社员按20%、30%、40%的比例分配。\n"
        ),
        Bad("三、指标权重\n\n质量占[[~40%]]，师资占[[~20%]]，安全占[[~25%]]，协同占[[~15%]]，特色占[[10%]]。\n"),
        Bad("指标权重：产量占30%、质量占40%、安全占20%、环保占[[15%]]，合计100%。"),
        Good("指标权重：产量占30%、质量占40%、安全占20%、环保占10%，合计100%。"),
        Bad(
            "四、成交后30日内缴纳[[~50%]]，60日内缴纳其余[[40%]]。每年3月底前拨付[[~40%]]，9月底前拨付[[~30%]]，剩余[[20%]]经考核后拨付。\n"
        ),
        Bad(
            "成绩位于前[[~20%]]的为A等，其后[[~30%]]为B等，其余[[60%]]为C等。权重分别为[[~35%]]、[[~30%]]和[[25%]]。\n"
        ),
        Bad("第二条 总成绩由三部分构成：业务水平占[[~50%]]，工作成绩占[[~40%]]，职业道德占[[20%]]。\n"),
        Bad(
            "一、竞赛内容\n\n（一）理论考试，满分100分，占总成绩的[[~30%]]。\n\n（二）技能操作，满分100分，占总成绩的[[80%]]。\n"
        ),
        Bad(
            "各部分权重如下：办学方向占[[~15%]]，教学占[[~40%]]，师资占[[~25%]]，管理占[[25%]]。\n\n"
            "一般贸易占[[~72%]]，加工贸易占[[~25%]]，其他贸易占[[13%]]。\n"
        ),
        Bad(
            "全市用水中，农业用水占[[58%]]，工业用水占[[~22%]]，居民用水占[[~25%]]。非常满意（[[45.2%]]）、"
            "满意（[[~38.6%]]）、一般（[[~12.1%]]）、不满意（[[~6.1%]]）。\n"
        ),
        Bad(
            "最终得分＝专家评分[[×70%]]＋网络投票[[~×40%]]。补助资金分三次拨付：开工后拨付[[~40%]]，完工后拨付[[~40%]]，"
            "验收合格后拨付[[30%]]。\n"
        ),
        Bad(
            "持股比例为：甲公司[[~45%]]，乙公司[[~35%]]，丙公司[[25%]]。资金来源为：财政拨款[[~60%]]、银行贷款[[~30%]]、自筹[[20%]]。\n"
        ),
        Good("日常检查权重60%，其中路面保洁权重50%、垃圾收运权重30%、设施管护权重20%；群众评价权重40%。\n"),
        Good(
            "来信涉及教育问题占48%、医疗问题占37%、就业问题占25%。补助资金分三批拨付：第一批拨付60%，第二批拨付余款的50%，"
            "第三批拨付余款的50%。综合得分＝基础得分×100%＋附加得分×10%。管护得分＝水量得分×60%＋水质得分×40%＋加分项得分×10%。\n"
        ),
        Good(
            "出行方式（可多选）：步行出行占62%，公交出行占48%，自驾出行占35%。女教师占62%，青年教师占45%，高级教师占13%。"
            "资金分两次拨付：开工后拨付60%，验收后拨付至100%。\n"
        ),
        Good("一般贸易占71.6%，加工贸易占25.2%，其他贸易占3.3%。党员占60%，女性占55%，其他人员占20%以上。\n"),
        Good("第二条 总成绩由三部分构成：业务水平占50%，工作成绩占30%，职业道德占20%。\n"),
        Bad("所需资金由中央财政[[承担60%]]、省级财政[[~承担30%]]、市县财政[[~承担20%]]。"),
        Bad("考核得分中，日常监测[[权重40%]]，现场检查[[~权重35%]]，群众评价[[~权重35%]]。"),
        Bad("综合成绩＝笔试成绩÷3[[×60%]]＋面试成绩[[~×50%]]，保留两位小数。"),
        Bad("推动规模以上企业全员安全责任制[[落实率达到120%]]。"),
        Bad("三次产业结构为[[10.0：42.0：58.0]]。"),
        Bad(
            "评估指标\n\n一级指标\t权重\n信息发布\t[[~30%]]\n解读回应\t[[~20%]]\n办事服务\t[[~40%]]\n功能设计\t[[15%]]\n"
        ),
        Good("评估指标\n\n一级指标\t权重\n信息发布\t30%\n解读回应\t20%\n办事服务\t40%\n功能设计\t10%\n"),
        Good("评估指标\n\n指标\t权重（%）\n经济发展\t40\n社会民生\t30\n生态环境\t30\n加分项\t10\n"),
        Good("三次产业结构由11.2：42.3：46.5调整为10.0：42.0：48.0；合格率达到100%，毛入学率达到105%。"),
        Good("综合成绩＝笔试成绩×60%＋面试成绩×40%。补助金额＝缴费额×50%＋实际工资×80%。"),
        Good("所需资金由中央财政承担60%、省级财政承担30%、市县财政承担10%。"),
    ),
)
def share_over_100(document: Document, options: Options) -> Findings:
    """Yield sentences whose shares exceed the whole."""
    stream = document.read(flow)
    yield from _weights(stream)
    yield from _rates(stream)
    yield from _sectors(stream)
    yield from _columns(document)
    yield from _lists(document)
    yield from _kinds(document, stream)
    if "%" not in stream.text or not _DIVIDES.search(stream.text):
        return
    listed = {term.start for terms in document.read(weight_lists) for term in terms}
    for sentence in _sentences(stream):
        shares = list(_SHARE.finditer(stream.text, *sentence))
        if len(shares) < 2 or _BOUNDED.search(stream.text, *sentence) or shares[0].start("n") in listed:
            continue
        nested = list(_NESTED.finditer(stream.text, *sentence))
        # 检查权重60%,其中路面权重50%、垃圾权重50%;评价权重40%: parts of a part.
        shares = [one for one in shares if not any(some.start() < one.start() < some.end() for some in nested)]
        added = sum([value[0] for share in shares if (value := read(share["n"]))])
        if added > _WHOLE + len(shares) * 10**6 // 2:
            spans = [stream.span(*share.span()) for share in shares]
            related = tuple(see(span, "另一份额", "another share") for span in spans[1:])
            yield Finding(spans[0], {"added": plain(added)}, related=related)


def _weights(stream: Flow) -> Findings:
    """笔试成绩×60%+面试成绩×50%: the weights of a formula."""
    if "×" not in stream.text:
        return
    for formula in _FORMULA.finditer(stream.text):
        terms = list(_WEIGHT.finditer(stream.text, *formula.span()))
        shares = [value[0] for term in terms if (value := read(term["n"]))]
        added = sum(shares)
        # 基础得分×100%+附加得分×10%: a whole, and points on top.
        # 水量×60%+水质×40%+加分项×10%: points on top of a whole.
        extra = sum(
            [
                value[0]
                for term in terms
                if _EXTRA.search(stream.text, formula.start(), term.start()) and (value := read(term["n"]))
            ]
        )
        if _WHOLE in shares or added - extra == _WHOLE:
            continue
        # A formula from = to the end of its sentence is whole; parts of one are only known not to exceed it.
        whole = stream.text[formula.start() - 1] in "=\n" or "=" in formula[0]
        whole = whole and stream.text[formula.end() : formula.end() + 1] in ("。", ";", ",", "\n", ")", "")
        if added > _WHOLE or (whole and added < _WHOLE):
            spans = [stream.span(*term.span()) for term in terms]
            related = tuple(see(span, "另一权重", "another weight") for span in spans[1:])
            message = "weights" if added < _WHOLE else ""
            yield Finding(spans[0], {"added": plain(added)}, related=related, message=message)


def _columns(document: Document) -> Findings:
    """A column of weights that is one slip away from a whole."""
    for terms in document.read(weight_columns):
        added = sum([term.value for term in terms])
        if 0 < abs(added - _WHOLE) <= _SLIP:
            related = tuple(see(term.span, "另一权重", "another weight") for term in terms[:-1])
            yield Finding(terms[-1].span, {"added": plain(added)}, related, message="weights")


def _lists(document: Document) -> Findings:
    """由三部分构成:甲占50%,乙占40%,丙占20%."""
    for terms in document.read(weight_lists):
        added = sum([term.value for term in terms])
        if added != _WHOLE:
            related = tuple(see(term.span, "另一权重", "another weight") for term in terms[:-1])
            yield Finding(terms[-1].span, {"added": plain(added)}, related, message="weights")


def _kinds(document: Document, stream: Flow) -> Findings:
    """农业用水占58%,工业用水占22%,生活用水占30%: kinds that exclude each other by name."""
    listed = {term.start for terms in document.read(weight_lists) for term in terms}
    for terms in document.read(kind_lists):
        if terms[0].start in listed or _DIVIDES.search(stream.text, terms[0].start - _LABEL, terms[-1].end):
            continue
        related = tuple(see(term.span, "另一份额", "another share") for term in terms[1:])
        yield Finding(terms[0].span, {"added": plain(sum([term.value for term in terms]))}, related, severity="warning")


def _rates(stream: Flow) -> Findings:
    """落实率达到120%: more than all."""
    text = stream.text
    for match in _RATE.finditer(text) if "率" in text else ():
        start, value = match.start() - 2, read(match["n"])
        if value and value[0] > _WHOLE and text[start : start + 2] in _OF_ALL and text[start - 2 : start] != "拨备":
            args = {"words": text[start : match.end()]}
            yield Finding(stream.span(start, match.end()), args, message="rate")


def _sectors(stream: Flow) -> Findings:
    """The three sectors of an economy, which are all of it."""
    for match in _SECTORS.finditer(stream.text) if "产业" in stream.text else ():
        added = sum([value[0] for one in match.group("n", "m", "o") if (value := read(one))])
        # Each is rounded to its last place, at worst to whole numbers; what is far from 100 is a proportion (6:2:2).
        off = abs(added - _WHOLE)
        if (_WHOLE // 500 if "." in match[0] else 10**6) < off < _WHOLE // 4:
            span = stream.span(match.start("n"), match.end("o"))
            yield Finding(span, {"added": plain(added)}, message="sectors")


def _sentences(stream: Flow) -> Iterator[tuple[int, int]]:
    """The sentences that hold two shares or more; they are found from their first."""
    end = -1
    for share in _SHARE.finditer(stream.text):
        if share.start() >= end:
            first = max(0, share.start() - _LONGEST)
            start = max(first, *[stream.text.rfind(mark, first, share.start()) + 1 for mark in "。;\n"])
            sentence = _SENTENCE.match(stream.text, start, start + 2 * _LONGEST)
            end = sentence.end() if sentence else share.end()
            yield start, end
