"""What the site says of itself: the one place where a publisher sets it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from prendre_place.model.values import (
    Flag,
    Line,
    Mailbox,
    Model,
    RepositoryAddress,
    WebAddress,
    WebFolder,
)


def origin_of(address: str) -> str:
    """The part of a Web address that names the site: `https://gitlab.com`."""
    return "/".join(address.split("/")[:3])


class Licence(Model):
    """The licence of texts and data; `sigle` is its SPDX identifier."""

    nom: Line = Field(
        title="Nom",
        description="Nom complet de la licence.",
        examples=["Creative Commons Attribution 4.0 International"],
    )
    sigle: Line = Field(
        title="Sigle",
        description="Identifiant SPDX de la licence.",
        examples=["CC-BY-4.0"],
    )
    adresse: WebAddress = Field(
        title="Adresse",
        description="Adresse du texte de la licence.",
        examples=["https://creativecommons.org/licenses/by/4.0/deed.fr"],
    )


class Forge(Model):
    """The Git host where the sources are, and where corrections are proposed."""

    genre: Literal["github", "gitlab"] = Field(
        title="Genre",
        description="Le logiciel de la forge : « github », ou « gitlab » (gitlab.com ou une "
        "forge d’université).",
        examples=["gitlab"],
    )
    adresse: RepositoryAddress = Field(
        title="Adresse",
        description="L’adresse de la page du dépôt.",
        examples=["https://gitlab.com/chairess/prendre-place"],
    )
    branche: Line = Field(
        default="main",
        title="Branche",
        description="La branche publiée.",
        examples=["main"],
    )
    formulaire: Flag = Field(
        default=False,
        title="Formulaire",
        description="« true » pour mettre en ligne le formulaire de rédaction, à /redaction/. "
        "L’aperçu l’a toujours.",
        examples=[True],
    )
    application: Line | None = Field(
        default=None,
        title="Application",
        description="Sur GitLab : l’identifiant de l’application OAuth par laquelle le formulaire "
        "connecte. Sans elle, on s’y connecte avec un jeton d’accès.",
        examples=["2c1f0a7e"],
    )
    connexion: WebAddress | None = Field(
        default=None,
        title="Connexion",
        description="Sur GitHub : l’adresse du service OAuth par lequel le formulaire connecte "
        "(Sveltia CMS Authenticator). Sans lui, on s’y connecte avec un jeton d’accès.",
        examples=["https://connexion.example.org"],
    )

    @property
    def host(self) -> str:
        """The Git host itself: `https://gitlab.com`."""
        return origin_of(self.adresse)

    @property
    def repository(self) -> str:
        """Owner and name of the repository: `chairess/prendre-place`."""
        return self.adresse.removeprefix(f"{self.host}/")

    @model_validator(mode="after")
    def _signs_in_as_its_host_does(self) -> Forge:
        if (self.application and self.genre != "gitlab") or (
            self.connexion and self.genre != "github"
        ):
            raise PydanticCustomError("sign_in_mismatch", "{genre}", {"genre": self.genre})
        return self


class Publication(Model):
    """The file `publication.yml`.

    `adresse` is the public address of the home page: permanent addresses,
    canonical links, citations and RDF identifiers begin with it.
    """

    titre: Line = Field(
        title="Titre",
        description="Le nom du site.",
        examples=["Prendre place"],
    )
    description: Line = Field(
        title="Description",
        description="Le site en une phrase.",
        examples=["La base de connaissances publique de la ChairESS."],
    )
    editeur: Line = Field(
        title="Éditeur",
        description="Qui publie le site : le nom donné dans chaque citation.",
        examples=["ChairESS Hauts-de-France"],
    )
    adresse: WebFolder = Field(
        title="Adresse",
        description="L’adresse publique de l’accueil, avec « / » à la fin. Chaque page sera "
        "citée avec elle.",
        examples=["https://chairess.org/prendre-place/"],
    )
    contact: WebAddress = Field(
        title="Contact",
        description="L’adresse d’une page où écrire.",
        examples=["https://chairess.org"],
    )
    courriel: Mailbox | None = Field(
        default=None,
        title="Courriel",
        description="L’adresse électronique de l’institution, si elle en a une pour recevoir les "
        "corrections. Elle est publiée.",
    )
    licence: Licence = Field(
        title="Licence",
        description="La licence des textes et des données.",
    )

    forge: Forge | None = Field(
        default=None,
        title="Forge",
        description="Le dépôt Git des sources, s’il est en ligne : là où l’on propose une "
        "correction.",
    )

    def url(self, path: str) -> str:
        """The permanent address of `path`, given from the root of the site (`glossaire/ptce/`)."""
        return f"{self.adresse}{path}"
