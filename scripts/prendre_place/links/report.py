"""What came out of a check: for maintainers, for machines, and as problems to mend."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, PackageLoader

from prendre_place.links.addresses import External
from prendre_place.links.journal import to_json
from prendre_place.links.verdict import Checked, State
from prendre_place.load.project import BIBLIOGRAPHY
from prendre_place.model.reference import ARCHIVE
from prendre_place.pages.environment import readable_date
from prendre_place.problems import Problem
from prendre_place.typography import french

Results = Sequence[tuple[External, Checked]]
# In the order of the report: what is said of one, of several, and what to do.
STATES: dict[State, tuple[str, str, str]] = {
    "mort": (
        "morte",
        "mortes",
        "La page n’existe plus. Cherchez sa nouvelle adresse, ou une copie archivée à mettre dans "
        f"le champ « {ARCHIVE} » de la notice.",
    ),
    "deplace": (
        "déplacée",
        "déplacées",
        "La page a changé d’adresse pour de bon. Mettez la nouvelle dans le fichier.",
    ),
    "refuse": (
        "refusée aux robots",
        "refusées aux robots",
        "Le site ne répond qu’aux personnes. Ouvrez l’adresse vous-même de temps en temps.",
    ),
    "passager": (
        "en panne passagère",
        "en panne passagère",
        "Le site ne répond pas bien en ce moment. Rien à faire, sauf si cela dure.",
    ),
    "bon": ("bonne", "bonnes", "Rien à faire."),
}


def summary(results: Results) -> str:
    """« 3 adresses : 1 morte, 2 bonnes. »"""
    counts = Counter(checked.verdict.state for _, checked in results)
    said = [
        f"{counts[state]} {several if counts[state] > 1 else one}"
        for state, (one, several, _) in STATES.items()
        if counts[state]
    ]
    plural = "s" if len(results) > 1 else ""
    return f"{len(results)} adresse{plural} : {', '.join(said)}." if said else "Aucune adresse."


def problems(results: Results) -> list[Problem]:
    """Dead and moved addresses, at each line that holds them."""
    return sorted(
        problem
        for external, checked in results
        for place in external.places
        if (problem := _problem(external, checked, place.path, place.line))
    )


def _problem(external: External, checked: Checked, path: str, line: int) -> Problem | None:
    verdict, address = checked.verdict, checked.address
    if verdict.state == "deplace":
        return Problem(
            path,
            line,
            1,
            "lien-deplace",
            f"lien déplacé : {address} ({verdict.detail})",
            expected=f"la nouvelle adresse, {verdict.new_address}",
            severity="avertissement",
        )
    if verdict.state != "mort":
        return None
    expected = "une adresse qui répond"
    if path == BIBLIOGRAPHY:
        expected += f", ou une copie archivée dans le champ « {ARCHIVE} »"
    if external.archive:  # the reader has the copy beside the link
        expected = f"une adresse qui répond ; la copie archivée reste : {external.archive}"
    return Problem(
        path,
        line,
        1,
        "lien-mort",
        f"lien mort : {address} ({verdict.detail})",
        expected=expected,
        severity="avertissement" if external.archive else "erreur",
    )


def write_report(results: Results, folder: Path, title: str, today: date) -> tuple[Path, Path]:
    """Write `liens.html` and `liens.json` in `folder`; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    page, data = folder / "liens.html", folder / "liens.json"
    page.write_text(_html(results, title, today), encoding="utf-8")
    data.write_text(_json(results, today), encoding="utf-8")
    return page, data


def _html(results: Results, title: str, today: date) -> str:
    environment = Environment(
        loader=PackageLoader("prendre_place", "links"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["date"] = lambda day: readable_date(day.isoformat())
    groups = [
        (state, several, advice, [row for row in results if row[1].verdict.state == state])
        for state, (_, several, advice) in STATES.items()
    ]
    template = environment.get_template("report.html.j2")
    return french(
        template.render(title=title, today=today, summary=summary(results), groups=groups)
    )


def _json(results: Results, today: date) -> str:
    links = [
        {
            **to_json(checked),
            "copie_archivee": external.archive,
            "lieux": [{"fichier": p.path, "ligne": p.line} for p in external.places],
        }
        for external, checked in results
    ]
    counts = Counter(checked.verdict.state for _, checked in results)
    content = {
        "date": today.isoformat(),
        "total": len(links),
        "par_etat": {state: counts[state] for state in STATES},
        "liens": links,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
