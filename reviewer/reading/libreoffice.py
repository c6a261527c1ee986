"""Older documents (.doc, .rtf, .odt) by way of LibreOffice, where it is installed: it makes a .docx of them, which is read.

LibreOffice runs apart, in an empty profile and folder of its own that are taken away again: no macro runs, no link is
followed, nothing is fetched, and a LibreOffice that the user has open is not touched.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reviewer.model.document import Document, Notice
from reviewer.model.words import Words
from reviewer.reading.apart import read_apart
from reviewer.reading.guard import Archive
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.unreadable import Unreadable

KINDS = {
    "doc": Words("dokumen Word lama (.doc)", "an old Word document (.doc)"),
    "rtf": Words("dokumen RTF", "an RTF document"),
    "odt": Words("dokumen OpenDocument (.odt)", "an OpenDocument text (.odt)"),
}
"""What is read so, by the suffix that LibreOffice is shown."""
_WORD = Words("dokumen Word", "a Word document")

_NOT_INSTALLED = Words(
    "{what} hanya dapat dibaca dengan LibreOffice; pasang LibreOffice (libreoffice.org), atau simpan sebagai .docx, lalu ulangi",
    "{what} can be read only by way of LibreOffice; install it (libreoffice.org), or save the draft as .docx, and try again",
)
_NOT_STARTED = Words(
    "LibreOffice gagal dijalankan ({reason}); perbaiki pemasangannya, atau simpan draf sebagai .docx, lalu ulangi",
    "LibreOffice could not be started ({reason}); mend its installation, or save the draft as .docx, and try again",
)
_FAILED = Words(
    "{what} tidak dapat dibuka LibreOffice (mungkin rusak atau terkunci kata sandi); buka di Word, simpan sebagai .docx, "
    "lalu ulangi",
    "{what} could not be opened by LibreOffice (perhaps damaged or protected by a password); open it in Word, save it "
    "as .docx, and try again",
)
_STALLED = Words(
    "LibreOffice tidak selesai membukanya dalam batas {limit} detik; simpan sendiri sebagai .docx, atau naikkan "
    "batasnya dengan --limit seconds=…",
    "LibreOffice could not open it within the limit of {limit} seconds; save it as .docx yourself, or raise the limit "
    "with --limit seconds=…",
)
_CONVERTED = Words(
    "Berkas ini {what}; LibreOffice mengubahnya dahulu menjadi .docx. Bila ada isi yang janggal, simpan sendiri sebagai .docx.",
    "This file is {what}; LibreOffice made a .docx of it first. If anything looks odd, save it as .docx yourself.",
)

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SCRIPTING = "Office.Common/Security/Scripting"
_PROXY = "Inet/Settings"
_PROFILE = (
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    # What would be fetched all the same is sought where nobody answers.
    (_PROXY, "ooInetProxyType", "1"),
    (_PROXY, "ooInetNoProxy", ""),
    (_PROXY, "ooInetHTTPProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPProxyPort", "9"),
    (_PROXY, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPSProxyPort", "9"),
    (_PROXY, "ooInetFTPProxyName", "127.0.0.1"),
    (_PROXY, "ooInetFTPProxyPort", "9"),
)
_WINDOWS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LD_LIBRARY_PATH")


def read(kind: str, data: bytes, limits: Limits = LIMITS, *, original: bool = False) -> Document:
    """The document in the bytes of a draft of one of `KINDS`; `path` and `sha256` are left empty. `original` reads it as it
    was before its tracked changes.

    Raises `Unreadable` where there is no LibreOffice, where it cannot open the draft, or where a limit is reached.
    """
    if kind == "odt":
        Archive(data, limits)
    word = converted(data, kind, "docx", limits)
    document = read_apart("office", word, limits, original=original)
    notice = Notice(_CONVERTED.format(what=KINDS[kind]))
    return replace(document, format=kind, notices=(notice, *document.notices))


def converted(data: bytes, kind: str, target: str, limits: Limits = LIMITS) -> bytes:
    """A document of a kind (its suffix without the dot) as LibreOffice writes it in the format `target`. Raises `Unreadable`."""
    what = KINDS.get(kind, _WORD)
    program = found()
    if program is None:
        raise Unreadable(_NOT_INSTALLED.format(what=what))
    with tempfile.TemporaryDirectory(prefix="reviewer-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        draft, written = folder / f"draft.{kind}", folder / "out" / f"draft.{target.partition(':')[0]}"
        draft.write_bytes(data)
        _write_profile(folder / "profile")
        command = (
            str(program), "--headless", "--norestore", "--nologo", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", target, "--outdir", str(written.parent), str(draft),
        )  # fmt: skip
        _run(command, folder, limits)
        try:
            with open(written, "rb") as file:
                content = file.read(limits.file + 1)
        except OSError:
            content = b""
    if not 0 < len(content) <= limits.file:
        raise Unreadable(_FAILED.format(what=what))
    return content


def found() -> Path | None:
    """The program, where it is installed: on the path, and on Windows and macOS where its installer puts it."""
    if sys.platform == "win32":
        # The path is not searched there: it begins with the folder that the draft may lie in.
        places = [
            Path(os.environ[name], "LibreOffice", "program", "soffice.com") for name in _WINDOWS if name in os.environ
        ]
    else:
        named = (shutil.which(name) for name in ("soffice", "libreoffice"))
        places = [*(Path(path) for path in named if path), *([_MAC] if sys.platform == "darwin" else [])]
    return next((place.absolute() for place in places if place.is_file()), None)


def _write_profile(folder: Path) -> None:
    items = "\n".join(_SETTING.format(path=path, name=name, value=value) for path, name, value in _PROFILE)
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), encoding="utf-8")


def _run(command: tuple[str, ...], folder: Path, limits: Limits) -> None:
    """Run it to its end, within the time and (on Linux) the memory that the limits allow."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP"), str(folder))
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**environment, **homes, "SAL_USE_VCLPLUGIN": "svp"},
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as problem:
        raise Unreadable(_NOT_STARTED.format(reason=problem.strerror or type(problem).__name__)) from problem
    with _ended(process):
        _bound(process.pid, limits)
        try:
            process.wait(limits.seconds)
        except subprocess.TimeoutExpired:
            raise Unreadable(_STALLED.format(limit=f"{limits.seconds:g}")) from None


def _bound(pid: int, limits: Limits) -> None:
    """Memory and written files, of the process and of those it starts."""
    if sys.platform != "linux":
        return
    import resource

    with contextlib.suppress(ProcessLookupError):
        for what, amount in (
            # Most of what an office program asks for it never fills.
            (resource.RLIMIT_AS, limits.memory * 2),
            (resource.RLIMIT_FSIZE, limits.unpacked),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hard = resource.prlimit(pid, what)
            bound = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
            resource.prlimit(pid, what, (bound, hard))


@contextlib.contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """What the process started (its launcher starts the program itself) ends with the block, whatever happened in it."""
    try:
        yield
    finally:
        if process.poll() is None:
            if sys.platform == "win32":
                subprocess.run(("taskkill", "/F", "/T", "/PID", str(process.pid)), capture_output=True, check=False)
            else:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.wait()
