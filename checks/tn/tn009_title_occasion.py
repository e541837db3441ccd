"""题名与正文说的节日、届次、响应级别、国别不同：中秋节放假的通知，正文写端午节；第十二届展演的通知，正文写决定举办第十一届。

依据 文件内部矛盾：题名准确概括公文的主要内容（《党政机关公文处理工作条例》第九条第七项），与正文说的是一件事。
说明 每年照抄上一份通知、改了题名没有改正文的，常留下这样的痕迹；读者不知道究竟安排的是哪个节日。
限度 节日：题名的节日在正文中出现过的不报（可能并列安排）。届次、国家、省份：只看部署的句子（现将、现就、决定），
其后的词与题名相同、句中没有题名的说法才报；
年份、届次之后的一个词（第八届北方博览会）也这样比较。引用的文件名称、引号内的词不看。

Summary The title names one holiday, edition, level of response or country, the text another.
Basis A contradiction within the text: a title sums up what its text is about.
Why Notices copied from year to year keep the holiday or the edition of the last one in the text.
Limits Where the text names the title's holiday too, both may be meant. Editions, countries and provinces are compared
in announcing sentences, where the words behind are those of the title; so is a word
behind a year or an edition. Cited titles and quotations are not read.
"""

import re
from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.facts.bodies import misspelt_names
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, check, needs, see
from linter.language import finds, is_han, lazy
from linter.language.lexicon import rows, words
from linter.language.short_names import PROVINCES
from linter.language.vocabulary import known

# 国庆节, and “十一”, which stands in quotation marks only.
_HOLIDAY = lazy("(?P<name>{HOLIDAY})节?|“(?P<short>五一|十一)”")
_SHORT = {"五一": "劳动节", "十一": "国庆"}

# 第十二届, and how far before its matter it may begin.
_ORDINAL = r"(?:第[零一二三四五六七八九十百\d]{1,5}[届批期轮次]|(?:[ⅠⅡⅢⅣ一二三四]|I{1,3}|IV)级(?=(?:应急)?响应|预警|$))"
_EDITION, _EDITIONS = lazy(f"{_ORDINAL}$"), lazy(_ORDINAL)
_EDITION_LENGTH = 8
_COUNTRIES = tuple([name for (name,) in rows("countries.tsv")])
_ANNOUNCES = lazy(r"现[将就对]|[知告]如下|决定|(?:印发|主持召开|[拟定]于|同意)")
_REVIEWS = lazy(r"总结|基础上|[成行]情况|上[一年届]|[与比较已曾]$|(?:成功|已于)")
# Behind an edition that is over: 第七届展演已成功举办.
_DONE, _OVER = lazy("成功|圆满|已[经于举]"), 24
# A sentence is read so far before and behind what announces.
_REACH = 160
# 2024年国庆节期间, 第八届北方滨海旅游博览会: a word behind a year or an edition, and so many words behind it.
# 洪田镇人民政府: the place that a reply is addressed to.
_ADDRESSED = lazy(r"^(?P<place>[\u4e00-\u9fff]{2,4}[县镇乡区市])人民政府:", re.MULTILINE)
_COUNTED = frozenset("年度届批期轮次")
_ANCHOR, _BEHIND = 2, 6
_OCCASIONS = tuple("会节展赛坛周")
_VERBS = frozenset(words("NO_NOUN_END"))
# So many words behind the edition or the country must be those of the title.
_SAME = 4


