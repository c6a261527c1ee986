"""IDN: the units of an office, each under one name and one kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.checking.base import Check, Example
from reviewer.model import ItemList, Paragraph, Problem, Report, Severity, Spot, Words
from reviewer.model.titles import same_word

_REASON = Words(
    "Uraian organisasi harus sesuai dengan peraturan susunan organisasinya: satu unit, satu nama.",
    "The description of the organisation must follow its regulation: one unit, one name.",
)
_KIND = (
    r"(?:sub\.?\s?bagian|sub\.?\s?bidang|sub\.?\s?seksi|kasubbag|kasubag|kasubbid|kasubid|kabid|kabag|kasi|"
    r"bidang|bagian|seksi)"
)
_DOES = (
    r"(?=\s*,?\s+(?:mempunyai|membawahi|dipimpin|bertugas|melaksanakan|yang\s+mempunyai|terdiri|menyelenggarakan)\b)"
)
_NAME = r"(?P<name>[A-Za-z][A-Za-z ,&/-]{4,110}?)"
_ACTS = re.compile(rf"\b(?P<kind>{_KIND})\s+{_NAME}{_DOES}", re.IGNORECASE)
_WHOLE = re.compile(rf"^\W*(?:kepala\s+)?(?P<kind>{_KIND})\s+{_NAME}[\s.,;:]*$", re.IGNORECASE)
_FUNCTION = frozenset("dan serta di pada dalam yang untuk".split())


@dataclass(frozen=True, slots=True)
class _Unit:
    kind: str
    words: tuple[str, ...]
    shown: str
    spot: Spot
    listed: int
    """Block of the first item of the list that it stands in, -1 outside a list."""


def _kind(text: str) -> str:
    """The kind of a unit by one name: "Kasubbag" heads a "sub bagian"."""
    plain = re.sub(r"[\s.]+", "", text.lower())
    return {
        "kasubbag": "subbagian",
        "kasubag": "subbagian",
        "kasubbid": "subbidang",
        "kasubid": "subbidang",
        "kabid": "bidang",
        "kabag": "bagian",
        "kasi": "seksi",
    }.get(plain, plain)


def _units(report: Report) -> Iterator[_Unit]:
    """Units where their name is whole: a line or list item of its own, or the subject of a sentence."""
    within = {item.block: found.items[0].block for found in report.lists for item in found.items}
    for block, paragraph in report.paragraphs():
        if block in report.contents or paragraph.role != "body":
            continue
        text = paragraph.text
        bare = re.match(r"^\W*(?:[a-z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s*", text, re.IGNORECASE)
        start = bare.end() if bare else 0
        matches = [
            m for m in _ACTS.finditer(text[start:]) if m["kind"][0].isupper()
        ]  # "di bidang …" is a field of work
        line = None if matches else _WHOLE.match(text[start:])
        matches += [line] if line else []
        for match in matches:
            words = tuple(w for w in re.findall(r"[a-z]+", match["name"].lower()) if w not in _FUNCTION)
            if 2 <= len(words) <= 9:
                spot = Spot(block, start=start + match.start("kind"), end=start + match.end("name"))
                shown = re.sub(r"\s+", " ", text[spot.start : spot.end]).strip(" ,")
                yield _Unit(_kind(match["kind"]), words, shown, spot, within.get(block, -1) if line else -1)


def _one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names are spelled alike, slips allowed that make no other form of a word."""
    if a == b:
        return True
    return len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True)) and not _variant(a, b)


