"""引用的文件题名与别处引用的、与本文件的题名或者与法律的题名差几个字。

依据 文件内部矛盾：同一文件的题名前后应当一致；法律题名以公布的为准（立法技术规范：引用法律名称用全称）。
说明 题名错一个字，读者就找不到所引的文件。差一个字的，以出现次数多的、本文件自己的或者已知法律的题名为准；
冠以国名又缩略的（税收征管法），也应写全称。声明了《管理办法》而写作《管理规定》、又没有哪一份文件叫这个名称的，也报。
同一题名一处带单书名号、括号，一处不带的，作提示。
少了“突发事件”“管理”这类泛称的，也是同一文件的误写；由某单位负责编制、修订的预案与本预案题名相近，所指就是本预案。
限度 两个题名都是已知的法律、只差序号或者方位、在同一句里并列的，是两份文件，不报；多处不同的题名不比较。

Summary A cited title differs by a few characters from one cited elsewhere, from the own one, or from a law's.
Basis A contradiction within the text: one act has one title; laws are cited by their full title.
Why With one wrong character the act cannot be found. The frequent title, the own one or a known law's is right;
with the name of the state a law's title is not cut short. A short title that nobody declared is told beside a declared
one that begins alike, if no title ends in it. A title that has lost the marks or brackets inside is
a note.
Limits Two known acts, titles that differ in a number or a direction, and titles listed in one paragraph are two acts.
"""

from collections.abc import Callable

from linter.facts.bodies import abbreviations
from linter.facts.references import Citation, citations, issued_act, key, own_titles, title_variants
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Issue, Options, check, needs, see
from linter.language import lazy

# What sets off a title within a title.
_MARKS = frozenset("〈〉<>《》")
# Brackets inside a title, which has words behind them.
_BRACKETS = lazy(r"\([^()]+\)(?=.)")
# A note of trial, and a year, in brackets or not; the shortest title told by them.
_NOTE = lazy(r"\(?(暂行|试行|(?:19|20)\d\d)年?\)?")
_EXCLUSIVE, _LEAST = {"暂行", "试行"}, 6
# A short title is no longer than this.
_SHORT = 6
# Titles so near one another stand side by side, as two acts.
_BESIDE = 12


