"""The made-up club of practice and who is who in it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

from bot.practice.calendar import after_tet
from club.calendar import VIETNAM, Month, OnSolarDay, instant_of
from club.members import BOARD, Role
from club.money import Money
from handlers.talk.practise import CLUB_NAMES
from storage.changes.deed import Deed
from storage.changes.joining.found_club import ClubFounded, NewClub, found_club
from storage.changes.members.enter_member import (
    MemberEntered,
    NewMember,
    enter_member,
    enter_person,
    give_office,
)
from storage.changes.volunteers.sign_up_volunteer import SignUpVolunteer
from storage.practising import HER_CHANNEL
from storage.queries import Connection
from storage.queries.practice import open_phone
from storage.queries.volunteers.volunteers import communes_with_clubs

MONTHS_OF_PAST = 4
DAYS_TO_MEETING = 4
FEE = Money(5_000)
HAMLET = "Thôn Tập"
HER = "her"
# A board named after the four seasons: nobody takes it for her own.
BOARD_NAMES = {
    Role.CHAIR: ("Trần Văn Xuân", "male", "ông"),
    Role.DEPUTY: ("Lê Thị Hạ", "female", "bà"),
    Role.SECRETARY: ("Phạm Thị Thu", "female", "cô"),
    Role.BOOKKEEPER: ("Vũ Thị Đông", "female", "cô"),
    Role.CASHIER: ("Hoàng Thị Mai", "female", "cô"),
}
MEMBER_NAMES = {
    "lan": ("Đỗ Thị Lan", "female", "bà"),
    "sen": ("Ngô Thị Sen", "female", "bà"),
    "truc": ("Bùi Văn Trúc", "male", "ông"),
    "cuc": ("Đinh Thị Cúc", "female", "cô"),
}


@dataclass(slots=True)
class MadeUp:
    """The club and its people, while its little past is written."""

    db: Connection
    today: date
    role: Role
    language: str
    club: ClubFounded = field(init=False)
    people: dict[str, MemberEntered] = field(default_factory=dict)
    _causes: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def founded_on(self) -> date:
        return Month.of(self.today).plus(-MONTHS_OF_PAST).day(1)

    @property
    def last_meeting(self) -> date:
        return self.today - timedelta(days=26)

    @property
    def next_meeting(self) -> date:
        return after_tet(self.today + timedelta(days=DAYS_TO_MEETING))

    def found(self) -> None:
        """The club, its board, four members and herself."""
        meets = OnSolarDay(self.next_meeting.day)
        new = NewClub(
            name=CLUB_NAMES[self.language],
            hamlet=HAMLET,
            province="Tỉnh Tập",
            commune="Xã Tập",
            founded_on=self.founded_on,
            join_code="TAPTHU22",
            practice=True,
            fee=FEE,
            meeting_day=str(meets),
        )
        self.club = found_club(self.db, new, self.at(self.founded_on))
        for office, (name, sex, address) in BOARD_NAMES.items():
            if office is not self.role:
                self._enter(office.value, self._new(name, sex, address), office)
        for key, (name, sex, address) in MEMBER_NAMES.items():
            self._enter(key, self._new(name, sex, address))
        self._enter_her()

    def _enter_her(self) -> None:
        new = self._new("?", "female", "bác")
        if self.role is Role.VOLUNTEER:
            person_id = enter_person(self.db, new, self.at(self.founded_on))
            self.people[HER] = MemberEntered(person_id, 0)
            [commune] = communes_with_clubs(self.db)
            signing = SignUpVolunteer(
                name="?",
                birth_year=2004,
                belongs_to="Đoàn xã Tập",
                teaches=("digital",),
                commune=commune.id,
                hamlet=HAMLET,
                phone="",
            )
            signing.carry_out(self.db, self.deed(HER, self.founded_on))
            return
        office = self.role if self.role in BOARD else None
        self._enter(HER, new, office)
        if office is not None:
            self.people[office.value] = self.people[HER]

    def _new(self, name: str, sex: str, address: str) -> NewMember:
        return NewMember(
            name=name,
            birth_year=self.today.year - 67,
            sex=sex,
            joined_on=self.founded_on,
            hamlet=HAMLET,
            address=address,
            hardship="none",
            language=self.language,
        )

    def _enter(self, key: str, new: NewMember, office: Role | None = None) -> None:
        founded = self.founded_on
        entered = enter_member(self.db, self.club.club_id, new, self.at(founded))
        self.people[key] = entered
        if office is not None:
            give_office(self.db, self.club.club_id, entered.person_id, office.value, founded)

    def person(self, key: str) -> int:
        return self.people[key].person_id

    def deed(self, key: str, day: date) -> Deed:
        """Somebody does something at nine in the morning of a day of the past."""
        return Deed(
            chat_id=0,
            channel="web",
            person_id=self.person(key),
            club_id=self.club.club_id,
            now=self.at(day),
            today=day,
            cause=f"past-{next(self._causes)}",
        )

    def at(self, day: date) -> datetime:
        # Nothing happened later than now, whatever the hour: today's is its first minute.
        return instant_of(day, time(0, 1) if day >= self.today else time(9), VIETNAM)

    def open_her_chat(self) -> None:
        """The chat in which she will speak."""
        open_phone(self.db, HER_CHANNEL, self.person(HER), self.at(self.today))
