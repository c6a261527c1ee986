"""How many slips in a table are found: one amount is mistyped, the draft is checked again, and what is new is judged.

`python benchmarks/mutation.py [--sample N | --all] [--misses] [--samples] [--draft NAME] [--seed N]`
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from random import Random

from slips import CORE, KINDS, ROW_ABOVE, slip
from subjects import Subject, subjects

from reviewer.model import Document, Examination, Figure, Finding, Link, RowKind, Rule, Severity, Spot, Status
from reviewer.model.document import Table
from reviewer.run import examine_document

LIMITS = {"covered": 0.85, "detected": 0.98, "named": 0.90}
Cell = tuple[int, int, int]
"""Block, row, column."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure of a table that is to be mistyped."""

    figure: Figure
    table: str
    above: str
    """The number in the row above it, "" where there is none."""
    links: tuple[Link, ...]
    """Relations that it stands in, in the draft as it is."""
    covered: bool

    @property
    def cell(self) -> Cell:
        return cell_of(self.figure.spot)

    @property
    def independent(self) -> bool:
        """At least two exact relations over different figures hold it."""
        return len({frozenset((k.result, *k.terms)) for k in self.links if k.holds and _exact(k)}) > 1


@dataclass(slots=True)
class Tally:
    """Counts of one kind of slip in one draft."""

    tried: int = 0
    covered: int = 0
    tolerated: int = 0
    """Not found, and every relation that holds the amount still holds within its printed digits."""
    detected: int = 0
    nameable: int = 0
    named: int = 0
    elsewhere: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for name in ("tried", "covered", "tolerated", "detected", "nameable", "named", "elsewhere"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.notes += other.notes


def cell_of(spot: Spot) -> Cell:
    return spot.block, spot.row, spot.col


def amounts_of(subject: Subject, before: Examination) -> list[Amount]:
    """The amounts of the subject's tables that no loud finding touches as they are; dashes and zeros are none."""
    links: dict[Spot, list[Link]] = defaultdict(list)
    for link in before.links:
        for spot in {link.result, *link.terms}:
            links[spot].append(link)
    dirty = {c for f in before.findings if f.severity is not Severity.INFO for c in cells_of(f)}
    found = []
    for table in before.report.tables:
        if subject.tables and table.number not in subject.tables:
            continue
        above: dict[int, str] = {}
        for row in table.rows:
            if row.kind is RowKind.NUMBERS:
                continue
            for col, figure in row.figures:
                core = CORE.search(figure.text)
                if figure.dash or not figure.value or core is None:
                    continue
                own = tuple(links[figure.spot])
                status = before.ledger.statuses.get(figure.spot)
                covered = bool(own) or status in (Status.VERIFIED, Status.REPEATED)
                if cell_of(figure.spot) not in dirty:
                    found.append(Amount(figure, table.title, above.get(col, ""), own, covered))
                if figure is row.figure(col):
                    above[col] = core.group()
    return found


def _exact(link: Link) -> bool:
    return link.rule in (Rule.SUM, Rule.EQUAL)


def mutated(document: Document, figure: Figure, kind: str, above: str, rng: Random) -> tuple[Document, str] | None:
    """The document with a slip in one cell, and the cell's new text; None where the amount allows no such slip."""
    spot = figure.spot
    table = document.blocks[spot.block]
    assert isinstance(table, Table)
    cell = table.rows[spot.row][spot.col]
    match = CORE.search(cell.text, spot.start, spot.end)
    if match is None:
        return None
    core = match.group()
    new = above if kind == ROW_ABOVE else slip(kind, core, rng)
    if not new or new == core:
        return None
    text = cell.text[: match.start()] + new + cell.text[match.end() :]
    row = list(table.rows[spot.row])
    row[spot.col] = replace(cell, text=text, value=None, formula=None)
    rows = (*table.rows[: spot.row], tuple(row), *table.rows[spot.row + 1 :])
    blocks = (*document.blocks[: spot.block], replace(table, rows=rows), *document.blocks[spot.block + 1 :])
    return replace(document, blocks=blocks), text


def cells_of(finding: Finding) -> set[Cell]:
    """The places a finding shows."""
    return {cell_of(finding.location.spot), *(cell_of(e.location.spot) for e in finding.evidence)}


def judged(amount: Amount, before: Examination, after: Examination, told: str) -> Tally:
    """What the check made of one slip; `told` describes it in the notes."""
    tally = Tally(tried=1, covered=int(amount.covered))
    known = {(f.code, f.location.spot, f.content) for f in before.findings}
    loud = [f for f in after.findings if f.severity is not Severity.INFO]
    new = [f for f in loud if (f.code, f.location.spot, f.content) not in known]
    causes = [c for c in after.causes if {f.id for f in new} & set(c.findings)]
    named_first = {cell_of(c.cells[0].location.spot) for c in causes}
    fallen = {k.result for k in after.links if not k.holds and amount.cell in map(cell_of, (k.result, *k.terms))}
    touching = [f for f in new if amount.cell in cells_of(f) or f.location.spot in fallen]
    if amount.covered:
        if touching or amount.cell in named_first:
            tally.detected = 1
        elif amount.links and _all_hold(amount.links, after.links):
            tally.tolerated = 1
        else:
            tally.notes.append(f"missed   {told}; {_of_links(amount.links)}")
    if amount.independent:
        tally.nameable = 1
        unexplained = [f for f in touching if f.cause is None]
        tally.named = int(
            amount.cell in named_first
            or (not named_first and any(cell_of(f.location.spot) == amount.cell for f in unexplained))
        )
        if not tally.named and touching:
            said = " + ".join(sorted({f"{f.code} {f.location.label.en}" for f in touching}))
            other = ", ".join(c.cells[0].location.label.en for c in causes)
            tally.notes.append(f"unnamed  {told}; says {said}; names {other or 'no cause'}")
    tied = {amount.cell} | {
        cell_of(s)
        for k in (*before.links, *after.links)
        if amount.cell in map(cell_of, (k.result, *k.terms))
        for s in (k.result, *k.terms)
    }
    for finding in new:
        if not cells_of(finding) & tied:
            tally.elsewhere += 1
            tally.notes.append(f"wrong    {told}; {finding.code} {finding.location.label.en}: {finding.message.en}")
    return tally


def _all_hold(before: Iterable[Link], after: Iterable[Link]) -> bool:
    """Whether relations over the same figures are still stated, and hold."""
    holding = {(k.code, cell_of(k.result), frozenset(map(cell_of, k.terms))) for k in after if k.holds}
    return all((k.code, cell_of(k.result), frozenset(map(cell_of, k.terms))) in holding for k in before)


def _of_links(links: Iterable[Link]) -> str:
    said = Counter(f"{k.code} {k.rule.value}" for k in links)
    return "in " + ", ".join(f"{n} x {name}" for name, n in said.items()) if said else "stands alike elsewhere"


def run(subject: Subject, size: int | None, seed: int) -> tuple[int, int, dict[str, Tally]]:
    """Amounts of a draft, how many are covered, and a tally for every kind of slip; `size` None is all amounts."""
    before = examine_document(subject.document)
    amounts = amounts_of(subject, before)
    rng = Random(f"{seed} {subject.name}")
    covered = [a for a in amounts if a.covered]
    chosen = covered if size is None or size >= len(covered) else rng.sample(covered, size)
    tallies = {kind: Tally() for kind in (*KINDS, ROW_ABOVE)}
    for amount in chosen:
        for kind, tally in tallies.items():
            changed = mutated(subject.document, amount.figure, kind, amount.above, rng)
            if changed is None:
                continue
            document, text = changed
            label = _label(before, amount)
            told = f"{label}: {amount.figure.text} -> {text.strip()} ({kind})"
            tally.add(judged(amount, before, examine_document(document), told))
    return len(amounts), len(covered), tallies


def _label(examination: Examination, amount: Amount) -> str:
    table = examination.report.table_at(amount.figure.spot.block)
    row = table.row(amount.figure.spot.row) if table else None
    name = table.columns[amount.figure.spot.col].name if table else ""
    return f"{amount.table} | {row.label[:40] if row else ''} | {name[:30]}"


def _lines(name: str, amounts: int, covered: int, tallies: dict[str, Tally]) -> Iterator[str]:
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    yield f"{name}: {amounts} amounts, {_share(covered, amounts)} covered"
    for kind, tally in (*tallies.items(), ("all", total)):
        found = tally.covered - tally.tolerated
        yield (
            f"  {kind:18} {tally.tried:5} tried {tally.tolerated:5} within tolerance   "
            f"detected {_share(tally.detected, found):>15}   named {_share(tally.named, tally.nameable):>15}   "
            f"wrong elsewhere {tally.elsewhere}"
        )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=8, help="covered amounts tried in each draft (default 8)")
    parser.add_argument("--all", action="store_true", help="every covered amount")
    parser.add_argument("--misses", action="store_true", help="list what was missed, left unnamed or wrong")
    parser.add_argument("--samples", action="store_true", help="the samples only")
    parser.add_argument("--draft", default="", help="drafts whose file name holds this")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = time.perf_counter()
    amounts = covered = 0
    totals = {kind: Tally() for kind in (*KINDS, ROW_ABOVE)}
    for subject in subjects(samples_only=options.samples, named=options.draft):
        own, held, tallies = run(subject, None if options.all else options.sample, options.seed)
        amounts, covered = amounts + own, covered + held
        for kind, tally in tallies.items():
            totals[kind].add(tally)
        print("\n".join(_lines(subject.name, own, held, tallies)), flush=True)
        if options.misses:
            print("".join(f"    {note}\n" for tally in tallies.values() for note in tally.notes), end="", flush=True)
    print("\n".join(_lines("All drafts", amounts, covered, totals)))
    limits = ", ".join(f"{name} {limit}" for name, limit in LIMITS.items())
    print(f"limits: {limits}, wrong elsewhere 0; {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
