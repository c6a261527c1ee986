"""What a reviewer must know of a PDF beyond its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.model.document import Notice, Place
from reviewer.model.words import Words

NO_TEXT = Words(
    "tidak memuat teks, {count} halamannya berupa gambar: tidak terbaca; kenali teksnya (OCR), atau berikan berkas Word-nya",
    "it holds no text, {count} of its pages are pictures: unreadable; have their text recognised (OCR), or give the Word file",
)
NOTHING = Words(
    "tidak memuat teks yang terbaca (kosong atau rusak); periksa di pembaca PDF, atau berikan berkas Word-nya",
    "it holds no readable text (empty or damaged); look at it in a PDF viewer, or give the Word file",
)

NO_MAP = Words(
    "hurufnya tidak dapat dikenali (fon tanpa peta huruf); berikan berkas Word-nya, atau buat ulang PDF-nya dari Word",
    "its characters cannot be made out (fonts without a character map); give the Word file, or make the PDF anew from Word",
)

_SCANNED = Words("Halaman {pages} berupa gambar: tidak terbaca.", "Page {pages} is a picture: unreadable.")
_SCANS = Words(
    "{count} halaman berupa gambar: tidak terbaca (halaman {pages}).",
    "{count} pages are pictures: unreadable (pages {pages}).",
)
_PICTURE = Words(
    "Sebagian halaman {pages} berupa gambar; tabel atau angka di dalamnya tidak diperiksa.",
    "Part of page {pages} is a picture; tables or figures inside it were not checked.",
)
_PICTURES = Words(
    "Sebagian dari {count} halaman berupa gambar; tabel atau angka di dalamnya tidak diperiksa (halaman {pages}).",
    "Parts of {count} pages are pictures; tables or figures inside them were not checked (pages {pages}).",
)
_UNMAPPED = Words(
    "Halaman {pages} memakai fon tanpa peta huruf: tidak terbaca.",
    "Page {pages} uses fonts without a character map: unreadable.",
)
_BROKEN = Words("Halaman {pages} rusak: tidak terbaca.", "Page {pages} is damaged: unreadable.")
_OPEN = Words(
    "Di halaman {pages} ada angka di kolom sempit yang mungkin terpotong menjadi dua baris; angka itu tidak diperiksa.",
    "On page {pages} a narrow column holds figures that may have been cut over two lines; those were not checked.",
)
_JOINED = Words(
    "{count} tabel yang terpotong akhir halaman dibaca sebagai satu tabel (halaman {pages}).",
    "{count} tables cut by the end of a page were read as one table each (pages {pages}).",
)
_JOINED_ONE = Words(
    "Satu tabel yang terpotong akhir halaman dibaca sebagai satu tabel (halaman {pages}).",
    "One table cut by the end of a page was read as one table (pages {pages}).",
)


@dataclass(slots=True)
class Tally:
    """Pages by what was met on them, and the pages of each table that was joined."""

    scanned: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    unmapped: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    open_cuts: list[int] = field(default_factory=list)
    """Pages with numbers of which it cannot be told whether they go on in the line below."""
    joined: list[tuple[int, int]] = field(default_factory=list)


def notices_of(tally: Tally) -> tuple[Notice, ...]:
    """One sentence for each kind of thing."""
    return tuple(_notices(tally))


def _notices(tally: Tally) -> Iterator[Notice]:
    for pages, one, several in (
        (tally.scanned, _SCANNED, _SCANS),
        (tally.broken, _BROKEN, _BROKEN),
        (tally.unmapped, _UNMAPPED, _UNMAPPED),
        (tally.pictures, _PICTURE, _PICTURES),
        (tally.open_cuts, _OPEN, _OPEN),
    ):
        if pages:
            words = one if len(pages) == 1 else several
            yield Notice(words.format(count=len(pages), pages=listed(pages)), Place(page=pages[0]))
    if tally.joined:
        words = _JOINED_ONE if len(tally.joined) == 1 else _JOINED
        pages_of = ", ".join(f"{first}–{last}" for first, last in tally.joined)
        yield Notice(words.format(count=len(tally.joined), pages=pages_of), Place(page=tally.joined[0][0]))


def listed(pages: Sequence[int]) -> str:
    """ "3, 5–7": runs of pages as ranges."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
