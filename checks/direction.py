"""PCT: a rise that is a fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Problem, Report, Sentence, Severity, Spot, Words

_RISES = r"meningkat|naik|bertambah|lebih\s+tinggi|lebih\s+besar|(?:mengalami\s+)?(?:kenaikan|peningkatan)"
_FALLS = r"menurun|turun|berkurang|lebih\s+rendah|lebih\s+kecil|(?:mengalami\s+)?penurunan"
_WAY = rf"(?P<up>{_RISES})|(?P<down>{_FALLS})"
_YEAR = r"(?:(?:pada|di|tahun|bulan|periode|triwulan|semester|[A-Z][a-z]+|\d{4})\s*)*"


class Direction(Check):
    """What is said to have risen is more than before."""

    code = "PCT015"
    name = "direction"
    severity = Severity.WARNING
    title = Words("Naik atau turun tidak sesuai angkanya", "A rise or fall that the figures deny")
    reason = Words(
        "Arah perubahan adalah simpulan utama pembandingan antartahun; kata yang tertukar membalik simpulan itu.",
        "The direction of change is what a comparison of years concludes; an exchanged word turns it round.",
    )
    docs = Words(
        "“sebesar 0,255, meningkat dibandingkan tahun lalu yang sebesar 0,262” dan “meningkat dari 82,1 menjadi 80,5”: kata "
        "naik, meningkat, turun, menurun dan sejenisnya dibandingkan dengan dua angka yang diapitnya. Hanya bila keduanya "
        "bersatuan sama dan tidak ada angka lain di antaranya; peringkat dan urutan dibiarkan.",
        "“sebesar 0,255, meningkat dibandingkan tahun lalu yang sebesar 0,262” and “meningkat dari 82,1 menjadi 80,5”: words of "
        "rising and falling are compared with the two figures beside them. Only where both have one unit and no other figure "
        "stands between; ranks are left alone.",
    )
    messages = {
        "found": Words(
            "Tertulis “{word}”, padahal dari {old} menjadi {new} berarti {expected}.",
            "“{word}” is written, but from {old} to {new} is a {expected}.",
        ),
    }
    good = (
        Example(
            "Gini ratio tercatat sebesar 0,338, sedikit meningkat dibanding tahun lalu yang sebesar 0,337. Nilai itu turun dari "
            "82,10 menjadi 80,50. Indeks sebesar 75,10 meningkat dibandingkan 70,20. Peringkat daerah naik dari 5 menjadi 3. "
            "Angka kemiskinan sebesar 8,1% turun 0,2% dibandingkan 8,3%. Anggaran naik dari Rp5 juta menjadi 4 program.\n"
        ),
    )
    bad = (
        Example("Gini ratio tercatat sebesar 0,255, meningkat dibanding tahun lalu yang sebesar 0,262.\n", "meningkat"),
        Example("Nilai akuntabilitas meningkat dari 82,10 menjadi 80,50.\n", "meningkat"),
        Example("Angka pengangguran turun dari 5,10% pada tahun 2020 menjadi 5,60% pada tahun 2021.\n", "turun"),
    )
    _COMPARED = re.compile(
        rf"^\s*(?:persen|poin|%)?\s*,?\s*(?:sedikit\s+|terus\s+|mengalami\s+)?(?:{_WAY})\s+(?:jika\s+|bila\s+)?(?:di\s?)?banding(?:kan|an)?"
        rf"(?:\s+dengan)?\s+[^.;:\d]{{0,70}}(?:(?:19|20)\d\d)?[^.;:\d]{{0,30}}$",
        re.IGNORECASE,
    )
    _BEFORE = re.compile(
        rf"\b(?:{_WAY})(?:nya)?\s*,?\s*(?:yaitu\s+)?dari\s+(?:sebesar\s+)?(?:[a-z]+\s+){{0,2}}$", re.IGNORECASE
    )
    _TO = re.compile(rf"^\s*(?:persen|poin|%)?\s*,?\s*{_YEAR},?\s*menjadi\s+(?:sebesar\s+)?{_YEAR}(?:sebesar\s+)?$")
    _RANK = re.compile(r"peringkat|ranking|urutan|posisi|rangking|indeks risiko", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            if len(sentence.figures) < 2 or self._RANK.search(sentence.text):
                continue
            for first, second in zip(sentence.figures, sentence.figures[1:], strict=False):
                if _unit(first) != _unit(second) or first.dash or second.dash:
                    continue
                yield from self._judge(sentence, first, second)

    def _judge(self, sentence: Sentence, first: Figure, second: Figure) -> Iterator[Problem]:
        base = sentence.spot.start
        between = sentence.text[first.spot.end - base : second.spot.start - base]
        match = self._COMPARED.match(between)
        start = first.spot.end
        new, old = first, second
        if match is None and self._TO.match(between):
            before = sentence.text[: first.spot.start - base]
            match = self._BEFORE.search(before)
            start, new, old = base, second, first
        if match is None or new.value == old.value:
            return
        up = match["up"] is not None
        if up == (new.value > old.value):
            return
        word = match["up"] or match["down"]
        place = match.span("up" if up else "down")
        spot = sentence.spot
        yield Problem(
            Spot(spot.block, spot.row, spot.col, start + place[0], start + place[1]),
            stated=word,
            params=(
                ("word", word),
                ("old", old.text),
                ("new", new.text),
                ("expected", Words("penurunan", "fall") if up else Words("kenaikan", "rise")),
            ),
            evidence=(old.spot, new.spot),
            content=(word, old.text, new.text),
        )


def _unit(figure: Figure) -> str:
    """The unit of a figure; a word of the sentence that happens to follow is none."""
    return "" if figure.unit in _NO_UNIT else figure.unit


_NO_UNIT = frozenset(
    "menjadi meningkat menurun naik turun pada di tahun sedikit lebih dan atau jika bila mengalami dibanding dibandingkan terus "
    "yang berarti sehingga sedangkan dari dengan poin point".split()
)
