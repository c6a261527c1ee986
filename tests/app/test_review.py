"""The review screen: keys, words and clicks in; screen and journal out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from textual import events

from reviewer import language
from reviewer.app.answers import Answers
from reviewer.app.draft_view import DraftView
from reviewer.app.finding_list import FindingList
from reviewer.app.prompt import Prompt
from reviewer.model import same
from reviewer.reviewing import Journal, JournalError, commands, open_journal
from tests.app.made import MIDDLING, NARROW, WIDE, many, opened, press, reviewing, screen_text, settle, type_in

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x48"])


def journal(folder: Path) -> list[dict[str, str]]:
    """Every event that lies on the disk."""
    lines = [line for file in sorted(folder.glob("*.review/*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return [event for event in map(json.loads, lines) if event["kind"] != "reviewer-journal"]


@SIZES
async def test_the_first_finding_is_put_with_its_figures(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(opened(tmp_path), size) as (_, pilot):
        seen = screen_text(pilot)
    for expected in ("1 dari 3", "TOT001", "1.556.506.595", "2.033.333.100", "476.826.505", "0 dari 3", "Catat"):
        assert expected in seen


@SIZES
async def test_one_key_decides_and_leads_on(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(opened(tmp_path), size) as (screen, pilot):
        await press(pilot, "1")
        seen = screen_text(pilot)
        assert screen.talk.current is not None and screen.talk.current.code == "PCT001"
    assert "1 dari 3 diputuskan" in seen and "2 dari 3" in seen and "PCT001" in seen
    assert [(e["kind"], e["finding"]) for e in journal(tmp_path)] == [("catat", "TOT001-7-4-2")]


@SIZES
async def test_three_keys_reject_with_a_usual_reason(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(opened(tmp_path), size) as (_, pilot):
        await press(pilot, "2")
        assert "1 pembulatan" in screen_text(pilot) and "1-4 Enter pilih" in screen_text(pilot)
        await press(pilot, "1")
        assert journal(tmp_path) == []
        await press(pilot, "enter")
    assert [(e["kind"], e["text"]) for e in journal(tmp_path)] == [("bukan-kesalahan", "pembulatan")]


@SIZES
async def test_a_reason_is_typed(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(opened(tmp_path), size) as (_, pilot):
        await press(pilot, "2")
        await type_in(pilot, "sesuai DPA 12 Mei")
    assert [e["text"] for e in journal(tmp_path)] == ["sesuai DPA 12 Mei"]


REASON = "2 kegiatan digabung"


@SIZES
async def test_a_reason_that_begins_with_a_digit_is_kept_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(opened(tmp_path), size) as (screen, pilot):
        await press(pilot, "2")
        await type_in(pilot, REASON)
        assert screen.query_one(Prompt).value == ""
        await press(pilot, "2")
        pilot.app.post_message(events.Paste(REASON))
        await press(pilot, "enter")
        await press(pilot, "2", "f3")
        await type_in(pilot, "? tahun 2019 benar")
    assert [e["text"] for e in journal(tmp_path)] == [REASON, REASON, "? tahun 2019 benar"]


async def test_keys_that_come_all_at_once_are_taken_in_their_order(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (screen, pilot):
        for char in f"2{REASON}\r2{REASON}\r1":
            key = {"\r": "enter", " ": "space"}.get(char, char)
            pilot.app.post_message(events.Key(key, char))
        for _ in range(10):
            await settle(pilot)
        assert screen.query_one(Prompt).value == ""
    assert [(e["kind"], e.get("text", "")) for e in journal(tmp_path)] == [
        ("bukan-kesalahan", REASON),
        ("bukan-kesalahan", REASON),
        ("catat", ""),
    ]


async def test_a_usual_reason_is_clicked(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (_, pilot):
        await press(pilot, "2")
        await pilot.click(Answers, offset=(3, 1))
        await settle(pilot)
    assert [e["text"] for e in journal(tmp_path)] == ["pembulatan"]


async def test_words_decide_in_both_languages(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (_, pilot):
        await type_in(pilot, "catat")
        await type_in(pilot, "reject because it is rounded")
    assert [e["kind"] for e in journal(tmp_path)] == ["catat", "bukan-kesalahan"]


async def test_digits_are_text_while_something_is_typed(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await type_in(pilot, "ke 1", enter=False)
        assert screen.query_one(Prompt).value == "ke 1"
    assert journal(tmp_path) == []


async def test_a_digit_begins_a_note_where_only_dropping_it_is_offered(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (_, pilot):
        await type_in(pilot, "catatan")
        await type_in(pilot, "1 lampiran belum ada")
    assert [(e["kind"], e["text"]) for e in journal(tmp_path)] == [("catatan", "1 lampiran belum ada")]


async def test_an_answer_is_clicked(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (_, pilot):
        await pilot.click(Answers, offset=(3, 1))
        await settle(pilot)
    assert [e["kind"] for e in journal(tmp_path)] == ["catat"]


async def test_undo_asks_again(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "1", "ctrl+z")
        assert screen.talk.progress.decided == 0
        assert screen.talk.current is not None and screen.talk.current.code == "TOT001"
        assert "0 dari 3 diputuskan" in screen_text(pilot)
    assert [e["kind"] for e in journal(tmp_path)] == ["catat", "undo"]


async def test_arrows_leaf_without_deciding_and_without_filling_the_transcript(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        said = len(screen.query("Transcript > *"))
        await press(pilot, "down", "down", "up")
        assert screen.talk.current is not None and screen.talk.current.code == "PCT001"
        assert len(screen.query("Transcript > *")) == said
    assert journal(tmp_path) == []


async def test_enter_alone_goes_on_but_never_leaves_a_question(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "enter")
        assert screen.talk.current is not None and screen.talk.current.code == "PCT001"
        await press(pilot, "2", "enter")
        assert screen.talk.expects == "text"
        await press(pilot, "escape")
        assert screen.talk.expects == "" and screen.talk.current.code == "PCT001"
    assert journal(tmp_path) == []


async def test_the_history_comes_back_while_typing(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await type_in(pilot, "ringkas")
        await type_in(pilot, "x", enter=False)
        await press(pilot, "up")
        assert screen.query_one(Prompt).value == "ringkas"
        await press(pilot, "escape")
        assert screen.query_one(Prompt).value == ""


async def test_a_slash_shows_and_completes_commands(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await type_in(pilot, "/ring", enter=False)
        assert "/ringkas" in screen_text(pilot)
        await press(pilot, "tab")
        assert screen.query_one(Prompt).value == "/ringkas"


async def test_a_finding_is_chosen_in_the_list(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "f4", "down", "down")
        assert screen.talk.current is not None and screen.talk.current.code == "YRS001"
        await pilot.click(FindingList, offset=(5, 1))
        await settle(pilot)
        assert screen.talk.current.code == "TOT001"


async def test_digits_answer_and_letters_talk_from_any_panel(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "f3", "1")
        assert screen.focused is screen.query_one(DraftView)
        assert screen.talk.progress.decided == 1
        await type_in(pilot, "nanti")
        assert screen.focused is screen.query_one(Prompt)
    assert [e["kind"] for e in journal(tmp_path)] == ["catat", "nanti"]


async def test_narrow_shows_one_view_at_a_time_and_keeps_the_answers(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (_, pilot):
        await press(pilot, "tab")
        draft = screen_text(pilot)
        await press(pilot, "tab")
        listed = screen_text(pilot)
        await press(pilot, "tab")
        talk = screen_text(pilot)
    assert "▶" in draft and "Uraian" in draft and "1 Catat" in draft
    assert "✗ 1" in listed and "PCT" not in listed and "1 Catat" in listed
    assert "1 dari 3" in talk and "hitungan" in talk


async def test_a_middling_screen_shows_two_panels(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), MIDDLING) as (screen, pilot):
        assert screen.query_one("#paper").display and not screen.query_one(FindingList).display
        await press(pilot, "f4")
        assert not screen.query_one("#paper").display and screen.query_one(FindingList).display


async def test_resizing_keeps_the_figure_in_sight(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (_, pilot):
        for size in (NARROW, (60, 20), (300, 80), WIDE):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert "▶" in screen_text(pilot)


async def test_reopening_resumes_at_the_first_open_finding(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (_, pilot):
        await press(pilot, "1")
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        assert screen.talk.current is not None and screen.talk.current.code == "PCT001"
        seen = screen_text(pilot)
    assert "1 dari 3 diputuskan" in seen and "✓" in seen


async def test_two_programs_on_one_draft_keep_both_decisions(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    async with reviewing(first) as (_, one):
        await press(one, "1")
    async with reviewing(second) as (_, two):
        await press(two, "down", "1")
    assert sorted(e["finding"] for e in journal(tmp_path)) == ["PCT001-7-1-4", "TOT001-7-4-2"]


async def test_what_cannot_be_saved_is_said_and_stays_undecided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Journal, *entries: object) -> None:
        raise JournalError(same("cakram penuh"))

    monkeypatch.setattr(Journal, "append", full)
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "1")
        assert screen.talk.progress.decided == 0
        assert screen.talk.current is not None and screen.talk.current.code == "TOT001"
        seen = screen_text(pilot)
    assert "cakram penuh" in seen and "0 dari 3 diputuskan" in seen


async def test_leaving_says_where_the_journal_lies(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (_, pilot):
        await press(pilot, "1", "ctrl+q")
        assert "rawa-bening.txt.review" in pilot.app.farewell  # type: ignore[attr-defined]


async def test_words_not_sent_hold_the_door_once(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await type_in(pilot, "alasan yang panjang", enter=False)
        await press(pilot, "ctrl+q")
        assert pilot.app.is_running and screen.query("Said.-warn")
        assert screen.query_one(Prompt).value == "alasan yang panjang"
        await press(pilot, "ctrl+q")
        assert pilot.app._exit


async def test_a_journal_in_memory_is_not_lost_without_a_question(tmp_path: Path) -> None:
    ready = opened(tmp_path, journal=open_journal(tmp_path / "rawa-bening.txt", "ab" * 32, who="Rina", memory=True))
    async with reviewing(ready) as (screen, pilot):
        await press(pilot, "1", "ctrl+q")
        assert screen.talk.expects == "yes-no"
        await press(pilot, "1")
        assert pilot.app._exit
    assert not list(tmp_path.glob("*.review"))


async def test_the_summary_is_exported(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "1")
        await type_in(pilot, "/ekspor")
    written = list(tmp_path.glob("*.md")) + list(tmp_path.glob("*/*.md"))
    assert written and "TOT001" in written[0].read_text("utf-8")


async def test_help_opens_and_closes(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "question_mark")
        assert "Angka menjawab" in screen_text(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_the_palette_offers_the_commands(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "ctrl+p")
        await type_in(pilot, "ringkas", enter=False)
        await pilot.pause(0.3)
        await press(pilot, "enter", "enter")
        await settle(pilot)
        assert pilot.app.screen is screen
        assert screen.query("Said.-summary")


async def test_everything_is_decided(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "1", "1", "1")
        assert screen.talk.current is None
        seen = screen_text(pilot)
    assert "3 dari 3 diputuskan" in seen


async def test_english(tmp_path: Path) -> None:
    language.choose("en")
    async with reviewing(opened(tmp_path)) as (_, pilot):
        assert "Figures must be reliable." in screen_text(pilot)
        await type_in(pilot, "accept")
    assert [e["kind"] for e in journal(tmp_path)] == ["catat"]


async def test_search_results_lead_to_their_place(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (screen, pilot):
        await type_in(pilot, "cari Penyelenggaraan")
        listing = screen.query_one("Listing")
        await pilot.click(listing, offset=(5, 0))
        await settle(pilot)
        assert screen.view == "draft"
        assert "Penyelenggaraan urusan" in screen_text(pilot)


async def test_a_finding_is_chosen_in_an_answer_and_in_the_past(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await type_in(pilot, "daftar")
        await pilot.click("Listing", offset=(5, 2))
        await settle(pilot)
        assert screen.talk.current is not None and screen.talk.current.code == "YRS001"
        await pilot.click("Card.-past", offset=(5, 0))
        await settle(pilot)
        assert screen.talk.current.code == "TOT001"


async def test_the_draft_stays_where_it_was_scrolled_while_one_asks(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), MIDDLING) as (screen, pilot):
        draft = screen.query_one(DraftView)
        draft.scroll_end(animate=False)
        await settle(pilot)
        bottom = draft.scroll_offset
        await type_in(pilot, "ringkas")
        assert screen.query("Said.-summary") and draft.scroll_offset == bottom
        await press(pilot, "1")
        assert draft.scroll_offset != bottom


async def test_an_answer_to_read_is_brought_before_the_reviewer(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (screen, pilot):
        await press(pilot, "f3", "1")
        assert screen.view == "draft"
        await press(pilot, "4")
        assert screen.view == "talk" and "Tertulis 99,30" in screen_text(pilot)


async def test_keys_of_the_bar_can_be_clicked(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        bar = screen.query_one("#keys")
        at = str(bar.render()).index("bantuan")
        await pilot.click(bar, offset=(at + 2, 0))
        await settle(pilot)
        assert "Angka menjawab" in screen_text(pilot)


async def test_what_is_pasted_comes_on_one_harmless_line(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "2")
        pilot.app.post_message(events.Paste("sesuai\r\nDPA \x1b[31mperubahan\n"))
        await settle(pilot)
        assert screen.query_one(Prompt).value == "sesuai DPA ␛[31mperubahan"


async def test_interrupting_says_how_to_leave(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (_, pilot):
        await press(pilot, "ctrl+c")
        assert [note.message for note in pilot.app._notifications] == ["Temuan 1 disalin. Ctrl+Q untuk keluar."]
        assert pilot.app.is_running


@pytest.mark.parametrize("size", [(60, 20), (20, 6), (10, 3), (300, 80)], ids=str)
async def test_any_size_of_terminal_is_borne(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(opened(tmp_path), size) as (screen, pilot):
        await press(pilot, "f3", "f4", "f2", "4", "1")
        assert screen.talk.progress.decided == 1


async def test_enter_in_the_list_leads_to_the_finding(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (screen, pilot):
        await press(pilot, "f4", "down", "enter")
        assert screen.view == "talk" and screen.focused is screen.query_one(Prompt)
        assert screen.talk.current is not None and screen.talk.current.code == "PCT001"


async def test_a_panel_is_called_again_after_the_prompt_was_used(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "f4")
        screen.query_one(Prompt).focus()
        await press(pilot, "f4")
        assert screen.focused is screen.query_one(FindingList)


async def test_a_folded_draft_shows_the_place_of_the_finding_when_it_comes_up(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path, many()), NARROW) as (_, pilot):
        await press(pilot, "f3")
        for number in (12, 9, 33, 2, 40):
            await press(pilot, "f2")
            await type_in(pilot, f"temuan {number}")
            await press(pilot, "f3")
            seen = [line for line in screen_text(pilot).splitlines() if line.startswith("▶")]
            assert len(seen) == 1 and f"{number - 1}14.281.961.200" in seen[0]


async def test_the_conversation_comes_up_at_the_finding_chosen_in_the_list(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path, many()), NARROW) as (screen, pilot):
        for number in range(2, 12):
            await type_in(pilot, f"temuan {number}")
        for keys in (("down",), ("pagedown", "down"), ("up", "up"), ("end",), ("home", "down")):
            await press(pilot, "f4", *keys, "enter")
            assert screen.talk.current is not None
            number = screen.talk.number(screen.talk.current)
            seen = screen_text(pilot)
            assert f"{number} dari 40 · TOT001" in seen and f"Temuan rekaan {number} di" in seen


@SIZES
async def test_a_figure_in_a_list_that_scrolls_is_whole_or_marked_as_cut(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(opened(tmp_path, many(70)), size) as (_, pilot):
        await press(pilot, "f4")
        rows = [line for line in screen_text(pilot).splitlines() if "Tabel 3." in line[:30]]
    assert len(rows) >= 10
    for row in rows:
        shown = re.search(r"\d+14\.281[\d.]*…?", row)
        assert shown and shown[0].endswith(("14.281.961.200", "…")), row


async def test_a_slash_tells_that_there_are_more_commands(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path), NARROW) as (_, pilot):
        await type_in(pilot, "/", enter=False)
        assert f"… dan {len(commands()) - 6} perintah lain; F1" in screen_text(pilot)
        await type_in(pilot, "eks", enter=False)
        assert "perintah lain" not in screen_text(pilot)


async def test_enter_in_the_draft_never_drops_a_question(tmp_path: Path) -> None:
    async with reviewing(opened(tmp_path)) as (screen, pilot):
        await press(pilot, "2", "f3", "enter")
        assert screen.talk.expects == "text" and screen.focused is screen.query_one(Prompt)
