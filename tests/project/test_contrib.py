"""What others' platforms read of ours: well formed, and every command line in it is one that we understand."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.cli import main
from reviewer.commands import COMMANDS, options
from reviewer.commands.arguments import read_arguments
from reviewer.commands.drafts import SUFFIXES

FILES = (".pre-commit-hooks.yaml", "contrib/github-action/action.yml", "contrib/gitlab/reviewer.gitlab-ci.yml")


def loaded(project: Path, name: str) -> Any:
    return yaml.safe_load((project / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_its_command_lines_are_understood(project: Path, name: str) -> None:
    loaded(project, name)
    lines = re.findall(r"reviewer check ([^;|\n]*)", (project / name).read_text(encoding="utf-8"))
    lines = [line for line in lines if line.startswith("--")]
    assert lines
    for line in lines:
        words = [word for word in shlex.split(line) if "[@]" not in word]
        arguments = read_arguments(words, options.of_check())
        assert arguments.has("--no-journal")


def test_the_hook_takes_drafts(project: Path) -> None:
    (hook,) = loaded(project, ".pre-commit-hooks.yaml")
    assert hook["language"] == "python" and hook["entry"].startswith("reviewer check ")
    pattern = re.compile(hook["files"])
    assert pattern.search("a/laporan.docx") and pattern.search("data.yaml") and not pattern.search("a.docx.bak")
    named = set(re.findall(r"\w+", hook["files"].split("(")[1]))
    assert {f".{suffix}" for suffix in named} <= SUFFIXES


def test_inputs_of_the_action_are_never_put_into_a_script(project: Path) -> None:
    action = loaded(project, "contrib/github-action/action.yml")
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2 and not [script for script in scripts if "${{" in script]


def test_the_actions_script_passes_drafts_as_words(project: Path, tmp_path: Path) -> None:
    action = loaded(project, "contrib/github-action/action.yml")
    script = action["runs"]["steps"][-1]["run"]
    (tmp_path / "reviewer").write_text('#!/bin/sh\nfor word in "$@"; do echo "<$word>"; done\n', encoding="utf-8")
    (tmp_path / "reviewer").chmod(0o755)
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "DRAFTS": "a b.docx\n$(touch x)\n", "OPTIONS": "", "SARIF": "s.sarif"},
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-3:] == ["<-->", "<a b.docx>", "<$(touch x)>"]
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_commands_and_options(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    out = capsys.readouterr().out
    for word in (*COMMANDS, "sarif", "fail-on"):
        assert word in out


def test_bash_completes(capsys: pytest.CaptureFixture[str], tmp_path: Path, needs_tool: Callable[[str], str]) -> None:
    main(["completion", "bash"])
    script = capsys.readouterr().out

    def completed(*words: str) -> list[str]:
        told = f'{script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _reviewer; printf "%s\\n" "${{COMPREPLY[@]}}"'
        done = subprocess.run(
            [needs_tool("bash"), "-c", told, "bash", "reviewer", *words],
            cwd=tmp_path, capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert done.stderr == ""
        return done.stdout.split()

    (tmp_path / "laporan.docx").touch()
    assert completed("ch") == ["check", "chat"]
    assert completed("check", "--format", "sa") == ["sarif"]
    assert completed("check", "--show") == ["--show-suppressed"]
    assert completed("check", "lap") == ["laporan.docx"]


def test_an_unknown_shell_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "bash, zsh, fish" in capsys.readouterr().err
