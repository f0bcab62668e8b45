"""What makes an entry good and not only valid: warnings, with their thresholds.

The thresholds are explained to writers in `docs/contribuer.md`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations

from prendre_place import markup
from prendre_place.corpus import sort_key, texts
from prendre_place.load.yaml_reader import Document
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.region import Region
from prendre_place.model.terrain import Terrain
from prendre_place.problems import Problem, nearest

LONGEST_SENTENCE = 35  # words of a plain line's sentence
LONG_WORD = 10  # letters
MOST_LONG_WORDS = 0.2  # share of a plain line's words
RUN = 5  # words
Run = tuple[str, ...]
MOST_SHARED_RUNS = 0.25  # share of the shorter text's runs
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?…]\s+")


def check_quality(
    documents: Mapping[str, Document], entries: Mapping[str, Entry], region: Region | None = None
) -> Iterator[Problem]:
    """Plain lines hard to read, sources that no text cites, texts too much alike, terms apart,
    names that two terms claim, communes that the map does not know.

    To be asked of sound entries only: what a faulty one would say is not known.
    """
    shown = {i: e for i, e in entries.items() if e.statut not in ("brouillon", "retire")}
    for entry_id, entry in shown.items():
        yield from _plain_line(documents[entry_id], entry)
        yield from _other_sources(documents[entry_id], entry)
    yield from _alike(documents, shown.values())
    yield from _apart(documents, shown)
    yield from _named_twice(documents, shown.values())
    if region:
        yield from _unplaced(documents, shown.values(), region)


def _plain_line(document: Document, entry: Entry) -> Iterator[Problem]:
    def problem(code: str, message: str, expected: str) -> Problem:
        return Problem(
            document.path,
            *document.position(("en_clair",)),
            code,
            message,
            field="en_clair",
            expected=expected,
            severity="avertissement",
        )

    longest = max(len(s.split()) for s in SENTENCE_END.split(entry.en_clair))
    if longest > LONGEST_SENTENCE:
        found = f"une phrase de {longest} mots"
        yield problem("phrase-longue", found, f"au plus {LONGEST_SENTENCE} mots par phrase")
    # Names are as long as they are: words with a capital do not count.
    words = [word for word in WORD.findall(entry.en_clair) if word[0].islower()]
    long_words = [word for word in words if len(word) >= LONG_WORD]
    if len(long_words) > MOST_LONG_WORDS * len(words):
        found = f"{len(long_words)} mots longs sur {len(words)} ({', '.join(long_words)})"
        most = f"{MOST_LONG_WORDS:.0%}".replace("%", " %")
        yield problem("mots-longs", found, f"au plus {most} de mots de {LONG_WORD} lettres ou plus")


def _other_sources(document: Document, entry: Entry) -> Iterator[Problem]:
    """An entry that cites works, none of which is among its sources."""
    keys = [f"@{source.cle}" for source in entry.sources]
    if any(key in text for text in texts(entry) for key in keys):
        return
    cited = {w.key for text in texts(entry) for c in markup.citations(text) for w in c.works}
    if cited:
        yield Problem(
            document.path,
            *document.position(("sources",)),
            "sources-non-citees",
            "aucune de ces sources n’est citée dans le texte",
            field="sources",
            expected="les sources que le texte cite : " + ", ".join(sorted(cited)),
            severity="avertissement",
        )


def _alike(documents: Mapping[str, Document], entries: Iterable[Entry]) -> Iterator[Problem]:
    """Pairs of entries whose texts share more than a quarter of the shorter one's runs."""
    runs: dict[str, frozenset[Run]] = {entry.id: _runs(entry) for entry in entries}
    repeated = {run for run, count in Counter(chain(*runs.values())).items() if count > 1}
    holders: dict[Run, list[str]] = defaultdict(list)
    for entry_id, own in runs.items():
        for run in own & repeated:
            holders[run].append(entry_id)
    shared = Counter(pair for same in holders.values() for pair in combinations(same, 2))
    for (first, second), count in shared.items():
        shorter = min(len(runs[first]), len(runs[second]))
        if count > MOST_SHARED_RUNS * shorter:
            yield Problem(
                documents[second].path,
                1,
                1,
                "textes-semblables",
                f"{count / shorter:.0%} du texte est aussi dans {documents[first].path}".replace(
                    "%", " %"
                ),
                expected="un texte propre à cette entrée",
                severity="avertissement",
            )


