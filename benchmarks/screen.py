"""How soon a key shows on the screen, and the first screen of a draft, each against an empty Textual app in the same run."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median

PROJECT = Path(__file__).resolve().parent.parent
KEY_MS = 50
START_TIMES = 1.5
TABLES, ROWS, WRONG = 40, 50, 25
"""Of ten columns: 20,000 cells; so many wrong percentages in each table: 1,000 findings."""
QUIET = 0.06
"""Seconds without a paint after which a key has had its effect."""

EMPTY = """
from textual.app import App
from textual.widgets import Input, Static
class Empty(App):
    def compose(self):
        yield Static("READY")
        yield Input()
Empty().run()
"""


def main() -> None:
    os.environ.setdefault("REVIEWER_NAME", "bench")
    asyncio.run(keys(rounds=int(os.environ.get("ROUNDS", "15"))))
    if sys.platform == "win32":
        print("first screen: measured on a terminal of POSIX only")
        return
    for draft in drafts():
        start(draft, rounds=5)


# Keys


def large_draft(folder: Path) -> Path:
    """A draft of an invented regency with 20,000 cells, a thousand of them wrong."""
    random = Random(5)
    lines = ["BAB III AKUNTABILITAS KINERJA", ""]
    for table in range(1, TABLES + 1):
        lines += [f"Tabel 3.{table} Anggaran Program Kecamatan {table}", ""]
        years = [f"Pagu {y} (Rp) | Realisasi {y} (Rp) | Serapan {y} (%)" for y in (2019, 2020)]
        lines += [f"| No | Program | {' | '.join(years)} | Lokasi | Ket |", "|" + "---|" * 10]
        wrong = set(random.sample(range(ROWS), WRONG))
        for row in range(ROWS):
            cells = [str(row + 1), f"Program Pembinaan Wilayah {table}-{row + 1}"]
            for year in range(2):
                pagu = random.randrange(1_000_000, 900_000_000, 1000)
                spent = pagu * random.randrange(5000, 9999) // 10_000
                share = spent / pagu * 100 + (7.77 if year and row in wrong else 0)
                cells += [
                    f"{pagu:,}".replace(",", "."),
                    f"{spent:,}".replace(",", "."),
                    f"{share:.2f}".replace(".", ","),
                ]
            lines.append(f"| {' | '.join([*cells, 'Desa', '-'])} |")
        lines.append("")
    path = folder / "besar.md"
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return path


async def keys(rounds: int) -> None:
    """Median milliseconds from a key to the last paint that it causes."""
    from textual.app import App, ComposeResult
    from textual.widgets import Input

    from reviewer.app.app import ReviewerApp
    from reviewer.app.loading import Loading
    from reviewer.reviewing import Journal
    from reviewer.run import Settings

    class Empty(App[None]):
        def compose(self) -> ComposeResult:
            yield Input()

    with tempfile.TemporaryDirectory() as folder:
        draft = large_draft(Path(folder))
        loading = Loading(draft, Settings(), lambda path, sha: Journal(who="bench"))
        loading.start()
        loading.wait(300)
        assert loading.opened is not None, loading.problem or loading.crash
        examination = loading.opened.examination
        cells = sum(len(b.rows) * b.width for b in examination.report.document.blocks if hasattr(b, "rows"))
        print(f"key to paint, {len(examination.findings)} findings, {cells} cells (median; slowest of {rounds}):")
        baseline = Empty()
        async with baseline.run_test(size=(160, 48)) as pilot:
            await pilot.pause()
            _say("empty Textual app, a letter", await _timed(baseline, ["a"] * rounds))
        app = ReviewerApp(Settings(), lambda path, sha: Journal(who="bench"), loading)
        async with app.run_test(size=(160, 48)) as pilot:
            await pilot.pause(0.5)
            measured: list[float] = []
            for what, before, pressed in (
                ("next finding (down)", [], ["down"]),
                ("an answer (1)", [], ["1"]),
                ("a letter", [], ["a"]),
                ("draft: cursor down", ["escape", "f3"], ["down"]),
                ("draft: cursor right", [], ["right"]),
                ("draft: page down", [], ["pagedown"]),
                ("list: page down", ["escape", "f4"], ["pagedown"]),
            ):
                await _timed(app, before)
                times = await _timed(app, pressed * rounds)
                _say(what, times)
                measured += times
            _say("all", measured, limit=KEY_MS)


async def _timed(app: object, pressed: Sequence[str]) -> list[float]:
    """Milliseconds from each key to the last paint before the screen is quiet."""
    from textual import events

    painted = [0.0]
    display: Callable[..., None] = app._display  # type: ignore[attr-defined]

    def noted(*arguments: object) -> None:
        display(*arguments)
        painted[0] = time.perf_counter()

    app._display = noted  # type: ignore[attr-defined]
    times = []
    for key in pressed:
        began = painted[0] = time.perf_counter()
        app.post_message(events.Key(key, key if len(key) == 1 else None))  # type: ignore[attr-defined]
        while time.perf_counter() - max(painted[0], began) < QUIET or painted[0] == began:
            await asyncio.sleep(0.002)
            if time.perf_counter() - began > 3:
                break
        times.append((painted[0] - began) * 1000)
    app._display = display  # type: ignore[attr-defined]
    return times


def _say(what: str, times: Sequence[float], limit: float = 0) -> None:
    told = f"  {what}: {median(times):.1f} ms; {max(times):.0f} ms"
    print(told + (f"; limit {limit:.0f} ms" if limit else ""), flush=True)


# The first screen


def drafts() -> Iterator[Path]:
    corpus = Path(os.environ.get("REVIEWER_CORPUS", ""), "drafts")
    yield PROJECT / "samples" / "laporan-kinerja.txt"
    yield from (p for p in [corpus / "tanjab-barat-lkjip-2020.txt"] if p.is_file())


def start(draft: Path, rounds: int) -> None:
    """Seconds until the first finding is on a real terminal, an empty app, and reading alone, in turns."""
    read = f"from pathlib import Path; from reviewer.run import examine_file; examine_file(Path({str(draft)!r}))"
    commands = (
        ((sys.executable, "-c", EMPTY), b"READY"),
        ((sys.executable, "-m", "reviewer", str(draft), "--no-journal"), b"1-"),
        ((sys.executable, "-c", f"{read}; print('READ')"), b"READ"),
        ((sys.executable, "-c", "print('READ')"), b"READ"),
    )
    for command, awaited in commands:
        _until(command, awaited)
    rows = [[_until(command, awaited) for command, awaited in commands] for _ in range(rounds)]
    empty, first, reading, bare = (median(column) for column in zip(*rows, strict=True))
    against = empty + reading - bare
    print(
        f"first screen of {draft.name}: {first / against:.2f} x an empty app and reading "
        f"({first * 1000:.0f}, {empty * 1000:.0f} and {(reading - bare) * 1000:.0f} ms); limit {START_TIMES} x",
        flush=True,
    )


def _until(command: Sequence[str], awaited: bytes) -> float:
    """Seconds until a program on a terminal of its own has written something."""
    import fcntl
    import pty
    import signal
    import struct
    import termios

    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(command[0], list(command))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 160, 0, 0))
    seen = b""
    try:
        while awaited not in seen:
            seen += os.read(terminal, 65536)
        return time.perf_counter() - began
    except OSError:
        raise SystemExit(f"{command}: ended without {awaited!r}") from None
    finally:
        os.kill(pid, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
