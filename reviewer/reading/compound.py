"""The compound file of old Office documents (OLE): which streams stand in its root, and their bytes (MS-CFB)."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence

_END = 0xFFFFFFFE
"""Ends a chain."""
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_SIZES = frozenset({512, 4096})
"""Of a sector, in version 3 and 4."""


class Compound:
    """An opened compound file. What is broken in it reads as missing."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << min(_number(data, 30, 2), 16)
        self._small = 1 << min(_number(data, 32, 2), 16)
        self._cutoff = _number(data, 56, 4)
        self._root = 0
        self._table = self._sectors_of_table() if self._size in _SIZES else _NOTHING
        self._entries = self._directory()

    @property
    def names(self) -> frozenset[str]:
        """The streams that stand in the root itself, not in an object inside the document."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream of the root; none where it is missing."""
        if name not in self._entries:
            return b""
        start, size = self._entries[name]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        inner = self._chain(self._root)
        table = _numbers(self._chain(_number(self._data, 60, 4)))
        found = [inner[s * self._small : (s + 1) * self._small] for s in _followed(start, table)]
        return b"".join(found)[:size]

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _followed(start, self._table))

    def _sectors_of_table(self) -> Sequence[int]:
        """The table of sectors, whose own sectors are listed in the header and in a chain from there; no longer than the
        file has sectors."""
        sectors = len(self._data) // self._size
        listed = [_number(self._data, 76 + 4 * i, 4) for i in range(109)]
        more = _number(self._data, 68, 4)
        seen: set[int] = set()
        while more < sectors and more not in seen and len(listed) < sectors:
            seen.add(more)
            *own, more = _numbers(self._sector(more)) or (_END,)
            listed += own
        table = array("I")
        for number in dict.fromkeys(listed):
            if number < sectors and len(table) < sectors:
                table += _numbers(self._sector(number))
        return table

    def _directory(self) -> dict[str, tuple[int, int]]:
        """Name → first sector and size of the streams of the root."""
        listing = self._chain(_number(self._data, 48, 4))
        entries = [listing[at : at + _ENTRY] for at in range(0, len(listing) - _ENTRY + 1, _ENTRY)]
        if not entries or entries[0][66] != _ROOT:
            return {}
        self._root = _number(entries[0], 116, 4)
        found = {}
        open_: list[int] = [_number(entries[0], 76, 4)]
        seen: set[int] = set()
        while open_:
            index = open_.pop()
            if index >= len(entries) or index in seen:
                continue
            seen.add(index)
            entry = entries[index]
            open_ += [_number(entry, 68, 4), _number(entry, 72, 4)]
            if entry[66] == _STREAM:
                name = entry[: max(_number(entry, 64, 2) - 2, 0)].decode("utf-16-le", "replace")
                found[name] = (_number(entry, 116, 4), _number(entry, 120, 4))
        return found


_NOTHING: Sequence[int] = ()


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")


def _numbers(data: bytes) -> array[int]:
    found = array("I")
    found.frombytes(data[: len(data) // found.itemsize * found.itemsize])
    if sys.byteorder == "big":
        found.byteswap()
    return found


def _followed(start: int, table: Sequence[int]) -> Iterator[int]:
    """The sectors of a chain, each once."""
    seen: set[int] = set()
    number = start
    while number < len(table) and number not in seen:
        seen.add(number)
        yield number
        number = table[number]
