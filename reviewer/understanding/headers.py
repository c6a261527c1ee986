"""The header of a table: how many rows it has, what each column is called, and which role that gives it."""

from __future__ import annotations

import re

from reviewer.model import Cell, Column, Role, Table
from reviewer.understanding.text import flat, plain

_YEAR = re.compile(r"\b(20[0-4]\d|199\d)\b")
_YEAR_ONLY = re.compile(
    r"^(?:tahun|th\.?|ta\.?|t\.a\.?)?\s*(?:n[-+]?\d?)?\s*\(?(?:20[0-4]\d|"
    r"199\d)\)?(?:\s*[-–/]\s*(?:20)?\d\d)?(?:\s*\(.*\))?$"
)
_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d+|\d+\s*%|^\s*-\s*$")
_ROW_NUMBER = re.compile(r"^\(?(?:\d+(?:\.\d+)*|[A-Z]|[IVX]{1,5}|[a-z])[.)]?$")
_COLUMN_NUMBER = re.compile(r"^\(?\s*(\d{1,2})\s*\)?(?:\s*[=:].*)?$")

HEADER_WORDS = re.compile(
    r"\b(?:no|nomor|kode|uraian|program|kegiatan|sasaran|indikator|target|realisasi|capaian|anggaran|pagu|alokasi|"
    r"proporsi|sisa|jumlah|"
    r"total|satuan|keterangan|tahun|persen|persentase|prosentase|keuangan|fisik|rp|jabatan|golongan|pangkat|eselon|"
    r"laki|perempuan|"
    r"triwulan|tw|bulan|kinerja|apbd|rumus|formula|formulasi|sumber|lokasi|strategi|kebijakan|tujuan|misi|visi|"
    r"penanggung jawab|"
    r"lebih|kurang|selisih|rata|nilai|bobot|kategori|predikat|volume|harga|nip|nama|ket)\b|%"
)


def header_rows(table: Table) -> int:
    """How many leading rows are header: those the format marks, and what refines a group header left at their foot."""
    rows = table.rows
    if not rows:
        return 0
    if table.header_rows is not None:
        count = min(table.header_rows, len(rows))
        while 0 < count < len(rows) - 1 and _grouping(rows[count - 1]) and _continues(rows[:count], rows[count]):
            count += 1
        return count
    if not _may_head(rows[0]):
        return 0
    count = 1
    while count < len(rows) and (_continues(rows[:count], rows[count]) or _before_first(rows, count)):
        count += 1
    return 0 if count == len(rows) and len(rows) > 1 and not _wordy(rows[0]) else count


def _grouping(row: tuple[Cell, ...]) -> bool:
    return any(cell.colspan > 1 for cell in row)


def _filled(row: tuple[Cell, ...]) -> list[tuple[int, str]]:
    return [(c, plain(cell.text)) for c, cell in enumerate(row) if cell.text.strip()]


def _may_head(row: tuple[Cell, ...]) -> bool:
    """A first row heads a table unless it carries figures or a row number."""
    filled = _filled(row)
    if not filled:
        return False
    if any(_is_amount(text) for _, text in filled):
        return False
    first_col, first = filled[0]
    numbered = (
        first_col == 0
        and bool(_ROW_NUMBER.match(first.upper() if len(first) == 1 else first))
        and not HEADER_WORDS.search(first)
    )
    if numbered:
        return False
    return len(filled) > 1 or HEADER_WORDS.search(first) is not None


def _is_amount(text: str) -> bool:
    """A figure of the body: "30.000.000", "Rp 30.000.000", not "Target 2024" or "Rp 1.000"."""
    if re.match(r"^rp\.? ?-?\d{1,3}(?:\.\d{3}){2,}", text):
        return True
    return bool(_AMOUNT.search(text)) and not _YEAR_ONLY.match(text) and not HEADER_WORDS.search(text)


def _wordy(row: tuple[Cell, ...]) -> bool:
    return any(HEADER_WORDS.search(text) for _, text in _filled(row))


def _continues(above: tuple[tuple[Cell, ...], ...], row: tuple[Cell, ...]) -> bool:
    """A further header row refines the ones above: it stands under group headers and holds no figure."""
    filled = _filled(row)
    if not filled:
        return all(cell.covered_by for cell in row) or len(above) < 3 and not _body_like(row)
    if is_column_numbers(row):
        return False
    for _, text in filled:
        if _is_amount(text):
            return False
    first_col, first = filled[0]
    if first_col == 0 and row[0].covered_by is None:
        if _ROW_NUMBER.match(row[0].text.strip()):
            return False
        if above[-1][0].text.strip():
            return False
    last = above[-1]
    under_gap = [c for c, _ in filled if not last[c].text.strip() or last[c].colspan > 1 or last[c].covered_by]
    known = [c for c, text in filled if HEADER_WORDS.search(text) or _YEAR_ONLY.match(text)]
    gaps_above = [c for c in range(len(row)) if not last[c].text.strip()]
    under_group = bool(gaps_above) and any(c in gaps_above or c + 1 in gaps_above for c, _ in filled)
    if len(filled) == 1 and first_col <= 1 and not (known and under_gap):
        return False
    if len(known) * 2 >= len(filled) and under_group:
        return True
    return (
        first_col > 0
        and under_group
        and all(c in gaps_above or c + 1 in gaps_above or last[c].colspan > 1 for c, _ in filled)
    )


