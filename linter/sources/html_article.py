"""Which part of a page is the article: the innermost element that holds most of its running text."""

from __future__ import annotations

import re
from typing import Any

from linter.language.record import NamedTuple

# What never holds running text that a reader sees; of characters with a reading (ruby), the reading.
_SILENT = (
    "script style noscript template head iframe object svg canvas select option button textarea input nav footer aside "
    "audio video map datalist dialog rp rt rtc"
)
SILENT = frozenset(_SILENT.split())
_HIDDEN = re.compile(r"display *: *none", re.IGNORECASE)
# Inside these stands one paragraph or one row, never the whole article.
_LEAVES = frozenset(("p", "li", "ul", "ol", "dl", "tr", "h1", "h2", "h3", "blockquote", "pre", "span", "font"))
_MARKS = re.compile("[，。；：、]")
# Running text has about one mark in ten characters, navigation none.
_MARK_WEIGHT = 10
_SHARE = 0.7
# What stands behind the article and has so large a share of the text, in so many sentences, is its annex.
_ANNEX = 0.1
_SENTENCES = 3
_SPACES = re.compile(r"\s+")
# The name of the site stands behind the title of the page.
_SITE = re.compile(r"[_|｜]|\s[-–—]|[-–—](?=[^-–—]*$)")
_OFFICIAL = re.compile(
    r"[\u4e00-\u9fff]{2,12}〔\d{4}〕\d+号$|\d{4}年\d{1,2}月\d{1,2}日$|各[^：:\d]{5,}：$"
    r"|附[件表录图] ?[\d一二三四五六七八九十]{0,3}$"
)
_BRACKETED = re.compile(r"^[（(【\[][^）)】\]]{1,8}[）)】\]]")


class _Weight(NamedTuple):
    """An element and how much running text stands in it."""

    element: Any
    value: int


def is_silent(element: Any) -> bool:
    """Whether an element and all in it is invisible or belongs to the frame of the page."""
    return (
        element.tag in SILENT or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
    )


def find_article(body: Any) -> Any:
    """The innermost element that holds at least seven tenths of the running text; the body if there is none."""
    weights = _weigh(body)
    whole = weights.get(body, 0)
    article = body
    while whole:
        children = [_Weight(child, weights.get(child, 0)) for child in article if isinstance(child.tag, str)]
        heaviest = max(children, key=lambda child: child.value, default=None)
        if heaviest is None or heaviest.value < whole * _SHARE or heaviest.element.tag in _LEAVES:
            break
        if any(child is not heaviest.element and _is_official(child) for child in article):
            break
        if any(_is_annex(child, whole) for child in children[children.index(heaviest) + 1 :]):
            break
        article = heaviest.element
    while article.tag in ("table", "tbody", "tr") and article is not body:
        article = article.getparent()
    return article


def _is_annex(child: _Weight, whole: int) -> bool:
    """Whether what stands behind the article is much text in sentences; frames of pages and lists of links are none."""
    if child.value < whole * _ANNEX or child.element.tag in _LEAVES:
        return False
    return "".join(child.element.itertext()).count("。") >= _SENTENCES


def _is_official(element: Any) -> bool:
    """Whether a number, an addressee, a date or a label 附件 stands in an element by itself, and no link."""
    if not isinstance(element.tag, str) or is_silent(element) or next(element.iter("a"), None) is not None:
        return False
    return any(_OFFICIAL.match((one.text or "").strip()) for one in element.iter() if isinstance(one.tag, str))


def _weigh(body: Any) -> dict[Any, int]:
    """How much running text stands in each element; words of links count nothing."""
    weights: dict[Any, int] = {}
    stack = [(body, False)]
    while stack:
        element, done = stack.pop()
        if done:
            own = _weight(element.text)
            weights[element] = own + sum(weights.get(child, 0) + _weight(child.tail) for child in element)
        elif isinstance(element.tag, str) and element.tag != "a" and not is_silent(element):
            stack.append((element, True))
            stack.extend((child, False) for child in element)
    return weights


def _weight(words: str | None) -> int:
    if not words or words.isspace():
        return 0
    return len(_SPACES.sub("", words)) + _MARK_WEIGHT * len(_MARKS.findall(words))


def title_of(body: Any, article: Any) -> str:
    """The title that the page gives outside its article; nothing if the article begins with it.

    Government sites must carry it as ``ArticleTitle`` (政府网站发展指引, 国办发〔2017〕47号).
    """
    root = body.getroottree().getroot()
    named = (meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "articletitle")
    headed = ("".join(heading.itertext()) for heading in body.iter("h1") if not is_silent(heading))
    tabs = (_SITE.split("".join(tab.itertext()).strip())[0] for tab in root.iter("title"))
    titles = [_SPACES.sub(" ", title).strip() for title in (*named, *list(headed)[::-1], *tabs)]
    title = next((title for title in titles if len(title) > 4), "")
    key = _SPACES.sub("", _BRACKETED.sub("", title))
    opening = _SPACES.sub("", "".join(article.itertext())[: 4 * len(title) + 2000])[: len(title) + 200]
    return "" if key in opening else title
