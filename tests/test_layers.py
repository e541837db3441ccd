"""The layering is a contract: each layer imports only those below it. Exceptions carry their reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from operator import itemgetter
from pathlib import Path

import pytest
from conftest import ROOT
from faces import offered
from tabled import over

# From the edge inwards; a module's layer is that of its longest prefix here.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("linter.cli", "linter.lsp", "linter.app", "linter.__main__"),
    ("linter.runs",),
    ("linter.reports", "linter.pages"),
    ("linter.settings", "linter.declared"),
    ("linter.accepted", "linter.archive"),
    ("linter.kernel.engine", "linter.kernel.session", "linter.kernel.clock"),
    ("linter.kernel.registry", "linter.kernel.packs"),
    ("checks",),
    ("linter.declared.rows",),  # what a check of the built-in pack is that is a row of data
    ("linter.kernel.result",),
    ("linter.kernel.check",),
    ("linter.declared.rewrite",),
    ("linter.facts",),
    ("linter.kernel",),  # findings, their labels and fixes
    ("linter.structure", "linter.sources"),
    ("linter.forms",),  # nodes of files written by hand
    ("linter.language", "linter.limits", "linter.installing"),
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


@cache
def modules() -> tuple[tuple[str, Path], ...]:
    return tuple(_modules())


def _modules() -> Iterator[tuple[str, Path]]:
    for package in ("linter", "checks"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


@pytest.fixture(scope="module", autouse=True)
def _trees() -> Iterator[None]:
    """Trees of all modules are kept no longer than their tests run."""
    yield
    syntax.cache_clear()


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path, *, deep: bool = True) -> tuple[str, ...]:
    """Imports at run time, those of functions only if ``deep``; those under TYPE_CHECKING serve types only."""
    return tuple(_imports(syntax(path).body, deep=deep))


def _imports(nodes: list[ast.stmt], *, deep: bool) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if (ROOT / Path(*whole.split("."))).with_suffix(".py").exists() else node.module
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from _imports(node.orelse, deep=deep)
        elif deep or isinstance(node, ast.If | ast.Try):
            for block in ("body", "orelse", "finalbody", "handlers", "cases"):
                yield from _imports(getattr(node, block, []), deep=deep)


@cache
def parts(path: Path) -> tuple[ast.ImportFrom | ast.ClassDef, ...]:
    """What is looked at wherever it stands: statements that import names, and classes."""
    return tuple(node for node in ast.walk(syntax(path)) if isinstance(node, ast.ImportFrom | ast.ClassDef))


def sources_of_names(path: Path) -> Iterator[ast.ImportFrom]:
    """All statements that import names, those that serve types too."""
    return (node for node in parts(path) if isinstance(node, ast.ImportFrom))


@over(("module", "path"), modules(), itemgetter(0))
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


# A house of facts → the houses whose face it may import. Eight arrows at most.
HOUSES = {
    "base": set[str](),
    "bands": {"base"},
    "bodies": {"base"},
    "counts": {"base", "bodies"},
    "references": {"base"},
    "wording": {"base", "bodies"},
}


def _house(module: str) -> str:
    return module.split(".")[2] if module.startswith("linter.facts.") else ""


def test_houses_of_facts_keep_their_arrows() -> None:
    assert sum(len(others) for others in HOUSES.values()) <= 8
    assert {path.name for path in (ROOT / "linter" / "facts").iterdir() if path.is_dir()} - {"__pycache__"} == set(
        HOUSES
    )
    for module, path in modules():
        house = _house(module)
        if house not in HOUSES:
            continue
        for name in imports(path):
            other = _house(name)
            if other and other != house:
                assert other in HOUSES[house], f"{module} imports {name}: no arrow from {house} to {other}"


def test_a_house_is_entered_by_its_face() -> None:
    for module, path in modules():
        for name in {node.module or "" for node in sources_of_names(path)}:
            if (other := _house(name + ".")) in HOUSES and other != _house(module):
                assert name.count(".") == 2, f"{module} imports {name}, behind the face of {other}"


def test_a_house_offers_what_others_import() -> None:
    wanted = {
        (_house(f"{node.module}."), alias.name)
        for module, path in modules()
        for node in sources_of_names(path)
        if node.module and _house(f"{node.module}.") != _house(module)
        for alias in node.names
    }
    for module, path in modules():
        if _house(module) in HOUSES:
            extra = [name for name in offered(path.read_text("utf-8")) if (_house(module), name) not in wanted]
            assert not extra, f"{module} offers what nobody takes: {', '.join(extra)}"


def test_imports_run_in_no_circle() -> None:
    graph = {module: {name for name in imports(path, deep=False) if name != module} for module, path in modules()}
    TopologicalSorter(graph).prepare()  # raises CycleError and names the circle


def test_one_name_is_one_class() -> None:
    homes: dict[str, list[str]] = {}
    for module, path in modules():
        if module.startswith("linter"):
            for node in parts(path):
                if isinstance(node, ast.ClassDef):
                    homes.setdefault(node.name, []).append(module)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_files_stay_small() -> None:
    long = {module: lines for module, path in modules() if (lines := path.read_text("utf-8").count("\n")) > 350}
    assert not long
