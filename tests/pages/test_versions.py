"""Past versions of a text: readable, cited as themselves, second to the current one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

CURRENT = "https://val.invalid/savoir/glossaire/commun/"
OLD = f"{CURRENT}v1/"


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def old(built: Path) -> html.HtmlElement:
    return html.parse(built / "site/glossaire/commun/v1/index.html").getroot()


@pytest.fixture
def current(built: Path) -> html.HtmlElement:
    return html.parse(built / "site/glossaire/commun/index.html").getroot()


def test_an_old_text_reads_as_it_was_published(old: html.HtmlElement) -> None:
    assert "Une ressource et un groupe, comme une Friche" in text(old)
    assert "Une ressource, un groupe, des règles" not in text(old.xpath("//article/p")[1])


def test_a_banner_leads_from_an_old_version_to_the_current_one(old: html.HtmlElement) -> None:
    [banner] = old.find_class("retrait")
    assert text(banner).startswith(
        "Vous lisez la version 1 (mars 2025). Elle a été remplacée : "
        "lire la version 2 (15 janvier 2026)."
    )
    assert banner.xpath(".//a/@href") == ["../", "#changements"]


def test_search_engines_are_sent_to_the_current_version(old: html.HtmlElement, built: Path) -> None:
    assert old.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert old.xpath("//link[@rel='canonical']/@href") == [CURRENT]
    assert OLD not in (built / "site/sitemap.xml").read_text(encoding="utf-8")


def test_an_old_version_is_named_by_the_current_page_alone(built: Path) -> None:
    site = built / "site"
    naming = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and re.search(rb"commun/v1|[\"\'(]v1/", file.read_bytes())
    }
    assert naming == {"glossaire/commun/index.html", "glossaire/commun/v1/index.html"}


def test_an_old_version_is_cited_with_its_number_and_its_own_address(
    old: html.HtmlElement,
) -> None:
    cited = [text(element) for element in old.find_class("citation")]
    assert len(cited) == 5
    assert all(OLD in citation for citation in cited)
    assert cited[0] == (
        "CHAIRE DU VAL, 2025. Commun. Le savoir du Val [en ligne]. Version 1. Chaire du Val. "
        f"[Consulté le …]. Disponible à l’adresse : {OLD}"
    )
    assert old.xpath("//meta[@property='z:edition']/@content") == ["version 1"]
    assert old.xpath("//link[@rel='cite-as']/@href") == [OLD]


def test_the_current_page_leads_to_the_old_versions(current: html.HtmlElement) -> None:
    [listed] = current.xpath("//h2[@id='versions']/following-sibling::ul[1]")
    assert text(listed) == (
        "Version 2, 15 janvier 2026 : Ajout d’une source. "
        "Version 1, mars 2025 : Première rédaction."
    )
    assert listed.xpath(".//a/@href") == ["v1/"]


def test_changes_are_told_by_elements_and_by_words(current: html.HtmlElement) -> None:
    [details] = current.xpath("//details[@class='changements']")
    assert text(details.find("summary")) == "Ce qui a changé de la version 1 à la version 2"
    removed, added = (details.xpath(f".//dd[1]/{tag}")[0] for tag in ("del", "ins"))
    assert text(removed) == (
        "[supprimé : ressource et un groupe, comme une Friche (Lebrun et al. (1999), p. 2).]"
    )
    assert text(added) == (
        "[ajouté : ressource, un groupe, des règles (Martin et Petit (2001), p. 5).]"
    )


def test_the_file_of_an_old_version_is_published_as_it_was(built: Path) -> None:
    kept = built / "versions/glossary/commun/v1.yml"
    assert (built / "site/glossaire/commun/v1.yml").read_bytes() == kept.read_bytes()
