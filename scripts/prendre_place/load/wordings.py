"""What pydantic says of one value, in French, for the person who typed it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic_core import ErrorDetails

from prendre_place.load.yaml_layout import cut_by_a_colon
from prendre_place.model.values import MEANINGS

Wording = tuple[str, str, str | None]  # code, what was found, what was expected


def wording(details: ErrorDetails, written: str | None) -> Wording:
    """The fault of one value; `written` is its text as it was typed."""
    value = details["input"]
    if details["type"] == "string_type" and written:
        return _quotes_missing(written, _meaning(value))
    if details["type"] == "string_type" and isinstance(value, dict) and _is_prose(value):
        return cut_by_a_colon(str(details["loc"][-1]))
    known = WORDINGS.get(details["type"])
    if known is None:
        return "valeur-invalide", f"« {short(value)} » n’est pas admis ({details['msg']})", None
    return known(value, details.get("ctx", {}))


def _is_prose(group: dict[str, object]) -> bool:
    """Whether a group of fields is rather a sentence with « : » in it."""
    return any(" " in name for name in group)


EMPTY: Wording = ("valeur-vide", "valeur vide", "une valeur, ou pas de champ du tout")


def empty_wording(written: str | None, required: str | None = None) -> Wording:
    """An empty value; `required` says what a field that must be there holds."""
    if written:
        return _quotes_missing(written, "veut dire « rien »")
    return ("a-remplir", "reste à remplir", required) if required else EMPTY


def _meaning(value: object) -> str:
    if isinstance(value, bool):
        return f"veut dire « {'oui' if value else 'non'} »"
    return "est un nombre"


def _quotes_missing(written: str, meaning: str) -> Wording:
    """Plain text that every reader of YAML takes for something else."""
    text = short(written)
    return (
        "guillemets",
        f"sans guillemets, « {text} » {meaning}",
        f'des guillemets pour un texte : "{text}"',
    )


def _wrong_type(expected: str) -> Callable[[Any, dict[str, Any]], Wording]:
    return lambda value, _: ("type", f"c’est {_what(value)}", expected)


WORDINGS: dict[str, Callable[[Any, dict[str, Any]], Wording]] = {
    "missing": lambda *_: ("champ-manquant", "champ obligatoire absent", "ce champ, rempli"),
    "string_type": _wrong_type("un texte"),
    "tuple_type": _wrong_type("une liste : un élément par ligne, précédé d’un tiret"),
    "model_type": _wrong_type("un groupe de champs, décalés sous celui-ci"),
    "bool_type": lambda value, _: (
        "type",
        f"« {short(value)} » n’est ni oui ni non",
        "« true » (oui) ou « false » (non), sans guillemets",
    ),
    "int_type": lambda value, _: (
        "type",
        f"{_what(value)} n’est pas un nombre entier",
        "un nombre entier, comme 1, sans guillemets",
    ),
    "no_such_day": lambda _, ctx: (
        "date-impossible",
        f"le {ctx['day']} n’existe pas",
        "un jour du calendrier",
    ),
    "interval_reversed": lambda value, _: (
        "date-impossible",
        f"« {value} » finit avant de commencer",
        "la date la plus ancienne d’abord",
    ),
    "float_type": lambda value, _: (
        "type",
        f"{_what(value)} n’est pas un nombre",
        "un nombre à point, comme 50.36, sans guillemets",
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
    # pydantic counts the sound items only; what the writer typed is what is said.
    "too_short": lambda value, ctx: (
        "liste-trop-courte",
        f"{len(value)} élément(s) seulement",
        f"au moins {ctx['min_length']}",
    ),
    "too_long": lambda _, ctx: (
        "liste-trop-longue",
        f"{ctx['actual_length']} éléments",
        f"au plus {ctx['max_length']}",
    ),
    "string_pattern_mismatch": lambda value, ctx: (
        "forme",
        f"« {short(value)} » n’a pas la forme voulue",
        MEANINGS[ctx["pattern"]],
    ),
    "url_parsing": lambda value, _: (
        "adresse",
        f"« {short(value)} » n’est pas une adresse",
        "une adresse complète, qui commence par https://",
    ),
    "url_scheme": lambda value, _: (
        "adresse",
        f"« {short(value)} » n’est pas une adresse du Web",
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
    "sign_in_mismatch": lambda _, ctx: (
        "connexion",
        f"cette connexion n’est pas celle de « {ctx['genre']} »",
        "« application » sur GitLab, « connexion » sur GitHub",
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
    return f"« {short(value)} »"


def short(value: object, most: int = 60) -> str:
    """The value as text, cut when it is too long for a message."""
    text = str(value)
    return text if len(text) <= most else text[: most - 1] + "…"
