"""The made-up club of practice: ten people, a little money, something that waits for everybody.

It is made once a day for each office and language; each person gets a copy that bears her name.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import count
from zoneinfo import ZoneInfo

from club.calendar import Month, OnSolarDay, day_in_zone, instant_of
from club.ledger import Source, opening_balance
from club.loans import RepaymentForm
from club.members import BOARD, Role
from club.money import Money
from club.support import SupportKind
from handlers.practise import CLUB_NAMES
from storage.changes.ask_for_help import AskForHelp
from storage.changes.ask_for_loan import AskForLoan
from storage.changes.ask_to_join import AskToJoin
from storage.changes.book import write_entry
from storage.changes.declare_contribution import DeclareContribution
from storage.changes.deed import Deed
from storage.changes.enter_member import (
    MemberEntered,
    NewMember,
    enter_member,
    enter_person,
    give_office,
)
from storage.changes.found_club import ClubFounded, NewClub, found_club
from storage.changes.open_session import OpenSession
from storage.changes.pay_out_loan import ConfirmCash, PayOutLoan
from storage.changes.plan_meeting import PlanMeeting
from storage.changes.receive_fee import receive_fee
from storage.changes.sign_up_volunteer import SignUpVolunteer
from storage.changes.take_roll import TakeRoll
from storage.changes.vote_on_loan import VoteOnLoan
from storage.practising import HER_CHANNEL
from storage.queries import Connection
from storage.queries.practice import open_phone, open_stranger
from storage.queries.volunteers import communes_with_clubs
from storage.queries.web import web_phone
from storage.sandbox import opened

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
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


@lru_cache(maxsize=16)
def fresh_club(today: date, role: str, language: str) -> bytes:
    """The made-up club as it is on this day for somebody who practises in this role: its image, in
    which nobody has practised yet.
    """
    with opened(None) as box:
        past = _Past(box.db, today, Role(role), language)
        past.found()
        past.live()
        past.leave_waiting()
        past.open_her_chat()
    return box.image


@dataclass(slots=True)
class _Past:
    """The club while its little past is written."""

    db: Connection
    today: date
    role: Role
    language: str
    club: ClubFounded = field(init=False)
    people: dict[str, MemberEntered] = field(default_factory=dict)
    _causes: "count[int]" = field(default_factory=lambda: count(1))

    # Who is who

    @property
    def founded_on(self) -> date:
        return Month.of(self.today).plus(-MONTHS_OF_PAST).day(1)

    @property
    def last_meeting(self) -> date:
        return self.today - timedelta(days=26)

    def found(self) -> None:
        """The club, its board, four members and herself."""
        meets = OnSolarDay((self.today + timedelta(days=DAYS_TO_MEETING)).day)
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
        self.club = found_club(self.db, new, self._at(self.founded_on))
        for office, (name, sex, address) in BOARD_NAMES.items():
            if office is not self.role:
                self._enter(office.value, self._new(name, sex, address), office)
        for key, (name, sex, address) in MEMBER_NAMES.items():
            self._enter(key, self._new(name, sex, address))
        self._enter_her()

    def _enter_her(self) -> None:
        new = self._new("?", "female", "bác")
        if self.role is Role.VOLUNTEER:
            person_id = enter_person(self.db, new, self._at(self.founded_on))
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
        entered = enter_member(self.db, self.club.club_id, new, self._at(founded))
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
            now=self._at(day),
            today=day,
            cause=f"past-{next(self._causes)}",
        )

    def _at(self, day: date) -> datetime:
        # Nothing happened later than now, whatever the hour: today's is its first minute.
        return instant_of(day, time(0, 1) if day >= self.today else time(9), ZONE)

    # What has happened

    def live(self) -> None:
        """Money to begin with, a meeting held with its fees, a loan running."""
        for fund, amount, source in (
            (self.club.income_fund, Money(20_000_000), Source.GRANT),
            (self.club.operating_fund, Money(1_000_000), Source.BUDGET),
        ):
            entry = opening_balance(
                fund=fund,
                place=self.club.tin,
                amount=amount,
                source=source,
                happened_on=self.founded_on,
            )
            write_entry(self.db, self.deed("bookkeeper", self.founded_on), entry)
        self._hold_meeting()
        self._plan(self.today + timedelta(days=DAYS_TO_MEETING), self.today)
        self._lend("sen", Money(3_000_000), self.last_meeting)

    def _plan(self, day: date, planned_on: date) -> int:
        plan = PlanMeeting(day, time(8), "Nhà văn hóa Thôn Tập", "Ăn nhạt phòng tăng huyết áp")
        return plan.carry_out(self.db, self.deed("secretary", planned_on)).meeting_id

    def _hold_meeting(self) -> None:
        day = self.last_meeting
        meeting_id = self._plan(day, day - timedelta(days=5))
        absent = (self.people["truc"].member_id,)
        TakeRoll(meeting_id, absent).carry_out(self.db, self.deed("secretary", day))
        for key in ("lan", "sen", "cuc"):
            receive_fee(
                self.db,
                self.deed("cashier", day),
                member_id=self.people[key].member_id,
                amount=FEE * 2,
                place=self.club.tin,
                happened_on=day,
            )

    def _lend(self, key: str, amount: Money, day: date, *, agreed_only: bool = False) -> None:
        loan_id = self._ask_loan(key, amount, day)
        for office in (Role.CHAIR, Role.DEPUTY, Role.BOOKKEEPER):
            VoteOnLoan(loan_id, yes=True).carry_out(self.db, self.deed(office.value, day))
        if not agreed_only:
            paid = PayOutLoan(loan_id, self.club.tin)
            paid.carry_out(self.db, self.deed("cashier", day))
            ConfirmCash(loan_id, in_hand=True).carry_out(self.db, self.deed(key, day))

    def _ask_loan(self, key: str, amount: Money, day: date) -> int:
        asking = AskForLoan(
            club_id=self.club.club_id,
            purpose="poultry",
            amount=amount,
            months=6,
            form=RepaymentForm.MONTHLY,
        )
        return asking.carry_out(self.db, self.deed(key, day)).ballot.loan.id

    # What waits

    def leave_waiting(self) -> None:
        """Something to decide, to confirm and to pay out for a board; help to give for others."""
        if self.role in BOARD:
            self._ask_loan("truc", Money(2_000_000), self.today)
            self._somebody_asks_to_join()
        if self.role is Role.CASHIER:
            self._lend("cuc", Money(1_000_000), self.today, agreed_only=True)
            self._give("lan")
        AskForHelp("digital").carry_out(self.db, self.deed("lan", self.today))
        opening = OpenSession(
            topic=SupportKind.DIGITAL,
            title="Gọi video cho con cháu",
            day=self.today + timedelta(days=2),
            at=time(15),
            minutes=90,
            hamlet=HAMLET,
            place="Nhà văn hóa Thôn Tập",
            capacity=2,
        )
        opening.carry_out(self.db, self.deed("secretary", self.today))

    def _give(self, key: str) -> None:
        given = DeclareContribution(
            member_id=self.people[key].member_id,
            kind="money",
            amount=Money(50_000),
            paid_how="hands",
            handed_to=self.person("cashier"),
        )
        given.carry_out(self.db, self.deed(key, self.today))

    def _somebody_asks_to_join(self) -> None:
        open_stranger(self.db, "web", "na", self._at(self.today))
        chat = web_phone(self.db, "na")
        assert chat is not None
        asking = AskToJoin(
            club_id=self.club.club_id,
            name="Nguyễn Thị Na",
            birth_year=self.today.year - 63,
            sex="female",
            hamlet=HAMLET,
            phone="",
            hardship="unsaid",
            address="cô",
        )
        by_na = self.deed("lan", self.today)
        deed = Deed(chat.chat_id, "web", None, None, by_na.now, by_na.today, by_na.cause)
        asking.carry_out(self.db, deed)

    def open_her_chat(self) -> None:
        """The chat in which she will speak."""
        open_phone(self.db, HER_CHANNEL, self.person(HER), self._at(self.today))


def day_of_practice(now: datetime) -> date:
    """The local day on which somebody practises."""
    return day_in_zone(now, ZONE)
