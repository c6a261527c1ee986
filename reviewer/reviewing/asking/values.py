"""Figures as the draft prints them: of one thing, and the places of an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reviewer.language import tr
from reviewer.model import RowKind, Sentence, Spot, TypedTable
from reviewer.reviewing.asking.cells import Cell
from reviewer.reviewing.asking.draft import Cells, Draft, columns, outermost
from reviewer.reviewing.asking.measures import Measure, measure_name
from reviewer.reviewing.asking.question import Asked, Question
from reviewer.reviewing.asking.reply import Option, Reply, hit, place, printed
from reviewer.reviewing.asking.things import Thing, of_kind, things_named
from reviewer.reviewing.plain import plain
from reviewer.understanding.text import words

MOST = 8
"""Places that an answer names, and ways that are offered."""

_TOTAL = re.compile(r"\b(?:total|jumlah|keseluruhan|overall)", re.IGNORECASE)


def value(draft: Draft, question: Question) -> Reply:
    """The figure of a thing, or the total where no thing is named."""
    tables = draft.tables_of(question)
    if tables is None:
        return no_such_table(question)
    cells = draft.chosen(question, tables)
    if question.number and not question.things:
        return _of_number(draft, question, cells)
    if not question.things:
        return _total(draft, question, cells)
    phrase = " ".join(question.things)
    if not _TOTAL.search(question.text):
        cells = tuple(cell for cell in cells if cell.row.kind is not RowKind.TOTAL) or cells
    things = things_named(cells, phrase, question.exact)
    if question.kind and len(things) > 1:
        things = things_named(of_kind(cells, question.kind), phrase, question.exact) or things
    if len(things) > 1:
        return ask_which(question, things)
    if things:
        own = tuple(cell for cell in cells if cell.entity in things[0].entities)
        if question.kind in ("program", "kegiatan", "sub kegiatan") and not of_kind(own, question.kind):
            text = tr("Tidak ada {kind} bernama begitu. Yang ada:").format(kind=question.kind)
            return Reply(text, options=ask_which(replace(question, kind=None), things).options)
        if question.share and any(cell.money for cell in own):
            return value(draft, replace(question, measures=(Measure.ABSORPTION,), share=False))
        return told(draft, question, things[0].name, own)
    return _crossed(draft, question, tables) or _in_text(draft, question, phrase) or _unknown(draft, question, phrase)


def one_thing(draft: Draft, question: Question, cells: Cells, phrase: str) -> tuple[Cells, Reply | None]:
    """The cells of the one thing that a phrase names; or what to reply where it names none or several."""
    things = things_named(cells, phrase, question.exact)
    if not things:
        return (), _unknown(draft, question, phrase)
    if len(things) > 1:
        return (), ask_which(question, things)
    return tuple(cell for cell in cells if cell.entity in things[0].entities), None


def told(draft: Draft, question: Question, name: str, cells: Cells) -> Reply:
    """The figures of one thing with their places; equal ones once."""
    if not question.measures:
        return _row(draft, name, cells)
    lines, hits = [], []
    values: dict[tuple[Measure | None, Decimal], list[Cell]] = {}
    for cell in sorted(cells, key=lambda c: c.computed):
        values.setdefault((cell.measure, cell.value), []).append(cell)
    if len(values) > MOST:
        text = tr("“{name}” ada di {n} tempat dengan angka berbeda; sebutkan tabelnya.")
        return Reply(text.format(name=plain(name, 60), n=len(values)), known=False)
    for (measure, _), same in values.items():
        first = same[0]
        said = tr("{measure} {name}: {value}").format(
            measure=_named(measure_name(measure)) if measure else first.column.name,
            name=plain(name, 90),
            value=printed(first),
        )
        if first.computed:
            said += " " + tr("(dihitung dari pagu dan realisasi)")
        lines.append(said)
        lines += [f"  - {place(draft.report, cell.spot)}" for cell in same[:MOST]]
        hits += [hit(draft.report, cell.spot, printed(cell)) for cell in same[:MOST]]
    if len(values) > 1 and len({m for m, _ in values}) == 1:
        lines.insert(0, tr("Draf menyebut {n} angka yang berbeda:").format(n=len(values)))
    return Reply("\n".join([*lines, *disputed(draft, cells)]), tuple(hits))


def disputed(draft: Draft, cells: Cells) -> list[str]:
    """A line that names the findings which call one of these figures wrong; none where there are none."""
    numbers = draft.disputed(cell.spot for cell in cells)
    if not numbers:
        return []
    return [tr("Dipersoalkan oleh temuan {numbers}.").format(numbers=", ".join(map(str, numbers)))]


def _named(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(draft: Draft, name: str, cells: Cells) -> Reply:
    """All figures of a thing, by row: what of them is asked was not said."""
    rows: dict[tuple[int, int], list[str]] = {}
    spots: dict[tuple[int, int], Spot] = {}
    for cell in cells:
        if cell.computed:
            continue
        at = cell.table.block, cell.row.index
        rows.setdefault(at, []).append(f"{plain(cell.column.name, 40)} {printed(cell)}".strip())
        spots.setdefault(at, cell.spot)
    if len(rows) > MOST:
        return Reply(
            tr("“{name}” ada di {n} baris; sebutkan tabelnya.").format(name=plain(name, 60), n=len(rows)), known=False
        )
    lines = [plain(name, 90) + ":"]
    lines += [f"  - {place(draft.report, spots[at])}: {' · '.join(told)}" for at, told in rows.items()]
    return Reply("\n".join(lines), tuple(hit(draft.report, spot, name) for spot in spots.values()))


def _of_number(draft: Draft, question: Question, cells: Cells) -> Reply:
    """ "Program 5": the rows that carry the number."""
    cells = outermost(cells) if "." not in question.number else cells
    kind = question.kind or ""
    things: dict[str, Thing] = {}
    for cell in cells:
        known = next((t for t in things.values() if cell.entity in t.entities), None)
        if known is None and cell.entity:
            same = things_named((cell, *(other for other in cells if other.entity in things)), cell.row.label)
            known = next(
                (t for t in same if cell.entity in t.entities), Thing(cell.row.label, frozenset({cell.entity}))
            )
            things[cell.entity] = known
    if not things:
        text = tr("Saya tidak menemukan {kind} bernomor {number} dengan angka itu.")
        return Reply(text.format(kind=kind, number=question.number), known=False)
    if len(things) > 1:
        return ask_which(question, tuple(things.values()))
    thing = next(iter(things.values()))
    return told(draft, question, thing.name, tuple(c for c in cells if c.entity in thing.entities))


def _total(draft: Draft, question: Question, cells: Cells) -> Reply:
    """The totals that the draft prints of a measure; where they differ, which table is meant is asked."""
    if not question.measures:
        return _ask_measure(question, cells)
    totals = tuple(cell for cell in cells if cell.row.kind is RowKind.TOTAL)
    lone = tuple(column[0] for column in columns(cells) if len(column) == 1)
    chosen = totals or lone
    if not chosen:
        return Reply(tr("Sebutkan milik apa: program, kegiatan, indikator, atau tabelnya."), known=False)
    by_table = {cell.table.block for cell in chosen}
    if len({cell.value for cell in chosen}) > 1 and len(by_table) > 1:
        tables = tuple(dict.fromkeys(cell.table.block for cell in chosen))
        return ask_table(draft, question, tables)
    names = {cell.row.label for cell in chosen}
    return told(draft, question, next(iter(names)) if len(names) == 1 else "", chosen)


def _ask_measure(question: Question, cells: Cells) -> Reply:
    """A total of what? Offered is what the totals of the draft measure."""
    measures = dict.fromkeys(cell.measure for cell in cells if cell.measure and cell.row.kind is RowKind.TOTAL)
    tail = "".join(f" tabel {number}" for number in question.tables) + "".join(f" {year}" for year in question.years)
    options = tuple(
        Option(measure_name(measure), f"{tr('berapa')} total {measure.value}{tail}") for measure in measures
    )
    text = tr("Angka apa yang Anda maksud? Sebutkan misalnya program, kegiatan, atau tabelnya.")
    return Reply(text, options=options if len(options) > 1 else (), known=False)


def ask_which(question: Question, things: tuple[Thing, ...]) -> Reply:
    """Several things fit: which one is meant?"""
    measures = " ".join(measure_name(measure) for measure in question.measures)
    asked = question.asked if question.asked in (Asked.VALUE, Asked.SHARE) else Asked.VALUE
    opening = tr("berapa persen") if asked is Asked.SHARE else tr("berapa")
    tail = "".join(f" tabel {number}" for number in question.tables) + "".join(f" {year}" for year in question.years)
    options = tuple(
        Option(plain(thing.name, 70), " ".join(f'{opening} {measures} "{thing.name}"{tail}'.split()))
        for thing in things[:MOST]
    )
    text = tr("Ada {n} yang bernama seperti itu. Yang mana?")
    if len(things) > MOST:
        text = tr("Ada {n} yang bernama seperti itu; inilah {shown} yang pertama. Yang mana?")
    return Reply(text.format(n=len(things), shown=MOST), options=options)


def ask_table(draft: Draft, question: Question, blocks: tuple[int, ...]) -> Reply:
    """Several tables fit: which one is meant?"""
    options = []
    for block in blocks[:MOST]:
        table = draft.report.table_at(block)
        if table is not None and table.number:
            label = f"{table.title}: {table.caption}" if table.caption else table.title
            options.append(Option(plain(label, 70), f"{question.text.rstrip(' ?')} tabel {table.number}"))
    if len(options) < 2:
        return Reply(tr("Beberapa tabel memuatnya dengan angka berbeda; sebutkan milik apa."), known=False)
    return Reply(tr("Beberapa tabel memuatnya, dengan angka berbeda. Yang mana?"), options=tuple(options))


def no_such_table(question: Question) -> Reply:
    named = [f"Tabel {number}" for number in question.tables] + list(question.sources)
    return Reply(tr("Tidak ada {tables} di draf ini.").format(tables=", ".join(named)), known=False)


def _crossed(draft: Draft, question: Question, tables: Sequence[TypedTable]) -> Reply | None:
    """The cell where a row and a column meet that the words name between them: "golongan III perempuan", "target desa
    bersih triwulan 2". Every word must be in the row's name, the column's header or the caption; None unless one row fits.
    """
    wanted = {_ALIASES.get(word, word) for word in words(" ".join(question.things)) if len(word) > 1}
    wanted |= {measure.value for measure in question.measures}
    found: list[Cell] = []
    blocks = {table.block for table in tables}
    pool = tuple(c for c in draft.cells if not c.computed and c.table.block in blocks and c.row.kind is RowKind.PART)
    if question.within:
        return None
    if question.number:
        pool = tuple(c for c in of_kind(pool, question.kind) if c.row.number.rstrip(".") == question.number)
        pool = outermost(pool) if "." not in question.number else pool
    elif question.kind:
        pool = of_kind(pool, question.kind)
    for cell in pool:
        row = {_ALIASES.get(word, word) for word in words(cell.row.label)}
        if question.number:
            # The number names the row; the words are to name the column.
            row = wanted
            if not {_ALIASES.get(word, word) for word in words(" ".join(question.things))} <= set(
                words(cell.column.title)
            ):
                continue
        column = {_ALIASES.get(word, word) for word in words(cell.column.title)}
        caption = {_ALIASES.get(word, word) for word in words(cell.table.caption)}
        if wanted & row and wanted & column and wanted <= row | column | caption:
            found.append(cell)
    found = list(draft.in_years(tuple(found), question.years)) if found else []
    if question.share:
        found = [cell for cell in found if cell.percent]
    if len({(c.table.block, c.row.index) for c in found}) != 1 or len({c.column.index for c in found}) != 1:
        return None
    cell = found[0]
    said = tr("{place}: {value}").format(place=place(draft.report, cell.spot), value=printed(cell))
    return Reply("\n".join([said, *disputed(draft, (cell,))]), (hit(draft.report, cell.spot, printed(cell)),))


_ALIASES = {
    "triwulan": "tw", "quarter": "tw", "male": "laki", "men": "laki", "female": "perempuan", "women": "perempuan",
}  # fmt: skip


def _in_text(draft: Draft, question: Question, phrase: str) -> Reply | None:
    """Sentences that hold every word asked for and a figure, quoted; None where there are none or too many."""
    wanted = set(words(phrase)) | {measure.value for measure in question.measures}
    years = {str(year) for year in question.years}
    found: list[Sentence] = []
    for sentence in draft.report.sentences:
        own = set(words(sentence.text))
        if sentence.figures and wanted <= own and years <= own:
            found.append(sentence)
    if not found or len(found) > 3:
        return None
    lines = [tr("Di tabel tidak ada, tetapi draf menulis:")]
    lines += [f"  - {place(draft.report, s.spot)}: “{plain(s.text, 240)}”" for s in found]
    return Reply("\n".join(lines), tuple(hit(draft.report, s.spot, s.text) for s in found))


def _unknown(draft: Draft, question: Question, phrase: str) -> Reply:
    """The draft does not tell; why, as far as it is known."""
    tables = draft.tables_of(question) or ()
    anything = things_named(draft.chosen(replace(question, measures=(), years=()), tables), phrase, question.exact)
    if (
        anything
        and question.years
        and things_named(draft.chosen(replace(question, years=()), tables), phrase, question.exact)
    ):
        text = tr("Untuk “{name}” draf tidak memuat {measure} tahun {year}.")
        years = ", ".join(map(str, question.years))
        return Reply(
            text.format(name=plain(anything[0].name, 60), measure=_measured(question), year=years), known=False
        )
    if anything and question.measures:
        text = tr("“{name}” ada di draf, tetapi tanpa {measure}.")
        return Reply(text.format(name=plain(anything[0].name, 60), measure=_measured(question)), known=False)
    return Reply(tr("Tidak tahu: “{name}” tidak saya temukan di tabel.").format(name=plain(phrase, 60)), known=False)


def _measured(question: Question) -> str:
    return ", ".join(measure_name(measure) for measure in question.measures) or tr("angka")
