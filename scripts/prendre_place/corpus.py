"""The whole knowledge, checked and linked: what pages and exports are made from."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from pydantic import BaseModel

from prendre_place import markup
from prendre_place.kinds import KINDS, address
from prendre_place.model.acronym import Acronym
from prendre_place.model.concept import ConceptSheet
from prendre_place.model.entry import Entry
from prendre_place.model.figures import CheckedFigure
from prendre_place.model.publication import Publication
from prendre_place.model.redirection import Redirection
from prendre_place.model.reference import Reference
from prendre_place.model.region import Region
from prendre_place.model.values import Prose, Source, SourcePlace
from prendre_place.source_file import SourceFile
from prendre_place.vocabulary import Vocabulary

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Relation:
    """A typed link between two entries, as one of them declares it."""

    type: str
    source: Entry
    target: Entry


@dataclass(frozen=True)
class Use:
    """One entry that rests on a reference, at one place of it."""

    entry: Entry
    place: str | None
    supports: str | None


@dataclass(frozen=True)
class Corpus:
    """Every published entry and every reference.

    `paths` gives the source file of each entry; `publication` what the site says of
    itself; `handwritten` the pages of `docs/`, `acronyms` those that have no entry of
    their own. `versions` are the published texts of an entry, past and present, by its
    id and by number; `foreign_words` the language of words that are not
    French. `drafts` are left out of the entries: nothing of the site may show them.
    """

    entries: Mapping[str, Entry]
    references: Mapping[str, Reference]
    paths: Mapping[str, str]
    publication: Publication
    handwritten: tuple[SourceFile, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    region: Region | None = None
    redirections: tuple[Redirection, ...] = ()
    versions: Mapping[str, Mapping[int, Entry]] = field(default_factory=dict)
    foreign_words: Mapping[str, str] = field(default_factory=dict)
    drafts: Mapping[str, Entry] = field(default_factory=dict)

    def with_drafts(self) -> Corpus:
        """The same, its drafts among its entries: for those who write them alone."""
        return replace(self, entries={**self.entries, **self.drafts}, drafts={})

    @property
    def draft_files(self) -> list[str]:
        """Paths of the files that are left out of the site."""
        return sorted(self.paths[entry_id] for entry_id in self.drafts)

    def listed(self, model: type[E]) -> tuple[E, ...]:
        """Entries of one kind that lists may show (not withdrawn), by title."""
        found = (entry for entry in self.current if isinstance(entry, model))
        return tuple(sorted(found, key=lambda e: sort_key(e.title)))

    @cached_property
    def current(self) -> tuple[Entry, ...]:
        """Every entry that is not withdrawn: what lists, searches and counts may show."""
        return tuple(e for e in self.entries.values() if e.statut != "retire")

    def address(self, entry_id: str) -> str:
        """Path of an entry's page from the root of the site, as it will be cited."""
        return address(self.entries[entry_id].kind, entry_id)

    def record(self, entry: Entry, format: str) -> str:
        """Path of the same record for machines: `glossaire/ptce.bib`."""
        return f"{KINDS[entry.kind].section}/{entry.id}.{format}"

    def past_versions(self, entry: Entry) -> list[Entry]:
        """What an entry said in each published version before the current one, latest first."""
        versions = self.versions.get(entry.id, {})
        return [versions[n] for n in sorted(versions, reverse=True) if n < entry.version]

    def version_address(self, entry: Entry, version: int) -> str:
        """Path of the page where a past version of an entry can be read."""
        return f"{self.address(entry.id)}v{version}/"

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The id of today of entries that had another one."""
        return renamed(self.redirections)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every declared relation whose two ends are published."""
        return tuple(
            Relation(kind, entry, self.entries[target])
            for entry in self.entries.values()
            for kind, target in entry.relations()
            if target in self.entries
        )

    @cached_property
    def _outgoing(self) -> Mapping[str, list[Relation]]:
        return _grouped(self.relations, lambda r: r.source.id)

    @cached_property
    def _incoming(self) -> Mapping[str, list[Relation]]:
        return _grouped(self.relations, lambda r: r.target.id)

    def outgoing(self, entry: Entry) -> list[Relation]:
        """Relations that the entry declares."""
        return self._outgoing.get(entry.id, [])

    def incoming(self, entry: Entry) -> list[Relation]:
        """Relations that others declare towards the entry."""
        return self._incoming.get(entry.id, [])

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Entry, ...]]:
        """By id, the current entries whose text links to it."""
        found: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self.current:
            for text in texts(entry):
                for link in markup.links(text):
                    if link.id != entry.id:
                        found[link.id][entry.id] = entry
        return {target: tuple(sources.values()) for target, sources in found.items()}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every name by which a text can mean an entry or an acronym."""
        return Vocabulary(self.entries.values(), self.acronyms)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """By citation key, every use of the reference by current entries, each place once."""
        found: dict[str, dict[tuple[str, str | None], Use]] = defaultdict(dict)
        for entry in self.current:
            for key, use in _uses_of(entry):
                at = (entry.id, use.place)
                if at not in found[key] or use.supports:
                    found[key][at] = use
        return {key: tuple(uses.values()) for key, uses in found.items()}

    @cached_property
    def figures(self) -> tuple[tuple[Entry, CheckedFigure], ...]:
        """Every figure that can be checked, with the current entry that holds it."""
        return tuple(
            (entry, part)
            for entry in self.current
            for part in parts(entry)
            if isinstance(part, CheckedFigure)
        )


def renamed(redirections: Iterable[Redirection]) -> dict[str, str]:
    """From the old to the new id, for the rules that lead from an entry to another."""
    sections = {kind.section for kind in KINDS.values()}
    moved = [(rule.ancienne.split("/"), rule.nouvelle.split("/")) for rule in redirections]
    return {
        old[1]: new[1]
        for old, new in moved
        if len(old) == len(new) == 3 and old[0] == new[0] and old[0] in sections
        if not old[2] and not new[2]
    }


def sort_key(text: str) -> str:
    """Alphabetical order that ignores case, accents and opening signs (NFKD without marks)."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return bare.lstrip("[«\"'’ \u00a0") or bare


