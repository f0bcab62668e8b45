"""Kinds of change for readers; each says itself in one French sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from prendre_place.word_changes import FieldChange


@dataclass(frozen=True)
class Change(ABC):
    """One thing that differs; `breaks` when readers would lose what they relied on."""

    heading: ClassVar[str]
    breaks: ClassVar[bool] = False

    @abstractmethod
    def explain(self) -> str:
        """What changes, without a full stop."""


@dataclass(frozen=True)
class Page:
    """A page that a change is about."""

    title: str
    address: str

    def __str__(self) -> str:
        return f"{self.title} ({self.address})"


@dataclass(frozen=True)
class EntryAdded(Change):
    heading = "Entrées ajoutées"
    page: Page

    def explain(self) -> str:
        return str(self.page)


@dataclass(frozen=True)
class EntryRevised(Change):
    """An entry whose text, state or version differs; `fields` hold its words."""

    heading = "Entrées modifiées"
    page: Page
    state: tuple[str, str]
    version: tuple[int, int]
    fields: tuple[FieldChange, ...]

    def explain(self) -> str:
        told = [f"« {field.name} »" for field in self.fields]
        if self.version[0] != self.version[1]:
            told.append("version {} → {}".format(*self.version))
        if self.state[0] != self.state[1]:
            told.append("statut {} → {}".format(*self.state))
        return f"{self.page} : {', '.join(told)}"


@dataclass(frozen=True)
class EntryWithdrawn(Change):
    heading = "Entrées retirées (leur page reste et dit pourquoi)"
    page: Page
    reason: str
    successor: str | None

    def explain(self) -> str:
        instead = f" À lire à sa place : {self.successor}" if self.successor else ""
        return f"{self.page} : {self.reason}{instead}"


@dataclass(frozen=True)
class EntryGone(Change):
    heading = "Entrées disparues"
    breaks = True
    page: Page

    def explain(self) -> str:
        return f"{self.page} : sa page n’existerait plus"


@dataclass(frozen=True)
class AddressMoved(Change):
    heading = "Adresses"
    old: str
    new: str

    def explain(self) -> str:
        return f"{self.old} mène maintenant à {self.new}"


@dataclass(frozen=True)
class AddressGone(Change):
    heading = "Adresses perdues"
    breaks = True
    address: str

    def explain(self) -> str:
        return f"{self.address} ne mènerait plus à rien"


@dataclass(frozen=True)
class PublishedTextChanged(Change):
    heading = "Textes publiés changés sans nouvelle version"
    breaks = True
    page: Page
    version: int

    def explain(self) -> str:
        return f"{self.page}, version {self.version}"


@dataclass(frozen=True)
class RelationAdded(Change):
    heading = "Relations ajoutées"
    source: str
    label: str
    target: str

    def explain(self) -> str:
        return f"{self.source} → {self.target} ({self.label})"


@dataclass(frozen=True)
class RelationRemoved(RelationAdded):
    heading = "Relations supprimées"


@dataclass(frozen=True)
class WorkNewlyCited(Change):
    heading = "Sources citées en plus"
    work: str
    by: tuple[str, ...]

    def explain(self) -> str:
        return f"{self.work}, par {', '.join(self.by)}"


@dataclass(frozen=True)
class WorkNoLongerCited(WorkNewlyCited):
    heading = "Sources qui ne sont plus citées"
    is_left_alone: bool

    def explain(self) -> str:
        alone = " ; aucune page ne la cite plus" if self.is_left_alone else ""
        return f"{super().explain()}{alone}"
