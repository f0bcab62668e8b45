from __future__ import annotations

import pytest

from prendre_place import markup


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("[@a2001, p. 12]", [("", "a2001", "p. 12")]),
        ("[@a]", [("", "a", None)]),
        ("[voir @a, §3, 1.2 ; @b-c, p. 4]", [("voir", "a", "§3, 1.2"), ("", "b-c", "p. 4")]),
        ("[@a, p. 1;\n  @b, p. 2]", [("", "a", "p. 1"), ("", "b", "p. 2")]),
    ],
)
def test_a_citation_is_read_with_its_works(
    text: str, works: list[tuple[str, str, str | None]]
) -> None:
    (citation,) = markup.citations(f"Texte {text}.")
    assert [(work.prefix, work.key, work.place) for work in citation.works] == works


@pytest.mark.parametrize(
    "text",
    ["[mots](https://a.fr/@x)", "écrire à a@b.fr", "[a@b.fr]", "`[@a, p. 1]`", "```\n[@a]\n```"],
)
def test_what_is_not_a_citation_is_left_alone(text: str) -> None:
    assert list(markup.citations(text)) == []


def test_a_citation_that_cannot_be_understood_has_no_works() -> None:
    (citation,) = markup.citations("[@a, p. 1 ; p. 2]")
    assert citation.works == ()


def test_links_are_read_with_their_words() -> None:
    found = [(link.id, link.label) for link in markup.links("[[a]] et [[b-c|les mots]] `[[d]]`")]
    assert found == [("a", None), ("b-c", "les mots")]


@pytest.mark.parametrize("text", ["3 < 4", "a <- b", "`<b>`", "x > y"])
def test_signs_that_are_not_html_are_not_taken_for_it(text: str) -> None:
    assert list(markup.raw_html(text)) == []


@pytest.mark.parametrize("text", ["<b>x", "</p>", "<!-- x -->", "<script src=x", "<?php ?>"])
def test_html_is_found_even_unclosed(text: str) -> None:
    assert list(markup.raw_html(text))
