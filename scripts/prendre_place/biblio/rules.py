"""What is to be mended in one reference of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum import isbn, issn
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError

from prendre_place.biblio.fields import MONTHS, ORDER
from prendre_place.biblio.zotero import ALIASES, READ_AS, RESOLVER
from prendre_place.load.bibtex_entries import BibtexEntry
from prendre_place.model.reference import Reference
from prendre_place.problems import Problem, Severity, nearest

# Beside a title and somebody who answers for the work.
REQUIRED = {
    "article": ("journal", "year"),
    "book": ("publisher", "year"),
    "inbook": ("booktitle", "publisher", "year"),
    "incollection": ("booktitle", "publisher", "year"),
    "inproceedings": ("booktitle", "year"),
    "mastersthesis": ("school", "year"),
    "phdthesis": ("school", "year"),
    "proceedings": ("year",),
    "report": ("institution", "year"),
    "techreport": ("institution", "year"),
    "thesis": ("school", "year"),
}
MEANING = {
    "author": "un auteur, ou « editor » pour un directeur d’ouvrage",
    "booktitle": "le titre de l’ouvrage ou du colloque",
    "institution": "l’organisme qui publie le rapport",
    "journal": "le nom de la revue",
    "publisher": "la maison d’édition",
    "school": "l’université",
    "year": "l’année",
}
# https://www.crossref.org/blog/dois-and-matching-regular-expressions/
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}]+")
# https://doc.hal.science: a portal's prefix, eight digits, a version
HAL = re.compile(r"[a-z]+(?:-[a-z]+)*[-_]\d{8}")
HAL_IN_ADDRESS = re.compile(rf"https?://[\w.-]*hal\.science/({HAL.pattern})")
VERSION = re.compile(r"v\d+$")
PAGE_RANGE = re.compile(r"([A-Za-z]*)(\d+)(-+|–|—)([A-Za-z]*)(\d+)")
PAGE = re.compile(r"[\w.:]+")
FIRST_PRINTED = 1450


@dataclass(frozen=True)
class Checked:
    """A reference, its entry as typed, and the year of the check."""

    path: str
    entry: BibtexEntry
    reference: Reference
    this_year: int

    def problem(
        self,
        field: str,
        code: str,
        found: str,
        expected: str | None = None,
        suggestion: str | None = None,
        severity: Severity = "erreur",
    ) -> Problem:
        """A problem at the line of the field."""
        message = f"notice « {self.reference.cle} » : {found}"
        line = self.entry.line_of(field)
        return Problem(self.path, line, 1, code, message, field, expected, suggestion, severity)

    def value(self, field: str) -> str:
        """The field as text; nothing when it is absent."""
        return self.reference.champs.get(field, "")


def check(checked: Checked) -> Iterator[Problem]:
    """Every problem of one reference."""
    for rule in (_required, _unread, _doi, _hal, _isbn, _issn, _pages, _year, _month):
        yield from rule(checked)


def _required(checked: Checked) -> Iterator[Problem]:
    """A work known by its author and year is not held to it; one to be verified is warned."""
    reference = checked.reference
    if reference.etat == "auteur-annee":
        return
    severity: Severity = "erreur" if reference.etat == "verifiee" else "avertissement"
    missing = [name for name in REQUIRED.get(reference.type, ()) if not checked.value(name)]
    if not (reference.auteurs or reference.directeurs):
        missing.insert(0, "author")
    for name in missing:
        yield checked.problem(
            name,
            "champ-bibtex-manquant",
            f"champ absent d’une notice @{reference.type}",
            MEANING[name],
            severity=severity,
        )


def _unread(checked: Checked) -> Iterator[Problem]:
    for name in checked.entry.fields:
        if name == "file":
            yield checked.problem(
                name,
                "champ-prive",
                "chemin d’un fichier de votre ordinateur",
                "une notice sans ce champ, que tout le monde pourrait lire",
            )
        elif name not in ORDER:
            yield checked.problem(
                name,
                "champ-bibtex-inconnu",
                "champ que le site ne lit pas",
                suggestion=(ALIASES | READ_AS).get(name) or nearest(name, list(ORDER)),
                severity="avertissement",
            )


def _doi(checked: Checked) -> Iterator[Problem]:
    written = checked.value("doi")
    if written and not DOI.fullmatch(written):
        bare = RESOLVER.sub("", written)
        yield checked.problem(
            "doi",
            "doi-mal-forme",
            f"« {written} » n’est pas un DOI",
            "10., quatre chiffres ou plus, une barre oblique, la suite ; sans https://doi.org/",
            bare if DOI.fullmatch(bare) else None,
        )


def _hal(checked: Checked) -> Iterator[Problem]:
    written = checked.value("eprint")
    in_address = HAL_IN_ADDRESS.match(checked.value("url"))
    if not written or checked.value("eprinttype").lower() != "hal":
        return
    bare = VERSION.sub("", written)
    if not HAL.fullmatch(bare):
        yield checked.problem(
            "eprint",
            "hal-mal-forme",
            f"« {written} » n’est pas un identifiant de HAL",
            "par exemple hal-01724699, halshs-00281573 ou tel-02478106",
            in_address[1] if in_address else None,
        )
    elif in_address and in_address[1] != bare:
        yield checked.problem(
            "url",
            "hal-different",
            f"l’adresse mène à « {in_address[1]} », et « eprint » dit « {written} »",
            "le même identifiant aux deux places",
            severity="avertissement",
        )


def _isbn(checked: Checked) -> Iterator[Problem]:
    if written := checked.value("isbn"):
        try:
            isbn.validate(written)
        except ValidationError as error:
            expected = "10 ou 13 chiffres, tirets permis, un seul ISBN par notice"
            yield _number(checked, "isbn", error, expected)


def _issn(checked: Checked) -> Iterator[Problem]:
    if written := checked.value("issn"):
        try:
            issn.validate(written)
        except ValidationError as error:
            yield _number(checked, "issn", error, "8 chiffres, comme 1777-5930, un seul ISSN")


def _number(checked: Checked, field: str, error: ValidationError, expected: str) -> Problem:
    written = checked.value(field)
    if isinstance(error, InvalidChecksum):
        found = "le dernier chiffre, qui contrôle les autres, ne s’accorde pas avec eux"
        expected = "le numéro tel qu’il est imprimé : un chiffre a été mal recopié"
    elif isinstance(error, InvalidLength):
        found = "trop ou trop peu de chiffres"
    else:
        found = "numéro mal formé"
    code = f"{field}-mal-forme"
    return checked.problem(field, code, f"« {written} » : {found}", expected)


def _pages(checked: Checked) -> Iterator[Problem]:
    for part in re.split(r"\s*,\s*", checked.value("pages")) if checked.value("pages") else []:
        found = PAGE_RANGE.fullmatch(part)
        if found is None:
            if not PAGE.fullmatch(part):
                yield _odd_pages(checked, part, None)
            continue
        first, last = int(found[2]), int(found[5])
        if found[3] != "--":
            yield _odd_pages(checked, part, part.replace(found[3], "--"))
        elif last < first and len(found[5]) < len(found[2]):
            whole = found[2][: -len(found[5])] + found[5]
            yield _odd_pages(checked, part, f"{found[1]}{found[2]}--{found[4]}{whole}")
        elif last < first and found[1] == found[4]:
            yield checked.problem(
                "pages",
                "pages-a-l-envers",
                f"« {part} » : la dernière page vient avant la première",
                "la première page, « -- », la dernière",
            )


def _odd_pages(checked: Checked, part: str, suggestion: str | None) -> Problem:
    return checked.problem(
        "pages",
        "pages-mal-formees",
        f"« {part} » : pages mal notées",
        "12, ou 12--34, ou 12--34, 56",
        suggestion,
        "avertissement",
    )


def _year(checked: Checked) -> Iterator[Problem]:
    written = checked.value("year")
    if not written:
        return
    if not re.fullmatch(r"\d{4}", written):
        found, severity = f"« {written} » n’est pas une année", "erreur"
    elif int(written) > checked.this_year + 1:
        found, severity = f"« {written} » est dans l’avenir", "erreur"
    elif int(written) < FIRST_PRINTED:
        found, severity = f"« {written} » : avant les livres imprimés", "avertissement"
    else:
        return
    yield checked.problem(
        "year",
        "annee-invalide",
        found,
        "quatre chiffres, l’année de l’édition citée",
        severity=severity,  # type: ignore[arg-type]
    )


def _month(checked: Checked) -> Iterator[Problem]:
    written = checked.value("month")
    if written and written.lower()[:3] not in MONTHS:
        yield checked.problem(
            "month",
            "mois-invalide",
            f"« {written} » n’est pas un mois de BibTeX",
            ", ".join(MONTHS),
            severity="avertissement",
        )
