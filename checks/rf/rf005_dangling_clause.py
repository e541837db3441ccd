"""引用本文件不存在的章、条、款、项或者编号。

依据 文件内部矛盾：引用的条文应当存在；立法法第六十五条规定了条、款、项的编排。
说明 “违反本办法第五十八条”而办法只有四十条，处罚便没有依据；修订后条文重新编号而引用没有改，是常见原因。
条的第一款说“前款”、第一条说“前条”，前面也没有可指的内容。
限度 《…》第三条、刑法第五条等引用其他文件的不看；没有“本办法”而前面紧接其他字词的（令第158号第九条、上级文件第十条、
开通第九条航线）不看，只看前面是“依照、违反、由、按”等词或者标点的。引号内的不看，修改决定不看；
正文没有认出条文的不看；不从第一条起的摘录只看其中各条的款、项。

Summary A reference to a chapter, article, clause, item or section of the document itself that does not exist.
Basis A contradiction within the text; Legislation Law art. 65 on articles, clauses and items.
Why A penalty that rests on an article that is not there has no basis; renumbering without the references is the cause.
Limits References to other acts, quoted words and amending acts are not looked at, nor texts without articles; in an
extract that does not begin with article 1 only clauses and items of the articles in it. One
without 本办法 is looked at only behind words such as 依照, 违反, 由, 按 or a point: 上级文件第十条 is of that text.
"""

from bisect import bisect_left

from linter.facts.references import TOP, Article, ClauseReference, Outline, articles, clause_references
from linter.kernel.check import (
    Bad,
    Document,
    Finding,
    Findings,
    Good,
    Options,
    Section,
    Severity,
    check,
    needs,
    see,
)
from linter.language import lazy
from linter.structure.damage import damage

_OWN = lazy(r"本(?P<kind>[^,。;、《》\n]{2,5})$")
_SELF = 8
_LAW = (
    "海州市供水条例\n\n第一条 为了加强供水管理，制定本条例。\n\n第二条 本条例适用于本市。"
    "用户应当：\n\n（一）按期缴费；\n\n（二）节约用水。\n\n"
)
_ACT = (
    "海州市供水办法\n\n第一章 总则\n\n第一条 制定本办法。\n\n第二条 {}。\n\n第二章 附则\n\n"
    "第三条 本办法自公布之日起施行。\n"
)


