"""Many addresses at once: quickly, politely, and where an interrupted run stopped."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from prendre_place.links.addresses import External, Place
from prendre_place.links.check import LinkCheck, agent_of, ask_all
from prendre_place.links.client import Client
from prendre_place.links.journal import Journal
from prendre_place.links.verdict import Verdict
from prendre_place.model.publication import Licence, Publication
from tests.links.conftest import Server

TODAY = date(2026, 11, 20)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "atelier" / "liens.jsonl")


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    sites = [Server() for _ in range(20)]
    yield sites
    for site in sites:
        site.stop()


def externals(*addresses: str) -> list[External]:
    return [External(address, (Place("bibliography.bib", 1),)) for address in addresses]


def check(
    addresses: list[External], client: Client, journal: Journal, age: int = 1, today: date = TODAY
) -> LinkCheck:
    return LinkCheck(addresses, client, journal, age, today)


def test_a_thousand_links_are_checked_in_seconds_one_at_a_time_for_each_site(
    servers: list[Server], client: Client, journal: Journal
) -> None:
    kinds = ("200", "301", "404", "403", "head-405")
    links = [f"{server.address}/{kinds[n % 5]}?{n}" for server in servers for n in range(50)]
    run = check(externals(*links), client, journal)
    start = time.monotonic()
    states = [checked.verdict.state for checked in run.run()]
    assert time.monotonic() - start < 20
    assert {state: states.count(state) for state in sorted(set(states))} == {
        "bon": 400,
        "deplace": 200,
        "mort": 200,
        "refuse": 200,
    }
    assert {server.most_together for server in servers} == {1}


def test_sites_are_asked_side_by_side(servers: list[Server], client: Client) -> None:
    start = time.monotonic()
    found = dict(ask_all((f"{server.address}/lent" for server in servers[:8]), client.verdict))
    assert {verdict.state for verdict in found.values()} == {"passager"}
    assert time.monotonic() - start < 4 * 2 * client.manners.timeout


def test_an_interrupted_run_goes_on_where_it_stopped(
    server: Server, client: Client, journal: Journal
) -> None:
    links = externals(*(f"{server.address}/{n}" for n in ("200", "404", "403", "301", "410")))
    run = check(links, client, journal).run()
    first = [next(run).address, next(run).address]
    run.close()
    resumed = check(links, client, journal)
    assert resumed.to_ask == [e.address for e in links if e.address not in first]


def test_a_line_cut_short_costs_one_address(
    server: Server, client: Client, journal: Journal
) -> None:
    links = externals(f"{server.address}/200", f"{server.address}/404")
    list(check(links, client, journal).run())
    journal.path.write_text(journal.path.read_text()[:-20])
    assert check(links, client, journal).to_ask == [f"{server.address}/404"]


def test_what_was_checked_lately_is_left_alone(
    server: Server, client: Client, journal: Journal
) -> None:
    links = externals(f"{server.address}/200", f"{server.address}/404")
    list(check(links, client, journal).run())
    week = TODAY + timedelta(days=6)
    assert check(links, client, journal, age=7, today=week).to_ask == []
    assert len(check(links, client, journal, age=6, today=week).to_ask) == 2
    assert len(check(links, client, journal, age=0).to_ask) == 2


def test_a_site_that_did_not_answer_is_asked_at_each_run(
    server: Server, client: Client, journal: Journal
) -> None:
    links = externals(f"{server.address}/500", "http://nom.invalid/")
    list(check(links, client, journal).run())
    assert len(check(links, client, journal, age=30).to_ask) == 2


def test_it_is_known_since_when_a_link_is_dead(
    server: Server, client: Client, journal: Journal
) -> None:
    links = externals(f"{server.address}/404")
    list(check(links, client, journal).run())
    later = TODAY + timedelta(days=14)
    (checked,) = check(links, client, journal, today=later).run()
    assert (checked.day, checked.since) == (later, TODAY)


def test_addresses_that_are_written_nowhere_any_more_are_forgotten(
    server: Server, client: Client, journal: Journal
) -> None:
    both = externals(f"{server.address}/200", f"{server.address}/404")
    list(check(both, client, journal).run())
    check(both[:1], client, journal).results()
    assert list(journal.read()) == [f"{server.address}/200"]


def test_a_silent_site_is_not_waited_for_again_and_again() -> None:
    attempts: list[int | None] = []

    def ask(_: str, tries: int | None) -> Verdict:
        attempts.append(tries)
        return Verdict("passager", "pas de réponse")

    list(ask_all(["http://a.invalid/1", "http://a.invalid/2"], ask))
    assert attempts == [None, 1]


def test_a_fault_of_ours_stops_the_run() -> None:
    def ask(address: str, _: int | None) -> Verdict:
        raise RuntimeError(address)

    with pytest.raises(RuntimeError, match="invalid"):
        list(ask_all(["http://a.invalid/"], ask))


def test_the_name_given_to_sites_says_who_asks_and_why() -> None:
    licence = Licence(nom="L", sigle="L", adresse="https://exemple.invalid/l")
    publication = Publication(
        titre="Prendre place",
        description="d",
        editeur="Équipe",
        licence=licence,
        adresse="https://exemple.invalid/",
        contact="https://exemple.invalid/nous",
    )
    assert agent_of(publication) == (
        "PrendrePlace-liens/0.1.0 (verification des liens de Prendre place, Equipe; "
        "+https://exemple.invalid/nous)"
    )
