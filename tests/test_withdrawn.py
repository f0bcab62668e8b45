"""A withdrawn entry stays at its address, and is to be met nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html

# The only files that may name the withdrawn entry of the invented project.
OWN = {"glossaire/ancien-mot/index.html"} | {
    f"glossaire/ancien-mot.{suffix}" for suffix in ("bib", "json", "ris", "ttl", "yml")
}
# Where its identifier is kept, deprecated, for those who have taken it over.
AS_DATA = {
    *(f"donnees/glossaire.{suffix}" for suffix in ("json", "jsonld", "ttl")),
    # What replaces it says so.
    *(f"glossaire/commun.{suffix}" for suffix in ("json", "ttl")),
    # Its page can be corrected too.
    "corriger/choix.json",
}
JOURNAL = {"enquete/journal/index.html"}
TERM = "Ancien mot"


def test_it_is_named_by_its_own_page_and_by_the_journal_alone(built: Path) -> None:
    site = built / "site"
    naming = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file()
        and any(name in file.read_bytes() for name in (b"ancien-mot", TERM.encode()))
    }
    assert naming - OWN - AS_DATA == JOURNAL


def test_it_is_said_to_be_withdrawn_where_corrections_may_name_it(built: Path) -> None:
    choices = json.loads((built / "site/corriger/choix.json").read_text(encoding="utf-8"))
    titles = {one["id"]: one["titre"] for one in choices["fiches"]}
    assert titles["ancien-mot"] == "Ancien mot (retirée)"


def test_its_page_says_when_why_and_what_replaces_it(built: Path) -> None:
    page = html.parse(built / "site/glossaire/ancien-mot/index.html")
    [notice] = page.xpath("//div[@class='retrait']")
    assert " ".join(notice.text_content().split()) == (
        "Entrée retirée le 15 janvier 2026. Le mot prêtait à confusion. "
        "Elle est remplacée par Commun."
    )
    assert page.xpath("//div[@class='retrait']//a/@href") == ["../commun/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_reference_that_it_alone_cites_is_cited_by_no_page(built: Path) -> None:
    page = (built / "site/bibliographie/non-citees/index.html").read_text(encoding="utf-8")
    assert "ancien-mot" not in page


def test_pages_that_are_listed_are_for_search_engines(built: Path) -> None:
    page = html.parse(built / "site/glossaire/commun/index.html")
    assert page.xpath("//meta[@name='robots']") == []
    assert "/glossaire/commun/" in (built / "site/sitemap.xml").read_text(encoding="utf-8")
