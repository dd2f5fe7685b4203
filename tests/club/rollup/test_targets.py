"""What Decision 1648 aims at, for the country and for an area, beside what is reached."""

from club.rollup.targets import Aim, TargetCode, TargetResult, targets
from club.rollup.totals import Counted, Level, Line, RollUp, Total
from club.spans import Span
from club.summary.norms import DECISION_1336, DECISION_1648, Period

TOTALS = {
    "clubs_with_a_month": Total(8),
    "older": Total(400),
    "older_women": Total(240),
    "board_trained": Total(6),
    "fund_of_50_million": Total(2),
    "in_need_with_loan": Total(3),
    "in_need_compared": Total(12),
    "met_with_all_areas": Total(9),
}


def targets_of(level: Level, totals: dict[str, Total] = TOTALS) -> dict[TargetCode, TargetResult]:
    counted = Counted(clubs=10, complete=8, expected=30, closed=24)
    line = Line(level=level, id=1, name="Hải Phòng", counted=counted, totals=totals)
    whole = RollUp(
        span=Span.parse("2026-10"),
        whole=line,
        below=(),
        before=line,
        communes=20,
        communes_with_a_club=5,
        new_clubs={Period.UNTIL_2030.value: 7, Period.UNTIL_2035.value: 1},
    )
    return {each.code: each for each in targets(whole)}


def test_what_is_aimed_at_for_the_whole_country_is_no_aim_of_a_province() -> None:
    country, province = targets_of(Level.COUNTRY), targets_of(Level.PROVINCE)
    aims = {
        TargetCode.NEW_CLUBS: (Aim(6_000), Aim(6_000)),
        TargetCode.OLDER_PEOPLE: (Aim(300_000), Aim(360_000)),
        TargetCode.OLDER_WOMEN_PERCENT: (Aim(50, 60), Aim(50, 60)),
        TargetCode.COMMUNES_PERCENT: (Aim(70, 100), Aim(85, 100)),
        TargetCode.BOARDS_TRAINED_PERCENT: (Aim(100), None),
        TargetCode.FUND_PERCENT: (Aim(50, 70), None),
        TargetCode.IN_NEED_PERCENT: (Aim(50), None),
        TargetCode.ALL_AREAS_PERCENT: (Aim(70), None),
    }
    assert {code: (each.first, each.second) for code, each in country.items()} == aims
    of_the_country = {TargetCode.NEW_CLUBS, TargetCode.OLDER_PEOPLE}
    assert {code: (each.first, each.second) for code, each in province.items()} == {
        code: (None, None) if code in of_the_country else aim for code, aim in aims.items()
    }


def test_each_target_is_what_was_reached_of_its_whole() -> None:
    found = targets_of(Level.PROVINCE)
    assert {code: each.value for code, each in found.items()} == {
        TargetCode.NEW_CLUBS: 7,
        TargetCode.OLDER_PEOPLE: 400,
        TargetCode.OLDER_WOMEN_PERCENT: 60,
        TargetCode.COMMUNES_PERCENT: 25,
        TargetCode.BOARDS_TRAINED_PERCENT: 75,
        TargetCode.FUND_PERCENT: 25,
        TargetCode.IN_NEED_PERCENT: 25,
        # 9 of the 24 months that were closed.
        TargetCode.ALL_AREAS_PERCENT: 38,
    }
    assert found[TargetCode.NEW_CLUBS].second_value == 1
    assert found[TargetCode.FUND_PERCENT].second_value == 25
    sources = {each.code for each in found.values() if each.source == DECISION_1336}
    assert sources == {TargetCode.ALL_AREAS_PERCENT}
    assert found[TargetCode.NEW_CLUBS].source == DECISION_1648


def test_without_a_closed_month_nothing_is_said_of_its_older_people() -> None:
    assert targets_of(Level.PROVINCE, {})[TargetCode.OLDER_PEOPLE].value is None
    assert targets_of(Level.PROVINCE, {})[TargetCode.FUND_PERCENT].value is None
