"""How a relation is told: what is stated, what it should be, and the worked calculation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from reviewer.model import Figure, Relation, Report, Rule, Spot, Words
from reviewer.model.arithmetic import PRODUCTS, computed
from reviewer.model.written import written

_SHOWN_TERMS = 14


def stated(figure: Figure) -> str:
    """The figure as written, without its unit's word."""
    return figure.text


def filled(template: Words, values: Mapping[str, str | Words], spot: Spot) -> Words:
    """A message with its fields; a column without header is called by its number."""
    if values.get("column") == "":
        number = spot.col + 1
        template = Words(
            template.id.replace("kolom {column}", "{column}"), template.en.replace("column {column}", "{column}")
        )
        values = {**values, "column": Words(f"kolom {number}", f"column {number}")}
    return template.format(**values)


def row_label(report: Report, spot: Spot) -> str | Words:
    """What a row calls itself, else which one of the table's body it is, from 1."""
    table = report.table_at(spot.block) if spot.in_table else None
    row = table.row(spot.row) if table else None
    if row is None:
        return ""
    return row.label or Words(f"Baris ke-{row.ordinal}", f"Row {row.ordinal}")


def _exact(relation: Relation) -> Decimal:
    """The middle of what the terms make, computed from the printed values themselves."""
    values = [(t.figure.value, t.sign) for t in relation.terms]
    rule = relation.rule
    if relation.expected is not None:
        return relation.expected
    if rule is Rule.SUM:
        return sum((v * s for v, s in values), Decimal(0))
    if rule is Rule.MEAN:
        return sum((v for v, _ in values), Decimal(0)) / len(values)
    if rule is Rule.EQUAL:
        return values[0][0]
    a, b = values[0][0], values[1][0]
    if rule is Rule.PERCENT_LOWER:
        return (2 * b - a) / b * 100
    if rule is Rule.PERCENT_INVERSE:
        return b / a * 100
    if rule is Rule.GROWTH:
        return (a - b) / b * 100
    if rule is Rule.RATIO:
        return a / b
    if rule in PRODUCTS:
        return a * b / (100 if rule is Rule.PRODUCT_PERCENT else 1)
    return a / b * 100


def expected(relation: Relation, mark: str = "") -> str:
    """What the result should read, in the draft's own way of writing; `mark` is the decimal mark around it."""
    if computed(relation.rule, [(t.figure, t.sign) for t in relation.terms]) is None:
        return ""
    if relation.rule is Rule.EQUAL:
        return relation.terms[0].figure.text
    value = _exact(relation)
    result = relation.result
    if not result.mark and mark and result.percent:
        result = replace(result, mark="." if mark == "." else ",")
    text = written(value, result)
    if result.percent or relation.rule in (Rule.PERCENT, Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE, Rule.GROWTH):
        if result.decimals == 0 and value != value.to_integral_value():
            text = written(value, result, decimals=2)
        return f"{text}%" if "%" in result.text else text
    return f"Rp{text}" if result.text.lower().startswith("rp") else text


def difference(relation: Relation) -> str:
    """Stated less expected, without sign."""
    value = abs(relation.result.value - _exact(relation))
    decimals = (
        2 if relation.result.percent and relation.result.decimals == 0 and value != value.to_integral_value() else None
    )
    return written(value, relation.result, decimals=decimals)


def explained(relation: Relation, should: str) -> Words:
    """The worked calculation."""
    terms = [t for t in relation.terms if not t.figure.dash]
    rule = relation.rule
    if rule is Rule.SUM:
        shown = terms if len(terms) <= _SHOWN_TERMS else terms[: _SHOWN_TERMS - 1]
        text = ""
        for i, term in enumerate(shown):
            sign = " - " if term.sign < 0 else " + " if i else ""
            text += f"{sign}{_bare(term.figure)}"
        rest = len(terms) - len(shown)
        if rest:
            return Words(f"{text} + … ({rest} lagi) = {should}", f"{text} + … ({rest} more) = {should}")
        return Words(f"{text} = {should}", f"{text} = {should}")
    if rule is Rule.EQUAL:
        return Words("", "")
    if rule is Rule.MEAN:
        text = " + ".join(_bare(t.figure) for t in terms[:_SHOWN_TERMS])
        return Words(f"({text}) / {len(terms)} = {should}", f"({text}) / {len(terms)} = {should}")
    a, b = _bare(relation.terms[0].figure), _bare(relation.terms[1].figure)
    text = {
        Rule.PERCENT: f"{a} / {b} × 100",
        Rule.PERCENT_INVERSE: f"{b} / {a} × 100",
        Rule.PERCENT_LOWER: f"(2 × {b} - {a}) / {b} × 100",
        Rule.GROWTH: f"({a} - {b}) / {b} × 100",
        Rule.RATIO: f"{a} / {b}",
        Rule.PRODUCT: f"{a} × {b}",
        Rule.PRODUCT_PERCENT: f"{a} × {b} / 100",
    }[rule]
    return Words(f"{text} = {should}", f"{text} = {should}")


def _bare(figure: Figure) -> str:
    return figure.text.removeprefix("Rp").removeprefix("rp").lstrip(". ").removesuffix(",-").removesuffix(".-")
