"""All files together: none shows a draft, none differs from one build to the next."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from prendre_place.citations.reference_items import reference_items
from prendre_place.corpus import Corpus
from prendre_place.exports.datasets import DATASETS
from prendre_place.exports.formats import REFERENCE, faces
from prendre_place.exports.site_files import known_files, site_files
from prendre_place.kinds import KINDS
from prendre_place.load.bibtex_reader import ENTRY_TYPES, read_bibtex
from prendre_place.pages.site_pages import faces as sources
from prendre_place.source_file import SourceFile
from tests.conftest import ROOT
from tests.exports.conftest import Files, files_of

SECTIONS = [kind.section for kind in KINDS.values()]

DIGEST = """
import hashlib, sys
from pathlib import Path
from prendre_place.citations.reference_items import reference_items
from prendre_place.exports.site_files import site_files
from prendre_place.load.project import load
root = Path(sys.argv[1])
works = reference_items(root / "bibliography.bib", Path(sys.argv[2]))
for path, text in site_files(load(root).corpus, works):
    print(path, hashlib.sha256(text.encode()).hexdigest())
"""


def test_every_record_has_all_its_faces(real: Corpus, files: Files) -> None:
    published = {**files, **dict(sources(real))}
    for entry in real.entries.values():
        for face in faces(entry):
            assert real.record(entry, face.extension) in published
    for reference in real.references.values():
        for face in REFERENCE:
            assert reference.record(face.extension) in published


def test_every_set_is_published_and_described(real: Corpus, files: Files) -> None:
    published = {**files, **dict(sources(real))}
    assert [d.path for d in DATASETS if d.path not in published] == []
    package = json.loads(files["donnees/datapackage.json"])
    assert [r["path"] for r in package["resources"]] == [d.name for d in DATASETS]
    assert package["licenses"][0]["name"] == real.publication.licence.sigle


def test_the_term_alone_has_a_skos_face(files: Files) -> None:
    folders = {path.split("/")[0] for path in files if path.endswith(".ttl")}
    assert folders == {"glossaire", "donnees"}


def test_no_file_shows_a_draft(invented_files: Files) -> None:
    assert [p for p, text in invented_files.items() if "brouillon" in p] == []
    shown = [p for p, text in invented_files.items() if "Mot encore en brouillon" in text]
    assert shown == []


def test_no_path_is_written_twice(real: Corpus, works: object, files: Files) -> None:
    assert set(files) & set(dict(sources(real))) == set()


def test_the_same_sources_give_the_same_bytes(files: Files, tmp_path: Path) -> None:
    # Sets are walked in an order that changes from one process to the next.
    done = subprocess.run(
        [sys.executable, "-c", DIGEST, str(ROOT), str(tmp_path)],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = dict(line.split(" ") for line in done.stdout.splitlines())
    assert found == {p: hashlib.sha256(t.encode()).hexdigest() for p, t in files.items()}


def test_what_pages_lead_to_is_known_without_being_made(
    real: Corpus, files: Files, invented: Corpus, invented_files: Files
) -> None:
    for corpus, made in ((real, files), (invented, invented_files)):
        known = set(known_files(corpus))
        assert known <= set(made)
        asked_by_scripts = ("donnees/schemas/", "corriger/")
        others = {path for path in made if path.startswith(asked_by_scripts)}
        assert set(made) - known == {*others, "robots.txt"}


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_a_work_of_any_type_known_by_its_title_alone_has_its_files(
    kind: str, invented: Corpus, tmp_path: Path
) -> None:
    source = tmp_path / "bibliography.bib"
    source.write_text(f"@{kind}{{seul, title = {{Seul}}, keywords = {{verifiee}}}}", "utf-8")
    references = read_bibtex(SourceFile("bibliography.bib", source.read_text("utf-8"))).references
    alone = replace(invented, references={**invented.references, **references})
    made = dict(site_files(alone, reference_items(source, tmp_path / "cache")))
    assert "TI  - Seul\n" in made["bibliographie/seul.ris"]
    assert "<dc:title>Seul</dc:title>" in made["bibliographie/seul.rdf"]


def test_a_kind_without_entries_leads_to_the_data_as_it_may_have_no_page(
    invented: Corpus, tmp_path: Path
) -> None:
    entries = {i: entry for i, entry in invented.entries.items() if entry.kind == "glossary"}
    made = files_of(replace(invented, entries=entries), tmp_path)
    at = {name: json.loads(made[f"donnees/{name}.json"])["adresse"] for name in SECTIONS}
    assert at.pop("glossaire") == "https://val.invalid/savoir/glossaire/"
    assert set(at.values()) == {"https://val.invalid/savoir/donnees/"}
