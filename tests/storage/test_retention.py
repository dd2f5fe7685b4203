"""Each line of the register that has days: gone a day after them, there a day before."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Date, select, update

from club.personal_data.held import Held, Term
from club.personal_data.register import REGISTER
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_person
from storage.forgetting import NIGHT_HOUR, forget
from storage.store import Store
from storage.tables import metadata
from storage.tables.people import members, persons
from tests.kit.marked_rows import NOW, Planter

OLD = NOW - timedelta(days=4000)
AT_NIGHT = datetime.combine(NOW.date(), time(NIGHT_HOUR, 5), UTC)
BOUND = {
    "dialogues": {"place": "parked"},
    "outbox": {"state": "sent"},
    "inbox": {"state": "done"},
    "erasures_asked": {"state": "done"},
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Store]:
    """Every table filled; each test sets the one day that it is about."""
    file = tmp_path_factory.mktemp("retention") / "lien.db"
    file.write_bytes(sqlite_template.read_bytes())
    store = Store(f"sqlite+aiosqlite:///{file}")
    with store.writing() as db:
        Planter(db, only=BOUND).plant()
    yield store
    store.close_now()


TERMS = [(each, each.term) for each in REGISTER.values() if each.term is not None]


@pytest.mark.parametrize(("held", "term"), TERMS, ids=[held.table for held, _ in TERMS])
def test_it_stays_for_its_days_and_not_longer(planted: Store, held: Held, term: Term) -> None:
    table = metadata.tables[held.table]
    looked_for = _looked_for(held)

    def left_after(days: int) -> list[tuple[Any, ...]]:
        """What there is of it once all rows are so old."""
        then = AT_NIGHT - timedelta(days=days)
        since: datetime | date = then
        if isinstance(table.c[term.since].type, Date):
            since = then.date()
        with planted.writing() as db, db.begin_nested() as undone:
            db.execute(update(table).values({term.since: since, **dict(term.when)}))
            forget(db, AT_NIGHT)
            found = db.execute(select(*(table.c[name] for name in looked_for))).all()
            undone.rollback()
        return [tuple(row) for row in found if any(value not in (None, "") for value in row)]

    assert left_after(term.days - 1 if term.days else -1)
    assert left_after(term.days + 1) == []


def _looked_for(held: Held) -> list[str]:
    """What must be gone; of what has its own job the text alone, or anything of the row."""
    only = {"outbox": ["card"], "inbox": ["raw"]}
    return only.get(held.table) or f"{held.goes} {held.empty} {held.words} {held.salted}".split()


def test_whoever_left_ten_years_ago_is_erased_and_nobody_sooner(database_url: str) -> None:
    store = Store(database_url)
    with store.writing() as db:
        new = NewClub("CLB", "Thôn 1", "Hà Tĩnh", "Xã Đông", OLD.date(), "HXMK2345")
        club = found_club(db, new, OLD).club_id
        left = {
            days: _left(db, club, AT_NIGHT.date() - timedelta(days=days)) for days in (3652, 3655)
        }
        stays = _left(db, club, None)

    def named() -> set[int]:
        with store.reading() as db:
            kept = select(persons.c.id).where(persons.c.erased_at.is_(None))
            return set(db.execute(kept).scalars())

    store.change(forget, AT_NIGHT - timedelta(hours=2))
    assert {*left.values(), stays} <= named(), "only at night"
    store.change(forget, AT_NIGHT)
    assert named() & {*left.values(), stays} == {left[3652], stays}
    store.close_now()


def _left(db: Connection, club_id: int, day: date | None) -> int:
    person = enter_person(db, NewMember("Nguyễn Thị Hoa", 1952, "female", OLD.date()), OLD)
    state = "member" if day is None else "left"
    inserted(db, members, person_id=person, club_id=club_id, state=state, left_on=day, asked_at=OLD)
    return person
