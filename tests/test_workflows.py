"""The ready-made workflows of the two forges: each command that they call exists."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from prendre_place.cli import FORMATS, main
from tests.conftest import ROOT

GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
COMMAND = re.compile(
    r"make (?P<target>[a-z]+)(?: FORMAT=(?P<format>[a-z]+)| REF=(?P<ref>\S+))?(?: >>? [\w.\"$-]+)?"
)


def read(path: Path) -> dict[str, Any]:
    # The core schema: `on` is a word, and not a truth value.
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def github_steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    found = read(GITLAB)
    return {name: job for name, job in found.items() if "script" in job}


def commands() -> Iterator[str]:
    scripts = [step["run"] for path in GITHUB for step in github_steps(path) if "run" in step]
    scripts += [line for job in gitlab_jobs().values() for line in job["script"]]
    for script in scripts:
        for line in script.splitlines():
            yield from re.split(r"\s*(?:\|\||&&|;)\s*", line)


def test_there_are_workflows_for_both_forges() -> None:
    assert [path.name for path in GITHUB] == ["liens.yml", "verifier.yml"]
    assert set(gitlab_jobs()) == {"site", "resume", "tests", "pages", "liens"}


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_workflows_call_nothing_but_targets_that_exist(command: str) -> None:
    match = COMMAND.fullmatch(command)
    assert match, command
    assert match["target"] in TARGETS
    assert match["format"] is None or match["format"] in FORMATS


@pytest.mark.parametrize("name", sorted(set(re.findall(r"prendre-place ([a-z]+)", MAKEFILE))))
def test_the_makefile_calls_commands_that_exist(name: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0


@pytest.mark.parametrize("target", ["verifier", "site", "liens"])
def test_a_forge_chooses_how_problems_are_told(target: str) -> None:
    command = ["make", "--dry-run", "--assume-old=.venv/.site-pret", target, "FORMAT=gitlab"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert " --format gitlab\n" in done.stdout


def test_actions_and_images_are_pinned_by_their_full_version() -> None:
    used = [step["uses"] for path in GITHUB for step in github_steps(path) if "uses" in step]
    assert used
    assert [use for use in used if not re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", use)] == []
    assert re.fullmatch(r"python:\d+\.\d+\.\d+-\w+", read(GITLAB)["image"])


def test_only_what_passed_and_only_from_main_is_published() -> None:
    github = read(ROOT / ".github/workflows/verifier.yml")["jobs"]["publier"]
    assert set(github["needs"]) == {"site", "tests"}
    assert github["if"] == "github.event_name == 'push' && github.ref == 'refs/heads/main'"
    gitlab = gitlab_jobs()["pages"]
    assert set(gitlab["needs"]) == {"site", "tests"}
    assert [rule["if"] for rule in gitlab["rules"]] == [
        '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == "main"'
    ]
    assert [name for name, job in gitlab_jobs().items() if "pages" in job] == ["pages"]


def test_a_proposal_gets_no_right_to_write() -> None:
    for path in GITHUB:
        assert read(path)["permissions"] == {"contents": "read"}


def test_what_is_kept_is_what_the_commands_write() -> None:
    paths = [
        step["with"]["path"]
        for path in GITHUB
        for step in github_steps(path)
        if "upload" in step.get("uses", "")
    ]
    kept = [
        path for job in gitlab_jobs().values() for path in job.get("artifacts", {}).get("paths", [])
    ]
    assert set(paths) == {"site", "rapport-liens"}
    assert set(kept) == {"site/", "rapport-liens/", "ce-qui-change.md"}


def test_a_proposal_says_what_it_changes_for_readers(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub checks out the merge of the proposal, GitLab the proposal; both know its start."""

    def git(*command: str) -> None:
        options = ["-c", "user.name=Essai", "-c", "user.email=essai"]
        subprocess.run(["git", "-C", project, *options, *command], check=True)

    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message=Avant")
    git("switch", "--quiet", "--create=haie")
    friche = project / "glossary" / "friche.yml"
    text = friche.read_text(encoding="utf-8").replace("id: friche", "id: haie")
    text = text.replace("terme: Friche", "terme: Haie")
    (project / "glossary" / "haie.yml").write_text(text, encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message=Haie")
    git("switch", "--quiet", "main")
    git("merge", "--quiet", "--no-ff", "--message=Proposition", "haie")
    (depth,) = [
        step["with"]["fetch-depth"]
        for step in github_steps(ROOT / ".github/workflows/verifier.yml")
        if "fetch-depth" in step.get("with", {})
    ]
    checkout = tmp_path / "checkout"
    clone = ["git", "clone", "--quiet", f"--depth={depth}", f"file://{project}", checkout]
    subprocess.run(clone, check=True)
    (ref,) = [COMMAND.fullmatch(c)["ref"] for c in commands() if "HEAD" in c]  # type: ignore[index]
    assert main(["--projet", str(checkout), "comparer", ref, "--format", "markdown"]) == 0
    assert "Haie" in capsys.readouterr().out
    assert gitlab_jobs()["resume"]["variables"] == {"GIT_DEPTH": "0"}


def test_external_links_are_checked_every_week() -> None:
    (schedule,) = read(ROOT / ".github/workflows/liens.yml")["on"]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    assert [rule["if"] for rule in gitlab_jobs()["liens"]["rules"]] == [
        '$CI_PIPELINE_SOURCE == "schedule"'
    ]
