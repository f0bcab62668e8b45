"""Serves the live site, and has browsers reload when a source is saved."""

from __future__ import annotations

import errno
import logging
import os
import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from prendre_place import reporters
from prendre_place.build import CONFIGURATION
from prendre_place.command_line import PROGRAM
from prendre_place.failures import reason
from prendre_place.kinds import KINDS, VERSIONS
from prendre_place.pages.environment import TEMPLATES
from prendre_place.preview.live_site import LiveSite
from prendre_place.problems import has_errors

# Seconds between two looks at the sources.
EVERY = 0.2
# What MkDocs logs while it serves, and what a writer is told instead.
SAID = {"Detected file changes": "Un fichier a changé…"}
NOT_FOUND = " code 404"  # the browser says it
ABSENT = '<!doctype html><html lang="fr"><title>Page absente</title><p>Page absente.</p></html>'
Environ = dict[str, Any]  # of WSGI, as what follows
Respond = Callable[[str, list[tuple[str, str]]], object]


def serve(root: Path, address: str, say: Callable[[str], None]) -> int:
    """Serve the project at `root` on `address` (`host:port`) until interrupted.

    `say` shows one line to the writer. A fault, even the first time, leaves the preview
    waiting: it is told in the terminal and on the page. An address that is taken ends it.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logger = logging.getLogger("mkdocs")
    logger.addHandler(_Translator(say))
    logger.setLevel(logging.INFO)
    logger.propagate = False
    host, _, port = address.rpartition(":")
    server = _Server(LiveSite(root, f"http://{address}/"), host, int(port), say)
    try:
        server.server_bind()
    except OSError as error:
        server.server_close()
        say(_refused(address, error))
        return 1
    say(f"Aperçu : http://{address}/ dans un instant (Ctrl+C pour l’arrêter).")
    server.refresh()
    server.watch(str(root), recursive=False)
    for folder in _folders(root):
        server.watch(str(folder))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        say("Aperçu arrêté.")
    finally:
        server.shutdown(wait=True)
    return 0


def _refused(address: str, error: OSError) -> str:
    """Why the preview cannot be shown at an address, and what to do."""
    if error.errno != errno.EADDRINUSE:
        return f"L’aperçu ne peut se montrer à http://{address}/ : {reason(error)}."
    return (
        f"Un aperçu tourne déjà à http://{address}/ : ouvrez cette adresse, ou arrêtez-le "
        "(Ctrl + C dans son terminal).\n"
        "Si c’est un autre programme qui la tient : "
        f"{PROGRAM} apercu --adresse 127.0.0.1:8001"
    )


class _Server(LiveReloadServer):
    """MkDocs' own server, but for the files: the live site makes them."""

    def __init__(self, site: LiveSite, host: str, port: int, say: Callable[[str], None]) -> None:
        super().__init__(self.refresh, host, port, "", polling_interval=EVERY)
        self.build_delay = EVERY / 4
        self.site, self.say = site, say
        self.is_bound = False

    def server_bind(self) -> None:
        """Take the address, once: before the sources are read, then MkDocs asks for it again."""
        if not self.is_bound:
            super().server_bind()
            self.is_bound = True

    def refresh(self) -> None:
        """Read the sources again, and tell the writer what is wrong with them."""
        problems = self.site.refresh()
        if has_errors(problems):
            self.say(reporters.as_text([p for p in problems if p.severity == "erreur"]))
            self.say(self.site.what_is_shown)
        else:
            self.say("Aperçu à jour.")

    def serve_request(self, environ: Environ, start_response: Respond) -> Iterable[bytes]:
        """The file that is asked for, with the script that waits for the next state."""
        asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if asked.startswith("/livereload/"):
            waited: Iterable[bytes] = super().serve_request(environ, start_response)
            return waited
        epoch = self._visible_epoch  # taken first: a page that is already old is loaded again
        path = posixpath.normpath(asked).lstrip("/")
        name = posixpath.join(path, "index.html") if asked.endswith("/") else path
        content = self.site.content(name)
        if content is None and self.site.content(f"{name}/index.html"):
            start_response("302 Found", [("Location", f"{quote(asked)}/")])
            return []
        if content is None:
            start_response("404 Not Found", [("Content-Type", "text/html; charset=utf-8")])
            return [ABSENT.encode()]
        if name.endswith(".html"):
            content = self._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        start_response("200 OK", [("Content-Type", self._guess_type(name))])  # type: ignore[no-untyped-call]
        return [content]


def _folders(root: Path) -> list[Path]:
    """All that a page may come from, but for the files at the root."""
    config = load_config(str(root / CONFIGURATION))
    listed: list[str | Path] = [
        *KINDS,
        VERSIONS,
        config.docs_dir,
        str(config.theme.custom_dir),
        TEMPLATES,
    ]
    return [path for name in listed if (path := root / name).is_dir() and path != root]


class _Translator(logging.Handler):
    """MkDocs' journal in French; what is of no use to a writer is left out."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.INFO)
        self.say = say

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        for english, french in SAID.items():
            if english in message:
                self.say(french)
                return
        if record.levelno >= logging.WARNING and NOT_FOUND not in message:
            self.say(f"MkDocs signale : {message}")
