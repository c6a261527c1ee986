"""PCT: growth told against an earlier value of the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Rule, Sentence, Severity, Term, Words
from reviewer.model.around import EARLIER


class GrownSince(Check):
    """A growth in per cent is what the value and the earlier one make."""

    code = "PCT029"
    name = "grown-since"
    severity = Severity.WARNING
    title = Words(
        "Persentase pertumbuhan dibanding tahun lalu salah hitung", "Growth against an earlier year is miscalculated"
    )
    reason = Words(
        "Angka yang dihitung dari angka lain dalam kalimatnya harus dapat dihitung ulang (akurasi penyajian, Lampiran III "
        "PermenPANRB 53/2014).",
        "A figure made of others of its sentence must be possible to recompute (accuracy of presentation, PermenPANRB "
        "53/2014, annex III).",
    )
    docs = Words(
        "“Indeks sebesar 13,80 …, meningkat 6,15 % dibandingkan tahun 2020 sebesar 13,00”: pertumbuhannya dihitung ulang dari "
        "nilai yang disebut sebelumnya dalam kalimat itu, bila bersatuan dan berdesimal sama; cukup satu yang cocok. Target, "
        "persentase, dan anak kalimat tentang hal lain (sedangkan, dan) dibiarkan.",
        "“Indeks sebesar 13,80 …, meningkat 6,15 % dibandingkan tahun 2020 sebesar 13,00”: the growth is recomputed from the "
        "value named before in that sentence, of the same unit and decimals; one that fits is enough. Targets, percentages and "
        "clauses on other things (sedangkan, dan) are left alone.",
    )
    messages = {
        "violated": Words(
            "Tertulis {stated}, padahal dari {old} menjadi {new} perubahannya {expected}.",
            "{stated} is written, but from {old} to {new} the change is {expected}.",
        ),
    }
    good = (
        Example(
            "Indeks sebesar 13,80 belum mencapai target 14,50, meskipun meningkat 6,15% dibandingkan tahun 2020 sebesar 13,00.\n"
        ),
        Example(
            "Nilai evaluasi sebesar 63,40, sedangkan indeks meningkat 5,00% dibandingkan tahun 2020 sebesar 13,00.\n"
        ),
        Example("Produksi 4.200 ton naik 5,00% dibanding tahun lalu (4.000 ton).\n"),
    )
    bad = (
        Example(
            "Indeks sebesar 13,80 belum mencapai target 14,50, meskipun meningkat 7,15% dibandingkan tahun 2020 sebesar 13,00.\n",
            "7,15",
        ),
        Example("Produksi sebesar 4.200 ton naik 6,00% dibanding tahun lalu (4.000 ton).\n", "6,00"),
    )
    _LEAD = re.compile(
        r"\b(?:naik|turun|meningkat|menurun|tumbuh|bertambah|berkurang)(?:\s+sebesar)?\s*$", re.IGNORECASE
    )
    _OLD = re.compile(
        rf"^\s*(?:persen|%)?\s*,?\s*(?:bila\s+|jika\s+)?(?:di\s?banding(?:kan)?(?:\s+dengan)?|dari|terhadap)\s+{EARLIER}\s*,?\s*"
        r"(?:yang\s+)?(?:(?:hanya|baru)\s+)?(?:(?:sebesar|sebanyak|senilai|mencapai)\s+)?(?:\(\s*(?:sebesar\s+)?)?$",
        re.IGNORECASE,
    )
    _ELSE = re.compile(r"\b(?:sedangkan|sementara|adapun|dan|serta|yaitu|karena|dengan)\b|;", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for sentence in report.sentences:
            base = sentence.spot.start
            for i, (stated, shown) in enumerate(zip(sentence.figures, sentence.figures[1:], strict=False)):
                if i == 0 or not stated.percent or stated.fault or stated.value <= 0:
                    continue
                if not self._OLD.match(sentence.text[stated.spot.end - base : shown.spot.start - base]):
                    continue
                if not self._LEAD.search(sentence.text[: stated.spot.start - base]):
                    continue
                old = replace(
                    shown, value=abs(shown.value), text=shown.text.strip("()")
                )  # brackets of a sentence are no sign
                for new in (f for f in sentence.figures[:i] if self._may_be(sentence, f, old, stated)):
                    falls = new.value < old.value
                    yield Relation(
                        Rule.GROWTH,
                        replace(stated, value=-stated.value) if falls else stated,
                        (Term(new), Term(old)),
                        params=(("new", new.text), ("old", old.text.strip("()"))),
                        choice="since",
                    )

    def _may_be(self, sentence: Sentence, new: Figure, old: Figure, stated: Figure) -> bool:
        """Whether an earlier figure is the value that grew: of one kind with the old one, no target, of the same clause."""
        alike = new.decimals == old.decimals and new.scale == old.scale and (new.unit == "Rp") == (old.unit == "Rp")
        if not alike or new.percent or old.percent or new.fault or old.fault or new.value <= 0 or old.value <= 0:
            return False
        base = sentence.spot.start
        before = sentence.text[max(0, new.spot.start - base - 40) : new.spot.start - base]
        between = sentence.text[new.spot.end - base : stated.spot.start - base]
        aimed = re.search(r"\btarget\w*\W+(?:\w+\W+){0,3}$", before, re.IGNORECASE)
        return aimed is None and self._ELSE.search(between) is None
