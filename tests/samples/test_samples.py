"""The samples are what their script writes; every planted mistake is found where it stands, and the clean ones are clean."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import reviewer.samples
from reviewer.model import Document, Evidence, Examination, Finding, Paragraph, Severity
from reviewer.reading import read
from reviewer.run import examine_file
from reviewer.samples import build, mistakes
from reviewer.samples.nouns import decimal, in_words
from reviewer.samples.report import blocks

FOLDER = Path(reviewer.samples.__file__).parent
PLANTED = build.mistakes()
SLIPS = build.slips()


@cache
def examined(name: str) -> Examination:
    return examine_file(FOLDER / name)


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def named(planted: build.Planted) -> str:
    return f"{planted.mistake.code}:{planted.line}"


def places(finding: Finding) -> Iterator[Evidence]:
    """The finding's own place and those it shows as evidence."""
    yield Evidence(finding.location, finding.quote)
    yield from finding.evidence


def read_from(folder: Path, name: str, content: bytes) -> Document:
    """The document of a file as if it lay among the samples."""
    (folder / name).write_bytes(content)
    read_there = read(folder / name)
    return replace(read_there, path=str(FOLDER / name), sha256=hashlib.sha256((FOLDER / name).read_bytes()).hexdigest())


def test_the_files_in_the_folder_are_those_the_script_writes(tmp_path: Path) -> None:
    written = build.files()
    for name, content in written.items():
        kept = (FOLDER / name).read_bytes()
        if name.endswith(".xlsx"):
            # Other versions of openpyxl may write the same workbook in other bytes.
            assert read(FOLDER / name) == read_from(tmp_path, name, content), name
        elif name.endswith(".docx"):
            ours = ("word/document.xml", "word/footer1.xml", "docProps/core.xml")
            assert {p: parts(kept).get(p) for p in ours} == {p: parts(content).get(p) for p in ours}, name
        else:
            assert kept.replace(b"\r\n", b"\n") == content, f"run make samples: {name} is out of date"


def test_building_twice_gives_the_same_bytes() -> None:
    assert build.files() == build.files()


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt", "xlsx", "yaml"])
def test_a_clean_sample_yields_nothing_at_all(kind: str) -> None:
    found = examined(f"laporan-kinerja-bersih.{kind}").findings
    assert [(f.code, f.location.label.id, f.message.id) for f in found] == []


def test_there_are_mistakes_of_every_family_of_the_sample() -> None:
    families = {p.mistake.code[:3] for p in PLANTED} | {p.mistake.code[:3] for p in SLIPS}
    assert {"TOT", "PCT", "YRS", "DUP", "NUM", "CNT", "SCH"} <= families
    assert len(PLANTED) >= 15
    assert len(SLIPS) >= 15


@pytest.mark.parametrize("planted", PLANTED, ids=named)
def test_a_mistake_is_found_in_the_text(planted: build.Planted) -> None:
    found = [
        f
        for f in examined("laporan-kinerja.txt").findings
        if f.code == planted.mistake.code and any(p.location.place.line == planted.line for p in places(f))
    ]
    assert any(says(f, planted) for f in found)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("planted", PLANTED, ids=named)
def test_a_mistake_is_found_in_the_document(planted: build.Planted, kind: str) -> None:
    assert isinstance(planted.mistake, mistakes.Mistake)
    run = examined(f"laporan-kinerja.{kind}")
    lines = (FOLDER / "laporan-kinerja.txt").read_text(encoding="utf-8").split("\n")

    def there(finding: Finding) -> bool:
        for place in places(finding):
            location = place.location
            if planted.row and location.table == planted.mistake.grid and location.row == planted.row:
                return True
            block = run.report.document.blocks[location.spot.block]
            if not planted.row and isinstance(block, Paragraph) and block.text == lines[planted.line - 1]:
                return True
        return False

    assert any(f.code == planted.mistake.code and there(f) and says(f, planted) for f in run.findings)


@pytest.mark.parametrize("planted", [planted for planted in PLANTED if planted.cell], ids=named)
def test_a_mistake_is_found_in_the_workbook(planted: build.Planted) -> None:
    def there(finding: Finding) -> bool:
        return any(f"{p.location.place.sheet}!{p.location.place.cell}" == planted.cell for p in places(finding))

    found = [f for f in examined("laporan-kinerja.xlsx").findings if f.code == planted.mistake.code and there(f)]
    assert any(says(f, planted) for f in found)


@pytest.mark.parametrize("planted", SLIPS, ids=named)
def test_a_mistake_is_found_in_the_data(planted: build.Planted) -> None:
    found = [
        f
        for f in examined("laporan-kinerja.yaml").findings
        if f.code == planted.mistake.code and any(p.location.place.line == planted.line for p in places(f))
    ]
    assert any(planted.quote in (p.quote for p in places(f)) for f in found)


def says(finding: Finding, planted: build.Planted) -> bool:
    """Whether the finding names what the draft says wrongly: the figure itself, or a piece of the changed words."""
    assert isinstance(planted.mistake, mistakes.Mistake)
    quotes = [" ".join(p.quote.split()) for p in places(finding)]
    if planted.mistake.grid:
        return planted.quote in quotes
    return (
        planted.mistake.pasted
        or any(q and q in planted.quote for q in [*quotes, finding.stated])
        or finding.code == "TRB001"
    )


@pytest.mark.parametrize(
    ("name", "planted", "reach"), [("laporan-kinerja.txt", PLANTED, 1), ("laporan-kinerja.yaml", SLIPS, 3)]
)
def test_every_finding_touches_a_planted_mistake(name: str, planted: tuple[build.Planted, ...], reach: int) -> None:
    # Of a row pasted twice either may be named; in the data a row is some lines of one item.
    lines = {p.line + step for p in planted for step in range(-reach, reach + 1)}
    strays = [
        (f.code, f.location.place.line, f.message.id)
        for f in examined(name).findings
        if f.severity is not Severity.INFO and not any(p.location.place.line in lines for p in places(f))
    ]
    assert strays == []


def test_a_mistake_that_fits_nowhere_is_refused() -> None:
    for wrong in (
        mistakes.Mistake("TOT001", "", "1", "2", name="tidak-ada"),
        mistakes.Mistake("TOT001", "", "tidak tertulis", "2", name="pegawai"),
        mistakes.Mistake("TOT001", "", "1", "2", grid="1.1", row="Golongan V", column=2),
        mistakes.Mistake("TOT001", "", "1", "2", grid="1.1", row="Golongan IV", column=2),
    ):
        with pytest.raises(ValueError, match="tidak-ada|times|rows|is not"):
            mistakes.planted(blocks(), [wrong])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (100, "seratus"),
        (121, "seratus dua puluh satu"),
        (1_000, "seribu"),
        (1_945, "seribu sembilan ratus empat puluh lima"),
        (2_000_000, "dua juta"),
        (17_072_320_000, "tujuh belas miliar tujuh puluh dua juta tiga ratus dua puluh ribu"),
    ],
)
def test_numbers_in_words(value: int, words: str) -> None:
    assert in_words(value) == words


def test_decimals_are_rounded_half_up_and_written_with_a_comma() -> None:
    from decimal import Decimal

    assert decimal(Decimal("1234.565")) == "1.234,57"
    assert decimal(Decimal(-1) / 3) == "-0,33"
