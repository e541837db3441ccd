"""Words: unfinished sentences, defined terms, confusable words, repeats, parallel and copied passages."""

from linter.facts.wording.aligned import *
from linter.facts.wording.confusions import *
from linter.facts.wording.copies import *
from linter.facts.wording.ended_items import *
from linter.facts.wording.endings import *
from linter.facts.wording.exchanged import *
from linter.facts.wording.forms import *
from linter.facts.wording.frames import *
from linter.facts.wording.listed_drifts import *
from linter.facts.wording.lost_characters import *
from linter.facts.wording.near_phrases import *
from linter.facts.wording.other_names import *
from linter.facts.wording.parallels import *
from linter.facts.wording.phrases import *
from linter.facts.wording.placeholders import *
from linter.facts.wording.quoted_articles import *
from linter.facts.wording.rare_clauses import *
from linter.facts.wording.repeats import *
from linter.facts.wording.retold_rows import *
from linter.facts.wording.slips import *
from linter.facts.wording.spoilt_words import *
from linter.facts.wording.swapped_names import *
from linter.facts.wording.term_slips import *
from linter.facts.wording.terms import *
from linter.facts.wording.thing_names import *
from linter.facts.wording.told_rows import *
