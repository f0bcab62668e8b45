"""The small values that entries are made of: prose, dates, identifiers, sources.

Each is a `str` of its own class, so that the rest of the house can tell by type
what a piece of text is: prose to be rendered, an id to be resolved, a key to be
found in the bibliography.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PLACE_PATTERN = r"^[^;@\[\]]+$"
SITE_PATTERN = r"^([\w-]+/)+(#[\w-]+)?$"
WEB_PATTERN = r'^https?://[^\s/<>"]+(/[^\s<>"]*)?$'
WEB_FOLDER_PATTERN = r'^https?://[^\s/<>"]+/([^\s<>"]*/)?$'
REPOSITORY_PATTERN = r'^https?://[^\s/<>"]+(/[\w.-]+)+/[\w.-]+$'
MAILBOX_PATTERN = r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$"
# Extended Date/Time Format, level 0: year, month, day, or an interval of two of them.
EDTF_PATTERN = (
    r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
    r"(/\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
)
# A citation with its place, on one line or several.
CITED_PATTERN = r"\[[^\[\]]*@[\w-]+\s*,\s*[^\s;\[\]]"
# What a text of each form is, as writers are told.
MEANINGS = {
    ID_PATTERN: "minuscules sans accent, chiffres et traits d’union",
    EDTF_PATTERN: "une date : 2021, 2021-10, 2021-10-07 ou 2021/2023",
    PLACE_PATTERN: "un lieu sans « ; », « @ » ni crochets",
    WEB_PATTERN: "une adresse complète, qui commence par https://",
    WEB_FOLDER_PATTERN: "une adresse complète, qui commence par https:// et finit par « / »",
    REPOSITORY_PATTERN: "l’adresse d’un dépôt, sans « / » à la fin : "
    "https://github.com/organisation/depot",
    MAILBOX_PATTERN: "une adresse électronique : contact@institution.fr",
    SITE_PATTERN: "une adresse depuis la racine du site : glossaire/ptce/, glossaire/ptce/#usages",
    CITED_PATTERN: "au moins une citation avec son lieu : [@cle, lieu]",
}
FORM = "x-forme"  # where a JSON Schema says what a value is, in French


class Model(BaseModel):
    """Base of every part of an entry: nothing unknown, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class TypedText(str):
    """A non-empty string that keeps its class through validation."""

    pattern: ClassVar[str | None] = None
    form: ClassVar[str]
    """What the value is, in French, as the guide and the editors say it."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, strip_whitespace=True, pattern=cls.pattern)
        return core_schema.no_info_after_validator_function(cls, text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), FORM: cls.form}


class Prose(TypedText):
    """Markdown with `[[id]]` links and `[@cle, lieu]` citations, on one or more lines."""

    form = "texte"


class CitedProse(Prose):
    """Prose that states facts: at least one citation with its place is required."""

    form = "texte, avec au moins une citation et son lieu : [@cle, lieu]"

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**super().__get_pydantic_json_schema__(schema, handler), "pattern": CITED_PATTERN}


class EntryId(TypedText):
    """The id of an entry of any kind; subclasses name the only kind they accept."""

    pattern = ID_PATTERN
    form = "id d’une entrée"
    kind: ClassVar[str | None] = None


class GlossaryId(EntryId):
    form = "id d’un terme du glossaire"
    kind = "glossary"


class TerrainId(EntryId):
    form = "id d’un terrain"
    kind = "terrains"


class PreconisationId(EntryId):
    form = "id d’une préconisation"
    kind = "preconisations"


class OrganisationId(EntryId):
    form = "id d’une organisation"
    kind = "organisations"


class AnchorId(TypedText):
    """The id of a part of an entry: its anchor on the entry's page."""

    pattern = ID_PATTERN
    form = "minuscules sans accent, chiffres et traits d’union"


