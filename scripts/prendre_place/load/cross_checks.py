"""What can only be judged across files: ids, keys, anchors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from prendre_place import markup
from prendre_place.corpus import sort_key
from prendre_place.kinds import KINDS
from prendre_place.load.citation_checks import Fault, citation_faults, keys_meant, no_source
from prendre_place.load.shape import Leaf, leaves
from prendre_place.load.validation import field_name
from prendre_place.load.yaml_reader import Document, Location
from prendre_place.model.reference import Reference
from prendre_place.model.values import CitationKey, CitedProse, EntryId, Prose
from prendre_place.problems import Problem, nearest
from prendre_place.source_file import SourceFile

WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Known:
    """What may be referred to: the folder of each id, the citation keys, works by title."""

    folder_of: Mapping[str, str]
    keys: frozenset[str]
    references: Mapping[str, Reference] = field(default_factory=dict)

    def key_of_title(self, text: str) -> str | None:
        """The key of the work whose title, or the beginning of it, was given as one."""
        start = sort_key(text)
        if " " not in start:
            return None
        titles = ((key, sort_key(work.title or "")) for key, work in self.references.items())
        return next((key for key, title in titles if title.startswith(start)), None)

    def nearest_id(self, text: str, kind: str | None) -> str | None:
        """The id, of entries of one kind if it is given, that was perhaps meant."""
        ids = [i for i, f in self.folder_of.items() if kind is None or f == kind]
        return nearest("-".join(WORD.findall(sort_key(text))), ids)


def same_id_twice(documents: Iterable[Document]) -> Iterator[Problem]:
    """Ids are unique over all kinds: `[[id]]` does not say the kind."""
    first: dict[str, Document] = {}
    for document in documents:
        entry_id = _stem(document.path)
        holder = first.setdefault(entry_id.casefold(), document)
        if holder is not document:
            yield Problem(
                document.path,
                *document.position(("id",)),
                "id-en-double",
                f"l’id « {entry_id} » est déjà celui de {holder.path}",
                field="id",
                expected="un id unique sur tout le site",
            )


def check_entry(document: Document, known: Known) -> Iterator[Problem]:
    """Links, citations, relations and anchors of the file of an entry, valid or not."""
    model = KINDS[document.path.split("/")[0]].model_for(_stem(document.path))
    if model is not None:
        yield from check_document(document, model, known)


def check_document(document: Document, model: type[BaseModel], known: Known) -> Iterator[Problem]:
    """Links, citations, relations and anchors of one YAML file read as `model`."""
    for leaf in leaves(model, document.data):
        if issubclass(leaf.type, Prose):
            yield from _check_prose(document, leaf, known)
        elif issubclass(leaf.type, CitationKey):
            yield from _check_key(document, leaf, known)
        elif issubclass(leaf.type, EntryId) and leaf.location != ("id",):
            yield from _check_relation(document, leaf, known)
    yield from _ends_in_comments(document, model)
    yield from _anchor_twice(document)
    yield from _id_twice_in_a_list(document, model)


def check_handwritten(page: SourceFile, known: Known) -> Iterator[Problem]:
    """Links and citations of a Markdown page of `docs/`."""
    for code, found, needle, expected, suggestion in _faults(page.text, known):
        yield Problem(
            page.path,
            *position_in_page(page, needle),
            code,
            found,
            expected=expected,
            suggestion=suggestion,
        )


def position_in_page(page: SourceFile, needle: str) -> tuple[int, int]:
    """Line and column of a mark in a Markdown page."""
    at = markup.without_code(page.text).find(needle)
    return page.text.count("\n", 0, at) + 1, at - page.text.rfind("\n", 0, at)


def _faults(text: str, known: Known) -> Iterator[Fault]:
    for link in markup.links(text):
        if link.id not in known.folder_of and not link.declined:
            yield (
                "lien-inconnu",
                f"lien « {link.written} » : aucune entrée n’a cet id",
                link.written,
                "l’id d’une entrée (le nom de son fichier sans « .yml »)",
                known.nearest_id(link.id, None),
            )
    for broken in markup.broken_links(text):
        found = f"lien « {broken[:40]} » mal formé"
        yield "lien-mal-forme", found, broken, "[[id]] ou [[id|mots montrés]]", None
    for address in markup.forbidden_addresses(text):
        found = f"adresse « {address[:40]} » non admise"
        expected = "une adresse qui commence par https://, ou un lien [[id]]"
        yield "adresse-interdite", found, address, expected, None
    yield from citation_faults(text, known.keys)


def _check_prose(document: Document, leaf: Leaf, known: Known) -> Iterator[Problem]:
    for code, found, needle, expected, suggestion in _faults(leaf.text, known):
        yield _in_text(document, leaf, needle, code, found, expected, suggestion)
    for html in markup.raw_html(leaf.text):
        yield _in_text(
            document,
            leaf,
            html,
            "html-brut",
            f"HTML « {html[:40]} » dans un texte",
            "du Markdown : *italique*, **gras**, [mots](adresse)",
            None,
        )
    for marks in markup.attributes(leaf.text):
        found = f"attributs « {marks[:40]} » dans un texte"
        expected = "un texte sans accolades, ou entre accents graves : `{…}`"
        yield _in_text(document, leaf, marks, "attributs", found, expected, None)
    for image in markup.images(leaf.text):
        found = f"image « {image[:40]} » dans un texte"
        expected = "des mots : les images sont faites par le site, à partir des données"
        yield _in_text(document, leaf, image, "image", found, expected, None)
    if issubclass(leaf.type, CitedProse) and (fault := no_source(leaf.text, known.keys)):
        code, found, needle, expected, suggestion = fault
        yield _in_text(document, leaf, needle, code, found, expected, suggestion)


def _ends_in_comments(document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    """Unquoted texts followed by « # »: perhaps their end, lost."""
    if " #" not in document.source.text:
        return
    for leaf in leaves(model, document.data):
        if issubclass(leaf.type, Prose) and (cut := _comment_after(document, leaf)):
            yield Problem(
                document.path,
                *document.position_of_text(leaf.location, cut),
                "commentaire-dans-un-texte",
                f"« {cut} » est lu comme un commentaire : le site ne le montrera pas",
                field=field_name(leaf.location),
                expected="des guillemets autour de tout le texte, si c’en est la suite",
                severity="avertissement",
            )


