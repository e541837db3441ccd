"""Posts in an organ (副指挥长:市应急管理局局长、武警支队支队长): in lists behind a label, and in table cells."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.bodies.enumerations import enumerations
from linter.facts.bodies.lists import Names, known_names
from linter.facts.bodies.names import is_body
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.columns import Held, headed
from linter.structure.fact import fact
from linter.structure.model import Document, Paragraph, Table

__all__ = ["Post", "posts"]

_ROLE = lazy(r"^(?:(?:组成人|成)员|(?:常务)?副?(?:总?指挥长?|[组队]长|主任|总?召集人))$")
_TITLE = lazy(r"{POST_KIND}*(?:副?(?:{POST}|[局厅部署院会行省市县区州盟社处科]长)|负责人|负责同志)$")


_ENDS = frozenset("长任记员委席理人志")
# Columns that hold numbers, no posts.
_FIGURES: tuple[Held, ...] = (
    "serial",
    "code",
    "telephone",
    "fax",
    "mobile",
    "mark",
    "weight",
    "share",
    "total",
    "rate",
)
# A title is no longer than this, its qualifiers included.
_LONGEST = 16


class Post(NamedTuple):
    """A post: the body, the title in it (支队长), the key of the body, and where it stands."""

    body: str
    title: str
    key: str
    span: Span


class Posts(NamedTuple):
    """The posts of one list or table. ``label`` is the role a list gives them (副指挥长), empty for a table."""

    label: str
    posts: tuple[Post, ...]
    span: Span


@fact("posts")
def posts(document: Document) -> tuple[Posts, ...]:
    """Lists of posts behind a role, with the paragraphs that continue them, and tables that hold posts."""
    known = document.read(known_names)
    return tuple([one for one in (*_lists(document, known), *_tables(document, known)) if one.posts])


def post(words: str, span: Span, known: Names) -> Post | None:
    """Words read as a post, or None if they do not end in a title behind the name of a body."""
    match = _TITLE.search(words, max(0, len(words) - _LONGEST)) if words[-1:] in _ENDS else None
    if not match or not is_body(words[: match.start()]):
        return None
    return Post(words[: match.start()], match[0], known.key(words[: match.start()]), span)


def _lists(document: Document, known: Names) -> Iterator[Posts]:
    found: list[Posts] = []
    for row in document.read(enumerations):
        if _ROLE.match(row.label):
            held = (post(item.text, row.span(item), known) for item in row.items)
            found.append(Posts(row.label, tuple([one for one in held if one]), row.paragraph.span()))
    following = _following(document, {one.span for one in found})
    for one in found:
        more = (post(paragraph.text, paragraph.span(), known) for paragraph in following.get(one.span, ()))
        yield one._replace(posts=one.posts + tuple([held for held in more if held]))


def _following(document: Document, spans: set[Span]) -> dict[Span, list[Paragraph]]:
    """The short paragraphs behind each list that may go on with it."""
    following: dict[Span, list[Paragraph]] = {}
    starts = {span.start for span in spans}
    current: list[Paragraph] | None = None
    for block in document.blocks if spans else ():
        if not isinstance(block, Paragraph) or len(block) > 30 or ":" in block.text:
            current = None
        elif current is not None:
            current.append(block)
        if isinstance(block, Paragraph) and block.pieces[0].start in starts and block.span() in spans:
            current = following.setdefault(block.span(), [])
    return following


def _tables(document: Document, known: Names) -> Iterator[Posts]:
    for table in document.tables:
        yield Posts("", tuple(_cells(table, known)), table.span)


def _cells(table: Table, known: Names) -> Iterator[Post]:
    others = set(headed(table, *_FIGURES)) - set(headed(table, "body", "desk", "person"))
    for row in table.rows:
        for cell in [cell for column, cell in enumerate(row.cells) if column not in others]:
            for paragraph in cell.paragraphs:
                text = paragraph.text
                held = post(text, paragraph.span(), known) if len(text) <= 40 and text[-1] in _ENDS else None
                if held:
                    yield held
