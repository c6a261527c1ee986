"""The slash commands of the conversation, for hearing, completion, palette and help."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.language import current, tr
from reviewer.reviewing.heard import Heard
from reviewer.reviewing.hearing import number_of
from reviewer.reviewing.lexicon import PHRASES, Intent

_NAMES: dict[Intent, tuple[str, str]] = {
    Intent.ACCEPT: ("catat", "accept"),
    Intent.REJECT: ("tolak", "reject"),
    Intent.LATER: ("nanti", "later"),
    Intent.FIXED: ("diperbaiki", "fixed"),
    Intent.WHY: ("kenapa", "why"),
    Intent.NOTE: ("catatan", "note"),
    Intent.NEXT: ("lanjut", "next"),
    Intent.BACK: ("kembali", "back"),
    Intent.GO: ("ke", "go"),
    Intent.UNDO: ("batal", "undo"),
    Intent.REDO: ("ulangi", "redo"),
    Intent.ALIKE: ("sejenis", "alike"),
    Intent.SUMMARY: ("ringkas", "summary"),
    Intent.LIST: ("daftar", "list"),
    Intent.SEARCH: ("cari", "search"),
    Intent.ONLY: ("hanya", "only"),
    Intent.EVERYTHING: ("semua", "all"),
    Intent.RESPOND: ("tanggapan", "respond"),
    Intent.ADD: ("temuan", "finding"),
    Intent.SHOW: ("barisnya", "row"),
    Intent.CHANGED: ("perubahan", "changes"),
    Intent.ORDER: ("urutkan", "sort"),
    Intent.THRESHOLD: ("materialitas", "materiality"),
    Intent.LANGUAGE: ("bahasa", "language"),
    Intent.THEME: ("tema", "theme"),
    Intent.EXPORT: ("ekspor", "export"),
    Intent.REFRESH: ("segarkan", "refresh"),
    Intent.HELP: ("bantuan", "help"),
    Intent.QUIT: ("selesai", "quit"),
}
"""Name in Indonesian and in English, in the order in which help shows them."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as typed after a slash."""

    intent: Intent
    name: str
    """In the current language: "catat", "accept"."""
    argument: str
    """What follows it: "alasan", "nomor", "" where nothing."""
    summary: str
    """One line for palette and help."""


def commands() -> tuple[Command, ...]:
    """Every command, the usual ones first, in the current language."""
    return tuple(Command(intent, name_of(intent), _argument(intent), _summary(intent)) for intent in _NAMES)


def name_of(intent: Intent) -> str:
    """The command's name in the current language."""
    indonesian, english = _NAMES[intent]
    return english if current() == "en" else indonesian


def slash(utterance: str) -> Heard | tuple[str, tuple[Intent, ...]]:
    """What "/name rest" asks for: names of either language, or any single word the conversation knows.

    "/temuan 12" opens that finding, as "temuan 12" does. Returns the unknown name and the nearest commands where there
    is none.
    """
    name, _, rest = utterance.strip().removeprefix("/").partition(" ")
    wanted = name.casefold()
    intent = next((intent for intent, names in _NAMES.items() if wanted in names), None)
    if intent is None:
        spoken = wanted.replace("-", " ").replace("_", " ")
        intent = next((intent for intent, phrases in PHRASES.items() if spoken in phrases), None)
    if intent is None:
        from rapidfuzz import process

        names = {name: intent for intent, both in _NAMES.items() for name in both}
        near = process.extract(wanted, list(names), limit=4, score_cutoff=50)
        return name, tuple(dict.fromkeys(names[found] for found, _, _ in near))[:2]
    if intent is Intent.ALIKE:
        return Heard(intent, every=Intent.ACCEPT)
    if intent is Intent.ADD and number_of(rest) is not None:
        return Heard(Intent.GO, rest.strip())
    return Heard(intent, rest.strip())


def _argument(intent: Intent) -> str:
    match intent:
        case Intent.REJECT:
            return tr("alasan")
        case Intent.NOTE | Intent.RESPOND | Intent.ADD | Intent.SEARCH:
            return tr("teks")
        case Intent.GO:
            return tr("nomor, tabel, halaman atau bab")
        case Intent.ONLY:
            return tr("kesalahan, tabel 3.5, TOT, belum …")
        case Intent.ORDER:
            return tr("nilai, letak atau jenis")
        case Intent.THRESHOLD:
            return tr("10 juta, 1% atau 0")
        case Intent.LANGUAGE:
            return tr("Indonesia atau Inggris")
        case Intent.THEME:
            return tr("gelap, terang atau kontras")
        case Intent.EXPORT:
            return tr("berkas")
        case _:
            return ""


def _summary(intent: Intent) -> str:
    match intent:
        case Intent.ACCEPT:
            return tr("Jadikan temuan ini catatan reviu")
        case Intent.REJECT:
            return tr("Nyatakan bukan kesalahan, dengan alasan")
        case Intent.LATER:
            return tr("Tunda; ditanyakan lagi nanti")
        case Intent.FIXED:
            return tr("Nyatakan sudah diperbaiki penyusun")
        case Intent.WHY:
            return tr("Jelaskan hitungan dan dasarnya")
        case Intent.NOTE:
            return tr("Tulis catatan tanpa memutuskan")
        case Intent.NEXT:
            return tr("Temuan berikutnya yang belum diputuskan")
        case Intent.BACK:
            return tr("Temuan sebelumnya")
        case Intent.GO:
            return tr("Buka temuan, tabel, halaman atau bab tertentu")
        case Intent.UNDO:
            return tr("Batalkan keputusan terakhir")
        case Intent.REDO:
            return tr("Kembalikan yang baru dibatalkan")
        case Intent.ALIKE:
            return tr("Catat semua temuan sejenis")
        case Intent.SUMMARY:
            return tr("Hitungan keputusan dan apa yang belum diperiksa")
        case Intent.LIST:
            return tr("Daftar temuan")
        case Intent.SEARCH:
            return tr("Cari dalam temuan dan draf")
        case Intent.ONLY:
            return tr("Tampilkan sebagian temuan saja")
        case Intent.EVERYTHING:
            return tr("Tampilkan semua temuan lagi")
        case Intent.RESPOND:
            return tr("Tulis tanggapan penyusun")
        case Intent.ADD:
            return tr("Tambah temuan Anda sendiri")
        case Intent.SHOW:
            return tr("Tunjukkan barisnya di draf")
        case Intent.CHANGED:
            return tr("Apa yang berubah sejak terakhir di sini")
        case Intent.ORDER:
            return tr("Pilih apa yang ditanyakan lebih dulu")
        case Intent.THRESHOLD:
            return tr("Lipat temuan yang nilainya kecil")
        case Intent.LANGUAGE:
            return tr("Ganti bahasa")
        case Intent.THEME:
            return tr("Ganti warna layar")
        case Intent.EXPORT:
            return tr("Tulis ringkasan reviu ke berkas Markdown")
        case Intent.REFRESH:
            return tr("Baca lagi keputusan orang lain")
        case Intent.HELP:
            return tr("Apa yang dapat diketik")
        case _:
            return tr("Simpan dan keluar")
