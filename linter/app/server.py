"""The page over HTTP, for this machine and this user alone: the address holds a secret, Host and Origin are checked.

Nothing is written but the settings of the office; what is uploaded stays in memory and is gone with the process.
"""

from __future__ import annotations

import hmac
import json
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from linter import limits
from linter.app.desk import Desk
from linter.app.downloads import Download
from linter.app.page import ASSETS, page
from linter.app.verbs import call
from linter.limits import BYTES
from linter.runs.writing import Failure

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


def application(desk: Desk, token: str, hosts: frozenset[str], lang: str = "zh") -> ASGIApp:
    """The page and its verbs under ``/token/``; ``hosts`` are the names (with port) it may be asked by."""

    async def index(_: Request) -> Response:
        return Response(page(lang), media_type="text/html")

    async def asset(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in ASSETS:
            return _refused("没有这个文件 (no such file)", 404)
        kind = next(kind for suffix, kind in _TYPES.items() if name.endswith(suffix))
        return Response((files(ASSETS[name]) / "assets" / name).read_bytes(), media_type=kind)

    async def verb(request: Request) -> Response:
        try:
            return await _answer(desk, request)
        except Failure as error:
            return _refused(error.message, 422)

    routes = [
        Route(f"/{token}/", index),
        Route(f"/{token}/assets/{{name}}", asset),
        Route(f"/{token}/call/{{verb}}", verb, methods=["POST"]),
    ]
    return Guard(Starlette(routes=routes), token, hosts)


async def _answer(desk: Desk, request: Request) -> Response:
    """Do what a request asks. Raises Failure with one line."""
    name = request.path_params["verb"]
    if name == "add":
        data = await _body(request, BYTES)
        told = await run_in_threadpool(call, desk, name, dict(request.query_params), data)
    else:
        told = await run_in_threadpool(call, desk, name, _arguments(await _body(request, limits.FORM_BYTES)))
    if isinstance(told, Download):
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(told.name)}"}
        return Response(told.data, media_type=told.media, headers=headers)
    return JSONResponse(told)


async def _body(request: Request, most: int) -> bytes:
    """The bytes of a request, refused as soon as they are too many."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Failure(f"超过 {most >> 20} MB，不予读取 (larger than {most >> 20} MB)")
        parts.append(part)
    return b"".join(parts)


def _arguments(data: bytes) -> dict[str, Any]:
    try:
        arguments = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        arguments = None
    if not isinstance(arguments, dict):
        raise Failure("请求应为 JSON 对象 (a JSON object wanted)")
    return arguments


def _refused(words: str, status: int) -> Response:
    return JSONResponse({"error": words}, status)


class Guard:
    """Lets in who knows the token, by a name of this machine, from the page itself; every answer gets its headers."""

    def __init__(self, app: ASGIApp, token: str, hosts: frozenset[str]) -> None:
        self._app = app
        self._token = token.encode()
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] += [(key.encode(), value.encode()) for key, value in _HEADERS.items()]
            await send(message)

        told = self._refusal(scope)
        answer = PlainTextResponse(told, 403) if told else self._app
        await answer(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> str:
        """Why a request is not let in; nothing if it is."""
        headers = {key.lower(): value.decode("latin-1") for key, value in scope["headers"]}
        if headers.get(b"host", "") not in self._hosts:
            return "只能在本机打开 (this machine only)"
        given = scope["path"].split("/")[1].encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._token):
            return "地址不全，请用启动时给出的地址打开 (use the address given at the start)"
        origin = headers.get(b"origin")
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            return "来自别的页面 (from another page)"
        if headers.get(b"sec-fetch-site", "none") not in {"none", "same-origin"}:
            return "来自别的页面 (from another page)"
        if scope["method"] == "POST" and origin is None:
            return "来自别的页面 (from another page)"
        return ""
