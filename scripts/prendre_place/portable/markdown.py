"""One page as any tool reads it: Markdown that needs nothing of this program."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Collection, Mapping
from html import escape

LINK = re.compile(r"(?<=\]\()(?P<file>[^()\s<>#]+)(?=[#)\s])")
HEADING = r"#{1,4} +(?P<title>.+?) *(?:\{[^{}]*\})?$"
TABLE = r"\|.+\n\|[ :|-]+\n(?:\|.*(?:\n|\Z))+"
FENCED = r"(?P<fence>```+|~~~+)[^\0]*?^(?P=fence)$"
PARTS = re.compile(rf"^(?:{FENCED}|{HEADING}|(?P<table>{TABLE}))", re.MULTILINE)
MARKS = re.compile(r"\[([^\[\]]*)\]\([^()]*\)|<[^<>]*>|[*`]")


def portable(path: str, markdown: str, meta: Mapping[str, object], files: Collection[str]) -> str:
    """The whole file of the page at `path`; `files` are all those that a page may lead to."""
    front = "\n".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in meta.items())
    return f"---\n{front}\n---\n\n{_with_frames(_with_links(markdown, path, files))}"


def own_folder(path: str) -> str:
    """`glossaire/ptce/index.md` for `glossaire/ptce.md`: at the same address of the site.

    From there an address is written in Markdown as in HTML, which MkDocs leaves as it is
    and Zensical changes.
    """
    if not path.endswith(".md") or posixpath.basename(path) == "index.md":
        return path
    return f"{path.removesuffix('.md')}/index.md"


def _with_links(markdown: str, path: str, files: Collection[str]) -> str:
    """Links to files as they are seen from the page's own folder."""
    before, after = posixpath.dirname(path), posixpath.dirname(own_folder(path)) or "."

    def moved(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(before, link["file"]))
        if target not in files:
            return link[0]
        # Zensical 0.0.60 leaves a bare `index.md`, the page itself, as it is.
        return re.sub(r"^index\.md$", "./index.md", posixpath.relpath(own_folder(target), after))

    return LINK.sub(moved, markdown)


def _with_frames(markdown: str) -> str:
    """Tables in the frames that `pages.tables` gives them, which the keyboard reaches."""
    part, given = "Tableau", Counter[str]()

    def framed(found: re.Match[str]) -> str:
        nonlocal part
        if title := found["title"]:
            part = MARKS.sub(r"\1", title).strip()
        if not found["table"]:
            return found[0]
        given[part] += 1
        name = part if given[part] == 1 else f"{part}, tableau {given[part]}"
        frame = f'<section class="tableau" tabindex="0" aria-label="{escape(name)}" markdown="1">'
        return f"{frame}\n\n{found[0].rstrip()}\n\n</section>\n"

    return PARTS.sub(framed, markdown)
