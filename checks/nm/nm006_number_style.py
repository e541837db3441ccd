"""同一列表的序号写法不一：(一)与（二），1、与2.，第3条与第四条。

依据 文件内部矛盾：同级序号的写法应当一致；GB/T 15834-2011 B.3 规定了各种序次语之后的标点。
说明 同一列表里有的括号、点用全角，有的用半角，有的序号后用顿号、有的用点，多是改动时另行录入所致。
全文里少数的写法算作异写，一种序号只报一次，其余各处列为相关位置。
限度 只看同一列表之内的混用；各列表自身一致、彼此不同的不报；括号一半全角一半半角的由 FM025 报；标点有损坏的文本不看。

Summary The numbers of one list are written two ways: (一) and （二）, 1、 and 2., 第3条 and 第四条.
Basis A contradiction within the text: numbers of one level are written alike; GB/T 15834-2011 B.3.
Why Mixed widths and marks within a list are left by later changes. The rarer form of the document is told once.
Limits Only mixing within one list; lists that are consistent in themselves may differ from one another.
Brackets of which one half is full-width are told by FM025.
"""

from collections import Counter

from linter.facts.references import NumberedItem, Run, sequences
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy

# Pages give numerals as characters of the blocks of radicals too (⼀, ⼆).
_NUMBER = lazy(r"[\d一二三四五六七八九十百千廿卅零〇○\u2e80-\u2fdf]+|\s+")
# Brackets of two widths, which are a matter of FM025.
_HALVED = frozenset(("(）", "（)"))
# Marks between characters of their own, which tell no style: numerals do.
_NAMED = ("chapter", "section", "article")
_SCHEMES = ("chinese", "chinese-paren", "arabic", "arabic-paren", *_NAMED)


@check(
    code="NM006",
    name="number-style",
    severity="note",
    norm="GB/T 15834-2011 B.3",
    strength="should",
    reads=(sequences,),
    needs=needs("lines", "marks", silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "序号“{found}”的写法与同一列表的“{usual}”不一致{count:|，共#处}",
        "en": "number “{found}” is written unlike “{usual}” of the same list{count:| (# places)}",
    },
    examples=(
        Bad("工作步骤\n\n1、自查自纠。\n\n[[2．]]组织检查。\n\n3、公开结果。\n"),
        Bad("工作步骤\n\n1．自查自纠。\n\n2．组织检查。\n\n[[3.]]公开结果。\n"),
        Bad(
            "供水管理办法\n\n第一条　为加强管理，制定本办法。\n\n第二条　本办法适用于本市。\n\n"
            "[[第3条]]　市水务局负责。\n\n"
            "第四条　本办法自发布之日起施行。\n"
        ),
        Good("关于防汛的通知\n\n一、任务\n\n（一）排查。\n\n（二）整改。\n\n二、要求\n\n(一)负责。\n\n(二)报告。\n"),
    ),
)
def number_style(document: Document, options: Options) -> Findings:
    """One finding a scheme: the first number of the rarer form that stands in a list of the other, with all like it."""
    for scheme in _SCHEMES:
        runs = [run for run in document.read(sequences) if run.origin == "section" and run.scheme == scheme]
        styles = Counter(style for run in runs for style in _styles(document, run))
        mixed = [run for run in runs if len(set(_styles(document, run))) > 1]
        if not mixed or len(styles) != 2:
            continue
        usual, rare = (style for style, _ in styles.most_common())
        odd = [item for run in mixed for item in run.items if _style(document, item) == rare]
        model = next(item for run in mixed for item in run.items if _style(document, item) == usual)
        related = [see(item.span, "同样的写法", "written the same way") for item in odd[1:]]
        related.append(see(model.span, "通常的写法", "the usual form"))
        args = {"found": _raw(document, odd[0]), "usual": _raw(document, model), "count": len(odd)}
        yield Finding(odd[0].span, args, tuple(related))


def _styles(document: Document, run: Run) -> list[str]:
    styles = [_style(document, item) for item in run.items if not item.foreign]
    return [style for style in styles if style not in _HALVED]


def _style(document: Document, item: NumberedItem) -> str:
    """A mark without its number and spaces; of 第3条 the kind of its numerals, too."""
    raw = _raw(document, item)
    numerals = "1" if any(map(str.isdigit, raw)) else "一"
    return (numerals if raw.startswith("第") else "") + _NUMBER.sub("", raw)


def _raw(document: Document, item: NumberedItem) -> str:
    return document.text.slice(item.span)
