"""A questionnaire for a group to see where it stands, and what it may read next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from prendre_place.model.entry import Entry
from prendre_place.model.values import (
    AnchorId,
    CitedProse,
    EntryId,
    GlossaryId,
    Line,
    Model,
    PreconisationId,
    Prose,
)

# What a group says of itself by an answer; no order and no distance between them is meant.
Appreciation = Literal["en-place", "en-chemin", "a-travailler", "avis-partages", "sans-objet"]


class Leads(Model):
    """What an answer leads to read, and why."""

    pourquoi: Prose = Field(
        title="Pourquoi",
        description="Pourquoi cette réponse mène à ces pages, en une phrase.",
        examples=["Ce qui s’apprend en demandant échappe à qui n’ose pas demander."],
    )
    preconisations: tuple[PreconisationId, ...] = Field(
        default=(),
        title="Préconisations",
        description="Les préconisations qui conviennent à cette réponse.",
        examples=[["accueil-nouveaux-membres"]],
    )
    notions: Annotated[tuple[EntryId, ...], Field(min_length=1)] = Field(
        title="Notions",
        description="Les termes ou fiches notions qui aident à parler de cette réponse.",
        examples=[["ouverture-et-fermeture"]],
    )


class Answer(Model):
    """One answer that can be ticked; its id is kept in the addresses that groups copy."""

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom de la réponse dans les adresses que les groupes gardent. Il ne change "
        "plus.",
        examples=["accueil-a"],
    )
    texte: Line = Field(
        title="Texte",
        description="La réponse, avec les mots qu’un membre d’une association emploie.",
        examples=["Un temps d’accueil est prévu."],
    )
    appreciation: Appreciation = Field(
        title="Appréciation",
        description="Ce que le groupe dit de lui par cette réponse, et qui dessine sa case.",
        examples=["en-chemin"],
    )
    pistes: Leads | None = Field(
        default=None,
        title="Pistes",
        description="Ce que cette réponse propose de lire, et pourquoi.",
    )


class Question(Model):
    """One question, and the finding that it is drawn from."""

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom de la question dans les adresses : « page/#nom ». Il ne change plus.",
        examples=["accueil"],
    )
    texte: Line = Field(
        title="Texte",
        description="La question, posée à un groupe.",
        examples=["Après vos réunions, que se passe-t-il ?"],
    )
    constat: CitedProse = Field(
        title="Constat",
        description="Ce qui a été observé et d’où vient la question.",
        examples=["Les réunions se multiplient [@lefebvrechombart2023dynamique, §3, 1.1.2]."],
    )
    reponses: Annotated[tuple[Answer, ...], Field(min_length=2)] = Field(
        title="Réponses",
        description="Au moins deux réponses possibles.",
    )


class QuestionTheme(Model):
    """A few questions on one side of a cooperation."""

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom du thème dans les adresses : « page/#nom ». Il ne change plus.",
        examples=["collectif"],
    )
    titre: Line = Field(
        title="Titre",
        description="Titre du thème.",
        examples=["Le collectif d’acteurs"],
    )
    texte: Prose = Field(
        title="Texte",
        description="De quoi le thème parle, en quelques mots.",
        examples=["Qui est là, comment on y entre, qui décide, qui manque."],
    )
    questions: Annotated[tuple[Question, ...], Field(min_length=3, max_length=5)] = Field(
        title="Questions",
        description="De trois à cinq questions.",
    )


class Questionnaire(Entry):
    """A questionnaire for a group."""

    kind: ClassVar[str] = "situer"

    titre: Line = Field(
        title="Titre",
        description="Titre du questionnaire.",
        examples=["Se situer"],
    )
    outil: GlossaryId = Field(
        title="Outil",
        description="Le terme du glossaire qui décrit l’outil dont le questionnaire s’inspire.",
        examples=["rouages-de-la-cooperation"],
    )
    presentation: CitedProse = Field(
        title="Présentation",
        description="D’où vient le questionnaire, et pourquoi il n’est pas l’outil lui-même.",
    )
    mode_d_emploi: Annotated[tuple[Prose, ...], Field(min_length=1)] = Field(
        title="Mode d’emploi",
        description="Comment un groupe s’en sert, un conseil par élément.",
        examples=[["Prenez un thème ou les cinq."]],
    )
    reponses_communes: tuple[Answer, ...] = Field(
        default=(),
        title="Réponses communes",
        description="Les réponses proposées sous chaque question.",
    )
    themes: Annotated[tuple[QuestionTheme, ...], Field(min_length=1)] = Field(
        title="Thèmes",
        description="Les thèmes, chacun avec ses questions.",
    )
    limites: Annotated[tuple[Prose, ...], Field(min_length=1)] = Field(
        title="Limites",
        description="Ce que le profil dit et ne dit pas, un point par élément.",
        examples=[["Ce n’est pas une note."]],
    )

    @property
    def title(self) -> str:
        return self.titre

    @property
    def questions(self) -> tuple[Question, ...]:
        """Questions of all themes, in order."""
        return tuple(question for theme in self.themes for question in theme.questions)

    @property
    def leads(self) -> tuple[Leads, ...]:
        """What all answers lead to, in order; those of common answers last."""
        own = (answer for question in self.questions for answer in question.reponses)
        return tuple(a.pistes for a in (*own, *self.reponses_communes) if a.pistes)

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        yield "outil", self.outil
        for preconisation in dict.fromkeys(i for lead in self.leads for i in lead.preconisations):
            yield "preconisations", preconisation
        for notion in dict.fromkeys(i for lead in self.leads for i in lead.notions):
            yield "notions", notion
