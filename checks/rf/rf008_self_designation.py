"""文件用另一种文种称呼自己：实施细则中的“本办法”，预案中的“本方案”，通告末尾的“特此公告”，函里的“有关要求通知如下”。

依据 文件内部矛盾：“本”字所指是文件自己，应当与题名的文种一致（立法技术规范：法律、法规自称用“本法”“本条例”）。
说明 起草时从别的文件抄来、改了文种没有改自称的，常留下这样的痕迹；“本办法”到底指哪一份文件就成了问题。
报告以“妥否，请批示”作结，是夹带请示（《党政机关公文处理工作条例》第十五条）。
同一文件里绝大多数自称“本实施细则”、只有一处“本细则”的，作提示。
限度 题名的文种认不出的不看；通知与所附文件的文种都算自己的；引号内的、修改决定中的不看；
题名不是“关于…”的公文标题，全文又一致用另一种文种自称的，题名可能是转载者所加，不报。

Summary A document calls itself by another kind: 本办法 in detailed rules, 本方案 in a plan.
Basis A contradiction within the text: 本 means the document itself, whose kind stands in its title.
Why Words taken over from another act leave it open which document is meant.
One 本细则 among many 本实施细则 is a note.
Limits Titles of unknown kind are left alone; notice and instrument both count as own; quoted words do not count.
A text that calls itself by one other kind throughout may bear a headline that is not its own.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from linter.facts.base import flow, own_words
from linter.facts.references import Named, is_amending, kind_of, kinds_of, own_titles, self_names, voices
from linter.kernel.check import (
    Bad,
    Document,
    Finding,
    Findings,
    Good,
    Options,
    Paragraph,
    Span,
    check,
    mend,
    needs,
    see,
)
from linter.language import finds, lazy
from linter.language.lexicon import rows, words

_KIND = lazy("{ACT}(?!序)")
# A line that may be a title: no number, no sentence.
_LINE = lazy("[^\\d一二三四五六七八九十第(（][^,。;:]{5,40}$")
# The word that closes a letter is that of its kind (《党政机关公文处理工作条例》第八条).
_CLOSING = lazy(r"(?:特此|以上(?={TOLD},?请))(?P<kind>{TOLD})(?=[。,!\n])")
# 现公告如下 opens a 公告, not a 通告, and 有关要求通知如下 no 函; what a notice tells it may 通报 or 公布.
_OPENING = lazy(r"(?:现|[有相]关)[^。\n]{0,60}?(?P<kind>[公通]告|通知)如下(?=[:。])")
_OPENED = ("公告", "通告", "函")
# 妥否,请批示 asks for an answer, which a report cannot (条例第十五条 报告不得夹带请示事项); 如无不妥,请批转 can.
_ASKS = lazy(
    r"[。\n] ?(?P<words>(?:以上报告,?)?(?:[妥当]否|是否[妥可]当?),?请[予您]?(?:批[示复准]|审批|核准))[。!]? ?(?:\n|$)"
)
_GUIDES = words("GUIDE")
_CLOSES = {kind: words.split() for kind, words in rows("closings.tsv")}
# The own kind is dominant, so that another kind in the title (…办法实施细则) is that of the act carried out.
_DOMINANT = 3
# So many uses of one form, and a single other one, show a slip.
_MANY = 4
# So many uses of the own kind show an act that names itself by it.
_PROVED = 2


@check(
    code="RF008",
    name="self-designation",
    severity="warning",
    reads=(own_titles, self_names),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "文件自称“{words}”，题名却是{title}",
        "en": "the document calls itself “{words}”, its title says {title}",
    },
    messages={
        "mixed": {
            "zh": "文件自称“{words}”，别处却自称“{usual}”",
            "en": "the document calls itself “{words}”, elsewhere “{usual}”",
        },
        "turned": {
            "zh": "“{words}”两字颠倒，应为“{title}”",
            "en": "the characters of “{words}” have changed places: it is “{title}”",
        },
        "asks": {
            "zh": "{title}以“{words}”作结，这是请示的结语",
            "en": "a {title} closes with “{words}”, which closes a request",
        },
    },
    examples=(
        Bad(
            "[[~海州市供水条例实施细则]]\n\n第一条 为了加强供水管理，制定本细则。\n\n"
            "第二条 违反[[本办法]]的，责令改正。\n\n"
            "第三条 本细则自公布之日起施行。\n"
        ),
        Bad(
            "海州市人民政府关于印发防汛应急预案的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n"
            "现将《海州市防汛应急预案》印发给你们。\n\n"
            "海州市人民政府\n2021年5月6日\n\n[[~海州市防汛应急预案]]\n\n1 总则\n\n1.1 目的\n\n"
            "为做好防汛工作，制定[[本方案]]。\n"
        ),
        Bad(
            "[[~海州市公安局关于加强犬类管理的通告]]\n\n为了加强犬类管理，现就有关事项通告如下：\n\n一、遛犬应当束绳。\n\n"
            "二、违反[[本通知]]的，依法处罚。\n\n[[特此公告]]。\n\n海州市公安局\n2024年1月10日\n"
        ),
        Bad(
            "[[~海州市教育局关于二中迁建项目立项的请示]]\n\n海教〔2024〕27号\n\n海州市人民政府：\n\n拟迁建二中。\n\n"
            "[[以上报告]]，请予审阅。\n\n海州市教育局\n2024年4月9日\n"
        ),
        Bad(
            "[[~海州市教育局关于二中迁建情况的报告]]\n\n海教〔2024〕31号\n\n海州市人民政府：\n\n迁建工程已经开工。\n\n"
            "[[妥否，请批示]]。\n\n海州市教育局\n2024年5月9日\n"
        ),
        Bad(
            "[[~海州市人民政府关于促进民宿发展的意见]]\n\n各乡镇人民政府：\n\n现提出以下意见：\n\n一、简化办证。\n\n"
            "二、各乡镇按照[[本通知]]制定措施。\n\n海州市人民政府\n\n2021年12月6日\n"
        ),
        Bad(
            "海州市供水规定实施细则\n\n第一条 制定[[本细则]]。\n\n第二条 [[~本实施细则]]适用于本市。\n\n"
            "第三条 本实施细则由市水务局解释。\n\n第四条 县可依本实施细则制定规定。\n\n"
            "第五条 本实施细则自发布之日起施行。\n"
        ),
        Bad(
            "[[~海州市交通局关于申请养护资金的请示]]\n\n海交字〔2023〕46号\n\n海州市人民政府：\n\n请求安排资金260万元。\n\n"
            "我局将按照[[本报告]]所列项目实施。\n\n妥否，请批示。\n\n海州市交通局\n2023年8月15日\n"
        ),
        Bad(
            "[[~海州市市场监督管理局行政处罚决定书]]\n\n海市监罚〔2024〕33号\n\n当事人应当自收到本决定书之日起十五日内缴款。\n\n"
            "如不服[[本裁定书]]，可以申请复议。\n\n海州市市场监督管理局\n2024年5月27日\n"
        ),
        Bad(
            "海人社规字〔2022〕2号\n海州市公安局\n关于印发海州市入户管理办法\n实施细则的通知\n各有关单位：\n现印发给你们。\n"
            "海州市公安局\n2022年7月7日\n[[~海州市入户管理办法实施细则]]\n第一条 为了入户工作，制定本细则。\n"
            "第二条 本细则适用于本市。\n第三条 违反[[本办法]]的，责令改正。\n第四条 本细则由市公安局解释。\n"
        ),
        Bad(
            "[[~海州市人民政府关于表彰劳动模范的决定]]\n\n海政发〔2023〕12号\n\n各区人民政府：\n\n本决定自公布之日起生效。\n\n"
            "各单位应当落实[[本通知]]要求的待遇。\n\n海州市人民政府\n2023年4月26日\n"
        ),
        Bad("海州市政务数据管理办法\n\n第一条 制定本办法。\n\n第二条 省派驻机构参照[[本法办]]执行。\n"),
        Bad(
            "海州市建设委员会关于印发配租办法的通知\n\n各区建设局：\n\n现印发给你们。\n\n海州市建设委员会\n2011年11月29日\n\n"
            "附件\n\n[[~海州市公共租赁住房配租办法]]\n\n第一条 制定本办法。\n\n第二条 本办法适用于本市。\n\n"
            "第三条 与[[本通知]]内容不一致的，以[[~本通知]]为准。\n"
        ),
        Bad(
            "海州市居住证管理办法\n\n第一条 为了规范居住证管理，制定本办法。\n\n第二条 本办法自公布之日起施行。\n\n"
            "[[~海州市居住证积分实施细则]]\n\n第一条 依据办法制定本细则。\n\n第二条 本细则适用于本市。\n\n"
            "第三条 违反[[本办法]]的，不予积分。\n\n第四条 本细则自公布之日起施行。\n"
        ),
        Bad("[[~海州市水务局值班制度]]\n\n一、为了值班，制定本制度。\n\n二、违反[[本规定]]的，责令改正。\n"),
        Bad(
            "[[~海州市供水服务规范]]\n\n一、违反[[本制度]]的，责令改正。\n\n二、本规范自发布之日起施行，符合本标准的除外。\n"
        ),
        Good(
            "海州市司法局关于法律援助补贴标准的通知\n\n海司发〔2023〕22号\n\n各机构：\n\n本标准自2023年7月1日起执行。\n\n"
            "海州市司法局\n\n2023年6月12日\n"
        ),
        Good(
            "医院饮片管理规范\n\n第一条 为了加强饮片管理，制定本规范。\n\n第二条 本规范自发布之日起施行。\n\n"
            "卫生部关于印发药品管理规定的通知\n\n卫医发〔2005〕438号\n\n各省卫生厅：\n\n现印发给你们。\n\n卫生部\n\n2005年11月14日\n"
        ),
        Bad(
            "[[~海州市建设委员会关于开展海绵城市建设工作的函]]\n\n各区人民政府：\n\n"
            "按照市政府部署，[[有关要求通知如下]]：\n\n一、工作目标\n\n建设示范工程。\n\n海州市建设委员会\n2024年2月1日\n"
        ),
        Good(
            "海州市交通局关于发布失信名单的通报\n\n各区交通局：\n\n经研究决定，发布本批名单。\n\n"
            "失信主体对本决定不服的，可以在知道本决定之日起60日内申请行政复议。\n\n海州市交通局\n\n2025年11月3日\n"
        ),
        Good("海州市招生工作规定\n\n一、未参加考试的，采取本办法招生的学校应当公布章程。\n"),
        Good(
            "海州市供水管理办法\n\n第一条 为了加强供水管理，制定本办法。\n\n第二条 基本规定由市水务局制定，"
            "“本条例”的含义从其规定。\n\n"
            "第三条 本法院管辖的案件不适用本办法。\n"
        ),
        Good("关于加强养老服务的措施\n\n一、本措施自发布之日起施行，与本意见同时执行。\n"),
    ),
)
def self_designation(document: Document, options: Options) -> Findings:
    """One finding a wrong kind, at its first use, with its other uses and the title; one a closing of another kind."""
    names = document.read(own_titles)
    kinds = kinds_of(names)
    if not kinds or len(kinds) < len(names) or is_amending(document):
        return
    yield from _closing(document, *kinds[0])
    yield from _turned(document, dict.fromkeys(kind for _, kind in kinds if len(kind) == 2))
    uses = document.read(self_names)
    lines = _lines_below(document, names) if uses else {}
    for parts, named in voices(document, names):
        same: dict[str, list[re.Match[str]]] = {}
        # What stands above every title belongs to an act whose own was not read.
        top = min(name.span.start for name in named)
        for match in (match for part in parts if _is_own(document, part) for match in uses.get(part, ())):
            if document.read(flow).span(*match.span()).start > top:
                same.setdefault(match["kind"], []).append(match)
        if same:
            below = {kind_of(line) for name in named if (line := lines.get(name.span.end))}
            yield from _called(document, same, kinds_of(named), below - {""})
    yield from _notice_inside(document)


def _is_own(document: Document, part: int) -> bool:
    """Whether a part speaks for the document; an appendix is an instrument of its own."""
    return document.parts[part].kind not in ("appendix", "attachment")


def _lines_below(document: Document, names: Iterable[Named]) -> dict[int, str]:
    """The line right below a title that may be one too, by where the title ends: a page has its own above the act's."""
    ends = {name.span.end for name in names}
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    pairs = [(above.pieces[-1].end, below.text) for above, below in pairwise(paragraphs)]
    return {end: line for end, line in pairs if end in ends and _LINE.match(line)}


