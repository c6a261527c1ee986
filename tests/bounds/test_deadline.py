"""What the limit on checking leaves undone is said, never passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.checking.base import Check
from reviewer.checking.deadline import Deadline
from reviewer.checking.engine import examine
from reviewer.checking.registry import checks
from reviewer.model import Notice, Problem, Report, Severity, Spot, Words
from reviewer.reading import read_text
from reviewer.reading.limits import LIMITS
from reviewer.reporting.machine import as_json
from reviewer.reporting.outcome import Outcome
from reviewer.run import Settings, examine_document, examine_file
from reviewer.understanding import understand

_DRAFT = "Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran\n1\tA\t100\n2\tB\t200\nJumlah\t\t400\n"
_ANY = Words("a", "a")


class _Slow(Check):
    """Yields problems and, after the second, lets the time run out."""

    code = "ZZZ001"
    name = "slow"
    severity = Severity.INFO
    title = docs = reason = _ANY
    messages = {"found": _ANY}
    good = bad = ()

    def __init__(self, clock: list[float]) -> None:
        self._clock = clock

    def inspect(self, report: Report) -> Iterator[Problem]:
        for number in range(5):
            self._clock[0] += number > 1
            yield Problem(Spot(0, start=number, end=number + 1))


class _Telling(_Slow):
    code = "ZZZ002"
    name = "telling"

    def inspect(self, report: Report) -> Iterator[Notice]:  # type: ignore[override]
        yield Notice(Words("hanya 300 yang dibandingkan", "only 300 were compared"))


def test_without_time_every_check_is_named_as_not_run() -> None:
    found = examine(understand(read_text(_DRAFT)), deadline=Deadline(0))
    assert found.findings == ()
    assert found.unfinished == tuple(check.code for check in checks())
    (notice,) = found.report.document.notices
    assert "TOT001" in notice.message.id and "0 detik" in notice.message.id and "0 seconds" in notice.message.en


def test_with_time_nothing_is_said() -> None:
    found = examine(understand(read_text(_DRAFT)), deadline=Deadline(60))
    assert found.unfinished == () and found.report.document.notices == ()
    assert [f.code for f in found.findings if f.stated == "400"] == ["TOT001"]


def test_a_check_is_stopped_between_what_it_yields(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("reviewer.checking.deadline.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("reviewer.checking.engine.chosen", lambda *_: (_Slow(clock), _Telling(clock)))
    found = examine(understand(read_text(_DRAFT)), deadline=Deadline(1, 0.0))
    assert len(found.findings) == 2
    assert found.unfinished == ("ZZZ001", "ZZZ002")


def test_what_a_check_leaves_out_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.checking.engine.chosen", lambda *_: (_Telling([0.0]),))
    found = examine(understand(read_text(_DRAFT)))
    assert [n.message.en for n in found.report.document.notices] == ["only 300 were compared"]


def test_the_limit_reaches_the_engine_and_the_json() -> None:
    settings = Settings(limits=replace(LIMITS, checking=1e-9))
    told = json.loads(as_json([Outcome(examine_document(read_text(_DRAFT), settings))], "id", False))
    assert "TOT001" in told["document"]["unfinished"]
    assert "checking=" in told["document"]["notices"][0]["message"]


def test_the_conversation_says_it(tmp_path: Path) -> None:
    from reviewer.reviewing import Conversation, Journal

    path = tmp_path / "draf.txt"
    path.write_text(_DRAFT, encoding="utf-8")
    examination = examine_file(path, Settings(limits=replace(LIMITS, checking=1e-9)))
    said = " ".join(m.text for m in Conversation(examination, Journal(who="Sari")).open())
    assert "--limit checking" in said
