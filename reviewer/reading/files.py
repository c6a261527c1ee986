"""A file on disk, whatever it is, becomes a `Document` or one clear line."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

from reviewer.model.document import Document, Notice
from reviewer.model.words import Words
from reviewer.reading.kinds import kind_of, refusal
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.overlong import without_overlong
from reviewer.reading.unreadable import Unreadable

__all__ = ["Unreadable", "read", "read_text"]

_TEXT = {".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md"}
_DATA = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_OTHER = {".csv": "csv", ".tsv": "csv", ".htm": "html", ".html": "html", ".xhtml": "html"}
"""Text of a kind that only its suffix tells."""
_APART = {"zip": "office", "pdf": "pdf", "xls": "xls", "html": "html"}
"""What is read in a process of its own, and the name of its reader there."""
_OLDER = frozenset({"doc", "rtf", "odt"})
"""What LibreOffice, where it is installed, makes a .docx of."""
_TRACKING = frozenset({"docx", *_OLDER})
"""What may hold tracked changes."""
_SUFFIXES = {
    "doc": frozenset({".doc", ".dot"}),
    "rtf": frozenset({".rtf", ".doc"}),
    "odt": frozenset({".odt", ".ott"}),
    "docx": frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    "pdf": frozenset({".pdf"}),
    "xlsx": frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"}),
    "xlsb": frozenset({".xlsb"}),
    "xls": frozenset({".xls", ".xlt"}),
    "ods": frozenset({".ods", ".ots"}),
    "html": frozenset({".html", ".htm", ".xhtml"}),
    "txt": frozenset({".txt", ".text", ""}),
}

_NAMES = {
    "doc": Words("dokumen Word lama", "an old Word document"),
    "rtf": Words("dokumen RTF", "an RTF document"),
    "odt": Words("dokumen OpenDocument", "an OpenDocument text"),
    "docx": Words("dokumen Word", "a Word document"),
    "pdf": Words("berkas PDF", "a PDF file"),
    "xlsx": Words("buku kerja Excel", "an Excel workbook"),
    "xlsb": Words("buku kerja Excel biner", "a binary Excel workbook"),
    "xls": Words("buku kerja Excel lama", "an old Excel workbook"),
    "ods": Words("lembar kerja OpenDocument", "an OpenDocument spreadsheet"),
    "html": Words("halaman web", "a web page"),
    "txt": Words("teks biasa", "plain text"),
}
_OTHER_SUFFIX = Words(
    'Nama berkas berakhiran "{suffix}", tetapi isinya {kind}; dibaca menurut isinya.',
    'The file\'s name ends in "{suffix}", but it holds {kind}; it was read as what it holds.',
)

_MISSING = Words("berkas tidak ditemukan; periksa nama dan foldernya", "no such file; check its name and folder")
_NOT_ALLOWED = Words(
    "berkas tidak boleh dibaca; periksa izinnya, atau tutup dahulu di Word",
    "reading the file is not permitted; check its permissions, or close it in Word first",
)
_FOLDER = Words("ini folder; berikan satu berkas draf di dalamnya", "this is a folder; give one draft file inside it")
_NOT_A_FILE = Words(
    "bukan berkas biasa (perangkat, pipa, atau soket); salin isinya ke sebuah berkas",
    "not a regular file (a device, pipe or socket); copy its content into a file",
)
_LOOP = Words(
    "tautan ini menunjuk dirinya sendiri; berikan berkas aslinya", "this link points at itself; give the real file"
)
_NO_NAME = Words("nama berkas tidak sah; periksa namanya", "not a valid file name; check it")
_FAILED = Words(
    "berkas gagal dibaca ({reason}); salin ke tempat lain, lalu ulangi",
    "reading the file failed ({reason}); copy it elsewhere and try again",
)
_EMPTY = Words("berkas kosong; berikan draf yang berisi", "the file is empty; give a draft with content")
_LOCK = Words(
    "ini penanda milik Word bahwa draf sedang dibuka; berikan berkas draf yang namanya tanpa ~$",
    "this is Word's own mark that a draft is open; give the draft itself, whose name has no ~$",
)
_TOO_LARGE = Words(
    "ukurannya {size} MB, melebihi batas {limit} MB untuk {kind}; bagi draf menjadi beberapa berkas, atau naikkan "
    "batasnya dengan --limit {name}=…",
    "it is {size} MB, beyond the limit of {limit} MB for {kind}; split the draft into several files, or raise "
    "the limit with --limit {name}=…",
)
_TOO_MANY = Words(
    "memuat {count} {things}, melebihi batas {limit}; bagi draf menjadi beberapa berkas, atau naikkan "
    "batasnya dengan --limit {name}=…",
    "it holds {count} {things}, beyond the limit of {limit}; split the draft into several files, or raise "
    "the limit with --limit {name}=…",
)
_NO_CHANGES = Words(
    "--original hanya berlaku bagi dokumen Word dan sejenisnya; berkas ini dibaca sebagaimana adanya.",
    "--original is for Word documents and their kin; this file was read as it stands.",
)
_ANY = Words("sebuah draf", "a draft")
_PLAIN = Words("draf berupa teks", "a draft in plain text")
_REPORT_DATA = Words("data laporan", "report data")
_LINES = Words("baris", "lines")
_MARKS = Words("pemisah kolom", "column separators")


def read(path: Path, limits: Limits = LIMITS, *, original: bool = False) -> Document:
    """The draft at `path`; its format is told by its content first and its suffix second. `original` reads a Word document
    as it was before its tracked changes; of other formats it tells that it has no meaning there.

    Raises `Unreadable` with the file's name in front where it cannot be used.
    """
    try:
        return _read(path, limits, original)
    except Unreadable as problem:
        raise problem.named(path) from None


def read_text(text: str, limits: Limits = LIMITS) -> Document:
    """A draft given as a string, read as plain text. Raises `Unreadable` where it is too long."""
    _check_text(text, limits)
    from reviewer.reading.text import document_of

    return document_of(text)


def _read(path: Path, limits: Limits, original: bool) -> Document:
    if path.name.startswith("~$"):
        raise Unreadable(_LOCK)
    data = _bytes(path, limits)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"):
        raise Unreadable(_EMPTY)
    document = without_overlong(_parsed(path, data, limits, original))
    if not document.blocks and document.data is None:
        raise Unreadable(_EMPTY)
    view = (Notice(_NO_CHANGES),) if original and document.format not in _TRACKING else ()
    notices = (*_suffix_notice(path.suffix, document.format), *view, *document.notices)
    return replace(document, path=str(path), sha256=hashlib.sha256(data).hexdigest(), notices=notices)


def _parsed(path: Path, data: bytes, limits: Limits, original: bool) -> Document:
    suffix = path.suffix.lower()
    kind = kind_of(data)
    if kind == "text":
        kind = _OTHER.get(suffix, kind)
    if kind in ("html", "csv"):
        _check_text(data.decode("latin-1"), limits)
    if kind in _APART:
        from reviewer.reading.apart import read_apart

        return read_apart(_APART[kind], data, limits, original=original)
    if kind in _OLDER:
        from reviewer.reading.libreoffice import read as read_older

        return read_older(kind, data, limits, original=original)
    if kind == "csv":
        from reviewer.reading.sheets.delimited import read as read_values

        return read_values(data, limits)
    if kind == "text":
        return _plain(path, data, suffix, limits)
    raise refusal(kind)


def _plain(path: Path, data: bytes, suffix: str, limits: Limits) -> Document:
    if suffix in _DATA:
        _check_size("data", len(data), limits, _REPORT_DATA)
        from reviewer.reading.data import read as read_data

        return read_data(data, str(path), _DATA[suffix])
    _check_text(data.decode("latin-1"), limits)
    from reviewer.reading.text import read as read_words

    return read_words(data, str(path), _TEXT.get(suffix, "txt"))


def _bytes(path: Path, limits: Limits) -> bytes:
    """The whole file, if it is a regular one within the limit. Nothing else is ever opened: a pipe would wait for ever."""
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable(_FOLDER)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(_NOT_A_FILE)
        _check_size("file", status.st_size, limits, _ANY)
        with open(path, "rb") as file:
            data = file.read(limits.file + 1)
    except (OSError, ValueError) as problem:
        raise _explained(problem) from problem
    _check_size("file", len(data), limits, _ANY)
    return data


def _explained(problem: OSError | ValueError) -> Unreadable:
    if isinstance(problem, (FileNotFoundError, NotADirectoryError)):
        return Unreadable(_MISSING)
    if isinstance(problem, PermissionError):
        return Unreadable(_NOT_ALLOWED)
    if not isinstance(problem, OSError) or problem.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return Unreadable(_NO_NAME)
    if problem.errno == errno.ELOOP:
        return Unreadable(_LOOP)
    return Unreadable(_FAILED.format(reason=problem.strerror or type(problem).__name__))


def _check_text(text: str, limits: Limits) -> None:
    _check_size("text", len(text), limits, _PLAIN)
    _check_count("lines", max(text.count("\n"), text.count("\r")), limits, _LINES)
    _check_count("cells", text.count("\t") + text.count("|"), limits, _MARKS)


def _check_count(name: str, count: int, limits: Limits, things: Words) -> None:
    limit = getattr(limits, name)
    if count > limit:
        raise Unreadable(_TOO_MANY.format(name=name, count=count, things=things, limit=limit))


def _check_size(name: str, size: int, limits: Limits, kind: Words) -> None:
    limit = getattr(limits, name)
    if size > limit:
        shown = f"{-(-size // 1_000_000)}"
        raise Unreadable(_TOO_LARGE.format(name=name, size=shown, limit=f"{limit / 1_000_000:g}", kind=kind))


def _suffix_notice(suffix: str, format: str) -> tuple[Notice, ...]:
    """Told where the name promises another format than was read."""
    if format not in _SUFFIXES or suffix.lower() in _SUFFIXES[format]:
        return ()
    return (Notice(_OTHER_SUFFIX.format(suffix=suffix, kind=_NAMES[format])),)
