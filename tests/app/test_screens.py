"""Every screen as it is, character by character: at two sizes, in both languages, and its colours in each theme.

What is kept lies in `screens/`. After a change that is meant: `REVIEWER_SCREENS=write pytest tests/app/test_screens.py`,
and read the difference.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reviewer import language
from reviewer.app.app import ReviewerApp
from reviewer.app.loading import Loading
from reviewer.app.themes import BY_WORD
from reviewer.model import Language
from reviewer.reviewing import open_journal
from reviewer.run import Settings
from tests.app.made import NARROW, WIDE, opened, press, reviewing, screen_text, settle, type_in

KEPT = Path(__file__).parent / "screens"
SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x48"])
LANGUAGES = pytest.mark.parametrize("speech", ["id", "en"])
REVIEW: dict[str, tuple[str, ...]] = {
    "first": (),
    "decided": ("1",),
    "reason": ("2",),
    "why": ("4",),
    "typing": ("/", "r"),
    "draft": ("f3",),
    "figure": ("f3", "up"),
    "figure-of-another": ("f3", "up", "up", "right"),
    "own-finding": ("f3", "up", "+"),
    "no-signs": ("f3", "f5", "f5"),
    "list": ("f4",),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "done": ("1", "1", "1"),
}


def compare(name: str, seen: str) -> None:
    """What is seen against what is kept."""
    file = KEPT / name
    if os.environ.get("REVIEWER_SCREENS") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(seen, encoding="utf-8", newline="\n")
    assert file.is_file(), f"{name} is not kept yet: see the head of this file"
    assert seen == file.read_text(encoding="utf-8")


def text_of(pilot: Pilot[None]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in screen_text(pilot).splitlines())


def named(screen: str, size: tuple[int, int], speech: str) -> str:
    return f"{screen}-{size[0]}x{size[1]}-{speech}.txt"


@LANGUAGES
@SIZES
@pytest.mark.parametrize("screen", REVIEW)
async def test_the_review(tmp_path: Path, screen: str, size: tuple[int, int], speech: Language) -> None:
    language.choose(speech)
    async with reviewing(opened(tmp_path), size) as (_, pilot):
        await press(pilot, *REVIEW[screen])
        await settle(pilot)
        compare(named(screen, size, speech), text_of(pilot))


@LANGUAGES
@SIZES
async def test_what_was_answered_in_words(tmp_path: Path, size: tuple[int, int], speech: Language) -> None:
    language.choose(speech)
    async with reviewing(opened(tmp_path), size) as (_, pilot):
        for said in ("ringkas", "cari pesisir"):
            await type_in(pilot, said)
        compare(named("words", size, speech), text_of(pilot))


@LANGUAGES
@SIZES
async def test_the_start(size: tuple[int, int], speech: Language) -> None:
    language.choose(speech)
    app = ReviewerApp(Settings(), open_journal)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        compare(named("start", size, speech), text_of(pilot))


@LANGUAGES
@SIZES
async def test_the_waiting(tmp_path: Path, size: tuple[int, int], speech: Language) -> None:
    language.choose(speech)
    app = ReviewerApp(Settings(), open_journal, Loading(tmp_path / "draf.txt", Settings(), open_journal))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        compare(named("waiting", size, speech), re.sub("[\u2800-\u28ff]", "*", text_of(pilot)))


@pytest.mark.parametrize("theme", BY_WORD)
async def test_the_colours(tmp_path: Path, theme: str) -> None:
    """Each stretch of one look on the screen: its text, colours and attributes."""
    language.choose("id")
    async with reviewing(opened(tmp_path), (120, 36)) as (_, pilot):
        pilot.app.theme = BY_WORD[theme]
        await press(pilot, "f3", "up")
        lines = pilot.app.screen._compositor.render_strips()
        seen = "".join(
            f"{y:>2} {str(segment.style):<60} {segment.text.rstrip()}\n"
            for y, strip in enumerate(lines[:36])
            for segment in strip
            if segment.text.strip()
        )
        compare(f"colours-{theme}.txt", re.sub(r" meta [^ ]+", "", seen))
