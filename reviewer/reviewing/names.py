"""What things are called, in the current language."""

from __future__ import annotations

from datetime import datetime

from reviewer.language import current, tr
from reviewer.model import Location, Severity, Verdict, Words
from reviewer.reviewing.events import EventKind
from reviewer.reviewing.plain import plain
from reviewer.reviewing.standing import FindingState


def say(words: Words) -> str:
    """A text of the checks in the current language."""
    return plain(words.of(current()))


def severity_name(severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return tr("Kesalahan")
        case Severity.WARNING:
            return tr("Peringatan")
        case _:
            return tr("Info")


def family_name(family: str) -> str:
    """What the checks of a family are about; "" for one that is not ours."""
    match family:
        case "TOT":
            return tr("jumlah")
        case "PCT":
            return tr("persentase")
        case "YRS":
            return tr("tahun")
        case "DUP":
            return tr("ganda")
        case "CNT":
            return tr("banyaknya")
        case "XRF":
            return tr("beda antar-tempat")
        case "TRB":
            return tr("terbilang")
        case "NUM":
            return tr("salah ketik angka")
        case "CLS":
            return tr("kategori")
        case "STR":
            return tr("susunan")
        case "REF":
            return tr("rujukan")
        case "DAT":
            return tr("tanggal")
        case "IDN":
            return tr("nama")
        case "LGL":
            return tr("dasar hukum")
        case "MIS":
            return tr("yang kosong")
        case "PLS":
            return tr("kewajaran")
        case "FML":
            return tr("rumus")
        case _:
            return ""


def verdict_name(verdict: Verdict) -> str:
    match verdict:
        case Verdict.NOTED:
            return tr("dicatat")
        case Verdict.REJECTED:
            return tr("bukan kesalahan")
        case Verdict.LATER:
            return tr("ditunda")
        case _:
            return tr("sudah diperbaiki")


def kind_name(kind: EventKind) -> str:
    """What an event of the journal is."""
    if kind.verdict:
        return verdict_name(kind.verdict)
    match kind:
        case EventKind.NOTE:
            return tr("catatan")
        case EventKind.RESPONSE:
            return tr("tanggapan")
        case EventKind.ADDED:
            return tr("temuan sendiri")
        case _:
            return tr("pembatalan")


def state_name(state: FindingState) -> str:
    """How a finding stands, in a word or two."""
    if state.decision:
        return verdict_name(state.decision.verdict)
    if state.still_there:
        return tr("masih ada")
    return tr("berubah") if state.changed else tr("belum diputuskan")


def moment(when: str) -> str:
    """A time as people write it: "3 Mei 2021 pukul 14.03"."""
    at = datetime.fromisoformat(when)
    months = tr("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember").split()
    return tr("{day} {month} {year} pukul {hour}.{minute}").format(
        day=at.day, month=months[at.month - 1], year=at.year, hour=f"{at:%H}", minute=f"{at:%M}"
    )


def where(location: Location) -> str:
    """A place as a person would name it, with its line, page or cell."""
    label, place = say(location.label), location.place
    if place.sheet and place.cell:
        return tr("{label} (lembar {sheet}, sel {cell})").format(label=label, sheet=plain(place.sheet), cell=place.cell)
    if place.page is not None:
        template = tr("{label} (sekitar halaman {page})") if place.rough else tr("{label} (halaman {page})")
        return template.format(label=label, page=plain(place.page_label or str(place.page)))
    if place.line is not None:
        return tr("{label} (baris {line})").format(label=label, line=place.line)
    return label
