"""Byte code and compiled patterns, made once by the Python of the browser, so that the page starts fast."""

import compileall
import io
import py_compile
import shutil
import sys
import zipfile
from pathlib import Path

from linter.app.inside.start import stand_in

PACKAGES, LIBRARY, MADE = Path("/packages"), Path("/library"), Path("/made")
# Tools for those who write programs.
_UNUSED = ("_pyrepl", "ensurepip", "idlelib", "mailbox", "pdb", "pydoc_data", "test", "tkinter", "turtle", "venv")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def prepare() -> None:
    """Write both ZIP files: the packages with their patterns, and the library of Python."""
    from linter.language.compiled import HOMES, pack

    stand_in()
    (PACKAGES / "linter" / "language" / "patterns.bin").write_bytes(pack(HOMES))
    library = next(path for path in sys.path if path.endswith(".zip"))
    with zipfile.ZipFile(library) as archive:
        archive.extractall(LIBRARY)
    MADE.mkdir()
    for unused in _UNUSED:
        shutil.rmtree(LIBRARY / unused, ignore_errors=True)
        (LIBRARY / f"{unused}.py").unlink(missing_ok=True)
    # The pages of the checks are docstrings, those of the library are read by nobody.
    (MADE / "packages.zip").write_bytes(_packed(PACKAGES, 0))
    (MADE / "library.zip").write_bytes(_packed(LIBRARY, 2))


def _packed(folder: Path, optimize: int) -> bytes:
    """A folder as a ZIP file, modules as byte code that is trusted without a look at its source."""
    trusted = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(folder, quiet=2, legacy=True, optimize=optimize, invalidation_mode=trusted)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*")):
            compiled = path.suffix == ".py" and path.with_suffix(".pyc").is_file()
            if path.is_file() and not compiled and "__pycache__" not in path.parts:
                name = path.relative_to(folder).as_posix()
                archive.writestr(zipfile.ZipInfo(name, _EARLIEST), path.read_bytes())
    return out.getvalue()