def domain_address(domain: str) -> str:
    """Address of a domain of the glossary, from the root of the site."""
    return f"glossaire/domaines/#domaine-{sort_key(domain).replace(' ', '-')}"


def parts(model: BaseModel) -> Iterator[object]:
    """Every model and every value inside a model, the model first, in order."""
    yield model
    for name in type(model).model_fields:
        yield from values_in(getattr(model, name))


def values_in(value: object) -> Iterator[object]:
    """Every model and every value in the value of a field."""
    if isinstance(value, BaseModel):
        yield from parts(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from values_in(item)
    elif value is not None:
        yield value


def texts(entry: Entry) -> Iterator[Prose]:
    """Every text of an entry in which marks are read."""
    return (part for part in parts(entry) if isinstance(part, Prose))


def _uses_of(entry: Entry) -> Iterator[tuple[str, Use]]:
    for part in parts(entry):
        if isinstance(part, SourcePlace):
            supports = part.pour if isinstance(part, Source) else None
            yield part.cle, Use(entry, part.lieu, supports)
        elif isinstance(part, Prose):
            for citation in markup.citations(part):
                for work in citation.works:
                    yield work.key, Use(entry, work.place, None)
    if isinstance(entry, ConceptSheet):
        for key in entry.pour_aller_plus_loin:
            yield key, Use(entry, None, "à lire pour aller plus loin")


def _grouped(
    relations: Iterable[Relation], key: Callable[[Relation], str]
) -> dict[str, list[Relation]]:
    grouped: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        grouped[key(relation)].append(relation)
    return grouped
