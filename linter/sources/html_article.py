"""Which part of a page is the article: the innermost element that holds most of its running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from linter.language import NamedTuple, lazy

# What never holds running text that a reader sees, or text struck out; of characters with a reading (ruby), the
# reading; what Word leaves of its own settings.
_SILENT = (
    "script style noscript template head iframe object svg canvas select option button textarea input nav footer aside "
    "audio video map datalist dialog rp rt rtc xml del s strike"
)
SILENT = frozenset(_SILENT.split())
_HIDDEN = re.compile(r"display *: *none", re.IGNORECASE)
# Inside these stands one paragraph or one row, never the whole article.
_LEAVES = frozenset(("p", "li", "ul", "ol", "dl", "tr", "h1", "h2", "h3", "blockquote", "pre", "span", "font"))
_MARKS = re.compile("[，。；：、]")
# Running text has about one mark in ten characters, navigation none.
_MARK_WEIGHT = 10
_SHARE = 0.7
# Beside the article, what holds so many links with so large a share of its words is a list of them.
_LINKS = 2
_LINKED = 0.6
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
# A title outside the article stands so many elements before it at most, in so many characters, in no sentence.
_NEAR = 100
_LONGEST = 120
_TITLE_END = lazy(r"(?:{ACT}(?<![章规]程)|决定|解释|公告)(?:[（(][^（）()]{1,12}[）)])?$")
_SENTENCE = re.compile("[。；，]")
_ASIDE = frozenset(("a", "li"))
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
        if heaviest is None or heaviest.value < whole * _SHARE or _is_leaf(heaviest.element):
            break
        behind = children[children.index(heaviest) + 1 :]
        if any(child is not heaviest.element and _is_official(child) for child in article) or any(
            _is_annex(child, whole) for child in behind
        ):
            _drop_lists(article, heaviest.element)
            break
        article = heaviest.element
    while article.tag in ("table", "tbody", "tr") and article is not body:
        article = article.getparent()
    return article


def _is_leaf(element: Any) -> bool:
    """Whether one paragraph or one row stands in an element; a row around tables lays out the page."""
    return element.tag in _LEAVES and not (
        element.tag == "tr" and next(element.iterdescendants("table"), None) is not None
    )


def _drop_lists(article: Any, core: Any) -> None:
    """Take lists of links out that stand beside the core of an article: related pages, paths to the page."""
    for child in list(article):
        if child is not core and isinstance(child.tag, str) and _is_list_of_links(child):
            child.tag, child.text = "nav", None


def _is_list_of_links(element: Any) -> bool:
    links = ["".join(link.itertext()) for link in element.iter("a")]
    words = "".join("".join(element.itertext()).split())
    linked = sum(len("".join(link.split())) for link in links)
    return len(links) >= _LINKS and linked >= _LINKED * len(words) and not words.startswith("附")


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


def weight_of(body: Any) -> int:
    """How much running text stands in the body of a page."""
    return _weigh(body).get(body, 0)


def _weight(words: str | None) -> int:
    if not words or words.isspace():
        return 0
    return len(_SPACES.sub("", words)) + _MARK_WEIGHT * len(_MARKS.findall(words))


def title_of(body: Any, article: Any) -> str:
    """The title that the page gives outside its article; nothing if the article begins with it.

    Government sites must carry it as ``ArticleTitle`` (政府网站发展指引, 国办发〔2017〕47号).
    """
    root = body.getroottree().getroot()
    named = [meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "articletitle"]
    headed = ["".join(heading.itertext()) for heading in body.iter("h1") if not is_silent(heading)]
    tabs = [_SITE.split("".join(tab.itertext()).strip())[0] for tab in root.iter("title")]
    others = [*headed[::-1], *tabs]
    titles = [*named, *(one for one in others if _TITLE_END.search(one)), *_before(article), *others]
    titles = [_SPACES.sub(" ", title).strip() for title in titles]
    title = next((title for title in titles if len(title) > 4), "")
    key = _SPACES.sub("", _BRACKETED.sub("", title))
    opening = _SPACES.sub("", "".join(article.itertext())[: 4 * len(title) + 2000])[: len(title) + 200]
    # A text may begin by citing the title.
    return "" if re.search(f"(?<![《〈“]){re.escape(key)}(?![》〉])", opening) else title


def _before(article: Any) -> Iterator[str]:
    """The last words before an article that end as titles do, if they stand near it in an element of their own."""
    for element in islice(_backwards(article), _NEAR):
        words = _SPACES.sub(" ", element.text or "").strip()
        if 0 < len(words) <= _LONGEST and not _SENTENCE.search(words) and _TITLE_END.search(words):
            yield words
            return


def _backwards(article: Any) -> Iterator[Any]:
    """The elements before an article, the nearest first, without links, items of lists and what is silent."""
    for around in (article, *article.iterancestors()):
        stack = list(around.itersiblings(preceding=True))[::-1]
        while stack:
            element = stack.pop()
            if isinstance(element.tag, str) and element.tag not in _ASIDE and not is_silent(element):
                yield element
                stack.extend(element)
