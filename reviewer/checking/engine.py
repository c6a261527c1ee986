"""Runs the checks: evaluates relations, turns what does not hold into findings, and keeps the ledger."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reviewer.checking.base import Check
from reviewer.checking.causes import Judged, causes_of
from reviewer.checking.deadline import Deadline
from reviewer.checking.ledger import ledger_of
from reviewer.checking.locating import anchor, locate, ordinal
from reviewer.checking.registry import chosen
from reviewer.checking.wording import difference, expected, explained, filled, row_label, stated
from reviewer.model import (
    Cause,
    Evidence,
    Examination,
    Figure,
    Finding,
    Link,
    Notice,
    Problem,
    Relation,
    Report,
    Rule,
    Severity,
    Spot,
    Words,
    text_at,
)
from reviewer.model.arithmetic import Match, compare

_EVIDENCE = 60


@dataclass(frozen=True, slots=True)
class _Judged:
    relation: Relation
    match: Match


def examine(
    report: Report,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    deadline: Deadline | None = None,
) -> Examination:
    """Run the chosen checks over a report.

    `severity` maps a code or family to the severity its findings have instead of their own. What the deadline leaves undone is
    named in a notice and in `Examination.unfinished`; of a check that was stopped the relations are not evaluated, since the
    better one of two readings may be missing.
    """
    findings: list[Finding] = []
    links: list[Link] = []
    remarks: set[int] = set()
    """Positions of findings that join another about the same cell."""
    told: list[tuple[_Judged, int]] = []
    """Every evaluated relation with the position of its finding, -1 where it holds."""
    marked: dict[str, set[Spot]] = {"verified": set(), "contradicted": set(), "repeated": set()}
    notices: list[Notice] = []
    unfinished: list[str] = []
    for check in chosen(select, ignore):
        if deadline is not None and deadline.passed:
            unfinished.append(check.code)
            continue
        other = (severity or {}).get(check.code) or (severity or {}).get(check.family)
        relations: list[Relation] = []
        for outcome in check.inspect(report):
            if deadline is not None and deadline.passed:
                unfinished.append(check.code)
                relations = []
                break
            if isinstance(outcome, Relation):
                relations.append(outcome)
            elif isinstance(outcome, Notice):
                notices.append(outcome)
            else:
                if outcome.joins:
                    remarks.add(len(findings))
                findings.append(_of_problem(report, check, outcome, other))
                if outcome.figure is not None:
                    marked["contradicted"].add(outcome.figure.spot)
        for judged in _judge(relations):
            links.append(_link(check, judged))
            _mark(marked, judged)
            told.append((judged, len(findings) if judged.match is not Match.HOLDS else -1))
            if judged.match is not Match.HOLDS:
                findings.append(_of_relation(report, check, judged, other))
    if deadline is not None and unfinished:
        notices.insert(0, Notice(deadline.told(tuple(unfinished))))
    findings, told = _joined(findings, told, remarks)
    findings = _with_ids(report, findings)
    causes = causes_of(report, [Judged(j.relation, j.match, findings[i].id if i >= 0 else "") for j, i in told])
    findings = _with_causes(findings, causes)
    findings.sort(key=lambda f: (f.location.spot, f.severity.rank, f.code))
    ledger = ledger_of(report, marked["verified"], marked["contradicted"], marked["repeated"])
    return Examination(_noted(report, notices), tuple(findings), ledger, tuple(links), causes, tuple(unfinished))


def _noted(report: Report, notices: Sequence[Notice]) -> Report:
    """The report with what checking has to tell before what reading told."""
    if not notices:
        return report
    document = report.document
    return replace(report, document=replace(document, notices=(*notices, *document.notices)))


def _joined(
    findings: Sequence[Finding], told: Sequence[tuple[_Judged, int]], remarks: set[int]
) -> tuple[list[Finding], list[tuple[_Judged, int]]]:
    """Remarks told with the gravest finding of an arithmetic relation about their cell, else with the first remark on it;
    positions follow."""
    hosts: dict[tuple[int, int, int], int] = {}
    for judged, i in told:
        if i < 0 or not judged.relation.arithmetic:
            continue
        at = _cell(findings[i])
        if at not in hosts or findings[i].severity.rank < findings[hosts[at]].severity.rank:
            hosts[at] = i
    out = list(findings)
    gone = set()
    for i in sorted(remarks):
        host = hosts.setdefault(_cell(findings[i]), i)
        if host == i:
            continue
        gone.add(i)
        remark, main = findings[i], out[host]
        out[host] = replace(
            main,
            severity=min(main.severity, remark.severity, key=lambda severity: severity.rank),
            message=Words(f"{main.message.id} {remark.message.id}", f"{main.message.en} {remark.message.en}"),
            evidence=(*main.evidence, *(e for e in remark.evidence if e not in main.evidence)),
        )
    places = {old: new for new, old in enumerate(i for i in range(len(out)) if i not in gone)}
    return [f for i, f in enumerate(out) if i not in gone], [(j, places[i] if i >= 0 else -1) for j, i in told]


def _cell(finding: Finding) -> tuple[int, int, int]:
    spot = finding.location.spot
    return spot.block, spot.row, spot.col


def _with_causes(findings: list[Finding], causes: Iterable[Cause]) -> list[Finding]:
    of = {finding: cause.id for cause in causes for finding in cause.findings}
    return [replace(f, cause=of[f.id]) if f.id in of else f for f in findings]


def _judge(relations: Sequence[Relation]) -> Iterator[_Judged]:
    """Evaluate relations; of alternatives the best one speaks."""
    groups: dict[tuple[Spot, str], list[_Judged]] = {}
    for number, relation in enumerate(relations):
        match = compare(relation.rule, relation.result, [(t.figure, t.sign) for t in relation.terms])
        if match is None:
            continue
        name = relation.choice or f"#{number}"
        groups.setdefault((relation.result.spot, name), []).append(_Judged(relation, match))
    for group in groups.values():
        yield max(group, key=lambda j: j.match)


def _mark(marked: dict[str, set[Spot]], judged: _Judged) -> None:
    relation = judged.relation
    spots = {relation.result.spot, *(t.figure.spot for t in relation.terms if not t.figure.dash)}
    if judged.match is Match.DIFFERS:
        marked["contradicted"] |= spots
    elif judged.match is Match.HOLDS and _telling(relation):
        marked["verified" if relation.arithmetic else "repeated"] |= spots


def _telling(relation: Relation) -> bool:
    """Small counts agree by chance: they verify nothing on their own."""
    firm = [t.figure for t in relation.terms if not t.figure.dash and t.figure.value]
    if not relation.result.value or not firm:
        return False
    if relation.rule is Rule.SUM:
        return len(firm) > 1 or abs(relation.result.value) >= 1000
    return relation.rule is not Rule.EQUAL or _digits(relation.result) >= 3


def _digits(figure: Figure) -> int:
    """Significant digits; an amount of a thousand or more has enough, round as it may be."""
    return 3 if abs(figure.value) >= 1000 else len(str(abs(figure.value)).replace(".", "").strip("0"))


def _link(check: Check, judged: _Judged) -> Link:
    relation = judged.relation
    return Link(
        check.code,
        relation.result.spot,
        tuple(t.figure.spot for t in relation.terms),
        relation.rule,
        judged.match is not Match.DIFFERS,
        tuple(t.sign for t in relation.terms) if any(t.sign < 0 for t in relation.terms) else (),
    )


def _of_relation(report: Report, check: Check, judged: _Judged, told: str | None) -> Finding:
    relation = judged.relation
    result = relation.result
    should = expected(relation, _mark_around(report, result))
    values: dict[str, str | Words] = {
        "stated": stated(result),
        "expected": should,
        "difference": difference(relation),
        "row": row_label(report, result.spot),
        **dict(relation.params),
    }
    severity = Severity(told) if told else relation.severity or check.severity
    if judged.match is Match.NEAR:
        severity = Severity.INFO
    return Finding(
        id="",
        code=check.code,
        name=check.name,
        family=check.family,
        severity=severity,
        message=filled(check.messages[relation.message], values, result.spot),
        location=locate(report, result.spot),
        quote=result.text,
        stated=values["stated"] if isinstance(values["stated"], str) else "",
        expected="" if relation.open else should,
        difference=difference(relation),
        explanation=explained(relation, should),
        reason=check.reason,
        evidence=_evidence(report, (t.figure.spot for t in relation.terms)),
        params=tuple((k, v if isinstance(v, str) else v.id) for k, v in sorted(values.items())),
        anchor=anchor(report, check.code, result.spot),
        content=(stated(result), should, *(t.figure.text for t in relation.terms)),
        stake=_stake(relation),
    )


def _mark_around(report: Report, figure: Figure) -> str:
    """The decimal mark that the figure's table or sentence uses most."""
    table = report.table_at(figure.spot.block) if figure.spot.in_table else None
    if table is None:
        return figure.mark
    marks = Counter(f.mark for row in table.rows for _, f in row.figures if f.mark)
    return marks.most_common(1)[0][0] if marks else ""


