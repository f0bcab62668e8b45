"""How each page is to be cited, in the styles that French readers are asked for."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from prendre_place.citations.cache import Cache
from prendre_place.citations.items import Item, page_item, version_item
from prendre_place.citations.rendering import render_items, style_path
from prendre_place.corpus import Corpus
from prendre_place.typography import MONTHS


@dataclass(frozen=True)
class Style:
    """A published CSL style, and the name that readers know it by."""

    id: str
    name: str
    file: str


STYLES = (
    Style("iso690", "ISO 690 (auteur-date)", "iso690-author-date-fr.csl"),
    Style("apa", "APA (7e édition)", "apa.csl"),
    Style(
        "chicago", "Chicago (note de bas de page)", "chicago-notes-bibliography-access-dates.csl"
    ),
)
# A date that no page bears: where a style writes it, the day of reading is to be put.
CONSULTED = {"date-parts": [[1111, 11, 11]]}
CONSULTED_WRITTEN = re.compile(r"11\s+novembre\s+1111")
# The styles write « 1 mars ».
FIRST_DAY = re.compile(rf"\b1(?=\s(?:{'|'.join(MONTHS)})\b)")
# Items of one run of pandoc, whose time grows faster than they do.
RUN = 500
CONSULTED_LEFT = '<span class="consulte-le">…</span>'

PageCitations = dict[str, str]
"""HTML on one line by id of style; `…` stands where the day of reading goes."""


def cite_entries(corpus: Corpus, cache_folder: Path) -> dict[str, PageCitations]:
    """Citations of the page of every entry and of every past version, by id of its item."""
    entries = corpus.entries.values()
    items = [page_item(entry, corpus) for entry in entries]
    items += [version_item(v, e, corpus) for e in entries for v in corpus.past_versions(e)]
    return cite_pages(items, cache_folder)


def cite_pages(items: Iterable[Item], cache_folder: Path) -> dict[str, PageCitations]:
    """Citations of each page by its id; only what was never rendered costs a run of pandoc."""
    listed = list(items)
    asked = {_digest(shown): shown for shown in map(_as_part_of_a_work, listed)}
    styles = (style_path(style.file).read_bytes() for style in STYLES)
    cache = Cache(cache_folder, "pages", Path(__file__).read_bytes(), *styles)
    kept = cache.read()
    missing = {digest: item for digest, item in asked.items() if digest not in kept}
    if missing or len(kept) > len(asked):
        kept = {d: kept[d] for d in asked if d in kept} | _rendered(missing)
        cache.write(kept)
    return {item["id"]: kept[_digest(_as_part_of_a_work(item))] for item in listed}


def _rendered(items: dict[str, Item]) -> dict[str, PageCitations]:
    cited = [{**item, "id": digest} for digest, item in items.items()]
    runs = [(s, cited[at : at + RUN]) for s in STYLES for at in range(0, len(cited), RUN)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        texts = list(pool.map(lambda run: render_items(run[1], run[0].file), runs))
    rendered: dict[str, PageCitations] = {digest: {} for digest in items}
    for (style, _), by_digest in zip(runs, texts, strict=True):
        for digest, text in by_digest.items():
            text = CONSULTED_WRITTEN.sub(CONSULTED_LEFT, text)
            rendered[digest][style.id] = FIRST_DAY.sub("1er", text)
    return rendered


def _as_part_of_a_work(item: Item) -> Item:
    """The item as styles show it whole: for a web page they leave its version out.

    None shows its abstract, which changes the most.
    """
    kind = "entry-encyclopedia" if item["type"] == "webpage" else item["type"]
    edition = f"Version {item['version']}"
    shown = {key: value for key, value in item.items() if key not in ("version", "abstract")}
    return {**shown, "type": kind, "edition": edition, "accessed": CONSULTED}


def _digest(item: Item) -> str:
    return hashlib.sha256(json.dumps(item, sort_keys=True).encode()).hexdigest()[:32]
