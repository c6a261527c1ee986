"""Binary formats are read in a process of their own; whatever happens there ends in one line here."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.reading import Unreadable, read
from reviewer.reading.apart import read_apart
from reviewer.reading.docx import read as read_here
from reviewer.reading.limits import LIMITS
from tests.reading_docx.word import para, row, table, word

_WORD = word(para("Pagu Rp1.000,00") + table(row("a", "b")))


def _script(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_read_apart_is_the_same_as_read_here() -> None:
    assert read_apart("office", _WORD) == read_here(_WORD)


def test_a_refusal_crosses_in_both_languages() -> None:
    with pytest.raises(Unreadable) as caught:
        read_apart("office", _WORD[:-30])
    assert "terpotong" in caught.value.message.id and "cut off" in caught.value.message.en


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "raise SystemExit(3)",
        "1 / 0",
        "print('bukan jawaban')",
        "print('{}')",
        "print('{\"document\":{}}', end='')",
        "print('{\"unreadable\":1}')",
        "pass",
        "import sys; sys.stdin.close()",
    ],
)
def test_a_reader_that_breaks_down_is_one_line(code: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Unreadable, match="berhenti mendadak"):
        read_apart("office", bytes(5_000_000), command=_script(code))
    assert capfd.readouterr() == ("", "")


def test_a_reader_that_cannot_be_started() -> None:
    with pytest.raises(Unreadable, match="gagal dijalankan"):
        read_apart("office", b"", command=("/tidak/ada/python",))


def test_a_reader_that_stalls_is_ended(tmp_path: Path) -> None:
    mark = tmp_path / "masih-hidup"
    code = f"import time, pathlib; time.sleep(1.5); pathlib.Path({str(mark)!r}).touch()"
    began = time.monotonic()
    with pytest.raises(Unreadable, match="batas 0.5 detik"):
        read_apart("office", b"", replace(LIMITS, seconds=0.5), _script(code))
    assert time.monotonic() - began < 1.4
    time.sleep(1.6)
    assert not mark.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_memory_is_bounded() -> None:
    code = (
        "import sys; from dataclasses import replace; from reviewer.reading import worker;"
        "worker.LIMITS = replace(worker.LIMITS, memory=150_000_000, ratio=10**6); sys.exit(worker.main(['office']))"
    )
    data = word(para("isi") + "<w:p/>" * 3_000_000)
    with pytest.raises(Unreadable) as caught:
        read_apart("office", data, command=_script(code))
    assert "memori melebihi batas 150 MB" in caught.value.message.id


def test_modules_beside_the_draft_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "dijalankan"
    for name in ("json", "zipfile", "lxml", "reviewer"):
        (tmp_path / f"{name}.py").write_text(f"open({str(mark)!r}, 'w').close()", encoding="utf-8")
    (tmp_path / "draf.docx").write_bytes(_WORD)
    monkeypatch.chdir(tmp_path)
    assert read(Path("draf.docx")).blocks
    assert not mark.exists()


def test_the_worker_speaks_json_and_needs_few_modules() -> None:
    code = (
        "import sys; from reviewer.reading import worker; code = worker.main(['office']);"
        "sys.stderr.write(' '.join({'pandas', 'textual', 'rich', 'docx', 'yaml'} & set(sys.modules))); sys.exit(code)"
    )
    done = subprocess.run(_script(code), input=_WORD, capture_output=True, check=True)
    assert json.loads(done.stdout)["document"]["format"] == "docx"
    assert done.stderr == b""
