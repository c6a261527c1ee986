"""An equation of a web page (MathML) as one line of text."""

from __future__ import annotations

from lxml import etree

from reviewer.reading.fragments import formula, lowered, raised

Element = etree._Element


def line(element: Element) -> str:
    """From the LaTeX that it was made of, else its signs in order, fractions and powers as they are typed."""
    source = element.get("alttext") or next(
        ("".join(map(str, a.itertext())) for a in element.iter("annotation") if "tex" in (a.get("encoding") or "")), ""
    )
    return formula(source) if source else " ".join(_read(element).split())


def _read(element: Element) -> str:
    """The text of an element; MathML knows it by the number and the order of its parts."""
    parts = [_read(part) for part in element if isinstance(part.tag, str) and not part.tag.startswith("annotation")]
    if not parts:
        return " ".join((element.text or "").split())
    match element.tag, parts:
        case "mfrac", [above, below]:
            return f"{_held(above)}/{_held(below)}"
        case "msup" | "mover", [base, above]:
            return base + raised(above)
        case "msub" | "munder", [base, below]:
            return base + lowered(below)
        case "msubsup" | "munderover", [base, below, above]:
            return base + lowered(below) + raised(above)
        case "mroot", [inner, degree]:
            return f"{raised(degree)}√{_held(inner)}"
        case "msqrt", _:
            return f"√{_held(''.join(parts))}"
        case "mfenced", _:
            return f"{element.get('open', '(')}{', '.join(parts)}{element.get('close', ')')}"
        case _:
            return "".join(parts)


def _held(text: str) -> str:
    """In brackets unless it is one word or number."""
    return text if text.replace(".", "").replace(",", "").isalnum() else f"({text})"
