"""The whole project read, checked and linked: the one way in."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from prendre_place.corpus import Corpus, renamed, sort_key
from prendre_place.kinds import KINDS
from prendre_place.load.bibtex_reader import Bibliography, read_bibtex
from prendre_place.load.cross_checks import (
    Known,
    check_document,
    check_entry,
    check_handwritten,
    same_id_twice,
)
from prendre_place.load.declined_links import check_declined_links
from prendre_place.load.files import read_source
from prendre_place.load.front_matter import check_front_matter
from prendre_place.load.privacy import check_document_privacy, check_text_privacy
from prendre_place.load.quality import check_quality
from prendre_place.load.redirections import check_redirections
from prendre_place.load.relation_checks import check_relations
from prendre_place.load.validation import validate, validate_as
from prendre_place.load.versions import read_versions
from prendre_place.load.yaml_reader import Document, read_yaml
from prendre_place.model.acronym import Acronym, AcronymList
from prendre_place.model.entry import Entry
from prendre_place.model.foreign_words import ForeignWords
from prendre_place.model.publication import Publication
from prendre_place.model.redirection import Redirection, RedirectionList
from prendre_place.model.region import Region
from prendre_place.problems import Problem, has_errors
from prendre_place.source_file import SourceFile

BIBLIOGRAPHY = "bibliography.bib"
HANDWRITTEN = "docs"
ACRONYMS = "sigles.yml"
FOREIGN_WORDS = "mots-etrangers.yml"
PUBLICATION = "publication.yml"
MAP = "carte.yml"
# Where a command leaves what is not the site: caches, the site in the making.
WORKSHOP = Path(".cache") / "prendre-place"
REDIRECTIONS = "redirections.yml"
DRAFT = "brouillon"
TITLE_FIELDS = ("terme", "titre", "nom")  # one of them, by kind


@dataclass(frozen=True)
class Loaded:
    """The outcome of a reading: the corpus, unless a problem is an error."""

    corpus: Corpus | None
    problems: list[Problem]


def load(root: Path) -> Loaded:
    """Read every source under `root`; all problems of all files, in file order."""
    with _nothing_collected():
        return _load(root)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """All that is read is kept: looking for what could be freed takes half of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _load(root: Path) -> Loaded:
    problems: list[Problem] = []
    publication = _publication(root, problems)
    bibliography = read_bibliography(root, problems)
    handwritten = read_handwritten(root, problems)
    documents, unreadable = read_documents(root, problems)
    validated = _validated(documents, problems)
    entries: dict[str, Entry] = {}
    for document, entry in validated:
        entries.setdefault(_id(document.path), entry)
    known = Known(
        {**unreadable, **{_id(d.path): d.path.split("/")[0] for d in reversed(documents)}},
        bibliography.keys,
        bibliography.references,
    )
    problems += same_id_twice(documents)
    for document in documents:
        problems += check_entry(document, known)
        problems += check_document_privacy(document)
    acronyms = _acronyms(root, known, problems)
    foreign_words = _foreign_words(root, problems)
    region = _region(root, problems)
    redirections = _redirections(root, known, problems)
    versions = read_versions(root, known, renamed(redirections), problems)
    for page in handwritten:
        problems += check_front_matter(page)
        problems += check_handwritten(page, known)
        problems += check_text_privacy(page)
    by_id = {_id(document.path): document for document in reversed(documents)}
    problems += check_relations(by_id, entries)
    problems += _same_title_twice(validated)
    if publication is None or has_errors(problems):
        return Loaded(None, _told_once(problems))
    problems += check_quality(by_id, entries, region)
    problems += check_declined_links(by_id, entries, handwritten, acronyms)
    corpus = Corpus(
        {i: e for i, e in entries.items() if e.statut != DRAFT},
        bibliography.references,
        {_id(d.path): d.path for d in documents},
        publication,
        handwritten,
        acronyms,
        region,
        redirections,
        versions,
        foreign_words,
        {i: e for i, e in entries.items() if e.statut == DRAFT},
    )
    return Loaded(corpus, _told_once(problems))


