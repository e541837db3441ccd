"""Bodies: their names and short forms, lists of them, posts, duties, telephones."""

from linter.facts.bodies.abbreviations import *
from linter.facts.bodies.contacts import *
from linter.facts.bodies.departments import *
from linter.facts.bodies.drifted_shorts import *
from linter.facts.bodies.enumerations import *
from linter.facts.bodies.fixed_names import *
from linter.facts.bodies.former_names import *
from linter.facts.bodies.lists import *
from linter.facts.bodies.mirrors import *
from linter.facts.bodies.names import *
from linter.facts.bodies.never_set_up import *
from linter.facts.bodies.parties import *
from linter.facts.bodies.persons import *
from linter.facts.bodies.posts import *
from linter.facts.bodies.registered import *
from linter.facts.bodies.rosters import *
from linter.facts.bodies.slips import *
from linter.facts.bodies.twins import *
from linter.facts.bodies.unknown import *
from linter.facts.bodies.variants import *
