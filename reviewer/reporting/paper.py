"""Lines on a console: wrapped with a hanging indent, without a space at their ends, so that logs stay clean."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from reviewer.reporting.squeeze import wrapped

THEME = Theme(
    {
        "error": "bold red",
        "warning": "bold yellow",
        "info": "bold blue",
        "wrong": "bold red reverse",
        "cited": "cyan",
        "right": "bold green",
        "head": "dim italic",
        "gutter": "dim",
        "label": "dim",
        "section": "bold",
        "table": "bold cyan",
        "verified": "green",
        "repeated": "cyan",
        "contradicted": "red",
        "unchecked": "yellow",
    },
    inherit=False,
)
_LONGEST_RULE = 100


class Paper:
    """What the reports are printed on."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.width = console.width

    @property
    def plain(self) -> bool:
        """True where nothing can be told by colour."""
        return self._console.color_system is None

    def can_show(self, text: str) -> bool:
        try:
            text.encode(self._console.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def blank(self) -> None:
        self._console.print()

    def whole(self, text: Text, indent: int = 0) -> None:
        """One line as it is."""
        line = Text.assemble(" " * indent, text)
        line.rstrip()
        self._console.print(line, soft_wrap=True)

    def say(self, words: Text | str, style: str = "", indent: int = 0) -> None:
        """A paragraph, every line indented."""
        self.entry(Text(), Text(words, style=style) if isinstance(words, str) else words, indent)

    def rule(self, title: str, style: str) -> None:
        """A title drawn out to a line."""
        dash = "─" if self.can_show("─") else "-"
        lines = wrapped(Text(title, style=style), self.width - 6)
        for line in lines[:-1]:
            self.whole(Text.assemble((f"{dash}{dash} ", "label"), line))
        rest = max(min(self.width, _LONGEST_RULE) - lines[-1].cell_len - 4, 2)
        self.whole(Text.assemble((f"{dash}{dash} ", "label"), lines[-1], (f" {dash * rest}", "label")))

    def entry(self, head: Text, body: Text, indent: int = 0) -> None:
        """A head, and beside it a body whose further lines stand under its first."""
        for n, line in enumerate(wrapped(body, self.width - indent - head.cell_len)):
            start = head if n == 0 else Text(" " * head.cell_len)
            self.whole(Text.assemble(start, line), indent)
