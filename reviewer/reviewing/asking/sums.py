"""Figures worked out over rows: sums, averages, shares, comparisons, limits, extremes, counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

from reviewer.language import tr
from reviewer.model import RowKind, Spot, Sum, TypedTable
from reviewer.reviewing.asking.cells import Cell
from reviewer.reviewing.asking.draft import Cells, Draft, columns, kindred, outermost, parts
from reviewer.reviewing.asking.measures import Kind, Measure, measure_name
from reviewer.reviewing.asking.question import Question
from reviewer.reviewing.asking.reply import Option, Reply, hit, number, place, printed
from reviewer.reviewing.asking.things import of_kind
from reviewer.reviewing.asking.values import MOST, ask_table, disputed, no_such_table, one_thing, value
from reviewer.reviewing.plain import plain
from reviewer.understanding.text import words

_COUNTED_ALL = frozenset(
    "kinerja utama strategis were carried text was in dilaksanakan terdapat tercantum listed terlaksana named total".split()
)
"""Words that count no fewer than all."""
_WHOLE = 1_000_000
"""From here on a mean is told in whole units: fractions of a rupiah say nothing."""
LISTED = 20
"""Rows that an answer lists."""


def added(draft: Draft, question: Question) -> Reply:
    """The parts of a column added up, beside the total that is printed."""
    if question.number or not (question.measures or question.things or question.column):
        return value(draft, question)
    column, reply = _one_column(draft, question)
    if reply:
        return reply
    summed, total = _summed(column)
    result = sum((cell.value for cell in summed), Decimal(0))
    lines = [
        tr("{column}: {n} baris berjumlah {result}.").format(
            column=_title(draft, column[0]), n=len(summed), result=number(result) + _unit(column)
        )
    ]
    if total is not None:
        text = (
            tr("Jumlah yang tercetak: {total}, sama.")
            if total.value == result
            else tr("Jumlah yang tercetak: {total}.")
        )
        lines.append(text.format(total=printed(total)))
    lines += disputed(draft, column)
    return Reply(
        "\n".join(lines),
        tuple(hit(draft.report, c.spot, printed(c)) for c in (*summed[:MOST], *((total,) if total else ()))),
    )


def averaged(draft: Draft, question: Question) -> Reply:
    """The arithmetic mean of a column's parts, beside the mean that is printed."""
    column, reply = _rows(draft, question) if question.kind else _one_column(draft, question)
    if reply:
        return reply
    summed = column if question.kind else _summed(column)[0]
    mean = sum((cell.value for cell in summed), Decimal(0)) / len(summed)
    if abs(mean) >= _WHOLE:
        mean = mean.quantize(Decimal(1), ROUND_HALF_UP)
    lines = [
        tr("{column}: rata-rata {n} baris {result}.").format(
            column=_title(draft, column[0]), n=len(summed), result=number(mean) + _unit(column)
        )
    ]
    for cell in column:
        if cell.row.kind is RowKind.MEAN:
            lines.append(tr("Rata-rata yang tercetak: {mean}.").format(mean=printed(cell)))
    return Reply("\n".join(lines), tuple(hit(draft.report, c.spot, printed(c)) for c in summed[:MOST]))


def share(draft: Draft, question: Question) -> Reply:
    """How much of the column's total a thing is; of an absorption or achievement, the percentage that is printed."""
    if not question.measures or any(measure.percent for measure in question.measures):
        return value(draft, question)
    if {Measure.BUDGET, Measure.REALISATION} <= set(question.measures):
        return value(draft, replace(question, measures=(Measure.ABSORPTION,)))
    tables = draft.tables_of(question)
    if tables is None:
        return no_such_table(question)
    cells = draft.chosen(question, tables)
    if question.number and not question.things:
        own = cells
    elif question.things:
        own, reply = one_thing(draft, question, cells, " ".join(question.things))
        if reply:
            return reply
    else:
        return Reply(tr("Bagian dari apa? Sebutkan program atau kegiatannya."), known=False)
    lines, hits = [], []
    for cell in own:
        column = tuple(c for c in draft.cells if (c.table, c.column) == (cell.table, cell.column) and not c.computed)
        _, total = _summed(column)
        if total is None or not total.value or cell.row.kind is RowKind.TOTAL:
            continue
        part = number((cell.value / total.value * 100).quantize(Decimal("0.01")))
        text = tr("{value} dari {total} adalah {share}% ({place})")
        lines.append(
            text.format(value=printed(cell), total=printed(total), share=part, place=place(draft.report, cell.spot))
        )
        hits.append(hit(draft.report, cell.spot, printed(cell)))
    if not lines:
        return Reply(tr("Tabelnya tidak mencetak jumlah, jadi bagiannya tidak saya hitung."), known=False)
    return Reply("\n".join([*lines, *disputed(draft, own)]), tuple(hits))


