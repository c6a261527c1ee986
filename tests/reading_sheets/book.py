"""Workbooks made for the tests: from raw XML, so that each holds exactly the trait it is made for, or by openpyxl."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import IO

from openpyxl import Workbook

from reviewer.model import Cell, Document, Paragraph, Table
from reviewer.reading.guard import Archive
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.sheets import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

Part = str | bytes | Callable[[IO[bytes]], object]


def book(
    *sheets: Part,
    texts: str = "",
    styles: str = "",
    workbook: str = "",
    names: tuple[str, ...] = (),
    states: tuple[str, ...] = (),
    space: str = MAIN,
    **parts: Part,
) -> bytes:
    """An .xlsx of these sheet parts.

    `texts` and `styles` are the content of their parts, `workbook` what its main part holds before and after a "|".
    """
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{_ROLE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    listed = ""
    for i in range(len(sheets)):
        name = names[i] if i < len(names) else f"Lembar{i + 1}"
        state = f' state="{states[i]}"' if i < len(states) and states[i] else ""
        listed += f'<sheet name="{name}" sheetId="{i + 1}"{state} r:id="rId{i + 1}"/>'
    for role, content in (("sharedStrings", texts), ("styles", styles)):
        if content:
            relations += f'<Relationship Id="{role}" Type="{_ROLE}/{role}" Target="{role}.xml"/>'
    files: dict[str, Part] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_ROLE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{_ROLE}">{workbook.partition("|")[0]}'
        f"<sheets>{listed}</sheets>{workbook.partition('|')[2]}</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        **{f"xl/worksheets/sheet{i}.xml": sheet for i, sheet in enumerate(sheets, 1)},
    }
    if texts:
        files["xl/sharedStrings.xml"] = (
            texts if texts.startswith("<") and "<sst" in texts else f'<sst xmlns="{space}">{texts}</sst>'
        )
    if styles:
        files["xl/styles.xml"] = f'<styleSheet xmlns="{space}">{styles}</styleSheet>'
    return packed({**files, **{name.replace("__", "/"): part for name, part in parts.items()}})


def packed(files: dict[str, Part]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if callable(content):
                with archive.open(name, "w") as part:
                    content(part)
            else:
                archive.writestr(name, content)
    return stream.getvalue()


def sheet(rows: str, after: str = "", before: str = "", space: str = MAIN) -> str:
    """A sheet part: `rows` are its `row` elements."""
    return f'<worksheet xmlns="{space}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def number(name: str, value: object, style: int = 0, formula: str = "") -> str:
    stored = f"<f>{formula}</f>" if formula else ""
    return f'<c r="{name}" s="{style}">{stored}<v>{value}</v></c>'


def words(name: str, text: str, style: int = 0) -> str:
    return f'<c r="{name}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def formats(*codes: str) -> str:
    """Styles whose cell formats 1, 2 … show numbers by these codes."""
    listed = "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{code}"/>' for i, code in enumerate(codes))
    formats = "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(codes)))
    return f"<numFmts>{listed}</numFmts><cellXfs><xf/>{formats}</cellXfs>"


def read(data: bytes, limits: Limits = LIMITS, kind: str = "xlsx") -> Document:
    return read_workbook(kind, Archive(data, limits), data, limits)


def saved(workbook: Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def of_rows(*rows: list[object], title: str = "Data") -> Workbook:
    """A workbook of one sheet with these rows; None leaves a cell empty."""
    workbook = Workbook()
    active = workbook.active
    assert active is not None
    active.title = title
    for row in rows:
        active.append(row)
    return workbook


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs(document: Document) -> list[str]:
    """Texts of the paragraphs, the names of the sheets left out."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.level is None]


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def at(document: Document, name: str) -> Cell:
    """The cell of a table at "B12"."""
    return next(cell for table in tables(document) for _, _, cell in table.cells() if cell.place.cell == name)


def placed(document: Document) -> Iterator[tuple[str, str]]:
    """(cell name, text) of everything that stands somewhere, blanks left out."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from ((cell.place.cell or "", cell.text) for _, _, cell in block.cells() if cell.text)
        elif block.level is None:
            ends = [*(span.start for span in block.spans[1:]), len(block.text)]
            for span, end in zip(block.spans, ends, strict=True):
                yield span.place.cell or "", block.text[span.start : end].strip()
