"""What the search can find: entries, references, acronyms and the site's own pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from prendre_place import markup
from prendre_place.corpus import Corpus, values_in
from prendre_place.kinds import KINDS
from prendre_place.model.entry import FOUND_BY, RECORD, Entry
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.reference import Reference
from prendre_place.model.values import CitedProse, Prose
from prendre_place.pages.acronyms import acronym_rows
from prendre_place.pages.finishing import entry_path, reference_path
from prendre_place.pages.page import Page
from prendre_place.pages.writer import page_address
from prendre_place.search.asked import ASKED
from prendre_place.search.spelling import Acronyms
from prendre_place.search.words import words

ACRONYMS = "glossaire/sigles/"
SEARCH = "recherche/index.md"
# Fields that are not searched as the text of the entry.
APART = RECORD | FOUND_BY | {"en_clair", "sources"}
# Fields of a work that say where it came out, as readers remember it.
WHERE = ("booktitle", "journal", "series", "publisher", "institution", "school", "year", "annote")
# What a work is, for one that does not say it itself (BibTeX's `type`).
FORMS = {
    "article": "Article",
    "book": "Livre",
    "incollection": "Chapitre",
    "inproceedings": "Communication",
    "mastersthesis": "Mémoire",
    "phdthesis": "Thèse",
    "techreport": "Rapport",
}
ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")
HEADING = re.compile(r"^## (?:\d+\. )?(.+?)(?: \{.*\})?$", re.MULTILINE)
ASIDE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True)
class Document:
    """One thing to find. `kind` groups results, `names` are all it may be called by.

    `address` goes from the root of the site; `title` alone is matched whole before the
    other names; `authors` weigh as much as the plain line; `asked` is what is typed by those who
    need the page.
    """

    kind: str
    address: str
    title: str
    plain: str
    acronym: str = ""
    names: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    text: tuple[str, ...] = ()


def documents(corpus: Corpus, pages: Iterable[Page]) -> list[Document]:
    """Documents by kind, in the order of the site; withdrawn entries and drafts are left out.

    `pages` are those of the site; the ones of an entry or a reference are known already.
    """
    found = [
        _of_entry(entry, corpus)
        for kind in KINDS
        for entry in corpus.entries.values()
        if entry.kind == kind and entry.statut != "retire"
    ]
    found += _of_acronyms(corpus)
    found += _of_pages(corpus, pages)
    # Of works that answer alike, the one that the site uses most comes first.
    works = sorted(corpus.references.values(), key=lambda work: -_uses(work, corpus))
    found += (_of_reference(work, corpus) for work in works)
    acronyms = Acronyms((row.sigle, row.developpement) for row in acronym_rows(corpus))
    return [_in_both_spellings(one, acronyms) for one in found]


def _in_both_spellings(one: Document, acronyms: Acronyms) -> Document:
    """The document found by acronyms and by what they stand for, whichever it writes."""
    names = (one.title, one.acronym, *one.names)
    known = {" ".join(words(name)) for name in names}
    respelt = dict.fromkeys(other for name in names for other in acronyms.respelt(name))
    others = {
        other for text in (one.plain, *one.asked, *one.text) for other in acronyms.others(text)
    }
    unknown = (other for other in respelt if other not in known)
    return replace(one, names=(*one.names, *unknown), text=(*one.text, *sorted(others)))


def _of_entry(entry: Entry, corpus: Corpus) -> Document:
    acronyms = [a for a in corpus.acronyms if a.entree == entry.id]
    said = (*entry.variantes, *entry.mots_de_recherche)
    names = [*said, *(n for a in acronyms for n in (a.sigle, a.developpement))]
    glossary = entry if isinstance(entry, GlossaryEntry) else None
    return Document(
        KINDS[entry.kind].plural,
        corpus.address(entry.id),
        entry.title,
        _readable(entry.en_clair, corpus),
        entry.acronym or "",
        tuple(name for given in names for name in dict.fromkeys((given, ASIDE.sub("", given)))),
        glossary.auteurs_de_reference if glossary else (),
        entry.demandes,
        tuple(_texts(entry, corpus)),
    )


def _texts(entry: Entry, corpus: Corpus) -> Iterator[str]:
    """Every text of the entry but its name and its plain line, without marks."""
    for name in type(entry).model_fields:
        if name not in APART:
            for value in values_in(getattr(entry, name)):
                if type(value) in (str, Prose, CitedProse):
                    yield _readable(str(value), corpus)


def _readable(text: str, corpus: Corpus) -> str:
    text = markup.replace_citations(text, lambda _: "")
    text = markup.replace_links(text, lambda link: link.label or _title(link.id, corpus))
    return " ".join(ADDRESS.sub(" ", text).split())


def _title(entry_id: str, corpus: Corpus) -> str:
    entry = corpus.entries.get(entry_id)
    return entry.title if entry else ""


def _of_acronyms(corpus: Corpus) -> Iterator[Document]:
    """Acronyms without an entry, at their place in the list."""
    for row in acronym_rows(corpus):
        if row.entry is None:
            names = (row.developpement,)
            address = f"{ACRONYMS}#{row.anchor}"
            yield Document("Sigles", address, row.sigle, row.developpement, names=names)


def known_pages(corpus: Corpus) -> set[str]:
    """The Markdown files of what is found as an entry or a reference, whatever its page says."""
    entries = {entry_path(entry_id, corpus) for entry_id in corpus.entries}
    return entries | {reference_path(key) for key in corpus.references}


def _of_pages(corpus: Corpus, pages: Iterable[Page]) -> Iterator[Document]:
    known = known_pages(corpus)
    by_hand = {source.path.partition("/")[2] for source in corpus.handwritten}
    for page in pages:
        if page.path not in known and page.path != SEARCH and page.indexed:
            # What a list shows is found on the pages that it leads to.
            body = page.body if page.path in by_hand else ""
            yield Document(
                "Contribuer" if page.path.startswith("contribuer") else "Pages du site",
                page_address(page.path),
                page.title,
                page.description,
                names=tuple(HEADING.findall(body)),
                asked=(*page.asked, *ASKED.get(page.path, ())),
                text=(_readable(body, corpus),),
            )


def _of_reference(reference: Reference, corpus: Corpus) -> Document:
    families = [person.famille for person in (*reference.auteurs, *reference.directeurs)]
    dated = [f"{family} {reference.year}" for family in families if reference.year]
    title = [reference.title] if reference.title else []
    uses = _uses(reference, corpus)
    form = reference.champs.get("type") or FORMS.get(reference.type)
    cited = f"Référence citée par {uses} page{'s' if uses > 1 else ''} du site."
    said = [sentence for sentence in (reference.title, form, cited) if sentence]
    return Document(
        "Bibliographie",
        page_address(reference_path(reference.cle)),
        reference.short_name,
        _sentences(said),
        names=(*title, *families, *dated),
        text=tuple(reference.champs[field] for field in WHERE if field in reference.champs),
    )


def _sentences(said: list[str]) -> str:
    return " ".join(one if one[-1] in ".?!…" else f"{one}." for one in said)


def _uses(reference: Reference, corpus: Corpus) -> int:
    """How many entries rest on the work."""
    return len({use.entry.id for use in corpus.uses.get(reference.cle, ())})
