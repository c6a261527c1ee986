"""A command line over examinations made by hand: what the engine finds is not the question here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.checking.base import Check, Example
from reviewer.cli import main
from reviewer.model import Examination, Problem, Relation, Report, Severity, Words, same
from reviewer.reading.unreadable import Unreadable
from reviewer.run import Settings
from tests.reporting import made


class TotalCheck(Check):
    code = "TOT001"
    name = "table-total"
    title = Words("Jumlah tabel", "Table total")
    docs = Words("Menjumlahkan ulang\n    bagian-bagian.\n\n    - satu\n    - dua", "Adds the parts again.")
    reason = Words("Lampiran II", "Annex II")
    messages = {"violated": same("")}
    good = (Example("a\t1\nJumlah\t1"),)
    bad = (Example("a\t[red]1\x1b[31m\nJumlah\t2", finds="2"),)

    def inspect(self, report: Report) -> Iterator[Relation | Problem]:
        return iter(())


class YearCheck(TotalCheck):
    code = "YRS001"
    name = "report-year"
    severity = Severity.WARNING
    title = Words("Tahun laporan", "Report year")


@pytest.fixture(autouse=True)
def checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.checking.registry.checks", lambda: (TotalCheck(), YearCheck()))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[Path, Settings]]:
    """What the engine was asked to examine. A draft named "rusak…" cannot be read, any other has three findings."""
    calls: list[tuple[Path, Settings]] = []

    def examine_file(path: Path, settings: Settings, stage: Callable[[str], None]) -> Examination:
        calls.append((path, settings))
        for name in ("read", "understand", "check"):
            stage(name)
        if path.name.startswith("rusak"):
            raise Unreadable(Words("berkas rusak\x1b[2J", "file is broken")).named(path)
        return made.examination(made.document(path=str(path)))

    monkeypatch.setattr("reviewer.commands.check.examine_file", examine_file)
    monkeypatch.chdir(tmp_path)
    return calls


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command line in this process: exit code, stdout, stderr."""

    def call(*words: str) -> tuple[int, str, str]:
        code = main(words)
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return call