def _called(
    document: Document, uses: dict[str, list[re.Match[str]]], kinds: list[tuple[Named, str]], below: set[str]
) -> Findings:
    """The other kinds by which what bears these titles calls itself."""
    own = {kind for _, kind in kinds} | below
    sent = document.head.addressee is not None and document.head.signature is not None
    uses = {kind: same for kind, same in uses.items() if _is_comparable(kind, kinds[0][1])}
    total = sum(len(same) for kind, same in uses.items() if kind.endswith(tuple(own)))
    others = sum(len(same) for same in uses.values()) - total
    for kind, same in uses.items():
        if not kind.endswith(tuple(own)) and not _is_allowed(kind, others, kinds, total, sent):
            name, title = kinds[-1]
            yield _finding(document, same, (name.span, "题名"), {"title": title})
    yield from _mixed(document, {kind: same for kind, same in uses.items() if kind.endswith(tuple(own))})


def _notice_inside(document: Document) -> Findings:
    """本通知 in the act that a notice encloses, which names itself by its own kind elsewhere."""
    if document.parts[0].kind != "letter" or len(document.parts) < 2:
        return
    title = document.parts[1].title
    kind = kind_of(title.text) if title else ""
    uses = document.read(self_names).get(1, ())
    same = [match for match in uses if match["kind"] == "通知"]
    proved = sum(1 for match in uses if match["kind"] == kind) >= _PROVED
    if title and same and proved and kind not in ("", "通知"):
        yield _finding(document, same, (title.span(), "题名"), {"title": kind})


