"""The program as a process of its own: what it loads, pipes, signals, encodings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DRAFT = """LAPORAN KINERJA TAHUN 2020

Tabel 1.1 Anggaran

| Program | Anggaran |
|---|---|
| Program Rawa | 100.000.000 |
| Program Bening | 250.000.000 |
| Jumlah | 360.000.000 |
"""


def run(*words: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run([sys.executable, "-m", "reviewer", *words], capture_output=True, env=environment, check=False)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "rawa.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def loaded(*words: str) -> set[str]:
    """The modules in memory when a command line has been run."""
    code = (
        "import sys, io, contextlib\n"
        "from reviewer.cli import main\n"
        f"main({list(words)!r})\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    return set(done.stderr.split())


def test_the_version_loads_next_to_nothing() -> None:
    modules = loaded("--version")
    assert "reviewer" in modules
    assert not modules & {"reviewer.model", "reviewer.commands", "argparse", "dataclasses", "rich", "json"}


def test_checking_loads_neither_pandas_nor_textual(draft: Path) -> None:
    for form in ("json", "text"):
        modules = loaded("check", str(draft), "--format", form)
        assert "reviewer.checking.engine" in modules
        assert not modules & {"pandas", "numpy", "textual", "argparse"}
        assert ("rich" in modules) is (form == "text")


def test_json_is_utf8_whatever_the_console(draft: Path) -> None:
    odd = draft.with_name("rawa › bening.md")
    draft.rename(odd)
    done = run("check", str(odd), "--format", "json", encoding="cp1252")
    assert json.loads(done.stdout.decode("utf-8"))["document"]["path"] == str(odd)
    assert done.returncode == 1


def test_text_on_a_console_of_few_letters(draft: Path) -> None:
    done = run("check", str(draft), encoding="ascii")
    assert done.returncode == 1
    assert b"360.000.000" in done.stdout and b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error(draft: Path) -> None:
    for form in ("text", "json"):
        with subprocess.Popen(
            [sys.executable, "-m", "reviewer", "check", str(draft), "--format", form],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout and process.stderr
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 1


@pytest.mark.parametrize("name", ["tidak-ada.txt", "", "folder"])
def test_what_cannot_be_used_is_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    done = run("check", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"reviewer: ") and done.stderr.count(b"\n") == 1
