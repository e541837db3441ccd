"""Persons whose name is sure: a post stands before it or 同志 behind it, or a line gives it with its post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.base import own_words
from linter.language import lazy, vocabulary
from linter.language.lexicon import rows
from linter.structure import Document, fact

__all__ = ["person_names"]

_POST_ENDS = "长记席任员师理导人"
_COMRADE = "同志"
_SURNAMES = "".join([row[0] for row in rows("surnames.txt")])
_NAME = f"[{_SURNAMES}][\u4e00-\u9fff]{{2}}"
_NAME_ALONE = lazy(_NAME)
# Behind a post or a label; at the head of a line that goes on with a post; before 同志.
_BEHIND_POST = lazy(
    rf"[{_POST_ENDS}](?=({_NAME})(?:(?=兼?任[\u4e00-\u9fff])|(?![\u4e00-\u9fff]{{0,1}}[{_POST_ENDS}]))"
    rf"|:({_NAME})(?![\u4e00-\u9fff]))"
)
_IN_LINE = lazy(rf"[: \n]({_NAME})(?= [\u4e00-\u9fff ]{{2,30}}[{_POST_ENDS}]$)", re.MULTILINE)
_BEFORE_COMRADE = lazy(rf"(?:(?<![\u4e00-\u9fff])|(?<=任命)|(?<=免去)|(?<=授予))({_NAME}){_COMRADE}")
_HEADS = lazy("(?:[长人员导]|姓名)$")
# The logarithm of how often the list has a word of everyday use: 公安, 单位.
_EVERYDAY = 8.0


@fact("person-names")
def person_names(document: Document) -> tuple[str, ...]:
    """The sure names of persons, each once, in order of how they are found."""
    return tuple(dict.fromkeys([*_announced(document.read(own_words)), *_in_columns(document)]))


def _announced(text: str) -> Iterator[str]:
    words = "\n" + text
    patterns = (_BEHIND_POST, _IN_LINE, _BEFORE_COMRADE) if _COMRADE in text else (_BEHIND_POST, _IN_LINE)
    for match in [one for pattern in patterns for one in pattern.finditer(words)]:
        group = match.lastindex or 0
        name, at = match[group], match.start(group)
        # 任何单位: no 何单位 behind a post.
        if _may_name(name) and not vocabulary.known(words[at - 1 : at + 1]):
            yield name


def _may_name(words: str) -> bool:
    """Whether words are no word, and neither the family name with what follows nor the rest is one of everyday use."""
    return not vocabulary.known(words) and max(vocabulary.weight(words[1:]), vocabulary.weight(words[:2])) < _EVERYDAY


def _in_columns(document: Document) -> Iterator[str]:
    """Cells that are a name, in columns headed by a post or by what persons are called: 县级领导, 汇报人."""
    for table in document.tables:
        for column in [at for at, cell in enumerate(table.header) if _HEADS.search(cell.text)]:
            cells = [row.cells[column].text for row in table.rows if column < len(row.cells)]
            yield from [name for name in cells if _NAME_ALONE.fullmatch(name) and _may_name(name)]
