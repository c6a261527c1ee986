"""SpreadsheetML as elements, by their local names: the ISO "strict" files differ in the namespaces only."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree

from reviewer.reading.guard import damaged
from reviewer.reading.office_xml import Element, parse

__all__ = ["Element", "attribute", "children", "integer", "local", "parse", "switched", "walk"]

_INTEGER = re.compile(r"\s*\d{1,9}\s*")
_TRUE = frozenset({"1", "true", "on"})


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element | None) -> Iterator[Element]:
    """Its child elements, comments left out; none of None."""
    return iter(()) if element is None else (part for part in element if isinstance(part.tag, str))


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its local name, whatever its namespace."""
    for key, text in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return None


def integer(text: str | None, default: int = 0) -> int:
    """A whole number of up to nine digits; anything else is the default."""
    return int(text) if text and _INTEGER.fullmatch(text) else default


def switched(element: Element, name: str) -> bool:
    """An attribute that is off where it is not there."""
    return (element.get(name) or "").lower() in _TRUE


def walk(data: bytes, *names: str) -> Iterator[Element]:
    """The elements of these local names as they end, each forgotten when the next is asked for: a sheet is never in memory whole.

    Raises `Unreadable` where the part is no XML or declares a DOCTYPE.
    """
    context = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    checked = False
    try:
        for _, element in context:
            if not checked:
                if element.getroottree().docinfo.internalDTD is not None:
                    raise damaged("XML dengan DOCTYPE", "XML with a DOCTYPE")
                checked = True
            yield element
            element.clear()
            # What is empty still hangs on its parent.
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as problem:
        if "memory" in str(problem).lower():
            raise MemoryError from problem
        raise damaged("XML di dalamnya", "the XML inside it") from problem
