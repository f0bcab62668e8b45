"""The live preview: MkDocs serves, and builds again when a source is saved."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

from prendre_place.build import CONFIGURATION

# What MkDocs logs while it serves, and what a writer is told instead.
SAID = {
    "Detected file changes": "Un fichier a changé…",
    "Reloading browsers": "Aperçu à jour.",
    "An error happened during the rebuild": "L’aperçu garde la dernière version sans faute.",
    "Shutting down": "Aperçu arrêté.",
}


def serve(root: Path, address: str, say: Callable[[str], None]) -> int:
    """Serve the project at `root` on `address` (`host:port`) until interrupted.

    `say` shows one line to the writer. The status is 1 when the sources are at
    fault from the start: later, a fault leaves the last good version on show.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import Abort

    logger = logging.getLogger("mkdocs")
    logger.addHandler(_Translator(say))
    logger.setLevel(logging.INFO)
    logger.propagate = False
    say(f"Aperçu : http://{address}/ dans un instant (Ctrl+C pour l’arrêter).")
    try:
        mkdocs_serve(config_file=str(root / CONFIGURATION), livereload=True, dev_addr=address)
    except Abort as fault:
        say(str(fault))
        return 1
    return 0


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
        if record.levelno >= logging.WARNING:
            self.say(f"MkDocs signale : {message}")
