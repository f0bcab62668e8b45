"""What the page « Proposer une correction » reads."""

from __future__ import annotations

import json
from typing import Any

from prendre_place.corpus import Corpus
from prendre_place.kinds import KINDS
from prendre_place.pages.site_pages import faces
from tests.exports.conftest import Files


def choices(files: Files) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["corriger/choix.json"])
    return found


def test_every_entry_leads_to_its_source_and_to_its_schema(real: Corpus, files: Files) -> None:
    sources = dict(faces(real))
    listed = choices(files)["fiches"]
    assert [one["id"] for one in listed] == list(real.entries)
    for one in listed:
        assert sources[one["donnees"]] == one["fichier"] == real.paths[one["id"]]
        assert one["page"] == real.address(one["id"])
        assert "properties" in json.loads(files[f"corriger/schemas/{one['schema']}.json"])


def test_each_page_of_the_enquiry_has_its_own_schema(files: Files) -> None:
    schemas = {one["schema"] for one in choices(files)["fiches"] if one["genre"] == "enquete"}
    assert {"enquete-chiffres", "enquete-methode"} <= schemas
    assert {one["genre"] for one in choices(files)["fiches"]} == set(KINDS)


def test_references_are_named_as_in_lists(invented_files: Files) -> None:
    assert ["martin2001jardin", "Martin et Petit (2001), Le jardin partagé : une enquête"] in (
        choices(invented_files)["sources"]
    )
