"""YAML into a tree of `DataNode`: composed from the parser's events, so that no tag is obeyed and no object is made.

Scalars are read as YAML 1.2 and Indonesian reports mean them, not as YAML 1.1 does: "yes", dates, octals and
sexagesimals stay texts, and so does 350.000, which in a report is three hundred and fifty thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reviewer.model.document import DataNode, Place
from reviewer.reading.data_tree import DEPTH, NODES, at, clean, number, scalar, too_deep, too_many
from reviewer.reading.unreadable import Unreadable

if TYPE_CHECKING:
    import yaml

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_NULLS = ("", "~", "null", "Null", "NULL")
_TRUE = ("true", "True", "TRUE")
_FALSE = ("false", "False", "FALSE")

# Line breaks to YAML 1.1 alone: blanks in YAML 1.2, and in every editor, whose line numbers ours must be.
_NO_BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " "}


def parse_yaml(text: str) -> DataNode | None:
    """The one document of a YAML text; None where it holds nothing.

    Raises `Unreadable` with line and column.
    """
    import yaml

    text = text.translate(_NO_BREAKS)
    try:
        # The pure parser: libyaml's needs quadratic time for brackets in one another before it reports the first.
        return _compose(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise at(
            line,
            column,
            "ada karakter kendali yang tidak boleh ada dalam YAML",
            "a control character, which YAML forbids",
        ) from None
    except yaml.MarkedYAMLError as error:
        raise _translated(error) from None


@dataclass(slots=True)
class _Frame:
    """A map or list being read."""

    kind: Literal["map", "list"]
    place: Place
    key_place: Place | None
    anchor: str | None
    pairs: list[tuple[str, DataNode]] = field(default_factory=list)
    items: list[DataNode] = field(default_factory=list)
    key: tuple[str, Place] | None = None
    size: int = 1
    """Values in it so far, with what aliases repeat."""


def _compose(events: Iterator[yaml.Event]) -> DataNode | None:
    import yaml

    stack: list[_Frame] = []
    anchors: dict[str, tuple[DataNode, int]] = {}
    root: DataNode | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise at(
                *_mark(event), "berkas memuat lebih dari satu dokumen YAML (---)", "more than one YAML document (---)"
            )
        place = _place(event)
        key_place = stack[-1].key[1] if stack and stack[-1].key else None
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if len(stack) >= DEPTH:
                raise too_deep(*_mark(event))
            if stack and stack[-1].kind == "map" and stack[-1].key is None:
                raise _complex_key(event)
            kind: Literal["map", "list"] = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
            stack.append(_Frame(kind, place, key_place, event.anchor))
            continue
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            frame = stack.pop()
            value = tuple(frame.pairs) if frame.kind == "map" else tuple(frame.items)
            node = DataNode(value=value, kind=frame.kind, place=frame.place, key_place=frame.key_place)
            anchor, size = frame.anchor, frame.size
        elif isinstance(event, yaml.ScalarEvent):
            if stack and stack[-1].kind == "map" and stack[-1].key is None:
                stack[-1].key = clean(event.value), place
                continue
            node, anchor, size = _scalar(event, place, key_place), event.anchor, 1
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in anchors:
                raise at(
                    *_mark(event),
                    f"rujukan *{event.anchor} tidak punya asal",
                    f"the alias *{event.anchor} has no anchor",
                )
            if stack and stack[-1].kind == "map" and stack[-1].key is None:
                raise _complex_key(event)
            original, size = anchors[event.anchor]
            node = replace(original, place=place, key_place=key_place)
            anchor = None
        else:
            continue
        if anchor:
            anchors[anchor] = node, size
        if not stack:
            root = node
            continue
        parent = stack[-1]
        parent.size += size
        if parent.size > NODES:
            raise too_many(*_mark(event))
        if parent.kind == "list":
            parent.items.append(node)
        elif parent.key:
            parent.pairs.append((parent.key[0], node))
            parent.key = None
    return root


def _scalar(event: yaml.ScalarEvent, place: Place, key_place: Place | None) -> DataNode:
    text = clean(event.value)
    plain = not event.style and event.implicit[0]
    value: str | int | Decimal | bool | None = text
    if plain and text in _NULLS:
        return scalar(None, "", place, key_place)
    if plain and text in _TRUE + _FALSE:
        value = text in _TRUE
    elif plain and _NUMBER.fullmatch(text) and not _THOUSANDS.fullmatch(text):
        value = number(text)
    return scalar(value, text, place, key_place)


def _mark(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _place(event: yaml.Event) -> Place:
    """Where the first character stands: behind the quote of a quoted text, on the line below the sign of a folded one."""
    line, column = _mark(event)
    end = event.end_mark
    last = end.line + (1 if end.column else 0) if end is not None else line
    style = getattr(event, "style", None)
    if style in ("'", '"'):
        column += 1
    elif style in ("|", ">"):
        line, column = min(line + 1, max(last, line)), 1
    return Place(line=line, end_line=max(last, line), column=column)


def _complex_key(event: yaml.Event) -> Unreadable:
    return at(*_mark(event), "kunci harus berupa teks biasa", "a key must be a plain text")


# What the parser says (its words, or how they begin), and what to do about it.
_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "tanda “:” tidak boleh di sini; periksa inden baris ini, atau apit teks yang memuat “: ” dengan tanda kutip",
        "“:” cannot stand here; check the indent of this line, or put quotes around a text that holds “: ”",
    ),
    (
        "found character '\\t'",
        "tab tidak boleh dipakai untuk inden; gantilah dengan spasi",
        "a tab cannot be used for indenting; use blanks",
    ),
    (
        "found character",
        "nilai tidak boleh diawali tanda ini; apitlah dengan tanda kutip",
        "a value cannot begin with this sign; put quotes around it",
    ),
    (
        "expected the node content",
        "di sini seharusnya ada nilai; apit tanda ini dengan tanda kutip bila memang bagian dari teks",
        "a value is expected here; put quotes around this sign where it belongs to a text",
    ),
    (
        "found unexpected end of stream",
        "tanda kutip yang dibuka tidak ditutup",
        "a quotation mark is opened but not closed",
    ),
    ("could not find expected ':'", "ada kunci tanpa tanda “:”", "a key without its “:”"),
    (
        "expected <block end>",
        "inden baris ini tidak sejajar dengan baris di atasnya",
        "this line's indent does not match the lines above",
    ),
    (
        "expected ',' or",
        "kurung [ ] atau { } tidak ditutup, atau ada koma yang kurang",
        "a bracket is not closed, or a comma is missing",
    ),
)


def _translated(error: yaml.MarkedYAMLError) -> Unreadable:
    """The parser's complaint in the user's words, where the mistake begins."""
    problem = error.problem or ""
    mark = error.problem_mark
    if problem.startswith("found unexpected end") and error.context_mark is not None:
        mark = error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    for words, id, en in _PROBLEMS:
        if problem.startswith(words):
            return at(line, column, id, en)
    return at(line, column, f"bukan tulisan YAML yang sah ({problem})", f"not valid YAML ({problem})")
