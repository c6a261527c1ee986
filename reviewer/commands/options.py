"""Which options there are, and which commands take them. Functions, since their words follow the chosen language."""

from __future__ import annotations

from reviewer.commands.arguments import Option
from reviewer.commands.settings import NEVER
from reviewer.language import tr
from reviewer.model.finding import Severity
from reviewer.reporting.formats import FORMATS


def common() -> tuple[Option, ...]:
    return (
        Option(("--lang",), tr("bahasa keluaran"), tr("BAHASA"), choices=("id", "en")),
        Option(("--no-color",), tr("tanpa warna (sama dengan NO_COLOR)")),
        Option(("--help", "-h"), tr("tampilkan bantuan ini")),
        Option(("--version", "-V"), tr("tampilkan versi")),
    )


def examining() -> tuple[Option, ...]:
    return (
        Option(
            ("--select",),
            tr("periksa hanya kode atau kelompok ini, misalnya TOT,PCT001"),
            tr("KODE"),
            listed=True,
            commas=True,
        ),
        Option(("--ignore",), tr("lewati kode atau kelompok ini"), tr("KODE"), listed=True, commas=True),
        Option(
            ("--severity",),
            tr("tingkat temuan sebuah kode atau kelompok, misalnya TOT001=warning"),
            tr("KODE=TINGKAT"),
            listed=True,
            commas=True,
        ),
        Option(("--year",), tr("tahun laporan, bila terbaca keliru"), tr("TAHUN")),
        Option(("--institution",), tr("nama perangkat daerah, bila terbaca keliru"), tr("NAMA")),
        Option(("--region",), tr("nama daerah, bila terbaca keliru"), tr("NAMA")),
        Option(
            ("--limit",),
            tr("ubah batas membaca, misalnya cells=900000 atau file=120MB (boleh beberapa)"),
            tr("BATAS=NILAI"),
            listed=True,
            commas=True,
        ),
        Option(("--config",), tr("konfigurasi ini, bukan yang terdekat dari folder kerja ke atas"), tr("BERKAS")),
        Option(("--no-config",), tr("tanpa konfigurasi")),
        Option(("--original",), tr("baca dokumen Word sebelum perubahan terlacaknya")),
    )


def deciding() -> tuple[Option, ...]:
    return (
        Option(("--journal",), tr("folder jurnal putusan; bawaannya DRAF.review di samping draf"), tr("FOLDER")),
        Option(("--no-journal",), tr("jangan membaca atau menulis jurnal putusan")),
        Option(("--trust",), tr("ikuti juga putusan orang ini (boleh beberapa)"), tr("NAMA"), listed=True),
        Option(("--continue",), tr("lanjutkan putusan draf lama yang bernama lain"), tr("DRAF_LAMA")),
    )


def output_format() -> Option:
    return Option(("--format",), tr("bentuk keluaran; bawaannya text"), tr("BENTUK"), choices=("text", "json"))


def of_check() -> tuple[Option, ...]:
    levels = (*(severity.value for severity in Severity), NEVER)
    failing = Option(
        ("--fail-on",), tr("tingkat terendah yang membuat kode keluar 1; bawaannya error"), tr("TINGKAT"), levels
    )
    return (
        Option(("--format",), tr("bentuk keluaran; bawaannya text"), tr("BENTUK"), choices=FORMATS),
        Option(("--output",), tr("tulis ke berkas ini, utuh atau tidak sama sekali"), tr("BERKAS")),
        failing,
        Option(("--summary",), tr("hasil per draf dan kekeliruan tersering, sebagai text, csv atau json")),
        Option(("--jobs",), tr("periksa sekian draf bersamaan; bawaannya semua inti mulai 8 draf"), tr("N")),
        Option(("--no-cache",), tr("periksa juga draf yang hasilnya masih tersimpan")),
        Option(("--ledger",), tr("daftar angka yang tidak diperiksa, dan sebabnya")),
        Option(("--show-suppressed",), tr("daftar juga yang diputuskan bukan kesalahan")),
        Option(("--baseline",), tr("temuan yang sudah ada di acuan ini tidak membuat kode keluar 1"), tr("BERKAS")),
        Option(("--new-only",), tr("tampilkan hanya yang baru atau berubah sejak --baseline")),
        Option(("--write-baseline",), tr("tulis temuan sekarang sebagai acuan; kode keluar 0"), tr("BERKAS")),
        *examining(),
        *deciding(),
        *common(),
    )


def of_app() -> tuple[Option, ...]:
    return (*examining(), *deciding(), *common())


def of_chat() -> tuple[Option, ...]:
    plain = Option(("--plain",), tr("baris demi baris, tanpa layar penuh; juga lewat pipa"))
    return (plain, *of_app())


def of_config() -> tuple[Option, ...]:
    show = Option(("--show",), tr("yang berlaku, dan dari mana (bawaan)"))
    checking = [o for o in of_check() if o.key in ("--fail-on", "--baseline", "--jobs", "--trust")]
    form = Option(("--format",), tr("bentuk keluaran; bawaannya text"), tr("BENTUK"), choices=("text", "json"))
    return (show, form, *checking, *examining(), *common())


def of_rules() -> tuple[Option, ...]:
    return (output_format(), *common())


def of(command: str) -> tuple[Option, ...]:
    """The options that a command takes; "" is the app."""
    taken = {
        "check": of_check,
        "chat": of_chat,
        "explain": common,
        "rules": of_rules,
        "config": of_config,
        "completion": common,
    }
    return taken.get(command, of_app)()
