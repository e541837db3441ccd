"""Start the server on a free port of this machine and open the browser on its page."""

import secrets
import socket
import threading
import webbrowser
from pathlib import Path

import uvicorn

from linter.app.desk import Desk
from linter.app.server import application
from linter.runs.writing import Failure

HOST = "127.0.0.1"


def serve(office: Path, port: int, lang: str, *, browser: bool) -> None:
    """Serve until interrupted. Raises Failure if the port is taken."""
    with socket.socket() as listening:
        try:
            listening.bind((HOST, port))
            # From here on a browser waits for its answer, however long the server takes to start.
            listening.listen()
        except OSError as error:
            raise Failure(f"端口 {port} 不能用 (cannot use the port): {error.strerror}") from None
        token = secrets.token_urlsafe(24)
        port = listening.getsockname()[1]
        hosts = frozenset(f"{name}:{port}" for name in (HOST, "localhost"))
        app = application(Desk(office), token, hosts, lang)
        address = f"http://{HOST}:{port}/{token}/"
        new = "" if office.is_dir() else "（新文件夹，保存时建立；new, made when something is saved）"
        print(f"{address}\n设置和接受记录 (settings and decisions): {office}{new}\nCtrl-C 结束 (ends)", flush=True)
        if browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", server_header=False))
        server.run(sockets=[listening])
