"""The faces of the houses of facts: what the modules of a house offer in ``__all__`` is what others import of it.

``python generate/faces.py`` writes them anew; the docstring of a face is kept.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import linter.facts

HOUSES = Path(linter.facts.__file__).parent


def faces() -> Iterator[tuple[Path, str]]:
    """The file of each face, and what belongs there. Raises ValueError if two modules of a house offer one name."""
    for file in sorted(HOUSES.glob("*/__init__.py")):
        modules = {path.stem: offered(path.read_text("utf-8")) for path in sorted(file.parent.glob("[a-z]*.py"))}
        names = [name for offers in modules.values() for name in offers]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"{file.parent.name}: offered by two modules: {', '.join(twice)}")
        lines = [
            f"from linter.facts.{file.parent.name}.{name} import *\n" for name, offers in modules.items() if offers
        ]
        about = ast.get_docstring(ast.parse(file.read_text("utf-8")))
        yield file, f'"""{about}"""\n\n{"".join(lines)}'


def offered(module: str) -> list[str]:
    """The names in ``__all__`` of the text of a module; none without it."""
    for node in ast.parse(module).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return []


def main() -> None:
    """Write the faces."""
    for file, words in faces():
        file.write_text(words, "utf-8")


if __name__ == "__main__":
    main()
