"""Where the first mention of a term becomes a link, and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.pages.term_links import TermLinks


@pytest.fixture
def links(project: Path) -> TermLinks:
    corpus = load(project).corpus
    assert corpus is not None
    return TermLinks(corpus)


def test_the_first_mention_alone_is_linked(links: TermLinks) -> None:
    text = "Une friche, puis deux friches, près d’un jardin partagé."
    assert links.link(text) == (
        "Une [[friche|friche]], puis deux friches, près d’un [[jardin-partage|jardin partagé]]."
    )


def test_an_acronym_leads_to_its_entry_or_to_the_list_of_acronyms(links: TermLinks) -> None:
    assert links.link("L’AG du JP et du JDV.") == (
        "L’[AG](page:glossaire/sigles.md#sigle-ag) du [[jardin-partage|JP]] "
        "et du [[jardin-du-val|JDV]]."
    )


@pytest.mark.parametrize(
    "text",
    [
        "## Une friche",
        "« Une friche » ou « le jardin\npartagé »",
        "[une friche](https://exemple.fr/friche) et <https://friche.fr>",
        "[voir friche @martin2001jardin, friche]",
        "`friche` et\n\n```\nfriche\n```",
        "| Friche | Commun |\n| --- | --- |",
        "Friche\n:   ce que c’est",
        "Friche\n\n:   ce que c’est",
        '<svg viewBox="0 0 1 1"><text>friche</text></svg>',
        '<h2 id="friche">Une friche</h2>',
        '<span lang="en">friche</span>',
        "Un titre { #friche }",
    ],
)
def test_what_is_no_running_text_is_left_as_it_is(links: TermLinks, text: str) -> None:
    assert links.link(text) == text


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("| A |\n| --- |\n| une friche |", "| A |\n| --- |\n| une [[friche|friche]] |"),
        ("Mot\n:   une friche", "Mot\n:   une [[friche|friche]]"),
        ("- une **friche**", "- une **[[friche|friche]]**"),
        ("<p markdown>une friche</p>", "<p markdown>une [[friche|friche]]</p>"),
        ("« friche » et friche", "« friche » et [[friche|friche]]"),
    ],
)
def test_cells_lists_and_paragraphs_are_running_text(
    links: TermLinks, text: str, linked: str
) -> None:
    assert links.link(text) == linked


def test_a_term_that_the_author_has_linked_is_not_linked_again(links: TermLinks) -> None:
    text = "Une [[friche|terre en attente]], puis une friche."
    assert links.link(text) == text


def test_an_entry_does_not_link_its_own_names(links: TermLinks) -> None:
    text = "Un jardin partagé (JP) sur une friche."
    assert links.link(text, "jardin-partage") == "Un jardin partagé (JP) sur une [[friche|friche]]."


def test_an_author_can_decline_a_link_for_a_whole_page(links: TermLinks) -> None:
    text = "Une friche, des [[|friches]] et un [[|JP]], ce jardin partagé."
    assert links.link(text) == text


def test_only_what_stands_between_the_marks_of_a_template_is_linked(links: TermLinks) -> None:
    body = "friche {texte}\nfriche\n{fin-du-texte} commun {texte} commun {fin-du-texte} JP"
    assert links.link_entry(body, "") == (
        "friche \n[[friche|friche]]\n commun  [[commun|commun]]  JP"
    )


def test_a_page_without_marks_is_left_as_it_is(links: TermLinks) -> None:
    assert links.link_entry("une friche", "") == "une friche"
