"""Two who appoint at the same moment: the second waits until the first is through, and sees it."""

from datetime import UTC, date, datetime

import pytest

from club.members import Role
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.appoint import take_office
from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries.members.offices import held_offices
from storage.store import DatabaseFailed, Store

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
def test_nobody_takes_an_office_while_another_is_about_to(database_url: str) -> None:
    store = Store(database_url)
    with store.writing() as db:
        new = NewClub("CLB", "Thôn Đoài", "Hà Nội", "Xã Mỹ Đức", date(2026, 5, 4), "HXMK2345")
        club_id = found_club(db, new, NOW).club_id
        entered = [
            enter_member(db, club_id, NewMember(name, 1960, "female", date(2026, 5, 4)), NOW)
            for name in ("Lê Thị Một", "Lê Thị Hai")
        ]
    one, two = (each.person_id for each in entered)
    with store.writing() as first:
        take_office(first, club_id, one, Role.BOOKKEEPER, today=TODAY, by=None)
        with pytest.raises(DatabaseFailed, match="lock timeout"), store.writing() as second:
            second.exec_driver_sql("SET LOCAL lock_timeout = '200ms'")
            take_office(second, club_id, two, Role.BOOKKEEPER, today=TODAY, by=None)
    with store.writing() as second:
        ended = take_office(second, club_id, two, Role.BOOKKEEPER, today=TODAY, by=None)
        assert [each.person_id for each in ended] == [one]
    with store.reading() as db:
        held = held_offices(db, club_id, TODAY)
        assert [each.person_id for each in held if each.holding.role is Role.BOOKKEEPER] == [two]
    store.close_now()
