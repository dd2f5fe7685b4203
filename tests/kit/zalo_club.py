"""A club whose members have Zalo: made in the database, with phones at the stand-in."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, update

from bot.channels.zalo import NAME
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_member, give_office
from storage.store import Store
from storage.tables.chats import chats
from storage.tables.people import persons
from tests.kit.telegram_house import NIGHT
from tests.kit.zalo_person import Person
from tests.kit.zalo_server import ZaloServer

CODE = "HXMK2345"
OFFICES = {"chair": "Trần Văn Bình", "bookkeeper": "Vũ Thị Em", "cashier": "Hoàng Văn Giang"}
JOINED = date(2026, 1, 5)


@dataclass(slots=True)
class ZaloClub:
    """The phones by office, and those of the other members by name; person numbers alike."""

    club_id: int
    board: dict[str, Person] = field(default_factory=dict)
    members: dict[str, Person] = field(default_factory=dict)
    person_ids: dict[str, int] = field(default_factory=dict)


def zalo_club(
    store: Store,
    server: ZaloServer,
    *,
    members: list[str],
    language: str = "vi",
    now: datetime = NIGHT,
) -> ZaloClub:
    """A club with a board and these members, each known in a chat already."""
    with store.writing() as db:
        new = NewClub(
            name="CLB Thôn Đoài",
            hamlet="Thôn Đoài",
            province="Hà Nội",
            commune="Xã Mỹ Đức",
            founded_on=JOINED,
            join_code=CODE,
        )
        club = ZaloClub(found_club(db, new, now).club_id)
        for office, name in OFFICES.items():
            club.person_ids[office], club.board[office] = _enter(
                db, server, club.club_id, name, language, now
            )
            give_office(db, club.club_id, club.person_ids[office], office, JOINED)
        for name in members:
            club.person_ids[name], club.members[name] = _enter(
                db, server, club.club_id, name, language, now
            )
    return club


def _enter(
    db: Connection, server: ZaloServer, club_id: int, name: str, language: str, now: datetime
) -> tuple[int, Person]:
    new = NewMember(name, 1955, "male", JOINED, address="bác", language=language)
    entered = enter_member(db, club_id, new, now)
    phone = server.person(name)
    phone.has_written = True
    inserted(
        db,
        chats,
        channel=NAME,
        bot=server.token.partition(":")[0],
        key=phone.key,
        person_id=entered.person_id,
        language=language,
        created_at=now,
    )
    db.execute(update(persons).where(persons.c.id == entered.person_id).values(language=language))
    return entered.person_id, phone