def _before_first(rows: tuple[tuple[Cell, ...], ...], index: int) -> bool:
    """Short wordy cells between a header "No …" and the row numbered 1 refine the header."""
    if not re.match(r"^no\b", plain(rows[0][0].text)) or index + 1 >= len(rows) or index > 3:
        return False
    filled = _filled(rows[index])
    following = rows[index + 1][0].text.strip().rstrip(".)")
    return (
        following in ("1", "A", "a", "I", "i")
        and len(filled) >= 2
        and not rows[index][0].text.strip()
        and all(len(text) <= 20 and not re.search(r"\d", text) for _, text in filled)
    )


def _body_like(row: tuple[Cell, ...]) -> bool:
    return any(cell.text.strip() for cell in row)


def is_column_numbers(row: tuple[Cell, ...]) -> bool:
    """The row "1 2 3 4" under a header (also "(1)", "5=4/3", and with a slip such as 1 2 3 5)."""
    filled = [text for _, text in _filled(row)]
    if len(filled) < 3 or len(filled) * 2 < len(row):
        return False
    numbers = []
    for text in filled:
        match = _COLUMN_NUMBER.match(text)
        if match is None:
            return False
        numbers.append(int(match.group(1)))
    return (
        numbers[0] in (1, 2)
        and all(a < b for a, b in zip(numbers, numbers[1:], strict=False))
        and numbers[-1] <= len(row) + 3
    )


def column_paths(table: Table, count: int) -> list[tuple[str, ...]]:
    """The header texts over each column, from the top; a group header reaches over the columns it spans."""
    grid = [[flat(cell.text) for cell in row] for row in table.rows[:count]]
    for r, row in enumerate(table.rows[:count]):
        for c, cell in enumerate(row):
            if cell.covered_by is not None:
                origin = table.rows[cell.covered_by[0]][cell.covered_by[1]]
                if cell.covered_by[0] < count:
                    grid[r][c] = flat(origin.text)
    for r in range(count - 1):
        for c in range(1, table.width):
            below = any(grid[i][c] for i in range(r + 1, count))
            left_group = any(grid[i][c - 1] for i in range(r + 1, count))
            parents_alike = all(grid[i][c] == grid[i][c - 1] or not grid[i][c] for i in range(r))
            if (
                not grid[r][c]
                and below
                and left_group
                and grid[r][c - 1]
                and parents_alike
                and table.rows[r][c].covered_by is None
            ):
                grid[r][c] = grid[r][c - 1]
    paths = []
    for c in range(table.width):
        path: list[str] = []
        for r in range(count):
            text = grid[r][c]
            if text and (not path or path[-1] != text):
                path.append(text)
        paths.append(tuple(path))
    return paths


_RULES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (Role.NUMBER, r"^(?:no|nomor|no\.? ?urut|nomor urut|no\.)\.?$"),
        (
            Role.CODE,
            r"^(?:kode|kd|kode rekening|kode rek\.?|no\.? rek(?:ening)?|nomor rekening|kp|kk|kode program|"
            r"kode kegiatan)\b",
        ),
        (Role.UNIT, r"^(?:satuan|unit)$"),
        (Role.SHARE, r"proporsi|kontribusi|^% ?anggaran|% ?(?:terhadap|dari) total|persentase anggaran|^bobot"),
        (Role.REMAINDER, r"\bsisa\b|selisih|lebih ?/? ?\(?kurang|bertambah|berkurang|\bsurplus\b"),
        (
            Role.ACHIEVEMENT,
            r"capaian|pencapaian|serapan|penyerapan|kemajuan|tingkat realisasi|% ?realisasi|realisasi ?\(?%|"
            r"persentase realisasi",
        ),
        (Role.TARGET, r"\btarget\b|\brencana\b"),
        (Role.REALISATION, r"\brealisasi\b|\brealiasi\b|\brealisai\b"),
        (Role.BUDGET, r"\banggaran\b|\bpagu\b|\balokasi\b|\bapbd\b|\bdpa\b|\bdana\b|kebutuhan dana"),
        (Role.TOTAL, r"^(?:jumlah|total|jml)(?: ?\(.*\))?$|^jumlah (?:total|keseluruhan|seluruh)"),
    )
)
_PERCENT_LEAF = re.compile(r"^\(? ?(?:%|persen|persentase|prosentase|persen ?\(%\)|persentase ?\(%\)) ?\)?$")
_RATIO_LEAF = re.compile(r"(?<![\d.])\d{1,2}\)?\s*[/:]\s*\(?\d{1,2}\s*\)?\s*\)?\s*[x*×]\s*100")
"""A header that gives its formula in column numbers: "(5/4)*100"."""
_GENERIC_LEAF = re.compile(
    r"^(?:\(?rp\.?\)?|jumlah|total|nilai|keuangan|rupiah|jumlah ?\(rp\.?\)|tahun .*|ta\.? .*|(?:tahun )?(?:20\d\d|"
    r"199\d)|murni|perubahan|[ivx]+|"
    r"k|kinerja|\(.*\)|angka)$"
)
_TEXT_HEADS = re.compile(
    r"\b(?:uraian|program|kegiatan|sasaran|indikator|jabatan|golongan|pangkat|jenis|bidang|nama|tujuan|strategi|"
    r"kebijakan|"
    r"keterangan|lokasi|formula|rumus|misi|penanggung|sumber|pendidikan|jenjang|urusan|satuan kerja|unit kerja|ket)\b"
)


