"""The start screen, what it remembers, and how a draft is opened from it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from reviewer.app import opening
from reviewer.app.app import ReviewerApp
from reviewer.app.loading import Loading
from reviewer.app.recent import MOST, Recent, read_recent, recent_file, remember
from reviewer.app.review import ReviewScreen
from reviewer.app.samples import sample
from reviewer.app.start import StartScreen, completed
from reviewer.reviewing import open_journal
from reviewer.run import Settings
from tests.app.made import NARROW, press, screen_text, settle, type_in

DRAFT = """BAB III AKUNTABILITAS KINERJA

Laporan Kinerja Kabupaten Rawa Bening Tahun 2020.
"""


def draft_in(folder: Path, name: str = "draf.txt") -> Path:
    path = folder / name
    path.write_text(DRAFT, "utf-8")
    return path


def start() -> ReviewerApp:
    return ReviewerApp(Settings(), open_journal)


async def until_reviewing(app: ReviewerApp, pilot: object) -> None:
    for _ in range(200):
        await settle(pilot)  # type: ignore[arg-type]
        if isinstance(app.screen, ReviewScreen):
            return
    raise AssertionError(f"still {app.screen}")


async def test_a_path_is_typed_completed_and_opened(tmp_path: Path) -> None:
    draft_in(tmp_path, "laporan-panjang.txt")
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.screen.query_one(Input).focus()
        await type_in(pilot, f"{tmp_path}{os.sep}lapor", enter=False)
        await press(pilot, "tab")
        assert app.screen.query_one(Input).value == str(tmp_path / "laporan-panjang.txt")
        await press(pilot, "enter")
        await until_reviewing(app, pilot)
    assert [r.path for r in read_recent(recent_file())] == [str(tmp_path / "laporan-panjang.txt")]


async def test_a_recent_draft_is_one_key_away(tmp_path: Path) -> None:
    path = draft_in(tmp_path)
    remember(recent_file(), Recent(str(path), "LKjIP [b]2020[/b]", 3, 9))
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        seen = screen_text(pilot)
        assert "LKjIP [b]2020[/b]" in seen and "3 dari 9 diputuskan" in seen
        assert isinstance(app.focused, OptionList)
        await press(pilot, "enter")
        await until_reviewing(app, pilot)


async def test_the_sample_is_a_choice_and_the_formats_are_named() -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        seen = screen_text(pilot)
        assert "Contoh" in seen
        assert all(f" {kind}" in seen for kind in (".docx", ".pdf", ".xlsx", ".txt", ".yaml", ".json"))


def test_the_sample_is_the_one_with_mistakes() -> None:
    found = sample()
    assert found is not None and found.name == "laporan-kinerja.docx"


async def test_a_draft_that_cannot_be_read_is_said_and_another_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await type_in(pilot, "tidak[b]ada.txt")
        for _ in range(100):
            await settle(pilot)
            if "tidak[b]ada.txt" in screen_text(pilot) and isinstance(app.screen, StartScreen):
                break
        assert app.screen.query_one("#problem").display
        assert "tidak[b]ada.txt" in screen_text(pilot)


async def test_another_draft_is_opened_from_the_review(tmp_path: Path) -> None:
    app = ReviewerApp(Settings(), open_journal, loading := Loading(draft_in(tmp_path), Settings(), open_journal))
    loading.start()
    async with app.run_test(size=NARROW) as pilot:
        await until_reviewing(app, pilot)
        app.show_start()
        await settle(pilot)
        assert isinstance(app.screen, StartScreen)


def test_completion_prefers_the_case_typed_and_marks_folders(tmp_path: Path) -> None:
    (tmp_path / "Arsip").mkdir()
    (tmp_path / "arsip.txt").touch()
    (tmp_path / ".rahasia").touch()
    (tmp_path / "a\x1b[2J").touch()
    base = f"{tmp_path}{os.sep}"
    assert completed(f"{base}Ar") == f"{base}Arsip{os.sep}"
    assert completed(f"{base}arsip.") == f"{base}arsip.txt"
    assert completed(f"{base}ARSIP.t") == f"{base}arsip.txt"
    assert completed(base + ".r") == f"{base}.rahasia"
    assert completed(f"{base}zzz") is None
    assert completed("") is None
    assert completed(f"{tmp_path}/none/here") is None
    assert "\x1b" not in (completed(f"{base}a") or "")


def test_recent_is_bounded_and_puts_the_latest_first(tmp_path: Path) -> None:
    file = tmp_path / "state" / "recent.json"
    paths = [draft_in(tmp_path, f"{n}.txt") for n in range(MOST + 3)]
    for path in (*paths, paths[5]):
        remember(file, Recent(str(path), decided=1, total=2))
    found = [Path(r.path).name for r in read_recent(file)]
    assert found[0] == "5.txt" and found[1] == f"{MOST + 2}.txt" and len(found) == MOST == len(set(found))
    assert [p.name for p in file.parent.iterdir()] == ["recent.json"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "null",
        '{"path": "x"}',
        '[1, null, "x", {}, {"path": 1}, {"path": "\\u0000", "title": "", "decided": 0, "total": 0}]',
        "[" * 100_000,
        " " * 100_000,
    ],
)
def test_damaged_memory_is_no_trouble(tmp_path: Path, content: str) -> None:
    file = tmp_path / "recent.json"
    file.write_text(content, "utf-8")
    assert read_recent(file) == ()
    path = draft_in(tmp_path)
    remember(file, Recent(str(path)))
    assert [r.path for r in read_recent(file)] == [str(path)]


def test_bad_entries_and_drafts_that_are_gone_are_dropped(tmp_path: Path) -> None:
    file, path = tmp_path / "recent.json", draft_in(tmp_path)
    good = {"path": str(path), "title": "t", "decided": 1, "total": 2}
    bad = [
        good | {"path": str(tmp_path / "gone.txt")},
        good | {"decided": 3},
        good | {"total": "2"},
        good | {"title": 1},
    ]
    file.write_text(json.dumps([*bad, good, good]), "utf-8")
    assert read_recent(file) == (Recent(str(path), "t", 1, 2),)


def test_memory_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way", "utf-8")
    remember(tmp_path / "state" / "recent.json", Recent("x"))


def test_without_a_terminal_one_line_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert opening.open_app(draft_in(tmp_path), None, None, "id") == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "reviewer check" in err


def test_a_draft_that_cannot_be_read_never_opens_the_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_on_terminal", lambda: True)
    monkeypatch.setattr(opening, "PATIENCE", 30)
    monkeypatch.setattr(ReviewerApp, "run", lambda self: pytest.fail("opened"))
    assert opening.open_app(tmp_path / "tidak-ada.txt", None, None, "id") == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "tidak-ada.txt" in err


async def test_a_draft_found_unreadable_later_ends_the_app_with_its_line(tmp_path: Path) -> None:
    loading = Loading(tmp_path / "tidak-ada.txt", Settings(), open_journal)
    app = ReviewerApp(Settings(), open_journal, loading)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert "membaca naskah" in screen_text(pilot)
        loading.start()
        loading.wait(30)
        await pilot.pause(0.3)
        await settle(pilot)
    assert app.return_code == 2 and "tidak-ada.txt" in app.problem


async def test_a_fault_of_the_program_is_raised_to_whoever_opened_it(tmp_path: Path) -> None:
    def broken(path: Path, sha256: str) -> None:
        raise ZeroDivisionError("made")

    loading = Loading(draft_in(tmp_path), Settings(), broken)  # type: ignore[arg-type]
    loading.start()
    app = ReviewerApp(Settings(), open_journal, loading)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=NARROW) as pilot:
            await pilot.pause(0.5)
            await settle(pilot)
    assert isinstance(app.crash, ZeroDivisionError)
