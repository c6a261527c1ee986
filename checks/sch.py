"""SCH: report data (YAML, JSON) against the form that docs/data.md describes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reviewer.checking.base import Check, Example
from reviewer.model import DataNode, Place, Problem, Report, Role, Spot, Table, Words
from reviewer.schemas import SENTENCES, Kind, Violation, validate_data

_REASON = Words(
    "Bentuk data laporan (docs/data.md). Isi yang tidak terbaca tidak ikut diperiksa.",
    "The form of report data (docs/data.md). What cannot be read is not checked.",
)

_START = """\
instansi: Dinas Perikanan
daerah: Kabupaten Wanajaya
tahun: 2025
"""


def _message(kind: Kind) -> Words:
    return Words(SENTENCES[kind].id, SENTENCES[kind].en)


class UnknownKey(Check):
    code = "SCH001"
    name = "unknown-key"
    title = Words("Kunci yang tidak dikenal", "Unknown key")
    docs = Words(
        "Data laporan memuat kunci yang tidak ada dalam bentuknya. Isinya tidak dibaca, sehingga tidak ikut dihitung "
        "dan tidak ikut diperiksa. Biasanya kunci itu salah ketik atau memakai sebutan lain (“pagu” untuk “anggaran”); "
        "kunci yang paling dekat disebutkan.",
        "The report data hold a key that its form does not have. What it holds is not read: it is neither added up nor "
        "checked. Usually the key is misspelt or another word for the right one (“pagu” for “anggaran”); the nearest "
        "right key is named.",
    )
    reason = _REASON
    messages = {"unknown": _message("unknown"), "unknown-near": _message("unknown-near")}
    good = (
        Example(
            _START
            + "program:\n  - nama: Program Perikanan Tangkap\n    anggaran: 250.000.000\n    realisasi: 245.000.000\n",
            format="yaml",
        ),
    )
    bad = (
        Example(
            _START
            + "program:\n  - nama: Program Perikanan Tangkap\n    anggaran: 250.000.000\n    realiasi: 245.000.000\n",
            finds="realiasi",
            format="yaml",
        ),
        Example(_START + "catatan: belum final\n", finds="catatan", format="yaml"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        yield from _problems(report, "unknown", "unknown-near")


class MissingKey(Check):
    code = "SCH002"
    name = "missing-key"
    title = Words("Isi yang wajib ada tetapi tidak ada", "Required content that is missing")
    docs = Words(
        "Bentuk data laporan mewajibkan isi tertentu: instansi dan tahun; uraian dan indikator setiap sasaran; nama dan "
        "target setiap indikator; nama dan anggaran setiap program, kegiatan, dan sub kegiatan. Kunci yang tidak ditulis, "
        "kosong, atau hanya berisi daftar kosong disebutkan di baris tempat seharusnya ada.",
        "The form of report data requires some content: instansi and tahun; uraian and indikator of every sasaran; nama and "
        "target of every indikator; nama and anggaran of every program, kegiatan and sub kegiatan. A key that is not "
        "there, or holds nothing, is named on the line where it should be.",
    )
    reason = _REASON
    messages = {"missing": _message("missing"), "empty": _message("empty")}
    good = (
        Example(_START + "program:\n  - nama: Program Perikanan Budidaya\n    anggaran: 120.000.000\n", format="yaml"),
    )
    bad = (
        Example(
            _START + "program:\n  - nama: Program Perikanan Budidaya\n    realisasi: 118.500.000\n",
            finds="anggaran",
            format="yaml",
        ),
        Example("instansi: Dinas Perikanan\ntahun:\n", finds="tahun", format="yaml"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        yield from _problems(report, "missing", "empty")


class WrongType(Check):
    code = "SCH003"
    name = "wrong-type"
    title = Words("Isi yang jenisnya keliru", "Content of the wrong type")
    docs = Words(
        "Isi sebuah kunci bukan jenis yang seharusnya: huruf di tempat angka, satu nilai di tempat daftar, atau "
        "sebaliknya. Angka boleh ditulis sebagai angka (1234567) atau seperti di laporan (1.234.567,00), dengan atau "
        "tanpa Rp dan satuan.",
        "What a key holds is not of the type it should be: letters where a number belongs, one value where a list belongs, "
        "or the other way round. A number may be written plainly (1234567) or as in a report (1.234.567,00), with or "
        "without Rp and a unit.",
    )
    reason = _REASON
    messages = {"type": _message("type"), "shape": _message("shape")}
    good = (
        Example(
            _START + "program:\n  - nama: Program Penyuluhan\n    anggaran: Rp75.000.000,00\n    realisasi: 74250000\n",
            format="yaml",
        ),
    )
    bad = (
        Example(
            _START + "program:\n  - nama: Program Penyuluhan\n    anggaran: tujuh puluh lima juta\n",
            finds="tujuh puluh lima juta",
            format="yaml",
        ),
        Example(_START + "pegawai:\n  golongan: 42\n", finds="42", format="yaml"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        yield from _problems(report, "type", "shape")


class UnfitValue(Check):
    code = "SCH004"
    name = "unfit-value"
    title = Words("Isi di luar yang diperbolehkan", "A value that is not allowed")
    docs = Words(
        "Jenis isinya benar tetapi nilainya tidak mungkin: anggaran atau jumlah orang yang negatif, tahun yang bukan empat "
        "digit, periode renstra yang terbalik, jenis laporan atau polaritas yang tidak dikenal.",
        "The type is right but the value cannot be: a negative amount or number of people, a year that has not four digits, a "
        "planning period that ends before it begins, an unknown kind of report or polarity.",
    )
    reason = _REASON
    messages = {"value": _message("value")}
    good = (Example(_START + "periode_renstra: 2025-2029\njenis: LKjIP\n", format="yaml"),)
    bad = (
        Example(
            _START + "program:\n  - nama: Program Pengawasan\n    anggaran: -45.000.000\n",
            finds="-45.000.000",
            format="yaml",
        ),
        Example(_START + "periode_renstra: 2029-2025\n", finds="2029-2025", format="yaml"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        yield from _problems(report, "value")


class RepeatedKey(Check):
    code = "SCH005"
    name = "repeated-key"
    title = Words("Kunci yang ditulis lebih dari sekali", "A key written more than once")
    docs = Words(
        "Satu kunci ditulis lebih dari sekali di tempat yang sama. Yang dibaca hanya yang terakhir; isi yang lain hilang "
        "tanpa peringatan di kebanyakan program. Hapus salah satu, atau jadikan daftar bila memang ada dua hal.",
        "One key is written more than once in one place. Only the last is read; most programs drop the others without a "
        "word. Delete one of them, or make a list where two things are meant.",
    )
    reason = _REASON
    messages = {
        "repeated": Words(
            "Kunci “{key}” ditulis lagi di bawah; isi yang ini (“{stated}”) tidak dibaca, yang dibaca adalah “{last}”.",
            "The key “{key}” is written again below; what it holds here (“{stated}”) is not read, “{last}” is.",
        ),
        "repeated-part": Words(
            "Kunci “{key}” ditulis lagi di bawah; isi yang di sini tidak dibaca.",
            "The key “{key}” is written again below; what it holds here is not read.",
        ),
    }
    good = (Example(_START + "pegawai:\n  golongan:\n    III: 12\n    IV: 3\n    jumlah: 15\n", format="yaml"),)
    bad = (
        Example(
            _START
            + "program:\n  - nama: Program Pengolahan Hasil\n    anggaran: 30.000.000\n    anggaran: 35.000.000\n",
            finds="30.000.000",
            format="yaml",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        if report.document.data is None:
            return
        shown = _Shown(report)
        for key, node, last in _repeated(report.document.data):
            plain = node.kind == last.kind == "scalar"
            params: tuple[tuple[str, str | Words], ...] = (("key", key), ("last", last.text))
            yield Problem(
                shown.value(node),
                "repeated" if plain else "repeated-part",
                params=params,
                stated=node.text,
                quote=node.text or key,
                evidence=(shown.value(last),),
                content=(key, node.text, last.text),
            )


def _problems(report: Report, *kinds: Kind) -> Iterator[Problem]:
    """The violations of these kinds, each shown where it stands."""
    root = report.document.data
    if root is None or root.kind != "map":
        return
    found = [violation for violation in _violations(root) if violation.kind in kinds]
    if not found:
        return
    nodes, shown = dict(_by_path(root, ())), _Shown(report)
    for violation in found:
        yield _problem(violation, nodes, shown)


@lru_cache(maxsize=1)
def _violations(root: DataNode) -> tuple[Violation, ...]:
    """What breaks the form; asked by every check of this family."""
    plain = _plain(root)
    return validate_data(plain) if isinstance(plain, dict) else ()


_Path = tuple[str | int, ...]


def _problem(violation: Violation, nodes: Mapping[_Path, DataNode], shown: _Shown) -> Problem:
    key, expected = violation.key, Words(*violation.expected)
    params: tuple[tuple[str, str | Words], ...] = (("key", key), ("nearest", violation.nearest), ("expected", expected))
    if violation.kind == "missing":
        spot, quote = shown.gap(nodes[violation.path[:-1]], key), key
    elif violation.kind.startswith("unknown"):
        spot, quote = shown.key(nodes[violation.path]), key
    else:
        spot, quote = shown.value(nodes[violation.path]), violation.stated or key
    return Problem(
        spot,
        violation.kind,
        params=params,
        stated=violation.stated,
        expected=violation.nearest,
        quote=quote,
        content=(*map(str, violation.path), violation.kind, violation.stated),
    )


def _by_path(node: DataNode, path: _Path) -> Iterator[tuple[_Path, DataNode]]:
    """Every node by the keys and positions that lead to it; of a repeated key the last one stays."""
    yield path, node
    for key, child in _pairs(node):
        yield from _by_path(child, (*path, key))
    for position, child in enumerate(_items(node)):
        yield from _by_path(child, (*path, position))


def _plain(node: DataNode) -> object:
    """The tree as lists, dicts and scalars; of a repeated key the last value."""
    if isinstance(node.value, tuple):
        if node.kind == "map":
            return {key: _plain(child) for key, child in _pairs(node)}
        return [_plain(child) for child in _items(node)]
    return node.value


def _pairs(node: DataNode) -> Iterator[tuple[str, DataNode]]:
    if node.kind == "map" and isinstance(node.value, tuple):
        for pair in node.value:
            if isinstance(pair, tuple):
                yield pair


def _items(node: DataNode) -> Iterator[DataNode]:
    if node.kind == "list" and isinstance(node.value, tuple):
        for item in node.value:
            if isinstance(item, DataNode):
                yield item


def _repeated(node: DataNode) -> Iterator[tuple[str, DataNode, DataNode]]:
    """Key, an earlier value of it in one map, and its last."""
    last = dict(_pairs(node))
    for key, child in _pairs(node):
        if last[key] is not child:
            yield key, child, last[key]
    for _, child in _pairs(node):
        yield from _repeated(child)
    for child in _items(node):
        yield from _repeated(child)


_ROLES: Mapping[str, Role] = {
    "nama": Role.LABEL,
    "uraian": Role.LABEL,
    "target": Role.TARGET,
    "anggaran": Role.BUDGET,
}


_At = tuple[int, int]
"""Line and column."""


class _Shown:
    """Which block or cell shows a place of the data."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.spots: dict[_At, list[Spot]] = {}
        for number, block in enumerate(report.document.blocks):
            if isinstance(block, Table):
                for row, col, cell in block.cells():
                    for span in cell.spans[:1]:
                        self._note(span.place, Spot(number, row, col, 0, len(cell.text)))
            else:
                ends = [span.start for span in block.spans[1:]] + [len(block.text)]
                for span, end in zip(block.spans, ends, strict=True):
                    self._note(span.place, Spot(number, start=span.start, end=end))
        self.order = sorted(self.spots)

    def _note(self, place: Place, spot: Spot) -> None:
        self.spots.setdefault(_at(place), []).append(spot)

    def _at(self, place: Place) -> list[Spot]:
        """What is shown there; else what stands nearest above."""
        above = bisect_right(self.order, _at(place))
        return self.spots[self.order[max(above - 1, 0)]]

    def value(self, node: DataNode) -> Spot:
        """A value's own cell or line."""
        return self._at(node.place)[0]

    def key(self, node: DataNode) -> Spot:
        """The key before a value."""
        return self._at(node.key_place or node.place)[0]

    def gap(self, owner: DataNode, key: str) -> Spot:
        """The empty cell in which a missing value would stand, else the beginning of the map that lacks it."""
        spots = self._at(owner.place)
        role = _ROLES.get(key)
        for spot in spots:
            table = self.report.table_at(spot.block) if spot.in_table and spot.start == spot.end else None
            if table is not None and spot.col < len(table.columns) and table.columns[spot.col].role is role:
                return spot
        first = spots[0]
        return Spot(first.block, first.row, first.col, first.start, first.start)


def _at(place: Place) -> _At:
    return place.line or 1, place.column or 1
