"""The form is in every preview, and on the site only where the publisher wishes."""

from __future__ import annotations

from pathlib import Path

from prendre_place.build import build_site
from prendre_place.form.files import form_files, is_online
from prendre_place.hook import POLICY
from prendre_place.load.project import load
from prendre_place.preview.live_site import LiveSite
from tests.conftest import ROOT

FORGE = """\
forge:
  genre: gitlab
  adresse: https://forge.val.invalid/chaire/savoir
"""


def test_the_site_has_no_form_unless_it_is_wished_for(built: Path) -> None:
    assert not (built / "site" / "redaction").exists()
    assert POLICY in (ROOT / "docs" / "_headers").read_text(encoding="utf-8")


def test_the_site_has_the_form_where_the_publisher_says_so(buildable: Path) -> None:
    with (buildable / "publication.yml").open("a", encoding="utf-8") as file:
        file.write(f"{FORGE}  formulaire: true\n")
    (buildable / "docs" / "_headers").write_text(f"/*\n  Content-Security-Policy: {POLICY}\n")
    outcome = build_site(buildable)
    assert outcome.problems == []
    site = buildable / "site"
    page = (site / "redaction" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../contribuer/">' in page
    assert "redaction" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    asked = "connect-src 'self' https://forge.val.invalid data:"
    assert asked.replace("'", "&#39;") in page
    assert asked in (site / "_headers").read_text(encoding="utf-8")


def test_a_forge_alone_puts_no_form_on_the_site(project: Path) -> None:
    with (project / "publication.yml").open("a", encoding="utf-8") as file:
        file.write(FORGE)
    corpus = load(project).corpus
    assert corpus is not None and not is_online(corpus)


def test_every_preview_has_the_form(buildable: Path) -> None:
    site = LiveSite(buildable, "http://127.0.0.1:8000/")
    assert site.refresh() == []
    page = site.content("redaction/index.html")
    assert page is not None and b'<body class="sans-forge">' in page


def test_the_page_is_all_that_the_form_needs(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    assert [path for path, _ in form_files(corpus)] == [
        "redaction/index.html",
        "redaction/config.json",
        "redaction/decap.json",
        "redaction/VERSION.txt",
        "redaction/assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2",
        "redaction/assets/noto-mono-latin-400-normal-DiC8lJru.woff2",
        "redaction/assets/source-sans-3-latin-wght-normal-BqRLTx4X.woff2",
        "redaction/decap.js",
        "redaction/redaction.css",
        "redaction/redaction.js",
    ]