@check(
    code="TN003",
    name="title-variant",
    severity="warning",
    two_names=True,
    scope="issue",
    reads=(citations, own_titles, title_variants, abbreviations),
    needs=needs("marks"),
    message={
        "zh": "题名《{title}》与《{other}》只差几个字",
        "en": "title “{title}” differs from “{other}” by a few characters",
    },
    messages={
        "marks": {
            "zh": "题名《{title}》在别处带单书名号，作《{other}》",
            "en": "the title “{title}” has title marks inside elsewhere: “{other}”",
        },
        "brackets": {
            "zh": "题名《{title}》在别处带括号，作《{other}》",
            "en": "the title “{title}” has brackets inside elsewhere: “{other}”",
        },
        "note": {
            "zh": "题名《{title}》的“试行”“暂行”或者年份与别处的《{other}》不同",
            "en": "title “{title}” has another note of trial or its year elsewhere than “{other}”",
        },
    },
    examples=(
        Bad(
            "一、提交《[[~限额以下工程施工（许可）备案表]]》一份。\n\n二、审核后取得《[[限额以下工程施工许可备案表]]》。\n"
        ),
        Bad(
            "一、依据《[[~建设工程消防设计审查验收管理暂行规定]]》检查。\n\n"
            "二、手续应当符合《[[建设工程消防设计审查验收管理暂行办法]]》的规定。\n"
        ),
        Bad(
            "一、制定《[[海州市供水管理实施细侧]]》，修订《[[海州市防汛应急预按]]》，执行《建设项目风险评价技术导则》。\n"
        ),
        Bad("一、依照《[[中华人民共和国森材法]]》、《中华人民共和国电信法》处罚。\n"),
        Bad(
            "根据《海州市数字经济专项资金管理办法》（海财规〔2022〕6号，以下简称《[[~管理办法]]》），制定本指南。\n\n"
            "二、专项资金使用应当符合《[[管理规定]]》规定，实行专款专用。\n"
        ),
        Good(
            "根据《海州市专项资金管理办法》（以下简称《管理办法》），制定本指南。\n\n"
            "二、采购应当符合《海州市采购管理规定》规定，票据按照《管理规定》留存，绩效按照《管理办法》评价。\n"
        ),
        Good(
            "一、依据《建设工程消防设计审查验收管理暂行规定》检查。\n\n"
            "二、《建设工程消防设计审查验收管理暂行办法》同时废止。\n"
        ),
        Bad("一、执行《[[~建筑设计防火规范]]》。\n\n二、防火分区应当符合《[[建筑防火设计规范]]》的规定。\n"),
        Good("海州市轨道交通应急预案\n\n1.2 依据\n\n依据《突发事件应对法》《国家轨道交通应急预案》制定。\n"),
        Bad(
            "根据《[[~市财政局关于印发〈就业资金管理办法〉的通知]]》（云财〔2019〕1号），制定本办法。\n\n"
            "第二条 符合《[[市财政局关于印发就业资金管理办法的通知]]》（云财〔2019〕1号）的，给予补贴。\n"
        ),
        Bad(
            "第二条 执行《[[~城市供水价格管理办法]]》。\n\n第三条 水价按照《城市供水价格管理办法》核定。\n\n"
            "第五条 违反《[[城市供水价格管理方法]]》的，责令改正。\n"
        ),
        Bad("一、根据《[[中华人民共和国突发事件应付法]]》《[[中华人民共和国防讯条例]]》，制定本方案。\n"),
        Bad("一、根据《[[中华人民共和行政诉讼法]]》，制定本方案。\n"),
        Bad("一、根据《[[中华人共和国慈善法]]》，制定本方案。\n"),
        Bad("一、违反《[[中华人民共和国税收征管法]]》的，依照税收征管法处罚。\n"),
        Bad(
            "[[~海州市水上搜救应急预案]]\n\n1 总则\n\n1.1 编制目的\n\n为做好水上搜救工作，制定本预案。\n\n2 职责\n\n"
            "2.1 办公室\n\n负责《[[海州市水上突发事件应急预案]]》的制订、修订和演练。\n"
        ),
        Bad(
            "第二条 根据《[[~山东省突发事件应急预案管理办法]]》，制定本办法。\n\n"
            "第九条 预案按照《[[山东省应急预案管理办法]]》修订。\n"
        ),
        Bad(
            "第三条 提交《[[~海州市流动人员住房租赁补贴申请表]]》。\n\n"
            "第四条 填写《[[海州市流动人员租赁补贴申请表]]》，报住房部门。\n"
        ),
        Bad(
            "关于整治的通知\n\n各区：\n\n请执行。\n\n海州市建设局\n2007年5月8日\n\n"
            "[[~海州市房地产市场秩序专项整治工作方案]]\n\n"
            "一、步骤\n\n制定[[海州市房地产市场专项整治工作方案]]，落实责任。\n"
        ),
        Bad(
            "第二条 执行国务院《[[~居住证暂行条例]]》。\n\n第三条 《居住证暂行条例》没有规定的，适用本办法。\n\n"
            "第二十条 违反规定的，按照国务院《[[居住证暂条例]]》处罚。\n"
        ),
        Bad("一、检查依据为《[[~建筑设计防火规范]]》。\n\n二、安全疏散是否符合《[[建筑防火设计规范]]》的规定。\n"),
        Bad(
            "一、按照《[[~关于印发<海州市电力交易规则（暂行）>的通知]]》（海能〔2017〕149号）办理。\n\n"
            "二、《[[海州市电力交易规则（试行）]]》没有规定的，另行规定。\n"
        ),
        Good("一、按照《海州市居住证暂行办法》、《海州市居住证试行办法》办理的居住证有效。\n"),
        Good("一、《海州市供水办法（2015）》、《海州市供水办法（2019）》。\n\n二、《海州市供水办法（2019）》施行。\n"),
        Good("一、通过《云溪市法规修正案（十）》。\n\n二、通过《云溪市法规修正案（十一）》。\n"),
        Good(
            "第三条 提交《公共租赁住房保障住房情况声明书》。\n\n第四条 提交《公共租赁住房保障居住情况声明书》，"
            "填写《公共租赁住房保障申请表》或者《公共租赁住房保障变更申请表》。\n"
        ),
        Good("一、第二十四条中的《云溪市餐厨垃圾管理办法》废止。\n\n二、办法名称改为《云溪市厨余垃圾管理办法》。\n"),
        Good(
            "第二条 陆生野生动物依照《海州市陆生野生动物保护办法》执行，"
            "水生野生动物依照《海州市水生野生动物保护办法》执行。\n"
        ),
        Good("海州市防汛抗旱应急预案\n\n1 总则\n\n本预案自印发之日起实施，原《海州市防汛防旱应急预案》同时废止。\n"),
        Good("第二条 根据《中华人民共和国刑事诉讼法》办理。\n\n第三条 根据《中华人民共和国民事诉讼法》办理。\n"),
        Good("一、落实《关于加强学校体育工作的意见》《关于加强学校美育工作的意见》。\n"),
        Good("一、对照《安全生产目录（第一批）》。\n\n二、对照《安全生产目录（第二批）》。\n"),
        Good("一、续租填《云溪市住房续租申请表》；退租填《云溪市住房退租申请表》；换租填《云溪市住房换租申请表》。\n"),
        Good(
            "关于印发《海州市园林养护和环卫作业工资指导意见》的通知\n\n各单位：\n\n"
            "现将《海州市园林养护作业工资指导意见》和《海州市环卫作业工资指导意见》印发给你们。\n\n"
            "海州市园林局\n2023年8月23日\n\n附件1\n\n海州市园林养护作业工资指导意见\n\n一、标准\n\n增加140元。\n"
        ),
        Good("第二条 适用《企业会计准则》。\n\n第三条 适用《小企业会计准则》。\n"),
    ),
)
def title_variant(issue: Issue, options: Options) -> Findings:
    """One finding a wrong title, at its first place, with the title it should be."""
    for one in issue.read(title_variants):
        related = [see(span, f"题名《{one.right}》", f"the title “{one.right}”") for span in one.right_spans]
        related += [see(span, "同样的题名", "the same title again") for span in one.wrong_spans[1:]]
        yield Finding(one.wrong_spans[0], {"title": one.wrong, "other": one.right}, tuple(related))
    for document in issue.documents:
        yield from _without_marks(document, "marks", lambda title: not _MARKS.isdisjoint(title))
        yield from _without_marks(document, "brackets", lambda title: _BRACKETS.search(title) is not None)
        yield from _of_short(document)
        yield from _noted_otherwise(document)


