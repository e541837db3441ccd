"""The index of a pack says what its modules say, and spares importing them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT

import checks
from linter.kernel.check import Check
from linter.kernel.engine import lint_source
from linter.kernel.packs import INDEX, checks_of, collect, pack, unpack
from linter.kernel.registry import Registry
from linter.settings.config import Settings, activate
from linter.sources import read_text

DRAFT = "附件1：表\n\n本次会议于2021年2月30日召开，参会人数10-9人（含。\n"


def test_an_index_says_what_the_modules_say() -> None:
    whole = list(collect(checks))
    listed = unpack(pack(whole))
    assert len(listed) > 100
    for one, other in zip(whole, listed, strict=True):
        assert {name: getattr(other, name) for name in Check._fields} == one._asdict()
        assert other.defaults() == one.defaults()


def test_listed_checks_find_the_same(registry: Registry) -> None:
    listed = unpack(pack(registry.checks))
    active = activate(registry, Settings())
    by_code = {check.code: check for check in listed}
    again = [item._replace(check=by_code[item.check.code]) for item in active]
    found, other = (lint_source(read_text(DRAFT, "a.txt"), "a.txt", one)[0].diagnostics for one in (active, again))
    assert [(one.code, one.span, one.message) for one in found] == [(one.code, one.span, one.message) for one in other]
    assert found


def test_a_listed_check_is_imported_when_it_is_needed(tmp_path: Path) -> None:
    index = tmp_path / INDEX
    index.write_bytes(pack(collect(checks)))
    script = (
        "import sys; from pathlib import Path; from linter.kernel.packs import unpack\n"
        f"listed = unpack(Path({str(index)!r}).read_bytes())\n"
        "loaded = lambda: sum(name.startswith('checks.') for name in sys.modules)\n"
        "print(loaded()); listed[0].doc; print(loaded())"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    before, after = map(int, done.stdout.split())
    assert before == 0
    assert 0 < after < 10


@pytest.mark.parametrize("kept", [b"", b"damaged", None])
def test_a_pack_without_a_sound_index_is_imported(tmp_path: Path, kept: bytes | None) -> None:
    if kept is not None:
        (tmp_path / INDEX).write_bytes(kept)
    module = ModuleType("checks")
    module.__dict__.update(vars(checks), __file__=str(tmp_path / "__init__.py"))
    assert checks_of(module) == tuple(collect(checks))


def test_an_index_of_another_record_counts_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    index = pack(collect(checks))
    monkeypatch.setattr(Check, "_fields", (*Check._fields, "more"))
    with pytest.raises(ValueError, match="an index of"):
        unpack(index)


def test_no_index_in_a_source_tree() -> None:
    assert not Path(checks.__file__ or "").with_name(INDEX).exists()
