"""Scripts of conversations: what is said, what is answered, and what stands in the journal."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import language
from reviewer.model import Notice, Spot, Words
from reviewer.reviewing import Conversation, EventKind, Journal, MessageKind, commands
from reviewer.reviewing.choices import (
    end_choices,
    finding_choices,
    intent_choices,
    reason_choices,
    text_choices,
    yes_no,
)
from reviewer.reviewing.hearing import Heard, affirms, denies, listen
from reviewer.reviewing.lexicon import Intent
from tests.reviewing.made import NEXT_DRAFT, START, Talk, examination, finding, texts, usual

ASKED = ["Jumlah semua", "Jumlah", "Jumlah belanja", "Capaian", "Sisa"]


# Opening


def test_the_greeting_tells_what_was_read_and_leads_to_the_gravest() -> None:
    talk = Talk()
    greeting, first = talk.opening
    assert "draf.txt" in greeting.text and "Kebun" in greeting.text
    assert "5 hal" in greeting.text and "Kesalahan 3, Peringatan 1, Info 1" in greeting.text
    assert first.kind is MessageKind.FINDING and first.finding is talk.talk.current
    assert [f.anchor[2] for f in talk.talk.all] == ASKED
    assert talk.journal.events == ()


def test_a_finding_is_put_with_all_that_is_known() -> None:
    first = Talk().opening[-1]
    for part in ("Temuan 1 dari 5", "TOT001", "Tabel 3.11", "baris 20", "»1.556.506.595«", "Uraian: Jumlah", "2.033.333.100",
                 "selisih 476.826.505", "281.961.200 + 1.751.371.900", "Jumlah sama dengan bagian-bagiannya"):  # fmt: skip
        assert part in first.text
    assert [c.label for c in first.choices][:4] == ["Catat", "Bukan kesalahan …", "Nanti", "Kenapa?"]
    assert first.choices[-1].label == "Catat semua sejenis (3)"
    assert "1. Catat [c]" in first.plain and first.spot == Spot(1, 2, 1, 0, 13)


def test_a_draft_without_findings_says_what_was_checked() -> None:
    talk = Talk(findings=())
    assert "Tidak ada temuan" in talk.opening[0].text and "1 tidak dapat diperiksa" in talk.opening[0].text
    assert talk.talk.current is None and talk.opening[-1].choices
    assert talk.say("catat")[0].kind is MessageKind.WARN and talk.talk.progress.total == 0
    assert talk.say("selesai")[0].kind is MessageKind.QUIT


def test_what_the_reader_had_to_tell_is_told() -> None:
    made = examination(usual())
    document = replace(made.report.document, notices=(Notice(Words("Dibaca sebagai cp1252.", "Read as cp1252.")),))
    made = replace(made, report=replace(made.report, document=document))
    said = Conversation(made, Journal(who="Sari")).open()
    assert any(m.kind is MessageKind.WARN and "cp1252" in m.text for m in said)


# Deciding


def test_accept_reject_later_and_fixed_go_to_the_journal_in_order(tmp_path: Path) -> None:
    talk = Talk(folder=tmp_path)
    talk.say("catat", "bukan kesalahan karena pembulatan", "nanti", "sudah diperbaiki")
    assert talk.kinds() == ["catat", "bukan-kesalahan", "nanti", "sudah-diperbaiki"]
    assert [e.entry.anchor[2] for e in talk.journal.events] == ASKED[:4]
    assert talk.journal.events[1].entry.text == "pembulatan"
    assert talk.row == "Sisa" and talk.talk.progress == type(talk.talk.progress)(3, 5)


def test_the_decision_is_on_the_disk_before_it_is_confirmed(tmp_path: Path) -> None:
    talk = Talk(folder=tmp_path)
    answer = talk.say("catat")[0]
    assert answer.kind is MessageKind.ANSWER and "dicatat" in answer.text
    assert Talk(folder=tmp_path).decided() == {"Jumlah semua": "catat"}


def test_a_rejection_asks_for_its_reason_and_takes_no_word_for_one(tmp_path: Path) -> None:
    talk = Talk(folder=tmp_path)
    asked = talk.say("tolak")[-1]
    assert asked.kind is MessageKind.ASK and talk.talk.expects == "text" and talk.journal.events == ()
    for short in ("x", "karena", "because of"):
        assert talk.say(short)[0].kind is MessageKind.WARN and talk.talk.expects == "text"
    answer = talk.say("karena pagu perubahan belum dimuat")[0]
    assert "pagu perubahan belum dimuat" in answer.text and talk.talk.expects == ""
    assert talk.journal.events[0].entry.text == "pagu perubahan belum dimuat"
    assert talk.decided() == {"Jumlah semua": "bukan-kesalahan"}


def test_a_usual_reason_is_given_by_its_number() -> None:
    talk = Talk()
    talk.say("b", "1")
    assert talk.journal.events[0].entry.text == "pembulatan"


@pytest.mark.parametrize("said", ["batal", "batalkan", "tidak jadi", "gak jadi", "4", "/batal"])
def test_the_question_for_a_reason_can_be_dropped(said: str) -> None:
    talk = Talk()
    talk.say("tolak", said)
    assert talk.journal.events == () and talk.talk.expects == "" and talk.row == "Jumlah semua"


SENTENCES = (
    "rincian lain ada di lampiran|penjelasan ada di CALK|bantuan hibah tidak dihitung|kenapa harus 97|lanjut tahun depan|"
    "catat di CALK|batal dilelang|selesai triwulan IV|tidak ada di DPA|dengan hibah|alasan teknis|sudah diperbaiki|"
    "2 kegiatan digabung|1. pembulatan|-5 persen dari pagu|12 bulan"
).split("|")


@pytest.mark.parametrize("reason", SENTENCES)
def test_two_words_are_the_reason_that_was_asked_for_as_typed(reason: str) -> None:
    talk = Talk()
    talk.say("tolak", reason)
    assert [(e.kind, e.entry.text) for e in talk.journal.events] == [(EventKind.REJECTED, reason)]


@pytest.mark.parametrize("said", SENTENCES)
@pytest.mark.parametrize("command", ["catatan", "tanggapan", "/temuan"])
def test_two_words_are_the_text_that_was_asked_for_as_typed(command: str, said: str) -> None:
    talk = Talk()
    talk.say(command, said)
    assert [e.entry.text for e in talk.journal.events] == [said]


@pytest.mark.parametrize("said", ["tolak karena {}", "bukan kesalahan, karena {}", "tolak: {}"])
def test_a_reason_in_one_go_keeps_the_digits_it_begins_with(said: str) -> None:
    talk = Talk()
    talk.say(said.format("2 kegiatan digabung"))
    assert talk.journal.events[0].entry.text == "2 kegiatan digabung"


def test_rejecting_again_is_no_reason() -> None:
    talk = Talk()
    assert talk.say("tolak", "tolak")[-1].kind is MessageKind.ASK and talk.talk.expects == "text"
    assert talk.journal.events == ()


def test_a_decision_said_instead_of_a_reason_is_asked_back() -> None:
    talk = Talk()
    assert talk.say("tolak", "ya")[-1].kind is MessageKind.ASK
    assert talk.talk.expects == "yes-no" and talk.journal.events == ()
    talk.say("tidak")
    assert talk.journal.events == ()


def test_a_question_aside_leaves_the_question_open() -> None:
    talk = Talk()
    said = talk.say("tolak", "kenapa")
    assert [m.kind for m in said] == [MessageKind.EXPLAIN, MessageKind.ASK] and talk.talk.expects == "text"
    talk.say("karena pembulatan")
    assert talk.kinds() == ["bukan-kesalahan"]


def test_going_on_instead_of_a_reason_drops_the_question() -> None:
    talk = Talk()
    talk.say("tolak", "lanjut")
    assert talk.row == "Jumlah" and talk.talk.expects == "" and talk.journal.events == ()


@pytest.mark.parametrize(
    ("said", "verdict"), [("1", "catat"), ("c", "catat"), ("C", "catat"), ("3", "nanti"), ("d", "sudah-diperbaiki")]
)
def test_numbers_and_keys_give_the_usual_answers(said: str, verdict: str) -> None:
    talk = Talk()
    talk.say(said)
    assert talk.kinds() == [verdict]


def test_a_number_beyond_the_answers_opens_that_finding() -> None:
    talk = Talk([finding(f"Baris {n}", code="DUP001") for n in range(12)])
    talk.say("12")
    assert talk.row == "Baris 11" and talk.journal.events == ()


def test_deciding_again_replaces_and_the_same_again_writes_nothing() -> None:
    talk = Talk()
    talk.say("catat", "ke 1", "tolak karena pembulatan")
    assert talk.decided() == {"Jumlah semua": "bukan-kesalahan"}
    said = talk.say("ke 1", "tolak karena pembulatan")
    assert "Memang sudah begitu" in said[0].text and len(talk.journal.events) == 2


def test_nothing_in_hand_nothing_decided() -> None:
    talk = Talk([finding()])
    talk.say("catat")
    assert talk.talk.current is None
    for said in ("catat", "tolak", "nanti", "kenapa", "catatan x y z", "catat semua sejenis"):
        assert talk.say(said)[0].kind is MessageKind.WARN
    assert talk.kinds() == ["catat"]


def test_a_lone_digit_does_not_drop_a_note_that_is_asked_for() -> None:
    talk = Talk()
    talk.say("catatan", "1", "cek DPA")
    assert [(e.kind, e.entry.text) for e in talk.journal.events] == [(EventKind.NOTE, "cek DPA")]


def test_notes_responses_and_findings_of_ones_own() -> None:
    talk = Talk()
    said = talk.say("catatan: cek DPA")
    assert said[0].kind is MessageKind.ANSWER and talk.row == "Jumlah semua" and "cek DPA" in said[-1].text
    assert talk.say("catatan")[-1].kind is MessageKind.ASK
    talk.say("tanya bendahara", "tanggapan", "sudah diperbaiki", "/temuan Bab III tidak membahas kendala")
    assert [(e.kind, e.entry.text) for e in talk.journal.events] == [
        (EventKind.NOTE, "cek DPA"), (EventKind.NOTE, "tanya bendahara"), (EventKind.RESPONSE, "sudah diperbaiki"),
        (EventKind.ADDED, "Bab III tidak membahas kendala"),
    ]  # fmt: skip
    assert talk.decided() == {} and "Bab III tidak membahas kendala" in texts(talk.say("ringkas"))


@pytest.mark.parametrize("said", ["/temuan 3", "/temuan #3", "/finding 3", "temuan 3"])
def test_a_number_after_the_command_that_adds_a_finding_opens_it(said: str) -> None:
    talk = Talk()
    talk.say(said)
    assert talk.row == "Jumlah belanja" and talk.journal.events == ()


# All of a kind


def test_all_of_a_kind_are_decided_after_a_yes_that_names_the_number(tmp_path: Path) -> None:
    talk = Talk(folder=tmp_path)
    asked = talk.say("catat semua sejenis")[-1]
    assert (
        asked.kind is MessageKind.ASK
        and "3 temuan" in asked.text
        and "TOT001" in asked.text
        and talk.talk.expects == "yes-no"
    )
    assert talk.journal.events == ()
    answer = talk.say("ya")[0]
    assert "3 temuan" in answer.text and len(talk.journal.events) == 3
    assert set(talk.decided()) == {"Jumlah", "Jumlah belanja", "Jumlah semua"} and talk.row == "Capaian"
    talk.say("batal")
    assert talk.decided() == {} and Talk(folder=tmp_path).decided() == {}
    talk.say("ulangi")
    assert len(talk.decided()) == 3


def test_all_of_a_kind_leaves_what_is_decided_or_hidden_alone() -> None:
    talk = Talk()
    talk.say("tolak karena pembulatan")
    assert "2 temuan" in talk.say("catat semua sejenis")[-1].text
    talk.say("tidak")
    assert talk.kinds() == ["bukan-kesalahan"] and talk.row == "Jumlah"


def test_all_of_a_kind_can_be_rejected_with_one_reason() -> None:
    talk = Talk()
    assert talk.say("tolak semua sejenis")[-1].kind is MessageKind.ASK and talk.talk.expects == "text"
    assert talk.say("karena pembulatan")[-1].kind is MessageKind.ASK and talk.talk.expects == "yes-no"
    talk.say("y")
    assert [e.entry.text for e in talk.journal.events] == ["pembulatan"] * 3


def test_another_command_instead_of_yes_drops_the_question() -> None:
    talk = Talk()
    talk.say("catat semua sejenis", "lanjut")
    assert talk.journal.events == () and talk.talk.expects == ""


# Asking back


@pytest.mark.parametrize(
    "said", ["cacat", "catat?", "tolak ukur belum ada", "ya tapi pagunya benar", "karena pembulatan"]
)
def test_a_decision_half_said_is_asked_and_yes_does_it(said: str) -> None:
    talk = Talk()
    assert talk.say(said)[-1].kind is MessageKind.ASK and talk.journal.events == ()
    talk.say("tidak")
    assert talk.journal.events == () and talk.row == "Jumlah semua"
    talk.say(said, "ya")
    assert len(talk.journal.events) == 1


def test_what_may_mean_several_things_offers_them() -> None:
    talk = Talk()
    said = talk.say("benar")[-1]
    assert said.kind is MessageKind.WARN and len(said.choices) == 2 and talk.journal.events == ()
    talk.say("1")
    assert talk.kinds() == ["catat"]


def test_what_is_not_understood_is_said_so_and_changes_nothing() -> None:
    talk = Talk()
    for said in ("xyzzy plugh", "/xyzzy", "[bold]x[/]", "?!", "x" * 5000):
        assert talk.say(said)[0].kind is MessageKind.WARN
    assert talk.journal.events == () and talk.row == "Jumlah semua"
    assert talk.say("   ") == ()
    near = talk.say("/catt")[-1]
    assert {c.says for c in near.choices} == {"catat", "catatan"}


# Moving


def test_next_back_and_go(tmp_path: Path) -> None:
    talk = Talk()
    rows = []
    for said in ("lanjut", "lanjut", "kembali", "ke 5", "lanjut", "kembali", "temuan terakhir", "#2", "ke 99"):
        talk.say(said)
        rows.append(talk.row)
    assert rows == [
        "Jumlah",
        "Jumlah belanja",
        "Jumlah",
        "Sisa",
        "Jumlah semua",
        "Jumlah semua",
        "Sisa",
        "Jumlah",
        "Jumlah",
    ]


def test_next_passes_over_what_is_decided_and_back_does_not() -> None:
    talk = Talk()
    talk.say("lanjut", "catat", "kembali", "kembali")
    assert talk.row == "Jumlah semua"
    talk.say("lanjut")
    assert talk.row == "Jumlah belanja"
    talk.say("kembali")
    assert talk.row == "Jumlah"


def test_what_is_put_off_comes_again_when_asked_for_and_next_time(tmp_path: Path) -> None:
    talk = Talk(folder=tmp_path)
    end = talk.say("nanti", "catat", "catat", "catat", "nanti")[-1]
    assert talk.talk.current is None and "Tinggal 2" in end.text
    talk.say("1")
    assert talk.row == "Jumlah semua"
    again = Talk(folder=tmp_path)
    assert again.row == "Jumlah semua" and "3 dari 5" in again.opening[0].text


def test_open_ones_come_before_those_put_off_last_time(tmp_path: Path) -> None:
    Talk(folder=tmp_path).say("nanti", "catat")
    again = Talk(folder=tmp_path)
    assert again.row == "Jumlah belanja"
    again.say("catat", "catat", "catat")
    assert again.row == "Jumlah semua"


def test_at_the_end_the_summary_is_offered() -> None:
    talk = Talk()
    end = talk.say("catat", "catat", "catat", "catat", "catat")[-1]
    assert "Semua 5 temuan" in end.text and talk.talk.current is None
    assert [c.says for c in end.choices] == ["ringkas", "ekspor", "selesai"]


def test_a_finding_chosen_from_the_list_drops_the_open_question() -> None:
    talk = Talk()
    talk.say("tolak")
    chosen = talk.talk.all[3]
    assert talk.talk.go(chosen)[0].finding is chosen and talk.talk.expects == ""
    talk.say("catat")
    assert talk.decided() == {"Capaian": "catat"}


def test_a_table_is_shown_with_its_findings() -> None:
    talk = Talk()
    said = talk.say("ke tabel 3.11")
    assert (
        said[0].kind is MessageKind.GOTO and said[0].spot == Spot(1, 0, 0) and "Belanja menurut program" in said[0].text
    )
    assert said[1].kind is MessageKind.LIST and len(said[1].findings) == 5
    assert "3.11" in talk.say("ke tabel 9.9")[0].text and talk.row


# Undo


def test_undo_and_redo_walk_through_what_was_decided(tmp_path: Path) -> None:
    talk = Talk(folder=tmp_path)
    talk.say("catat", "tolak karena pembulatan")
    assert "pembulatan" not in texts(talk.say("batal")[:1]) and talk.row == "Jumlah"
    assert talk.decided() == {"Jumlah semua": "catat"}
    talk.say("batal")
    assert talk.decided() == {} and talk.row == "Jumlah semua"
    talk.say("ulangi", "ulangi")
    assert talk.decided() == {"Jumlah semua": "catat", "Jumlah": "bukan-kesalahan"}
    assert talk.say("ulangi")[0].kind is MessageKind.SAY
    assert Talk(folder=tmp_path).decided() == talk.decided()
    assert talk.kinds().count("undo") == 4


def test_a_new_decision_ends_what_can_be_given_back() -> None:
    talk = Talk()
    talk.say("catat", "batal", "nanti", "ulangi")
    assert talk.decided() == {"Jumlah semua": "nanti"}


def test_undoing_what_an_earlier_sitting_decided_is_asked_first(tmp_path: Path) -> None:
    Talk(folder=tmp_path).say("catat")
    talk = Talk(folder=tmp_path)
    asked = talk.say("batal")[-1]
    assert asked.kind is MessageKind.ASK and "3 Mei 2021 pukul 14.03" in asked.text
    talk.say("ya")
    assert talk.decided() == {} and talk.row == "Jumlah semua"
    assert talk.say("batal")[0].kind is MessageKind.SAY


def test_undoing_a_postponement_asks_it_again() -> None:
    talk = Talk()
    talk.say("nanti", "batal", "lanjut", "lanjut", "lanjut", "lanjut", "lanjut")
    assert talk.row == "Jumlah semua"


# Looking


def test_why_explains_with_the_calculation_its_figures_and_the_rule() -> None:
    talk = Talk()
    said = talk.say("kenapa")[-1]
    assert said.kind is MessageKind.EXPLAIN and talk.row == "Jumlah semua"
    for part in (
        "281.961.200 + 1.751.371.900",
        "Program A",
        "Jumlah sama dengan bagian-bagiannya",
        "reviewer explain TOT001",
    ):
        assert part in said.text


def test_the_summary_counts_and_tells_what_was_not_checked() -> None:
    talk = Talk()
    said = texts(talk.say("catat", "ringkas"))
    assert (
        "1 dari 5 temuan" in said
        and "Kesalahan: 1 dari 3" in said
        and "TOT: 1 dari 3" in said
        and "PCT: 0 dari 1" in said
    )
    assert "dicatat 1" in said and "1 tidak dapat diperiksa" in said


def test_the_list_shows_every_finding_with_its_number_and_state() -> None:
    talk = Talk()
    said = talk.say("catat", "daftar")[0]
    lines = said.text.splitlines()
    assert [f.anchor[2] for f in said.findings] == ASKED
    assert lines[0].startswith("1. [dicatat] Tabel 3.11 › Jumlah semua") and lines[4].startswith(
        "5. [belum diputuskan]"
    )


def test_a_filter_narrows_what_is_asked_and_numbers_stay() -> None:
    talk = Talk()
    talk.say("hanya peringatan")
    assert (
        talk.row == "Capaian"
        and [f.anchor[2] for f in talk.talk.order] == ["Capaian"]
        and talk.talk.filter == "peringatan"
    )
    assert talk.talk.number(talk.talk.order[0]) == 4
    end = talk.say("catat")[-1]
    assert "di luarnya masih 4" in end.text
    talk.say("semua", "lanjut")
    assert talk.talk.filter == "" and talk.row == "Jumlah semua" and len(talk.talk.order) == 5


@pytest.mark.parametrize(
    ("said", "rows"),
    [("hanya error", 3), ("only errors", 3), ("hanya TOT", 3), ("hanya pct001", 1), ("hanya belum", 4), ("hanya dicatat", 1),
     ("hanya info saja", 1)],
)  # fmt: skip
def test_filters(said: str, rows: int) -> None:
    talk = Talk()
    talk.say("catat", said)
    assert len(talk.talk.order) == rows


def test_a_filter_that_lets_nothing_through_is_not_taken() -> None:
    talk = Talk()
    assert talk.say("hanya ditunda")[0].kind is MessageKind.SAY and talk.talk.filter == ""
    assert talk.say("hanya kucing")[0].kind is MessageKind.WARN and talk.talk.filter == ""


def test_search_looks_into_findings_and_draft() -> None:
    talk = Talk()
    both = talk.say("cari 1.556.506.595")[0]
    assert (
        both.kind is MessageKind.LIST
        and len(both.findings) == 4
        and [h.spot for h in both.hits] == [Spot(0, -1, -1, 44, 57), Spot(1, 2, 1, 0, 13)]
    )
    assert talk.say("cari awan   biru")[0].spot == Spot(0, -1, -1, 24, 33)
    assert "tidak ditemukan" in talk.say("cari kucing")[0].text
    assert talk.say("cari .*")[0].kind is MessageKind.SAY and talk.say("cari")[0].kind is MessageKind.WARN


def test_help_names_every_command() -> None:
    text = Talk().say("bantuan")[0].text
    assert all(f"  {command.name}" in text for command in commands())


# Others, changes, crashes


def test_others_are_shown_and_come_in_when_asked(tmp_path: Path) -> None:
    sari = Talk(folder=tmp_path)
    Talk(folder=tmp_path, who="Budi", ticking=sari.ticking).say("tolak karena pembulatan")
    assert "Budi" not in texts(sari.say("ke 1"))
    said = texts(sari.say("segarkan"))
    assert "1 hal baru dari Budi" in said and "bukan kesalahan, “pembulatan” (Budi" in said and "tidak diikuti" in said
    assert sari.decided() == {} and "Tidak ada keputusan baru" in sari.say("refresh")[0].text
    assert Talk(folder=tmp_path, trust=("Budi",)).decided() == {"Jumlah semua": "bukan-kesalahan"}


def test_a_changed_draft_asks_again_what_changed_and_keeps_the_rest(tmp_path: Path) -> None:
    Talk(folder=tmp_path).say("tolak karena pembulatan", "catat", "sudah diperbaiki", "catat", "catat")
    now = list(usual()[1:])
    now[2] = finding("Jumlah semua", stake=2000, stated="1.600.000.000")
    again = Talk(now, tmp_path, sha=NEXT_DRAFT)
    assert again.decided() == {"Jumlah": "catat", "Capaian": "catat"}
    greeting = again.opening[0].text
    assert "Berubah angkanya sejak diputuskan, jadi saya tanyakan lagi: 1." in greeting
    assert "masih ada: 1." in greeting and "tidak ditemukan lagi: 1." in greeting
    assert (
        again.row == "Jumlah semua"
        and "Angkanya berubah sejak keputusan ini: bukan kesalahan, “pembulatan”" in again.opening[-1].text
    )
    said = again.say("catat")
    assert again.row == "Jumlah belanja" and "masih ada di draf ini" in said[-1].text
    assert again.journal.events[-1].entry.replaces == again.journal.events[0].id
    third = Talk(now, tmp_path, sha=NEXT_DRAFT)
    assert third.decided()["Jumlah semua"] == "catat" and "Berubah" not in third.opening[0].text


def test_reopening_after_a_crash_resumes_where_it_was(tmp_path: Path) -> None:
    Talk(folder=tmp_path).say("catat", "tolak karena pembulatan")
    (file,) = tmp_path.glob("*.jsonl")
    file.write_bytes(file.read_bytes() + b'{"id": "half')
    again = Talk(folder=tmp_path)
    assert again.decided() == {"Jumlah semua": "catat", "Jumlah": "bukan-kesalahan"} and again.row == "Jumlah belanja"
    assert "Terakhir Anda di sini pada 3 Mei 2021 pukul 14.03; 2 dari 5" in again.opening[0].text


def test_a_decision_that_cannot_be_saved_is_not_confirmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Talk(folder=tmp_path)

    def full(descriptor: int, data: memoryview) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        for said in ("catat", "tolak karena pembulatan", "catatan cek DPA", "/temuan satu dua"):
            first = talk.say(said)[0]
            assert (
                first.kind is MessageKind.WARN and "tidak dapat disimpan" in first.text and talk.row == "Jumlah semua"
            )
    assert talk.decided() == {} and talk.journal.events == ()
    talk.say("catat")
    assert talk.decided() == {"Jumlah semua": "catat"}


def test_damage_and_another_folder_are_told_once(tmp_path: Path) -> None:
    blocked, own = tmp_path / "draf.txt.review", tmp_path / "own"
    blocked.write_text("x", encoding="utf-8")
    talk = Conversation(examination(usual()), Journal((blocked, own), who="Sari"))
    talk.open()
    said = talk.hear("catat")
    assert [m.kind for m in said] == [MessageKind.ANSWER, MessageKind.WARN, MessageKind.FINDING] and str(own) in said[
        1
    ].text
    assert MessageKind.WARN not in [m.kind for m in talk.hear("catat")]


def test_leaving_says_where_the_journal_is_and_warns_where_there_is_none(tmp_path: Path) -> None:
    kept = Talk(folder=tmp_path)
    goodbye = kept.say("catat", "selesai")[0]
    assert goodbye.kind is MessageKind.QUIT and str(tmp_path) in goodbye.text and "1 dari 5" in goodbye.text
    lost = Talk()
    assert lost.say("catat", "selesai")[0].kind is MessageKind.ASK
    assert lost.say("ya")[0].kind is MessageKind.QUIT


# Languages and hostile drafts


def test_the_same_conversation_in_english() -> None:
    language.choose("en")
    talk = Talk()
    for said in ("a", "reject because of rounding", "later", "already fixed", "note check the DPA", "undo", "redo"):
        talk.say(said)
    assert talk.kinds() == ["catat", "bukan-kesalahan", "nanti", "sudah-diperbaiki", "catatan", "undo", "undo"]
    assert [c.says for c in talk.opening[-1].choices][:3] == ["accept", "not a mistake", "later"]
    assert "reads 1.556.506.595" in talk.opening[-1].text


@pytest.mark.parametrize("chosen", ["id", "en"])
def test_every_answer_offered_is_understood(chosen: language.Language) -> None:
    language.choose(chosen)
    for choice in (
        *finding_choices(2),
        *end_choices(True),
        *intent_choices([i for i in Intent if i is not Intent.THANKS]),
    ):
        heard = listen(choice.says)
        assert isinstance(heard, Heard) and heard.sure, choice.says
    yes, no = yes_no()
    assert affirms(yes.says) and denies(no.says) and text_choices()[0].says in ("batal", "undo")
    assert [listen(c.says).intent for c in finding_choices(2) if isinstance(listen(c.says), Heard)] == [  # type: ignore[union-attr]
        Intent.ACCEPT, Intent.REJECT, Intent.LATER, Intent.WHY, Intent.FIXED, Intent.ALIKE,
    ]  # fmt: skip
    for choice in reason_choices()[:3]:
        talk = Talk()
        talk.say("tolak", choice.says)
        assert talk.kinds() == ["bukan-kesalahan"], choice.says
    for offered in (finding_choices(2), end_choices(True), yes_no()):
        keys = [c.key for c in offered]
        assert len(keys) == len(set(keys)) and all(len(k) == 1 for k in keys)


@pytest.mark.parametrize("chosen", ["id", "en"])
def test_every_slash_command_does_something(chosen: language.Language) -> None:
    language.choose(chosen)
    for command in commands():
        talk = Talk()
        said = talk.say(f"/{command.name}")
        assert said and not said[0].text.startswith(("Tidak ada perintah", "There is no command")), command.name


def test_text_of_a_draft_cannot_act_on_the_terminal() -> None:
    hostile = "\x1b[31m[bold]merah[/]\x07\u202e\r\n"
    made = finding("Jumlah", message=Words(hostile, hostile))
    talk = Talk([replace(made, quote=hostile, stated=hostile, expected=hostile)], path=f"a{hostile}.txt")
    said = texts(talk.opening) + texts(
        [m for s in ("kenapa", "daftar", "ringkas", "cari merah", f"catatan {hostile}") for m in talk.say(s)]
    )
    assert not set(said) & set("\x1b\x07\u202e\r") and "[bold]merah[/]" in said


@settings(max_examples=60)
@given(st.lists(st.sampled_from(
    ["catat", "tolak", "tolak karena pembulatan", "nanti", "ya", "tidak", "lanjut", "kembali", "batal", "ulangi", "ke 3", "1",
     "2", "c", "catat semua sejenis", "hanya error", "semua", "catatan cek", "kenapa", "ringkas", "segarkan", "benar", "xyzzy",
     "hanya belum", "/daftar", "temuan: x y z"]), max_size=14))  # fmt: skip
def test_whatever_is_said_the_journal_and_the_conversation_agree(said: list[str]) -> None:
    """A second conversation over the same journal knows the same decisions, and never is there a dead end."""
    talk = Talk()
    for text in said:
        before = len(talk.journal.events)
        messages = talk.say(text)
        assert messages
        assert (len(talk.journal.events) > before) is any(m.kind is MessageKind.ANSWER for m in messages)
    other = Conversation(talk.talk.examination, talk.journal, clock=lambda: START)
    for found in talk.talk.all:
        assert other.state(found) == talk.talk.state(found)
    assert talk.talk.progress == other.progress
