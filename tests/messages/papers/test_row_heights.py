"""A row of a workbook is as high as its longest text."""

from messages.papers.row_heights import row_height


def test_a_row_is_as_high_as_its_longest_text_and_never_flat() -> None:
    assert row_height([]) == row_height([("ngắn", 20), (1_000_000, 2), (None, 2)]) == 16
    assert row_height([("x" * 20, 10), ("ngắn", 10)]) == 48
    assert row_height([("x" * 18, 20)]) == 16
    assert row_height([("x", 0)]) == 16
