"""Groups, words and characters of rich text: what stands in a file, before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from linter.limits import GROUPS
from linter.sources import SourceError
from linter.sources.docx_looks import Look
from linter.sources.rtf_tables import RichTable
from linter.sources.rtf_text import Font, decoded, joined
from linter.sources.rtf_words import LEFT_OUT, SIGNS, STARRED
from linter.sources.stories import Stories, Story

_TOKEN = re.compile(
    rb"([^\\{}\r\n\0]+)|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|([{}])|\\(.)|[\r\n\0]+", re.DOTALL
)
# Ends of groups, and what may hide one, in a group that is left out.
_ENDS = re.compile(rb"\\bin([0-9]{1,10}) ?|\\.|([{}])", re.DOTALL)
_CUT_OFF = "文件不完整，末尾的内容没有读到 (the end of the file is missing)"


@dataclass(slots=True)
class GroupState:
    """What a group hands down to those within: where its words go, and how they look.

    ``closing`` is done at the end of this very group, ``picture`` are the measures of the one that it holds.
    """

    story: Story
    table: RichTable
    skip: bool = False
    starred: bool = False
    fonts: bool = False
    font: int = 0
    fallback: int = 1
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    added: bool = False
    removed: bool = False
    in_table: bool = False
    in_list: bool = False
    label: bool = False
    picture: dict[str, int] | None = None
    closing: Callable[[], None] | None = None


class RichGroups:
    """Reads groups and words; ``known`` are the words that do something, which get the reader and their number.

    ``rejected`` says which side of the changes is there.
    """

    known: ClassVar[Mapping[str, Callable[[Any, int], None]]] = {}

    def __init__(self, data: bytes, *, rejected: bool) -> None:
        self._data = data
        self.rejected = rejected
        self.stories = Stories(len(data))
        self.state = GroupState(self.stories.body, RichTable(self.stories.body))
        self._stack: list[GroupState] = []
        self.fonts: dict[int, Font] = {}
        self.page = "cp1252"
        self.usual = 0
        # Bytes, and then characters, that wait until something else than words comes.
        self._bytes = bytearray()
        self._words: list[str] = []
        # So many characters stand in for one that is known.
        self._passed = 0
        # Whether the paragraph under way has its number.
        self.numbered = False

    def run(self) -> None:
        """Read the file."""
        at, end = 0, len(self._data)
        while at < end:
            match = (_ENDS.search if self.state.skip else _TOKEN.match)(self._data, at)
            if match is None:
                break
            at = match.end()
            at += self._left_out(match) if self.state.skip else self._take(match)
        if self._stack:
            self.stories.unread.add(_CUT_OFF)
        while self._stack:
            self._close()
        self._flush()
        self.state.table.finish()

    def _left_out(self, match: re.Match[bytes]) -> int:
        """What stands in a group that is left out; how many bytes to pass over."""
        if match[2] == b"{":
            self._open()
        elif match[2]:
            self._close()
        return int(match[1] or 0)

    def _take(self, match: re.Match[bytes]) -> int:
        """A token; how many bytes to pass over behind it."""
        words, byte, word, number, brace, sign = match.groups()
        if words is not None:
            if self._passed:
                words, self._passed = words[self._passed :], max(0, self._passed - len(words))
            self._bytes += words
        elif byte is not None or sign in (b"\\", b"{", b"}"):
            if self._passed:
                self._passed -= 1
            else:
                self._bytes += bytes([int(byte, 16)]) if byte else sign
        elif brace is not None:
            self._passed = 0
            self._open() if brace == b"{" else self._close()
        elif word is not None:
            return self._word(word.decode("ascii"), int(number) if number else None)
        elif sign is not None:
            self._word(sign.decode("latin-1"), None)
        return 0

    def _open(self) -> None:
        self._flush()
        if len(self._stack) >= GROUPS:
            raise SourceError("RTF 嵌套过深，不予读取 (groups nested too deeply)")
        self._stack.append(self.state)
        self.state = copy(self.state)
        self.state.closing, self.state.starred = None, False

    def _close(self) -> None:
        self._flush()
        if not self._stack:
            return
        closing, self.state = self.state.closing, self._stack.pop()
        if closing:
            closing()

    def _word(self, word: str, number: int | None) -> int:
        """A control word or sign; how many bytes to pass over behind it."""
        if word == "bin":
            return max(number or 0, 0)
        passed, self._passed = self._passed, 0
        if passed and word in SIGNS:
            self._passed = passed - 1
            return 0
        if word == "u":
            self._decode()
            self._words.append(chr((number or 0) & 0xFFFF))
            self._passed = self.state.fallback
            return 0
        self._flush()
        starred, self.state.starred = self.state.starred, word == "*"
        if word in LEFT_OUT or (starred and word not in STARRED):
            self.state.skip = True
        elif word in SIGNS:
            self.say(SIGNS[word])
        else:
            known = self.known.get(word)
            if known:
                known(self, 1 if number is None else number)
        return 0

    def _decode(self) -> None:
        """Turn the bytes that wait into characters."""
        if self._bytes:
            font = Font() if self.state.fonts else self.fonts.get(self.state.font) or Font()
            self._words.append(decoded(bytes(self._bytes), font, self.page))
            self._bytes.clear()

    def _flush(self) -> None:
        """Say the words that wait."""
        self._decode()
        if self._words:
            words = joined("".join(self._words))
            self._words.clear()
            self.say(words)

    def say(self, words: str) -> None:
        """Words of the group under way, unless they are not there."""
        state = self.state
        if state.fonts:
            self.fonts.setdefault(state.font, Font()).name += words
        elif state.picture is None and not (state.added if self.rejected else state.removed):
            signs = self.fonts[state.font].signs if state.font in self.fonts else None
            if not (state.label and signs):
                state.story.say(words, Look(state.hidden, state.raised, signs, state.struck))
