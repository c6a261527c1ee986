"""Examinations made by hand: a small table, a sentence, and findings about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from reviewer.model import (
    Document,
    Evidence,
    Examination,
    Figure,
    Finding,
    Identity,
    Ledger,
    Location,
    Place,
    Report,
    Role,
    Severity,
    Spot,
    Status,
    Table,
    Words,
    same,
)
from reviewer.reviewing import Conversation, Journal, Message, MessageKind, deliver
from tests import made

START = datetime(2021, 5, 3, 14, 3, tzinfo=timezone(timedelta(hours=7)))
DRAFT = sha256(b"draf pertama").hexdigest()
NEXT_DRAFT = sha256(b"draf kedua").hexdigest()


def clock() -> Callable[[], datetime]:
    """A clock that moves on by a second each time it is asked."""
    asked = iter(range(10**6))
    return lambda: START + timedelta(seconds=next(asked))


def finding(
    row: str = "Jumlah",
    *,
    code: str = "TOT001",
    stated: str = "1.556.506.595",
    expected: str = "2.033.333.100",
    severity: Severity = Severity.ERROR,
    stake: int = 0,
    ordinal: int = 0,
    spot: Spot | None = None,
    message: Words | None = None,
) -> Finding:
    anchor = (code, "belanja", row, str(ordinal))
    content = (stated, expected)
    words = message or Words(
        f"{row} tertulis {stated}, seharusnya {expected}.", f"{row} reads {stated}, not {expected}."
    )
    at = spot or Spot(1, 2, 1, 0, 13)
    return Finding(
        id=sha256("\0".join((*anchor, *content)).encode()).hexdigest()[:12],
        code=code,
        name="table-total",
        family=code[:3],
        severity=severity,
        message=words,
        location=Location(same(f"Tabel 3.11 › {row} › Pagu"), Place(line=20), at, table="3.11", row=2, col=2),
        quote=stated,
        stated=stated,
        expected=expected,
        difference="476.826.505",
        explanation=same("281.961.200 + 1.751.371.900 = 2.033.333.100"),
        reason=Words("Jumlah sama dengan bagian-bagiannya.", "A total equals its parts."),
        evidence=(Evidence(Location(same("Tabel 3.11 › Program A › Pagu"), Place(line=18), at), "281.961.200"),),
        anchor=anchor,
        content=content,
        stake=Decimal(stake),
    )


def document(sha: str = DRAFT, path: str = "draf.txt") -> Document:
    rows = (("Uraian", "Pagu"), ("Program A", "281.961.200"), ("Jumlah", "1.556.506.595"))
    sentence = made.paragraph("Pagu anggaran Kabupaten Awan Biru sebesar Rp1.556.506.595.", 3)
    return Document(path, "txt", sha, (sentence, made.table(rows, 18, header_rows=1)))


def examination(findings: Sequence[Finding], sha: str = DRAFT, path: str = "draf.txt") -> Examination:
    read = document(sha, path)
    table = read.blocks[1]
    assert isinstance(table, Table)
    figures = [
        Figure(row[1].text, Decimal(row[1].text.replace(".", "")), 0, Spot(1, r, 1))
        for r, row in enumerate(table.rows)
        if r
    ]
    rows = tuple(replace(made.row(table, r), figures=((1, figure),)) for r, figure in enumerate(figures, 1))
    typed = made.typed(
        1,
        table,
        (Role.LABEL, Role.BUDGET),
        number="3.11",
        caption="Belanja menurut program",
        heading=("BAB III",),
        rows=rows,
        ordinal=1,
    )
    report = Report(
        read,
        Identity(2020, "Dinas Kebun Kabupaten Awan Biru", "Kabupaten Awan Biru", "Laporan Kinerja"),
        tables=(typed,),
        headings=(("BAB I",), ("BAB III",)),
    )
    statuses = {Spot(1, 1, 1): Status.VERIFIED, Spot(1, 2, 1): Status.CONTRADICTED, Spot(0, start=42): Status.UNCHECKED}
    return Examination(report, tuple(findings), Ledger(statuses))


def usual() -> tuple[Finding, ...]:
    """Five findings in the order of the draft; asked as 4, 2, 3, 5, 1."""
    return (
        finding("Sisa", code="PLS001", severity=Severity.INFO),
        finding("Jumlah", stake=900),
        finding("Jumlah belanja", stake=500),
        finding("Jumlah semua", stake=2000),
        finding("Capaian", code="PCT001", severity=Severity.WARNING, stated="97,1 %", expected="91,7 %"),
    )


class Talk:
    """A conversation with everything it said, as a face would hold it."""

    def __init__(
        self,
        findings: Sequence[Finding] | None = None,
        folder: Path | None = None,
        *,
        who: str = "Sari",
        sha: str = DRAFT,
        trust: Sequence[str] = (),
        path: str = "draf.txt",
        ticking: Callable[[], datetime] | None = None,
    ) -> None:
        self.ticking = ticking or clock()
        self.journal = Journal(
            (folder,) if folder else (), who=who, draft=path, sha256=sha, trust=trust, clock=self.ticking
        )
        found = usual() if findings is None else findings
        self.talk = Conversation(examination(found, sha, path), self.journal, clock=self.ticking)
        self.opening = self.talk.open()

    def say(self, *texts: str) -> tuple[Message, ...]:
        """Say these one after the other; the messages of the last."""
        messages: tuple[Message, ...] = ()
        for text in texts:
            messages = self.talk.hear(text)
            for message in messages:
                if message.kind is MessageKind.EXPORT:
                    messages = (*messages, *deliver(self.talk, message))
        return messages

    def decided(self) -> dict[str, str]:
        """Row label and verdict of every finding with a decision in force."""
        return {
            f.anchor[2]: decision.verdict.value for f in self.talk.all if (decision := self.talk.standing.decision(f))
        }

    @property
    def row(self) -> str:
        """The row of the finding in hand."""
        return self.talk.current.anchor[2] if self.talk.current else ""

    def kinds(self) -> list[str]:
        return [event.kind.value for event in self.journal.events]


def texts(messages: Sequence[Message]) -> str:
    return "\n".join(message.text for message in messages)
