"""Every external address checked: sites side by side, the addresses of one site in turn."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

from prendre_place.corpus import Corpus
from prendre_place.links.addresses import External, external_addresses
from prendre_place.links.client import Client, Manners
from prendre_place.links.journal import Journal
from prendre_place.links.verdict import Checked, Verdict
from prendre_place.load.project import WORKSHOP
from prendre_place.model.publication import Publication

SITES_AT_ONCE = 16
Ask = Callable[[str, int | None], Verdict]


class LinkCheck:
    """A check of `externals`, which leaves alone what was checked under `age` days ago."""

    def __init__(
        self, externals: list[External], client: Client, journal: Journal, age: int, today: date
    ) -> None:
        self.externals = externals
        self.client = client
        self.journal = journal
        self.today = today
        self.known = journal.read()
        self.to_ask = [
            external.address
            for external in externals
            if (kept := self.known.get(external.address)) is None or not kept.holds(today, age)
        ]

    def run(self) -> Iterator[Checked]:
        """Ask what has to be asked; each result is kept before it is given."""
        for address, verdict in ask_all(self.to_ask, self.client.verdict):
            before = self.known.get(address)
            same = before is not None and before.verdict.state == verdict.state
            since = before.since if before and same else self.today
            checked = Checked(address, verdict, self.today, since)
            self.journal.add(checked)
            self.known[address] = checked
            yield checked

    def results(self) -> list[tuple[External, Checked]]:
        """Every address with what is known of it, once `run` is over."""
        self.journal.keep_only(self.known[external.address] for external in self.externals)
        return [(external, self.known[external.address]) for external in self.externals]

    @property
    def nobody_answered(self) -> bool:
        """True when not one site of all answered: the fault is ours."""
        verdicts = [self.known[external.address].verdict for external in self.externals]
        return bool(verdicts) and all(verdict.status is None for verdict in verdicts)


def check_of(root: Path, corpus: Corpus, age: int) -> LinkCheck:
    """The check of the project at `root`, of today, under its publisher's name."""
    return LinkCheck(
        external_addresses(root, corpus),
        Client(agent_of(corpus.publication), Manners()),
        Journal(root / WORKSHOP / "liens.jsonl"),
        age,
        date.today(),
    )


def agent_of(publication: Publication) -> str:
    """Who asks, why, and where to complain; in ASCII, as HTTP wants it."""
    said = (
        f"PrendrePlace-liens/{version('prendre-place')} (verification des liens de "
        f"{publication.titre}, {publication.editeur}; +{publication.contact})"
    )
    return unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode("ascii")


def ask_all(addresses: Iterable[str], ask: Ask) -> Iterator[tuple[str, Verdict]]:
    """Verdicts as they come; the longest lists first, so that none is left for the end."""
    by_site: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_site[urlsplit(address).netloc].append(address)
    lists: SimpleQueue[list[str]] = SimpleQueue()
    for site in sorted(by_site.values(), key=len, reverse=True):
        lists.put(site)
    answers: SimpleQueue[tuple[str, Verdict] | Exception] = SimpleQueue()
    for _ in range(min(SITES_AT_ONCE, len(by_site))):
        # A daemon: Ctrl+C does not wait for the sites that are slow to answer.
        Thread(target=_work, args=(lists, answers, ask), daemon=True).start()
    for _ in range(sum(map(len, by_site.values()))):
        answer = answers.get()
        if isinstance(answer, Exception):
            raise answer
        yield answer


def _work(
    lists: SimpleQueue[list[str]],
    answers: SimpleQueue[tuple[str, Verdict] | Exception],
    ask: Ask,
) -> None:
    try:
        while True:
            attempts = None
            for address in lists.get_nowait():
                verdict = ask(address, attempts)
                # A site that does not answer is not waited for again and again.
                attempts = None if verdict.status else 1
                answers.put((address, verdict))
    except Empty:
        return
    except Exception as error:
        answers.put(error)
