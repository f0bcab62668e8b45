"""The live preview: a saved source shows, and a fault does not stop it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from prendre_place.cli import main
from tests.navigateur.conftest import SOON


@pytest.fixture
def preview(buildable: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address and journal of a preview of the invented project."""
    with previewed(buildable, tmp_path) as started:
        yield started


@contextmanager
def previewed(project: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Address and journal of a preview, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    journal = folder / "journal.txt"
    command = [sys.executable, "-m", "prendre_place", "--projet", str(project), "apercu"]
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
    expect(page.locator("article")).to_contain_text("Un lieu en attente")

    file.write_text(sound.replace("territoire", "terroir"), encoding="utf-8")
    deadline = time.monotonic() + SOON / 1000
    while "« terroir » hors de la liste" not in journal.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, journal.read_text(encoding="utf-8")
        time.sleep(0.2)
    fault = page.get_by_role("alert")
    expect(fault).to_contain_text("L’aperçu garde la dernière version sans faute.")
    expect(fault).to_contain_text("champ «\u00a0domaine\u00a0»")
    expect(page.locator("article")).to_contain_text("Un lieu en attente")

    file.write_text(sound.replace("Un lieu sans usage", "Un lieu repris"), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("Un lieu repris")
    expect(fault).to_have_count(0)
    assert journal.read_text(encoding="utf-8").splitlines()[1:] == [
        "Aperçu à jour.",
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


def test_what_depends_on_a_saved_entry_follows_it(
    preview: tuple[str, Path], buildable: Path, browser: Browser
) -> None:
    url, _ = preview
    file = buildable / "glossary" / "friche.yml"
    renamed = file.read_text(encoding="utf-8").replace("terme: Friche", "terme: Terrain vague")
    page = browser.new_page()
    page.goto(f"{url}/glossaire/")

    file.write_text(renamed, encoding="utf-8")

    expect(page.get_by_role("link", name="Terrain vague")).to_be_visible()
    page.goto(f"{url}/recherche/?q=terrain+vague")
    first = page.get_by_role("main").get_by_role("list").first
    expect(first).to_contain_text("Terrain vague")
    page.goto(f"{url}/glossaire/friche.json")
    expect(page.locator("body")).to_contain_text("Terrain vague")
    page.close()


def test_a_preview_that_starts_with_a_fault_waits_for_it_to_be_mended(
    buildable: Path, tmp_path: Path, browser: Browser
) -> None:
    file = buildable / "glossary" / "friche.yml"
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace("territoire", "terroir"), encoding="utf-8")
    with previewed(buildable, tmp_path) as (url, _):
        page = browser.new_page()
        page.goto(f"{url}/glossaire/friche/")
        fault = page.get_by_role("alert")
        expect(fault).to_contain_text("les sources n’ont jamais été sans faute")
        expect(fault).to_contain_text("«\u00a0terroir\u00a0» hors de la liste")

        file.write_text(sound, encoding="utf-8")

        expect(page.locator("article")).to_contain_text("Un lieu sans usage")
        page.close()


def test_an_address_that_leads_nowhere_is_said_to(preview: tuple[str, Path]) -> None:
    url, _ = preview
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{url}/glossaire/nulle-part/", timeout=10)
    with urllib.request.urlopen(f"{url}/glossaire/friche", timeout=10) as answer:
        assert answer.url == f"{url}/glossaire/friche/"


def test_a_draft_shows_and_says_that_it_is_one(preview: tuple[str, Path]) -> None:
    url, _ = preview
    with urllib.request.urlopen(f"{url}/glossaire/brouillon/", timeout=10) as answer:
        page = answer.read().decode()
    assert "<strong>Brouillon : seul l’aperçu montre cette page.</strong>" in page.replace(
        "\u00a0", " "
    )
    assert "« statut: a-relire » dans glossary/brouillon.yml" in page.replace("\u00a0", " ")


def test_a_second_preview_leads_to_the_first(
    preview: tuple[str, Path], buildable: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, _ = preview
    address = url.removeprefix("http://")
    assert main(["--projet", str(buildable), "apercu", "--adresse", address]) == 1
    assert capsys.readouterr().out == (
        f"Un aperçu tourne déjà à {url}/ : ouvrez cette adresse, ou arrêtez-le "
        "(Ctrl + C dans son terminal).\n"
        "Si c’est un autre programme qui la tient : "
        "./prendre-place apercu --adresse 127.0.0.1:8001\n"
    )