def _variant(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names are one: a word or two left out, or one word in another form of the same stem."""
    if len(a) == len(b):
        odd = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return len(odd) == 1 and len(a) >= 3 and odd[0][0][:6] == odd[0][1][:6] and len(odd[0][0]) >= 7
    short, long = (a, b) if len(a) < len(b) else (b, a)
    rest = iter(long)
    return len(long) - len(short) <= 2 and all(any(same_word(w, other) for other in rest) for w in short)


class UnitName(Check):
    """A unit of the office has one name."""

    code = "IDN014"
    name = "unit-name"
    severity = Severity.INFO
    title = Words("Nama bidang, bagian atau seksi berbeda-beda", "A unit under several names")
    reason = _REASON
    docs = Words(
        "Nama bidang, bagian, sub bidang, sub bagian dan seksi dikumpulkan dari daftar, judul dan kalimat “Bidang … "
        "mempunyai tugas”. Dua nama sejenis yang sama kecuali satu atau dua kata yang hilang, atau satu kata dalam "
        "bentuk lain (fasilitas, fasilitasi), ditunjukkan bersama. Nama yang berdiri dalam satu daftar adalah unit yang "
        "berlainan dan dibiarkan.",
        "Names of units (bidang, bagian, sub bidang, sub bagian, seksi) are collected from lists, headings and sentences "
        "“Bidang … mempunyai tugas”. Two names of one kind that are alike but for a word or two left out, or for one word "
        "in another form (fasilitas, fasilitasi), are shown together. Names that stand in one list are different units and "
        "are left alone.",
    )
    messages = {
        "found": Words(
            "Unit yang tampaknya sama tertulis “{stated}” dan “{expected}”.",
            "What seems to be one unit is written “{stated}” and “{expected}”.",
        ),
    }
    good = (
        Example(
            "Sekretaris membawahi tiga Sub Bagian yaitu:\n1. Sub Bagian Umum dan Kepegawaian\n2. Sub Bagian Umum\n"
            "3. Sub Bagian Program dan Pelaporan\n\nSub Bagian Program dan Pelaporan mempunyai tugas menyusun rencana.\n"
        ),
        Example(
            "Dinas Pasar yang menangani bidang Sarana Pasar mempunyai tugas luas. Dinas di bidang Sarana dan Retribusi Pasar "
            "mempunyai wewenang.\n"
        ),
        Example(
            "Bidang SD membawahi dua Seksi yaitu:\n1. Seksi Kurikulum dan Penilaian Dasar\n2. Seksi Sarana Sekolah Dasar\n\n"
            "Bidang SMP membawahi dua Seksi yaitu:\n1. Seksi Kurikulum dan Penilaian Menengah\n"
            "2. Seksi Sarana Sekolah Menengah\n"
        ),
    )
    bad = (
        Example(
            "Sekretaris membawahi dua Sub Bagian yaitu:\n1. Sub Bagian Keuangan Daerah\n2. Sub Bagian Perencanaan Program dan "
            "Pelaporan\n\nSub Bagian Program dan Pelaporan mempunyai tugas menyusun rencana.\n",
            "Sub Bagian Perencanaan Program",
        ),
        Example(
            "Kepala bidang membawahi:\na. Sub Bidang Kelembagaan dan Fasilitas Pasar\nb. Sub Bidang Retribusi Pasar\n\n"
            "Sub Bidang Kelembagaan dan Fasilitasi Pasar mempunyai tugas menyusun bahan.\n",
            "Fasilitas Pasar",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        kinds: dict[str, list[list[_Unit]]] = defaultdict(list)
        for unit in _units(report):
            groups = kinds[unit.kind]
            own = next((g for g in groups if _one(g[0].words, unit.words)), None)
            if own is None:
                groups.append([unit])
            else:
                own.append(unit)
        for groups in kinds.values():
            for i, first in enumerate(groups):
                for second in groups[i + 1 :]:
                    if _variant(first[0].words, second[0].words) and not _listed_together(first, second):
                        yield self._problem(first, second)

    def _problem(self, first: list[_Unit], second: list[_Unit]) -> Problem:
        odd, usual = (first, second) if len(first) <= len(second) else (second, first)
        return Problem(
            odd[0].spot,
            stated=odd[0].shown,
            expected=usual[0].shown,
            evidence=tuple(u.spot for u in (*odd[1:3], *usual[:3])),
            content=tuple(sorted((" ".join(odd[0].words), " ".join(usual[0].words)))),
        )


def _listed_together(first: Sequence[_Unit], second: Sequence[_Unit]) -> bool:
    return bool({u.listed for u in first if u.listed >= 0} & {u.listed for u in second})


_COUNTED = re.compile(
    rf"\b(?:\d{{1,2}}|satu|dua|tiga|empat|lima|enam|tujuh|delapan)\s*(?:\([a-z\s]+\)\s*|orang\s+)?(?:kepala\s+)?"
    rf"(?P<kind>{_KIND})\s*,?\s*(?:yaitu|yakni|sebagai berikut|terdiri (?:dari|atas))?\s*[:;]?\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"^\W*(?:kepala\s+)?(?P<kind>{_KIND})\b", re.IGNORECASE)


class UnitKind(Check):
    """The units listed are of the kind that is announced."""

    code = "IDN015"
    name = "unit-kind"
    severity = Severity.INFO
    title = Words("Jenis unit yang disebut bukan yang dirinci", "Units of another kind than announced")
    reason = _REASON
    docs = Words(
        "Kalimat “membawahi dua seksi yaitu:” diikuti daftar yang setiap butirnya dibuka jenis unit lain (Sub Bidang): "
        "salah satunya sisa struktur lama.",
        "A sentence “membawahi dua seksi yaitu:” followed by a list whose every item opens with another kind of unit (Sub "
        "Bidang): one of them is left from an old structure.",
    )
    messages = {
        "found": Words(
            "Disebut {stated}, tetapi yang dirinci di bawahnya {expected}.",
            "{stated} is announced, but what is listed below is {expected}.",
        ),
    }
    good = (
        Example("Bidang Pasar membawahi dua Sub Bidang yaitu:\na. Sub Bidang Retribusi\nb. Sub Bidang Sarana\n"),
        Example("Sekretaris membawahi dua Kasubbag yaitu:\na. Sub Bagian Umum\nb. Sub Bagian Keuangan\n"),
    )
    bad = (
        Example("Bidang Pasar membawahi dua seksi yaitu:\na. Sub Bidang Retribusi\nb. Sub Bidang Sarana\n", "seksi"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for found in report.lists:
            lead = report.document.blocks[found.lead] if found.lead is not None else None
            match = _COUNTED.search(lead.text) if isinstance(lead, Paragraph) else None
            kinds = _kinds(found)
            if match is None or found.lead is None or len(found.items) < 2 or len(kinds) != 1:
                continue
            shown = kinds[next(iter(kinds))]
            if _kind(match["kind"]) not in kinds:
                yield Problem(
                    Spot(found.lead, start=match.start("kind"), end=match.end("kind")),
                    stated=match["kind"],
                    expected=shown,
                    evidence=tuple(Spot(item.block, start=0, end=40) for item in found.items[:4]),
                )


def _kinds(found: ItemList) -> dict[str, str]:
    """Kinds of unit that open the items of a list, as written; none where an item opens otherwise."""
    kinds: dict[str, str] = {}
    for item in found.items:
        match = _OPENS.match(item.text)
        if match is None:
            return {}
        kinds.setdefault(_kind(match["kind"]), match["kind"])
    return kinds
