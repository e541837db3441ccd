"""gazette-lint: finds where official Chinese documents contradict themselves or break a written rule.

From Python: ``linter.lint`` (see ``linter.runs.api``), with ``linter.Settings``, gives a ``linter.Result``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.kernel.result import Result
    from linter.runs.api import lint
    from linter.settings.config import Settings

__version__ = "0.1.0"
__all__ = ["Result", "Settings", "__version__", "lint"]
_PUBLIC = {"lint": "linter.runs.api", "Settings": "linter.settings.config", "Result": "linter.kernel.result"}


def __getattr__(name: str) -> Any:
    """Import a public name when it is asked for, so that importing the package costs nothing."""
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
