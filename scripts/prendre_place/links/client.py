"""One address asked politely: a site is never asked twice at once, nor in a hurry."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import requests
from requests.exceptions import RequestException, SSLError, Timeout

from prendre_place.links.verdict import Verdict

PERMANENT = {301, 308}
GONE = {404: "page introuvable", 410: "page retirée"}
# Faults of the moment, among the codes that blame the request (RFC 9110, RFC 8470).
MOMENTARY = {408, 425}
# Cloudflare's own mark on a page that asks for a proof of humanity.
CHALLENGE = "cf-mitigated"
NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True)
class Manners:
    """How sites are asked; durations in seconds.

    `delay` is kept between two requests to one site; `backoff` before a second
    attempt, twice that before a third; `patience` is the longest wait that a site
    may ask for (Retry-After).
    """

    timeout: float = 20
    delay: float = 1
    attempts: int = 3
    backoff: float = 5
    patience: float = 60
    redirects: int = 10


@dataclass
class _Gate:
    lock: threading.Lock = field(default_factory=threading.Lock)
    open_at: float = 0.0


class Client:
    """Asks addresses, under the name `agent`; may be shared by threads."""

    def __init__(self, agent: str, manners: Manners) -> None:
        self.agent = agent
        self.manners = manners
        self.gates: dict[str, _Gate] = {}

    def verdict(self, address: str, attempts: int | None = None) -> Verdict:
        """What the site says of the address, asked again while the fault is momentary."""
        attempts = attempts or self.manners.attempts
        with requests.Session() as session:
            session.headers["User-Agent"] = self.agent
            session.auth = _no_password
            for attempt in range(attempts):
                verdict, wait = self._attempt(session, address, first=attempt == 0)
                again = verdict.state == "passager" or verdict.status == 429
                if not again or attempt + 1 == attempts or wait > self.manners.patience:
                    break
                time.sleep(max(wait, self.manners.backoff * 2**attempt))
        return verdict

    def _attempt(
        self, session: requests.Session, address: str, first: bool
    ) -> tuple[Verdict, float]:
        """A verdict, and how long the site asks to wait before it is asked again."""
        try:
            return self._follow(session, address, "HEAD" if first else "GET")
        except (RequestException, ValueError) as error:
            return _failure(error, self.manners), 0

    def _follow(
        self, session: requests.Session, address: str, method: str
    ) -> tuple[Verdict, float]:
        current, moved_to, permanent = address, None, True
        for _ in range(self.manners.redirects + 1):
            response = self._ask(session, current, method)
            target = session.get_redirect_target(response)
            if target is None:
                return _judge(response, address, moved_to), _retry_after(response)
            current = urljoin(current, target)
            if urlsplit(current).scheme not in ("http", "https"):
                return Verdict("mort", f"redirige vers « {current} »", response.status_code), 0
            permanent = permanent and response.status_code in PERMANENT
            moved_to = current if permanent else moved_to
        return Verdict("mort", "redirections sans fin", response.status_code), 0

    def _ask(self, session: requests.Session, address: str, method: str) -> requests.Response:
        """Headers alone, by HEAD; by GET, its body unread, when HEAD is refused."""
        response = self._request(session, address, method)
        refused = response.status_code >= 400 and response.status_code != 429
        return self._request(session, address, "GET") if method == "HEAD" and refused else response

    def _request(self, session: requests.Session, address: str, method: str) -> requests.Response:
        with self._alone(urlsplit(address).netloc):
            response = session.request(
                method, address, allow_redirects=False, timeout=self.manners.timeout, stream=True
            )
            response.close()
        return response

    @contextmanager
    def _alone(self, host: str) -> Iterator[None]:
        gate = self.gates.setdefault(host, _Gate())
        with gate.lock:
            time.sleep(max(0.0, gate.open_at - time.monotonic()))
            try:
                yield
            finally:
                gate.open_at = time.monotonic() + self.manners.delay


def _no_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """No password of the machine (.netrc) is sent to a site."""
    return request


def _judge(response: requests.Response, address: str, moved_to: str | None) -> Verdict:
    status = response.status_code
    if status < 300:
        if "captcha" in response.url.lower():
            return Verdict("refuse", "demande une preuve d’humanité", status)
        if moved_to:
            return Verdict("deplace", _how_moved(address, moved_to), status, moved_to)
        return Verdict("bon", "répond", status)
    if status in GONE:
        return Verdict("mort", f"{status}, {GONE[status]}", status)
    if response.headers.get(CHALLENGE):
        return Verdict("refuse", f"{status}, demande une preuve d’humanité", status)
    if status < 400 or 500 <= status < 600 or status in MOMENTARY:
        return Verdict("passager", f"{status}, panne du site", status)
    return Verdict("refuse", f"{status}, le site refuse les robots", status)


def _how_moved(address: str, moved_to: str) -> str:
    was_deep = urlsplit(address).path.strip("/")
    if was_deep and not urlsplit(moved_to).path.strip("/"):
        return "renvoie à l’accueil du site : la page a sans doute disparu"
    return "a déménagé"


def _failure(error: Exception, manners: Manners) -> Verdict:
    """What an error of the network or of the address says."""
    if isinstance(error, Timeout):
        return Verdict("passager", f"pas de réponse en {manners.timeout:g} s")
    if isinstance(error, SSLError):
        return Verdict("passager", "connexion sécurisée impossible (certificat)")
    if isinstance(error, ValueError):  # also requests' InvalidURL and the like
        return Verdict("mort", "adresse mal formée")
    causes = list(_causes(error))
    if any(isinstance(c, socket.gaierror) and c.errno in NO_SUCH_NAME for c in causes):
        return Verdict("mort", "ce nom de site n’existe pas")
    if any(isinstance(c, ConnectionRefusedError) for c in causes):
        return Verdict("passager", "connexion refusée")
    return Verdict("passager", "connexion impossible ou réponse incompréhensible")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those it comes from; requests and urllib3 wrap them in one another."""
    while error is not None:
        yield error
        inner = getattr(error, "reason", None) or next(iter(error.args), None)
        error = error.__cause__ or (inner if isinstance(inner, BaseException) else None)


def _retry_after(response: requests.Response) -> float:
    """Seconds that the site asks to wait: a number, or a date (RFC 9110, 10.2.3)."""
    written = response.headers.get("Retry-After", "").strip()
    if written.isdecimal():
        return float(written)
    try:
        return max(0.0, (parsedate_to_datetime(written) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0
