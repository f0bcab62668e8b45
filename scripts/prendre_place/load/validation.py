"""Data of one file to a typed entry, or to problems said in French."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from prendre_place.kinds import ENQUIRY_PAGES, KINDS
from prendre_place.load.yaml_reader import Document, Location
from prendre_place.model.entry import Entry
from prendre_place.model.values import (
    EDTF_PATTERN,
    ID_PATTERN,
    PLACE_PATTERN,
    SITE_PATTERN,
    WEB_FOLDER_PATTERN,
    WEB_PATTERN,
)
from prendre_place.problems import Problem, nearest

# Each kind's index has this address.
INDEX = frozenset({"index"})
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)

M = TypeVar("M", bound=BaseModel)
Wording = tuple[str, str, str | None]  # code, what was found, what was expected


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
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [
            _to_problem(document, model, details)
            for details in error.errors()
            if not _is_an_echo(details)
        ]


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
            expected=f"« {stem} », ou un fichier nommé « {written}.yml »",
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
    elif kind == "literal_error" and details["input"]:
        values = _choices(details)
        code, found = "valeur-hors-liste", f"« {_short(details['input'])} » hors de la liste"
        expected = ", ".join(f"« {value} »" for value in values)
        suggestion = nearest(str(details["input"]), values)
    else:
        code, found, expected = _wording(details)
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


def _wording(details: ErrorDetails) -> Wording:
    value = details["input"]
    if value in (None, "") and details["type"] != "missing":
        return "valeur-vide", "valeur vide", "une valeur, ou pas de champ du tout"
    known = WORDINGS.get(details["type"])
    if known is None:
        return "valeur-invalide", f"« {_short(value)} » n’est pas admis ({details['msg']})", None
    return known(value, details.get("ctx", {}))


# Faults of an entry as a whole are shown at the field that a writer would change.
FIELD_OF_THE_WHOLE: dict[str, Location] = {
    "version_without_history": ("version",),
    "withdrawal_mismatch": ("statut",),
}
PATTERNS = {
    ID_PATTERN: "minuscules sans accent, chiffres et traits d’union",
    EDTF_PATTERN: "une date : 2021, 2021-10, 2021-10-07 ou 2021/2023",
    PLACE_PATTERN: "un lieu sans « ; », « @ » ni crochets",
    WEB_PATTERN: "une adresse complète, qui commence par https://",
    WEB_FOLDER_PATTERN: "une adresse complète, qui commence par https:// et finit par « / »",
    SITE_PATTERN: "une adresse depuis la racine du site : glossaire/ptce/, glossaire/ptce/#usages",
}


def _wrong_type(expected: str) -> Callable[[Any, dict[str, Any]], Wording]:
    return lambda value, _: ("type", f"c’est {_what(value)}", expected)


WORDINGS: dict[str, Callable[[Any, dict[str, Any]], Wording]] = {
    "missing": lambda *_: ("champ-manquant", "champ obligatoire absent", "ce champ, rempli"),
    "string_type": _wrong_type("un texte"),
    "tuple_type": _wrong_type("une liste : un élément par ligne, précédé d’un tiret"),
    "model_type": _wrong_type("un groupe de champs, décalés sous celui-ci"),
    "bool_parsing": lambda value, _: (
        "type",
        f"« {_short(value)} » n’est ni oui ni non",
        "« true » (oui) ou « false » (non)",
    ),
    "int_type": _wrong_type("un nombre entier"),
    "int_parsing": lambda value, _: (
        "type",
        f"« {_short(value)} » n’est pas un nombre entier",
        "un nombre entier, comme 1",
    ),
    "float_parsing": lambda value, _: (
        "type",
        f"« {_short(value)} » n’est pas un nombre",
        "un nombre à point, comme 50.36",
    ),
    "less_than_equal": lambda value, ctx: (
        "nombre",
        f"{value} est trop grand",
        f"au plus {ctx['le']:g}",
    ),
    "greater_than_equal": lambda value, ctx: (
        "nombre",
        f"{value} est trop petit",
        f"au moins {ctx['ge']:g}",
    ),
    "too_short": lambda _, ctx: (
        "liste-trop-courte",
        f"{ctx['actual_length']} élément(s) seulement",
        f"au moins {ctx['min_length']}",
    ),
    "too_long": lambda _, ctx: (
        "liste-trop-longue",
        f"{ctx['actual_length']} éléments",
        f"au plus {ctx['max_length']}",
    ),
    "string_pattern_mismatch": lambda value, ctx: (
        "forme",
        f"« {_short(value)} » n’a pas la forme voulue",
        PATTERNS[ctx["pattern"]],
    ),
    "url_parsing": lambda value, _: (
        "adresse",
        f"« {_short(value)} » n’est pas une adresse",
        "une adresse complète, qui commence par https://",
    ),
    "url_scheme": lambda value, _: (
        "adresse",
        f"« {_short(value)} » n’est pas une adresse du Web",
        "une adresse complète, qui commence par https://",
    ),
    "plain_line_length": lambda _, ctx: (
        "en-clair-longueur",
        f"{ctx['count']} mots",
        f"de {ctx['least']} à {ctx['most']} mots",
    ),
    "version_without_history": lambda _, ctx: (
        "version-sans-date",
        f"la version {ctx['version']} n’est pas dans « historique »",
        "une ligne de « historique » pour la version en cours",
    ),
    "withdrawal_mismatch": lambda *_: (
        "retrait",
        "« statut » et « retrait » se contredisent",
        "« statut: retire » avec un « retrait », ou ni l’un ni l’autre",
    ),
    "row_length": lambda _, ctx: (
        "tableau",
        f"la ligne {ctx['number']} a {ctx['found']} case(s)",
        f"{ctx['expected']}, comme « colonnes »",
    ),
    "form_roles": lambda _, ctx: (
        "forme-d-espace",
        f"les rôles {_listed(ctx['found'])} ne font pas un dessin « {ctx['type']} »",
        f"{_listed(ctx['needed'])}"
        + (f", et si l’on veut {_listed(ctx['possible'])}" if ctx["possible"] else ""),
    ),
    "used_value_rank": lambda _, ctx: (
        "valeur-retenue",
        f"« retenue: {ctx['rank']} » pour {ctx['count']} valeur(s)",
        "le rang d’une valeur, à partir de 1",
    ),
    "unexplained_disagreement": lambda *_: (
        "desaccord-sans-remarque",
        "les valeurs diffèrent et « remarque » est absente",
        "une « remarque » qui dit laquelle est retenue et pourquoi, ou qu’on ne sait pas",
    ),
}


def _listed(words: list[str]) -> str:
    return ", ".join(f"« {word} »" for word in words)


def _what(value: object) -> str:
    if isinstance(value, dict):
        return "un groupe de champs"
    if isinstance(value, list | tuple):
        return "une liste"
    return f"« {_short(value)} »"


def _short(value: object, most: int = 60) -> str:
    text = str(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _choices(details: ErrorDetails) -> list[str]:
    # pydantic words them "'a', 'b' or 'c'"; the French apostrophe is never a straight one here.
    listed = details["ctx"]["expected"].replace(" or ", ", ")
    return [value.strip("'\"") for value in listed.split(", ")]


def _fields_at(model: type[BaseModel], location: Location) -> list[str]:
    """Names of the fields allowed at a location of a model."""
    for step in location:
        if isinstance(step, str):
            model = _submodel(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _submodel(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_submodel, get_args(annotation))), None)
