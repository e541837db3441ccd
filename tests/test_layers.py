"""The layering is a contract: each layer imports only those below it. Exceptions carry their reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

# From the edge inwards; a module's layer is that of its longest prefix here.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("linter.cli", "linter.commands", "linter.lsp", "linter.__main__", "linter.api"),
    (
        "linter.run",
        "linter.patterns",
        "linter.testing",
        "linter.fixing",
        "linter.watch",
        "linter.changes",
        "linter.session",
        "linter.workspace",
        "linter.accept",
        "linter.recall",
    ),
    ("linter.reports", "linter.explain", "linter.dump", "linter.catalogue", "linter.scaffold", "linter.schema"),
    ("linter.filters",),
    ("linter.engine", "linter.suppress", "linter.baseline", "linter.decisions", "linter.matching"),
    ("linter.registry", "linter.entry_points", "linter.loose", "linter.settings", "linter.config", "linter.yamlchecks"),
    ("checks",),
    ("linter.result",),
    ("linter.check",),
    ("linter.facts", "linter.data"),
    ("linter.fingerprint",),
    ("linter.structure", "linter.sources"),
    ("linter.office",),
    ("linter.shape",),
    ("linter.finding", "linter.labels", "linter.fixes", "linter.nodes"),
    ("linter.numerals", "linter.lazy", "linter.interval", "linter.text"),
)
FREE = ("linter",)  # the package itself: version and lazy public names


def layer(module: str) -> int | None:
    best = max(
        ((len(prefix), depth) for depth, row in enumerate(LAYERS) for prefix in row if _under(module, prefix)),
        default=None,
    )
    return best[1] if best else None


def _under(module: str, prefix: str) -> bool:
    return module == prefix or module.startswith((prefix + ".", prefix + "_"))


def modules() -> Iterator[tuple[str, Path]]:
    for package in ("linter", "checks"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(path: Path) -> Iterator[str]:
    """Imports at run time; those under TYPE_CHECKING serve types only."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.dump(branch.test)
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if (ROOT / Path(*whole.split("."))).with_suffix(".py").exists() else node.module


@pytest.mark.parametrize(("module", "path"), [pytest.param(*one, id=one[0]) for one in modules()])
def test_imports_point_inwards(module: str, path: Path) -> None:
    own = layer(module)
    assert own is not None or module in FREE, f"{module} belongs to no layer: add it to LAYERS"
    for name in imports(path):
        if name.split(".")[0] not in ("linter", "checks") or own is None:
            continue
        other = layer(name)
        if other is not None:
            assert other >= own, f"{module} imports {name}, an outer layer"
        if module.startswith("linter"):
            assert not name.startswith("checks"), f"{module} imports the built-in pack"


def test_files_stay_small() -> None:
    long = {module: lines for module, path in modules() if (lines := path.read_text("utf-8").count("\n")) > 350}
    assert not long
