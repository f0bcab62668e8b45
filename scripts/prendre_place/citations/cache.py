"""Citations already rendered, kept on disk by what they were made from.

One file for each state of what they depend on. It can be deleted at any time;
with or without it the site is the same to the byte.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from prendre_place.citations import rendering

Kept = dict[str, dict[str, str]]


class Cache:
    """What was rendered with one state of some contents, by one code and one pandoc."""

    def __init__(self, folder: Path, name: str, *contents: bytes) -> None:
        digest = hashlib.sha256()
        code = Path(rendering.__file__).read_bytes()
        for content in (*contents, code, version("pypandoc_binary").encode()):
            digest.update(hashlib.sha256(content).digest())
        self.name = name
        self.path = folder / f"{name}-{digest.hexdigest()[:32]}.json"

    def read(self) -> Kept:
        """What is kept; nothing when the file is absent or damaged."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            return {str(group): dict(texts) for group, texts in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def write(self, kept: Kept) -> None:
        """Keep it, and drop what other states had left."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        for old in self.path.parent.glob(f"{self.name}-*.json"):
            if old != self.path:
                old.unlink(missing_ok=True)
        draft = self.path.with_suffix(".nouveau")
        draft.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        draft.replace(self.path)
