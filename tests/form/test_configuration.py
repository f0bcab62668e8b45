"""The form follows the models: labels, help, choices, what must be filled and in what shape."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from prendre_place.corpus import Corpus
from prendre_place.form.backend import backend, policy
from prendre_place.form.configuration import decap_configuration, sveltia_configuration
from prendre_place.load.project import load
from prendre_place.model.publication import Forge, Publication
from tests.conftest import EXAMPLES
from tests.form.conftest import PACKAGES
from tests.mistakes import MISTAKES

Json = dict[str, Any]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    found = load(EXAMPLES / "projet").corpus
    assert found is not None
    return found


@pytest.fixture(scope="module")
def sveltia(corpus: Corpus) -> Json:
    return dict(json.loads(sveltia_configuration(corpus)))


def collection(whole: Json, name: str) -> Json:
    return next(c for c in whole["config"]["collections"] if c["name"] == name)


def field(whole: Json, kind: str, *path: str) -> Json:
    fields: list[Json] = collection(whole, kind)["fields"]
    for name in path[:-1]:
        fields = next(f for f in fields if f["name"] == name)["fields"]
    return next(f for f in fields if f["name"] == path[-1])


def test_each_kind_has_its_collection(sveltia: Json) -> None:
    assert [c["label"] for c in sveltia["config"]["collections"]] == [
        "Glossaire",
        "Notions",
        "Terrains",
        "Préconisations",
        "Organisations",
        "L’enquête",
        "Se situer",
        "Listes de mots",
    ]
    assert [file["file"] for file in collection(sveltia, "enquete")["files"]] == [
        "enquete/enquete.yml",
        "enquete/methode.yml",
        "enquete/ateliers.yml",
        "enquete/chiffres.yml",
        "enquete/poles-temoins.yml",
    ]


def test_a_text_is_typed_raw_with_the_help_and_the_shape_of_the_model(sveltia: Json) -> None:
    assert field(sveltia, "glossary", "definition") == {
        "name": "definition",
        "label": "Définition",
        "required": True,
        "hint": "La définition développée. Les liens vers d’autres entrées s’écrivent [[id]] ou "
        "[[id|mots affichés]]. Texte, avec au moins une citation et son lieu : [@cle, lieu]. "
        "Exemple : Un lieu qui a perdu son usage [@lefebvrechombart2023dynamique, §2, 2.1].",
        "widget": "text",
        "pattern": [
            r"\[[^\[\]]*@[\w-]+\s*,\s*[^\s;\[\]]",
            "Attendu : au moins une citation avec son lieu : [@cle, lieu].",
        ],
    }


def test_a_reference_is_chosen_by_its_short_name(sveltia: Json) -> None:
    source = field(sveltia, "glossary", "sources", "cle")
    assert (source["widget"], source["options"]) == ("select", "sources")
    assert sveltia["choices"]["sources"][0] == {
        "label": "Durand (2010), Voisins et voisines",
        "value": "durand2010voisins",
    }


def test_a_relation_is_chosen_by_title_among_the_kinds_it_may_lead_to(sveltia: Json) -> None:
    broader = field(sveltia, "glossary", "plus_large")
    assert (broader["options"], broader["multiple"]) == ("glossary", True)
    assert [c["label"] for c in sveltia["choices"]["glossary"]] == [
        "Commun",
        "Friche",
        "Jardin partagé",
    ]
    assert field(sveltia, "glossary", "liees")["options"] == "entrees"
    assert {"label": "Le jardin du Val (terrain)", "value": "jardin-du-val"} in sveltia["choices"][
        "entrees"
    ]


# What the table of mistakes says that the form leaves no room for.
CHOSEN = {
    "Une valeur hors de la liste": (["domaine"], "select"),
    "Un statut écrit avec son accent": (["statut"], "select"),
    "Un texte au lieu d’une liste": (["variantes"], "list"),
    "Un nombre en toutes lettres": (["version"], "number"),
    "Une clé de source inconnue": (["sources", "cle"], "select"),
    "Une relation avec une entrée inconnue": (["liees"], "select"),
}


@pytest.mark.parametrize("name", CHOSEN)
def test_a_usual_mistake_cannot_be_made_where_a_value_is_chosen(name: str, sveltia: Json) -> None:
    (mistake,) = [mistake for mistake in MISTAKES if mistake.name == name]
    path, widget = CHOSEN[name]
    assert mistake.form is None
    assert field(sveltia, "glossary", *path)["widget"] == widget


def test_a_list_says_how_many_items_it_takes(sveltia: Json) -> None:
    essentials = field(sveltia, "concepts", "essentiel")
    assert (essentials["widget"], essentials["min"], essentials["max"]) == ("list", 3, 6)
    assert essentials["field"]["widget"] == "text"


def test_a_new_entry_is_a_dated_draft_and_no_entry_is_deleted(sveltia: Json) -> None:
    assert field(sveltia, "glossary", "statut")["default"] == "brouillon"
    assert field(sveltia, "glossary", "historique")["default"] == [
        {"version": 1, "date": "{{today}}", "note": "Première rédaction."}
    ]
    assert collection(sveltia, "glossary")["delete"] is False


def test_both_editors_get_every_field_that_a_form_can_show(sveltia: Json, corpus: Corpus) -> None:
    decap = dict(json.loads(decap_configuration(corpus)))
    shown = [f["name"] for f in collection(sveltia, "terrains")["fields"]]
    assert [f["name"] for f in collection(decap, "terrains")["fields"]] == ["id", *shown]
    assert collection(decap, "terrains")["slug"] == "{{fields.id}}"
    assert decap["config"]["locale"] == "fr"


def test_the_configuration_is_one_that_sveltia_knows(sveltia: Json) -> None:
    schema = PACKAGES / "@sveltia" / "cms" / "schema" / "sveltia-cms.json"
    if not schema.is_file():
        pytest.skip("Les paquets du formulaire manquent : configuration non vérifiée")
    whole = _with_choices(sveltia["config"], sveltia["choices"])
    jsonschema.validate(whole, json.loads(schema.read_text(encoding="utf-8")))


FORGES = {
    "https://gitlab.com/chaire/savoir": (
        {"genre": "gitlab", "application": "2c1f"},
        {
            "name": "gitlab",
            "api_root": "https://gitlab.com/api/v4",
            "auth_type": "pkce",
            "app_id": "2c1f",
            "base_url": "https://gitlab.com",
        },
        "'self' https://gitlab.com",
    ),
    "https://git.univ.example/equipe/projet/savoir": (
        {"genre": "gitlab"},
        {
            "name": "gitlab",
            "api_root": "https://git.univ.example/api/v4",
            "auth_methods": ["token"],
        },
        "'self' https://git.univ.example",
    ),
    "https://github.com/chaire/savoir": (
        {"genre": "github", "connexion": "https://connexion.example"},
        {
            "name": "github",
            "api_root": "https://api.github.com",
            "base_url": "https://connexion.example",
        },
        "'self' https://api.github.com",
    ),
    "https://github.univ.example/chaire/savoir": (
        {"genre": "github"},
        {
            "name": "github",
            "api_root": "https://github.univ.example/api/v3",
            "graphql_api_root": "https://github.univ.example/api/graphql",
            "auth_methods": ["token"],
        },
        "'self' https://github.univ.example",
    ),
}


@pytest.mark.parametrize("address", FORGES)
def test_a_forge_is_asked_at_its_own_address_and_no_other(address: str, corpus: Corpus) -> None:
    given, expected, allowed = FORGES[address]
    found = publication(corpus, {**given, "adresse": address, "branche": "principale"})
    asked = backend(found)
    assert asked.pop("commit_messages")["update"] == "Modifié : {{collection}}, {{slug}}"
    assert asked == {
        **expected,
        "repo": "/".join(address.split("/")[3:]),
        "branch": "principale",
    }
    assert policy(found) == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        f"font-src 'self'; connect-src {allowed} data:; form-action 'self'; base-uri 'none'"
    )


def test_without_a_forge_only_a_folder_is_opened(corpus: Corpus) -> None:
    assert backend(corpus.publication) == {
        "name": "github",
        "repo": "local/projet",
        "auth_methods": ["oauth"],
    }
    assert "connect-src 'self' data:" in policy(corpus.publication)


def publication(corpus: Corpus, forge: Json) -> Publication:
    return corpus.publication.model_copy(update={"forge": Forge.model_validate(forge)})


def _with_choices(value: Any, choices: Json) -> Any:
    if isinstance(value, list):
        return [_with_choices(part, choices) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        name: choices[part]
        if name == "options" and isinstance(part, str)
        else _with_choices(part, choices)
        for name, part in value.items()
    }
