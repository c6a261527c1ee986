"""TRB: amounts in words."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Words
from reviewer.model.written import written


class AmountInWords(Check):
    """An amount and its words say the same."""

    code = "TRB001"
    name = "amount-in-words"
    title = Words("Terbilang tidak sama dengan angkanya", "An amount in words differs from its figure")
    reason = Words(
        "Nilai uang yang diulang dengan huruf harus sama dengan angkanya; bila berbeda, tidak jelas mana yang berlaku.",
        "An amount repeated in words must equal its figure; where they differ it is unclear which one counts.",
    )
    docs = Words(
        "Nilai rupiah yang diikuti terbilangnya dalam kurung dibaca dari kata-katanya dan dibandingkan. Kata yang "
        "tidak membentuk bilangan (kata bilangan hilang atau terbalik) juga dilaporkan.",
        "An amount in rupiah followed by its words in brackets is read from the words and compared. Words that make "
        "no number (a scale word lost or out of order) are reported as well.",
    )
    messages = {
        "differs": Words(
            "{stated} dieja “{words}”, yang berarti {value}.", "{stated} is spelled “{words}”, which means {value}."
        ),
        "broken": Words(
            "{stated} dieja “{words}”, yang bukan bilangan; seharusnya “{expected}”.",
            "{stated} is spelled “{words}”, which makes no number; it should be “{expected}”.",
        ),
    }
    good = (
        Example(
            "Anggaran sebesar Rp. 138.358.120,- (Seratus tiga puluh delapan juta tiga ratus lima puluh delapan ribu "
            "seratus dua puluh rupiah).\n"
        ),
    )
    bad = (
        Example(
            "Anggaran sebesar Rp. 138.358.120,- (Seratus tiga puluh delapan ribu tiga ratus lima puluh delapan "
            "seratus dua puluh rupiah).\n",
            "138.358.120",
        ),
        Example("Anggaran sebesar Rp 2.500.000,- (dua juta lima puluh ribu rupiah).\n", "2.500.000"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            for spelled in sentence.spelled:
                figure = spelled.figure
                if (figure.unit != "Rp" and figure.value < 1000) or spelled.value == figure.value:
                    continue
                value = "" if spelled.value is None else written(spelled.value)
                yield Problem(
                    figure.spot,
                    "broken" if spelled.value is None else "differs",
                    stated=figure.text,
                    expected=spelled.should,
                    params=(("words", spelled.text), ("value", value)),
                    evidence=(spelled.spot,),
                    content=(figure.text, spelled.text),
                )
