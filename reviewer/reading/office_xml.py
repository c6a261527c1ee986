"""The XML of the parts of an Office file: parsed without entities, the ISO "strict" files as those Word writes by default."""

from __future__ import annotations

from lxml import etree

from reviewer.reading.guard import damaged
from reviewer.reading.unreadable import Unreadable

Element = etree._Element

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = tuple(
    (strict.encode(), usual.encode())
    for strict, usual in (
        ("http://purl.oclc.org/ooxml/wordprocessingml/main", f"{_OFFICE}/wordprocessingml/2006/main"),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", f"{_OFFICE}/officeDocument/2006/relationships"),
        ("http://purl.oclc.org/ooxml/officeDocument/math", f"{_OFFICE}/officeDocument/2006/math"),
        ("http://purl.oclc.org/ooxml/drawingml/main", f"{_OFFICE}/drawingml/2006/main"),
        ("http://purl.oclc.org/ooxml/drawingml/chart", f"{_OFFICE}/drawingml/2006/chart"),
        ("http://purl.oclc.org/ooxml/drawingml/diagram", f"{_OFFICE}/drawingml/2006/diagram"),
    )
)


def parse(data: bytes) -> Element:
    """The root of a part. Raises `Unreadable` where it is no XML, declares entities, or is nested beyond libxml2's 256 levels."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise _broken(problem) from problem
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged("XML dengan DOCTYPE", "XML with a DOCTYPE")
    return root


def _broken(problem: Exception) -> Unreadable:
    if getattr(problem, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
        raise MemoryError from problem
    if "depth" in str(problem).lower():
        return damaged("bersarang terlalu dalam", "nested too deeply")
    return damaged("XML di dalamnya", "the XML inside it")
