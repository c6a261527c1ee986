"""JSON into a tree of `DataNode`, every value with its line and column, numbers exactly as written."""

from __future__ import annotations

import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder

from reviewer.model.document import DataNode, Place
from reviewer.reading.data_tree import DEPTH, NODES, at, clean, number, scalar, too_deep, too_many
from reviewer.reading.unreadable import Unreadable

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])")
_WORD = re.compile(r"(?:true|false|null)(?!\w)")
_STRING = JSONDecoder()
_WORDS = {"true": True, "false": False, "null": None}


def parse_json(text: str) -> DataNode | None:
    """The value of a JSON text; None where it holds nothing.

    Raises `Unreadable` with line and column.
    """
    reader = _Reader(text)
    start = reader.skip(0)
    if start == len(text):
        return None
    node, end = reader.value(start, None, 0)
    end = reader.skip(end)
    if end != len(text):
        raise reader.error(end, "masih ada tulisan sesudah akhir data", "text after the end of the data")
    return node


class _Reader:
    """Reads values from offsets of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(m.end() for m in re.finditer("\n", text))]
        self.count = 0

    def position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        line, column = self.position(start)
        return Place(line=line, end_line=self.position(end)[0], column=column)

    def error(self, offset: int, id: str, en: str) -> Unreadable:
        return at(*self.position(offset), id, en)

    def skip(self, offset: int) -> int:
        blank = _BLANK.match(self.text, offset)
        return blank.end() if blank else offset

    def value(self, start: int, key_place: Place | None, depth: int) -> tuple[DataNode, int]:
        """The value at `start`, and the offset behind it."""
        self.count += 1
        if self.count > NODES:
            raise too_many(*self.position(start))
        first = self.text[start : start + 1]
        if first in ("{", "["):
            if depth >= DEPTH:
                raise too_deep(*self.position(start))
            return self.map(start, key_place, depth) if first == "{" else self.list(start, key_place, depth)
        if first == '"':
            text, end = self.string(start)
            return scalar(text, text, self.place(start + 1, end - 1), key_place), end
        if found := _NUMBER.match(self.text, start):
            return scalar(number(found.group()), found.group(), self.place(start, found.end()), key_place), found.end()
        if found := _WORD.match(self.text, start):
            value = _WORDS[found.group()]
            text = "" if value is None else found.group()
            return scalar(value, text, self.place(start, found.end()), key_place), found.end()
        raise self.error(start, "di sini seharusnya ada nilai", "a value is expected here")

    def string(self, start: int) -> tuple[str, int]:
        try:
            text, end = _STRING.raw_decode(self.text, start)
        except JSONDecodeError as error:
            if error.msg.startswith("Unterminated"):
                raise self.error(
                    start, "tanda kutip yang dibuka tidak ditutup", "a quotation mark is opened but not closed"
                ) from None
            raise self.error(
                error.pos, "teks ini tidak ditulis menurut aturan JSON", "this text is not written as JSON asks"
            ) from None
        return clean(text), end

    def list(self, start: int, key_place: Place | None, depth: int) -> tuple[DataNode, int]:
        items: list[DataNode] = []
        offset = self.skip(start + 1)
        if self.text[offset : offset + 1] != "]":
            while True:
                node, offset = self.value(self.skip(offset), None, depth + 1)
                items.append(node)
                offset, more = self.more(offset, "]", start)
                if not more:
                    break
        return self.node(tuple(items), "list", start, offset, key_place), offset + 1

    def map(self, start: int, key_place: Place | None, depth: int) -> tuple[DataNode, int]:
        pairs: list[tuple[str, DataNode]] = []
        offset = self.skip(start + 1)
        if self.text[offset : offset + 1] != "}":
            while True:
                offset = self.skip(offset)
                if self.text[offset : offset + 1] != '"':
                    raise self.error(
                        offset,
                        "di sini seharusnya ada kunci dalam tanda kutip ganda",
                        "a key in double quotes is expected here",
                    )
                key, end = self.string(offset)
                place = self.place(offset + 1, end - 1)
                colon = self.skip(end)
                if self.text[colon : colon + 1] != ":":
                    raise self.error(colon, "di sini seharusnya ada tanda “:”", "a “:” is expected here")
                node, offset = self.value(self.skip(colon + 1), place, depth + 1)
                pairs.append((key, node))
                offset, more = self.more(offset, "}", start)
                if not more:
                    break
        return self.node(tuple(pairs), "map", start, offset, key_place), offset + 1

    def more(self, offset: int, close: str, start: int) -> tuple[int, bool]:
        """Behind a value: the offset of the closing bracket, or of the next value."""
        offset = self.skip(offset)
        sign = self.text[offset : offset + 1]
        if sign == close:
            return offset, False
        if sign == ",":
            return offset + 1, True
        if not sign:
            raise self.error(start, "kurung yang dibuka di sini tidak ditutup", "the bracket opened here is not closed")
        raise self.error(
            offset, f"di sini seharusnya ada koma atau “{close}”", f"a comma or “{close}” is expected here"
        )

    def node(
        self,
        value: tuple[tuple[str, DataNode], ...] | tuple[DataNode, ...],
        kind: str,
        start: int,
        end: int,
        key_place: Place | None,
    ) -> DataNode:
        return DataNode(
            value=value, kind="map" if kind == "map" else "list", place=self.place(start, end), key_place=key_place
        )
