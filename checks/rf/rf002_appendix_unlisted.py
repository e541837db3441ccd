"""附录、附件没有列入目录，或者缺少自己的标识。

依据 文件内部矛盾：附录目录（附件说明）与所附各件逐一对应；
GB/T 9704-2012 7.3.7：“附件”二字及附件顺序号编排在版心左上角第一行。
说明 目录列了题名，正文有这个题名却没有“附录9.7”的标识，引用时找不到；有标识而目录没有列，读者不知道还有这一件；
题名排在标识之前、与其余附录相反的，作提示。
限度 目录只列了一部分、附录又没有序号的，不比较。

Summary An appendix stands without its label, or is not on the list of appendices.
Basis A contradiction within the text: list and appendices agree; GB/T 9704-2012 7.3.7 puts 附件 and its number on top.
Why Without its label a reference does not find it; unlisted, nobody knows of it. A title that stands before
its label, unlike the others, is a note.
Limits Appendices without numbers are not compared.
"""

from linter.facts.references import ListedAppendix, announced, appendices, appendix_pairs, key, stands
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, check, needs, see


@check(
    code="RF002",
    name="appendix-unlisted",
    severity="warning",
    reads=(appendix_pairs,),
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "“{title}”没有列入目录",
        "en": "“{title}” is not on the list of appendices",
    },
    messages={
        "unlabelled": {
            "zh": "“{title}”没有“{label}”的标识",
            "en": "“{title}” stands without its label “{label}”",
        },
        "turned": {
            "zh": "“{title}”排在标识“{label}”之前",
            "en": "“{title}” stands before its label “{label}”",
        },
    },
    examples=(
        Bad(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 目的\n\n为做好防汛工作，制定本预案。\n\n2 附录\n\n"
            "2.1 组织体系图\n\n2.2 [[~响应流程图]]\n\n"
            "附录2.1\n\n组织体系图\n\n见图。\n\n[[响应流程图]]\n\n见图。\n"
        ),
        Bad(
            "关于开展检查的通知\n\n各区人民政府：\n\n请认真执行。\n\n附件：1.[[~自查表]]\n\n2.[[~汇总表]]\n\n"
            "海州市教育局\n2021年5月6日\n\n"
            "附件1\n\n自查表\n\n请逐项填写。\n\n附件2\n\n汇总表\n\n请逐项汇总。\n\n[[附件3]]\n\n评分表\n\n"
            "请逐项评分。\n"
        ),
        Bad(
            "海州市防汛应急预案\n\n1 总则\n\n1.1 目的\n\n为做好防汛工作，制定本预案。\n\n[[组织体系图]]\n\n\n"
            "[[~附录1]]\n\n"
            "级别\t标准\n一级\t30人以上\n\n"
            "附录2\n\n响应流程图\n\n见图。\n\n附录3\n\n联系表\n\n见表。\n"
        ),
        Good(
            "关于印发手册的通知\n\n各区人民政府：\n\n请认真执行。\n\n附件：1.监测方案\n\n2.采样策略\n\n海州市卫生局\n2021年5月6日\n\n"
            "附件1\n\n监测方案\n\n见表。\n\n附件：1-1.个案表\n\n附件1-1\n\n个案表\n\n姓名。\n\n附件2\n\n采样策略\n\n每日采样。\n"
        ),
    ),
)
def appendix_unlisted(document: Document, options: Options) -> Findings:
    """One finding an appendix without a label, and one an appendix that is not on the list."""
    pairs = document.read(appendix_pairs)
    for pair in pairs:
        listed = pair.listed
        known = pair.appendix or stands(document, listed.word, listed.number)
        found = None if known else unlabelled(document, listed)
        if found:
            label = listed.word + listed.number
            related = (see(listed.span, "目录所列", "as listed"),)
            args = {"title": "".join(found.text.split()), "label": label}
            yield Finding(found.span(), args, related, message="unlabelled")
    yield from _unlisted(document)
    yield from _turned(document)


def _turned(document: Document) -> Findings:
    """Titles that stand before their label where most appendices have the label first."""
    titled = [one for one in document.read(appendices) if one.title and one.title_span != one.label_span]
    turned = [one for one in titled if one.title_span.end <= one.label_span.start]
    for one in turned if len(turned) * 2 < len(titled) else ():
        label = one.word + one.number
        related = (see(one.label_span, "它的标识", "its label"),)
        args = {"title": one.title, "label": label}
        yield Finding(one.title_span, args, related, severity="note", message="turned")


def _unlisted(document: Document) -> Findings:
    entries = document.read(announced)
    matched = {(pair.listed.source, pair.listed.word) for pair in document.read(appendix_pairs)}
    for word in {word for _, word in matched}:
        same = [one for one in entries if one.word == word]
        numbers = {one.number for one in same}
        related = tuple(see(one.span, "目录所列", "as listed") for one in same[:8])
        for one in document.read(appendices):
            if one.word == word and one.number and len(numbers) > 1 and not _is_listed(one.number, numbers):
                yield Finding(one.label_span, {"title": word + one.number}, related)


def _is_listed(number: str, numbers: set[str]) -> bool:
    """Whether a number is on the list, or that of the attachment it belongs to is (附件2-1 of 附件2)."""
    return number in numbers or any(number.startswith((one + "-", one + ".")) for one in numbers)


def unlabelled(document: Document, listed: ListedAppendix) -> Paragraph | None:
    """The paragraph behind the list that is a listed title and nothing else, where no label stands."""
    wanted = key(listed.title)
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph) and block.pieces[0].start > listed.span.end and key(block.text) == wanted:
                return block
    return None
