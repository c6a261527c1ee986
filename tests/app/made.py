"""A small draft of a regency that does not exist, with findings made by hand, and the app opened on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path

from textual.pilot import Pilot

from reviewer.app.app import ReviewerApp
from reviewer.app.layout import Draft
from reviewer.app.loading import Loading, Opened
from reviewer.app.review import ReviewScreen
from reviewer.model import (
    Document,
    Evidence,
    Examination,
    Finding,
    Heading,
    Identity,
    Ledger,
    Link,
    Location,
    Paragraph,
    Place,
    Report,
    Role,
    Rule,
    Severity,
    Spot,
    Status,
    Table,
    Words,
    same,
    text_at,
)
from reviewer.reviewing import Conversation, Journal, open_journal
from reviewer.run import Settings
from tests.made import paragraph, typed
from tests.made import table as table_of

NARROW, MIDDLING, WIDE = (80, 24), (120, 36), (160, 48)

HEADER = ("No", "Uraian", "Pagu", "Realisasi", "%")
ROWS = (
    ("1", "Program Pelayanan Administrasi Perkantoran", "281.961.200", "280.000.000", "99,30"),
    ("2", "Program Ketahanan Masyarakat Pesisir dan Pulau Kecil", "1.098.705.100", "1.000.000.000", "91,02"),
    ("3", "Program Pendidikan Politik", "652.666.800", "600.000.000", "91,93"),
    ("", "Jumlah", "1.556.506.595", "1.880.000.000", "92,46"),
)
SENTENCE = "Laporan ini menyajikan capaian kinerja Tahun Anggaran 2019 pada Kabupaten Rawa Bening."
FILLER = "Penyelenggaraan urusan pemerintahan di Kabupaten Rawa Bening berlangsung sepanjang tahun. " * 4


def report_of(*blocks: Paragraph | Table, path: str = "rawa-bening.txt") -> Report:
    """The blocks as a report; every table has its first row as header and its second column as label."""
    document = Document(path=path, format="txt", sha256="ab" * 32, blocks=blocks)
    roles = (Role.NUMBER, Role.LABEL, *[Role.AMOUNT] * 99)
    tables = tuple(
        typed(i, block, roles, number=f"3.{i}") for i, block in enumerate(blocks) if isinstance(block, Table)
    )
    outline = tuple(
        Heading(block.level, "", block.text, i)
        for i, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.level
    )
    return Report(
        document,
        Identity(year=2020, institution="Dinas Pesisir", region="Kabupaten Rawa Bening", kind="LKjIP"),
        outline=outline,
        tables=tables,
        headings=tuple(("BAB III",) for _ in blocks),
    )


def finding_at(report: Report, spot: Spot, code: str, message: str, **more: object) -> Finding:
    """A finding about the characters at a spot."""
    stated = text_at(report.document, spot)
    block = report.document.blocks[spot.block]
    label = f"Tabel 3.{spot.block} › {block.rows[spot.row][1].text}" if isinstance(block, Table) else "BAB III"
    place = (block.rows[spot.row][spot.col] if isinstance(block, Table) else block).place
    fields: dict[str, object] = {
        "id": f"{code}-{spot.block}-{spot.row}-{spot.col}",
        "code": code,
        "name": "made",
        "family": code[:3],
        "severity": Severity.ERROR,
        "message": same(message),
        "location": Location(same(label), place, spot),
        "quote": stated,
        "stated": stated,
        "anchor": (code, label, str(spot.col)),
        "content": (stated,),
    }
    return Finding(**(fields | more))  # type: ignore[arg-type]


def spot_of(block: int, row: int, col: int, text: str) -> Spot:
    return Spot(block, row, col, 0, len(text))


def examination() -> Examination:
    """A heading, text, a table with a wrong total, and a sentence that names the wrong year: three findings."""
    blocks = (
        paragraph("BAB III AKUNTABILITAS KINERJA", 1, level=1),
        *(paragraph(FILLER, 3 + n) for n in range(6)),
        table_of((HEADER, *ROWS), 20),
        *(paragraph(FILLER, 30 + n) for n in range(6)),
        paragraph(SENTENCE, 50),
    )
    report = report_of(*blocks)
    table = 7
    parts = [spot_of(table, r, 2, ROWS[r - 1][2]) for r in (1, 2, 3)]
    total = spot_of(table, 4, 2, ROWS[3][2])
    spent = [spot_of(table, r, 3, ROWS[r - 1][3]) for r in (1, 2, 3, 4)]
    shares = [spot_of(table, r, 4, ROWS[r - 1][4]) for r in (1, 2, 3, 4)]
    year = SENTENCE.index("2019")
    statuses = {
        **dict.fromkeys((total, *parts), Status.CONTRADICTED),
        **dict.fromkeys(spent[:3], Status.VERIFIED),
        spent[3]: Status.REPEATED,
        **dict.fromkeys(shares, Status.UNCHECKED),
    }
    links = (
        Link("TOT001", total, tuple(parts), Rule.SUM, False),
        *(Link("PCT001", shares[n], (spent[n], parts[n]), Rule.PERCENT, True) for n in (1, 2)),
    )
    return Examination(
        report,
        (
            finding_at(
                report,
                spot_of(table, 4, 2, ROWS[3][2]),
                "TOT001",
                "Jumlah pagu tidak sama dengan jumlah bagiannya.",
                expected="2.033.333.100",
                difference="476.826.505",
                explanation=same("281.961.200 + 1.098.705.100 + 652.666.800 = 2.033.333.100"),
                reason=Words("Angka laporan harus andal.", "Figures must be reliable."),
                evidence=tuple(
                    Evidence(Location(same("bagian"), Place(line=21 + n), spot), ROWS[n][2])
                    for n, spot in enumerate(parts)
                ),
                stake=Decimal("476826505"),
            ),
            finding_at(
                report,
                spot_of(table, 1, 4, ROWS[0][4]),
                "PCT001",
                "Persentase tidak sama dengan realisasi dibagi pagu.",
                expected="99,30",
                stake=Decimal(1),
            ),
            finding_at(
                report,
                Spot(14, start=year, end=year + 4),
                "YRS001",
                "Kalimat ini menyebut tahun 2019.",
                expected="2020",
                severity=Severity.WARNING,
            ),
        ),
        Ledger(statuses),
        links,
    )


def many(count: int = 40) -> Examination:
    """A draft of many tables, each with a finding: what is looked for is nearly always out of sight."""
    blocks = [
        block
        for n in range(count)
        for block in (
            paragraph(FILLER, 40 * n + 1),
            table_of(
                (HEADER, *((*ROWS[0][:2], f"{n}{r}.281.961.200", *ROWS[0][3:]) for r in range(10, 20))), 40 * n + 3
            ),
        )
    ]
    report = report_of(*blocks)
    findings = tuple(
        finding_at(
            report,
            spot_of(2 * n + 1, 5, 2, f"{n}14.281.961.200"),
            "TOT001",
            f"Temuan rekaan {n + 1} di tabel ini.",
            stake=Decimal(count - n),
        )
        for n in range(count)
    )
    return Examination(report, findings, Ledger({}))


def opened(folder: Path, examined: Examination | None = None, journal: Journal | None = None) -> Opened:
    """A draft ready for review, its journal beside it in `folder`."""
    examined = examined or examination()
    path = folder / Path(examined.report.document.path).name
    journal = journal or open_journal(path, examined.report.document.sha256, who="Rina")
    return Opened(path, examined, Conversation(examined, journal), Draft(examined.report))


class Ready(Loading):
    """A draft that is loaded already."""

    def __init__(self, ready: Opened) -> None:
        super().__init__(ready.path, Settings(), open_journal)
        self.opened = ready


@asynccontextmanager
async def reviewing(ready: Opened, size: tuple[int, int] = WIDE) -> AsyncIterator[tuple[ReviewScreen, Pilot[None]]]:
    """The app on a draft, settled, for a test that presses keys."""
    app = ReviewerApp(Settings(), open_journal, Ready(ready))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        yield app.screen, pilot


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what was asked for is on the screen."""
    for _ in range(3):
        await pilot.pause()
        await asyncio.sleep(0.01)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def type_in(pilot: Pilot[None], text: str, enter: bool = True) -> None:
    """Type words, and send them."""
    await pilot.press(*("space" if char == " " else char for char in text), *(["enter"] if enter else []))
    await settle(pilot)


def screen_text(pilot: Pilot[None]) -> str:
    """Everything on the screen, line by line."""
    width, height = pilot.app.size
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines[:height])
