"""Cerberus with the types of a report: `teks` (a text or a number), `angka` (a number, also as Indonesians write it)
and `rincian` (a map)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal

from cerberus import TypeDefinition, Validator, errors

from reviewer.schemas import Kind, Sentence, Violation

_ROOTS = {"report": "laporan", "config": "konfigurasi"}

# A sign, a currency, digits with separators however mistyped, a unit. Whether the number is well written is not asked here:
# the figures of report data are checked as those of any draft.
_NUMBER = re.compile(
    r"^\s*(?:[(<>≤≥±~+-]\s*)*(?:rp|idr)?[\s.]*[-–−(]?\s*\d[\d.,\s]*(?:[-=]|%|persen|[a-z][a-z./ ]*)?\s*\)?\s*$",
    re.IGNORECASE,
)
_NO_NUMBER = "no number"
_NONE = re.compile(r"^\s*(?:-|–|—|nihil|n/?a|n\.a\.)\s*$", re.IGNORECASE)
_NEGATIVE = re.compile(r"^\s*(?:rp[\s.]*)?(?:[-–−]|\(.*\d.*\))", re.IGNORECASE)
_YEAR = re.compile(r"^\d{4}$")
_PERIOD = re.compile(r"^\s*(\d{4})\s*(?:[-–—/]|s\.?/?d\.?|sampai)\s*(\d{4})\s*$", re.IGNORECASE)


class _ReportValidator(Validator):
    types_mapping = {
        **Validator.types_mapping,
        "teks": TypeDefinition("teks", (str, int, Decimal), (bool,)),
        "angka": TypeDefinition("angka", (str, int, Decimal), (bool,)),
        "rincian": TypeDefinition("rincian", (Mapping,), ()),
    }

    def _error(self, *args: Any) -> None:
        # Cerberus sorts all errors anew, and builds two trees of them, for each that it finds: a key misspelt on
        # thousands of rows would take minutes. Only the list is needed here.
        if len(args) == 1:
            self._errors.extend(args[0])
        else:
            super()._error(*args)

    def _check_with_angka(self, field: str, value: object) -> None:
        if isinstance(value, str) and not _NUMBER.match(value) and not _NONE.match(value):
            self._error(field, _NO_NUMBER)

    def _check_with_tidak_negatif(self, field: str, value: object) -> None:
        written = str(value)
        if (
            value is not None
            and not isinstance(value, Mapping)
            and not _NONE.match(written)
            and _NEGATIVE.match(written)
        ):
            self._error(field, "negative")

    def _check_with_tahun(self, field: str, value: object) -> None:
        written = str(value)
        if value is not None and not (_YEAR.match(written) and 1990 <= int(written) <= 2100):
            self._error(field, "year")

    def _check_with_periode(self, field: str, value: object) -> None:
        found = _PERIOD.match(str(value))
        if value is not None and not (found and 1990 <= int(found[1]) < int(found[2]) <= 2100):
            self._error(field, "period")


_KINDS: Mapping[int, Kind] = {
    errors.REQUIRED_FIELD.code: "missing",
    errors.NOT_NULLABLE.code: "empty",
    errors.EMPTY_NOT_ALLOWED.code: "empty",
    errors.MIN_LENGTH.code: "empty",
    errors.UNKNOWN_FIELD.code: "unknown",
    errors.BAD_TYPE.code: "type",
}


class _Collect(errors.BaseErrorHandler):
    """The validator's errors as they are, group errors replaced by what they group."""

    def __call__(self, found: Sequence[Any]) -> list[Any]:
        return list(_leaves(found))


def _leaves(found: Sequence[Any]) -> Iterator[Any]:
    for error in found:
        if error.is_group_error:
            yield from _leaves(error.child_errors)
        else:
            yield error


@cache
def schema_of(name: Literal["report", "config"]) -> Mapping[str, Any]:
    """The Cerberus schema of that name."""
    import yaml

    text = Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)[_ROOTS[name]]
    return loaded


def violations(name: Literal["report", "config"], data: Mapping[str, object]) -> tuple[Violation, ...]:
    """What breaks the schema of that name."""
    validator = _ReportValidator(schema_of(name), error_handler=_Collect)
    validator.validate(data, normalize=False)
    found = [_violation(schema_of(name), error) for error in validator.errors]
    return tuple(dict.fromkeys(found))


def _violation(schema: Mapping[str, Any], error: Any) -> Violation:
    path = tuple(error.document_path)
    kind = "type" if error.info == (_NO_NUMBER,) else _KINDS.get(error.code, "value")
    if kind == "unknown":
        nearest = _nearest(str(path[-1]), _fields_at(schema, path[:-1]))
        return Violation(path, "unknown-near" if nearest else "unknown", nearest=nearest)
    if kind == "type" and isinstance(error.value, (Mapping, list)):
        kind = "shape"
    rules = _rules_at(schema, path)
    if "keysrules" in error.schema_path:
        rules = _rules_at(schema, path[:-1])["keysrules"]
    expected = rules["meta"]["harapan"]
    stated = _written(error.value) if kind in ("type", "value") else ""
    return Violation(path, kind, stated=stated, expected=Sentence(expected["id"], expected["en"]))


def _written(value: object) -> str:
    """A scalar as YAML and JSON write it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _rules_at(schema: Mapping[str, Any], path: tuple[str | int, ...]) -> Mapping[str, Any]:
    """The rules that govern the value at a path."""
    fields: Mapping[str, Any] = schema
    rules: Mapping[str, Any] = {}
    for step in path:
        if isinstance(step, int):
            rules = rules.get("schema", {})
        elif step in fields:
            rules = fields[step]
        else:
            rules = rules.get("valuesrules", {})
        inner = rules.get("schema", {})
        fields = inner if _is_fields(inner) else {}
    return rules


def _fields_at(schema: Mapping[str, Any], path: tuple[str | int, ...]) -> Mapping[str, Any]:
    if not path:
        return schema
    inner = _rules_at(schema, path).get("schema", {})
    return inner if _is_fields(inner) else {}


def _is_fields(inner: Mapping[str, Any]) -> bool:
    """A `schema` rule holds the fields of a map, or the rules of a list's items."""
    return bool(inner) and all(isinstance(rules, Mapping) for rules in inner.values())


def _nearest(key: str, fields: Mapping[str, Any]) -> str:
    """The field that an unknown key most likely stands for: by its known synonyms, else by its letters."""
    spelled = re.sub(r"[\s\-.]+", "_", key.strip().lower())
    for name, rules in fields.items():
        if spelled == name or spelled in rules.get("meta", {}).get("sinonim", ()):
            return name
    close = get_close_matches(spelled, list(fields), n=1, cutoff=0.7)
    return close[0] if close else ""


def all_keys(schema: Mapping[str, Any]) -> Iterator[str]:
    """The keys of a schema's fields, at any depth."""
    for name, rules in schema.items():
        yield name
        yield from _keys_under(rules)


def _keys_under(rules: Mapping[str, Any]) -> Iterator[str]:
    inner = rules.get("schema", {})
    if _is_fields(inner):
        yield from all_keys(inner)
    elif inner:
        yield from _keys_under(inner)
    if "valuesrules" in rules:
        yield from _keys_under(rules["valuesrules"])
