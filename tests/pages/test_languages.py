"""Foreign words bear their language, wherever a page writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.pages.languages import Languages


@pytest.fixture
def languages(project: Path) -> Languages:
    listed = "en:\n  - empowerment\n  - R&D lab\nla:\n  - cum operari\n"
    (project / "mots-etrangers.yml").write_text(listed, encoding="utf-8")
    corpus = load(project).corpus
    assert corpus is not None
    return Languages(corpus)


def test_a_listed_word_bears_its_language_with_or_without_a_capital(languages: Languages) -> None:
    assert languages.mark("<p>L’empowerment. Empowerment&nbsp;?</p>") == (
        '<p>L’<span lang="en">empowerment</span>. <span lang="en">Empowerment</span>&nbsp;?</p>'
    )


def test_an_expression_is_found_however_it_is_spaced(languages: Languages) -> None:
    assert languages.mark("<p>du latin cum\noperari, un R&amp;D\u00a0lab</p>") == (
        '<p>du latin <span lang="la">cum\noperari</span>, un '
        '<span lang="en">R&amp;D\u00a0lab</span></p>'
    )


def test_the_name_of_a_term_in_another_language_need_not_be_listed(languages: Languages) -> None:
    assert languages.mark("<p>un community garden</p>") == (
        '<p>un <span lang="en">community garden</span></p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<html lang='fr'><head><title>empowerment</title></head>",
        '<a href="empowerment" title="empowerment">lien</a>',
        "<code>empowerment</code>",
        "<svg><text>empowerment</text></svg>",
        '<em lang="en">on empowerment</em>',
        "<p>empowerments, self-empowerment</p>",
    ],
)
def test_what_is_no_text_or_another_word_is_left_alone(languages: Languages, html: str) -> None:
    assert languages.mark(html) == html


def test_without_foreign_words_a_page_is_left_alone(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    assert Languages(corpus).mark("<p>empowerment</p>") == "<p>empowerment</p>"
