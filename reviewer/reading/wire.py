"""A `Document` as JSON and back, for the way between two processes.

Follows the fields of the model, so that a new one is carried without a word here. An object is one of the model's
nouns, named under "", with the fields that differ from their defaults; an array is a tuple.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from reviewer.model.document import Cell, DataNode, Document, Notice, Paragraph, Place, Span, Table
from reviewer.model.words import Words

_NOUNS: dict[str, type] = {
    noun.__name__: noun for noun in (Cell, DataNode, Document, Notice, Paragraph, Place, Span, Table, Words)
}


def dumps(document: Document) -> str:
    return json.dumps(_plain(document), ensure_ascii=True, separators=(",", ":"))


def loads(text: str) -> Document:
    """Raises `ValueError` where the text is no document."""
    try:
        document = json.loads(text, object_hook=_noun)
    except (KeyError, TypeError, ArithmeticError) as problem:
        raise ValueError("not a document") from problem
    if not isinstance(document, Document):
        raise ValueError("not a document")
    return document


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return {"": "Decimal", "value": str(value)}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    noun: dict[str, Any] = {"": type(value).__name__}
    for name, default in _fields(type(value)):
        item = getattr(value, name)
        if item != default or type(item) is not type(default):
            noun[name] = _plain(item)
    return noun


@cache
def _fields(noun: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, _default(field)) for field in fields(noun))


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _noun(stored: dict[str, Any]) -> Any:
    name = stored.pop("")
    if name == "Decimal":
        return Decimal(stored["value"])
    return _NOUNS[name](**{key: _tuple(value) for key, value in stored.items()})


def _tuple(value: Any) -> Any:
    return tuple(_tuple(item) for item in value) if isinstance(value, list) else value
