"""JSON records: valid for the schema published beside them, and equal to the corpus."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

from prendre_place.citations.items import page_item
from prendre_place.corpus import Corpus
from prendre_place.exports.datasets import RECORDS
from prendre_place.kinds import KINDS
from tests.exports.conftest import Files

SECTIONS = [kind.section for kind in KINDS.values()]


def validator(files: Files, name: str) -> Draft202012Validator:
    """Of a published schema, that asks no other site for anything."""
    schema = json.loads(files[f"donnees/schemas/{name}.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, registry=Registry())


def faults(checked: Draft202012Validator, record: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in checked.iter_errors(record)]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_record_is_valid(section: str, real: Corpus, files: Files) -> None:
    checked = validator(files, section)
    entries = [e for e in real.entries.values() if KINDS[e.kind].section == section]
    assert entries
    for entry in entries:
        record = json.loads(files[real.record(entry, "json")])
        assert faults(checked, record) == []
        assert record["$schema"] == checked.schema["$id"]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_set_is_valid_and_whole(section: str, real: Corpus, files: Files) -> None:
    checked = validator(files, f"{section}-ensemble")
    whole = json.loads(files[f"donnees/{section}.json"])
    assert faults(checked, whole) == []
    assert whole["$schema"] == checked.schema["$id"]
    single = [
        json.loads(files[real.record(entry, "json")])
        for entry in real.entries.values()
        if KINDS[entry.kind].section == section
    ]
    assert whole["entrees"] == single


def test_a_record_holds_all_that_the_entry_says(real: Corpus, files: Files) -> None:
    for entry in real.entries.values():
        record = json.loads(files[real.record(entry, "json")])
        assert type(entry).model_validate(record["contenu"]) == entry
        assert record["csl"] == page_item(entry, real)
        assert record["adresse"] == real.publication.url(real.address(entry.id))
        assert record["licence"]["sigle"] == real.publication.licence.sigle


def test_relations_are_told_at_both_ends(real: Corpus, files: Files) -> None:
    told: dict[str, set[tuple[str, str, str]]] = {}
    for entry in real.entries.values():
        relations = json.loads(files[real.record(entry, "json")])["relations"]
        told[entry.id] = {(r["relation"], r["sens"], r["id"]) for r in relations}
    for relation in real.relations:
        assert (relation.type, "vers", relation.target.id) in told[relation.source.id]
        assert (relation.type, "depuis", relation.source.id) in told[relation.target.id]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"adresse": None}, "$.adresse: None is not of type 'string'"),
        ({"contenu": {}}, "$.contenu: {} is not valid under any of the given schemas"),
    ],
)
def test_the_schema_refuses_what_is_no_record(
    change: dict[str, Any], fault: str, files: Files
) -> None:
    record = json.loads(files["glossaire/ptce.json"]) | change
    assert faults(validator(files, "glossaire"), record) == [fault]


def test_schemas_speak_french_and_of_no_class(files: Files) -> None:
    for section in SECTIONS:
        schema = json.loads(files[f"donnees/schemas/{section}.json"])
        for name, definition in schema["$defs"].items():
            assert "title" not in definition, name
            assert "description" not in definition, name


def test_the_solidity_of_an_advice_is_told(invented_files: Files) -> None:
    record = json.loads(invented_files["preconisations/ouvrir-la-grille.json"])
    assert record["solidite"] == "étayée"
    assert "solidite" not in json.loads(invented_files["glossaire/commun.json"])


def test_a_withdrawn_entry_says_so(invented_files: Files) -> None:
    record = json.loads(invented_files["glossaire/ancien-mot.json"])
    assert record["contenu"]["statut"] == "retire"
    assert record["contenu"]["retrait"]["remplace_par"] == "commun"


def test_there_is_a_set_for_each_kind() -> None:
    assert [dataset.name for dataset in RECORDS.values()] == [f"{s}.json" for s in SECTIONS]