def _of_problem(report: Report, check: Check, problem: Problem, told: str | None) -> Finding:
    quote = problem.quote or text_at(report.document, problem.spot).strip()
    values: dict[str, str | Words] = {
        "stated": problem.stated or quote,
        "expected": problem.expected,
        "difference": problem.difference,
        "row": row_label(report, problem.spot),
        **dict(problem.params),
    }
    return Finding(
        id="",
        code=check.code,
        name=check.name,
        family=check.family,
        severity=Severity(told) if told else problem.severity or check.severity,
        message=filled(check.messages[problem.message], values, problem.spot),
        location=locate(report, problem.spot),
        quote=quote,
        stated=problem.stated,
        expected=problem.expected,
        difference=problem.difference,
        explanation=problem.explanation or Words("", ""),
        reason=check.reason,
        evidence=_evidence(report, problem.evidence),
        group=problem.group,
        params=tuple((k, v if isinstance(v, str) else v.id) for k, v in sorted(values.items())),
        anchor=anchor(report, check.code, problem.spot),
        content=problem.content or (quote, problem.expected),
    )


def _evidence(report: Report, spots: Iterable[Spot]) -> tuple[Evidence, ...]:
    return tuple(Evidence(locate(report, s), text_at(report.document, s).strip()) for s in list(spots)[:_EVIDENCE])


