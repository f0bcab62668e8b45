"""Data of one file to a typed entry, or to problems said in French."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from prendre_place.kinds import ENQUIRY_PAGES, KINDS
from prendre_place.load.wordings import empty_wording, short, wording
from prendre_place.load.yaml_reader import Data, Document, Location
from prendre_place.model.entry import Entry
from prendre_place.model.values import ID_PATTERN
from prendre_place.problems import Problem, nearest

# Each kind's index has this address.
INDEX = frozenset({"index"})
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)

M = TypeVar("M", bound=BaseModel)


def validate(document: Document) -> tuple[Entry | None, list[Problem]]:
    """The entry of a document; every fault of the document is reported at once."""
    path = PurePosixPath(document.path)
    kind = KINDS[path.parts[0]]
    model = kind.model_for(path.stem)
    if model is None:
        expected = ", ".join(f"{name}.yml" for name in ENQUIRY_PAGES)
        return None, [
            Problem(
                document.path,
                1,
                1,
                "fichier-inattendu",
                f"« {path.name} » n’est pas une page de l’enquête",
                expected=expected,
                suggestion=nearest(path.name, [f"{name}.yml" for name in ENQUIRY_PAGES]),
            )
        ]
    problems = _id_is_the_file_name(document, path.stem)
    if path.stem in kind.reserved | INDEX:
        problems.append(_reserved_id(document, path.stem))
    if path.stem in DEVICES:
        problems.append(_device_id(document, path.stem))
    entry, found = validate_as(model, document)
    return entry, problems + found


def validate_as(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """The data of a document as a model, or every fault of it."""
    try:
        return model.model_validate(document.data), _empty_fields(document, ())
    except ValidationError as error:
        found = [details for details in error.errors() if not _is_an_echo(details)]
        problems = _without_echoes([_to_problem(document, model, d) for d in found])
        return None, problems + _empty_fields(document, [details["loc"] for details in found])


def _empty_fields(document: Document, reported: Sequence[Location]) -> list[Problem]:
    """Fields that may be absent but stand there empty: an editor or a form left them."""
    problems = []
    for location in _empty(document.data, ()):
        if location in reported:
            continue
        code, found, expected = empty_wording(document.written(location))
        position = document.position(location)
        problems.append(
            Problem(
                document.path,
                *position,
                code,
                found,
                field=field_name(location),
                expected=expected,
            )
        )
    return problems


def _empty(data: Data, location: Location) -> Iterator[Location]:
    if data is None:
        yield location
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _empty(value, (*location, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _empty(value, (*location, index))


def _reserved_id(document: Document, entry_id: str) -> Problem:
    return Problem(
        document.path,
        *document.position(("id",)),
        "id-reserve",
        f"« {entry_id} » est déjà l’adresse d’une page du site",
        field="id",
        expected="un autre id",
    )


def _device_id(document: Document, entry_id: str) -> Problem:
    return Problem(
        document.path,
        *document.position(("id",)),
        "id-reserve",
        f"« {entry_id} » est un nom que Windows garde pour lui : le fichier n’y existerait pas",
        field="id",
        expected="un autre id",
    )


def _is_an_echo(details: ErrorDetails) -> bool:
    """pydantic counts only the sound items of a list: one at fault is reported already."""
    return (
        details["type"] == "too_short"
        and isinstance(details["input"], list)
        and len(details["input"]) >= details["ctx"]["min_length"]
    )


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """One fault, one problem.

    A field is empty because its text, on the next line, is not indented; or absent because
    its name is ill-written.
    """
    texts = {problem.line for problem in problems if problem.code == "decalage"}
    meant = {_beside(p.field, p.suggestion) for p in problems if p.field and p.suggestion}
    return [
        p
        for p in problems
        if not (p.code == "a-remplir" and p.line + 1 in texts)
        and not (p.code == "champ-manquant" and p.field in meant)
    ]


def _beside(field: str, name: str) -> str:
    """The field of that name in the group of another."""
    group, step, _ = field.rpartition(" › ")
    return f"{group}{step}{name}"


def _id_is_the_file_name(document: Document, stem: str) -> list[Problem]:
    written = document.data.get("id")
    if not isinstance(written, str) or written == stem or not re.match(ID_PATTERN, written):
        return []
    line, column = document.position(("id",))
    return [
        Problem(
            document.path,
            line,
            column,
            "id-et-fichier",
            f"« {written} » diffère du nom du fichier",
            field="id",
            expected=f"« {stem} », ou un fichier nommé « {written}.yml »"
            if re.match(ID_PATTERN, stem)
            else f"un fichier nommé « {written}.yml » (nom sans majuscule, accent ni espace)",
        )
    ]


def field_name(location: Location) -> str:
    """A location as a reader follows it: « historique › 1 › date »."""
    return " › ".join(str(step + 1) if isinstance(step, int) else step for step in location)


def _to_problem(document: Document, model: type[BaseModel], details: ErrorDetails) -> Problem:
    kind = details["type"]
    location: Location = details["loc"] + FIELD_OF_THE_WHOLE.get(kind, ())
    line, column = document.position(location, of_key=kind == "extra_forbidden")
    suggestion = None
    if kind == "extra_forbidden":
        allowed = _fields_at(model, location[:-1])
        code = "champ-inconnu"
        found = "champ inconnu"
        expected: str | None = ", ".join(allowed)
        suggestion = nearest(str(location[-1]), allowed)
        if " " in str(location[-1]) and suggestion is None:
            code, found = "decalage", "ce texte n’est pas décalé : « : » en fait un champ"
            expected = "deux espaces devant, s’il continue le champ au-dessus"
    elif kind == "literal_error" and details["input"] not in (None, ""):
        values = _choices(details)
        is_text = isinstance(details["input"], str)
        value = f"« {short(details['input'])} »" if is_text else "une liste ou un groupe"
        code, found = "valeur-hors-liste", f"{value} hors de la liste"
        expected = _listed(values)
        suggestion = nearest(str(details["input"]), values)
    elif details["input"] in (None, "") and kind != "missing":
        written = document.written(location)
        required = _required(model, location)
        if required and kind == "literal_error":
            required = _listed(_choices(details))
        code, found, expected = empty_wording(written, required)
    else:
        code, found, expected = wording(details, document.written(location))
    return Problem(
        document.path,
        line,
        column,
        code,
        found,
        field=field_name(location) or None,
        expected=expected,
        suggestion=suggestion,
    )


def _listed(values: list[str]) -> str:
    return ", ".join(f"« {value} »" for value in values)


# Faults of an entry as a whole are shown at the field that a writer would change.
FIELD_OF_THE_WHOLE: dict[str, Location] = {
    "version_without_history": ("version",),
    "withdrawal_mismatch": ("statut",),
}


def _choices(details: ErrorDetails) -> list[str]:
    # pydantic words them "'a', 'b' or 'c'"; the French apostrophe is never a straight one here.
    listed = details["ctx"]["expected"].replace(" or ", ", ")
    return [value.strip("'\"") for value in listed.split(", ")]


def _required(model: type[BaseModel], location: Location) -> str | None:
    """What the field at a location, or the list it is in, holds if it must be there."""
    while location and isinstance(location[-1], int):
        location = location[:-1]
    if not location:
        return None
    name = str(location[-1])
    field = _model_at(model, location[:-1]).model_fields.get(name)
    return field.description if field and field.is_required() else None


def _fields_at(model: type[BaseModel], location: Location) -> list[str]:
    """Names of the fields allowed at a location of a model."""
    return list(_model_at(model, location).model_fields)


def _model_at(model: type[BaseModel], location: Location) -> type[BaseModel]:
    for step in location:
        if isinstance(step, str):
            model = _submodel(model.model_fields[step].annotation) or model
    return model


def _submodel(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_submodel, get_args(annotation))), None)
