"""Answers to questions about small drafts: every kind of answer, what is refused, what is asked back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.reviewing import Conversation, Journal
from reviewer.reviewing.asking import Draft, Reply, answer
from reviewer.run import examine_file

SAMPLE = Path(__file__).parents[2] / "samples" / "laporan-kinerja.txt"
MONEY = """LAPORAN KINERJA TAHUN 2024

Tabel 3.1 Anggaran dan Realisasi

| No | Program | Anggaran (juta Rp) | Realisasi (juta Rp) | Capaian (%) |
|---|---|---|---|---|
| 1 | Program Rawa | 1.250,50 | 1.200,00 | 95,96 |
| 2 | Program Bening | 250,00 | 240,00 | 96,00 |
| 3 | Program Tidak Langsung Bening | 100,00 | 10,00 | 10,00 |
|  | Jumlah | 1.600,50 | 1.450,00 | 90,60 |

Tabel 3.2 Target Triwulan

| No | Indikator | Satuan | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1 | Persentase desa bersih | % | 20 | 40 | 60 | 80 |
| 2 | Banyaknya rapat | kali | 1 | 2 | 3 | 4 |

Tabel 3.3 Kegiatan

| No | Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
|---|---|---|---|
| 1 | Kegiatan Lomba Perahu | 60.000.000 | 55.000.000 |
| 2 | Kegiatan Lomba Layang | 40.000.000 | 40.000.000 |
| 3 | Kegiatan Tanpa Angka | - | - |
|  | Jumlah | 110.000.000 | 95.000.000 |
"""


@cache
def sample() -> Draft:
    return _draft(SAMPLE)


@pytest.fixture(scope="module")
def money(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    path = tmp_path_factory.mktemp("draft") / "uang.md"
    path.write_text(MONEY, encoding="utf-8")
    return _draft(path)


def _draft(path: Path) -> Draft:
    examination = examine_file(path)
    numbers = {finding.id: n for n, finding in enumerate(examination.findings, 1)}
    return Draft(examination, lambda finding: numbers[finding.id])


def told(draft: Draft, question: str) -> Reply:
    reply = answer(draft, question)
    assert reply is not None
    return reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("berapa pagu program rawa", ["1.250,50 (1.250.500.000)", "baris 7"]),
        ("jumlahkan kolom anggaran tabel 3.1", ["1.600.500.000", "sama"]),
        ("program apa yang pagunya di bawah 1 miliar", ["2 dari 3", "Bening"]),
        ("berapa sisa anggaran program rawa", ["50.500.000", "dihitung"]),
        ("berapa target desa bersih triwulan 2", ["TW II", ": 40"]),
        ("target desa bersih tw iv berapa", [": 80"]),
        ("jumlahkan kolom anggaran tabel 3.3", ["100.000.000", "110.000.000", "Dipersoalkan"]),
        ("kegiatan apa yang serapannya di bawah 95%", ["Lomba Perahu"]),
        ("berapa kegiatan di tabel 3.3", ["3 kegiatan"]),
        ("rata-rata anggaran tabel 3.3", ["50.000.000"]),
        ("kegiatan dengan realisasi terkecil di tabel 3.3", ["Lomba Layang", "40.000.000"]),
        ("di mana 40.000.000 disebut", ["2 kali"]),
        ("kenapa 110.000.000 salah", ["100.000.000"]),
        ("di mana Lomba Perahu disebut", ["1 kali"]),
        ("berapa persentase realisasi program bening", ["96,00%"]),
        ("anggaran setiap kegiatan di tabel 3.3 berapa", ["Lomba Perahu: 60.000.000", "Lomba Layang: 40.000.000"]),
        ("how much is the budget of activity lomba layang", ["40.000.000"]),
    ],
)
def test_what_the_draft_tells_is_told_with_its_place(money: Draft, question: str, said: list[str]) -> None:
    reply = told(money, question)
    assert reply.known and reply.hits
    assert not [part for part in said if part not in reply.text], reply.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("berapa realisasi 3.27.06", ["54.127.500"]),
        ("how much is the budget of program 3.27.01", ["8.528.470.000"]),
        ("berapa sub kegiatan di program 3.27.02", ["5 sub kegiatan"]),
        ("berapa pegawai perempuan golongan IV", [": 5"]),
        ("jumlahkan kolom laki-laki tabel 1.1", ["74"]),
        ("berapa anggaran per sasaran", ["6.836.650.000", "805.750.000", "8.528.470.000"]),
        ("selisih target dan realisasi produksi padi", ["1.254"]),
        ("berapa program", ["7 program", "menyebut 8"]),
        ("rata rata pagu program", ["7 baris", "2.438.902.857."]),
        ("jumlahkan pagu program 1", ["8.528.470.000"]),
        ("di mana 17.072.320.000 disebut", ["6 kali"]),
    ],
)
def test_questions_about_the_sample(question: str, said: list[str]) -> None:
    reply = told(sample(), question)
    assert reply.known and reply.hits
    assert not [part for part in said if part not in reply.text], reply.text


@pytest.mark.parametrize(
    "question",
    """berapa realisasi 12345|berapa kegiatan yang batal|berapa anggaran program rawa tahun 2019|berapa pagu murni program rawa|
    berapa nilai sakip|berapa anggaran program rawa per orang|berapa realisasi program 99|selisih terbesar anggaran dan realisasi|
    jumlahkan kolom anggaran tabel 9.9|berapa realisasi triwulan 7 desa bersih|berapa target rapat triwulan 5|
    berapa anggaran lomba catur|di mana 123.456.789 disebut|kenapa 123.456.789 salah|berapa realisasi semester 1 program rawa|
    berapa pagu program rawa sebelum perubahan|how much did the bupati spend|berapa anggaran lomba renang""".split("|"),
)
def test_what_the_draft_does_not_tell_is_refused(money: Draft, question: str) -> None:
    reply = answer(money, question.strip())
    assert reply is None or not reply.known, reply.text


def test_what_can_mean_several_is_asked_back_and_each_choice_leads_to_an_answer(money: Draft) -> None:
    reply = told(money, "berapa anggaran lomba")
    assert [option.label for option in reply.options] == ["Kegiatan Lomba Perahu", "Kegiatan Lomba Layang"]
    answers = [told(money, option.says) for option in reply.options]
    assert "60.000.000" in answers[0].text and "40.000.000" in answers[1].text

    total = told(money, "berapa total anggaran")
    assert len(total.options) == 2
    assert all(told(money, option.says).known for option in total.options)


def test_a_name_is_not_taken_for_a_thing_of_another_kind(money: Draft) -> None:
    reply = told(money, "berapa anggaran program lomba layang")
    assert reply.options and "40.000.000" not in reply.text


def test_a_name_with_tidak_is_another_name(money: Draft) -> None:
    assert "10,00" not in told(money, "berapa realisasi program bening").text.replace("240,00", "")


_WORDS = st.sampled_from(
    """berapa realisasi anggaran pagu program kegiatan tabel 3.1 3.3 9 2024 2019 rawa lomba jumlahkan rata-rata terbesar di bawah
    99% kolom selisih bandingkan dan kenapa 40.000.000 mana
    disebut serapan target tw 2 per " ? the of total sub ke [bold] %s""".split()
)


@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=9).map(" ".join)))
def test_whatever_is_asked_is_answered_without_harm(said: str) -> None:
    draft = _little()
    reply = answer(draft, said)
    assert reply is None or reply.text
    assert reply is None or not (reply.known and not reply.options) or reply.hits or "Semua angkanya" in reply.text


@given(st.lists(_WORDS, min_size=2, max_size=9).map(lambda words: "berapa " + " ".join(words)))
def test_no_question_is_written_down(said: str) -> None:
    journal = Journal(who="Sari")
    talk = Conversation(_little().examination, journal)
    talk.open()
    talk.hear(said)
    assert journal.events == ()


@cache
def _little() -> Draft:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "uang.md"
        path.write_text(MONEY, encoding="utf-8")
        return _draft(path)
