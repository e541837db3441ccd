"""附录、附件目录中列出的或者正文引用的附录、附件不存在。

依据 文件内部矛盾：文件自己列出、引用的附录应当附在文件中（GB/T 9704-2012 7.3.7：附件应当另面编排，与正文一起装订）。
说明 缺了附录，正文“详见附录”之处落空。目录列出而同一目录的其他附录都在的，缺的就是漏印；
正文引用的序号超出现有附录的，是误引。
限度 目录所列的一个也不在时，附录已在转换中丢失或者另行发布，不报；引用其他文件的附件、“附件3份”一类数量，
不是本文件的附件。附件说明的最后几个附件一个也不在时，可能是刊载时没有附上，属提示。

Summary An appendix that the document lists or refers to is not there.
Basis A contradiction within the text: what a document lists and refers to belongs to it (GB/T 9704-2012 7.3.7).
Why A reference to it leads nowhere. With its neighbours present, one that lacks was left out.
Limits Where none of a list stands, all were lost in conversion or are published apart; appendices of other acts and
quantities such as 附件3份 are none of this document. The last ones of an attachment note may not have been published
with it: a note.
"""

from collections.abc import Sequence

from checks.rf.rf002_appendix_unlisted import unlabelled
from linter.facts.references import (
    AppendixPair,
    Reference,
    announced,
    appendices,
    appendix_pairs,
    appendix_references,
    stands,
)
from linter.kernel.check import (
    Bad,
    Document,
    Finding,
    Findings,
    Good,
    Options,
    Paragraph,
    Related,
    Severity,
    check,
    needs,
    see,
)

_LETTERS = "ABCDEFGH"
_FIGURES = [str(number) for number in range(1, 30)]


@check(
    code="RF001",
    name="appendix-missing",
    severity="error",
    reads=(appendix_pairs, appendix_references),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "{word}“{name}”不存在",
        "en": "the appendix {word} “{name}” is not there",
    },
    examples=(
        Bad(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 目的\n\n为做好防汛工作，制定本预案。\n\n2 附录\n\n"
            "2.1 组织体系图\n\n2.2 [[响应流程图]]\n\n"
            "2.3 联系表\n\n[[~附录2.1]]\n\n组织体系图\n\n附录2.3\n\n联系表\n\n单位\t电话\n市水务局\t2068089\n"
            "市气象局\t2127019\n"
        ),
        Bad(
            "关于开展检查的通知\n\n各区人民政府：\n\n请于5月底前报送情况，统计表见[[附件2]]。\n\n附件：检查情况统计表\n\n"
            "海州市水务局\n2023年4月6日\n\n[[~附件]]\n\n检查情况统计表\n\n请逐项填写。\n"
        ),
        Bad("# 大坝监测导则\n\n## 1 资料\n\n整编格式见[[附录B]]。\n\n## [[~附录A]] 整编格式\n\n应当包括成果表。\n"),
        Bad("关于检查的通知\n\n各区人民政府：\n\n按照附件1填报，汇总表见[[附件3]]。\n\n附件：1.自查表\n\n2.汇总表\n"),
        Good(
            "关于开展检查的通知\n\n各区人民政府：\n\n报送附件3份，附件10万元预算表一并报送，"
            "具体按照《考核办法》附件4执行，见附件1。\n\n"
            "附件1\n\n自查表\n\n请逐项填写。\n\n附件2\n\n汇总表\n\n请逐项汇总。\n"
        ),
        Good(
            "关于转发省厅通知的通知\n\n各区住房城乡建设局：\n\n对照省厅通知附件1排查，按照其附件3建立台账，"
            "自查表见上级通知附件2，海建发〔2021〕8号文件附件4不再使用。\n\n附件：汇总表\n\n海州市住房城乡建设局\n\n"
            "2023年8月3日\n\n附件\n\n汇总表\n\n请逐项填写。\n"
        ),
        Good("关于检查的通知\n\n附件：1.自查表\n\n2.汇总表\n\n附件1\n\n自查表\n\n单位\n\n序\n"),
        Good("关于检查的通知\n\n附件：1.自查表\n\n2.汇总表（网站下载）\n\n附件1\n\n自查表\n\n请逐项填写。\n\n完。\n"),
        Good("附件：\n\n物资管理办法\n\n第一条 本办法自印发之日起施行。\n\n附一：领用申请表\n\n附二：登记表\n"),
        Good("第六条 在车身后部粘贴统一式样的实习标志（附件3）。\n\n第七条 车辆类型见附件1。\n"),
    ),
)
def appendix_missing(document: Document, options: Options) -> Findings:
    """One finding a listed or named appendix that is nowhere, with a neighbour that stands."""
    references = document.read(appendix_references)
    told: set[tuple[str, str]] = set()
    pairs = document.read(appendix_pairs)
    for pair in pairs:
        one = pair.listed
        if (
            pair.appendix
            or _is_cut_off(document, pair, pairs)
            or stands(document, one.word, one.number)
            or unlabelled(document, one)
        ):
            told.add((one.word, one.number))
            continue
        told.add((one.word, one.number))
        named = [reference for reference in references if (reference.word, reference.number) == (one.word, one.number)]
        args = {"word": one.word + one.number, "name": one.title}
        severity: Severity | None = "note" if one.source == "note" and not _is_followed(pair, pairs) else None
        yield Finding(one.span, args, _related(document, one.word, named), severity=severity)
    for reference in references:
        key = (reference.word, reference.number)
        if key not in told and _is_dangling(document, reference):
            told.add(key)
            args = {"word": reference.word, "name": reference.word + reference.number}
            related = _related(document, reference.word, [])
            # Beside a single appendix the others may be published apart.
            yield Finding(reference.span, args, related, severity=None if len(related) > 1 else "warning")


