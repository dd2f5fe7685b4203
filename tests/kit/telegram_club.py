"""A club whose members have Telegram: made in the database, with phones at the stand-in."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, update

from bot.channels.telegram import NAME
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_member, give_office
from storage.store import Store
from storage.tables.chats import chats
from storage.tables.people import persons
from tests.kit.telegram_house import NIGHT
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TelegramServer

CODE = "HXMK2345"
OFFICES = {"chair": "Trần Văn Bình", "bookkeeper": "Vũ Thị Em", "cashier": "Hoàng Văn Giang"}
JOINED = date(2026, 1, 5)


@dataclass(slots=True)
class TelegramClub:
    """The phones by office, and those of the other members by name."""

    club_id: int
    board: dict[str, Person] = field(default_factory=dict)
    members: dict[str, Person] = field(default_factory=dict)


def telegram_club(
    store: Store,
    server: TelegramServer,
    *,
    members: list[str],
    language: str = "en",
    now: datetime = NIGHT,
) -> TelegramClub:
    """A club with a board and these members, each known in a chat already."""
    with store.writing() as db:
        club = TelegramClub(found_club(db, _new_club(), now).club_id)
        for office, name in OFFICES.items():
            person_id, phone = _enter(db, server, club.club_id, name, language, now)
            give_office(db, club.club_id, person_id, office, JOINED)
            club.board[office] = phone
        for name in members:
            club.members[name] = _enter(db, server, club.club_id, name, language, now)[1]
    return club


def _new_club() -> NewClub:
    return NewClub(
        name="CLB Thôn Đoài",
        hamlet="Thôn Đoài",
        province="Hà Nội",
        commune="Xã Mỹ Đức",
        founded_on=JOINED,
        join_code=CODE,
    )


def _enter(
    db: Connection,
    server: TelegramServer,
    club_id: int,
    name: str,
    language: str,
    now: datetime,
) -> tuple[int, Person]:
    new = NewMember(name, 1955, "male", JOINED, address="bác", language=language)
    entered = enter_member(db, club_id, new, now)
    phone = server.person(name, language_code=language)
    phone.chat.state = "open"
    inserted(
        db,
        chats,
        channel=NAME,
        bot=server.token.partition(":")[0],
        key=str(phone.person_id),
        person_id=entered.person_id,
        language=language,
        created_at=now,
    )
    db.execute(update(persons).where(persons.c.id == entered.person_id).values(language=language))
    return entered.person_id, phone
