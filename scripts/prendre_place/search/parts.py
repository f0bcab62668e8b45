"""The index in parts, so that a search asks only for what it needs, whatever the size.

Under `recherche/index/`:

- `mots.json`: every word that names and plain lines use (to mend what is mistyped and to
  complete what is being typed), the words that count less, how many documents of each
  kind, and the first term of each part;
- `<edition>/termes-<n>.json`: a run of terms in alphabetical order, each with the documents that
  hold it, as `{term: [[field, document, times, step, times, …], …]}`;
- `<edition>/fiches-<n>.json`: what is shown of a run of documents.

The edition changes with the contents: a browser never mixes the parts of two of them.

A term is a stem, or the stems of a whole name with a space between. Titles also stand as
they are typed. MiniSearch weighs them in the browser: no score is computed here.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain

from prendre_place.search.documents import Document
from prendre_place.search.words import (
    EMPTY,
    FAMILY,
    LIGHT,
    SHORT,
    counting,
    family,
    stem,
    telling,
    words,
)

FOLDER = "recherche/index/"
# In this order in the parts; the browser gives each its weight.
FIELDS = ("titre", "nom", "mots", "famille", "clair", "demande", "texte")
PART_LENGTH = 20_000  # characters: about 5 KB once compressed
CARDS = 16
LONGEST_NAME = 8  # words: longer ones are found by their words

Terms = dict[str, Counter[str]]  # by field, the terms of one document


def index_files(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Every file of the index: `(path on the site, JSON)`."""
    runs = list(_runs(_postings(documents)))
    parts = {f"termes-{n}.json": _terms_part(run) for n, run in enumerate(runs)}
    for number, start in enumerate(range(0, len(documents), CARDS)):
        cards = [_card(document) for document in documents[start : start + CARDS]]
        parts[f"fiches-{number}.json"] = _json(cards)
    edition = sha256("".join(parts.values()).encode()).hexdigest()[:12]
    for name, content in parts.items():
        yield f"{FOLDER}{edition}/{name}", content
    first_terms = [run[0][0] for run in runs]
    yield f"{FOLDER}mots.json", _json({"edition": edition} | _heading(documents, first_terms))


def _terms_part(run: list[tuple[str, str]]) -> str:
    return "{" + ",".join(text for _, text in run) + "}"


def _heading(documents: Sequence[Document], first_terms: list[str]) -> dict[str, object]:
    kinds = Counter(document.kind for document in documents)
    return {
        "champs": FIELDS,
        "genres": list(kinds.items()),
        "fiches": CARDS,
        "vides": sorted(EMPTY),
        "legers": sorted(LIGHT),
        "abreges": SHORT,
        "termes": first_terms,
        "mots": " ".join(sorted(set(chain.from_iterable(map(_spelt, documents))))),
    }


def _spelt(document: Document) -> Iterator[str]:
    for text in (*_names(document), *document.authors, document.plain):
        yield from words(text)
    for text in document.asked:
        yield from (word for word in words(text) if word not in SHORT)
    yield from _joined(document)


def _card(document: Document) -> list[str]:
    return [document.address, document.title, document.acronym, document.plain]


def _names(document: Document) -> tuple[str, ...]:
    acronym = (document.acronym,) if document.acronym else ()
    return (document.title, *acronym, *document.names)


def _joined(document: Document) -> Iterator[str]:
    """« tiers-lieu » is also looked for as « tierslieu »."""
    for name in _names(document):
        for word in name.split():
            if len(parts := words(word)) > 1 and "-" in word:
                yield "".join(parts)


def _terms(document: Document) -> Terms:
    names = _names(document)
    whole = (document.title, document.acronym) if document.kind != "Bibliographie" else ()
    return {
        "titre": Counter(" ".join(telling(words(name))) for name in whole if name),
        "nom": Counter(_phrases(names, document.asked)),
        # Once for any name, once more for the title.
        "mots": Counter({stem(word) for word in (*_joined(document), *_kept(names))})
        + Counter({stem(word) for word in _kept(whole)}),
        "famille": Counter({family(word) for word in _kept(names) if len(word) > FAMILY}),
        "clair": Counter(map(stem, counting(" ".join((document.plain, *document.authors))))),
        "demande": Counter(map(stem, _kept(document.asked))),
        "texte": Counter(map(stem, counting(" ".join(document.text)))),
    }


def _phrases(names: Iterable[str], asked: Iterable[str]) -> Iterator[str]:
    """Whole names, with and without the small words of « agence (pour) la rénovation »."""
    for name in names:
        found = telling(words(name))
        short = [word for word in found if word not in LIGHT]
        yield from {_phrase(found), _phrase(short) if len(short) > 1 else ""} - {""}
    yield from filter(None, (_phrase(telling(words(one))) for one in asked))


def _phrase(found: list[str]) -> str:
    """Nothing for one that is too long: it is found by its words."""
    return " ".join(map(stem, found)) if len(found) <= LONGEST_NAME else ""


def _kept(names: Iterable[str]) -> list[str]:
    """The words of names; those of questions count too: « faire avec »."""
    return [word for name in names for word in words(name) if word not in EMPTY]


def _postings(documents: Iterable[Document]) -> dict[str, dict[int, list[int]]]:
    """By term and field, documents and how many times each holds it."""
    postings: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        for field, counted in _terms(document).items():
            at = FIELDS.index(field)
            for term, times in counted.items():
                postings[term][at] += (number, times)
    return postings


def _runs(postings: dict[str, dict[int, list[int]]]) -> Iterator[list[tuple[str, str]]]:
    """Terms in alphabetical order, with their JSON, in parts of about the same length."""
    run: list[tuple[str, str]] = []
    length = 0
    for term, fields in sorted(postings.items()):
        text = f"{_json(term)}:{_json([[at, *_steps(flat)] for at, flat in fields.items()])}"
        if run and length + len(text) > PART_LENGTH:
            yield run
            run, length = [], 0
        run.append((term, text))
        length += len(text)
    if run:
        yield run


def _steps(flat: list[int]) -> Iterator[int]:
    """Documents as steps from one to the next: shorter, and alike once compressed."""
    before = 0
    for number, times in zip(flat[::2], flat[1::2], strict=True):
        yield from (number - before, times)
        before = number


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
