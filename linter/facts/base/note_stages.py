"""The stages that the note below a title tells of an act: adopted, approved, issued, in force, amended."""

from __future__ import annotations

from linter.facts.base.dates import Date, dates, possible
from linter.facts.base.flow import flow
from linter.language import NamedTuple, lazy
from linter.language.lexicon import rows
from linter.structure import Document, fact

__all__ = ["NoteStage", "act_steps_in", "note_stages", "text_start"]

_VERB = lazy("{ISSUE}|{ADOPTED}|{FORCE}")
# Each step follows those of a lower rank; amendments follow one another, and may come before or after the rest.
_RANK = {verb: int(rank) for verb, rank in rows("act_steps.tsv")}
_AMENDED = frozenset({"修正", "修订"})
_LATE = 9
# The note below a title (题注) is short: how many paragraphs of a document are looked at, and characters per date.
# An order says the same in a sentence: 《…条例》已由…于…通过,经…于…批准,现予公布.
_NOTE = lazy(r"\(|(?:19|20)\d\d ?年|《[^《》\n]{2,60}》[已业于经]")
_NOTE_PARAGRAPHS, _NOTE_REACH = 12, 90
_AMENDING = lazy("修正|修订|修改")


class NoteStage(NamedTuple):
    """A step with its day; ``amends`` says that it is one of the act that amends, above the note of the act amended."""

    verb: str
    date: Date
    amends: bool = False

    def precedes(self, after: NoteStage) -> bool:
        """Whether the other step is taken after this one, of the same act."""
        if self.amends != after.amends:
            return False
        if self.verb in _AMENDED:
            return after.verb in _AMENDED
        return _RANK[self.verb] < _RANK.get(after.verb, 0)

    @property
    def issues(self) -> bool:
        """Whether the act is issued with this step, or not yet."""
        return _RANK.get(self.verb, _LATE) <= _RANK["公布"]

    @property
    def starts(self) -> bool:
        """Whether the act comes into force with this step."""
        return _RANK.get(self.verb) == _RANK["施行"]


@fact("note-stages")
def note_stages(document: Document) -> tuple[NoteStage, ...]:
    """The stages in the order of reading."""
    stream = document.read(flow)
    limit = text_start(document)
    shown: list[Date] = []
    for date in document.read(dates):
        if date.span.start >= limit or stream.index_at(date.start) >= _NOTE_PARAGRAPHS:
            break
        shown.append(date)
    stages: list[NoteStage] = []
    amended: dict[int, int] = {}
    for at, date in enumerate(shown):
        unit = stream.unit_at(date.start)
        if not _NOTE.match(stream.text, unit.start):
            continue
        end = min(unit.end, date.end + _NOTE_REACH)
        if at + 1 < len(shown):
            end = min(end, shown[at + 1].start)
        verbs = act_steps_in(stream.text[date.end : end])
        if verbs and date.full and possible(date):
            told = stream.text[unit.start] == "《"
            if told and unit.start not in amended:
                first = _AMENDING.search(stream.text, unit.start, unit.end)
                amended[unit.start] = first.end() if first else unit.end + 1
            amends = told and amended[unit.start] <= date.start
            stages.append(NoteStage(verbs[0 if told else -1], date, amends))
    return tuple(stages)


def act_steps_in(words: str) -> list[str]:
    """The steps that some words name, in order."""
    return _VERB.findall(words)


def text_start(document: Document) -> int:
    """Where the first section begins, the end of the document if it has none."""
    return document.sections[0].heading.pieces[0].start if document.sections else document.span.end
