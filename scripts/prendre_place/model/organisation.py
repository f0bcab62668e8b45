"""An organisation and what it does in each field site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field, HttpUrl

from prendre_place.model.entry import Entry
from prendre_place.model.values import (
    FORM,
    WEB_PATTERN,
    EntryId,
    Line,
    Model,
    Prose,
    SourcePlace,
    TerrainId,
    WebAddress,
)

OrganisationType = Literal[
    "association",
    "coopérative",
    "entreprise",
    "structure d'insertion",
    "lieu et tiers-lieu",
    "pôle territorial de coopération économique",
    "réseau et fédération",
    "collectivité et intercommunalité",
    "État et opérateur public",
    "chambre consulaire",
    "fonds et fondation",
    "université et recherche",
    "autre",
]


class Role(Model):
    """What the organisation does in one field site."""

    terrain: TerrainId = Field(
        title="Terrain",
        description="Le terrain.",
        examples=["toit-commun"],
    )
    role: Prose = Field(
        title="Rôle",
        description="Ce que l’organisation y fait.",
        examples=["Porte le projet et y engage ses fonds propres."],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cela se lit.",
    )


class Organisation(Entry):
    """An organisation named in the enquiry."""

    kind: ClassVar[str] = "organisations"

    nom: Line = Field(
        title="Nom",
        description="Le nom complet de l’organisation.",
        examples=["Ville de Lens"],
    )
    sigle: Line | None = Field(
        default=None,
        title="Sigle",
        description="Son sigle, si elle en a un.",
        examples=["ACSRV"],
    )
    type: OrganisationType = Field(
        title="Type",
        description="De quelle sorte d’organisation il s’agit.",
        examples=["association"],
    )
    territoire: Line | None = Field(
        default=None,
        title="Territoire",
        description="Où elle agit.",
        examples=["Valenciennes et ses environs"],
    )
    presentation: Prose | None = Field(
        default=None,
        title="Présentation",
        description="Ce qu’elle est et ce qu’elle fait, avec ses sources.",
        examples=[
            "L’association réunit quinze centres sociaux "
            "[@lefebvrechombart2023dynamique, §3, 2.3.1]."
        ],
    )
    roles: tuple[Role, ...] = Field(
        default=(),
        title="Rôles",
        description="Ce qu’elle fait dans chaque terrain.",
    )
    site: HttpUrl | None = Field(
        default=None,
        title="Site",
        description="L’adresse de son site, qui commence par https://.",
        examples=["https://www.villedelens.fr"],
        json_schema_extra={FORM: WebAddress.form, "pattern": WEB_PATTERN},
    )

    @property
    def title(self) -> str:
        return self.nom

    @property
    def acronym(self) -> str | None:
        return self.sigle

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for role in self.roles:
            yield "role", role.terrain
