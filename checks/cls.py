"""CLS: category labels against their scale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from reviewer.checking.base import Check, Example
from reviewer.model import Paragraph, Problem, Report, Role, RowKind, Severity, Spot, TypedTable, Words
from reviewer.schemas.scales import Class, Scale, scale_of, scales

_LABELS = (
    "sangat tinggi,sangat rendah,sangat baik,sangat kurang baik,sangat kurang,sangat berhasil,sangat "
    "memuaskan,sangat buruk,cukup baik,cukup berhasil,cukup memuaskan,kurang baik,kurang berhasil,tidak "
    "berhasil,belum berhasil,tidak baik,tinggi,sedang,rendah,baik,cukup,kurang,berhasil,memuaskan,buruk,gagal,memadai"
).split(",")
_LABEL = re.compile(rf"\b(?:{'|'.join(label.replace(' ', chr(92) + 's+') for label in _LABELS)})\b", re.IGNORECASE)
_REASON = Words(
    "Kategori capaian harus mengikuti skala yang dicantumkan laporan sendiri, agar kesimpulannya dapat diuji.",
    "A category must follow the scale that the report itself prints, so that its conclusion can be tested.",
)
_OTHER_SCALE = re.compile(
    r"\b(?:sakip|akip|ikm|skm|ipm|kepuasan|spbe|iklh|r[ei]siko|maturitas|merit|reformasi birokrasi|spip|literasi|"
    r"indeks (?:kualitas|pembangunan|inovasi|desa))\b",
    re.IGNORECASE,
)


def _label_in(text: str) -> str:
    """The category that a short text is, "" where it is none."""
    plain = re.sub(r"\([^)]*\)|[“”\"'*.:]", " ", text)
    plain = re.sub(r"\s+", " ", plain).strip().lower()
    return plain if plain in _LABELS else ""


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def _bounds(text: str) -> tuple[Decimal | None, Decimal | None] | None:
    """What a range stands for: "≥ 80", "60 – 79,9", "di atas 80% s/d 100%", "kurang dari 55"."""
    plain = re.sub(r"^\s*\(?(?:\d{1,2}|[a-z])[.)]\s+", "", text.lower())
    numbers = [n for raw in re.findall(r"\d{1,3}(?:[.,]\d+)?", plain) if (n := _number(raw)) is not None]
    if len(numbers) == 2 and numbers[0] != numbers[1]:
        return min(numbers), max(numbers)
    if len(numbers) != 1:
        return None
    before, _, after = plain.partition(re.findall(r"\d{1,3}(?:[.,]\d+)?", plain)[0])
    if re.search(r"[≥>]|lebih (?:dari|besar)|di ?atas|minimal", before) or re.search(r"[≤<]|ke ?atas|lebih$", after):
        return numbers[0], None
    if re.search(r"[≤<]|kurang dari|lebih kecil|di ?bawah|maksimal", before) or re.search(r"[≥>]|ke ?bawah", after):
        return None, numbers[0]
    return None


def _printed(report: Report) -> list[Scale]:
    """The scales of results that the draft prints, as tables or as lists."""
    found = []
    for table in report.tables:
        scale = _scale_in(table)
        if scale is not None and _of_results(report, table.block, table.caption):
            found.append(scale)
    run: list[tuple[int, Class]] = []
    for block, paragraph in [*report.paragraphs(), (-1, Paragraph(""))]:
        one = _class_in(paragraph.text) if block >= 0 else None
        if one is not None and (not run or block - run[-1][0] <= 2):
            run.append((block, one))
            continue
        scale = scale_of("", [c for _, c in run])
        if scale is not None and _of_results(report, run[0][0], ""):
            found.append(scale)
        run = [(block, one)] if one is not None else []
        told = _classes_told(paragraph.text)
        scale = scale_of("", told)
        if scale is not None and _of_results(report, block, paragraph.text):
            found.append(scale)
    return found


def _classes_told(text: str) -> list[Class]:
    """The classes of a scale that a paragraph tells between semicolons; none where one of them is not plain."""
    plain = re.sub(r"\bs\s?\.\s?d\.?(?=\s)", "s/d", text)
    between = [
        parts
        for sentence in re.split(r"\.(?:\s|$)", plain)
        if sentence.count(";") > 1 and (parts := [p for p in sentence.split(";") if re.search(r"\d", p)])
    ]
    for parts in (*between, _listed_with_commas(plain)):
        told = [_class_in(" ".join(re.split(r":\s", p)[-1].split())) for p in parts]
        if told and all(told):
            return [c for c in told if c is not None]
    return []


def _listed_with_commas(text: str) -> list[str]:
    """The classes that one sentence lists between commas: "Kategori Tinggi untuk capaian 76% ke atas, Sedang untuk …"."""
    for sentence in re.split(r"\.(?:\s+(?=[A-Z])|\s*$)", text):
        if len({m.group().lower() for m in _LABEL.finditer(sentence)}) >= 3:
            for begins in (rf"(?:kategori\s+)?{_LABEL.pattern}", r"[<>≤≥]?\s?\d"):
                parts = re.split(rf"(?:,|;|\bdan\b)\s+(?:dan\s+)?(?={begins})", sentence, flags=re.IGNORECASE)
                if len(parts) >= 3:
                    return parts
            return []
    return []


def _speaks_of_scale(report: Report) -> bool:
    """Whether a paragraph gives categories their bounds in words, read or not."""
    return any(
        len({m.group().lower() for m in _LABEL.finditer(p.text)}) >= 3
        and len(re.findall(r"\d\s*(?:%|persen)", p.text)) >= 3
        and re.search(r"kategori|predikat|skala|kriteria|sebutan", p.text, re.IGNORECASE)
        for _, p in report.paragraphs()
    )


def _class_in(text: str) -> Class | None:
    """A line that gives a category its range."""
    if not 4 < len(text) < 110 or not re.search(r"\d", text):
        return None
    bare = re.sub(r"\b(?:kurang|lebih \w+) dari\b", " ", text, flags=re.IGNORECASE)
    labels = {re.sub(r"\s+", " ", m.group()).lower() for m in _LABEL.finditer(bare)}
    bounds = _bounds(text)
    return Class((labels.pop(),), *bounds) if bounds is not None and len(labels) == 1 else None


def _scale_in(table: TypedTable) -> Scale | None:
    """The scale that a table prints: one column of ranges, one of categories."""
    rows = [table.table.rows[row.index] for row in table.rows if row.kind is not RowKind.NUMBERS]
    if not 3 <= len(rows) <= 8:
        return None
    for labels in range(table.table.width):
        for ranges in range(table.table.width):
            classes = [
                Class((label,), *bounds)
                for row in rows
                if (label := _label_in(row[labels].text)) and (bounds := _bounds(row[ranges].text))
            ]
            if labels != ranges and len(classes) == len(rows) and (scale := scale_of(table.title, classes)) is not None:
                return scale
    return None


def _of_results(report: Report, block: int, caption: str) -> bool:
    """Whether what stands before a scale speaks of results, not of an index with a scale of its own."""
    blocks = report.document.blocks
    before = [b.text for b in blocks[max(0, block - 4) : block] if isinstance(b, Paragraph)]
    near = " ".join([caption, *before])
    return re.search(
        r"capaian|pencapaian|kinerja|keberhasilan", near, re.IGNORECASE
    ) is not None and not _OTHER_SCALE.search(near)


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A category written beside a result."""

    label: str
    value: Decimal
    figure_text: str
    spot: Spot
    value_spot: Spot
    row: str = ""


