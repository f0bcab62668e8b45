"""From text to what is searched: words without accents, their stems, names as phrases.

`docs/assets/recherche/mots.js` does the same in the browser, to what a reader types; a
test compares the two on every word of the site.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import Stemmer

MARKS = re.compile(r"[\u0300-\u036f]")
DOTTED = re.compile(r"\b([a-z0-9])\.(?=[a-z0-9]\b)")
FAMILY = 6  # letters
WORD = re.compile(r"[a-z0-9]+")
# Snowball leaves « emplois » and « lieux » in the plural, and « associee » without its accent.
PLURAL = re.compile(r"(?<=[a-z]{3})s$")
INFLECTION = re.compile(r"(?<=eu)x$|(?<=e)e$")
# Words that say nothing of a name: « (le) pôle territorial (de) coopération ».
EMPTY = frozenset(
    """
a au aux c ca ce ces cet cette d de des du en et j l la le les leur leurs m ma mes mon n nos notre
on ou qu s sa ses son t un une vos votre y
""".split()  # noqa: SIM905 - a list of words is read more easily so
)
# Words of a question rather than of its answer; they count in names: « faire avec ».
LIGHT = frozenset(
    """
afin ai aide ainsi alors aussi autre autres avec avez avoir avons beaucoup bonjour car cela chaque
cherche chez ci combien comme comment connaitre dans definir definition depuis difference
differences dire dit doit doivent donc dont elle elles encore entre es est etes etre exemple
exemples existe existent expliquer faire fait faudrait faut fiche il ils jamais je liste mais meme
merci mettre moi ne ni notion nous par pas peu peut peuvent plus pour pourquoi puis quand que quel
quelle quelles quelqu quelque quels qui quoi sans savoir se sera sert servir si signifie signifier
sont sous souvent suis sur toujours tous tout toute toutes tres trop trouver tu va vais vers veut
viennent voir vont vous vraiment
""".split()  # noqa: SIM905 - a list of words is read more easily so
)

# What is said for short, and the word that the site writes.
SHORT = {
    "asso": "association",
    "assos": "associations",
    "biblio": "bibliographie",
    "boulot": "travail",
    "ecolo": "ecologique",
    "ecolos": "ecologiques",
    "fac": "universite",
    "info": "information",
    "infos": "informations",
    "job": "emploi",
    "jobs": "emplois",
    "orga": "organisation",
}


def fold(text: str) -> str:
    """The text in small letters, without accents, ligatures undone."""
    bare = MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    return bare.replace("œ", "oe").replace("æ", "ae")


def words(text: str) -> list[str]:
    """Folded words in order; « P.T.C.E. » is one."""
    return WORD.findall(DOTTED.sub(r"\1", fold(text)))


def stem(word: str) -> str:
    """What a folded word shares with its family, by Snowball's French algorithm."""
    return _snowball(INFLECTION.sub("", PLURAL.sub("", word)))


def family(word: str) -> str:
    """What a long word shares with those that Snowball tells apart: bénévole, bénévolat.

    Weighed little: alone it would take a commune for a common.
    """
    return word[:FAMILY] + "…"


def counting(text: str) -> list[str]:
    """The words of a text that may tell it from another."""
    return [word for word in words(text) if word not in EMPTY and word not in LIGHT]


def telling(found: list[str]) -> list[str]:
    """The words without the empty ones, unless all are: « la » alone stays."""
    return [word for word in found if word not in EMPTY] or found


@cache
def _snowball(word: str) -> str:
    # One stemmer for all: PyStemmer keeps its state between words.
    return str(_STEMMER.stemWord(word))


_STEMMER = Stemmer.Stemmer("french", 0)
