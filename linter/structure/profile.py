"""What a document is, from its own evidence: its kind, its script, and where recognition or layout damaged it.

A check says in its record what it needs of this; ``document`` in a settings file says it in place of the text.
"""

from __future__ import annotations

from linter.language.office import DocumentKind, Script
from linter.language.record import NamedTuple
from linter.structure.damage import Region, damage
from linter.structure.fact import fact
from linter.structure.kinds import kind_of
from linter.structure.model import Document, Issue
from linter.structure.scripts import script_of


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
