"""Which decisions are in force: one's own and those of people trusted, on these very figures."""

from __future__ import annotations

from pathlib import Path

from reviewer.model import Verdict
from reviewer.reviewing import Entry, EventKind, Fate, Journal, standing
from tests.reviewing.made import DRAFT, NEXT_DRAFT, clock, finding

TICKING = clock()


def journal(folder: Path, who: str = "Sari", sha: str = DRAFT, trust: tuple[str, ...] = ()) -> Journal:
    return Journal((folder,), who=who, sha256=sha, trust=trust, clock=TICKING)


def test_ones_own_decision_is_obeyed_and_others_are_shown(tmp_path: Path) -> None:
    found = finding()
    journal(tmp_path, "Budi").append(Entry.about(EventKind.REJECTED, found, "pembulatan"))
    state = standing([found], journal(tmp_path), DRAFT).state(found)
    assert state.decision is None and not state.settled
    assert [(d.verdict, d.who, d.reason) for d in state.others] == [(Verdict.REJECTED, "Budi", "pembulatan")]

    trusting = standing([found], journal(tmp_path, trust=("budi",)), DRAFT).state(found)
    assert trusting.decision and trusting.decision.who == "Budi" and trusting.settled and trusting.others == ()


def test_ones_own_goes_before_a_later_one_of_someone_trusted(tmp_path: Path) -> None:
    found = finding()
    journal(tmp_path).append(Entry.about(EventKind.NOTED, found))
    journal(tmp_path, "Budi").append(Entry.about(EventKind.REJECTED, found, "pembulatan"))
    decision = standing([found], journal(tmp_path, trust=("Budi",)), DRAFT).decision(found)
    assert decision and decision.verdict is Verdict.NOTED


def test_the_latest_word_counts_and_later_is_not_settled(tmp_path: Path) -> None:
    found, said = finding(), journal(tmp_path)
    said.append(Entry.about(EventKind.NOTED, found))
    said.append(Entry.about(EventKind.LATER, found))
    state = standing([found], said, DRAFT).state(found)
    assert state.decision and state.decision.verdict is Verdict.LATER and not state.settled


def test_only_ones_own_can_be_undone(tmp_path: Path) -> None:
    found, said = finding(), journal(tmp_path)
    (event,) = said.append(Entry.about(EventKind.NOTED, found))
    journal(tmp_path, "Budi").append(Entry(EventKind.UNDO, undoes=event.id))
    assert standing([found], journal(tmp_path), DRAFT).decision(found)
    (undo,) = said.append(Entry(EventKind.UNDO, undoes=event.id))
    assert standing([found], said, DRAFT).decision(found) is None
    (redo,) = said.append(Entry(EventKind.UNDO, undoes=undo.id))
    assert standing([found], said, DRAFT).decision(found)
    said.append(Entry(EventKind.UNDO, undoes=redo.id))
    assert standing([found], said, DRAFT).decision(found) is None


def test_an_undo_that_names_nothing_undoes_nothing(tmp_path: Path) -> None:
    found, said = finding(), journal(tmp_path)
    said.append(Entry.about(EventKind.NOTED, found))
    said.append(Entry(EventKind.UNDO))
    assert standing([found], said, DRAFT).decision(found)


def test_changed_figures_are_asked_again_with_the_old_decision_beside_them(tmp_path: Path) -> None:
    before, after = finding(stated="10"), finding(stated="12")
    journal(tmp_path).append(Entry.about(EventKind.REJECTED, before, "pembulatan"))
    state = standing([after], journal(tmp_path), NEXT_DRAFT).state(after)
    assert state.changed and not state.settled and state.decision is None
    assert state.previous and state.previous.reason == "pembulatan" and state.previous_content == before.content


def test_said_to_be_mended_counts_in_that_draft_only(tmp_path: Path) -> None:
    found = finding()
    journal(tmp_path).append(Entry.about(EventKind.FIXED, found))
    assert standing([found], journal(tmp_path), DRAFT).state(found).settled
    again = standing([found], journal(tmp_path), NEXT_DRAFT).state(found)
    assert not again.settled and again.still_there and again.previous and again.previous.verdict is Verdict.FIXED
    assert not standing([found], journal(tmp_path), NEXT_DRAFT).gone


def test_what_is_no_longer_found_is_gone(tmp_path: Path) -> None:
    found, other = finding("Jumlah"), finding("Sisa")
    journal(tmp_path).append(Entry.about(EventKind.NOTED, found), Entry.about(EventKind.NOTE, other, "lihat"))
    gone = standing([], journal(tmp_path), NEXT_DRAFT).gone
    assert [event.entry.anchor for event in gone] == [found.anchor]


def test_notes_and_responses_of_everyone_are_kept(tmp_path: Path) -> None:
    found, said = finding(), journal(tmp_path)
    said.append(Entry.about(EventKind.NOTED, found), Entry.about(EventKind.NOTE, found, "cek DPA"))
    journal(tmp_path, "Dinas").append(Entry.about(EventKind.RESPONSE, found, "akan diperbaiki"))
    state = standing([found], journal(tmp_path), DRAFT).state(found)
    assert [e.entry.text for e in state.notes] == ["cek DPA"]
    assert [(e.who, e.entry.text) for e in state.responses] == [("Dinas", "akan diperbaiki")]
    assert state.decision and state.decision.note == "cek DPA"


def test_a_finding_decided_again_after_it_moved_has_one_decision_wherever_it_goes(tmp_path: Path) -> None:
    second, first = finding(stated="10", ordinal=1), finding(stated="10", ordinal=0)
    said = journal(tmp_path)
    (old,) = said.append(
        Entry.about(EventKind.REJECTED, second, "pembulatan"),
    )
    said.append(Entry.about(EventKind.NOTE, second, "cek DPA"))
    said.append(Entry.about(EventKind.NOTED, first, replaces=old.id))
    for here in (first, second):
        now = standing([here], journal(tmp_path), DRAFT)
        assert now.state(here).fate is Fate.SAME
        decision = now.decision(here)
        assert decision and decision.verdict is Verdict.NOTED and now.gone == ()
        assert [e.entry.text for e in now.state(here).notes] == ["cek DPA"]


def test_findings_added_by_hand_are_kept_apart(tmp_path: Path) -> None:
    said = journal(tmp_path)
    said.append(Entry(EventKind.ADDED, text="Bab III tidak membahas kendala."))
    now = standing([finding()], said, DRAFT)
    assert [e.entry.text for e in now.added] == ["Bab III tidak membahas kendala."] and now.gone == ()
