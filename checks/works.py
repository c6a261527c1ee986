"""XRF: the same programs set out in two places with different kegiatan."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reviewer.checking.base import Check, Example
from reviewer.model import Listing, Notice, Problem, Report, Severity, Words, Work

_SAME = 70
"""Of 100: names as far apart as "Fasilitasi Bantuan Keuangan Parpol" and "Fasilitasi Pengelolaan Keuangan Parpol"."""
_MOST = 60
"""Listings that are compared with each other; hundreds would take the square of their number."""
_MANY = Words(
    "XRF006: naskah ini memuat {count} daftar program dan kegiatan; hanya {most} yang pertama dibandingkan.",
    "XRF006: this draft has {count} lists of programs and kegiatan; only the first {most} were compared.",
)
_SAME_PROGRAM = 84


@lru_cache(maxsize=16_384)
def _key(name: str) -> str:
    text = re.sub(r"&", " dan ", name.lower())
    return " ".join(re.findall(r"[a-z0-9]+", text))


@dataclass(frozen=True, slots=True)
class _Pair:
    """One program as two listings have it: its kegiatan matched, and those that only one of them has."""

    here: tuple[Work, ...]
    there: tuple[Work, ...]
    matched: int
    only_here: tuple[Work, ...]
    only_there: tuple[Work, ...]

    @property
    def plainly_one(self) -> bool:
        return self.matched * 2 >= min(len(self.here), len(self.there)) and self.matched > 0


class ListedElsewhere(Check):
    """A kegiatan that one listing of a program has and another one has not."""

    code = "XRF006"
    name = "kegiatan-elsewhere"
    severity = Severity.WARNING
    title = Words("Kegiatan tidak ada dalam daftar lain", "A kegiatan is missing from another listing")
    reason = Words(
        "Program dan kegiatan yang direncanakan, diperjanjikan dan dilaporkan harus sama, atau perubahannya dijelaskan "
        "(Lampiran III PermenPANRB 53/2014, reviu atas laporan kinerja).",
        "Programs and kegiatan planned, agreed and reported must be the same, or the change be explained "
        "(PermenPANRB 53/2014, annex III, review).",
    )
    docs = Words(
        "Program yang ditulis di dua tempat (daftar, tabel rencana, tabel anggaran) dibandingkan kegiatannya, satu lawan "
        "satu menurut kemiripan nama; beda ejaan, huruf besar, “&”/“dan” dan nama yang dipotong dianggap sama. "
        "Dibandingkan hanya bila sebagian besar kegiatan kedua tempat itu memang cocok, tahunnya tidak berlainan, dan "
        "kegiatan itu tidak tercantum di program lain; bila keduanya punya kegiatan yang tidak dimiliki yang lain, mungkin "
        "hanya namanya yang berubah, dan tidak dilaporkan. Mana yang keliru tidak dapat dipastikan dari naskah saja.",
        "Programs that stand in two places (lists, plan tables, budget tables) have their kegiatan compared, one to one "
        "by how alike the names are; spelling, case, “&”/“dan” and cut names make no difference. Two places are compared "
        "only where most of their kegiatan do match, their years do not differ, and the kegiatan does not stand under "
        "another program; where each has one that the other lacks, only the name may have changed, and nothing is "
        "reported. Which place is wrong cannot be told from the draft alone.",
    )
    messages = {
        "found": Words(
            "Program “{program}”: {names} tercantum di {here}, tetapi tidak ada di {other}.",
            "Program “{program}”: {names} stands in {here}, but not in {other}.",
        ),
    }
    _PLAN = (
        "Tabel 1 Rencana\n\nNo\tUraian\tTarget\n1\tProgram Perkantoran\t\n1.1\tPenyediaan alat tulis\t1 tahun\n"
        "1.2\tPenyediaan jasa listrik\t1 tahun\n2\tProgram Pembinaan\t\n2.1\tPelatihan kader desa\t20 orang\n"
        "2.2\tLomba desa tertib\t1 kali\n"
    )
    _BUDGET = (
        "\nTabel 2 Anggaran\n\nNo\tUraian\tAnggaran\n1\tProgram Perkantoran\t3.000.000\n1.1\tPenyediaan Alat "
        "Tulis\t1.000.000\n1.2\tPenyediaan Jasa Listrik\t2.000.000\n2\tProgram Pembinaan\t{total}\n"
        "2.1\tPelatihan Kader-Kader Desa\t4.000.000\n2.2\tLomba Desa Tertib\t1.000.000\n"
    )
    good = (
        Example(_PLAN + _BUDGET.replace("{total}", "5.000.000")),
        Example(
            _PLAN + "\nTabel 2 Anggaran Tahun 2019\n\nNo\tUraian\tAnggaran\n1\tProgram Perkantoran\t3.000.000\n"
            "1.1\tPembangunan gudang\t3.000.000\n2\tProgram Pembinaan\t5.000.000\n2.1\tStudi banding\t5.000.000\n"
        ),
    )
    bad = (
        Example(
            _PLAN + _BUDGET.replace("{total}", "7.500.000") + "2.3\tPameran hasil pertanian\t2.500.000\n",
            "Pameran hasil pertanian",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem | Notice]:
        missing: dict[tuple[int, str], list[tuple[Listing, Listing, tuple[Work, ...]]]] = defaultdict(list)
        listings = report.listings[:_MOST]
        if len(report.listings) > _MOST:
            yield Notice(_MANY.format(count=len(report.listings), most=_MOST))
        for i, first in enumerate(listings):
            for second in listings[i + 1 :]:
                if not self._comparable(report, first, second):
                    continue
                pairs = _programs(first, second)
                matched = sum(p.matched for p in pairs)
                smaller = min(sum(len(p.here) for p in pairs), sum(len(p.there) for p in pairs))
                if matched < 4 or matched * 10 < smaller * 7:
                    continue
                for pair in pairs:
                    here, other = (first, second) if pair.only_here else (second, first)
                    works = _nowhere(report, pair.only_here or pair.only_there, other)
                    if pair.plainly_one and works and not (pair.only_here and pair.only_there):
                        missing[here.block, _key(works[0].program)].append((here, other, works))
        told: list[str] = []
        for found in missing.values():
            yield from self._problems(report, found, told)

    def _comparable(self, report: Report, first: Listing, second: Listing) -> bool:
        """Two sheets are two units' papers; another year has other kegiatan."""
        years = {listing.year or report.identity.year for listing in (first, second)}
        sheets = {report.place(listing.works[0].spot).sheet for listing in (first, second)}
        return len(years) == 1 and len(sheets) == 1

    def _problems(
        self, report: Report, found: Sequence[tuple[Listing, Listing, tuple[Work, ...]]], told: list[str]
    ) -> Iterator[Problem]:
        """One problem for the kegiatan of a program that the same other places lack."""
        from rapidfuzz import fuzz

        lacking: dict[Work, list[Listing]] = defaultdict(list)
        for _, other, works in found:
            for work in works:
                lacking[work].append(other)
        groups: dict[tuple[int, ...], list[Work]] = defaultdict(list)
        before = tuple(told)
        for work, others in lacking.items():
            name = _key(work.name)
            if all(fuzz.token_sort_ratio(name, t) < _SAME_PROGRAM for t in before):
                told.append(name)
                groups[tuple(o.block for o in others)].append(work)
        for blocks, own in groups.items():
            here = found[0][0]
            titles = [_title(report, b) for b in blocks]
            yield Problem(
                own[0].spot,
                stated=own[0].name,
                quote=own[0].name,
                params=(
                    ("program", own[0].program),
                    ("names", "; ".join(f"“{w.name}”" for w in own)),
                    ("here", _title(report, here.block)),
                    ("other", Words(", ".join(w.id for w in titles), ", ".join(w.en for w in titles))),
                ),
                evidence=tuple(w.spot for w in own),
                group=len(own) > 1,
                content=tuple(_key(w.name) for w in own),
            )