def _without_marks(document: Document, message: str, has: Callable[[str], bool]) -> Findings:
    """The first place where a title has lost the marks or brackets inside that it has elsewhere in the document."""
    forms: dict[str, dict[bool, Citation]] = {}
    for one in document.read(citations):
        forms.setdefault(key(one.title), {}).setdefault(has(one.title), one)
    for both in forms.values():
        if len(both) > 1:
            bare, marked = both[False], both[True]
            related = (see(marked.span, "带这些符号的题名", "the title with them"),)
            args = {"title": bare.title, "other": marked.title}
            yield Finding(bare.span, args, related, severity="note", message=message)


def _of_short(document: Document) -> Findings:
    """Short titles that nobody declared and that no title of the document ends in, beside a declared one."""
    declared = {one.short: one for one in document.read(abbreviations) if one.full.endswith("》")}
    if not declared:
        return
    cited = document.read(citations)
    ends = {one.title[-size:] for one in cited for size in range(2, min(len(one.title), _SHORT + 1))}
    for one in cited:
        near = [short for short in declared if short[:2] == one.title[:2] and 2 < len(short) <= _SHORT]
        if near and 2 < len(one.title) <= _SHORT and one.title not in declared and one.title not in ends:
            related = (see(declared[near[0]].short_span, "声明的简称", "the short form declared"),)
            yield Finding(one.span, {"title": one.title, "other": near[0]}, related)
            return


def _noted_otherwise(document: Document) -> Findings:
    """The titles that elsewhere have the other of two notes, or their year at another place."""
    forms: dict[str, list[tuple[str, Citation]]] = {}
    for one in document.read(citations):
        act = issued_act(one.title).strip("<>〈〉")
        if _NOTE.search(act):
            forms.setdefault(_NOTE.sub("", act), []).append((act, one))
    for words, uses in forms.items():
        first, usual = uses[0]
        notes = set(_NOTE.findall(first))
        other = next((one for act, one in uses if act != first and _is_other(notes, set(_NOTE.findall(act)))), None)
        apart = other and other.start - usual.end > _BESIDE
        if other and apart and len(words) >= _LEAST and not (usual.number and other.number):
            args = {"title": other.title, "other": usual.title}
            yield Finding(other.span, args, (see(usual.span, "此前的题名", "the title before"),), message="note")


def _is_other(one: set[str], other: set[str]) -> bool:
    """Whether the notes of two titles are the two that exclude one another, or the same at other places."""
    return one == other or one | other == _EXCLUSIVE
