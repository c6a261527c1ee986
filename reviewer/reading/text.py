"""Plain text and Markdown drafts, as people paste or convert them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from types import ModuleType

from reviewer.model.document import Block, Document, Notice
from reviewer.reading import aligned, bare, contents, markup, pipes, stacked, tabs, underlined, wrapping
from reviewer.reading.decoding import decode
from reviewer.reading.grid import Found
from reviewer.reading.lines import Line, lines_of
from reviewer.reading.pages import Furniture
from reviewer.reading.paragraphs import furniture, paragraphs

_READERS: tuple[ModuleType, ...] = (markup, pipes, underlined, stacked, tabs, aligned)
"""Ways to write a table, asked in this order; each has `begins` (cheap) and `claim`."""


def read(data: bytes, path: str, format: str) -> Document:
    """A draft from the bytes of a `.txt` or `.md` file. `format` is "txt" or "md". Never fails.

    Taken out of the text: Markdown heading marks (they give `level`), paired `**` and `***`, lines of nothing but
    `---`, `***` or `===`, the strokes and tags of tables, and rows that repeat the header of their table.
    """
    decoded = decode(data)
    return _document(decoded.text, path, format, hashlib.sha256(data).hexdigest(), decoded.notices)


def document_of(text: str) -> Document:
    """A draft given as a string, read as plain text."""
    return _document(text, "", "txt", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), ())


def _document(text: str, path: str, format: str, sha256: str, notices: tuple[Notice, ...]) -> Document:
    lines = lines_of(text)
    blocks = tuple(_blocks(lines, markdown=format == "md"))
    return Document(path, format, sha256, blocks, notices, pages=lines[-1].page)


def _blocks(lines: Sequence[Line], *, markdown: bool) -> Iterator[Block]:
    width = wrapping.margin(lines)
    tables = _Tables(lines)
    prose: list[Line] = []
    before = ""
    at = 0
    while at < len(lines):
        line = lines[at]
        found = tables.at(at, before)
        if found or line.blank:
            yield from paragraphs(prose, width, markdown=markdown)
            prose.clear()
        if found:
            yield found.table
            for beside in found.aside:
                yield furniture(lines[beside])
            before = ""
            at = found.end
            continue
        if not line.blank:
            prose.append(line)
            if "\t" not in line.text or not contents.heads(before):
                before = line.text.strip()
        at += 1
    yield from paragraphs(prose, width, markdown=markdown)


class _Tables:
    """The tables of a draft, found as its lines are walked through."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._furniture = Furniture(lines)
        self._found = {found.start: found for found in bare.find(lines)}
        self._examined = [0] * len(_READERS)
        """Per reader, the line up to which it has told its tables, so that no line is asked for twice."""

    def at(self, at: int, before: str) -> Found | None:
        """The table that begins at line `at` (index). `before` is the paragraph above."""
        if at in self._found:
            return self._found[at]
        for number, reader in enumerate(_READERS):
            if at < self._examined[number] or not reader.begins(self._lines, at):
                continue
            found, self._examined[number] = reader.claim(self._lines, at, before, self._furniture)
            for table in found:
                self._found.setdefault(table.start, table)
            if at in self._found:
                return self._found[at]
        return None
