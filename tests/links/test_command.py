"""The command `prendre-place liens`, on a project whose every link is on this machine."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from prendre_place.cli import main
from tests.links.conftest import QUICK, Server

# What the addresses of the invented project become: a file, an address, an answer.
ANSWERS = (
    ("publication.yml", "contact: https://val.invalid/", "contact: {}/204"),
    ("publication.yml", "https://creativecommons.org/licenses/by/4.0/deed.fr", "{}/204"),
    ("bibliography.bib", "https://exemple.invalid/rapport", "{}/404"),
    ("organisations/ville-de-valbourg.yml", "https://valbourg.invalid/", "{}/301"),
)


@pytest.fixture
def local(project: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented project, its addresses replaced by three of the server."""
    monkeypatch.setattr("prendre_place.links.check.Manners", lambda: QUICK)
    for name, old, new in ANSWERS:
        file = project / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new.format(server.address)), encoding="utf-8")
    return project


def run(project: Path, *more: str) -> int:
    return main(["--projet", str(project), "liens", *more])


def test_dead_links_fail_and_the_report_is_written(
    local: Path, capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    assert run(local) == 1
    said = capsys.readouterr()
    assert f"lien mort : {server.address}/404 (404, page introuvable)" in said.out
    assert f"attendu : la nouvelle adresse, {server.address}/200" in said.out
    assert said.out.endswith("1 erreur et 1 avertissement dans 2 fichiers.\n")
    page = local / "rapport-liens" / "liens.html"
    assert said.err.endswith(f"3 adresses : 1 morte, 1 déplacée, 1 bonne. Rapport : {page}\n")
    assert json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["total"] == 3


def test_a_second_run_asks_nothing(local: Path, server: Server) -> None:
    run(local)
    asked = len(server.asked)
    assert run(local) == 1
    assert len(server.asked) == asked
    run(local, "--age", "0")
    assert len(server.asked) == 2 * asked


def test_forges_get_the_same_problems(local: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(local, "--format", "gitlab")
    findings = json.loads(capsys.readouterr().out)
    assert [finding["check_name"] for finding in findings] == ["lien-mort", "lien-deplace"]


def test_without_a_network_nothing_is_said_to_be_dead(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prendre_place.links.check.Manners", lambda: QUICK)
    assert run(project) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.splitlines()[-1]) == (
        "",
        "Aucun site n’a répondu. Êtes-vous relié à Internet ?",
    )
    assert not (project / "rapport-liens").exists()


def test_faulty_sources_are_told_first(local: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (local / "glossary/friche.yml").write_text("terme: [\n", encoding="utf-8")
    assert run(local) == 1
    assert "glossary/friche.yml:2:1 : erreur" in capsys.readouterr().out


def test_ctrl_c_stops_at_once_and_the_next_run_goes_on(local: Path, server: Server) -> None:
    command = [sys.executable, "-m", "prendre_place", "--projet", str(local), "liens"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    journal = local / ".cache/prendre-place/liens.jsonl"
    while not journal.is_file():
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=10)
    assert running.returncode == 130
    assert said == "Interrompu. La même commande reprendra où elle s’est arrêtée.\n"
    (done,) = [json.loads(line)["adresse"] for line in journal.read_text().splitlines()]
    before = sum(server.address + path == done for _, path in server.asked)
    run(local)
    assert sum(server.address + path == done for _, path in server.asked) == before
