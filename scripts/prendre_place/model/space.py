"""The form that a field site takes in space, part by part."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from prendre_place.model.values import Line, Model, SourcePlace

FormType = Literal["archipel", "lieu-ressource", "multiscalaire"]
ElementRole = Literal[
    "ilot", "passage", "manque", "lieu", "fonction", "reseau", "echelle", "relation"
]
# What each form is made of: what it cannot do without, and what it may also show.
FORM_ROLES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "archipel": (frozenset({"ilot", "passage"}), frozenset({"manque"})),
    "lieu-ressource": (frozenset({"lieu", "fonction", "reseau"}), frozenset()),
    "multiscalaire": (frozenset({"echelle"}), frozenset({"relation"})),
}


class SpatialElement(Model):
    """One part of a form of space; scales come from the nearest to the farthest."""

    role: ElementRole = Field(
        title="Rôle",
        description="Ce que cette partie est dans la forme : îlots, passages et manques d’un "
        "archipel ; lieu, fonctions et réseaux d’un lieu-ressource ; échelles et "
        "relations d’une forme multiscalaire.",
        examples=["ilot"],
    )
    nom: Line = Field(
        title="Nom",
        description="Le nom de cette partie.",
        examples=["Cambrai"],
    )
    precision: Line | None = Field(
        default=None,
        title="Précision",
        description="Ce qu’il faut savoir de plus, en quelques mots.",
        examples=["siège de l’association"],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cela se lit.",
    )


class SpatialForm(Model):
    """The form of space that the report reads in the site, part by part."""

    type: FormType = Field(
        title="Type",
        description="La forme : « archipel », « lieu-ressource » ou « multiscalaire ».",
        examples=["archipel"],
    )
    elements: Annotated[tuple[SpatialElement, ...], Field(min_length=1)] = Field(
        title="Éléments",
        description="Les parties de la forme ; les échelles vont de la plus proche à la plus "
        "lointaine.",
    )

    @model_validator(mode="after")
    def _parts_are_those_of_the_form(self) -> SpatialForm:
        needed, possible = FORM_ROLES[self.type]
        found = {element.role for element in self.elements}
        if not needed <= found <= needed | possible:
            raise PydanticCustomError(
                "form_roles",
                "roles that do not make a {type}",
                {
                    "type": self.type,
                    "found": sorted(found),
                    "needed": sorted(needed),
                    "possible": sorted(possible),
                },
            )
        return self
