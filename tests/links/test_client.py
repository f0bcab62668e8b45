"""What is said of an address, for every way in which a site may answer."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
import requests

from prendre_place.links.client import Client, _retry_after
from prendre_place.links.verdict import Verdict
from tests.links.conftest import QUICK, Server


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/200", Verdict("bon", "répond", 200)),
        ("/302", Verdict("bon", "répond", 200)),
        ("/302-puis-301", Verdict("bon", "répond", 200)),
        ("/head-405", Verdict("bon", "répond", 200)),
        ("/head-404", Verdict("bon", "répond", 200)),
        ("/head-500", Verdict("bon", "répond", 200)),
        ("/429-1", Verdict("bon", "répond", 200)),
        ("/500-puis-200", Verdict("bon", "répond", 200)),
        ("/401", Verdict("refuse", "401, le site refuse les robots", 401)),
        ("/403", Verdict("refuse", "403, le site refuse les robots", 403)),
        ("/405", Verdict("refuse", "405, le site refuse les robots", 405)),
        ("/999", Verdict("refuse", "999, le site refuse les robots", 999)),
        ("/429-3600", Verdict("refuse", "429, le site refuse les robots", 429)),
        ("/defi", Verdict("refuse", "503, demande une preuve d’humanité", 503)),
        ("/vers-captcha", Verdict("refuse", "demande une preuve d’humanité", 200)),
        ("/404", Verdict("mort", "404, page introuvable", 404)),
        ("/410", Verdict("mort", "410, page retirée", 410)),
        ("/301-vers-404", Verdict("mort", "404, page introuvable", 404)),
        ("/boucle", Verdict("mort", "redirections sans fin", 302)),
        ("/ftp", Verdict("mort", "redirige vers « ftp://ailleurs.invalid/x »", 301)),
        ("/vers-nom-inconnu", Verdict("mort", "ce nom de site n’existe pas")),
        ("/500", Verdict("passager", "500, panne du site", 500)),
        ("/503", Verdict("passager", "503, panne du site", 503)),
        ("/408", Verdict("passager", "408, panne du site", 408)),
        ("/lent", Verdict("passager", "pas de réponse en 0.3 s")),
        ("/coupe", Verdict("passager", "connexion impossible ou réponse incompréhensible")),
    ],
)
def test_each_answer_has_its_verdict(
    server: Server, client: Client, path: str, expected: Verdict
) -> None:
    assert client.verdict(server.address + path) == expected


@pytest.mark.parametrize("path", ["/301", "/308", "/301-relatif"])
def test_a_page_that_moved_gives_its_new_address(server: Server, client: Client, path: str) -> None:
    moved = Verdict("deplace", "a déménagé", 200, f"{server.address}/200")
    assert client.verdict(server.address + path) == moved


def test_the_new_address_is_the_last_that_is_permanent(server: Server, client: Client) -> None:
    moved = Verdict("deplace", "a déménagé", 200, f"{server.address}/302")
    assert client.verdict(f"{server.address}/301-puis-302") == moved


def test_a_page_sent_to_the_home_page_is_said_to_be_lost(server: Server, client: Client) -> None:
    verdict = client.verdict(f"{server.address}/dossier/page-partie")
    said = "renvoie à l’accueil du site : la page a sans doute disparu"
    assert verdict == Verdict("deplace", said, 200, f"{server.address}/")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://nom.invalid/", Verdict("mort", "ce nom de site n’existe pas")),
        (
            "http://hors-ligne.invalid/",
            Verdict("passager", "connexion impossible ou réponse incompréhensible"),
        ),
        ("http://", Verdict("mort", "adresse mal formée")),
        ("http://[", Verdict("mort", "adresse mal formée")),
        ("http://a..b/", Verdict("mort", "adresse mal formée")),
    ],
)
def test_a_site_that_cannot_be_reached_is_told_apart(
    client: Client, address: str, expected: Verdict
) -> None:
    assert client.verdict(address) == expected


def test_a_closed_door_is_a_momentary_fault(client: Client) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))  # taken, and nobody listens
        address = f"http://127.0.0.1:{door.getsockname()[1]}/"
        assert client.verdict(address) == Verdict("passager", "connexion refusée")


def test_a_faulty_secure_connection_is_a_momentary_fault(server: Server, client: Client) -> None:
    secure = server.address.replace("http:", "https:")  # where nobody speaks TLS
    said = "connexion sécurisée impossible (certificat)"
    assert client.verdict(secure) == Verdict("passager", said)


def test_head_is_asked_first_and_get_only_when_it_is_refused(
    server: Server, client: Client
) -> None:
    client.verdict(f"{server.address}/200")
    client.verdict(f"{server.address}/head-405")
    assert server.asked == [("HEAD", "/200"), ("HEAD", "/head-405"), ("GET", "/head-405")]


def test_a_page_not_found_is_not_asked_again(server: Server, client: Client) -> None:
    client.verdict(f"{server.address}/404")
    assert server.asked == [("HEAD", "/404"), ("GET", "/404")]


def test_a_site_that_asks_to_wait_is_given_the_time(server: Server, client: Client) -> None:
    client.verdict(f"{server.address}/429-1")
    assert server.asked == [("HEAD", "/429-1"), ("GET", "/429-1")]
    assert server.moments[1] - server.moments[0] >= 1


def test_a_site_that_asks_for_too_long_a_wait_is_left_alone(server: Server, client: Client) -> None:
    client.verdict(f"{server.address}/429-3600")
    assert server.asked == [("HEAD", "/429-3600")]


def test_a_wait_may_be_asked_as_a_date() -> None:
    response = requests.Response()
    response.headers["Retry-After"] = format_datetime(datetime.now(UTC) + timedelta(seconds=30))
    assert 28 <= _retry_after(response) <= 30
    response.headers["Retry-After"] = "bientôt"
    assert _retry_after(response) == 0


def test_two_requests_to_a_site_are_kept_apart(server: Server, client: Client) -> None:
    for _ in range(3):
        client.verdict(f"{server.address}/200")
    gaps = [b - a for a, b in zip(server.moments, server.moments[1:], strict=False)]
    assert min(gaps) >= QUICK.delay


def test_the_site_is_told_who_asks(server: Server, client: Client) -> None:
    client.verdict(f"{server.address}/head-405")
    assert server.agents == {"Essai/1 (+https://exemple.invalid)"}


def test_no_password_of_the_machine_is_sent(
    server: Server, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login moi password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    client.verdict(f"{server.address}/200")
    assert server.passwords == {None}


def test_a_slow_site_does_not_hold_more_than_its_time(server: Server, client: Client) -> None:
    start = time.monotonic()
    client.verdict(f"{server.address}/lent")
    assert time.monotonic() - start < 2 * QUICK.timeout + 0.5
