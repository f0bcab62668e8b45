"""Whatever stops a build, the last good site is there, whole."""

from __future__ import annotations

import os
import random
import resource
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest

from prendre_place import build
from prendre_place.build import build_site
from prendre_place.cli import main
from prendre_place.exchange import exchange
from prendre_place.reporters import as_text
from tests.test_build import spoil, tree

KILLS = 20


def in_a_child(run: Callable[[], object]) -> int:
    """Run in a copy of this process, warm as it is; the id of the child."""
    child = os.fork()
    if child == 0:
        try:
            run()
        finally:
            os._exit(0)
    return child


def test_the_site_is_whole_at_every_moment_of_twenty_killed_builds(online: Path) -> None:
    states = [tree(online / "site")]
    spoil(online, "glossary/friche.yml", "Un lieu sans usage", "Un lieu vide")
    start = time.perf_counter()
    build_site(online)
    lasts = time.perf_counter() - start
    states.append(tree(online / "site"))
    chance = random.Random(20)
    killed = 0
    while killed < KILLS:
        old, new = ("Un lieu vide", "Un lieu sans usage")[:: 1 if killed % 2 else -1]
        file = online / "glossary/friche.yml"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        child = in_a_child(lambda: build_site(online))
        time.sleep(chance.uniform(0, lasts))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        assert tree(online / "site") in states
    assert build_site(online).site is not None


def saved(project: Path) -> None:
    """Something is to be built again."""
    with (project / "glossary/friche.yml").open("a") as file:
        file.write("\n")


def test_a_full_disk_is_said_and_leaves_the_last_good_site(
    online: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = tree(online / "site")
    saved(online)

    def with_little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        main(["--projet", str(online), "construire"])

    os.waitpid(in_a_child(with_little_room), 0)
    err = capfd.readouterr().err
    assert "erreur : il n’y a plus de place sur le disque\n" in err
    assert err.endswith("Rien n’a été publié : site/ reste tel qu’il était.\n")
    assert "Traceback" not in err
    assert tree(online / "site") == before


def test_no_right_to_write_is_said(online: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(online / ".cache/prendre-place"))

    monkeypatch.setattr("prendre_place.hook.cite_entries", refused)
    monkeypatch.setattr("prendre_place.build.run_mkdocs", refused)
    assert as_text(build_site(online).problems) == (
        ".cache/prendre-place:1:1 : erreur : vous n’avez pas le droit d’y accéder\n"
        "1 erreur dans 1 fichier."
    )


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (
            OSError("No pandoc was found"),
            "pandoc, qui met en forme les citations, est introuvable. « make propre », puis "
            "« make site », le réinstallent.",
        ),
        (
            RuntimeError("Pandoc died with exitcode 83"),
            "pandoc n’a pas mis en forme les citations : Pandoc died with exitcode 83",
        ),
    ],
)
def test_a_failure_of_pandoc_is_said_and_leaves_the_last_good_site(
    failure: Exception, said: str, online: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(online / "site")

    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(pypandoc, "convert_text", fail)
    spoil(online, "glossary/friche.yml", "p. 20]", "p. 21]")
    outcome = build_site(online)
    assert outcome.site is None
    assert as_text(outcome.problems) == (
        f"mkdocs.yml:1:1 : erreur : {said}\n1 erreur dans 1 fichier."
    )
    assert tree(online / "site") == before


def test_an_interruption_is_said_without_a_traceback(
    online: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    saved(online)
    monkeypatch.setattr("prendre_place.build._build", interrupted)
    assert main(["--projet", str(online), "construire"]) == 130
    assert capsys.readouterr().err == "Interrompu.\n"


def test_two_folders_take_each_other_s_place(tmp_path: Path) -> None:
    for name in ("un", "deux"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "nom").write_text(name, encoding="utf-8")
    assert exchange(tmp_path / "un", tmp_path / "deux")
    assert (tmp_path / "un" / "nom").read_text(encoding="utf-8") == "deux"
    assert (tmp_path / "deux" / "nom").read_text(encoding="utf-8") == "un"
    assert not exchange(tmp_path / "un", tmp_path / "trois")


def test_where_folders_cannot_be_exchanged_two_renames_do(
    online: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(online / "site")
    monkeypatch.setattr(build, "exchange", lambda *_: False)
    assert build_site(online).site is not None
    assert tree(online / "site") == before
    assert [path.name for path in (online / build.WORKSHOP).iterdir() if path.is_dir()] == []


def test_a_build_asks_nothing_of_the_network(online: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*arguments: object) -> None:
        raise AssertionError(f"demandé au réseau : {arguments}")

    monkeypatch.setattr(socket.socket, "connect", cut)
    monkeypatch.setattr(socket, "getaddrinfo", cut)
    for name in ("http_proxy", "https_proxy"):  # pandoc's own requests would fail
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert build_site(online).site is not None
