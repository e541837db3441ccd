"""同一用途的两个电话号码只有相邻两位颠倒。

依据 文件内部矛盾：一个值班电话、举报电话在文件中应当只有一个号码。
说明 “值班电话0577-86623180”在另一处成了86623810，是录入时颠倒了两位；读者会拨错号码。
限度 只看正文中说明用途的电话（值班电话、举报电话等），两处在不同段落，用途的词相同；表格中的、号码很多的文件不看。

Summary Two telephone numbers of one purpose are equal but for two neighbouring figures swapped.
Basis A contradiction within the text: a duty line or a hotline has one number in a document.
Why Of 86623180 and 86623810 one was mistyped, and a reader dials the wrong number.
Limits Only numbers in running text that say what they are for, in two paragraphs and with the same word; neither
tables nor documents with many numbers.
"""

from linter.facts.base import flow
from linter.facts.bodies import TelephoneNumber, telephones
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see
from linter.language import lazy

# What it is for, with the end of the words before that say whose or what about: 报名咨询电话, 政策咨询电话.
_FOR = lazy(r"(?P<whose>[\u4e00-\u9fff]{0,2})(?P<word>{CALL_FOR}(?:电话|热线))(?:号码)?[为是:]{0,2} ?$")
_WORD, _REACH = 2, 16
_SHORTEST = 7
# Among more numbers two are near one another by chance.
_MOST = 6


@check(
    code="CT006",
    name="telephone-digits-swapped",
    severity="warning",
    reads=(telephones, flow),
    message={
        "zh": "{word}“{number}”与另一处的“{other}”相邻两位颠倒",
        "en": "{word} “{number}” and “{other}” elsewhere have two neighbouring figures swapped",
    },
    examples=(
        Bad(
            "第三条 办公室设在市应急管理局，值班电话[[~0577-86623180]]。\n\n第四条 各县报送信息。\n\n"
            "第五条 值班电话[[0577-86623810]]应当保证畅通。\n"
        ),
        Good("第三条 值班电话0577-86623180、86623810。\n"),
        Good("一、报名咨询电话：0577-86623180。\n\n二、政策咨询电话：0577-86623810。\n"),
    ),
)
def telephone_digits_swapped(document: Document, options: Options) -> Findings:
    """One finding a pair of numbers: the later, with the earlier."""
    numbers = document.read(telephones)
    if len({one.digits for one in numbers}) > _MOST:
        return
    announced = [(*said, one) for one in numbers if len(one.digits) >= _SHORTEST and (said := _word(document, one))]
    # The first place of each number is the farthest from any later one.
    known: dict[tuple[str, str], dict[tuple[str, str], TelephoneNumber]] = {}
    for whose, word, other in announced:
        before = known.setdefault((word, other.area), {})
        before.setdefault((other.digits, whose), other)
        swapped = [one for (digits, its), one in before.items() if _swapped(digits, other.digits) and _one(its, whose)]
        for one in [one for one in swapped if _are_apart(document, one, other)]:
            related = (see(one.span, "另一处的号码", "the number elsewhere"),)
            yield Finding(other.span, {"word": word, "number": other.words, "other": one.words}, related)
            return


def _are_apart(document: Document, one: TelephoneNumber, other: TelephoneNumber) -> bool:
    return document.text.normal.find("\n", one.span.end, other.span.start) >= 0


def _one(whose: str, other: str) -> bool:
    """Whether two numbers may be one, by the words before what they are for."""
    return whose == other or min(len(whose), len(other)) < _WORD


def _word(document: Document, one: TelephoneNumber) -> tuple[str, str] | None:
    """What a number is for, as the words before it say, behind the words before that; None if they do not."""
    found = _FOR.search(document.text.normal, max(0, one.span.start - _REACH), one.span.start)
    return (found["whose"], found["word"]) if found else None


def _swapped(one: str, other: str) -> bool:
    """Whether two numbers of one length are equal but for two neighbouring figures in the other order."""
    apart = [at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    neighbours = len(apart) == 2 and apart[1] == apart[0] + 1
    return len(one) == len(other) and neighbours and sorted(one) == sorted(other)
