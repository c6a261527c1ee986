"""The piece of a draft that findings speak of: a row among the rows it is computed from, or a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from reviewer.model import Finding, Paragraph, Report, Spot, place_at
from reviewer.reporting import grid
from reviewer.reporting.marks import CITED, GUTTER, WRONG, pointing
from reviewer.reporting.squeeze import CUT, part, wrapped

_MOST_LINES = 3
"""Lines of a long sentence that are printed."""


def together(report: Report, findings: Sequence[Finding], width: int) -> Iterator[tuple[Finding, ...]]:
    """Findings in the order of the draft, divided so that one excerpt of this width shows each part."""
    shared: list[Finding] = []
    for finding in findings:
        if shared and not (_exists(report, finding) and grid.sharing(report, [*shared, finding], width)):
            yield tuple(shared)
            shared = []
        shared.append(finding)
    if shared:
        yield tuple(shared)


def excerpt(report: Report, finding: Finding, width: int, carets: bool) -> list[Text]:
    """The excerpt of one finding: lines of at most `width`; none where there is no text to show.

    Styles are those of `reviewer.reporting.marks`; `carets` points at the wrong figure where colour cannot.
    """
    return excerpt_of(report, (finding,), width, carets)


def excerpt_of(report: Report, findings: Sequence[Finding], width: int, carets: bool) -> list[Text]:
    """The one excerpt of findings that `together` has put into one part."""
    first = findings[0]
    if not _exists(report, first):
        return []
    if first.location.spot.in_table:
        return grid.rows(report, findings, width, carets)
    return _sentence(report, first, width, carets)


def shown(findings: Sequence[Finding], finding: Finding) -> frozenset[int]:
    """Which pieces of a finding's evidence, by index, the excerpt of these findings shows."""
    home = finding.location.spot
    if home.in_table:
        rows = set(grid.cited_rows(findings))
        return frozenset(
            i for i, e in enumerate(finding.evidence)
            if e.location.spot.block == home.block and e.location.spot.row in rows
        )  # fmt: skip
    return frozenset(i for i, e in enumerate(finding.evidence) if e.location.spot == home)


def _exists(report: Report, finding: Finding) -> bool:
    spot = finding.location.spot
    if not 0 <= spot.block < len(report.document.blocks):
        return False
    block = report.document.blocks[spot.block]
    if isinstance(block, Paragraph):
        return not spot.in_table and bool(block.text.strip())
    return spot.in_table and spot.row < len(block.rows) and 0 <= spot.col < block.width


def _sentence(report: Report, finding: Finding, width: int, carets: bool) -> list[Text]:
    """The sentence around the spot, with its neighbours left out where it is long."""
    spot = finding.location.spot
    block = report.document.blocks[spot.block]
    assert isinstance(block, Paragraph)
    whole = next((s.spot for s in report.sentences if _within(spot, s.spot)), Spot(spot.block, end=len(block.text)))
    marks = [(spot.start, spot.end, WRONG)] if spot.end > spot.start else []
    for evidence in finding.evidence:
        cited = evidence.location.spot
        if _within(cited, whole) and all(cited.end <= start or cited.start >= end for start, end, _ in marks):
            marks.append((cited.start, cited.end, CITED))
    text, at = Text(), whole.start
    for start, end, style in sorted(marks):
        text.append(part(block.text, at, start))
        text.append(part(block.text, start, end), style=style)
        at = end
    text.append(part(block.text, at, whole.end))
    text = text[len(text.plain) - len(text.plain.lstrip()) :]
    place = place_at(report.document, spot)
    gutter = str(place.line) if place.line is not None else ""
    whole_wrong = any(s.style == WRONG and s.end - s.start >= len(text.plain.rstrip(" .:;")) for s in text.spans)
    return list(_lines(text, gutter, width, carets and not whole_wrong))


def _lines(text: Text, gutter: str, width: int, carets: bool) -> Iterator[Text]:
    lines = wrapped(text, width - len(gutter) - len(" │ ") - 2 * len(CUT))
    marked = next((n for n, line in enumerate(lines) if any(s.style == WRONG for s in line.spans)), 0)
    first = max(min(marked - 1, len(lines) - _MOST_LINES), 0)
    for n, line in enumerate(lines[first : first + _MOST_LINES], first):
        head = (gutter if n == first else " " * len(gutter)) + " │ "
        ahead = CUT if n == first > 0 else ""
        behind = CUT if n == first + _MOST_LINES - 1 < len(lines) - 1 else ""
        printed = Text.assemble((head, GUTTER), ahead, line, behind)
        yield printed
        if carets:
            yield from pointing(printed)


def _within(inner: Spot, outer: Spot) -> bool:
    return inner.block == outer.block and not inner.in_table and outer.start <= inner.start and inner.end <= outer.end
