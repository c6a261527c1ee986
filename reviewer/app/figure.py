"""Below the draft: what is known of the figure under the cursor, and what the signs before figures mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from reviewer.app.clean import clean_line, shortened
from reviewer.app.signs import LEDGER_SIGNS, OWN_SIGN, SEVERITY_SIGNS, status_name
from reviewer.language import tr
from reviewer.model import Finding, Spot, Status
from reviewer.reviewing.names import say
from reviewer.reviewing.pointing import Pointing, Told

MUTED = "$ink-soft"
_COLOURS = {
    Status.CONTRADICTED: "$error",
    Status.VERIFIED: "$success",
    Status.REPEATED: "$primary",
    Status.UNCHECKED: MUTED,
}
MOST, FEW = 9, 4
"""Lines of findings and ties, on a screen of many lines and of few."""


class FigurePanel(Static):
    """Tells of the place under the cursor; each line that speaks of another place can be clicked."""

    class Shown(Message):
        """A place was clicked."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    class Chosen(Message):
        """A finding was clicked."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    class Adding(Message):
        """The reviewer saw something here herself."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._told: Told | None = None
        self._own: Sequence[str] = ()
        self._number: Callable[[Finding], int] = lambda finding: 0
        self._height = 0
        """Lines it has; it grows only, lest the draft above jump with every step of the cursor."""
        self._drawn_for = 0
        """The width that its lines were made for."""

    def tell(self, told: Told | None, own: Sequence[str], number: Callable[[Finding], int]) -> None:
        """Tell what is known of a place, and the findings of the reviewer's own there; nothing hides the panel."""
        self._told, self._own, self._number = told, own, number
        if told is None:
            self._height = 0
        self.display = told is not None
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        if self.content_region.width != self._drawn_for:
            self._draw()

    def _draw(self) -> None:
        told, width = self._told, self.content_region.width or self.app.size.width
        if told is None:
            return
        lines = [self._head(told, width), *self._lines(told, width)]
        most = FEW if self.screen.has_class("-low") else MOST
        if len(lines) > most + 1:
            more = tr("… dan {n} hubungan lain").format(n=len(lines) - most)
            lines = [*lines[:most], Content(shortened(more, width)).stylize(MUTED)]
        lines.append(self._foot(told, width))
        taller = len(lines) > self._height
        self._height = max(self._height, len(lines))
        self._drawn_for = width
        lines += [Content("")] * (self._height - len(lines))
        self.update(Content("\n").join(lines), layout=taller)

    def _head(self, told: Told, width: int) -> Content:
        place = clean_line(told.where)
        figure = shortened(clean_line(told.text), max(width // 2, 8))
        known = clean_line(told.known)
        head = Content.assemble((figure, "bold"), (f"  {place}" if figure else place, MUTED))
        if told.status is not None:
            sign = LEDGER_SIGNS[told.status]
            head = Content.assemble((f"{sign} {known}", _COLOURS[told.status]), "  ", head)
        return head.truncate(width, ellipsis=True)

    def _lines(self, told: Told, width: int) -> list[Content]:
        lines = [
            self._line(
                SEVERITY_SIGNS[finding.severity],
                tr("temuan {n}: {message}").format(n=self._number(finding), message=say(finding.message)),
                "bold",
                f"discuss({n})",
                width,
            )
            for n, finding in enumerate(told.findings)
        ]
        lines += [
            self._line(OWN_SIGN, tr("temuan Anda: {text}").format(text=text), "$accent", "", width)
            for text in self._own
        ]
        for n, tie in enumerate(told.ties):
            status = Status.REPEATED if tie.holds is None else Status.VERIFIED if tie.holds else Status.CONTRADICTED
            lines.append(self._line(LEDGER_SIGNS[status], tie.text, _COLOURS[status], f"show({n})", width))
        return lines

    def _line(self, sign: str, text: str, style: str, action: str, width: int) -> Content:
        line = Content.assemble((f"{sign} ", style), shortened(clean_line(text), width - 2))
        return line.stylize(Style.from_meta({"@click": action})) if action else line

    def _foot(self, told: Told, width: int) -> Content:
        keys = [("+", tr("temuan sendiri di sini"), "add")]
        if told.findings:
            keys.insert(0, ("Enter", tr("bahas temuannya"), "discuss(0)"))
        elif told.ties:
            keys.insert(0, ("Enter", tr("ke tempat itu"), "show(0)"))
        keys.append(("Esc", tr("tutup"), "shut"))
        foot = Content("  ").join(
            Content.assemble((key, "bold $accent"), (f" {label}", MUTED)).stylize(Style.from_meta({"@click": action}))
            for key, label, action in keys
        )
        return foot.truncate(width, ellipsis=True)

    def action_show(self, n: int) -> None:
        if self._told is not None:
            self.post_message(self.Shown(self._told.ties[n].goes_to))

    def action_discuss(self, n: int) -> None:
        if self._told is not None:
            self.post_message(self.Chosen(self._told.findings[n]))

    def action_add(self) -> None:
        if self._told is not None:
            self.post_message(self.Adding(self._told.spot))

    async def action_shut(self) -> None:
        await self.screen.run_action("leave")


class Legend(Static):
    """The signs of the ledger with how many figures bear each; a click hides it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pointing: Pointing | None = None

    def explain(self, pointing: Pointing) -> None:
        self._pointing = pointing
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        if self._pointing is None:
            return
        width = max(self.content_region.width, 1)
        counts = {status: str(self._pointing.count(status)) for status in LEDGER_SIGNS}
        whole = [
            Content.assemble((sign, f"bold {_COLOURS[status]}"), (f" {status_name(status)} ", MUTED), counts[status])
            for status, sign in LEDGER_SIGNS.items()
        ]
        brief = [
            Content.assemble((sign, f"bold {_COLOURS[status]}"), f" {counts[status]}")
            for status, sign in LEDGER_SIGNS.items()
        ]
        hide = Content.assemble(("F5", "bold $accent"), (f" {tr('sembunyikan')}", MUTED))
        key = Content("F5").stylize("bold $accent")
        lines = min((_flowed([*whole, last], width) for last in (hide, key)), key=len)
        if self.screen.has_class("-low") and len(lines) > 1:
            lines = _flowed([*brief, hide], width)[:1]
        self.styles.height = len(lines)
        clicked = Style.from_meta({"@click": "screen.marks"})
        self.update(Content("\n").join(line.truncate(width, ellipsis=True).stylize(clicked) for line in lines))


def _flowed(parts: Sequence[Content], width: int) -> list[Content]:
    """The parts in as many lines as they need; a part is never broken."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + 2 + part.cell_length <= width:
            lines[-1] = lines[-1] + "  " + part
        else:
            lines.append(part)
    return lines
