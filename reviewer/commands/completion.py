"""`reviewer completion SHELL`: what a shell needs to complete the command line, written from the tables of options."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reviewer.commands import COMMANDS, options
from reviewer.commands.arguments import Arguments, Option, Usage
from reviewer.commands.output import writing
from reviewer.language import tr

SHELLS = ("bash", "zsh", "fish")


def run(arguments: Arguments) -> int:
    if len(arguments.words) != 1 or arguments.words[0] not in SHELLS:
        raise Usage(tr("Sebutkan shell: {shells}, misalnya: reviewer completion bash").format(shells=", ".join(SHELLS)))
    taken = {name: options.of(name) for name in COMMANDS}
    written = {"bash": _bash, "zsh": _zsh, "fish": _fish}[arguments.words[0]](taken)
    with writing():
        print(written, end="")
    return 0


def _bash(taken: Mapping[str, Sequence[Option]]) -> str:
    cases: list[str] = []
    values: dict[str, dict[str, None]] = {}
    for command, known in taken.items():
        names = " ".join(name for option in known for name in option.names)
        cases.append(f'    {command}) words="{names}" ;;')
        for option in known:
            for name in option.names if option.choices else ():
                values.setdefault(name, {}).update(dict.fromkeys(option.choices))
    chosen = [f'    {name}) words="{" ".join(choices)}" ;;' for name, choices in values.items()]
    return "\n".join(
        [
            "_reviewer() {",
            '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""',
            '  case "$before" in',
            *chosen,
            "  esac",
            '  if [ -z "$words" ] && [[ "$current" == -* ]]; then case "${COMP_WORDS[1]}" in',
            *cases,
            "  esac; fi",
            f'  [ "$COMP_CWORD" -eq 1 ] && words="$words {" ".join(taken)}"',
            '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
            '  [ -n "$words" ] && [ "$COMP_CWORD" -ne 1 ] || COMPREPLY+=($(compgen -f -- "$current"))',
            "}",
            "complete -o filenames -F _reviewer reviewer",
            "",
        ]
    )


def _zsh(taken: Mapping[str, Sequence[Option]]) -> str:
    lines = ["#compdef reviewer", "_reviewer() {", "  case ${words[2]} in"]
    for command, known in taken.items():
        specs = " ".join(_spec(name, option) for option in known for name in option.names)
        lines.append(f"    {command}) _arguments '1:' {specs} '*:draft:_files' ;;")
    return "\n".join([*lines, f"    *) compadd {' '.join(taken)}; _files ;;", "  esac", "}", '_reviewer "$@"', ""])


def _spec(name: str, option: Option) -> str:
    told = re.sub(r"[\[\]'\\:\n]", " ", option.help)
    value = f":{option.value or 'x'}:({' '.join(option.choices)})" if option.choices else f":{option.value}:_files"
    return f"'*{name}[{told}]{value if option.value else ''}'"


def _fish(taken: Mapping[str, Sequence[Option]]) -> str:
    lines = [f"complete -c reviewer -n __fish_use_subcommand -a '{' '.join(taken)}'"]
    for command, known in taken.items():
        for option in known:
            told = option.help.replace("\\", " ").replace("'", "\\'").replace("\n", " ")
            for name in option.names:
                flag = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                values = f" -x -a '{' '.join(option.choices)}'" if option.choices else " -r" if option.value else ""
                lines.append(
                    f"complete -c reviewer -n '__fish_seen_subcommand_from {command}' {flag}{values} -d '{told}'"
                )
    return "\n".join(lines) + "\n"
