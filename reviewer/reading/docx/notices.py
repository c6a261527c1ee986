"""What a reviewer must know of a Word document beyond its text."""

from __future__ import annotations

from reviewer.model.document import Notice
from reviewer.model.words import Words
from reviewer.reading.docx.inline import Tally
from reviewer.reading.struck import STRUCK

NO_TEXT = Words(
    "tidak memuat teks (mungkin hanya gambar hasil pindai); berikan draf yang teksnya dapat disalin",
    "holds no text (perhaps only scanned pictures); give a draft whose text can be copied",
)
_SENTENCES = {
    "struck": STRUCK,
    "pictures": Words(
        "Isi {count} gambar tidak dibaca; tabel atau angka di dalamnya tidak diperiksa.",
        "The content of {count} pictures was not read; tables or figures inside them were not checked.",
    ),
    "charts": Words("Angka di dalam {count} grafik tidak dibaca.", "Figures inside {count} charts were not read."),
    "diagrams": Words(
        "Teks di dalam {count} diagram (SmartArt) tidak dibaca.", "Text inside {count} SmartArt diagrams was not read."
    ),
    "objects": Words(
        "Isi {count} objek sisipan (misalnya lembar Excel) tidak dibaca.",
        "The content of {count} embedded objects (such as Excel sheets) was not read.",
    ),
    "foreign": Words(
        "{count} dokumen lain yang disisipkan tidak dibaca.", "{count} other documents inserted into it were not read."
    ),
}


_ACCEPTED = Words(
    "Dokumen memuat {count}; dibaca seolah-olah semuanya diterima (--original membaca naskah sebelum perubahan).",
    "The document holds {count}; it was read as if all were accepted (--original reads the draft before them).",
)
_REJECTED = Words(
    "Dokumen memuat {count}; dibaca seolah-olah semuanya ditolak (--original): naskah sebelum perubahan.",
    "The document holds {count}; it was read as if all were rejected (--original): the draft before them.",
)
_UNCHANGED = Words(
    "Dokumen tidak memuat perubahan terlacak; --original tidak mengubah apa pun.",
    "The document holds no tracked changes; --original makes no difference.",
)
_CHANGES = Words("{changes} perubahan terlacak", "{changes} tracked changes")
_WITH_FORMATS = Words(
    "{changes} perubahan terlacak dan {formats} perubahan format",
    "{changes} tracked changes and {formats} of formatting",
)


def notices_of(tally: Tally, original: bool) -> tuple[Notice, ...]:
    """Which view of tracked changes was read, then one sentence for each kind of thing that was not."""
    told = [words.format(count=tally[kind]) for kind, words in _SENTENCES.items() if tally[kind]]
    return tuple(map(Notice, (*_view(tally, original), *told)))


def _view(tally: Tally, original: bool) -> tuple[Words, ...]:
    changes, formats = tally["changes"], tally["formats"]
    if not changes and not (original and formats):
        # What formatting alone was changed is read alike either way, unless the earlier one was asked for.
        return (_UNCHANGED,) if original else ()
    count = (_WITH_FORMATS if formats else _CHANGES).format(changes=changes, formats=formats)
    return ((_REJECTED if original else _ACCEPTED).format(count=count),)
