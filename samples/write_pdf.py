"""The Word documents as LibreOffice prints them, once; what it writes is kept, for no two of its versions write the same bytes.

    python -m reviewer.samples.write_pdf [FOLDER]

Needs LibreOffice and a font as wide as Arial (Liberation Sans, on Debian and Ubuntu fonts-liberation).
"""

from __future__ import annotations

import sys
from pathlib import Path

from reviewer.reading.libreoffice import converted


def main(folder: Path) -> None:
    """Print every .docx of the folder beside itself. Raises `Unreadable` where LibreOffice is not installed."""
    for word in sorted(folder.glob("*.docx")):
        word.with_suffix(".pdf").write_bytes(converted(word.read_bytes(), "docx", "pdf"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
