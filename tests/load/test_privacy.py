"""Borrowed names are compared by their sums: this test invents one of its own."""

from __future__ import annotations

import hashlib

import pytest

from prendre_place.load import privacy


@pytest.fixture
def borrowed(monkeypatch: pytest.MonkeyPatch) -> str:
    name = "Ysoline"
    digest = hashlib.sha256(f"{privacy.SALT}{name.casefold()}".encode()).hexdigest()[:16]
    monkeypatch.setattr(privacy, "BORROWED_NAMES", frozenset({digest}))
    return name


def test_a_borrowed_name_is_found_and_not_repeated(borrowed: str) -> None:
    (finding,) = privacy.findings(f"Selon {borrowed}, tout va bien.")
    assert finding[:3] == (
        "vie-privee-prenom",
        "un prénom d’emprunt du rapport",
        "aucun prénom de personne interrogée",
    )


def test_a_name_is_allowed_where_authors_are_named(borrowed: str) -> None:
    assert list(privacy.findings(f"Durand, {borrowed}", names=False)) == []


@pytest.mark.parametrize("text", ["CO2", "1er", "l’E12x", "O110", "[@cle2010, p. 3]", "a @ b"])
def test_what_only_looks_like_a_code_or_an_address_is_left_alone(text: str) -> None:
    assert list(privacy.findings(text)) == []
