"""简称先用后声明。

依据 文件内部：“以下简称”应当写在第一次使用之前。
说明 读者先遇到没有解释过的简称，到后文才知道指谁。
限度 只看单位、机构一类的简称，写在全称之后括号里的简称（市通信发展管理办公室（市通管办））也算声明；
标题和目录里出现的、印发通知和公布令里出现的不算；只往前看二十万字；属提示。

Summary A short form is used before it is declared.
Basis Internal: 以下简称 belongs before the first use.
Why Readers meet a name that is explained only later.
Limits Names of bodies and headquarters only; a short form alone in brackets behind its full name is declared, too;
headings do not count, nor does the letter or order that issues the act; looks back over 200,000 characters.
"""

from bisect import bisect_right

from linter.facts.base import own_words
from linter.facts.bodies import Abbreviation, abbreviations, bracketed_shorts, is_body, running_text
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, see

# A file of one huge document must not be searched from its beginning for each short form.
_BACK = 200_000
# Ends of short forms that name a body by its kind.
_KINDS = ("机构", "部门")
_BEFORE = frozenset("由在对向经与为和及按据将至报是,;:。、(“《\n ")


@check(
    code="OR002",
    name="abbreviation-late",
    severity="note",
    reads=(abbreviations, bracketed_shorts, own_words, running_text),
    message={
        "zh": "简称“{short}”在声明之前已经使用。",
        "en": "the short form “{short}” is used before it is declared.",
    },
    examples=(
        Bad(
            "第一条 全市防汛工作由[[市防汛指挥部]]统一指挥。\n\n"
            "第二条 市人民政府设立滨海市防汛抗旱指挥部(以下简称[[~市防汛指挥部]])。\n\n"
            "第三条 市防汛指挥部负责全市防汛工作。"
        ),
        Bad(
            "第一条 居民参保的，[[经办机构]]按照标准扣除。\n\n"
            "第二条 诚信评价适用于医疗保险经办机构（含服务站，以下简称：[[~经办机构]]）。\n\n"
            "第三条 经办机构应当公布结果。\n"
        ),
        Good(
            "海州市人民政府令\n\n第94号\n\n《海州市文件管理规定》已经市政府常务会议审议通过，现予发布。\n\n"
            "市长 张某\n\n2000年10月20日\n\n海州市文件管理规定\n\n第一条 为加强海州市人民政府"
            "（以下简称市政府）文件的管理，制定本规定。\n\n第二条 市政府应当公布文件。\n"
        ),
        Good("一、市通信发展管理办公室（市通管办）：组织清理。\n\n二、市通管办汇总进度。\n"),
        Good(
            "2.1 市指挥部组成\n\n成立滨海市防汛抗旱指挥部(以下简称市指挥部)，统一指挥。\n\n2.2 市指挥部办公室\n\n"
            "市指挥部下设办公室。"
        ),
    ),
)
def abbreviation_late(document: Document, _options: Options) -> Findings:
    """The first use of each short form that stands before its declaration."""
    told = set()
    for one in (*document.read(abbreviations), *document.read(bracketed_shorts)):
        if len(one.short) > 2 and one.short not in told and (is_body(one.short) or one.short.endswith(_KINDS)):
            told.add(one.short)
            span = _early(document, one)
            if span:
                place = see(one.short_span, "声明简称之处", "the declaration")
                yield Finding(span, {"short": one.short}, (place,))


def _early(document: Document, one: Abbreviation) -> Span | None:
    # Of the same length: a title or a clause that is quoted uses no short form.
    text, starts = document.read(own_words), document.read(running_text).starts
    at = text.find(one.short, max(0, one.start - _BACK), one.start)
    while at >= 0:
        index = bisect_right(starts, at) - 1
        paragraph = document.paragraphs[index]
        heading = len(paragraph) < 40 and paragraph.text[-1] not in "。;:,"
        if not heading and (at == 0 or text[at - 1] in _BEFORE):
            start = at - starts[index]
            span = paragraph.span(start, start + len(one.short))
            if not _is_before_act(document, span.start, one.short_span.start):
                return span
        at = text.find(one.short, at + 1, one.start)
    return None


def _is_before_act(document: Document, use: int, declaration: int) -> bool:
    """Whether a use stands in the letter or order that issues an act: it does not wait for what the act declares."""
    part = document.part_at(declaration)
    if document.part_at(use) is not part:
        return True
    mine = [one for one in document.sections if one.mark.scheme == "article" and document.parts[one.part] is part]
    first = mine[0].span.start if mine else None
    return first is not None and use < first <= declaration
