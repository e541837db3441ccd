"""同一题名在两处的发文字号只差一个字符或者数字颠倒，或者同一决定的字号在两处年份不同。

依据 文件内部矛盾：一份文件只有一个发文字号。
说明 同一文件两次引用，字号差一位数字或者一个字，其中一处写错。不带题名的，机关代字、顺序号和后面的词都相同、
只有年份不同，而一种年份多次出现、另一种只有一处，也是写错。
限度 差别更大的字号可能是同名的新旧两份文件，不报；废止旧文件、印发同名新文件，不报。

Summary One title is cited with two numbers that differ in a single character.
Basis A contradiction within the text: a document has one number.
Why One digit is wrong in one of the two places. Without a title: code, serial and the words behind it are the same,
the year is another in a single place.
Limits Numbers that differ more may belong to an old and a new act of one title;
an act that replaces its namesake is right.
"""

from collections import Counter

from linter.facts.references import NumberUse, citations, core, document_numbers
from linter.kernel.check import Bad, Finding, Findings, Good, Issue, Options, check, see
from linter.language import lazy, one_apart

# So much of an agency's code is compared: words may stand before it.
# A document named without marks before its number: 责令改正通知书(.
_NAME, _NAMED = lazy(r"([\u4e00-\u9fff]{2,4}[书函令单证])\($"), 8
_CODE = 3
# What a decision is called behind its number: 行政处罚决定, 裁定书, 行政许可.
_KIND = lazy(r"[\u4e00-\u9fff]{2,12}?(?:(?:决定|判决|裁定|许可)书?|[知定见]书)")


@check(
    code="TN002",
    name="title-two-numbers",
    severity="warning",
    scope="issue",
    reads=(citations, document_numbers),
    message={
        "zh": "《{title}》的发文字号前后不一：“{other}”与“{number}”",
        "en": "“{title}” is cited with two numbers: “{other}” and “{number}”",
    },
    examples=(
        Bad(
            "一、当场下达责令改正通知书（[[~海监责改〔2024〕31号]]）。\n\n"
            "二、有责令改正通知书（[[海监责改〔2024〕13号]]）、询问通知书（海监询〔2024〕21号）、（海监询〔2024〕12号）证明。\n"
        ),
        Bad(
            "一、落实《关于促进养老服务发展的意见》（[[~国办发〔2019〕5号]]）。\n\n"
            "二、对照《关于促进养老服务发展的意见》（[[国办发〔2019〕6号]]）开展自查。\n"
        ),
        Bad(
            "第三条 按照《城乡居民医疗保险办法》（[[~穗府办规〔2021〕14号]]）缴费。\n\n"
            "第八条 按照《城乡居民医疗保险办法》（[[穗府办规〔2020〕14号]]）报销。\n"
        ),
        Bad(
            "该公司所持许可：[[~海建许〔2022〕115号]]行政许可。\n\n证据：[[海建许〔2021〕115号]]行政许可的档案。\n\n"
            "决定撤销海建许〔2022〕115号行政许可。\n"
        ),
        Good("不服海水罚〔2024〕18号行政处罚决定和海水罚〔2023〕18号行政处罚决定，一并申请复议。\n"),
        Bad(
            "第一条 根据《节水办法》（[[~海政发〔2019〕12号]]）制定。\n\n"
            "第二条 按照《节水办法》（[[海政发〔2019〕21号]]）执行。\n"
        ),
    ),
)
def title_two_numbers(issue: Issue, options: Options) -> Findings:
    """One finding a title: the number that differs from the one cited first."""
    first: dict[str, NumberUse] = {}
    told: set[str] = set()
    for document in issue.documents:
        for one in document.read(citations):
            if one.number is None:
                continue
            act = core(one.title)
            known = first.setdefault(act, one.number)
            if act in told or not _is_slip(known, one.number):
                continue
            told.add(act)
            args = {"title": one.title, "number": one.number.text, "other": known.text}
            related = see(known.span, f"此前的字号“{known.text}”", f"the number “{known.text}” cited before")
            yield Finding(one.number.span, args, (related,))
    yield from _years(issue)
    yield from _untitled(issue)


def _untitled(issue: Issue) -> Findings:
    """责令改正通知书(某监责改〔2024〕31号), elsewhere 13号: one name without marks, its figures turned."""
    uses: dict[tuple[str, str, str], list[NumberUse]] = {}
    for one in issue.read(document_numbers):
        name = _NAME.search(issue.text.normal, max(0, one.span.start - _NAMED), one.span.start)
        if name:
            uses.setdefault((one.agency, one.year, name[1]), []).append(one)
    for (_, _, words), (first, *others) in ((key, same) for key, same in uses.items() if len(same) > 1):
        odd = next((one for one in others if _are_turned(first.serial, one.serial)), None)
        if odd and len({one.serial for one in others} - {first.serial}) == 1:
            args = {"title": words, "number": odd.text, "other": first.text}
            yield Finding(odd.span, args, (see(first.span, f"此前的字号“{first.text}”", f"“{first.text}” before"),))


def _years(issue: Issue) -> Findings:
    """Numbers of one decision, told by what stands behind them, of which a single one has another year."""
    uses: dict[tuple[str, int, str], list[NumberUse]] = {}
    for one in issue.read(document_numbers):
        behind = _KIND.match(issue.text.normal, one.span.end)
        if behind:
            uses.setdefault((one.agency[-_CODE:], int(one.serial), behind[0]), []).append(one)
    for (_, _, words), same in uses.items():
        years = Counter(one.year for one in same)
        usual, odd = years.most_common(1)[0], [one for one in same if years[one.year] == 1]
        if len(years) == 2 and usual[1] > 1 and len(odd) == 1:
            right = next(one for one in same if one.year == usual[0])
            args = {"title": words, "number": odd[0].text, "other": right.text}
            related = see(right.span, f"另几处的字号“{right.text}”", f"the number “{right.text}” elsewhere")
            yield Finding(odd[0].span, args, (related,))


def _is_slip(one: NumberUse, other: NumberUse) -> bool:
    """Whether two numbers differ in one character, or in the order of the figures: 12号 and 21号 of one year."""
    if one_apart(_plain(one), _plain(other)):
        return True
    if _are_turned(one.serial, other.serial):
        return (one.agency, one.year) == (other.agency, other.year)
    return _are_turned(one.year, other.year) and (one.agency, one.serial) == (other.agency, other.serial)


def _are_turned(one: str, other: str) -> bool:
    return one != other and sorted(one) == sorted(other)


def _plain(number: NumberUse) -> str:
    return f"{number.agency}|{number.year}|{int(number.serial)}"
