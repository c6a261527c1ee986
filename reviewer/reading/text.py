"""Plain text and Markdown drafts, as people paste or convert them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from reviewer.model.document import Block, Document, Notice, Paragraph, Table
from reviewer.reading import aligned, contents, pipes, stacked, tabs, wrapping
from reviewer.reading.decoding import decode
from reviewer.reading.emphasis import without_escapes, without_stars
from reviewer.reading.lines import Line, Piece, assemble, lines_of, piece_of

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]#+$")
_RULES = (set("-"), set("*"), set("="))


def read(data: bytes, path: str, format: str) -> Document:
    """A draft from the bytes of a `.txt` or `.md` file. `format` is "txt" or "md". Never fails.

    Taken out of the text: Markdown heading marks (they give `level`), paired `**` and `***`, lines of nothing but
    `---`, `***` or `===`, and rows that repeat the header of their table.
    """
    decoded = decode(data)
    return _document(decoded.text, path, format, hashlib.sha256(data).hexdigest(), decoded.notices)


def document_of(text: str) -> Document:
    """A draft given as a string, read as plain text."""
    return _document(text, "", "txt", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), ())


def _document(text: str, path: str, format: str, sha256: str, notices: tuple[Notice, ...]) -> Document:
    lines = lines_of(text)
    pages = lines[-1].page if lines else None
    blocks = tuple(_blocks(lines, markdown=format == "md"))
    return Document(path, format, sha256, blocks, notices, pages=pages)


def _blocks(lines: Sequence[Line], *, markdown: bool) -> Iterator[Block]:
    width = wrapping.margin(lines)
    prose: list[Line] = []
    before = ""
    stacks: dict[int, stacked.Found] = {}
    not_stacked = not_tabbed = not_piped = not_aligned = 0
    at = 0
    while at < len(lines):
        line = lines[at]
        table: Table | None = None
        end = at + 1
        if line.blank and not line.text.startswith("\t"):
            yield from _paragraphs(prose, width, markdown)
            prose = []
            at += 1
            continue
        if "|" in line.text or line.text.startswith("+"):
            if at >= not_piped:
                table, end = pipes.claim(lines, at)
                not_piped = end
        elif "\t" in line.text:
            if at >= not_stacked and stacked.begins(lines, at):
                found, not_stacked = stacked.claim(lines, at)
                stacks = {table.start: table for table in found}
            if at in stacks:
                _, end, table = stacks[at]
            elif at >= not_tabbed and tabs.is_row(line):
                table, end = tabs.claim(lines, at, before)
                not_tabbed = end
        elif at >= not_aligned and aligned.begins(line):
            table, end = aligned.claim(lines, at, before)
            not_aligned = end
        if table is not None:
            yield from _paragraphs(prose, width, markdown)
            prose = []
            before = ""
            yield table
            at = end
            continue
        if not line.blank:
            prose.append(line)
            if "\t" not in line.text or not contents.heads(before):
                before = line.text.strip()
        elif prose:
            yield from _paragraphs(prose, width, markdown)
            prose = []
        at += 1
    yield from _paragraphs(prose, width, markdown)


def _paragraphs(lines: Sequence[Line], width: int | None, markdown: bool) -> Iterator[Paragraph]:
    """The paragraphs of lines that no blank line parts."""
    kept = [line for line in lines if not _is_rule(line.text)]
    if not kept:
        return
    levels: list[int | None] = []
    pieces: list[Piece] = []
    for line in kept:
        piece = piece_of(line)
        mark = _HEADING.match(piece.text)
        levels.append(len(mark[1]) if mark else None)
        if mark:
            text = _CLOSING.sub("", piece.text[mark.end() :]).rstrip()
            piece = piece._replace(text=text, column=piece.column + mark.end())
        pieces.append(piece)
    per_line = _by_line(without_stars(pieces), kept, markdown)
    group: list[Piece] = []
    for k, line in enumerate(kept):
        wrapped = (
            k > 0
            and width is not None
            and levels[k] is None
            and levels[k - 1] is None
            and wrapping.goes_on(kept[k - 1].text, line.text, width)
        )
        if wrapped and group and per_line[k]:
            first = per_line[k][0]
            group.append(first._replace(glue=wrapping.glue(group[-1].text, first.text)))
            group += per_line[k][1:]
            continue
        yield from _paragraph(group, levels[k - 1])
        group = per_line[k]
    yield from _paragraph(group, levels[-1])


def _is_rule(text: str) -> bool:
    """True for a line of nothing but three or more `-`, `*` or `=`."""
    marks = "".join(text.split())
    return len(marks) > 2 and set(marks) in _RULES


def _by_line(pieces: list[Piece], lines: Sequence[Line], markdown: bool) -> list[list[Piece]]:
    found: dict[int, list[Piece]] = {line.number: [] for line in lines}
    for piece in pieces:
        found[piece.line] += without_escapes(piece) if markdown else [piece]
    return [[p for p in found[line.number] if p.text] for line in lines]


def _paragraph(pieces: list[Piece], level: int | None) -> Iterator[Paragraph]:
    text, spans = assemble(pieces)
    if text:
        yield Paragraph(text, spans, level)
