"""Page furniture: what a web page prints around a document. It is not the document's text.

Menus, the line of time and source, the fields of the record (索引号, 发文字号), buttons, and the foot with the
registration of the site. Judged line by line, by words that only pages use.
"""

from linter.language import lazy, lexicon

# A line is looked at only if it holds one of these.
_HINT = lazy(r"{PAGE_HINT}|ICP|www\.|RSS|E-mail|】")
_LONGEST = 160
# The fields of a record, by which a page is found; beside one of them a field of any name belongs to the record.
_FIELD = r"(?:{PAGE_FIELD}|索 ?引 ?号|来 {0,2}源|点击(?:次?数|量))"
_ANY = rf"(?:{_FIELD}|(?:责任)?[标名文作编] {{0,2}}[题称号者辑]|有效性|(?:发文)?字[体号])"
_DAY = r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?"
_RECORD = lazy(
    rf"[^。]*?{_FIELD} *: *(?:[^。]*?{_ANY} *:| *[\d【])"  # a field with a number behind it, or two fields
    rf"|[^。]*?{_ANY} *: *[^。]*?{_FIELD} *:"
    rf"|[\[【(]? *(?:信息|文章|资料)?来 {{0,2}}源 *:(?:[^。]{{1,40}}| *[^。 ]{{0,30}} *日期 *: *{_DAY})$"
    rf"|[^。]{{0,30}}?{_DAY} *(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)? *(?:【?来 ?源|浏览|字体|打印|作者 *:|点击)"
    rf"|{_DAY} +\d{{1,2}}:\d{{2}}(?::\d{{2}})?$"
    r"|(?:政府|门户)网站 +www\.\S+|信息分类 *:"
    r"|[(]?(?:责任编辑|编辑) *:[^。,]{2,20}[)]?$|(?:浏览|阅读|访问|点击)(?:次?数|量)? *: *\d+ *次?$"
)
_OWN = lazy(rf"(?:{_ANY}|{{PAGE_FOOT}}) *:")
_BUTTONS = lazy(
    r"(?:您[^。:>]{0,5}|当前|所在)的?位置 *[:>»]|(?:网站)?首页 ?[>|»》/-]|(?:设为|返回)首页|加入收藏|← ?返回"
    r"|(?:手机版|简体|繁体|繁體|(?:微信|手机)二维码|[站本全](?:内|站)搜索|相关(?:链接|文[档章]|阅读|信息) ?:?)$"
    r"|(?:分享到?(?: ?:.{0,20})?|返回顶部|联系我们|关于我们|首页|[】\])|>]+)$"
    r"|【E-mail|(?:上|下)一[篇条] ?:|扫一扫|RSS信息|[^。]{0,40}(?:网站|站点)地图[^。]{0,40}$"
)
# A line of buttons and nothing else, two or more: 【打印】 【关闭】, 字号:大 中 小.
_PARTS = lazy(r"[^ |\[\]【】():]+")
_WORDS = lexicon.words("PAGE_BUTTON")
_FOOT = lazy(
    r"[^。]{0,60}(?:ICP备|公网安备|网站标识码|版权所有|技术支持 ?:)[^。]{0,60}$"
    r"|[^。]{2,30}(?:公司|中心) ?(?:提供)?技术支持$|本网站由[^。]{2,30}主办"
)
# In a table of a document these are cells of a form, not the fields of a page.
_CELLS = "|"


def is_furniture(line: str) -> bool:
    """Whether a line of normal text, without its margin, belongs to the page."""
    if len(line) > _LONGEST or line[0] in _CELLS or "。" in line or not _HINT.search(line):
        return False
    words = line.replace("\t", " ")
    return bool(_RECORD.match(words) or _BUTTONS.match(words) or _FOOT.match(words)) or _are_buttons(words)


def _are_buttons(words: str) -> bool:
    """Whether a line holds buttons alone, two or more, or one in brackets."""
    if len(words) > _LONGEST // 3:
        return False
    parts = _PARTS.findall(words)
    return bool(parts) and _WORDS.issuperset(parts) and (len(parts) > 1 or words[0] in "[【(")


def is_field(line: str) -> bool:
    """Whether a line right behind furniture is one more field of the page's record (名称, 标题, 文号)."""
    return len(line) <= _LONGEST and "。" not in line and bool(_OWN.match(line.replace("\t", " ")))
