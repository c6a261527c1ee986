"""Order, materiality, bulk answers, places, settings and what changed: what the conversation does when it is told so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reviewer import language
from reviewer.commands.chat import talk as hold
from reviewer.model import Severity
from reviewer.reviewing import Conversation, Journal, MessageKind
from reviewer.reviewing.agenda import threshold_of
from reviewer.reviewing.preferences import (
    Ordering,
    Preferences,
    chosen,
    keep_preferences,
    preferences_file,
    read_preferences,
)
from tests.reviewing.made import NEXT_DRAFT, START, Talk, examination, finding, texts, usual


def rows(talk: Talk) -> list[str]:
    return [f.anchor[2] for f in talk.talk.order]


# Order


def test_the_order_is_the_reviewers_and_the_numbers_stay() -> None:
    talk = Talk()
    numbers = {f.anchor[2]: talk.talk.number(f) for f in talk.talk.all}
    said = talk.say("urutkan menurut letak")
    assert rows(talk) == ["Sisa", "Jumlah", "Jumlah belanja", "Jumlah semua", "Capaian"] and talk.row == "Sisa"
    assert "letak" in said[0].text and {f.anchor[2]: talk.talk.number(f) for f in talk.talk.all} == numbers
    assert talk.say("nanti") and talk.row == "Jumlah"
    talk.say("sort by kind")
    assert rows(talk) == ["Capaian", "Sisa", "Jumlah semua", "Jumlah", "Jumlah belanja"]
    talk.say("yang terbesar dulu")
    assert talk.talk.ordering is Ordering.WORTH and rows(talk)[0] == "Jumlah semua"


def test_a_percentage_that_is_further_off_comes_first() -> None:
    near = replace(finding("dekat", code="PCT001", stated="97,1 %", expected="96,1 %"), difference="1,0")
    far = replace(finding("jauh", code="PCT001", stated="97,1 %", expected="57,1 %"), difference="40,0")
    assert [f.anchor[2] for f in Talk([near, far]).talk.all] == ["jauh", "dekat"]


def test_the_choice_is_kept_for_the_next_draft_and_not_beside_this_one(tmp_path: Path) -> None:
    preferences, keep = chosen()
    folder = tmp_path / "draf.txt.review"
    journal = Journal((folder,), who="Sari", draft="draf.txt")
    talk = Conversation(examination(usual()), journal, preferences=preferences, keep=keep)
    talk.open()
    talk.hear("urutkan menurut letak")
    talk.hear("batas materialitas 600")
    talk.hear("tema terang")
    kept = read_preferences(preferences_file())
    assert kept == Preferences("place", "600", "light") and not folder.exists()
    again = Conversation(examination(usual()), Journal(who="Sari"), preferences=kept)
    assert again.ordering is Ordering.PLACE and again.threshold == "600"


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"ordering": 5}', '{"ordering": "sideways", "threshold": "x"}', "x" * 99999]
)
def test_preferences_that_cannot_be_read_are_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "preferences.json"
    file.write_text(text, encoding="utf-8")
    talk = Conversation(examination(usual()), Journal(who="Sari"), preferences=read_preferences(file))
    assert talk.ordering is Ordering.WORTH and talk.threshold == "" and talk.open()


def test_preferences_that_cannot_be_written_are_forgotten(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("", encoding="utf-8")
    keep_preferences(tmp_path / "in-the-way" / "preferences.json", Preferences("place"))
    assert [path.name for path in tmp_path.iterdir()] == ["in-the-way"]


# Materiality


def test_what_is_small_is_folded_and_asked_last_and_never_hidden() -> None:
    talk = Talk()
    said = talk.say("batas materialitas 950")
    assert "2 temuan" in said[0].text
    assert rows(talk) == ["Jumlah semua", "Capaian", "Sisa", "Jumlah", "Jumlah belanja"]
    assert len(talk.talk.order) == 5 and talk.talk.progress.total == 5
    listed = talk.say("daftar")
    assert len(listed[0].findings) == 3 and "Dilipat: 2" in listed[1].text
    assert [f.anchor[2] for f in talk.say("daftar yang kecil")[0].findings] == ["Jumlah", "Jumlah belanja"]
    said = talk.say("catat", "catat", "catat")
    assert "Tinggal yang di bawah batas" in texts(said) and talk.row == "Jumlah"
    asked = talk.say("catat semua yang kecil")
    assert "2 temuan" in asked[0].text and talk.say("ya")
    assert len(talk.decided()) == 5
    talk.say("tanpa batas materialitas")
    assert talk.talk.threshold == "" and rows(talk)[:2] == ["Jumlah semua", "Jumlah"]


def test_a_threshold_is_an_amount_or_percentage_points() -> None:
    rupiah, points = threshold_of("10 juta"), threshold_of("1,5%")
    assert rupiah and rupiah.amount == 10_000_000 and not rupiah.percent
    assert points and points.percent and str(points.amount) == "1.5"
    assert threshold_of("banyak") is None
    talk = Talk()
    assert talk.say("/materialitas banyak")[0].kind is MessageKind.WARN and talk.talk.threshold == ""


# Many at once


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("terima semua di tabel 3.11", 5), ("catat semua yang salah jumlah", 3), ("semua kesalahan terima saja", 3),
        ("accept all warnings", 1), ("catat semua salah jumlah di tabel 3.11", 3), ("catat semua info", 1),
    ],
)  # fmt: skip
def test_many_are_decided_after_a_yes_that_names_them_and_undone_at_one_stroke(said: str, count: int) -> None:
    talk = Talk()
    (asked,) = talk.say(said)
    assert talk.talk.expects == "yes-no" and f"{count} temuan" in asked.text and talk.kinds() == []
    talk.say("ya")
    assert talk.kinds() == ["catat"] * count
    talk.say("batal")
    assert talk.decided() == {}


def test_a_no_decides_nothing_and_many_that_are_rejected_need_a_reason() -> None:
    talk = Talk()
    talk.say("terima semua di tabel 3.11", "tidak")
    assert talk.kinds() == []
    assert talk.say("tolak semua salah jumlah")[0].kind is MessageKind.ASK and talk.talk.expects == "text"
    asked = talk.say("angka sudah sesuai DPA")
    assert "sesuai DPA" in asked[0].text and talk.say("ya")
    assert talk.kinds() == ["bukan-kesalahan"] * 3
    assert {e.entry.text for e in talk.journal.events} == {"angka sudah sesuai DPA"}


def test_what_names_none_says_so() -> None:
    talk = Talk()
    assert talk.say("terima semua di tabel 9.9")[0].kind is MessageKind.SAY and talk.kinds() == []


@pytest.mark.parametrize(
    "said",
    """terima semua kecuali tabel 3.11|jangan terima semua di tabel 3.11|accept all errors?|terima semua di|catat semua yang|
    terima atau tolak semua info|semua info mungkin ditolak|tolak semua info kalau sama|accept all but the warnings""".split(
        "|"
    ),
)
def test_half_doubted_or_negated_nothing_is_decided(said: str) -> None:
    talk = Talk()
    talk.say(said.strip())
    assert talk.kinds() == []


# Filters and places


def test_filters_join_table_kind_severity_and_standing() -> None:
    talk = Talk()
    talk.say("catat", "hanya kesalahan di tabel 3.11 yang belum dijawab")
    assert {f.severity for f in talk.talk.order} == {Severity.ERROR} and len(talk.talk.order) == 2
    assert "Tabel 3.11" in talk.talk.filter
    talk.say("hapus saringan")
    assert talk.talk.filter == "" and len(talk.talk.order) == 5


def test_a_list_of_some_leaves_the_filter_alone() -> None:
    talk = Talk()
    said = talk.say("daftar peringatan yang masih terbuka")
    assert [f.anchor[2] for f in said[0].findings] == ["Capaian"] and talk.talk.filter == ""


def test_headings_are_gone_to_and_a_draft_without_pages_says_so() -> None:
    talk = Talk()
    went = talk.say("ke bab 3")[0]
    assert went.kind is MessageKind.GOTO and went.spot is not None and went.spot.block == 1
    assert "tanpa nomor halaman" in talk.say("buka hal 14")[0].text
    shown = talk.say("lihat barisnya")[0]
    assert shown.kind is MessageKind.GOTO and "»1.556.506.595«" in shown.text


# Settings


def test_language_is_changed_by_words() -> None:
    talk = Talk()
    said = talk.say("ganti ke bahasa Inggris")
    assert said[0].kind is MessageKind.LANGUAGE and language.current() == "en" and "Finding 1 of 5" in said[-1].text
    talk.say("switch to indonesian")
    assert language.current() == "id"


def test_a_theme_is_for_faces_that_have_one() -> None:
    talk = Talk()
    said = talk.say("pakai tema gelap")
    assert said[0].kind is MessageKind.THEME and said[0].setting == "dark"
    heard: list[str] = []
    hold(Talk().talk, ["tema terang"], heard.append)
    assert any("tidak ada tema" in text for text in heard)


@pytest.mark.parametrize("said", ["/tema", "/bahasa", "/urutkan"])
def test_a_setting_without_a_value_offers_them(said: str) -> None:
    talk = Talk()
    offered = talk.say(said)[0].choices
    assert len(offered) >= 2 and talk.say("2") and talk.talk.expects == ""
    language.choose("id")


# What changed


def test_what_changed_since_yesterday_tells_who_decided_what_and_what_is_found_no_more(tmp_path: Path) -> None:
    first = Talk(folder=tmp_path)
    first.say("catat", "sudah diperbaiki")
    later = iter(START + timedelta(days=1, seconds=n) for n in range(1000))
    left = [f for f in usual() if f.anchor[2] not in ("Jumlah semua",)]
    second = Talk(left, tmp_path, sha=NEXT_DRAFT, ticking=lambda: next(later))
    told = texts(second.say("apa yang berubah sejak kemarin"))
    assert "Sari: dicatat, 1 kali" in told and "Sari: sudah diperbaiki, 1 kali" in told
    assert "tidak ditemukan lagi: 1" in told and "masih ada: 1" in told
    since = texts(second.say("what changed since last time"))
    assert "Drafnya lain" in since and "Tidak ada keputusan" in since


def test_an_answer_of_the_draft_does_not_stand_in_for_a_wish() -> None:
    talk = Talk()
    assert talk.say("tinggal brp lagi")[0].kind is MessageKind.SUMMARY
    answered = talk.say('berapa pagu "program a"')[0]
    assert "281.961.200" in answered.text and answered.hits and answered.spot is not None
    refused = talk.say("berapa pagu program z")[0]
    assert refused.kind is MessageKind.WARN and talk.kinds() == []
