"""目录与正文不符：题名、发文字号、顺序或者页码。

依据 文件内部矛盾：公报目录的题名、发文字号与正文各件一致，顺序相同，页码依次增大。
说明 目录题名被截断、字号不同，读者按目录找不到文件。目录条目先按发文字号与正文对应，再按题名对应；
单独一部法规的目录与各章标题比较。
限度 题名中的空格、断行、书名号和引号不计；正文中找不到对应文件时，只在字号也不出现时报；没有目录的文件不看。

Summary The table of contents and the text differ: title, document number, order or page.
Basis A contradiction within the issue: contents and notices agree, in one order, with pages that do not fall.
Why A truncated title or another number leads a reader to no document.
Limits Chapters of a lone law are compared by number. Spaces, line breaks and title marks do not count;
a missing notice is told only if its number occurs nowhere.
"""

from collections.abc import Iterator
from itertools import pairwise

from linter.facts.references import Chapter, NumberUse, head_number, key, law_contents, numbers_in, same_title, similar
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Issue, Label, Options, check, needs, see
from linter.structure import ContentsEntry

# What looks like a page beyond this is a year at the end of a title.
_PAGES = 1000
_FRONT = "海州市人民政府公报\n\n2021年第5期\n\n目 录\n\n"
_FIRST = "海州市人民政府关于印发防汛应急预案的通知\n\n海政发〔2021〕3号\n\n各区人民政府：\n\n现印发给你们，请执行。\n\n"
_SECOND = "海州市人民政府关于加强养老服务的意见\n\n海政发〔2021〕4号\n\n各区人民政府：\n\n现提出如下意见。\n"


# In what contents and text can differ.
_ASPECTS = {
    "chapters": Label("章", "the chapters"),
    "heading": Label("标题", "a heading"),
    "title": Label("题名", "the title"),
    "number": Label("发文字号", "the document number"),
    "notices": Label("件数", "the notices"),
    "page": Label("页码", "the page"),
    "order": Label("顺序", "the order"),
}


@check(
    code="TN004",
    name="contents-title",
    severity="error",
    scope="issue",
    needs=needs("lines"),
    message={
        "zh": "目录与正文的{aspect}不符：目录“{listed}”，正文“{actual}”",
        "en": "contents and text differ in {aspect}: “{listed}” in the contents, “{actual}” in the text",
    },
    choices={"aspect": _ASPECTS},
    examples=(
        Bad(
            _FRONT + "[[海州市人民政府关于印发防汛应急]] （海政发〔2021〕3号） 1\n\n"
            "海州市人民政府关于加强养老服务的意见 （海政发〔2021〕4号） 9\n\n"
            + _FIRST.replace(
                "海州市人民政府关于印发防汛应急预案的通知", "[[~海州市人民政府关于印发防汛应急预案的通知]]"
            )
            + _SECOND
        ),
        Bad(
            _FRONT + "海州市人民政府关于印发防汛应急预案的通知 （海政发〔2021〕3号） 1\n\n"
            "海州市人民政府关于加强养老服务的意见 （[[海政发〔2021〕5号]]） 9\n\n"
            + _FIRST
            + _SECOND.replace("海政发〔2021〕4号", "[[~海政发〔2021〕4号]]")
        ),
        Bad(
            "海州市服务手册\n\n目录\n\n第一部分 服务事项…………1\n\n[[第二部分 收费标准]]…………5\n\n"
            "第一部分 服务事项\n\n共32项。\n\n第二部分 收费依据\n\n不收费。\n"
        ),
        Bad(
            _FRONT.replace("\n\n2021年第5期", " 2021年第5期")
            + "- 海州市人民政府关于印发防汛应急预案的通知（[[海政发〔2021〕8号]]）\n\n"
            "- 海州市人民政府关于加强养老服务的意见（海政发〔2021〕4号）\n\n"
            + _FIRST.replace("海政发〔2021〕3号", "[[~海政发〔2021〕3号]]")
            + _SECOND
        ),
        Bad(
            "# 海州市桥梁应急预案\n\n## 目录\n\n1 总则\n2 组织体系\n[[3 应急准备]]\n\n## 1 总则\n\n制定本预案。\n\n"
            "## 2 组织体系\n\n设立指挥部。\n\n## [[~3 监测预警]]\n\n桥梁应当监测。\n"
        ),
        Good(
            _FRONT + "【市政府文件】\n\n海州市人民政府关于印发防汛应急预案的通知（海政发〔2021〕3号）\n\n"
            "海州市人民政府关于加强养老服务的意见（海政发〔2021〕4号）\n\n" + _FIRST + _SECOND
        ),
        Bad(
            _FRONT + "海州市人民政府关于印发防汛应急预案的通知 （海政发〔2021〕3号） 19\n\n"
            "[[海州市人民政府关于加强养老服务的意见 （海政发〔2021〕4号） 9]]\n\n" + _FIRST + _SECOND
        ),
        Bad(
            "海州市供水条例\n\n目　录\n\n第一章　总则\n第二章　供水设施\n[[第三章　供水管理]]\n\n"
            "第一章　总则\n\n第一条　为了加强供水管理，制定本条例。\n\n第二章　供水设施\n\n"
            "第二条　供水设施应当同步建设。\n\n第四章　供水管理\n\n第三条　供水企业应当保证水质。\n"
        ),
        Good(
            "海州市供水条例\n\n目　录\n\n第一章　总则\n\n第二章　供水设施的建设和维护\n\n"
            "1. 总　　则\n\n第一条　为了加强供水管理，制定本条例。\n\n"
            "1. 供水设施的建设和维护\n\n第二条　供水设施应当同步建设。\n"
        ),
        Bad(
            "海州区服务指南\n\n目录\n\n一、服务对象……………1\n\n[[二、办理流程]]……………2\n\n[[三、积分指标及计算方式]]………3\n\n"
            "一、服务对象\n\n居住满半年的居民。\n\n[[~二、办理程序]]\n\n窗口受理。\n\n[[~三、指标及计算方式]]\n\n各项之和。\n"
        ),
        Good(_FIRST),
    ),
)
def contents_title(issue: Issue, options: Options) -> Findings:
    """One finding an entry: another title, another number, no notice, out of order, or a page that falls."""
    if not issue.masthead and len(issue.documents) < 2:
        yield from _chapters(issue)
        return
    matched = list(_match(issue))
    for entry, document in matched:
        if document is None:
            yield from _missing(issue, entry)
        else:
            yield from _differs(entry, document)
    yield from _order(matched)