def role_of(path: tuple[str, ...]) -> Role | None:
    """The role that header texts give, None where they say nothing of it."""
    if not path:
        return None
    texts = [plain(t).strip(" .:*") for t in path]
    leaf = texts[-1]
    if _PERCENT_LEAF.match(leaf):
        parents = " ".join(texts[:-1])
        if re.search(r"proporsi|anggaran|pagu|alokasi", parents) and not re.search(
            r"realisasi|kinerja dan anggaran", parents
        ):
            return Role.ACHIEVEMENT if re.search(r"&|dan|/", parents) else None
        return Role.ACHIEVEMENT
    if _RATIO_LEAF.search(leaf):
        return Role.ACHIEVEMENT
    if leaf.startswith("target"):
        return Role.TARGET
    if re.match(r"^reali[sz]asi\b(?!.*(?:%|persen))", leaf):
        return Role.REALISATION
    for role, pattern in _RULES:
        if pattern.search(leaf):
            if role is Role.TOTAL and len(texts) > 1:
                break
            return role
    if _TEXT_HEADS.search(leaf) and not _GENERIC_LEAF.match(leaf):
        return Role.LABEL
    if _GENERIC_LEAF.match(leaf) or _YEAR_ONLY.match(leaf):
        for text in reversed(texts[:-1]):
            if re.match(r"^reali[sz]asi (?:capaian|kinerja)\b(?!.*(?:%|persen))", text):
                return Role.REALISATION
            for role, pattern in _RULES:
                if pattern.search(text) and role not in (Role.NUMBER, Role.CODE, Role.UNIT):
                    return role
        if re.match(r"^(?:jumlah|total)", leaf):
            return Role.TOTAL
    for text in reversed(texts[:-1]):
        for role, pattern in _RULES:
            if role in (Role.TARGET, Role.REALISATION, Role.BUDGET, Role.REMAINDER) and pattern.search(text):
                return role if leaf in ("", "rp", "fisik") and leaf != "fisik" else None
    return None


def header_year(path: tuple[str, ...]) -> int | None:
    """The single year that the headers of a column name, from the leaf up."""
    for text in reversed(path):
        years = {int(y) for y in _YEAR.findall(text)}
        if len(years) == 1:
            return years.pop()
    return None


def header_unit(path: tuple[str, ...]) -> str:
    """The unit that the headers give: "%", "Rp", or with a scale "ribu", "juta", "miliar"."""
    text = plain(" ".join(path))
    if re.search(r"ribu(?:an)? rupiah|rp\.? ?\(?(?:\.?000|ribu)|\(?dalam ribu|rp ?\.?000", text):
        return "ribu"
    if re.search(r"juta(?:an)? rupiah|rp\.? ?juta|dalam juta|juta rp", text):
        return "juta"
    if re.search(r"mil[iy]ar(?:an)? rupiah|rp\.? ?mil[iy]ar|dalam mil[iy]ar", text):
        return "miliar"
    leaf = plain(path[-1]) if path else ""
    if re.search(r"%|persen|prosen|^fisik$", leaf):
        return "%"
    if _YEAR_ONLY.match(leaf) and re.search(
        r"\(\s*(?:%|persen)\s*\)|^(?:%|persentase|prosentase)", plain(path[-2]) if path[:-1] else ""
    ):
        return "%"
    if re.search(r"\brp\b|rupiah", text):
        return "Rp"
    return ""


def columns_of(table: Table, count: int) -> tuple[Column, ...]:
    """The columns as their headers alone tell them; roles of the rest are settled by their content."""
    return tuple(
        Column(index=c, header=path, role=role_of(path) or Role.TEXT, year=header_year(path), unit=header_unit(path))
        for c, path in enumerate(column_paths(table, count))
    )
