"""Bodies: their names and short forms, lists of them, posts, duties, telephones."""

from linter.facts.bodies.abbreviations import Abbreviation, abbreviations, running_text
from linter.facts.bodies.contacts import TelephoneNumber, contacts, telephones
from linter.facts.bodies.directory import DirectoryEntry, body_key, directory, same_body
from linter.facts.bodies.enumerations import Item, ListRow, enumerations
from linter.facts.bodies.fixed_names import Misspelt, misspelt_names
from linter.facts.bodies.groups import Declaration, Described, Group, group_declarations, groups_described
from linter.facts.bodies.in_text import ProseMention, prose_names
from linter.facts.bodies.lists import BodyList, Member, Names, body_lists, known_names
from linter.facts.bodies.mirrors import Mirror, mirrors
from linter.facts.bodies.names import NAME_ENDS, alike, is_body, issuer_home
from linter.facts.bodies.posts import Post, posts
from linter.facts.bodies.rosters import Roster, RosterEntry, listed, rosters
from linter.facts.bodies.slips import NameSlip, name_slips
from linter.facts.bodies.unknown import unknown_bodies
from linter.facts.bodies.variants import name_variants

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
    "Misspelt",
    "NameSlip",
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
    "directory",
    "enumerations",
    "group_declarations",
    "groups_described",
    "is_body",
    "issuer_home",
    "known_names",
    "listed",
    "mirrors",
    "misspelt_names",
    "name_slips",
    "name_variants",
    "posts",
    "prose_names",
    "rosters",
    "running_text",
    "same_body",
    "telephones",
    "unknown_bodies",
]
