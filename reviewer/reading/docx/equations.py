"""An equation (Office MathML) as one line of text."""

from __future__ import annotations

from reviewer.reading.characters import as_seen
from reviewer.reading.docx.xml import child, m, switch
from reviewer.reading.office_xml import Element


def line(element: Element) -> str:
    """`(Realisasi)/(Target) × 100%` for a fraction times a hundred: fractions, powers and roots with signs of one line."""
    return _READERS.get(element.tag, _run_on)(element)


def _run_on(element: Element) -> str:
    return "".join(line(part) for part in element)


def _part(element: Element, name: str) -> str:
    found = element.find(m(name))
    return "" if found is None else _run_on(found)


def _text(element: Element) -> str:
    return as_seen(element.text or "")


def _nothing(element: Element) -> str:
    return ""


def _run(element: Element) -> str:
    return "" if switch(child(element, "rPr"), "vanish") else _run_on(element)


def _fraction(element: Element) -> str:
    return f"{_held(_part(element, 'num'))}/{_held(_part(element, 'den'))}"


def _held(text: str) -> str:
    """In brackets unless it is one word or number."""
    return text if text.replace(".", "").replace(",", "").isalnum() else f"({text})"


def _power(element: Element) -> str:
    return f"{_part(element, 'e')}^{_held(_part(element, 'sup'))}"


def _index(element: Element) -> str:
    return f"{_part(element, 'e')}_{_held(_part(element, 'sub'))}"


def _limit(element: Element) -> str:
    return f"{_part(element, 'e')}_{_held(_part(element, 'lim'))}"


def _both(element: Element) -> str:
    return f"{_index(element)}^{_held(_part(element, 'sup'))}"


def _root(element: Element) -> str:
    return f"{_part(element, 'deg')}√{_held(_part(element, 'e'))}"


def _sum(element: Element) -> str:
    sign = _property(element, "naryPr", "chr", "∫")
    below, above = _part(element, "sub"), _part(element, "sup")
    bounds = (f"_{_held(below)}" if below else "") + (f"^{_held(above)}" if above else "")
    return f"{sign}{bounds} {_part(element, 'e')}"


def _brackets(element: Element) -> str:
    inner = _property(element, "dPr", "sepChr", "|").join(_run_on(part) for part in element.iterfind(m("e")))
    return f"{_property(element, 'dPr', 'begChr', '(')}{inner}{_property(element, 'dPr', 'endChr', ')')}"


def _property(element: Element, properties: str, name: str, default: str) -> str:
    found = element.find(f"{m(properties)}/{m(name)}")
    return default if found is None else found.get(m("val"), default)


def _function(element: Element) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


def _rows(element: Element) -> str:
    return "; ".join(_run_on(row) for row in element if row.tag in (m("mr"), m("e")))


def _row(element: Element) -> str:
    return " ".join(_run_on(cell) for cell in element)


_READERS = {
    m("t"): _text,
    m("r"): _run,
    m("f"): _fraction,
    m("sSup"): _power,
    m("sSub"): _index,
    m("sSubSup"): _both,
    m("limLow"): _limit,
    m("limUpp"): _limit,
    m("rad"): _root,
    m("nary"): _sum,
    m("d"): _brackets,
    m("func"): _function,
    m("m"): _rows,
    m("eqArr"): _rows,
    m("mr"): _row,
}
