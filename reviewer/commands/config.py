"""`reviewer config`: what is in force, and where that comes from."""

from __future__ import annotations

from typing import Any

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.configuration import chosen_configuration
from reviewer.commands.output import printing, write_bytes, writing
from reviewer.commands.settings import in_force, settings_of
from reviewer.language import tr
from reviewer.reading.unreadable import printable


def run(arguments: Arguments) -> int:
    """Of the drafts named the first, whose path decides which `[[overrides]]` hold."""
    if len(arguments.words) > 1:
        raise Usage(tr("Sebutkan paling banyak satu draf, misalnya: reviewer config --show lra/2025.xlsx"))
    configuration = chosen_configuration(arguments)
    settings_of(arguments, configuration)
    draft = arguments.words[0] if arguments.words else None
    stated = in_force(arguments, configuration, draft)
    if arguments.get("--format") == "json":
        from reviewer.reporting.machine import as_bytes, head

        told = {key: {"value": value.value, "sources": value.sources} for key, value in stated.items()}
        where = str(configuration.path) if configuration.path else None
        with writing():
            write_bytes(as_bytes({**head(), "configuration": where, "settings": told}))
        return 0
    from rich.text import Text

    with printing(colour=not arguments.has("--no-color")) as paper:
        if configuration.path:
            paper.whole(Text(tr("# konfigurasi: {path}").format(path=printable(str(configuration.path)))))
        else:
            paper.whole(Text(tr("# tidak ada reviewer.toml atau [tool.reviewer] di folder kerja dan di atasnya")))
        for key, value in stated.items():
            if value.value in (None, (), {}):
                paper.whole(Text(tr("# {key}: bawaan").format(key=key)))
            else:
                paper.whole(Text(f"# {', '.join(value.sources)}:", style="label"))
                paper.whole(Text(f"{key} = {_toml(value.value)}"))
    return 0


def _toml(value: Any) -> str:
    """As the configuration would write it, on one line."""
    import json

    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
