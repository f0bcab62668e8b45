"""What is published is read again: a site made for it, an invented borrowed name."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from prendre_place.checks.origin import Origins
from prendre_place.checks.privacy import check_privacy
from prendre_place.corpus import Corpus
from prendre_place.load import privacy
from prendre_place.model.reference import Name, Reference
from tests.checks.test_site import EMPTY

AUTHOR = Reference(
    cle="durand2010",
    type="book",
    auteurs=(Name(famille="Durand", prenoms="Ysoline"),),
    champs={},
    etat="verifiee",
    ligne=1,
    bibtex="@book{durand2010}",
)


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> Corpus:
    digest = hashlib.sha256(f"{privacy.SALT}ysoline".encode()).hexdigest()[:16]
    monkeypatch.setattr(privacy, "BORROWED_NAMES", frozenset({digest}))
    return replace(EMPTY, references={AUTHOR.cle: AUTHOR})


def messages(folder: Path, corpus: Corpus, name: str, text: str) -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    found = check_privacy(folder, Origins(folder, corpus), corpus)
    return [problem.message for problem in found]


@pytest.mark.parametrize("name", ["index.html", "donnees.json", "liste.csv", "schema.svg"])
def test_a_code_is_found_in_every_kind_of_file(name: str, tmp_path: Path, corpus: Corpus) -> None:
    assert messages(tmp_path, corpus, name, "<p>Selon E7, tout va.</p>") == [
        f"fichier /{name} : « E7 » a la forme d’un code d’entretien ou de réunion"
    ]


def test_a_name_hidden_in_entities_is_found(tmp_path: Path, corpus: Corpus) -> None:
    assert messages(tmp_path, corpus, "index.html", "<p>Selon Y&#115;oline, tout va.</p>") == [
        "fichier /index.html : un prénom d’emprunt du rapport"
    ]


def test_the_same_name_is_left_to_an_author_who_bears_it(tmp_path: Path, corpus: Corpus) -> None:
    assert messages(tmp_path, corpus, "index.html", "DURAND, Ysoline, 2010. Le jardin.") == []
    both = f"DURAND, Ysoline, 2010. {'Le jardin. ' * 20} Selon Ysoline, tout va."
    assert len(messages(tmp_path, corpus, "index.html", both)) == 1


def test_scripts_of_the_site_are_not_read_as_knowledge(tmp_path: Path, corpus: Corpus) -> None:
    assert messages(tmp_path, corpus, "script.js", "const E7 = 1;") == []


def test_the_licence_of_a_library_keeps_what_its_author_signed(
    tmp_path: Path, corpus: Corpus
) -> None:
    (tmp_path / "assets" / "vendor").mkdir(parents=True)
    text = "Copyright Ysoline <ysoline@val.invalid>"
    assert messages(tmp_path, corpus, "assets/vendor/LICENSE.txt", text) == []
    assert len(messages(tmp_path, corpus, "LICENSE.txt", text)) == 2


def test_only_the_mailbox_of_the_publisher_may_be_read(tmp_path: Path, corpus: Corpus) -> None:
    publication = corpus.publication.model_copy(update={"courriel": "contact@val.invalid"})
    ours = replace(corpus, publication=publication)
    text = "Écrire à contact@val.invalid ou à moi@val.invalid."
    assert messages(tmp_path, ours, "page.html", text) == [
        "fichier /page.html : une adresse électronique (« moi@val.invalid »)"
    ]
