"""What is given away: a wheel has the same bytes wherever it is built, one version, a licence, and works by itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from linter import __version__
from linter.installing import needed


def copied(folder: Path) -> Path:
    """What the container copies to build a wheel from."""
    listed = re.findall(r"(?m)^COPY (?!--)(.+) \S+$", (ROOT / "Containerfile").read_text("utf-8"))
    for name in " ".join(listed).split():
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One built from the tree, one from what the container has of it, elsewhere."""
    made = []
    for tree in (ROOT, copied(tmp_path_factory.mktemp("container"))):
        target = tmp_path_factory.mktemp("wheel")
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target]
        subprocess.run(command, cwd=tree, env=os.environ | {"PYTHONPATH": ""}, check=True, capture_output=True)
        made.append(next(target.iterdir()))
    return made


def test_a_wheel_is_the_same_wherever_it_is_built(wheels: list[Path]) -> None:
    assert wheels[0].name == wheels[1].name
    assert wheels[0].read_bytes() == wheels[1].read_bytes()
    assert "checks/index.bin" in zipfile.ZipFile(wheels[1]).namelist()


def test_a_wheel_has_one_version_and_a_licence(wheels: list[Path]) -> None:
    with zipfile.ZipFile(wheels[0]) as wheel:
        about = wheel.read(f"gazette_lint-{__version__}.dist-info/METADATA").decode()
        assert f"\nVersion: {__version__}\n" in about
        assert "\nLicense-Expression: MIT\n" in about
        assert f"gazette_lint-{__version__}.dist-info/licenses/LICENSE" in wheel.namelist()


def test_a_wheel_works_by_itself(wheels: list[Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(wheels[0]) as wheel:
        wheel.extractall(tmp_path / "site")
    draft = tmp_path / "a.txt"
    draft.write_text("关于开展安全检查的通知\n\n各单位应当于2023年2月30日前报送自查报告。\n", "utf-8")
    call = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import linter; "
        "assert 'site' in linter.__file__; from linter.cli import main; main()"
    )
    command = [
        sys.executable,
        "-P",
        "-c",
        call,
        "check",
        draft,
        "--quiet",
        "--output",
        tmp_path / "a.html",
        "--output",
        "-",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "DT001-" in done.stdout) == (1, True), done.stderr
    assert "<title>" in (tmp_path / "a.html").read_text("utf-8")


def test_no_document_asks_a_registry_for_this_package() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/**/*.md"), *ROOT.glob("examples/ci/*")]
    for page in pages:
        words = page.read_text("utf-8")
        assert "install gazette-lint" not in words, page
        assert "'gazette-lint[" not in words, page
        assert "pypi.org/project/gazette-lint" not in words, page


def test_what_an_optional_part_needs() -> None:
    listed = ["click>=8", "lxml>=5; extra == 'docx'", "gazette-lint[docx]; extra == 'doc'", 'conv>=1; extra == "doc"']
    assert needed(listed, "doc") == ["lxml>=5", "conv>=1"]
    assert needed(listed, "none") == []
