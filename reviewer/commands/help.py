"""The help of the command line."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.commands.arguments import Option
from reviewer.commands.output import writing
from reviewer.language import tr


@dataclass(frozen=True, slots=True)
class _Page:
    usage: tuple[str, ...]
    about: str
    examples: tuple[tuple[str, str], ...]
    """Command line, and what it does."""
    notes: tuple[tuple[str, str], ...] = ()


def show_help(command: str, options: Sequence[Option]) -> int:
    """Print the help of a command ("" for the program) as wide as the terminal, within reason."""
    pages = {
        "": _program,
        "check": _check,
        "chat": _chat,
        "explain": _explain,
        "rules": _rules,
        "config": _config,
        "completion": _completion,
    }
    page = pages[command]()
    with writing():
        print(text_of(page, options, min(shutil.get_terminal_size().columns, 100)), end="")
    return 0


def text_of(page: _Page, options: Sequence[Option], width: int) -> str:
    lines = [tr("Pakai:"), *(f"  {line}" for line in page.usage), ""]
    lines += [*textwrap.wrap(page.about, width), ""]
    lines += [tr("Opsi:"), *_columns([(_shown(option), _told(option)) for option in options], width), ""]
    lines += [tr("Contoh:"), *_columns(page.examples, width)]
    if page.notes:
        lines += ["", tr("Kode keluar:"), *_columns(page.notes, width)]
    return "\n".join(lines) + "\n"


def _columns(pairs: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Two columns; where the left one is wide, what it means stands below it."""
    indent = min(max((len(left) for left, _ in pairs), default=0), 30) + 4
    lines = []
    for left, right in pairs:
        told = textwrap.wrap(right, max(width - indent, 20))
        if len(left) + 4 > indent:
            lines.append(f"  {left}")
        else:
            lines.append(f"  {left}".ljust(indent) + told.pop(0))
        lines += [" " * indent + more for more in told]
    return lines


def _shown(option: Option) -> str:
    names = ", ".join(sorted(option.names, key=len))
    return f"{names} {option.value}" if option.value else names


def _told(option: Option) -> str:
    return f"{option.help} ({' | '.join(option.choices)})" if option.choices else option.help


def _program() -> _Page:
    return _Page(
        usage=(
            tr("reviewer [DRAF]              buka draf di aplikasi, atau layar awal"),
            tr("reviewer check DRAF...       periksa dan cetak temuan"),
            tr("reviewer chat --plain DRAF   bahas temuan baris demi baris, di terminal apa pun"),
            tr("reviewer explain KODE...     jelaskan sebuah pemeriksaan"),
            tr("reviewer rules               daftar semua pemeriksaan"),
            tr("reviewer config              pengaturan yang berlaku, dan dari mana"),
        ),
        about=tr(
            "Menghitung ulang segala yang dapat dihitung dalam draf laporan kinerja (LKjIP dan sejenisnya) dan "
            "menunjukkan yang tidak cocok. Rincian satu perintah: reviewer check --help"
        ),
        examples=(
            ("reviewer laporan.docx", tr("bahas temuannya di aplikasi")),
            ("reviewer check laporan.docx", tr("cetak temuannya")),
            ("reviewer explain TOT001", tr("apa yang diperiksa, dan mengapa")),
            ("reviewer ./check", tr("draf yang bernama seperti perintah")),
        ),
    )


def _check() -> _Page:
    return _Page(
        usage=(tr("reviewer check [OPSI] DRAF..."),),
        about=tr(
            "Memeriksa satu atau beberapa draf (.docx, .pdf, .xlsx, .txt, .yaml …) dan mencetak temuannya. Temuan yang Anda "
            "putuskan bukan kesalahan tidak dihitung lagi."
        ),
        examples=(
            ("reviewer check laporan.docx", tr("cetak temuannya")),
            ("reviewer check laporan.docx --format json", tr("temuan untuk program lain, sebagai JSON")),
            ("reviewer check drafts/ --summary", tr("hasil semua draf di sebuah folder")),
            ("reviewer check . --format sarif --output hasil.sarif", tr("untuk CI; bentuk lain: lihat docs/ci.md")),
            ("reviewer check . --baseline acuan.json", tr("hanya yang baru sejak acuan membuat kode keluar 1")),
            ("reviewer check *.docx --select TOT,PCT", tr("hanya jumlah dan persentase")),
            ("reviewer check laporan.txt --fail-on warning", tr("peringatan pun membuat kode keluar 1")),
            ("reviewer check v2.docx --continue v1.docx", tr("ikuti putusan atas draf sebelumnya")),
        ),
        notes=(
            ("0", tr("tidak ada temuan pada atau di atas tingkat --fail-on")),
            ("1", tr("ada temuan")),
            ("2", tr("draf tidak dapat dibaca, atau perintah keliru")),
        ),
    )


def _chat() -> _Page:
    return _Page(
        usage=(tr("reviewer chat [--plain] [OPSI] DRAF"),),
        about=tr(
            "Membahas temuan satu draf. Dengan --plain percakapannya baris demi baris: untuk pembaca layar, terminal jauh, "
            "dan pipa. Setiap baris masukan adalah satu jawaban; baris kosong berarti lanjut."
        ),
        examples=(
            ("reviewer chat --plain laporan.docx", tr("bahas temuannya di terminal apa pun")),
            ("reviewer chat --plain laporan.docx < jawaban.txt", tr("jawaban dari berkas, satu per baris")),
        ),
    )


def _explain() -> _Page:
    return _Page(
        usage=(tr("reviewer explain KODE..."),),
        about=tr("Menjelaskan pemeriksaan: apa yang diperiksa, dasarnya, dan contoh yang benar dan yang keliru."),
        examples=(
            ("reviewer explain TOT001", tr("menurut kode")),
            ("reviewer explain table-total", tr("menurut nama")),
            ("reviewer explain TOT", tr("seluruh kelompok")),
        ),
    )


def _rules() -> _Page:
    return _Page(
        usage=(tr("reviewer rules [--format text|json]"),),
        about=tr("Mendaftar semua pemeriksaan, termasuk yang dipasang sebagai tambahan."),
        examples=(
            ("reviewer rules", tr("sebagai tabel")),
            ("reviewer rules --format json", tr("untuk program lain")),
        ),
    )


def _config() -> _Page:
    return _Page(
        usage=(tr("reviewer config [--show] [OPSI] [DRAF]"),),
        about=tr(
            "Menunjukkan pengaturan yang berlaku, untuk sebuah draf bila disebut, dan dari mana masing-masing. Konfigurasi "
            "dicari dari folder kerja ke atas, tidak di samping draf: pengirim draf tidak menentukan apa yang diperiksa."
        ),
        examples=(
            ("reviewer config --show", tr("yang berlaku di folder ini")),
            ("reviewer config --show lra/2025.xlsx", tr("yang berlaku untuk draf ini")),
        ),
    )


def _completion() -> _Page:
    return _Page(
        usage=("reviewer completion bash|zsh|fish",),
        about=tr("Menulis pelengkapan perintah untuk sebuah shell."),
        examples=(
            (
                "reviewer completion bash > ~/.local/share/bash-completion/completions/reviewer",
                tr("bash melengkapi opsi dan nilainya"),
            ),
        ),
    )