def _stake(relation: Relation) -> Decimal:
    """Rupiah apart, for sums and repeated amounts; the share of the base for percentages."""
    result = relation.result
    total = sum((t.figure.value * t.sign for t in relation.terms), Decimal(0))
    if relation.rule is Rule.SUM and _money(result):
        return abs(total - result.value)
    if relation.rule is Rule.EQUAL and _money(result):
        return abs(relation.terms[0].figure.value - result.value)
    base = relation.terms[-1].figure
    rates = (Rule.PERCENT, Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE, Rule.GROWTH)
    if relation.rule in rates and _money(base) and base.value:
        return abs(relation.terms[0].figure.value / base.value * 100 - result.value) / 100 * abs(base.value)
    return Decimal(0)


def _money(figure: Figure) -> bool:
    return figure.unit == "Rp" or (not figure.percent and abs(figure.value) >= 100_000)


def _with_ids(report: Report, findings: list[Finding]) -> list[Finding]:
    """Give equal anchors an ordinal, that of their row among rows so called, and every finding its id."""
    order = sorted(range(len(findings)), key=lambda i: findings[i].location.spot)
    taken: set[tuple[str, ...]] = set()
    out = list(findings)
    for i in order:
        finding = findings[i]
        number = ordinal(report, finding.location.spot)
        while (placed := (*finding.anchor, str(number))) in taken:
            number += 1
        taken.add(placed)
        digest = hashlib.sha256("\x1f".join((*placed, "\x1e", *finding.content)).encode()).hexdigest()[:12]
        out[i] = replace(finding, anchor=placed, id=digest)
    return out
