"""The lists of the glossary: on one page each, or on several where there are too many terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from prendre_place.model.glossary import GlossaryEntry
from prendre_place.pages.domains import DomainView, domain_links, domain_views
from prendre_place.pages.grouping import by_letter, by_prefix
from prendre_place.pages.head import list_head, page_head
from prendre_place.pages.illustrations import domain_map_of
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Planned, Writer

FILTER = "assets/filtre.js"
INDEX = "glossaire/index.md"
DOMAINS = "glossaire/domaines.md"
# Terms on one page: about 250 KB, the half of them for machines.
MOST = 700


def glossary_lists(writer: Writer) -> Iterator[Planned]:
    """The terms by alphabet, then by domain."""
    entries = writer.corpus.listed(GlossaryEntry)
    if len(entries) <= MOST:
        yield INDEX, partial(_whole, writer, entries)
        yield DOMAINS, partial(_domains, writer)
        return
    groups = by_prefix(entries, lambda entry: entry.title, MOST)
    yield INDEX, partial(_letters, writer, groups)
    for prefix, members in groups:
        yield _prefix_path(prefix), partial(_of_prefix, writer, prefix, members)
    yield DOMAINS, partial(_domains, writer, apart=True)
    for domain in domain_views(writer.corpus):
        yield domain.path, partial(_domain, writer, domain)


def _prefix_path(prefix: str) -> str:
    return f"glossaire/lettres/{prefix}.md"


def _whole(writer: Writer, entries: Sequence[GlossaryEntry]) -> Page:
    return writer.page(
        "index-glossary",
        INDEX,
        "Glossaire",
        "Les termes des coopérations territoriales définis en français clair, avec leurs "
        "sources et leurs voisins.",
        count=len(entries),
        scripts=(FILTER,),
        head=partial(list_head, entries),
        letters=by_letter(entries, lambda e: e.title),
    )


def _letters(writer: Writer, groups: Sequence[tuple[str, list[GlossaryEntry]]]) -> Page:
    """Each letter with the pages of its terms."""
    return writer.page(
        "index-glossary-letters",
        INDEX,
        "Glossaire",
        "Les termes des coopérations territoriales définis en français clair, avec leurs "
        "sources et leurs voisins.",
        count=sum(len(members) for _, members in groups),
        head=partial(list_head, ()),
        letters=by_letter(
            [(prefix, _prefix_path(prefix), len(members)) for prefix, members in groups],
            lambda group: group[0],
        ),
    )


def _of_prefix(writer: Writer, prefix: str, members: Sequence[GlossaryEntry]) -> Page:
    name = prefix.capitalize()
    return writer.page(
        "index-glossary-prefix",
        _prefix_path(prefix),
        f"Glossaire : {name}",
        f"Les {len(members)} termes du glossaire qui commencent par « {name} », chacun avec sa "
        "ligne en clair.",
        scripts=(FILTER,),
        head=partial(list_head, members),
        heading=name,
        members=members,
    )


def _domains(writer: Writer, apart: bool = False) -> Page:
    """The map of the domains, and their terms unless each has a page `apart`."""
    views = domain_views(writer.corpus)
    return writer.page(
        "index-domains",
        DOMAINS,
        "Glossaire par domaine",
        "Les termes du glossaire rangés par domaine, du plus large au plus précis, et la "
        "carte des liens entre domaines.",
        domains=views,
        apart=apart,
        map=domain_map_of(views, domain_links(writer.corpus)),
    )


def _domain(writer: Writer, domain: DomainView) -> Page:
    return writer.page(
        "index-domain",
        domain.path,
        f"Glossaire, domaine : {domain.name}",
        f"Les {domain.size} termes du domaine « {domain.name} », du plus large au plus précis.",
        head=page_head,
        domain=domain,
    )
