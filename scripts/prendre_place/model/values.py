"""The small values that entries are made of: prose, dates, identifiers, sources.

Each is a `str` of its own class, so that the rest of the house can tell by type
what a piece of text is: prose to be rendered, an id to be resolved, a key to be
found in the bibliography.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PLACE_PATTERN = r"^[^;@\[\]]+$"
WEB_PATTERN = r"^https?://[^\s/<>\"]+(/[^\s<>\"]*)?$"
WEB_FOLDER_PATTERN = r"^https?://[^\s/<>\"]+/([^\s<>\"]*/)?$"
SITE_PATTERN = r"^([\w-]+/)+(#[\w-]+)?$"
# Extended Date/Time Format, level 0: year, month, day, or an interval of two of them.
EDTF_PATTERN = (
    r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
    r"(/\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
)


class Model(BaseModel):
    """Base of every part of an entry: nothing unknown, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class TypedText(str):
    """A non-empty string that keeps its class through validation."""

    pattern: ClassVar[str | None] = None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, strip_whitespace=True, pattern=cls.pattern)
        return core_schema.no_info_after_validator_function(cls, text)


class Prose(TypedText):
    """Markdown with `[[id]]` links and `[@cle, lieu]` citations, on one or more lines."""


class CitedProse(Prose):
    """Prose that states facts: at least one citation with its place is required."""


class EntryId(TypedText):
    """The id of an entry of any kind; subclasses name the only kind they accept."""

    pattern = ID_PATTERN
    kind: ClassVar[str | None] = None


class GlossaryId(EntryId):
    kind = "glossary"


class TerrainId(EntryId):
    kind = "terrains"


class PreconisationId(EntryId):
    kind = "preconisations"


class OrganisationId(EntryId):
    kind = "organisations"


class AnchorId(TypedText):
    """The id of a part of an entry: its anchor on the entry's page."""

    pattern = ID_PATTERN


class Place(TypedText):
    """A place in a work, as it stands in a citation: no mark of citations in it."""

    pattern = PLACE_PATTERN


class CitationKey(TypedText):
    """A key of `bibliography.bib`."""


class WebAddress(TypedText):
    """A whole address of the Web, kept as it was written."""

    pattern = WEB_PATTERN


class WebFolder(WebAddress):
    """A Web address to which a path can be added: it ends with « / »."""

    pattern = WEB_FOLDER_PATTERN


class Edtf(TypedText):
    """A date as precise as the source allows: `2021`, `2021-10`, `2021-10-07`, `2021/2023`."""

    pattern = EDTF_PATTERN


Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Plain text on one line: a name, a label. No markup is read in it."""


class SourcePlace(Model):
    """Where a statement can be read: a work and a place in it."""

    cle: CitationKey
    lieu: Place


class Source(SourcePlace):
    """A source of a whole entry, with what it supports."""

    pour: Prose
