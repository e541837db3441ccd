"""Paths in reports: relative to one folder, with forward slashes, and percent-encoded where a URI is wanted."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
STDIN = "-"


def relative(path: str, root: str) -> str:
    """A path relative to the absolute folder ``root``; as it is, without a root or outside it."""
    absolute = PurePath(os.path.normpath(Path.cwd() / path))
    if path == STDIN or not root or not absolute.is_relative_to(root):
        return path
    return absolute.relative_to(root).as_posix()


def uri(path: str) -> str:
    """A relative path as a URI reference (RFC 3986), an absolute one as a ``file:`` URI; the name's bytes are kept."""
    encoded = "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in os.fsencode(path))
    if encoded.startswith("/"):
        return "file://" + encoded
    return "file:///" + path[0] + ":" + encoded[4:] if path[1:3] == ":/" else encoded


def root_of(paths: Iterable[str], start: Path) -> str:
    """The folder that paths in reports are relative to, for files named from the folder ``start``.

    The repository (``.git``) around ``start``, else ``start`` itself; the deepest folder that holds all files, if one
    of them lies outside.
    """
    root = next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), start)
    folders = [os.path.normpath((start / path).parent) for path in paths if path != STDIN]
    try:
        return str(root) if all(PurePath(f).is_relative_to(root) for f in folders) else os.path.commonpath(folders)
    except ValueError:  # two drives of Windows have no folder in common
        return str(root)
