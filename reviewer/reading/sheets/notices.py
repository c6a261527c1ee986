"""What a reviewer must know of a workbook beyond its cells."""

from __future__ import annotations

from collections import Counter

from reviewer.model.document import Notice
from reviewer.model.words import Words

Tally = Counter[str]
"""How many there are of each: "computed", "uncomputed", "pictures", "charts", "chart sheets", "comments", "values only"."""

NO_TEXT = Words(
    "tidak memuat satu sel pun yang berisi; berikan berkas yang memuat tabel",
    "holds not a single filled cell; give a file that holds tables",
)
HIDDEN_SHEET = Words(
    'Lembar "{name}" tersembunyi; isinya dibaca, tetapi tidak diperiksa.',
    'Sheet "{name}" is hidden; it was read but not checked.',
)
HIDDEN_CELLS = Words(
    'Lembar "{name}": {rows} baris dan {columns} kolom yang tersembunyi tetap dibaca dan diperiksa.',
    'Sheet "{name}": {rows} hidden rows and {columns} hidden columns were read and checked all the same.',
)
_SENTENCES = {
    "computed": Words(
        "{count} rumus tidak menyimpan hasilnya; hasilnya dihitung di sini dari sel-sel yang ditunjuknya.",
        "{count} formulas store no result; it was computed here from the cells that they name.",
    ),
    "uncomputed": Words(
        "{count} rumus tidak menyimpan hasilnya, sehingga angkanya tidak diperiksa; buka dan simpan berkas di Excel, "
        "lalu ulangi.",
        "{count} formulas store no result, so their figures were not checked; open and save the file in Excel and "
        "try again.",
    ),
    "pictures": Words(
        "Isi {count} gambar tidak dibaca; tabel atau angka di dalamnya tidak diperiksa.",
        "The content of {count} pictures was not read; tables or figures inside them were not checked.",
    ),
    "charts": Words("Angka di dalam {count} grafik tidak dibaca.", "Figures inside {count} charts were not read."),
    "chart sheets": Words(
        "{count} lembar yang hanya berisi grafik tidak dibaca.", "{count} sheets that hold only a chart were not read."
    ),
    "comments": Words("{count} komentar sel tidak dibaca.", "{count} comments on cells were not read."),
    "values only": Words(
        "Dari berkas ini hanya nilai sel yang dibaca: rumus dan format angka (misalnya persen) tidak; simpan sebagai "
        ".xlsx agar lengkap.",
        "Of this file only the values of its cells were read: neither formulas nor number formats (such as percent); "
        "save it as .xlsx to have them.",
    ),
}


def notices_of(tally: Tally) -> tuple[Notice, ...]:
    """One sentence for each kind of thing."""
    return tuple(Notice(words.format(count=tally[kind])) for kind, words in _SENTENCES.items() if tally[kind])
