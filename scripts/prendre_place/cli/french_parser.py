"""argparse in French: its help, its refusals, and what was perhaps meant."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from prendre_place.command_line import PROGRAM
from prendre_place.problems import nearest

CHOICE = re.compile(r"argument .+?: invalid choice: '(?P<typed>.*?)' \(choose from (?P<all>.*)\)")
# What argparse says, from the start of its message, and what is said instead.
SAID = (
    (r"the following arguments are required: (.+)", r"Il manque : \1."),
    (
        r"unrecognized arguments: (.+)",
        r"« \1 » est de trop. Un titre de plusieurs mots se met entre guillemets : "
        r'"Capital social".',
    ),
    (r"argument (.+?): expected (?:one|at least one) argument", r"« \1 » attend une valeur."),
    (r"argument (.+?): invalid int value: '(.*)'", r"« \1 » attend un nombre, et non « \2 »."),
    (r"ambiguous option: (\S+) could match (.+)", r"« \1 » peut être : \2."),
    (r"argument (.+?): ", r"« \1 » : "),
)


class _FrenchHelp(argparse.HelpFormatter):
    """argparse's help, with its own words in French."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "Emploi : " if prefix is None else prefix)


class FrenchParser(argparse.ArgumentParser):
    """A parser, and those of its commands, that speak French."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=_FrenchHelp, add_help=False)
        self._optionals.title = "options"
        self._positionals.title = "arguments"
        self.add_argument("-h", "--help", action="help", help="affiche cette aide et s’arrête")

    def error(self, message: str) -> NoReturn:
        """What is wrong with what was typed, and the help to ask for."""
        print(in_french(message), file=sys.stderr)
        command = self.prog.replace("prendre-place", PROGRAM, 1)
        print(f"L’aide : {command} --help", file=sys.stderr)
        sys.exit(2)


def in_french(message: str) -> str:
    """A refusal of argparse; as it is where it is not known."""
    if refused := CHOICE.match(message):
        choices = re.findall(r"[\w-]+", refused["all"])
        near = nearest(refused["typed"], choices)
        hint = f" Vouliez-vous dire « {near} » ?" if near else ""
        return (
            f"« {refused['typed']} » n’est pas possible ici. Au choix : {', '.join(choices)}.{hint}"
        )
    for english, french in SAID:
        if re.match(english, message):
            return re.sub(english, french, message, count=1)
    return message
