"""Questions and settings in the app: an answer's places can be clicked, colours and language follow words."""

from __future__ import annotations

from pathlib import Path

from reviewer import language
from reviewer.app.themes import LIGHT
from reviewer.reviewing.preferences import preferences_file, read_preferences
from tests.app.made import NARROW, opened, reviewing, screen_text, settle, type_in


async def test_the_place_of_an_answer_is_gone_to(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (screen, pilot):
        await type_in(pilot, "di mana Penyelenggaraan disebut?")
        assert "dan 40 lagi" in screen_text(pilot)
        listing = screen.query_one("Listing")
        await pilot.click(listing, offset=(5, listing.size.height - 3))
        await settle(pilot)
        assert screen.view == "draft" and "Penyelenggaraan urusan" in screen_text(pilot)


async def test_colours_and_language_follow_words(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await type_in(pilot, "pakai tema terang")
        assert screen.app.theme == LIGHT
        await type_in(pilot, "ganti ke bahasa Inggris")
        assert "Conversation" in screen_text(pilot) and "Accept" in screen_text(pilot)
    language.choose("id")
    assert read_preferences(preferences_file()).theme in ("", "light")
