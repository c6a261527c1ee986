"""Markdown marks inside a text: taken out, with every other character still at its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.reading.fragments import replacements
from reviewer.reading.lines import BLANKS, Line, Piece, piece_of

_STARS = re.compile(r"(?<!\*)(\*{2,3})(?!\*)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~^\"'@$])")
_PAIRED = re.compile(r"(?<![\w\\*_])([*_])(?=[^\s*_])[^*_\n]{1,300}(?<=[^\s*_\\])\1(?![\w*_])")
"""*slanted* and _slanted_; a star behind a figure is a note's mark."""
_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<text>[^\[\]\n]{0,300})\]"
    r"\((?:https?:|mailto:|#|\.{0,2}/|[\w./%-]{1,200}\.[A-Za-z]{2,5}(?=[)\s]))[^()\s]{0,500}(?:\s+\"[^\"\n]{0,200}\")?\)"
    r"(?:\{[^{}\n]{0,100}\})?"
)
_NOTE = re.compile(r"\[\^[\w-]{1,30}\](?!:)")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_OPENS = re.compile(r"[^\s*).,;:!?]")


def without_stars(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without `**` and `***` that pair up, across lines too; those that do not are the author's own."""
    if not any("**" in piece.text for piece in pieces):
        return list(pieces)
    cuts: dict[int, list[tuple[int, int]]] = {}
    pending: tuple[int, re.Match[str]] | None = None
    for index, piece in enumerate(pieces):
        for stars in _STARS.finditer(piece.text):
            if pending and len(pending[1][1]) == len(stars[1]):
                cuts.setdefault(pending[0], []).append(pending[1].span())
                cuts.setdefault(index, []).append(stars.span())
                pending = None
            elif _opens(piece.text, stars):
                pending = index, stars
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        kept += _cut(piece, [(a, b, "") for a, b in sorted(cuts[index])]) if index in cuts else [piece]
    return kept


def broken(line: Line, start: int, end: int) -> list[Piece]:
    """Characters `start` to `end` of a line, parted where `<br>` breaks them."""
    pieces = []
    for found in _BREAK.finditer(line.text, start, end):
        pieces.append(piece_of(line, start, found.start()))
        start = found.end()
    return [*pieces, piece_of(line, start, end)]


def without_escapes(piece: Piece) -> list[Piece]:
    """A piece of Markdown with `\\.` read as `.`, links as their text, the marks of slanted words, notes and pictures taken
    out, and what converters left of LaTeX and HTML written out."""
    text = piece.text
    found: list[tuple[int, int, str]] = [*replacements(text)]
    others: list[tuple[int, int, str]] = []
    if "[" in text:
        others += [part for m in _LINK.finditer(text) for part in _unlinked(m)]
        others += [(m.start(), m.end(), "") for m in _NOTE.finditer(text)]
    if "\\" in text and "$" not in text:
        others += [(m.start(), m.end(), m[1]) for m in _ESCAPED.finditer(text)]
    if "*" in text or "_" in text:
        others += [(at, at + 1, "") for m in _PAIRED.finditer(text) for at in (m.start(), m.end() - 1)]
    for a, b, mark in others:
        if not any(c < b and a < d for c, d, _ in found):
            found.append((a, b, mark))
    return _cut(piece, sorted(found)) if found else [piece]


def _unlinked(link: re.Match[str]) -> list[tuple[int, int, str]]:
    """Of a link the text stays, of a picture nothing: what it is called is no text of the draft."""
    if link["picture"]:
        return [(link.start(), link.end(), "")]
    return [(link.start(), link.start("text"), ""), (link.end("text"), link.end(), "")]


def _opens(text: str, stars: re.Match[str]) -> bool:
    before, after = text[: stars.start()], text[stars.end() :]
    return bool(_OPENS.match(after)) and not before[-1:].isalnum()


def _cut(piece: Piece, found: list[tuple[int, int, str]]) -> list[Piece]:
    """The piece without the ranges found, each replaced by its text; blanks left at either end go too."""
    parts: list[Piece] = []
    start = 0
    for a, b, instead in [*found, (len(piece.text), len(piece.text), "")]:
        if a > start:
            parts.append(Piece(piece.text[start:a], piece.line, piece.column + start, piece.page, ""))
        if instead:
            parts.append(Piece(instead, piece.line, piece.column + a, piece.page, ""))
        start = b
    while parts and not parts[0].text.strip(BLANKS):
        parts.pop(0)
    while parts and not parts[-1].text.strip(BLANKS):
        parts.pop()
    if not parts:
        return [piece._replace(text="")]
    first = parts[0]
    left = first.text.lstrip(BLANKS)
    parts[0] = first._replace(text=left, column=first.column + len(first.text) - len(left), glue=piece.glue)
    parts[-1] = parts[-1]._replace(text=parts[-1].text.rstrip(BLANKS))
    return parts
