"""The form on a folder of the machine, which the system's own window opens."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.conftest import copy_project
from tests.navigateur.conftest import SOON, launched, serving
from tests.navigateur.redaction import AT_ONCE, Editor, write_form

# Where Chromium has the button that allows, under one line of text or two: from the middle of
# the top of its window.
ALLOW = (148, 203)
PAUSE = 1000  # ms: Chromium takes no account of hurried clicks, which may be meant for the page
# Where GTK has the one that opens: from the bottom right corner of its own.
OPEN = (50, 24)


@dataclass
class Hand:
    """A hand on the mouse and the keyboard of a screen."""

    screen: str

    def do(self, *gestures: str) -> str:
        done = subprocess.run(
            ["xdotool", *gestures],
            env={**os.environ, "DISPLAY": self.screen},
            capture_output=True,
            encoding="utf-8",
            timeout=SOON / 1000,
            check=True,
        )
        return done.stdout.strip()

    def window(self, name: str) -> str:
        """The window of this name, once it is there."""
        return self.do("search", "--sync", "--onlyvisible", "--name", name).split()[0]

    def size(self, window: str) -> tuple[int, int]:
        lines = self.do("getwindowgeometry", "--shell", window).split()
        found = dict(line.split("=") for line in lines)
        return int(found["WIDTH"]), int(found["HEIGHT"])

    def click(self, window: str, across: int, down: int) -> None:
        self.do("mousemove", "--window", window, str(across), str(down), "click", "1")

    def choose(self, folder: Path) -> None:
        """Choose a folder in the window that asks for one."""
        picker = self.window("Select a folder")
        self.do("windowfocus", "--sync", picker, "type", str(folder))
        width, height = self.size(picker)
        self.click(picker, width - OPEN[0], height - OPEN[1])

    def allow(self, wanted: Locator) -> None:
        """Allow what the browser asks about, until what is wanted shows."""
        window = self.window("Chromium")
        deadline = time.monotonic() + SOON / 1000
        while not wanted.is_visible():
            assert time.monotonic() < deadline, wanted
            wanted.page.wait_for_timeout(PAUSE)
            self.click(window, self.size(window)[0] // 2 + ALLOW[0], ALLOW[1])


@pytest.fixture
def hand() -> Iterator[Hand]:
    """A hand on a screen of its own, where no one looks."""
    if not all(map(shutil.which, ("Xvfb", "xdotool"))):
        pytest.skip("Xvfb ou xdotool manque : le choix d’un dossier n’est pas vérifié")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as server:
        assert server.stdout is not None
        yield Hand(f":{server.stdout.readline().strip()}")
        server.terminate()


@contextmanager
def seen_on(screen: str, browser: Browser) -> Iterator[Page]:
    """A page of a browser that is seen on a screen, and speaks English."""
    settings = {**os.environ, "DISPLAY": screen, "LANGUAGE": "en"}
    with launched(browser.browser_type, headless=False, env=settings) as chromium:
        page = chromium.new_page(no_viewport=True)
        page.add_init_script(AT_ONCE)
        yield page


def test_a_folder_is_chosen_allowed_and_written(
    browser: Browser, hand: Hand, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "projet")
    (project / ".git").mkdir()
    file = project / "glossary" / "friche.yml"
    before = file.read_text(encoding="utf-8")
    write_form(project, tmp_path / "web")
    with serving(tmp_path / "web") as address, seen_on(hand.screen, browser) as page:
        page.goto(f"{address}/redaction/")
        page.get_by_role("button", name="Ouvrir le dossier du projet").click()
        hand.choose(project)
        hand.allow(page.get_by_role("row", name="Friche"))
        editor = Editor(page)
        editor.open("glossary/entries/friche")
        editor.textbox("Terme").fill("Lande")
        editor.saving.click()
        hand.allow(page.get_by_text("Entrée enregistrée."))
    assert file.read_text(encoding="utf-8") == before.replace("terme: Friche", "terme: Lande")
