"""A head run together into one line with its text: the name over it, the number, the title and the addressee.

Conversions lose the breaks of a page: 某厅文件某财会〔2021〕13号某厅关于…的通知各市财政局:为… The order of the elements
is that of GB/T 9704-2012 7.2 and 7.3, so each is told by what stands around it.
"""

from linter.language import Text, lazy
from linter.structure.lines import Line, parted
from linter.structure.marks import NUMBER

# A first line of more characters holds more than a head.
_LONG = 200
# The name over the number and the number end within so many characters, the title and addressee within so many more.
_TOP, _REACH = 160, 420
# A title ends where those to whom it goes begin; they end at a colon.
_TITLE = lazy(
    r"[^。:;]{0,60}?关于[^。:;]{2,120}?的(?:通知|意见|决定|{OFFICIAL})"
    r"(?=(?P<to>[各省市县区][^。;:《]{2,240}?[:]|有关[^。;:《]{2,240}?[:]))"
)
# A title alone, that a number stands before or, behind a space, after: 某决定  国发〔2008〕17号.
_ALONE = lazy(r"[^。:;]{0,60}?关于[^。:;]{2,120}?(?:通知|意见|决定|{OFFICIAL})")
_BANNER = "文件"


def opened(text: Text, lines: list[Line]) -> list[Line]:
    """The lines of a text, a head that its first line holds beside the text parted from it."""
    if not lines or lines[0].tabular or lines[0].mark or "号" not in lines[0].text:
        return lines
    first = lines[0]
    number = NUMBER.search(first.text, 0, _TOP)
    if number is None:
        return lines
    if len(first.text) < _LONG:
        return [*parted(text, first, _between(first.text, *number.span())), *lines[1:]]
    title = _TITLE.match(first.text, number.end(), number.end() + _REACH)
    if title is None:
        return lines
    banner = first.text.find(_BANNER, 0, number.end())
    start = banner + len(_BANNER) if banner > 0 else number.start()
    cuts = [start, number.end(), title.end(), title.end("to")]
    return [*parted(text, first, [cut for cut in cuts if 0 < cut < len(first.text)]), *lines[1:]]


def _between(words: str, start: int, end: int) -> list[int]:
    """Where the second begins of a title and a number, ``words[start:end]``, that are all of a line."""
    if not start and _ALONE.fullmatch(words, end):
        return [end]
    return [start] if end == len(words) and words[start - 1] == " " and _ALONE.fullmatch(words[:start].rstrip()) else []
