"""The commands that change files for those who write."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

from prendre_place import reporters
from prendre_place.command_line import PROGRAM
from prendre_place.load.project import load
from prendre_place.load.sources import read_sources

# The kind of « nouveau » that is no entry.
REFERENCE = "reference"


def publish(root: Path, options: argparse.Namespace) -> int:
    """`publier`: the text of an entry, as it stands, becomes a version that stays."""
    from prendre_place.writing.publish import publish as publish_entry

    loaded = load(root)
    if loaded.corpus is None:
        print(reporters.as_text(loaded.problems), file=sys.stderr)
        print("Rien n’a été publié.", file=sys.stderr)
        return 1
    done = publish_entry(root, loaded.corpus, options.id, options.note, date.today().isoformat())
    print(f"{done.path} : version {done.version} publiée. Son texte est gardé dans {done.kept}.")
    return 0


def new(root: Path, options: argparse.Namespace) -> int:
    """`nouveau`: a commented file for a new entry, or an entry of the bibliography."""
    from prendre_place.writing.new_entry import KIND_WORDS, new_entry

    if options.genre == REFERENCE:
        return _new_reference(root, options)
    kind = KIND_WORDS[options.genre]
    today = date.today().isoformat()
    made = new_entry(read_sources(root), kind, options.titre, options.id, today)
    print(f"{made.path} créé. Son nom devient l’adresse de la page et ne changera plus :")
    print(f"    pour en changer : {PROGRAM} renommer {Path(made.path).stem} AUTRE-ID")
    if made.near:
        print("Noms proches (si c’est la même chose, complétez plutôt cette entrée) :")
        print("\n".join(f"    {line}" for line in made.near))
    return _edit(root / made.path) if options.editer else 0


def _new_reference(root: Path, options: argparse.Namespace) -> int:
    from prendre_place.biblio.new_reference import new_reference
    from prendre_place.load.project import BIBLIOGRAPHY

    made = new_reference(
        root, options.type, options.titre, options.auteur, options.annee, options.id
    )
    print(
        f"{BIBLIOGRAPHY}:{made.line} : notice « {made.key} ». Pour la citer : [@{made.key}, lieu]"
    )
    if made.missing:
        print("Reste à remplir :")
        print("\n".join(f"    {name} : {meaning}" for name, meaning in made.missing.items()))
    if made.near:
        print("Notices proches (si c’est la même, citez-la et retirez celle-ci) :")
        print("\n".join(f"    {line}" for line in made.near))
    return _edit(root / BIBLIOGRAPHY) if options.editer else 0


def _edit(file: Path) -> int:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        print(f"Ouvrez {file.name} dans votre éditeur de texte : {file}", file=sys.stderr)
        return 0
    return subprocess.run([*shlex.split(editor), str(file)], check=False).returncode


def rename_entry(root: Path, options: argparse.Namespace) -> int:
    """`renommer`: a new id, everywhere it is named."""
    from prendre_place.writing.rename import rename

    done = rename(read_sources(root), options.ancien, options.nouveau)
    print(f"{done.old_path} → {done.new_path}")
    print("\n".join(f"    {p.source.path}:{p.line}" for p in done.places))
    if done.redirects:
        print("Adresses publiées, redirigées dans redirections.yml :")
        print("\n".join(f"    {old} → {new}" for old, new in done.redirects))
    return 0


def relate_entries(root: Path, options: argparse.Namespace) -> int:
    """`relier`: a relation from one entry to another."""
    from prendre_place.writing.relate import relate

    print(relate(read_sources(root), options.entree, options.autre))
    return 0


def uses_of_reference(root: Path, options: argparse.Namespace) -> int:
    """`sources`: every place that cites a reference."""
    from prendre_place.writing.uses import uses

    print("\n".join(uses(read_sources(root), options.cle)))
    return 0


def editor_files(root: Path, options: argparse.Namespace) -> int:
    """`editeur`: the schemas and snippets that VS Code reads."""
    from prendre_place.editor.files import write_files

    changed = write_files(root, read_sources(root).bibliography)
    print("\n".join(f"{path} mis à jour." for path in changed) or "Tout était à jour.")
    return 0
