"""Drafts examined one after another or several at once; what is found comes back in the order in which they were named."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.language import tr
from reviewer.model import Examination, Words
from reviewer.reading.unreadable import Unreadable, printable
from reviewer.reporting.outcome import Failure, without_text
from reviewer.run import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

STDIN = "-"
_WORTH_KEEPING = 1.0
"""Seconds from which on a single draft's findings are kept; those of several are kept in any case."""
_MANY = 8
"""From so many drafts on all cores are used unless `--jobs` says otherwise."""

Examine = Callable[..., Examination]


@dataclass(frozen=True, slots=True)
class Work:
    """How drafts are examined."""

    settings: tuple[Settings, ...]
    """Of each draft, in their order."""
    texts: bool
    """Whether the draft's text is needed afterwards, not only what was found."""
    cached: bool = True
    several: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a draft."""

    result: Examination | Failure
    seconds: float
    """What it took now."""
    cached: bool = False


def jobs_of(stated: str | int | None, drafts: int) -> int:
    """How many processes: those asked for, else one for each core where drafts are many."""
    from reviewer.commands.arguments import Usage

    if stated is None:
        return min(_cores(), drafts) if drafts >= _MANY else 1
    text = str(stated)
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 256):
        raise Usage(tr("--jobs “{text}” bukan bilangan dari 1 sampai 256.").format(text=text))
    return max(min(int(text), drafts), 1)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def examined(
    draft: str, settings: Settings, work: Work, examine: Examine, stage: Callable[[str], None] | None = None
) -> Found:
    """One draft, from the cache where it is known there."""
    from reviewer.commands.cache import kept

    began = time.perf_counter()
    path = Path(draft)
    place = kept(path, settings) if work.cached and draft != STDIN else None
    if place and (known := place.load(work.texts)):
        return Found(_renamed(known, draft), time.perf_counter() - began, cached=True)
    try:
        found = _from_stdin(settings, examine, stage) if draft == STDIN else examine(path, settings, stage)
    except Unreadable as problem:
        return Found(Failure(draft, problem.message), time.perf_counter() - began)
    seconds = time.perf_counter() - began
    slim = without_text(found)
    if place and (work.several or seconds >= _WORTH_KEEPING):
        place.store(found, slim)
    return Found(found if work.texts else slim, seconds)


def _renamed(examination: Examination, path: str) -> Examination:
    """As found in the draft at this path: equal drafts share an entry of the cache."""
    report = examination.report
    return replace(examination, report=replace(report, document=replace(report.document, path=str(Path(path)))))


def _from_stdin(settings: Settings, examine: Examine, stage: Callable[[str], None] | None) -> Examination:
    """What stdin holds, told by its content. Raises `Unreadable`."""
    from tempfile import TemporaryDirectory

    data = sys.stdin.buffer.read(settings.limits.file + 1)
    with TemporaryDirectory(prefix="reviewer-") as folder:
        path = Path(folder) / "stdin"
        path.write_bytes(data)
        try:
            return _renamed(examine(path, settings, stage), STDIN)
        except Unreadable as problem:
            name = printable(str(path))
            told = Words(*(text.replace(name, STDIN) for text in (problem.message.id, problem.message.en)))
            raise Unreadable(told) from None


def side_by_side(drafts: Sequence[str], work: Work, jobs: int) -> Iterator[Found]:
    """Examine drafts in `jobs` processes, few ahead of the one that is next, so that memory stays flat."""
    from collections import deque

    pool = _pool(jobs)
    waiting: deque[tuple[int, Future[Found]]] = deque()
    rest = iter(range(len(drafts)))
    try:
        while True:
            while len(waiting) < 3 * jobs and (n := next(rest, None)) is not None:
                waiting.append((n, _submit(pool, drafts[n], work.settings[n], work)))
            if not waiting:
                return
            n, future = waiting.popleft()
            try:
                yield future.result()
            except _broken():
                # One of those under way ended its process: those that wait are examined anew, this one apart.
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(jobs)
                waiting = deque((m, _submit(pool, drafts[m], work.settings[m], work)) for m, _ in waiting)
                yield _apart(drafts[n], work.settings[n], work)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _apart(draft: str, settings: Settings, work: Work) -> Found:
    """A draft in a process of its own, which it may end."""
    pool = _pool(1)
    try:
        return _submit(pool, draft, settings, work).result()
    except _broken():
        name = printable(draft)
        ended = Words(
            f"{name}: pemeriksaannya berhenti mendadak, mungkin karena kehabisan memori; periksa draf ini tersendiri",
            f"{name}: checking it ended abruptly, perhaps for lack of memory; check this draft on its own",
        )
        return Found(Failure(draft, ended), 0.0)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, draft: str, settings: Settings, work: Work) -> Future[Found]:
    # Of the settings of all drafts a process needs those of its own.
    return pool.submit(_in_process, draft, settings, replace(work, settings=()))


def _pool(jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_deaf)


def _broken() -> type[BaseException]:
    from concurrent.futures.process import BrokenProcessPool

    return BrokenProcessPool


def _deaf() -> None:
    """Ctrl-C is for the program that asked."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _in_process(draft: str, settings: Settings, work: Work) -> Found:
    from reviewer.run import examine_file

    return survived(draft, lambda: examined(draft, settings, work, examine_file))


def survived(draft: str, examine: Callable[[], Found]) -> Found:
    """What `examine` gives; a fault of the program costs one draft."""
    try:
        return examine()
    except Exception as error:
        if os.environ.get("REVIEWER_DEBUG"):
            raise
        from reviewer.commands.faults import fault

        told = fault(error)
        name = printable(draft)
        return Found(Failure(draft, Words(f"{name}: {told.id}", f"{name}: {told.en}")), 0.0)