def listed(draft: Draft, question: Question) -> Reply:
    """The figure of every row of a kind."""
    column, reply = _rows(draft, question)
    if reply:
        return reply
    return _listed(draft, _title(draft, column[0]), column)


def limited(draft: Draft, question: Question) -> Reply:
    """The rows whose figure lies below or above a limit."""
    column, reply = _rows(draft, question)
    if reply:
        return reply
    limit = question.limit
    assert limit is not None
    kept = tuple(cell for cell in column if _passes(cell.value, limit, question))
    head = tr("{column}: {n} dari {all} baris {side} {limit}").format(
        column=_title(draft, column[0]),
        n=len(kept),
        all=len(column),
        side=_side(question),
        limit=plain(question.figures[0].text),
    )
    return _listed(draft, head, tuple(sorted(kept, key=lambda c: (c.value, c.row.index))))


def extreme(draft: Draft, question: Question) -> Reply:
    """The greatest or the least of a column."""
    column, reply = _rows(draft, question)
    if reply:
        return reply
    ranked = sorted(column, key=lambda c: c.value, reverse=question.greatest)
    bound = ranked[min(question.many, len(ranked)) - 1].value
    kept = tuple(c for c in ranked if (c.value >= bound if question.greatest else c.value <= bound))
    side = tr("terbesar") if question.greatest else tr("terkecil")
    return _listed(
        draft,
        tr("{column}, yang {side} dari {n} baris").format(column=_title(draft, column[0]), side=side, n=len(column)),
        kept,
    )


def counted(draft: Draft, question: Question) -> Reply:
    """How many rows of a kind a table has; each table by itself, since they need not agree."""
    tables = draft.tables_of(question)
    if tables is None:
        return no_such_table(question)
    if question.kind is None:
        return value(draft, question)
    if set(words(" ".join(question.things))) - _COUNTED_ALL and not question.within:
        text = tr("Saya hanya dapat menghitung semua {kind}, bukan yang “{which}”.")
        return Reply(text.format(kind=question.kind, which=plain(" ".join(question.things), 60)), known=False)
    rows = draft.lines(question, tables)
    lines, hits = [], []
    for table in tables:
        own = {c.entity: c for c in rows if c.table is table and c.entity}
        if own and not question.within and _any_kind(draft, table, question, set(own)):
            continue
        if own:
            first = next(iter(own.values()))
            title = plain(f"{table.title} {table.caption if table.number else ''}", 90)
            lines.append(tr("{table}: {n} {kind}").format(table=title, n=len(own), kind=question.kind))
            hits.append(hit(draft.report, Spot(table.block, first.row.index, 0), title))
    stated = [
        (s, f)
        for s in draft.report.sentences
        for f in s.figures
        if f.unit == question.kind and not question.tables and not question.within
    ]
    for sentence, figure in stated[:4]:
        lines.append(
            tr("{place} menyebut {figure}").format(
                place=place(draft.report, sentence.spot), figure=plain(f"{figure.text}")
            )
        )
        hits.append(hit(draft.report, figure.spot, sentence.text))
    if not lines:
        return Reply(tr("Tidak ada {kind} yang dapat saya hitung di tabel.").format(kind=question.kind), known=False)
    return Reply("\n".join(lines), tuple(hits))


def _any_kind(draft: Draft, table: TypedTable, question: Question, own: set[str]) -> bool:
    """Whether the rows of a table would count as another kind as well: then it does not tell them apart."""
    others = [kind for kind in get_args(Kind) if kind != question.kind]
    return any({c.entity for c in draft.lines(replace(question, kind=kind), (table,))} >= own for kind in others)


def compared(draft: Draft, question: Question) -> Reply:
    """Two figures set against each other: measures, years or things of one table, or one measure in two tables."""
    tables = draft.tables_of(question)
    if tables is None:
        return no_such_table(question)
    if len(tables) > 1 and (question.tables or question.sources) and not question.number:
        return _between_tables(draft, question)
    cells = draft.chosen(question, tables)
    if len(question.things) == 2:
        sides = []
        for phrase in question.things:
            own, reply = one_thing(draft, question, cells, phrase)
            if reply:
                return reply
            sides.append(own)
        return _difference(draft, sides[0], sides[1])
    if question.things:
        own, reply = one_thing(draft, question, cells, question.things[0])
        if reply:
            return reply
    elif question.number:
        own = outermost(cells)
    else:
        own = tuple(c for c in cells if c.row.kind is RowKind.TOTAL) or cells
    if len(question.measures) == 2:
        first, second = question.measures
        return _difference(
            draft, tuple(c for c in own if c.measure is first), tuple(c for c in own if c.measure is second)
        )
    years = question.years if len(question.years) == 2 else tuple(sorted({c.year for c in own if c.year}))
    if len(years) == 2:
        return _difference(draft, *(tuple(c for c in own if c.year == year) for year in years))
    return Reply(
        tr("Bandingkan apa dengan apa? Sebutkan dua ukuran, dua tahun, dua tabel, atau dua nama."), known=False
    )


