"""The word list proves itself: every entry finds its bad examples and leaves its good ones alone."""

from __future__ import annotations

from tabled import over

from linter.facts.wording.confusions import confusions, typos
from linter.language.confusables import Confusable, confusables
from linter.language.lexicon import rows
from linter.language.text import Text, normalise
from linter.structure.parse import parse

ENTRIES = confusables("context", "slip", "variant")
each = over("entry", ENTRIES, lambda entry: entry.wrong)


@each
def test_examples(entry: Confusable) -> None:
    for example in entry.bad:
        assert list(confusions(normalise(example), [entry])), example
    for example in entry.good:
        assert not list(confusions(normalise(example), [entry])), example


@each
def test_the_right_word_is_not_confusable_itself(entry: Confusable) -> None:
    fixed = [example.replace(entry.wrong, entry.right) for example in entry.bad]
    assert not [item for example in fixed for item in confusions(normalise(example), [entry])]


def test_no_two_tables_hold_one_entry() -> None:
    keys = [(entry.wrong, entry.before, entry.after) for entry in ENTRIES]
    assert len(keys) == len(set(keys))


def test_a_lawful_word_is_left_alone() -> None:
    text = "本市其它山风景区与其它单位"
    assert [item.start for item in confusions(text, confusables("context"))] == [2, 9]
    assert [item.start for item in confusions(text, confusables("context"), ["其它山"])] == [9]


@over(("wrong", "right"), rows("typos.tsv"))
def test_a_word_that_is_none_is_told_by_itself(wrong: str, right: str) -> None:
    assert [one.entry.right for one in parse(Text(f"{wrong}。")).documents[0].read(typos)] == [right]
    assert parse(Text(f"{right}。")).documents[0].read(typos) == ()


def test_a_word_that_a_line_broke_is_none() -> None:
    text = "1.咳嗽时用纸巾捂住口鼻，无纸\n巾时用手肘代替，注意手卫生。\n"
    assert parse(Text(text)).documents[0].read(typos) == ()
