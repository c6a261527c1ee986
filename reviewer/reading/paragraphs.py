"""Lines outside tables become paragraphs and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.model.document import Paragraph
from reviewer.reading import wrapping
from reviewer.reading.emphasis import without_escapes, without_stars
from reviewer.reading.lines import Line, Piece, assemble, piece_of

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]#+$")
_ATTRIBUTES = re.compile(r"[ \t]*\{[#.][^{}]{0,100}\}$")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_CAPTION = re.compile(r"(?:Table)?:[ \t]+(?=\S)")
_NOTE = re.compile(r"\[\^([\w-]{1,30})\]:[ \t]*(?=\S)")
_LONGEST_HEADING = 200
_RULES = (set("-"), set("*"), set("="))


def furniture(line: Line) -> Paragraph:
    """A page number, running title or caption said again, apart from the text of the report."""
    text, spans = assemble([piece_of(line)])
    return Paragraph(text, spans, role="header")


def paragraphs(lines: Sequence[Line], width: int | None, *, markdown: bool) -> Iterator[Paragraph]:
    """The paragraphs of lines that no blank line parts. `width` is the margin at which the text was broken, if any."""
    kept = [line for line in lines if not _is_rule(line.text)]
    if not kept:
        return
    underlined = _underlined(lines) if markdown else None
    levels: list[int | None] = []
    pieces: list[Piece] = []
    for line in kept:
        piece = piece_of(line)
        mark = _HEADING.match(piece.text)
        levels.append(len(mark[1]) if mark else None)
        if mark:
            text = _CLOSING.sub("", piece.text[mark.end() :]).rstrip()
            piece = piece._replace(text=text, column=piece.column + mark.end())
        if markdown:
            piece = _unmarked(piece, first=not pieces, heading=bool(mark))
        pieces.append(piece)
    if underlined:
        levels[0] = underlined
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


def _underlined(lines: Sequence[Line]) -> int | None:
    """The level of the one line that stands over a line of `=` (1) or `-` (2), as Markdown marks headings, too."""
    if len(lines) < 2 or len(lines[0].text) > _LONGEST_HEADING or _is_rule(lines[0].text):
        return None
    marks = lines[1].text.strip()
    if len(marks) < 3 or set(marks) not in (set("="), set("-")):
        return None
    return 1 if marks[0] == "=" else 2


def _unmarked(piece: Piece, first: bool, heading: bool) -> Piece:
    """Without the marks that Markdown sets around a line: of a quotation, a caption, a note, a heading's name."""
    if heading:
        return piece._replace(text=_ATTRIBUTES.sub("", piece.text))
    for mark in (_QUOTED, *((_CAPTION, _NOTE) if first else ())):
        found = mark.match(piece.text)
        if found:
            piece = piece._replace(text=piece.text[found.end() :].lstrip(), column=piece.column + found.end())
    return piece


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
