"""Patterns of files that are passed over: they name what they name in Git, and none takes long."""

from __future__ import annotations

from clock import Stopwatch
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from linter.runs import ignoring

GLOBS = st.lists(st.sampled_from(["*", "?", "a", "b", "[ab]", "/", "**", "\\*", ".", "x"]), min_size=1, max_size=9)
NAMES = st.lists(st.sampled_from(["a", "b", "x", ".", "*", "/"]), min_size=1, max_size=12)


@given(GLOBS, st.lists(NAMES, max_size=6))
def test_stars_name_what_they_name_in_git(glob: list[str], names: list[list[str]]) -> None:
    spec, plain = (make(["".join(glob)]) for make in (ignoring._spec, GitIgnoreSpec.from_lines))
    for name in ("".join(one).strip("/") for one in names):
        if name and "//" not in name:
            assert spec.match_file(name) == plain.match_file(name), name


def test_many_stars_and_a_long_name_take_no_time() -> None:
    with Stopwatch() as watch:
        spec = ignoring._spec(f"{'*a' * 9}{at}" for at in range(200))
        assert not spec.match_file("a" * 240)
    assert watch.seconds < 2
