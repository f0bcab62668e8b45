"""What libyaml says, in French, with what to do about it.

The English texts are those of libyaml's `scanner.c`, `parser.c` and of PyYAML's
composer; the first that is contained in the error is used.
"""

from __future__ import annotations

import yaml

from prendre_place.load.yaml_layout import layout_fault
from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile

# (part of the English message, what is wrong, what was expected)
MESSAGES = (
    (
        "found character that cannot start any token",
        "caractère qui ne peut commencer une valeur : tabulation, « @ », « ` » ou « % »",
        "des espaces pour décaler, et des guillemets autour d’un texte qui commence ainsi",
    ),
    (
        "found a tab character",
        "tabulation dans le décalage",
        "des espaces pour décaler les lignes",
    ),
    (
        "found unexpected end of stream",
        "guillemet ouvert et jamais refermé",
        "le même guillemet à la fin de la valeur",
    ),
    (
        "found unexpected document indicator",
        "guillemet ouvert et jamais refermé avant « --- »",
        "le même guillemet à la fin de la valeur",
    ),
    (
        "mapping values are not allowed in this context",
        "deux-points inattendus",
        "un texte qui contient « : » entre guillemets ou à la ligne après « >- », "
        "et des champs alignés les uns sous les autres",
    ),
    (
        "found unexpected ':'",
        "champ sans valeur entre accolades",
        "une valeur après le deux-points, ou pas de champ du tout",
    ),
    (
        "could not find expected ':'",
        "ligne sans « : »",
        "« champ: valeur », ou un texte décalé sous son champ",
    ),
    (
        "did not find expected key",
        "champ mal décalé",
        "un champ aligné sur les autres",
    ),
    (
        "did not find expected '-' indicator",
        "élément de liste mal décalé",
        "un tiret aligné sur ceux de la liste",
    ),
    (
        "did not find expected ',' or",
        "liste ou groupe entre crochets jamais refermé",
        "« ] » ou « } » à la fin, et une virgule entre deux éléments",
    ),
    (
        "block sequence entries are not allowed in this context",
        "tiret de liste inattendu",
        "la liste à la ligne, sous son champ",
    ),
    (
        "did not find expected node content",
        "valeur attendue",
        "une valeur, entre guillemets si elle commence par un signe",
    ),
    (
        "found undefined alias",
        "« * » au début d’une valeur est lu comme un renvoi",
        "des guillemets autour d’un texte qui commence par « * »",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "« * » ou « & » au début d’une valeur",
        "des guillemets autour d’un texte qui commence par ce signe",
    ),
    (
        "expected a single document",
        "deux documents dans un fichier (« --- »)",
        "un seul document par fichier",
    ),
    (
        "did not find expected <document start>",
        "texte inattendu après la fin du document",
        "des champs, chacun sur sa ligne",
    ),
    (
        "did not find expected comment or line break",
        "texte inattendu après « | » ou « > »",
        "rien d’autre sur cette ligne, et le texte décalé dessous",
    ),
    (
        "while scanning a block scalar",
        "bloc de texte mal décalé",
        "toutes les lignes du bloc décalées du même nombre d’espaces",
    ),
    (
        "found unknown escape character",
        "barre oblique inversée mal employée",
        "« \\\\ » entre guillemets doubles, ou des guillemets simples",
    ),
    (
        "control characters are not allowed",
        "caractère de contrôle invisible",
        "un texte sans caractère invisible",
    ),
    (
        "special characters are not allowed",
        "caractère invisible non admis",
        "un texte sans caractère invisible",
    ),
    (
        "unacceptable character",
        "caractère invisible non admis",
        "un texte sans caractère invisible",
    ),
)


def translate(source: SourceFile, error: yaml.YAMLError) -> Problem:
    """One problem, where the fault is or, if that is not known, where libyaml stopped."""
    path, english = source.path, str(error)
    if isinstance(error, yaml.MarkedYAMLError) and (fault := layout_fault(source.text, error)):
        place = (fault.line, fault.column)
        return Problem(path, *place, fault.code, fault.found, expected=fault.expected)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "unexpected end of stream" in english and getattr(error, "context_mark", None):
        # The quote that was left open is more use than the end of the file.
        mark = error.context_mark  # type: ignore[attr-defined]
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    for part, message, expected in MESSAGES:
        if part in english:
            return Problem(path, line, column, "yaml-invalide", message, expected=expected)
    return Problem(
        path,
        line,
        column,
        "yaml-invalide",
        f"YAML illisible ici (« {getattr(error, 'problem', None) or english} »)",
        expected="« champ: valeur », décalé avec des espaces",
    )
