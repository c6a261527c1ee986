"""PCT: percentages of a sentence that its amounts make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Figure,
    Relation,
    Report,
    Rule,
    Sentence,
    Severity,
    Term,
    Words,
)

_REASON = Words(
    "Capaian dihitung dari realisasi dibandingkan target (Lampiran II PermenPANRB 53/2014); serapan dari realisasi "
    "dibandingkan pagu.",
    "Capaian is realisasi against target (PermenPANRB 53/2014, annex II); serapan is realisasi against pagu.",
)
_CHANGE = re.compile(
    r"(?:berkurang|bertambah|pengurangan|penambahan|turun|naik|menurun|meningkat|penurunan|kenaikan|peningkatan|"
    r"kurang|lebih)\b",
    re.IGNORECASE,
)
_REALISED = re.compile(r"reali[sz]asi|terserap|penyerapan|serapan", re.IGNORECASE)
_SHRINKS = re.compile(r"berkurang|pengurangan|turun|menurun|penurunan|\bkurang", re.IGNORECASE)
_COMPARED = re.compile(
    r"^\s*\)?\s*(?:bila |jika |kalau )?(?:di)?banding(?:kan)?\b|^\s*\)?\s*(?:terhadap|dari)\b", re.IGNORECASE
)
_LINK = re.compile(
    r"(?:\bata[u]?\b|\byaitu\b|\byakni\b|\bsebesar\b|\bsebanyak\b|\bsekitar\b|\bmencapai\b|\bsetara\b|\(|"
    r"=)\s*(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


class SentencePercent(Check):
    """A percentage in a sentence is what two amounts before it make."""

    code = "PCT003"
    name = "sentence-percent"
    severity = Severity.ERROR
    title = Words("Persentase dalam kalimat salah hitung", "A percentage in a sentence is miscalculated")
    reason = _REASON
    docs = Words(
        "Persentase yang menyusul dua nilai rupiah atau lebih dalam satu kalimat (“anggaran …, realisasi … atau "
        "95,93 %”, “berkurang sebesar … atau "
        "…%”) dicocokkan dengan semua perbandingan yang wajar di antara nilai-nilai itu: bagian terhadap "
        "keseluruhan, kenaikan, penurunan. Hanya bila tidak satu "
        "pun cocok dan kalimat itu jelas menghubungkan persentase dengan nilainya, ia dilaporkan.",
        "A percentage that follows two or more rupiah amounts in one sentence (“anggaran …, realisasi … atau 95,93 "
        "%”, “berkurang sebesar … atau …%”) "
        "is compared with every sensible ratio among those amounts: part of whole, growth, decline. It is reported "
        "only where none fits and the "
        "sentence plainly ties the percentage to its amounts.",
    )
    messages = {
        "violated": Words(
            "Persentase {stated} tidak cocok dengan nilai-nilai dalam kalimatnya: {numerator} terhadap {denominator} "
            "adalah {expected}.",
            "The percentage {stated} does not fit the amounts of its sentence: {numerator} against {denominator} is "
            "{expected}.",
        ),
    }
    good = (
        Example(
            "Anggaran tahun 2024 sebesar Rp 2.000.000.000,- dengan realisasi sebesar Rp 1.500.000.000,- atau 75,00 % "
            "dari pagu.\n"
        ),
        Example(
            "Anggaran Rp. 5.000.000.000,- berubah menjadi Rp. 4.500.000.000,- atau berkurang sebesar Rp. "
            "500.000.000,- atau 10%.\n"
        ),
        Example(
            "Realisasi tahun 2024 sebesar Rp6.600.000.000,00 naik Rp600.000.000,00 atau 10,00% dibandingkan realisasi "
            "tahun 2023 sebesar Rp6.000.000.000,00.\n"
        ),
        Example(
            "Pendapatan terealisasi sebesar Rp1.980.000.000 atau 99,00 % dari target dan belanja terealisasi sebesar "
            "Rp1.500.000.000 atau 60,00 % dari pagu. Pendapatan mencapai Rp1.200.000.000 atau 120,00% dari target, atau "
            "melampaui target sebesar Rp200.000.000.\n"
        ),
        Example(
            "Pendapatan terealisasi sebesar Rp1.980.000.000,00 atau 99,00% dari anggaran Rp2.000.000.000,00. Belanja "
            "terealisasi sebesar Rp1.500.000.000,00 atau 60,00% dari anggaran Rp2.500.000.000,00.\n"
        ),
    )
    bad = (
        Example(
            "Anggaran tahun 2024 sebesar Rp 2.000.000.000,- dengan realisasi sebesar Rp 1.500.000.000,- atau 85,00 % "
            "dari pagu.\n",
            "85,00",
        ),
        Example(
            "Anggaran Rp. 5.000.000.000,- berubah menjadi Rp. 4.500.000.000,- atau berkurang sebesar Rp. "
            "500.000.000,- atau 12,5%.\n",
            "12,5",
        ),
        Example(
            "Anggaran dinas sebesar Rp2.000.000.000,00. Sampai akhir tahun terealisasi sebesar Rp1.500.000.000,00 "
            "atau 57,00%.\n",
            "57,00",
        ),
        Example(
            "Realisasi tahun 2024 sebesar Rp6.600.000.000,00 naik Rp600.000.000,00 atau 9,10% dibandingkan realisasi "
            "tahun 2023 sebesar Rp6.000.000.000,00.\n",
            "9,10",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        earlier: list[Figure] = []
        block = -1
        for sentence in report.sentences:
            if sentence.spot.block != block:
                earlier, block = [], sentence.spot.block
            amounts: list[Figure] = []
            fresh = 0
            for i, figure in enumerate(sentence.figures):
                if not figure.percent:
                    if figure.unit == "Rp" and figure.value > 0:
                        amounts.append(figure)
                        fresh += 1
                    continue
                before = sentence.text[: figure.spot.start - sentence.spot.start]
                if amounts and _tied(before, amounts[-1], sentence.spot.start):
                    base = _compared(sentence, figure, sentence.figures[i + 1 :])
                    if base is not None:
                        yield from self._against(figure, amounts, base, bool(_CHANGE.search(before[-60:])))
                    elif fresh >= 2:
                        yield from self._relations(figure, amounts, before)
                    elif earlier and len(amounts) == 1 and _REALISED.search(before):
                        yield from self._relations(figure, [earlier[-1], amounts[0]], before)
                fresh = 0
            earlier += [f for f in sentence.figures if f.unit == "Rp" and f.value > 0 and _is_ceiling(f, sentence)]

    def _against(self, figure: Figure, amounts: list[Figure], base: Figure, change: bool) -> Iterator[Relation]:
        """ "B atau 95% dari C", "naik B atau 9,59% dibandingkan C": B, or what came of C, against C."""
        pairs = [(Rule.PERCENT, amounts[-1])]
        if change:
            pairs += [(Rule.GROWTH, a) for a in amounts[-2:]]
        for rule, amount in pairs:
            params = (("numerator", amount.text), ("denominator", base.text))
            yield Relation(rule, figure, (Term(amount), Term(base)), params=params, choice="sentence")

    def _relations(self, figure: Figure, amounts: list[Figure], before: str) -> Iterator[Relation]:
        change = bool(_CHANGE.search(before[-60:]))
        pairs: list[tuple[Rule, Figure, Figure]] = []
        recent = amounts[-4:]
        for i in range(len(recent) - 1, 0, -1):
            for j in range(i - 1, -1, -1):
                small, large = sorted((recent[i], recent[j]), key=lambda f: f.value)
                pairs.append((Rule.PERCENT, small, large))
                pairs += [(Rule.PERCENT, large, small)]
                if change:
                    pairs += [(Rule.GROWTH, large, small), (Rule.GROWTH, small, large)]
        named = _named(recent, change, bool(_SHRINKS.search(before[-60:])))
        pairs.sort(key=lambda p: p != named)
        for rule, a, b in pairs:
            yield Relation(
                rule,
                figure,
                (Term(a), Term(b)),
                params=(("numerator", a.text), ("denominator", b.text)),
                choice="sentence",
            )


def _compared(sentence: Sentence, figure: Figure, following: Sequence[Figure]) -> Figure | None:
    """The amount that the words after a percentage compare it with: "… dibandingkan realisasi tahun 2023 sebesar Rp…"."""
    if not following or following[0].unit != "Rp" or following[0].value <= 0:
        return None
    start = sentence.spot.start
    between = sentence.text[figure.spot.end - start : following[0].spot.start - start]
    another = re.search(r"\b(?:dan|serta|atau|sedangkan|sementara)\b|[;.]", between, re.IGNORECASE)
    return following[0] if _COMPARED.match(between) and len(between) <= 90 and not another else None


def _is_ceiling(figure: Figure, sentence: Sentence) -> bool:
    """Whether the words before an amount call it a budget."""
    before = sentence.text[: figure.spot.start - sentence.spot.start][-80:]
    return (
        re.search(
            r"(?<!sasi )(?<!apan )\b(?:anggaran|pagu|alokasi)(?!.*(?:reali|serap))", before, re.IGNORECASE | re.DOTALL
        )
        is not None
    )


def _tied(before: str, last: Figure, start: int) -> bool:
    """The percentage follows its amount closely, by "atau", "sebesar", a bracket; a number in words may stand between."""
    between = before[last.spot.end - start :]
    if re.search(r"fisik", between, re.IGNORECASE):
        return False
    between = re.sub(r"\([^()]*\)", "", between)
    return (
        len(between) <= 60
        and bool(_LINK.search(between + " " if not between.endswith(" ") else between))
        and ";" not in between
    )


def _named(recent: list[Figure], change: bool, shrinks: bool) -> tuple[Rule, Figure, Figure]:
    """The reading that the sentence most likely means, named where none fits."""
    last, before = recent[-1], recent[-2]
    if change and len(recent) >= 3 and abs(recent[-3].value - before.value) == last.value:
        return Rule.PERCENT, last, (max if shrinks else min)((recent[-3], before), key=lambda f: f.value)
    if last.value <= before.value:
        return Rule.PERCENT, last, before
    return Rule.PERCENT, before, last
