"""A baseline: what was there does not fail, what is new does, what is gone is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewer.model import Examination, Finding
from reviewer.run import Settings
from tests.reporting import made

Command = Callable[..., tuple[int, str, str]]
Asked = list[tuple[Path, Settings]]
Draft = Callable[..., None]


@pytest.fixture
def finds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Draft:
    """`finds(finding, …)` is what the next run finds in any draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").touch()

    def choose(*findings: Finding) -> None:
        def examine_file(path: Path, settings: Settings, stage: Callable[[str], None]) -> Examination:
            return replace(made.examination(made.document(path=str(path))), findings=findings, causes=())

        monkeypatch.setattr("reviewer.commands.check.examine_file", examine_file)

    return choose


def total(row: str, figure: str, ordinal: int = 0) -> Finding:
    """A wrong total of a row of this name, the `ordinal`-th so called, that states this figure."""
    return replace(
        made.wrong_total(made.document()),
        id=f"{row}{ordinal}{figure}",
        stated=figure,
        anchor=("TOT001", "table", "x", "anggaran", row, str(ordinal)),
        content=(figure, "9"),
        cause=None,
    )


def states(out: str) -> dict[str, str]:
    run: dict[str, Any] = json.loads(out)["runs"][0]
    return {r.get("properties", {}).get("stated", r["ruleId"]): r["baselineState"] for r in run["results"]}


CHECK = ("check", "a.txt", "--no-journal")


def test_what_was_there_does_not_fail_and_what_is_new_does(command: Command, finds: Draft) -> None:
    finds(total("jumlah", "10"), total("subtotal", "20"))
    assert command(*CHECK, "--write-baseline", "acuan.json", "--format", "json")[0] == 0
    code, out, err = command(*CHECK, "--baseline", "acuan.json")
    assert (code, err) == (0, "") and "sudah ada di acuan" in out
    assert "TOT001" not in command(*CHECK, "--baseline", "acuan.json", "--new-only", "--format", "csv")[1]
    finds(total("jumlah", "10"), total("subtotal", "20"), total("lain", "30"))
    code, out, _ = command(*CHECK, "--baseline", "acuan.json", "--new-only", "--format", "csv")
    assert code == 1 and out.count("TOT001") == 1 and ",30," in out


def test_one_mended_and_one_added_in_its_stead_is_seen(command: Command, finds: Draft) -> None:
    finds(total("jumlah", "10", 0), total("jumlah", "20", 1), total("subtotal", "5"))
    command(*CHECK, "--write-baseline", "acuan.json")
    finds(total("jumlah", "20", 0), total("lain", "30"), total("subtotal", "6"))
    code, out, err = command(*CHECK, "--baseline", "acuan.json", "--format", "sarif")
    assert code == 1
    assert states(out) == {"20": "unchanged", "30": "new", "6": "updated", "TOT001": "absent"}
    assert "a.txt: 1 temuan acuan tidak ditemukan lagi" in err
    text = command(*CHECK, "--baseline", "acuan.json")[1]
    assert "Ada di acuan, tidak ditemukan lagi" in text and "berubah sejak acuan" in text


def test_a_run_over_some_drafts_keeps_the_entries_of_the_others(command: Command, finds: Draft, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).touch()
    finds(total("jumlah", "10"))
    command("check", "a.txt", "b.txt", "c.txt", "--no-journal", "--write-baseline", "acuan.json")
    (tmp_path / "c.txt").unlink()
    assert "acuan menyebut c.txt, yang tidak ada lagi" in command(*CHECK, "--baseline", "acuan.json")[2]
    finds()
    command(*CHECK, "--write-baseline", "acuan.json")
    kept = json.loads((tmp_path / "acuan.json").read_bytes())["drafts"]
    assert {name: len(entries) for name, entries in kept.items()} == {"a.txt": 0, "b.txt": 1}


def test_drafts_are_named_from_the_baselines_folder(
    command: Command, finds: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(total("jumlah", "10"))
    (tmp_path / "x").mkdir()
    command("check", "x/a.txt", "--no-journal", "--write-baseline", "acuan.json")
    monkeypatch.chdir(tmp_path / "x")
    assert command(*CHECK, "--baseline", "../acuan.json")[0] == 0
    assert command("check", "b.txt", "--no-journal", "--baseline", "../acuan.json")[0] == 1


def test_what_was_decided_is_not_in_it(command: Command, finds: Draft, tmp_path: Path) -> None:
    from reviewer.reviewing import Entry, EventKind, open_journal

    finding = total("jumlah", "10")
    finds(finding)
    open_journal(tmp_path / "a.txt", "ab" * 32).append(Entry.about(EventKind.REJECTED, finding, text="memang begitu"))
    command("check", "a.txt", "--write-baseline", "acuan.json")
    assert json.loads((tmp_path / "acuan.json").read_bytes())["drafts"] == {"a.txt": []}
    out = command("check", "a.txt")[1]
    assert "1 tidak dihitung" in out and "memang begitu" not in out
    assert "memang begitu" in command("check", "a.txt", "--show-suppressed")[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "No such file"),
        ("", "bukan acuan"),
        ("[]", "bukan acuan"),
        ('{"kind": "reviewer-baseline", "schema": 9, "drafts": {}}', "versi yang lebih baru"),
        ('{"kind": "reviewer-baseline", "schema": 1, "drafts": {"a": [{"id": 3}]}}', "bukan acuan"),
        ('{"kind": "reviewer-baseline", "schema": 1, "drafts": {"a": 3}}', "bukan acuan"),
    ],
)
def test_what_is_no_baseline_is_a_line(
    command: Command, asked: Asked, tmp_path: Path, text: str | None, told: str
) -> None:
    if text is not None:
        (tmp_path / "acuan.json").write_text(text, encoding="utf-8")
    code, out, err = command(*CHECK, "--baseline", "acuan.json")
    assert (code, out, asked) == (2, "", [])
    assert err.startswith("reviewer: acuan.json: ") and told in err and err.count("\n") == 1


def test_new_only_needs_a_baseline(command: Command, asked: Asked) -> None:
    code, _, err = command(*CHECK, "--new-only")
    assert (code, asked) == (2, []) and "--baseline" in err
