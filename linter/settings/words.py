"""Add words to the office's own in a settings file, leaving the rest of it as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from linter.forms.nodes import BadFileError, Place, Problem, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

_OFFICE = re.compile(r"^office:[ \t]*(?:#.*)?\n", re.MULTILINE)
_WORDS = re.compile(r"^( +)words:[ \t]*(?:#.*)?\n", re.MULTILINE)
_ITEM = re.compile(r"( *)- ")


def with_words(text: str, name: str, words: Sequence[str], reason: str) -> str:
    """The text of a settings file in which ``words`` are right as they stand, with the reason beside each.

    Raises BadFileError if it is no settings file, or its list of words is not written one a line.
    """
    known = _listed(text, name)
    new = [word for word in dict.fromkeys(words) if word not in known]
    if not new:
        return text
    text = text if not text or text.endswith("\n") else text + "\n"
    office = _OFFICE.search(text)
    if office is None:
        longer = text + "office:\n  words:\n" + _items(new, reason, "    ")
    else:
        block = re.compile(r"(?:[ \t]+.*\n|[ \t]*(?:#.*)?\n)*").match(text, office.end())
        end = block.end() if block else office.end()
        listed = _WORDS.search(text, office.end(), end)
        if listed is None:
            longer = text[: office.end()] + "  words:\n" + _items(new, reason, "    ") + text[office.end() :]
        else:
            item = _ITEM.match(text, listed.end())
            indent = item[1] if item else listed[1] + "  "
            longer = text[: listed.end()] + _items(new, reason, indent) + text[listed.end() :]
    if not set(new) <= set(_listed(longer, name)):
        told = "office.words 应每行一个，才能接着写 (write the words one a line)"
        raise BadFileError([Problem(Place(name, 1), told)])
    return longer


def _items(words: Sequence[str], reason: str, indent: str) -> str:
    return "".join([f"{indent}- {json.dumps(word, ensure_ascii=False)}  # {reason}\n" for word in words])


def _listed(text: str, name: str) -> tuple[str, ...]:
    office = parse_yaml(text, name).get("office") if text.strip() else None
    words = office.get("words") if office else None
    return tuple([node.text for node in words.listed()]) if words else ()
