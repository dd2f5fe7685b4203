"""The practice village while its past is being written: who is who, and who does what when."""

from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from random import Random

from bot.practice.calendar import Past
from bot.practice.people import Villager
from storage.changes.deed import Deed
from storage.changes.joining.found_club import ClubFounded
from storage.changes.life.village_life import Purse
from storage.changes.members.enter_member import MemberEntered


@dataclass(slots=True)
class Village:
    """What the chapters of the past share."""

    past: Past
    club: ClubFounded
    code: str
    dice: Random
    members: list[Villager]
    phones_of: tuple[str, ...]
    language: str = "vi"
    bank: int = 0
    people: dict[str, MemberEntered] = field(default_factory=dict)
    volunteers: dict[str, int] = field(default_factory=dict)
    phones: list[str] = field(default_factory=list)
    causes: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def borrowers(self) -> list[str]:
        """Four who may borrow: of no board, with a phone, of no household with it."""
        own = [e for e in self.members if e.phone and not (e.role or e.home)]
        return [e.name for e in own if e.name not in self.phones_of and e.age < 75][:4]

    def person(self, name: str) -> int:
        """The number of a villager by full name."""
        return self.people[name].person_id if name in self.people else self.volunteers[name]

    def member(self, name: str) -> int:
        """The number of the membership."""
        return self.people[name].member_id

    def holder(self, role: str) -> str:
        """The name of who holds an office."""
        return next(each.name for each in self.members if each.role == role)

    def deed(self, name: str, day: date, hour: int = 9) -> Deed:
        """Somebody does something on a day of the past."""
        return self.deed_at(name, self.past.at(day, hour), day)

    def deed_at(self, name: str, now: datetime, day: date) -> Deed:
        return Deed(
            chat_id=0,
            channel="web",
            person_id=self.person(name),
            club_id=self.club.club_id,
            now=now,
            today=day,
            cause=f"practice-{next(self.causes)}",
        )

    def board_deed(self, role: str, day: date, hour: int = 9) -> Deed:
        """Whoever holds the office does something."""
        return self.deed(self.holder(role), day, hour)

    @property
    def income_tin(self) -> Purse:
        return Purse(self.club.income_fund, self.club.tin)

    @property
    def operating_tin(self) -> Purse:
        return Purse(self.club.operating_fund, self.club.tin)
