"""What each value of a document is meant to be, read from the model alone.

Works on documents that do not validate too, so that a fault in one field does
not hide an unknown id in another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from prendre_place.load.yaml_reader import Data, Location
from prendre_place.model.values import TypedText


@dataclass(frozen=True)
class Leaf:
    """A text of a document, where it stands and the class that the model gives it."""

    location: Location
    type: type[TypedText]
    text: str


def leaves(model: type[BaseModel], data: Data, location: Location = ()) -> Iterator[Leaf]:
    """Every typed text of `data`, read as `model`."""
    if not isinstance(data, dict):
        return
    for name, annotation in _fields(model).items():
        if name in data:
            yield from _values(annotation, data[name], (*location, name))


def _values(annotation: Any, data: Data, location: Location) -> Iterator[Leaf]:
    if isinstance(annotation, tuple):  # (item type,): a list of such items
        if isinstance(data, list):
            for index, item in enumerate(data):
                yield from _values(annotation[0], item, (*location, index))
    elif issubclass(annotation, BaseModel):
        yield from leaves(annotation, data, location)
    elif isinstance(data, str) and data.strip():
        yield Leaf(location, annotation, data)


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """Fields of a model that hold typed text, directly or deeper."""
    shapes = {name: _shape(field.annotation) for name, field in model.model_fields.items()}
    return {name: shape for name, shape in shapes.items() if shape is not None}


def _shape(annotation: Any) -> Any:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _shape(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return next((_shape(a) for a in get_args(annotation) if a is not NoneType), None)
    if origin is tuple:
        item = _shape(get_args(annotation)[0])
        return (item,) if item is not None else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | TypedText):
        return annotation
    return None
