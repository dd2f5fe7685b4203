"""A club with half a year behind it, another club beside it, and somebody of every role."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, insert, select, update

from bot.done import visitor
from bot.practice.fill import fill
from bot.practice.village import Village
from club.members import Role
from handlers.dialogue.visitor import Visitor
from handlers.talk.desk import Desk
from handlers.talk.heard import Heard
from handlers.talk.turn import Turn
from messages.moments import written
from storage import conversations
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import (
    NewMember,
    enter_member,
    enter_person,
    give_office,
)
from storage.conversations import OpenDialogue, Talk
from storage.queries.practice import open_phone, open_stranger
from storage.store import Store
from storage.tables.areas import areas
from storage.tables.chats import chats
from storage.tables.helping import helper_codes, helpings
from storage.tables.people import members, officers, persons
from tests.kit.world import START
from tests.kit.young_volunteer import enter_volunteer

TODAY = START.date()
OFFICES = (
    *(Role.CHAIR, Role.DEPUTY, Role.SECRETARY, Role.BOOKKEEPER, Role.CASHIER),
    *(Role.GROUP_LEADER, Role.CHECKER),
)


@dataclass(frozen=True, slots=True)
class Somebody:
    """One who tries. `roles`: in the own club; `club`: "own", "other" or "none" – as seen from the
    club whose doors are tried; `state`: of the membership, "" without one.
    """

    name: str
    chat_id: int
    roles: frozenset[Role]
    club: str
    state: str = ""
    person_id: int | None = None
    helps: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    store: Store
    village: Village
    other_club: int
    everybody: tuple[Somebody, ...]

    @property
    def club(self) -> int:
        return self.village.club.club_id

    @contextmanager
    def undone(self) -> Iterator[Connection]:
        """Whatever is tried here is taken back at the end."""
        with suppress(_TakenBack), self.store.writing() as db:
            yield db
            raise _TakenBack

    def deed(self, who: Somebody, *, club: int | None, cause: str) -> Deed:
        return Deed(who.chat_id, "web", who.person_id, club, START, TODAY, cause)


class _TakenBack(Exception):
    """Nothing of it is kept."""


@contextmanager
def everybody(url: str) -> Iterator[Country]:
    """Two clubs and all their roles, a stranger, a volunteer, an officer, a helper."""
    store = Store(url)
    try:
        village = store.change(fill, START)
        other, people = store.change(_beside, village)
        yield Country(store, village, other, tuple(people))
    finally:
        store.close_now()


def _beside(db: Connection, village: Village) -> tuple[int, list[Somebody]]:
    club = village.club.club_id
    other = found_club(
        db,
        NewClub(
            name="CLB Xóm Ngoài",
            hamlet="Xóm Ngoài",
            province="Tỉnh Khác",
            commune="Xã Khác",
            founded_on=date(2026, 5, 4),
            join_code="ZZZZ2345",
            practice=True,
        ),
        START,
    ).club_id
    people = [*_of_club(db, club, "own", "Trong"), *_of_club(db, other, "other", "Ngoài")]
    return other, [*people, *_of_none(db, club)]


def _of_club(db: Connection, club: int, where: str, surname: str) -> Iterator[Somebody]:
    for role in (Role.MEMBER, *OFFICES):
        new = NewMember(f"{surname} {role.value}", 1950, "female", date(2026, 5, 4))
        entered = enter_member(db, club, new, START)
        if role is not Role.MEMBER:
            give_office(db, club, entered.person_id, role.value, date(2026, 5, 4))
        roles = frozenset({Role.MEMBER, role})
        chat = _chat(db, open_phone(db, "web", entered.person_id, START))
        yield Somebody(role.value, chat, roles, where, "member", entered.person_id)
    asked = enter_member(db, club, NewMember(f"{surname} chờ", 1951, "male", TODAY), START)
    hers = members.c.id == asked.member_id
    db.execute(update(members).where(hers).values(state="asked", joined_on=None))
    chat = _chat(db, open_phone(db, "web", asked.person_id, START))
    yield Somebody("asked", chat, frozenset(), where, "asked", asked.person_id)


def _of_none(db: Connection, club: int) -> Iterator[Somebody]:
    open_stranger(db, "web", "stranger", START)
    yield Somebody("stranger", _chat(db, "stranger"), frozenset(), "none")
    young = enter_person(db, NewMember("Trẻ Mới", 2004, "male", TODAY, address="bạn"), START)
    enter_volunteer(db, young, START, belongs_to="Trường xa", hamlet="Xóm Xa")
    chat = _chat(db, open_phone(db, "web", young, START))
    yield Somebody("volunteer", chat, frozenset({Role.VOLUNTEER}), "none", "", young)
    officer = enter_person(db, NewMember("Cán Bộ", 1970, "male", TODAY, address="anh"), START)
    far = db.execute(select(areas.c.id).where(areas.c.name == "Xã Khác")).scalar_one()
    db.execute(insert(officers).values(area_id=far, person_id=officer, from_day=date(2026, 1, 1)))
    chat = _chat(db, open_phone(db, "web", officer, START))
    yield Somebody("officer", chat, frozenset({Role.OFFICER}), "none", "", officer)
    yield _helper(db, club)


def _helper(db: Connection, club: int) -> Somebody:
    """He types for the chair: her offices are not his."""
    helper = enter_person(db, NewMember("Cháu Nhắn", 2000, "male", TODAY, address="bạn"), START)
    row = db.execute(
        select(members.c.id, members.c.person_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.club_id == club, persons.c.name == "Trong chair")
    ).one()
    common = {"club_id": club, "member_id": row.id}
    ends = {"ends_at": START, "made_at": START, "made_by": row.person_id}
    code = inserted(db, helper_codes, code_hash="x", **common, **ends)
    number = inserted(
        db, helpings, **common, helper_id=helper, code_id=code, began_at=START,
        last_day=date(2027, 6, 1),
    )  # fmt: skip
    chat = _chat(db, open_phone(db, "web", helper, START))
    db.execute(update(chats).where(chats.c.id == chat).values(helping_id=number))
    return Somebody(
        "helper", chat, frozenset({Role.MEMBER}), "own", "member", row.person_id, helps=True
    )


def _chat(db: Connection, key: str) -> int:
    return int(db.execute(select(chats.c.id).where(chats.c.key == key)).scalar_one())


class Trying:
    """Hands things to the front desk as one of them, and keeps nothing."""

    def __init__(self, db: Connection, who: Somebody) -> None:
        self.db = db
        self.talk: Talk = conversations.load(db, [who.chat_id], TODAY)[who.chat_id]
        self.me: Visitor = visitor(self.talk, START)
        self._number = 1 << 40

    def _new_id(self) -> int:
        self._number += 1
        return self._number

    def hears(self, heard: Heard, front: OpenDialogue | None = None) -> Turn:
        talk = self.talk if front is None else replace(self.talk, front=front)
        return Desk(self.db, self.me, talk, new_id=self._new_id, memory={}).attend(heard)

    def front(self, name: str, subject: str = "") -> OpenDialogue:
        """A dialogue of this chat that was begun when she still might."""
        club = self.me.membership
        return OpenDialogue(
            id=7, chat_id=self.me.chat_id, name=name, subject=subject, place="front", revision=0,
            state={}, started_at=START, touched_at=START, person_id=self.me.person_id,
            club_id=None if club is None else club.club_id,
        )  # fmt: skip

    def said(self, turn: Turn) -> str:
        """All words of the answer, the buttons' too."""
        if turn.card is None:
            return ""
        card = turn.card
        parts = (*card.before, card.body, *(each.label for each in (*card.choices, *card.small)))
        return "\n".join(written(each, self.me.words) for each in parts)
