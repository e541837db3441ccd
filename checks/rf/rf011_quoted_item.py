"""所引的项与照录的条文不是同一项：“第九十九条第（一）项：……（二）超过标准排放的”。

依据 文件内部矛盾：引用的序号与照录的文字应当是同一项；立法法第六十五条规定了条、款、项的编排。
说明 裁量基准、权责清单先写条款序号、再录条文，两者不同时，不知道依据的是哪一项；多为复制上一行后没有改序号。
限度 只看序号之后用冒号引出、只照录了一项的情形；照录几项或者没有录项号的不比较。

Summary An item is cited by one number and its text is quoted under another.
Basis A contradiction within the text: number and quoted words are of one item; Legislation Law art. 65.
Why Tables of penalties give the number, then the words; a row copied from the one above keeps the old number.
Limits Only where a colon leads from the number to the quoted article, and a single item is quoted.
"""

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy

_CITED = lazy(
    r"第[一二三四五六七八九十百零〇\d]{1,7}条(?:之[一二三四五六七八九十]{1,2})?(?:第[一二三四五六七八九十]{1,2}款)?"
    r"(?P<item>第\((?P<n>[一二三四五六七八九十]{1,3})\)项)(?:的?规定)? ?:"
)
_QUOTED = lazy(r"(?<!第)\((?P<n>[一二三四五六七八九十]{1,3})\)(?!项)")


@check(
    code="RF011",
    name="quoted-item",
    severity="warning",
    reads=(flow,),
    needs=needs("lines"),
    message={
        "zh": "引用的是“{item}”，照录的是第（{quoted}）项",
        "en": "“{item}” is cited, item （{quoted}） is quoted",
    },
    examples=(
        Bad(
            "序号\t行为\t依据\n1\t超标排放\t《大气污染防治法》第九十九条[[第（一）项]]：违反本法规定，有下列行为之一的，"
            "处以罚款：[[~（二）]]超过标准排放大气污染物的。\n2\t无证排放\t《大气污染防治法》第九十九条第（一）项："
            "（一）未取得许可证排放的。\n"
        ),
        Good("一、《水法》第六十五条第（一）项规定：（一）擅自修建工程的；（二）阻碍行洪的。\n"),
        Good("一、依照第六十五条第（一）项的规定，有下列情形之一的处罚：\n\n（二）阻碍行洪的。\n"),
    ),
)
def quoted_item(document: Document, options: Options) -> Findings:
    """One finding a citation, with the number of the item quoted behind it."""
    stream = document.read(flow)
    cited = list(_CITED.finditer(stream.text)) if "项" in stream.text else []
    for at, match in enumerate(cited):
        end = stream.unit_at(match.start()).end
        if at + 1 < len(cited):
            end = min(end, cited[at + 1].start())
        quoted = list(_QUOTED.finditer(stream.text, match.end(), end))
        if len(quoted) == 1 and quoted[0]["n"] != match["n"]:
            related = (see(stream.span(*quoted[0].span()), "照录的项", "the item quoted"),)
            args = {"item": match["item"], "quoted": quoted[0]["n"]}
            yield Finding(stream.span(*match.span("item")), args, related)