class Place(TypedText):
    """A place in a work, as it stands in a citation: no mark of citations in it."""

    pattern = PLACE_PATTERN
    form = "lieu dans la source"


class CitationKey(TypedText):
    """A key of `bibliography.bib`."""

    form = "clé de bibliography.bib"


class WebAddress(TypedText):
    """A whole address of the Web, kept as it was written."""

    pattern = WEB_PATTERN
    form = "adresse, qui commence par https://"


class WebFolder(WebAddress):
    """A Web address to which a path can be added: it ends with « / »."""

    pattern = WEB_FOLDER_PATTERN
    form = "adresse, qui commence par https:// et finit par « / »"


class RepositoryAddress(WebAddress):
    """The home page of a Git repository on its host: at least an owner and a name."""

    pattern = REPOSITORY_PATTERN
    form = "adresse d’un dépôt, sans « / » à la fin"


class Mailbox(TypedText):
    """An e-mail address: an institution's own, never a person's."""

    pattern = MAILBOX_PATTERN
    form = "adresse électronique"


class Edtf(TypedText):
    """A date as precise as the source allows: `2021`, `2021-10`, `2021-10-07`, `2021/2023`."""

    pattern = EDTF_PATTERN
    form = "date : 2021, 2021-10, 2021-10-07 ou 2021/2023"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = super().__get_pydantic_core_schema__(source, handler)
        dated = core_schema.no_info_after_validator_function(_on_the_calendar, text)
        return core_schema.no_info_before_validator_function(_year_as_text, dated)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        found = super().__get_pydantic_json_schema__(schema, handler)
        return {**found, "type": ["string", "integer"], "minimum": 1000, "maximum": 9999}


def _year_as_text(value: object) -> object:
    """A year alone may be given as the number that YAML reads."""
    return str(value) if type(value) is int else value


def _on_the_calendar(value: Edtf) -> Edtf:
    """Refuse 30 February, and an interval that ends before it begins."""
    ends = value.split("/")
    try:
        for end in ends:
            date.fromisoformat(f"{end}-01-01"[:10])
    except ValueError:
        raise PydanticCustomError("no_such_day", "{day} does not exist", {"day": end}) from None
    if ends[-1] < ends[0][: len(ends[-1])]:
        raise PydanticCustomError("interval_reversed", "{value} ends first", {"value": value})
    return value


PLAIN_TEXT = "mots, sans mise en forme"
Line = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    Field(json_schema_extra={FORM: PLAIN_TEXT}),
]
"""Plain text on one line: a name, a label. No markup is read in it."""

Asked = Annotated[
    tuple[Line, ...],
    Field(
        title="Demandes",
        description="Ce que l’on tape ou demande quand on cherche cette page sans en connaître le "
        "nom : une question, un problème, dans les mots de qui n’est pas du métier. La recherche "
        "les emploie ; la page ne les montre pas.",
        examples=[["que faire d’une usine vide"]],
    ),
]
"""What is typed by those who look for a page."""

Count = Annotated[int, Strict(), Field(ge=1)]
"""A whole number from 1, typed as a number: `"1"` in quotes is a text."""

Flag = Annotated[bool, Strict()]
"""`true` or `false`, and no other word."""


class SourcePlace(Model):
    """Where a statement can be read: a work and a place in it."""

    cle: CitationKey = Field(
        title="Référence",
        description="Le document cité.",
        examples=["lefebvrechombart2023dynamique"],
    )
    lieu: Place = Field(
        title="Lieu",
        description="L’endroit de la source où cela se lit : page, partie, section, article, "
        "note. « §3, 1.2.2 » est la partie 3, section 1.2.2 du rapport.",
        examples=["§3, 1.2.2"],
    )


class Source(SourcePlace):
    """A source of a whole entry, with what it supports."""

    pour: Prose = Field(
        title="Pour",
        description="Ce que cette source appuie dans l’entrée, en quelques mots.",
        examples=["la définition"],
    )
