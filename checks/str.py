"""STR: numbering of chapters, captions and rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Caption,
    Heading,
    Paragraph,
    Problem,
    Report,
    Role,
    RowKind,
    Severity,
    Spot,
    Table,
    TypedTable,
    Words,
)

_REASON = Words(
    "Penomoran yang urut membuat pembaca dan daftar isi menemukan bab dan tabel yang dirujuk.",
    "Numbering in order lets readers and the table of contents find the chapters and tables referred to.",
)


def _whole(report: Report, block: int) -> Spot:
    held = report.document.blocks[block]
    return Spot(block, start=0, end=len(held.text) if isinstance(held, Paragraph) else 0)


class CaptionNumbers(Check):
    """Table numbers run without doubles and gaps."""

    code = "STR001"
    name = "caption-numbers"
    severity = Severity.WARNING
    title = Words("Nomor tabel ganda atau terlompati", "A table number twice or skipped")
    reason = _REASON
    docs = Words(
        "Nomor tabel dalam satu bab (3.1, 3.2 …) atau di seluruh naskah (1, 2 …) tidak boleh berdiri di atas dua "
        "tabel dan tidak boleh terlompati. Judul yang sama pada lanjutan tabel dibiarkan.",
        "Table numbers within a chapter (3.1, 3.2 …) or over the draft (1, 2 …) must not stand over two tables nor "
        "be skipped. The same caption over the continuation of a table is left alone.",
    )
    messages = {
        "double": Words(
            "Nomor Tabel {stated} dipakai dua kali: “{first}” dan “{second}”.",
            "The number Tabel {stated} is used twice: “{first}” and “{second}”.",
        ),
        "gap": Words(
            "Setelah Tabel {before} langsung Tabel {stated}: Tabel {expected} tidak ada.",
            "Tabel {stated} follows Tabel {before} directly: there is no Tabel {expected}.",
        ),
        "start": Words(
            "Penomoran tabel bab ini mulai dari {stated}: Tabel {expected} tidak ada.",
            "The tables of this chapter begin at {stated}: there is no Tabel {expected}.",
        ),
    }
    good = (
        Example("Tabel 3.1\nPertama\n\nNo\tUraian\tNilai\n1\tA\t2\n\nTabel 3.2\nKedua\n\nNo\tUraian\tNilai\n1\tB\t3\n"),
        Example("Tabel 1\nPertama\n\nNo\tUraian\tNilai\n1\tA\t2\n\nTabel 2\nKedua\n\nNo\tUraian\tNilai\n1\tB\t3\n"),
    )
    bad = (
        Example(
            "Tabel 3.1\nPertama\n\nNo\tUraian\tNilai\n1\tA\t2\n\nTabel 3.1\nKedua\n\nNo\tUraian\tNilai\n1\tB\t3\n",
            "3.1",
        ),
        Example(
            "Tabel 3.1\nPertama\n\nNo\tUraian\tNilai\n1\tA\t2\n\nTabel 3.3\nKetiga\n\nNo\tUraian\tNilai\n1\tB\t3\n",
            "3.3",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        series: dict[str, list[Caption]] = defaultdict(list)
        for caption in report.captions:
            if caption.kind == "table" and re.fullmatch(r"\d+(?:\.\d+)?", caption.number):
                series[caption.number.rpartition(".")[0]].append(caption)
        for chapter, captions in series.items():
            yield from self._doubles(report, captions)
            yield from self._gaps(report, chapter, captions)

    def _doubles(self, report: Report, captions: list[Caption]) -> Iterator[Problem]:
        seen: dict[str, Caption] = {}
        for caption in captions:
            first = seen.setdefault(caption.number, caption)
            if first is caption or _alike(first.title, caption.title) or caption.table is None:
                continue
            yield Problem(
                _whole(report, caption.block),
                "double",
                stated=caption.number,
                params=(("first", first.title[:70]), ("second", caption.title[:70])),
                evidence=(_whole(report, first.block),),
                content=(caption.number, first.title, caption.title),
            )

    def _gaps(self, report: Report, chapter: str, captions: list[Caption]) -> Iterator[Problem]:
        prefix = f"{chapter}." if chapter else ""
        before: int | None = None
        for caption in captions:
            number = int(caption.number.rpartition(".")[2])
            if before is None:
                if number == 2 and len(captions) > 1:
                    yield self._gap(report, caption, "start", prefix, 1, number)
            elif number == before + 2:
                yield self._gap(report, caption, "gap", prefix, before, number)
            before = max(number, before or 0)

    def _gap(self, report: Report, caption: Caption, message: str, prefix: str, before: int, number: int) -> Problem:
        missing = f"{prefix}{number - 1}"
        return Problem(
            _whole(report, caption.block),
            message,
            stated=caption.number,
            expected=missing,
            params=(("before", f"{prefix}{before}"),),
            content=(missing,),
        )


def _alike(a: str, b: str) -> bool:
    letters = [re.sub(r"[^a-z]+", "", t.lower().replace("lanjutan", "")) for t in (a, b)]
    return not letters[1] or letters[0].startswith(letters[1][:40]) or letters[1].startswith(letters[0][:40] or "?")


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


class ChapterNumbers(Check):
    """Chapters run I, II, III, IV."""

    code = "STR002"
    name = "chapter-numbers"
    title = Words("Nomor bab ganda atau terlompati", "A chapter number twice or skipped")
    reason = _REASON
    docs = Words(
        "Nomor bab dalam batang tubuh harus urut: dua bab bernomor sama atau bab yang terlompati dilaporkan.",
        "Chapter numbers in the body must run in order: two chapters of one number, or a skipped one, are reported.",
    )
    messages = {
        "double": Words(
            "{stated} dipakai dua kali; “{second}” semestinya {expected}.",
            "{stated} is used twice; “{second}” should be {expected}.",
        ),
        "gap": Words(
            "{stated} menyusul {before}: {expected} tidak ada.", "{stated} follows {before}: there is no {expected}."
        ),
    }
    good = (Example("BAB I\nPENDAHULUAN\n\nTeks.\n\nBAB II\nPERENCANAAN\n\nTeks.\n\nBAB III\nPENUTUP\n\nTeks.\n"),)
    bad = (
        Example("BAB I\nPENDAHULUAN\n\nTeks.\n\nBAB II\nPERENCANAAN\n\nTeks.\n\nBAB II\nPENUTUP\n\nTeks.\n", "BAB II"),
        Example("BAB I\nPENDAHULUAN\n\nTeks.\n\nBAB III\nPENUTUP\n\nTeks.\n", "BAB III"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        before: tuple[int, str] | None = None
        for heading in report.outline:
            if not heading.number.startswith("BAB "):
                continue
            name = heading.number.removeprefix("BAB ")
            number = _ROMAN.get(name) or (int(name) if name.isdigit() else None)
            if number is None:
                continue
            if before is not None and number == before[0] and _letters(heading.title) != _letters(before[1]):
                yield self._problem(
                    report, heading.block, "double", heading.number, heading.title, _chapter(number + 1, name), ""
                )
                number += 1
            elif before is not None and number == before[0] + 2:
                yield self._problem(
                    report,
                    heading.block,
                    "gap",
                    heading.number,
                    heading.title,
                    _chapter(number - 1, name),
                    _chapter(before[0], name),
                )
            before = (number, heading.title)

    def _problem(
        self, report: Report, block: int, message: str, stated: str, title: str, expected: str, before: str
    ) -> Problem:
        return Problem(
            _whole(report, block),
            message,
            stated=stated,
            expected=expected,
            params=(("second", title), ("before", before)),
            content=(stated, title),
        )


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]+", "", text.lower())


def _chapter(number: int, like: str) -> str:
    roman = {n: r for r, n in _ROMAN.items()}
    return f"BAB {number if like.isdigit() else roman.get(number, number)}"


class RowNumbers(Check):
    """Row numbers of a table run 1, 2, 3."""

    code = "STR003"
    name = "row-numbers"
    severity = Severity.WARNING
    title = Words("Nomor baris atau kolom ganda atau terlompati", "A row or column number twice or skipped")
    reason = _REASON
    docs = Words(
        "Nomor urut baris pada satu tingkat (1, 2, 3 …) yang muncul dua kali atau terlompati satu, bila selebihnya "
        "urut. Begitu pula butir daftar yang nomornya diketik: satu nomor tertulis dua kali dan nomor di sebelahnya tidak "
        "ada (4, 6, 6, 7). Baris nomor kolom (1 2 3 4) yang terlompati hanya info. Kode kegiatan dan tabel yang "
        "nomornya tidak urut sejak awal dibiarkan.",
        "Row numbers of one level (1, 2, 3 …) that occur twice or skip one where the rest is in order. Also the typed numbers "
        "of a list's items: one is written twice and the one beside it is missing (4, 6, 6, 7). A skipped "
        "number in the row that numbers the columns is only an info. Codes of kegiatan "
        "and tables whose numbers are out of order from the start are left alone.",
    )
    messages = {
        "double": Words(
            "Nomor {stated} muncul dua kali; “{row}” semestinya bernomor {expected}.",
            "Number {stated} occurs twice; “{row}” should be {expected}.",
        ),
        "gap": Words(
            "Nomor melompat dari {before} ke {stated} pada “{row}”.",
            "Numbers jump from {before} to {stated} at “{row}”.",
        ),
        "columns": Words(
            "Nomor kolom melompat: tertulis {stated}, seharusnya {expected}.",
            "Column numbers jump: {stated} is written, it should be {expected}.",
        ),
    }
    good = (
        Example(
            "Dasar penyusunan:\n\n1) Undang-undang;\n2) Peraturan pemerintah;\n3) Peraturan presiden;\n"
            "4) Peraturan menteri;\n5) Peraturan bupati.\n"
        ),
        Example(
            "Tabel 1 Pegawai\n\nNo\tJabatan\tJumlah\n1\tKepala\t1\n2\tSekretaris\t1\n3\tStaf\t5\n4\tPengemudi\t1\n"
        ),
        Example(
            "Tabel 1 Pegawai\n\nNo\tJabatan\tJumlah\n1.\tKepala\t1\n2.\tSekretaris\t1\n3.\tStaf\t5\n4. 2\tPengemudi\t1\n"
            "5.\tPenjaga\t1\n6.\tJuru\t1\n"
        ),
    )
    bad = (
        Example(
            "Dasar penyusunan laporan ini adalah:\n\n1) Undang-undang;\n2) Peraturan pemerintah;\n4) Peraturan presiden;\n"
            "4) Peraturan menteri;\n5) Peraturan bupati.\n",
            "4",
        ),
        Example(
            "Tabel 1 Pegawai\n\nNo\tJabatan\tJumlah\n1\tKepala\t1\n2\tSekretaris\t1\n3\tStaf\t5\n3\tPengemudi\t1\n"
            "4\tPenjaga\t1\n",
            "3",
        ),
    )

    def _items(self, report: Report) -> Iterator[Problem]:
        """Typed items 1, 2, 3 … of which a single one bears its neighbour's number."""
        for found in report.lists:
            numbers = [item.number for item in found.items]
            odd = [i for i, number in enumerate(numbers) if number != str(i + 1)]
            if len(numbers) < 5 or len(odd) != 1 or numbers[odd[0]] not in (str(odd[0]), str(odd[0] + 2)):
                continue
            if odd[0] in (0, len(numbers) - 1):
                continue
            item, right = found.items[odd[0]], str(odd[0] + 1)
            held = report.document.blocks[item.block]
            typed = re.match(rf"\s*(?P<number>{item.number})[.)]", held.text) if isinstance(held, Paragraph) else None
            if typed is None:
                continue
            yield Problem(
                Spot(item.block, start=typed.start("number"), end=typed.end("number")),
                "double",
                stated=item.number,
                expected=right,
                params=(("row", _short(item.text)),),
                content=(item.number, str(odd[0])),
            )

    def inspect(self, report: Report) -> Iterator[Problem]:
        yield from self._items(report)
        for table in report.tables:
            columns = [c.index for c in table.columns if c.role is Role.NUMBER]
            if columns and columns[0] == 0:
                runs: dict[int | None, list[tuple[int, int, str]]] = defaultdict(list)
                for row in table.rows:
                    cell = table.table.rows[row.index][columns[0]].text.strip().rstrip(".)")
                    if row.kind in (RowKind.PART, RowKind.GROUP) and cell.isdigit() and len(cell) < 3:
                        runs[row.parent].append((int(cell), row.index, row.label))
                for run in runs.values():
                    yield from self._run(table, columns[0], run)
            for row in table.rows:
                if row.kind is RowKind.NUMBERS:
                    yield from self._columns(report, table.block, row.index)

    def _run(self, table: TypedTable, col: int, run: list[tuple[int, int, str]]) -> Iterator[Problem]:
        numbers = [n for n, _, _ in run]
        steps = [b - a for a, b in zip(numbers, numbers[1:], strict=False)]
        odd = [i for i, step in enumerate(steps) if step != 1]
        if len(run) < 4 or numbers[0] != 1 or len(odd) != 1:
            return
        i = odd[0]
        number, row, _ = run[i + 1]
        spot = Spot(table.block, row, col, 0, len(str(number)))
        between = [table.table.rows[r][col].text for r in range(run[i][1] + 1, row)]
        if steps[i] == 0:
            yield Problem(spot, "double", stated=str(number), expected=str(number + 1), content=(str(number), str(i)))
        elif steps[i] == 2 and not any(re.match(rf"\s*{number - 1}\b", text) for text in between):  # "4. 2" is there
            yield Problem(
                spot,
                "gap",
                stated=str(number),
                expected=str(number - 1),
                params=(("before", str(numbers[i])),),
                content=(str(number), str(i)),
            )

    def _columns(self, report: Report, block: int, row: int) -> Iterator[Problem]:
        table = report.table_at(block)
        cells = table.table.rows[row] if table else ()
        before = 0
        for c, cell in enumerate(cells):
            match = re.search(r"\d+", cell.text)
            if match is None:
                continue
            number = int(match.group())
            if before and number == before + 2:
                spot = Spot(block, row, c, match.start(), match.end())
                yield Problem(spot, "columns", stated=str(number), expected=str(before + 1), severity=Severity.INFO)
            before = number


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + "…"


