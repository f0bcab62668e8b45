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


@pytest.mark.parametrize(
    "text",
    ["[x](javascript:a)", "[x](&#106;avascript:a)", "![x](data:text/html,a)", "[x]: vbscript:a"],
)
def test_an_address_that_is_not_of_the_web_is_found(text: str) -> None:
    assert list(markup.forbidden_addresses(text))


@pytest.mark.parametrize(
    "text",
    ["[x](https://a.fr/b:c)", "[x](commun.md#a)", "[x](#a)", "`[x](javascript:a)`", "a : b (c:d)"],
)
def test_an_address_of_the_web_or_of_the_site_is_left_alone(text: str) -> None:
    assert list(markup.forbidden_addresses(text)) == []


@pytest.mark.parametrize("text", ["{ onclick=a }", "{: .x }", "{#id}", "{style='x'", "{ .x }"])
def test_attribute_lists_are_found(text: str) -> None:
    assert list(markup.attributes(f"Un mot{text}"))


@pytest.mark.parametrize("text", ["`{ a=b }`", "{a, b}", "un ensemble {x}"])
def test_plain_braces_are_left_alone(text: str) -> None:
    assert list(markup.attributes(text)) == []


def test_what_is_not_code_is_rewritten_and_code_is_not() -> None:
    text = "un `un` deux\n```text\nun\n```\nun"
    assert markup.outside_code(text, lambda piece: piece.replace("un", "1")) == (
        "1 `un` deux\n```text\nun\n```\n1"
    )
