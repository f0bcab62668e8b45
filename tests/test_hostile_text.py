"""Names and labels are not trusted: whatever they hold stays text, in every file made of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree, html

from prendre_place.build import build_site
from prendre_place.reporters import as_text

HOSTILE = (
    """</script><script>alert(1)</script>"><img src=x onerror=alert(1)>"""
    """<a href=javascript:alert(1)>x</a>{{ 7 * 7 }}{% raw %}]]>"""
)
# Fields of plain text, of every kind; texts in Markdown refuse HTML before anything is made.
FIELDS = (
    "terme|titre|nom|sigle|libelle|unite|origine|theme|region|precision|repere|editeur"
    "|developpement|materiau"
)
FIELD = re.compile(rf"(?m)^(\s*(?:- )?(?:{FIELDS}): )([^\n{{}}\[\]\"]+)$")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import copy_project, make_buildable

    project = make_buildable(copy_project(tmp_path_factory.mktemp("hostile") / "projet"))
    changed = 0
    for file in project.rglob("*.yml"):
        # A published text would need a version of its own.
        published = file.name in ("commun.yml", "redirections.yml") or "versions" in file.parts
        if published or file.name == "mkdocs.yml":
            continue
        text = file.read_text(encoding="utf-8")
        text, count = FIELD.subn(lambda m: f"{m[1]}'{m[2].strip()} {HOSTILE}'", text)
        changed += count
        file.write_text(text, encoding="utf-8")
    assert changed > 30
    outcome = build_site(project)
    assert outcome.site is not None, as_text(outcome.problems)
    return project / "site"


def test_no_page_holds_a_script_a_handler_or_an_address_that_runs(hostile: Path) -> None:
    for file in hostile.rglob("*.html"):
        for element in html.parse(file).iter(etree.Element):
            where = f"{file.relative_to(hostile)}: {etree.tostring(element)[:200]!r}"
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json", where
            assert not [name for name in element.attrib if name.startswith("on")], where
            for name in ("href", "src", "action"):
                value = element.get(name) or ""
                assert not value.lower().startswith(("javascript:", "data:")), where
            assert element.tag not in ("iframe", "object", "embed", "style"), where


def test_templates_in_a_name_are_not_run(hostile: Path) -> None:
    page = (hostile / "glossaire/friche/index.html").read_text(encoding="utf-8")
    assert "7 * 7" in page
    assert "49" not in html.fromstring(page).findtext(".//h1")


def test_data_files_are_still_sound(hostile: Path) -> None:
    for file in hostile.rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))
    for file in (*hostile.rglob("*.xml"), *hostile.rglob("*.rdf"), *hostile.rglob("*.svg")):
        tree = etree.parse(file)
        assert not [e for e in tree.iter(etree.Element) if etree.QName(e).localname == "script"]
