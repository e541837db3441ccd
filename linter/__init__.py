"""gazette-lint: finds where official Chinese documents contradict themselves or break a written rule.

From Python: ``linter.lint`` (see ``linter.api``), with ``linter.Settings``, gives a ``linter.Result``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.api import lint
    from linter.config import Settings
    from linter.result import Result

__version__ = "0.1.0"
__all__ = ["HOME", "Result", "Settings", "__version__", "lint"]
HOME = "https://pypi.org/project/gazette-lint/"
_PUBLIC = {"lint": "linter.api", "Settings": "linter.config", "Result": "linter.result"}


def __getattr__(name: str) -> Any:
    """Import a public name when it is asked for, so that importing the package costs nothing."""
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
