"""Which words of a text mean an entry or an acronym."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.vocabulary import Vocabulary, says_the_same

SAMPLE = GlossaryEntry.model_validate(
    {
        "id": "exemple",
        "terme": "Exemple",
        "domaine": "territoire",
        "en_clair": "Un texte assez long pour tenir la place d’une ligne en clair dans un essai "
        "qui n’en dit rien.",
        "statut": "publie",
        "version": 1,
        "historique": [{"version": 1, "date": "2026", "note": "Essai."}],
        "definition": "Un essai [@a, p. 1].",
        "sources": [{"cle": "a", "lieu": "p. 1", "pour": "l’essai"}],
    }
)


def term(entry_id: str, terme: str, **fields: object) -> GlossaryEntry:
    return SAMPLE.model_copy(update={"id": entry_id, "terme": terme, **fields})


def found(text: str, *terms: GlossaryEntry) -> list[tuple[str, str | None]]:
    mentions = Vocabulary(terms, ()).mentions(text)
    return [(text[m.start : m.end], m.name.entry) for m in mentions]


COOPERATION = term("cooperation", "Coopération territoriale")
TERRITORY = term("territoire", "Territoire")
POLE = term("ptce", "Pôle territorial de coopération", sigle="PTCE")


@pytest.mark.parametrize(
    "text",
    [
        "coopération territoriale",
        "Coopérations territoriales",
        "COOPÉRATION TERRITORIALE",
        "coopération\nterritoriale",
        "coopération\u00a0territoriale",
    ],
)
def test_a_name_is_found_whatever_its_case_number_and_spaces(text: str) -> None:
    assert found(f"De la {text}.", COOPERATION) == [(text, "cooperation")]


@pytest.mark.parametrize(
    ("terme", "text"),
    [
        ("Pôle territorial", "pôles territoriaux"),
        ("Centre social", "centres sociaux"),
        ("Niveau local", "niveaux locaux"),
        ("Habitant engagé", "habitantes engagées"),
        ("Projet collectif", "projets collectifs"),
        ("Tiers-lieu", "tiers-lieux"),
        ("Tiers-lieu", "tiers lieu"),
        ("Droit à l’emploi", "droit à l'emploi"),
        ("Bien club", "biens clubs"),
    ],
)
def test_the_words_of_a_name_agree(terme: str, text: str) -> None:
    assert found(text, term("nom", terme)) == [(text, "nom")]


def test_a_word_alone_keeps_its_gender() -> None:
    assert found("la commune, en commun", term("commun", "Commun")) == [("commun", "commun")]


def test_a_plural_term_is_not_its_singular() -> None:
    assert found("un projet commun, des communs", term("communs", "Communs")) == [
        ("communs", "communs")
    ]


@pytest.mark.parametrize("text", ["inter-territoire", "territoire-monde", "territoriale"])
def test_a_name_is_not_cut_out_of_a_word(text: str) -> None:
    assert found(text, TERRITORY) == []


@pytest.mark.parametrize("text", ["l’émancipation", "d'émancipation", "« émancipation »"])
def test_an_article_before_an_apostrophe_is_no_part_of_a_word(text: str) -> None:
    assert [words for words, _ in found(text, term("e", "Émancipation"))] == ["émancipation"]


def test_a_name_is_not_cut_out_of_a_longer_one() -> None:
    text = "un pôle territorial de coopération territoriale"
    assert found(text, POLE, COOPERATION) == [("pôle territorial de coopération", "ptce")]


def test_words_of_two_sentences_make_no_name() -> None:
    assert found("Une coopération. Territoriale aussi.", COOPERATION) == []


def test_an_acronym_is_found_as_it_is_written() -> None:
    local = term("cle", "Comité local", sigle="CLE")
    assert found("la CLE, une cle, une clé", local) == [("CLE", "cle")]


def test_a_name_without_link_still_guards_its_words() -> None:
    common = term("travail", "Travail", sans_lien=("Travail",))
    assert found("le travail", common) == [("travail", None)]


def test_a_title_comes_before_a_variant_of_another() -> None:
    first = term("local", "Développement", variantes=("développement durable",))
    second = term("durable", "Développement durable")
    assert found("le développement durable", first, second) == [
        ("développement durable", "durable")
    ]


@pytest.mark.parametrize(
    ("variant", "same"),
    [
        ("collectivités locales", True),
        ("collectivité territoriale", True),
        ("collectivités", False),
        ("pôle d’équilibre", False),
        ("structures (contraire), collectivités", False),
    ],
)
def test_a_variant_says_the_same_when_it_shares_a_word_of_several(variant: str, same: bool) -> None:
    assert says_the_same(variant, term("c", "Collectivités territoriales")) is same


def test_withdrawn_entries_and_drafts_have_no_name(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    texts = "Ancien mot, encore en brouillon"
    assert list(corpus.vocabulary.mentions(texts)) == []


def test_names_of_organisations_are_known_as_they_are_written(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    town = corpus.entries["ville-de-valbourg"].title
    assert [m.name.bearers for m in corpus.vocabulary.mentions(town)] == [{"ville-de-valbourg"}]
    assert list(corpus.vocabulary.mentions(town.lower())) == []
