"""Places and numbers in the reader's language."""

from __future__ import annotations

from reviewer.language import current, tr
from reviewer.model import Location, Place
from reviewer.reporting.safe import visible


def position(place: Place, row: int | None = None) -> str:
    """The finest that the format knows: "baris 820", "hlm. iv", "sekitar hlm. 7", "Lembar1!C7", "baris tabel 4"; "" where it
    knows none."""
    if place.line is not None:
        return tr("baris {line}").format(line=place.line)
    if place.sheet is not None or place.cell is not None:
        return visible("!".join(part for part in (place.sheet, place.cell) if part))
    parts = []
    if place.page is not None:
        page = tr("sekitar hlm. {page}") if place.rough else tr("hlm. {page}")
        parts.append(page.format(page=visible(place.page_label or str(place.page))))
    if row is not None:
        parts.append(tr("baris tabel {row}").format(row=row))
    return ", ".join(parts)


def named(location: Location) -> str:
    """The place with its name: "Tabel 3.11 › Jumlah › Pagu Anggaran (baris 820)"."""
    label, where = visible(location.label.of(current())), position(location.place, location.row)
    if label and where:
        return f"{label} ({where})"
    return label or where


def grouped(count: int) -> str:
    """A count with the thousands mark of the language: 1.204 or 1,204."""
    return f"{count:,}" if current() == "en" else f"{count:,}".replace(",", ".")


def share(part: int, whole: int) -> str:
    """A share in whole per cent; only nothing is 0 %, only everything 100 %."""
    if part in (0, whole):
        return "100 %" if part else "0 %"
    return f"{min(max(round(100 * part / whole), 1), 99)} %"
