"""`reviewer chat --plain`: the conversation as a process, through a pipe and on a terminal of its own."""

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

Tabel 1.2 Realisasi

| Program | Realisasi |
|---|---|
| Program Rawa | 90.000.000 |
| Program Bening | 250.000.000 |
| Jumlah | 330.000.000 |
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "rawa.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def chat(*words: str, says: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reviewer", "chat", "--plain", *words], input=says, capture_output=True, check=False
    )


def verdicts(draft: Path) -> list[tuple[str, str]]:
    lines = [
        json.loads(line)
        for file in sorted(Path(f"{draft}.review").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return [(line["kind"], line.get("text", "")) for line in lines if line["kind"] != "reviewer-journal"]


def test_each_line_is_an_answer_and_is_kept(draft: Path) -> None:
    done = chat(str(draft), says="c\nb\nsesuai “DPA” terakhir\n".encode())
    out = done.stdout.decode()

    assert (done.returncode, done.stderr) == (0, b"")
    assert verdicts(draft) == [("catat", ""), ("bukan-kesalahan", "sesuai “DPA” terakhir")]
    assert out.index("Temuan 1 dari 2") < out.index("Temuan 1 dicatat.") < out.index("Temuan 2 dari 2")
    assert "  1. Catat [c]" in out
    assert out.rstrip().endswith(f"Sampai jumpa. 2 dari 2 temuan sudah diputuskan; jurnalnya di {draft}.review.")


def test_what_was_decided_is_there_at_the_next_sitting(draft: Path) -> None:
    chat(str(draft), says=b"c\n")

    assert "Temuan 2 dari 2" in chat(str(draft), says=b"").stdout.decode()


def test_an_empty_line_leads_on_and_answers_no_question(draft: Path) -> None:
    done = chat(str(draft), says=b"\nb\n\n\nbelum diperbarui\n")

    assert verdicts(draft) == [("bukan-kesalahan", "belum diperbarui")]
    assert done.stdout.decode().index("Temuan 2 dari 2") < done.stdout.decode().index("Mengapa bukan kesalahan?")


def test_leaving_ends_it_and_the_rest_is_not_heard(draft: Path) -> None:
    done = chat(str(draft), says=b"keluar\nc\n")

    assert done.stdout.decode().count("Sampai jumpa") == 1
    assert verdicts(draft) == []


def test_lines_of_a_windows_terminal_and_bytes_that_are_no_text(draft: Path) -> None:
    done = chat(str(draft), says=b"\xef\xbb\xbfc\r\nb\r\n\xff\xfe belum \x1b[2J lengkap\r\n")

    assert done.returncode == 0
    assert [kind for kind, _ in verdicts(draft)] == ["catat", "bukan-kesalahan"]
    assert b"\x1b" not in done.stdout


def test_the_other_language(draft: Path) -> None:
    out = chat("--lang", "en", str(draft), says=b"accept\nquit\n").stdout.decode()

    assert "Finding 1 of 2" in out
    assert "Goodbye" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Sebutkan satu draf"),
        (("a.md", "b.md"), "Sebutkan satu draf"),
        (("tidak-ada.md",), "tidak-ada.md"),
        (("--journal", "x", "--no-journal", "a.md"), "--no-journal tidak dapat dipakai"),
    ],
)
def test_what_cannot_be_used_is_one_line(words: tuple[str, ...], told: str) -> None:
    done = chat(*words, says=b"c\n")

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
    assert told in done.stderr.decode()


def test_a_reader_that_goes_away_leaves_no_traceback(draft: Path) -> None:
    chatting = subprocess.Popen(
        [sys.executable, "-m", "reviewer", "chat", "--plain", str(draft)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert chatting.stdin is not None
    assert chatting.stdout is not None
    assert chatting.stderr is not None
    chatting.stdout.close()
    try:
        chatting.stdin.write(b"c\n" * 3)
        chatting.stdin.close()
    except BrokenPipeError:
        pass
    assert chatting.stderr.read() == b""
    chatting.stderr.close()
    assert chatting.wait(30) == 0


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals on Windows")
def test_on_a_terminal_it_prompts_and_wraps(draft: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    chatting = subprocess.Popen(
        [sys.executable, "-m", "reviewer", "chat", "--plain", "--no-journal", str(draft)],
        stdin=follower, stdout=follower, stderr=follower, env={**os.environ, "COLUMNS": "60", "TERM": "dumb"},
    )  # fmt: skip
    os.close(follower)
    os.write(leader, b"kenapa\nkeluar\n")
    shown = b""
    try:
        while piece := os.read(leader, 65536):
            shown += piece
    except OSError:
        pass  # Linux tells the end of a terminal so.
    os.close(leader)

    assert chatting.wait(30) == 0
    lines = shown.decode().splitlines()
    assert any(line.startswith("› ") for line in lines)
    assert max(map(len, lines)) < 60
