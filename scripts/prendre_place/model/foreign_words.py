"""Foreign words that stand in French sentences, by language."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from prendre_place.model.values import Line, Model


def _words(language: str, example: str) -> Any:
    return Field(
        default=(),
        title=language,
        description=f"Mots et expressions en {language.lower()} employés dans les textes.",
        examples=[[example]],
    )


class ForeignWords(Model):
    """The file `mots-etrangers.yml`, each field an ISO 639-1 code.

    Proper names, and words that French dictionaries hold, are not to be listed
    (WCAG 2.2, 3.1.2).
    """

    en: tuple[Line, ...] = _words("Anglais", "living lab")
    de: tuple[Line, ...] = _words("Allemand", "Gemeinschaft")
    es: tuple[Line, ...] = _words("Espagnol", "buen vivir")
    it: tuple[Line, ...] = _words("Italien", "beni comuni")
    la: tuple[Line, ...] = _words("Latin", "territorium")
    nl: tuple[Line, ...] = _words("Néerlandais", "gemeente")
    pt: tuple[Line, ...] = _words("Portugais", "bem viver")

    def by_word(self) -> dict[str, str]:
        """The language of each word or expression."""
        return {word: language for language, words in self for word in words}
