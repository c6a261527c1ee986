"""What a conversation was seen to do with an utterance, graded by the rules in the head of `utterances.yaml`.

The draft is made for the purpose: it has the tables, headings, pages and findings that an utterance speaks of, so that
obeying it can be told from not finding what it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from reviewer import language
from reviewer.model import (
    Document,
    Examination,
    Finding,
    Identity,
    Ledger,
    Location,
    Paragraph,
    Place,
    Report,
    Role,
    Severity,
    Spot,
    Words,
    same,
)
from reviewer.model.report import Heading
from reviewer.reviewing import Conversation, EventKind, Journal, Message, MessageKind
from tests import made
from tests.reviewing.made import START

Grade = Literal["understood", "asked", "nothing", "wrong"]

KINDS = {"total": "TOT001", "percentage": "PCT001", "typo": "NUM001"}
TABLES = ("1", "2", "3.1", "3.5", "3.9", "3.12", "5", "6")
HEADINGS = ("BAB I PENDAHULUAN", "BAB II PERENCANAAN KINERJA", "BAB III AKUNTABILITAS KINERJA", "REALISASI ANGGARAN",
            "BAB IV PENUTUP")  # fmt: skip
_VERDICTS = {
    "accept": EventKind.NOTED,
    "reject": EventKind.REJECTED,
    "postpone": EventKind.LATER,
    "fixed": EventKind.FIXED,
}


@dataclass
class Seen:
    """What became of an utterance."""

    intents: set[str] = field(default_factory=set)
    text: str = ""
    findings: frozenset[str] = frozenset()
    value: str = ""
    said: str = ""


class Bench:
    """A conversation in the middle of a review: a finding on the screen, some answered, one answer taken back."""

    def __init__(self, args: dict[str, Any], filtered: bool) -> None:
        tables = tuple(dict.fromkeys((*TABLES, *([str(args["table"])] if "table" in args else []))))
        headings = tuple(dict.fromkeys((*HEADINGS, *([str(args["heading"])] if "heading" in args else []))))
        self.examination = _examination(tables, headings)
        self.ticks = 0
        self.folder = TemporaryDirectory()
        self.journal = Journal(
            (Path(self.folder.name),), who="Sari", draft="draf.txt", sha256="a" * 64, clock=self._clock
        )
        self.kept: list[Any] = []
        self.talk = Conversation(self.examination, self.journal, clock=self._clock, keep=self.kept.append)
        self.talk.open()
        for said in ("catat", "tolak karena pembulatan", "nanti", "catat", "batal", "ke 20"):
            self.talk.hear(said)
        if filtered:
            self.talk.hear("/hanya belum")
            self.talk.hear("/ke 20")
        self.before = self.talk.current
        assert self.before is not None and self.talk.expects == ""

    def _clock(self) -> Any:
        self.ticks += 1
        return START + timedelta(seconds=self.ticks)

    def named(self, **args: Any) -> frozenset[str]:
        """The findings that the arguments name."""
        return frozenset(f.id for f in self.talk.all if self._fits(f, args))

    def _fits(self, finding: Finding, args: dict[str, Any]) -> bool:
        state = self.talk.state(finding)
        status = str(args.get("status", ""))
        verdict = state.decision.verdict.value if state.decision else ""
        stands = {
            "": True, "open": not state.settled, "undecided": not state.settled, "decided": state.settled,
            "accepted": verdict == "catat", "rejected": verdict == "bukan-kesalahan", "postponed": verdict == "nanti",
            "fixed": verdict == "sudah-diperbaiki", "later": verdict == "nanti",
        }  # fmt: skip
        return (
            ("kind" not in args or finding.code == KINDS[args["kind"]])
            and ("severity" not in args or finding.severity.value == args["severity"])
            and ("table" not in args or finding.location.table == str(args["table"]))
            and stands[status]
        )


def _examination(tables: tuple[str, ...], headings: tuple[str, ...]) -> Examination:
    blocks: list[Any] = []
    paths: list[tuple[str, ...]] = []
    typed = []
    outline = []
    for heading in headings:
        at = Place(line=len(blocks) + 1, page=len(blocks) + 1)
        blocks.append(Paragraph(heading, (made.spans(1)[0].__class__(0, at),), 1))
        outline.append(Heading(1, "", heading, len(blocks) - 1))
        paths.append((heading,))
    for n, number in enumerate(tables, 1):
        table = made.table((("Uraian", "Pagu"), ("Program Awan", "10"), ("Program Bela Negara", "20")), 100 * n)
        blocks.append(table)
        typed.append(made.typed(len(blocks) - 1, table, (Role.LABEL, Role.BUDGET), number=number, ordinal=n))
        paths.append(("BAB III AKUNTABILITAS KINERJA",))
    while len(blocks) < 120:
        at = Place(line=5000 + len(blocks), page=len(blocks) + 1 - len(tables))
        blocks.append(Paragraph("Kewaspadaan dini dan bela negara.", (made.spans(1)[0].__class__(0, at),)))
        paths.append(("BAB IV PENUTUP",))
    findings = []
    for n in range(120):
        table_of = typed[n % len(typed)]
        code = list(KINDS.values())[(n // len(typed)) % 3]
        severity = list(Severity)[(n // (3 * len(typed))) % 3]
        findings.append(_finding(n, code, severity, table_of.number, Spot(table_of.block, 1, 1)))
    document = Document("draf.txt", "pdf", "a" * 64, tuple(blocks))
    report = Report(document, Identity(2020), outline=tuple(outline), tables=tuple(typed), headings=tuple(paths))
    return Examination(report, tuple(findings), Ledger({}))


def _finding(n: int, code: str, severity: Severity, table: str, spot: Spot) -> Finding:
    return Finding(
        id=f"f{n:03}", code=code, name=code.lower(), family=code[:3], severity=severity, message=Words(f"Hal {n}.", f"Item {n}."),
        location=Location(same(f"Tabel {table} › Baris {n}"), Place(line=n + 1), spot, table=table, row=1, col=2), quote="10",
        stated="10", expected="20", difference="10", explanation=same("10 + 10 = 20"), anchor=(code, str(n)), content=(str(n),),
        stake=Decimal((n * 37) % 101 * 1_000_000),
    )  # fmt: skip


def watch(text: str, args: dict[str, Any], filtered: bool = False, english: bool = False) -> tuple[Seen, Bench]:
    """Say it, and see what was done; a question whether so many are meant is answered with yes."""
    language.choose("en" if english else "id")
    bench = Bench(args, filtered)
    talk, seen = bench.talk, Seen()
    events, filter_, ordering = len(bench.journal.events), talk.filter, talk.ordering
    spoken = language.current()
    messages = talk.hear(text)
    seen.said = "\n".join(message.plain for message in messages)
    _asked(seen, bench, messages)
    _written(seen, bench, events)
    kinds = {message.kind for message in messages}
    first = messages[0]
    if MessageKind.GOTO in kinds:
        went = next(message for message in messages if message.kind is MessageKind.GOTO)
        _went(seen, bench, went)
    if talk.filter != filter_:
        seen.intents.add("filter" if talk.filter else "clear_filter")
        seen.findings = frozenset(f.id for f in talk.order)
    elif first.kind is MessageKind.LIST and first.findings and not first.hits and MessageKind.GOTO not in kinds:
        seen.intents.add("list")
        seen.findings = frozenset(f.id for f in first.findings)
    if talk.ordering != ordering or any(k.ordering for k in bench.kept):
        seen.intents.add("order")
        seen.value = {"worth": "materiality"}.get(talk.ordering.value, talk.ordering.value)
    if language.current() != spoken or MessageKind.LANGUAGE in kinds:
        seen.intents.add("language")
        seen.value = language.current()
    for kind, intent in (
        (MessageKind.HELP, "help"),
        (MessageKind.QUIT, "quit"),
        (MessageKind.SUMMARY, "summary"),
        (MessageKind.EXPLAIN, "explain"),
        (MessageKind.THEME, "theme"),
        (MessageKind.EXPORT, "export"),
    ):
        if kind in kinds:
            seen.intents.add(intent)
            message = next(m for m in messages if m.kind is kind)
            seen.value = seen.value or message.setting or message.form
    if first.text.startswith(("Sejak ", "Since ")):
        seen.intents.add("changed")
    if (
        first.hits
        and first.kind is MessageKind.LIST
        or "tidak ditemukan, baik" in first.text
        or "not found" in first.text
    ):
        seen.intents.add("search")
        seen.text = first.text
    moved = talk.current is not bench.before and talk.current is not None
    if moved and not seen.intents - {"goto_finding"}:
        assert talk.current is not None and bench.before is not None
        order = [f.id for f in talk.order]
        by = order.index(talk.current.id) - order.index(bench.before.id)
        seen.intents |= {"goto_finding"} | ({"next"} if by == 1 else {"previous"} if by == -1 else set())
        seen.value = str(talk.number(talk.current))
    language.choose("id")
    return seen, bench


def _asked(seen: Seen, bench: Bench, messages: tuple[Message, ...]) -> None:
    """A question before several are decided names the number; yes is said to it."""
    if bench.talk.expects == "yes-no" and any(once in messages[-1].text for once in (" sekaligus", " at once")):
        bench.talk.hear("ya")
    elif bench.talk.expects == "yes-no":
        seen.intents.add("asked")
    elif bench.talk.expects == "text":
        seen.intents.add("awaits")


def _written(seen: Seen, bench: Bench, before: int) -> None:
    new = bench.journal.events[before:]
    if not new:
        return
    kind = new[0].kind
    seen.text = new[0].entry.text
    if kind is EventKind.UNDO:
        seen.intents.add("redo" if any(e.id == new[0].entry.undoes and e.kind is EventKind.UNDO for e in bench.journal.events)
                         else "undo")  # fmt: skip
    elif kind is EventKind.NOTE:
        seen.intents.add("note")
    elif kind.verdict:
        name = next(name for name, of in _VERDICTS.items() if of is kind)
        seen.findings = frozenset(event.entry.finding for event in new)
        own = bench.before is not None and seen.findings == {bench.before.id}
        seen.intents.add(name if own and not new[0].entry.batch else f"bulk_{name}")
    else:
        seen.intents.add(kind.value)


def _went(seen: Seen, bench: Bench, went: Message) -> None:
    report = bench.examination.report
    assert went.spot is not None
    if went.finding is not None:
        seen.intents.add("show")
        return
    table = report.table_at(went.spot.block)
    if table is not None and went.text.startswith(("Tabel", "Table")):
        seen.intents.add("goto_table")
        seen.value = table.number
    elif went.text.startswith(("Halaman", "Page")):
        seen.intents.add("goto_page")
        seen.value = str(report.place(went.spot).page)
    else:
        seen.intents.add("goto_heading")
        block = report.document.blocks[went.spot.block]
        seen.value = block.text if isinstance(block, Paragraph) else ""


def grade(item: dict[str, Any]) -> tuple[Grade, Seen]:
    """Whether an utterance was understood, asked back, met with nothing, or acted upon wrongly."""
    expect, args = item["expect"], item["args"]
    seen, bench = watch(item["text"], args, expect == "clear_filter", item["lang"] == "en" and expect != "language")
    acted = seen.intents - {"asked", "awaits"}
    if expect == "nothing":
        harmless = acted <= {"explain", "help", "summary", "search", "list", "changed", "show"}
        return ("understood" if harmless else "wrong"), seen
    if _met(expect, args, seen, bench):
        return "understood", seen
    if "asked" in seen.intents or "awaits" in seen.intents:
        return "asked", seen
    return ("wrong" if acted - {"list", "search", "summary", "help", "explain", "changed"} else "nothing"), seen


def _met(expect: str, args: dict[str, Any], seen: Seen, bench: Bench) -> bool:
    wanted: dict[str, Callable[[], bool]] = {
        "accept": lambda: True,
        "fixed": lambda: True,
        "postpone": lambda: True,
        "reject": lambda: _holds(seen.text, args.get("reason", "")),
        "note": lambda: _holds(seen.text, args.get("text", "")),
        "goto_finding": lambda: seen.value == str(args["number"]),
        "goto_page": lambda: seen.value == str(args["page"]),
        "goto_table": lambda: seen.value == str(args["table"]),
        "goto_heading": lambda: str(args["heading"]).casefold() in seen.value.casefold(),
        "search": lambda: not args.get("query") or args["query"].casefold() in seen.text.casefold(),
        "export": lambda: (
            not args.get("format") or seen.value in (args["format"], "" if args["format"] == "md" else "-")
        ),
        "order": lambda: seen.value == {"value": "materiality", "amount": "materiality"}.get(args["by"], args["by"]),
        "language": lambda: seen.value == args["to"],
        "theme": lambda: (
            seen.value == {"high contrast": "contrast", "high_contrast": "contrast"}.get(args["to"], args["to"])
        ),
    }
    if expect in ("filter", "list"):
        named = bench.named(**args) if args else frozenset(f.id for f in bench.talk.all)
        return bool(seen.intents & {"filter", "list"}) and seen.findings == named
    if expect.startswith("bulk_"):
        reasoned = "reason" not in args or _holds(seen.text, args["reason"])
        others = {k: v for k, v in args.items() if k in ("kind", "severity", "table", "status")}
        return expect in seen.intents and reasoned and _is_bulk(seen, bench, others)
    return expect in seen.intents and wanted.get(expect, lambda: True)()


def _is_bulk(seen: Seen, bench: Bench, args: dict[str, Any]) -> bool:
    """Every finding named that was open, and no other."""
    named = bench.named(**{k: v for k, v in args.items() if k != "status"})
    done = {
        e.entry.finding
        for e in bench.journal.events
        if e.kind.verdict and e.kind is not EventKind.LATER and not e.entry.batch
    }
    return bool(seen.findings) and seen.findings <= named and named - seen.findings <= done


def _holds(text: str, wanted: str) -> bool:
    def bare(said: str) -> str:
        return re.sub(r"^(?:karena|krn|karna|because)\s+", "", said.casefold().strip(" .,:;!?\"'“”-–()"))

    return bare(wanted) in bare(text)
