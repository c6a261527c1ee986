"""TOT: what a sentence says is left, or has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Rule, Sentence, Spot, Term, Words
from reviewer.model.spoken import Amount, amounts_of

_REASON = Words(
    "Angka dalam laporan harus andal dan akurat (Lampiran III PermenPANRB 53/2014, reviu atas laporan kinerja): "
    "jumlah sama dengan bagian-bagiannya.",
    "Figures in the report must be reliable and accurate (PermenPANRB 53/2014, annex III, review): a total equals "
    "its parts.",
)
_ANOTHER_REST = re.compile(
    r"\bsisa.*?\b(?:tender|lelang|kontrak|lebih|kas|lalu|sebelumnya|antaranya|antara lain|berasal)\b"
    r"|\bsisa belanja (?:modal|pegawai|barang|operasi|langsung|tidak)",
    re.IGNORECASE | re.DOTALL,
)
"""What is left of something else, or a part of what is left."""


class SentenceRemainder(Check):
    """A sentence's remainder is its budget less its realisasi."""

    code = "TOT006"
    name = "sentence-remainder"
    title = Words(
        "Sisa atau selisih dalam kalimat salah hitung", "A remainder or difference in a sentence is miscalculated"
    )
    reason = _REASON
    docs = Words(
        "Kalimat yang menyebut anggaran, realisasi dan sisanya, atau nilai semula, nilai menjadi dan selisihnya, "
        "dalam rupiah: selisihnya dihitung ulang. "
        "Hanya bila kalimatnya menyebut ketiganya berurutan dan tidak satu pun selisih dari nilai-nilainya cocok, ia "
        "dilaporkan. Sisa anggaran juga dihitung dari anggaran dan realisasi yang disebut tepat sebelumnya dalam "
        "kalimat sebelumnya pada paragraf itu, dalam urutan mana pun.",
        "A sentence that names budget, realisasi and what is left, or an old amount, a new one and their difference, "
        "in rupiah: the difference is recomputed. It "
        "is reported only where the sentence names the three in order and no difference of its amounts fits. What is "
        "left is also computed from the budget and realisasi named right before it, in the sentence before of that "
        "paragraph too, in either order.",
    )
    messages = {
        "violated": Words(
            "Kalimat ini menyebut {what} {stated}, padahal selisih {first} dan {second} adalah {expected}.",
            "The sentence names {what} {stated}, but {first} and {second} are {expected} apart.",
        ),
    }
    good = (
        Example(
            "Anggaran sebesar Rp 2.000.000.000,- dengan realisasi sebesar Rp 1.500.000.000,- sehingga sisa anggaran "
            "sebesar Rp 500.000.000,-.\n"
        ),
        Example(
            "Anggaran semula Rp. 5.000.000.000,- berubah menjadi Rp. 4.500.000.000,- atau berkurang sebesar Rp. "
            "500.000.000,-.\n"
        ),
        Example(
            "Anggaran Rp 900.000.000,- dari APBD murni Rp 1.200.000.000,- berkurang Rp 300.000.000,- dengan sisa "
            "anggaran sebesar Rp 17.632.025,-.\n"
        ),
        Example(
            "Anggaran A sebesar Rp 50.000.000,- dan anggaran B sebesar Rp 150.000.000,- dengan realisasi sebesar Rp "
            "140.000.000,-. Sisa anggaran sebesar Rp 60.000.000,-.\n"
        ),
    )
    bad = (
        Example(
            "Anggaran sebesar Rp 2.000.000.000,- dengan realisasi sebesar Rp 1.500.000.000,- sehingga sisa anggaran "
            "sebesar Rp 400.000.000,-.\n",
            "400.000.000",
        ),
        Example(
            "Anggaran semula Rp. 5.000.000.000,- berubah menjadi Rp. 4.500.000.000,- atau berkurang sebesar Rp. "
            "600.000.000,-.\n",
            "600.000.000",
        ),
        Example(
            "Dinas memperoleh anggaran sebesar Rp2.000.000.000,00 dengan realisasi sebesar Rp1.500.000.000,00 atau "
            "75,00 persen. Sisa anggaran sebesar Rp510.000.000,00.\n",
            "510.000.000",
        ),
        Example(
            "Realisasi belanja Rp1.500.000.000 dari anggaran Rp2.000.000.000 (75,00 persen), sehingga sisa anggaran "
            "Rp510.000.000.\n",
            "510.000.000",
        ),
    )
    _LEFT = re.compile(r"\bsisa\b|\bsilpa\b", re.IGNORECASE)
    _CHANGED = re.compile(r"berkurang|bertambah|pengurangan|penambahan|\bselisih", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        told: set[Spot] = set()
        for sentence in report.sentences:
            amounts = [f for f in sentence.figures if f.unit == "Rp" and f.value > 0]
            for i in range(2, len(amounts)):
                for relation in self._difference(sentence, amounts[:i], amounts[i]):
                    told.add(relation.result.spot)
                    yield relation
        for _, sentences in groupby(report.sentences, key=lambda s: s.spot.block):
            for relation in self._left_over([a for n, s in enumerate(sentences) for a in amounts_of(n, s)]):
                if relation.result.spot not in told:
                    yield relation

    def _left_over(self, amounts: list[Amount]) -> Iterator[Relation]:
        """What is left of the budget and realisasi named right before it in the paragraph."""
        for i in range(2, len(amounts)):
            first, second, result = amounts[i - 2 : i + 1]
            if result.says != "left" or {first.says, second.says} != {"budget", "realised"}:
                continue
            budget, realised = (first, second) if first.says == "budget" else (second, first)
            if result.sentence - first.sentence > 1 or realised.figure.value > budget.figure.value:
                continue
            whole = [Term(a.figure) for a in amounts[:i] if a.says == "budget"]
            spent: list[Term] = [Term(a.figure, -1) for a in amounts[:i] if a.says == "realised"]
            params = (
                ("what", Words("sisa", "what is left")),
                ("first", budget.figure.text),
                ("second", realised.figure.text),
            )
            pairs = [[Term(budget.figure), Term(realised.figure, -1)], whole + spent]
            pairs += [[a, b] for a in whole for b in spent]
            for terms in pairs:
                yield Relation(Rule.SUM, result.figure, tuple(terms), params=params, choice="sentence")

    def _difference(self, sentence: Sentence, before: list[Figure], result: Figure) -> Iterator[Relation]:
        start = sentence.spot.start
        lead = sentence.text[before[-1].spot.end - start : result.spot.start - start]
        whole = sentence.text[: result.spot.start - start]
        if self._LEFT.search(lead):
            if _ANOTHER_REST.search(lead):
                return
            what = Words("sisa", "what is left")
            meant = re.search(
                r"anggaran|pagu|alokasi", whole[: before[-1].spot.start - start], re.IGNORECASE
            ) and re.search(
                r"reali[sz]asi|terserap",
                whole[before[-2].spot.end - start : before[-1].spot.start - start],
                re.IGNORECASE,
            )
        else:
            what = Words("selisih", "a difference of")
            meant = self._CHANGED.search(lead) and re.search(
                r"menjadi|berubah", whole[before[-2].spot.end - start : before[-1].spot.start - start], re.IGNORECASE
            )
        if not meant:
            return
        pairs = [(a, b) for i, a in enumerate(before) for b in before[i + 1 :]]
        pairs.sort(key=lambda p: p != (before[-2], before[-1]))
        for a, b in pairs:
            large, small = (a, b) if a.value >= b.value else (b, a)
            yield Relation(
                Rule.SUM,
                result,
                (Term(large), Term(small, -1)),
                params=(("what", what), ("first", large.text), ("second", small.text)),
                choice="sentence",
            )