def _id(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yml")


def read_bibliography(root: Path, problems: list[Problem]) -> Bibliography:
    """The references, or none when the file is absent or cannot be read."""
    empty = Bibliography({}, frozenset(), [])
    path = root / BIBLIOGRAPHY
    if not path.is_file():
        problems.append(_missing(BIBLIOGRAPHY, "la bibliographie du site, en BibTeX"))
        return empty
    source, found = read_source(root, path)
    problems += found
    if source is None:
        return empty
    problems += check_text_privacy(source, names=False)
    bibliography = read_bibtex(source)
    problems += bibliography.problems
    return bibliography


def _missing(path: str, expected: str) -> Problem:
    return Problem(path, 1, 1, "fichier-absent", "le fichier est absent", expected=expected)


def _publication(root: Path, problems: list[Problem]) -> Publication | None:
    path = root / PUBLICATION
    if not path.is_file():
        problems.append(_missing(PUBLICATION, "le titre, l’éditeur et l’adresse du site"))
        return None
    document = read_document(root, path, problems)
    publication, found = validate_as(Publication, document) if document else (None, [])
    problems += found
    return publication


def read_document(root: Path, path: Path, problems: list[Problem]) -> Document | None:
    """One YAML file, or None when it cannot be read."""
    source, found = read_source(root, path)
    problems += found
    document, found = read_yaml(source) if source else (None, [])
    problems += found
    return document


def read_handwritten(root: Path, problems: list[Problem]) -> tuple[SourceFile, ...]:
    """Every page of `docs/`."""
    pages = []
    for path in sorted((root / HANDWRITTEN).rglob("*.md")):
        page, found = read_source(root, path)
        problems += found
        if page:
            pages.append(page)
    return tuple(pages)


def _acronyms(root: Path, known: Known, problems: list[Problem]) -> tuple[Acronym, ...]:
    path = root / ACRONYMS
    document = read_document(root, path, problems) if path.is_file() else None
    if document is None:
        return ()
    listed, found = validate_as(AcronymList, document)
    problems += found
    problems += check_document(document, AcronymList, known)
    problems += check_document_privacy(document)
    return listed.sigles if listed else ()


def _foreign_words(root: Path, problems: list[Problem]) -> dict[str, str]:
    path = root / FOREIGN_WORDS
    document = read_document(root, path, problems) if path.is_file() else None
    listed, found = validate_as(ForeignWords, document) if document else (None, [])
    problems += found
    return listed.by_word() if listed else {}


def _region(root: Path, problems: list[Problem]) -> Region | None:
    path = root / MAP
    document = read_document(root, path, problems) if path.is_file() else None
    if document is None:
        return None
    region, found = validate_as(Region, document)
    problems += found
    problems += check_document_privacy(document)
    return region


def _redirections(root: Path, known: Known, problems: list[Problem]) -> tuple[Redirection, ...]:
    path = root / REDIRECTIONS
    document = read_document(root, path, problems) if path.is_file() else None
    if document is None:
        return ()
    listed, found = validate_as(RedirectionList, document)
    problems += found
    rules = listed.redirections if listed else ()
    problems += check_redirections(document, rules, known)
    return rules


def read_documents(root: Path, problems: list[Problem]) -> tuple[list[Document], dict[str, str]]:
    """Documents that can be read, and the id and folder of those that cannot."""
    documents: list[Document] = []
    unreadable: dict[str, str] = {}
    for folder in KINDS:
        for path in _yaml_files(root, folder, problems):
            document = read_document(root, path, problems)
            if document:
                documents.append(document)
            else:
                unreadable[path.stem] = folder
    return documents, unreadable


def _yaml_files(root: Path, folder: str, problems: list[Problem]) -> Iterator[Path]:
    for path in sorted((root / folder).rglob("*")):
        if path.is_dir() or path.name.startswith("."):
            continue
        if path.suffix == ".yml" and path.parent == root / folder:
            yield path
            continue
        problems.append(_unexpected(path.relative_to(root).as_posix(), folder))


def _unexpected(path: str, folder: str) -> Problem:
    expected = f"un fichier « {folder}/<id>.yml »"
    if path.endswith(".yml.txt"):  # Windows hides the end that its Notepad adds
        expected = f"« {path.removesuffix('.txt')} », sans « .txt » (le Bloc-notes l’ajoute)"
    found = "ce fichier ne serait pas lu"
    return Problem(path, 1, 1, "fichier-inattendu", found, expected=expected)


def _validated(documents: list[Document], problems: list[Problem]) -> list[tuple[Document, Entry]]:
    pairs = []
    for document in documents:
        entry, found = validate(document)
        problems += found
        if entry:
            pairs.append((document, entry))
    return pairs


def _same_title_twice(validated: list[tuple[Document, Entry]]) -> Iterator[Problem]:
    """Two pages of one kind with one title could not be told apart in a list.

    The one to change is the draft, or the one whose file has the longer name (`communs-1.yml`).
    """
    first: dict[tuple[str, str], str] = {}
    by_age = sorted(validated, key=lambda pair: (pair[1].statut == DRAFT, len(pair[1].id)))
    for document, entry in by_age:
        holder = first.setdefault((entry.kind, sort_key(entry.title)), document.path)
        if holder != document.path:
            field = next(name for name in TITLE_FIELDS if name in document.data)
            yield Problem(
                document.path,
                *document.position((field,)),
                "titre-en-double",
                f"« {entry.title} » est déjà le titre de {holder}",
                field=field,
                expected=f"{holder} complété, et ce fichier supprimé ; ou un titre différent",
            )


def _told_once(problems: list[Problem]) -> list[Problem]:
    """All problems in order; that an id is unknown says enough of its form."""
    unknown = {(p.path, p.line, p.column) for p in problems if p.code == "id-inconnu"}
    return sorted(
        {p for p in problems if p.code != "forme" or (p.path, p.line, p.column) not in unknown}
    )
