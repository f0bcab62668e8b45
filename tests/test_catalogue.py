"""Every message has its place in the catalogue, and is shown there as it is."""

from __future__ import annotations

import pytest

from tests.catalogue import PAGE, RULE, current, messages


@pytest.fixture(scope="module")
def by_code() -> dict[str, str]:
    return messages()


def test_every_rule_of_the_bad_examples_is_explained_once(by_code: dict[str, str]) -> None:
    explained = [rule["code"] for rule in RULE.finditer(PAGE.read_text(encoding="utf-8"))]
    assert sorted(explained) == sorted(by_code), "docs/contribuer/messages.md"


def test_the_messages_of_the_page_are_those_of_today(by_code: dict[str, str]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert current(page, by_code) == page, "à refaire par : python -m tests.catalogue"
