"""The telephone directory of an issue: every number of its contact tables, and whose it is.

Whether two names are one body is asked widely: what may be one body is never held against the text.
"""

from __future__ import annotations

from linter.facts.bodies.contacts import Contact, TelephoneNumber, contacts
from linter.facts.bodies.names import is_body, key
from linter.language.near import subsequence
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.structure.fact import fact
from linter.structure.model import Issue

__all__ = ["DirectoryEntry", "body_key", "directory", "same_body"]

# The room that answers the telephone is the body's own.
_DESK = lazy(r"(?:{DESK}|\([^()]*\))+$")
_TOP = lazy(r"^\w{0,4}[省市县区州盟旗](?:委|政府|人大|政协)$")


class DirectoryEntry(NamedTuple):
    """A number of a contact: ``document`` and ``contact.table`` say in which table it stands."""

    document: int
    contact: Contact
    number: TelephoneNumber
    body: str


@fact("directory")
def directory(issue: Issue) -> tuple[DirectoryEntry, ...]:
    """All numbers of all contact tables whose name is that of a body, in order."""
    return tuple(
        [
            DirectoryEntry(document.index, contact, number, contact.name)
            for document in issue.documents
            for contact in document.read(contacts)
            if owns_lines(contact.name)
            for number in contact.numbers
        ]
    )


def owns_lines(name: str) -> bool:
    """Whether a name is that of a body with lines of its own, not of a section (科, 处) or of a person."""
    bare = _DESK.sub("", name) or name
    return is_body(bare) or bool(_TOP.match(bare))


def body_key(name: str) -> str:
    """One key for a body, its short forms and its desk: to find it again in another table."""
    return key(_bare(name))


def same_body(one: str, other: str) -> bool:
    """Whether two names may mean one body: full and short form, or a body and its desk or part."""
    left, right = (_bare(name) for name in (one, other))
    if left == right or key(left) == key(right):
        return True
    short, long = sorted((left, right), key=len)
    return short in long or (short[-1:] == long[-1:] and subsequence(short, long))


def _bare(name: str) -> str:
    return _DESK.sub("", name) or name
