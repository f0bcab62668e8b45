"""A published text is not changed under the version that others have cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from prendre_place.command_line import PROGRAM
from prendre_place.corpus import Corpus
from prendre_place.kinds import version_file
from prendre_place.model.entry import Entry
from prendre_place.problems import Problem
from prendre_place.word_changes import NOT_TEXT

PUBLISH = f'{PROGRAM} publier {{id}} --note "ce qui a changé"'


def check_texts(root: Path, corpus: Corpus) -> Iterator[Problem]:
    """Published entries that say something else than their published version, or have none."""
    for entry in corpus.entries.values():
        path = corpus.paths[entry.id]
        if entry.statut == "publie" and entry.id not in corpus.versions:
            yield _by_hand(path, _line(root / path, "statut:"), entry)
        elif fault := _fault(entry, corpus):
            code, found = fault
            line = _line(root / path, "version:")
            expected = PUBLISH.format(id=entry.id)
            yield Problem(path, line, 1, code, found, field="version", expected=expected)
    yield from _gone(root, corpus)


def _by_hand(path: str, line: int, entry: Entry) -> Problem:
    """A status that the command gives with the version that it keeps."""
    return Problem(
        path,
        line,
        1,
        "publie-a-la-main",
        "« publie » ne s’écrit pas à la main : la ChairESS le met quand elle a relu l’entrée",
        field="statut",
        expected="« a-relire » : la page est en ligne, marquée comme non relue "
        f"(pour la ChairESS : {PUBLISH.format(id=entry.id)})",
    )


def same_text(one: Entry, other: Entry, corpus: Corpus) -> bool:
    """Whether two states of an entry say the same, whatever their layout and the ids of others."""
    return _text(one, corpus) == _text(other, corpus)


def _fault(entry: Entry, corpus: Corpus) -> tuple[str, str] | None:
    published = corpus.versions.get(entry.id, {})
    version = entry.version
    if published and version < max(published):
        return "version-deja-publiee", f"la version {max(published)} est déjà publiée"
    if version in published and not same_text(entry, published[version], corpus):
        return "texte-publie-change", f"le texte publié de la version {version} a changé"
    if version not in published and entry.statut == "publie":
        return "version-non-gardee", f"le texte de la version {version} n’est pas gardé"
    return None


def _gone(root: Path, corpus: Corpus) -> Iterator[Problem]:
    """Entries that were published and are drafts again."""
    for entry_id, versions in corpus.versions.items():
        path = corpus.paths.get(entry_id)
        if path and entry_id not in corpus.entries:
            kept = version_file(path.split("/")[0], entry_id, max(versions))
            yield Problem(
                path,
                _line(root / path, "statut:"),
                1,
                "publication-defaite",
                f"cette entrée a été publiée ({kept}) et n’aurait plus de page",
                field="statut",
                expected="« a-relire », « publie », ou « retire » avec un « retrait »",
            )


def _text(entry: Entry, corpus: Corpus) -> str:
    """What an entry says, as JSON; ids of others are those of today."""
    text = entry.model_dump_json(exclude=set(NOT_TEXT))
    for old, new in corpus.renamed.items():
        id_alone = rf'(?<=\[\[){re.escape(old)}(?=[|\]])|(?<="){re.escape(old)}(?=")'
        text = re.sub(id_alone, new, text)
    return text


def _line(file: Path, start: str) -> int:
    """The line of a file that begins so; 1 when none does."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.startswith(start)), 1)
