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
    """A repository: the texts of its sources, by path, and the commits made to it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.texts: dict[str, str] = {}
        self.commits: list[Json] = []

    def hold(self, folder: Path) -> None:
        """Take the sources of the project in `folder`."""
        for file in sorted(folder.rglob("*.yml")):
            self.texts[file.relative_to(folder).as_posix()] = file.read_text("utf-8")

    @property
    def head(self) -> str:
        """What stands for the hash of the last commit."""
        return f"{len(self.commits):040x}"

    def commit(self, commit: Json) -> None:
        """Take a commit."""
        self.commits.append(commit)
        for action in commit["actions"]:
            self.texts[action["file_path"]] = action["content"]


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
            self.server.commit(body)
            self._answer({"id": self.server.head, "committed_date": "2026-11-20T12:00:00Z"})

    def _repository(self, query: str, variables: Json) -> Json:
        files = self.server.texts
        if "lastCommit" in query:
            return {"tree": {"lastCommit": {"sha": self.server.head, "message": "Début"}}}
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
