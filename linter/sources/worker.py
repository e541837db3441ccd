"""Work on a file in a process of its own, with a limit on its time and its memory.

A file can make any parser loop or fill the memory, and a fault of native code would end the whole run. Bytes go in on
standard input, an answer comes back as JSON on standard output.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any

from linter.language import Span
from linter.limits import READER_MEMORY, READER_SECONDS, failure
from linter.sources import Origin, Source, SourceError, make_source


def ask(module: str, data: bytes, form: str, *arguments: str) -> dict[str, Any]:
    """What ``module``, run as a program, answers. Raises SourceError, with ``form`` as name of the format."""
    command = [sys.executable, "-P", "-m", module, *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=READER_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise SourceError(f"{form} 在 {READER_SECONDS} 秒内未能读完，不予读取 (reading took too long)") from None
    if done.returncode:
        raise SourceError(f"{form} 已损坏，或读取时超出内存限制 (damaged, or too much memory needed)")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise SourceError(str(answer["error"]))
    return answer


def told(raw: str, origins: Iterable[Origin], notes: Iterable[str]) -> dict[str, Any]:
    """A text with its origins and notes, as an answer."""
    return {"raw": raw, "origins": [(*origin.span, origin.place) for origin in origins], "notes": [*notes]}


def heard(answer: dict[str, Any], data: bytes, form: str) -> Source:
    """The source that such an answer tells of."""
    origins = tuple(Origin(Span(start, end), place) for start, end, place in answer["origins"])
    return make_source(answer["raw"], data, form, origins=origins)._replace(notes=tuple(answer["notes"]))


def serve(work: Callable[[bytes], dict[str, Any]], form: str) -> None:
    """Do the work on standard input; every outcome but a crash is JSON."""
    limit_memory(READER_MEMORY)
    try:
        answer = work(sys.stdin.buffer.read())
    except SourceError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": f"读取 {form} 超出内存限制，不予读取 (too much memory needed)"}
    except Exception as error:  # noqa: BLE001 - told apart from a damaged file
        answer = {"error": f"读取 {form} 时出错 (internal error): {failure(error)}"}
    sys.stdout.write(json.dumps(answer))


def limit_memory(most: int) -> None:
    """Let this process have so many bytes of memory, where the system can say so."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
