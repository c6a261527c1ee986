"""The keys, signs and commands, on one page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reviewer.app.cards import command_lines
from reviewer.app.signs import CURSOR_SIGN, EVIDENCE_SIGN, LEDGER_SIGNS, MARK_SIGN, OWN_SIGN, legend, status_name
from reviewer.language import tr
from reviewer.reviewing import commands


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
        lines = [Content(tr("Angka menjawab, huruf berbicara.")).stylize("bold"), Content("")]
        lines += [_pair(key, told) for key, told in _keys()]
        lines += [Content(""), Content(tr("Tanda")).stylize("bold $accent")]
        lines += [_pair(sign, told) for sign, told in legend()]
        lines += [Content(""), Content(tr("Tanda di draf")).stylize("bold $accent")]
        lines += [
            _pair(sign, tr("angka ini {status}").format(status=status_name(s))) for s, sign in LEDGER_SIGNS.items()
        ]
        lines += [
            _pair(MARK_SIGN, tr("angka temuan ini di draf")),
            _pair(EVIDENCE_SIGN, tr("angka pembandingnya")),
            _pair(CURSOR_SIGN, tr("kursor")),
            _pair(OWN_SIGN, tr("temuan Anda sendiri")),
        ]
        lines += [Content(""), Content(tr("Perintah")).stylize("bold $accent")]
        return lines + command_lines(commands(), self.app.size.width * 3 // 4)


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


def _pair(key: str, told: str) -> Content:
    return Content.assemble((f"  {key}".ljust(14), "bold"), told)
