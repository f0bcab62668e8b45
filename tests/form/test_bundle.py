"""The form kept in the repository is what its locked packages give."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from prendre_place.form.files import BUNDLE
from tests.conftest import ROOT
from tests.form.conftest import node


def test_the_kept_files_are_those_that_the_packages_give(tmp_path: Path) -> None:
    made = tmp_path / "bundle"
    subprocess.run([node(), str(ROOT / "redaction" / "construire.mjs"), str(made)], check=True)
    kept = {file.relative_to(BUNDLE): file.read_bytes() for file in _files(BUNDLE)}
    assert {file.relative_to(made): file.read_bytes() for file in _files(made)} == kept


def test_the_version_is_told_with_its_digest() -> None:
    told = (BUNDLE / "VERSION.txt").read_text(encoding="utf-8")
    digest = hashlib.sha256((BUNDLE / "redaction.js").read_bytes()).hexdigest()
    assert f"SHA-256 de redaction.js : {digest}\n" in told
    assert "Sveltia CMS 0.221.1, MIT (https://sveltiacms.app)\n" in told


def test_no_font_and_no_interface_language_is_left_to_a_cdn() -> None:
    script = (BUNDLE / "redaction.js").read_text(encoding="utf-8")
    assert "cdn.jsdelivr.net" not in script
    assert "googleapis.com/css" not in script
    assert "Enregistrer" in script


def _files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*")) if file.is_file()]
