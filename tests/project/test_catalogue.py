"""Everything that the faces say in Indonesian is said in English too."""

from __future__ import annotations

import ast
import gettext
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from reviewer import language
from tests.project.texts import calls

HINT = "run `make catalog`, translate what is new in reviewer/locale/en/LC_MESSAGES/reviewer.po, run it again"


@pytest.fixture(scope="module")
def folder(project: Path) -> Path:
    return project / "reviewer/locale/en/LC_MESSAGES"


@pytest.fixture(scope="module")
def english(folder: Path) -> Catalog:
    with (folder / "reviewer.po").open("rb") as file:
        return read_po(file, locale="en")


@pytest.fixture(scope="module")
def messages(english: Catalog) -> list[Message]:
    return [message for message in english if message.id]


@pytest.fixture(scope="module")
def said(project: Path) -> set[str]:
    """Every text that the faces hand to `tr`."""
    arguments = (argument for path in modules(project) for _, argument in calls(path.read_bytes()))
    return {argument.value for argument in arguments if isinstance(argument, ast.Constant)}


def modules(project: Path) -> list[Path]:
    return sorted((project / "reviewer").rglob("*.py"))


def fields(text: str) -> list[str]:
    """The fields of a text with their formats, sorted: "{total:,}" gives "total:,"."""
    parsed = Formatter().parse(text)
    return sorted(f"{name}!{conversion}:{spec}" for _text, name, spec, conversion in parsed if name is not None)


def test_every_text_is_a_literal(project: Path) -> None:
    """What is computed cannot be extracted, so it would stay Indonesian in silence."""
    computed = [
        f"{path.relative_to(project)}:{line}"
        for path in modules(project)
        for line, argument in calls(path.read_bytes())
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value)
    ]
    assert not computed


def test_the_catalogue_has_every_text_and_no_other(said: set[str], messages: list[Message], english: Catalog) -> None:
    assert len(said) > 100
    assert {message.id for message in messages} == said, HINT
    assert not english.obsolete, HINT


def test_every_text_is_translated(messages: list[Message]) -> None:
    assert not [message.id for message in messages if not message.string or message.fuzzy], HINT


def test_a_translation_fills_the_fields_of_its_text(messages: list[Message]) -> None:
    assert not [message.id for message in messages if fields(str(message.id)) != fields(str(message.string))]


def test_a_translation_begins_and_ends_as_its_text(messages: list[Message]) -> None:
    def edges(text: object) -> tuple[bool, bool, int]:
        return str(text)[:1].isspace(), str(text)[-1:].isspace(), str(text).count("\n")

    assert not [message.id for message in messages if edges(message.id) != edges(message.string)]


def test_what_is_shipped_is_what_was_translated(folder: Path, messages: list[Message]) -> None:
    with (folder / "reviewer.mo").open("rb") as file:
        shipped = {message.id: message.string for message in read_mo(file) if message.id}
    assert shipped == {message.id: message.string for message in messages}, HINT


def test_the_program_speaks_it(folder: Path, messages: list[Message]) -> None:
    with (folder / "reviewer.mo").open("rb") as file:
        shipped = gettext.GNUTranslations(file)
    sample = next(message for message in messages if message.id != message.string)
    language.choose("en")
    assert language.tr(str(sample.id)) == sample.string == shipped.gettext(str(sample.id))
    language.choose("id")
    assert language.tr(str(sample.id)) == sample.id
