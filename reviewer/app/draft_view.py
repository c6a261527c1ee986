"""The draft beside the conversation: only the lines on screen are ever built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reviewer.app.cards import PASSAGE
from reviewer.app.cursor import Stop, at_point, beside, beyond, stops
from reviewer.app.layout import Draft, Layout, Line, Piece
from reviewer.app.signs import CURSOR_SIGN, EVIDENCE_SIGN, LEDGER_SIGNS, MARK_SIGN, OWN_SIGN, SEVERITY_SIGNS
from reviewer.model import Examination, Finding, Report, Severity, Spot, Status
from reviewer.reviewing.pointing import Pointing, Told

MarkKind = Literal["evidence", "mark-error", "mark-info", "mark-warning", "passage", "cursor"]
"""Names of their styles."""
Look = MarkKind | Literal["verified", "contradicted", "repeated", "unchecked"]
_COVERS: tuple[MarkKind, ...] = ("evidence", "mark-info", "mark-warning", "mark-error", "passage", "cursor")
"""A later one covers an earlier."""
_LEDGER: dict[Status, Look] = {
    Status.VERIFIED: "verified",
    Status.CONTRADICTED: "contradicted",
    Status.REPEATED: "repeated",
    Status.UNCHECKED: "unchecked",
}

GUTTER = 2
"""Cells at the left that tell where findings stand."""
_MOST_FOLLOWED = 200
"""Places of a finding that are tried to be shown together."""
_MARKS: dict[Severity, MarkKind] = {
    Severity.ERROR: "mark-error",
    Severity.WARNING: "mark-warning",
    Severity.INFO: "mark-info",
}


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: MarkKind


class DraftView(ScrollView, can_focus=True):
    """Shows a draft with what is known of its figures, marks the places of one finding, and scrolls to them.

    A cursor points at figures, cells and lines; `Pointed` tells what is known of the one it stands on.
    """

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "beyond(-1)", show=False),
        Binding("down", "beyond(1)", show=False),
        Binding("left", "beside(-1)", show=False),
        Binding("right", "beside(1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
        Binding("home", "scroll_to_line(0)", show=False),
        Binding("end", "scroll_to_line(1000000000)", show=False),
        Binding("enter", "follow", show=False),
        Binding("insert", "add", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "draft--text", "draft--heading", "draft--caption", "draft--aside", "draft--header", "draft--label", "draft--grid",
        "draft--shaded", "draft--row", "draft--mark-error", "draft--mark-warning", "draft--mark-info", "draft--passage",
        "draft--evidence", "draft--gutter", "draft--gutter-mark", "draft--cursor", "draft--verified",
        "draft--contradicted", "draft--repeated", "draft--unchecked",
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

    class Pointed(Message):
        """The cursor stands on a place, or (None) nowhere any more."""

        def __init__(self, told: Told | None) -> None:
            super().__init__()
            self.told = told

    class Adding(Message):
        """The reviewer saw something at the cursor herself."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pointing: Pointing | None = None
        self._report: Report | None = None
        self._draft: Draft | None = None
        self._layout: Layout | None = None
        self._findings: dict[tuple[int, int], list[Finding]] = {}
        """Block and row → findings that stand there, gravest first."""
        self._marks: dict[tuple[int, int, int], list[_Mark]] = {}
        self._target: Spot | None = None
        self._told: Told | None = None
        """What is known of the place under the cursor; None while it stands nowhere."""
        self._partners: dict[tuple[int, int, int], list[_Mark]] = {}
        """The cursor, and the figures tied to the one under it."""
        self._goal = 0
        """The column that the cursor keeps to on its way up and down."""
        self._trail: list[Spot] = []
        """The places that Enter still leads to from where it was first pressed, which is the last."""
        self._own: dict[tuple[int, int, int], list[Spot]] = {}
        """Places of the reviewer's own findings."""
        self._ledger = True
        """Whether figures bear the signs of the ledger."""
        self._looks: dict[tuple[str, bool, bool], Style] = {}
        self._strips: LRUCache[tuple[int, int], Strip] = LRUCache(512)

    def show(self, examination: Examination, draft: Draft | None = None, pointing: Pointing | None = None) -> None:
        """Show the draft of an examination, measured and looked through already where `draft` and `pointing` are given."""
        self._report = examination.report
        self._pointing = pointing or Pointing(examination)
        self._draft = draft or Draft(examination.report)
        self._findings = {}
        for finding in examination.findings:
            spot = finding.location.spot
            self._findings.setdefault((spot.block, spot.row), []).append(finding)
        for found in self._findings.values():
            found.sort(key=lambda f: f.severity.rank)
        self._lay_out()

    def mark(self, finding: Finding | None) -> None:
        """Mark the places of a finding and bring it into view; the cursor goes."""
        self.drop_cursor()
        self._marks = {}
        if finding is not None:
            for evidence in finding.evidence:
                _add_mark(self._marks, evidence.location.spot, "evidence")
            spot = finding.location.spot
            _add_mark(self._marks, spot, _MARKS[finding.severity] if spot.end - spot.start <= PASSAGE else "passage")
        self._strips.clear()
        self.refresh()
        if finding is not None:
            self.go_to(finding.location.spot)

    def mark_own(self, spots: Iterable[Spot]) -> None:
        """Tell where the reviewer's own findings stand."""
        own: dict[tuple[int, int, int], list[Spot]] = {}
        for spot in spots:
            own.setdefault((spot.block, spot.row, spot.col), []).append(spot)
        if own != self._own:
            self._own = own
            self._redraw()

    @property
    def ledger(self) -> bool:
        """Whether figures bear the signs of the ledger."""
        return self._ledger

    def show_ledger(self, shown: bool) -> None:
        self._ledger = shown
        self._redraw()

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def _redraw_lines(self, cells: set[tuple[int, int, int]]) -> None:
        """Draw anew the lines in sight that hold one of these cells, or of a row or paragraph of theirs."""
        if self._layout is None:
            return
        rows = {(block, row) for block, row, _ in cells}
        kept: LRUCache[tuple[int, int], Strip] = LRUCache(512)
        for y, x in list(self._strips.keys()):
            line = self._layout.line(y)
            if not any((line.block, piece.row) in rows for piece in line.pieces if piece.own):
                kept[y, x] = self._strips[y, x]
        self._strips = kept
        self.refresh()

    # The cursor

    @property
    def pointed(self) -> Told | None:
        """What is known of the place under the cursor."""
        return self._told

    def point_at(self, spot: Spot) -> None:
        """Put the cursor on a place and tell what is known of it."""
        assert self._pointing is not None
        changed = set(self._partners) if self._told is not None else set(self._marks)
        self._told = self._pointing.tell(spot)
        self._partners = {}
        for partner in self._told.partners:
            _add_mark(self._partners, partner, "evidence")
        _add_mark(self._partners, spot, "cursor")
        self._redraw_lines(changed | set(self._partners))
        self._reveal(spot)
        self.post_message(self.Pointed(self._told))

    def drop_cursor(self) -> None:
        if self._told is not None:
            self._told, self._partners, self._trail = None, {}, []
            self._redraw()
            self.post_message(self.Pointed(None))

    def action_beside(self, by: int) -> None:
        self._step(lambda layout, at: beside(layout, self._figures, at, by), keeps=False)

    def action_beyond(self, by: int) -> None:
        self._step(lambda layout, at: beyond(layout, self._figures, at, self._goal, by), keeps=True)

    def _step(self, to: Callable[[Layout, Spot], Stop | None], keeps: bool) -> None:
        """Move the cursor; where it stands nowhere in sight it first appears, at the finding if that is in sight."""
        if self._layout is None or not self._layout.height:
            return
        self._trail = []
        if self._told is None or not self._in_sight(self._told.spot):
            stop, keeps = self._first(), False
        else:
            stop = to(self._layout, self._told.spot)
        if stop is not None:
            self._goal = self._goal if keeps else stop.end - 1
            self.point_at(stop.spot)

    def _first(self) -> Stop | None:
        assert self._layout is not None
        if self._target is not None and self._in_sight(self._target):
            y, x, _ = self._layout.find(self._target)
            there = stops(self._layout, self._figures, y)
            own = (stop for stop in there if _meets(stop.spot, self._target))
            return next(own, None) or next(iter(there), None)
        top = self.scroll_offset.y
        for y in range(top + self._pinned(top), min(top + self._lines, self._layout.height)):
            if there := stops(self._layout, self._figures, y):
                return there[0]
        return None

    def _in_sight(self, spot: Spot) -> bool:
        assert self._layout is not None
        top = self.scroll_offset.y
        return top <= self._layout.find(spot)[0] < top + self._lines

    @property
    def _lines(self) -> int:
        return max(self.scrollable_content_region.height, 1)

    def _figures(self, block: int, row: int, col: int) -> tuple[Spot, ...]:
        return self._pointing.figures(block, row, col) if self._pointing is not None else ()

    def _reveal(self, spot: Spot) -> None:
        """Scroll no further than it takes to see a place with a line around it."""
        assert self._layout is not None
        y, x, width = self._layout.find(spot)
        top, lines = self.scroll_offset.y, self._lines
        pinned = self._pinned(y)
        if y < top + pinned + 1:
            top = max(y - pinned - 1, 0)
        elif y >= top + lines - 1:
            top = y - lines + 2
        self.scroll_to(self._sideways(self._layout.line(y), x, width), top, animate=False, force=True)

    def action_follow(self) -> None:
        """Go to the finding under the cursor; where none is, round the places that its figure is tied to."""
        if self._told is None:
            raise SkipAction
        if self._told.findings and not self._trail:
            self.post_message(self.Chosen(self._told.findings[0]))
            return
        trail = self._trail or [*dict.fromkeys(tie.goes_to for tie in self._told.ties), self._told.spot]
        self.point_at(trail[0])
        self._trail = [*trail[1:], trail[0]] if len(trail) > 1 else []

    def action_add(self) -> None:
        if self._told is None:
            raise SkipAction
        self.post_message(self.Adding(self._told.spot))

    def on_key(self, event: events.Key) -> None:
        """A plus says the same as Insert, which not every keyboard has; without cursor it is typed."""
        if event.character == "+" and self._told is not None:
            event.stop()
            self.action_add()

    # Scrolling

    def action_leap(self, direction: int) -> None:
        """A page up or down, at once."""
        self.scroll_relative(y=direction * max(self._lines - 2, 1), animate=False)

    def action_scroll_to_line(self, y: int) -> None:
        self.scroll_to(y=y, animate=False)

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
        if self._layout is not None and self._told is not None:
            self._reveal(self._told.spot)

    def on_show(self, event: events.Show) -> None:
        """The place is gone to anew: what was scrolled while the panel was folded away does not last."""
        self._lay_out()
        if self._target is not None:
            self.go_to(self._target)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._looks.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self._layout is not None and self._report is not None and round(old_value) != round(new_value):
            block = self._layout.block_at(round(new_value) + 1)
            path = self._report.headings[block] if block < len(self._report.headings) else ()
            self.post_message(self.Moved(path[-1] if path else ""))

    def on_click(self, event: events.Click) -> None:
        """A sign at the edge leads to its finding, a figure tells what is known of it."""
        inside = event.get_content_offset(self)
        if self._layout is None or inside is None:
            return
        y = self._shown_at(inside.y)
        line = self._layout.line(y)
        if inside.x < GUTTER:
            if found := self._standing_on(line):
                self.post_message(self.Chosen(found[0]))
        elif stop := at_point(self._layout, self._figures, y, self._x_shown_at(line, inside.x - GUTTER)):
            self._goal, self._trail = stop.end - 1, []
            self.point_at(stop.spot)

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
            strip = self._strips[key] = self._strip(self._layout.line(y), width)
        return strip

    def _x_shown_at(self, line: Line, x: int) -> int:
        """The column of a line that cell `x` of the screen shows."""
        left = self._left(line)
        start, end = line.sticky
        return start + x if left > start and x < end - start else left + x

    def _left(self, line: Line) -> int:
        """How far a line is scrolled sideways: no line further than to its end."""
        return max(min(self.scroll_offset.x, line.width - self._room), 0)

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

    def _strip(self, line: Line, width: int) -> Strip:
        room = max(width - GUTTER, 1)
        current = self._on_marked_row(line)
        whole = Strip(self._segments(line, current))
        filler = self._look("text", line.shaded, current)
        left = self._left(line)
        start, end = line.sticky
        if left > start:
            # The last cell before the body bears the sign of the figure after it, not of the one beside the label.
            first = left + end - start
            whole_column = self._layout is not None and first in self._layout.column_starts(line.block)
            edge = whole.crop(first - 1, first) if whole_column else Strip([Segment(" ", filler)], 1)
            label = whole.crop_extend(start, end - 1, filler)
            body = Strip.join([label, edge, whole.crop_extend(first, left + room, filler)])
        else:
            body = whole.crop_extend(left, left + room, filler)
        return Strip.join([self._gutter(line), body])

    def _on_marked_row(self, line: Line) -> bool:
        rows = {(line.block, piece.row) for piece in line.pieces if piece.row >= 0}
        return any((block, row) in rows and any(m.kind != "evidence" for m in marks)
                   for (block, row, _), marks in self._marks.items())  # fmt: skip

    def _gutter(self, line: Line) -> Strip:
        kinds = {kind for piece in line.pieces for _, _, kind in self._cuts(line, piece, ledger=False) if kind}
        sign, look = " ", "gutter"
        if "cursor" in kinds:
            sign, look = CURSOR_SIGN, "gutter-mark"
        elif kinds - {"evidence"}:
            sign, look = MARK_SIGN, "gutter-mark"
        elif "evidence" in kinds:
            sign, look = EVIDENCE_SIGN, "gutter-mark"
        elif found := self._standing_on(line):
            sign = SEVERITY_SIGNS[found[0].severity]
        own = OWN_SIGN if self._own_on(line) else " "
        looks = self._look(look, False, False), self._look("gutter-mark", False, False)
        return Strip([Segment(sign, looks[0]), Segment(own, looks[1])], GUTTER)

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

    def _own_on(self, line: Line) -> bool:
        """Whether a finding of the reviewer's own begins on this line."""
        return bool(self._own) and any(
            piece.own and piece.start <= spot.start < piece.start + max(len(piece.text), 1)
            for piece in line.pieces
            for spot in self._own.get((line.block, piece.row, piece.col), ())
        )

    def _segments(self, line: Line, current: bool) -> Iterator[Segment]:
        """A line with its marks; what the ledger says of a figure stands in the blank before it."""
        at = 0
        blank = self._look("text", line.shaded, current)
        for n, piece in enumerate(line.pieces):
            sign = self._sign_before(line, piece)
            if piece.x > at:
                gap = piece.x - at - (1 if sign else 0)
                yield Segment(" " * gap, blank)
                if sign:
                    yield self._sign(sign, line, current)
                at = piece.x
            after = line.pieces[n + 1] if n + 1 < len(line.pieces) else None
            ends = at + cell_len(piece.text)
            meets = not piece.own and after is not None and after.x == ends and piece.text.endswith(" ")
            if meets and after is not None and (told := self._sign_before(line, after)):
                yield Segment(piece.text[:-1], self._look(piece.tone, line.shaded, current))
                yield self._sign(told, line, current)
            else:
                yield from self._words(line, piece, current)
            at = ends

    def _words(self, line: Line, piece: Piece, current: bool) -> Iterator[Segment]:
        signs = self._signs_inside(line, piece)
        for start, end, kind in self._cuts(line, piece):
            text, look = piece.text[start:end], self._look(kind or piece.tone, line.shaded, current)
            if end in signs:
                yield Segment(text[:-1], look)
                yield self._sign(signs[end], line, current)
            else:
                yield Segment(text, look)

    def _sign(self, status: Status, line: Line, current: bool) -> Segment:
        return Segment(LEDGER_SIGNS[status], self._look(f"{_LEDGER[status]}", line.shaded, current))

    def _sign_before(self, line: Line, piece: Piece) -> Status | None:
        """What is known of the figure that a piece begins with."""
        known = self._known(line, piece)
        return known[0][1] if known and known[0][0].start == piece.start else None

    def _signs_inside(self, line: Line, piece: Piece) -> dict[int, Status]:
        """Offset after each blank that stands right before a figure → what is known of that figure."""
        starts = ((spot.start - piece.start, status) for spot, status in self._known(line, piece))
        return {at: status for at, status in starts if at > 0 and piece.text[at - 1] == " "}

    def _known(self, line: Line, piece: Piece) -> list[tuple[Spot, Status]]:
        """The figures that begin on a piece, with what the ledger says of them."""
        if not self._ledger or self._pointing is None or not piece.own:
            return []
        figures = self._pointing.figures(line.block, piece.row, piece.col)
        if not figures:
            return []
        end = piece.start + len(piece.text)
        return [
            (spot, status)
            for spot in figures
            if piece.start <= spot.start < end and (status := self._pointing.status(spot)) is not None
        ]

    def _cuts(self, line: Line, piece: Piece, ledger: bool = True) -> Iterator[tuple[int, int, Look | None]]:
        """The piece cut where its marks, and the figures of the ledger, begin and end."""
        length = len(piece.text)
        known = self._known(line, piece) if ledger else []
        marks = self._marks_at(line.block, piece.row, piece.col) if piece.own else ()
        if not marks and not known:
            yield 0, length, None
            return
        kinds: list[Look | None] = [None] * length
        for spot, status in known:
            for at in range(max(spot.start - piece.start, 0), min(spot.end - piece.start, length)):
                kinds[at] = _LEDGER[status]
        for mark in sorted(marks, key=lambda m: _COVERS.index(m.kind)):
            start, end = mark.start - piece.start, mark.end - piece.start
            if mark.start == mark.end and 0 <= start < length:
                start, end = 0, length  # a place without characters of its own, such as an empty cell
            for at in range(max(start, 0), min(end, length)):
                kinds[at] = mark.kind
        start = 0
        starts = {spot.start - piece.start for spot, _ in known}
        for at in range(1, length + 1):
            if at == length or kinds[at] != kinds[start] or at in starts:
                yield start, at, kinds[start]
                start = at

    def _marks_at(self, block: int, row: int, col: int) -> list[_Mark]:
        """The marks of a cell; while the cursor points at something, its partners stand in for the finding's evidence."""
        marks = self._marks.get((block, row, col), [])
        if self._told is None:
            return marks
        return [m for m in marks if m.kind != "evidence"] + self._partners.get((block, row, col), [])

    def _look(self, tone: str, shaded: bool, current: bool) -> Style:
        look = self._looks.get((tone, shaded, current))
        if look is None:
            look = self._looks[tone, shaded, current] = self._made_look(tone, shaded, current)
        return look

    def _made_look(self, tone: str, shaded: bool, current: bool) -> Style:
        ground = "draft--row" if current else "draft--shaded" if shaded else "draft--text"
        style = self.get_component_rich_style(ground)
        return style if tone == "text" else style + self.get_component_rich_style(f"draft--{tone}", partial=True)


def _add_mark(marks: dict[tuple[int, int, int], list[_Mark]], spot: Spot, kind: MarkKind) -> None:
    marks.setdefault((spot.block, spot.row, spot.col), []).append(_Mark(spot.start, spot.end, kind))


def _meets(one: Spot, other: Spot) -> bool:
    """Whether two places of a draft have characters, or an empty cell, in common."""
    if (one.block, one.row, one.col) != (other.block, other.row, other.col):
        return False
    return one == other or (one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1))