def _title(report: Report, block: int) -> Words:
    table = report.table_at(block)
    if table is not None:
        return Words(table.title, table.title)
    path = report.headings[block] if block < len(report.headings) else ()
    if not path:
        return Words("daftar kegiatan", "the list of kegiatan")
    return Words(f"daftar di “{path[-1]}”", f"the list in “{path[-1]}”")


def _programs(first: Listing, second: Listing) -> list[_Pair]:
    """The programs that both listings have, with their kegiatan matched."""
    here, there = _by_program(first.works), _by_program(second.works)
    found = []
    for a, b in _matched(list(here), list(there), _SAME_PROGRAM):
        left, right = here[a], there[b]
        pairs = _matched([_key(w.name) for w in left], [_key(w.name) for w in right], _SAME)
        taken = ({x for x, _ in pairs}, {y for _, y in pairs})
        only = (
            tuple(w for w in left if _key(w.name) not in taken[0]),
            tuple(w for w in right if _key(w.name) not in taken[1]),
        )
        found.append(_Pair(left, right, len(pairs), *only))
    return found


def _by_program(works: Sequence[Work]) -> dict[str, tuple[Work, ...]]:
    """Kegiatan by program, each name once; a program that stands at two places has two budgets, and is left out."""
    found: dict[str, dict[str, Work]] = defaultdict(dict)
    runs = Counter(program for program, _ in groupby(_key(w.program) for w in works))
    for work in works:
        found[_key(work.program)].setdefault(_key(work.name), work)
    return {program: tuple(own.values()) for program, own in found.items() if runs[program] == 1}


def _matched(left: Sequence[str], right: Sequence[str], least: float) -> list[tuple[str, str]]:
    """Names matched one to one, the most alike first."""
    from rapidfuzz import fuzz

    scored = sorted(
        ((max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b), _cut(a, b)), a, b) for a in left for b in right),
        key=lambda entry: -entry[0],
    )
    free_left, free_right = set(left), set(right)
    found = []
    for score, a, b in scored:
        if score >= least and a in free_left and b in free_right:
            free_left.discard(a)
            free_right.discard(b)
            found.append((a, b))
    return found


def _cut(a: str, b: str) -> float:
    """A name that the other one goes on from."""
    short, long = sorted((a, b), key=len)
    return 99.0 if len(short) >= 12 and long.startswith(short) else 0.0


def _nowhere(report: Report, works: Sequence[Work], other: Listing) -> tuple[Work, ...]:
    """Those that stand under no program of the other listing, nor in a piece of its table that goes on without caption."""
    from rapidfuzz import fuzz

    names = {_key(w.name) for w in other.works} | {_key(label) for label in _going_on(report, other)}
    return tuple(w for w in works if all(fuzz.token_sort_ratio(_key(w.name), n) < 90 for n in names))


def _going_on(report: Report, listing: Listing) -> Iterator[str]:
    """The labels of the tables right after a listing's that have no caption of their own, or the same."""
    tables = report.tables
    at = next((i for i, t in enumerate(tables) if t.block == listing.block), None)
    for table in tables[at + 1 :] if at is not None else ():
        if table.caption and table.number != tables[at or 0].number:
            return
        yield from (re.sub(r"^\d+(?:\.\d+)*[.)]?\s*", "", row.label) for row in table.rows if row.label)
