"""What a reader of a Markdown file sees: the same text, place by place, with markup made void.

Words stay where they stand in the file; link targets, comments, front matter and the marks around words are blanked.
Tables written in HTML become rows of cells parted by tabs.

Tables in HTML within Markdown: each row a line, cells parted by tabs, as long as they were.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from html import unescape

from linter.language import UNDERLINES, VOID, lazy
from linter.sources.blocks import PILCROW, clean
from linter.sources.raised import raised

# A line break written as a tag; white space to every pattern, as ``VOID`` is.
_BREAK = "\x0b"
# Characters that are meant as they stand, for as long as marks around words are looked for: no text holds these.
_LITERAL = {"*": "\ufdd0", "_": "\ufdd1", "~": "\ufdd2"}
# In a cell a bar that was escaped must not part cells; no document uses this one.
_BAR = "¦"
_FRONT = lazy(r"---[ \t]*\r?\n(?=[\w\-]+[ \t]*:).*?^(?:---|\.\.\.)[ \t\r]*$", re.DOTALL | re.MULTILINE)
# A body has its own title in so many characters, if it has one.
_HEAD = 4000
# The title that front matter gives; and a body without one: it begins with a chapter, an article, an item, a sentence.
_TITLE = lazy(
    r"^(?:title|标题|题名)[ \t]*[:：][ \t]*([\"']?)(?P<words>[\u4e00-\u9fff《（“][^\n]*?)\1[ \t]*\r?$", re.MULTILINE
)
_UNTITLED = lazy(r"[\s\x1f#*]*+(?:第[一二三四五六七八九十]+[章编条]|[一二三四五六七八九十]+、|[^\n>|][^\n]*[，。；：])")
_CODED = r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});"
_ENTITY = lazy(_CODED)
_TOKEN = lazy(
    r"(?P<fence>^ {0,3}(?P<ticks>```+|~~~+)[^\n]*(?:.*?^ {0,3}(?P=ticks)[`~]*[ \t\r]*$|.*))"
    r"|(?P<comment><!--(?:(?!<!--).)*?-->)"
    r"|(?P<table><table\b(?:(?!<table\b).)*?</table\s*>)"
    r"|(?P<escape>\\(?:[!-/:-@\[-`{-~]|(?=\r?\n)))"
    r"|(?P<code>(?<!`)(?P<tick>`{1,3})(?!`)[^`\n]+(?P=tick)(?!`))"
    r"|(?P<label>^ {0,3}\[\^[^\]\s]+\]:[ \t]*)"
    r"|(?P<definition>^ {0,3}\[[^\]\n]+\]:[ \t]*[!-~][^\n]*$)"
    r"|(?P<task>(?<=[-*+] )\[[ xX]\](?= ))"
    r"|(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<link>!?\[(?P<words>(?:[^\[\]\n\\]|\\.|\[[^\[\]\n]*\])*)\]"
    r"(?:\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
    r"|\[(?P<to>[^\[\]\n]*)\])"
    r"(?:\{[^{}\n]*\})?)"
    r"|(?P<address><(?:https?://|mailto:)[^<>\s]*>)"
    r"|(?P<line><(?:br|/?p|/?div|/?center|/?h[1-6]|/?table|/?tr|/?t[dh]|hr)\b[^<>\n]*>)"
    r"|(?P<raised><sup>[ \t]*[\d+\-−]{1,3}[ \t]*</sup>|(?<=\w)\^[\d+\-−]{1,3}\^)"
    r"|(?P<tag></?(?:a|b|u|s|i|em|strong|del|ins|sub|sup|span|font|img|small|mark|thead|tbody|tfoot|colgroup|col)\b[^<>\n]*>)"
    rf"|(?P<entity>{_CODED})",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_DEFINED = lazy(r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:", re.MULTILINE)
# Marks around words: strong, then what is struck, emphasised with asterisks, emphasised with low lines.
_AROUND = (
    lazy(r"(\*\*)(?=[^ \t\n*])([^*\n]*[^* \t\n])(\*\*)"),
    lazy(r"(~~)(?=[^ \t\n~])([^~\n]+)(~~)"),
    lazy(r"(?<![\d*])(\*)(?=[^ \t\n*])([^*\n]*[^* \t\n])(\*)(?![\d*])"),
    lazy(r"(?<!\w)(_{1,3})(?=[^ \t\n_])([^_\n]*[^_ \t\n])(_{1,3})(?!\w)"),
)
_CLOSED_HEADING = lazy(r"^( {0,3}#{1,6} [^\n]*?)( +#+)(?=[ \t\r]*$)", re.MULTILINE)
_UNDERLINED = lazy(r"(?:(?<=[^ \t\r\n|]\n)|(?<=[^ \t\r\n|]\r\n))( {0,3})(==+|--+)(?=[ \t\r]*$)", re.MULTILINE)
_NO_TITLE = lazy(r"[ \x1f]*[-*+>|#]")
_RULE = lazy(r"^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})(?=[ \t\r]*$)", re.MULTILINE)
_BREAKS = lazy(rf"^[^\n]*{_BREAK}[^\n]*", re.MULTILINE)
# A table without bars at its sides: its head, the line below, and its rows.
_LOOSE = lazy(
    r"^( {0,3}[^|\n\s][^|\n]*\|[^\n]*)(\n {0,3}:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\r?)((?:\n[^|\n]+\|[^\n]*)*)",
    re.MULTILINE,
)


def shown(raw: str) -> str:
    """The text as it is read, as long as ``raw``. What a fence holds is left to the structure, which passes over it."""
    front = _FRONT.match(raw)
    start = front.end() if front else 0
    defined = {name.lower() for name in _DEFINED.findall(raw)} if "]:" in raw else set()
    words = _marks(_TOKEN.sub(lambda match: _replace(match, defined), raw[start:]))
    for character, stand_in in _LITERAL.items():
        words = words.replace(stand_in, character)
    words = _BREAKS.sub(_broken, words) if _BREAK in words else words
    return (_titled(front, words) if front else "") + words


def _titled(front: re.Match[str], words: str) -> str:
    """Front matter as it is read: nothing, or the title of a body that begins without one."""
    title = _TITLE.search(front[0]) if _UNTITLED.match(words) else None
    if not title or title["words"] in words[:_HEAD]:
        return VOID * len(front[0])
    start, end = title.span("words")
    last = front[0].find("\n", end)
    return VOID * start + title["words"] + VOID * (last - end) + "\n" + VOID * (len(front[0]) - last - 1)


def _replace(match: re.Match[str], defined: set[str]) -> str:
    """A stretch of markup as it is read, as long as it was."""
    kind = match.lastgroup or ""
    if kind == "link":
        return _link(match, defined)
    read = _READ.get(kind)
    return read(match) if read else VOID * len(match[0])


def _literal(words: str) -> str:
    """Words none of whose characters is markup."""
    for character, stand_in in _LITERAL.items():
        words = words.replace(character, stand_in)
    return words.replace("|", _BAR)


def _escape(match: re.Match[str]) -> str:
    return VOID + _literal(match[0][1:])


def _code(match: re.Match[str]) -> str:
    marks = VOID * len(match["tick"])
    return marks + _literal(match[0][len(marks) : -len(marks)]) + marks


def _address(match: re.Match[str]) -> str:
    """The address between angle brackets is read, as any other in the text is."""
    return VOID + _literal(match[0][1:-1]) + VOID


def _entity(match: re.Match[str]) -> str:
    whole = match[0]
    plain = unescape(whole)
    if len(plain) != 1:
        return whole
    return (" " if plain.isspace() else plain) + VOID * (len(whole) - 1)


def _link(match: re.Match[str], defined: set[str]) -> str:
    """The words of a link or an image; square brackets that are no link stay."""
    whole, words = match[0], match["words"]
    if match["to"] is not None and (match["to"] or words).lower() not in defined:
        return whole
    start = match.start("words") - match.start()
    seen = _TOKEN.sub(lambda inner: _replace(inner, defined), words)
    return VOID * start + seen + VOID * (len(whole) - start - len(words))


def _raised(match: re.Match[str]) -> str:
    """Raised figures between their marks."""
    return "".join(raised(one) if one in "0123456789+-−" else VOID for one in match[0])


# What is read as something; all other markup is read as nothing.
_READ: Mapping[str, Callable[[re.Match[str]], str]] = {
    "fence": lambda match: match[0],
    "table": lambda match: rows(_ENTITY.sub(_entity, match[0])),
    "line": lambda match: _BREAK + VOID * (len(match[0]) - 1),
    "escape": _escape,
    "code": _code,
    "address": _address,
    "entity": _entity,
    "raised": _raised,
}


def _marks(words: str) -> str:
    """Words without the marks around them, headings by underline marked as such, rules and loose tables."""
    for mark, pattern in zip("*~*_", _AROUND, strict=True):
        if mark in words:
            words = pattern.sub(lambda found: VOID * len(found[1]) + found[2] + VOID * len(found[3]), words)
    if "#" in words:
        words = _CLOSED_HEADING.sub(lambda found: found[1] + VOID * len(found[2]), words)
    if "|" in words:
        words = _LOOSE.sub(_tabbed, words)
    if "--" in words or "==" in words:
        words = _UNDERLINED.sub(_underlined, words)
    return _RULE.sub(lambda found: VOID * len(found[0]), words)


def _tabbed(match: re.Match[str]) -> str:
    """A loose table with tabs for bars; the line below its head goes with its line end, or it would part them."""
    head, below = (part.replace("\t", " ").replace("|", "\t") for part in (match[1], match[3]))
    return head + VOID * len(match[2]) + below


def _underlined(match: re.Match[str]) -> str:
    """The line below a title tells its depth; below an item of a list it is a rule."""
    line = match.string.rfind("\n", 0, match.string.rfind("\n", 0, match.start())) + 1
    depth = VOID if _NO_TITLE.match(match.string, line) else UNDERLINES["=-".index(match[2][0])]
    return depth + VOID * (len(match[0]) - 1)


def _broken(match: re.Match[str]) -> str:
    """A line with breaks: in a row of a table they part the paragraphs of a cell, elsewhere they end lines."""
    line = match[0]
    return line.replace(_BREAK, "¶" if line.lstrip().startswith("|") or "\t" in line else "\n")


_TAG = lazy(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_SPAN = {name: lazy(rf"\b{name} *= *[\"']?(\d{{1,3}})", re.IGNORECASE) for name in ("colspan", "rowspan")}
_WITHIN = lazy(r"<!--.*?-->", re.DOTALL)


class _Table:
    """The grid so far: the column that comes next, the tabs owed before it, and the columns that cells above take."""

    def __init__(self) -> None:
        self.column = self.owed = 0
        self.open = False
        self.taken: defaultdict[int, int] = defaultdict(int)

    def cell(self, attributes: str) -> str:
        """The tabs before a cell; merged cells have their words at their first place."""
        while self.taken[self.column]:
            self._step()
        tabs = "\t" * self.owed
        self.owed = 0
        columns, deep = (int(found[1]) if (found := _SPAN[name].search(attributes)) else 1 for name in _SPAN)
        for _ in range(max(columns, 1)):
            # The row itself is counted off below with the others.
            self.taken[self.column] = max(deep, 1)
            self._step()
        return tabs

    def _step(self) -> None:
        self.taken[self.column] = max(self.taken[self.column] - 1, 0)
        self.column += 1
        self.owed += 1

    def end(self) -> str:
        """The line end behind a row that was begun."""
        if not self.open:
            return ""
        while any(left for column, left in self.taken.items() if column >= self.column):
            self._step()
        tabs = "\t" * max(self.owed - 1, 0)
        self.column = self.owed = 0
        self.open = False
        return tabs + "\n"


def rows(table: str) -> str:
    """The table as it is read. Where a tag has no room for the tabs it stands for, as many as it has room for."""
    if "<!--" in table:
        table = _WITHIN.sub(lambda found: VOID * len(found[0]), table)
    grid = _Table()
    parts: list[str] = []
    at = 0
    for tag in _TAG.finditer(table):
        parts.append(clean(table[at : tag.start()]))
        parts.append(_put(_stands_for(tag, grid), len(tag[0])))
        at = tag.end()
    return "".join([*parts, clean(table[at:])])


def _stands_for(tag: re.Match[str], grid: _Table) -> str:
    """What a tag is read as."""
    closing, name = bool(tag[1]), tag[2].lower()
    if name in ("td", "th") and not closing:
        grid.open = True
        return grid.cell(tag[3])
    if name in ("tr", "table", "caption"):
        return grid.end() or ("\n" if name != "tr" else "")
    return PILCROW if name in ("p", "br", "div", "li") else ""


def _put(words: str, length: int) -> str:
    """Words within a length, a line end kept last."""
    if len(words) > length:
        words = words[: length - 1] + words[-1]
    return words + VOID * (length - len(words))
