"""What the site says of itself: the one place where a publisher sets it."""

from __future__ import annotations

from prendre_place.model.values import Line, Model, WebAddress, WebFolder


class Licence(Model):
    """The licence of texts and data; `sigle` is its SPDX identifier."""

    nom: Line
    sigle: Line
    adresse: WebAddress


class Publication(Model):
    """The file `publication.yml`.

    `adresse` is the public address of the home page: permanent addresses,
    canonical links, citations and RDF identifiers begin with it.
    """

    titre: Line
    description: Line
    editeur: Line
    adresse: WebFolder
    contact: WebAddress
    licence: Licence

    def url(self, path: str) -> str:
        """The permanent address of `path`, given from the root of the site (`glossaire/ptce/`)."""
        return f"{self.adresse}{path}"
