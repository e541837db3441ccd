"""把条文里编了号的项引作款：“第二条第（一）款”，而（一）是第二条的项。

依据 立法法第六十五条：款不编序号，项的序号用中文数字加括号依次表述，引用时应写“第（一）项”或者“第一项”。
说明 款按自然段数，项按序号数；把项引作款，读者不知道指的是第一个自然段还是（一）。
限度 只看引用本文件的条文，而且该条确有这个序号的项；引用其他法律的、合同（甲方：）的不看；
同样的写法报一处，其余列为相关位置。

Summary A numbered item of an article is cited as a paragraph: 第二条第（一）款 for 第二条第（一）项.
Basis Legislation Law, article 65: paragraphs (款) bear no number, items (项) one in brackets.
Why Paragraphs are counted by eye and items by their numbers: the reader cannot tell which of the two is meant.
Limits Articles of the document itself only, which have an item of that number, and no contracts.
One finding, the others related.
"""

import re
from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.facts.references import Article, articles, clause_references
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, mend, needs, see
from linter.language import lazy, ordinal
from linter.structure import Mark

_ITEM = lazy(r"第\(([一二三四五六七八九十]{1,3})\)款")

# The parties of a contract number its paragraphs as they like: no law binds them to 款 and 项.
_CONTRACT = lazy(r"^甲方(?:\([^()]{1,20}\))?:", re.MULTILINE)

_LAW = (
    "海州市入学办法\n\n第一条 为了做好入学工作，制定本办法。\n\n第二条 下列人员可以申请：\n\n"
    "[[~（一）]]连续居住满五年的；\n\n（二）从事环卫工作满两年的。\n\n"
)


@check(
    code="RF013",
    name="item-called-clause",
    severity="warning",
    norm="立法法 65",
    strength="usage",
    reads=(clause_references, articles, own_words),
    needs=needs("lines", silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "“{words}”应作“{right}”：{article}的{number}是项，款不编序号",
        "en": "“{words}” should read “{right}”: {number} of {article} is an item; paragraphs bear no number",
    },
    examples=(
        Bad(
            _LAW + "第三条 符合第二条[[第（一）款]]规定的，提供居住证；符合第二条[[~第（二）款]]规定的，提供合同。\n",
            fixed=_LAW.replace("[[~", "").replace("]]", "")
            + "第三条 符合第二条第（一）项规定的，提供居住证；符合第二条第（二）项规定的，提供合同。\n",
        ),
        Bad(
            "海州市学术规范\n\n第一条 下列行为违反学术规范：\n\n[[~1．]]教职员工抄袭成果的；\n\n2．学生抄袭成果的。\n\n"
            "第二条 有第一条[[第（一）款]]表现的，给予处分；有第一条[[~第（二）款]]表现的，取消成绩。\n"
        ),
        Good(
            _LAW.replace("[[~", "").replace("]]", "")
            + "第三条 符合第二条第（一）项规定的，提供居住证；符合《海州市条例》第二条第（一）款规定的，从其规定。\n"
        ),
        Good(
            "设备采购合同\n\n第一条 价款与支付\n\n（一）合同总价为五十万元。\n\n（二）验收后支付。\n\n"
            "第二条 乙方违反第一条第（二）款约定的，支付违约金。\n\n甲方：海州市水务局\n\n乙方：海州市清源公司\n"
        ),
        Good(
            _LAW.replace("[[~", "").replace("]]", "")
            + "第三条 符合本办法第二条第一款规定的，可以申请；符合第一条第（一）款规定的，另行规定。\n"
        ),
    ),
)
def item_called_clause(document: Document, options: Options) -> Findings:
    """One finding at the first item that is cited as a paragraph, the others related."""
    found = list(_cited(document))
    if not found:
        return
    (span, words, number), article = found[0]
    mark = _mark(document, article, number)
    # Items that are numbered 1. are not cited as (一).
    other = mark is not None and mark.scheme != "chinese-paren"
    item = f"{words[: words.rindex('第')]}第{ordinal(number)}项" if other else words[:-1] + "项"
    again = [see(one[0], "同样的写法", "written the same") for one, _ in found[1:]]
    clauses = [Span(one[0].end - 1, one[0].end) for one, _ in found]
    yield Finding(
        span,
        {
            "words": words,
            "right": item,
            "article": article.section.mark.text.strip(),
            "number": mark.text.strip() if mark and other else f"（{number}）",
        },
        related=(see((mark or article.section.mark).span, "所引的项", "the item that is meant"), *again),
        fix=None if other else mend("unsafe", clauses, "项"),
    )


def _cited(document: Document) -> Iterator[tuple[tuple[Span, str, str], Article]]:
    """The places, words and numbers of items cited as paragraphs, each with its article."""
    text = document.read(own_words)
    if "款" not in text or _CONTRACT.search(text):
        return
    stream, parts = document.read(flow), document.read(articles)
    plain = {
        one.span.end: one
        for one in document.read(clause_references)
        if one.level == "article" and not one.clause and not one.item
    }
    for match in _ITEM.finditer(text) if plain else ():
        span = stream.span(*match.span())
        reference = plain.get(span.start)
        article = parts[reference.part].get(reference.value) if reference else None
        if reference and article and ordinal(match[1]) in article.items:
            yield (span, reference.text + match[0], match[1]), article


def _mark(document: Document, article: Article, number: str) -> Mark | None:
    """The mark of an item; none where it is written in a line."""
    value = (ordinal(number),)
    return next((child.mark for child in document.children(article.section) if child.mark.value == value), None)