def _difference(draft: Draft, first: Cells, second: Cells) -> Reply:
    """One pair of a table, or two figures that are alone; several unlike pairs are asked back."""
    pairs = [
        (a, b)
        for a in first
        for b in second
        if a.table is b.table and (a.row.index == b.row.index or a.entity != b.entity) and a.spot != b.spot
    ]
    if not pairs and len({c.value for c in first}) == len({c.value for c in second}) == 1:
        pairs = [(first[0], second[0])]
    if len({(a.value, b.value) for a, b in pairs}) > 1 and len({a.table.block for a, _ in pairs}) < len(pairs):
        return Reply(tr("Itu dapat berarti beberapa angka; sebutkan tabel atau barisnya."), known=False)
    if not pairs:
        return Reply(tr("Kedua angka itu tidak saya temukan berpasangan di draf."), known=False)
    lines, hits = [], []
    for a, b in pairs[:MOST]:
        lines.append(tr("{place}: {value}").format(place=place(draft.report, a.spot), value=printed(a)))
        lines.append(tr("{place}: {value}").format(place=place(draft.report, b.spot), value=printed(b)))
        lines.append("  " + _gap(a, b))
        hits += [hit(draft.report, cell.spot, printed(cell)) for cell in (a, b)]
    return Reply("\n".join([*lines, *disputed(draft, (*first, *second))]), tuple(hits))


def _gap(a: Cell, b: Cell) -> str:
    """The difference; between years which way it went, and by how many per cent."""
    gap = number(abs(a.value - b.value))
    if a.percent and b.percent:
        gap = tr("{gap} poin persen").format(gap=gap)
    if a.year and b.year and a.year != b.year and a.value != b.value:
        old, new = sorted((a, b), key=lambda cell: cell.year or 0)
        side = tr("naik {gap} dari {old} ke {new}") if new.value > old.value else tr("turun {gap} dari {old} ke {new}")
        told = tr("Selisih: {told}").format(told=side.format(gap=gap, old=old.year, new=new.year))
        if old.value > 0 and not a.percent:
            told += f" ({number((abs(new.value - old.value) / old.value * 100).quantize(Decimal('0.01')))}%)"
        return told
    return tr("Selisih: {told}").format(told=gap)


def _between_tables(draft: Draft, question: Question) -> Reply:
    """One measure in two tables, thing by thing: where they agree and where not."""
    tables = draft.tables_of(question) or ()
    cells = tuple(c for c in draft.chosen(question, tables) if c.entity)
    if question.things:
        cells, reply = one_thing(draft, question, cells, " ".join(question.things))
        if reply:
            return reply
    by_thing: dict[str, dict[int, Cell]] = {}
    for cell in cells:
        by_thing.setdefault(cell.entity, {}).setdefault(cell.table.block, cell)
    pairs = [list(sides.values())[:2] for sides in by_thing.values() if len(sides) > 1]
    if not pairs:
        return Reply(tr("Tidak ada nama yang sama di kedua tabel, jadi tidak saya bandingkan."), known=False)
    differing = [(a, b) for a, b in pairs if a.value != b.value]
    text = tr("{n} nama ada di kedua tabel; {same} angkanya sama, {other} berbeda.")
    lines = [text.format(n=len(pairs), same=len(pairs) - len(differing), other=len(differing))]
    for a, b in differing[:LISTED]:
        line = tr("{name}: {first} ({one}) dan {second} ({other}), selisih {gap}")
        lines.append(
            "  - " + line.format(
                name=plain(a.row.label, 60), first=printed(a), one=plain(a.table.title, 30), second=printed(b),
                other=plain(b.table.title, 30), gap=number(abs(a.value - b.value)),
            )
        )  # fmt: skip
    return Reply("\n".join(lines), tuple(hit(draft.report, a.spot, printed(a)) for a, _ in differing[:MOST]))


# Choosing


def _one_column(draft: Draft, question: Question) -> tuple[Cells, Reply | None]:
    """The one column that is asked for, whole; or what to reply."""
    found, reply = _columns(draft, question)
    if reply:
        return (), reply
    if len(found) > 1:
        return (), _ask_column(draft, question, found)
    return found[0], None


