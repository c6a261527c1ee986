"""`--format` and `--output`: which form, and a file that is written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.commands.output import replace_file
from reviewer.reporting.formats import FORMATS
from reviewer.run import Settings

Command = Callable[..., tuple[int, str, str]]
Asked = list[tuple[Path, Settings]]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_stdout_would(command: Command, asked: Asked, tmp_path: Path, form: str) -> None:
    code, out, _ = command("check", "a.txt", "b.txt", "rusak.docx", "--no-journal", "--format", form)
    told = command("check", "a.txt", "b.txt", "rusak.docx", "--no-journal", "--format", form, "--output", "hasil")
    assert (told[0], told[1]) == (code, "") == (2, "")
    assert (tmp_path / "hasil").read_bytes().decode("utf-8") == out != ""
    assert [path.name for path in tmp_path.iterdir()] == ["hasil"]


def test_the_exit_code_is_that_of_the_findings(command: Command, asked: Asked) -> None:
    for form in FORMATS:
        assert command("check", "a.txt", "--no-journal", "--format", form)[0] == 1
        assert command("check", "a.txt", "--no-journal", "--format", form, "--fail-on", "never")[0] == 0


def test_json_of_one_draft_is_in_its_file(command: Command, asked: Asked, tmp_path: Path) -> None:
    command("check", "a.txt", "--no-journal", "--format", "json", "--output", "a.json")
    assert json.loads((tmp_path / "a.json").read_bytes())["document"]["path"] == "a.txt"


@pytest.mark.parametrize(
    ("name", "told"),
    [("tak/ada.json", "foldernya tidak ada"), (".", "ini folder"), ("draf.txt", "draf yang diperiksa")],
)
def test_where_it_cannot_be_written_is_said_before_anything_is_read(
    command: Command, asked: Asked, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "draf.txt").write_text("draf", encoding="utf-8")
    code, out, err = command("check", "./draf.txt", "--no-journal", "--output", name)
    assert (code, out, asked) == (2, "", [])
    assert told in err and err.count("\n") == 1
    assert (tmp_path / "draf.txt").read_text(encoding="utf-8") == "draf"


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_interruption_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException | type[BaseException]
) -> None:
    path = tmp_path / "hasil.json"
    path.write_bytes(b"lama")

    def fail(_: int) -> None:
        raise fault

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises((KeyboardInterrupt, Exception)):
        replace_file(path, b"baru" * 1000)
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "hasil.json"
    path.write_bytes(b"lama")
    path.chmod(0o600)
    replace_file(path, b"baru")
    assert path.read_bytes() == b"baru"
    assert path.stat().st_mode & 0o777 == 0o600
