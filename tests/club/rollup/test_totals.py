"""What a roll-up says of sums of which a part may not be shown."""

import pytest

from club.rollup.indicators import INDICATORS
from club.rollup.totals import Counted, Level, Line, Total

OF = {each.code: each for each in INDICATORS}


def line(code: str, total: Total) -> Line:
    counted = Counted(clubs=3, complete=3, expected=9, closed=9)
    totals = {OF[code].of: total, "clubs_with_a_month": Total(3)}
    return Line(level=Level.COMMUNE, id=1, name="Đông Hải", counted=counted, totals=totals)


@pytest.mark.parametrize(
    ("code", "total", "said"),
    [
        ("interest", Total(0, hidden=5), None),
        ("payouts", Total(0, hidden=3), None),
        ("borrowers", Total(0, hidden=1), None),
        ("interest", Total(0), 0),
        ("interest", Total(212_000, hidden=5), 212_000),
        ("interest", Total(212_000, hidden=9), None),
    ],
)
def test_a_nought_is_no_sum_of_what_is_not_shown(code: str, total: Total, said: int | None) -> None:
    assert line(code, total).value(OF[code]) == said
