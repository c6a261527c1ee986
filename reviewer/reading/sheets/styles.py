"""Of the styles of a workbook only what tells how a cell reads: its number format, and whether rules frame it."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.reading.office_xml import Element
from reviewer.reading.sheets.formats import BUILT_IN, GENERAL
from reviewer.reading.sheets.xml import children, integer, local


@dataclass(frozen=True, slots=True)
class Style:
    format: str = GENERAL
    ruled: bool = False
    """A rule at its left or right: a rule above or below alone may be the edge of something else."""


def styles_of(root: Element | None) -> tuple[Style, ...]:
    """The cell formats by their index; none where the part is missing."""
    if root is None:
        return ()
    parts = {local(part): part for part in root if isinstance(part.tag, str)}
    codes = dict(BUILT_IN)
    for element in children(parts.get("numFmts")):
        codes[integer(element.get("numFmtId"))] = element.get("formatCode") or GENERAL
    ruled = [_is_ruled(border) for border in children(parts.get("borders"))]
    found = []
    for element in children(parts.get("cellXfs")):
        border = integer(element.get("borderId"))
        found.append(
            Style(codes.get(integer(element.get("numFmtId")), GENERAL), 0 <= border < len(ruled) and ruled[border])
        )
    return tuple(found)


def _is_ruled(border: Element) -> bool:
    return any(
        local(side) in ("left", "right", "start", "end") and side.get("style", "none") != "none"
        for side in children(border)
    )
