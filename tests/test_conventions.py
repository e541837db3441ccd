"""Conventions are tests over the registry, never review comments."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from tabled import over

from linter.declared.rows import OwnWords
from linter.facts.catalogue import kinds
from linter.kernel.check import CEILING, Bad, Check, Good
from linter.kernel.finding import SEVERITIES
from linter.kernel.registry import load
from linter.language.text import Text
from linter.pages.testing import archive_of, prove, unmark
from linter.structure.parse import parse

CHECKS = load().checks
HEADINGS = ("依据 ", "说明 ", "限度 ", "Summary ", "Basis ", "Why ", "Limits ")
every = over("check", CHECKS, attrgetter("code"))


@every
def test_examples(check: Check) -> None:
    prove(check)


@every
def test_docstring_has_its_parts_in_both_languages(check: Check) -> None:
    starts = [line for line in check.doc.splitlines() if line.startswith(HEADINGS)]
    assert [line.split(" ")[0] + " " for line in starts] == list(HEADINGS)
    assert re.search(r"[\u4e00-\u9fff]", check.doc.splitlines()[0])


@every
def test_severity_is_bounded_by_the_norm(check: Check) -> None:
    assert SEVERITIES.index(check.severity) >= SEVERITIES.index(CEILING[check.strength])
    assert (check.strength == "internal") == (not check.norm)


@every
def test_messages_have_the_same_arguments(check: Check) -> None:
    for message in (check.message, *check.messages.values()):
        fields = {
            lang: {name for _, name, _, _ in string.Formatter().parse(text) if name} for lang, text in message.items()
        }
        assert set(message) == {"zh", "en"}
        assert fields["zh"] == fields["en"], "what differs by language is a choice of the record, no argument"
        assert set(check.choices) <= {name for one in (check.message, *check.messages.values()) for name in names(one)}


def names(message: Mapping[str, str]) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message["zh"]) if name}


@every
def test_a_finding_gives_its_choices_by_their_keys(check: Check) -> None:
    """Of those that no office adds to; the engine's own run on what the engine tells them."""
    closed = set(check.choices) - {"reason"} if check.scope != "engine" else set()
    for example in check.examples if closed else ():
        issue = parse(Text(unmark(example.text).text))
        for unit in (issue,) if check.scope == "issue" else issue.documents:
            for found in check.run(unit, check.defaults() | dict(example.options)):
                assert all(found.args[name] in check.choices[name] for name in closed)


@every
def test_every_message_is_said_by_an_example(check: Check) -> None:
    """Of a check that has several; those of the engine run on what the engine tells them."""
    said: set[str] = set()
    for example in check.examples if check.messages and check.scope != "engine" else ():
        text = unmark(example.text).text
        issue = parse(Text(text))
        over: Sequence[Any] = (issue,) if check.scope == "issue" else issue.documents
        if check.scope == "archive":
            over = (archive_of(text),)
        said |= {found.message for unit in over for found in check.run(unit, check.defaults() | dict(example.options))}
    assert said >= (set(check.messages) if check.scope != "engine" else set())


@every
def test_module_is_named_after_its_check(check: Check) -> None:
    own = f"{check.code}_{check.name}".lower().replace("-", "_")
    row = isinstance(getattr(check.run, "__self__", None), OwnWords)
    assert check.module.rsplit(".", 1)[-1] == ("marks" if row else own)


@every
def test_examples_of_both_kinds(check: Check) -> None:
    assert any(isinstance(example, Bad) for example in check.examples)
    assert any(isinstance(example, Good) for example in check.examples)


@every
def test_name_says_the_defect_not_the_advice(check: Check) -> None:
    assert not re.match(r"(use|avoid|no|do|dont|prefer|require)-", check.name)


def test_facts_are_called_by_the_names_of_their_functions() -> None:
    for name, one in kinds().items():
        assert name == one.extract.__name__.replace("_", "-")