class ContentsEntries(Check):
    """The sections of a chapter and its entries in the table of contents agree."""

    code = "STR004"
    name = "contents-entries"
    severity = Severity.WARNING
    title = Words("Subbab tidak tercantum dalam daftar isi", "A section is missing from the table of contents")
    reason = _REASON
    docs = Words(
        "Bila daftar isi memuat subbab sebuah bab, subbab berhuruf (A, B, C …) dalam batang tubuh yang judulnya "
        "tidak ada "
        "dalam daftar isi, sedangkan saudara-saudaranya ada, dilaporkan.",
        "Where the contents list the sections of a chapter, a lettered section (A, B, C …) of the body whose title "
        "is not "
        "in the contents, while its siblings are, is reported.",
    )
    messages = {
        "found": Words(
            "Subbab “{stated}” tidak ada dalam daftar isi, padahal subbab lain ({siblings}) ada.",
            "The section “{stated}” is not in the contents, while others ({siblings}) are.",
        ),
    }
    _CONTENTS = (
        "DAFTAR ISI\n\nBAB I PENDAHULUAN\t1\nA. Latar Belakang\t1\nB. Maksud dan Tujuan\t2\nC. Sumber Daya\t3\n"
        "BAB II PENUTUP\t5\n\nKATA PENGANTAR\n\nTeks pengantar yang cukup panjang untuk sebuah paragraf biasa.\n\n"
        "BAB I\nPENDAHULUAN\n\nA. Latar Belakang\n\nTeks.\n\nB. Maksud dan Tujuan\n\nTeks.\n\nC. Sumber Daya\n\n"
        "Teks.\n\n"
    )
    good = (Example(_CONTENTS + "BAB II\nPENUTUP\n\nTeks.\n"),)
    bad = (Example(_CONTENTS + "D. Peta Proses Bisnis\n\nTeks.\n\nBAB II\nPENUTUP\n\nTeks.\n", "Peta Proses Bisnis"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        listed = [entry for text in _contents_lines(report) if (entry := _words(_entry(text)))]
        if len(listed) < 6:
            return
        run: list[Heading] = []
        for heading in [*report.outline, None]:
            lettered = heading is not None and heading.level == 2 and re.fullmatch("[A-Z]", heading.number) is not None
            if heading is not None and lettered and (not run or ord(heading.number) == ord(run[-1].number) + 1):
                run.append(heading)
                continue
            if heading is not None and heading.level > 2:
                continue
            yield from self._run(report, run, listed)
            run = [heading] if heading is not None and lettered else []

    def _run(self, report: Report, run: list[Heading], listed: list[list[str]]) -> Iterator[Problem]:
        known = [h for h in run if _listed(_words(h.title), listed)]
        if len(known) < 2 or len(known) * 2 <= len(run):
            return
        for heading in run:
            if heading not in known:
                yield Problem(
                    _whole(report, heading.block),
                    stated=f"{heading.number}. {heading.title}",
                    params=(("siblings", ", ".join(h.number for h in known)),),
                )


def _entry(text: str) -> str:
    """A line of the contents without its number and page."""
    text = re.sub(r"[\s.…·_]*\t?\s*(?:\d{1,3}|[ivxlc]{1,6})?\s*$", "", text)
    return re.sub(r"^\s*(?:bab\s+[ivxlc\d]+|[A-Z]|[a-z]|\d+(?:\.\d+)*)[.)]?\s+", "", text, flags=re.IGNORECASE)


def _contents_lines(report: Report) -> Iterator[str]:
    for block in report.contents:
        held = report.document.blocks[block]
        if isinstance(held, Paragraph):
            yield held.text
        else:
            yield from (" ".join(cell.text for cell in row) for row in held.rows)


def _words(text: str) -> list[str]:
    return [w for w in re.findall(r"[a-z]+", text.lower()) if w not in ("dan", "di", "pada", "tahun", "yang")]


def _listed(title: list[str], listed: list[list[str]]) -> bool:
    """Whether the contents have the title, cut, extended or slightly otherwise worded."""
    for entry in listed:
        shared = [w for w in entry if w in title]
        if len(shared) * 2 >= min(len(entry), len(title)) and (len(shared) > 1 or len(entry) == 1 or len(title) == 1):
            return True
    return False


class LabelSequence(Check):
    """Misi I, II, III: labels of one word run in order."""

    code = "STR005"
    name = "label-sequence"
    title = Words("Urutan misi, tujuan atau sasaran melompat", "Missions, aims or sasaran skip a number")
    reason = _REASON
    docs = Words(
        "Label berurut seperti “Misi Ke I”, “Misi Ke II” atau “Sasaran 1”, “Sasaran 2” yang mulai dari satu, muncul "
        "tiga kali atau lebih dan melompati satu nomor. Yang disebut ulang atau tidak mulai dari satu dibiarkan.",
        "Numbered labels such as “Misi Ke I”, “Misi Ke II” or “Sasaran 1”, “Sasaran 2” that begin at one, occur three "
        "times or more and skip a number. Labels mentioned again or not beginning at one are left alone.",
    )
    messages = {
        "found": Words(
            "Setelah {word} {before} langsung {word} {stated}: {word} {expected} tidak ada.",
            "{word} {stated} follows {word} {before}: there is no {word} {expected}.",
        ),
    }
    good = (Example("Misi I : Tertib\n\nTeks.\n\nMisi II : Aman\n\nTeks.\n\nMisi III : Damai\n\nTeks.\n"),)
    bad = (
        Example(
            "Misi I : Tertib\n\nTeks.\n\nMisi II : Aman\n\nTeks.\n\nMisi IV : Damai\n\nTeks.\n\nMisi V : Adil\n", "IV"
        ),
    )
    _LABEL = re.compile(
        r"^\W*(?P<word>misi|tujuan|sasaran(?: strategis)?)\s+(?:ke)?[\s.\-]*(?P<number>[IVX]+|\d{1,2})\b\s*[.:)]",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        series: dict[str, list[tuple[int, str, Spot]]] = defaultdict(list)
        for block, held in enumerate(report.document.blocks):
            if block in report.contents:
                continue
            texts = [(Spot(block), held.text)] if isinstance(held, Paragraph) else []
            if isinstance(held, Table):
                texts = [(Spot(block, r, c), cell.text) for r, c, cell in held.cells() if cell.text]
            for spot, text in texts:
                match = self._LABEL.match(text)
                if match is None:
                    continue
                written = match["number"]
                number = _ROMAN.get(written.upper()) or (int(written) if written.isdigit() else None)
                if number is not None:
                    place = Spot(block, spot.row, spot.col, match.start("number"), match.end("number"))
                    series[f"{match['word'].lower()}{'i' if not written.isdigit() else '1'}"].append(
                        (number, written, place)
                    )
        for name, found in series.items():
            yield from self._series(name[:-1].capitalize(), found)

    def _series(self, word: str, found: list[tuple[int, str, Spot]]) -> Iterator[Problem]:
        numbers = [n for n, _, _ in found]
        if len(found) < 3 or numbers[0] != 1 or numbers != sorted(set(numbers)):
            return
        for (a, _, _), (b, written, spot) in zip(found, found[1:], strict=False):
            if b == a + 2:
                roman = {n: r for r, n in _ROMAN.items()}
                shown = [roman[n] if not written.isdigit() else str(n) for n in (a, a + 1)]
                yield Problem(
                    spot,
                    stated=written,
                    expected=shown[1],
                    params=(("word", word), ("before", shown[0])),
                    content=(word, written),
                )
