"""Who lives through a year of reminders, what the club has planned, and what the year must bring.

`owed` is written from the club's own table of what happens by itself, day by day, and asks no code
that plans: so many reminders of each kind for each person have to stand in the rows.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import update

from bot.channels.telegram import NAME
from storage.changes.inserting import inserted
from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries import Connection
from storage.tables.chats import chats
from storage.tables.people import persons
from tests.kit.owing import becomes_officer, lent, was_trained
from tests.kit.planned import ZONE, at, open_a_session, plan_a_meeting
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TelegramServer
from tests.kit.village import BOARD, FOUNDED, Village

MONTHS = [(2026, 11), (2026, 12), *((2027, month) for month in range(1, 12))]
MEETING_DAY = 20
INSTALMENTS = [date(2027, month, 20) for month in range(1, 7)]
TRAINED, TRAINED_AGAIN = date(2026, 3, 16), date(2027, 3, 16)
LONGEVITY_LIST = date(2026, 12, 9)
"""The first day of the eleventh lunar month."""
GREETINGS = [date(2027, 2, 4), date(2027, 6, 6), date(2027, 10, 1)]
"""28 Chạp, and the two days of older people."""
NEEDS = [date(2027, 3, 10), date(2027, 9, 10)]
AFTER_TET = {date(2027, 2, day): date(2027, 2, 13) for day in range(4, 13)}
"""What is about money waits from 29 Chạp to mùng 7."""
WITHOUT_PHONE = "Hà Thị Nụ"


def prepared(v: Village, server: TelegramServer, neighbours: int) -> list[Person]:
    """The club's year is planned, and everybody is at Telegram; returns the phones.

    One has two chats and one has none; the last of the neighbours has no phone.
    """
    for year, month in MONTHS:
        plan_a_meeting(v, at(MEETING_DAY, 8, month=month, year=year))
        open_a_session(v, at(27, 14, month=month, year=year), "quan")
    for name in ("hoa", "lan"):
        lent(v, name, *INSTALMENTS)
    becomes_officer(v, "quan")
    was_trained(v, TRAINED)
    with v.store.writing() as db:
        people = [
            _moves(db, server, name, phone.person_id)
            for name, phone in v.phones.items()
            if phone.person_id is not None
        ]
        lan = v.lan.person_id
        assert lan is not None
        people.append(_has_a_chat(db, server, "lan's tablet", lan))
        for number in range(neighbours):
            person_id = _enters(db, v, f"Nguyễn Văn Láng {number + 1}")
            people.append(_has_a_chat(db, server, f"neighbour {number + 1}", person_id))
        _enters(db, v, WITHOUT_PHONE)
    return people


def _moves(db: Connection, server: TelegramServer, name: str, person_id: int) -> Person:
    phone = _opened(server, name)
    bot = server.token.partition(":")[0]
    moved = update(chats).where(chats.c.person_id == person_id)
    db.execute(moved.values(channel=NAME, bot=bot, key=str(phone.person_id)))
    return phone


def _opened(server: TelegramServer, name: str) -> Person:
    phone = server.person(name)
    phone.chat.state = "open"
    return phone


def _has_a_chat(db: Connection, server: TelegramServer, name: str, person_id: int) -> Person:
    phone = _opened(server, name)
    values = {"channel": NAME, "bot": server.token.partition(":")[0], "person_id": person_id}
    inserted(db, chats, key=str(phone.person_id), created_at=at(2, 9), **values)
    return phone


def _enters(db: Connection, v: Village, name: str) -> int:
    new = NewMember(name, 1955, "male", FOUNDED, address="bác", language="vi")
    entered = enter_member(db, v.club.club_id, new, v.clock.now())
    db.execute(update(persons).where(persons.c.id == entered.person_id).values(language="vi"))
    return entered.person_id


# What the year must bring


def owed(v: Village, members: Sequence[int], until: datetime) -> Counter[tuple[str, int]]:
    """How many reminders of each kind each person must have by then; of kinds that can be told
    beforehand.
    """
    end = until.astimezone(ZONE)
    found: Counter[tuple[str, int]] = Counter()
    board = [_person(v, name) for name in BOARD]
    tellers = {
        "members": members,
        "board": board,
        "chair": [_person(v, "binh")],
        "keepers": [_person(v, "binh"), _person(v, "giang")],
        "borrowers": [_person(v, "hoa"), _person(v, "lan")],
        "volunteer": [_person(v, "quan")],
    }
    for kind, whom, day, hour in _calendar():
        if datetime(day.year, day.month, day.day, hour, tzinfo=ZONE) <= end:
            found.update((kind, person) for person in tellers[whom])
    return found


def _person(v: Village, name: str) -> int:
    found = v.phones[name].person_id
    assert found is not None
    return found


def _calendar() -> Iterator[tuple[str, str, date, int]]:
    """Kind, to whom, on which day and at what hour at the latest."""
    for year, month in MONTHS:
        meeting = date(year, month, MEETING_DAY)
        yield "meeting_soon", "members", meeting - timedelta(3), 8
        yield "fee_not_paid", "members", meeting + timedelta(3), 8
        yield "fee_arrears", "keepers", meeting + timedelta(3), 8
        yield "lesson", "members", date(year, month, 15), 9
        yield "session_tomorrow", "volunteer", date(year, month, 26), 8
        yield "session_soon", "volunteer", date(year, month, 27), 12
        yield "summary", "chair", date(year, month, 1), 9
        yield "month_not_closed", "chair", _late(date(year, month, 5)), 8
        # The officer of the commune.
        yield "month_not_closed", "volunteer", _late(date(year, month, 10)), 8
    yield from _instalments()
    for day in GREETINGS:
        yield "greeting", "members", day, 8
    for day in NEEDS:
        yield "loan_need", "members", day, 9
    yield "longevity", "board", LONGEVITY_LIST, 9
    yield "training", "board", TRAINED_AGAIN, 9


def _instalments() -> Iterator[tuple[str, str, date, int]]:
    for due in INSTALMENTS:
        for days in (-3, 0, 7, 30):
            yield "instalment", "borrowers", due + timedelta(days), 8
        for days in (7, 30):
            yield "instalment_late", "board", due + timedelta(days), 8


def _late(day: date) -> date:
    return AFTER_TET.get(day, day)
