"""Pages as Markdown, before MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.citations.items import version_id
from prendre_place.citations.page_citations import STYLES, PageCitations
from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from prendre_place.pages.page import Page
from prendre_place.pages.site_pages import faces, site_pages

NB = "\u00a0"


@pytest.fixture
def corpus(project: Path) -> Corpus:
    corpus = load(project).corpus
    assert corpus is not None
    return corpus


def cited(corpus: Corpus) -> dict[str, PageCitations]:
    """Citations that say what they stand for: the real ones are tested where they are made."""
    versions = [version_id(e, v.version) for e in corpus.current for v in corpus.past_versions(e)]
    cited = [*corpus.entries, *versions]
    return {i: {style.id: f"{style.id} de {i}" for style in STYLES} for i in cited}


@pytest.fixture
def pages(corpus: Corpus) -> dict[str, Page]:
    return {page.path: page for page in site_pages(corpus, cited(corpus))}


def test_every_kind_has_its_pages_at_their_permanent_addresses(pages: dict[str, Page]) -> None:
    assert set(pages) == {
        "glossaire/index.md",
        "glossaire/domaines.md",
        "glossaire/sigles.md",
        "glossaire/ancien-mot.md",
        "glossaire/commun.md",
        "glossaire/commun/v1.md",
        "glossaire/friche.md",
        "glossaire/jardin-partage.md",
        "notions/index.md",
        "notions/jardiner.md",
        "terrains/index.md",
        "terrains/jardin-du-val.md",
        "se-situer/index.md",
        "preconisations/index.md",
        "preconisations/ouvrir-la-grille.md",
        "preconisations/selection.md",
        "organisations/index.md",
        "organisations/pole-des-alpages.md",
        "organisations/ville-de-valbourg.md",
        "enquete/index.md",
        "enquete/chiffres.md",
        "recherche/index.md",
        "enquete/poles-temoins.md",
        "enquete/methode.md",
        "enquete/journal.md",
        "bibliographie/index.md",
        "bibliographie/auteurs.md",
        "bibliographie/annees.md",
        "bibliographie/documents.md",
        "bibliographie/a-verifier.md",
        "bibliographie/non-citees.md",
        "bibliographie/martin2001jardin.md",
        "bibliographie/durand2010voisins.md",
        "bibliographie/lebrun1999.md",
        "bibliographie/val2020rapport.md",
        "contribuer/champs.md",
        "corriger/index.md",
    }


def test_titles_and_descriptions_are_unique(pages: dict[str, Page]) -> None:
    for values in ([p.title for p in pages.values()], [p.description for p in pages.values()]):
        assert len(set(values)) == len(values)


def test_links_lead_to_the_markdown_file_of_the_entry(pages: dict[str, Page]) -> None:
    body = pages["glossaire/jardin-partage.md"].body
    assert "[Commun](commun.md)" in body
    assert "[bien commun](commun.md)" in body
    assert "[terrain du Val](../terrains/jardin-du-val.md)" in body


def test_citations_are_on_one_line_with_readable_places(pages: dict[str, Page]) -> None:
    cited = f"[voir @val2020rapport, partie 3, section 1.2.2; @durand2010voisins, p.{NB}4]"
    assert cited in pages["glossaire/jardin-partage.md"].body


def test_every_work_cited_is_listed_once_with_its_notice(pages: dict[str, Page]) -> None:
    body = pages["glossaire/jardin-partage.md"].body
    listed = [line for line in body.splitlines() if line.startswith('- <span id="ref-')]
    assert listed == [
        f'- <span id="ref-{key}"></span>@{key} [Notice{NB}: {name}](../bibliographie/{key}.md)'
        "{ .notice }"
        for key, name in [
            ("durand2010voisins", "Durand (2010)"),
            ("val2020rapport", "Institut du Val (2020)"),
            ("lebrun1999", "Lebrun et al. (1999)"),
            ("martin2001jardin", "Martin et Petit (2001)"),
        ]
    ]


def test_relations_show_on_both_sides(pages: dict[str, Page]) -> None:
    assert "Notion plus large\n:   [Commun](commun.md)" in pages["glossaire/jardin-partage.md"].body
    narrower = "Notions plus précises\n:   [Jardin partagé](jardin-partage.md)"
    assert narrower in pages["glossaire/commun.md"].body
    assert "Voir aussi\n:   [Commun](commun.md)" in pages["glossaire/friche.md"].body
    advice = (
        "Préconisations\n:   [Ouvrir la grille du jardin](../preconisations/ouvrir-la-grille.md)"
    )
    assert advice in pages["terrains/jardin-du-val.md"].body


def test_an_entry_says_its_state_version_address_and_source(pages: dict[str, Page]) -> None:
    body = pages["glossaire/commun.md"].body
    assert "État\n:   publiée." in body
    assert "version 2, 15 janvier 2026. Ajout d’une source." in body
    assert "[https://val.invalid/savoir/glossaire/commun/](commun.md)" in body
    assert "[glossary/commun.yml](commun.yml)" in body
    assert f"- **Version 2**, 15 janvier 2026{NB}: Ajout d’une source." in body
    assert f"- [Version 1](commun/v1.md), mars 2025{NB}: Première rédaction." in body


def test_a_withdrawn_entry_says_why_and_is_in_no_list(pages: dict[str, Page]) -> None:
    body = pages["glossaire/ancien-mot.md"].body
    assert "**Entrée retirée le 15 janvier 2026.** Le mot prêtait à confusion." in body
    assert "Elle est remplacée par [Commun](commun.md)." in body
    assert "ancien-mot.md" not in pages["glossaire/index.md"].body
    assert "ancien-mot.md" not in pages["glossaire/commun.md"].body


def test_a_draft_is_named_nowhere(pages: dict[str, Page]) -> None:
    assert not [p.path for p in pages.values() if "encore en brouillon" in p.markdown]


def test_figures_that_disagree_are_all_shown_and_come_first(pages: dict[str, Page]) -> None:
    body = pages["enquete/chiffres.md"].body
    assert "| 30 familles **(valeur retenue)** |" in body
    assert "| 28 familles |" in body
    assert f"*Désaccord{NB}:* Le rapport est plus récent." in body
    assert body.index("Les désaccords") < body.index("Matériaux")


def test_solidity_is_computed_and_its_rule_printed(pages: dict[str, Page]) -> None:
    body = pages["preconisations/ouvrir-la-grille.md"].body
    assert f"**étayée**{NB}: 2 sortes d’appuis." in body
    assert f"Ici{NB}: observation, littérature, donc **étayée**." in body


def test_a_reference_lists_what_it_supports(pages: dict[str, Page]) -> None:
    body = pages["bibliographie/martin2001jardin.md"].body
    assert f"[Jardin partagé](../glossaire/jardin-partage.md) · p.{NB}12{NB}: la définition" in body
    assert "Vérifiée" in body
    assert f"À vérifier{NB}: pages." in pages["bibliographie/durand2010voisins.md"].body


def test_sources_are_published_beside_the_pages(corpus: Corpus) -> None:
    published = dict(faces(corpus))
    assert published["glossaire/commun.yml"] == "glossary/commun.yml"
    assert published["enquete/enquete.yml"] == "enquete/enquete.yml"
    assert published["donnees/bibliographie.bib"] == "bibliography.bib"
    assert "glossaire/brouillon.yml" not in published


def test_the_same_corpus_gives_the_same_pages(corpus: Corpus) -> None:
    assert list(site_pages(corpus, cited(corpus))) == list(site_pages(corpus, cited(corpus)))


def test_acronyms_lead_to_their_entry_or_say_what_they_stand_for(pages: dict[str, Page]) -> None:
    body = pages["glossaire/sigles.md"].body
    assert '<span id="sigle-ag"></span>AG\n:   assemblée générale [@val2020rapport' in body
    assert '<span id="sigle-jp"></span>JP\n:   [Jardin partagé](jardin-partage.md)' in body
    jdv = '[Le jardin du Val](../terrains/jardin-du-val.md) <span class="etat">à vérifier</span>'
    assert f'<span id="sigle-jdv"></span>JDV\n:   {jdv}' in body


def test_the_bibliography_has_its_views(pages: dict[str, Page]) -> None:
    assert "## Petit, Boris { #auteur-petit-boris }" in pages["bibliographie/auteurs.md"].body
    years = pages["bibliographie/annees.md"].body
    assert years.index("## 2020") < years.index("## 1999")
    documents = pages["bibliographie/documents.md"].body
    assert "## Carnet de bord (octobre 2021)" in documents
    assert "verifiee" not in pages["bibliographie/a-verifier.md"].body
    assert f"À vérifier{NB}: pages." in pages["bibliographie/a-verifier.md"].body


def test_a_long_list_asks_for_its_filter_and_other_pages_do_not(pages: dict[str, Page]) -> None:
    asking = [path for path, page in pages.items() if "assets/filtre.js" in page.markdown]
    assert asking == [
        "glossaire/index.md",
        "glossaire/sigles.md",
        "organisations/index.md",
        "bibliographie/index.md",
    ]


def test_an_archived_copy_stands_beside_the_link(project: Path) -> None:
    file = project / "bibliography.bib"
    url = "  url = {https://exemple.invalid/rapport},\n"
    copy = "  archiveurl = {https://web.archive.org/web/2020/https://exemple.invalid/rapport},\n"
    file.write_text(file.read_text("utf-8").replace(url, url + copy), encoding="utf-8")
    corpus = load(project).corpus
    assert corpus is not None
    page = next(
        p for p in site_pages(corpus, cited(corpus)) if p.path == "bibliographie/val2020rapport.md"
    )
    assert (
        "En ligne\n:   <https://exemple.invalid/rapport>\n\nCopie archivée\n"
        ":   <https://web.archive.org/web/2020/https://exemple.invalid/rapport>\n"
    ) in page.body
