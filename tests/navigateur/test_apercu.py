"""The live preview: a saved source shows, and a fault does not stop it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

SOON = 20_000  # ms: what a slow machine may take, not what is measured


@pytest.fixture
def preview(buildable: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address and journal of a preview of the invented project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    journal = tmp_path / "journal.txt"
    command = [sys.executable, "-m", "prendre_place", "--projet", str(buildable), "apercu"]
    with journal.open("w") as output:
        process = subprocess.Popen(
            [*command, "--adresse", address], stdout=output, stderr=subprocess.STDOUT
        )
    url = f"http://{address}"
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=1).close()
            break
        except OSError:
            time.sleep(0.2)
    yield url, journal
    process.terminate()
    process.wait()


def test_a_saved_definition_shows_and_a_fault_is_told_in_french(
    preview: tuple[str, Path], buildable: Path, browser: Browser
) -> None:
    url, journal = preview
    page = browser.new_page()
    page.goto(f"{url}/glossaire/friche/")
    file = buildable / "glossary" / "friche.yml"
    sound = file.read_text(encoding="utf-8")

    file.write_text(sound.replace("Un lieu sans usage", "Un lieu en attente"), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("Un lieu en attente", timeout=SOON)

    file.write_text(sound.replace("territoire", "terroir"), encoding="utf-8")
    deadline = time.monotonic() + SOON / 1000
    while "« terroir » hors de la liste" not in journal.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, journal.read_text(encoding="utf-8")
        time.sleep(0.2)

    file.write_text(sound.replace("Un lieu sans usage", "Un lieu repris"), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("Un lieu repris", timeout=SOON)
    assert journal.read_text(encoding="utf-8").splitlines()[1:] == [
        "Un fichier a changé…",
        "Aperçu à jour.",
        "Un fichier a changé…",
        "glossary/friche.yml:3:10 : erreur : champ « domaine » : « terroir » hors de la liste",
        "    attendu : « coopération », « territoire », « innovation sociale », « transition », "
        "« ESS et statuts », « emploi et insertion », « gouvernance et pouvoir », "
        "« action publique », « économie », « méthode »",
        "    vouliez-vous dire « territoire » ?",
        "1 erreur dans 1 fichier.",
        "L’aperçu garde la dernière version sans faute.",
        "Un fichier a changé…",
        "Aperçu à jour.",
    ]
    page.close()
