"""Reads a binary format in a process of its own, so that no draft can crash, stall or fill the program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import reviewer
from reviewer.model.document import Document
from reviewer.model.words import Words
from reviewer.reading import wire
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.unreadable import Unreadable

_STALLED = Words(
    "tidak selesai dibaca dalam batas {limit} detik; bagi draf menjadi beberapa berkas, simpan ulang dari program asalnya, "
    "atau naikkan batasnya dengan --limit seconds=…",
    "could not be read within the limit of {limit} seconds; split the draft, save it anew from its program, or raise "
    "the limit with --limit seconds=…",
)
_DIED = Words(
    "pembacanya berhenti mendadak karena isi berkas ini; simpan ulang dari program asalnya, atau simpan teksnya sebagai .txt",
    "its reader broke down over the content of this file; save it anew from its program, or save its text as .txt",
)
_ABORTED = Words(
    "pembacanya berhenti mendadak, mungkin karena berkas ini memerlukan memori melebihi batas {limit} MB; simpan ulang dari "
    "program asalnya, atau naikkan batasnya dengan --limit memory=…",
    "its reader broke down, perhaps because this file needs more memory than the limit of {limit} MB; save it anew from its "
    "program, or raise the limit with --limit memory=…",
)
_NOT_STARTED = Words(
    "proses pembaca dokumen gagal dijalankan ({reason}); periksa pemasangan Python, atau simpan teksnya sebagai .txt",
    "the process that reads documents could not be started ({reason}); check the Python installation, or save its text as .txt",
)


def read_apart(
    kind: str, data: bytes, limits: Limits = LIMITS, command: tuple[str, ...] | None = None, *, original: bool = False
) -> Document:
    """The document in the bytes of a draft of a binary format, read by `command` (the project's worker). `original` reads
    a Word document as it was before its tracked changes.

    Raises `Unreadable` where it cannot be read, the reader breaks down, or a limit is reached.
    """
    # -P: a module lying beside the draft is never imported.
    view = ("original",) if original else ()
    command = command or (sys.executable, "-P", "-m", "reviewer.reading.worker", kind, *view, *limits.changes())
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            env=_environment(),
            check=False,
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(_STALLED.format(limit=f"{limits.seconds:g}")) from None
    except OSError as problem:
        raise Unreadable(_NOT_STARTED.format(reason=problem.strerror or type(problem).__name__)) from problem
    if done.returncode < 0:
        # Ended by a signal: so end the parsers that are no Python when memory runs out.
        raise Unreadable(_ABORTED.format(limit=f"{limits.memory // 1_000_000}"))
    if done.returncode != 0:
        raise Unreadable(_DIED)
    return _document(done.stdout)


def _environment() -> dict[str, str]:
    """The child imports the same `reviewer` as this process; one run from a source tree has to be pointed at it."""
    here = Path(reviewer.__file__).resolve().parent.parent
    if here.name in ("site-packages", "dist-packages"):
        return dict(os.environ)
    paths = [str(here), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _document(answer: bytes) -> Document:
    head = b'{"document":'
    try:
        if answer.startswith(head):
            return wire.loads(answer[len(head) : -1].decode("ascii"))
        message = json.loads(answer)["unreadable"]
        raise Unreadable(Words(message["id"], message["en"]))
    except (ValueError, KeyError, TypeError) as problem:
        raise Unreadable(_DIED) from problem
