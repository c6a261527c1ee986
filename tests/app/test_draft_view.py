"""The draft on screen: what is marked and how, what a hostile draft can do."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from reviewer.app.draft_view import DraftView
from reviewer.model import Examination, Identity, Ledger, Paragraph, Spot, Table, same
from tests.app.made import (
    HEADER,
    MIDDLING,
    NARROW,
    ROWS,
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
)

HOSTILE = "[red]merah[/red] [@click=app.quit]klik[/] \x1b[2J\x1b]0;judul\x07\x9b31m \u202eterbalik\u202c [/] [bold"


def segments(pilot: Pilot[None]) -> list[Segment]:
    return [segment for strip in pilot.app.screen._compositor.render_strips() for segment in strip]


def looks(pilot: Pilot[None], text: str) -> list[tuple[bool, bool]]:
    """Whether each piece that reads so is reversed, and underlined: what is seen without colours."""
    return [
        (bool(s.style and s.style.reverse), bool(s.style and s.style.underline))
        for s in segments(pilot)
        if s.text.strip() == text
    ]


async def test_the_figure_and_what_it_is_computed_from_are_marked_without_colour(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (_, pilot):
        await press(pilot, "f3")
        assert looks(pilot, "1.556.506.595") == [(True, False)]
        assert looks(pilot, "281.961.200") == [(False, True)]
        assert looks(pilot, "280.000.000") == [(False, False)] or not looks(pilot, "280.000.000")
        lines = screen_text(pilot).splitlines()
    assert next(line for line in lines if "1.556.506.595" in line).startswith("▶")
    assert next(line for line in lines if "281.961.200" in line).startswith("┃")


async def test_each_finding_brings_its_place_into_view(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (_, pilot):
        await press(pilot, "f3", "1", "1")
        seen = screen_text(pilot)
        assert looks(pilot, "2019") == [(True, False)]
    assert "▶" in seen and "Tahun Anggaran 2019" in seen


async def test_a_click_on_the_sign_of_another_finding_goes_there(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (screen, pilot):
        await press(pilot, "f3")
        lines = screen_text(pilot).splitlines()
        row = next(i for i, line in enumerate(lines) if "281.961.200" in line)
        await pilot.click(offset=(0, row))
        await settle(pilot)
        assert screen.talk.current is not None and screen.talk.current.code == "PCT001"


async def test_the_header_stays_while_a_long_table_is_read(tmp_path: Path) -> None:
    rows = [(str(n), f"Kegiatan ke-{n}", "1.000", "900", "90,00") for n in range(1, 200)]
    report = report_of(paragraph("Tabel panjang", 1), table_of((HEADER, *rows), 3))
    finding = finding_at(report, spot_of(1, 150, 2, "1.000"), "TOT001", "Salah.")
    async with reviewing(opened(tmp_path, Examination(report, (finding,), Ledger({}))), NARROW) as (_, pilot):
        await press(pilot, "f3")
        first = screen_text(pilot).splitlines()[2]
        seen = screen_text(pilot)
    assert "Uraian" in first and "Realisasi" in first
    assert "Kegiatan ke-150" in seen and "▶" in seen


async def test_a_wide_table_shows_the_column_of_the_finding_beside_its_label(tmp_path: Path) -> None:
    width = 14
    head = ("No", "Uraian", *(f"Tahun {n}" for n in range(width)))
    rows = [(str(r), f"Program {r}", *(f"{r}{c:02}.000.000" for c in range(width))) for r in range(1, 5)]
    report = report_of(table_of((head, *rows), 1))
    finding = finding_at(report, spot_of(0, 3, 13, "311.000.000"), "TOT001", "Salah.")
    async with reviewing(opened(tmp_path, Examination(report, (finding,), Ledger({}))), NARROW) as (_, pilot):
        await press(pilot, "f3")
        line = next(line for line in screen_text(pilot).splitlines() if line.startswith("▶"))
    assert "Program 3" in line and "311.000.000" in line


async def test_a_hostile_draft_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    report = report_of(
        paragraph(HOSTILE, 1, level=1),
        table_of((HEADER, ("1", HOSTILE, "1.000", HOSTILE, "5"), *ROWS), 2),
        paragraph(HOSTILE * 20, 9),
    )
    report = dataclasses.replace(
        report,
        identity=Identity(2020, HOSTILE, HOSTILE, HOSTILE, "LKjIP"),
        headings=tuple((HOSTILE,) for _ in report.document.blocks),
    )
    findings = tuple(
        finding_at(report, spot, code, HOSTILE, expected=HOSTILE, explanation=same(HOSTILE), reason=same(HOSTILE))
        for spot, code in ((spot_of(1, 1, 3, HOSTILE), "TOT001"), (Spot(2, start=0, end=len(HOSTILE)), "YRS001"))
    )
    ready = opened(tmp_path, Examination(report, findings, Ledger({})))
    for size in (NARROW, MIDDLING, WIDE):
        async with reviewing(ready, size) as (_, pilot):
            for keys in (("f3",), ("f4",), ("f2", "4"), ("down",)):
                await press(pilot, *keys)
                shown = "".join(segment.text for segment in segments(pilot) if not segment.control)
                assert not {c for c in shown if ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u202c"}
                assert all("app.quit" not in str(s.style.meta) for s in segments(pilot) if s.style and s.style.meta)
            assert "[red]merah[/red]" in screen_text(pilot)
            title = next(line for line in screen_text(pilot).splitlines())
            assert "reviewer" in title


async def test_twenty_thousand_cells_build_no_widgets(tmp_path: Path) -> None:
    rows = [(str(n), f"Kegiatan {n}", *(f"{n}.000" for _ in range(8))) for n in range(2000)]
    head = ("No", "Uraian", *(f"Tahun {n}" for n in range(8)))
    report = report_of(table_of((head, *rows), 1))
    finding = finding_at(report, spot_of(0, 1900, 2, "1899.000"), "TOT001", "Salah.")
    async with reviewing(opened(tmp_path, Examination(report, (finding,), Ledger({})))) as (screen, pilot):
        assert len(screen.query("*")) < 40
        assert "1899.000" in screen_text(pilot)
        draft = screen.query_one(DraftView)
        draft.scroll_home(animate=False)
        await settle(pilot)
        assert "Kegiatan 3" in screen_text(pilot)


@pytest.mark.parametrize(
    "blocks", [(), (paragraph("", 1),), (Table(()),)], ids=["nothing", "empty text", "empty table"]
)
async def test_an_empty_draft_is_shown(tmp_path: Path, blocks: tuple[Paragraph | Table, ...]) -> None:
    ready = opened(tmp_path, Examination(report_of(*blocks), (), Ledger({})))
    async with reviewing(ready, NARROW) as (screen, pilot):
        await press(pilot, "f3", "f4", "down", "f2", "down", "enter")
        assert screen.talk.current is None


async def test_places_without_characters_are_marked_and_impossible_ones_borne(tmp_path: Path) -> None:
    report = report_of(paragraph("isi", 1), table_of((HEADER, ("1", "", "", "", "")), 2))
    whole = finding_at(report, Spot(0), "STR001", "Ada yang kurang.")
    beyond = [
        dataclasses.replace(whole, id=f"x{spot.block}", location=dataclasses.replace(whole.location, spot=spot))
        for spot in (Spot(99, 5, 5, 0, 3), Spot(1, 9, 9, 0, 3), Spot(0, start=90, end=95))
    ]
    empty = finding_at(report, spot_of(1, 1, 2, ""), "MIS001", "Kosong.")
    ready = opened(tmp_path, Examination(report, (whole, empty, *beyond), Ledger({})))
    async with reviewing(ready, NARROW) as (screen, pilot):
        await press(pilot, "f3")
        assert "▶ isi" in screen_text(pilot)
        await press(pilot, "1")
        assert next(line for line in screen_text(pilot).splitlines() if "│" in line and "No" not in line).startswith(
            "▶"
        )
        await press(pilot, "down", "down", "down")
        assert screen.talk.current is not None
