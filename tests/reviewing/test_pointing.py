"""What is told of a figure that is pointed at, and where findings of the reviewer's own stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer import language
from reviewer.model import Examination, Spot, Status
from reviewer.reading import read
from reviewer.reviewing import Conversation, Journal, open_journal
from reviewer.reviewing.own import own_spots
from reviewer.reviewing.pointing import Pointing, Told
from reviewer.run import Settings, examine_document, examine_file

DRAFT = """BAB III AKUNTABILITAS KINERJA

Pagu Dinas Pesisir Kabupaten Rawa Bening tahun 2020 sebesar Rp 1.750.250.000 dibagi atas tiga program.

Tabel 3.1 Anggaran Program

| No | Program | Pagu (Rp) | Realisasi (Rp) | % |
|----|---------|-----------|----------------|---|
| 1 | Program Pelayanan Administrasi Perkantoran | 500.125.000 | 400.100.000 | 80,00 |
| 2 | Program Ketahanan Masyarakat Pesisir | 750.125.000 | 600.100.000 | 80,00 |
| 3 | Program Pendidikan Politik | 500.000.000 | 450.000.000 | 90,00 |
|   | Jumlah | 1.750.250.000 | 1.500.000.000 | |
"""


@pytest.fixture(autouse=True)
def indonesian() -> None:
    language.choose("id")


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> Examination:
    path = tmp_path_factory.mktemp("draft") / "draf.md"
    path.write_text(DRAFT, "utf-8", newline="\n")
    return examine_file(path, Settings())


def told(examined: Examination, text: str, which: int = 0) -> Told:
    """What is told of the figure that is written so."""
    spots = [f.spot for f in examined.report.figures if text in f.text]
    return Pointing(examined).tell(sorted(spots, key=lambda spot: (not spot.in_table, spot))[which])


def test_a_total_that_holds_names_its_rows_and_where_it_stands_too(examined: Examination) -> None:
    total = told(examined, "1.750.250.000")
    assert total.status is Status.VERIFIED and total.known == "cocok dengan hitungan" and not total.findings
    first = total.ties[0]
    assert first.text == "jumlah dari 3 baris ini" and first.holds is True
    assert {spot.row for spot in first.partners} == {1, 2, 3} and {spot.col for spot in first.partners} == {2}
    assert any(spot.block != total.spot.block for spot in total.partners)


def test_a_total_that_does_not_hold_says_so_first_and_names_its_finding(examined: Examination) -> None:
    total = told(examined, "1.500.000.000")
    assert total.status is Status.CONTRADICTED and [f.code[:3] for f in total.findings] == ["TOT"]
    assert (total.ties[0].text, total.ties[0].holds) == ("jumlah dari 3 baris ini", False)


def test_a_part_leads_to_its_total(examined: Examination) -> None:
    part = told(examined, "400.100.000")
    tie = next(tie for tie in part.ties if tie.text.startswith("bagian dari jumlah 1.500.000.000"))
    assert tie.holds is False and tie.goes_to == told(examined, "1.500.000.000").spot


def test_a_percentage_names_both_its_figures(examined: Examination) -> None:
    share = told(examined, "90,00")
    assert share.ties[0].text == "persentase 450.000.000 dari 500.000.000" and share.ties[0].holds is True


def test_what_nothing_was_computed_from_says_why(examined: Examination) -> None:
    report = examined.report
    document = replace(report.document, blocks=report.document.blocks[:2])
    alone = examine_document(document)
    year_or_amount = next(f for f in alone.report.figures if "1.750.250.000" in f.text)
    said = Pointing(alone).tell(year_or_amount.spot)
    assert said.status is Status.UNCHECKED and said.known.startswith("belum diperiksa: ") and said.ties == ()


def test_words_are_pointed_at_too(examined: Examination) -> None:
    block = next(f.spot.block for f in examined.report.figures if f.spot.in_table)
    label = Pointing(examined).tell(Spot(block, 1, 1, 0, 7))
    assert label.status is None and label.text == "Program" and "Tabel 3.1" in label.where and label.ties == ()


@pytest.mark.parametrize("text", ["1.500.000.000", "600.100.000"])
def test_an_own_finding_knows_its_place_and_is_found_there_again(
    tmp_path: Path, examined: Examination, text: str
) -> None:
    spot = told(examined, text).spot
    path = tmp_path / "draf.md"
    talk = Conversation(examined, open_journal(path, "ab" * 32, who="Sari"))
    talk.open()
    asked = talk.add_at(spot)[-1].text
    assert text in asked and "Tabel 3.1" in asked and talk.expects == "text"
    answer = talk.hear("bukan angka DPA perubahan")[0].text
    assert "Tabel 3.1" in answer and "bukan angka DPA perubahan" in answer

    # Rows above and a table before it do not matter: the place is its table, row, column and words.
    moved = DRAFT.replace("BAB III", "| a | b |\n|---|---|\n| 1 | 2 |\n\nBAB III", 1)
    path.write_text(moved, "utf-8", newline="\n")
    again = examine_document(read(path))
    added = open_journal(path, "cd" * 32, who="Sari").events
    (found,) = own_spots(again.report, added)
    assert found.block == spot.block + 1 and (found.row, found.col) == (spot.row, spot.col)


def test_an_own_finding_whose_words_are_gone_is_placed_nowhere(examined: Examination) -> None:
    journal = Journal(who="Sari")
    talk = Conversation(examined, journal)
    talk.open()
    talk.add_at(told(examined, "600.100.000").spot)
    talk.hear("salah salin")
    talk.hear("/temuan tanpa tempat di draf")
    document = examined.report.document
    without = examine_document(replace(document, blocks=document.blocks[:2]))
    assert own_spots(without.report, journal.events) == {}
    assert len(own_spots(examined.report, journal.events)) == 1


def test_dropping_the_question_adds_nothing(examined: Examination) -> None:
    journal = Journal(who="Sari")
    talk = Conversation(examined, journal)
    talk.open()
    talk.add_at(told(examined, "600.100.000").spot)
    talk.hear("batal")
    assert journal.events == () and talk.expects == ""


def test_the_summary_tells_the_place(examined: Examination) -> None:
    from reviewer.reviewing.export import summary_markdown
    from reviewer.reviewing.journal import now

    talk = Conversation(examined, Journal(who="Sari"))
    talk.open()
    talk.add_at(told(examined, "600.100.000").spot)
    talk.hear("salah salin")
    summary = summary_markdown(examined, talk.standing, who="Sari", when=now())
    line = next(line for line in summary.splitlines() if "salah salin" in line)
    assert "Tabel 3.1" in line and "600.100.000" in line
