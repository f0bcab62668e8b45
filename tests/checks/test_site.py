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
        ('<a href="b/#rien">x</a>', "lien « b/#rien » : pas d’ancre « rien » dans /b/"),
        (
            '<a href="/b/">x</a>',
            "lien « /b/ » : il mène hors du site si celui-ci est dans un dossier",
        ),
        ('<a href="../b/">x</a>', "lien « ../b/ » : il sort du site"),
        ('<a href="#rien">x</a>', "lien « #rien » : pas d’ancre « rien » dans /"),
        ('<img src="i.png">', "lien « i.png » : /i.png n’existe pas"),
        ('<img srcset="i.png 2x, j.png">', "lien « i.png » : /i.png n’existe pas"),
        ('<script src="s.js"></script>', "lien « s.js » : /s.js n’existe pas"),
        ('<link rel="stylesheet" href="s.css">', "lien « s.css » : /s.css n’existe pas"),
        ('<link rel="alternate" href="a.json">', "lien « a.json » : /a.json n’existe pas"),
        ('<video poster="v.jpg"></video>', "lien « v.jpg » : /v.jpg n’existe pas"),
        ('<link imagesrcset="k.png 1x" href="">', "lien « k.png » : /k.png n’existe pas"),
        ('<form action="chercher/"></form>', "lien « chercher/ » : /chercher/ n’existe pas"),
        ('<p style="background: url(f.png)">x</p>', "lien « f.png » : /f.png n’existe pas"),
        ("<style>@import 'g.css';</style>", "lien « g.css » : /g.css n’existe pas"),
        ('<svg><use href="#forme"/></svg>', "lien « #forme » : pas d’ancre « forme » dans /"),
        ('<svg><image xlink:href="h.png"/></svg>', "lien « h.png » : /h.png n’existe pas"),
        (
            '<meta http-equiv="refresh" content="0; url=partie/">',
            "lien « partie/ » : /partie/ n’existe pas",
        ),
        (
            '<link rel="canonical" href="https://essai.invalid/savoir/c/">',
            "lien « https://essai.invalid/savoir/c/ » : /c/ n’existe pas",
        ),
        (
            '<meta property="og:image" content="https://essai.invalid/savoir/i.png">',
            "lien « https://essai.invalid/savoir/i.png » : /i.png n’existe pas",
        ),
        (
            '<script type="application/ld+json">{"@id": "https://essai.invalid/savoir/d/"}</script>',
            "lien « https://essai.invalid/savoir/d/ » : /d/ n’existe pas",
        ),
        (
            '<p style="background: url(https://cdn.invalid/f.png)">x</p>',
            "« https://cdn.invalid/f.png » serait demandé à un autre site",
        ),
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
        '<a href="b/#haut">1</a><a href="b/">2</a><a href="?q=1">3</a><a href="">4</a>'
        '<a href="https://ailleurs.invalid/">5</a><a href="mailto:a@b.invalid">6</a>'
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><link rel="canonical" '
        'href="https://essai.invalid/savoir/b/#haut"><form action=""></form>'
        '<svg id="s"><use href="#s"/></svg><p style="color: red">x</p>'
        '<script type="application/ld+json">{"@id": "https://essai.invalid/savoir/b/#terme", '
        '"@context": "https://schema.org"}</script><a href="https://essai.invalid/">7</a>'
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


FILES = {
    "s.css": (
        "/* url(vieux.png) */ a { background: url( 'i.png' ) } "
        "b { src: url(data:font/woff2;base64,x) }",
        "lien « i.png » : /i.png n’existe pas",
    ),
    "dessins/d.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg"><a href="../b/"/><a xlink:href="../c/"/></svg>',
        "lien « ../c/ » : /c/ n’existe pas",
    ),
    "sitemap.xml": (
        "<urlset><url><loc>https://essai.invalid/savoir/b/</loc></url>"
        "<url><loc>https://essai.invalid/savoir/c/</loc></url></urlset>",
        "lien « https://essai.invalid/savoir/c/ » : /c/ n’existe pas",
    ),
    "nouveautes.xml": (
        '<feed><link href="https://essai.invalid/savoir/b/#nouveau"/></feed>',
        "lien « https://essai.invalid/savoir/b/#nouveau » : pas d’ancre « nouveau » dans /b/",
    ),
    "donnees/g.ttl": (
        "<https://essai.invalid/savoir/b/#terme> a <https://essai.invalid/savoir/c/> .",
        "lien « https://essai.invalid/savoir/c/ » : /c/ n’existe pas",
    ),
    "donnees/g.csv": (
        "id,adresse\nb,https://essai.invalid/savoir/b/\nc,https://essai.invalid/savoir/c/\n",
        "lien « https://essai.invalid/savoir/c/ » : /c/ n’existe pas",
    ),
    "recherche/index.json": (
        '[["B", "b/"], ["C", "b/c/#haut"], "et/ou, l’un / l’autre"]',
        "lien « https://essai.invalid/savoir/b/c/#haut » : /b/c/ n’existe pas",
    ),
    "robots.txt": (
        "Sitemap: https://essai.invalid/savoir/plan.xml\n",
        "lien « https://essai.invalid/savoir/plan.xml » : /plan.xml n’existe pas",
    ),
}


@pytest.mark.parametrize("path", FILES)
def test_an_address_of_ours_in_any_file_must_exist(tmp_path: Path, path: str) -> None:
    text, fault = FILES[path]
    found = messages(tmp_path, {"index.html": page("A"), "b/index.html": page("B"), path: text})
    assert found == [f"fichier /{path} : {fault}"]


def test_a_style_sheet_of_ours_names_its_line(tmp_path: Path) -> None:
    css = "a {}\nb { background: url(i.png) }\n"
    (tmp_path / "docs/assets").mkdir(parents=True)
    (tmp_path / "docs/assets/s.css").write_text(css)
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    (site / "assets/s.css").write_text(css)
    (problem,) = check_site(site, tmp_path, EMPTY).problems
    assert (problem.path, problem.line) == ("docs/assets/s.css", 2)
