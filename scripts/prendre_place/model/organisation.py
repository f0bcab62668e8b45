"""An organisation and what it does in each field site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field, HttpUrl

from prendre_place.model.entry import Entry
from prendre_place.model.values import EntryId, Line, Model, Prose, SourcePlace, TerrainId

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

    terrain: TerrainId
    role: Prose
    source: SourcePlace


class Organisation(Entry):
    """An organisation named in the enquiry."""

    kind: ClassVar[str] = "organisations"

    nom: Line
    sigle: Line | None = None
    type: OrganisationType
    territoire: Line | None = None
    presentation: Prose | None = None
    roles: tuple[Role, ...] = Field(default=())
    site: HttpUrl | None = None

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
