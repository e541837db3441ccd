"""How many bodies a title says have issued a notice (商务部等9部门关于…), and who signed it."""

from collections.abc import Iterator

from linter.facts.bodies import NAME_ENDS
from linter.facts.counts.counted import Count
from linter.language import Span, lazy, number
from linter.structure import Document, fact

__all__ = ["signers"]

_JOINT = lazy(
    r"(?P<lead>[^\W\d_]{2,20}?)等(?P<words>(?P<n>\d{1,2}|[二三四五六七八九十]{1,3})个?(?:部门|部委|单位|委办局))(?=关于|印发|联合)"
)
_TOKEN = lazy(r"[^ \t、]+")
# 教 育 部: the characters of a short name are spread over its width.
_SPREAD = lazy(r"(?<!\S)(?:\S +){2,}\S(?!\S)")
_SEAL = lazy(r"\((?:代章|章|盖章|印)\)")
_MARKS = frozenset(",。;:《》“”?!")
_ENDS = NAME_ENDS | {"央"}
# A shorter word is the rest of a name that a line broke.
_SHORTEST = 3
_LINE = 60


@fact("signers")
def signers(document: Document) -> tuple[Count, ...]:
    """The declared number of issuers with the names above the date; nothing where these cannot be told for certain."""
    head = document.head
    title = head.title
    joint = _JOINT.match(title.text) if title and head.date else None
    if not joint or not title or not head.date:
        return ()
    names = _signed(document, head.date.source(0))
    if names is None or not any(name.startswith(joint["lead"]) for name, _ in names):
        return ()
    total = len({name for name, _ in names})
    span = title.span(*joint.span("words"))
    return (
        Count(int(number(joint["n"])), joint["words"], span, total, total, tuple(one for _, one in names), "sentence"),
    )


def _signed(document: Document, end: int) -> list[tuple[str, Span]] | None:
    """The names in the lines above an offset, None if one of these lines may be more of them and is not understood."""
    found: list[tuple[str, Span]] = []
    for line, start in _lines_above(document, end):
        bare = line.strip()
        if not bare:
            continue
        if len(bare) > _LINE or not _MARKS.isdisjoint(bare):
            break
        names = list(_signing(line, start))
        if not all(len(name) >= _SHORTEST and name[-1] in _ENDS for name, _ in names):
            return None
        found += names
    return found if len(found) >= _SHORTEST else None


def _lines_above(document: Document, end: int) -> Iterator[tuple[str, int]]:
    text = document.text.normal
    while end > document.span.start:
        start = max(text.rfind("\n", document.span.start, end - 1) + 1, document.span.start)
        yield text[start:end].rstrip("\n"), start
        end = start


def _signing(line: str, start: int) -> Iterator[tuple[str, Span]]:
    bare = _SEAL.sub(lambda seal: " " * len(seal[0]), line)
    spread = [(match.start(), match.end()) for match in _SPREAD.finditer(bare)]
    at = 0
    while match := _TOKEN.search(bare, at):
        end = next((last for first, last in spread if first == match.start()), match.end())
        yield "".join(bare[match.start() : end].split()), Span(start + match.start(), start + end)
        at = end
