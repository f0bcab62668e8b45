"""The index is split so that a search asks for little, whatever the size of the site."""

from __future__ import annotations

import gzip
import json
import random

from prendre_place.search.documents import Document
from prendre_place.search.parts import FIELDS, FOLDER, PART_LENGTH, index_files

COMMON = Document(
    "Glossaire",
    "glossaire/commun/",
    "Le commun",
    "Une chose dont on prend soin.",
    acronym="LC",
    names=("biens communs",),
    text=("Un commun se garde à plusieurs.",),
)
FALLOW = Document("Glossaire", "glossaire/friche/", "Friche", "Un terrain sans usage, en commun.")


def read(documents: list[Document]) -> dict[str, object]:
    """The files by their name, editions aside."""
    return {path.rpartition("/")[2]: json.loads(text) for path, text in index_files(documents)}


def test_a_term_gives_each_field_and_document_that_holds_it() -> None:
    terms = read([COMMON, FALLOW])["termes-0.json"]
    assert isinstance(terms, dict)
    shown = {FIELDS[field]: flat for field, *flat in terms["commun"]}
    # [step to the document, times, …]
    assert shown == {
        "titre": [0, 1],
        "nom": [0, 1],
        "mots": [0, 2],
        "clair": [1, 1],
        "texte": [0, 1],
    }
    assert terms["bien commun"] == [[FIELDS.index("nom"), 0, 1]]
    assert "le" not in terms


def test_a_card_shows_what_is_needed_to_choose() -> None:
    assert read([COMMON])["fiches-0.json"] == [
        ["glossaire/commun/", "Le commun", "LC", "Une chose dont on prend soin."]
    ]


def test_the_first_file_leads_to_all_the_others() -> None:
    heading = read([COMMON, FALLOW])["mots.json"]
    assert isinstance(heading, dict)
    assert heading["genres"] == [["Glossaire", 2]]
    assert "biens" in heading["mots"].split()
    assert heading["termes"][0] == min(read([COMMON, FALLOW])["termes-0.json"])  # type: ignore[call-overload]


def test_an_edition_changes_with_what_can_be_found() -> None:
    def folders(documents: list[Document]) -> set[str]:
        return {path.rpartition("/")[0] for path, _ in index_files(documents)} - {
            FOLDER.rstrip("/")
        }

    assert folders([COMMON]) == folders([COMMON])
    assert not folders([COMMON]) & folders([FALLOW])


def test_parts_stay_small_as_the_site_grows() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghilmnoprstu", k=8)) for _ in range(4000)]

    def text(length: int) -> str:
        return " ".join(chance.choices(words, k=length))

    many = [
        Document("Glossaire", f"glossaire/t{n}/", text(2), text(20), text=(text(60),))
        for n in range(2000)
    ]
    files = dict(index_files(many))
    parts = [text for path, text in files.items() if "termes-" in path]
    assert len(parts) > 20
    assert max(map(len, parts)) < 1.1 * PART_LENGTH
    assert max(len(gzip.compress(text.encode())) for text in files.values()) < 30_000
