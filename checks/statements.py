"""IDN: aims, sasaran and indicators under other words than elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Problem, Report, RowKind, Severity, Spot, TypedTable, Words
from reviewer.model.titles import same_word

_REASON = Words(
    "Tujuan, sasaran dan indikator dalam laporan harus sesuai dengan perjanjian kinerja dan Renstra (Formulir Checklist "
    "Reviu, substansi).",
    "Aims, sasaran and indicators of the report must be those of the agreement and the plan (review checklist, substance).",
)
_STEMS = (
    "tingkat wujud cipta bangun kembang kuat mantap laksana optimal sedia turun kendali jaga kurang jamin fasilitas penuh "
    "selenggara perluas"
).split()
_VERBS = "|".join([*_STEMS, *(stem[1:] for stem in _STEMS if stem[0] in "tks")])  # "tingkat" is in "meningkat"
_FORM = re.compile(
    rf"^(?P<form>(?:me|ter|ber|pe)?(?:ng|ny|m|n)?(?:{_VERBS})(?:kannya|kan|nya|an)?)(?P<rest>[a-z]{{18,}})$"
)


class StatementForm(Check):
    """An aim or sasaran has one wording."""

    code = "IDN008"
    name = "statement-form"
    severity = Severity.INFO
    title = Words("Satu tujuan atau sasaran dengan beberapa rumusan", "One aim or sasaran in several wordings")
    reason = _REASON
    docs = Words(
        "Rumusan tujuan dan sasaran dalam kolom tabel dan pada baris “Tujuan: …”, “Sasaran I: …” yang sama kecuali bentuk "
        "kata pertamanya (meningkatnya, meningkatkan, meningkatkannya) dilaporkan sekali. Tujuan dan sasaran tidak saling "
        "dibandingkan.",
        "Aims and sasaran in columns of tables and on lines “Tujuan: …”, “Sasaran I: …” that are alike but for the form of "
        "their first word (meningkatnya, meningkatkan, meningkatkannya) are reported once. Aims and sasaran are not compared "
        "with each other.",
    )
    messages = {
        "found": Words(
            "{kind} yang sama ditulis dengan {count} bentuk: {all}.",
            "The same {kind} is written in {count} forms: {all}.",
        ),
    }
    _ROWS = "No\tTujuan\tIndikator\n1\t{}\tIndeks Ketertiban\n\n"
    good = (
        Example(
            "Tabel 1 Tujuan\n\n"
            + _ROWS.format("Meningkatkan ketertiban umum wilayah")
            + "Tabel 2 Sasaran\n\nNo\tSasaran\t"
            "Indikator\n1\tMeningkatnya ketertiban umum wilayah\tIndeks Ketertiban\n\n"
            "Sasaran I : Meningkatnya ketertiban umum  wilayah\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Tujuan\n\n"
            + _ROWS.format("Meningkatkannya ketertiban umum wilayah")
            + "Tabel 2 Tujuan\n\n"
            + _ROWS.format("Meningkatnya ketertiban umum wilayah"),
            "Meningkatkannya",
        ),
    )
    _LINE = re.compile(
        r"^\W*(?P<kind>tujuan|sasaran)(?: strategis)?(?:\s+(?:ke)?[\s.-]*[ivx\d]+)?\s*:\s*(?P<text>.+)$", re.IGNORECASE
    )
    _COLUMN = re.compile(r"(?P<kind>tujuan|sasaran)(?: strategis| perangkat daerah| opd| skpd)*", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        groups: dict[tuple[str, str], dict[str, list[tuple[str, Spot]]]] = defaultdict(lambda: defaultdict(list))
        for kind, text, spot in self._statements(report):
            match = _FORM.match(re.sub(r"[^a-z]", "", re.sub(r"\([^()]*\)", "", text).lower()))
            if match is not None:
                groups[kind, match["rest"]][match["form"]].append((text, spot))
        for (kind, rest), forms in groups.items():
            if len(forms) < 2:
                continue
            order = sorted(forms.values(), key=len)
            shown = [re.sub(r"\s+", " ", f[0][0]).strip().split()[0] for f in reversed(order)]
            yield Problem(
                order[0][0][1],
                stated=re.sub(r"\s+", " ", order[0][0][0]).strip(),
                params=(
                    ("kind", kind.capitalize()),
                    ("count", str(len(forms))),
                    ("all", ", ".join(f"“{s}…” ({len(f)}×)" for s, f in zip(shown, reversed(order), strict=True))),
                ),
                evidence=tuple(s for f in order for _, s in f if s != order[0][0][1]),
                group=True,
                content=(rest, *sorted(forms)),
            )

    def _statements(self, report: Report) -> Iterator[tuple[str, str, Spot]]:
        for table in report.tables:
            for column in table.columns:
                match = self._COLUMN.fullmatch(column.name.strip())
                if match is None:
                    continue
                for row in table.rows:
                    text = table.table.rows[row.index][column.index].text
                    if text.strip() and "\n" not in text.strip():
                        yield match["kind"].lower(), text, Spot(table.block, row.index, column.index, 0, len(text))
        for block, paragraph in report.paragraphs():
            line = (
                self._LINE.match(paragraph.text) if block not in report.contents and len(paragraph.text) < 220 else None
            )
            if line is not None:
                yield line["kind"].lower(), line["text"], Spot(block, start=line.start("text"), end=line.end("text"))


@dataclass(frozen=True, slots=True)
class _Measured:
    """An indicator's row with the figures that would hardly agree by chance."""

    name: str
    words: tuple[str, ...]
    about: tuple[str, ...]
    """Words of the sasaran that the row names."""
    values: frozenset[Decimal]
    table: int
    spot: Spot