@check(
    code="TN009",
    name="title-occasion",
    severity="warning",
    reads=(flow, own_words, misspelt_names),
    needs=needs(silent=("transcript", "dialogue", "amendment", "law", "plan")),
    message={
        "zh": "题名说的是“{title}”，正文说的是“{found}”{count:|，共#处}",
        "en": "the title is about “{title}”, the text about “{found}”{count:| (# places)}",
    },
    examples=(
        Bad(
            "海州市人民政府[[~第32次]]常务会议纪要\n\n9月12日，市长主持召开市政府[[第31次]]常务会议。会议研究了三个议题。\n"
        ),
        Bad(
            "海州市人民政府办公室关于2024年[[~中秋节]]放假的通知\n\n海政办发〔2024〕40号\n\n各区人民政府：\n\n"
            "现将2024年[[端午节]]放假安排通知如下：\n\n一、9月15日至17日放假。\n\n二、[[~端午节]]期间安排好值班。\n"
        ),
        Bad("关于做好[[~国庆]]期间安全生产工作的通知\n\n各区人民政府：\n\n[[春节]]期间，各单位应当加强值班。\n"),
        Bad(
            "海州市教育局关于举办[[~第十二届]]中小学生艺术展演的通知\n\n各区教育局：\n\n为丰富中小学生生活，决定举办[[第十一届]]中小学生艺术展演，"
            "现将有关事项通知如下：\n\n一、第十届获奖作品不得参加。\n"
        ),
        Bad(
            "海州市商务局关于组织企业参加[[~越南]]国际贸易博览会的通知\n\n各企业：\n\n"
            "现就组织参加[[泰国]]国际贸易博览会有关事项通知如下：\n\n一、越南国际贸易博览会定于6月6日举行。\n"
        ),
        Bad(
            "海州市文化局关于组织参加第八届[[~北方]]滨海旅游博览会的通知\n\n各县文化局：\n\n"
            "为做好第八届[[南方]]滨海旅游博览会参展工作，现就有关事项通知如下：\n\n一、每县选送3家。\n"
        ),
        Bad(
            "关于做好[[~“五一”]]期间安全生产工作的通知\n\n各区人民政府：\n\n[[“十一”]]假期将至，各单位应当加强值班。\n"
        ),
        Bad(
            "关于启动防汛[[~Ⅳ级]]应急响应的通知\n\n各村：\n\n据预报，局部有大暴雨，决定自7月11日18时起启动防汛[[Ⅲ级]]应急响应。\n"
        ),
        Good(
            "关于终止防汛Ⅳ级应急响应的通知\n\n各镇：\n\n省防指决定终止防汛Ⅲ级应急响应。\n\n市防指决定终止防汛Ⅳ级应急响应。\n"
        ),
        Good(
            "关于将防汛四级应急响应提升为三级应急响应的通知\n\n各镇：\n\n市防指决定自7月11日8时起启动防汛三级应急响应。\n"
        ),
        Good("关于启动防汛三级应急响应的通知\n\n各村：\n\n决定将防汛四级应急响应提升为防汛三级应急响应。\n"),
        Bad(
            "关于举办[[~第八届]]青岭山杜鹃花节的请示\n\n县人民政府：\n\n拟于2019年4月举办[[第七届]]青岭山杜鹃花节，请批示。\n"
        ),
        Bad("关于授予李某[[~第五届]]“竹乡工匠”称号的决定\n\n各乡镇：\n\n决定授予李某[[第四届]]“竹乡工匠”称号。\n"),
        Bad(
            "海州市人民政府关于同意[[~洪田镇]]总体规划的批复\n\n洪田镇人民政府：\n\n原则同意《[[小陶镇]]总体规划》。\n"
        ),
        Bad(
            "海州市商务局关于组织参加[[~俄罗斯]]国际农业展览会的通知\n\n各企业：\n\n现就组织参加[[白俄罗斯]]国际农业展览会有关事项通知如下：\n\n"
            "一、展览会定于9月举行。\n"
        ),
        Bad(
            "关于举办海州市第三届乡村[[~诗歌]]节的通知\n\n各县文化局：\n\n定于5月举办海州市第三届乡村[[音乐]]节，现通知如下：\n\n"
            "一、设主会场一个。\n"
        ),
        Good(
            "关于举办海州市第三届乡村诗歌节的通知\n\n各县文化局：\n\n定于5月举办海州市第三届乡村文化节诗歌节，现通知如下：\n"
        ),
        Good("关于做好劳动节期间值班工作的通知\n\n各区人民政府：\n\n“五一”假期将至，请加强值班。\n"),
        Good(
            "关于举办第八届青岭山杜鹃花节的请示\n\n县人民政府：\n\n定于2018年的第七届青岭山杜鹃花节已成功举办。第八届拟于4月举办。\n"
        ),
        Good(
            "关于做好2024年规范校外培训机构治理工作的通知\n\n各县教育局：\n\n现就做好2024年加强校外培训机构治理工作通知如下：\n"
        ),
        Good(
            "浙江省绍兴市人力资源局监察决定书\n\n某公司：\n\n决定责令改正。\n\n"
            "不服本决定，可以向江苏省绍兴市人力资源局申请复议。\n"
        ),
        Good("关于2024年中秋节放假的通知\n\n各区人民政府：\n\n现将中秋节放假安排通知如下，国庆节另行通知。\n"),
    ),
)
def title_occasion(document: Document, options: Options) -> Findings:
    """One finding a document and kind: the first other holiday of its text, and what an announcement says otherwise."""
    title = document.head.title
    if title:
        found = [*_holidays(document, title), *_copied(document, title)]
        found = found or [*_swapped(document, title), *_placed(document, title)]
        # A city under another's province is told as such (OR008).
        told = {one.span.start for one in document.read(misspelt_names)} if found else set()
        yield from (one for one in found if one.span.start not in told)


