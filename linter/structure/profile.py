"""What a document is, from its own evidence: its kind, its script, and where recognition or layout damaged it.

A check says in its record what it needs of this; ``document`` in a settings file says it in place of the text.

The kind of a document: what its title says, how its paragraphs begin, and what fills it.

Simplified or traditional characters: told by frequent characters that only one of the two scripts has.
"""

from __future__ import annotations

from linter.language import HAN, NamedTuple, Span, lazy, lexicon
from linter.language.office import DocumentKind, Script
from linter.structure import furniture
from linter.structure.damage import Region, damage
from linter.structure.fact import fact
from linter.structure.model import Document, Issue
from linter.structure.paragraph import Table


class Profile(NamedTuple):
    """What a document is. ``damage`` are its damaged regions in order of place."""

    kind: DocumentKind
    script: Script
    damage: tuple[Region, ...] = ()


@fact("profile")
def profile(document: Document) -> Profile:
    """The profile of a document; what the settings say of it holds in place of its own evidence."""
    said = document.office.document
    return Profile(
        said.kind or kind_of(document),
        said.script or script_of(document.text.normal, document.span),
        document.read(damage),
    )


def of_file(issue: Issue) -> Profile:
    """The profile of a file: that of its one document, or of an issue with the damage of all."""
    found = [document.read(profile) for document in issue.documents]
    if len(found) == 1 and issue.masthead is None:
        return found[0]
    scripts = [one.script for one in found]
    most: Script = "traditional" if scripts.count("traditional") * 2 > len(scripts) else "simplified"
    return Profile("issue", most, tuple(region for one in found for region in one.damage))


_TRIED = r"(?:\((?:{VERSION}|[^()]{1,12}[版稿])\))?$"
_AMENDS = lazy(r"修正(?:案|意[见見])|(?:修改|修訂|修正).{0,40}(?:决定|決定)|审查报告修正|勘误|更正")
_CHANGES = lazy(r"第[^第。]{1,9}[条條项項款](?:第[^第。]{1,6}[款项項])?[^。;]{0,12}(?:修?改[为為]|修正為)[:“「]")
_MINUTES = lazy(r"(?:[会會][议議]|院會|大会|座谈会)(?:[记纪]录|[記紀]錄)|{MINUTES}")
_ASKED = lazy(r"答 ?[记記]者 ?[问問]|[问問]与?答|答问")
_CASES = lazy(r"(?:典型|指导性?|参考|警示)案例|案例(?:选编|汇编|通报)|案件(?:情况)?通报")
_CASE = lazy(r"(?:案例|案件|【?案例)[一二三四五六七八九十\d]{1,3}")
_TURN = lazy(rf"(?P<who>{HAN}{{1,12}})(?:\([^()]{{1,12}}\))? ?:")
_PRESS = lazy("记者$|{SPEAKER}")
_SPEAKER = lazy(r"(?:{SPEAKER}|[委议議][员員]|[部院局处處市县縣][长長]|秘[书書][长長])")
_QUESTION = lazy(r"(?:问|問|Q\d{0,2}|【?[问問]】?)(?: ?[:、.]|\d{1,3} ?[:、.])")
_ASKS, _ANSWERS = "问問Q【", "答A【"
_ANSWER = lazy(r"(?:答|A\d{0,2}|【?答】?)(?: ?[:、.]|\d{1,3} ?[:、.])")
_BLANK = lazy(r"_{3,}|□|年(?<!\d年) {1,8}月 {1,8}日|\((?:盖章|签字|签章)\)")
_FORM = lazy(rf"{{FORM}}(?:表|书|单){_TRIED}")
_PLAN = lazy(rf"{{PLAN}}{_TRIED}")
_STANDARD = lazy(rf"{{GUIDE}}{_TRIED}")
_LETTER = lazy(rf"(?:{{OFFICIAL}}|通 ?知|意见|决定|答复){_TRIED}")
_LAW = lazy(rf"{{LAW}}{_TRIED}")
# Beginnings of paragraphs that tell how a text is built; a long text shows it well before.
_LOOK = 600
_TURNS = 6
_ARTICLES = 3
# Above this share of the words in cells a document is a table with notes.
_TABULAR = 0.6
_ENOUGH = 80


def kind_of(document: Document) -> DocumentKind:
    """The kind of a document, ``other`` where nothing tells it."""
    title = document.title
    return (
        _spoken(document, title) or _other_text(document, title) or _filled(document, title) or _titled(document, title)
    )


