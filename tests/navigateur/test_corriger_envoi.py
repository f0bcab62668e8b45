"""Sending a proposal: a request, a message or a text, each under the reader's eyes."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.navigateur.corriger import (
    FRICHE,
    friche_corrected,
    propose,
)


@pytest.fixture
def with_a_host(reader: Page) -> Callable[[str], None]:
    """Give the page a Git host of this kind, and a mailbox."""

    def give(kind: str) -> None:
        path = "/-/issues/new" if kind == "gitlab" else "/issues/new"
        said = (
            f'data-genre="{kind}" data-demande="https://forge.invalid/val/savoir{path}" '
            'data-courriel="contact@val.invalid" data-contact='
        )

        def served(route: Route) -> None:
            got = route.fetch()
            route.fulfill(response=got, body=got.text().replace("data-contact=", said, 1))

        reader.route(re.compile(r"/corriger/\?page="), served)

    return give


@pytest.mark.parametrize(
    ("kind", "start", "title", "body"),
    [
        ("github", "/val/savoir/issues/new", "title", "body"),
        ("gitlab", "/val/savoir/-/issues/new", "issue[title]", "issue[description]"),
    ],
)
def test_the_request_is_ready_on_the_host_of_the_files(
    reader: Page,
    site: str,
    with_a_host: Callable[[str], None],
    kind: str,
    start: str,
    title: str,
    body: str,
) -> None:
    with_a_host(kind)
    text = friche_corrected(reader, site)
    link = reader.get_by_role("link", name="Ouvrir une demande sur Git")
    address = urlsplit(link.get_attribute("href") or "")
    said = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert (address.netloc, address.path) == ("forge.invalid", start)
    assert said == {title: "Correction : Friche", body: text.replace("\n", "\r\n")}
    assert link.get_attribute("rel") == "noopener noreferrer"
    mail = reader.get_by_role("link", name="Écrire un courriel").get_attribute("href") or ""
    assert mail.startswith("mailto:contact@val.invalid?subject=Correction%20%3A%20Friche&body=Page")


def test_a_long_text_is_to_be_pasted(
    reader: Page, site: str, with_a_host: Callable[[str], None]
) -> None:
    with_a_host("github")
    reader.goto(site + FRICHE)
    reader.get_by_label("Pourquoi cette correction").fill("Une longue raison, bien étayée. " * 300)
    propose(reader)
    link = reader.get_by_role("link", name="Ouvrir une demande sur GitHub")
    href = link.get_attribute("href") or ""
    assert len(href) < 8000
    assert parse_qs(urlsplit(href).query)["body"] == ["(Collez ici le texte de la proposition.)"]
    expect(reader.locator("li").filter(has=link)).to_contain_text(
        "Le texte est trop long pour être mis d’avance : copiez-le, puis collez-le."
    )


def test_without_host_nor_mailbox_the_text_is_copied_for_the_contact_page(
    reader: Page, site: str
) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = friche_corrected(reader, site)
    reader.get_by_role("button", name="Copier le texte").click()
    expect(reader.get_by_text("Le texte est copié.")).to_be_visible()
    assert reader.evaluate("navigator.clipboard.readText()") == text
    contact = reader.get_by_role("link", name="page de contact")
    assert contact.get_attribute("href") == "https://val.invalid/"
