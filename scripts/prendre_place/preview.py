"""The live preview: MkDocs serves, and builds again when a source is saved."""

from __future__ import annotations

import os
from pathlib import Path

from prendre_place.build import CONFIGURATION


def serve(root: Path, address: str) -> int:
    """Serve the project at `root` on `address` (`host:port`) until interrupted."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.serve import serve as mkdocs_serve

    mkdocs_serve(config_file=str(root / CONFIGURATION), livereload=True, dev_addr=address)
    return 0
