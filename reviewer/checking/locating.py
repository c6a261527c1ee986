"""Places as a person names them, and the anchor that finds them again in a later draft."""

from __future__ import annotations

import re
from collections import Counter

from reviewer.model import Column, Location, Report, Row, RowKind, Spot, TypedTable, Words, same, text_at

_SHORT = 70


def locate(report: Report, spot: Spot) -> Location:
    """The place of a spot with its label: "Tabel 3.11 › Jumlah › Pagu Anggaran" or the heading it stands under."""
    place = report.place(spot)
    table = report.table_at(spot.block) if spot.in_table else None
    if table is None:
        return Location(_prose_label(report, spot), place, spot)
    row = table.row(spot.row)
    parts = [table_title(table)]
    if row is not None and row.kind is RowKind.NUMBERS:
        parts.append(Words("baris nomor kolom", "column numbers"))
    elif row is not None:
        number = row.number if row.number and not row.label.startswith(row.number) else ""
        named = shortened(f"{number} {row.label}".strip())
        parts.append(same(named) if named else Words(f"baris {row.ordinal}", f"row {row.ordinal}"))
    elif spot.row < table.header_rows:
        parts.append(Words("kepala tabel", "header"))
    column = table.columns[spot.col] if spot.col < len(table.columns) else None
    if column is not None and row is not None:
        parts.append(column_title(column))
    return Location(
        Words(" › ".join(p.id for p in parts), " › ".join(p.en for p in parts)),
        place,
        spot,
        table=table.number or None,
        row=row.ordinal if row else None,
        col=spot.col + 1,
    )


def table_title(table: TypedTable) -> Words:
    """ "Tabel 3.11", or the caption, or where it stands."""
    if table.number:
        return same(f"Tabel {table.number}")
    if table.caption:
        return same(shortened(table.caption))
    under = shortened(table.heading[-1], 50) if table.heading else ""
    return Words(
        f"Tabel ke-{table.ordinal}" + (f" ({under})" if under else ""),
        f"Table no. {table.ordinal}" + (f" ({under})" if under else ""),
    )


def column_title(column: Column) -> Words:
    """The column's own header, with the group above it where that is needed to tell it apart."""
    if not column.header:
        return Words(f"kolom {column.index + 1}", f"column {column.index + 1}")
    return same(shortened(column.name, 50))


def _prose_label(report: Report, spot: Spot) -> Words:
    path = report.headings[spot.block] if spot.block < len(report.headings) else ()
    caption = next((c for c in report.captions if c.block == spot.block), None)
    if caption is not None:
        return same(f"{'Tabel' if caption.kind == 'table' else 'Gambar'} {caption.number}")
    if spot.block in report.contents:
        return Words("Daftar isi", "Table of contents")
    if not path:
        return Words("Awal naskah", "Start of the draft")
    return same(" › ".join(shortened(p, 50) for p in path[-2:]))


def shortened(text: str, limit: int = _SHORT) -> str:
    """One line, cut at a word with an ellipsis."""
    flat = re.sub(r"\s+", " ", text).strip()
    if len(flat) <= limit:
        return flat
    return flat[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


_LEADING = 4_000
"""Characters of a paragraph among which the letters that name it are sought."""


def anchor(report: Report, code: str, spot: Spot) -> tuple[str, ...]:
    """What stays of a place when lines move, tables are renumbered and figures change."""
    table = report.table_at(spot.block) if spot.in_table else None
    if table is None:
        path = report.headings[spot.block] if spot.block < len(report.headings) else ()
        own = text_at(report.document, Spot(spot.block, spot.row, spot.col, 0, 10**9)) if not spot.in_table else ""
        return code, "prose", _letters(path[-1] if path else ""), _letters(own[:_LEADING])[:80]
    row = table.row(spot.row)
    column = table.columns[spot.col] if spot.col < len(table.columns) else None
    name = _letters(table.caption) or _letters("".join(table.heading[-1:])) or "-"
    role = f"{column.role.value}:{_letters(column.title)}" if column else ""
    return code, "table", name, role, _row_name(table, row) if row else "header"


def _row_name(table: TypedTable, row: Row) -> str:
    """What tells a row from the others: its label under its parent's, and which of those so called it is. A row without
    label is named by its other words or its number, else by the row above it that has a name."""
    return _named(table)[row.index]


def _named(table: TypedTable) -> dict[int, str]:
    found: dict[int, str] = {}
    seen: Counter[str] = Counter()
    above = ""
    for row in table.rows:
        own = _letters(row.label) or _words_of(table, row) or re.sub(r"[^a-z0-9.]+", "", row.number.lower())
        parent = table.row(row.parent) if row.parent is not None else None
        path = f"{_letters(parent.label)}/{own}" if parent is not None and parent.label else own
        name = path if own else f"{above}+"
        found[row.index] = f"{name}#{seen[name]}" if seen[name] else name
        seen[name] += 1
        above = name if own else above
    return found


def _words_of(table: TypedTable, row: Row) -> str:
    """The first words of a row's cells; units and short marks are none."""
    for cell in table.table.rows[row.index]:
        if len(_letters(cell.text)) >= 8 and not re.match(r"\s*(?:Rp|\d)", cell.text):
            return _letters(cell.text)[:80]
    return ""


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]+", "", text.lower())
