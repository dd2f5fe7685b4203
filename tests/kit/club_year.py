"""A seeded club lives month after month: what a board, its members and volunteers do in a year.

Who comes, who pays, what is worked on and for how long is drawn from one seed; every act is the
same change that a talk would carry out, or the talk itself.
"""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.knocking import Knocker
from club.areas import Area
from club.calendar import Month
from club.meetings import Answer, MinutesPart
from club.money import Money
from club.on_behalf import Found
from club.support import SupportKind
from messages.lessons import lessons
from storage.changes.deed import Deed
from storage.changes.helping.on_behalf import CheckEntry, ElectChecker
from storage.changes.lessons.finish_lesson import FinishLesson
from storage.changes.life.activities import LogActivity
from storage.changes.life.home_care import BeginCare, LogVisit
from storage.changes.meetings.answer_meeting import AnswerMeeting
from storage.changes.meetings.plan_meeting import PlanMeeting
from storage.changes.meetings.take_roll import TakeRoll
from storage.changes.meetings.write_minutes import FinishMinutes, WritePart
from storage.changes.members.deaths import ConfirmDeath, RecordDeath
from storage.changes.money.decide import Decide
from storage.changes.money.second_person import AgreeTo
from storage.changes.money.take_fee import TakeFee
from storage.changes.volunteers.check_in import CheckIn
from storage.changes.volunteers.issue_certificate import IssueCertificate
from storage.changes.volunteers.open_session import OpenSession
from storage.changes.volunteers.take_session import TakeSession
from storage.changes.volunteers.vouch_for_volunteer import VouchForVolunteer
from storage.queries import Connection
from storage.queries.helping.on_behalf import checks_of
from storage.queries.volunteers.hours import my_hours
from storage.tables.chats import chats
from tests.kit.helping import new_code, types_for, without_phone
from tests.kit.village import Phone, Village

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BOARD = ("binh", "cuc", "dao", "em", "giang")
PLACE = "Nhà văn hóa thôn Đoài"
WORK = {
    Area.INCOME: "nuôi gà thả vườn",
    Area.HEALTH: "tập dưỡng sinh",
    Area.HOME_CARE: "dọn nhà cho cụ neo đơn",
    Area.SELF_HELP: "góp gạo cho nhà bị lũ",
    Area.RIGHTS: "nghe nói về luật người cao tuổi",
    Area.KNOWLEDGE: "nói chuyện phòng ngã",
    Area.CULTURE: "tập văn nghệ",
    Area.RESOURCES: "vận động ủng hộ",
}


