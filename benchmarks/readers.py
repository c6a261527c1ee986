"""Thousands of broken files of every format through the program: no traceback, no hang, no more memory than allowed.

Every file is read in a process of its own, forked from one that has all readers loaded: the same code as the program's
worker under the same limits, without the cost of starting it. Every tenth that can be read is checked and reported, too.
The first files of pdf, xls and xlsb that end the worker, and every five-hundredth file of every format, go through the program
itself, which has to say its one line.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from damage import damaged
from seeds import seeds

from reviewer.model import Document
from reviewer.reading import Unreadable, apart, read, worker
from reviewer.reading.limits import LIMITS, Limits

SECONDS = 10
MEMORY = 1 << 30
_PATIENCE = 60
CHECKED = 10
"""Every so many that can be read are checked as well."""
THROUGH = 500
"""Every so many go through the program itself."""
ENDED = 20
"""So do the first of those that end the worker."""
_MAY_END = (".pdf", ".xls", ".xlsb")
"""Their parsers are no Python: they may break down, and the program then has to say so."""


@dataclass(slots=True)
class Tally:
    """What became of the broken files of one format."""

    format: str
    files: int = 0
    read: int = 0
    refused: int = 0
    checked: int = 0
    died: int = 0
    """The worker broke down."""
    through: int = 0
    """Went through the program itself."""
    slowest: float = 0
    memory: int = 0
    failures: list[str] = field(default_factory=list)

    def line(self, seconds: float) -> str:
        return (
            f"{self.format}: {self.files} broken files, {self.read} read ({self.checked} checked), {self.refused} refused, "
            f"{self.died} ended the worker, "
            f"{self.through} through the program itself; slowest {self.slowest:.1f} s (limit {SECONDS}), "
            f"peak {self.memory / 1e6:.0f} MB (limit {MEMORY / 1e6:.0f}), {len(self.failures)} failures; {seconds:.0f} s"
        )


def of_format(name: str, count: int, first: int, keep: Path | None) -> Tally:
    """Break a format's seed `count` times and read what comes of it."""
    apart.read_apart = _read_here  # type: ignore[assignment]
    seed = seeds()[name]
    tally = Tally(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"draf.{name}")
        path.write_bytes(seed)
        # What every child needs is loaded once.
        _examined(read(path))
        for number in range(first, first + count):
            data = damaged(seed, number)
            path.write_bytes(data)
            told = _one(path, number, tally)
            if told:
                tally.failures.append(f"{name} {number}: {told}")
                if keep:
                    (keep / f"{number}.{name}").write_bytes(data)
    return tally


def _read_here(kind: str, data: bytes, limits: Limits = LIMITS, **view: Any) -> Document:
    """What the worker does with the draft, and what its parent does with the answer."""
    return apart._document(worker.answer_for(kind, data, limits, **view).encode("ascii"))


def _one(path: Path, number: int, tally: Tally) -> str:
    """Read one file in a child; what went wrong, "" where nothing did."""
    tally.files += 1
    answers, answer = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if not child:
        os.close(answers)
        _child(path, number, answer)
    os.close(answer)
    told = b""
    while time.monotonic() - began < _PATIENCE and select.select([answers], [], [], _PATIENCE)[0]:
        more = os.read(answers, 1 << 16)
        told += more
        if not more:
            break
    else:
        os.kill(child, signal.SIGKILL)
    os.close(answers)
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - began
    tally.slowest, tally.memory = max(tally.slowest, seconds), max(tally.memory, usage.ru_maxrss << 10)
    answered: dict[str, Any] = json.loads(told) if told.endswith(b"}") else {}
    outcome = answered.get("outcome", "died")
    tally.read += outcome == "read"
    tally.refused += outcome == "refused"
    tally.checked += "checked" in answered
    if outcome == "traceback":
        return str(answered["text"])
    if seconds > SECONDS:
        return f"{seconds:.1f} s {answered}"
    if usage.ru_maxrss << 10 > MEMORY:
        return f"{usage.ru_maxrss >> 10} MiB {answered}"
    if outcome == "died":
        tally.died += 1
        if path.suffix not in _MAY_END:
            return f"the reader ended with status {status}"
    if number % THROUGH == 0 or (outcome == "died" and tally.died <= ENDED):
        tally.through += 1
        return _program(path, refuses=outcome != "read")
    return ""


def _program(path: Path, refuses: bool) -> str:
    """What is wrong with the program's own answer about a file: a traceback, or anything but one line where it refuses."""
    command = (sys.executable, "-m", "reviewer", "check", "--no-cache", "--no-journal", str(path))
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return f"the program took over {_PATIENCE} s"
    if "Traceback" in done.stdout + done.stderr or done.returncode not in (0, 1, 2):
        return f"the program ended with {done.returncode}: {done.stderr[-1500:]}"
    if (done.returncode == 2) != refuses:
        return f"the program ended with {done.returncode}, the reader alone {'refused' if refuses else 'read'}: {done.stderr}"
    if refuses and (done.stdout or done.stderr.count("\n") != 1 or str(path) not in done.stderr):
        return f"not the one line of a refusal: {done.stdout[:300]!r} {done.stderr[:600]!r}"
    return ""


def _child(path: Path, number: int, answer: int) -> None:
    """Never returns."""
    for name in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), name)
    try:
        worker._bound(LIMITS)
        resource.setrlimit(resource.RLIMIT_CPU, (_PATIENCE, _PATIENCE + 1))
        found = _told(path, number)
    except BaseException:
        found = {"outcome": "traceback", "text": traceback.format_exc()[-1500:]}
    os.write(answer, json.dumps(found).encode("ascii"))
    os._exit(0)


def _told(path: Path, number: int) -> dict[str, object]:
    try:
        document = read(path)
    except Unreadable as problem:
        line = problem.message.id
        if not line.isprintable() or not problem.message.en.isprintable():
            raise ValueError(f"not one line: {line!r}") from problem
        return {"outcome": "refused", "line": line[-100:]}
    if number % CHECKED:
        return {"outcome": "read"}
    _examined(document)
    return {"outcome": "read", "checked": True}


def _examined(document: Document) -> None:
    from reviewer.reporting.machine import as_json
    from reviewer.reporting.outcome import Outcome
    from reviewer.run import examine_document

    as_json([Outcome(examine_document(document))], "id", False)


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--files", type=int, default=2_000, help="broken files of each format")
    words.add_argument("--first", type=int, default=0, help="number of the first; the same number is the same damage")
    words.add_argument("--format", action="append", help="only this format (may be repeated)")
    words.add_argument("--keep", type=Path, help="folder for the files that failed")
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    words.add_argument("--alone", help=argparse.SUPPRESS)
    given = words.parse_args()
    if not hasattr(os, "fork"):
        print("broken files: left out, this system has no fork")
        return 0
    if given.alone:
        began = time.monotonic()
        tally = of_format(given.alone, given.files, given.first, given.keep)
        print(tally.line(time.monotonic() - began), *tally.failures, sep="\n  ")
        return 1 if tally.failures else 0
    names = given.format or list(seeds())
    own = [sys.executable, __file__, "--files", str(given.files), "--first", str(given.first)]
    own += ["--keep", str(given.keep)] if given.keep else []

    def run(name: str) -> int:
        done = subprocess.run([*own, "--alone", name], capture_output=True, text=True, encoding="utf-8", check=False)
        print(done.stdout.rstrip() or done.stderr, flush=True)
        return done.returncode

    with ThreadPoolExecutor(given.jobs) as pool:
        return max(pool.map(run, names))


if __name__ == "__main__":
    sys.exit(main())
