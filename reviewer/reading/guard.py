"""The zip container of an Office file, opened so that no file can cost more than `Limits` allow.

Sizes that the file states are not trusted: every part is counted while it is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from reviewer.model.words import Words
from reviewer.reading.kinds import refusal
from reviewer.reading.limits import LIMITS, MEGABYTE, Limits
from reviewer.reading.unreadable import Unreadable

_CHUNK = 1 << 16
_END = b"PK\x05\x06"
_END_SIZE = 22
_COMMENT_SIZE = 65_535

DAMAGED = Words(
    "berkas terpotong atau rusak ({detail}); salin atau unduh kembali, atau simpan ulang dari program asalnya",
    "the file is cut off or damaged ({detail}); copy or download it again, or save it anew from its program",
)
_TOO_MUCH = Words(
    "isinya melebihi batas {limit} ({what}); bagi draf menjadi beberapa berkas, keluarkan lampirannya, atau naikkan "
    "batasnya dengan --limit {name}=…",
    "its content exceeds the limit of {limit} ({what}); split the draft, take its annexes out, or raise the limit with "
    "--limit {name}=…",
)


def damaged(indonesian: str, english: str) -> Unreadable:
    return Unreadable(DAMAGED.format(detail=Words(indonesian, english)))


def too_much(name: str, limit: str, indonesian: str, english: str) -> Unreadable:
    """The one line of every limit on what a file holds; `name` is its field in `Limits`."""
    return Unreadable(_TOO_MUCH.format(name=name, limit=limit, what=Words(indonesian, english)))


def megabytes(size: int) -> str:
    return f"{size // MEGABYTE} MB"


class Archive:
    """The parts of a zip by name; names are compared without case, as Office does."""

    def __init__(self, data: bytes, limits: Limits = LIMITS) -> None:
        """Raises `Unreadable` where the container is broken, protected, or beyond a limit."""
        self._limits = limits
        self._unpacked = 0
        _check_directory(data, limits)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as problem:
            raise damaged("wadah zip", "zip container") from problem
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            name = _plain(entry.filename)
            if name in self._entries:
                raise damaged("bagian ganda", "a part stored twice")
            self._entries[name] = entry
        _check_sizes(list(self._entries.values()), limits)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """In lower case, with forward slashes."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a part, at most `Limits.part`."""
        entry = self._entries[_plain(name)]
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._unpacked += len(piece)
                    self._check_growth(size, entry.compress_size)
                    pieces.append(piece)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
            ValueError,
        ) as problem:
            raise damaged("bagian di dalamnya", "a part inside it") from problem
        return b"".join(pieces)

    def _check_growth(self, size: int, packed: int) -> None:
        if size > self._limits.part:
            raise too_much("part", megabytes(self._limits.part), "satu bagian setelah dibuka", "one part, unpacked")
        if self._unpacked > self._limits.unpacked:
            raise too_much(
                "unpacked", megabytes(self._limits.unpacked), "semua bagian setelah dibuka", "all parts, unpacked"
            )
        if size > self._limits.ratio_from and size > packed * self._limits.ratio:
            raise too_much("ratio", f"{self._limits.ratio}:1", "pemampatan satu bagian", "compression of one part")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _check_directory(data: bytes, limits: Limits) -> None:
    """The list of parts is bounded before it is parsed."""
    end = data.rfind(_END, max(len(data) - _END_SIZE - _COMMENT_SIZE, 0))
    if end < 0 or len(data) < end + _END_SIZE:
        raise damaged("akhir berkas hilang", "the end of the file is missing")
    count = int.from_bytes(data[end + 10 : end + 12], "little")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if count > limits.parts or size > limits.directory:
        raise too_much("parts", f"{limits.parts}", "jumlah bagian di dalamnya", "number of parts inside")


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """What the file itself states; what it hides is found while unpacking."""
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal("locked")
    if len(entries) > limits.parts:
        raise too_much("parts", f"{limits.parts}", "jumlah bagian di dalamnya", "number of parts inside")
    if sum(entry.file_size for entry in entries) > limits.unpacked:
        raise too_much("unpacked", megabytes(limits.unpacked), "semua bagian setelah dibuka", "all parts, unpacked")
    for entry in entries:
        if entry.file_size > limits.ratio_from and entry.file_size > entry.compress_size * limits.ratio:
            raise too_much("ratio", f"{limits.ratio}:1", "pemampatan satu bagian", "compression of one part")