@check(
    code="RF005",
    name="dangling-clause",
    severity="error",
    reads=(clause_references, articles, damage),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "引用的“{reference}”不存在（{extent}）",
        "en": "the reference “{reference}” leads nowhere ({extent})",
    },
    examples=(
        Bad(
            "海州市防汛应急预案\n\n3 应急响应\n\n3.1 总体要求\n\n分工负责。\n\n3.2 四级响应\n\n加强会商。\n\n"
            "4 后期处置\n\n按照本预案3.1至[[3.8]]启动响应的，组织评估。\n"
        ),
        Bad(_LAW + "第三条 违反本条例第二条、[[第十二条]]规定的，责令改正。\n\n[[~第四条]] 本条例自公布之日起施行。\n"),
        Bad("关于燃放爆竹的通告\n\n一、区域内禁止燃放。\n\n[[~二、]]违反本通告[[第四条]]的，依照第九条，责令改正。\n"),
        Bad(
            _LAW
            + "第三条 水价按照本条第一款、[[第四款]]确定。\n\n[[~供水企业]]应当公示。\n".replace("[[~", "").replace(
                "]]应", "应"
            )
        ),
        Bad(
            "供水办法\n\n第一章 总则\n\n第一条 制定本办法。\n\n第二章 考核\n\n第一节 内容\n\n第二条 水质应当达标。\n\n"
            "[[~第二节]] 结果\n\n第三条 依[[第五章]]和[[第二章第三节]]考核，由第二条第一款和[[第一条第二款]]确定。"
            "\n\n[[~第三章]] 附则\n\n第四条 违反《供水条例》第九章的，依照第七条处理。\n"
        ),
        Bad(_LAW + "第三条 从事[[第二条之五]]所列活动的，应当经批准。\n\n[[~第四条]] 本条例自公布之日起施行。\n"),
        Bad(_LAW + "第三条 违反本条例[[第二条第（三）项]]规定的，责令改正。\n\n第四条 本条例自公布之日起施行。\n"),
        Bad(
            "海州市供水处罚裁量基准\n\n第一条 为了加强供水管理，制定本基准。\n\n第二条 从轻处罚的，减半。\n\n"
            "第三条 违反本裁量基准[[第七条]]的，责令改正。\n\n[[~第四条]] 本基准自公布之日起施行。\n"
        ),
        Bad(
            "海州市供水条例\n\n第一条 为了加强供水管理，制定本条例。\n\n第二条 违反[[前款]]规定的，责令改正。"
            "\n\n第三条 本条例自公布之日起施行。\n"
        ),
        Bad(
            _LAW + "有[[前款第四项]]情形的，加收滞纳金。\n\n第三条 有前条第二项、[[第三项]]情形的，从重处罚。\n\n"
            "第四条 依照[[前条第二款]]处理。\n\n第五条 违反第二条第一项至[[第五项]]规定的，责令改正。\n"
        ),
        Bad(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 编制目的\n\n为做好防汛工作，制定本预案。\n\n1.2 适用范围\n\n"
            "适用于本市。\n\n"
            "2 响应\n\n2.1 启动条件\n\n达到本预案[[1.5]]规定的标准。\n"
        ),
        Bad(
            "1 总则\n\n1.1 目的\n\n为做好救助工作，制定本预案。\n\n"
            "[[~2]] 附则\n\n其他突发事件参照[[本预案第9章]]规定执行。\n"
        ),
        Bad(_LAW + "第三条 第二条第一项至[[第四项]]规定的情形，由供水企业核实。\n\n第四条 本条例自公布之日起施行。\n"),
        Bad(
            "1 总则\n\n1.1 目的\n\n为做好救助工作，制定本预案。\n\n2 组织\n\n成员名单见附录[[3.3]]。\n\n3 附录\n\n"
            "3.1 分级标准\n\n按照国家标准执行。\n\n[[~3.2]] 流程图\n\n接报、核实、处置。\n"
        ),
        Bad(
            "[[~第九条]] 有下列情形的，可以停水：\n\n（一）检修的；\n\n（二）抢修的。\n\n"
            "第十条 依照第五条、第九条第（二）项、[[第九条第（三）项]]和第三十条处理。\n"
        ),
        Good("第八条 有前款行为，情节较重的，暂停三个月。\n\n第九条 依照第八条第一款处理的，应当公示。\n"),
        Good(
            "海州市供水条例\n\n第一条 为了加强供水管理，制定本条例。\n\n用水应当节约。\n\n"
            "第二条 符合下列情形的，可以停水：\n\n（一）检修的；\n\n"
            "（二）抢修的。抢修的，供水企业应当同时公告。\n\n第三条 第二条第二款规定的公告应当及时。\n"
        ),
        Good(
            "海州市土地条例\n\n第一条 土地使用权可以出让，地下资源除外。前款所称土地是指城区的土地。\n\n"
            "第二条 本条例自公布之日起施行。\n"
        ),
        Good(
            "海州市供水条例\n\n第一条 供水单位是指供水企业。前款所称企业是指本市企业。\n\n"
            "第二条 供水实行许可，符合本条第二款情形的除外。程序按照本条例执行。有下列情形的，可以不经许可：\n\n"
            "（一）抢修的；\n\n（二）检修的。\n\n第三条 用水应当节约。\n\n用户应当缴费。\n"
        ),
        Good(
            "1 总则\n\n1.1 目的\n\n为做好评估工作，制定本指南。\n\n1.2 范围\n\n适用于企业。\n\n5 附则\n\n"
            "试验方法与5.4.2相同。\n"
        ),
        Good(_ACT.format("建设第十条、第十一条轨道交通线，架设第二十条电缆，开通第九条航线")),
        Good(
            _LAW + "第三条 供水企业应当保证水质。\n\n违反前款规定的，依照行政处罚法第五十条处罚。\n\n"
            "第四条 本条例自公布之日起施行。\n"
        ),
    ),
)
def dangling_clause(document: Document, options: Options) -> Findings:
    """One finding a reference, with the last number that there is."""
    outline = Outline(document)
    for reference in document.read(clause_references):
        if reference.level == "article" or not outline.cut:
            yield from _TELL[reference.level](outline, reference)


