"""The sources as they were typed, for the commands that search or change them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from prendre_place.kinds import KINDS
from prendre_place.load.bibtex_reader import Bibliography
from prendre_place.load.project import (
    ACRONYMS,
    read_bibliography,
    read_document,
    read_documents,
    read_handwritten,
)
from prendre_place.load.yaml_reader import Document
from prendre_place.model.acronym import AcronymList
from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile


@dataclass(frozen=True)
class Sources:
    """Every source of a project, sound or not.

    `entries` are by id; `documents` are these and `sigles.yml`. `problems` are those
    of the reading alone.
    """

    root: Path
    entries: dict[str, Document]
    documents: tuple[Document, ...]
    handwritten: tuple[SourceFile, ...]
    bibliography: Bibliography
    problems: list[Problem]

    @property
    def unread(self) -> list[str]:
        """Paths of the YAML and Markdown files that could not be read at all."""
        read = {d.path for d in self.documents} | {page.path for page in self.handwritten}
        faulty = {p.path for p in self.problems if p.severity == "erreur"}
        return sorted(path for path in faulty - read if path.endswith((".yml", ".md")))


def read_sources(root: Path) -> Sources:
    """Read every source under `root`, without judging what they say."""
    problems: list[Problem] = []
    bibliography = read_bibliography(root, problems)
    handwritten = read_handwritten(root, problems)
    documents, _ = read_documents(root, problems)
    entries = {Path(document.path).stem: document for document in reversed(documents)}
    path = root / ACRONYMS
    if path.is_file() and (acronyms := read_document(root, path, problems)):
        documents.append(acronyms)
    return Sources(root, entries, tuple(documents), handwritten, bibliography, problems)


def model_of(document: Document) -> type[BaseModel] | None:
    """The model that a document is read as."""
    if document.path == ACRONYMS:
        return AcronymList
    path = Path(document.path)
    return KINDS[path.parts[0]].model_for(path.stem)
