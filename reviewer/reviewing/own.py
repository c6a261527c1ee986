"""Findings of the reviewer's own: the place that each speaks of, and how it is found again in a later draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.checking.locating import anchor, locate, ordinal
from reviewer.model import Report, Spot, text_at
from reviewer.reviewing.events import Event
from reviewer.reviewing.names import where
from reviewer.reviewing.plain import plain

CODE = "OWN"
"""Stands in the anchor of an own finding where a check has its code."""
LONGEST_QUOTE = 200
"""Characters kept of what was pointed at."""
MOST_TRIED = 200
"""Places that hold a quote and are looked at for its anchor."""


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place that was pointed at."""

    spot: Spot
    quote: str
    """What is written there, as in the draft."""
    anchor: tuple[str, ...]
    label: str
    """As the journal names it, in Indonesian."""
    shown: str
    """As it is named on the screen, with its line or page."""


def own_place(report: Report, spot: Spot) -> OwnPlace:
    """The place of the characters at a spot."""
    location = locate(report, spot)
    quote = text_at(report.document, spot)[:LONGEST_QUOTE]
    return OwnPlace(spot, quote, _anchor(report, spot), plain(location.label.id), where(location))


def own_spots(report: Report, added: Iterable[Event]) -> dict[Spot, tuple[Event, ...]]:
    """Where findings added by hand stand in this draft; those whose words stand there no more are left out."""
    found: dict[Spot, tuple[Event, ...]] = {}
    for event in added:
        spot = _find(report, event)
        if spot is not None:
            found[spot] = (*found.get(spot, ()), event)
    return found


def _find(report: Report, event: Event) -> Spot | None:
    quote = event.entry.content[0] if event.entry.content else ""
    if not quote or not event.entry.anchor:
        return None
    tried = 0
    for whole, text in report.texts:
        at = text.find(quote)
        while at >= 0 and tried < MOST_TRIED:
            tried += 1
            spot = Spot(whole.block, whole.row, whole.col, at, at + len(quote))
            if _anchor(report, spot) == event.entry.anchor:
                return spot
            at = text.find(quote, at + 1)
    return None


def _anchor(report: Report, spot: Spot) -> tuple[str, ...]:
    return (*anchor(report, CODE, spot), str(ordinal(report, spot)))