def _article(outline: Outline, reference: ClauseReference) -> Findings:
    part, own = outline.act(reference.part)
    known, last = outline.articles[part], outline.ends[part]
    article = known.get(reference.value)
    if outline.cut:
        yield from _within(article, reference, outline.paragraphed[part]) if article else ()
    elif len(known) < 2 or last is None:
        yield from _point(outline, reference)
    elif article:
        yield from _within(article, reference, outline.paragraphed[part])
    # An article inside the law that is not there was lost, and is told as a skipped number.
    elif reference.value > last.mark.value or len(reference.value) > 1:
        document = outline.document
        if not outline.stands(reference.text, document.parts[part].span if own else document.span):
            yield _finding(reference, last)


def _point(outline: Outline, reference: ClauseReference) -> Findings:
    """本通告第七条 in a notice of six points 一、…六、; points (一)… that count on through it are its articles, too."""
    top, low = (outline.numbers(scheme, reference.part) for scheme in ("chinese", "chinese-paren"))
    if not top or not top.several or reference.value <= max(one.values[-1] for one in (top, low) if one):
        return
    text, start = outline.document.text.normal, reference.span.start
    own = _OWN.search(text, max(0, start - _SELF), start)
    if own and own["kind"] in outline.kinds:
        yield _finding(reference, top.last)


def _within(article: Article, reference: ClauseReference, paragraphed: bool) -> Findings:
    if reference.clause > len(article.clauses) and reference.clause > _most(article, paragraphed):
        place = (see(article.section.mark.span, "所引的条", "the article"),)
        args = {"reference": reference.text, "extent": f"{article.section.mark.text}: 款 ≤ {len(article.clauses)}"}
        yield Finding(reference.span, args, place, severity="warning")
    elif reference.item and article.items and reference.item > max(article.items):
        place = (see(article.section.mark.span, "所引的条", "the article"),)
        args = {"reference": reference.text, "extent": f"{article.section.mark.text}: 项 ≤ {max(article.items)}"}
        yield Finding(reference.span, args, place)


def _most(article: Article, paragraphed: bool) -> int:
    """How many paragraphs an article may have had: conversion runs what follows its items into the last of them, and
    all into one where no article of the act has several, or one shows that they ran together.
    """
    joined = 0 if paragraphed else article.section.heading.text.count("。")
    if article.items:
        return len(article.clauses) + max(0, article.last.text.count("。") - 1) + joined
    return joined


def _before(outline: Outline, reference: ClauseReference) -> Findings:
    yield Finding(reference.span, {"reference": reference.text, "extent": "—"})


def _chapter(outline: Outline, reference: ClauseReference) -> Findings:
    """A chapter, or a 节 of one, by the part it stands in, else by the document."""
    # 本预案第9章 is 9 where plans number 1, 1.1, 1.1.1.
    known = outline.numbers("chapter", reference.part) or outline.numbers("chapter") or outline.numbers(TOP)
    if not known:
        return
    named = known.first.get(reference.value)
    if known.several and not named and reference.value > known.last.mark.value:
        yield from _missing(outline, reference, known.last)
    division = outline.divisions.get(named.index) if named else None
    if division and reference.clause > division.mark.value[0]:
        yield _finding(reference, division)


def _decimal(outline: Outline, reference: ClauseReference) -> Findings:
    known = outline.numbers("decimal")
    if not known or not known.several or reference.value in known.first:
        return
    # 与5.4.2相同, where 5 has nothing under it: a number of another standard
    if reference.value[0] in outline.parted:
        before = bisect_left(known.values, reference.value) - 1  # -1 is the last one, where none lies before
        yield from _missing(outline, reference, known.first[known.values[before]])


def _missing(outline: Outline, reference: ClauseReference, last: Section) -> Findings:
    if not outline.stands(reference.text.removeprefix("本"), outline.document.span):
        yield _finding(reference, last)


def _finding(reference: ClauseReference, last: Section) -> Finding:
    related = (see(last.mark.span, f"最后一个是“{last.mark.text}”", f"the last is “{last.mark.text}”"),)
    severity: Severity | None = None if reference.certain else "warning"
    args = {"reference": reference.text, "extent": f"≤ {last.mark.text}"}
    return Finding(reference.span, args, related, severity=severity)


_TELL = {"article": _article, "before": _before, "chapter": _chapter, "section": _decimal}