def _label_columns(table: TypedTable) -> Iterator[tuple[int, tuple[_Labelled, ...]]]:
    """The columns of a table that hold categories, with the results they stand beside."""
    results = [c.index for c in table.columns if c.role is Role.ACHIEVEMENT]
    if not results:
        return
    rows = [r for r in table.rows if r.kind in (RowKind.PART, RowKind.MEAN)]
    for column in range(table.table.width):
        texts = [table.table.rows[r.index][column].text for r in rows]
        told = [t for t in texts if _label_in(t)]
        if len(told) < 2 or len(told) * 5 < 3 * sum(1 for t in texts if t.strip()):
            continue
        near = max((c for c in results if c < column), default=None)
        if near is None:
            continue
        found = []
        for row, text in zip(rows, texts, strict=True):
            figure = row.figure(near)
            label = _label_in(text)
            if (
                label
                and figure is not None
                and not figure.dash
                and 0 <= figure.value <= 1000
                and row.second(near) is None
            ):
                spot = Spot(table.block, row.index, column, 0, len(text))
                found.append(_Labelled(label, figure.value, figure.text, spot, figure.spot, row.label))
        yield column, tuple(found)


def _range(one: Class) -> str:
    def shown(bound: Decimal) -> str:
        return f"{bound.normalize():f}".replace(".", ",")

    if one.low is None:
        return f"≤ {shown(one.high)}" if one.high is not None else ""
    return f"≥ {shown(one.low)}" if one.high is None else f"{shown(one.low)} – {shown(one.high)}"


