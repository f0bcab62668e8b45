"""Markdown into HTML, for all pages at once: half of a build.

What was converted before is kept by its contents; the rest is shared between processors.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from prendre_place.citations.cache import Cache
from prendre_place.pages import languages as marking
from prendre_place.pages import tables
from prendre_place.pages.languages import Languages
from prendre_place.processors import shared_out
from prendre_place.search.parts import FOLDER as INDEX

Converted = dict[str, str]
"""`html`, and `toc`: the table of contents as JSON."""


def convert_all(
    pages: Sequence[Page],
    config: MkDocsConfig,
    files: Files,
    languages: Languages,
    cache_folder: Path,
) -> dict[str, Converted]:
    """Each page by its Markdown file; its `markdown` is that which is to be converted.

    In its HTML, words of other `languages` bear them.
    """
    circumstances = _circumstances(config, files, languages)
    cache = Cache(cache_folder, "conversions", *circumstances)
    kept = cache.read()
    by_key = {_key(page): page for page in pages}
    missing = [key for key in by_key if key not in kept]
    done = shared_out(lambda key: _convert(by_key[key], config, files, languages), missing)
    if missing or len(kept) > len(pages):
        kept |= zip(missing, done, strict=True)
        kept = {key: kept[key] for key in by_key}
        cache.write(kept)
    return {page.file.src_uri: kept[key] for key, page in by_key.items()}


def table_of_contents(converted: Converted) -> TableOfContents:
    """The table of contents of a page."""
    return get_toc(json.loads(converted["toc"]))


def _circumstances(config: MkDocsConfig, files: Files, languages: Languages) -> Iterator[bytes]:
    """What a conversion depends on beside the text: the tools, and which files can be led to."""
    yield f"{version('mkdocs')} {version('markdown')}".encode()
    for module in (tables, marking, sys.modules[__name__]):
        yield Path(str(module.__file__)).read_bytes()
    yield repr(sorted(languages.known.items())).encode()
    yield repr((config.markdown_extensions, config.mdx_configs)).encode()
    # Parts of the search index change their names, and no page leads to them.
    yield "\n".join(sorted(u for u in files.src_uris if not u.startswith(INDEX))).encode()


def _key(page: Page) -> str:
    text = f"{page.file.src_uri}\n{page.markdown}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _convert(page: Page, config: MkDocsConfig, files: Files, languages: Languages) -> Converted:
    page.render(config, files)
    html = languages.mark(page.content or "")
    return {"html": html, "toc": json.dumps([_token(link) for link in page.toc])}


def _token(link: AnchorLink) -> dict[str, Any]:
    """A heading as Python-Markdown gives it and `get_toc` takes it."""
    children = [_token(child) for child in link.children]
    return {"level": link.level, "id": link.id, "name": link.title, "children": children}