def _is_comparable(kind: str, own: str) -> bool:
    """Whether a kind can be taken for that of the title: 裁定书 for 决定书, 报告 for 请示; a notice may enclose one."""
    if kind == "报告":
        return own in _CLOSES and own != "通知"
    if kind == "决定":  # An act may speak of decisions under it.
        return own in _CLOSES
    if kind == "标准":  # A standard may be titled 规范 or 指南.
        return own not in _GUIDES
    return kind.endswith("书") is own.endswith("书")


def _is_allowed(kind: str, others: int, kinds: list[tuple[Named, str]], total: int, sent: bool) -> bool:
    """Whether another kind may be meant: the letter's 本通知, an act that the title names, a headline not its own.

    ``sent``: the document has an addressee and a signature of its own.
    """
    first, own = kinds[0]
    issued = (first.number is not None or sent) and not first.instrument
    if kind == "通知" and own not in _CLOSES and not issued:
        return True  # the notice that issues an act may stand in another file
    if kind == "标准" and kind in first.title:  # 关于…补贴标准的通知 sets it
        return True
    if any(kind.endswith(named) for named in _KIND.findall(first.title)):
        return total < _DOMINANT * others
    return not total and others > 1 and "关于" not in first.title


def _finding(
    document: Document, same: list[re.Match[str]], against: tuple[Span, str], args: Mapping[str, str]
) -> Finding:
    stream = document.read(flow)
    first, *others = [stream.span(*match.span()) for match in same]
    related = [see(against[0], against[1], "what it should agree with")]
    related += [see(span, "同样的自称", "the same words again") for span in others]
    return Finding(first, {"words": same[0][0], **args}, tuple(related))


