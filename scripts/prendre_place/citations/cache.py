"""Citations already rendered, kept on disk by what they were made from.

One file for each state of the bibliography and the style. It can be deleted at
any time; with or without it the site is the same to the byte.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from prendre_place.citations import rendering
from prendre_place.citations.rendering import Rendered

PREFIX = "citations-"


class CitationCache:
    """What was rendered with one bibliography, one style, one pandoc, one code."""

    def __init__(self, folder: Path, bibliography: Path) -> None:
        digest = hashlib.sha256()
        for content in (
            bibliography.read_bytes(),
            rendering.style_path().read_bytes(),
            Path(rendering.__file__).read_bytes(),
            version("pypandoc_binary").encode(),
        ):
            digest.update(hashlib.sha256(content).digest())
        self.path = folder / f"{PREFIX}{digest.hexdigest()[:32]}.json"

    def read(self) -> Rendered:
        """What is kept; nothing when the file is absent or damaged."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            return Rendered(dict(kept["citations"]), dict(kept["references"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Rendered()

    def write(self, rendered: Rendered) -> None:
        """Keep it, and drop what other states of the bibliography had left."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        for old in self.path.parent.glob(f"{PREFIX}*.json"):
            if old != self.path:
                old.unlink(missing_ok=True)
        content = {"citations": rendered.citations, "references": rendered.references}
        draft = self.path.with_suffix(".nouveau")
        draft.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        draft.replace(self.path)
