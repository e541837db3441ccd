"""汉字年份里夹着字母或者阿拉伯数字，或者缺一位：“二O一O年”“二000年”“二三五年”。

依据 GB/T 15835-2011 5.3：除“万”“亿”之外，一个数不同时用阿拉伯数字和汉字数字；编号、年份里的零写作“〇”。
说明 用字母“O”、数字“0”代替“〇”，检索、排序都认不出这个日期，多是旧文稿和输入法留下的。
限度 年份的四位里至少有一个汉字数字，其余是字母O或者阿拉伯数字才报；圆圈“○”是旧排版的写法，不报。

Summary A year in Han characters holds Latin letters or Arabic figures, or lacks one: 二O一O年, 二三五年.
Basis GB/T 15835-2011 5.3: but for 万 and 亿, one number is not written in Arabic figures and Han numerals at once.
Why No search and no sorting knows such a date.
Limits Four places, one at least a Han numeral, others a letter O or figures; the circle ○ of old print is passed.
"""

from linter.facts.base import flow, own_words, search
from linter.kernel.check import Bad, Document, Edit, Finding, Findings, Fix, Good, Label, Options, check, needs, see
from linter.language import lazy

_HAN = "一二三四五六七八九"
_YEAR = lazy(rf"(?<![\dOo{_HAN}])[12一二][\dOo{_HAN}〇○零]{{3}}(?= ?年)")
# 二三五年; 一二三年级 and 民国一〇二年 are none.
_SHORT = lazy(rf"(?<![\dOo{_HAN}〇○零十百千万亿第国國])[一二][{_HAN}〇○零]{{2}}(?= ?年(?![级制期限]))")
_FIGURES = "〇一二三四五六七八九"


@check(
    code="DT011",
    name="year-of-two-scripts",
    severity="note",
    norm="GB/T 15835-2011 5.3",
    strength="should",
    reads=(own_words,),
    needs=needs("marks", script="simplified"),
    message={
        "zh": "年份“{words}”应作“{right}”：汉字年份里夹有字母或者阿拉伯数字",
        "en": "the year “{words}” should read “{right}”: it mixes Han characters with letters or figures",
    },
    messages={
        "short": {"zh": "汉字年份“{words}”只有三位，缺一位", "en": "the year “{words}” lacks one of its four figures"},
    },
    examples=(
        Bad(
            "市长 张某\n\n[[二O一O年]]十二月三十一日\n\n海州市供水办法\n\n第一条 制定本办法。\n",
            fixed="市长 张某\n\n二〇一〇年十二月三十一日\n\n海州市供水办法\n\n第一条 制定本办法。\n",
        ),
        Bad("省长 李某\n\n[[二000 年]]三月三十日\n\n第二条 自[[~一九九0年]]起施行。\n"),
        Bad("展望[[二三五]]年，全省基本实现现代化。\n"),
        Good("一二三年级学生参加，二三年后再评，中华民国一〇二年，二百五十年，第一二三年度，二十五年。\n"),
        Good("市长 张某\n\n二〇一〇年十二月三十一日，二○一一年，2012年，二十年，一百年，120O年。\n"),
    ),
)
def year_of_two_scripts(document: Document, options: Options) -> Findings:
    """One finding at the first such year, the others related; one for each year of three figures."""
    stream = document.read(flow)
    for short in search(document, _SHORT, "年"):
        yield Finding(stream.span(*short.span()), {"words": short[0] + "年"}, message="short")
    found = [match for match in search(document, _YEAR, "年") if _mixed(match[0])]
    if not found:
        return
    text = document.read(own_words)
    places = [(match.start(), text.index("年", match.end()) + 1) for match in found]
    spans = [stream.span(*place) for place in places]
    edits = tuple([Edit(stream.span(*match.span()), _right(match[0])) for match in found])
    yield Finding(
        spans[0],
        {"words": text[slice(*places[0])], "right": _right(found[0][0]) + "年"},
        related=tuple([see(span, "同样的写法", "written alike") for span in spans[1:]]),
        fix=Fix("safe", edits, Label("改为汉字", "write Han characters")),
    )


def _mixed(year: str) -> bool:
    """Whether a year has a Han numeral, and a letter or an Arabic figure."""
    return any(sign in _HAN for sign in year) and any(sign.isascii() for sign in year)


def _right(year: str) -> str:
    """The year in Han characters."""
    return "".join([_FIGURES[int(sign)] if sign.isdigit() else "〇" if sign in "Oo" else sign for sign in year])
