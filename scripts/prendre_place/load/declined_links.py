"""Where writers ask that words be left without a link, and nothing would have linked them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from prendre_place import markup
from prendre_place.load.cross_checks import position_in_page
from prendre_place.load.shape import leaves
from prendre_place.load.validation import field_name
from prendre_place.load.yaml_reader import Document
from prendre_place.model.acronym import Acronym
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.values import Prose
from prendre_place.problems import Problem, nearest
from prendre_place.source_file import SourceFile
from prendre_place.vocabulary import Vocabulary


def check_declined_links(
    documents: Mapping[str, Document],
    entries: Mapping[str, Entry],
    handwritten: Iterable[SourceFile],
    acronyms: Iterable[Acronym],
) -> Iterator[Problem]:
    """Warnings on `sans_lien` and on `[[|mots]]`; to be asked of sound entries only."""
    for entry_id, entry in entries.items():
        if isinstance(entry, GlossaryEntry):
            yield from _unknown_names(documents[entry_id], entry)
    declined = [
        *(found for i, entry in entries.items() for found in _in_entry(documents[i], entry)),
        *(found for page in handwritten for found in _in_page(page)),
    ]
    vocabulary = Vocabulary(entries.values(), acronyms) if declined else None
    for problem, words in declined:
        if vocabulary and not any(vocabulary.mentions(words)):
            yield problem


def _in_entry(document: Document, entry: Entry) -> Iterator[tuple[Problem, str]]:
    """What would be said of each `[[|mots]]` of an entry if it had no effect, and its words."""
    for leaf in leaves(type(entry), document.data):
        for link in _declined(leaf.text) if issubclass(leaf.type, Prose) else ():
            at = document.position_of_text(leaf.location, link.written)
            yield _useless(document.path, at, link, field_name(leaf.location)), link.label or ""


def _in_page(page: SourceFile) -> Iterator[tuple[Problem, str]]:
    for link in _declined(page.text):
        yield _useless(page.path, position_in_page(page, link.written), link), link.label or ""


def _declined(text: str) -> Iterator[markup.Link]:
    if "[[|" in text:  # few texts have the mark: the others are not worth reading
        yield from (link for link in markup.links(text) if link.declined)


def _unknown_names(document: Document, term: GlossaryEntry) -> Iterator[Problem]:
    names = [term.terme, *([term.sigle] if term.sigle else []), *term.variantes]
    for rank, name in enumerate(term.sans_lien):
        if name not in names:
            yield Problem(
                document.path,
                *document.position(("sans_lien", rank)),
                "sans-lien-inconnu",
                f"« {name} » n’est pas un nom de cette entrée",
                field=f"sans_lien › {rank + 1}",
                expected="son terme, son sigle ou une de ses variantes",
                suggestion=nearest(name, names),
                severity="avertissement",
            )


def _useless(
    path: str, at: tuple[int, int], link: markup.Link, field: str | None = None
) -> Problem:
    return Problem(
        path,
        *at,
        "lien-decline-sans-effet",
        f"« {link.written} » : ces mots n’auraient pas eu de lien",
        field=field,
        expected="le nom d’un terme ou un sigle, ou les mots seuls",
        severity="avertissement",
    )
