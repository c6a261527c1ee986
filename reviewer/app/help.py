"""The keys, signs and commands, on one page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reviewer.app.cards import command_lines
from reviewer.app.layout import wrap
from reviewer.app.signs import draft_legend, legend
from reviewer.language import tr
from reviewer.reviewing import commands

_KEYS = 14
"""Cells of the column of keys and signs."""
WIDEST = 84
"""Cells of a line of help."""


class HelpScreen(ModalScreen[None]):
    """Closes with any of the keys that close things."""

    BINDINGS = [Binding("escape,q,question_mark,enter,f1", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            yield Static(Content("\n").join(self._lines()))

    def on_mount(self) -> None:
        box = self.query_one("#help")
        box.border_title = tr("Bantuan")
        box.border_subtitle = tr("Esc menutup")
        box.focus()

    def _lines(self) -> list[Content]:
        width = min(WIDEST, self.app.size.width * 96 // 100 - 8)
        return [
            Content(tr("Angka menjawab, huruf berbicara.")).stylize("bold"),
            Content(""),
            *(_pair(key, told, width) for key, told in _keys()),
            Content(""),
            Content(tr("Tanda")).stylize("bold $accent"),
            *(_pair(sign, told, width) for sign, told in legend()),
            Content(""),
            Content(tr("Tanda di draf")).stylize("bold $accent"),
            *(_pair(sign, told, width) for sign, told in draft_legend()),
            Content(""),
            Content(tr("Perintah")).stylize("bold $accent"),
            *command_lines(commands(), width),
        ]


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        ("1-9", tr("memberi jawaban bernomor itu, selama kotak ketik kosong")),
        ("1-9 Enter", tr("memilih alasan lazim bernomor itu, bila alasan ditanyakan")),
        ("a-z", tr("mulai mengetik jawaban, pertanyaan atau perintah")),
        ("Enter", tr("mengirim; bila kosong, lanjut ke temuan berikutnya")),
        ("↑ ↓", tr("temuan sebelum dan sesudahnya; saat mengetik, yang pernah diketik")),
        ("Tab", tr("panel berikutnya; saat mengetik perintah, melengkapinya")),
        ("F2 F3 F4", tr("percakapan, draf, daftar temuan")),
        ("PgUp PgDn", tr("menggulung yang sedang dibaca")),
        ("← → ↑ ↓", tr("di panel draf: pindah dari angka ke angka; kaitannya diceritakan di bawah draf")),
        ("Enter", tr("di panel draf: ke temuan di angka itu, atau berkeliling ke angka yang terkait")),
        ("+ / Insert", tr("di panel draf: tambahkan temuan Anda sendiri di tempat kursor")),
        ("F5", tr("keterangan tanda angka, tanda angkanya: tampil atau tidak")),
        ("Ctrl+C", tr("menyalin yang disorot, angka di bawah kursor, atau temuan ini")),
        ("Esc", tr("membatalkan pertanyaan, mengosongkan kotak ketik, kembali ke percakapan")),
        ("Ctrl+Z", tr("membatalkan keputusan terakhir")),
        ("Ctrl+P", tr("semua perintah dan tema")),
        ("Ctrl+Q", tr("keluar; semua keputusan sudah tersimpan")),
    )


def _pair(key: str, told: str, width: int) -> Content:
    """A key or sign with its meaning, which keeps to its own column."""
    return Content("\n").join(
        Content.assemble((f"  {key}".ljust(_KEYS) if n == 0 else " " * _KEYS, "bold"), told[start:end])
        for n, (start, end) in enumerate(wrap(told, max(width - _KEYS, 12)))
    )
