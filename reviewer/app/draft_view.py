"""The draft beside the conversation: only the lines on screen are ever built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reviewer.app.cards import PASSAGE
from reviewer.app.layout import Draft, Layout, Line, Piece
from reviewer.app.signs import SEVERITY_SIGNS
from reviewer.model import Examination, Finding, Report, Severity, Spot

MarkKind = Literal["evidence", "mark-error", "mark-info", "mark-warning", "passage"]
"""Names of their styles; a later one covers an earlier."""

GUTTER = 2
"""Cells at the left that tell where findings stand."""
_MOST_FOLLOWED = 200
"""Places of a finding that are tried to be shown together."""
_MARKS: dict[Severity, MarkKind] = {
    Severity.ERROR: "mark-error",
    Severity.WARNING: "mark-warning",
    Severity.INFO: "mark-info",
}
MARK_SIGN, EVIDENCE_SIGN = "▶", "┃"


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: MarkKind


class DraftView(ScrollView, can_focus=True):
    """Shows a draft, marks the places of one finding, and scrolls to them."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "draft--text", "draft--heading", "draft--caption", "draft--aside", "draft--header", "draft--label", "draft--grid",
        "draft--shaded", "draft--row", "draft--mark-error", "draft--mark-warning", "draft--mark-info", "draft--passage",
        "draft--evidence", "draft--gutter", "draft--gutter-mark",
    }  # fmt: skip

    class Chosen(Message):
        """A finding's place in the draft was clicked."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    class Moved(Message):
        """Another part of the draft is at the top."""

        def __init__(self, heading: str) -> None:
            super().__init__()
            self.heading = heading

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._report: Report | None = None
        self._draft: Draft | None = None
        self._layout: Layout | None = None
        self._findings: dict[tuple[int, int], list[Finding]] = {}
        """Block and row → findings that stand there, gravest first."""
        self._marks: dict[tuple[int, int, int], list[_Mark]] = {}
        self._target: Spot | None = None
        self._strips: LRUCache[tuple[int, int], Strip] = LRUCache(512)

    def show(self, examination: Examination, draft: Draft | None = None) -> None:
        """Show the draft of an examination, measured already where `draft` is given."""
        self._report = examination.report
        self._draft = draft or Draft(examination.report)
        self._findings = {}
        for finding in examination.findings:
            spot = finding.location.spot
            self._findings.setdefault((spot.block, spot.row), []).append(finding)
        for found in self._findings.values():
            found.sort(key=lambda f: f.severity.rank)
        self._lay_out()

    def mark(self, finding: Finding | None) -> None:
        """Mark the places of a finding and bring it into view."""
        self._marks = {}
        if finding is not None:
            for evidence in finding.evidence:
                self._add_mark(evidence.location.spot, "evidence")
            spot = finding.location.spot
            self._add_mark(spot, _MARKS[finding.severity] if spot.end - spot.start <= PASSAGE else "passage")
        self._strips.clear()
        self.refresh()
        if finding is not None:
            self.go_to(finding.location.spot)

    def _add_mark(self, spot: Spot, kind: MarkKind) -> None:
        marks = self._marks.setdefault((spot.block, spot.row, spot.col), [])
        marks.append(_Mark(spot.start, spot.end, kind))

    def go_to(self, spot: Spot) -> None:
        """Bring a spot into view, a third of the way down, and sideways too."""
        self._target = spot
        if self._layout is None or not self._layout.height or not self.scrollable_content_region:
            return  # Folded away, or not laid out yet: it is gone to when it is shown.
        y, x, width = self._layout.find(spot)
        height = self.scrollable_content_region.height
        above, below = max(min(6, height // 4), self._pinned(y) + 1), min(3, height // 4)
        first = self._first_mark(y, height - above - below)
        top = self.scroll_offset.y
        if not (top + above <= first and y < top + height - below):
            top = max(min(y - max(height // 3, above), first - above), 0)
        self.scroll_to(self._sideways(self._layout.line(y), x, width), top, animate=False, force=True)

    def _first_mark(self, y: int, most: int) -> int:
        """The highest line of evidence, at most so many lines above line `y`: a sum is read with its parts."""
        assert self._layout is not None
        spots = [
            Spot(block, row, col, mark.start, mark.end) for (block, row, col), ms in self._marks.items() for mark in ms
        ]
        lines = [self._layout.find(spot)[0] for spot in spots[:_MOST_FOLLOWED]]
        return min((line for line in lines if y - most < line <= y), default=y)

    def _sideways(self, line: Line, x: int, width: int) -> int:
        """How far to scroll so that a column is seen whole, with no other cut at the left."""
        assert self._layout is not None
        start, end = line.sticky

        def seen(left: int) -> bool:
            stuck = end - start if left > start else 0
            return (start <= x < end or left + stuck <= x) and x + width <= left + self._room

        if line.width <= self._room or seen(0):
            return 0
        if seen(self.scroll_offset.x):
            return self.scroll_offset.x
        starts = [at - (end - start) for at in self._layout.column_starts(line.block) if at >= end]
        return min((left for left in starts if left > 0 and seen(left)), default=x)

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width - GUTTER, 1)

    def _lay_out(self) -> None:
        if self._draft is None or not self.size.width:
            return
        anchor = self._layout.block_at(self.scroll_offset.y) if self._layout else 0
        width = self._room
        if self._layout is None or self._layout.width != width:
            self._layout = Layout(self._draft, width)
            self._strips.clear()
            table = self._layout.table_width
            self.virtual_size = Size(GUTTER + max(table, width), self._layout.height)
            if self._target is not None:
                self.go_to(self._target)
            elif anchor:
                self.scroll_to(y=self._layout.top(anchor), animate=False)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def on_show(self, event: events.Show) -> None:
        """The place is gone to anew: what was scrolled while the panel was folded away does not last."""
        self._lay_out()
        if self._target is not None:
            self.go_to(self._target)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self._layout is not None and self._report is not None and round(old_value) != round(new_value):
            block = self._layout.block_at(round(new_value) + 1)
            path = self._report.headings[block] if block < len(self._report.headings) else ()
            self.post_message(self.Moved(path[-1] if path else ""))

    def on_click(self, event: events.Click) -> None:
        inside = event.get_content_offset(self)
        if self._layout is None or inside is None:
            return
        line = self._layout.line(self._shown_at(inside.y))
        if found := self._standing_on(line):
            self.post_message(self.Chosen(found[0]))

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self._look("text", False, False)
        if self._layout is None:
            return Strip.blank(width, base)
        scroll_x = self.scroll_offset.x
        y = self._shown_at(y)
        if y >= self._layout.height:
            return Strip.blank(width, base)
        key = (y, scroll_x)
        if (strip := self._strips.get(key)) is None:
            strip = self._strips[key] = self._strip(self._layout.line(y), scroll_x, width)
        return strip

    def _shown_at(self, y: int) -> int:
        """The line of the draft on row `y` of the screen: a table's header stays in sight while its body is read."""
        assert self._layout is not None
        top = self.scroll_offset.y
        head = self._layout.head_at(top)[: self._pinned(top)]
        return head[y] if y < len(head) and self._layout.head_at(top + len(head)) == head else top + y

    def _pinned(self, y: int) -> int:
        """How many header lines stay in sight while line `y` is read; none where they would take too much."""
        head = self._layout.head_at(y) if self._layout is not None else range(0)
        return len(head) if len(head) <= self.scrollable_content_region.height // 3 else 0

    def _strip(self, line: Line, scroll_x: int, width: int) -> Strip:
        room = max(width - GUTTER, 1)
        current = self._on_marked_row(line)
        whole = Strip(self._segments(line, current))
        filler = self._look("text", line.shaded, current)
        left = max(min(scroll_x, line.width - room), 0)
        start, end = line.sticky
        if left > start:
            label = whole.crop_extend(start, end, filler)
            body = Strip.join([label, whole.crop_extend(left + end - start, left + room, filler)])
        else:
            body = whole.crop_extend(left, left + room, filler)
        return Strip.join([self._gutter(line), body])

    def _on_marked_row(self, line: Line) -> bool:
        rows = {(line.block, piece.row) for piece in line.pieces if piece.row >= 0}
        return any((block, row) in rows and any(m.kind != "evidence" for m in marks)
                   for (block, row, _), marks in self._marks.items())  # fmt: skip

    def _gutter(self, line: Line) -> Strip:
        kinds = {kind for piece in line.pieces for _, _, kind in self._cuts(line, piece) if kind}
        sign, look = " ", "gutter"
        if kinds - {"evidence"}:
            sign, look = MARK_SIGN, "gutter-mark"
        elif "evidence" in kinds:
            sign, look = EVIDENCE_SIGN, "gutter-mark"
        elif found := self._standing_on(line):
            sign = SEVERITY_SIGNS[found[0].severity]
        return Strip([Segment(sign + " ", self._look(look, False, False))], GUTTER)

    def _standing_on(self, line: Line) -> list[Finding]:
        """Findings whose place begins on this line."""
        found = []
        for piece in line.pieces:
            if piece.own:
                end = piece.start + max(len(piece.text), 1)
                for finding in self._findings.get((line.block, piece.row), ()):
                    spot = finding.location.spot
                    if spot.col == piece.col and piece.start <= spot.start < end:
                        found.append(finding)
        return sorted(found, key=lambda f: f.severity.rank)

    def _segments(self, line: Line, current: bool) -> Iterator[Segment]:
        at = 0
        blank = self._look("text", line.shaded, current)
        for piece in line.pieces:
            if piece.x > at:
                yield Segment(" " * (piece.x - at), blank)
                at = piece.x
            for start, end, kind in self._cuts(line, piece):
                yield Segment(piece.text[start:end], self._look(kind or piece.tone, line.shaded, current))
            at += cell_len(piece.text)

    def _cuts(self, line: Line, piece: Piece) -> Iterator[tuple[int, int, MarkKind | None]]:
        """The piece cut where its marks begin and end."""
        length = len(piece.text)
        marks = self._marks.get((line.block, piece.row, piece.col), ()) if piece.own else ()
        if not marks:
            yield 0, length, None
            return
        kinds: list[MarkKind | None] = [None] * length
        for mark in sorted(marks, key=lambda m: m.kind):
            start, end = mark.start - piece.start, mark.end - piece.start
            if mark.start == mark.end and 0 <= start < length:
                start, end = 0, length  # a place without characters of its own, such as an empty cell
            for at in range(max(start, 0), min(end, length)):
                kinds[at] = mark.kind
        start = 0
        for at in range(1, length + 1):
            if at == length or kinds[at] != kinds[start]:
                yield start, at, kinds[start]
                start = at

    def _look(self, tone: str, shaded: bool, current: bool) -> Style:
        ground = "draft--row" if current else "draft--shaded" if shaded else "draft--text"
        style = self.get_component_rich_style(ground)
        return style if tone == "text" else style + self.get_component_rich_style(f"draft--{tone}", partial=True)
