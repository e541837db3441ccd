"""What a document numbers, by scheme: what a reference to one of its own numbers is looked up in."""

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from linter.facts.references.articles import Article, articles
from linter.facts.references.citations import own_titles
from linter.language import Span, lazy
from linter.structure import Document, Section
from linter.structure.damage import damage

__all__ = ["TOP", "Outline"]

# The scheme of 9 in a plan that numbers 1, 1.1, 1.1.1.
TOP = "decimal-top"
_MARK = lazy(r"第.+?[条章](?:之[一二三四五六七八九十]+)?|[\d.]+")
# A mark at the head of a line.
_HEAD = lazy(r"(?m)^[ \t#*]*(?P<mark>第.+?[条章](?:之[一二三四五六七八九十]+)?|[\d.]+)(?![\d.之])")


class _Numbers:
    """Sections of one scheme: the first of each number, the numbers in order, and the last that stands there."""

    def __init__(self, sections: list[Section]) -> None:
        self.last = sections[-1]
        self.first = {one.mark.value: one for one in reversed(sections)}
        self.values = sorted(self.first)
        self.several = len(sections) > 1


class Outline:
    """What a document numbers, each kind read once, when the first reference asks for it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def act(self, part: int) -> tuple[int, bool]:
        """The part whose articles a reference in a part means, and whether it is that part itself."""
        return (part, True) if self.articles[part] else (self._longest, False)

    def numbers(self, scheme: str, part: int = -1) -> _Numbers | None:
        """The sections of a scheme in a part, or in all."""
        return self._numbers.get((scheme, part))

    def stands(self, words: str, span: Span) -> bool:
        """Whether the mark stands at the head of some line of a stretch, recognised or not."""
        mark = _MARK.match(words, max(words.find("第"), 0))
        heads = self._heads.get(mark[0], ()) if mark else ()
        at = bisect_left(heads, span.start)
        return at < len(heads) and heads[at] < span.end

    @cached_property
    def articles(self) -> tuple[dict[tuple[int, ...], Article], ...]:
        """The articles of each part, by number."""
        return self.document.read(articles)

    @cached_property
    def cut(self) -> bool:
        """Whether only a part of the text is here: what a reference means may stand in the rest."""
        return any(one.kind == "fragment" for one in self.document.read(damage))

    @cached_property
    def _longest(self) -> int:
        return max(range(len(self.articles)), key=lambda part: len(self.articles[part]))

    @cached_property
    def ends(self) -> list[Section | None]:
        """The last article of each part."""
        return [known[max(known)].section if known else None for known in self.articles]

    @cached_property
    def paragraphed(self) -> list[bool]:
        """Whether an article of each part has several paragraphs, and none shows that two of its own ran together."""
        if any(one.kind == "lines" for one in self.document.read(damage)):
            return [False] * len(self.articles)
        return [any(len(one.clauses) > 1 for one in known.values()) for known in self.articles]

    @cached_property
    def kinds(self) -> set[str]:
        """The last words of the titles that a document has itself, of two to five characters."""
        return {name.title[-length:] for name in self.document.read(own_titles) for length in range(2, 6)}

    @cached_property
    def divisions(self) -> dict[int, Section]:
        """The last 节 by the index of its chapter."""
        return {one.parent: one for one in self.document.sections if one.mark.scheme == "division"}

    @cached_property
    def _numbers(self) -> dict[tuple[str, int], _Numbers]:
        found: dict[tuple[str, int], list[Section]] = defaultdict(list)
        for one in self.document.sections:
            found[one.mark.scheme, one.part].append(one)
            found[one.mark.scheme, -1].append(one)
            if one.mark.scheme == "decimal" and len(one.mark.value) == 1:
                found[TOP, -1].append(one)
        return {key: _Numbers(sections) for key, sections in found.items()}

    @cached_property
    def parted(self) -> set[int]:
        """The decimal numbers that have sections under them."""
        known = self.numbers("decimal")
        return {value[0] for value in known.values if len(value) > 1} if known else set()

    @cached_property
    def _heads(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for match in _HEAD.finditer(self.document.text.normal):
            found[match["mark"]].append(match.start())
        return found