def _runs(entry: Entry) -> frozenset[Run]:
    found: set[Run] = set()
    for text in texts(entry):
        bare = markup.replace_citations(text, lambda _: " ")
        bare = markup.replace_links(bare, lambda link: link.label or " ")
        words = WORD.findall(bare.casefold())
        found.update(zip(*(words[at:] for at in range(RUN)), strict=False))
    return frozenset(found)


def _apart(documents: Mapping[str, Document], entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """Terms of the glossary that no relation leads to from the others."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for entry in entries.values():
        for _, target in entry.relations():
            if target in entries:
                neighbours[entry.id].add(target)
                neighbours[target].add(entry.id)
    terms: list[str] = [entry.id for entry in entries.values() if isinstance(entry, GlossaryEntry)]
    groups = _groups(terms, neighbours)
    for group in groups[1:]:
        for term in sorted(group.intersection(terms)):
            alone = len(group) == 1
            yield Problem(
                documents[term].path,
                1,
                1,
                "terme-isole",
                "aucune relation" if alone else "aucune relation ne le rattache au reste",
                field="liees",
                expected="au moins une relation (plus_large, distinguer_de, liees)",
                severity="avertissement",
            )


def _groups(starts: list[str], neighbours: Mapping[str, set[str]]) -> list[set[str]]:
    """Groups of entries joined by relations, the largest first."""
    groups: list[set[str]] = []
    seen: set[str] = set()
    for start in starts:
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            for other in neighbours.get(waiting.pop(), set()) - group:
                group.add(other)
                waiting.append(other)
        seen |= group
        groups.append(group)
    return sorted(groups, key=len, reverse=True)


def _named_twice(documents: Mapping[str, Document], entries: Iterable[Entry]) -> Iterator[Problem]:
    """Names of the glossary that two terms claim: a search could not tell which is meant."""
    holders: dict[str, str] = {}
    terms = [entry for entry in entries if isinstance(entry, GlossaryEntry)]
    for term in terms:
        holders[sort_key(term.title)] = term.id
    for term in terms:
        for rank, name in enumerate(term.variantes):
            holder = holders.setdefault(sort_key(name), term.id)
            if holder != term.id:
                yield Problem(
                    documents[term.id].path,
                    *documents[term.id].position(("variantes", rank)),
                    "nom-en-double",
                    f"« {name} » est déjà un nom de {documents[holder].path}",
                    field=f"variantes › {rank + 1}",
                    expected="un nom qui mène à une seule entrée du glossaire",
                    severity="avertissement",
                )


def _unplaced(
    documents: Mapping[str, Document], entries: Iterable[Entry], region: Region
) -> Iterator[Problem]:
    """Communes of field sites that the map of the region would leave out."""
    known = [town.nom for town in region.towns]
    for entry in entries:
        communes = entry.territoire.communes if isinstance(entry, Terrain) else ()
        for rank, commune in enumerate(communes):
            if commune not in known:
                document = documents[entry.id]
                yield Problem(
                    document.path,
                    *document.position(("territoire", "communes", rank)),
                    "commune-sans-coordonnees",
                    f"« {commune} » n’est pas sur la carte",
                    field=f"territoire › communes › {rank + 1}",
                    expected="une ville de carte.yml, avec ses coordonnées et leur source",
                    suggestion=nearest(commune, known),
                    severity="avertissement",
                )
