"""The cursor in the draft: what is told of a figure, where it leads, and findings of the reviewer's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.app.draft_view import DraftView
from reviewer.app.figure import FigurePanel, Legend
from reviewer.app.loading import Opened
from reviewer.app.prompt import Prompt
from reviewer.model import Examination, Ledger
from reviewer.run import Settings, examine_file
from tests.app.made import (
    HEADER,
    MIDDLING,
    NARROW,
    WIDE,
    finding_at,
    opened,
    paragraph,
    press,
    report_of,
    reviewing,
    screen_text,
    settle,
    spot_of,
    table_of,
    type_in,
)

DRAFT = """BAB III AKUNTABILITAS KINERJA

Pagu Dinas Pesisir Kabupaten Rawa Bening tahun 2020 sebesar Rp 1.750.250.000 dibagi atas tiga program.

Tabel 3.1 Anggaran Program

| No | Program | Pagu (Rp) | Realisasi (Rp) |
|----|---------|-----------|----------------|
| 1 | Program Pelayanan Administrasi Perkantoran | 500.125.000 | 400.100.000 |
| 2 | Program Ketahanan Masyarakat Pesisir | 750.125.000 | 600.100.000 |
| 3 | Program Pendidikan Politik | 500.000.000 | 450.000.000 |
|   | Jumlah | 1.750.250.000 | 1.500.000.000 |
"""
SIZES = pytest.mark.parametrize("size", [NARROW, MIDDLING, WIDE], ids=["80x24", "120x36", "160x48"])


@pytest.fixture
def ready(tmp_path: Path) -> Opened:
    path = tmp_path / "draf.md"
    path.write_text(DRAFT, "utf-8", newline="\n")
    return opened(tmp_path, examine_file(path, Settings()))


def panel(seen: str, first: str) -> str:
    """The lines from the one with `first` on."""
    lines = seen.splitlines()
    return "\n".join(lines[next(i for i, line in enumerate(lines) if first in line) :])


@SIZES
async def test_figures_bear_the_signs_of_the_ledger(ready: Opened, size: tuple[int, int]) -> None:
    async with reviewing(ready, size) as (screen, pilot):
        await press(pilot, "f3")
        seen = screen_text(pilot)
        assert "✗1.500.000.000" in seen and "✓1.750.250.000" in seen and "✓  500.125.000" not in seen
        assert "✗  400.100.000" not in seen and "✗400.100.000" in seen.replace(" ", "")
        assert "bertentangan" in seen and "belum diperiksa" in seen
        await press(pilot, "f5")
        assert "belum diperiksa" not in screen_text(pilot) and "✗1.500.000.000" in screen_text(pilot)
        await press(pilot, "f5")
        assert "✗1.500.000.000" not in screen_text(pilot) and "1.500.000.000" in screen_text(pilot)
        await press(pilot, "f5")
        assert "belum diperiksa" in screen_text(pilot) and "✗1.500.000.000" in screen_text(pilot)
        assert screen.query_one(Legend).display


@SIZES
async def test_the_cursor_begins_at_the_finding_and_tells_its_relations(ready: Opened, size: tuple[int, int]) -> None:
    async with reviewing(ready, size) as (screen, pilot):
        await press(pilot, "f3", "up")
        told = screen.query_one(DraftView).pointed
        assert told is not None and told.text == "1.500.000.000"
        seen = screen_text(pilot)
        assert "jumlah dari 3 baris ini" in seen and "temuan 1: " in seen
        rows = [line for line in seen.splitlines() if "00.100.000" in line and "┃" in line]
        assert len(rows) >= 2, "the parts are marked"
        await press(pilot, "left")
        told = screen.query_one(DraftView).pointed
        assert told is not None and told.text == "1.750.250.000"
        assert "disebut juga di" in screen_text(pilot) or "semestinya sama dengan" in screen_text(pilot)


async def test_the_cursor_walks_the_cells_of_a_column_and_on_into_the_text(ready: Opened) -> None:
    async with reviewing(ready, NARROW) as (screen, pilot):
        draft = screen.query_one(DraftView)
        await press(pilot, "f3", "up")
        walked = []
        for _ in range(6):
            await press(pilot, "up")
            walked.append(draft.pointed.text if draft.pointed else "")
        assert walked[:3] == ["450.000.000", "600.100.000", "400.100.000"]
        assert walked[3] == "Realisasi (Rp)" and "Tabel 3.1" in walked[4], walked
        await press(pilot, "down", "left", "right")
        assert draft.pointed is not None and "Tabel 3.1" in draft.pointed.text


async def test_enter_goes_round_the_figures_it_is_tied_to(ready: Opened) -> None:
    async with reviewing(ready, NARROW) as (screen, pilot):
        draft = screen.query_one(DraftView)
        await press(pilot, "f3", "up", "left")
        seen = [draft.pointed.spot if draft.pointed else None]
        for _ in range(8):
            await press(pilot, "enter")
            seen.append(draft.pointed.spot if draft.pointed else None)
            if seen[-1] == seen[0]:
                break
        assert seen[-1] == seen[0] and len(seen) > 2 and None not in seen
        assert len({spot.block for spot in seen if spot}) == 2, "the text that names it too is on the way"


async def test_enter_at_a_finding_puts_it_and_escape_puts_the_cursor_away(ready: Opened) -> None:
    async with reviewing(ready, WIDE) as (screen, pilot):
        await press(pilot, "f3", "up", "escape")
        assert screen.query_one(DraftView).pointed is None and not screen.query_one(FigurePanel).display
        await press(pilot, "up", "enter")
        assert screen.focused is screen.query_one(Prompt)


@SIZES
async def test_a_click_on_a_figure_tells_of_it_and_one_on_a_relation_leads_there(
    ready: Opened, size: tuple[int, int]
) -> None:
    async with reviewing(ready, size) as (screen, pilot):
        await press(pilot, "f3")
        lines = screen_text(pilot).splitlines()
        at = next((line.index("600.100.000"), y) for y, line in enumerate(lines) if "600.100.000" in line[30:])
        await pilot.click(offset=(lines[at[1]].rindex("600.100.000") + 3, at[1]))
        await settle(pilot)
        draft = screen.query_one(DraftView)
        assert draft.pointed is not None and draft.pointed.text == "600.100.000"
        lines = screen_text(pilot).splitlines()
        y = next(y for y, line in enumerate(lines) if "bagian dari jumlah" in line)
        await pilot.click(offset=(lines[y].index("bagian dari") + 2, y))
        await settle(pilot)
        assert draft.pointed is not None and draft.pointed.text == "1.500.000.000"


@SIZES
@pytest.mark.parametrize("key", ["+", "insert"])
async def test_a_finding_of_her_own_is_added_where_the_cursor_stands(
    ready: Opened, size: tuple[int, int], key: str
) -> None:
    async with reviewing(ready, size) as (screen, pilot):
        await press(pilot, "f3", "up", "up", key)
        assert screen.talk.expects == "text" and screen.focused is screen.query_one(Prompt)
        assert "450.000.000" in panel(screen_text(pilot), "Apa temuan Anda")
        await type_in(pilot, "belum dikurangi [b]setoran[/b]")
        (added,) = screen.talk.standing.added
        assert "Tabel 3.1" in added.entry.label and added.entry.content == ("450.000.000",)
        await press(pilot, "f3")
        assert "temuan Anda: belum dikurangi [b]setoran[/b]" in screen_text(pilot)
        await press(pilot, "escape")
        assert any("✎" in line and "450.000.000" in line for line in screen_text(pilot).splitlines())


async def test_a_plus_without_cursor_is_typed(ready: Opened) -> None:
    async with reviewing(ready, WIDE) as (screen, pilot):
        await press(pilot, "f3", "+")
        assert screen.query_one(Prompt).value == "+"


async def test_the_sign_beside_a_frozen_label_is_that_of_the_figure_shown(tmp_path: Path) -> None:
    from reviewer.model import Status

    width = 14
    head = ("No", "Uraian", *(f"Tahun {n}" for n in range(width)))
    rows = [(str(r), f"Program {r}", *(f"{r}{c:02}.000.000" for c in range(width))) for r in range(1, 5)]
    report = report_of(table_of((head, *rows), 1))
    finding = finding_at(report, spot_of(0, 3, 13, "311.000.000"), "TOT001", "Salah.")
    statuses = {
        spot_of(0, r, c + 2, rows[r - 1][c + 2]): Status.CONTRADICTED if c == 0 else Status.VERIFIED
        for r in range(1, 5)
        for c in range(width)
    }
    async with reviewing(opened(tmp_path, Examination(report, (finding,), Ledger(statuses))), NARROW) as (_, pilot):
        await press(pilot, "f3")
        rows_shown = [line for line in screen_text(pilot).splitlines() if "Program " in line[:30]]
    assert len(rows_shown) == 4 and "00.000.000" not in "".join(row[:40] for row in rows_shown)
    assert all("✗" not in row[2:] and "✓" in row for row in rows_shown), rows_shown


async def test_ctrl_c_copies_the_figure_under_the_cursor_else_the_finding(ready: Opened) -> None:
    async with reviewing(ready, WIDE) as (screen, pilot):
        await press(pilot, "ctrl+c")
        assert "1.500.000.000" in pilot.app.clipboard and "Tabel 3.1" in pilot.app.clipboard
        await press(pilot, "f3", "up", "left", "ctrl+c")
        assert pilot.app.clipboard == "1.750.250.000"


async def test_a_hostile_cell_is_told_and_not_obeyed(tmp_path: Path) -> None:
    hostile = "[red]5[/red] [@click=app.quit]klik[/] \x1b[2J\u202e [/]"
    report = report_of(paragraph(hostile, 1), table_of((HEADER, ("1", hostile, hostile, "9", "5")), 2))
    finding = finding_at(report, spot_of(1, 1, 2, hostile), "TOT001", hostile)
    async with reviewing(opened(tmp_path, Examination(report, (finding,), Ledger({}))), WIDE) as (_, pilot):
        for key in ("f3", "up", "left", "up", "up"):
            await press(pilot, key)
            seen = screen_text(pilot)
            assert "\x1b" not in seen and "\u202e" not in seen
        assert "[red]5[/red]" in seen


async def test_the_cursor_bears_any_size_of_terminal(ready: Opened) -> None:
    async with reviewing(ready, WIDE) as (screen, pilot):
        await press(pilot, "f3", "up", "left")
        draft = screen.query_one(DraftView)
        for size in ((60, 20), (300, 80), (100, 30), (139, 31), (20, 6), (7, 3), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            await press(pilot, "right", "left")
            assert draft.pointed is not None
            if size >= (60, 20):
                lines = screen_text(pilot).splitlines()
                assert any("1.750.250.000" in line and "›" in line for line in lines), size
                assert len(lines) == size[1]
