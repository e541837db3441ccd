"""表格中有两行、列项中有两项内容完全相同。

依据 文件内部矛盾：清单、目录类表格的每一行各是一项，重复的一行使项数、序号失真。
说明 重复行多是复制后忘了改，原本该有的一项因此缺失。
限度 序号列不计；只有一个单元格有字的行（合并单元格下的子项），只在同一组内比较；合计、小计等行和不足6个字的行不报。
隔开的两行没有自己的名称（几列都是街道、类别），隔开的两个短的列项（流程中重复的步骤），可能本来就有两次，属提示。

Summary Two rows of a table, or two items of a list, are the same.
Basis Internal contradiction: each row of a list is one entry; a double makes counts and numbers wrong.
Why It was usually copied and not changed, so that another entry is missing.
Limits The column of serial numbers is ignored; sub-items under a merged cell are compared within their group only.
Rows apart that have no name of their own (streets, kinds), and short items apart (steps of a procedure), are a note.
"""

from collections import Counter

from linter.kernel.check import (
    Bad,
    Document,
    Finding,
    Findings,
    Good,
    Options,
    Section,
    Severity,
    Span,
    check,
    needs,
    see,
)
from linter.language import lazy
from linter.structure import Cell, Row, Table

_SERIAL = lazy(r"[\d.()、\-]*$|[一二三四五六七八九十]+$")
# To be filled in: a date without its figures, a line, a box.
_BLANK = lazy(r"年 {0,8}月 {0,8}日|_{2,}|□")
_TOTAL = lazy(r"[合小总共]计|备注|注:|单位:")
_SHORTEST = 6
# A row with a telephone number belongs to one office.
_NUMBER = lazy(r"(?<![\d.])\d{3,4}-\d{7,8}(?!\d)")
# So many cells of figures are not alike by chance in two rows, one below the other.
_FIGURES = 4
# More doubles than this in one table are its layout (a comparison of two texts), not slips.
_MANY = 3
_ITEMS = ("chinese-paren", "arabic", "arabic-paren", "circled")
# Shorter items (其他) may stand twice.
_LEAST = 8
# Shorter items that are apart may be the steps of a procedure, which come round again.
_OWN_WORDS = 20
# Words of this length that no third row has are the name of one entry; shorter ones are a street, a kind, an office.
_NAME = 8


@check(
    code="LS005",
    name="duplicate-row",
    severity="error",
    needs=needs("lines", "tables", silent=("form",)),
    message={
        "zh": "“{words}”与前面的一行或者一项完全相同。",
        "en": "“{words}” repeats an earlier row or item.",
    },
    examples=(
        Bad(
            "一、事项清单\n\n序号\t事项名称\t责任单位\n1\t排污许可证核发\t市生态环境局\n"
            "2\t[[~取水许可审批]]\t市水利局\n"
            "3\t[[取水许可审批]]\t市水利局\n4\t建设工程规划许可\t市自然资源局"
        ),
        Bad(
            "序号\t事项\t子项\n27\t内资企业变更登记\t股份有限公司变更\n\t\t[[~一人有限责任公司变更为股东多人]]\n"
            "\t\t[[一人有限责任公司变更为股东多人]]\n28\t内资企业注销登记\t股份有限公司注销"
        ),
        Bad(
            "有下列情形之一的，不得评为优秀等次：\n\n（1）发生重大食品安全事故的；\n\n（2）[[~瞒报、谎报食品安全事故的]]；\n\n"
            "（3）[[瞒报、谎报食品安全事故的]]。\n"
        ),
        Bad("单位\t值班电话\n[[~市公安局]]\t0000-6010021\n[[市公安局]]\t0000-6010021\n市民政局\t0000-2299291\n"),
        Bad(
            "省份\t招生\t甲校\t乙校\t丙校\n[[~江西]]\t70\t40\t20\t10\n[[江西]]\t70\t40\t20\t10\n山东\t60\t30\t20\t10\n"
        ),
        Good(
            "报名材料附表\n\n考生确认签名\t甲\n签字确认日期\t2021年   月   日\n"
            "家长确认签名\t乙\n签字确认日期\t2021年   月   日\n"
        ),
        Bad(
            "案件统计\n\n序号\t街道\t案由\t结果\n1\t[[~城东街道]]\t未经许可占道经营\t罚款二千元\n"
            "2\t城西街道\t未经许可占道经营\t限期改正\n3\t[[城东街道]]\t未经许可占道经营\t罚款二千元\n",
        ),
        Bad(
            "一、审批流程\n\n（一）[[~承办科室审核并提出意见]]；\n\n（二）分管负责人签署意见；\n\n"
            "（三）[[承办科室审核并提出意见]]；\n\n（四）主要负责人签发。\n",
        ),
    ),
)
def duplicate_row(document: Document, _options: Options) -> Findings:
    """Each row that repeats an earlier one of its table or group, and each item that repeats one of its list."""
    for table in document.tables:
        yield from _doubles(table)
    yield from _items(document)


