"""The limits of reading are changed by option and by configuration, never from beside the draft."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.commands.arguments import Usage
from reviewer.commands.limits import limits_of
from reviewer.reading import Unreadable
from reviewer.reading.apart import read_apart
from reviewer.reading.limits import LIMITS, Limits
from reviewer.schemas import validate


def test_options_go_before_the_configuration() -> None:
    assert limits_of({}, ()) is LIMITS
    found = limits_of({"file": "120 MB", "pages": 5000, "memory": "2GB"}, ("pages=7", "text=300kb", "seconds=5"))
    assert found == replace(
        LIMITS, file=120_000_000, pages=7, memory=2_000_000_000, text=300_000, seconds=5
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("cels=5", "cells?"),
        ("zzzz=5", "file, text, lines"),
        ("cells", "BATAS=NILAI"),
        ("cells=", "bilangan bulat"),
        ("cells=0", "bilangan bulat"),
        ("cells=-5", "bilangan bulat"),
        ("cells=5MB", "bilangan bulat"),
        ("file=besar", "120MB"),
        ("file=9999999GB", "120MB"),
    ],
)
def test_what_is_no_limit_is_told(word: str, told: str) -> None:
    with pytest.raises(Usage) as caught:
        limits_of({}, (word,))
    assert told in str(caught.value) and "\n" not in str(caught.value)


def test_the_schema_knows_every_limit() -> None:
    names = [field.name for field in fields(Limits)]
    assert validate({"limits": dict.fromkeys(names, 5)}) == ()
    assert validate({"limits": {"file": "120 MB"}}) == ()
    for wrong in ({"cells": "120 MB"}, {"file": "besar"}, {"file": 0}, {"cels": 5}):
        assert len(validate({"limits": wrong})) == 1


def test_the_worker_is_told_what_differs() -> None:
    changed = replace(LIMITS, cells=5, seconds=7.5)
    assert LIMITS.changes() == () and changed.changes() == ("cells=5", "seconds=7.5")
    assert LIMITS.changed(changed.changes()) == changed
    with pytest.raises(Unreadable, match="batas 5 .*--limit cells="):
        read_apart("html", b"<table>" + b"<tr><td>a<td>b" * 9 + b"</table>", changed)


def test_a_refusal_names_the_limit_and_it_can_be_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "folder" / "draf.csv"
    draft.parent.mkdir()
    draft.write_text("No;Uraian;Pagu\n" + "1;Belanja;5\n" * 30, encoding="utf-8")
    # Whoever sends a draft does not set its limits.
    (draft.parent / "reviewer.toml").write_text("[limits]\ncells = 5\n", encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    command = ["check", "--no-journal", "--fail-on", "never", str(draft)]
    assert main(command) == 0
    assert main([*command, "--limit", "cells=20"]) == 2
    assert "--limit cells=…" in capsys.readouterr().err
    (work / "reviewer.toml").write_text("[limits]\ncells = 20\n", encoding="utf-8")
    assert main(command) == 2
    assert main([*command, "--limit", "cells=200"]) == 0


def test_every_limit_stands_in_the_manual(project: Path) -> None:
    manual = (project / "docs/reading.md").read_text(encoding="utf-8")
    assert [field.name for field in fields(Limits) if f"`{field.name}`" not in manual] == []


def test_memory_keeps_below_a_gibibyte() -> None:
    assert LIMITS.memory < 1 << 30
