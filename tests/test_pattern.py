from __future__ import annotations

import marshal
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import GAZETTE, ROOT

from checks.fm.marks import ROWS
from linter.language import compiled as patterns
from linter.language import pattern as lazy
from linter.language.confusables import beginning, confusables, ending
from linter.language.text import Text


@pytest.fixture(scope="module")
def store() -> bytes:
    return patterns.pack(patterns.HOMES)


def test_compiled_when_first_used() -> None:
    with pytest.raises(re.error):
        lazy.lazy("(").match("x")
    pattern = lazy.lazy(r"(?P<word>\w+)", re.ASCII)
    assert pattern.sub("-", "ab 第") == "- 第"
    assert [match["word"] for match in pattern.finditer("ab c")] == ["ab", "c"]


@pytest.mark.parametrize(
    ("pattern", "spelled"),
    [
        (r"\d+年", "[0-9０-９]+年"),
        (r"[\d一二\-]{2}(?!\d)", r"[0-9０-９一二\-]{2}(?![0-9０-９])"),
        (r"\\d\D", r"\\d\D"),
    ],
)
def test_digits_are_the_ten_of_both_widths(pattern: str, spelled: str) -> None:
    assert lazy.written(pattern) == spelled


def test_the_store_holds_what_the_engine_makes(store: bytes, gazette: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = lazy.unpack(store)
    assert len(entries) > 250
    monkeypatch.setattr(lazy, "_store", lambda: entries)
    sample = gazette.normal[:12_000]
    for source, flags in entries:
        kept, fresh = lazy.stored(source, flags), re.compile(lazy.written(source), flags)
        assert kept is not None
        assert (kept.pattern, kept.flags, kept.groups, dict(kept.groupindex)) == (
            source,
            fresh.flags,
            fresh.groups,
            dict(fresh.groupindex),
        )
        assert [one.span() for one in kept.finditer(sample)] == [one.span() for one in fresh.finditer(sample)], source


def test_contexts_of_confusable_words_are_in_the_store(store: bytes) -> None:
    sources = {source for source, _ in lazy.unpack(store)}
    entries = confusables("context", "slip", "variant")
    before = {ending(one)._source[0] for entry in entries for one in (entry.before, entry.not_before) if one}  # type: ignore[attr-defined]
    after = {beginning(one)._source[0] for entry in entries for one in (entry.after, entry.not_after) if one}  # type: ignore[attr-defined]
    assert before | after <= sources


def test_a_store_of_another_engine_or_damaged_counts_for_nothing(store: bytes) -> None:
    made_by, entries = marshal.loads(store)  # noqa: S302
    assert lazy.unpack(marshal.dumps(((*made_by[:2], made_by[2] + 1), entries))) == {}
    assert lazy.unpack(store[: len(store) // 2]) == {}
    assert lazy.unpack(b"") == {}


def test_code_the_engine_did_not_make_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lazy, "_store", lambda: {("a", 0): (32, b"\1\0\0\0\2\0\0\0", 0, {}, (None,))})
    assert lazy.stored("a", 0) is None
    assert lazy.lazy("a").match("a")


def test_no_store_in_a_source_tree() -> None:
    assert not Path(lazy.__file__).with_name(lazy.STORE).exists()


def test_patterns_in_rows_of_data_are_kept_too(store: bytes) -> None:
    sources = {source for source, _ in lazy.unpack(store)}
    (row,) = [check for check in ROWS if check.code == "FM018"]
    assert row.run.__self__.pattern._source[0] in sources  # type: ignore[attr-defined]


# What a check of the gazette uses, and the store does not hold.
_COMPILED_IN_EACH_RUN = """
import gc
import sys
from pathlib import Path
from linter import lint
from linter.language import compiled, pattern

lint(Path(sys.argv[1]))
held = set(compiled.sources(compiled.HOMES))
used = [one for one in gc.get_objects() if isinstance(one, pattern._Lazy) and "finditer" in vars(one)]
print([one._source for one in used if one._source not in held])
"""


def test_a_check_of_a_gazette_compiles_nothing() -> None:
    command = [sys.executable, "-c", _COMPILED_IN_EACH_RUN, str(GAZETTE)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert found.stdout.strip() == "[]", found.stderr


def test_what_was_remembered_is_dropped_with_the_classes() -> None:
    pattern = lazy.lazy("{SURE_END}$")

    @lazy.remembered(8)
    def ends(word: str) -> bool:
        return pattern.search(word) is not None

    assert not ends("某某驿站")
    lazy.extend({"SURE_END": frozenset({"驿站"})})
    try:
        assert ends("某某驿站")
    finally:
        lazy.extend({})
    assert not ends("某某驿站")
