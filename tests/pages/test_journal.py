"""The journal of changes, from the history of every entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from prendre_place.load.project import load
from prendre_place.pages.journal import MOST_NAMED, journal_page
from prendre_place.pages.writer import Writer


@pytest.fixture
def journal(built: Path) -> html.HtmlElement:
    return html.parse(built / "site/enquete/journal/index.html").getroot()


def test_days_come_latest_first(journal: html.HtmlElement) -> None:
    days = [day.get("id") for day in journal.xpath("//article//h2")]
    assert days == sorted(days, reverse=True)
    assert days[-1] == "date-2025-03"


def test_what_was_added_revised_and_withdrawn_is_told_by_kind(journal: html.HtmlElement) -> None:
    items = journal.xpath("//h2[@id='date-2026-01-15']/following-sibling::ul[1]/li")
    assert [" ".join(item.text_content().split()) for item in items] == [
        "Ajouts : Friche, Jardin partagé.",
        "Commun, version 2 : Ajout d’une source.",
        "Ancien mot, entrée retirée : Le mot prêtait à confusion. À lire à sa place : Commun.",
    ]


def test_the_enquiry_leads_to_it(built: Path) -> None:
    page = html.parse(built / "site/enquete/index.html")
    assert page.xpath("//p[@class='pages-enquete']//a[@href='journal/']")


def test_a_day_of_many_additions_leads_to_their_list(project: Path) -> None:
    text = (project / "glossary/friche.yml").read_text(encoding="utf-8")
    for number in range(MOST_NAMED):
        copy = text.replace("id: friche", f"id: friche-{number}")
        copy = copy.replace("terme: Friche", f"terme: Friche {number}")
        (project / f"glossary/friche-{number}.yml").write_text(copy, encoding="utf-8")
    corpus = load(project).corpus
    assert corpus is not None
    body = journal_page(Writer(corpus, {})).body
    assert f"- {MOST_NAMED + 2} ajouts\u00a0: [voir la liste](../glossaire/index.md)." in body
