"""`reviewer.toml`: where it is looked for, what it sets, and what is said of a wrong one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.run import Settings

Command = Callable[..., tuple[int, str, str]]
Asked = list[tuple[Path, Settings]]

WHOLE = """
select = ["TOT", "YRS001"]
ignore = ["YRS"]
year = 2021
institution = "Badan"
region = "Kabupaten Rawa Bening"
[severity]
TOT001 = "info"
"""


def test_it_sets_what_the_options_leave_open(command: Command, asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "reviewer.toml").write_text(WHOLE, encoding="utf-8")
    _, _, err = command("check", "draf.txt", "--no-journal", "--year", "2022", "--select", "YRS")
    assert [settings for _, settings in asked] == [
        Settings(("YRS001",), ("YRS001",), 2022, "Badan", "Kabupaten Rawa Bening", {"TOT001": "info"})
    ]
    assert err == f"reviewer: memakai konfigurasi {tmp_path / 'reviewer.toml'}\n"


def test_the_nearest_above_the_working_folder_is_used(
    command: Command, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.reviewer]\nyear = 2020\n", encoding="utf-8")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    monkeypatch.chdir(inner)
    command("check", "draf.txt", "--no-journal")
    assert asked[0][1].year == 2020


def test_none_is_taken_from_beside_the_draft(command: Command, asked: Asked, tmp_path: Path) -> None:
    folder = tmp_path / "kiriman"
    folder.mkdir()
    (folder / "reviewer.toml").write_text('ignore = ["TOT"]\n', encoding="utf-8")
    command("check", "kiriman/draf.txt", "--no-journal")
    assert asked[0][1] == Settings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("year = ", "bukan TOML"),
        ("select = 3\n", "select"),
        ("slect = []\n", "mungkin maksudnya “select”"),
        ("year = 20\n", "tahun empat digit"),
        ('ignore = ["TOT009"]\n', "yang mirip: TOT001"),
        ('[severity]\nXYZ = "info"\n', "XYZ"),
        ("\x00", "bukan TOML"),
    ],
)
def test_a_wrong_one_is_a_line_that_names_it(
    command: Command, asked: Asked, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "reviewer.toml").write_text(text, encoding="utf-8")
    code, out, err = command("check", "draf.txt", "--no-journal")
    assert (code, out, asked) == (2, "", [])
    assert "reviewer.toml: " in err and told in err and err.count("\n") == 1


OVERRIDES = """
ignore = ["YRS001"]
year = 2020
fail_on = "never"
[severity]
TOT001 = "info"
[[overrides]]
paths = ["lra/*"]
year = 2021
ignore = ["TOT001"]
severity = {YRS001 = "error"}
[[overrides]]
paths = ["*.xlsx"]
year = 2022
"""


def test_a_path_has_settings_of_its_own(command: Command, asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "reviewer.toml").write_text(OVERRIDES, encoding="utf-8")
    code = command("check", "draf.txt", "lra/a.txt", "lra/b.xlsx", "--no-journal")[0]
    assert code == 0
    assert [(s.year, s.ignore, s.severity) for _, s in asked] == [
        (2020, ("YRS001",), {"TOT001": "info"}),
        (2021, ("YRS001", "TOT001"), {"TOT001": "info", "YRS001": "error"}),
        (2022, ("YRS001", "TOT001"), {"TOT001": "info", "YRS001": "error"}),
    ]
    asked.clear()
    command("check", "lra/b.xlsx", "--no-journal", "--year", "2019", "--ignore", "TOT", "--severity", "tot001=warning")
    assert [(s.year, s.ignore, s.severity) for _, s in asked] == [(2019, ("TOT001",), {"TOT001": "warning"})]


def test_every_key_is_an_option_too() -> None:
    from reviewer.commands import options
    from reviewer.commands.settings import OPTIONS
    from reviewer.schemas.validator import schema_of

    known = {name for option in options.of_check() for name in option.names}
    assert set(OPTIONS) == set(schema_of("config")) - {"overrides"}
    assert set(OPTIONS.values()) <= known


def test_the_baseline_lies_beside_the_configuration(
    command: Command, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").touch()
    command("check", "a.txt", "--no-journal", "--write-baseline", "acuan.json")
    (tmp_path / "reviewer.toml").write_text('baseline = "acuan.json"\n', encoding="utf-8")
    (tmp_path / "dalam").mkdir()
    monkeypatch.chdir(tmp_path / "dalam")
    assert command("check", "../a.txt", "--no-journal")[0] == 0
    assert command("check", "../a.txt", "--no-journal", "--no-config")[0] == 1
    asked.clear()
    command("check", "..", "--no-journal")
    assert [path.name for path, _ in asked] == ["a.txt"]


def test_one_may_be_named_or_none_used(command: Command, asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "reviewer.toml").write_text("year = 2020\n", encoding="utf-8")
    (tmp_path / "lain.toml").write_text("year = 2021\n", encoding="utf-8")
    command("check", "draf.txt", "--no-journal", "--config", "lain.toml")
    command("check", "draf.txt", "--no-journal", "--no-config")
    assert [settings.year for _, settings in asked] == [2021, None]
    code, _, err = command("check", "draf.txt", "--config", "tidak-ada.toml")
    assert code == 2 and "tidak-ada.toml: " in err and err.count("\n") == 1


def test_what_is_in_force_is_shown_with_where_it_comes_from(command: Command, asked: Asked, tmp_path: Path) -> None:
    import tomllib

    (tmp_path / "reviewer.toml").write_text(OVERRIDES, encoding="utf-8")
    code, out, _ = command("config", "--show", "lra/a.txt", "--jobs", "3", "--limit", "cells=900000")
    assert code == 0
    assert tomllib.loads(out) == {
        "ignore": ["YRS001", "TOT001"],
        "severity": {"TOT001": "info", "YRS001": "error"},
        "year": 2021,
        "limits": {"cells": "900000"},
        "fail_on": "never",
        "jobs": 3,
    }
    assert "reviewer.toml [[overrides]] 1:\nyear = 2021" in out and "# --jobs:\njobs = 3" in out
    assert "# select: bawaan" in out
    told = json.loads(command("config", "--format", "json")[1])
    assert told["settings"]["year"] == {"value": 2020, "sources": [str(tmp_path / "reviewer.toml")]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[overrides]]\npath = ["a"]\n', "mungkin maksudnya “paths”"),
        ("[[overrides]]\nyear = 2020\n", "“paths” wajib ada"),
        ('[[overrides]]\npaths = ["a"]\nsevrity = {TOT = "info"}\n', "mungkin maksudnya “severity”"),
        ('[[overrides]]\npaths = ["a"]\nignore = ["XYZ"]\n', "XYZ"),
        ('fail_on = "fatal"\n', "error, warning, info, atau never"),
        ("jobs = 0\n", "1 sampai 256"),
        ('trust = "Sari"\n', "daftar nama orang"),
    ],
)
def test_a_wrong_override_is_a_line_too(command: Command, asked: Asked, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "reviewer.toml").write_text(text, encoding="utf-8")
    code, out, err = command("config", "--show")
    assert (code, out) == (2, "")
    assert "reviewer.toml: " in err and told in err and err.count("\n") == 1


@pytest.mark.parametrize("word", ["TOT001", "TOT001=fatal", "ZZZ=info"])
def test_a_severity_is_a_code_and_a_level(command: Command, asked: Asked, word: str) -> None:
    code, _, err = command("check", "draf.txt", "--severity", word)
    assert (code, asked) == (2, []) and err.count("\n") == 1
