"""A reference of `bibliography.bib`, with its state of verification."""

from __future__ import annotations

from typing import Literal

from prendre_place.model.values import Model

Verification = Literal["verifiee", "a-verifier", "auteur-annee"]

DOI_RESOLVER = "https://doi.org/"
# The field of an archived copy's address. BibTeX has no standard one; Zotero's own
# import drops it, Better BibTeX keeps it under « Extra » (`tex.archiveurl: …`).
ARCHIVE = "archiveurl"
# Keywords `cite-rapport`, `cite-carnet`…: which document of the corpus cites the work.
CORPUS_DOCUMENTS = {
    "cite-rapport": "Rapport de recherche (2023)",
    "cite-diapos": "Diapositives sur Le Toit Commun (2023)",
    "cite-ateliers": "Compte rendu des ateliers (mai 2023)",
    "cite-podlewski": "Podlewski (2014)",
    "cite-carnet": "Carnet de bord (octobre 2021)",
}
# What biblatex calls languages, and their codes.
LANGUAGES = {
    "english": "en",
    "german": "de",
    "spanish": "es",
    "italian": "it",
    "dutch": "nl",
    "portuguese": "pt",
}


class Name(Model):
    """A person (family and given names) or an institution (family name alone)."""

    famille: str
    prenoms: str = ""


class Reference(Model):
    """One work. `champs` are the BibTeX fields as plain text, LaTeX marks removed.

    `bibtex` is the entry as `bibliography.bib` holds it.
    """

    cle: str
    type: str
    auteurs: tuple[Name, ...] = ()
    directeurs: tuple[Name, ...] = ()
    traducteurs: tuple[Name, ...] = ()
    champs: dict[str, str]
    mots_cles: tuple[str, ...] = ()
    etat: Verification
    ligne: int
    bibtex: str

    @property
    def address(self) -> str:
        """Path of its page from the root of the site."""
        return f"bibliographie/{self.cle}/"

    def record(self, format: str) -> str:
        """Path of the same reference for machines: `bibliographie/fraisse2017mieux.ris`."""
        return f"bibliographie/{self.cle}.{format}"

    @property
    def title(self) -> str | None:
        """The title, or None for a work known only by its author and year."""
        return self.champs.get("title")

    @property
    def language(self) -> str:
        """Code of the language it is written in (BCP 47), from biblatex's `langid`."""
        return LANGUAGES.get(self.champs.get("langid", ""), "fr")

    @property
    def year(self) -> str | None:
        return self.champs.get("year")

    @property
    def doi(self) -> str | None:
        """The address that its DOI is for."""
        doi = self.champs.get("doi")
        return f"{DOI_RESOLVER}{doi}" if doi else None

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Where the work can be read: what each address is, and the address."""
        found = (
            ("DOI", self.doi),
            ("En ligne", self.champs.get("url")),
            ("Copie archivée", self.champs.get(ARCHIVE)),
        )
        return tuple((label, address) for label, address in found if address)

    @property
    def remark(self) -> str | None:
        """What is still to be verified, and how the rest is known."""
        return self.champs.get("annote")

    @property
    def cited_in(self) -> tuple[str, ...]:
        """The documents of the corpus that cite the work."""
        return tuple(CORPUS_DOCUMENTS[k] for k in self.mots_cles if k in CORPUS_DOCUMENTS)

    @property
    def names(self) -> str:
        """« Laville et Sainsaulieu »; the title, or the key, of a work without author."""
        people = self.auteurs or self.directeurs
        names = [person.famille for person in people]
        if len(names) > 3:
            return f"{names[0]} et al."
        if len(names) > 1:
            return f"{', '.join(names[:-1])} et {names[-1]}"
        return names[0] if names else self.title or self.cle

    @property
    def short_name(self) -> str:
        """« Laville et Sainsaulieu (2013) »."""
        return f"{self.names} ({self.year or 's. d.'})"

    @property
    def label(self) -> str:
        """Short name and title: what tells one work from another in a list."""
        has_people = self.auteurs or self.directeurs
        return f"{self.short_name}, {self.title}" if self.title and has_people else self.short_name