def _holidays(document: Document, title: Paragraph) -> Findings:
    """The first other holiday of the text, with those like it and the title's own."""
    named = list(_HOLIDAY.finditer(title.text))
    names = {_name(match) for match in named}
    text, stream = document.read(own_words), document.read(flow)
    end = title.span().end
    uses: dict[str, list[re.Match[str]]] = {}
    for match in _HOLIDAY.finditer(stream.text) if named else ():
        # What is quoted is none of the document's own words.
        own = match["short"] or text[match.start()] == match[0][0]
        if own and stream.span(*match.span()).start >= end:
            uses.setdefault(_name(match), []).append(match)
    if not uses or names & set(uses):
        return
    same = max(uses.values(), key=len)
    first, *others = [stream.span(*match.span()) for match in same]
    related = [see(title.span(*named[0].span()), "题名", "the title")]
    related += [see(span, "同样的词", "the same word again") for span in others]
    args = {"title": named[0][0].strip("“”"), "found": same[0][0].strip("“”"), "count": len(same)}
    yield Finding(first, args, tuple(related))


def _name(holiday: re.Match[str]) -> str:
    return holiday["name"] or _SHORT[holiday["short"]]


def _copied(document: Document, title: Paragraph) -> Findings:
    """The first announcing sentence that has another edition or country before the words of the title."""
    marks = list(_marks(title.text))
    if not marks:
        return
    text, stream = document.read(own_words), document.read(flow)
    end = title.span().end
    levels = [title.text[start:stop] for start, stop, _ in marks if title.text[stop - 1] == "级"]
    said = list(_announcing(text))
    # 将四级响应提升为三级响应 is of two; another body's level may stand beside that of the title.
    if len(levels) > 1 or any(levels[0] in text[first:last] for first, last in said if levels):
        marks = [mark for mark in marks if title.text[mark[1] - 1] != "级"]
    for first, last in said:
        # The title of a prize that the edition is of stands in quotation marks.
        sentence = stream.text[first:last]
        for start, stop, kind in marks:
            words = title.text[start:stop]
            places = finds(sentence, title.text[stop : stop + _SAME]) if not _names(sentence, words) else ()
            at, other = next(((at, mark) for at in places if (mark := _before(sentence, at, kind))), (0, ""))
            own = other != "" and text[first + at - 1] == other[-1]
            place = stream.span(first + at - len(other), first + at) if own else None
            over = _REVIEWS.search(sentence, 0, at - len(other)) or _DONE.search(sentence, at, at + _OVER)
            if place and place.start >= end and not over:
                args = {"title": words, "found": other, "count": 1}
                yield Finding(place, args, (see(title.span(start, stop), "题名", "the title"),))
                return


def _swapped(document: Document, title: Paragraph) -> Findings:
    """The first announcing sentence that has another word than the title behind the same year or edition."""
    text, stream = document.read(own_words), document.read(flow)
    end = title.span().end
    anchors = [at + 1 for at, character in enumerate(title.text) if character in _COUNTED]
    for first, last in _announcing(text) if anchors else ():
        sentence = text[first:last]
        for start, at, length in (one for anchor in anchors for one in _parting(title.text, anchor, sentence)):
            words, other = title.text[start : start + length], sentence[at : at + length]
            place = stream.span(first + at, first + at + length) if words not in sentence else None
            if place and place.start >= end and not _REVIEWS.search(sentence, 0, at):
                args = {"title": words, "found": other, "count": 1}
                yield Finding(place, args, (see(title.span(start, start + length), "题名", "the title"),))
                return


