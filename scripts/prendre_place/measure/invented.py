"""An invented project of any size, realistic in what costs time: text, links, citations."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import yaml

from prendre_place.model.glossary import Domain

REFERENCES = 300
WORDS = """
acteur association atelier bassin bénévole charte citoyen collectif commune conseil coopération
débat droit échelle emploi entraide espace filière groupe habitant initiative insertion lien lieu
marché mission partage partenaire place politique pratique projet quartier récit réseau ressource
réunion salarié savoir solidarité structure territoire travail usage valeur village ville voisin
""".split()  # noqa: SIM905 - a list of words is read more easily so
SMALL_WORDS = "le la un une des avec sans pour dans selon entre par sur vers et ou".split()  # noqa: SIM905


def write_project(folder: Path, entries: int, configuration: Path) -> None:
    """Write a project of `entries` glossary entries that builds like the real one.

    Each entry has a definition of 150 words, 2 citations, 4 relations and a link.
    `configuration` is the real `mkdocs.yml`, from which all else is inherited.
    The same size gives the same bytes every time.
    """
    chance = random.Random(entries)
    keys = [f"auteur{n:03}" for n in range(REFERENCES)]
    (folder / "glossary").mkdir(parents=True)
    (folder / "docs").mkdir()
    shutil.copy(configuration.with_name("publication.yml"), folder)
    (folder / "bibliography.bib").write_text("\n".join(_bibtex(keys)), encoding="utf-8")
    _write_handwritten(folder / "docs", configuration.parent / "docs")
    for number in range(entries):
        entry = _entry(number, entries, keys, chance)
        text = yaml.dump(entry, allow_unicode=True, sort_keys=False)
        (folder / "glossary" / f"{entry['id']}.yml").write_text(text, encoding="utf-8")
    write_configuration(folder, configuration, {"nav": _NAVIGATION})


_NAVIGATION = [
    {"Accueil": "index.md"},
    {"Glossaire": "glossaire/index.md"},
    {"Bibliographie": "bibliographie/index.md"},
]


def _write_handwritten(docs: Path, theirs: Path) -> None:
    """The assets of the real site, and its hand-written pages by name only."""
    shutil.copytree(theirs / "assets", docs / "assets")
    for page in theirs.rglob("*.md"):
        file = docs / page.relative_to(theirs)
        file.parent.mkdir(exist_ok=True)
        name = file.relative_to(docs).as_posix()
        text = f"---\ntitle: {name}\ndescription: {name}\n---\n\n# {name}\n"
        file.write_text(text, encoding="utf-8")


def write_configuration(folder: Path, configuration: Path, more: dict[str, object]) -> None:
    project = configuration.parent
    theirs = yaml.load(configuration.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    plugins = theirs["plugins"]
    for plugin in plugins:
        if isinstance(plugin, dict) and "bibtex" in plugin:
            plugin["bibtex"]["csl_file"] = str(project / plugin["bibtex"]["csl_file"])
            plugin["bibtex"]["bib_by_default"] = False
    ours = {
        "INHERIT": str(configuration),
        "docs_dir": "docs",
        "theme": {"custom_dir": str(project / theirs["theme"]["custom_dir"])},
        "hooks": [str(project / hook) for hook in theirs["hooks"]],
        "plugins": plugins,
        **more,
    }
    (folder / "mkdocs.yml").write_text(yaml.dump(ours, allow_unicode=True), encoding="utf-8")


def _bibtex(keys: list[str]) -> Iterator[str]:
    for number, key in enumerate(keys):
        yield (
            f"@book{{{key},\n  author = {{Nom{number}, Prénom}},\n  title = {{Titre {number}}},\n"
            f"  year = {{{1950 + number % 70}}},\n  publisher = {{Éditeur}},\n"
            "  keywords = {verifiee}\n}\n"
        )


def _entry(number: int, total: int, keys: list[str], chance: random.Random) -> dict[str, object]:
    # Four neighbours further on, so that no relation is declared twice.
    neighbours = [_id((number + step) % total) for step in (1, 7, 19, 41) if total > 90]
    first, second = chance.sample(keys, 2)
    definition = (
        f"{_text(chance, 70)} [@{first}, p. {chance.randint(1, 300)}] {_text(chance, 60)} "
        f"[[{_id((number + 3) % total)}|{_text(chance, 2)}]] {_text(chance, 18)} "
        f"[@{second}, p. {chance.randint(1, 300)}]."
    )
    return {
        "id": _id(number),
        "terme": f"{_text(chance, 3)} {number}",
        "domaine": chance.choice(get_args(Domain)),
        "en_clair": f"Terme {number} : {_text(chance, 22)}.",
        "statut": "a-relire",
        "version": 1,
        "historique": [{"version": 1, "date": "2026-11-20", "note": "Inventé."}],
        "definition": definition,
        "sources": [{"cle": first, "lieu": "p. 1", "pour": "la définition"}],
        "liees": neighbours,
    }


def _id(number: int) -> str:
    return f"terme-{number}"


def _text(chance: random.Random, words: int) -> str:
    return " ".join(
        chance.choice(SMALL_WORDS if at % 2 else WORDS) for at in range(words)
    ).capitalize()