def _chapters(issue: Issue) -> Findings:
    """The chapters of a lone law: a title that is not that of its heading, or a number that has none."""
    before = ""
    entries = issue.read(law_contents)
    # Where most entries are those of the text, or like them, another is a slip whatever it says.
    like = [one for one in entries if one.section and similar(one.section.title, one.title)]
    proved = len(like) * 2 > len(entries)
    kept = max((at for at, one in enumerate(entries) if one.section), default=-1)
    for at, one in enumerate(entries):
        words = f"{one.mark} {one.title}"
        title = "".join(one.section.title.split()) if one.section else ""
        if one.section is None:
            if at < kept or _goes_on(issue, entries[kept]):  # else the copy may break off
                yield Finding(one.span, _args("chapters", words, "—"), severity="warning")
        elif (
            key(title) != key(one.title)
            and one.title != before
            and (proved or _is_chapter(one) or similar(title, one.title))
        ):
            actual = f"{one.mark} {title}"
            related = see(one.section.heading.span(), "正文的标题", "the heading in the text")
            aspect = "chapters" if _is_chapter(one) else "heading"
            yield Finding(one.span, _args(aspect, words, actual), (related,))
        # Of two numbers that are swapped the first is told.
        before = title


def _goes_on(issue: Issue, last: Chapter) -> bool:
    """Whether chapters follow in the text behind the last one that the contents name rightly."""
    start = last.section.span.start if last.section else 0
    sections = (section for document in issue.documents for section in document.sections)
    return any(one.mark.scheme == "chapter" and one.span.start > start for one in sections)


def _is_chapter(one: Chapter) -> bool:
    return one.mark.startswith("第")


def _number(entry: ContentsEntry) -> NumberUse | None:
    if entry.number is None:
        return None
    return next(numbers_in(entry.number.text, entry.number.span.start), None)


def _match(issue: Issue) -> Iterator[tuple[ContentsEntry, Document | None]]:
    """Each entry with its notice: of the same title, else of the same number, else of a like title."""
    left = [document for document in issue.documents if document.head.title]
    titles = {key(document.title): document for document in reversed(left)}
    numbers = {number.key: document for document in reversed(left) if (number := head_number(document))}
    for one in reversed(left):
        titles.setdefault("关于" + key(one.title).partition("关于")[2], one)
    pending: list[tuple[ContentsEntry, Document | None]] = []
    for entry in issue.contents:
        number = _number(entry)
        document = titles.get(key(entry.title.text)) or (numbers.get(number.key) if number else None)
        pending.append((entry, document))
    taken = {document.index for _, document in pending if document}
    for entry, document in pending:
        yield entry, document or _alike(entry, [one for one in left if one.index not in taken])


def _alike(entry: ContentsEntry, documents: list[Document]) -> Document | None:
    words = key(entry.title.text)
    for document in documents:
        title = key(document.title)
        if title.startswith(words) or similar(title, words):
            return document
    return None


def _differs(entry: ContentsEntry, document: Document) -> Findings:
    title = document.head.title
    if title and not same_title(key(title.text), key(entry.title.text)):
        args = _args("title", entry.title.text, title.text)
        yield Finding(entry.title.span(), args, (see(title.span(), "正文的题名", "the title in the text"),))
    listed, actual = _number(entry), head_number(document)
    if listed and actual and listed.key != actual.key:
        args = _args("number", listed.text, actual.text)
        yield Finding(listed.span, args, (see(actual.span, "正文的字号", "the number in the text"),))


def _missing(issue: Issue, entry: ContentsEntry) -> Findings:
    number = _number(entry)
    if number is None or not issue.masthead or len(issue.documents) * 2 < len(issue.contents):
        return
    behind = issue.text.normal.find(f"{number.year}〕{number.serial}号", issue.contents[-1].span.end)
    if behind < 0:
        yield Finding(entry.title.span(), _args("notices", entry.title.text, "—"))


def _order(matched: list[tuple[ContentsEntry, Document | None]]) -> Findings:
    for (before, earlier), (entry, document) in pairwise(matched):
        if before.page is not None and entry.page is not None and entry.page < before.page < _PAGES:
            args = _args("page", str(entry.page), f"≥{before.page}")
            yield Finding(entry.span, args, (see(before.span, "上一条", "the entry before"),))
        elif earlier and document and document.index < earlier.index:
            args = _args("order", entry.title.text, earlier.title)
            yield Finding(entry.title.span(), args, (see(before.title.span(), "上一条", "the entry before"),))


def _args(aspect: str, listed: str, actual: str) -> dict[str, object]:
    return {"aspect": aspect, "listed": listed, "actual": actual}
