"""How high a row of a workbook has to be: not every program finds that by itself."""

from collections.abc import Iterable

_LINE_POINTS = 16
# Of a column's width in figures so much holds letters, which are wider here and there.
_LETTERS_A_WIDTH = 0.9


def row_height(cells: Iterable[tuple[object, int]]) -> float:
    """In points, for the longest text; `cells`: each with the width of its column in figures.

    What is no text stands on one line.
    """
    lines = [
        -(-len(cell) // max(1, int(width * _LETTERS_A_WIDTH)))
        for cell, width in cells
        if isinstance(cell, str)
    ]
    return float(_LINE_POINTS * max(1, *lines, 1))
