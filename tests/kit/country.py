"""A made-up country: areas, clubs and their closed months, for roll-ups."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert

from club.areas import Area
from club.calendar import Month
from club.money import Money
from club.rollup.totals import Level
from club.summary.figures import AreaFigures, Figures, FundFigures, Share
from club.summary.frozen import thawed
from storage.changes.figures.publish_month import publish_month
from storage.changes.inserting import inserted
from storage.changes.members.areas import add_area, country_of
from storage.queries import Connection
from storage.tables.areas import club_communes, clubs
from storage.tables.people import members, officers, persons

BEGAN = date(2025, 1, 1)


def _loans(empty: Figures, counts: dict[str, int]) -> Any:
    of = counts.get
    money: dict[str, Any] = {
        key: Money(of(key, 0)) for key in ("outstanding", "paid_out", "repaid", "interest")
    }
    late: dict[str, Any] = {"to_30_days": Money(of("overdue", 0))}
    return replace(
        empty.loans,
        borrowers=of("borrowers", 0),
        payouts=of("payouts", 0),
        borrowers_in_need=Share(of("with_loan", 0), of("in_need", 0)),
        overdue=replace(empty.loans.overdue, loans=of("overdue_loans", 0), **late),
        **money,
    )


def _fund(closing: int) -> FundFigures:
    zero = Money(0)
    return FundFigures(
        id=1, name="", is_lending=True, opening=zero, received=zero, paid=zero,
        closing=Money(closing), outstanding=zero, owed_to_lenders=zero, member_shares=zero,
    )  # fmt: skip


def _care(empty: Figures, counts: dict[str, int]) -> Any:
    of = counts.get
    return replace(
        empty.care,
        people_helped=of("helped", 0),
        help_money=Money(of("help_money", 0)),
        clients=of("clients", 0),
        visits=of("visits", 0),
    )


def figures_of(month: Month, **counts: int) -> Figures:
    """A month with these figures; what is not said is nothing.

    members, older, women, older_women, poor, new, left, present, fees, gifts, fund, outstanding,
    borrowers, overdue_loans, overdue, in_need, with_loan, payouts, paid_out, repaid, interest,
    helped, help_money, clients, visits, volunteers, areas, lessons.
    """
    of = counts.get
    empty = thawed({"month": str(month), "until": month.last_day.isoformat()})
    worked = of("areas", 8)
    met = {"held_on": month.first_day} if of("met", 1) else {"held_on": None}
    return replace(
        empty,
        members=replace(
            empty.members,
            all=of("members", 60),
            **{key: of(key, 0) for key in ("older", "women", "older_women", "poor", "new", "left")},
        ),
        meeting=replace(
            empty.meeting,
            attendance=Share(of("present", 0), of("expected", of("members", 60))),
            **met,
        ),
        areas=AreaFigures(tuple((area, int(n < worked)) for n, area in enumerate(Area))),
        fees=replace(empty.fees, received=Money(of("fees", 0))),
        golden_heart=replace(empty.golden_heart, money=Money(of("gifts", 0))),
        funds=(_fund(of("fund", 0)),),
        loans=_loans(empty, counts),
        care=_care(empty, counts),
        board_trained_on=month.first_day if of("trained", 0) else None,
        lessons=replace(empty.lessons, reached=of("lessons", 0)),
        support=replace(empty.support, volunteers=of("volunteers", 0), minutes=of("minutes", 0)),
    )


class MadeUpCountry:
    """Builds areas and clubs in an open transaction."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        self.country = country_of(db, BEGAN)
        self._clubs = 0
        self.first_club = 0

    def province(self, name: str) -> int:
        return add_area(self.db, self.country, Level.PROVINCE, name, day=BEGAN)

    def commune(self, province: int, name: str) -> int:
        return add_area(self.db, province, Level.COMMUNE, name, day=BEGAN)

    def club(self, commune: int, name: str = "", *, founded: date = BEGAN) -> int:
        self._clubs += 1
        club_id = inserted(
            self.db,
            clubs,
            name=name or f"CLB {self._clubs}",
            hamlet="",
            founded_on=founded,
            timezone="Asia/Ho_Chi_Minh",
            join_code=f"K{self._clubs:07}",
            practice=False,
        )
        self.db.execute(
            insert(club_communes).values(club_id=club_id, area_id=commune, valid_from=founded)
        )
        return club_id

    def closes(self, club_id: int, month: Month, **counts: int) -> None:
        """The month is closed with these figures."""
        publish_month(self.db, club_id, month, figures_of(month, **counts))

    def officer(self, area: int, person_id: int | None = None) -> int:
        """Of the area; a new person where none is given."""
        who = person_id or self._person()
        self.db.execute(insert(officers).values(area_id=area, person_id=who, from_day=BEGAN))
        return who

    def _person(self, *, sex: str | None = None) -> int:
        values: dict[str, Any] = {
            "name": "Phan Thị Yến",
            "sex": sex,
            "address": "cô",
            "created_at": datetime(2026, 1, 1, tzinfo=UTC),
        }
        return inserted(self.db, persons, **values)

    def members(
        self, club_id: int, many: int, *, joined: date = BEGAN, women: int = 0
    ) -> list[int]:
        """So many members of the club, since that day; of the first so many it is known that they
        are women.
        """
        numbers = []
        for place in range(many):
            person_id = self._person(sex="female" if place < women else None)
            values: dict[str, Any] = {"club_id": club_id, "person_id": person_id}
            values |= {"state": "member", "joined_on": joined}
            values |= {"asked_at": datetime(2026, 1, 1, tzinfo=UTC)}
            numbers.append(inserted(self.db, members, **values))
        return numbers
