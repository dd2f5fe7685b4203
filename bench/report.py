"""Figures as Markdown."""

from collections.abc import Sequence


def markdown_table(titles: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A table with the first column to the left and the figures to the right."""
    marks = ["---", *("---:" for _ in titles[1:])]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [titles, marks, *lines])
