"""What a printed page says, read by a program that did not write it."""

from io import BytesIO

from pypdf import PdfReader


def pages(content: bytes) -> list[str]:
    """The text of each page."""
    return [each.extract_text() for each in PdfReader(BytesIO(content)).pages]


def text(content: bytes) -> str:
    """All of it, with single spaces, so that a broken line is no other sentence."""
    return " ".join(" ".join(pages(content)).split())
