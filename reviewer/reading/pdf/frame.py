"""Coordinates. PDFium counts up from a page's lower left corner before the page is turned; readers count down from the
upper left corner of the page as it is shown. Text is read in a frame of its own, in which it runs to the right: the
shown page nearly always, a quarter turn of it where a table was printed sideways.
"""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, counted from the upper left corner."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's visible rectangle in PDFium's coordinates, and its clockwise quarter turns when shown and when read."""

    left: float
    bottom: float
    right: float
    top: float
    shown: int
    read: int

    @property
    def width(self) -> float:
        """Of the page as it is read."""
        return self.top - self.bottom if self.read % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.read % 2 else self.top - self.bottom

    def turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of PDFium's coordinates in the frame of reading."""
        return self._turned(self.read, left, bottom, right, top)

    def as_shown(self, box: Box) -> Box:
        """A box of the frame of reading on the page as it is shown."""
        if self.read == self.shown:
            return box
        left, top, right, bottom = box
        raw = {
            0: (self.left + left, self.top - bottom, self.left + right, self.top - top),
            1: (self.left + top, self.bottom + left, self.left + bottom, self.bottom + right),
            2: (self.right - right, self.bottom + top, self.right - left, self.bottom + bottom),
            3: (self.right - bottom, self.top - right, self.right - top, self.top - left),
        }[self.read]
        return self._turned(self.shown, *raw)

    def _turned(self, turn: int, left: float, bottom: float, right: float, top: float) -> Box:
        if turn == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if turn == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if turn == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left
