"""一期公报中两份文件用同一字号，或者字号的年份与成文日期的年份不同。

依据 文件内部矛盾：发文字号由发文机关代字、年份、发文顺序号组成，一号一文（条例第九条第五项）。
说明 两份文件同号，或者年份与落款不符，字号必有一错。
引用、废止的文件，字号的年份也不会晚于成文日期。
限度 一月成文、用上年字号的只作提示；没有认出落款日期的不看。

Summary Two notices of an issue bear one number, or the year of a number is not that of the date.
Basis A contradiction within the text: a number is made of agency code, year and serial number, one for each document.
Why One of the two numbers, or the number or the date, is wrong.
A document that is cited or repealed is of no later year than the date, either.
Limits A number of last year on a document of January is a note only; without a date nothing is compared.
"""

from linter.facts.base import signature_date
from linter.facts.references import NumberUse, document_numbers, head_number
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Issue, Options, check, needs, see
from linter.language import lazy

# 根据…〔2022〕3号修改: what was put in later.
_AMENDED = lazy("修[正订改]")
_WHOLE = 4


@check(
    code="TN006",
    name="number-sequence",
    severity="error",
    scope="issue",
    needs=needs("lines"),
    message={
        "zh": "发文字号“{number}”与“{other}”不符",
        "en": "document number “{number}” does not agree with “{other}”",
    },
    examples=(
        Bad(
            "海州市人社局关于发布2024年最低工资标准的通知\n\n海人社发〔2024〕5号\n\n各区人社局：\n\n"
            "《关于调整最低工资标准的通知》（[[海人社发〔2025〕44号]]）同时废止。\n\n海州市人社局\n[[~2024年2月5日]]\n"
        ),
        Bad(
            "海州市人民政府关于印发防汛预案的通知\n\n[[~海政发〔2021〕3号]]\n\n各区人民政府：\n\n现印发给你们。\n\n"
            "海州市人民政府\n2021年5月6日\n\n"
            "海州市人民政府关于加强养老服务的意见\n\n[[海政发〔2021〕3号]]\n\n各区人民政府：\n\n现提出如下意见。\n"
        ),
        Bad(
            "海州市人民政府关于做好防汛工作的通知\n\n[[海政发〔2012〕3号]]\n\n各区人民政府：\n\n现通知如下。\n\n"
            "海州市人民政府\n\n[[~2021年5月6日]]\n"
        ),
        Good(
            "海州市人民政府关于做好防汛工作的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n现通知如下。\n\n"
            "海州市人民政府\n\n2021年5月6日\n"
        ),
    ),
)
def number_sequence(issue: Issue, options: Options) -> Findings:
    """One finding a notice whose number is taken, or is of another year than its date."""
    known: dict[tuple[str, int, int], NumberUse] = {}
    for document in issue.documents:
        number = head_number(document)
        if number is None:
            continue
        first = known.setdefault(number.key, number)
        if first is not number:
            args = {"number": number.text, "other": first.text}
            yield Finding(number.span, args, (see(first.span, "另一份文件的字号", "the number of another document"),))
        yield from _year(document, number)
    yield from _ahead(issue)


def _ahead(issue: Issue) -> Findings:
    """Numbers of a later year than that in which a letter was signed; a note on amendments may name such."""
    text = issue.text.normal
    for use in issue.read(document_numbers):
        document = issue.document_at(use.span.start)
        letter = document.parts[0] if document and document.parts else None
        date = document.read(signature_date) if document and letter and letter.kind == "letter" else None
        later = date and date.full and len(use.year) == _WHOLE and date.key[0] < int(use.year)
        if document and letter and date and later and letter.span.start <= use.span.start < date.span.start:
            own = head_number(document)
            line = text.rfind("\n", 0, use.span.start) + 1
            if not _AMENDED.search(text, line, use.span.end) and (own is None or own.span != use.span):
                args = {"number": use.text, "other": date.words}
                related = (see(date.span, "成文日期", "the date of the document"),)
                yield Finding(use.span, args, related, severity="warning")


def _year(document: Document, number: NumberUse) -> Findings:
    date = document.read(signature_date)
    if date is None or date.year in (None, int(number.year)) or len(number.year) != 4:
        return
    late = date.month == 1 and date.year == int(number.year) + 1
    related = see(date.span, "成文日期", "the date of the document")
    args = {"number": number.text, "other": date.words}
    yield Finding(number.span, args, (related,), severity="note" if late else None)
