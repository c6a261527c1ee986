"""What YAML and JSON have in common: scalars that stay as they were written, and bounds on a tree."""

from __future__ import annotations

import re
from decimal import Decimal

from reviewer.model.document import DataNode, Place
from reviewer.model.words import Words
from reviewer.reading.unreadable import Unreadable

DEPTH = 32
"""Levels of maps and lists in one another. Report data need seven."""
NODES = 200_000
"""Values of all kinds, those that a YAML alias repeats counted each time."""
_DIGITS = 60
_EXPONENT = 40

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def at(line: int, column: int, id: str, en: str) -> Unreadable:
    """The error of a place; line and column from 1."""
    return Unreadable(Words(f"baris {line} kolom {column}: {id}", f"line {line} column {column}: {en}"))


def too_deep(line: int, column: int) -> Unreadable:
    return at(
        line,
        column,
        f"bertingkat lebih dari {DEPTH}; data laporan tidak memerlukannya",
        f"nested more than {DEPTH} levels; report data need no such depth",
    )


def too_many(line: int, column: int) -> Unreadable:
    return at(
        line,
        column,
        f"berisi lebih dari {NODES} nilai; pecahlah menjadi beberapa berkas",
        f"more than {NODES} values; split it into several files",
    )


def clean(text: str) -> str:
    """The text without halves of characters, which no file or screen can show."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def number(text: str) -> int | Decimal | str:
    """A JSON number exactly as written; one of absurd size stays a text."""
    if len(text) > _DIGITS:
        return text
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    value = Decimal(text)
    return text if abs(value.adjusted()) > _EXPONENT else value


def shown(node: DataNode) -> str:
    """A scalar as a reader of the report sees it: a text as written, a number with a decimal comma and no exponent."""
    if isinstance(node.value, Decimal):
        return f"{node.value:f}".replace(".", ",")
    return node.text


def scalar(value: str | int | Decimal | bool | None, text: str, place: Place, key_place: Place | None) -> DataNode:
    return DataNode(value=value, kind="scalar", place=place, text=text, key_place=key_place)
