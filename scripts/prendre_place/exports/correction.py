"""What the page « Proposer une correction » reads: the schemas, and what may be chosen.

Under `corriger/`: `choix.json` (what each kind of entry is called; every entry with its
names, its page, its source and its schema; every reference by its key) and
`schemas/<name>.json`, which VS Code has too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from prendre_place.corpus import Corpus
from prendre_place.exports.formats import YAML
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.schemas import SourceKind, source_kinds

FOLDER = "corriger"
CHOICES = f"{FOLDER}/choix.json"


def correction_files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """`(path, text)` of each file."""
    kinds = {kind.files: kind for kind in source_kinds() if issubclass(kind.model, Entry)}
    choices = {
        "genres": {name: kind.singular for name, kind in KINDS.items()},
        "fiches": [_choice(entry, corpus, kinds) for entry in corpus.entries.values()],
        "sources": [[key, work.label] for key, work in corpus.references.items()],
    }
    yield CHOICES, _json(choices)
    for kind in kinds.values():
        yield f"{FOLDER}/schemas/{kind.name}.json", _json(kind.schema)


def _choice(entry: Entry, corpus: Corpus, kinds: Mapping[str, SourceKind]) -> dict[str, str]:
    path = corpus.paths[entry.id]
    kind = kinds.get(path) or kinds[f"{entry.kind}/*.yml"]
    return {
        "id": entry.id,
        "titre": f"{entry.title} (retirée)" if entry.statut == "retire" else entry.title,
        **({"sigle": entry.acronym} if entry.acronym else {}),
        "genre": entry.kind,
        "page": corpus.address(entry.id),
        "fichier": path,
        "donnees": corpus.record(entry, YAML.extension),
        "schema": kind.name,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
