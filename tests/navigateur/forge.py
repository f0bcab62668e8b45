"""A stand-in for GitLab or GitHub: what the form asks them, and the commits that it makes.

https://docs.gitlab.com/api/, https://docs.github.com/graphql, https://docs.github.com/rest
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

Json = dict[str, Any]

TOKEN = "un-jeton"
ACCOUNT = {
    "id": 7,
    "name": "Camille Martin",
    "username": "camille",  # GitLab
    "login": "camille",  # GitHub
    "email": "camille@val.invalid",
    "avatar_url": "https://portraits.invalid/camille.png",
}
COMMITTED = "2026-11-20T12:00:00Z"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": "*",
}
ALIASES = re.compile(r'(content_\d+): object\(oid: "(\w+)"\)|(commit_\d+):\s+ref')


@dataclass(frozen=True)
class Commit:
    """A commit that was received: its message, and the new texts of files, by path."""

    message: str
    texts: dict[str, str]


class Forge(ThreadingHTTPServer):
    """A repository: the texts of its sources, by path, and the commits made to it.

    `genre` is « gitlab » or « github ». It serves while a `with` block lasts.
    """

    def __init__(self, genre: str) -> None:
        super().__init__(("127.0.0.1", 0), {"gitlab": _GitLab, "github": _GitHub}[genre])
        self.genre = genre
        self.address = f"http://127.0.0.1:{self.server_port}"
        # GitHub has its interface at one address for all.
        self.api = "https://api.github.com" if genre == "github" else self.address
        self.texts: dict[str, str] = {}
        self.commits: list[Commit] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def hold(self, folder: Path) -> None:
        """Take the sources of the project in `folder`."""
        for file in sorted(folder.rglob("*.yml")):
            self.texts[file.relative_to(folder).as_posix()] = file.read_text("utf-8")

    @property
    def head(self) -> str:
        """What stands for the hash of the last commit."""
        return f"{len(self.commits):040x}"

    def commit(self, message: str, texts: dict[str, str]) -> None:
        """Take a commit."""
        self.commits.append(Commit(message, texts))
        self.texts |= texts


class _Handler(BaseHTTPRequestHandler):
    server: Forge

    def do_OPTIONS(self) -> None:
        self.answer({})

    def do_GET(self) -> None:
        self.answer(self.got(self.path)) if self.is_signed_in() else self.answer({}, 401)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer(self.posted(self.path, body)) if self.is_signed_in() else self.answer({}, 401)

    def is_signed_in(self) -> bool:
        return str(self.headers["Authorization"]).endswith(TOKEN)

    def got(self, path: str) -> object:
        """What is at this path."""
        raise NotImplementedError

    def posted(self, path: str, body: Json) -> object:
        """What is answered to this body."""
        raise NotImplementedError

    def answer(self, value: object, status: int = 200) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        for name, text in {**CORS, "Content-Length": str(len(body))}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _GitLab(_Handler):
    def got(self, path: str) -> object:
        if path == "/api/v4/user":
            return ACCOUNT
        return [ACCOUNT] if "/users?" in path else []

    def posted(self, path: str, body: Json) -> object:
        if path == "/api/graphql":
            repository = self._repository(body["query"], body["variables"])
            return {"data": {"project": {"repository": repository}}}
        texts = {action["file_path"]: action["content"] for action in body["actions"]}
        self.server.commit(body["commit_message"], texts)
        return {"id": self.server.head, "committed_date": COMMITTED}

    def _repository(self, query: str, variables: Json) -> Json:
        files = self.server.texts
        if "lastCommit" in query:
            return {"tree": {"lastCommit": {"sha": self.server.head, "message": "Début"}}}
        if "rawTextBlob" in query:
            return {"blobs": {"nodes": [{"rawTextBlob": files[p]} for p in variables["paths"]]}}
        nodes = [{"type": "blob", "path": path, "sha": _sha(text)} for path, text in files.items()]
        return {
            "tree": {"blobs": {"nodes": nodes, "pageInfo": {"endCursor": "", "hasNextPage": False}}}
        }


class _GitHub(_Handler):
    def got(self, path: str) -> object:
        if path == "/user":
            return ACCOUNT
        if "/git/trees/" not in path:
            return {}  # this account may write here
        return {
            "tree": [
                {"type": "blob", "path": path, "sha": _sha(text), "size": len(text.encode())}
                for path, text in self.server.texts.items()
            ]
        }

    def posted(self, path: str, body: Json) -> object:
        assert path == "/graphql", path
        query, variables = body["query"], body["variables"]
        if "createCommitOnBranch" in query:
            return {"data": {"createCommitOnBranch": {"commit": self._commit(variables["input"])}}}
        return {"data": {"repository": self._repository(query)}}

    def _commit(self, asked: Json) -> Json:
        assert asked["expectedHeadOid"] == self.server.head
        texts = {
            added["path"]: base64.b64decode(added["contents"]).decode()
            for added in asked["fileChanges"]["additions"]
        }
        self.server.commit(asked["message"]["headline"], texts)
        shas = {f"file_{rank}": {"oid": _sha(text)} for rank, text in enumerate(texts.values())}
        return {"oid": self.server.head, "committedDate": COMMITTED, **shas}

    def _repository(self, query: str) -> Json:
        by_sha = {_sha(text): text for text in self.server.texts.values()}
        author = {"name": ACCOUNT["name"], "email": ACCOUNT["email"], "user": None}
        last = {"oid": self.server.head, "message": "Début", "author": author}
        history = {"target": {"history": {"nodes": [{**last, "committedDate": COMMITTED}]}}}
        found: Json = {"ref": history}
        for content, sha, commit in ALIASES.findall(query):
            text = {"text": by_sha.get(sha), "isTruncated": False}
            found |= {content: text} if content else {commit: history}
        return found


def _sha(text: str) -> str:
    return hashlib.sha1(text.encode()).hexdigest()
