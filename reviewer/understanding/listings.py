"""Where the draft sets out its programs with their kegiatan: rows under a program, two columns side by side, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.model import (
    Block,
    Column,
    Item,
    ItemList,
    Listing,
    Paragraph,
    Role,
    Row,
    RowKind,
    Spot,
    TypedTable,
    Work,
)
from reviewer.understanding.text import flat, plain

_PROGRAM = re.compile(
    r"^(?:[-–•]\s*)?(?:(?:[A-Z]|\d{1,2}|[IVX]{1,5})[.)]\s*)?program\b\s*[:;]?\s+(?=\S)", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"^(?:[-–•]\s*)?(?:[a-z][.)]\s+|\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?:(?:sub )?kegiatan\s*[:;]?\s+)?", re.I
)
_SAID = re.compile(r"^(?:[a-z]|\d{1,2}(?:\.\d{1,2})*)?[.)]?\s*(?:sub )?kegiatan\b", re.IGNORECASE)
_INTRODUCES = re.compile(r"\s*(?::|,?\s+(?:dengan|yang|sebagai|terdiri|meliputi|antara)\b)", re.IGNORECASE)
_NEAR = 3
"""Blocks that may stand between one program's list and the next program."""


def listings_of(blocks: Sequence[Block], tables: Sequence[TypedTable], lists: Sequence[ItemList]) -> Iterator[Listing]:
    """Every listing of at least two kegiatan, in the order of the draft."""
    found = [Listing(t.block, works, t.year) for t in tables if (works := tuple(_in_table(t)))]
    found += _in_lists(blocks, lists)
    yield from (listing for listing in sorted(found, key=lambda f: f.block) if len(listing.works) > 1)


def _in_table(table: TypedTable) -> list[Work]:
    programs, kegiatan = _columns(table)
    return _side_by_side(table, programs, kegiatan) if programs and kegiatan else list(_nested(table))


def _columns(table: TypedTable) -> tuple[Column | None, Column | None]:
    """The column of programs and the one of kegiatan where a table has one of each."""
    texts = [c for c in table.columns if c.role in (Role.LABEL, Role.TEXT) and c.header]
    named = [(c, plain(c.header[-1])) for c in texts]
    other = re.compile(r"sasaran|indikator|target|satuan|output|outcome|hasil|kode|anggaran|lokasi|formula|penanggung")
    programs = [c for c, t in named if re.search(r"\bprogram\b", t) and "kegiatan" not in t and not other.search(t)]
    kegiatan = [c for c, t in named if re.search(r"\bkegiatan\b", t) and "program" not in t and not other.search(t)]
    return (programs[0], kegiatan[0]) if len(programs) == len(kegiatan) == 1 else (None, None)


def _side_by_side(table: TypedTable, programs: Column, kegiatan: Column) -> list[Work]:
    works: list[Work] = []
    program = ""
    for row in table.rows:
        if row.kind not in (RowKind.PART, RowKind.GROUP) or row.hidden:
            continue
        cells = table.table.rows[row.index]
        named, text = flat(cells[programs.index].text), cells[kegiatan.index].text
        if named:
            program = _PROGRAM.sub("", named)
        if text.strip() and program and cells[kegiatan.index].covered_by is None:
            works.append(Work(_bare(text), program, Spot(table.block, row.index, kegiatan.index, 0, len(text))))
    return works


def _nested(table: TypedTable) -> Iterator[Work]:
    """Rows under a row that is a program."""
    programs: dict[int, Row] = {}
    own = [row for row in table.rows if row.parent is not None]
    said = sum(1 for row in own if _SAID.match(row.label)) * 2 > len(own)
    """Where most rows say "Kegiatan", those that do not are none: the source of funds, the unit."""
    for row in table.rows:
        if row.hidden or row.kind not in (RowKind.PART, RowKind.GROUP):
            continue
        if _PROGRAM.match(row.label):
            programs[row.index] = row
        elif row.parent in programs and row.label:
            spot = _label_spot(table, row)
            if spot and (_SAID.match(row.label) or not said):
                yield Work(_bare(row.label), _PROGRAM.sub("", programs[row.parent].label), spot)


def _label_spot(table: TypedTable, row: Row) -> Spot | None:
    for c, cell in enumerate(table.table.rows[row.index]):
        if cell.text and flat(cell.text) == row.label:
            return Spot(table.block, row.index, c, 0, len(cell.text))
    return None


def _in_lists(blocks: Sequence[Block], lists: Sequence[ItemList]) -> Iterator[Listing]:
    """Lists that each follow the paragraph or item of their program, one program close after the other."""
    works: list[Work] = []
    first, last = -1, -1
    for found in sorted(lists, key=lambda f: f.items[0].block):
        lead = blocks[found.lead] if found.lead is not None else None
        program = _PROGRAM.match(lead.text) if isinstance(lead, Paragraph) and len(lead.text) < 200 else None
        if program is None or found.lead is None or not isinstance(lead, Paragraph):
            continue
        if works and found.lead - last > _NEAR:
            yield Listing(first, tuple(works))
            works = []
        first = first if works else found.lead
        name = _INTRODUCES.split(flat(lead.text[program.end() :]))[0]
        works += [_work(item, blocks, name) for item in found.items]
        last = found.items[-1].block
    if works:
        yield Listing(first, tuple(works))


def _work(item: Item, blocks: Sequence[Block], program: str) -> Work:
    block = blocks[item.block]
    length = len(block.text) if isinstance(block, Paragraph) else 0
    return Work(_bare(item.text), program, Spot(item.block, start=0, end=length))


def _bare(text: str) -> str:
    return _NUMBERED.sub("", flat(text)).strip(" .;,")
