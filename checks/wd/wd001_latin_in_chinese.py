"""汉字中间夹着不该有的外文单词。

依据 《国家通用语言文字法》第十一条：汉语文出版物需要使用外国语言文字的，应当用国家通用语言文字作必要的注释。
说明 “就业指导 and 职业技能培训”一类残留来自机器翻译、识别或者复制；英文虚词出现在汉字之间必定是差错，
其他小写单词只在全文出现一两次、又不是计量单位或者通用缩写时才报。
限度 大写的缩写（APP、GDP）和首字母大写的专名不报；括号里的外文注释不报；
用了四种以上小写外文词的技术文件，只看英文虚词。

Summary A stray foreign word stands between Chinese characters.
Basis 国家通用语言文字法 11: Chinese publications are written in standard characters, foreign words are annotated.
Why Remains of machine translation, recognition or copying, such as “and” between two nouns.
Limits Capitalised abbreviations and names, units, and words in brackets are left alone; so are all but function words
in a technical text, which uses four or more such words.
"""

import re
from collections import Counter

from linter.facts.base import around, flow, own_words
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy
from linter.language.latin import FUNCTION_WORDS, USUAL_WORDS

_AGAIN = ("同样的外文", "the same foreign word")
_WORDS = lazy("[A-Za-z]{2,}(?: [A-Za-z]+){0,3}")
# A text with so many lower-case words of its trade (jpg、shp、kafka) means them.
_TECHNICAL = 4

# coombs试验, wilson病, western法: what is named after a person, or in the laboratory.
_NAMED_AFTER = lazy(" ?(?:{EPONYM}|征(?![收求集])|法(?![律规院治人官定令案制]))")


@check(
    code="WD001",
    name="latin-in-chinese",
    severity="warning",
    reads=(own_words,),
    norm="国家通用语言文字法 第十一条",
    strength="must",
    needs=needs("marks"),
    message={
        "zh": "汉字之间夹有外文“{word}”：“{words}”",
        "en": "the foreign word “{word}” stands between Chinese characters: “{words}”",
    },
    examples=(
        Bad("三、提供信息服务、就业指导 [[and]] 职业技能培训。\n"),
        Bad("第二条 统一业务规则[[the]]标准，下载手机APP、填写excel表格办理。\n"),
        Bad("第六条 各级人民政府应当[[strengthen]]对防汛工作的领导。\n"),
        Bad("四、做到“四鼓励”：[[~hihu]]\n\n一要鼓励农民工就近入户。[[hihu]]\n\n五、优化办理服务。\n"),
        Good(
            "第六条 溶血性贫血者，直接coombs试验阳性，采用western法复核，采用chrome内核，接口为usb，制剂取得gmp证书。\n"
        ),
        Good("数据采用shp格式、json格式上报，日志采用syslog方式采集，消息采用kafka队列，图片为jpg格式。\n"),
    ),
)
def latin_in_chinese(document: Document, options: Options) -> Findings:
    """English function words, and rare lower-case words that are no unit and no usual abbreviation; each once."""
    stream = document.read(flow)
    text = document.read(own_words)
    matches = [
        match
        for match in _WORDS.finditer(text)
        if _between_words(text, *match.span()) and not _NAMED_AFTER.match(text, match.end())
    ]
    often = Counter(match[0] for match in matches)
    technical = sum(word.islower() and not _is_function(word) for word in often) >= _TECHNICAL
    first = {match[0]: match for match in reversed(matches)}
    for word, match in sorted(first.items(), key=lambda one: one[1].start()):
        if _is_function(word) or (not technical and _stray(word, often[word])):
            # A remnant is one wherever it stands; “and” may be part of a foreign name elsewhere.
            everywhere = matches if _is_function(word) else re.finditer(rf"(?<![A-Za-z]){word}(?![A-Za-z])", text)
            places = [one.span() for one in everywhere if one[0] == word]
            related = [see(stream.span(*place), *_AGAIN) for place in places if place != match.span()]
            args = {"word": word, "words": around(document, *match.span(), 6)}
            yield Finding(stream.span(*match.span()), args, tuple(related))


def _between_words(text: str, start: int, end: int) -> bool:
    """Whether a Chinese character stands on both sides, or a mark between words before it; spaces do not count.

    So does a word alone between the end of the last sentence and that of the paragraph.
    """
    before = text[start - 2] if text[start - 1] == " " else text[start - 1]
    after = text[end + 1] if text[end] == " " else text[end]
    if after == "\n":
        return text[start - 1] in "。;" and _is_han(text[start - 2])
    return _is_han(after) and (_is_han(before) or before in "、,;")


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_function(words: str) -> bool:
    return all(part.lower() in FUNCTION_WORDS for part in words.split()) and not words.isupper()


def _stray(words: str, times: int) -> bool:
    """Whether rare Latin words between Chinese ones are there by mistake."""
    # Several words are the foreign name of a term, as standards give it.
    return times <= 2 and words.islower() and " " not in words and len(words) > 2 and words not in USUAL_WORDS
