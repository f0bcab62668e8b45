"""Where an entry or a reference is named, to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prendre_place import markup
from prendre_place.kinds import KINDS
from prendre_place.load.shape import Leaf, leaves
from prendre_place.load.sources import Sources, model_of
from prendre_place.load.validation import field_name
from prendre_place.load.yaml_reader import Document
from prendre_place.model.values import CitationKey, EntryId, Prose
from prendre_place.source_file import SourceFile


@dataclass(frozen=True)
class Occurrence:
    """A name at `start` in the text of a source, in a field of it if it has fields."""

    source: SourceFile
    start: int
    name: str
    field: str | None = None

    @property
    def line(self) -> int:
        """Line of the name, from 1."""
        return self.source.text.count("\n", 0, self.start) + 1


def of_entry(sources: Sources, entry_id: str) -> Iterator[Occurrence]:
    """Every field and every `[[id]]` that names an entry, its own `id` included."""
    link = re.compile(rf"\[\[[ \t]*(?P<name>{re.escape(entry_id)})[ \t]*(?=\||\]\])")
    yield from _in_documents(sources, EntryId, entry_id, link)
    section = KINDS[sources.entries[entry_id].path.split("/")[0]].section
    address = re.compile(rf"(?<=/|\()(?:{section}/)(?P<name>{re.escape(entry_id)})(?=/|\.\w)")
    for page in sources.handwritten:
        yield from _in_text(page, page.text, 0, entry_id, link)
        yield from _in_text(page, page.text, 0, entry_id, address)


def of_reference(sources: Sources, key: str) -> Iterator[Occurrence]:
    """Every field and every `[@cle]` that names a reference."""
    cited = re.compile(rf"@(?P<name>{re.escape(key)})(?![\w-])")
    yield from _in_documents(sources, CitationKey, key, cited)
    for page in sources.handwritten:
        yield from _in_text(page, page.text, 0, key, cited)


def _in_documents(
    sources: Sources, named: type[EntryId | CitationKey], name: str, mark: re.Pattern[str]
) -> Iterator[Occurrence]:
    for document in sources.documents:
        model = model_of(document)
        for leaf in leaves(model, document.data) if model else ():
            if issubclass(leaf.type, named) and leaf.text == name:
                yield from _at(document, leaf, name, re.compile(f"(?P<name>{re.escape(name)})"))
            elif issubclass(leaf.type, Prose) and name in leaf.text:
                yield from _at(document, leaf, name, mark)


def _at(document: Document, leaf: Leaf, name: str, mark: re.Pattern[str]) -> Iterator[Occurrence]:
    node = document.node(leaf.location)
    assert node is not None
    start, end = node.start_mark.index, node.end_mark.index
    text = document.source.text[start:end]
    yield from _in_text(document.source, text, start, name, mark, field_name(leaf.location))


def _in_text(
    source: SourceFile,
    text: str,
    start: int,
    name: str,
    mark: re.Pattern[str],
    field: str | None = None,
) -> Iterator[Occurrence]:
    for match in mark.finditer(markup.without_code(text)):
        yield Occurrence(source, start + match.start("name"), name, field)