def _mixed(document: Document, uses: Mapping[str, list[re.Match[str]]]) -> Findings:
    """One 本细则 among many 本实施细则."""
    stream = document.read(flow)
    forms = sorted(uses.values(), key=len)
    # 制定本实施细则, then 本细则 throughout, is a short form and right.
    short = len(forms) == 2 and len(forms[0][0][0]) < len(forms[1][0][0])
    if short and len(forms[0]) == 1 and len(forms[1]) >= _MANY:
        usual = forms[1][0]
        against = stream.span(*usual.span()), "通常的自称"
        one = _finding(document, forms[0], against, {"usual": usual[0]})
        yield one._replace(severity="note", message="mixed")


def _turned(document: Document, kinds: Iterable[str]) -> Findings:
    """本法办 for 本办法."""
    stream = document.read(flow)
    for kind in kinds:
        words, right = "本" + kind[::-1], "本" + kind
        for at in finds(document.read(own_words), words):
            span = stream.span(at, at + len(words))
            yield Finding(span, {"words": words, "title": right}, fix=mend("unsafe", span, right), message="turned")


def _closing(document: Document, name: Named, kind: str) -> Findings:
    """特此公告 at the end of a 通告."""
    right = next((words for title, words in _CLOSES.items() if kind.endswith(title)), ())
    stream = document.read(flow)
    named = [*_CLOSING.finditer(document.read(own_words))] if right else []
    named += [*_OPENING.finditer(document.read(own_words))] if kind in _OPENED else []
    for match in named:
        part = document.parts[stream.unit_at(match.start()).part]
        if match["kind"] not in right and part is document.parts[0]:
            related = (see(name.span, "题名", "the title"),)
            args = {"words": match[0], "title": kind}
            yield Finding(stream.span(*match.span()), args, related)
    for match in _ASKS.finditer(document.read(own_words)) if kind == "报告" else ():
        if document.parts[stream.unit_at(match.start("words")).part] is document.parts[0]:
            args = {"words": match["words"], "title": kind}
            related = (see(name.span, "题名", "the title"),)
            yield Finding(stream.span(*match.span("words")), args, related, message="asks")
