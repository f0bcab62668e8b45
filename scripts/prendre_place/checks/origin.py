"""From a page of the built site back to the file, and the line, it comes from."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from prendre_place.corpus import Corpus
from prendre_place.load.project import BIBLIOGRAPHY, HANDWRITTEN


class Origins:
    """Sources of the pages of one build."""

    def __init__(self, root: Path, corpus: Corpus) -> None:
        self.root = root
        self.lines: dict[str, list[str]] = {}
        self.by_page = {
            f"{corpus.address(entry_id)}index.html": corpus.paths[entry_id]
            for entry_id in corpus.entries
        }
        for page in corpus.handwritten:
            name = page.path.removeprefix(f"{HANDWRITTEN}/").removesuffix(".md")
            name = name.removesuffix("index").rstrip("/")
            self.by_page[f"{name}/index.html" if name else "index.html"] = page.path

    def place(self, page: str, needle: str) -> tuple[str, int]:
        """The source of a page and the line where `needle` (or its end) is written.

        A file that is published as it stands is its own source. Pages made from many
        sources (indexes) are named by the template's room.
        """
        path = self.by_page.get(page)
        if path is None and (self.root / HANDWRITTEN / page).is_file():
            path = f"{HANDWRITTEN}/{page}"
        if path is None:
            is_reference = page.startswith("bibliographie/") and page.count("/") == 2
            path = BIBLIOGRAPHY if is_reference else "scripts/prendre_place/pages/templates"
            needle = page.split("/")[1] + "," if is_reference else ""
        return path, self._line(path, needle)

    def _line(self, path: str, needle: str) -> int:
        if path not in self.lines:
            file = self.root / path
            self.lines[path] = file.read_text("utf-8").split("\n") if file.is_file() else []
        # MkDocs rewrites addresses: the whole, then its last part, then its anchor.
        bare = unquote(needle).rstrip("/")
        for part in (needle, bare, bare.rsplit("/", 1)[-1], bare.rsplit("#", 1)[-1]):
            if part:
                for number, line in enumerate(self.lines[path], 1):
                    if part in line:
                        return number
        return 1
