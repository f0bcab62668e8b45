"""VS Code's own YAML language server, spoken to over LSP with the project's settings."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).resolve().parent
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


def node() -> str:
    """The Node program, or a test that says it was skipped."""
    found = shutil.which("node")
    if found is None or not SERVER.is_file():
        pytest.skip("Node.js ou le serveur de langage YAML manque : éditeur non vérifié")
    return found


class LanguageServer:
    """A running server, its workspace the project, its language French."""

    def __init__(self) -> None:
        self.settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
        self.process = subprocess.Popen(
            [node(), str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.sent = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        folder = {"uri": ROOT.as_uri(), "name": "prendre-place"}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
        }
        self.ask(
            "initialize",
            processId=None,
            rootUri=ROOT.as_uri(),
            workspaceFolders=[folder],
            capabilities=capabilities,
            locale="fr",
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={})

    def close(self) -> None:
        self.ask("shutdown")
        self.tell("exit")
        self.process.communicate(timeout=10)

    def open(self, text: str, path: str | None = None) -> str:
        """Open a text (not read from the disk) as a term, or as the file at `path`."""
        self.sent += 1
        uri = (ROOT / (path or f"glossary/essai-{self.sent}.yml")).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": self.sent, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def problems(self, *uris: str) -> list[list[str]]:
        """For each open file, « ligne : message » of what the editor underlines."""
        while not self.diagnostics.keys() >= set(uris):
            self._receive()
        return [[_shown(found) for found in self.diagnostics[uri]] for uri in uris]

    def hover(self, text: str, line: int, column: int) -> str:
        """What is shown over a place of a term (from 0), as Markdown."""
        return str(self._at("textDocument/hover", text, line, column)["contents"]["value"])

    def completions(self, text: str, line: int, column: int) -> dict[str, str]:
        """By label, what each proposal at a place of a term (from 0) would insert."""
        result = self._at("textDocument/completion", text, line, column)
        return {item["label"]: item["textEdit"]["newText"] for item in result["items"]}

    def _at(self, method: str, text: str, line: int, column: int) -> Any:
        position = {"line": line, "character": column}
        return self.ask(method, textDocument={"uri": self.open(text)}, position=position)

    def ask(self, method: str, **params: Any) -> Any:
        self.sent += 1
        number = self.sent
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        stream = self.process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "le serveur de langage s’est arrêté"
        message: dict[str, Any] = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, request: dict[str, Any]) -> Any:
        if request["method"] != "workspace/configuration":
            return None
        return [self._section(item["section"]) for item in request["params"]["items"]]

    def _section(self, name: str) -> Any:
        if name.startswith("["):
            return self.settings.get(name, {})
        section: dict[str, Any] = {}
        for key, value in self.settings.items():
            first, *rest = key.split(".")
            if first == name:
                inner = section
                for part in rest[:-1]:
                    inner = inner.setdefault(part, {})
                inner[rest[-1]] = value
        if name == "yaml":
            # What the extension says of itself when a setting is left as it comes.
            section = {"validate": True, "hover": True, "completion": True, **section}
        return section


def _shown(diagnostic: dict[str, Any]) -> str:
    return f"{diagnostic['range']['start']['line'] + 1} : {diagnostic['message']}"


@pytest.fixture(scope="session")
def editor() -> Iterator[LanguageServer]:
    """One server for all the tests."""
    server = LanguageServer()
    yield server
    server.close()


def read_as_the_editor(texts: list[str]) -> list[dict[str, Any]]:
    """The `value` of each YAML text, or its `error`, as VS Code's parser gives it."""
    done = subprocess.run(
        [node(), HERE / "lire.cjs"],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
