"""One model gives everything: its help is whole, its schemas are current."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from prendre_place.editor.files import model_files
from prendre_place.schemas import SourceKind, source_kinds
from tests.conftest import ROOT

KINDS = source_kinds()


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and every model within it."""
    yield model
    for field in model.model_fields.values():
        for part in _models(field.annotation):
            yield from models(part)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_says_in_french_what_it_holds(kind: SourceKind) -> None:
    silent = [
        f"{model.__name__}.{name}"
        for model in models(kind.model)
        for name, field in model.model_fields.items()
        if not (field.title and field.description)
    ]
    assert silent == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_example_is_a_sound_value_of_its_field(kind: SourceKind) -> None:
    for model in models(kind.model):
        for name, field in model.model_fields.items():
            for example in field.examples or ():
                with pytest.raises(ValidationError) as faults:
                    model.model_validate({name: example, "inconnu": ""})
                at_fault = [fault for fault in faults.value.errors() if fault["loc"][0] == name]
                assert at_fault == []


def test_patterns_are_those_that_javascript_reads_too() -> None:
    """In Unicode mode JavaScript refuses to escape a sign that needs it not."""
    for path, text in model_files().items():
        for pattern in re.findall(r'"pattern": (".*")', text):
            escaped = re.findall(r"\\(.)", json.loads(pattern))
            assert set(escaped) <= set("sSwWdDbB^$.*+?()[]{}|/\\"), path


def test_the_committed_schemas_are_those_of_the_models() -> None:
    current = {path: (ROOT / path).read_text(encoding="utf-8") for path in model_files()}
    assert current == model_files(), "lancez « prendre-place editeur » et enregistrez le résultat"


def test_vs_code_maps_each_folder_to_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./schemas/{kind.name}.json": kind.files for kind in KINDS}


def test_vs_code_is_told_of_the_yaml_extension() -> None:
    told = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in told["recommendations"]
