"""The journal: what was decided is on the disk, whatever happens to the program, the file or the folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.reviewing import Entry, Event, EventKind, Journal, JournalError, Key, open_journal, person, review_folder
from reviewer.reviewing.sitting import chained, header, read_sitting, record
from tests.reviewing.made import DRAFT, START, clock, finding


def journal(folder: Path, who: str = "Sari") -> Journal:
    return Journal((folder,), who=who, draft="draf.txt", sha256=DRAFT, clock=clock())


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jsonl"))


def noted(row: str = "Jumlah", text: str = "") -> Entry:
    return Entry.about(EventKind.NOTED, finding(row), text)


def test_opening_and_reading_write_nothing(tmp_path: Path) -> None:
    draft = tmp_path / "draf.docx"
    draft.write_bytes(b"x")
    opened = open_journal(draft, DRAFT, who="Sari")
    assert opened.events == () and opened.reload() == ()
    assert [p.name for p in tmp_path.iterdir()] == ["draf.docx"]
    assert opened.folder == tmp_path / "draf.docx.review"


def test_an_event_is_in_the_file_when_append_returns(tmp_path: Path) -> None:
    (event,) = journal(tmp_path / "r").append(noted(text="cek DPA"))
    (file,) = files(tmp_path / "r")
    head, line = [json.loads(text) for text in file.read_text(encoding="utf-8").splitlines()]
    assert head["schema"] == 1 and head["draft"] == DRAFT and head["name"] == "draf.txt"
    assert line["id"] == event.id and line["kind"] == "catat" and line["text"] == "cek DPA"
    assert line["who"] == "Sari" and line["draft"] == DRAFT
    assert line["anchor"] == list(finding().anchor) and line["content"] == list(finding().content)
    assert datetime.fromisoformat(line["when"]).utcoffset() == timedelta(hours=7)
    assert "Tabel 3.11" in line["label"]


def test_append_reaches_the_disk_before_it_returns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    flush = os.fsync

    def watched(descriptor: int) -> None:
        flush(descriptor)
        sizes.append(os.fstat(descriptor).st_size)

    monkeypatch.setattr(os, "fsync", watched)
    written = journal(tmp_path)
    written.append(noted())
    written.append(noted("Sisa"))
    assert files(tmp_path)[0].stat().st_size == sizes[-1]


def test_a_killed_program_loses_nothing_it_confirmed(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from reviewer.reviewing import *\n"
        "j = Journal((Path(sys.argv[1]),), who='Sari')\n"
        "for n in range(5): j.append(Entry(EventKind.ADDED, text=str(n))); print(n, flush=True)\n"
        "os.abort()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert ended.returncode != 0
    assert ended.stdout.split() == [event.entry.text for event in journal(tmp_path).events] == list("01234")


def test_whatever_byte_a_crash_stops_at_all_whole_events_are_kept(tmp_path: Path) -> None:
    written = journal(tmp_path / "whole")
    events = [written.append(noted(row, "alasan “panjang” — é"))[0] for row in ("A", "B", "C")]
    data = files(tmp_path / "whole")[0].read_bytes()
    ends = [i for i, byte in enumerate(data) if byte == 10]
    for cut in range(len(data) + 1):
        sitting = read_sitting(data[:cut])
        whole = sum(end <= cut for end in ends[1:])
        assert list(sitting.events) == events[:whole], cut
        assert sitting.damaged == () and sitting.altered == ()


def test_a_cut_line_says_nothing_and_the_next_sitting_writes_beside_it(tmp_path: Path) -> None:
    journal(tmp_path).append(noted("A"), noted("B"))
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:-20])
    cut = file.read_bytes()
    again = journal(tmp_path)
    assert [e.entry.anchor[2] for e in again.events] == ["A"] and again.notices == []
    again.append(noted("C"))
    assert file.read_bytes() == cut and len(files(tmp_path)) == 2
    assert [e.entry.anchor[2] for e in journal(tmp_path).events] == ["A", "C"]


@pytest.mark.parametrize(
    "garbage", [b"\x00\x00\x00", b"{", b"[1, 2]", b"\xff\xfe", b'"kind"', b"[" * 5000, b'{"kind": "catat"}']
)
def test_a_damaged_line_is_told_in_one_line_and_costs_no_other(tmp_path: Path, garbage: bytes) -> None:
    journal(tmp_path).append(noted("A"), noted("B"), noted("C"))
    (file,) = files(tmp_path)
    lines = file.read_bytes().split(b"\n")
    lines[2] = garbage
    file.write_bytes(b"\n".join(lines))
    again = journal(tmp_path)
    assert [e.entry.anchor[2] for e in again.events] == ["A", "C"]
    (notice,) = again.notices
    assert "baris 3" in notice.id and "line 3" in notice.en and "\n" not in notice.id


def test_a_line_changed_by_hand_is_kept_and_told(tmp_path: Path) -> None:
    journal(tmp_path).append(noted("A", "cek DPA"), noted("B"))
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"cek DPA", b"cek DIPA"))
    again = journal(tmp_path)
    assert [e.entry.text for e in again.events] == ["cek DIPA", ""]
    assert len(again.notices) == 1 and "baris 2 diubah" in again.notices[0].id


def test_an_editor_that_changes_line_ends_and_adds_a_mark_does_no_harm(tmp_path: Path) -> None:
    journal(tmp_path).append(noted("A"), noted("B"))
    (file,) = files(tmp_path)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    again = journal(tmp_path)
    assert len(again.events) == 2 and again.notices == []


def test_a_file_of_a_newer_version_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    event = {"id": "1", "who": "Sari", "when": START.isoformat(), "draft": DRAFT}
    head = header("Sari", START.isoformat(), "draf.txt", DRAFT) | {"schema": 2}
    data, _ = chained([head, event | {"kind": "catat"}, event | {"id": "2", "kind": "ramalan"}])
    (tmp_path / "baru.jsonl").write_bytes(data)
    read = journal(tmp_path)
    assert [e.id for e in read.events] == ["1"]
    assert len(read.notices) == 1 and "lebih baru" in read.notices[0].id


def test_two_programs_on_one_draft_corrupt_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from reviewer.reviewing import *\n"
        "j = Journal((Path(sys.argv[1]),), who=sys.argv[2])\n"
        "for n in range(40): j.append(Entry(EventKind.ADDED, text=f'{sys.argv[2]} {n}'))"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), who]) for who in ("Budi", "Sari", "Sari")
    ]
    assert [program.wait(timeout=60) for program in programs] == [0, 0, 0]
    read = journal(tmp_path)
    assert read.notices == [] and len(files(tmp_path)) == 3
    for who, times in (("Budi", 1), ("Sari", 2)):
        said = sorted(e.entry.text for e in read.events if e.who == who)
        assert said == sorted([f"{who} {n}" for n in range(40)] * times)


def test_a_live_program_sees_others_when_it_reads_again(tmp_path: Path) -> None:
    ticking = clock()
    mine, hers = (Journal((tmp_path,), who=who, sha256=DRAFT, clock=ticking) for who in ("Sari", "Budi"))
    mine.append(noted("A"))
    (event,) = hers.append(noted("B"))
    assert event not in mine.events
    assert mine.reload() == (event,)
    assert mine.reload() == ()
    assert [e.entry.anchor[2] for e in mine.events] == ["A", "B"]


def test_events_are_merged_by_time_and_those_of_a_file_stay_in_order(tmp_path: Path) -> None:
    def event(name: str, minute: int, offset: int = 0) -> dict[str, object]:
        when = (START + timedelta(minutes=minute)).astimezone(UTC).isoformat()
        return record(Event(name, Entry(EventKind.ADDED, text=name), "Sari", when, DRAFT))

    (tmp_path / "a.jsonl").write_bytes(chained([event("a1", 0), event("a2", 10), event("a3", 4)])[0])
    (tmp_path / "b.jsonl").write_bytes(chained([event("b1", 5), event("b2", 11)])[0])
    assert [e.id for e in journal(tmp_path).events] == ["a1", "b1", "a2", "a3", "b2"]


def test_a_clock_set_back_turns_nothing_round(tmp_path: Path) -> None:
    Journal((tmp_path,), who="Sari", clock=lambda: START).append(noted("A"))
    Journal((tmp_path,), who="Sari", clock=lambda: START - timedelta(days=400)).append(noted("B"))
    assert [e.entry.anchor[2] for e in journal(tmp_path).events] == ["A", "B"]


def test_a_copy_of_a_file_counts_once(tmp_path: Path) -> None:
    journal(tmp_path).append(noted("A"))
    (file,) = files(tmp_path)
    (tmp_path / "salinan.jsonl").write_bytes(file.read_bytes())
    assert len(journal(tmp_path).events) == 1


def test_a_file_deleted_or_cut_under_a_running_program_is_written_anew(tmp_path: Path) -> None:
    written = journal(tmp_path)
    written.append(noted("A"))
    files(tmp_path)[0].unlink()
    written.append(noted("B"))
    assert [e.entry.anchor[2] for e in journal(tmp_path).events] == ["A", "B"]
    files(tmp_path)[0].write_bytes(b"")
    written.append(noted("C"))
    assert [e.entry.anchor[2] for e in journal(tmp_path).events] == ["A", "B", "C"]


def test_a_full_disk_is_told_and_nothing_counts_as_decided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = journal(tmp_path)
    written.append(noted("A"))
    before = files(tmp_path)[0].read_bytes()
    write = os.write

    def full(descriptor: int, data: memoryview) -> int:
        if len(data) > 30:
            return write(descriptor, data[:30])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(JournalError) as problem:
            written.append(noted("B"))
    assert "--journal" in str(problem.value) and "\n" not in str(problem.value)
    assert [f.read_bytes() for f in files(tmp_path)] == [before]
    assert [e.entry.anchor[2] for e in written.events] == ["A"]
    written.append(noted("C"))
    assert [e.entry.anchor[2] for e in journal(tmp_path).events] == ["A", "C"]


def test_where_the_folder_cannot_be_written_the_users_own_is_used_and_said(tmp_path: Path) -> None:
    draft = tmp_path / "draf.txt"
    review_folder(draft).write_text("a file in the way", encoding="utf-8")
    opened = open_journal(draft, DRAFT, who="Sari")
    assert opened.notices == []
    opened.append(noted("A"))
    (notice,) = opened.notices
    assert str(opened.folder) in notice.id and opened.folder != review_folder(draft)
    again = open_journal(draft, DRAFT, who="Sari")
    assert [e.entry.anchor[2] for e in again.events] == ["A"]
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    assert open_journal(elsewhere / "draf.txt", DRAFT, who="Sari").events == ()


def test_another_folder_can_be_named(tmp_path: Path) -> None:
    opened = open_journal(tmp_path / "draf.txt", DRAFT, who="Sari", folder=tmp_path / "putusan")
    opened.append(noted("A"))
    assert opened.folder == tmp_path / "putusan" and len(files(tmp_path / "putusan")) == 1
    assert not review_folder(tmp_path / "draf.txt").exists()


def test_what_a_draft_was_before_its_changes_has_a_journal_of_its_own(tmp_path: Path) -> None:
    draft = tmp_path / "draf.docx"
    open_journal(draft, DRAFT, who="Sari").append(noted("A"))
    before = open_journal(draft, DRAFT, who="Sari", original=True)
    assert before.events == () and before.folder == tmp_path / "draf.docx.original.review"
    before.append(noted("B"))
    assert [e.entry.anchor[2] for e in open_journal(draft, DRAFT, who="Sari").events] == ["A"]
    named = open_journal(draft, DRAFT, who="Sari", original=True, folder=review_folder(draft))
    assert [e.entry.anchor[2] for e in named.events] == ["A"], "a journal that is named is the one"


def test_in_memory_no_file_is_read_or_written(tmp_path: Path) -> None:
    draft = tmp_path / "draf.txt"
    open_journal(draft, DRAFT, who="Sari").append(noted("A"))
    before = sorted(tmp_path.rglob("*"))
    opened = open_journal(draft, DRAFT, who="Sari", memory=True)
    assert opened.events == () and not opened.saved and opened.folder is None
    opened.append(noted("B"))
    assert len(opened.events) == 1 and sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "who", ["Siti Aminah, S.E.", "CON", "../../etc/passwd", "a:b|c?*<>\"", ".", "Ünïcode 名前", "x" * 300, "nul.txt", " spasi "]
)  # fmt: skip
def test_any_name_makes_a_file_name_that_windows_takes(tmp_path: Path, who: str) -> None:
    journal(tmp_path, who).append(noted())
    (file,) = files(tmp_path)
    assert not set(file.name) & set('<>:"/\\|?* ') and len(file.name) < 100
    assert file.name.split(".")[0].upper() not in ("CON", "NUL") and not file.name.startswith(".")
    assert journal(tmp_path).events[0].who == who


def test_who_reviews(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWER_NAME", "Sari  Dewi ")
    assert person() == "Sari Dewi"
    assert person("Budi") == "Budi"
    monkeypatch.setenv("REVIEWER_NAME", " ")
    monkeypatch.setenv("LOGNAME", "petugas")
    monkeypatch.setenv("USERNAME", "petugas")
    assert person() == "petugas"


def test_names_are_compared_without_case_and_space(tmp_path: Path) -> None:
    opened = Journal((), who="Sari Dewi", trust=("Budi",))
    assert opened.mine("sari  dewi") and opened.obeys("BUDI") and not opened.obeys("Tono")


written_texts = st.text(st.characters(codec="utf-8"), max_size=30)
entries = st.builds(
    Entry,
    kind=st.sampled_from(EventKind),
    finding=written_texts,
    anchor=st.lists(written_texts, max_size=4).map(tuple),
    content=st.lists(written_texts, max_size=4).map(tuple),
    text=written_texts,
    label=written_texts,
    undoes=written_texts,
    replaces=written_texts,
    batch=written_texts,
)
events = st.builds(
    Event,
    id=written_texts,
    entry=entries,
    who=written_texts,
    when=st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
    draft=written_texts,
)


@given(st.lists(events, max_size=5))
def test_what_is_written_is_read_back(said: list[Event]) -> None:
    data, _ = chained([header("Sari", START.isoformat(), "draf.txt", DRAFT), *map(record, said)])
    sitting = read_sitting(data)
    assert list(sitting.events) == said
    assert not sitting.damaged and not sitting.altered and not sitting.newer


@given(st.lists(events, min_size=1, max_size=4), st.data())
def test_no_damage_to_one_line_costs_another(said: list[Event], data: st.DataObject) -> None:
    written, _ = chained(map(record, said))
    lines = written.split(b"\n")
    broken = data.draw(st.integers(0, len(said) - 1))
    lines[broken] = data.draw(st.binary(min_size=1, max_size=20).map(lambda b: b.replace(b"\n", b"?") + b"\x00"))
    sitting = read_sitting(b"\n".join(lines))
    assert list(sitting.events) == said[:broken] + said[broken + 1 :]
    assert sitting.damaged == (broken + 1,)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_complaint(data: bytes) -> None:
    assert isinstance(read_sitting(data).events, tuple)


@given(st.text(max_size=20))
def test_any_text_can_be_written(text: str) -> None:
    """Also lone surrogates, which a terminal hands over for bytes it cannot read."""
    entry = Entry(EventKind.NOTE, text=text, anchor=(text,))
    data, _ = chained([record(Event("1", entry, "Sari", START.isoformat(), DRAFT))])
    (event,) = read_sitting(data).events
    assert event.entry == entry
    assert Key.of(event.entry) == Key((text.encode("utf-8", "replace").decode("utf-8"),), ())
