from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs_bibtex.citation import CitationBlock, InlineReference

from prendre_place.citations import registry as registry_module
from prendre_place.citations.registry import SiteRegistry
from tests.citations.test_rendering import BIBLIOGRAPHY, KEYS

PAGES = ["Un [@martin2001jardin, p. 1] et [@lebrun1999].", "Deux [@lebrun1999] `[@val2020rapport]`"]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many citations each run of pandoc was given."""
    counts: list[int] = []
    real = registry_module.render

    def counted(blocks, bibliography, keys):  # type: ignore[no-untyped-def]
        blocks = list(blocks)
        counts.append(len(blocks))
        return real(blocks, bibliography, keys)

    monkeypatch.setattr(registry_module, "render", counted)
    return counts


def test_the_whole_site_takes_one_run(tmp_path: Path, runs: list[int]) -> None:
    SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path).prime(PAGES)
    assert runs == [2]


def test_what_is_kept_is_not_rendered_again(tmp_path: Path, runs: list[int]) -> None:
    SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path).prime(PAGES)
    again = SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path)
    again.prime([*PAGES, "Trois [@durand2010voisins, p. 9]."])
    assert runs == [2, 1]


def test_with_or_without_the_cache_the_text_is_the_same(tmp_path: Path) -> None:
    first = SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path)
    first.prime(PAGES)
    again = SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path)
    again.prime(PAGES)
    assert again.rendered == first.rendered


def test_a_damaged_cache_is_made_anew(tmp_path: Path, runs: list[int]) -> None:
    registry = SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path)
    registry.prime(PAGES)
    registry.cache.path.write_text("{", encoding="utf-8")
    SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path).prime(PAGES)
    assert runs == [2, 2]
    assert json.loads(registry.cache.path.read_text(encoding="utf-8"))["citations"]


def test_another_bibliography_drops_what_was_kept(tmp_path: Path, runs: list[int]) -> None:
    other = tmp_path / "autre.bib"
    other.write_text(BIBLIOGRAPHY.read_text(encoding="utf-8") + "\n% autre\n", encoding="utf-8")
    SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path).prime(PAGES)
    SiteRegistry(other, KEYS, tmp_path).prime(PAGES)
    assert runs == [2, 2]
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_a_citation_in_code_is_shown_as_it_is_written(tmp_path: Path) -> None:
    registry = SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path)
    registry.prime(PAGES)
    (block,) = CitationBlock.from_markdown("[@val2020rapport]")
    assert registry.inline_text(block) == "[@val2020rapport]"


def test_a_key_that_begins_like_another_is_replaced_last(tmp_path: Path) -> None:
    registry = SiteRegistry(BIBLIOGRAPHY, KEYS, tmp_path)
    registry.rendered.references.update({"ab": "1", "abc": "2"})
    asked = [InlineReference("ab"), InlineReference("abc"), InlineReference("inconnue")]
    assert [r.key for r in registry.validate_inline_references(asked)] == ["abc", "ab"]