def _items(document: Document) -> Findings:
    """Items of one list with the same words; two such in one list are a slip, more a form to be filled in."""
    for items in _lists(document):
        found: list[Finding] = []
        seen: dict[str, Section] = {}
        above: Section | None = None
        for one in items:
            before, above = above, one
            words = one.heading.text[len(one.mark.text) :].strip(" 。;,")
            if len(words) < _LEAST:
                continue
            earlier = seen.setdefault(words, one)
            if earlier is not one:
                related = (see(_place(earlier, words), "前面的一项", "the earlier item"),)
                apart = earlier is not before and len(words) < _OWN_WORDS
                found.append(Finding(_place(one, words), {"words": words}, related, severity="note" if apart else None))
        if len(found) == 1:
            yield found[0]


def _place(item: Section, words: str) -> Span:
    start = item.heading.text.find(words, len(item.mark.text))
    return item.heading.span(start, start + len(words))


def _lists(document: Document) -> list[list[Section]]:
    """Runs of leaves under one heading, numbered upwards."""
    runs: list[list[Section]] = []
    last: dict[tuple[int, int, str], list[Section]] = {}
    for section in document.sections:
        if section.mark.scheme not in _ITEMS or section.children or section.body:
            continue
        key = (section.part, section.parent, section.mark.scheme)
        run = last.get(key)
        if run is None or section.mark.value <= run[-1].mark.value:
            run = last[key] = []
            runs.append(run)
        run.append(section)
    return runs


def _doubles(table: Table) -> list[Finding]:
    seen: dict[tuple[object, ...], Row] = {}
    found = []
    often = Counter(cell.text for row in table.rows for cell in row.cells if len(cell.text) >= _NAME)
    group = 0
    above: Row | None = None
    over: list[tuple[int, str]] = []
    for row in table.rows:
        filled = [(at, cell.text) for at, cell in enumerate(row.cells) if cell.paragraphs]
        if not filled:
            continue
        whole = filled[0][0] == 0
        group += whole
        content = tuple(filled[1:] if whole and _SERIAL.match(filled[0][1]) else filled)
        # A row of its own is complete; sub-items belong to the row that opened their group, and to the cells that stand
        # over the empty ones before them.
        over = [(at, words) for at, words in over if at < filled[0][0]]
        earlier = seen.setdefault((content, *((0,) if whole else (group, *over))), row)
        over += filled
        if earlier is not row and (_tells(table, filled, content) or (earlier is above and _figures(content))):
            named = earlier is above or any(often[words] == 2 for _, words in content)
            found.append(_finding(earlier, row, None if named else "note"))
        above = row
    return found if len(found) <= max(_MANY, len(table.rows) // 20) else []


def _tells(table: Table, filled: list[tuple[int, str]], content: tuple[tuple[int, str], ...]) -> bool:
    """Whether a row says something of its own: no heading, sum, sentence, nor a few characters."""
    words = "\t".join([text for _, text in content])
    telling = sum(map("一".__le__, words)) >= _SHORTEST or _NUMBER.search(words) is not None
    if not telling or _TOTAL.search(words) or _BLANK.search(words) or content == _headings(table):
        return False
    return len(filled) > 1 or (bool(table.header) and filled[0][0] > 0 and "。" not in words)


def _figures(content: tuple[tuple[int, str], ...]) -> bool:
    """Whether a row is one of figures; such a row right below its equal is no coincidence."""
    named = content[0][1] if content else ""
    return (
        len(named) > 1
        and not _TOTAL.search(named)
        and sum(text[0].isdigit() for _, text in content[1:] if text) >= _FIGURES
    )


def _headings(table: Table) -> tuple[tuple[int, str], ...]:
    return tuple((at, cell.text) for at, cell in enumerate(table.header) if cell.text)


def _finding(earlier: Row, row: Row, severity: Severity | None) -> Finding:
    cell = _first(row)
    return Finding(
        _span(cell),
        {"words": cell.text},
        related=(see(_span(_first(earlier)), "前面的一行", "the earlier row"),),
        severity=severity,
    )


def _first(row: Row) -> Cell:
    """The first cell that is not a serial number."""
    filled = [cell for cell in row.cells if cell.text]
    return next((cell for cell in filled if not _SERIAL.match(cell.text)), filled[0])


def _span(cell: Cell) -> Span:
    return Span(cell.paragraphs[0].span().start, cell.paragraphs[-1].span().end)
