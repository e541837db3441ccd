"""A declared check as plain data, and the rows that come with the product.

The product's rows are written in YAML like those of an office. A plain run reads them from the same data in JSON, which
``python generate/rows.py`` writes beside the YAML: reading YAML takes longer than checking a notice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from linter.declared.rewrite import Passage, Rewrite, rewrite_of
from linter.facts.base import flow, own_words, search
from linter.kernel.check import WORD, Bad, Check, Good, Runner
from linter.kernel.finding import Finding, Label
from linter.language import lazy
from linter.structure import Document

# The parts of a page: the word that leads it, the key of the row, the language.
_PARTS = (
    ("依据", "basis", "zh"),
    ("说明", "why", "zh"),
    ("限度", "limits", "zh"),
    ("Summary", "title", "en"),
    ("Basis", "basis", "en"),
    ("Why", "why", "en"),
    ("Limits", "limits", "en"),
)


def rows(file: str, module: str) -> tuple[Check, ...]:
    """The checks of the product whose rows stand beside a module, in ``<module>.yaml`` and ``<module>.json``."""
    data = json.loads(Path(file).with_suffix(".json").read_text("utf-8"))
    found = [check_of(row, OwnWords(rewrite_of(row["rewrite"])).findings, module) for row in data["checks"]]
    return tuple([one._replace(holds=WORD) for one in found])


class OwnWords:
    """Runs a rewrite over the document's own words as one text: its pattern is tried once a document."""

    def __init__(self, rewrite: Rewrite) -> None:
        self.rewrite = rewrite
        self.pattern: re.Pattern[str] = lazy(rewrite.pattern)

    def findings(self, document: Document, _: Mapping[str, Any]) -> Iterator[Finding]:
        """The findings in a document."""
        stream = document.read(flow)
        for match in search(document, self.pattern, *self.rewrite.needles):
            unit = stream.unit_at(match.start())
            found = self.rewrite.finding(document, match, Passage(stream.text, unit.start, unit.end, stream.span))
            if found:
                yield found


def check_of(row: Mapping[str, Any], run: Runner, module: str, message: Label | None = None) -> Check:
    """A row as the record of a check; ``message`` serves a row without one of its own. Words may be in one language."""
    basis = label(row.get("basis"))
    said = label(row.get("message")) or message or Label("", "")
    return Check(
        row["code"],
        row["name"],
        row["severity"],
        run,
        said._asdict(),
        tuple([example for example, _ in examples(row["examples"])]),
        _page(row),
        reads=(own_words,),
        norm=row.get("norm") or (basis.zh if basis else ""),
        strength=row.get("strength") or ("must" if basis else "internal"),
        preview=row.get("preview", False),
        strict=row.get("strict", False),
        module=module,
    )


def label(words: Any) -> Label | None:
    """Words in both languages; what is given in one only serves for both."""
    if words is None:
        return None
    if isinstance(words, str):
        return Label(words, words)
    zh = words["zh"]
    return Label(zh, words.get("en", zh))


def _page(row: Mapping[str, Any]) -> str:
    """A docstring like those of Python checks, from which the page is made."""
    labels = [(head, lang, label(row.get(key))) for head, key, lang in _PARTS]
    title = label(row["title"])
    lines = [title.zh if title else ""]
    lines += [f"{head} {getattr(words, lang)}" for head, lang, words in labels if words]
    return "\n\n".join(lines)


def examples(kinds: Mapping[str, Any]) -> Iterator[tuple[Bad | Good, tuple[str, int]]]:
    """The examples of a row, each with the key and the index it stands under."""
    for at, one in enumerate(_listed(kinds["bad"])):
        yield Bad(one) if isinstance(one, str) else Bad(one["text"], fixed=one["fixed"]), ("bad", at)
    for at, one in enumerate(_listed(kinds["good"])):
        yield Good(one), ("good", at)


def _listed(value: Any) -> tuple[Any, ...]:
    return (value,) if isinstance(value, (str, dict)) else tuple(value)
