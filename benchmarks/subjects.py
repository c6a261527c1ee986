"""What is mutated: the clean samples, and tables of real drafts that were recomputed and found right."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.model import Document, Table

PROJECT = Path(__file__).resolve().parent.parent
# File and numbers of the tables; no numbers: all of them. What a loud finding touches before anything is changed is
# left out, so that a table with known mistakes may stand here for its right rows.
CORPUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sampang-lkjip-2020.txt", ("3.5",)),
    ("tanjab-barat-lkjip-2020.txt", ("6",)),
    ("jabar-bapusipda-renstra-2013-2018.docx", ("2.1", "2.8", "2.10")),
    ("jabar-dispusipda-renja-2017.docx", ("2.2", "2.5")),
    ("lampung-selatan-lra-2026-01.xlsx", ()),
    ("sumut-lra-2020.pdf", ()),
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A draft and the tables of it that are mutated; none named: all."""

    document: Document
    tables: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return Path(self.document.path).name


def subjects(*, samples_only: bool = False, named: str = "") -> Iterator[Subject]:
    """Every draft there is to mutate whose name holds `named`; real ones only where REVIEWER_CORPUS tells them.

    A draft without tables (report data) is no subject; one that this version cannot read is named and left out.
    """
    found = [(path, ()) for path in sorted(PROJECT.glob("samples/laporan-kinerja-bersih.*"))]
    corpus = os.environ.get("REVIEWER_CORPUS", "")
    if corpus and not samples_only:
        found += [(Path(corpus, "drafts", name), tables) for name, tables in CORPUS]
    for path, tables in found:
        if named in path.name:
            document = _read(path)
            if document is not None and any(isinstance(b, Table) for b in document.blocks):
                yield Subject(document, tables)


def _read(path: Path) -> Document | None:
    from reviewer.reading import Unreadable, read

    try:
        return read(path)
    except Unreadable as error:
        print(f"left out: {error}")
        return None
