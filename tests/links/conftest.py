"""A server on this machine that plays every case; no test asks the internet anything."""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from prendre_place.links.client import Client, Manners

# Fast, so that tests are: the real waits are only longer.
QUICK = Manners(timeout=0.3, delay=0.005, attempts=2, backoff=0.01, patience=1.5, redirects=5)
REDIRECTIONS = {
    "/301": (301, "/200"),
    "/308": (308, "/200"),
    "/302": (302, "/200"),
    "/301-puis-302": (301, "/302"),
    "/302-puis-301": (302, "/301"),
    "/301-relatif": (301, "200"),
    "/301-vers-404": (301, "/404"),
    "/dossier/page-partie": (301, "/"),
    "/vers-captcha": (302, "/captcha?retour=1"),
    "/boucle": (302, "/boucle-2"),
    "/boucle-2": (302, "/boucle"),
    "/ftp": (301, "ftp://ailleurs.invalid/x"),
    "/vers-nom-inconnu": (302, "http://nom.invalid/"),
}


class Server(ThreadingHTTPServer):
    """One site; remembers who asked what, and how many asked at once."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.passwords: set[str | None] = set()
        self.moments: list[float] = []
        self.together = 0
        self.most_together = 0
        self.counts: Counter[str] = Counter()
        self.lock = threading.Lock()
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        server, path = self.server, self.path
        with server.lock:
            server.asked.append((self.command, path))
            server.agents.add(self.headers["User-Agent"])
            server.passwords.add(self.headers["Authorization"])
            server.moments.append(time.monotonic())
            server.counts[path] += 1
            server.together += 1
            server.most_together = max(server.most_together, server.together)
        self._play(path.split("?")[0])

    do_HEAD = do_GET  # noqa: N815 - the names that http.server calls

    def _play(self, path: str) -> None:
        first = self.server.counts[path] == 1
        if path in REDIRECTIONS:
            status, target = REDIRECTIONS[path]
            self._answer(status, Location=target)
        elif path.startswith("/head-"):
            self._answer(int(path[6:9]) if self.command == "HEAD" else 200)
        elif path == "/head-coupee" or path == "/coupe":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif path == "/lent":
            time.sleep(1)
            self._answer(200)
        elif path == "/defi":
            self._answer(503, **{"cf-mitigated": "challenge"})
        elif path.startswith("/429"):
            wait = path.removeprefix("/429-")
            self._answer(429 if first or wait == "3600" else 200, **{"Retry-After": wait})
        elif path == "/500-puis-200":
            self._answer(500 if self.server.counts[path] <= 2 else 200)
        else:
            self._answer(int(path[1:4]) if path[1:4].isdecimal() else 200)

    def _answer(self, status: int, **headers: str) -> None:
        with self.server.lock:  # before the client knows, so that its next request is apart
            self.server.together -= 1
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    """One site."""
    site = Server()
    yield site
    site.stop()


@pytest.fixture
def client() -> Client:
    return Client("Essai/1 (+https://exemple.invalid)", QUICK)


@pytest.fixture(autouse=True)
def _nothing_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every name but this machine's is unknown, and no proxy is asked."""
    real = socket.getaddrinfo

    def resolve(host: Any, *rest: Any, **more: Any) -> Any:
        if host in ("127.0.0.1", "localhost"):
            return real(host, *rest, **more)
        code = socket.EAI_AGAIN if host == "hors-ligne.invalid" else socket.EAI_NONAME
        raise socket.gaierror(code, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
