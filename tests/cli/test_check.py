"""`reviewer check`: what it prints, and the code it ends with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.commands.arguments import Usage
from reviewer.commands.drafts import expand
from reviewer.reviewing import Entry, EventKind, open_journal
from reviewer.run import Settings
from tests.reporting import made

Command = Callable[..., tuple[int, str, str]]
Asked = list[tuple[Path, Settings]]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 1),
        (("--fail-on=info",), 1),
        (("--fail-on", "never"), 0),
    ],
)
def test_the_exit_code_follows_fail_on(command: Command, asked: Asked, options: tuple[str, ...], code: int) -> None:
    assert command("check", "draf.txt", "--no-journal", *options)[0] == code


def test_text_is_plain_where_it_is_piped(command: Command, asked: Asked) -> None:
    _, out, err = command("check", "draf.txt", "--no-journal")
    assert "TOT001" in out and "2.033.333.100" in out
    assert "\x1b" not in out
    assert err == ""


def test_json_is_one_object_and_the_same_bytes_every_time(command: Command, asked: Asked) -> None:
    first = command("check", "draf.txt", "--no-journal", "--format", "json")
    assert first == command("--format=json", "check", "--no-journal", "draf.txt")
    code, out, err = first
    assert (code, err) == (1, "")
    assert [f["code"] for f in json.loads(out)["findings"]] == ["YRS001", "TOT001", "PCT001"]


def test_one_unreadable_draft_does_not_stop_the_rest(command: Command, asked: Asked) -> None:
    code, out, err = command("check", "rusak.docx", "baik.txt", "--no-journal", "--fail-on", "never")
    assert code == 2
    assert err == "reviewer: rusak.docx: berkas rusak␛[2J\n"
    assert "baik.txt" in out
    assert "1 naskah tidak dapat dibaca." in out


def test_several_drafts_as_json(command: Command, asked: Asked) -> None:
    code, out, _ = command("check", "satu.txt", "rusak.docx", "dua.txt", "--no-journal", "--format", "json")
    assert code == 2
    assert [run["document"]["path"] for run in json.loads(out)["runs"]] == ["satu.txt", "dua.txt"]


def test_an_unreadable_draft_alone_prints_nothing_else(command: Command, asked: Asked) -> None:
    code, out, err = command("check", "rusak.docx", "--no-journal", "--format", "json", "--lang", "en")
    assert (code, out) == (2, "")
    assert err == "reviewer: rusak.docx: file is broken\n"


def test_the_settings_reach_the_engine(command: Command, asked: Asked) -> None:
    command(
        "--year", "2021", "check", "--select", "tot,report-year", "a.txt", "--ignore=YRS", "--select", "TOT001",
        "--institution", "Badan", "--region=Rawa Bening", "--no-journal",
    )  # fmt: skip
    assert asked == [(Path("a.txt"), Settings(("TOT001", "YRS001"), ("YRS001",), 2021, "Badan", "Rawa Bening"))]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("check",), "Sebutkan draf"),
        (("check", "a.txt", "--formt", "json"), "mungkin maksud Anda --format"),
        (("check", "a.txt", "--format", "xml"), "“xml” untuk --format tidak dikenal; pilihannya: text, json, sarif"),
        (("check", "a.txt", "--format"), "--format memerlukan nilai"),
        (("check", "a.txt", "--journal", "--no-color"), "--journal memerlukan nilai"),
        (("check", "a.txt", "--no-journal=x"), "--no-journal tidak memakai nilai"),
        (("check", "a.txt", "--select", "TTO001"), "yang mirip: TOT001"),
        (("check", "a.txt", "--ignore", "qqqqqq"), "reviewer rules"),
        (("check", "a.txt", "--year", "dua ribu"), "bukan tahun"),
        (("check", "a.txt", "b.txt", "--journal", "j"), "hanya untuk satu draf"),
        (("check", "a.txt", "--no-journal", "--trust", "Budi"), "tidak dapat dipakai bersama"),
        (("check", "a.txt", "--continue", "lama.txt"), "Tidak ada jurnal putusan untuk lama.txt"),
    ],
)
def test_usage_is_one_line_and_code_2(command: Command, asked: Asked, words: tuple[str, ...], told: str) -> None:
    code, out, err = command(*words)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert asked == []


def test_a_draft_named_like_a_command_or_an_option(command: Command, asked: Asked) -> None:
    assert command("check", "./check", "--no-journal")[0] == 1
    assert command("check", "--no-journal", "--", "--help")[0] == 1
    assert command("check", "check", "--no-journal")[0] == 1
    assert [path for path, _ in asked] == [Path("check"), Path("--help"), Path("check")]


def decide(draft: Path, who: str, kind: EventKind, folder: Path | None = None) -> None:
    journal = open_journal(draft, "ab" * 32, who=who, folder=folder)
    finding = made.wrong_total(made.document())
    journal.append(Entry.about(kind, finding, "angka perubahan"))


def test_a_finding_that_this_person_rejected_is_told_but_not_counted(
    command: Command, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_NAME", "Sari")
    decide(tmp_path / "draf.txt", "Sari", EventKind.REJECTED)
    code, out, err = command("check", "draf.txt")
    assert (code, err) == (0, "")
    assert "1 tidak dihitung (diputuskan bukan kesalahan)" in out
    _, out, _ = command("check", "draf.txt", "--format", "json")
    assert [(f["decision"] or {}).get("verdict") for f in json.loads(out)["findings"]] == [
        None,
        "bukan-kesalahan",
        None,
    ]
    assert command("check", "draf.txt", "--no-journal")[0] == 1


def test_another_persons_decision_is_shown_and_obeyed_only_when_trusted(
    command: Command, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_NAME", "Sari")
    decide(tmp_path / "draf.txt", "Budi", EventKind.REJECTED)
    code, out, _ = command("check", "draf.txt")
    assert code == 1
    assert "bukan kesalahan menurut Budi" in out and "tidak diikuti" in out
    assert command("check", "draf.txt", "--trust", "Budi")[0] == 0


def test_a_journal_elsewhere_and_that_of_an_earlier_draft(
    command: Command, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_NAME", "Sari")
    decide(tmp_path / "lama.txt", "Sari", EventKind.REJECTED)
    decide(tmp_path / "lain.txt", "Sari", EventKind.REJECTED, folder=tmp_path / "jurnal")
    assert command("check", "baru.txt")[0] == 1
    assert command("check", "baru.txt", "--continue", "lama.txt")[0] == 0
    assert command("check", "baru.txt", "--continue", "lama.txt.review")[0] == 0
    assert command("check", "baru.txt", "--journal", "jurnal")[0] == 0


def test_the_draft_before_its_changes_is_asked_for_and_obeys_its_own_journal(
    command: Command, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_NAME", "Sari")
    decide(tmp_path / "draf.docx", "Sari", EventKind.REJECTED)
    assert command("check", "draf.docx")[0] == 0
    assert command("check", "draf.docx", "--original")[0] == 1
    assert command("check", "draf.docx", "--original", "--continue", "draf.docx")[0] == 0
    assert [settings.original for _, settings in asked] == [False, True, True]


def test_checking_writes_nothing(command: Command, asked: Asked, tmp_path: Path) -> None:
    command("check", "draf.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_journal_is_said_in_a_line(command: Command, asked: Asked, tmp_path: Path) -> None:
    folder = tmp_path / "draf.txt.review"
    folder.mkdir()
    (folder / "sari.jsonl").write_bytes(b"\xff\xfe garbage\n{")
    code, out, err = command("check", "draf.txt")
    assert code == 1
    assert "TOT001" in out
    assert "Traceback" not in err and err.startswith("reviewer: ")


def test_a_fault_of_the_program_is_one_line(command: Command, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("dua\nbaris \x1b[31m")

    monkeypatch.setattr("reviewer.commands.check.examine_file", fail)
    code, _, err = command("check", "draf.txt")
    assert code == 2
    assert err.count("\n") == 1 and "RuntimeError: dua baris ␛[31m" in err


def test_patterns_folders_and_files_are_drafts_once_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.txt",
        "c.md",
        "in/d.docx",
        "in/.e.txt",
        "in/~$d.docx",
        "in/x.png",
        "in/d.docx.review/f.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert expand(["*.txt", "x*.txt", "c.md"]) == ["a.txt", "b.txt", "x*.txt", "c.md"]
    assert [Path(path) for path in expand(["."])] == [Path(n) for n in ("a.txt", "b.txt", "c.md", "in/d.docx")]
    assert expand(["**/*.docx", "in"], besides=[Path("c.md")]) == [str(Path("in/d.docx"))]
    (tmp_path / "kosong").mkdir()
    with pytest.raises(Usage, match="kosong"):
        expand(["kosong"])
    (tmp_path / "[1].txt").touch()
    assert expand(["[1].txt", "b.txt", "b.txt"]) == ["[1].txt", "b.txt"]