def _comment_after(document: Document, leaf: Leaf) -> str | None:
    node = document.node(leaf.location)
    if node is None or getattr(node, "style", None):
        return None
    rest = document.source.text[node.end_mark.index :].split("\n", 1)[0].strip()
    return rest if rest.startswith("#") else None


def _check_key(document: Document, leaf: Leaf, known: Known) -> Iterator[Problem]:
    if leaf.text not in known.keys:
        expected, suggestion = keys_meant(leaf.text, known.keys)
        yield Problem(
            document.path,
            *document.position(leaf.location),
            "cle-de-citation-inconnue",
            f"« {leaf.text} » : clé absente de bibliography.bib",
            field=field_name(leaf.location),
            expected=expected,
            suggestion=known.key_of_title(leaf.text) or suggestion,
        )


def _check_relation(document: Document, leaf: Leaf, known: Known) -> Iterator[Problem]:
    assert issubclass(leaf.type, EntryId)
    kind = leaf.type.kind
    folder = known.folder_of.get(leaf.text)
    what = KINDS[kind].singular if kind else "entrée"

    def problem(code: str, found: str, suggestion: str | None) -> Problem:
        return Problem(
            document.path,
            *document.position(leaf.location),
            code,
            found,
            field=field_name(leaf.location),
            expected=f"l’id d’une {what}" if what != "terrain" else "l’id d’un terrain",
            suggestion=suggestion,
        )

    if folder is None:
        found = f"« {leaf.text} » : aucune entrée n’a cet id"
        yield problem("id-inconnu", found, known.nearest_id(leaf.text, kind))
    elif kind is not None and folder != kind:
        found = f"« {leaf.text} » est dans {folder}/"
        yield problem("id-d-un-autre-genre", found, known.nearest_id(leaf.text, kind))
    elif leaf.text == _stem(document.path):
        yield problem("relation-a-soi", f"« {leaf.text} » renvoie à elle-même", None)


def _id_twice_in_a_list(document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    seen: set[tuple[Location, str]] = set()
    for leaf in leaves(model, document.data):
        if not issubclass(leaf.type, EntryId) or not isinstance(leaf.location[-1], int):
            continue
        if (place := (leaf.location[:-1], leaf.text)) in seen:
            yield Problem(
                document.path,
                *document.position(leaf.location),
                "relation-en-double",
                f"« {leaf.text} » est écrit deux fois dans cette liste",
                field=field_name(leaf.location),
                expected="chaque id une seule fois",
            )
        seen.add(place)


def _anchor_twice(document: Document) -> Iterator[Problem]:
    """Ids of sections, groups and figures are anchors of one page."""
    anchors = Counter[str]()
    for location, anchor in _ids(document.data, ()):
        anchors[anchor] += 1
        if anchors[anchor] == 2:
            yield Problem(
                document.path,
                *document.position(location),
                "ancre-en-double",
                f"l’id « {anchor} » est déjà employé plus haut dans cette page",
                field=field_name(location),
                expected="un id par partie de la page",
            )


# Lists whose items have an id of their own, shown as an anchor on the entry's page.
ANCHORED = {
    "sections",
    "figures",
    "chiffres",
    "groupes",
    "hypotheses",
    "demarche",
    "materiaux",
    "instruments",
    "resultats",
    "themes",
    "questions",
    "reponses",
}


def _ids(data: object, location: Location) -> Iterator[tuple[Location, str]]:
    if not isinstance(data, dict):
        return
    for name, value in data.items():
        if name not in ANCHORED or not isinstance(value, list):
            continue
        for index, item in enumerate(value):
            here = (*location, name, index)
            if isinstance(item, dict):
                if isinstance(item.get("id"), str):
                    yield (*here, "id"), item["id"]
                yield from _ids(item, here)


def _in_text(
    document: Document,
    leaf: Leaf,
    needle: str,
    code: str,
    found: str,
    expected: str | None,
    suggestion: str | None,
) -> Problem:
    return Problem(
        document.path,
        *document.position_of_text(leaf.location, needle.split("\n")[0]),
        code,
        found,
        field=field_name(leaf.location),
        expected=expected,
        suggestion=suggestion,
    )


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yml")
