"""The formats that other programs read: valid, the same bytes every time, harmless whatever a draft says."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from lxml import etree

from reviewer import language
from reviewer.model import Document, Place, Severity, Verdict, Words, same
from reviewer.reporting.formats import FORMATS, written
from reviewer.reporting.markup import escaped
from reviewer.reporting.outcome import Absent, Failure, Outcome, Run, Seen
from reviewer.reporting.spreadsheet import safe_cell
from tests.reporting import made

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")))
JUNIT = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "::error file=x::pwned\n::set-output name=a::b%0A",
    "]]><script>alert(1)</script><!-- &amp;",
    "[click](http://evil.example) {0} {{1}} @pengguna www.evil.example",
    "| a | b |\n```\n# h\n- x\n1. y\n$x^2$ ~~s~~",
    "\x00\x07\x1b[31mred\x1b[0m\u202e\ud800\ufffe",
    "-1+2",
    "\t=1",
]
MACHINE = [name for name in FORMATS if name not in ("text", "json")]


def full(text: str = "") -> Run:
    """Every kind of thing there is to tell; `text` stands wherever a draft or a person may write."""
    draft = made.document(sentence=f"Tahun Anggaran 2019 {text}", label=text or "Jumlah", path="folder/a b.txt")
    changed = replace(
        made.wrong_share(draft), id="p2", quote=text or "92,46", message=same(text or "x"), stated=text, expected=text
    )
    elsewhere = replace(
        made.wrong_year(draft),
        id="y2",
        location=replace(
            made.wrong_year(draft).location,
            label=same(text or "BAB"),
            place=Place(page=7, page_label="iv", rough=True, sheet=text or None),
        ),
    )
    outcome = Outcome(
        made.examination(draft, changed, elsewhere),
        {"t1": made.decision(reason=text or "angka perubahan", who=text or "Sari"), "y1": made.decision(Verdict.NOTED)},
        {"p1": (made.decision(who="Budi", reason=text or "keliru"),)},
        {"t1": Seen.UNCHANGED, "y1": Seen.UNCHANGED, "p1": Seen.UPDATED},
        (Absent("g1", "TOT001", text or "Tabel 9", text or "Tidak sama."),),
    )
    failure = Failure("rusak.docx", Words(f"rusak.docx: berkas rusak {text}", f"rusak.docx: broken {text}"))
    return Run((outcome,), (failure,), several=True, threshold=Severity.WARNING, show_suppressed=True)


@pytest.fixture(params=["id", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    language.choose(request.param)
    yield request.param
    language.choose("id")


@pytest.mark.parametrize("name", MACHINE)
@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_the_same_run_is_the_same_bytes_in_utf_8(spoken: str, name: str, text: str) -> None:
    data = written(full(text), name)
    assert data == written(full(text), name)
    shown = data.decode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e\u2028]", shown)


def sarif(run: Run) -> dict[str, Any]:
    log = json.loads(written(run, "sarif"))
    assert [e.message for e in SARIF.iter_errors(log)] == []
    result: dict[str, Any] = log["runs"][0]
    return result


@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_sarif_is_valid(spoken: str, text: str) -> None:
    sarif(full(text))


def test_sarif_is_judged_by_a_schema_that_can_fail() -> None:
    log = json.loads(written(full(), "sarif"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not SARIF.is_valid(log)


def test_sarif_tells_places_suppressions_and_the_baseline() -> None:
    run = sarif(full())
    results = {r["partialFingerprints"]["reviewerFinding/v1"]: r for r in run["results"]}
    assert list(results) == ["y1", "y2", "t1", "p1", "p2", "g1"]
    total = results["t1"]
    assert total["level"] == "error"
    assert total["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "folder/a%20b.txt", "index": 0},
        "region": {
            "startLine": 14, "startColumn": 21, "endColumn": 34, "snippet": {"text": "1.556.506.595"},
        },
    }  # fmt: skip
    assert [s["status"] for s in total["suppressions"]] == ["accepted"]
    assert "Sari" in total["suppressions"][0]["justification"]
    assert [s["status"] for s in results["p1"]["suppressions"]] == ["underReview"]
    assert results["y1"]["suppressions"] == []
    assert [r["baselineState"] for r in results.values()] == [
        "unchanged", "new", "unchanged", "updated", "new", "absent",
    ]  # fmt: skip
    page = results["y2"]["locations"][0]
    assert "region" not in page["physicalLocation"]
    assert page["logicalLocations"] == [{"fullyQualifiedName": "BAB"}]
    assert page["properties"] == {"page": 7, "pageLabel": "iv", "pageApproximate": True}
    assert run["tool"]["driver"]["rules"][total["ruleIndex"]]["id"] == "TOT001"
    assert "```" in run["tool"]["driver"]["rules"][total["ruleIndex"]]["help"]["markdown"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert len(total["relatedLocations"]) == 3


def test_sarif_identity_is_that_of_the_finding_and_stays_when_lines_move() -> None:
    moved = made.examination()
    lower = replace(moved.findings[1], location=replace(moved.findings[1].location, place=Place(line=99, column=3)))
    before = sarif(Run((Outcome(moved),)))["results"][1]
    after = sarif(Run((Outcome(replace(moved, findings=(lower,))),)))["results"][0]
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert before["locations"] != after["locations"]


def test_sarif_messages_hold_no_link_and_no_argument() -> None:
    results = sarif(full(HOSTILE[3]))["results"]
    told = next(r for r in results if r["partialFingerprints"]["reviewerFinding/v1"] == "p2")["message"]["text"]
    assert not re.search(r"(?<!\\)\[", told)
    assert not re.search(r"(?<!\{)\{\d", told)


@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_junit_is_valid(spoken: str, text: str) -> None:
    JUNIT.assertValid(etree.fromstring(written(full(text), "junit")))


def test_junit_counts_what_fails_what_is_skipped_and_what_cannot_be_read() -> None:
    root = etree.fromstring(written(full(), "junit"))
    draft, broken = root.findall("testsuite")
    assert dict(draft.attrib) == {
        "name": "folder/a b.txt", "tests": "5", "failures": "2", "errors": "0", "skipped": "1",
    }  # fmt: skip
    assert len(draft.findall("testcase/failure")) == 2
    assert "Sari" in draft.find("testcase/skipped").get("message")  # type: ignore[union-attr, operator]
    assert (broken.get("errors"), len(broken.findall("testcase/error"))) == ("1", 1)
    clean = replace(made.examination(), findings=(), causes=())
    assert b'tests="1" failures="0"' in written(Run((Outcome(clean),)), "junit")


@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_github_is_one_command_a_line(text: str) -> None:
    lines = written(full(text), "github").decode("utf-8").splitlines()
    assert len(lines) == 5
    for line in lines:
        assert re.fullmatch(r"::(error|warning|notice) file=[^:\n]*,title=[^:,\n]*::[^\n]*", line), line


def test_github_says_where() -> None:
    lines = written(Run((Outcome(made.examination()),)), "github").decode("utf-8").splitlines()
    assert lines[1].startswith("::error file=rawa-bening.txt,line=14,col=21,title=TOT001 Tabel 3.11 ›")
    assert "%0Aseharusnya: 2.033.333.100 (selisih 476.826.505)%0A" in lines[1]
    assert lines[0].startswith("::notice ")


def test_gitlab_has_what_gitlab_asks_for_and_fingerprints_apart() -> None:
    issues = json.loads(written(full(), "gitlab"))
    assert len(issues) == 5 == len({issue["fingerprint"] for issue in issues})
    for issue in issues:
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
    assert issues[-1]["severity"] == "blocker"
    assert issues[0]["location"] == {"path": "folder/a b.txt", "lines": {"begin": 5}}


def rows(run: Run) -> list[list[str]]:
    text = written(run, "csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_no_cell_of_the_csv_begins_a_formula(text: str) -> None:
    found = rows(full(text))
    assert len(found) == 6 and {len(row) for row in found} == {24}
    for cell in (cell for row in found for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or re.fullmatch(r"[+-]\d[\d.,]*%?", cell), cell


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"), ("+62", "+62"), ("-5", "-5"), ("-1.234.567,89", "-1.234.567,89"), ("-2,5%", "-2,5%"),
        ("-1+2", "'-1+2"), ("- butir", "'- butir"), ("-=1", "'-=1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"), (" =1", "' =1"), ("＝1", "'＝1"), ("1.000", "1.000"), ("Jumlah", "Jumlah"), ("", ""),
    ],
)  # fmt: skip
def test_formula_starters_are_disarmed_and_numbers_stay(cell: str, safe: str) -> None:
    assert safe_cell(cell) == safe


def test_csv_leaves_out_what_is_suppressed_unless_asked() -> None:
    run = full()
    assert "TOT001" in [row[2] for row in rows(run)]
    assert "TOT001" not in [row[2] for row in rows(replace(run, show_suppressed=False))]


@given(st.text())
def test_markdown_holds_no_markup_of_the_draft(text: str) -> None:
    shown = escaped(text)
    assert "\n" not in shown and "<" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]|#]", shown.replace("&#8203;", ""))
    assert "://" not in shown and not re.search("@(?!&#8203;)", shown)


@pytest.mark.parametrize("text", ["", *HOSTILE])
def test_markdown_keeps_its_lines(text: str) -> None:
    lines = written(full(text), "markdown").decode("utf-8").split("\n")
    plain = written(full("x" if text else ""), "markdown").decode("utf-8").split("\n")
    assert [line[:3] for line in lines if line.startswith(("#", "|"))] == [
        line[:3] for line in plain if line.startswith(("#", "|"))
    ]


def test_markdown_tells_findings_decisions_and_the_ledger() -> None:
    text = written(full(), "markdown").decode("utf-8")
    assert "# folder/a b.txt" in text
    assert "bertentangan 2 (17 %)" in text
    assert "acuan: berubah sejak acuan" in text
    assert "**TOT001** Tabel 3.11 › Jumlah › Pagu Anggaran (baris 14): bukan kesalahan menurut Sari" in text
    assert "rusak.docx: berkas rusak" in text


def test_a_path_outside_the_folder_is_whole_and_inside_it_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def uri(draft: Document) -> str:
        location: str = sarif(Run((Outcome(made.examination(draft)),)))["artifacts"][0]["location"]["uri"]
        return location

    assert uri(made.document(path=str(tmp_path / "x" / "d.txt"))) == "x/d.txt"
    assert uri(made.document(path=str(tmp_path.parent / "d#1.txt"))).startswith("file:///")
    assert uri(made.document(path="a:b.txt")) == "a%3Ab.txt"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("138.358.120", "138.358.120"), ("1. satu", "1\\. satu"), ("- satu", "\\- satu"), ("2)", "2\\)"),
        ("-5", "-5"), ("a_b*c", "a\\_b\\*c"), ("a & <b>", "a &amp; &lt;b&gt;"),
    ],
)  # fmt: skip
def test_markdown_shows_the_text_as_it_stands(text: str, shown: str) -> None:
    assert escaped(text) == shown
