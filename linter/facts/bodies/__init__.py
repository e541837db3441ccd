"""Bodies: their names and short forms, lists of them, posts, duties, telephones."""

from linter.facts.bodies.abbreviations import Abbreviation, abbreviations, prose
from linter.facts.bodies.contacts import TelephoneNumber, contacts, telephones
from linter.facts.bodies.directory import DirectoryEntry, body_key, directory, same_body
from linter.facts.bodies.enumerations import Item, ListRow, enumerations
from linter.facts.bodies.groups import Declaration, Described, Group, declarations, described
from linter.facts.bodies.in_text import ProseMention, prose_names
from linter.facts.bodies.lists import BodyList, Member, Names, body_lists, names
from linter.facts.bodies.mirrors import Mirror, mirrors
from linter.facts.bodies.names import NAME_ENDS, alike, home, is_body, subsequence
from linter.facts.bodies.posts import Post, posts
from linter.facts.bodies.rosters import Roster, RosterEntry, listed, rosters
from linter.facts.bodies.unknown import unknown_bodies
from linter.facts.bodies.variants import variants

__all__ = [
    "NAME_ENDS",
    "Abbreviation",
    "BodyList",
    "Declaration",
    "Described",
    "DirectoryEntry",
    "Group",
    "Item",
    "ListRow",
    "Member",
    "Mirror",
    "Names",
    "Post",
    "ProseMention",
    "Roster",
    "RosterEntry",
    "TelephoneNumber",
    "abbreviations",
    "alike",
    "body_key",
    "body_lists",
    "contacts",
    "declarations",
    "described",
    "directory",
    "enumerations",
    "home",
    "is_body",
    "listed",
    "mirrors",
    "names",
    "posts",
    "prose",
    "prose_names",
    "rosters",
    "same_body",
    "subsequence",
    "telephones",
    "unknown_bodies",
    "variants",
]