def _spoken(document: Document, title: str) -> DocumentKind | None:
    """Minutes, and questions with answers: by the title, or by those who speak again and again."""
    if _MINUTES.search(title):
        return "transcript"
    if _ASKED.search(title):
        return "dialogue"
    beginnings = [paragraph.text[:24] for paragraph in document.prose[:_LOOK]]
    asked = sum(1 for words in beginnings if words[0] in _ASKS and _QUESTION.match(words))
    answered = sum(1 for words in beginnings if words[0] in _ANSWERS and _ANSWER.match(words))
    if asked > 1 and answered > 1:
        return "dialogue"
    return "transcript" if _takes_turns(beginnings) else None


def _takes_turns(beginnings: list[str]) -> bool:
    """Whether two speak again and again; before reporters, one is also known by a bare name on a line of its own."""
    turns: dict[str, int] = {}
    names: dict[str, int] = {}
    for words in beginnings:
        match = _TURN.match(words) if ":" in words else None
        if match:
            said = turns if _SPEAKER.search(match["who"]) else names if match.end() == len(words.rstrip()) else {}
            said[match["who"]] = said.get(match["who"], 0) + 1
    if any(map(_PRESS.search, turns)):
        turns |= names
    again = [count for count in turns.values() if count > 1]
    return len(again) > 1 and sum(again) >= _TURNS


def _other_text(document: Document, title: str) -> DocumentKind | None:
    """What speaks of another text or of other events: amendments and collections of cases."""
    if _AMENDS.search(title):
        return "amendment"
    if _CASES.search(title):
        return "cases"
    first = [one.text for one in document.prose[:_LOOK]]
    if sum(1 for words in first if ("改" in words or "修正" in words) and _CHANGES.search(words)) >= _ARTICLES:
        return "amendment"
    cases = sum(1 for words in first if words[0] in "案【" and _CASE.match(words))
    return "cases" if cases >= _ARTICLES else None


def _filled(document: Document, title: str) -> DocumentKind | None:
    """What is mostly cells, or mostly blanks to be filled in."""
    if _FORM.search(title) or _is_blank(document):
        return "form"
    cells = sum(_words(table) for table in document.tables)
    prose = sum([len(paragraph.text) for paragraph in document.prose])
    return "table" if cells >= _ENOUGH and cells > _TABULAR * (cells + prose) else None


def _is_blank(document: Document) -> bool:
    """Whether more than a quarter of the paragraphs have blanks to be filled in."""
    if not _BLANK.search("\n".join([one.text for one in document.paragraphs])):
        return False
    return sum(1 for one in document.paragraphs if _BLANK.search(one.text)) * 4 > len(document.paragraphs)


def _titled(document: Document, title: str) -> DocumentKind:
    """By the head of a notice, the last word of the title, or the articles."""
    head = document.head
    if head.addressee or (head.number and document.parts[0].kind == "letter") or _LETTER.search(title):
        return "notice"
    kinds: tuple[tuple[DocumentKind, bool], ...] = (
        ("plan", bool(_PLAN.search(title))),
        ("standard", bool(_STANDARD.search(title))),
        ("law", bool(_LAW.search(title)) or _articles(document) >= _ARTICLES),
    )
    found = next((kind for kind, holds in kinds if holds), None)
    return found or ("page" if _framed(document) else "other")


def _framed(document: Document) -> bool:
    """Whether a page's furniture stands around the text."""
    words = document.text.normal[document.span.start : document.span.end]
    return any(furniture.is_furniture(line) for line in map(str.strip, words.split("\n")) if line)


def _articles(document: Document) -> int:
    return sum(1 for section in document.sections if section.mark.scheme == "article")


def _words(table: Table) -> int:
    return sum([len(cell.text) for cells in (table.header, *(row.cells for row in table.rows)) for cell in cells])


# Pairs of 通用规范汉字表, annex 1 (规范字与繁体字对照表), chosen for their frequency in official prose; none of the
# traditional ones is a character of simplified text, and none of the simplified ones of traditional text.
_TRADITIONAL = lexicon.members("TRADITIONAL_CHARACTER")
_SIMPLIFIED = lexicon.members("SIMPLIFIED_CHARACTER")
_SAMPLE = 2000


def script_of(normal: str, span: Span) -> Script:
    """The script of a range of a text, by its first 2,000 code points; simplified where nothing tells."""
    words = normal[span.start : min(span.end, span.start + _SAMPLE)]
    present = set(words)
    if present.isdisjoint(_TRADITIONAL):
        return "simplified"
    traditional = sum([words.count(character) for character in present & _TRADITIONAL])
    simplified = sum([words.count(character) for character in present & _SIMPLIFIED])
    return "traditional" if traditional > simplified else "simplified"
