"""What points elsewhere: appendices, clauses, cited titles and numbers, the sequences of numbering."""

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
from linter.facts.references.law_contents import law_contents
from linter.facts.references.numbering import NumberBreak, is_amending, number_breaks, written
from linter.facts.references.sequences import is_heading
from linter.facts.references.statutes import STATE, repealed
from linter.facts.references.titles import title_variants

__all__ = [
    "STATE",
    "AppendixPair",
    "Article",
    "Citation",
    "ClauseReference",
    "ListedAppendix",
    "Named",
    "NumberBreak",
    "NumberUse",
    "Reference",
    "announced",
    "appendices",
    "appendix_pairs",
    "appendix_references",
    "articles",
    "citations",
    "clause_references",
    "core",
    "differing",
    "document_numbers",
    "head_number",
    "is_amending",
    "is_heading",
    "key",
    "law_contents",
    "number_breaks",
    "numbers_in",
    "own_titles",
    "repealed",
    "same_act",
    "similar",
    "stands",
    "title_variants",
    "written",
]
