"""Styles of what is marked in a piece of the draft, and the carets that stand for colour."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

WRONG, CITED, HEAD, GUTTER = "wrong", "cited", "head", "gutter"


def pointing(line: Text) -> Iterator[Text]:
    """A line that points at what is marked wrong in the line above it; none where nothing is."""
    spans = sorted((s.start, s.end) for s in line.spans if s.style == WRONG and s.end > s.start)
    pointer = ""
    for start, end in spans:
        pointer = pointer.ljust(cell_len(line.plain[:start])) + "^" * cell_len(line.plain[start:end])
    if pointer.strip():
        yield Text(pointer, style=WRONG)
