"""Many drafts: side by side, from the cache, summed up; one bad draft costs itself alone."""

from __future__ import annotations

import csv
import io
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from reviewer.commands import examining
from reviewer.commands.cache import cache_folder, kept, prune
from reviewer.commands.examining import Found, Work, side_by_side
from reviewer.model import Examination
from reviewer.reporting.outcome import Failure
from reviewer.run import Settings, examine_file
from tests.reporting import made

Command = Callable[..., tuple[int, str, str]]
Asked = list[tuple[Path, Settings]]

DRAFT = """BAB III AKUNTABILITAS KINERJA

Tabel 3.{n} Realisasi Anggaran

Program\tPagu Anggaran\tRealisasi
Program Wawasan\t281.961.200\t280.000.000
Program Ketahanan\t1.098.705.100\t1.000.000.000
Jumlah\t1.556.506.59{n}\t1.280.000.000
"""


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Five drafts, the third of which cannot be read."""
    monkeypatch.chdir(tmp_path)
    names = [f"d{n}.txt" for n in range(5)]
    for n, name in enumerate(names):
        (tmp_path / name).write_text("" if n == 2 else DRAFT.format(n=n), encoding="utf-8")
    return names


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The drafts that were really examined."""
    calls: list[Path] = []

    def examine(path: Path, *rest: Any) -> Examination:
        calls.append(path)
        return examine_file(path, *rest)

    monkeypatch.setattr("reviewer.commands.check.examine_file", examine)
    return calls


def check(*words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "reviewer", "check", *words], capture_output=True, check=False)


@pytest.mark.parametrize("form", ["text", "json"])
def test_side_by_side_is_the_same_as_one_after_another(drafts: list[str], form: str) -> None:
    one, two = (
        check(*drafts, "--no-journal", "--no-cache", "--format", form, "--jobs", jobs, "--lang", "id")
        for jobs in ("1", "2")
    )
    assert one.returncode == two.returncode == 2
    assert one.stdout == two.stdout and one.stderr == two.stderr
    assert [one.stdout.index(f"d{n}.txt".encode()) for n in (0, 1, 3, 4)] == sorted(
        one.stdout.index(f"d{n}.txt".encode()) for n in (0, 1, 3, 4)
    )
    assert b"d2.txt: berkas kosong" in one.stderr and one.stderr.count(b"\n") == 1


def test_what_is_known_is_not_examined_again(command: Command, drafts: list[str], counted: list[Path]) -> None:
    words = ("check", *drafts, "--no-journal", "--jobs", "1", "--format")
    for form in ("json", "text", "html"):
        first = command(*words, form)
        examined = len(counted)
        assert command(*words, form) == first
        assert counted[examined:] == [Path("d2.txt")]
    assert command(*words, "json", "--no-cache")[1] == command(*words, "json")[1]
    assert counted.count(Path("d0.txt")) == 2


def test_an_equal_draft_of_another_name_is_known(
    command: Command, drafts: list[str], counted: list[Path], tmp_path: Path
) -> None:
    command("check", *drafts, "--no-journal", "--jobs", "1", "--format", "json")
    (tmp_path / "baru.txt").write_bytes((tmp_path / "d0.txt").read_bytes())
    counted.clear()
    out = command("check", "baru.txt", "d1.txt", "--no-journal", "--format", "json")[1]
    assert counted == []
    assert [run["document"]["path"] for run in json.loads(out)["runs"]] == ["baru.txt", "d1.txt"]


@pytest.mark.parametrize("words", [("--year", "2024"), ("--select", "TOT"), ("--limit", "cells=90000")])
def test_other_settings_are_another_question(
    command: Command, drafts: list[str], counted: list[Path], words: tuple[str, ...]
) -> None:
    command("check", "d0.txt", "d1.txt", "--no-journal", "--format", "json")
    counted.clear()
    command("check", "d0.txt", "d1.txt", "--no-journal", "--format", "json", *words)
    assert len(counted) == 2


@pytest.mark.parametrize("damage", [b"", b"x" * 100, None])
def test_a_damaged_entry_is_no_entry(
    command: Command, drafts: list[str], counted: list[Path], damage: bytes | None
) -> None:
    words = ("check", "d0.txt", "d1.txt", "--no-journal", "--format", "json")
    first = command(*words)
    entries = list(cache_folder().iterdir())
    assert len(entries) == 4
    for entry in entries:
        entry.write_bytes(entry.read_bytes()[:-9] if damage is None else damage)
    assert command(*words) == first
    assert len(counted) == 4


class Trap:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("terjebak",)


def test_an_entry_runs_nothing(drafts: list[str], tmp_path: Path) -> None:
    import zlib
    from hashlib import sha256

    place = kept(tmp_path / "d0.txt", Settings())
    assert place
    packed = zlib.compress(pickle.dumps(Trap()))
    cache_folder().mkdir(parents=True)
    (cache_folder() / f"{place.key}.full").write_bytes(sha256(packed).digest() + packed)
    assert place.load(texts=True) is None
    assert not (tmp_path / "terjebak").exists()