class ClubYear:
    """One club, one seed; `counts` tells what has happened."""

    def __init__(self, v: Village, seed: int) -> None:
        self.v = v
        self.chance = Random(seed)
        self.counts: Counter[str] = Counter()
        self.minutes_checked_in = 0
        self._keys = count(1)
        self._client = 0
        self._phoneless: list[tuple[int, int]] = []
        self._gone: set[str] = set()

    # The parts of a month

    async def begins(self) -> None:
        """What is there once: people without phones, a checker, care, a helper, a voucher."""
        v = self.v
        self._phoneless = [without_phone(v, f"Hà Thị {each}") for each in ("Nụ", "Mai", "Cam")]
        self.does("dao", ElectChecker(v.manh.member_id or 0))
        care = BeginCare(
            member_id=self._phoneless[0][1],
            visits_a_week=1,
            address="ngõ 3",
            volunteer=v.hoa.person_id,
        )
        self._client = self.does("cuc", care).client.id
        await types_for(v.la, await new_code(v.lan))
        self.counts["helpers"] += 1

    async def lives(self, month: Month) -> None:
        """One month from its first day to the end; its books are closed in the next one."""
        meeting_day = month.day(self.chance.randint(8, 18))
        first = max(month.first_day, self._today())
        await self.comes_to(first, 7)
        meeting = self.does(
            "dao", PlanMeeting(meeting_day, time(8), PLACE, self.chance.choice(list(WORK.values())))
        ).meeting_id
        self._everybody_answers(meeting)
        session = self._opens_session(month)
        self._has_lessons()
        await self._helper_declares()
        await self.comes_to(meeting_day, 10)
        self._meets(meeting, month)
        self._works(month)
        await self.comes_to(month.day(22), 18)
        self._checks_in(session)
        self._visits(month)
        if month.month % 4 == 0:
            self._checks_entries(month.previous())
        await self.comes_to(month.next().day(2), 9)
        await self.closes(month)

    async def comes_to(self, day: date, hour: int) -> None:
        """Time goes by; the calendar does what is due."""
        moment = datetime.combine(day, time(hour), ZONE).astimezone(UTC)
        if moment > self.v.clock.now():
            self.v.clock.move(moment - self.v.clock.now())
        self.counts["reminders"] += await Knocker(self.v.house).knock()
        await self.v.house.until_idle()

    def does(self, name: str, command: Any) -> Any:
        """The change that this person's talk would carry out, on the own account."""
        return self.v.store.change(self._deed_of, self.v.phones[name], command)

    def _deed_of(self, db: Connection, phone: Phone, command: Any) -> Any:
        own = select(chats.c.id).where(chats.c.person_id == phone.person_id).limit(1)
        deed = Deed(
            chat_id=db.execute(own).scalar_one(),
            channel="web",
            person_id=phone.person_id,
            club_id=self.v.club.club_id,
            now=self.v.clock.now(),
            today=self._today(),
            cause=f"story:{next(self._keys)}",
        )
        return command.carry_out(db, deed)

    def _today(self) -> date:
        now: datetime = self.v.clock.now()
        return now.astimezone(ZONE).date()

    def _members(self) -> list[str]:
        everybody = [name for name, each in self.v.phones.items() if each.member_id is not None]
        return [name for name in everybody if name not in self._gone]

    def _everybody_answers(self, meeting: int) -> None:
        for name in self._members():
            answer = self.chance.choice([Answer.YES, Answer.YES, Answer.YES, Answer.NO])
            self.does(
                name, AnswerMeeting(meeting, answer, "bận việc nhà" if answer is Answer.NO else "")
            )
            self.counts["answers"] += 1

    def _opens_session(self, month: Month) -> int:
        topic = self.chance.choice(list(SupportKind))
        day = month.day(self.chance.randint(19, 21))
        opened = self.does(
            "cuc",
            OpenSession(
                topic=topic,
                title="",
                day=day,
                at=time(14),
                minutes=90,
                hamlet="Thôn Đoài",
                place=PLACE,
                capacity=3,
            ),
        )
        number: int = opened.session.id
        self.does("quan", TakeSession(number))
        if not self.counts["sessions"]:
            self.does("binh", VouchForVolunteer(self.v.quan.person_id or 0))
        self.counts["sessions"] += 1
        return number

    def _checks_in(self, session: int) -> None:
        """Both sides say for how long; the board's word is the same or the shorter one."""
        minutes = self.chance.choice([45, 60, 75, 90])
        self.does("quan", CheckIn(session, self.v.quan.person_id or 0, minutes))
        self.does("cuc", CheckIn(session, self.v.quan.person_id or 0, minutes))
        self.minutes_checked_in += minutes
        self.counts["check-ins"] += 2

    def _has_lessons(self) -> None:
        found = list(lessons())
        for name in self._members():
            lesson = found[self.counts[f"lesson of {name}"] % len(found)]
            if self.chance.random() < 0.6:
                self.does(name, FinishLesson(lesson.code, 0, len(lesson.steps), is_right=True))
                self.counts[f"lesson of {name}"] += 1
                self.counts["lessons"] += 1

    async def _helper_declares(self) -> None:
        """A grandchild types her fee for her; the cashier confirms it."""
        before = self.v.lan.messages[-1].text if self.v.lan.messages else ""
        for said in ("đóng góp", "1", "5000", "1", "đúng"):
            await self.v.la.says(said)
        assert self.v.lan.heard != before, self.v.la.heard
        assert self.v.lan.heard.startswith("Dạ, bạn Nguyễn Văn Tí vừa nhắn hộ bà")
        await self.v.giang.taps("Xem và xác nhận")
        await self.v.giang.taps("Tiền đã ở trong tay")
        self.counts["typed by a helper"] += 1

    def _meets(self, meeting: int, month: Month) -> None:
        """The roll, the money of those who came, a decision, six parts and two signatures."""
        came = [name for name in self._members() if self.chance.random() < 0.85]
        gone = [each for each in self._members() if each not in came]
        absent = tuple(self.v.phones[each].member_id or 0 for each in gone)
        self.does("dao", TakeRoll(meeting, absent))
        paying = [
            self.v.phones[each].member_id or 0 for each in came if each not in {"giang", "lan"}
        ]
        for member_id in [*paying, *(each for _, each in self._phoneless)]:
            self.does(
                "giang", TakeFee(member_id=member_id, amount=Money(5000), happened_on=self._today())
            )
            self.counts["fees"] += 1
        self.does(
            "dao",
            Decide(
                meeting_id=meeting,
                what="sửa đường vào nhà văn hóa",
                responsible=None,
                until=month.last_day,
            ),
        )
        self._writes_minutes(meeting)
        self.counts["meetings"] += 1

    def _writes_minutes(self, meeting: int) -> None:
        """Six parts, finished by the writer and signed by the chair."""
        for part in MinutesPart:
            words = f"{part.value}: {self.chance.choice(list(WORK.values()))}"
            ended = time(10, 30) if part is MinutesPart.CLOSING else None
            self.does(
                "dao",
                WritePart(meeting_id=meeting, part=part, words=words, version=0, ended_at=ended),
            )
        finished = self.does("dao", FinishMinutes(meeting))
        self.does("binh", AgreeTo(finished.proposal.id))

    def _works(self, month: Month) -> None:
        """Each area sooner or later: some of them every month, in November all."""
        areas = list(Area)
        chosen = areas if month.month in {5, 11} else self.chance.sample(areas, 5)
        for area in chosen:
            people = self.chance.randint(4, 60)
            what = f"{WORK[area]} tháng {month.month}"
            self.does(
                self.chance.choice(BOARD),
                LogActivity(area=area, what=what, people=people, day=self._today()),
            )
            self.counts["activities"] += 1

    def _visits(self, month: Month) -> None:
        for day in (5, 12, 19):
            if month.day(day) >= self._today() - timedelta(days=20):
                self.does("hoa", LogVisit(client_id=self._client, day=month.day(day)))
                self.counts["visits"] += 1

    def _checks_entries(self, month: Month) -> None:
        picks = self.v.store.change(checks_of, self.v.club.club_id, month)
        for each in picks:
            self.does("manh", CheckEntry(each.id, month, Found.RIGHT))
            self.counts["entries checked"] += 1

    async def closes(self, month: Month) -> None:
        """Chair and bookkeeper close the month, each from the own account."""
        for name in ("binh", "em"):
            phone = self.v.phones[name]
            await phone.says("khóa sổ")
            await phone.taps(f"Khóa sổ tháng {month.month}/{month.year}")
            await phone.taps("Đồng ý khóa sổ")
        self.counts["months closed"] += 1

    def dies(self, index: int) -> None:
        """One of those without a phone; two of the board say so."""
        _, member_id = self._phoneless.pop(index)
        recorded = self.does("cuc", RecordDeath(member_id, self._today()))
        self.does("dao", ConfirmDeath(recorded.death.id))
        self.counts["deaths"] += 1

    def certified(self, first: date, last: date) -> Any:
        """The volunteer's certificate, and the minutes on which both sides agreed."""
        issued = self.does("quan", IssueCertificate(first, last))
        hours = self.v.store.change(my_hours, self.v.quan.person_id or 0)
        self.counts["certificates"] += 1
        return issued.certificate, sum(minutes for _, minutes in hours)
