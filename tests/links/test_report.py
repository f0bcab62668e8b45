"""The report: a page for maintainers, data for machines, problems with their lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from lxml import html

from prendre_place.links.addresses import External, Place
from prendre_place.links.report import problems, summary, write_report
from prendre_place.links.verdict import Checked, Verdict
from prendre_place.reporters import as_text

DAY = date(2026, 11, 20)
BIB = (Place("bibliography.bib", 12),)
RESULTS = [
    (
        External("https://a.invalid/?b=1&c=<x>", (*BIB, Place("docs/a-propos.md", 3))),
        Verdict("mort", "404, page introuvable", 404),
    ),
    (
        External("https://archive.invalid/", BIB, archive="https://copie.invalid/"),
        Verdict("mort", "410, page retirée", 410),
    ),
    (
        External("https://b.invalid/", (Place("organisations/b.yml", 4),)),
        Verdict("deplace", "a déménagé", 200, "https://b2.invalid/"),
    ),
    (External("https://c.invalid/", BIB), Verdict("refuse", "403, refus", 403)),
    (External("https://d.invalid/", BIB), Verdict("passager", "500, panne", 500)),
    (External("https://e.invalid/", BIB), Verdict("bon", "répond", 200)),
]
CHECKED = [
    (external, Checked(external.address, verdict, DAY, date(2026, 11, 6)))
    for external, verdict in RESULTS
]


def test_dead_and_moved_links_are_problems_with_their_line() -> None:
    assert as_text(problems(CHECKED)) == (
        "bibliography.bib:12:1 : erreur : lien mort : https://a.invalid/?b=1&c=<x> "
        "(404, page introuvable)\n"
        "    attendu : une adresse qui répond, ou une copie archivée dans le champ « archiveurl »\n"
        "bibliography.bib:12:1 : avertissement : lien mort : https://archive.invalid/ "
        "(410, page retirée)\n"
        "    attendu : une adresse qui répond ; la copie archivée reste : https://copie.invalid/\n"
        "docs/a-propos.md:3:1 : erreur : lien mort : https://a.invalid/?b=1&c=<x> "
        "(404, page introuvable)\n"
        "    attendu : une adresse qui répond\n"
        "organisations/b.yml:4:1 : avertissement : lien déplacé : https://b.invalid/ (a déménagé)\n"
        "    attendu : la nouvelle adresse, https://b2.invalid/\n"
        "2 erreurs et 2 avertissements dans 3 fichiers."
    )


def test_the_summary_counts_each_state() -> None:
    assert summary(CHECKED) == (
        "6 adresses : 2 mortes, 1 déplacée, 1 refusée aux robots, 1 en panne passagère, 1 bonne."
    )
    assert summary([]) == "Aucune adresse."


def test_the_page_groups_links_by_state_and_names_their_lines(tmp_path: Path) -> None:
    page, _ = write_report(CHECKED, tmp_path / "rapport", "Prendre place", DAY)
    tree = html.document_fromstring(page.read_bytes())
    assert [title.text for title in tree.iter("h2")] == [
        "Mortes (2)",
        "Déplacées (1)",
        "Refusées aux robots (1)",
        "En panne passagère (1)",
        "Bonnes (1)",
    ]
    first = tree.find(".//li")
    assert first.find("a").get("href") == "https://a.invalid/?b=1&c=<x>"
    assert " ".join(first.text_content().split()) == (
        "https://a.invalid/?b=1&c=<x> Oùbibliography.bib, ligne 12 ; docs/a-propos.md, ligne 3 "
        "Réponse404, page introuvable, le 20 novembre 2026 ; même état depuis le 6 novembre 2026"
    )


def test_machines_get_every_link_with_its_places(tmp_path: Path) -> None:
    _, data = write_report(CHECKED, tmp_path, "Prendre place", DAY)
    content = json.loads(data.read_text(encoding="utf-8"))
    assert content["par_etat"] == {
        "mort": 2,
        "deplace": 1,
        "refuse": 1,
        "passager": 1,
        "bon": 1,
    }
    assert content["liens"][2] == {
        "adresse": "https://b.invalid/",
        "etat": "deplace",
        "detail": "a déménagé",
        "code_http": 200,
        "nouvelle_adresse": "https://b2.invalid/",
        "verifiee_le": "2026-11-20",
        "depuis": "2026-11-06",
        "copie_archivee": None,
        "lieux": [{"fichier": "organisations/b.yml", "ligne": 4}],
    }