class IndicatorByFigures(Check):
    """The same results stand at the same indicator."""

    code = "IDN009"
    name = "indicator-by-figures"
    severity = Severity.WARNING
    title = Words("Angka yang sama pada indikator bernama lain", "The same figures at an indicator of another name")
    reason = _REASON
    docs = Words(
        "Sebuah baris memuat dua angka tidak bulat atau lebih yang sama dengan baris sebuah indikator di tabel lain, untuk "
        "sasaran yang sama, tetapi nama indikatornya lain dan tidak muncul dalam tabel lain: nama itu tampaknya sisa rumusan "
        "lama.",
        "A row has two unround figures or more in common with the row of an indicator in another table, for the same sasaran, "
        "but its indicator has another name that is in no other table: the name seems to be left from an old wording.",
    )
    messages = {
        "found": Words(
            "Angka baris ini ({figures}) adalah angka indikator “{expected}”, tetapi di sini indikatornya “{stated}”.",
            "The figures of this row ({figures}) are those of the indicator “{expected}”, but here it is “{stated}”.",
        ),
    }
    _ONE = (
        "Tabel 3.{} Capaian\n\nNo\tSasaran\tIndikator Kinerja\tCapaian (%)\tSerapan (%)\n"
        "1\tTertibnya wilayah desa\t{}\t85,71\t71,55\n"
        "2\tAmannya perairan laut\tJumlah kapal patroli\t98,32\t65,41\n\n"
    )
    good = (
        Example(_ONE.format(1, "Persentase penurunan kasus") + _ONE.format(2, "Persentase penurunan kasus")),
        Example(
            _ONE.format(1, "Persentase penurunan kasus")
            + _ONE.format(2, "Indeks kerukunan warga").replace("85,71", "85,72")
        ),
    )
    bad = (
        Example(
            _ONE.format(1, "Persentase penurunan kasus")
            + _ONE.format(2, "Persentase penurunan kasus")
            + _ONE.format(3, "Indeks kerukunan warga"),
            "Indeks kerukunan warga",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        rows = [m for t in report.tables for m in _measured(t)]
        named: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for table in report.tables:
            for words in _named(table):
                named[words].add(table.block)
        for odd in rows:
            if len(named[odd.words]) != 1:
                continue
            twins = [
                r
                for r in rows
                if r.table != odd.table
                and len(r.values & odd.values) >= 2
                and not _within(r.words, odd.words)
                and len(named[r.words]) >= 2
                and _alike(r.about, odd.about)
            ]
            if twins and len({t.words for t in twins}) == 1:
                shared = sorted(twins[0].values & odd.values, reverse=True)
                yield Problem(
                    odd.spot,
                    stated=odd.name,
                    expected=twins[0].name,
                    params=(("figures", ", ".join(str(v).replace(".", ",") for v in shared[:3])),),
                    evidence=tuple(t.spot for t in twins),
                    content=(" ".join(odd.words), " ".join(twins[0].words)),
                )


def _words(text: str) -> tuple[str, ...]:
    return tuple(w for w in re.findall(r"[a-z]{3,}", text.lower()) if w not in ("dan", "yang", "sasaran", "program"))


def _alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether nearly all words of the shorter text are in the longer one."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return False
    return sum(1 for w in short if any(same_word(w, o) for o in long)) * 4 >= len(short) * 3


def _within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one name is the other, shortened at most."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return all(any(same_word(w, o) for o in long) for w in short)


def _named(table: TypedTable) -> Iterator[tuple[str, ...]]:
    for column in table.columns:
        if re.search(r"\bindikator\b", column.name, re.IGNORECASE):
            for row in table.rows:
                words = _words(table.table.rows[row.index][column.index].text)
                if len(words) >= 3:
                    yield words


def _measured(table: TypedTable) -> Iterator[_Measured]:
    column = next((c for c in table.columns if re.search(r"\bindikator\b", c.name, re.IGNORECASE)), None)
    about = next(
        (c for c in table.columns if re.search(r"\bsasaran\b", c.title, re.IGNORECASE) and c is not column), None
    )
    if column is None or about is None:
        return
    for row in table.rows:
        cells = table.table.rows[row.index]
        name = re.sub(r"\s+", " ", cells[column.index].text).strip()
        if row.kind is not RowKind.PART or len(_words(name)) < 3:
            continue
        values = frozenset(f.value for _, f in row.figures if _telling(f))
        spot = Spot(table.block, row.index, column.index, 0, len(cells[column.index].text))
        yield _Measured(name, _words(name), _words(cells[about.index].text), values, table.block, spot)


def _telling(figure: Figure) -> bool:
    """A percentage with decimals, or an amount that is not round."""
    if figure.percent or figure.decimals:
        return figure.value != figure.value.to_integral_value()
    return abs(figure.value) >= 100_000 and len(str(int(figure.value)).rstrip("0")) >= 5
