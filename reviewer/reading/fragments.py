"""Pieces of LaTeX and HTML that converters leave in a text, written as a reader would see them.

"$66\\% \\leq 75\\%$" is 66% ≤ 75%, "\\frac{a}{b}" is a/b, "m<sup>2</sup>" is m², "a<br>b" is two lines. Text that
only looks a little like it ("Rp5.000 < Rp6.000", "$5", a path with backslashes) is left alone.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

_SIGNS = {
    "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "neq": "≠", "ne": "≠", "lt": "<", "gt": ">",
    "approx": "≈", "equiv": "≡", "sim": "~", "pm": "±", "times": "×", "div": "÷", "cdot": "·", "ast": "*", "to": "→",
    "rightarrow": "→", "Rightarrow": "⇒", "longrightarrow": "→", "leftarrow": "←", "infty": "∞", "sum": "∑", "prod": "∏",
    "int": "∫", "partial": "∂", "circ": "°", "degree": "°", "ldots": "…", "dots": "…", "cdots": "…", "bullet": "•",
    "checkmark": "✓",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "theta": "θ", "phi": "φ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω", "mid": "|", "vert": "|",
    "quad": " ", "qquad": " ", "textbackslash": "\\", "textless": "<", "textgreater": ">", "backslash": "\\",
}  # fmt: skip
_WRAPPERS = frozenset(
    "text textbf textit textrm textsf texttt mathrm mathbf mathit mathsf mathtt mathbb mathcal operatorname boldsymbol "
    "bf rm mbox hbox underline overline bar hat vec tilde emph boxed displaystyle textstyle left right big Big bigg Bigg "
    "limits nolimits".split()
)
"""Commands that only dress what follows."""
_FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac"})
_ESCAPED = frozenset("%&$#_{}")
_BLANKS = frozenset(",;:! >")

_RELATIONS = frozenset("≤≥≠<>≈≡~±×÷·→⇒←")

_DOLLAR = re.compile(r"(?<!\\)\${1,2}")
_PARENTHESES = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
_USES_LATEX = re.compile(r"[\\^_{]")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|%)")
_BARE_NUMBERS = re.compile(r"[-\d.,\s%<>=≤≥+×x/()]*\d[-\d.,\s%<>=≤≥+×x/()]*")
_BARE = re.compile(
    r"(?<![\w:\\/])\\[dt]?frac\s*\{|(?<![A-Za-z:\\])\\(leq?|geq?|neq?|times|div|pm|approx|cdot)(?![A-Za-z])|\\%"
)
_TOKEN = re.compile(r"\\([A-Za-z]+)\s*|\\(.)|([{}^_~&])|([^\\{}^_~&]+)", re.DOTALL)

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>sup|sub|b|i|u|s|em|strong|small|big|span|font|p|div|mark|center|br|wbr)"
    r"(?:\s+[\w:-]{1,30}\s*=\s*(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}'|[^\s<>\"']{1,100})){0,9}\s*/?>",
    re.IGNORECASE,
)
_BREAKS = frozenset({"br", "p", "div"})
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_LONGEST = 10_000
_DEPTH = 20


class Replacement(NamedTuple):
    """Characters `start` to `end` read as `text`."""

    start: int
    end: int
    text: str


def readable(text: str) -> str:
    """A text without its fragments."""
    pieces = []
    at = 0
    for start, end, instead in replacements(text):
        pieces += [text[at:start], instead]
        at = end
    return "".join([*pieces, text[at:]])


def without_formulas(text: str) -> str:
    """A text whose LaTeX is written out; what looks like HTML stays."""
    if "$" not in text and "\\" not in text or len(text) > _LONGEST:
        return text
    pieces = []
    at = 0
    for start, end, instead in _latex_in(text):
        pieces += [text[at:start], instead]
        at = end
    return "".join([*pieces, text[at:]])


def formula(source: str) -> str:
    """The inside of a LaTeX formula as one line of text."""
    return _latex(source[:_LONGEST])


def replacements(text: str) -> list[Replacement]:
    """What of a text is to be read otherwise, in order and without overlaps; the rest stands as it is."""
    if len(text) > _LONGEST or not any(mark in text for mark in "$\\<&"):
        return []
    found = _latex_in(text)
    return sorted([*found, *_outside(found, [*_tags(text), *_entities(text)])])


def raised(text: str) -> str:
    """As a superscript; what has no raised form is set behind a circumflex, so that 10<sup>x</sup> is not 10x."""
    return _moved(text, _RAISED, "^")


def lowered(text: str) -> str:
    """As a subscript."""
    return _moved(text, _LOWERED, "_")


def _moved(text: str, table: dict[int, int], mark: str) -> str:
    bare = text.strip()
    if all(ord(character) in table for character in bare):
        return bare.translate(table)
    if not any(character.isalnum() for character in bare) or bare[0] == "[" and bare[-1] == "]":
        return bare
    return f"{mark}{bare}" if len(bare) == 1 else f"{mark}({bare})"


# ---------------------------------------------------------------- LaTeX


def _latex_in(text: str) -> list[Replacement]:
    found = _formulas(text)
    return sorted([*found, *_outside(found, _bare(text))])


def _outside(taken: list[Replacement], others: list[Replacement]) -> list[Replacement]:
    """Of `others` those that lie in nothing taken."""
    found = []
    waiting = iter(sorted(taken))
    held = next(waiting, None)
    for other in sorted(others):
        while held is not None and held.end <= other.start:
            held = next(waiting, None)
        if held is None or other.end <= held.start:
            found.append(other)
    return found


def _formulas(text: str) -> list[Replacement]:
    found = []
    before: re.Match[str] | None = None
    for match in _DOLLAR.finditer(text):
        if before is not None and _is_formula(text[before.end() : match.start()], text[match.end() :][:1]):
            found.append(Replacement(before.start(), match.end(), _latex(text[before.end() : match.start()])))
            before = None
        else:
            before = match
    others = []
    for match in _PARENTHESES.finditer(text):
        inner = match[1] or match[2] or ""
        if _USES_LATEX.search(inner) or _BARE_NUMBERS.fullmatch(inner):
            others.append(Replacement(match.start(), match.end(), _latex(inner)))
    return [*found, *_outside(found, others)]


def _is_formula(inner: str, after: str) -> bool:
    """Whether what stands between two dollars uses LaTeX, or is numbers and relations alone.

    As in Pandoc, without a command no blank follows the first dollar or precedes the last, and no digit follows that:
    "$5 and $6" are prices.
    """
    if _COMMAND.search(inner):
        return True
    if not inner.strip() or inner != inner.strip() or after.isdigit():
        return False
    return bool(_USES_LATEX.search(inner) or _BARE_NUMBERS.fullmatch(inner))


def _bare(text: str) -> list[Replacement]:
    """Commands outside of any formula that ordinary text cannot hold."""
    found = []
    at = 0
    while match := _BARE.search(text, at):
        at = match.end()
        if match[0].endswith("{"):
            at = _closing(text, _closing(text, match.end() - 1), opens=True)
            if not at:
                break
        found.append(Replacement(match.start(), at, _latex(text[match.start() : at])))
    return found


def _closing(text: str, start: int, *, opens: bool = False) -> int:
    """Just behind the brace that closes the one at `start` (with `opens`, at the next that is not blank); 0 for none."""
    if opens:
        start = start + len(text[start:]) - len(text[start:].lstrip()) if start else len(text)
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if not depth:
            return at + 1 if text[at] == "}" else 0
    return 0


def _latex(source: str) -> str:
    """A formula as one line of text."""
    tokens = _TOKEN.findall(source)
    text, _ = _sequence(tokens, 0, 0)
    return re.sub(r"\s+", " ", text).strip()


_Tokens = list[tuple[str, str, str, str]]


def _sequence(tokens: _Tokens, at: int, depth: int) -> tuple[str, int]:
    """The text from token `at` up to the brace that closes its group, and the token behind it."""
    pieces: list[str] = []
    while at < len(tokens):
        if tokens[at][2] == "}":
            return "".join(pieces), at + 1
        text, at = _item(tokens, at, depth)
        pieces.append(text)
    return "".join(pieces), at


def _item(tokens: _Tokens, at: int, depth: int) -> tuple[str, int]:
    """The text of one token with what belongs to it."""
    command, escaped, mark, plain = tokens[at]
    at += 1
    if depth > _DEPTH:
        return "", at
    if command in _FRACTIONS:
        above, at = _argument(tokens, at, depth)
        below, at = _argument(tokens, at, depth)
        return f"{_factor(above)}/{_factor(below)}", at
    if command == "sqrt":
        inner, at = _argument(tokens, at, depth)
        return f"√{_factor(inner)}", at
    if command in _WRAPPERS:
        return "", at
    if command:
        sign = _SIGNS.get(command, f" {command} ")
        return f" {sign} " if sign in _RELATIONS else sign, at
    if escaped:
        return escaped if escaped in _ESCAPED else " " if escaped in _BLANKS or escaped == "\\" else escaped, at
    if mark == "{":
        return _sequence(tokens, at, depth + 1)
    if mark in ("^", "_"):
        inner, at = _argument(tokens, at, depth)
        return (raised if mark == "^" else lowered)(inner), at
    if mark:
        return " ", at
    return plain, at


def _argument(tokens: _Tokens, at: int, depth: int) -> tuple[str, int]:
    """What a command takes: a group, a command, or the next character."""
    if at >= len(tokens):
        return "", at
    plain = tokens[at][3]
    if plain.strip():
        plain = plain.lstrip()
        # A command takes one character; the rest stays where it is.
        tokens[at] = ("", "", "", plain[1:])
        return plain[0], at + 1 if not plain[1:] else at
    if plain:
        return _argument(tokens, at + 1, depth)
    return _item(tokens, at, depth + 1)


def _factor(text: str) -> str:
    """In brackets where it is more than one factor."""
    text = text.strip()
    return f"({text})" if re.search(r"[\s+\-×÷/·]", text) else text


# ---------------------------------------------------------------- HTML


def _tags(text: str) -> list[Replacement]:
    """Tags of style go, breaks break the line; what is raised or lowered is read as such."""
    found: list[Replacement] = []
    open_: re.Match[str] | None = None
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name in ("sup", "sub"):
            if not match["close"]:
                open_ = match
            elif open_ is not None and open_["name"].lower() == name:
                shift = raised if name == "sup" else lowered
                inner = re.sub(r"<[^<>]*>", "", text[open_.end() : match.start()])
                found = [r for r in found if r.start < open_.start()]
                found.append(Replacement(open_.start(), match.end(), shift(html.unescape(inner))))
                open_ = None
        elif name in _BREAKS:
            breaks = name == "br" or match["close"]
            found.append(
                Replacement(match.start(), match.end(), "\n" if breaks and text[match.end() :].strip() else "")
            )
        else:
            found.append(Replacement(match.start(), match.end(), ""))
    return found


def _entities(text: str) -> list[Replacement]:
    found = []
    for match in _ENTITY.finditer(text):
        character = html.unescape(match[0])
        if character != match[0] and len(character) == 1:
            found.append(Replacement(match.start(), match.end(), character))
    return found
