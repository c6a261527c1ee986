"""What a reviewer must know of a Word document beyond its text."""

from __future__ import annotations

from reviewer.model.document import Notice
from reviewer.model.words import Words
from reviewer.reading.docx.inline import Tally

NO_TEXT = Words(
    "tidak memuat teks (mungkin hanya gambar hasil pindai); berikan draf yang teksnya dapat disalin",
    "holds no text (perhaps only scanned pictures); give a draft whose text can be copied",
)
_SENTENCES = {
    "changes": Words(
        "Dokumen memuat {count} perubahan terlacak; dibaca seolah-olah semuanya diterima.",
        "The document holds {count} tracked changes; it was read as if all were accepted.",
    ),
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


def notices_of(tally: Tally) -> tuple[Notice, ...]:
    """One sentence for each kind of thing."""
    return tuple(Notice(words.format(count=tally[kind])) for kind, words in _SENTENCES.items() if tally[kind])
