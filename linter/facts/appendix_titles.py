"""Whether an appendix bears the title under which it is announced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.citations import key, similar
from linter.facts.references import Appendix, Listed, Source, appendix_pairs
from linter.structure.model import Document

# Remarks behind a title that are no part of it: (共130项), (式样), (试行).
_REMARK = re.compile(r"\([^()]{1,20}\)$")


def differing(document: Document, source: Source) -> Iterator[tuple[Listed, Appendix]]:
    """The announced appendices of a list or note whose own title is another, but recognisably meant for it."""
    pairs = [pair for pair in document.read(appendix_pairs) if pair.listed.source == source]
    titles = {key(pair.appendix.title) for pair in pairs if pair.appendix}
    for listed, appendix in pairs:
        if appendix is None or not appendix.title or _agrees(listed, appendix):
            continue
        swapped = key(listed.title) in titles
        if swapped or similar(listed.title, appendix.title):
            yield listed, appendix


def _agrees(listed: Listed, appendix: Appendix) -> bool:
    """Equal but for spaces, marks and a remark in brackets, or equal once the lines below the title are read on."""
    wanted = key(listed.title)
    title = key(appendix.title)
    if wanted == title or key(_REMARK.sub("", listed.title)) == key(_REMARK.sub("", appendix.title)):
        return True
    if any(wanted == key(words) or wanted == title + key(words) for words in appendix.head):
        return True
    # A title broken over lines in the note breaks off; it must then go on at the appendix.
    return bool(appendix.head) and len(wanted) > len(title) and (title + key(appendix.head[-1])).startswith(wanted)