def test_what_the_limit_on_checking_cut_short_is_not_kept(tmp_path: Path) -> None:
    from dataclasses import replace

    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    place = kept(tmp_path / "a.txt", Settings())
    assert place
    draft = replace(made.document(), sha256=place.sha256)
    place.store(replace(made.examination(draft), unfinished=("TOT001",)), made.examination(draft))
    place.store(made.examination(), made.examination())  # another file by now
    assert place.load(texts=True) is None
    place.store(made.examination(draft), made.examination(draft))
    assert place.load(texts=True) == made.examination(draft)


def test_the_oldest_entries_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.commands.cache._LARGEST", 25)
    for n in range(4):
        (tmp_path / str(n)).write_bytes(b"x" * 10)
        os.utime(tmp_path / str(n), (n, n))
    prune(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2", "3"]
    prune(tmp_path / "tidak-ada")


def test_a_process_that_ends_costs_its_own_draft_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pool:
        """Breaks at the draft "b", as a pool does: whatever is under way breaks with it."""

        def __init__(self, jobs: int) -> None:
            self.broken = False

        def submit(self, _: Any, draft: str, settings: Settings, work: Work) -> Future[Found]:
            self.broken = self.broken or draft == "b"
            future: Future[Found] = Future()
            if self.broken:
                future.set_exception(BrokenProcessPool())
            else:
                future.set_result(Found(made.examination(made.document(path=draft)), 0.0))
            return future

        def shutdown(self, **_: bool) -> None:
            pass

    monkeypatch.setattr(examining, "_pool", Pool)
    found = list(side_by_side(["a", "b", "c", "d"], Work((Settings(),) * 4, texts=True), jobs=2))
    told = [f.result.reason.id if isinstance(f.result, Failure) else f.result.report.document.path for f in found]
    assert [told[0], *told[2:]] == ["a", "c", "d"]
    assert told[1].startswith("b: pemeriksaannya berhenti mendadak")


def test_a_fault_of_the_program_costs_one_draft_of_several(
    command: Command, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def examine_file(path: Path, *_: object) -> Examination:
        if path.name == "b.txt":
            raise RuntimeError("aduh")
        return made.examination(made.document(path=str(path)))

    monkeypatch.setattr("reviewer.commands.check.examine_file", examine_file)
    code, out, err = command("check", "a.txt", "b.txt", "c.txt", "--no-journal", "--format", "json")
    assert code == 2 and err.startswith("reviewer: b.txt: kesalahan program di ") and "RuntimeError: aduh" in err
    assert [run["document"]["path"] for run in json.loads(out)["runs"]] == ["a.txt", "c.txt"]


def test_stdin_is_a_draft(drafts: list[str]) -> None:
    for text, code, told in ((DRAFT.format(n=1), 1, b""), ("", 2, b"reviewer: -: berkas kosong")):
        done = subprocess.run(
            [sys.executable, "-m", "reviewer", "check", "-", "--format", "json", "--lang", "id"],
            input=text.encode("utf-8"), capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == code and told in done.stderr
        assert b"reviewer-" not in done.stderr
        if code == 1:
            assert json.loads(done.stdout)["document"]["path"] == "-"


def test_the_summary_counts_by_draft_and_by_mistake(command: Command, asked: Asked) -> None:
    words = ("check", "a.txt", "b.txt", "rusak.docx", "--no-journal", "--summary")
    told = json.loads(command(*words, "--format", "json")[1])
    assert [
        (d["draft"], d["state"], d["error"], d["warning"], d["info"], d["contradicted"]) for d in told["drafts"]
    ] == [
        ("a.txt", "checked", 1, 1, 1, 2),
        ("b.txt", "checked", 1, 1, 1, 2),
        ("rusak.docx", "unreadable", None, None, None, None),
    ]
    assert told["mistakes"][0] == {"code": "PCT001", "name": "percentage", "findings": 2, "drafts": 2}
    code, text, _ = command(*words)
    assert code == 2 and "Kekeliruan tersering" in text and "rusak.docx" in text
    rows = list(csv.reader(io.StringIO(command(*words, "--format", "csv")[1].removeprefix("\ufeff"))))
    assert rows[1][:5] == ["a.txt", "diperiksa", "1", "1", "1"] and [] in rows
    code, _, err = command(*words, "--format", "html")
    assert code == 2 and "text, csv, json" in err


@pytest.mark.parametrize("jobs", ["0", "dua", "-1", "1000"])
def test_jobs_is_a_number_of_processes(command: Command, asked: Asked, jobs: str) -> None:
    code, _, err = command("check", "a.txt", f"--jobs={jobs}")
    assert (code, asked) == (2, []) and "--jobs" in err
