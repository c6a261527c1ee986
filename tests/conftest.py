"""What every test may count on: a home of its own, Indonesian, 100 columns, and the real drafts where they are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from reviewer import language

settings.register_profile("shared-machine", deadline=None)
settings.load_profile("shared-machine")

_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_XDG = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_UNSET = ("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "TMUX")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Files given as bytes are named by their argument: a zip made anew differs from one process to the next."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def project() -> Path:
    """The top of the source tree."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def isolated(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; what the program keeps for its user goes there."""
    home = tmp_path_factory.mktemp("home")
    for name in _HOMES:
        monkeypatch.setenv(name, str(home))
    for name in _XDG:
        monkeypatch.setenv(name, str(home / name.split("_")[1].lower()))
    for name in _UNSET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LINES", "40")
    monkeypatch.setenv("SHELL", "/bin/sh")  # what tmux starts, also for a user without a login shell
    language.choose("id")
    return home


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real drafts (`drafts/`) and their answer keys (`gold/`), so that nothing is written to them."""
    where = os.environ.get("REVIEWER_CORPUS", "")
    if not where:
        pytest.skip("REVIEWER_CORPUS is not set: no real drafts here")
    copy = tmp_path_factory.mktemp("corpus")
    for name in ("drafts", "gold"):
        (copy / name).mkdir()
        for file in (Path(where) / name).iterdir():
            if file.is_file():
                shutil.copyfile(file, copy / name / file.name)
    return copy


@pytest.fixture(scope="session")
def needs_tool() -> Callable[[str], str]:
    """`needs_tool("tmux")` gives the tool's path; without the tool the test skips, or fails where tools are required."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            if os.environ.get("REVIEWER_REQUIRE_TOOLS"):
                pytest.fail(f"{name} is required here and not installed", pytrace=False)
            pytest.skip(f"{name} is not installed")
        return path

    return find
