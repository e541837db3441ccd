"""各条都有条旨，个别一条没有。

依据 文件自身：其余各条在条号之后都用括号写明条旨；一份文件各条的体例应当一致。
说明 “第二十一条 本办法由市民政局负责解释”前后两条都有【条旨】，是后来添上的。
限度 至少五条，没有条旨的只有一条或者不到一成才判断；括号里的话不超过十六个字才算条旨。

Summary One article has no heading where all others have one.
Basis The document itself: the other articles name their subject in brackets behind the number.
Why The article was added later.
Limits At least five articles of which one, or less than a tenth, has no heading of up to sixteen characters.
"""

from collections.abc import Sequence

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Section, check, needs, see
from linter.language import lazy

_TITLE = lazy(r" ?(?:【[^【】]{2,16}】|\([^()]{2,16}\)(?![,、;。])|\[[^\[\]]{2,16}\])")
_LEAST, _SHARE = 5, 0.1


@check(
    code="FM029",
    name="article-untitled",
    severity="note",
    preview=True,
    reads=(),
    holds="第",
    needs=needs("lines", "marks", silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "“{article}”没有条旨，其余{count}条都有",
        "en": "“{article}” has no heading in brackets, the other {count} articles have one",
    },
    examples=(
        Bad(
            "第一条【目的】为了加强管理，制定本办法。\n\n第二条【范围】本办法适用于本市。\n\n[[~第三条【职责】]]市民政局负责监督。\n\n"
            "[[第四条]] 本办法由市民政局负责解释。\n\n第五条【施行】本办法自公布之日起施行。\n"
        ),
        Good(
            "第一条（目的）为了加强管理，制定本办法。\n\n第二条（范围）本办法适用于本市。\n\n"
            "第三条 市民政局负责监督。\n\n第四条 县（市、区）实施。\n\n第五条（施行）本办法自公布之日起施行。\n"
        ),
    ),
)
def article_untitled(document: Document, options: Options) -> Findings:
    """Every article without a heading, in a part where nearly all others have one."""
    articles: dict[int, list[Section]] = {}
    for section in document.sections:
        if section.mark.scheme == "article":
            articles.setdefault(section.part, []).append(section)
    for group in articles.values():
        titled = [one for one in group if _TITLE.match(one.heading.text, len(one.mark.text)) is not None]
        if len(group) >= _LEAST and len(group) - len(titled) <= max(1, _SHARE * len(group)):
            yield from _untitled(group, titled)


def _untitled(group: Sequence[Section], titled: Sequence[Section]) -> Findings:
    """The articles of a part without a heading, each beside the last one before it that has one."""
    seen = 0
    for one in group:
        if seen < len(titled) and one is titled[seen]:
            seen += 1
        else:
            yield _finding(one, titled[max(0, seen - 1)], len(titled))


def _finding(section: Section, other: Section, titled: int) -> Finding:
    number = section.heading.span(0, len(section.mark.text))
    title = _TITLE.match(other.heading.text, len(other.mark.text))
    near = other.heading.span(0, title.end() if title else len(other.mark.text))
    args = {"article": section.mark.text, "count": titled}
    return Finding(number, args, (see(near, "有条旨的一条", "an article with its heading"),))
