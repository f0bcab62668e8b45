"""Published versions: the bytes of an entry's file as they stood at its publication.

`versions/glossary/ptce/v1.yml` is what `glossary/ptce.yml` was. Nothing may change
it; `prendre-place publier` alone writes there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from prendre_place.command_line import PROGRAM
from prendre_place.kinds import KINDS, VERSIONS
from prendre_place.load.cross_checks import Known, check_document
from prendre_place.load.files import read_source
from prendre_place.load.privacy import check_document_privacy
from prendre_place.load.validation import validate_as
from prendre_place.load.yaml_reader import Document, read_yaml
from prendre_place.model.entry import Entry
from prendre_place.problems import Problem

SHAPE = re.compile(rf"{VERSIONS}/(?P<folder>[\w-]+)/(?P<id>[^/]+)/v(?P<version>[1-9]\d*)\.yml")


def read_versions(
    root: Path, known: Known, renamed: Mapping[str, str], problems: list[Problem]
) -> dict[str, dict[int, Entry]]:
    """Published versions by id of the entry of today, then by number, from the first.

    `renamed` gives the id of today of entries that had another one.
    """
    of_then = {old: known.folder_of[new] for old, new in renamed.items() if new in known.folder_of}
    known = Known({**of_then, **known.folder_of}, known.keys)
    found: dict[str, dict[int, Entry]] = {}
    files = (p for p in (root / VERSIONS).rglob("*") if p.is_file() and p.name[0] != ".")
    for path in sorted(files):
        shape = SHAPE.fullmatch(path.relative_to(root).as_posix())
        if shape is None or shape["folder"] not in KINDS:
            problems.append(_unexpected(path.relative_to(root).as_posix()))
            continue
        version = _read(root, path, shape, known, renamed, problems)
        if version:
            found.setdefault(shape["id"], {})[version.version] = version
    return {entry_id: dict(sorted(versions.items())) for entry_id, versions in found.items()}


def _read(
    root: Path,
    path: Path,
    shape: re.Match[str],
    known: Known,
    renamed: Mapping[str, str],
    problems: list[Problem],
) -> Entry | None:
    source, faults = read_source(root, path)
    problems += faults
    document, faults = read_yaml(source) if source else (None, [])
    problems += faults
    model = KINDS[shape["folder"]].model_for(shape["id"])
    if document is None or model is None:
        return None
    version, faults = validate_as(model, document)
    problems += faults
    problems += check_document(document, model, known)
    problems += check_document_privacy(document)
    problems += _misplaced(document, shape, known, renamed)
    return version


def _misplaced(
    document: Document, shape: re.Match[str], known: Known, renamed: Mapping[str, str]
) -> Iterator[Problem]:
    """A version whose entry is gone, or that is not the one that its name says."""
    folder, entry_id = shape["folder"], shape["id"]
    if known.folder_of.get(entry_id) != folder or entry_id in renamed:
        yield Problem(
            document.path,
            1,
            1,
            "entree-publiee-disparue",
            f"« {entry_id} » a été publiée et {folder}/{entry_id}.yml n’existe plus",
            expected="ce fichier, avec « statut: retire » et son « retrait » ; si l’id a changé, "
            "ce dossier sous le nouvel id et une règle dans redirections.yml",
        )
    written = document.data.get("id")
    if isinstance(written, str) and written != entry_id and renamed.get(written) != entry_id:
        found = f"« {written} » diffère du nom du dossier"
        yield _changed(document, "id", found, f"« {entry_id} »")
    if str(document.data.get("version")) != shape["version"]:
        found = f"« {document.data.get('version')} » diffère du nom du fichier"
        yield _changed(document, "version", found, shape["version"])


def _changed(document: Document, field: str, found: str, expected: str) -> Problem:
    place = document.position((field,))
    return Problem(
        document.path, *place, "version-mal-rangee", found, field=field, expected=expected
    )


def _unexpected(path: str) -> Problem:
    return Problem(
        path,
        1,
        1,
        "fichier-inattendu",
        "ce fichier ne serait pas lu",
        expected=f"un fichier « {VERSIONS}/<dossier>/<id>/v<N>.yml », écrit par "
        f"« {PROGRAM} publier »",
    )
