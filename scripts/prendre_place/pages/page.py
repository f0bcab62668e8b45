"""One page of the site, before MkDocs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

# Every sheet of `extra_css` in one file: a browser waits for one request, not for each.
STYLESHEET = "assets/style.css"


@dataclass(frozen=True)
class Neighbour:
    """A page next to another: its address from the root, its title, what they share."""

    address: str
    title: str
    why: str


@dataclass(frozen=True)
class Page:
    """A Markdown page.

    `path` is that of the Markdown file from the root of the pages; `title` and
    `description` are unique on the site; `scripts` are assets that this page alone
    loads; a `wide` page has no side columns; `head` holds the tags that the page adds
    to its head. A page that is not `indexed` is in no search and in no site map;
    `canonical` is the address of the page to be found in its place; `previous` and `following`
    are the pages next to it; `asked` is what is typed by those who look for it.
    """

    path: str
    title: str
    description: str
    body: str
    scripts: tuple[str, ...] = ()
    wide: bool = False
    head: str = ""
    indexed: bool = True
    canonical: str | None = None
    previous: Neighbour | None = None
    following: Neighbour | None = None
    asked: Sequence[str] = ()

    @property
    def markdown(self) -> str:
        """The whole file, front matter first (JSON strings are YAML strings)."""
        meta: dict[str, object] = {"title": self.title, "description": self.description}
        if self.scripts:
            meta["scripts"] = self.scripts
        if self.wide:
            meta["hide"] = ["navigation", "toc"]  # Material's word for its side columns
        if self.head:
            meta["head"] = self.head
        if not self.indexed:
            meta["noindex"] = True
        if self.canonical:
            meta["canonical"] = self.canonical
        for name, neighbour in (("prev", self.previous), ("next", self.following)):
            if neighbour:
                meta[name] = asdict(neighbour)
        front = "\n".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in meta.items())
        return f"---\n{front}\n---\n\n{self.body}"
