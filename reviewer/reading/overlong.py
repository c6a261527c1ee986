"""Words longer than any: a text without blanks would cost every pattern the square of its length, so they are cut off."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from reviewer.model.document import Block, Cell, Document, Notice, Paragraph, Span, place_in
from reviewer.model.words import Words

_Holder = TypeVar("_Holder", Paragraph, Cell)
LONGEST = 500
"""Characters of a word; a line of dots in a table of contents has some two hundred."""
_WORD = re.compile(rf"(?<!\S)\S{{{LONGEST + 1},}}")
_CUT = Words(
    "{count} kata lebih panjang daripada {longest} huruf (yang pertama di sini); hanya {longest} huruf pertamanya yang dibaca.",
    "{count} words are longer than {longest} characters (the first one here); only their first {longest} characters were read.",
)


def without_overlong(document: Document) -> Document:
    """The document with its overlong words cut off, and a notice of it."""
    cut: list[Span] = []
    blocks = tuple(_block(block, cut) for block in document.blocks)
    if not cut:
        return document
    notice = Notice(_CUT.format(count=len(cut), longest=LONGEST), cut[0].place)
    return replace(document, blocks=blocks, notices=(*document.notices, notice))


def _block(block: Block, cut: list[Span]) -> Block:
    if isinstance(block, Paragraph):
        return _held(block, cut)
    if not any(len(cell.text) > LONGEST for row in block.rows for cell in row):
        return block
    return replace(block, rows=tuple(tuple(_held(cell, cut) for cell in row) for row in block.rows))


def _held(holder: _Holder, cut: list[Span]) -> _Holder:
    """A text without the rest of its overlong words; what follows them keeps its place."""
    text, spans = holder.text, holder.spans
    words: list[re.Match[str]] = list(_WORD.finditer(text)) if len(text) > LONGEST else []
    if not words:
        return holder
    kept: list[str] = []
    placed: list[Span] = []
    start = gone = 0
    ends: list[re.Match[str] | None] = [*words, None]
    for word in ends:
        end = word.start() + LONGEST if word else len(text)
        if start < len(text):
            placed.append(Span(start - gone, place_in(spans, start)))
        placed += [Span(span.start - gone, span.place) for span in spans if start < span.start < end]
        kept.append(text[start:end])
        if word:
            cut.append(Span(word.start(), place_in(spans, word.start(), word.end())))
            start, gone = word.end(), gone + word.end() - end
    return replace(holder, text="".join(kept), spans=tuple(placed) if spans else ())
