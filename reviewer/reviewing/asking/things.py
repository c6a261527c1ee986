"""Which rows a question speaks of: names matched over spelling, case and abbreviation, never guessed between two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reviewer.reviewing.asking.cells import Cell, Line
from reviewer.reviewing.asking.measures import Kind
from reviewer.understanding.text import key, plain, words

_SLIGHT = frozenset("dan di ke dari pada untuk yang serta dalam dengan atas oleh the of and for in to a".split())
_OWN = {
    "program": re.compile(r"^program\b"),
    "kegiatan": re.compile(r"^kegiatan\b"),
    "sub kegiatan": re.compile(r"^sub ?kegiatan\b"),
    "sasaran": re.compile(r"^sasaran\b"),
    "indikator": re.compile(r"^indikator\b"),
}
_Row = TypeVar("_Row", Cell, Line)
_ALIKE = 88
"""Of 100: two words that one slip of the pen tells apart."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A row's name in all its spellings."""

    name: str
    """As the draft first writes it."""
    entities: frozenset[str]


def things_named(cells: Iterable[Cell], phrase: str, exact: bool = False) -> tuple[Thing, ...]:
    """The things whose names hold every word of a phrase; only those that are named wholly, where there are such."""
    wanted = [word for word in words(phrase) if word not in _SLIGHT]
    if not wanted:
        return ()
    found: dict[str, str] = {}
    whole: set[str] = set()
    for cell in cells:
        entity = cell.entity
        if not entity or entity in found:
            continue
        own = [word for word in words(cell.row.label) if word not in _SLIGHT]
        if exact and key(phrase) != key(cell.row.label):
            continue
        aside = words(" ".join(re.findall(r"\(([^)]*)\)", cell.row.label)))
        if ("tidak" in own) != ("tidak" in wanted) and not set(wanted) <= set(aside):
            continue
        if all(any(_same(word, other) for other in own) for word in wanted):
            found[entity] = cell.row.label
            bare = [word for word in own if word not in _OWN and not word.isdigit() and word not in aside]
            if all(any(_same(other, word) for word in wanted) for other in bare):
                whole.add(entity)
    chosen = whole or set(found)
    return tuple(_merged([(entity, label) for entity, label in found.items() if entity in chosen]))


def _same(word: str, other: str) -> bool:
    """The same word, a beginning of it ("adm." for "administrasi"), or a slip away from it."""
    if word == other or (len(word) >= 3 and other.startswith(word)):
        return True
    if len(word) < 5 or len(other) < 5 or word[0] != other[0]:
        return False
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(word, other) >= _ALIKE)


def _merged(found: Sequence[tuple[str, str]]) -> list[Thing]:
    """Spellings of one name brought together; names that differ in a number stay apart."""
    from rapidfuzz import fuzz

    things: list[Thing] = []
    for entity, label in found:
        for index, thing in enumerate(things):
            other = next(iter(thing.entities))
            digits = re.findall(r"\d+", entity) == re.findall(r"\d+", other)
            if digits and fuzz.ratio(entity, other) >= 94:
                things[index] = Thing(thing.name, thing.entities | {entity})
                break
        else:
            things.append(Thing(" ".join(label.split()), frozenset({entity})))
    return things


def of_kind(cells: Iterable[_Row], kind: Kind | None) -> tuple[_Row, ...]:
    """The cells of rows of a kind: named so, or standing in a column headed so at the level where that kind stands."""
    cells = tuple(cells)
    if kind is None:
        return cells
    named = {(c.table.block, c.row.index) for c in cells if _OWN[kind].match(_bare(c.row.label))}
    tables = {block for block, _ in named}
    chosen = [c for c in cells if (c.table.block, c.row.index) in named]
    for cell in cells:
        if cell.table.block not in tables and _headed(cell, kind):
            chosen.append(cell)
    return tuple(chosen)


def _headed(cell: Cell | Line, kind: Kind) -> bool:
    """Whether the column of names is headed with the kind; with several kinds in the header the level decides."""
    header = plain(" ".join(" ".join(column.header) for column in cell.table.columns if column.role.value == "uraian"))
    above = cell.table.row(cell.row.parent) if cell.row.parent is not None else None
    if kind == "kegiatan" and above is not None and _OWN["program"].match(_bare(above.label)):
        return True
    kinds = [name for name in ("program", "kegiatan", "sub kegiatan", "sasaran", "indikator") if name in header]
    if kind not in kinds:
        return False
    ladder = [name for name in kinds if name in ("program", "kegiatan", "sub kegiatan")]
    if kind not in ladder:
        return True
    levels = sorted({row.level for row in cell.table.rows if row.figures})
    at = levels.index(cell.row.level) if cell.row.level in levels else 0
    if len(ladder) == 1 and len(levels) == 2 and kind == "program":
        return at == 0
    return min(at, len(ladder) - 1) == ladder.index(kind)


def _bare(label: str) -> str:
    return re.sub(r"^[\W\d]+", "", plain(label))
