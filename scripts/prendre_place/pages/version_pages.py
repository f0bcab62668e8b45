"""What entries said before: a page for each published version that was replaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from prendre_place.citations.items import version_item
from prendre_place.kinds import version_file
from prendre_place.model.entry import Entry
from prendre_place.pages.changes import CHANGES_HERE, changes_block
from prendre_place.pages.citation_block import CITATION_HERE, citation_block
from prendre_place.pages.entry_pages import CITE, of_its_kind, template_of, title_of, with_block
from prendre_place.pages.finishing import entry_path, version_path
from prendre_place.pages.head import item_head
from prendre_place.pages.illustrations import of_entry
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Planned, Writer

# What other entries say of this one: no part of what it said.
OF_TODAY: dict[str, tuple[()]] = {"groups": (), "mentions": (), "roles": ()}


def version_pages(writer: Writer, entry: Entry) -> Iterator[Planned]:
    """What an entry said before, as it was published, each version at its own address."""
    for version in writer.corpus.past_versions(entry):
        path = version_path(entry, version, writer.corpus)
        yield path, partial(_version_page, writer, entry, version)


def _version_page(writer: Writer, entry: Entry, version: Entry) -> Page:
    corpus = writer.corpus
    item = version_item(version, entry, corpus)
    number = f"version {version.version}"
    source = version_file(entry.kind, entry.id, version.version)
    then = replace(corpus, entries={**corpus.entries, entry.id: version})
    page = writer.page(
        template_of(entry),
        version_path(entry, version, corpus),
        f"{title_of(version)} – {number}",
        f"{number.capitalize()}, remplacée : {version.en_clair}",
        scripts=(CITE,),
        head=partial(item_head, item),
        own_id=entry.id,
        entry=version,
        current=entry,
        past={},
        current_path=entry_path(entry.id, corpus),
        source_path=source,
        source_file=f"page:{corpus.version_address(entry, version.version).rstrip('/')}.yml",
        to_cite=(),
        as_data=(),
        dessins={**of_entry(version, then), "voisinage": None},
        **(of_its_kind(then, version) | OF_TODAY),
    )
    page = with_block(page, CITATION_HERE, citation_block(item, writer.cited[item["id"]]))
    page = with_block(page, CHANGES_HERE, changes_block(version, entry, corpus))
    canonical = corpus.publication.url(corpus.address(entry.id))
    return replace(page, indexed=False, canonical=canonical)