def _parting(title: str, anchor: int, sentence: str) -> Iterator[tuple[int, int, int]]:
    """Where the words of a title behind a year or edition and those of a sentence part for one word, and its length.

    What follows the word is the same: six characters, or all that the title has of a name (第三届乡村诗歌节).
    """
    matter = title.rfind("的", anchor)
    for place in finds(sentence, title[max(anchor - _ANCHOR, 0) : anchor]):
        at, start = place + min(_ANCHOR, anchor), anchor
        while start < matter and sentence[at : at + 1] == title[start]:
            at, start = at + 1, start + 1
        # 木材, 石材: words that share their last character.
        for length in (2, 3):
            rest = title[start + length : min(start + length + _BEHIND, max(matter, 0))]
            enough = len(rest) == _BEHIND or rest.endswith(_OCCASIONS)
            words, other = title[start : start + length], sentence[at : at + length]
            goes_on = enough and sentence.startswith(rest, at + length) and all(map(is_han, rest))
            if goes_on and words[0] != other[:1] and _is_name(words) and _is_name(other):
                yield start, at, length


def _placed(document: Document, title: Paragraph) -> Findings:
    """The first announcing sentence that gives the words of the title to another town than the addressee's."""
    stream = document.read(flow)
    end = title.span().end
    for addressed in _ADDRESSED.finditer(stream.text):
        name = addressed["place"]
        start = title.text.find(name, max(title.text.find("关于"), 0))
        behind = title.text[start + len(name) : start + len(name) + _BEHIND]
        if start < 0 or len(behind) < _BEHIND or not all(map(is_han, behind[:_SAME])):
            continue
        for first, last in _announcing(stream.text):
            at = stream.text.find(behind[:_SAME], first, last)
            other = stream.text[at - len(name) : at]
            apart = at > first and other != name and other[-1:] == name[-1] and all(map(is_han, other))
            place = stream.span(at - len(name), at) if apart and name not in stream.text[first:last] else None
            if place and place.start >= end and other not in title.text:
                args = {"title": name, "found": other, "count": 1}
                yield Finding(place, args, (see(title.span(start, start + len(name)), "题名", "the title"),))
                return


def _is_name(word: str) -> bool:
    """Whether a word can say which one is meant: it is in the vocabulary and no verb."""
    return all(map(is_han, word)) and known(word) and word not in _VERBS


def _marks(title: str) -> Iterator[tuple[int, int, str]]:
    """The editions, countries and provinces that a title names, each followed by words enough."""
    subject = max(title.find("关于"), 0)
    found = [(*match.span(), "edition") for match in _EDITIONS.finditer(title, subject)]
    for name in (*_COUNTRIES, *PROVINCES):
        at = title.find(name, subject)
        if at >= 0 and _names(title[subject:], name):
            found.append((at, at + len(name), "place"))
    for start, stop, kind in found:
        words = title[stop : stop + _SAME]
        if len(words) == _SAME and all(map(is_han, words.removeprefix("“"))):
            yield start, stop, kind


def _before(sentence: str, at: int, kind: str) -> str:
    """The edition or country right before an offset."""
    if kind == "edition":
        match = _EDITION.search(sentence, max(0, at - _EDITION_LENGTH), at)
        return match[0] if match else ""
    return max((name for name in (*_COUNTRIES, *PROVINCES) if sentence.endswith(name, 0, at)), key=len, default="")


def _names(sentence: str, words: str) -> bool:
    """Whether a sentence has an edition or place by itself: 俄罗斯, not 白俄罗斯."""
    for longer in (name for name in _COUNTRIES if words in name and name != words):
        sentence = sentence.replace(longer, "")
    return words in sentence


def _announcing(text: str) -> Iterator[tuple[int, int]]:
    """The sentences that announce what a document is about, each once."""
    done = -1
    for match in _ANNOUNCES.finditer(text):
        if match.start() < done:
            continue
        floor = max(0, match.start() - _REACH)
        start = max(floor, *[text.rfind(mark, floor, match.start()) + 1 for mark in "。\n"])
        ends = [text.find(mark, match.end(), match.end() + _REACH) for mark in "。\n"]
        done = min([end for end in ends if end >= 0], default=min(match.end() + _REACH, len(text)))
        yield start, done