def _is_followed(pair: AppendixPair, pairs: Sequence[AppendixPair]) -> bool:
    """Whether one that is listed behind an appendix stands."""
    word, source = pair.listed.word, pair.listed.source
    behind = [one for one in pairs if (one.listed.word, one.listed.source) == (word, source)]
    return any(one.appendix for one in behind[behind.index(pair) :])


def _is_cut_off(document: Document, pair: AppendixPair, pairs: Sequence[AppendixPair]) -> bool:
    """Whether the text breaks off before an appendix: none listed behind it stands, and the last words are no end."""
    last = document.blocks[-1] if document.blocks else None
    return not _is_followed(pair, pairs) and isinstance(last, Paragraph) and last.text[-1] not in "。;.!?)”》:"


def _is_dangling(document: Document, reference: Reference) -> bool:
    """Whether a number is named that is none of several numbered appendices of its kind, or the only one has none."""
    numbers = {one.number for one in document.read(appendices) if one.word == reference.word and one.number}
    listed = {one.number for one in document.read(announced) if one.word == reference.word and one.number}
    if reference.number in numbers | listed:
        return False
    alone = reference.number != "1" and _is_only_one(document, reference.word)
    if len(numbers) < 2 and not alone and not _is_beyond(reference.number, numbers | listed):
        return False
    return not stands(document, reference.word, reference.number)


def _is_beyond(number: str, known: set[str]) -> bool:
    """Whether a number lies behind those that stand or are announced, which count from the first: 附录C beside A, B."""
    series = _LETTERS if number in _LETTERS else _FIGURES
    return bool(known) and known == {*series[: len(known)]} and number in series[len(known) :]


def _is_only_one(document: Document, word: str) -> bool:
    """Whether a note announces one appendix without a number, and it stands."""
    noted = [one for one in document.read(announced) if one.word == word]
    standing = [one for one in document.read(appendices) if one.word == word]
    return len(noted) == len(standing) == 1 and not noted[0].number and not standing[0].number


def _related(document: Document, word: str, named: list[Reference]) -> tuple[Related, ...]:
    found = [see(one.span, "引用它的地方", "where it is referred to") for one in named]
    near = [one for one in document.read(appendices) if one.word == word]
    found += [see(one.label_span, "现有的附录", "an appendix that stands") for one in near[:6]]
    return tuple(found)
