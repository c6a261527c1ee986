"""The row or sentence a finding stands in, with the wrong part apart, for faces to mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.model import Report, Spot


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of an excerpt."""

    text: str
    marked: bool = False
    """True for the characters that the finding is about."""


@dataclass(frozen=True, slots=True)
class ExcerptCell:
    """A cell of the row, under the title of its column; a sentence is one cell without title."""

    title: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> bool:
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A row of a table or a sentence; empty cells are left out."""

    cells: tuple[ExcerptCell, ...]
    in_table: bool


def excerpt(report: Report, spot: Spot) -> Excerpt:
    """The row or sentence at a spot. Text as in the draft: the face escapes it."""
    raise NotImplementedError