def _expected(scale: Scale, value: Decimal) -> str:
    return " / ".join(f"{one.labels[0].title()} ({_range(one)})" for one in scale.fitting(value))


_SCALE = (
    "Capaian kinerja diberi makna dengan skala berikut.\n\nTabel 3.1\nSkala capaian kinerja\n\nNo\tNilai\tKategori\n"
    "1\t91 % <= 100 %\tSangat Tinggi\n2\t76 % <= 90 %\tTinggi\n3\t66 % <= 75 %\tSedang\n4\t51 % <= 65 %\tRendah\n"
    "5\t<= 50 %\tSangat Rendah\n\nTabel 3.2\nCapaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n"
    "1\tIndeks Kerukunan\t80\t76\t95,00\tSangat Tinggi\n2\tJumlah forum\t10\t8\t80,00\tTinggi\n"
)
_COMMAS = (
    "Capaian kinerja dihitung dari realisasi. Kategori Sangat Tinggi diberikan untuk capaian 91% ke atas, Tinggi untuk "
    "76%–90,99%, Sedang untuk 66%–75,99%, Rendah untuk 51%–65,99% dan Sangat Rendah untuk 50,99% ke bawah.\n\n"
    "Tabel 3.2\nCapaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n"
)
_RANGES = (
    "Capaian kinerja dihitung dengan rumus realisasi dibagi target. Hasilnya dikategorikan sebagai berikut : > 100 % Sangat "
    "Berhasil, 85 % s.d. 100 % Berhasil, 70 % s.d. < 85 % Cukup Berhasil, dan < 70 % Tidak Berhasil.\n\n"
    "Tabel 3.2\nCapaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n"
)
_TOLD = (
    "Kategori capaian kinerja: lebih dari 100% Sangat Baik; 90% sampai dengan 100% Baik; 75% sampai dengan kurang "
    "dari 90% Cukup; kurang dari 75% Kurang. Capaian dibatasi 120%.\n\nTabel 3.2\nCapaian\n\n"
    "No\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n"
)


