"""The summary as Markdown: what it holds, and what it never overwrites."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.model import Words
from reviewer.reviewing import ExportRefused, MessageKind, summary_markdown, write_summary
from tests.reviewing.made import DRAFT, START, Talk, finding, texts


def markdown(talk: Talk) -> str:
    return summary_markdown(talk.talk.examination, talk.talk.standing, who="Sari", when=START)


def test_it_holds_identity_counts_decisions_open_findings_and_what_was_not_checked() -> None:
    talk = Talk()
    talk.say("catat", "tolak karena pembulatan", "sudah diperbaiki", "catatan cek DPA", "/temuan Bab III kosong")
    text = markdown(talk)
    for part in (
        "# Ringkasan reviu: Laporan Kinerja", "| Berkas | draf.txt |", f"| SHA-256 | {DRAFT} |", "Dinas Kebun",
        "| Tahun | 2020 |",
        "| Pereviu | Sari |", "3 Mei 2021 pukul 14.03", "| Kesalahan | 3 | 1 | 1 | 1 | 0 |", "| Peringatan | 1 | 0 | 0 | 0 | 1 |",
        "Dari 3 angka di draf: 1 cocok", "## Catatan reviu (1)", "## Sudah diperbaiki (1)", "## Bukan kesalahan (1)",
        "bukan kesalahan, “pembulatan” (Sari, 3 Mei 2021", "## Belum diputuskan (2)", "Seharusnya: 2.033.333.100",
        "Catatan: cek DPA (Sari", "## Temuan yang ditambahkan sendiri (1)", "Bab III kosong",
    ):  # fmt: skip
        assert part in text, part
    assert "tidak ditemukan lagi" not in text


def test_what_is_gone_is_listed(tmp_path: Path) -> None:
    Talk(folder=tmp_path).say("tolak karena pembulatan")
    text = markdown(Talk(findings=(), folder=tmp_path))
    assert (
        "## Pernah diputuskan, kini tidak ditemukan lagi (1)" in text and ": bukan kesalahan: pembulatan (Sari" in text
    )


def test_text_of_the_draft_stays_text() -> None:
    nasty = "- [x](http://a.b) <script>alert(1)</script> | `c` *d* _e_ # f\n## g\n1. www.h.i \x1b[31m &amp; !"
    made = replace(finding("Jumlah", message=Words(nasty, nasty)), stated=nasty, expected=nasty)
    talk = Talk([made], path="a|b.txt")
    talk.say(f"catat karena {nasty}")
    text = markdown(talk)
    for raw in (
        "<script>",
        "[x](",
        "http://",
        "| `c`",
        "*d*",
        "_e_",
        "\n## g",
        "\n1. ",
        "www.",
        "\x1b",
        " &amp;",
        "a|b",
    ):
        assert raw not in text, raw
    assert r"\<script\>" in text and "  \\- \\[x\\]" in text


def test_export_writes_into_the_review_folder_and_again_over_its_own(tmp_path: Path) -> None:
    talk = Talk(folder=tmp_path / "draf.txt.review")
    said = talk.say("catat", "/export")
    path = tmp_path / "draf.txt.review" / "ringkasan.md"
    assert said[-1].kind is MessageKind.SAY and str(path) in said[-1].text and said[-1].path == str(path)
    first = path.read_text(encoding="utf-8")
    assert "Catatan reviu (1)" in first
    assert talk.say("catat", "ekspor")[-1].kind is MessageKind.SAY
    assert "Catatan reviu (2)" in path.read_text(encoding="utf-8")
    assert sorted(p.suffix for p in path.parent.iterdir()) == [".jsonl", ".md"]


def test_without_a_journal_it_lies_beside_the_draft(tmp_path: Path) -> None:
    talk = Talk(path=str(tmp_path / "draf.txt"))
    talk.say("export")
    assert (tmp_path / "draf.txt.review" / "ringkasan.md").is_file()


def test_a_file_or_folder_can_be_named(tmp_path: Path) -> None:
    talk = Talk()
    talk.say(f'/export "{tmp_path / "hasil reviu.md"}"')
    talk.say(f"export {tmp_path}")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["hasil reviu.md", "ringkasan.md"]


def test_a_file_of_another_origin_is_replaced_after_a_yes_only(tmp_path: Path) -> None:
    path = tmp_path / "notulen.md"
    path.write_text("rapat", encoding="utf-8")
    talk = Talk()
    asked = talk.say(f"/export {path}")[-1]
    assert (
        asked.kind is MessageKind.ASK and talk.talk.expects == "yes-no" and path.read_text(encoding="utf-8") == "rapat"
    )
    talk.say("tidak")
    assert path.read_text(encoding="utf-8") == "rapat"
    talk.say(f"/export {path}", "ya")
    assert "Ringkasan reviu" in path.read_text(encoding="utf-8")


def test_one_of_ours_that_was_edited_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    text = markdown(Talk())
    write_summary(path, text)
    write_summary(path, text)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    write_summary(path, text)
    path.write_text(text + "\nTambahan saya.", encoding="utf-8")
    with pytest.raises(ExportRefused):
        write_summary(path, text)
    assert "Tambahan saya." in path.read_text(encoding="utf-8")


def test_the_draft_itself_is_never_overwritten(tmp_path: Path) -> None:
    draft = tmp_path / "draf.txt"
    draft.write_text("isi", encoding="utf-8")
    talk = Talk(path=str(draft))
    said = talk.say(f"/export {draft}")
    assert said[-1].kind is MessageKind.WARN and talk.talk.expects == "" and draft.read_text(encoding="utf-8") == "isi"


def test_what_cannot_be_written_is_told_and_leaves_nothing(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    talk = Talk()
    assert talk.say(f"/export {tmp_path / 'berkas' / 'r.md'}")[-1].kind is MessageKind.WARN
    assert talk.say("/export ~tidak-ada-orang-ini/r.md")[-1].kind in (MessageKind.WARN, MessageKind.SAY)
    assert talk.say("/export \x00")[-1].kind is MessageKind.WARN

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "r.md"
    write_summary(path, markdown(talk))
    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    assert "No space left" in texts(talk.say("catat", f"/export {path}"))
    assert path.read_bytes() == before and sorted(p.name for p in tmp_path.iterdir()) == ["berkas", "r.md"]
