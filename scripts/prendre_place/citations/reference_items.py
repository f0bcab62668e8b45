"""Works of the bibliography as CSL items, by pandoc's own reading of BibTeX."""

from __future__ import annotations

import json
from pathlib import Path

from prendre_place.citations.cache import Cache
from prendre_place.citations.items import Item
from prendre_place.citations.rendering import read_bibliography

ET_AL = {"literal": "et al."}


def reference_items(bibliography: Path, cache_folder: Path) -> dict[str, Item]:
    """One item by citation key; pandoc runs only when the bibliography has changed."""
    cache = Cache(cache_folder, "notices", bibliography.read_bytes(), Path(__file__).read_bytes())
    kept = cache.read().get("items")
    if kept is None:
        kept = {item["id"]: json.dumps(_mended(item)) for item in read_bibliography(bibliography)}
        cache.write({"items": kept})
    return {key: json.loads(text) for key, text in kept.items()}


def _mended(item: Item) -> Item:
    """The item with a type (pandoc gives none to `@misc`) and « et al. » for `and others`."""
    online = "URL" in item and not {"genre", "publisher"} & set(item)
    kind = item["type"] or ("webpage" if online else "document")
    people: Item = {
        role: [ET_AL if name == {"literal": "others"} else name for name in item[role]]
        for role in ("author", "editor", "translator")
        if role in item
    }
    return {**item, **people, "type": kind}
