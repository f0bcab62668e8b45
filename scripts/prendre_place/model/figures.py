"""Figures that can be checked: every value with its source, none silently chosen."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from prendre_place.model.values import AnchorId, Count, Edtf, Line, Model, Prose, SourcePlace


class FigureValue(Model):
    """One value of a figure, as one source gives it."""

    valeur: Line = Field(
        title="Valeur",
        description="La valeur telle que la source la donne, entre guillemets.",
        examples=["350"],
    )
    unite: Line | None = Field(
        default=None,
        title="Unité",
        description="Ce que l’on compte.",
        examples=["bulletins de paie par mois"],
    )
    date: Edtf | None = Field(
        default=None,
        title="Date",
        description="De quand date cette valeur.",
        examples=["2022"],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cette valeur se lit.",
    )


class CheckedFigure(Model):
    """A figure and all its known values; `retenue` is the rank (from 1) of the one used."""

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom du chiffre dans les adresses : « page/#nom ». Il ne change plus.",
        examples=["entretiens"],
    )
    libelle: Line = Field(
        title="Libellé",
        description="Ce que le chiffre mesure.",
        examples=["Entretiens menés"],
    )
    valeurs: Annotated[tuple[FigureValue, ...], Field(min_length=1)] = Field(
        title="Valeurs",
        description="Toutes les valeurs connues, chacune avec sa source.",
    )
    retenue: Count | None = Field(
        default=None,
        title="Valeur retenue",
        description="Le rang, à partir de 1, de la valeur que le site emploie.",
        examples=[1],
    )
    remarque: Prose | None = Field(
        default=None,
        title="Remarque",
        description="Quand les valeurs diffèrent : laquelle est retenue et pourquoi, ou que "
        "l’on ne sait pas.",
        examples=["Le rapport est plus récent."],
    )

    @property
    def disagrees(self) -> bool:
        """True when two sources give different values."""
        return len({(v.valeur.casefold(), v.unite) for v in self.valeurs}) > 1

    @property
    def used(self) -> FigureValue | None:
        """The value that the site uses, if it could choose one."""
        if self.retenue is not None:
            return self.valeurs[self.retenue - 1]
        return None if self.disagrees else self.valeurs[0]

    @model_validator(mode="after")
    def _used_value_exists(self) -> CheckedFigure:
        if self.retenue is not None and self.retenue > len(self.valeurs):
            raise PydanticCustomError(
                "used_value_rank",
                "rank {rank} of {count}",
                {"rank": self.retenue, "count": len(self.valeurs)},
            )
        return self

    @model_validator(mode="after")
    def _disagreement_is_explained(self) -> CheckedFigure:
        if self.disagrees and self.remarque is None:
            raise PydanticCustomError("unexplained_disagreement", "values differ, no remark")
        return self
