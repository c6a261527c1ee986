"""Places as a person names them, and the anchor that finds them again in a later draft."""

from __future__ import annotations

import re

from reviewer.model import Column, Location, Report, RowKind, Spot, TypedTable, Words, same, text_at

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
        return _without_heading(report, spot)
    return same(" › ".join(shortened(p, 50) for p in path[-2:]))


def _without_heading(report: Report, spot: Spot) -> Words:
    """Where no heading stands above: the table before it, unless pages lie between, else the page."""
    page = report.place(spot).page
    before = next((t for t in reversed(report.tables) if t.block < spot.block), None)
    if before is not None:
        ends = report.place(Spot(before.block, before.rows[-1].index if before.rows else 0, 0)).page
        if page is None or ends is None or page <= ends + 1:
            title = table_title(before)
            return Words(f"Sesudah {title.id}", f"After {title.en}")
    if page is not None and page > 1:
        return Words(f"Halaman {page}", f"Page {page}")
    return Words("Awal naskah", "Start of the draft")


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
    return code, "table", name, role, table.row_names[row.index][0] if row else "header"


def ordinal(report: Report, spot: Spot) -> int:
    """Which of the rows that its anchor names a spot stands in, from 0; findings in other rows make no difference."""
    table = report.table_at(spot.block) if spot.in_table else None
    return table.row_names.get(spot.row, ("", 0))[1] if table is not None else 0


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]+", "", text.lower())
