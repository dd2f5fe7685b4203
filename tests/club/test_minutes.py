from datetime import date

import pytest

from club.meetings import MinutesPart
from club.members import Office, Person, Role
from club.minutes import (
    SIGNING,
    ActivityThen,
    DecisionState,
    FundThen,
    Known,
    LoanMatter,
    check_version,
    is_overdue,
    kept,
    known_again,
    next_part,
)
from club.money import Money
from club.refusals import Code, Refused
from club.second_person import Matter, check_second, seconds

DAY = date(2026, 11, 24)
BOARD = [
    Office(role, Person(number))
    for number, role in enumerate(
        (Role.CHAIR, Role.DEPUTY, Role.SECRETARY, Role.BOOKKEEPER, Role.CASHIER), start=1
    )
]


def test_frozen_figures_are_read_again_as_they_were() -> None:
    known = Known(
        members=60,
        present=50,
        excused=4,
        roll=(("Nguyễn Thị Hoa", "present"),),
        guests=(("young", 3),),
        funds=(FundThen("other", "Quỹ khuyến học", Money(1), Money(0)),),
        payers=40,
        fees=Money(1_200_000),
        loans=(LoanMatter("agreed", "Đỗ Thị Lan", "bà", Money(5_000_000), True),),
        refused=1,
        activities=(ActivityThen("NT", "Nói chuyện", 40),),
        helped=2,
        next_meeting=date(2026, 12, 24),
    )
    assert known_again(kept(known)) == known
    assert known_again(kept(Known())) == Known()
    assert known.absent == 6


def test_the_next_part_is_the_first_that_nobody_wrote() -> None:
    assert next_part([]) is MinutesPart.WARM_UP
    assert next_part([MinutesPart.WARM_UP, MinutesPart.TALK]) is MinutesPart.REPORT
    assert next_part(MinutesPart) is None


def test_nobody_writes_over_words_that_were_not_seen() -> None:
    check_version(seen=2, now=2)
    with pytest.raises(Refused) as refused:
        check_version(seen=0, now=1)
    assert refused.value.code is Code.WRITTEN_MEANWHILE


def test_the_chair_signs_and_of_his_own_minutes_the_deputy() -> None:
    assert seconds(Matter(Person(3), 30, asked=SIGNING), BOARD)[0] == 1
    assert seconds(Matter(Person(1), 10, asked=SIGNING), BOARD) == [2]
    with pytest.raises(Refused):
        check_second(Matter(Person(3), 30, asked=SIGNING), BOARD, person=4, account=40)
    with pytest.raises(Refused):
        check_second(Matter(Person(3), 30, asked=SIGNING), BOARD, person=1, account=30)


def test_overdue_is_what_is_open_the_day_after() -> None:
    assert not is_overdue(DecisionState.OPEN, DAY, DAY)
    assert is_overdue(DecisionState.OPEN, date(2026, 11, 23), DAY)
    assert not is_overdue(DecisionState.DONE, date(2026, 11, 23), DAY)
