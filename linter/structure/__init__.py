"""Structure: Text → Issue. Pure functions; the model and what facts are made of are offered here."""

from linter.structure.fact import *
from linter.structure.model import *
from linter.structure.paragraph import *
