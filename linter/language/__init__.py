"""What official Chinese is made of: numerals, units, intervals, words. Knows no document.

What nearly every module takes of it is offered here; the rest stands in its own module.
"""

from linter.language.interval import *
from linter.language.label import *
from linter.language.near import *
from linter.language.numerals import *
from linter.language.pattern import *
from linter.language.record import *
from linter.language.text import *
