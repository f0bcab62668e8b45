"""Each check of the finished HTML, on small sites made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.checks.site import check_site
from prendre_place.corpus import Corpus
from prendre_place.model.publication import Licence, Publication
from prendre_place.model.values import WebAddress, WebFolder

PAGE = (
    '<!doctype html><html lang="fr"><head><title>{name}</title>'
    '<meta name="description" content="Page {name}"></head><body><h1 id="haut">{name}</h1>'
    "{body}</body></html>"
)
PUBLICATION = Publication(
    titre="Essai",
    description="Un essai.",
    editeur="Chaire",
    adresse=WebFolder("https://essai.invalid/savoir/"),
    contact=WebAddress("https://essai.invalid/"),
    licence=Licence(
        nom="Licence", sigle="CC-BY-4.0", adresse=WebAddress("https://essai.invalid/licence")
    ),
)
EMPTY = Corpus({}, {}, {}, PUBLICATION)


def messages(folder: Path, pages: dict[str, str]) -> list[str]:
    for path, html in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    return [problem.message for problem in check_site(folder, folder, EMPTY).problems]


def page(name: str, body: str = "") -> str:
    return PAGE.format(name=name, body=body)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="absente/">x</a>', "lien « absente/ » : /absente/ n’existe pas"),
        ('<a href="/b/#rien">x</a>', "lien « /b/#rien » : pas d’ancre « rien » dans /b/"),
        ('<a href="#rien">x</a>', "lien « #rien » : pas d’ancre « rien » dans /"),
        ('<img src="i.png">', "lien « i.png » : /i.png n’existe pas"),
        ('<img srcset="i.png 2x, j.png">', "lien « i.png » : /i.png n’existe pas"),
        ('<script src="/s.js"></script>', "lien « /s.js » : /s.js n’existe pas"),
        (
            '<script src="https://cdn.invalid/s.js"></script>',
            "« https://cdn.invalid/s.js » serait demandé à un autre site",
        ),
        ('<iframe src="//a.invalid/"></iframe>', "« //a.invalid/ » serait demandé à un autre site"),
        ('<p id="haut">x</p>', "l’ancre « haut » existe plusieurs fois"),
        ("<h1>x</h1>", "2 titres de premier niveau"),
    ],
)
def test_a_fault_is_named_with_its_page(tmp_path: Path, body: str, fault: str) -> None:
    found = messages(tmp_path, {"index.html": page("A", body), "b/index.html": page("B")})
    assert f"page / : {fault}" in found


def test_sound_addresses_are_left_alone(tmp_path: Path) -> None:
    body = (
        '<a href="b/#haut">1</a><a href="/b/">2</a><a href="?q=1">3</a><a href="">4</a>'
        '<a href="https://ailleurs.invalid/">5</a><a href="mailto:a@b.invalid">6</a>'
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><link rel="canonical" '
        'href="https://ailleurs.invalid/">'
    )
    assert messages(tmp_path, {"index.html": page("A", body), "b/index.html": page("B")}) == []


def test_language_title_and_description_are_required(tmp_path: Path) -> None:
    bare = "<!doctype html><html lang='en'><head></head><body></body></html>"
    assert messages(tmp_path, {"index.html": bare}) == [
        "page / : pas de description",
        "page / : langue « en »",
        "page / : 0 titres de premier niveau",
    ]


def test_two_pages_may_not_share_a_title_or_a_description(tmp_path: Path) -> None:
    found = messages(tmp_path, {"index.html": page("A"), "b/index.html": page("A")})
    assert found == [
        "page / : même description que /b/ (« Page A »)",
        "page / : même titre que /b/ (« A »)",
    ]
