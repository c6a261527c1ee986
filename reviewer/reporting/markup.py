"""Text of a draft put into Markdown without becoming markup, link or mention."""

from __future__ import annotations

import re

from reviewer.reporting.safe import visible, visible_keeping

_ACTIVE = re.compile(r"([\\`*_{}\[\]#|~$^=])")
_LEADING = re.compile(r"^(?:([-+])|(\d+)([.)]))(?=\s|$)")
"""What would begin an item of a list."""
_LINKED = re.compile(r"(:)(//)|(\bwww)(\.)", re.IGNORECASE)


def escaped(text: str) -> str:
    """On one line, every character as it stands."""
    text = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _LEADING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", _ACTIVE.sub(r"\\\1", text))
    text = _LINKED.sub(lambda m: "".join(part for part in (m[1], m[3]) if part) + "&#8203;" + (m[2] or m[4]), text)
    return text.replace("@", "@&#8203;")


def fenced(text: str) -> list[str]:
    """A block of text as it is; the fence is longer than any inside."""
    kept = visible_keeping(text)
    longest = max((len(run) for run in re.findall("`+", kept)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence + "text", *kept.split("\n"), fence]
