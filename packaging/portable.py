"""Build the folder to unzip and double-click, for the system this runs on: ``python packaging/portable.py [FOLDER]``.

Needs ``pip install '.[all,portable]'``. Writes ``gazette-lint-VERSION-SYSTEM-MACHINE.zip`` with the program, everything
it needs, and a page that says what to do with it.
"""

from __future__ import annotations

import importlib.util
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from linter import __version__
from linter.cli import portable

NAME = "gazette-lint"
READ_ME = """公文检查 {version}

双击 gazette-lint：打开浏览器，在本机的页面上检查公文。不用安装，不用网络，什么也不离开这台机器。
把文件拖到 gazette-lint 上（Linux 上拖到“公文检查”上）：在每个文件旁边写出 批注_名称.docx 和 报告.html。
在终端里：gazette-lint check 文件；gazette-lint --help。

Double-click gazette-lint: a page of this machine opens. Drop files on it: a commented Word file and a report are
written beside each. Nothing is installed, nothing leaves the machine.
"""
# Where the desktop starts it: %k is this very file.
DESKTOP = """[Desktop Entry]
Type=Application
Name=公文检查
Comment=拖文件到这里，或双击打开页面
Exec=sh -c '"$(dirname "$0")/gazette-lint" "$@"' %k %F
Terminal=true
"""
# Optional parts: those that are installed go in.
PARTS = (
    "lxml",
    "pypdfium2",
    "pypdfium2_raw",
    "openpyxl",
    "xlrd",
    "xlsxwriter",
    "doc2docx",
    "pygls",
    "lsprotocol",
    "uvicorn",
)
METADATA = (NAME, "msdoc2docx")


def build(target: Path) -> Path:
    """Build the archive into a folder. Its path. Ends the program with one line if PyInstaller is not installed."""
    if importlib.util.find_spec("PyInstaller") is None:
        sys.exit("没有安装 PyInstaller，请先运行 (install first): pip install '.[all,portable]'")
    system = f"{platform.system().lower()}-{platform.machine().lower()}"
    with tempfile.TemporaryDirectory() as work:
        command = [sys.executable, "-m", "PyInstaller", "--onedir", "--noconfirm", "--clean", "--name", NAME]
        command += ["--distpath", f"{work}/dist", "--workpath", f"{work}/build", "--specpath", work]
        for package in ("linter", "checks"):
            command += ["--collect-submodules", package, "--collect-data", package]
        for package in PARTS:
            command += ["--collect-all", package]
        for package in METADATA:
            command += ["--copy-metadata", package]
        subprocess.run([*command, portable.__file__], check=True)  # noqa: S603 - fixed words
        folder = Path(work, "dist", NAME)
        (folder / "读我.txt").write_text(READ_ME.format(version=__version__), "utf-8")
        if platform.system() == "Linux":
            entry = folder / "公文检查.desktop"
            entry.write_text(DESKTOP, "utf-8")
            entry.chmod(0o755)
        target.mkdir(parents=True, exist_ok=True)
        base = target / f"{NAME}-{__version__}-{system}"
        return Path(shutil.make_archive(str(base), "zip", folder.parent, NAME))


if __name__ == "__main__":
    print(build(Path(sys.argv[1] if len(sys.argv) > 1 else "dist")))
