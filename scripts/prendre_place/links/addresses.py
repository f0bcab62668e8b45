"""Every external address of the sources, with each line that holds it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag

from prendre_place import markup
from prendre_place.corpus import Corpus
from prendre_place.load.files import read_source
from prendre_place.load.project import ACRONYMS, BIBLIOGRAPHY, PUBLICATION
from prendre_place.model.reference import ARCHIVE, DOI_RESOLVER, Reference
from prendre_place.source_file import SourceFile

ADDRESS = re.compile(r"https?://[^\s<>\"«»{}|\\^`\[\]]+", re.IGNORECASE)
# What ends a sentence or closes a mark, and no address.
AFTER_ADDRESS = ".,;:!?'’*_…"


@dataclass(frozen=True, order=True)
class Place:
    """A line of a source (from 1), where an address is written."""

    path: str
    line: int


@dataclass(frozen=True)
class External:
    """An address, without its anchor; where it is written; its archived copy."""

    address: str
    places: tuple[Place, ...]
    archive: str | None = None


def external_addresses(root: Path, corpus: Corpus) -> list[External]:
    """Addresses of the YAML files, the bibliography and `docs/`, each once, in order."""
    places: dict[str, set[Place]] = defaultdict(set)
    archives: dict[str, str] = {}
    for source in _texts(root, corpus):
        for number, line in enumerate(markup.without_code(source.text).split("\n"), 1):
            for address in addresses_in(line):
                places[address].add(Place(source.path, number))
    for field, address, place, reference in _of_references(root, corpus):
        places[address].add(place)
        if field != ARCHIVE and (copy := reference.champs.get(ARCHIVE)):
            archives[address] = copy
    own = corpus.publication.adresse  # the checks of the built site see to those
    return [
        External(address, tuple(sorted(found)), archives.get(address))
        for address, found in sorted(places.items())
        if not f"{address}/".startswith(own)
    ]


def addresses_in(text: str) -> Iterator[str]:
    """Addresses of a text, without the signs that follow them nor their anchor."""
    for match in ADDRESS.finditer(text):
        address = match.group().rstrip(AFTER_ADDRESS)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(AFTER_ADDRESS)
        yield urldefrag(address).url


def _texts(root: Path, corpus: Corpus) -> Iterator[SourceFile]:
    yield from corpus.handwritten
    for path in (PUBLICATION, *corpus.paths.values(), ACRONYMS):
        source, _ = read_source(root, root / path) if (root / path).is_file() else (None, [])
        if source:
            yield source


def _of_references(root: Path, corpus: Corpus) -> Iterator[tuple[str, str, Place, Reference]]:
    """Every address of every field: the field, the address, its place, its reference."""
    source, _ = read_source(root, root / BIBLIOGRAPHY)
    lines = source.text.split("\n") if source else []
    for reference in corpus.references.values():
        for field, value in reference.champs.items():
            found = [f"{DOI_RESOLVER}{value}"] if field == "doi" else addresses_in(value)
            for address in found:
                line = _line_of_field(lines, reference.ligne, field)
                yield field, address, Place(BIBLIOGRAPHY, line), reference


def _line_of_field(lines: list[str], first: int, field: str) -> int:
    """The line where `field` begins in the entry that begins at line `first`."""
    begins = re.compile(rf"(^|[,{{(\s]){field}\s*=", re.IGNORECASE)
    for number, line in enumerate(lines[first - 1 :], first):
        if begins.search(line):
            return number
    return first
