"""同一份文件里，同一种符号有两种写法。

依据 文件自身：括号前后两半一样宽，点号、括号、数字、百分号、范围号、单书名号、引号全文用一种写法。
说明 “(绩效）”“60%至80％”“3-5年”与“3～5年”并存，多是几份文稿拼接、输入法切换留下的，排版后宽窄不一，检索也会漏掉。
限度 只看两种写法并存的（书名号里面的“<”除外，法规的修正说明不看），取标准不用的或者少数的一种
报一处，其余列为相关位置；年份的起止（2021—2025年）不看。
汉字之间的半角点号、括号，一种几处、全角的多几倍、又不到全部点号的十二分之一才报，再多是转换所致。

Summary One document writes a mark in two forms.
Basis The document itself: both halves of a bracket take one width, and stops, figures, %, ranges, quotes one form.
Why (绩效）, 60%至80％, 3-5年 beside 3～5年 come from pasted and retyped drafts; search misses one of them.
Limits Only where both forms stand, one finding a mark at the form against the standard or the rarer; no years;
< within 《》 by itself, but not in what tells how an act was amended.
Of half-width stops and brackets between Chinese words a few a kind, under a twelfth of all stops of the text.
"""

from unicodedata import normalize

from linter.facts.wording import MarkForm, mixed_forms
from linter.kernel.check import (
    Bad,
    Document,
    Edit,
    Finding,
    Findings,
    Fix,
    Good,
    Label,
    Options,
    Span,
    check,
    needs,
    see,
)
from linter.language import lazy, vocabulary

# More related places than this tell a reader nothing new.
_CAP = 40
# Width of the bracket that a message quotes whole; of the words on each side of another mark, and of what is cut into
# words for that, in characters.
_SHOWN, _BESIDE, _AROUND = 20, 7, 16
_MESSAGES = {"bracket": "bracket", **dict.fromkeys(("comma", "semicolon", "colon", "label", "pair"), "width")}
_MESSAGES["year"] = "year"
# Marks with a partner elsewhere, and those that each stand for themselves.
_UNMENDED = frozenset(("quotation", "title", "year", "letter"))
_MARK = lazy("[,;:，。；：！？\\s]")


