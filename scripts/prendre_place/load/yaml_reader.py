"""YAML text to plain data, with the place of every value.

PyYAML's C parser composes the tree of nodes, which carry line numbers. Its typing,
of YAML 1.1, is replaced by that of YAML 1.2, so that a file says the same here, in
VS Code and in a form. The models convert nothing: what is not the type they want
is a problem, and never another value than the one typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from prendre_place.load.signs import hidden_sign
from prendre_place.load.yaml_core import Scalar, value_of
from prendre_place.load.yaml_messages import translate
from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile

Data = dict[str, "Data"] | list["Data"] | Scalar
Location = tuple[int | str, ...]

# No model is nearly as deep; a file that is was not written by hand.
DEEPEST = 20
# Opening signs in a row: libyaml's own recursion would exhaust the stack.
ABYSS = re.compile(r"(?:(?:[\[{]|- )\s*(?:[\w-]{1,40}:\s+)?){200}")
STANDARD_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq")}


class UntypedLoader(yaml.CSafeLoader):
    """The C loader, without the rules of YAML 1.1 that turn plain text into other types."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - PyYAML's own attribute


@dataclass(frozen=True)
class Document:
    """A YAML file as data, with its nodes so that any value can be located."""

    source: SourceFile
    root: yaml.MappingNode
    data: dict[str, Data]

    @property
    def path(self) -> str:
        return self.source.path

    def position(self, location: Location, *, of_key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at `location`, or of its key.

        Where the location does not exist in the file (a missing key), the
        position of the nearest enclosing value is given.
        """
        node: yaml.Node = self.root
        mark = node.start_mark
        for step in location:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            mark = (key or node).start_mark if of_key else node.start_mark
        return mark.line + 1, mark.column + 1

    def written(self, location: Location) -> str | None:
        """The text of the scalar at `location`, without its quotes."""
        node = self.node(location)
        return str(node.value) if isinstance(node, yaml.ScalarNode) else None

    def node(self, location: Location) -> yaml.Node | None:
        """The node at `location`; its marks count characters of the source's text."""
        node: yaml.Node = self.root
        for step in location:
            found = _child(node, step)
            if found is None:
                return None
            node = found[1]
        return node

    def position_of_text(self, location: Location, needle: str) -> tuple[int, int]:
        """Line and column of `needle` inside the value at `location`."""
        first, column = self.position(location)
        lines = self.source.text.split("\n")
        start = column - 1
        for number in range(first - 1, len(lines)):
            at = lines[number].find(needle, start)
            if at >= 0:
                return number + 1, at + 1
            start = 0
        return first, column


def _child(node: yaml.Node, step: int | str) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def read_yaml(source: SourceFile) -> tuple[Document | None, list[Problem]]:
    """Parse one file. A syntax error hides only this file, not the others."""
    if abyss := ABYSS.search(source.text):
        line = source.text.count("\n", 0, abyss.start()) + 1
        found = f"plus de {DEEPEST} niveaux les uns dans les autres"
        return None, [Problem(source.path, line, 1, "trop-profond", found)]
    try:
        root = yaml.compose(source.text, Loader=UntypedLoader)
    except yaml.YAMLError as error:
        return None, [translate(source, error)]
    if not isinstance(root, yaml.MappingNode):
        return None, [
            Problem(
                source.path,
                1,
                1,
                "structure",
                "le fichier ne contient pas de champs",
                expected="des lignes de la forme « champ: valeur »",
            )
        ]
    converter = _Converter(source)
    data = converter.mapping(root)
    return Document(source, root, data), converter.problems


@dataclass
class _Converter:
    """Nodes to data; duplicate keys, aliases and tags are reported on the way."""

    source: SourceFile
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def convert(self, node: yaml.Node, depth: int = 1) -> Data:
        if node.tag not in STANDARD_TAGS or self._begins(node, "!"):
            self._report(node, "etiquette-yaml", f"étiquette YAML « {node.tag} » non admise")
        elif self._begins(node, "&"):
            self._report(node, "ancre-yaml", "ancre YAML (« &nom ») non admise")
        if isinstance(node, yaml.ScalarNode):
            if node.style == '"' and (sign := hidden_sign(node.value)):
                found = f"signe invisible (U+{ord(sign):04X}), écrit avec « \\ »"
                self._report(node, "signe-invisible", found)
            return str(node.value) if node.style else value_of(node.value)
        if id(node) in self.seen:
            self._report(node, "alias-yaml", "renvoi YAML (« *nom ») non admis")
            return ""
        self.seen.add(id(node))
        if depth > DEEPEST:
            found = f"plus de {DEEPEST} niveaux les uns dans les autres"
            self._report(node, "trop-profond", found)
            return ""
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        return [self.convert(item, depth + 1) for item in node.value]

    def mapping(self, node: yaml.MappingNode, depth: int = 0) -> dict[str, Data]:
        data: dict[str, Data] = {}
        first_line: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._report(key, "structure", "un nom de champ doit être un mot")
                continue
            name = str(key.value)
            if name in data:
                self._report(
                    key,
                    "cle-en-double",
                    f"écrit deux fois, d’abord ligne {first_line[name]}",
                    name,
                )
                continue
            first_line[name] = key.start_mark.line + 1
            data[name] = self.convert(value, depth + 1)
        return data

    def _begins(self, node: yaml.Node, sign: str) -> bool:
        return self.source.text.startswith(sign, node.start_mark.index)

    def _report(self, node: yaml.Node, code: str, message: str, name: str | None = None) -> None:
        mark = node.start_mark
        self.problems.append(
            Problem(self.source.path, mark.line + 1, mark.column + 1, code, message, field=name)
        )
