"""Once a month, on the club's lesson day: each member's own next lesson in using the phone."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from club.calendar import Month, day_in_zone, zone_of
from club.learning import next_lesson
from club.reminders import LESSON_DAY, Kind, due_at, lesson_day
from messages import lesson as say
from messages.cards import Card
from messages.lessons import lessons, tip_of
from scheduler.reminding import Reminding, Span, by_kind, due_of
from storage import reminders
from storage.queries import Connection
from storage.queries.lessons.lessons import ends_by
from storage.queries.reminding import reminding
from storage.queries.reminding.reminding import LessonDay
from storage.reminders import Claimed, Times

LASTS = timedelta(days=14)
"""So long after its day a lesson is still offered, to new members and after a standstill."""


def plan(db: Connection, span: Span) -> None:
    """The lessons of this month and the next whose day lies within the span."""
    reminders.withdraw(db, Kind.LESSON, reminding.lesson_learners())
    today = span.now.date()
    for day in reminding.lesson_days(db, LESSON_DAY, today):
        for month, times in _times(day, span):
            wanted = reminding.learning_on(
                reminding.lesson_learners(),
                day,
                usual=LESSON_DAY,
                today=today,
                period=str(month),
            )
            reminders.plan(db, Kind.LESSON, wanted, times, now=span.now, period=str(month))


def _times(day: LessonDay, span: Span) -> Iterator[tuple[Month, Times]]:
    zone = zone_of(day.timezone)
    this_month = Month.of(day_in_zone(span.now, zone))
    for month in (this_month.previous(), this_month, this_month.next()):
        due = due_of(due_at(Kind.LESSON, lesson_day(month, day.number), zone), Kind.LESSON)
        if due is not None and due <= span.until and due + LASTS > span.now:
            yield month, Times(due, due + LASTS)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """The lesson's name and a button that opens it; the month's tip below it where there is one."""
    ids = by_kind(claimed, Kind.LESSON)
    learners = reminders.still_wanted(db, reminding.lesson_learners(), ids)
    ended = ends_by(db, [row.person_id for row in learners.values()])
    curriculum = [each.code for each in lessons()]
    months = {each.id: Month.parse(each.period) for each in claimed if each.id in learners}
    offered = {}
    for number, row in learners.items():
        lesson = next_lesson(curriculum, ended.get(row.person_id, ()))
        if lesson is not None:
            tip = tip_of(months[number])
            offered[number] = say.offered(
                lesson.lesson, is_review=lesson.is_review, tip=tip.code if tip else ""
            )
    return offered


REMINDING = Reminding((Kind.LESSON,), plan, cards)
