"""The nouns of the program. Frozen, without I/O, knowing nothing of the other rooms."""

from reviewer.model.decision import Decision, Verdict
from reviewer.model.document import (
    Block,
    Cell,
    DataNode,
    Document,
    Notice,
    Paragraph,
    Place,
    Span,
    Spot,
    Table,
    place_at,
    place_in,
    text_at,
    texts_of,
)
from reviewer.model.finding import (
    Cause,
    Evidence,
    Examination,
    Finding,
    Ledger,
    Link,
    Location,
    Problem,
    Relation,
    Repair,
    Severity,
    Status,
    Term,
)
from reviewer.model.report import (
    Across,
    Caption,
    Citation,
    Column,
    Dated,
    Fact,
    Figure,
    Heading,
    Identity,
    Item,
    ItemList,
    Listing,
    Report,
    Role,
    Row,
    RowKind,
    Rule,
    Sentence,
    Spelled,
    Sum,
    TypedTable,
    Work,
)
from reviewer.model.words import Language, Words, same

__all__ = [
    "Across", "Block", "Caption", "Cause", "Cell", "Citation", "Column", "DataNode", "Dated", "Decision", "Document",
    "Evidence", "Examination", "Fact", "Figure", "Finding", "Heading", "Identity", "Item", "ItemList", "Language", "Ledger",
    "Link", "Listing", "Location", "Notice", "Paragraph", "Place", "Problem", "Relation", "Repair", "Report", "Role", "Row",
    "RowKind", "Rule", "Sentence", "Severity", "Span", "Spelled", "Spot", "Status", "Sum", "Table", "Term", "TypedTable",
    "Verdict", "Words", "Work", "place_at", "place_in", "same", "text_at", "texts_of",
]  # fmt: skip
