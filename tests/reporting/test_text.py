"""The report for people: by section and table, each finding with its row, and what was not checked."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from reviewer import language
from reviewer.model import Evidence, Examination, Ledger, Notice, Place, Severity, Spot, Verdict, Words, same
from reviewer.reporting.outcome import Outcome
from reviewer.reporting.paper import THEME, Paper
from reviewer.reporting.text import closing, report
from tests.reporting import made

HOSTILE = "[bold red]\x1b[31mmerah\x1b[0m[/] \x07\x9b2J\r\n[link=http://x]"


def printed(outcome: Outcome, width: int = 100, colour: bool = False, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="", errors="replace")
    console = Console(
        file=stream, width=width, theme=THEME, markup=False, emoji=False, highlight=False,
        force_terminal=colour, color_system="truecolor" if colour else None,
    )  # fmt: skip
    report(outcome, Paper(console))
    stream.flush()
    return raw.getvalue().decode(encoding)


def test_a_finding_tells_what_is_written_what_it_should_be_and_how_that_is_computed() -> None:
    text = printed(Outcome(made.examination()))
    for words in (
        "✗ TOT001 Jumlah “Pagu Anggaran” tidak sama dengan penjumlahan bagiannya.",
        "14 │ Jumlah                      1.556.506.595",
        "seharusnya 281.961.200 + 1.098.705.100 + 652.666.800 = 2.033.333.100  (selisih 476.826.505)",
        "! PCT001",
        "i YRS001",
    ):
        assert words in text


def test_sections_and_tables_stand_once_above_their_findings() -> None:
    text = printed(Outcome(made.examination()))
    assert text.count("BAB III AKUNTABILITAS KINERJA") == 1
    assert text.count("Tabel 3.11 Realisasi Anggaran") == 1
    order = [text.index(w) for w in ("BAB III", "YRS001", "Tabel 3.11 Realisasi", "TOT001", "PCT001")]
    assert order == sorted(order)


def test_evidence_that_the_rows_do_not_show_is_told_with_its_place() -> None:
    draft = made.document()
    finding = replace(made.wrong_year(draft), evidence=made.wrong_total(draft).evidence)
    text = printed(Outcome(replace(made.examination(draft), findings=(finding,))))
    assert "Tabel 3.11 › Program Wawasan › Pagu (baris 11): 281.961.200" in text
    location = finding.evidence[0].location
    many = tuple(
        replace(e, location=replace(location, place=Place(line=n))) for n, e in enumerate(finding.evidence * 7, 1)
    )
    grouped = replace(finding, evidence=many, group=True)
    text = printed(Outcome(replace(made.examination(draft), findings=(grouped,))))
    assert "(baris 16): 281.961.200\n" in text
    assert "… dan 5 tempat lain" in text


def test_evidence_at_one_place_is_told_together() -> None:
    draft = made.document()
    here = made.wrong_year(draft).location
    other = replace(here, place=Place(line=99), spot=Spot(0, end=3))
    finding = replace(made.wrong_year(draft), evidence=tuple(
        Evidence(location, quote) for location, quote in ((other, "satu"), (other, "dua"))
    ))  # fmt: skip
    assert "bukti      baris 99: satu; dua\n" in printed(Outcome(replace(made.examination(draft), findings=(finding,))))


def test_of_very_many_parts_of_a_total_the_lines_are_told() -> None:
    draft = made.document()
    total = made.wrong_total(draft)
    parts = tuple(
        Evidence(replace(total.location, spot=Spot(made.TABLE, n, 1), place=Place(line=100 + n)), "1")
        for n in range(20)
    )
    text = printed(Outcome(replace(made.examination(draft), findings=(replace(total, evidence=parts),))))
    assert "tabel ini, baris 100, baris 101, baris 102" in text


def test_what_it_should_be_stands_alone_where_the_computation_does_not_end_in_it() -> None:
    draft = made.document()
    finding = replace(made.wrong_total(draft), explanation=same("dihitung ulang"))
    text = printed(Outcome(replace(made.examination(draft), findings=(finding,))))
    assert "seharusnya 2.033.333.100  (selisih 476.826.505)\n    hitungan   dihitung ulang\n" in text


def test_the_ledger_tells_what_was_not_checked_and_where() -> None:
    text = printed(Outcome(made.examination()))
    assert "Angka di naskah: 12" in text
    for line in (
        "terverifikasi     3   25 %",
        "berulang          1    8 %",
        "bertentangan      2   17 %",
        "belum diperiksa   6   50 %",
    ):
        assert line in text
    assert "Terbanyak belum diperiksa: Tabel 3.11 (6)" in text
    empty = replace(made.examination(), findings=(), ledger=Ledger({}), causes=())
    assert "Tidak ada angka yang dikenali" in printed(Outcome(empty))


def test_counts_notices_and_the_shared_cause_stand_at_the_end() -> None:
    text = printed(Outcome(made.examination()))
    assert "1 kesalahan · 1 peringatan · 1 catatan" in text
    assert "Catatan pembacaan\n  pengodean ditebak: cp1252" in text
    assert "(baris 14): 1.556.506.595 → 2.033.333.100 (disalin dari" in text
    assert "menjelaskan 2 temuan" in text
    at = replace(made.document(), notices=(Notice(same("terpotong"), Place(line=7)),))
    assert "baris 7: terpotong" in printed(Outcome(made.examination(at)))


def test_decisions_are_shown_and_those_of_strangers_not_obeyed() -> None:
    outcome = Outcome(
        made.examination(),
        {"t1": made.decision(), "y1": made.decision(Verdict.NOTED, reason="")},
        {"p1": (made.decision(who="Budi", reason="keliru"),)},
    )
    text = printed(outcome)
    assert "0 kesalahan · 1 peringatan · 1 catatan · 1 tidak dihitung (diputuskan bukan kesalahan)" in text
    assert "✗ TOT001" not in text
    assert "TOT001 Tabel 3.11 › Jumlah › Pagu Anggaran (baris 14) — bukan kesalahan menurut Sari" in text
    assert "dicatat oleh Sari, 2026-11-21\n" in text
    assert "bukan kesalahan menurut Budi, 2026-11-21: keliru; tidak diikuti" in text


@pytest.mark.parametrize(
    ("threshold", "reached"),
    [(Severity.ERROR, False), (Severity.WARNING, True), (Severity.INFO, True), (None, False)],
)
def test_a_rejected_finding_does_not_count(threshold: Severity | None, reached: bool) -> None:
    assert Outcome(made.examination(), {"t1": made.decision()}).reaches(threshold) is reached


def test_other_verdicts_leave_a_finding_counted() -> None:
    for verdict in (Verdict.NOTED, Verdict.LATER, Verdict.FIXED):
        assert Outcome(made.examination(), {"t1": made.decision(verdict)}).counts()[Severity.ERROR] == 1


def test_a_clean_draft_says_so() -> None:
    text = printed(Outcome(replace(made.examination(), findings=(), causes=())))
    assert "Tidak ada temuan." in text
    assert "reviewer explain" not in text


def hostile() -> Examination:
    draft = made.document(sentence=HOSTILE + " 2019 " + HOSTILE, label=HOSTILE, path=f"draf{HOSTILE}.txt")
    finding = made.wrong_total(draft)
    nasty = replace(
        finding,
        id="h1",
        message=same(HOSTILE),
        quote=HOSTILE,
        expected=HOSTILE,
        difference=HOSTILE,
        explanation=same(HOSTILE),
        location=replace(finding.location, label=same(HOSTILE)),
        evidence=(replace(finding.evidence[0], quote=HOSTILE, location=made.wrong_year(draft).location),),
    )
    examined = made.examination(draft, nasty)
    identity = replace(examined.report.identity, title=HOSTILE, institution=HOSTILE)
    table = replace(examined.report.tables[0], caption=HOSTILE)
    return replace(
        examined, report=replace(examined.report, identity=identity, tables=(table,), headings=((HOSTILE,),) * 3)
    )


@pytest.mark.parametrize("colour", [False, True])
def test_a_hostile_draft_steers_neither_terminal_nor_markup(colour: bool) -> None:
    decisions = {"p1": made.decision(who=HOSTILE, reason=HOSTILE)}
    text = printed(Outcome(hostile(), decisions, {"t1": (made.decision(who=HOSTILE),)}), colour=colour)
    assert "[bold red]␛[31mmerah␛[0m[/] ␇⟨U+009B⟩2J [link=http://x]" in text
    assert not set("\x07\x9b\r") & set(text)
    assert "\x1b[31mmerah" not in text
    assert ("\x1b[" in text) is colour


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_every_line_fits_and_none_ends_in_spaces(width: int, colour: bool) -> None:
    text = printed(Outcome(made.examination()), width=width, colour=colour)
    if not colour:
        assert max(map(len, text.splitlines())) <= width
    assert not any(line.endswith(" ") for line in text.splitlines())


def test_plain_text_points_at_the_figure_and_colour_needs_not() -> None:
    assert "^" * 13 in printed(Outcome(made.examination()))
    assert "^" not in printed(Outcome(made.examination()), colour=True)


def test_colour_is_for_the_sign_and_the_figures_not_for_the_words() -> None:
    text = printed(Outcome(made.examination()), colour=True)
    assert "\x1b[1;31m  ✗ TOT001 \x1b[0mJumlah “Pagu" in text
    assert "\x1b[1;7;31m1.556.506.595\x1b[0m  1.880.000.000" in text
    assert "= \x1b[1;32m2.033.333.100\x1b[0m  (selisih" in text


def test_a_console_of_few_letters_is_served() -> None:
    text = printed(Outcome(made.examination()), encoding="cp1252")
    assert "x TOT001" in text
    assert "1.556.506.595" in text


def test_english() -> None:
    language.choose("en")
    text = printed(Outcome(made.examination()))
    assert "The total does not equal the sum of its parts." in text
    assert "encoding guessed: cp1252" in text


def test_a_run_over_several_drafts_ends_with_their_sum() -> None:
    stream = io.StringIO()
    outcomes = [Outcome(made.examination()), Outcome(made.examination(), {"t1": made.decision()})]
    closing(outcomes, 1, Paper(Console(file=stream, width=100, theme=THEME)))
    assert "2 naskah diperiksa: 1 kesalahan · 2 peringatan · 2 catatan" in stream.getvalue()
    assert "1 naskah tidak dapat dibaca." in stream.getvalue()


def test_a_finding_without_a_line_names_its_place() -> None:
    draft = made.document()
    finding = made.wrong_total(draft)
    place = Place(page=12, page_label="iv")
    moved = replace(finding, location=replace(finding.location, place=place), evidence=())
    text = printed(Outcome(replace(made.examination(draft), findings=(moved,))))
    assert "letak      hlm. iv\n" in text
    stored = replace(moved, location=replace(moved.location, place=replace(place, rough=True)))
    assert "letak      sekitar hlm. iv\n" in printed(Outcome(replace(made.examination(draft), findings=(stored,))))
    assert "#4 │ Jumlah" in text
    sheet = replace(moved, location=replace(moved.location, place=Place(sheet="PK", cell="C7")))
    assert "C7 │ Jumlah" in printed(Outcome(replace(made.examination(draft), findings=(sheet,))))
    unseen = replace(moved, location=replace(moved.location, spot=Spot(99)))
    assert "hlm. iv, baris tabel 4 · Tabel 3.11 › Jumlah › Pagu" in printed(
        Outcome(replace(made.examination(draft), findings=(unseen,)))
    )


def test_words_of_a_finding_are_its_own() -> None:
    """Braces of a draft are no fields of our sentences."""
    draft = made.document()
    finding = replace(made.wrong_year(draft), expected="{nama}", difference="{0}", message=Words("{x}", "{x}"))
    text = printed(Outcome(replace(made.examination(draft), findings=(finding,))))
    assert "{nama}  (selisih {0})" in text
