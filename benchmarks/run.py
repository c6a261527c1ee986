"""Start-up and checking time against what Python itself costs, measured in turns."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parent.parent
REVIEWER = shutil.which("reviewer", path=Path(sys.executable).parent) or "reviewer"
VERSION_MS = 40
CHECK_TIMES = 3


def main() -> None:
    draft = _draft()
    bare, version = in_turns((sys.executable, "-c", "pass"), (REVIEWER, "--version"), rounds=15)
    _line("reviewer --version", f"{version - bare:.0f} ms over python -c pass ({bare:.0f} ms)", f"{VERSION_MS} ms")
    check = (REVIEWER, "check", "--no-cache", "--no-journal", "--fail-on", "never", str(draft))
    pandas, checked = in_turns((sys.executable, "-c", "import pandas"), check, rounds=7)
    size = draft.stat().st_size / 1024
    _line(
        f"reviewer check {draft.name} ({size:.0f} KB)",
        f"{checked / pandas:.2f} x import pandas ({checked:.0f} and {pandas:.0f} ms)",
        f"{CHECK_TIMES} x",
    )


def in_turns(first: tuple[str, ...], second: tuple[str, ...], *, rounds: int) -> tuple[float, float]:
    """Median milliseconds of two commands, run alternately so that a busy moment falls on both."""
    for command in (first, second):
        _milliseconds(command)
    times = [(_milliseconds(first), _milliseconds(second)) for _ in range(rounds)]
    return median(a for a, _ in times), median(b for _, b in times)


def _milliseconds(command: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def _draft() -> Path:
    corpus = os.environ.get("REVIEWER_CORPUS", "")
    keyed = sorted(Path(corpus, "gold").glob("*.yaml"), reverse=True) if corpus else []
    drafts = [path for key in keyed if (path := Path(corpus, "drafts", f"{key.stem}.txt")).is_file()]
    return drafts[0] if drafts else max(PROJECT.glob("samples/*.txt"), key=lambda path: path.stat().st_size)


def _line(what: str, measured: str, limit: str) -> None:
    print(f"{what}: {measured}; limit {limit}")


if __name__ == "__main__":
    main()