class PrintedScale(Check):
    """A category fits its result by the scale that the draft prints."""

    code = "CLS001"
    name = "printed-scale"
    severity = Severity.WARNING
    title = Words("Kategori tidak sesuai skala laporan", "A category against the report's own scale")
    reason = _REASON
    docs = Words(
        "Skala yang dicetak naskah (tabel, daftar atau kalimat: rentang nilai dan kategorinya) dibaca, lalu setiap kategori "
        "dalam tabel capaian, dan kategori yang ditulis tepat di belakang sebuah persentase capaian, dibandingkan "
        "dengan nilainya. Nilai tepat pada batas, di sela dua rentang (90 – 91), dan di atas 100 diterima pada kedua "
        "tetangganya atau kelas tertinggi. Kategori yang tidak ada dalam skala juga dilaporkan (info bila "
        "indikatornya punya skala sendiri, misalnya risiko). Skala indeks lain (SAKIP, IKM, SPBE …) tidak dipakai.",
        "The scale that the draft prints (a table, list or sentence of ranges with their categories) is read, and every "
        "category in a table of results, or right behind a percentage of capaian in a sentence, is compared with its "
        "value. Values at a bound, in the gap between two ranges (90 to 91) and beyond 100 are accepted in both "
        "neighbours or the highest class. A category that is not in the scale is reported as well (information where "
        "the indicator has a scale of its own, such as risk). Scales of other indices (SAKIP, IKM, SPBE …) are not "
        "used.",
    )
    messages = {
        "found": Words(
            "Nilai {value} diberi kategori {stated}; menurut skala laporan ini seharusnya {expected}.",
            "The value {value} is put into {stated}; by this report's scale it is {expected}.",
        ),
        "unknown": Words(
            "Kategori {stated} untuk nilai {value} tidak ada dalam skala laporan ini; seharusnya {expected}.",
            "The category {stated} of the value {value} is not in this report's scale; it is {expected}.",
        ),
    }
    good = (
        Example(_RANGES + "1\tIndeks A\t80\t76\t95,00\tBerhasil\n2\tIndeks B\t10\t8\t80,00\tCukup Berhasil\n"),
        Example(_COMMAS + "1\tIndeks A\t80\t76\t95,00\tSangat Tinggi\n2\tIndeks B\t10\t8\t80,00\tTinggi\n"),
        Example(
            _SCALE + "3\tIndeks Lain\t10\t9\t90,40\tTinggi\n4\tIndeks Baru\t10\t9\t90,40\tSangat Tinggi\n"
            "5\tJumlah rapat\t4\t6\t150\tSangat Tinggi\n6\tIndeks Risiko Bencana\t150\t134\t112\tSangat Tinggi\n"
        ),
        Example(
            _TOLD + "1\tIndeks A\t80\t76\t95,00\tBaik\n2\tIndeks B\t10\t8\t80,00\tCukup\n"
            "3\tIndeks C\t10\t11\t110,00\tSangat Baik\n"
        ),
        Example(
            "Tingkat kepuasan (IKM) diukur dengan skala berikut.\n\nNo\tNilai\tKategori\n1\t88 - 100\tSangat Baik\n"
            "2\t76 - 87\tBaik\n3\t65 - 75\tKurang Baik\n4\t25 - 64\tTidak Baik\n\nTabel 3.2\nCapaian\n\n"
            "No\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n1\tIndeks A\t80\t76\t95,00\tBaik\n"
            "2\tIndeks B\t10\t8\t80,00\tSangat Baik\n"
        ),
        Example(
            "Kategori kemandirian desa dalam laporan kinerja ini memakai rentang berikut.\n\nNo\tNilai\tKategori\n"
            "1\t< 60\tRendah\n2\t60 - 70\tSedang\n3\t70 - 100\tTinggi\n\nTabel 3.2\nCapaian\n\n"
            "No\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n1\tIndeks A\t80\t76\t95,00\tTinggi\n"
            "2\tIndeks B\t10\t8\t80,00\tSedang\n3\tIndeks C\t10\t7\t74,00\tRendah\n"
        ),
    )
    bad = (
        Example(
            _RANGES + "1\tIndeks A\t80\t76\t95,00\tBerhasil\n2\tIndeks B\t10\t8\t80,00\tCukup Berhasil\n"
            "3\tIndeks C\t10\t9\t90,00\tSangat Berhasil\n",
            "Sangat Berhasil",
        ),
        Example(
            _COMMAS + "1\tIndeks A\t80\t76\t95,00\tRendah\n2\tIndeks B\t10\t8\t80,00\tTinggi\n"
            "3\tIndeks C\t10\t10\t100,00\tSangat Tinggi\n",
            "Rendah",
        ),
        Example(_SCALE + "3\tIndeks Lain\t100\t67\t67,00\tSangat Tinggi\n", "Sedang"),
        Example(_SCALE + "3\tIndeks Lain\t100\t96\t96,00\tBaik\n", "Baik"),
        Example(_TOLD + "1\tIndeks A\t80\t76\t95,00\tBaik\n2\tIndeks B\t10\t8\t80,00\tBaik\n", "Cukup"),
        Example(
            "Untuk memaknai capaian kinerja ditentukan sebutan berikut:\n\n"
            "1) Nilai diatas 100% dengan sebutan sangat baik (SB)\n"
            "2) Nilai diatas 80% s/d 100% dengan sebutan baik (B)\n"
            "3) Nilai diatas 55% s/d 80% dengan sebutan cukup (C)\n4) Nilai dibawah 55% dengan sebutan kurang (K)\n\n"
            "Capaian kinerja sasaran pertama sebesar 96,50% dengan sebutan sangat baik.\n",
            "96,50",
        ),
    )
    _SAID = re.compile(
        r"(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|persen)[^.;\d]{0,40}?\b(?:kategori|predikat|kriteria|sebutan|interpretasi|"
        rf"dinyatakan)\s*(?:capaian|kinerja)?\W{{0,3}}(?P<label>{_LABEL.pattern})",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        printed = _printed(report)
        if not printed:
            return
        for table in report.tables:
            for _, labelled in _label_columns(table):
                known = Counter(s for one in labelled for s in range(len(printed)) if one.label in printed[s].labels)
                fitting = [
                    printed[s]
                    for s, many in known.items()
                    if many * 5 >= len(labelled) * 3
                    and sum(1 for o in labelled if printed[s].accepts(o.label, o.value)) * 2 >= len(labelled)
                ]
                for one in labelled:
                    yield from self._judge(one, fitting)
        for sentence in report.sentences:
            if not re.search(r"capaian|kinerja", sentence.text, re.IGNORECASE) or _OTHER_SCALE.search(sentence.text):
                continue
            for match in self._SAID.finditer(sentence.text):
                value, label = _number(match["value"]), re.sub(r"\s+", " ", match["label"]).lower()
                start = sentence.spot.start
                if value is not None:
                    one = _Labelled(
                        label,
                        value,
                        match["value"],
                        Spot(sentence.spot.block, start=start + match.start("label"), end=start + match.end("label")),
                        Spot(sentence.spot.block, start=start + match.start("value"), end=start + match.end("value")),
                    )
                    yield from self._judge(one, [s for s in printed if label in s.labels])

    def _judge(self, one: _Labelled, scales: Sequence[Scale]) -> Iterator[Problem]:
        if not scales or any(s.accepts(one.label, one.value) for s in scales):
            return
        known = any(one.label in s.labels for s in scales)
        yield Problem(
            one.spot,
            "found" if known else "unknown",
            stated=one.label.title(),
            expected=_expected(scales[0], one.value),
            params=(("value", one.figure_text),),
            evidence=(one.value_spot,),
            severity=None if known or not _OTHER_SCALE.search(one.row) else Severity.INFO,
            content=(one.label, one.figure_text),
        )


class UsualScale(Check):
    """Where no scale is printed, the categories of a table follow a scale in use."""

    code = "CLS002"
    name = "usual-scale"
    severity = Severity.INFO
    title = Words("Kategori menyimpang dari skala yang lazim", "A category off the usual scale")
    reason = Words(
        "Skala peringkat kinerja yang lazim (91–76–66–51, 85–70–55) dipakai sebagai pembanding bila laporan tidak "
        "mencantumkan skalanya.",
        "The usual scales of performance (91–76–66–51, 85–70–55) serve as a yardstick where a report prints none.",
    )
    docs = Words(
        "Hanya bila naskah tidak mencetak atau menyebut skala. Bila sedikitnya dua pertiga kategori sebuah tabel (dan paling "
        "sedikit tiga) cocok dengan satu skala yang lazim, kategori yang tidak cocok dengan skala mana pun menjadi "
        "info.",
        "Only where the draft prints or tells no scale. Where at least two thirds of a table's categories (and no fewer than "
        "three) fit one usual scale, a category that fits none of them is information.",
    )
    messages = {
        "found": Words(
            "Nilai {value} diberi kategori {stated}; menurut skala yang cocok dengan baris lain seharusnya {expected}.",
            "The value {value} is put into {stated}; by the scale that the other rows follow it is {expected}.",
        ),
    }
    _TABLE = (
        "Tabel 3.2\nCapaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n"
        "1\tIndeks A\t80\t76\t95,00\tSangat Tinggi\n2\tIndeks B\t10\t8\t80,00\tTinggi\n"
        "3\tIndeks C\t10\t7\t70,00\tSedang\n"
    )
    good = (
        Example(_TABLE + "4\tIndeks D\t100\t75,6\t75,60\tTinggi\n"),
        Example(_SCALE + "3\tIndeks C\t100\t76\t76,00\tTinggi\n"),
        Example(
            "Kategori: 100% ke atas Sangat Tinggi, 80% sampai 100% Tinggi, di bawah 80% Sedang.\n\n"
            + _TABLE
            + "4\tIndeks D\t100\t99\t99,00\tTinggi\n"
        ),
    )
    bad = (Example(_TABLE + "4\tIndeks D\t100\t40\t40,00\tTinggi\n", "Tinggi"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        columns = [labelled for table in report.tables for _, labelled in _label_columns(table)]
        if not columns or _printed(report) or _speaks_of_scale(report):
            return
        for labelled in columns:
            ranked = sorted(scales(), key=lambda s: -sum(1 for o in labelled if s.accepts(o.label, o.value)))
            fits = sum(1 for o in labelled if ranked[0].accepts(o.label, o.value))
            if fits < 3 or fits * 3 < len(labelled) * 2 or not {o.label for o in labelled} <= ranked[0].labels:
                continue
            for one in labelled:
                if one.label in ranked[0].labels and not any(s.accepts(one.label, one.value) for s in scales()):
                    yield Problem(
                        one.spot,
                        stated=one.label.title(),
                        expected=_expected(ranked[0], one.value),
                        params=(("value", one.figure_text),),
                        evidence=(one.value_spot,),
                        content=(one.label, one.figure_text),
                    )


class CategoryCounts(Check):
    """How many indicators are in each category is what the table shows."""

    code = "CLS003"
    name = "category-counts"
    severity = Severity.WARNING
    title = Words("Banyaknya indikator per kategori", "How many indicators a category has")
    reason = Words(
        "Ringkasan per kategori harus sama dengan tabel capaian yang diringkasnya.",
        "A summary by category must equal the table of results that it sums up.",
    )
    docs = Words(
        "Kalimat yang menyebut banyaknya indikator atau sasaran untuk sedikitnya dua kategori (“12 indikator Sangat "
        "Tinggi, 5 Tinggi”) dibandingkan dengan tabel capaian berkategori, bila jumlah seluruhnya sama dengan "
        "banyaknya baris tabel itu atau dengan jumlah yang disebut kalimat itu sendiri.",
        "A sentence that counts indicators or sasaran for at least two categories (“12 indikator Sangat Tinggi, 5 "
        "Tinggi”) is compared with the table of results that has categories, where they add up to its rows or to the "
        "total that the sentence itself names.",
    )
    messages = {
        "found": Words(
            "Disebut {stated} berkategori {label}, dalam {table} ada {expected}.",
            "{stated} are said to be {label}; in {table} there are {expected}.",
        ),
    }
    _ROWS = (
        "Tabel 3.2\nCapaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\tKategori\n"
        "1\tIndeks A\t80\t76\t95,00\tSangat Tinggi\n2\tIndeks B\t10\t8\t80,00\tTinggi\n"
        "3\tIndeks C\t10\t7\t70,00\tSedang\n4\tIndeks D\t10\t8\t80,00\tTinggi\n\n"
    )
    good = (
        Example(
            _ROWS
            + "Dari 4 indikator, 1 indikator berkategori Sangat Tinggi, 2 indikator Tinggi dan 1 indikator Sedang.\n"
        ),
        Example(_ROWS + "Pada misi kedua 1 indikator berkategori Sangat Tinggi dan 1 indikator Tinggi.\n"),
    )
    bad = (
        Example(
            _ROWS
            + "Dari 4 indikator, 2 indikator berkategori Sangat Tinggi, 1 indikator Tinggi dan 1 indikator Sedang.\n",
            "Sangat Tinggi",
        ),
    )
    _COUNT = re.compile(
        r"(?P<count>\d{1,3})\s*(?:\([a-z ]+\)\s*)?(?:(?:indikator|sasaran)\b)?(?P<gap>(?:(?!\d)[^.;,]){0,50}?)"
        rf"[“\"]?(?P<label>{_LABEL.pattern})",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        tables = [(t, labelled) for t in report.tables for _, labelled in _label_columns(t) if len(labelled) >= 3]
        if not tables:
            return
        for sentence in report.sentences:
            if not re.search(r"\b(?:indikator|sasaran)\b", sentence.text, re.IGNORECASE):
                continue
            told: dict[str, tuple[int, re.Match[str]]] = {}
            for match in self._COUNT.finditer(sentence.text):
                label = re.sub(r"\s+", " ", match["label"]).lower()
                if label not in told and "%" not in match["gap"]:
                    told[label] = (int(match["count"]), match)
            if len(told) < 2:
                continue
            table, labelled = min(tables, key=lambda t: abs(t[0].block - sentence.spot.block))
            counts = Counter(one.label for one in labelled)
            if sum(n for n, _ in told.values()) != sum(counts.values()) or not set(told) & set(counts):
                continue
            for label, (count, match) in told.items():
                if count != counts[label]:
                    start = sentence.spot.start
                    yield Problem(
                        Spot(sentence.spot.block, start=start + match.start(), end=start + match.end()),
                        stated=str(count),
                        expected=str(counts[label]),
                        params=(("label", label.title()), ("table", table.title)),
                        evidence=tuple(one.spot for one in labelled if one.label == label),
                    )
