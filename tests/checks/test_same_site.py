"""Each way in which a site may differ from ours, on small sites made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.checks.same_site import compare_sites
from tests.checks.test_site import EMPTY, page

SOURCE = "scripts/prendre_place/pages/templates"
BODY = '<h2 id="b">Bien</h2><p>Un texte.</p><a href="./">ici</a>'


def site(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def told(tmp_path: Path, theirs: dict[str, str]) -> list[tuple[str, str | None]]:
    ours = {"index.html": page("a"), "b/index.html": page("b", BODY), "d.json": "{}"}
    site(tmp_path / "ours", ours)
    site(tmp_path / "theirs", ours | theirs)
    problems = compare_sites(tmp_path / "ours", tmp_path / "theirs", tmp_path, EMPTY)
    assert {problem.path for problem in problems} <= {SOURCE}
    return [(problem.message, problem.expected) for problem in problems]


def test_the_same_site_with_files_of_its_tool_is_the_same(tmp_path: Path) -> None:
    assert told(tmp_path, {"outil.json": "{}"}) == []


def test_blanks_and_the_way_an_address_is_written_do_not_matter(tmp_path: Path) -> None:
    body = BODY.replace("Un texte", "Un\n  texte").replace("./", "../b/")
    assert told(tmp_path, {"b/index.html": page("b", body)}) == []


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("<title>b", "<title>c", "/b/ : titre de la page « c »", "« b »"),
        (
            '<h2 id="b">Bien</h2>',
            '<h3 id="b">Bien</h3>',
            "/b/ : titre « h3 #b Bien »",
            "« h2 #b Bien »",
        ),
        ("Un texte", "Un conte", "/b/ : texte « bBienUn conte.ici »", "« bBienUn texte.ici »"),
        ("texte.", "texte. Et la suite.", "/b/ : texte « bBienUn texte. Et la suite.ici »", None),
        (' id="haut"', "", "/b/ : ancres absentes : haut", None),
        ('<a href="./">ici</a>', "ici", "/b/ : ne mène pas à /b/", None),
        ("ici", '<a href="z/"></a>ici', "page /b/ : lien « z/ » : /b/z/ n’existe pas", None),
    ],
)
def test_what_differs_is_told(
    tmp_path: Path, old: str, new: str, found: str, expected: str | None
) -> None:
    messages = told(tmp_path, {"b/index.html": page("b", BODY).replace(old, new)})
    assert found in [message for message, _ in messages]
    if expected:
        assert (found, expected) in messages


def test_another_content_and_an_absent_page_are_told(tmp_path: Path) -> None:
    site(tmp_path / "ours", {"c/index.html": page("c"), "f.ris": ""})
    assert told(tmp_path, {"d.json": "[]"}) == [
        ("/c/ : absent de l’autre site", None),
        ("/d.json : autre contenu dans l’autre site", None),
        ("/f.ris : absent de l’autre site", None),
    ]
