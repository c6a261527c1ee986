"""The findings with their state, one a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reviewer.app.clean import clean_line, shortened
from reviewer.app.signs import SEVERITY_SIGNS, state_sign
from reviewer.language import current
from reviewer.model import Finding
from reviewer.reviewing import FindingState
from reviewer.reviewing.names import verdict_name

_TABLE = 12
ROOMY = 56
"""From this width on the decision stands beside each finding in words; from twice this, what it should be."""


class FindingList(ScrollView, can_focus=True):
    """Lists findings; moving the cursor chooses one."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--open", "list--settled", "list--cursor", "list--error", "list--warning", "list--info", "list--state",
    }  # fmt: skip

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
        Binding("home", "step(-1000000)", show=False),
        Binding("end", "step(1000000)", show=False),
        Binding("enter", "screen.view('talk')", show=False),
    ]

    class Chosen(Message):
        """The cursor was moved to a finding."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._findings: Sequence[Finding] = ()
        self._places: dict[str, int] = {}
        self._state: Callable[[Finding], FindingState] = lambda finding: FindingState()
        self._number: Callable[[Finding], int] = lambda finding: 0
        self._digits = 1
        self._cursor = -1
        self._states: list[tuple[bool, str]] = []
        """What of each finding's state is seen here."""
        self._looks: dict[tuple[str, bool], Style] = {}

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.clear()

    def show(
        self,
        findings: Sequence[Finding],
        state: Callable[[Finding], FindingState],
        number: Callable[[Finding], int],
        chosen: Finding | None,
    ) -> None:
        """Show findings in this order, with the cursor on the one that is before the reviewer."""
        before = self._cursor, self._states
        self._state, self._number = state, number
        self._states = [(s.settled, state_sign(s)) for s in map(state, findings)]
        if findings == self._findings:
            self._cursor = self._places.get(chosen.id, -1) if chosen else -1
            changed = {row for row, (a, b) in enumerate(zip(before[1], self._states, strict=True)) if a != b}
            for row in changed | {before[0], self._cursor}:
                self.refresh_line(row)
        else:
            self._findings = findings
            self._places = {finding.id: row for row, finding in enumerate(findings)}
            self._cursor = self._places.get(chosen.id, -1) if chosen else -1
            self._digits = len(str(max((number(f) for f in findings), default=1)))
            self.virtual_size = Size(self.size.width, len(findings))
            self.refresh()
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if self._cursor >= 0 and height and not top + 1 <= self._cursor < top + height - 1:
            self.scroll_to(y=max(self._cursor - height // 3, 0), animate=False, force=True)

    def action_step(self, by: int) -> None:
        if self._findings:
            row = min(max(self._cursor + by, 0), len(self._findings) - 1)
            if row != self._cursor:
                self.post_message(self.Chosen(self._findings[row]))

    def action_leap(self, direction: int) -> None:
        self.action_step(direction * max(self.size.height - 1, 1))

    def on_click(self, event: events.Click) -> None:
        inside = event.get_content_offset(self)
        row = inside.y + self.scroll_offset.y if inside is not None else -1
        if 0 <= row < len(self._findings):
            self.post_message(self.Chosen(self._findings[row]))

    def on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(self.size.width, len(self._findings))
        self._bring_into_view()

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not 0 <= row < len(self._findings):
            return Strip.blank(width, self._look("list--open", False))
        finding = self._findings[row]
        state = self._state(finding)
        cursor = row == self._cursor
        soft = self._look("list--settled", cursor)
        number = str(self._number(finding)).rjust(self._digits)
        segments = [
            Segment("▌" if cursor else " ", self._look("list--state", cursor)),
            Segment(state_sign(state) + " ", self._look("list--state", cursor)),
            Segment(SEVERITY_SIGNS[finding.severity], self._look(f"list--{finding.severity.value}", cursor)),
            Segment(f" {number} ", soft),
        ]
        room = max(width - 6 - self._digits, 1)
        style = soft if state.settled else self._look("list--open", cursor)
        segments += self._words(finding, state, room, style, soft)
        return Strip(segments).adjust_cell_length(width, self._look("list--open", cursor))

    def _words(self, finding: Finding, state: FindingState, room: int, style: Style, soft: Style) -> list[Segment]:
        label = _place(finding)
        stated = clean_line(finding.stated)
        if room >= ROOMY:
            verdict = verdict_name(state.decision.verdict) if state.decision else ""
            expected = clean_line(finding.expected)
            figures = ((stated, 18, style), (expected, 18, soft)) if room >= 2 * ROOMY else ((stated, 18, style),)
            columns = ((label, room - 18 * len(figures) - 18, style), *figures, (verdict, 18, soft))
        else:
            figure = min(cell_len(stated) + 1, room * 3 // 5) if stated else 0
            columns = ((label, room - figure, style), (stated, figure, soft))
        return [
            Segment(set_cell_size(f" {shortened(text, size - 1)}" if n else shortened(text, size), size), look)
            for n, (text, size, look) in enumerate(columns)
        ]

    def _look(self, name: str, cursor: bool) -> Style:
        look = self._looks.get((name, cursor))
        if look is None:
            ground = self.get_component_rich_style("list--cursor") if cursor else self.rich_style
            look = self._looks[name, cursor] = ground + self.get_component_rich_style(name, partial=True)
        return look


def _place(finding: Finding) -> str:
    """The place in the space of a list: of a table only its number, for its rows tell more."""
    label = clean_line(finding.location.label.of(current()))
    first, _, rest = label.partition(" › ")
    if finding.location.table:
        first = f"T{clean_line(finding.location.table)}"
    return f"{shortened(first, _TABLE)} › {rest}" if rest else label
