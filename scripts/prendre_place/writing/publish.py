"""A text is published: it gets its version, its date, and a copy that stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from prendre_place.corpus import Corpus
from prendre_place.kinds import version_file
from prendre_place.load.files import read_source
from prendre_place.load.validation import validate
from prendre_place.load.yaml_reader import Document, read_yaml
from prendre_place.model.entry import Entry
from prendre_place.permanence.texts import same_text
from prendre_place.problems import nearest
from prendre_place.source_file import SourceFile
from prendre_place.writing.edits import Edit, EditRefusedError, edited

PUBLISHED = "publie"


@dataclass(frozen=True)
class Published:
    """An entry that was published: its file, its version and where its text is kept."""

    path: str
    version: int
    kept: str


def publish(root: Path, corpus: Corpus, entry_id: str, note: str, today: str) -> Published:
    """Publish the text of an entry as it stands, and keep it; raises `EditRefusedError`.

    A text that was never published keeps its number; one that was, and has changed,
    gets the next. `today` is `AAAA-MM-JJ`.
    """
    entry = _entry(corpus, entry_id)
    version = _version(corpus, entry)
    path = corpus.paths[entry_id]
    document = _document(root, path)
    text = edited(root, list(_edits(document, entry, version, note, today)))
    _check(path, text, version)
    kept = version_file(entry.kind, entry_id, version)
    _write(root / path, text)
    _write(root / kept, text)
    return Published(path, version, kept)


def _entry(corpus: Corpus, entry_id: str) -> Entry:
    entry = corpus.entries.get(entry_id)
    if entry is None and entry_id in corpus.paths:
        raise EditRefusedError(
            f"{corpus.paths[entry_id]} est un brouillon : donnez-lui d’abord « statut: a-relire »."
        )
    if entry is None:
        near = nearest(entry_id, list(corpus.entries))
        hint = f" Vouliez-vous dire « {near} » ?" if near else ""
        raise EditRefusedError(f"Aucune entrée n’a l’id « {entry_id} ».{hint}")
    if entry.statut == "retire":
        raise EditRefusedError(
            f"« {entry.title} » est retirée : ôtez d’abord son « retrait », et changez son statut."
        )
    return entry


def _version(corpus: Corpus, entry: Entry) -> int:
    """The number under which the text is to be published."""
    published = corpus.versions.get(entry.id, {})
    last = max(published, default=0)
    if entry.version > last:
        return entry.version
    if same_text(entry, published[last], corpus) and entry.statut == PUBLISHED:
        raise EditRefusedError(
            f"La version {last} de « {entry.title} » est déjà publiée, et son texte n’a pas changé."
        )
    return last + 1


def _edits(document: Document, entry: Entry, version: int, note: str, today: str) -> Iterator[Edit]:
    """Changes of `statut`, `version` and `historique`, and of nothing else."""
    if entry.statut != PUBLISHED:
        yield _scalar(document, ("statut",), PUBLISHED)
    if version != entry.version:
        yield _scalar(document, ("version",), str(version))
    rank = next((n for n, past in enumerate(entry.historique) if past.version == version), None)
    if rank is None:
        yield _new_line(document, version, today, note)
    else:
        yield _scalar(document, ("historique", rank, "date"), today)
        yield _scalar(document, ("historique", rank, "note"), _quoted(note))


def _scalar(document: Document, location: tuple[int | str, ...], new: str) -> Edit:
    node = document.node(location)
    assert node is not None
    return Edit(document.source, node.start_mark.index, _text(document, node), new)


def _text(document: Document, node: yaml.Node) -> str:
    """A value as it is written, without the blank lines that libyaml counts in a block."""
    return document.source.text[node.start_mark.index : node.end_mark.index].rstrip()


def _new_line(document: Document, version: int, today: str, note: str) -> Edit:
    """One more item of `historique`, laid out like the last."""
    node = document.node(("historique",))
    assert isinstance(node, yaml.SequenceNode)
    last = node.value[-1]
    fields = [f"version: {version}", f"date: {today}", f"note: {_quoted(note)}"]
    if node.flow_style:
        return Edit(document.source, last.end_mark.index, "", f", {{{', '.join(fields)}}}")
    indent = " " * node.start_mark.column
    item = f"{{{', '.join(fields)}}}" if last.flow_style else f"\n{indent}  ".join(fields)
    return Edit(document.source, _end_of_line(document, last), "", f"\n{indent}- {item}")


def _end_of_line(document: Document, item: yaml.MappingNode) -> int:
    """Where the last line of an item ends, its comment included."""
    last = item if item.flow_style else max((v for _, v in item.value), key=_start)
    text = document.source.text
    end = text.find("\n", _start(last) + len(_text(document, last)))
    return end if end >= 0 else len(text)


def _start(node: yaml.Node) -> int:
    return node.start_mark.index


def _quoted(note: str) -> str:
    """The note as a YAML scalar: a JSON string is one."""
    return json.dumps(" ".join(note.split()), ensure_ascii=False)


def _document(root: Path, path: str) -> Document:
    source, _ = read_source(root, root / path)
    document, _ = read_yaml(source) if source else (None, [])
    assert document is not None  # the corpus was read from it
    return document


def _check(path: str, text: str, version: int) -> None:
    """The file as it will be, read back before anything is written."""
    document, problems = read_yaml(SourceFile(path, text))
    entry, faults = validate(document) if document else (None, problems)
    if entry is None or entry.version != version or entry.statut != PUBLISHED:
        why = f" : {faults[0].message}" if faults else ""
        raise EditRefusedError(f"{path} : « historique » n’a pas pu être complété{why}.")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".nouveau")
    draft.write_bytes(text.encode())
    draft.replace(path)
