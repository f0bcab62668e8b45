"""A stand-in for GitLab: what Sveltia CMS asks it, and the commits that it receives.

https://docs.gitlab.com/api/
"""

from __future__ import annotations

import hashlib
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Json = dict[str, Any]

ACCOUNT = {
    "id": 7,
    "name": "Camille Martin",
    "username": "camille",
    "email": "camille@val.invalid",
    "avatar_url": "https://portraits.invalid/camille.png",
}
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": "*",
}


class Forge(ThreadingHTTPServer):
    """Serves the repository of the project in `folder`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.folder = Path()
        self.commits: list[Json] = []

    def files(self) -> dict[str, str]:
        """The sources of the repository, by path."""
        found = sorted(self.folder.rglob("*.yml"))
        return {f.relative_to(self.folder).as_posix(): f.read_text("utf-8") for f in found}


class _Handler(BaseHTTPRequestHandler):
    server: Forge

    def do_OPTIONS(self) -> None:
        self._answer({})

    def do_GET(self) -> None:
        if self.path == "/api/v4/user":
            self._answer(ACCOUNT)
        else:
            self._answer([ACCOUNT] if "/users?" in self.path else [])

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/api/graphql":
            repository = self._repository(body["query"], body["variables"])
            self._answer({"data": {"project": {"repository": repository}}})
        else:
            self.server.commits.append(body)
            self._answer({"id": "b" * 40, "committed_date": "2026-11-20T12:00:00Z"})

    def _repository(self, query: str, variables: Json) -> Json:
        files = self.server.files()
        if "lastCommit" in query:
            return {"tree": {"lastCommit": {"sha": "a" * 40, "message": "Début"}}}
        if "rawTextBlob" in query:
            return {"blobs": {"nodes": [{"rawTextBlob": files[p]} for p in variables["paths"]]}}
        nodes = [
            {"type": "blob", "path": path, "sha": hashlib.sha1(text.encode()).hexdigest()}
            for path, text in files.items()
        ]
        return {
            "tree": {"blobs": {"nodes": nodes, "pageInfo": {"endCursor": "", "hasNextPage": False}}}
        }

    def _answer(self, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        for name, text in {**CORS, "Content-Length": str(len(body))}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass
