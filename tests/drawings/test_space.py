from __future__ import annotations

import pytest

from prendre_place.drawings.space import space
from prendre_place.model.space import SpatialForm
from tests.drawings.geometry import outside, overlaps, parsed, texts

SOURCE = {"cle": "val2020rapport", "lieu": "§2"}
ROLES = {
    "archipel": ["ilot", "passage", "manque"],
    "lieu-ressource": ["lieu", "fonction", "reseau"],
    "multiscalaire": ["echelle", "relation"],
}


def _form(kind: str, each: int) -> SpatialForm:
    elements = [
        {"role": role, "nom": f"Une chose {role} {rank}", "source": SOURCE}
        for role in ROLES[kind]
        for rank in range(1 if role == "lieu" else each)
    ]
    return SpatialForm.model_validate({"type": kind, "elements": elements})


@pytest.mark.parametrize("kind", ROLES)
@pytest.mark.parametrize("each", [1, 2, 5])
def test_every_part_is_shown_once_and_can_be_read(kind: str, each: int) -> None:
    form = _form(kind, each)
    root = parsed(space("espace", "Le Val", form))
    shown = " ".join(area.words for area in texts(root))
    assert all(shown.count(element.nom) == 1 for element in form.elements)
    assert overlaps(root) == []
    assert outside(root) == []


def test_the_description_says_every_part() -> None:
    root = parsed(space("espace", "Le Val", _form("archipel", 1)))
    assert root.findtext("desc") == (
        "Schéma : Une chose ilot 0 ; Une chose passage 0 ; Une chose manque 0."
    )


def test_the_nearest_scale_is_inside_all_others() -> None:
    root = parsed(space("espace", "Le Val", _form("multiscalaire", 3)))
    tops = [float(rect.get("y", 0)) for rect in root.findall("rect")]
    assert tops == sorted(tops)
    assert [area.words for area in texts(root)][:3] == [
        "Une chose echelle 2",
        "Une chose echelle 1",
        "Une chose echelle 0",
    ]