def _rows(draft: Draft, question: Question) -> tuple[Cells, Reply | None]:
    """The rows of the one column that is asked for: of the kind asked for, else its parts."""
    found, reply = _columns(draft, question)
    if reply:
        return (), reply
    bodies = []
    for column in found:
        body = tuple(c for c in column if c.row.kind is RowKind.PART)
        own = kindred(body, question) if question.kind else parts(body) if len(parts(body)) > 1 else body
        if len(own) > (0 if question.tables else 1):
            bodies.append(own)
    if not bodies:
        return (), Reply(tr("Baris seperti itu tidak saya temukan."), known=False)
    if len(bodies) > 1:
        same = {tuple((c.entity, c.value) for c in body) for body in bodies}
        if len(same) > 1:
            return (), _ask_column(draft, question, tuple(bodies))
    return bodies[0], None


def _columns(draft: Draft, question: Question) -> tuple[tuple[Cells, ...], Reply | None]:
    """The columns that fit: by measure, and by the words left as their headers or captions say them."""
    tables = draft.tables_of(question)
    if tables is None:
        return (), no_such_table(question)
    cells = draft.chosen(replace(question, kind=None, number="", things=()), tables)
    phrase = [word for part in question.things for word in words(part)]
    found = columns(cells)
    if phrase:
        named = tuple(c for c in found if _headed(c[0], phrase))
        captioned = tuple(c for c in found if set(phrase) <= set(words(c[0].table.caption)))
        found = named or captioned
    elif not question.measures and not question.percent:
        found = ()
    if question.tables and not columns(cells) and question.measures:
        text = tr("Tabel {table} tidak mempunyai kolom {measure}.")
        measures = ", ".join(measure_name(measure) for measure in question.measures)
        return (), Reply(text.format(table=", ".join(question.tables), measure=measures), known=False)
    if not found:
        return (), Reply(tr("Kolom itu tidak saya temukan; sebutkan tabel dan kepala kolomnya."), known=False)
    found = tuple(column for column in found if of_kind(column, question.kind)) or found
    printing = {(column[0].table.block, column[0].measure) for column in found if not column[0].computed}
    return tuple(c for c in found if not (c[0].computed and (c[0].table.block, c[0].measure) in printing)), None


def _headed(cell: Cell, phrase: list[str]) -> bool:
    return set(phrase) <= set(words(cell.column.title))


def _ask_column(draft: Draft, question: Question, found: tuple[Cells, ...]) -> Reply:
    blocks = tuple(dict.fromkeys(column[0].table.block for column in found))
    if len(blocks) > 1:
        return ask_table(draft, question, blocks)
    options = tuple(
        Option(plain(column[0].column.title, 60), f"{question.text.rstrip(' ?')} kolom {plain(column[0].column.title)}")
        for column in found[:MOST]
    )
    titles = ", ".join(f"“{option.label}”" for option in options)
    return Reply(tr("Beberapa kolom cocok: {titles}. Sebutkan kepala kolomnya.").format(titles=titles), known=False)


def _summed(column: Cells) -> tuple[Cells, Cell | None]:
    """The parts that a column's outermost total adds, with that total; without one its outermost parts."""
    table, index = column[0].table, column[0].column.index
    by_row = {cell.row.index: cell for cell in column}
    sums = [s for s in table.sums if index in s.columns]
    inner = {part for s in sums for part in s.parts}
    top: list[Sum] = [s for s in sums if s.total not in inner]
    if len(top) == 1 and (total := by_row.get(top[0].total)) is not None:
        chosen = tuple(by_row[row] for row in top[0].parts if row in by_row)
        if chosen:
            return chosen, total
    return parts(column) or column, None


def _title(draft: Draft, cell: Cell) -> str:
    name = measure_name(cell.measure) if cell.computed and cell.measure else cell.column.name
    return plain(f"{cell.table.title} › {name}", 100)


def _unit(column: Cells) -> str:
    return "%" if all(cell.percent for cell in column) else ""


def _passes(value: Decimal, limit: Decimal, question: Question) -> bool:
    if question.inclusive and value == limit:
        return True
    return value < limit if question.below else value > limit


def _side(question: Question) -> str:
    return tr("di bawah") if question.below else tr("sedikitnya") if question.inclusive else tr("di atas")


def _numbered(cell: Cell) -> str:
    number, label = cell.row.number, cell.row.label
    return f"{number} {label}" if number and not label.startswith(number) else label


def _listed(draft: Draft, head: str, cells: Cells) -> Reply:
    lines = [head + (":" if cells else ".")]
    lines += [f"  - {plain(_numbered(c), 80)}: {printed(c)} ({place(draft.report, c.spot)})" for c in cells[:LISTED]]
    if len(cells) > LISTED:
        lines.append(tr("  … dan {n} lagi").format(n=len(cells) - LISTED))
    return Reply(
        "\n".join([*lines, *disputed(draft, cells)]), tuple(hit(draft.report, c.spot, printed(c)) for c in cells[:MOST])
    )
