"""What is known of one figure of the draft that is pointed at: does it hold, with which others, where else it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from reviewer.checking.ledger import unchecked_because
from reviewer.checking.locating import locate
from reviewer.language import tr
from reviewer.model import Examination, Figure, Finding, Link, Rule, Spot, Status, text_at
from reviewer.reviewing.names import say, where
from reviewer.reviewing.plain import plain

LARGE = 100_000
"""Amounts from here on with four leading digits that differ from 0 are not alike by chance."""
SIGNIFICANT = 4
MOST_ELSEWHERE = 20
"""Other places of a figure that are told."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a figure to others."""

    text: str
    """ "jumlah dari 7 baris ini"."""
    holds: bool | None
    """None where nothing is computed: it merely stands elsewhere too."""
    partners: tuple[Spot, ...]
    goes_to: Spot
    """The place that the text speaks of."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that is known of a place."""

    spot: Spot
    text: str
    """What is written there."""
    where: str
    status: Status | None
    """None where there is no figure that the ledger knows."""
    known: str
    """The status in words, with the reason of what is unchecked."""
    ties: tuple[Tie, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Those that stand at this place, gravest first."""

    @property
    def partners(self) -> tuple[Spot, ...]:
        """Every figure that it is tied to, once."""
        return tuple(dict.fromkeys(spot for tie in self.ties for spot in tie.partners))


class Pointing:
    """The figures of an examination by their places. Made once for a draft; after that an answer takes no time."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self._report = examination.report
        self._statuses = examination.ledger.statuses
        self._cells: dict[tuple[int, int, int], tuple[Spot, ...]] = {}
        for spot in sorted(self._statuses):
            cell = spot.block, spot.row, spot.col
            self._cells[cell] = (*self._cells.get(cell, ()), spot)
        self._links: dict[Spot, list[Link]] = defaultdict(list)
        for link in examination.links:
            for spot in dict.fromkeys((link.result, *link.terms)):
                self._links[spot].append(link)
        self._alike: dict[Decimal, list[Figure]] = defaultdict(list)
        self._figures: dict[Spot, Figure] = {}
        for figure in self._report.figures:
            self._figures[figure.spot] = figure
            if not figure.dash and figure.value:
                self._alike[abs(figure.value)].append(figure)
        self._findings: dict[tuple[int, int, int], list[Finding]] = defaultdict(list)
        for finding in examination.findings:
            spot = finding.location.spot
            self._findings[spot.block, spot.row, spot.col].append(finding)

    def figures(self, block: int, row: int = -1, col: int = -1) -> tuple[Spot, ...]:
        """The figures of a cell or a paragraph that the ledger knows, in their order."""
        return self._cells.get((block, row, col), ())

    def status(self, spot: Spot) -> Status | None:
        """What the ledger knows of a figure."""
        return self._statuses.get(spot)

    def count(self, status: Status) -> int:
        return self._examination.ledger.count(status)

    def tell(self, spot: Spot) -> Told:
        """What is known of the characters at a spot: a figure, a cell, a line of text."""
        status = self._statuses.get(spot)
        ties = [*self._computed(spot), *self._elsewhere(spot, status)]
        found = [
            finding
            for finding in self._findings.get((spot.block, spot.row, spot.col), ())
            if _overlap(finding.location.spot, spot)
        ]
        return Told(
            spot,
            plain(text_at(self._report.document, spot), 200),
            where(locate(self._report, spot)),
            status,
            self._known(spot, status),
            tuple(ties),
            tuple(sorted(found, key=lambda finding: finding.severity.rank)),
        )

    def _known(self, spot: Spot, status: Status | None) -> str:
        match status:
            case Status.VERIFIED:
                return tr("cocok dengan hitungan")
            case Status.REPEATED:
                return tr("sama dengan tempat lain")
            case Status.CONTRADICTED:
                return tr("bertentangan dengan hitungan")
            case Status.UNCHECKED:
                because = say(unchecked_because(self._report, spot))
                return tr("belum diperiksa: {because}").format(because=because)
            case None:
                return ""

    def _computed(self, spot: Spot) -> Iterable[Tie]:
        """What it is computed from, then what is computed from it; what does not hold first."""
        links = self._links.get(spot, ())
        for link in sorted(links, key=lambda link: (link.result != spot, link.holds)):
            partners = tuple(other for other in (link.result, *link.terms) if other != spot)
            if link.result == spot:
                goes_to = min(link.terms, default=spot)
                yield Tie(self._as_result(link), link.holds, partners, goes_to)
            else:
                yield Tie(self._as_term(link, spot), link.holds, partners, link.result)

    def _as_result(self, link: Link) -> str:
        """What a figure is that others give."""
        first, second = ([self._text(spot) for spot in link.terms] + ["", ""])[:2]
        count = len(link.terms)
        match link.rule:
            case Rule.SUM if link.signs and count == 2:
                return tr("selisih dari {first} dan {second}").format(first=first, second=second)
            case Rule.SUM if link.signs:
                return tr("hasil tambah dan kurang dari {n} angka ini").format(n=count)
            case Rule.SUM if all(_same_column(link.result, spot) for spot in link.terms):
                return tr("jumlah dari {n} baris ini").format(n=count)
            case Rule.SUM if all(_same_row(link.result, spot) for spot in link.terms):
                return tr("jumlah dari {n} kolom ini").format(n=count)
            case Rule.SUM:
                return tr("jumlah dari {n} angka ini").format(n=count)
            case Rule.MEAN:
                return tr("rata-rata dari {n} angka ini").format(n=count)
            case Rule.EQUAL:
                return tr("semestinya sama dengan {figure} di {where}").format(
                    figure=first, where=self._where(link.terms[0])
                )
            case Rule.PERCENT:
                return tr("persentase {first} dari {second}").format(first=first, second=second)
            case Rule.PERCENT_LOWER | Rule.PERCENT_INVERSE:
                return tr("capaian dari {first} dan {second}, makin kecil makin baik").format(
                    first=first, second=second
                )
            case Rule.GROWTH:
                return tr("pertumbuhan dari {second} menjadi {first}").format(first=first, second=second)
            case Rule.RATIO:
                return tr("{first} dibagi {second}").format(first=first, second=second)
            case Rule.PRODUCT | Rule.PRODUCT_PERCENT:
                return tr("{first} kali {second}").format(first=first, second=second)

    def _as_term(self, link: Link, spot: Spot) -> str:
        """What a figure is in the calculation of another."""
        figure, place = self._text(link.result), self._where(link.result)
        subtracted = bool(link.signs) and link.signs[link.terms.index(spot)] < 0
        if link.rule is Rule.SUM and not link.signs:
            return tr("bagian dari jumlah {figure} di {where}").format(figure=figure, where=place)
        if link.rule is Rule.SUM and subtracted:
            return tr("pengurang dalam hitungan {figure} di {where}").format(figure=figure, where=place)
        if link.rule is Rule.EQUAL:
            return tr("semestinya sama dengan {figure} di {where}").format(figure=figure, where=place)
        if link.rule is Rule.MEAN:
            return tr("ikut dalam rata-rata {figure} di {where}").format(figure=figure, where=place)
        return tr("dipakai menghitung {figure} di {where}").format(figure=figure, where=place)

    def _elsewhere(self, spot: Spot, status: Status | None) -> Iterable[Tie]:
        """The same amount in other places, where that is no chance."""
        figure = self._figures.get(spot)
        if figure is None or (status is not Status.REPEATED and not _telling(figure)):
            return
        tied = {other for link in self._links.get(spot, ()) for other in (link.result, *link.terms)}
        others = [
            other.spot
            for other in self._alike.get(abs(figure.value), ())
            if other.spot != spot and other.spot not in tied and other.percent == figure.percent
        ]
        for other in others[:MOST_ELSEWHERE]:
            yield Tie(tr("disebut juga di {where}").format(where=self._where(other)), None, (other,), other)

    def _text(self, spot: Spot) -> str:
        return plain(text_at(self._report.document, spot), 60)

    def _where(self, spot: Spot) -> str:
        return where(locate(self._report, spot))


def _telling(figure: Figure) -> bool:
    return abs(figure.value) >= LARGE and len(str(int(abs(figure.value))).rstrip("0")) >= SIGNIFICANT


def _same_column(one: Spot, other: Spot) -> bool:
    return one.in_table and (one.block, one.col) == (other.block, other.col)


def _same_row(one: Spot, other: Spot) -> bool:
    return one.in_table and (one.block, one.row) == (other.block, other.row)


def _overlap(place: Spot, pointed: Spot) -> bool:
    """Whether a finding's characters meet those pointed at, or the finding names the whole cell or paragraph."""
    if place.start == place.end:
        return True
    return place.start < pointed.end and pointed.start < place.end or pointed.start == pointed.end
