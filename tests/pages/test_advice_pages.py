"""The list of préconisations, and what a card says of itself, before MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.pages.page import Page
from prendre_place.pages.site_pages import site_pages
from tests.pages.test_site_pages import NB, cited

CARD = "preconisations/ouvrir-la-grille.md"


def pages_of(project: Path) -> dict[str, Page]:
    corpus = load(project).corpus
    assert corpus is not None
    return {page.path: page for page in site_pages(corpus, cited(corpus))}


def rewritten(project: Path, *changes: tuple[str, str]) -> dict[str, Page]:
    """The pages once the invented card was changed, and beside it its twin `tenir-parole`."""
    file = project / "preconisations" / "ouvrir-la-grille.yml"
    text = file.read_text(encoding="utf-8")
    twin = text.replace("id: ouvrir-la-grille", "id: tenir-parole")
    twin = twin.replace("Ouvrir la grille du jardin", "Tenir parole")
    twin = twin.replace("Laisser entrer les passants", "Faire ce que l’on a dit aux passants")
    (file.parent / "tenir-parole.yml").write_text(twin, encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return pages_of(project)


@pytest.fixture
def pages(project: Path) -> dict[str, Page]:
    return pages_of(project)


def test_a_card_in_the_list_says_its_nature_solidity_addressees_and_terrain(
    pages: dict[str, Page],
) -> None:
    body = pages["preconisations/index.md"].body
    assert '<span class="nature enoncee">Énoncée dans le rapport</span>' in body
    assert f'<span class="solidite">Solidité{NB}: étayée</span>' in body
    assert f"**Pour qui{NB}:** collectivités locales." in body
    assert f"**Terrain{NB}:** Le jardin du Val." in body


def test_a_card_bears_its_values_of_each_facet(pages: dict[str, Page]) -> None:
    body = pages["preconisations/index.md"].body
    assert (
        'id="fiche-ouvrir-la-grille" data-qui="collectivites-locales" data-theme="participation" '
        'data-terrain="jardin-du-val" data-nature="enoncee" data-solidite="etayee" '
        'data-appui="observation litterature" data-horizon="immediat" data-effort=""'
    ) in body


def test_only_what_a_card_answers_can_be_asked(pages: dict[str, Page]) -> None:
    body = pages["preconisations/index.md"].body
    assert "<legend>Horizon</legend>" in body
    assert "<legend>Effort</legend>" not in body
    assert 'name="qui" value="collectivites-locales"' in body
    assert 'value="entreprises"' not in body


def test_a_card_leads_to_its_finding_terrain_notions_and_neighbours(project: Path) -> None:
    changes = (("vigilance:\n", "liees: [tenir-parole]\nvigilance:\n"),)
    pages = rewritten(project, *changes)
    body = pages[CARD].body
    assert "Constat\n:   [Ce qui a été observé](#constat)" in body
    assert "Terrains\n:   [Le jardin du Val](../terrains/jardin-du-val.md)" in body
    assert "Notions\n:   [Jardin partagé](../glossaire/jardin-partage.md)" in body
    assert "Va avec\n:   [Tenir parole](tenir-parole.md)" in body
    other = pages["preconisations/tenir-parole.md"].body
    assert "Va avec\n:   [Ouvrir la grille du jardin](ouvrir-la-grille.md)" in other


def test_a_card_named_in_a_watch_point_is_to_be_weighed(project: Path) -> None:
    body = rewritten(project, ("disparaître.", "[[tenir-parole|disparaître]]."))[CARD].body
    weighed = "[Tenir parole](tenir-parole.md) (voir les [points de vigilance](#vigilance))"
    assert f"À peser avec\n:   {weighed}" in body
    assert "Va avec" not in body
    assert "Pages qui en parlent" not in body


def test_steps_without_a_source_are_said_to_be_the_project_s_own(project: Path) -> None:
    says = "Les étapes sans source sont proposées par le projet."
    assert says in pages_of(project)[CARD].body
    sourced = rewritten(
        project,
        ("Afficher les heures.", "Afficher les heures [@val2020rapport, §4]."),
        ("une personne qui accueille.", "une personne qui accueille [@val2020rapport, §4]."),
    )
    assert says not in sourced[CARD].body


@pytest.mark.parametrize(
    ("nature", "said"), [("enoncee", "le rapport nomme"), ("deduite", "en particulier")]
)
def test_the_report_names_actors_only_where_it_states_the_advice(
    nature: str, said: str, project: Path
) -> None:
    changes = (("nature: enoncee", f"nature: {nature}\nacteurs_cites: [Ville de Valbourg]"),)
    body = rewritten(project, *changes)[CARD].body
    assert f"Collectivités locales ({said}{NB}: Ville de Valbourg)" in body
