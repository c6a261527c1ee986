"""The usual answers beside a message."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.language import current, tr
from reviewer.reviewing.commands import commands, name_of
from reviewer.reviewing.lexicon import Intent
from reviewer.reviewing.messages import Choice


def _key(indonesian: str, english: str) -> str:
    """Keys and what a choice says are not translated in the catalogue: the conversation must know them again."""
    return english if current() == "en" else indonesian


def finding_choices(alike: int) -> tuple[Choice, ...]:
    """The usual answers to a finding; `alike` is how many undecided ones of its kind there are besides it."""
    choices = [
        Choice(_key("c", "a"), tr("Catat"), intent_says(Intent.ACCEPT)),
        Choice(_key("b", "r"), tr("Bukan kesalahan …"), intent_says(Intent.REJECT)),
        Choice(_key("n", "l"), tr("Nanti"), intent_says(Intent.LATER)),
        Choice(_key("k", "w"), tr("Kenapa?"), intent_says(Intent.WHY)),
        Choice(_key("d", "f"), tr("Sudah diperbaiki"), intent_says(Intent.FIXED)),
    ]
    if alike:
        choices.append(Choice("s", tr("Catat semua sejenis ({n})").format(n=alike + 1), intent_says(Intent.ALIKE)))
    return tuple(choices)


def reason_choices() -> tuple[Choice, ...]:
    """Usual reasons why a finding is not a mistake."""
    rounding, source, misread = tr("pembulatan"), tr("sesuai dokumen sumber"), tr("salah terbaca oleh program")
    return (
        Choice("", rounding, rounding),
        Choice("", source, source),
        Choice("", misread, misread),
        _drop(),
    )


def text_choices() -> tuple[Choice, ...]:
    """Beside a free text that is asked for."""
    return (_drop(),)


def _drop() -> Choice:
    return Choice("", tr("Tidak jadi"), intent_says(Intent.UNDO))


def yes_no() -> tuple[Choice, ...]:
    return (Choice("y", tr("Ya"), _key("ya", "yes")), Choice(_key("t", "n"), tr("Tidak"), _key("tidak", "no")))


def end_choices(postponed: bool) -> tuple[Choice, ...]:
    """What to do when no open finding is left."""
    ahead = (Choice(_key("l", "p"), tr("Buka yang ditunda"), intent_says(Intent.NEXT)),) if postponed else ()
    return (
        *ahead,
        Choice(_key("r", "s"), tr("Ringkasan"), intent_says(Intent.SUMMARY)),
        Choice("e", tr("Tulis ke berkas"), intent_says(Intent.EXPORT)),
        Choice("q", tr("Selesai"), intent_says(Intent.QUIT)),
    )


def order_choices() -> tuple[Choice, ...]:
    return (
        Choice("", tr("nilai: rupiah dan persen terbesar dulu"), _key("urutkan menurut nilai", "sort by value")),
        Choice("", tr("rupiah terbesar dulu"), _key("urutkan menurut rupiah", "sort by rupiah")),
        Choice("", tr("letak di draf"), _key("urutkan menurut letak", "sort by place")),
        Choice("", tr("jenis kesalahan"), _key("urutkan menurut jenis", "sort by kind")),
    )


def language_choices() -> tuple[Choice, ...]:
    return (Choice("", "Bahasa Indonesia", "bahasa indonesia"), Choice("", "English", "english please"))


def theme_choices() -> tuple[Choice, ...]:
    return (
        Choice("", tr("gelap"), _key("tema gelap", "dark theme")),
        Choice("", tr("terang"), _key("tema terang", "light theme")),
        Choice("", tr("kontras tinggi"), _key("tema kontras tinggi", "high contrast theme")),
    )


def intent_choices(intents: Sequence[Intent]) -> tuple[Choice, ...]:
    """The things one may have meant."""
    summaries = {command.intent: command.summary for command in commands()}
    return tuple(
        Choice("", tr("{name}: {summary}").format(name=intent_says(i), summary=summaries[i]), intent_says(i))
        for i in intents
    )


def intent_says(intent: Intent) -> str:
    """Words that the conversation hears as this intent."""
    match intent:
        case Intent.REJECT:
            return _key("bukan kesalahan", "not a mistake")
        case Intent.FIXED:
            return _key("sudah diperbaiki", "already fixed")
        case Intent.ALIKE:
            return _key("catat semua sejenis", "accept all of this kind")
        case Intent.SHOW:
            return _key("lihat barisnya", "show the row")
        case _:
            return name_of(intent)
