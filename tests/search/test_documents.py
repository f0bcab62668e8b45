"""What can be found, and by which names."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.pages.bibliography_pages import bibliography_pages
from prendre_place.pages.index_pages import index_pages
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Writer
from prendre_place.search.asked import ASKED
from prendre_place.search.documents import Document, _sentences, documents


@pytest.fixture
def found(project: Path) -> dict[str, Document]:
    corpus = load(project).corpus
    assert corpus is not None
    about = Page("a-propos.md", "À propos", "Ce que c’est.", "Une [page](index.md) écrite.")
    of_an_entry = Page("glossaire/friche.md", "Friche", "Un terrain.", "")
    return {d.address: d for d in documents(corpus, [about, of_an_entry])}


def test_drafts_and_withdrawn_entries_cannot_be_found(found: dict[str, Document]) -> None:
    assert "glossaire/friche/" in found
    assert not {"glossaire/ancien-mot/", "glossaire/brouillon/"} & set(found)


def test_an_entry_is_found_by_its_names_its_plain_line_and_its_text(
    found: dict[str, Document],
) -> None:
    entry = found["glossaire/jardin-partage/"]
    assert (entry.kind, entry.title, entry.acronym) == ("Glossaire", "Jardin partagé", "JP")
    assert entry.names == ("jardins partagés", "JP", "Jardin partagé")
    assert entry.asked == ("cultiver à plusieurs",)
    assert entry.authors == ("Aline Martin",)
    assert entry.plain.startswith("Un jardin que des voisins")
    assert "community garden" in entry.text


def test_a_list_is_found_by_what_those_who_look_for_it_type(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    listed = Page("glossaire/index.md", "Glossaire", "Les termes.", "")
    by_hand = Page("index.md", "Accueil", "Le site.", "", asked=("par où commencer",))
    of_search = Page("recherche/index.md", "Recherche", "Chercher.", "")
    found = {d.address: d for d in documents(corpus, [listed, by_hand, of_search])}
    assert "lexique" in found["glossaire/"].asked
    assert found[""].asked == ("par où commencer",)
    assert "recherche/" not in found


def test_every_list_that_is_asked_for_is_a_page_of_the_site(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    writer = Writer(corpus, {})
    planned = {path for path, _ in (*index_pages(writer), *bibliography_pages(writer))}
    assert set(ASKED) - planned <= {"terrains/comparer.md"}  # the project has one field site


def test_no_mark_and_no_record_of_the_entry_is_searched(found: dict[str, Document]) -> None:
    text = " ".join(found["glossaire/jardin-partage/"].text)
    assert 'un jardin "partagé" est un Commun . Voir aussi le bien commun' in text
    for left in ("[[", "@", "Première rédaction", "a-relire", "la définition"):
        assert left not in text


def test_an_acronym_names_its_entry_or_stands_in_the_list(found: dict[str, Document]) -> None:
    assert found["terrains/jardin-du-val/"].names[:2] == ("JDV", "Jardin du Val")
    alone = found["glossaire/sigles/#sigle-ag"]
    assert (alone.kind, alone.title, alone.plain) == ("Sigles", "AG", "assemblée générale")


def test_a_reference_is_found_by_its_authors_its_title_and_its_year(
    found: dict[str, Document],
) -> None:
    work = found["bibliographie/martin2001jardin/"]
    assert work.title == "Martin et Petit (2001)"
    assert {"Martin", "Petit", "Martin 2001"} <= set(work.names)
    assert (
        work.plain == "Le jardin partagé : une enquête. Livre. Référence citée par 3 pages du site."
    )


def test_a_reference_is_found_by_where_and_when_it_came_out(found: dict[str, Document]) -> None:
    assert found["bibliographie/martin2001jardin/"].text[:2] == ("Presses du Val", "2001")


def test_a_page_written_by_hand_is_found_by_its_text_and_once(found: dict[str, Document]) -> None:
    assert found["a-propos/"].kind == "Pages du site"
    assert found["a-propos/"].text == ("Une [page écrite.",)
    assert found["glossaire/friche/"].kind == "Glossaire"


def test_a_title_that_ends_with_its_own_sign_gets_no_full_stop() -> None:
    assert _sentences(["Qui décide ?", "Livre"]) == "Qui décide ? Livre."