@check(
    code="FM025",
    name="form-mixed",
    severity="note",
    reads=(mixed_forms,),
    needs=needs("marks", script="simplified"),
    message={
        "zh": "“{words}”的写法全文共{few}处，另有{many}处写作“{other}”",
        "en": "“{words}” is the form of {few:# place|# places}, “{other}” that of {many}",
    },
    messages={
        "width": {
            "zh": "“{words}”用了半角标点，全文共{few}处，另有{many}处用全角",
            "en": "the mark of “{words}” is half-width ({few:# place|# places}), full-width in {many}",
        },
        "year": {
            "zh": "“{words}”的年份括在形近的“﹝﹞”里，应为“〔〕”{few:|（共#处）}，另有{many}处写作“{other}”",
            "en": "the year of “{words}” stands in look-alikes of 〔〕{few:| (# places)}; {many} read “{other}”",
        },
        "inner": {
            "zh": "书名号里面的“{words}”用了小于号、大于号{few:|（共#处）}，应用单书名号“〈〉”",
            "en": "the title within a title “{words}” stands in < and >{few:| (# places)}; single title marks are 〈〉",
        },
        "bracket": {
            "zh": "“{words}”的括号一半全角、一半半角{few:|（共#处）}",
            "en": "one half of the brackets of “{words}” is full-width, the other half-width{few:| (# places)}",
        },
    },
    examples=(
        Bad(
            "实施方案[[(试行）]]\n\n一、分值（10分）按季度计算。\n\n二、见附表（略）。\n",
            fixed="实施方案（试行）\n\n一、分值（10分）按季度计算。\n\n二、见附表（略）。\n",
        ),
        Bad(
            "第二条 处40[[~%]]至60%的罚款；逾期的，处60%至80[[％]]的罚款。\n",
            fixed="第二条 处40%至60%的罚款；逾期的，处60%至80%的罚款。\n",
        ),
        Bad("一、用3[[~～]]5年时间建成，每年增加1～3个百分点。\n\n二、再用3[[-]]5年时间提升。\n"),
        Bad("一、按照《关于印发[[~〈]]供水办法〉的通知》和《关于印发[[<]]排水办法>的通知》执行。\n"),
        Bad(
            "第三条 [[~10]]日内公示，20日内答复，2014年3月1日前完成。\n\n第四条 [[５]]个工作日内缴纳100元。\n",
            fixed="第三条 10日内公示，20日内答复，2014年3月1日前完成。\n\n第四条 5个工作日内缴纳100元。\n",
        ),
        Bad("一、按照《关于印发[[<]]供水办法>的通知》和《关于转发[[~<]]排水办法>的通知》执行；当5<水位>3时停用。\n"),
        Bad('一、完善[["]]四个到位"，落实[[~"]]一河一策"。\n\n二、实行[[~“]]一户一表”。\n'),
        Bad(
            "第三条 市水务局负责供水[[,]]市财政局负责经费。\n\n"
            + "第四条 各区、县照此执行，每年报告，按季公示。\n\n" * 7
            + "第九条 附则见目录[[(附2)]]。\n\n"
            + "第十条 名单（附1）存档（略）。\n\n" * 7,
        ),
        Bad(
            "第三条 有下列情形的，不予受理：\n\n"
            + "（一）材料不全的；\n\n" * 13
            + "（二）推诿拖延的[[;]]\n\n（三）其他情形。\n"
        ),
        Bad("按照《甲办法》（发改〔2020〕100号）和《乙办法》（发改[[﹝]]2020﹞101号）执行。\n"),
        Bad("三、达到【Ａ】的应当符合“[[B]]”，达到【Ｂ】的应当符合“Ｃ”。\n"),
        Bad(
            "第三条 有下列情形之一的[[:]]\n\n（一）材料不全的；\n\n（二）推诿拖延的。\n\n"
            + "第四条 各区、县照此执行，每年报告，按季公示：\n\n（一）报送材料；\n\n（二）公布结果。\n\n" * 3
        ),
        Good(
            "第三条 有下列情形之一的:\n\n（一）材料不全的；\n\n（二）推诿拖延的。\n\n"
            + "第四条 照此执行：\n\n（一）报送材料。\n\n" * 3
        ),
        Good("云溪市供水办法\n\n（根据《关于修改<供水办法>的决定》修正）\n\n第一条 加强供水管理。\n"),
        Good("第三条 ５日内公示，３日内答复，2014年3月1日前完成。\n\n１．缴纳100元。\n\n２．缴纳20元。\n"),
        Good(
            "实施方案（试行）\n\n一、2021-2025年，用3～5年时间，把比例提高到40%～60%，拨打0356-2198496咨询。\n\n"
            "二、指标（见GB/T 9704-2012）按照《关于印发〈供水办法〉的通知》执行，推进“一户一表”。\n"
        ),
    ),
)
def form_mixed(document: Document, options: Options) -> Findings:
    """One finding a mark, at the first of the form that should give way."""
    for few, many in document.read(mixed_forms):
        related = [see(use.span, "另一种写法", "the other form") for use in many[:1]]
        related += [see(use.span, "同样的写法", "written the same") for use in few[1:_CAP]]
        args = {"words": _words(document, few[0]), "few": len(few), "many": len(many)}
        args["other"] = _words(document, many[0]) if many else ""
        message = _MESSAGES.get(few[0].kind, "") if many else "inner"
        fix = _fix(document, few, many[0]) if many else None
        yield Finding(few[0].span, args, tuple(related), fix, message=message)


def _words(document: Document, use: MarkForm) -> str:
    """The words in which a mark stands: whole ones, of its own clause; of a long bracket both ends."""
    start, end = use.span
    raw = document.text.shown
    if use.kind in ("bracket", "pair"):
        inner = raw[start:end]
        return inner if len(inner) <= _SHOWN else f"{inner[: _SHOWN // 2]}…{inner[-_SHOWN // 2 :]}"
    before = _MARK.split(raw[max(0, start - _AROUND) : start])[-1]
    behind = _MARK.split(raw[end : end + _AROUND])[0]
    words = before + raw[start:end] + behind
    first, last = len(before), len(words) - len(behind)
    seams = {first, last, *vocabulary.seams(words)}
    return words[min(at for at in seams if at >= first - _BESIDE) : max(at for at in seams if at <= last + _BESIDE)]


def _fix(document: Document, few: tuple[MarkForm, ...], other: MarkForm) -> Fix | None:
    """Write the common form; both halves of brackets full-width. What has a partner elsewhere is left to the writer."""
    raw = document.text.shown
    if few[0].kind in _UNMENDED:
        return None
    edits = []
    for use in few:
        start, end = use.span
        if use.kind == "pair":
            edits += [Edit(Span(start, start + 1), "（"), Edit(Span(end - 1, end), "）")]
        elif use.kind == "bracket":
            half = start if raw[start] == "(" else end - 1
            edits.append(Edit(Span(half, half + 1), "（" if half == start else "）"))
        elif use.kind == "figure":
            edits.append(Edit(use.span, normalize("NFKC", raw[slice(*use.span)])))
        else:
            edits.append(Edit(use.span, raw[other.span.start : other.span.end]))
    return Fix("safe", tuple(edits), Label("改为一种写法", "write one form"))
