"""Root causes: the one figure whose repair makes several relations hold.

Card-minimal repair (Flesca, Furfaro, Parisi, "Querying and repairing inconsistent numerical databases", TODS 2010) by exact
solving: every figure of a violated relation is solved for in Decimal, and the value is tried in all relations it stands in.
A repair counts only where it breaks no relation that holds.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reviewer.checking.locating import locate
from reviewer.model import Cause, Figure, Relation, Repair, Report, Rule, Spot, Words
from reviewer.model.arithmetic import Match, compare
from reviewer.model.written import written

_LARGEST = 400
"""Figures tried at most, so that a wholly broken draft costs no minutes."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A relation that was evaluated, with the id of its finding where it does not hold."""

    relation: Relation
    match: Match
    finding: str = ""


@dataclass(frozen=True, slots=True)
class _Trial:
    """A figure, the value that would repair it, and the findings that would vanish."""

    spot: Spot
    figure: Figure
    value: Decimal
    fixed: frozenset[str]
    slip: Words | None


def causes_of(report: Report, judged: Sequence[Judged]) -> tuple[Cause, ...]:
    """Figures that explain findings: several findings each, or one where a plausible slip singles the figure out."""
    touching: dict[Spot, list[Judged]] = defaultdict(list)
    figures: dict[Spot, Figure] = {}
    for entry in judged:
        for figure in _figures(entry.relation):
            # A relation may name a figure twice; comparing entries by what they hold would cost their square.
            if not (there := touching[figure.spot]) or there[-1] is not entry:
                there.append(entry)
            figures[figure.spot] = figure
    suspects = [s for s in figures if any(_violated(e) for e in touching[s])]
    trials = [t for s in suspects[:_LARGEST] for t in _trials(s, figures[s], touching[s])]
    return tuple(_chosen(report, trials))


def _violated(entry: Judged) -> bool:
    return bool(entry.finding) and entry.match is Match.DIFFERS


def _figures(relation: Relation) -> Iterable[Figure]:
    yield relation.result
    for term in relation.terms:
        yield term.figure


def _trials(spot: Spot, figure: Figure, entries: Sequence[Judged]) -> Iterable[_Trial]:
    seen: set[Decimal] = set()
    for entry in entries:
        if not _violated(entry):
            continue
        value = _solved(entry.relation, spot)
        if value is None or value in seen or value == figure.value or value < 0 <= figure.value:
            continue
        seen.add(value)
        fixed = set()
        for other in entries:
            holds = _holds(other.relation, spot, value)
            if other.match is not Match.DIFFERS and not holds:
                break
            if _violated(other) and holds:
                fixed.add(other.finding)
        else:
            yield _Trial(spot, figure, value, frozenset(fixed), slip_between(figure, value))


def _solved(relation: Relation, spot: Spot) -> Decimal | None:
    """The value at `spot` with which the relation holds exactly; None where that is not a single value."""
    if relation.rule is Rule.EQUAL:
        other = relation.terms[0].figure if relation.result.spot == spot else relation.result
        return other.value
    if relation.rule is not Rule.SUM:
        return None
    total = sum((t.figure.value * t.sign for t in relation.terms), Decimal(0))
    if relation.result.spot == spot:
        return total if relation.result.exact or relation.result.rounded else None
    own = [t for t in relation.terms if t.figure.spot == spot]
    if len(own) != 1 or not (own[0].figure.exact or own[0].figure.rounded):
        return None
    rest = total - own[0].figure.value * own[0].sign
    return (relation.result.value - rest) * own[0].sign


def _holds(relation: Relation, spot: Spot, value: Decimal) -> bool:
    def repaired(figure: Figure) -> Figure:
        return replace(figure, value=value) if figure.spot == spot else figure

    match = compare(relation.rule, repaired(relation.result), [(repaired(t.figure), t.sign) for t in relation.terms])
    return match is None or match is not Match.DIFFERS


def _chosen(report: Report, trials: Sequence[_Trial]) -> Iterable[Cause]:
    """Take the repair that explains most findings, then the next among what is left; ties are alternatives."""
    left = list(trials)
    explained: set[str] = set()
    while True:
        ranked = [(t, t.fixed - explained) for t in left]
        ranked = [(t, f) for t, f in ranked if len(f) > 1 or (len(f) == 1 and t.slip is not None)]
        if not ranked:
            return
        ranked.sort(key=lambda pair: (-len(pair[1]), pair[0].slip is None, pair[0].spot))
        best, fixed = ranked[0]
        equal = [t for t, f in ranked[1:] if f == fixed and (t.slip is not None) == (best.slip is not None)]
        if len(fixed) == 1 and equal:
            explained |= fixed
            continue
        explained |= fixed
        yield Cause(
            id=hashlib.sha256("\x1f".join(sorted(fixed)).encode()).hexdigest()[:12],
            cells=(_repair(report, best),),
            alternatives=tuple((_repair(report, t),) for t in equal[:5]),
            findings=tuple(sorted(fixed)),
        )


def _repair(report: Report, trial: _Trial) -> Repair:
    return Repair(
        locate(report, trial.spot),
        trial.figure.text,
        written(trial.value, trial.figure),
        trial.slip or Words("angka lain", "another figure"),
    )


def slip_between(figure: Figure, value: Decimal) -> Words | None:
    """The kind of typing slip that turns the right value into the figure as written, None where it is none."""
    have = re.sub(r"\D", "", re.sub(r"[.,]0+$", "", figure.text) if figure.decimals else figure.text).lstrip("0")
    want = str(
        abs(value).quantize(Decimal(1).scaleb(-figure.decimals)) if figure.decimals else abs(value.to_integral_value())
    )
    want = re.sub(r"\D", "", re.sub(r"\.0+$", "", want)).lstrip("0")
    if len(have) < 2 or not want:
        return None
    if len(have) == len(want):
        odd = [i for i in range(len(have)) if have[i] != want[i]]
        if len(odd) == 1:
            return Words("satu angka salah", "one digit wrong")
        if len(odd) == 2 and odd[1] == odd[0] + 1 and have[odd[0]] == want[odd[1]] and have[odd[1]] == want[odd[0]]:
            return Words("dua angka tertukar", "two digits exchanged")
        return None
    longer, shorter = (have, want) if len(have) > len(want) else (want, have)
    if len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
        return (
            Words("satu angka berlebih", "a digit too many")
            if longer is have
            else Words("satu angka hilang", "a digit lost")
        )
    return None
