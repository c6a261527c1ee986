"""Writes the samples: one report in every format, with its planted mistakes and without (`*-bersih.*`), and their list.

    python -m reviewer.samples.build [FOLDER]

The same code writes the same files, byte for byte in text and in every part of the Word documents and workbooks. The .pdf
files are not written here: `write_pdf` prints the Word documents.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from reviewer.samples.figures import INSTITUTION, REGION, YEAR
from reviewer.samples.mistakes import DATA, REPORT, Mistake, Slip, planted, slipped
from reviewer.samples.nouns import Block, Grid
from reviewer.samples.report import blocks
from reviewer.samples.write_docx import docx_of
from reviewer.samples.write_txt import Text, text_of
from reviewer.samples.write_xlsx import Workbook, xlsx_of
from reviewer.samples.write_yaml import yaml_of

NAME = "laporan-kinerja"
_TITLE = f"Laporan Kinerja {INSTITUTION} {REGION} Tahun {YEAR}"
_AUTHOR = f"{INSTITUTION} {REGION}"


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted mistake and where it stands."""

    mistake: Mistake | Slip
    line: int
    """In the .txt (mistakes of the report) or the .yaml (slips of the data), from 1."""
    row: int
    """Body row of its table, from 1; 0 outside tables and in data."""
    quote: str
    """What the draft says there; of a pasted row or paragraph, its text."""
    place: str
    """For a person."""
    cell: str = ""
    """In the .xlsx ("Pegawai!E6"); empty for what the workbook does not say."""


def mistakes() -> tuple[Planted, ...]:
    """The mistakes of the .docx, the .pdf, the .txt, and (where they have a `cell`) the .xlsx."""
    draft = planted(blocks(), REPORT)
    text, book = text_of(draft), xlsx_of(draft, _TITLE, _AUTHOR)
    return tuple(_planted(draft, text, book, mistake) for mistake in REPORT)


def slips() -> tuple[Planted, ...]:
    """The mistakes of the .yaml."""
    _, lines = slipped(yaml_of(), DATA)
    return tuple(Planted(slip, line, 0, slip.quote, slip.under) for slip, line in zip(DATA, lines, strict=True))


def _planted(draft: tuple[Block, ...], text: Text, book: Workbook, mistake: Mistake) -> Planted:
    if mistake.grid:
        grid = next(b for b in draft if isinstance(b, Grid) and b.name == mistake.grid)
        # Of a row pasted a second time the second one is the mistake.
        number = max(n for n, row in enumerate(grid.rows) if mistake.row in row)
        label = next(cell for cell in grid.rows[number][1:] if cell)
        place = f"Tabel {grid.name} › {label}" + ("" if mistake.pasted else f" › {grid.header[0][mistake.column]}")
        column = grid.rows[number].index(label) if mistake.pasted else mistake.column
        cell = "!".join(book.cells[grid.name, number, column])
        return Planted(mistake, text.rows[grid.name, number], number + 1, mistake.new or label, place, cell)
    line = text.blocks[f"{mistake.name}-lagi" if mistake.pasted else mistake.name]
    shown = text.lines[line - 1]
    cell = "!".join(book.captions.get(mistake.name, ()))
    return Planted(mistake, line, 0, mistake.new or shown, _short(shown), cell)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rsplit(' ', 1)[0]} …"


def files() -> dict[str, bytes]:
    """Every file of the samples by name."""
    clean = blocks()
    wrong = planted(clean, REPORT)
    data = yaml_of()
    return {
        f"{NAME}.txt": text_of(wrong).content.encode(),
        f"{NAME}-bersih.txt": text_of(clean).content.encode(),
        f"{NAME}.docx": docx_of(wrong, _TITLE, _AUTHOR),
        f"{NAME}-bersih.docx": docx_of(clean, _TITLE, _AUTHOR),
        f"{NAME}.xlsx": xlsx_of(wrong, _TITLE, _AUTHOR).content,
        f"{NAME}-bersih.xlsx": xlsx_of(clean, _TITLE, _AUTHOR).content,
        f"{NAME}.yaml": slipped(data, DATA)[0].encode(),
        f"{NAME}-bersih.yaml": data.encode(),
        "README.md": _readme().encode(),
    }


def _readme() -> str:
    found = mistakes()
    in_tables = sum(1 for planted in found if planted.cell)
    lines = [
        "# Contoh laporan",
        "",
        f"{_TITLE}, ditulis untuk proyek ini. {REGION}, kecamatannya, dan angka-angkanya tidak ada;",
        "kode dan nama program mengikuti nomenklatur Permendagri 90/2019 untuk urusan pertanian.",
        "",
        "| Berkas | Isi |",
        "|---|---|",
        f"| `{NAME}.docx` | laporan sebagai dokumen Word, dengan {len(REPORT)} kesalahan |",
        f"| `{NAME}.pdf` | dokumen Word itu sebagai PDF, dengan kesalahan yang sama |",
        f"| `{NAME}.txt` | laporan yang sama sebagai teks hasil konversinya, dengan kesalahan yang sama |",
        f"| `{NAME}.xlsx` | tabel-tabelnya sebagai buku kerja Excel, dengan {in_tables} dari kesalahan itu |",
        f"| `{NAME}.yaml` | data laporan (bentuknya: [docs/data.md](../docs/data.md)), dengan {len(DATA)} kesalahan |",
        f"| `{NAME}-bersih.*` | kelimanya tanpa kesalahan; `reviewer check` tidak menemukan apa pun |",
        "",
        "Semua berkas, termasuk daftar ini, ditulis oleh `make samples` dari `figures.py` (angka), `report.py` (naskah), dan",
        "`mistakes.py` (kesalahan). Ubahlah di sana, bukan di berkasnya. PDF-nya dicetak LibreOffice dari dokumen Word",
        "(`python -m reviewer.samples.write_pdf`); yang lain tidak memerlukannya (`python -m reviewer.samples.build`).",
        "",
        f"## Kesalahan dalam `{NAME}.docx`, `.pdf`, `.txt`, dan `.xlsx`",
        "",
        *_list(found, "Baris di .txt", "Tempat", cells=True),
        "",
        f"## Kesalahan dalam `{NAME}.yaml`",
        "",
        *_list(slips(), "Baris", "Di bawah"),
    ]
    return "\n".join(lines) + "\n"


def _list(found: tuple[Planted, ...], line: str, place: str, *, cells: bool = False) -> list[str]:
    rows = [["No", "Kode", line, *(["Sel di .xlsx"] if cells else []), place, "Tertulis", "Kesalahan"]]
    rows.append(["---"] * len(rows[0]))
    for number, item in enumerate(found, start=1):
        cell = [item.cell or "–"] if cells else []
        shown = [
            str(number),
            item.mistake.code,
            str(item.line),
            *cell,
            item.place,
            _short(item.quote),
            item.mistake.what,
        ]
        rows.append([text.replace("|", "\\|") for text in shown])
    return ["| " + " | ".join(row) + " |" for row in rows]


def main(folder: Path) -> None:
    """Write every file into the folder."""
    for name, content in files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
