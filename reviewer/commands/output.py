"""Where the commands write: the terminal or a pipe, and stderr."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.commands.arguments import Arguments, Usage
from reviewer.language import tr
from reviewer.reporting.safe import visible

if TYPE_CHECKING:
    from rich.console import Console

    from reviewer.reporting.paper import Paper

PIPED_WIDTH = 100
_BAR = 20
"""Columns of the progress bar."""
WIDEST = 140
"""Lines longer than this are hard to read, however wide the terminal."""


def complain(line: str) -> None:
    """One line on stderr. What a draft or a shell put into it is made harmless."""
    stream = sys.stderr
    text = f"reviewer: {visible(line)}\n"
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, errors="replace").decode(encoding))
    stream.flush()


def show_version() -> int:
    from reviewer import __version__

    print(f"reviewer {__version__}")
    return 0


@contextmanager
def writing() -> Iterator[None]:
    """What is written inside reaches stdout, or, where its reader has gone away, nobody; the program goes on."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _discard()
    except OSError as error:
        # Windows says "invalid argument" of a pipe whose reader has gone.
        if os.name != "nt" or error.errno != errno.EINVAL:
            raise
        _discard()


@contextmanager
def printing(colour: bool) -> Iterator[Paper]:
    """Paper on stdout: plain where that is no terminal, or where no colour is wanted. It is written when the block ends."""
    from reviewer.reporting.paper import Paper

    with writing(), _console(colour) as console:
        yield Paper(console)


@contextmanager
def typing() -> Iterator[tuple[Paper, io.StringIO]]:
    """Paper that keeps what is written on it, plain and as wide as through a pipe."""
    from rich.console import Console

    from reviewer.reporting.paper import THEME, Paper

    text = io.StringIO(newline="")
    yield (
        Paper(
            Console(
                file=text, width=PIPED_WIDTH, color_system=None, theme=THEME, markup=False, emoji=False, highlight=False
            )
        ),
        text,
    )


def target(option: str, drafts: Sequence[str], arguments: Arguments) -> Path | None:
    """The file that an option writes; None for stdout. Raises `Usage` where that would lose a draft, or cannot be."""
    name = arguments.get(option)
    if name is None or (name == "-" and option == "--output"):
        return None
    path = Path(name)
    if path.is_dir():
        raise Usage(tr("{option} {path}: ini folder; sebutkan nama berkas.").format(option=option, path=name))
    if not path.parent.is_dir():
        raise Usage(tr("{option} {path}: foldernya tidak ada.").format(option=option, path=name))
    for draft in drafts:
        with suppress(OSError):
            if path.exists() and path.samefile(draft):
                told = tr("{option} {path}: ini draf yang diperiksa; pilih nama lain.")
                raise Usage(told.format(option=option, path=name))
    return path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; what was there stays until it is. Raises `Usage` where it cannot be written."""
    from tempfile import NamedTemporaryFile

    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".tmp", delete=False) as file:
            half = Path(file.name)
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                file.close()
                half.chmod(_mode(path))
                half.replace(path)
            except BaseException:
                file.close()
                half.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise Usage(
            tr("{path}: tidak dapat ditulis ({reason}).").format(path=path, reason=error.strerror or error)
        ) from None


def _mode(path: Path) -> int:
    """The permissions of the file replaced, else those that any new file gets."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _console(colour: bool) -> Console:
    from rich.console import Console

    from reviewer.reporting.paper import THEME

    class PipedConsole(Console):
        def on_broken_pipe(self) -> None:
            """Left to `writing`; Rich would end the program."""
            raise BrokenPipeError

    plain = not colour or bool(os.environ.get("NO_COLOR"))
    console = PipedConsole(
        file=sys.stdout,
        color_system=None if plain else "auto",
        theme=THEME,
        markup=False,
        emoji=False,
        highlight=False,
    )
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PIPED_WIDTH
    console.width = min(console.width, WIDEST)
    return console


def _discard() -> None:
    """Turn stdout to nowhere, so that nothing complains again when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def write_bytes(data: bytes) -> None:
    """Bytes as they are, whatever the console's own encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@contextmanager
def stages(draft: Path) -> Iterator[Callable[[str], None]]:
    """Told of each stage of an examination, tells it on a terminal until the block ends."""
    shown = Stages(draft.name, {"read": tr("membaca"), "understand": tr("memahami"), "check": tr("memeriksa")})
    try:
        yield shown
    finally:
        shown.done()


@contextmanager
def progress(drafts: int) -> Iterator[Progress]:
    """How far an examination of so many drafts is, told on a terminal until the block ends."""
    shown = Progress(drafts)
    try:
        yield shown
    finally:
        shown.clear()


class Progress:
    """A bar where there are several drafts, and the stages of the draft under way."""

    def __init__(self, drafts: int) -> None:
        self._drafts = drafts
        self._done = 0
        self._stages: Stages | None = None

    def begin(self, name: str) -> Callable[[str], None]:
        """A draft is taken up; the bar stands until its first stage."""
        words = {"read": tr("membaca"), "understand": tr("memahami"), "check": tr("memeriksa")}
        self._stages = Stages(name, words, self._bar() if self._drafts > 1 else "")
        if self._drafts > 1:
            self._stages("")
        return self._stages

    def step(self) -> None:
        """A draft is done; the line is free."""
        self._done += 1
        self.clear()

    def clear(self) -> None:
        if self._stages:
            self._stages.done()

    def _bar(self) -> str:
        filled = _BAR * self._done // self._drafts
        return f"[{'#' * filled}{'.' * (_BAR - filled)}] {self._done}/{self._drafts} "


class Stages:
    """Tells on a terminal what is being done; silent elsewhere. The line is gone when the work is."""

    def __init__(self, name: str, words: dict[str, str], ahead: str = "") -> None:
        self._name = visible(name)
        self._ahead = ahead
        self._words = words
        self._width = 0
        self._shown = sys.stderr.isatty()

    def __call__(self, stage: str) -> None:
        told = f"{self._name}: {self._words.get(stage, stage)} …" if stage else self._name
        self._write(f"{self._ahead}{told}")

    def done(self) -> None:
        self._write("")

    def _write(self, text: str) -> None:
        if not self._shown:
            return
        import shutil

        text = text[: shutil.get_terminal_size().columns - 1]
        sys.stderr.write("\r" + text.ljust(self._width) + "\r" * (not text))
        sys.stderr.flush()
        self._width = len(text)
