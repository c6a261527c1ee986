"""`reviewer.toml`: where it is looked for, what it sets, and what is said of a wrong one."""

from __future__ import annotations

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
