"""What points elsewhere: appendices, clauses, cited titles and numbers, the sequences of numbering."""

from linter.facts.references.acts import ENDS as ACTS_END
from linter.facts.references.acts import known_act
from linter.facts.references.appendices import ListedAppendix, Reference, announced, appendices, appendix_references
from linter.facts.references.appendix_pairs import AppendixPair, appendix_pairs, differing, stands
from linter.facts.references.citations import (
    Citation,
    Named,
    NumberUse,
    citations,
    core,
    document_numbers,
    head_number,
    key,
    numbers_in,
    own_titles,
    same_act,
    similar,
)
from linter.facts.references.clauses import Article, ClauseReference, articles, clause_references
from linter.facts.references.law_contents import Chapter, law_contents
from linter.facts.references.mentions import appendix_mentions
from linter.facts.references.numbering import NumberBreak, is_amending, number_breaks, written
from linter.facts.references.sequences import is_heading, sequences
from linter.facts.references.serials import NumberedItem, Run
from linter.facts.references.standards import SECTORS, Standard, coded, standards
from linter.facts.references.statutes import STATE, repealed
from linter.facts.references.titled import titled_references
from linter.facts.references.titles import title_variants

__all__ = [
    "ACTS_END",
    "SECTORS",
    "STATE",
    "AppendixPair",
    "Article",
    "Chapter",
    "Citation",
    "ClauseReference",
    "ListedAppendix",
    "Named",
    "NumberBreak",
    "NumberUse",
    "NumberedItem",
    "Reference",
    "Run",
    "Standard",
    "announced",
    "appendices",
    "appendix_mentions",
    "appendix_pairs",
    "appendix_references",
    "articles",
    "citations",
    "clause_references",
    "coded",
    "core",
    "differing",
    "document_numbers",
    "head_number",
    "is_amending",
    "is_heading",
    "key",
    "known_act",
    "law_contents",
    "number_breaks",
    "numbers_in",
    "own_titles",
    "repealed",
    "same_act",
    "sequences",
    "similar",
    "standards",
    "stands",
    "title_variants",
    "titled_references",
    "written",
]
