"""Records are the named tuples of the standard library, defined faster."""

from __future__ import annotations

import ast
import copy
import pickle
from collections import namedtuple

import pytest
from conftest import ROOT

from linter.language.record import NamedTuple, quick


class Place(NamedTuple):
    """A place."""

    line: int
    column: int = 1
    words: str = ""

    @property
    def said(self) -> str:
        """The place in words."""
        return f"{self.line}:{self.column}"


class Lone(NamedTuple):
    """One field."""

    words: str


Known = namedtuple("Known", ("line", "column", "words"), defaults=(1, ""))  # noqa: PYI024 - what it is held against


def test_a_record_is_a_named_tuple() -> None:
    place, known = Place(3, words="字"), Known(3, words="字")
    assert place == known == (3, 1, "字")
    assert place.said == "3:1"
    assert repr(place) == repr(known).replace("Known", "Place")
    assert place._asdict() == known._asdict()
    assert (Place._fields, Place.__match_args__) == (Known._fields, Known.__match_args__)  # type: ignore[attr-defined]
    assert Place._field_defaults == Known._field_defaults
    assert place._replace(column=7) == Place(3, 7, "字")
    assert Place._make(iter((1, 2, "字"))) == Place(line=1, column=2, words="字")
    assert not hasattr(place, "__dict__")
    assert (Place.__doc__, Place.__module__, Place.__qualname__) == ("A place.", __name__, "Place")
    assert Lone("字") == ("字",)
    made = quick(Place, (3, 1, "字"))
    assert (made, type(made), made.said) == (place, Place, "3:1")


def test_a_record_is_copied_and_pickled() -> None:
    place = Place(3, 4, "字")
    assert copy.copy(place) == pickle.loads(pickle.dumps(place)) == place  # noqa: S301 - made here
    assert isinstance(copy.deepcopy(place), Place)


def test_what_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'line'"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="page"):
        Place(1, page=2)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="page"):
        Place(1)._replace(page=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Expected 3 arguments, got 2"):
        Place._make((1, 2))


def test_where_records_are_defined_annotations_stay_words() -> None:
    """From Python 3.14 on a class finds its annotations in its body only where they are not evaluated."""
    for path in [*(ROOT / "linter").rglob("*.py"), *(ROOT / "checks").rglob("*.py")]:
        words = path.read_text("utf-8")
        if "(NamedTuple)" in words:
            bases = [ast.unparse(base) for node in ast.walk(ast.parse(words)) for base in getattr(node, "bases", ())]
            assert "NamedTuple" not in bases or "from __future__ import annotations\n" in words, path
