"""Fix files: apply what may be applied, lint again, until nothing is left; write the file whole or not at all."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Protocol

from linter.kernel import fixes
from linter.kernel.engine import lint_source
from linter.language import VOID, NamedTuple
from linter.sources import SourceError, read

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from linter.kernel.finding import Edit, Fix, FixKind
    from linter.kernel.result import Diagnostic
    from linter.settings.workspace import Plan
    from linter.sources import Source

# Fixes that overlap wait for the next round; three rounds were the most seen.
_ROUNDS = 10
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Fixed(NamedTuple):
    """A file after fixing: its bytes, its text before and after, and how many edits were applied.

    ``suffix`` is that of the new file, if the bytes are in another format than those of the old one.
    """

    data: bytes
    before: str
    after: str
    applied: int
    suffix: str = ""


class Writer(Protocol):
    """Writes edits into the bytes of one format."""

    def possible(self, edit: Edit) -> bool:
        """Whether the format can take an edit."""

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The bytes with edits that stand apart and are possible."""


class _Text:
    """Text and Markdown: the same encoding, the same byte order mark, the same line ends."""

    def __init__(self, source: Source, data: bytes) -> None:
        from linter.sources.plain import encode

        self._source = source
        self._encode: Callable[[str], bytes] = lambda words: encode(words, source.encoding, data)
        if self._encode(source.raw) != data:
            raise SourceError(f"文件不能按 {source.encoding} 原样写回，未作修改 (cannot be written back unchanged)")

    def possible(self, edit: Edit) -> bool:
        """Whether the new words can be encoded, and no markup stands among the old ones."""
        if VOID in self._source.shown[edit.span.start : edit.span.end]:
            return False
        return not any(0xD800 <= ord(character) < 0xE000 for character in edit.text)

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The bytes with the edits applied."""
        return self._encode(fixes.replaced(self._source.raw, edits))


def _word(source: Source, data: bytes) -> Writer:
    if source.changes != "accepted":
        raise SourceError("按未接受修订读取的 .docx 不能修改 (no fixes to a draft read with its changes rejected)")
    from linter.reports.docx_changes import TrackedChanges

    return TrackedChanges(data)


_WRITERS: Mapping[str, Callable[[Source, bytes], Writer]] = {"text": _Text, "markdown": _Text, "docx": _word}
# The formats into which fixes can be written.
WRITABLE = frozenset(_WRITERS)


def fix(
    data: bytes, name: str, plan: Plan, kinds: Collection[FixKind], only: Callable[[Diagnostic], bool] | None = None
) -> Fixed:
    """The bytes of a file with all fixes of these kinds applied, in as many rounds as it takes.

    Findings that are accepted keep their words. With ``only``, the fixes of the findings it names, in one round. Of a
    file in the old format of Word, those of the Word file made of it (``Fixed.suffix``).

    Raises SourceError if the file cannot be read, or its format written.
    """
    source = read(data, name, plan.settings.how._replace(convert=False))
    suffix = ".docx" if source.format == "docx" and source.data != data else ""
    if suffix:
        data = source.data
    if source.format not in _WRITERS:
        raise SourceError(f"不能修改这种格式，请改原稿 (cannot write fixes to {source.format})")
    states = [Fixed(data, source.raw, source.raw, 0, suffix)]
    for _ in range(1 if only else _ROUNDS):
        last = states[-1]
        writer = _WRITERS[source.format](source, last.data)
        offered = [one for one in _offered(source, name, plan, kinds, only) if all(map(writer.possible, one.edits))]
        edits = fixes.plan(offered)
        if not edits:
            break
        data = writer.write(edits)
        source = _reread(data, name, fixes.replaced(source.raw, edits))
        again = next((state for state in states if state.after == source.raw), None)
        if again:
            # Two fixes undo each other: both wait where the circle began, so that a second run changes nothing.
            return again
        states.append(last._replace(data=data, after=source.raw, applied=last.applied + len(edits)))
    return states[-1]


def _reread(data: bytes, name: str, expected: str) -> Source:
    """The new bytes read back. Raises SourceError unless their words are those expected: then nothing is written."""
    source = read(data, name)
    if "".join(source.raw.split()) != "".join(expected.split()):
        raise SourceError("改写后读回的文字不符，未作修改 (the text read back differs; nothing was changed)")
    return source


def _offered(
    source: Source, name: str, plan: Plan, kinds: Collection[FixKind], only: Callable[[Diagnostic], bool] | None
) -> list[Fix]:
    file, _ = plan.accept(lint_source(source, name, plan.active, plan.settings.office)[0])
    chosen = [item for item in file.diagnostics if item.counts and (only is None or only(item))]
    wanted = [item.fix for item in chosen if item.fix and item.fix.kind in kinds]
    return fixes.allowed(source.raw, wanted)


def diff(path: str, fixed: Fixed) -> str:
    """What fixing changes in the text, as a unified diff; nothing if it changes nothing."""
    before, after = (_LINE.findall(words) for words in (fixed.before, fixed.after))
    lines = difflib.unified_diff(before, after, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
