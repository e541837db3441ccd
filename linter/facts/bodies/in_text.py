"""Names of organs in running text, where a level begins them and punctuation or a verb ends them."""

from __future__ import annotations

from bisect import bisect_right

from linter.facts.bodies.abbreviations import running_text
from linter.facts.bodies.names import is_body
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import Span
from linter.structure.fact import fact
from linter.structure.model import Document, Paragraph

__all__ = ["ProseMention", "prose_names"]

# The level is the first character of a word: nothing before it, or a word that leads to a name. The pattern begins with
# the characters of levels, so that the engine skips to them.
_NAME = lazy(
    r"[国省市县区州](?<=[\W由经向报和与及为在请会同对将按].)(?:(?<=国)(?:务院|家)|(?<!国))\w{1,16}?"
    r"{DEPARTMENT}"
    r"(?=$|[,;。、:()〔〕”\n按应要和与等在将对报的设经由向]|{NAME_FOLLOWED})"
)


# Of two names joined (市政府值班室和省交通运输厅) the pattern ends with the second.
_JOINT = lazy(r".*[和及与或](?=[国省市县区州].)")


class ProseMention(NamedTuple):
    """A name in the text, its paragraph, and where it begins there."""

    name: str
    paragraph: Paragraph
    start: int

    @property
    def span(self) -> Span:
        """The raw span of the name."""
        return self.paragraph.span(self.start, self.start + len(self.name))


@fact("prose-names")
def prose_names(document: Document) -> tuple[ProseMention, ...]:
    """The names of organs with a level in all paragraphs, table cells included, in order."""
    text, starts = document.read(running_text)
    found = []
    # The pattern looks at the character before a name, so there must be one.
    for match in _NAME.finditer("\n" + text):
        joint = _JOINT.match(match[0])
        name = match[0][joint.end() :] if joint else match[0]
        if is_body(name):
            at = match.end() - len(name) - 1
            index = bisect_right(starts, at) - 1
            found.append(ProseMention(name, document.paragraphs[index], at - starts[index]))
    return tuple(found)
