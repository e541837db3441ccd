"""What comes in from the editor: only whole messages with a length that can be true reach the protocol."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import IO, Any

from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import JsonRPCNotification

from linter.limits import BYTES

# A header stands alone in a line, or behind the body of a message whose length was wrong.
_LENGTH = re.compile(rb"Content-Length:[ \t]*([^\r\n]*)\r?\n$", re.IGNORECASE)
_CHUNK = 1 << 16
_HEADER = 200
_IGNORED = "$/ignored"


class Framed:
    """A stream of messages. ``readline`` and ``read`` give what the protocol expects of a well-behaved client.

    A message without a length, or with one that cannot be true, is told and passed over up to the next header.
    """

    def __init__(self, stream: IO[bytes], tell: Callable[[str], None]) -> None:
        self._stream = stream
        self._tell = tell
        self._next: list[bytes] = []

    def readline(self) -> bytes:
        """The next line of a header; nothing at the end of the stream."""
        if not self._next:
            length = self._length()
            self._next = [] if length is None else [b"Content-Length: %d\r\n" % length, b"\r\n"]
        return self._next.pop(0) if self._next else b""

    def read(self, count: int) -> bytes:
        """The body of a message."""
        return self._stream.read(count)

    def _length(self) -> int | None:
        """The length that the next good header says; None at the end of the stream."""
        length, before = 0, b""
        while line := self._stream.readline(_CHUNK):
            if found := _LENGTH.search(before + line):
                length = self._judged(found[1].strip())
            elif length and not line.strip():
                return length
            before = b"" if line.endswith(b"\n") else line[-_HEADER:]
        return None

    def _judged(self, words: bytes) -> int:
        if words.isdigit() and len(words) < 12 and 0 < (length := int(words)) <= BYTES:
            return length
        shown = words[:20].decode("ascii", "replace")
        self._tell(f"Content-Length: {shown} 不可信，跳过这条消息 (message skipped: its length cannot be true)")
        return 0


class Protocol(LanguageServerProtocol):
    """The protocol, with an answer to requests whose parameters are not what they should be."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as a value. One that cannot be read is answered at once and passed over."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" not in data:
                raise
            if isinstance(data.get("id"), str | int):
                self._send_response(data["id"], error=error.to_response_error())
            return JsonRPCNotification(_IGNORED, self.VERSION, None)
