"""The other commands, help, and which command a line means."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reviewer.app
from reviewer import __version__
from reviewer.cli import main

Command = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("word", ["TOT001", "tot001", "table-total", "Table-Total", "TOT", "tot"])
def test_explain_knows_code_name_and_family(command: Command, word: str) -> None:
    code, out, _ = command("explain", word)
    assert code == 0
    for words in (
        "TOT001 Jumlah tabel",
        "nama table-total",
        "Menjumlahkan ulang bagian-bagian.\n",
        "Dasar: Lampiran II",
    ):
        assert words in out
    assert "- satu\n- dua" in out
    assert "Contoh yang benar\n    a       1\n    Jumlah  1" in out
    assert "Contoh yang keliru\n    a       [red]1␛[31m\n    Jumlah            2\n    ditemukan: 2" in out
    assert "YRS001" not in out


def test_explain_of_what_is_unknown_names_the_nearest(command: Command) -> None:
    code, out, err = command("explain", "TOT01")
    assert (code, out) == (2, "")
    assert "TOT001" in err and err.count("\n") == 1


def test_explain_in_english(command: Command) -> None:
    assert "Adds the parts again." in command("explain", "TOT001", "--lang", "en")[1]


def test_rules_lists_every_check(command: Command) -> None:
    code, out, _ = command("rules")
    assert code == 0
    assert "TOT001  table-total  kesalahan   Jumlah tabel\n" in out
    assert "YRS001  report-year  peringatan  Tahun laporan\n" in out
    assert "2 pemeriksaan" in out


def test_rules_as_json(command: Command) -> None:
    code, out, _ = command("rules", "--format", "json", "--lang=en")
    assert code == 0
    first, second = json.loads(out)["rules"]
    assert first == {
        "code": "TOT001",
        "name": "table-total",
        "family": "TOT",
        "severity": "error",
        "title": "Table total",
        "reason": "Annex II",
    }
    assert second["severity"] == "warning"


@pytest.mark.parametrize("words", [("explain",), ("rules", "TOT001"), ("a.txt", "b.txt")])
def test_too_few_and_too_many_words(command: Command, words: tuple[str, ...]) -> None:
    code, out, err = command(*words)
    assert (code, out) == (2, "")
    assert err.startswith("reviewer: ") and err.count("\n") == 1


@pytest.mark.parametrize("words", [("--version",), ("-V",), ("check", "--version"), ("--lang", "en", "--version")])
def test_version(command: Command, words: tuple[str, ...]) -> None:
    assert command(*words) == (0, f"reviewer {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--help",), "reviewer check DRAF..."),
        (("-h",), "reviewer rules"),
        (("check", "--help"), "--fail-on TINGKAT"),
        (("--help", "check"), "--format BENTUK"),
        (("explain", "-h"), "reviewer explain TOT"),
        (("rules", "--help"), "--format json"),
    ],
)
def test_help_shows_usage_options_and_examples(command: Command, words: tuple[str, ...], told: str) -> None:
    code, out, err = command(*words)
    assert (code, err) == (0, "")
    assert told in out
    assert "Contoh:" in out and "--lang BAHASA" in out
    assert max(map(len, out.splitlines())) <= 100


class Opened:
    """Stands for the app, and remembers what it was asked to open."""

    def __init__(self) -> None:
        self.path: Path | None = Path("never opened")
        self.rest: tuple[Any, ...] = ()

    def __call__(self, path: Path | None, *rest: Any) -> int:
        self.path, self.rest = path, rest
        return 0


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opened:
    app = Opened()
    monkeypatch.setattr(reviewer.app, "open_app", app)
    monkeypatch.chdir(tmp_path)
    return app


@pytest.mark.parametrize("words", [("draf.docx",), ("--", "draf.docx"), ("--lang", "id", "draf.docx")])
def test_a_draft_opens_the_app(command: Command, opened: Opened, words: tuple[str, ...]) -> None:
    assert command(*words)[0] == 0
    assert opened.path == Path("draf.docx")


def test_nothing_opens_the_start_screen(command: Command, opened: Opened) -> None:
    assert command()[0] == 0
    assert opened.path is None


def test_a_draft_named_like_a_command(command: Command, opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "check").touch()
    assert command("./check")[0] == 0
    assert opened.path == Path("check")


def test_the_app_is_told_settings_journal_and_language(command: Command, opened: Opened, tmp_path: Path) -> None:
    command("draf.docx", "--lang", "en", "--year", "2022", "--journal", "j", "--trust", "Budi, S.E.", "--trust=Ani")
    settings, journal, language = opened.rest
    assert (settings.year, language) == (2022, "en")
    assert journal.keywords == {"folder": Path("j"), "trust": ("Budi, S.E.", "Ani"), "memory": False, "original": False}


def test_a_mistyped_command_is_no_draft(command: Command, opened: Opened) -> None:
    code, _, err = command("chekc")
    assert code == 2
    assert "reviewer check" in err
    assert opened.path == Path("never opened")


def test_interrupting_is_clean(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reviewer.commands.check.examine_file", interrupt)
    assert main(["check", "draf.txt", "--no-journal"]) == 130
    assert capsys.readouterr() == ("", "")
