"""The pages that Word had laid the draft out on when it was saved, as far as it stored them.

Word notes where a page begins (`w:lastRenderedPageBreak`) before each run that stands on another page than the run before
it. That is the next page, save in a row cut by a page end: there the next cell begins on the page where the row began.
Breaks that the author set are noted so, too, unless nothing but a picture or an empty line follows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.model.document import Place
from reviewer.reading.docx.numerals import numeral
from reviewer.reading.docx.xml import child, number, value, w
from reviewer.reading.office_xml import Element

_STORED = w("lastRenderedPageBreak")
_NUMBERS = 32_767
"""Word's highest page number."""


@dataclass(frozen=True, slots=True)
class Section:
    """How the pages of a section are numbered."""

    continues: bool = False
    """It begins on the page on which the one before it ends."""
    start: int | None = None
    format: str = "decimal"


@dataclass(slots=True)
class _Row:
    """A table row being read: its first page, and whether text of it, and of its present cell, was met."""

    page: int
    begun: bool = False
    cell_begun: bool = False


class Pages:
    """Where reading stands. Told of everything that moves it, in the order of the draft."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = list(sections) or [Section()]
        self._labelled = any(s.start is not None or s.format != "decimal" for s in self._sections)
        self._page = self._highest = 1
        self._printed = 0
        """What is added to a page's count to have its printed number."""
        self._due = False
        """A break was met whose page nothing stands on yet."""
        self._restart: int | None = None
        self._rows: list[_Row] = []
        self._places: dict[tuple[int, int, str], Place] = {}
        self._enter(self._sections[0])

    def text(self) -> Place:
        """Text was met: where it stands."""
        if self._due:
            self._forward()
        for row in self._rows:
            row.begun = row.cell_begun = True
        return self.here()

    def here(self) -> Place:
        """Where reading stands."""
        section = self._sections[0]
        key = (self._page, self._printed, section.format)
        if key not in self._places:
            label = numeral(self._page + self._printed, section.format) if self._labelled else None
            self._places[key] = Place(page=self._page, page_label=label or None, rough=True)
        return self._places[key]

    def stored(self) -> None:
        """A page break that Word noted."""
        back = next((row for row in self._rows if not row.cell_begun and self._page > row.page), None)
        if back is not None and not self._due:
            self._move(back.page)
        else:
            self._forward()

    def turn(self) -> None:
        """A page break that the author set."""
        self._due = True

    def next_section(self) -> None:
        if len(self._sections) > 1:
            del self._sections[0]
            self._enter(self._sections[0])
            self._due = self._due or not self._sections[0].continues

    def begin_row(self) -> None:
        self._rows.append(_Row(self._page))

    def begin_cell(self) -> None:
        self._rows[-1].cell_begun = False

    def end_row(self) -> Place:
        """Where the row began."""
        row = self._rows.pop()
        page, self._page = self._page, row.page
        place = self.here()
        self._page = page
        return place

    def _enter(self, section: Section) -> None:
        self._restart = section.start
        if self._page == 1 and not self._due and section.start is not None and not self._rows:
            self._restart, self._printed = None, section.start - 1

    def _forward(self) -> None:
        inside = any(row.begun for row in self._rows)
        page = self._page + 1
        self._move(page if inside else max(page, self._highest))
        if self._restart is not None:
            self._printed, self._restart = self._restart - self._page, None

    def _move(self, page: int) -> None:
        self._page, self._due = page, False
        self._highest = max(self._highest, page)
        for row in self._rows:
            if not row.begun:
                row.page = page


def pages_of(document: Element) -> Pages | None:
    """The pages of a document's body; None where Word stored none."""
    if next(document.iter(_STORED), None) is None:
        return None
    return Pages([_section(element) for element in document.iter(w("sectPr"))])


def _section(element: Element) -> Section:
    numbers = child(element, "pgNumType")
    start = None if numbers is None else numbers.get(w("start"))
    return Section(
        continues=value(element, "type") == "continuous",
        start=None if start is None else min(number(start, 1), _NUMBERS),
        format="decimal" if numbers is None else numbers.get(w("fmt")) or "decimal",
    )
