"""Document → Report, step by step."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.model import (
    Caption,
    Document,
    Identity,
    Paragraph,
    Report,
    Row,
    RowKind,
    Sentence,
    Table,
    TypedTable,
    texts_of,
)
from reviewer.understanding.across import across_of
from reviewer.understanding.citations import citations_of
from reviewer.understanding.continued import continued
from reviewer.understanding.dates import dates_of
from reviewer.understanding.facts import facts_of
from reviewer.understanding.headers import columns_of, header_rows, header_unit
from reviewer.understanding.identity import identity_of, year_mentions
from reviewer.understanding.listings import listings_of
from reviewer.understanding.outline import Outline, outline_of
from reviewer.understanding.prose import lists_of, sentences_of
from reviewer.understanding.rows import body_of
from reviewer.understanding.sums import sums_of


def understand(document: Document, *, year: int | None = None, institution: str = "", region: str = "") -> Report:
    """What a draft says. `year`, `institution` and `region`, where given, overrule what its own words tell."""
    outline = outline_of(document.blocks)
    contents = set(outline.contents)
    identity = identity_of(document.blocks, outline.headings, outline.captions, contents)
    identity = _told(identity, year, institution, region)
    tables = _tables(document, outline)
    sentences = _sentences(document, outline, contents)
    lists = lists_of(document.blocks, contents | {h.block for h in outline.headings})
    return Report(
        document=document,
        identity=identity,
        outline=outline.headings,
        captions=outline.captions,
        tables=tables,
        sentences=sentences,
        lists=lists,
        contents=outline.contents,
        facts=facts_of(tables, sentences, identity.year),
        listings=tuple(listings_of(document.blocks, tables, lists)),
        citations=tuple(citations_of(texts_of(document))),
        dates=tuple(dates_of(texts_of(document))),
        headings=outline.paths,
    )


def _told(identity: Identity, year: int | None, institution: str, region: str) -> Identity:
    return replace(
        identity,
        year=year if year is not None else identity.year,
        institution=institution or identity.institution,
        region=region or identity.region,
    )


def _sentences(document: Document, outline: Outline, contents: set[int]) -> tuple[Sentence, ...]:
    aside = contents | {h.block for h in outline.headings} | {c.block for c in outline.captions}
    found: list[Sentence] = []
    for i, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and i not in aside and block.role not in ("header", "footer"):
            found += sentences_of(block, i, outline.paths[i])
    return tuple(found)


def _tables(document: Document, outline: Outline) -> tuple[TypedTable, ...]:
    captions: dict[int, Caption] = {c.table: c for c in outline.captions if c.table is not None and c.kind == "table"}
    contents = set(outline.contents)
    tables: list[TypedTable] = []
    for i, block in enumerate(document.blocks):
        if isinstance(block, Table) and block.rows and i not in contents and not block.hidden:
            unit = _unit_told(document, i)
            tables.append(_typed(block, i, captions.get(i), outline.paths[i], len(tables) + 1, unit))
    return continued(tables)


def _unit_told(document: Document, block: int) -> str:
    """The scale that a line beside the table gives: "(dalam jutaan rupiah)", "Angka dalam miliar rupiah dibulatkan"."""
    for i in (block - 1, block - 2, block + 1):
        near = document.blocks[i] if 0 <= i < len(document.blocks) else None
        if isinstance(near, Paragraph) and len(near.text) <= 160:
            told = _DALAM.search(near.text.lower())
            if told and header_unit((told.group(),)):
                return header_unit((told.group(),))
    return ""


_DALAM = re.compile(r"^\W*(?:\w+ ){0,2}dalam (?:ribu|juta|mil[iy]ar)\w* (?:rupiah|rp)")


def _typed(
    table: Table, block: int, caption: Caption | None, heading: tuple[str, ...], ordinal: int, unit: str
) -> TypedTable:
    count = header_rows(table)
    title = caption.title if caption else ""
    body = body_of(table, columns_of(table, count), count, block, header_unit((title,)) or unit)
    sums = sums_of(body.columns, body.rows)
    years = {y for y, *_ in year_mentions(title)}
    return TypedTable(
        block=block,
        table=table,
        number=caption.number if caption else "",
        caption=title,
        heading=heading,
        header_rows=count,
        columns=body.columns,
        rows=body.rows,
        sums=sums,
        across=across_of(body.columns, body.rows, sums, _column_numbers(table, body.rows)),
        ordinal=ordinal,
        year=years.pop() if len(years) == 1 else None,
    )


def _column_numbers(table: Table, rows: tuple[Row, ...]) -> dict[int, tuple[int, str]]:
    """The printed column numbers (1 2 3 4=3/2): the column of each, and the cell's text."""
    line = next((r.index for r in rows if r.kind is RowKind.NUMBERS), None)
    if line is None:
        return {}
    found = {}
    for c, cell in enumerate(table.rows[line]):
        match = re.match(r"\s*\(?\s*(\d{1,2})\b", cell.text)
        if match:
            found[int(match.group(1))] = (c, cell.text)
    return found
