"""PCT: a rise that is a fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

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
        "bersatuan sama dan tidak ada angka lain di antaranya; peringkat dan urutan dibiarkan. Juga “Dibanding tahun 2018 "
        "sebanyak 98 kasus, jumlahnya turun 4 kasus” sesudah kalimat yang menyebut 102 kasus dan tidak menyebut 94.",
        "“sebesar 0,255, meningkat dibandingkan tahun lalu yang sebesar 0,262” and “meningkat dari 82,1 "
        "menjadi 80,5”: words of "
        "rising and falling are compared with the two figures beside them. Only where both have one unit and no other figure "
        "stands between; ranks are left alone. Also “Dibanding tahun 2018 sebanyak 98 kasus, jumlahnya turun 4 kasus” "
        "after a sentence that tells 102 kasus and not 94.",
    )
    messages = {
        "found": Words(
            "Tertulis “{word}”, padahal dari {old} menjadi {new} berarti {expected}.",
            "“{word}” is written, but from {old} to {new} is a {expected}.",
        ),
    }
    good = (
        Example(
            "Pada tahun 2019 terdapat 94 kasus. Dibanding tahun 2018 sebanyak 98 kasus, jumlah kasus turun 4 kasus.\n\n"
            "Tahun 2019 ada 102 laporan dan 94 laporan selesai. Dibanding tahun 2018 sebanyak 98 laporan, yang selesai turun "
            "4 laporan.\n"
        ),
        Example(
            "Gini ratio tercatat sebesar 0,338, sedikit meningkat dibanding tahun lalu yang sebesar 0,337. Nilai "
            "itu turun dari "
            "82,10 menjadi 80,50. Indeks sebesar 75,10 meningkat dibandingkan 70,20. Peringkat daerah naik dari 5 menjadi 3. "
            "Angka kemiskinan sebesar 8,1% turun 0,2% dibandingkan 8,3%. Anggaran naik dari Rp5 juta menjadi 4 program.\n"
        ),
    )
    bad = (
        Example(
            "Pada tahun 2019 terdapat 102 kasus. Dibanding tahun 2018 sebanyak 98 kasus, jumlah kasus turun 4 kasus.\n",
            "turun",
        ),
        Example("Gini ratio tercatat sebesar 0,255, meningkat dibanding tahun lalu yang sebesar 0,262.\n", "meningkat"),
        Example("Nilai akuntabilitas meningkat dari 82,10 menjadi 80,50.\n", "meningkat"),
        Example("Angka pengangguran turun dari 5,10% pada tahun 2020 menjadi 5,60% pada tahun 2021.\n", "turun"),
    )
    _COMPARED = re.compile(
        rf""
        rf"^\s*(?:persen|poin|%)?\s*,?\s*(?:sedikit\s+|terus\s+|mengalami\s+)?(?:{_WAY})\s+(?:jika\s+|bila\s+)?(?:di\s?)?banding(?:kan|an)?"
        rf"(?:\s+dengan)?\s+[^.;:\d]{{0,70}}(?:(?:19|20)\d\d)?[^.;:\d]{{0,30}}$",
        re.IGNORECASE,
    )
    _BEFORE = re.compile(
        rf"\b(?:{_WAY})(?:nya)?\s*,?\s*(?:yaitu\s+)?dari\s+(?:sebesar\s+)?(?:[a-z]+\s+){{0,2}}$", re.IGNORECASE
    )
    _TO = re.compile(rf"^\s*(?:persen|poin|%)?\s*,?\s*{_YEAR},?\s*menjadi\s+(?:sebesar\s+)?{_YEAR}(?:sebesar\s+)?$")
    _RANK = re.compile(r"peringkat|ranking|urutan|posisi|rangking|indeks risiko", re.IGNORECASE)

    _AGAINST = re.compile(
        rf"^\W*(?:bila |jika )?di\s?banding(?:kan)?(?:\s+dengan)?\s+tahun\s+(?:(?:19|20)\d\d|lalu|sebelumnya)\s+(?:yang\s+)?"
        rf"(?:sebanyak|sebesar|berjumlah)\s+(?P<old>[\d.,]+)\s*(?:[a-z]+|%)\s*,\s*(?:[a-z]+\s+){{0,8}}?(?:{_WAY})\s+"
        rf"(?:sebanyak\s+|sebesar\s+)?(?P<step>[\d.,]*\d)",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for before, sentence in zip(report.sentences, report.sentences[1:], strict=False):
            above, here = before.spot, sentence.spot
            if (above.block, above.row, above.col) == (here.block, here.row, here.col):
                yield from self._against(before, sentence)
        for sentence in report.sentences:
            if len(sentence.figures) < 2 or self._RANK.search(sentence.text):
                continue
            for first, second in zip(sentence.figures, sentence.figures[1:], strict=False):
                if _unit(first) != _unit(second) or first.dash or second.dash:
                    continue
                yield from self._judge(sentence, first, second)

    def _against(self, before: Sentence, sentence: Sentence) -> Iterator[Problem]:
        """A step from the year before, after the sentence that tells where it led: there the other way."""
        match = self._AGAINST.match(sentence.text)
        if match is None or self._RANK.search(sentence.text):
            return
        base = sentence.spot.start
        placed = {f.spot.start - base: f for f in sentence.figures}
        old, step = placed.get(match.start("old")), placed.get(match.start("step"))
        if old is None or step is None or _unit(old) != _unit(step) or not _unit(old) or not step.value:
            return
        told = {f.value: f for f in before.figures if _unit(f) == _unit(old)}
        up = match["up"] is not None
        way = 1 if up else -1
        new = told.get(old.value - way * step.value)
        if new is None or old.value + way * step.value in told:
            return
        start, end = match.span("up" if up else "down")
        yield self._wrong(sentence, (base + start, base + end), match["up"] or match["down"], up, old, new)

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
        yield self._wrong(sentence, (start + place[0], start + place[1]), word, up, old, new)

    def _wrong(
        self, sentence: Sentence, place: tuple[int, int], word: str, up: bool, old: Figure, new: Figure
    ) -> Problem:
        spot = sentence.spot
        return Problem(
            Spot(spot.block, spot.row, spot.col, *place),
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
    "menjadi meningkat menurun naik turun pada di tahun sedikit lebih dan atau jika bila mengalami "
    "dibanding dibandingkan terus "
    "yang berarti sehingga sedangkan dari dengan poin point".split()
)


class BesideAnother(Check):
    """A value called higher or lower than a named one is so."""

    code = "PLS004"
    name = "beside-another"
    severity = Severity.WARNING
    title = Words("Lebih tinggi atau lebih rendah tidak sesuai angkanya", "Higher or lower against the figures")
    reason = Words(
        "Pembandingan dengan angka nasional, provinsi atau standar harus sesuai dengan angka yang disebut.",
        "A comparison with a national or provincial figure or a standard must be that of the figures named.",
    )
    docs = Words(
        "“terealisasi 73,86 tahun … Dibandingkan dengan angka nasional sebesar 73,93 tahun, … lebih tinggi” "
        "dan “Standar … adalah "
        "60-85%, sehingga … di bawah standar” sesudah nilai yang mengakhiri kalimat sebelumnya: kata lebih "
        "tinggi, lebih rendah, "
        "di atas, di bawah dibandingkan dengan angkanya.",
        "“terealisasi 73,86 tahun … Dibandingkan dengan angka nasional sebesar 73,93 tahun, … lebih tinggi” "
        "and “Standar … adalah "
        "60-85%, sehingga … di bawah standar” after the value that ends the sentence before: the words for "
        "higher and lower are "
        "compared with the figures.",
    )
    messages = {
        "found": Words(
            "Tertulis “{word}”, padahal {value} dibandingkan dengan {other} berarti {expected}.",
            "“{word}” is written, but {value} beside {other} is {expected}.",
        ),
        "range": Words(
            "Tertulis “{word}”, padahal {value} {expected} rentang {other}.",
            "“{word}” is written, but {value} is {expected} the range {other}.",
        ),
    }
    _TEXT = (
        "Harapan hidup terealisasi 73,86 tahun dari target 73,80 tahun. Dibandingkan dengan angka nasional "
        "sebesar 73,93 tahun, "
        "capaian kota lebih {}.\n"
    )
    _USED = (
        "Hunian dihitung dari hari perawatan, yaitu 44.676 / (190 x 365) x 100% = 64,42%. Standar hunian adalah {}.\n"
    )
    good = (
        Example(_TEXT.format("rendah")),
        Example(_USED.format("60-85%, sehingga hunian rumah sakit berada dalam standar")),
        Example(_USED.format("70-85%, sehingga hunian rumah sakit masih di bawah standar")),
        Example(
            "Harapan hidup terealisasi 73,86 tahun. Dibandingkan dengan angka nasional sebesar 5,20 persen, "
            "capaian lebih tinggi.\n"
        ),
    )
    bad = (
        Example(_TEXT.format("tinggi"), "tinggi"),
        Example(_USED.format("60-85%, sehingga hunian rumah sakit masih di bawah standar"), "di bawah"),
    )
    _OTHER = re.compile(
        r"^\W*(?:bila |jika )?di\s?banding(?:kan)?(?:\s+dengan)?\s+(?:[a-z-]+\s+){1,4}?(?:sebesar|yaitu|adalah)\s*$",
        re.IGNORECASE,
    )
    _SAID = re.compile(
        r"^[^.;\d]{0,90}?\b(?:(?P<up>lebih\s+tinggi|lebih\s+besar)|(?P<down>lebih\s+rendah|lebih\s+kecil))\s*\.?\s*$",
        re.IGNORECASE,
    )
    _REACHED = re.compile(r"\b(?:terealisasi|realisasi(?:nya)?|tercatat|mencapai)\s+(?:sebesar\s+)?$", re.IGNORECASE)
    _RANGE = re.compile(
        r""
        r"^\W*standar\b[^.;\d]{0,60}?\b(?:adalah|sebesar|yaitu)\s+(?P<low>\d{1,3}(?:,\d+)?)\s*%?\s*[-–]\s*(?P<high>\d{1,3}(?:,\d+)?)"
        r"\s*%[^.;\d]{0,120}?\b(?P<word>di bawah|di atas|melampaui|melebihi|(?:berada )?dalam|memenuhi)\s+standar\b",
        re.IGNORECASE,
    )
    _ENDS = re.compile(r"(?:=|\bsebesar|\badalah)\s*(?P<value>\d{1,3}(?:,\d+)?)\s*%\W*$", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        before: Sentence | None = None
        for sentence in report.sentences:
            if before is not None and before.spot.block == sentence.spot.block:
                yield from self._higher(before, sentence)
                yield from self._within(before, sentence)
            before = sentence

    def _higher(self, before: Sentence, sentence: Sentence) -> Iterator[Problem]:
        if len(sentence.figures) != 1 or not before.figures:
            return
        other, value = sentence.figures[0], before.figures[0]
        base, first = sentence.spot.start, before.text[: value.spot.start - before.spot.start]
        alike = (value.unit, value.decimals, value.scale) == (other.unit, other.decimals, other.scale) and value.unit
        if not alike or value.fault or other.fault or not self._REACHED.search(first):
            return
        after = re.sub(rf"^\s*{re.escape(other.unit)}\b", "", sentence.text[other.spot.end - base :])
        match = self._SAID.match(after)
        if (
            match is None
            or not self._OTHER.match(sentence.text[: other.spot.start - base])
            or value.value == other.value
        ):
            return
        up = match["up"] is not None
        if up == (value.value > other.value):
            return
        word = match["up"] or match["down"]
        start = base + len(sentence.text) - len(after) + match.start("up" if up else "down")
        yield Problem(
            Spot(sentence.spot.block, start=start, end=start + len(word)),
            stated=word,
            params=(
                ("word", word),
                ("value", value.text),
                ("other", other.text),
                ("expected", Words("lebih rendah", "lower") if up else Words("lebih tinggi", "higher")),
            ),
            evidence=(value.spot, other.spot),
            content=(word, value.text, other.text),
        )

    def _within(self, before: Sentence, sentence: Sentence) -> Iterator[Problem]:
        match, told = self._RANGE.match(sentence.text), self._ENDS.search(before.text)
        if match is None or told is None:
            return
        low, high, value = (Decimal(t.replace(",", ".")) for t in (match["low"], match["high"], told["value"]))
        word = match["word"].lower()
        right = -1 if value < low else 1 if value > high else 0
        said = -1 if "bawah" in word else 0 if "dalam" in word or "memenuhi" in word else 1
        if right == said or low >= high:
            return
        start = sentence.spot.start
        yield Problem(
            Spot(sentence.spot.block, start=start + match.start("word"), end=start + match.end("word")),
            "range",
            stated=match["word"],
            params=(
                ("word", match["word"]),
                ("value", told["value"] + "%"),
                ("other", f"{match['low']}–{match['high']}%"),
                (
                    "expected",
                    (
                        Words("berada di bawah", "below"),
                        Words("berada dalam", "within"),
                        Words("berada di atas", "above"),
                    )[right + 1],
                ),
            ),
            content=(word, told["value"], match["low"], match["high"]),
        )
