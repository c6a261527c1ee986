"""The real program on a real terminal of 80 by 24, killed in the middle of a review."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PATIENCE = 60.0


class Terminal:
    """A terminal that tmux keeps, with a server of its own."""

    def __init__(self, tmux: str, folder: Path) -> None:
        self._tmux = [tmux, "-S", str(folder / "tmux"), "-f", os.devnull]
        self._folder = folder
        self._session = False

    def run(self, *command: str) -> None:
        line = f"{shlex.join(command)}; echo ended $?; sleep 600"
        start = ("respawn-pane", "-k") if self._session else ("new-session", "-d", "-x", "80", "-y", "24")
        self._session = True
        self._call(*start, "-c", str(self._folder), line)

    def _call(self, *words: str) -> str:
        done = subprocess.run([*self._tmux, *words], capture_output=True, encoding="utf-8", timeout=PATIENCE)
        return done.stdout

    def press(self, *keys: str) -> None:
        self._call("send-keys", *keys)

    def seen(self) -> str:
        return self._call("capture-pane", "-p")

    def wait_for(self, *texts: str) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            seen = self.seen()
            if all(text in seen for text in texts):
                return seen
            time.sleep(0.1)
        raise AssertionError(f"never seen {texts}:\n{self.seen()}")

    def pid(self) -> int:
        """Of the program that runs in the terminal's shell."""
        shell = self._call("list-panes", "-F", "#{pane_pid}").strip()
        children = Path(f"/proc/{shell}/task/{shell}/children").read_text(encoding="utf-8").split()
        return int(children[0])

    def end(self) -> None:
        self._call("kill-server")


@pytest.fixture
def terminal(tmp_path: Path, needs_tool: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name)
    if not sys.platform.startswith("linux"):
        pytest.skip("reads /proc")
    found = Terminal(needs_tool("tmux"), tmp_path)
    yield found
    found.end()


@pytest.fixture
def draft(tmp_path: Path, project: Path) -> Path:
    return Path(shutil.copyfile(project / "samples" / "laporan-kinerja.txt", tmp_path / "draf.txt"))


def decisions(draft: Path) -> list[tuple[str, str]]:
    lines = [
        line
        for file in sorted(draft.with_name("draf.txt.review").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    events = [event for event in map(json.loads, lines) if event["kind"] != "reviewer-journal"]
    return [(event["kind"], event.get("text", "")) for event in events]


def test_decisions_outlive_a_kill(terminal: Terminal, draft: Path) -> None:
    program = (sys.executable, "-m", "reviewer", draft.name)
    terminal.run(*program)
    terminal.wait_for("Catat", " 1 dari ", "0 dari ")
    terminal.press("1")
    terminal.wait_for(" 2 dari ", "1 dari ")
    terminal.press("2")
    terminal.wait_for("Tidak jadi")
    terminal.press("-l", "sesuai DPA perubahan")
    terminal.press("Enter")
    terminal.wait_for(" 3 dari ", "2 dari ", "sesuai DPA perubahan")
    os.kill(terminal.pid(), signal.SIGKILL)
    terminal.wait_for("ended 137")
    assert decisions(draft) == [("catat", ""), ("bukan-kesalahan", "sesuai DPA perubahan")]

    terminal.run(*program)
    terminal.wait_for(" 3 dari ", "2 dari ")
    terminal.press("F4")
    seen = terminal.wait_for("dicatat", "bukan kesalahan")
    assert "✓" in seen and "−" in seen
    terminal.press("C-q")
    terminal.wait_for("ended 0")


def test_the_draft_is_walked_and_an_own_finding_added(terminal: Terminal, draft: Path) -> None:
    terminal.run(sys.executable, "-m", "reviewer", draft.name)
    terminal.wait_for("Catat", " 1 dari ", "0 dari ")
    terminal.press("F3")
    terminal.wait_for("▶", "F5")
    terminal.press("Up")
    terminal.wait_for("›", "temuan 1:", "Esc tutup")
    terminal.press("Down")
    terminal.press("-l", "+")
    terminal.wait_for("Apa temuan Anda")
    terminal.press("-l", "angka ini dari tahun lalu")
    terminal.press("Enter")
    terminal.wait_for("1 Catat")
    assert decisions(draft) == [("temuan", "angka ini dari tahun lalu")]
    terminal.press("F3")
    terminal.wait_for("temuan Anda: angka ini")
    terminal.press("Escape")
    terminal.wait_for("✎")
    terminal.press("F5", "F5")
    terminal.press("C-c")
    terminal.wait_for("disalin")
    terminal.press("C-q")
    terminal.wait_for("ended 0")


def test_a_file_that_cannot_be_read_is_one_line(terminal: Terminal) -> None:
    terminal.run(sys.executable, "-m", "reviewer", "tidak-ada.txt")
    seen = terminal.wait_for("ended 2")
    lines = [line for line in seen.splitlines() if line.strip()]
    assert len(lines) == 2 and "tidak-ada.txt" in lines[0]
