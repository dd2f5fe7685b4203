"""The book of activities: logged, corrected, taken away; and what is planned."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, select, update

from club.activities import (
    LONGEST_WHAT,
    check_activity_day,
    check_people,
    check_planned_day,
    may_undo,
)
from club.areas import Area
from club.members import Action
from club.photos import About
from club.refusals import Code, Refused
from storage.changes.attach_photo import attach_photos
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.life.activities import Activity, Plan, activity, plan, same_already
from storage.queries.money.closing import next_to_close
from storage.queries.money.payments import person_of
from storage.received import erase_photos_about
from storage.tables.activities import activities
from storage.tables.club_life import activity_plans, teams


@dataclass(frozen=True, slots=True)
class ActivityLogged:
    activity: Activity


@dataclass(frozen=True, slots=True)
class ActivityChanged:
    activity: Activity


@dataclass(frozen=True, slots=True)
class ActivityRemoved:
    """`undone`: by whoever wrote it, a moment ago."""

    activity: Activity
    undone: bool


@dataclass(frozen=True, slots=True)
class ActivityPlanned:
    plan: Plan


@dataclass(frozen=True, slots=True)
class PlanDropped:
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class LogActivity:
    """Refused DAY_IN_FUTURE, MONTH_CLOSED, NUMBER_OUT_OF_RANGE, and ALREADY_DONE for the very same
    thing of the same day. `plan_id`: the plan that is fulfilled by it.
    """

    area: Area
    what: str
    people: int
    day: date
    plan_id: int | None = None
    team_id: int | None = None
    exchange_with: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> ActivityLogged:
        must_be_allowed(db, deed, Action.LOG_ACTIVITY)
        club_id = locked_club_of(deed, db)
        what = self.what.strip()[:LONGEST_WHAT]
        if not what:
            raise Refused(Code.REASON_MISSING)
        check_people(self.people)
        check_activity_day(self.day, today=deed.today, first_open=next_to_close(db, club_id))
        if same_already(db, club_id, area=self.area, what=what, day=self.day):
            raise Refused(Code.ALREADY_DONE)
        number = inserted(
            db,
            activities,
            club_id=club_id,
            area=self.area.value,
            done_on=self.day,
            what=what,
            people_count=self.people,
            team_id=self._team(db, club_id),
            exchange_with=self.exchange_with.strip() or None,
            logged_by=deed.person_id,
            logged_at=deed.now,
            cause=deed.cause,
        )
        self._fulfil(db, club_id)
        return ActivityLogged(_known(db, club_id, number))

    def _team(self, db: Connection, club_id: int) -> int | None:
        if self.team_id is None:
            return None
        mine = teams.c.club_id == club_id
        if db.execute(select(teams.c.id).where(teams.c.id == self.team_id, mine)).first() is None:
            raise Refused(Code.NOT_FOUND)
        return self.team_id

    def _fulfil(self, db: Connection, club_id: int) -> None:
        if self.plan_id is not None:
            mine = activity_plans.c.club_id == club_id
            db.execute(
                update(activity_plans)
                .where(activity_plans.c.id == self.plan_id, mine)
                .values(state="done")
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeActivity:
    """The board corrects it until the month is closed; None leaves a value as it is.

    `led_guest` names somebody from outside; with `led_by` it is emptied. `people_agree`: all who
    can be seen in the photo want every member to see it; otherwise the board alone does (G.1).
    """

    activity_id: int
    area: Area | None = None
    what: str | None = None
    people: int | None = None
    day: date | None = None
    led_by: int | None = None
    led_guest: str | None = None
    photo_id: int | None = None
    people_agree: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> ActivityChanged:
        must_be_allowed(db, deed, Action.LOG_ACTIVITY)
        club_id = locked_club_of(deed, db)
        found = _open(db, deed, club_id, self.activity_id)
        must_be_hers_or_boards(db, deed, found)
        values = self._values(db, deed, club_id)
        if values:
            db.execute(update(activities).where(activities.c.id == found.id).values(values))
        about = About.SHOWN_ACTIVITY if self.people_agree else About.ACTIVITY
        attach_photos(db, deed, [self.photo_id], about=about, subject=found.id)
        return ActivityChanged(_known(db, club_id, found.id))

    def _values(self, db: Connection, deed: Deed, club_id: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        if self.area is not None:
            values["area"] = self.area.value
        if self.what is not None and self.what.strip():
            values["what"] = self.what.strip()[:LONGEST_WHAT]
        if self.people is not None:
            check_people(self.people)
            values["people_count"] = self.people
        if self.day is not None:
            check_activity_day(self.day, today=deed.today, first_open=next_to_close(db, club_id))
            values["done_on"] = self.day
        return values | self._leader(db, club_id)

    def _leader(self, db: Connection, club_id: int) -> dict[str, Any]:
        if self.led_by is not None:
            if person_of(db, club_id, self.led_by) is None:
                raise Refused(Code.NOT_FOUND)
            return {"led_by": self.led_by, "led_guest": None}
        if self.led_guest is not None:
            return {"led_by": None, "led_guest": self.led_guest.strip()}
        return {}


@dataclass(frozen=True, slots=True)
class RemoveActivity:
    """By the board until the month is closed; by whoever wrote it within ten minutes."""

    activity_id: int

    def carry_out(self, db: Connection, deed: Deed) -> ActivityRemoved:
        must_be_allowed(db, deed, Action.LOG_ACTIVITY)
        club_id = locked_club_of(deed, db)
        found = _open(db, deed, club_id, self.activity_id)
        must_be_hers_or_boards(db, deed, found)
        db.execute(delete(activities).where(activities.c.id == found.id))
        for about in (About.ACTIVITY, About.SHOWN_ACTIVITY):
            erase_photos_about(db, about.value, found.id)
        mine = found.logged_by == deed.person_id
        return ActivityRemoved(found, mine and may_undo(logged_at=found.logged_at, now=deed.now))


def must_be_hers_or_boards(db: Connection, deed: Deed, found: Activity) -> None:
    """Refuses whoever is not of the board, but for ten minutes about what she wrote herself."""
    mine = found.logged_by == deed.person_id
    if not (mine and may_undo(logged_at=found.logged_at, now=deed.now)):
        must_be_allowed(db, deed, Action.CORRECT_ACTIVITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanActivity:
    """Refused DAY_PAST, or DAY_IN_FUTURE for a day more than three months ahead."""

    area: Area
    what: str
    day: date

    def carry_out(self, db: Connection, deed: Deed) -> ActivityPlanned:
        must_be_allowed(db, deed, Action.LOG_ACTIVITY)
        club_id = locked_club_of(deed, db)
        check_planned_day(self.day, today=deed.today)
        if not self.what.strip():
            raise Refused(Code.REASON_MISSING)
        number = inserted(
            db,
            activity_plans,
            club_id=club_id,
            area=self.area.value,
            what=self.what.strip()[:LONGEST_WHAT],
            planned_on=self.day,
            planned_by=deed.person,
            state="planned",
            cause=deed.cause,
        )
        made = plan(db, club_id, number)
        assert made is not None
        return ActivityPlanned(made)


@dataclass(frozen=True, slots=True)
class DropPlan:
    """It came to nothing."""

    plan_id: int

    def carry_out(self, db: Connection, deed: Deed) -> PlanDropped:
        must_be_allowed(db, deed, Action.LOG_ACTIVITY)
        club_id = locked_club_of(deed, db)
        found = plan(db, club_id, self.plan_id)
        if found is None:
            raise Refused(Code.NOTHING_WAITING)
        db.execute(
            update(activity_plans).where(activity_plans.c.id == found.id).values(state="dropped")
        )
        return PlanDropped(found)


def _open(db: Connection, deed: Deed, club_id: int, number: int) -> Activity:
    """The activity, if its month is still open."""
    found = activity(db, club_id, number)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    check_activity_day(found.done_on, today=deed.today, first_open=next_to_close(db, club_id))
    return found


def _known(db: Connection, club_id: int, number: int) -> Activity:
    found = activity(db, club_id, number)
    assert found is not None
    return found
