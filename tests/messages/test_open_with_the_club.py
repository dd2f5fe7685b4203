"""What is said of money that is open when somebody dies or leaves is true of what there is."""

from itertools import product

import pytest

from club.address import PersonName
from club.money import NOTHING, Money
from messages.members import deaths, leaving
from messages.members.member_record import held_lines
from messages.moments import written
from messages.wording import Words

SUM = Money(50_000)
NAME = PersonName("Đỗ Thị Lan", "bà")


@pytest.mark.parametrize(("owes", "share", "prepaid"), list(product([False, True], repeat=3)))
def test_only_what_is_open_is_spoken_of(owes: bool, share: bool, prepaid: bool) -> None:
    there = {"owes": owes, "share": share, "prepaid": prepaid}
    sums = {what: SUM if each else NOTHING for what, each in there.items()}
    held = held_lines(sums["owes"], sums["share"], sums["prepaid"], months=2)
    died = deaths.confirmed_held(NAME, held, days=49, **there)
    left = leaving.left(NAME, held, **there)
    for said in (written(died, Words("vi")), written(left, Words("vi"))):
        # One line names what is open, or that there is nothing; the others follow from it.
        _, first, *after = said.split("\n")
        rest = "\n".join(after)
        assert ("Không có khoản vay" in first) is not any((owes, share, prepaid))
        assert ("vay" in rest or "còn nợ" in rest) is owes
        assert ("góp vốn" in rest) is share
        assert ("hí đóng trước" in rest) is prepaid
