"""The JSON of a run is a contract with other programs."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import same
from reviewer.reporting.machine import as_json
from reviewer.reporting.outcome import Outcome
from tests.reporting import made

LOCATION = [
    "label", "line", "end_line", "column", "page", "page_label", "page_approximate", "sheet", "cell", "table", "row", "col",
]  # fmt: skip


def one(outcome: Outcome) -> dict:
    return json.loads(as_json([outcome], "id", several=False))


def test_every_key_of_the_contract_and_no_other() -> None:
    run = one(Outcome(made.examination()))
    assert list(run) == ["schema", "tool", "document", "findings", "causes"]
    assert run["schema"] == 1
    assert run["tool"]["name"] == "reviewer"
    assert run["document"] == {
        "path": "rawa-bening.txt",
        "format": "txt",
        "sha256": "ab" * 32,
        "title": "Laporan Kinerja",
        "institution": "Badan Kesatuan Bangsa",
        "year": 2020,
        "tables": 1,
        "numbers": {"total": 12, "verified": 3, "repeated": 1, "contradicted": 2, "unchecked": 6},
        "notices": [{"message": "pengodean ditebak: cp1252", "line": None, "page": None}],
        "unfinished": [],
    }
    finding = run["findings"][1]
    assert list(finding) == [
        "id", "code", "name", "family", "severity", "message", "params", "quote", "stated", "expected", "difference",
        "explanation", "location", "evidence", "group", "cause", "decision",
    ]  # fmt: skip
    assert list(finding["location"]) == LOCATION
    assert finding["location"] == {
        "label": "Tabel 3.11 › Jumlah › Pagu Anggaran", "line": 14, "end_line": 14, "column": 21, "page": None,
        "page_label": None, "page_approximate": False, "sheet": None, "cell": None, "table": "3.11", "row": 4, "col": 2,
    }  # fmt: skip
    assert [list(e) for e in finding["evidence"]] == [["location", "quote"]] * 3
    assert finding["params"] == {"column": "Pagu Anggaran"}
    assert (finding["stated"], finding["expected"]) == ("1.556.506.595", "2.033.333.100")
    assert finding["decision"] is None
    cause = run["causes"][0]
    assert list(cause) == ["id", "cells", "alternatives", "findings"]
    assert list(cause["cells"][0]) == ["location", "stated", "repair", "slip"]
    assert (finding["cause"], cause["findings"]) == (cause["id"], ["t1", "p1"])


def test_findings_stand_in_the_order_of_the_draft_whatever_order_they_came_in() -> None:
    examination = made.examination()
    turned = replace(examination, findings=tuple(reversed(examination.findings)))
    assert [f["id"] for f in one(Outcome(turned))["findings"]] == ["y1", "t1", "p1"]
    assert as_json([Outcome(turned)], "id", False) == as_json([Outcome(examination)], "id", False)


def test_the_language_chosen() -> None:
    outcome = Outcome(made.examination())
    english = json.loads(as_json([outcome], "en", several=False))
    assert english["findings"][0]["message"] == "The year 2019 in a report on 2020."
    assert one(outcome)["findings"][0]["message"] == "Tahun 2019 disebut dalam laporan tahun 2020."


def test_a_decision_is_told_in_full() -> None:
    run = one(Outcome(made.examination(), {"t1": made.decision()}))
    assert run["findings"][1]["decision"] == {
        "verdict": "bukan-kesalahan",
        "reason": "angka perubahan",
        "note": "",
        "who": "Sari",
        "when": "2026-11-21T08:00:00+07:00",
        "event": "e1",
    }


def test_several_drafts_are_runs_that_each_read_like_one() -> None:
    first, second = Outcome(made.examination()), Outcome(made.examination(made.document(path="kedua.txt")))
    both = json.loads(as_json([first, second], "id", several=True))
    assert list(both) == ["schema", "tool", "runs"]
    assert both["runs"] == [one(first), one(second)]
    assert json.loads(as_json([], "id", several=True))["runs"] == []


@given(st.text(st.characters()))
def test_any_text_of_a_draft_comes_through_and_steers_no_terminal(text: str) -> None:
    draft = made.document()
    finding = replace(made.wrong_year(draft), quote=text, message=same(text))
    data = as_json([Outcome(replace(made.examination(draft), findings=(finding,)))], "id", several=False)
    written = data.decode("utf-8")
    assert not any(c in written for c in map(chr, [*range(9), *range(11, 32), *range(0x7F, 0xA0), 0x2028, 0x202E]))
    assert json.loads(data)["findings"][0]["quote"] == text
