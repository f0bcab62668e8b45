"""The files that VS Code reads, written from the models and from the bibliography."""

from __future__ import annotations

import json
from pathlib import Path

from prendre_place.editor.snippets import citation_snippets, kind_snippets
from prendre_place.load.bibtex_reader import Bibliography
from prendre_place.schemas import source_kinds

SCHEMAS = "schemas"
KIND_SNIPPETS = ".vscode/genres.code-snippets"
CITATION_SNIPPETS = ".vscode/sources.code-snippets"


def model_files() -> dict[str, str]:
    """By path, the files that depend on the models alone."""
    schemas = {f"{SCHEMAS}/{kind.name}.json": _json(kind.schema) for kind in source_kinds()}
    return {**schemas, KIND_SNIPPETS: _json(kind_snippets())}


def write_files(root: Path, bibliography: Bibliography) -> list[str]:
    """Write every file that is not current; the paths of those that changed."""
    citations = _json(citation_snippets(bibliography.references.values()))
    changed = []
    for path, text in {**model_files(), CITATION_SNIPPETS: citations}.items():
        file = root / path
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
