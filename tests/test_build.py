"""The whole way: verify, build aside, check, swap."""

from __future__ import annotations

import re
from pathlib import Path

from prendre_place import build
from prendre_place.build import build_site
from prendre_place.preview.live_site import LiveSite
from prendre_place.reporters import as_text


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def spoil(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_project_becomes_a_site(buildable: Path) -> None:
    outcome = build_site(buildable)
    assert as_text(outcome.problems) == "Aucun problème."
    assert outcome.site is not None
    assert (outcome.site.entries, outcome.site.references) == (14, 4)
    page = (buildable / "site/glossaire/commun/index.html").read_text(encoding="utf-8")
    assert 'lang="fr"' in page
    for face in ("commun.yml", "commun.json", "commun.ttl", "commun.bib", "commun.ris"):
        assert (buildable / "site/glossaire" / face).is_file()


def test_the_map_of_the_site_bears_the_dates_of_the_texts(buildable: Path) -> None:
    build_site(buildable)
    site = buildable / "site"
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    dated = re.findall(r"<loc>([^<]*)</loc>\s*<lastmod>([^<]*)</lastmod>", text)
    assert ("https://val.invalid/savoir/glossaire/commun/", "2026-01-15") in dated
    assert "<loc>https://val.invalid/savoir/a-propos/</loc>" in text
    assert "ancien-mot" not in text
    assert not (site / "sitemap.xml.gz").exists()  # MkDocs' own, dated of the build


def test_every_page_leads_to_the_feed_and_says_what_it_is(buildable: Path) -> None:
    build_site(buildable)
    site = buildable / "site"
    for page in site.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue  # an old address, which only leads on
        assert 'type="application/atom+xml"' in text, page
        assert text.count('<script type="application/ld+json">') == 1, page
    assert (site / "flux.xml").is_file()
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '"@type": "WebSite"' in home
    assert '"@type": "DataCatalog"' in (site / "donnees/index.html").read_text(encoding="utf-8")


def test_bad_sources_leave_the_last_good_site_untouched(buildable: Path) -> None:
    build_site(buildable)
    before = tree(buildable / "site")
    spoil(buildable, "glossary/friche.yml", "domaine: territoire", "domaine: terroir")
    outcome = build_site(buildable)
    assert outcome.site is None
    assert tree(buildable / "site") == before


def test_a_page_that_fails_the_checks_is_not_published(buildable: Path) -> None:
    build_site(buildable)
    before = tree(buildable / "site")
    spoil(buildable, "glossary/friche.yml", "Un lieu", "Un [lieu](rien.md), [là](commun.md#la)")
    spoil(buildable, "docs/a-propos.md", "Un texte.", "![Rien](assets/rien.png)\n\n# Second")
    outcome = build_site(buildable)
    assert outcome.site is None
    assert as_text(outcome.problems) == (
        "docs/a-propos.md:1:1 : erreur : page /a-propos/ : 2 titres de premier niveau\n"
        "    attendu : un seul\n"
        "docs/a-propos.md:8:1 : erreur : page /a-propos/ : lien « assets/rien.png » : "
        "/a-propos/assets/rien.png n’existe pas\n"
        "    attendu : une page ou un fichier du site\n"
        "glossary/friche.yml:9:1 : erreur : page /glossaire/friche/ : lien « ../commun/#la » : "
        "pas d’ancre « la » dans /glossaire/commun/\n"
        "    attendu : une ancre de cette page\n"
        "glossary/friche.yml:9:1 : erreur : page /glossaire/friche/ : lien « rien.md » : "
        "/glossaire/friche/rien.md n’existe pas\n"
        "    attendu : une page ou un fichier du site\n"
        "4 erreurs dans 2 fichiers."
    )
    assert tree(buildable / "site") == before


def test_a_build_killed_between_the_two_renames_is_mended_by_the_next(buildable: Path) -> None:
    build_site(buildable)
    before = tree(buildable / "site")
    (buildable / "site").rename(buildable / build.WORKSHOP / build.PREVIOUS)
    spoil(buildable, "glossary/friche.yml", "domaine: territoire", "domaine: terroir")
    assert build_site(buildable).site is None
    assert tree(buildable / "site") == before


def test_a_build_after_a_preview_makes_everything(buildable: Path) -> None:
    assert LiveSite(buildable, "http://127.0.0.1:8000/").refresh() == []
    outcome = build_site(buildable)
    assert outcome.site is not None, outcome.problems
    assert (buildable / "site/donnees/schemas/glossaire.json").is_file()
