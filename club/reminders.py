"""When a reminder may go out: what each kind is about, when it is due, and what a quiet time does.

Club rules: nothing between 20:30 and 07:00, nothing in the first three days of Tết, nothing about
money from 29 Chạp to mùng 7.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum, StrEnum

from club.calendar import ONE_DAY, Month, day_in_zone, lunar_of, solar_of

EVENING = time(19, 0)
SESSION_SOON_HOURS = 2
LESSON_DAY = 15
"""The day of the month on which a club has its lesson, unless its board chose another."""


class Kind(StrEnum):
    """What a reminder is about. Of one kind, a newer one replaces an older one still waiting."""

    MEETING_PLANNED = "meeting_planned"
    MEETING_SOON = "meeting_soon"
    MEETING_TODAY = "meeting_today"
    DECISION_DUE = "decision_due"
    LESSON = "lesson"
    FEE_NOT_PAID = "fee_not_paid"
    FEE_ARREARS = "fee_arrears"
    INSTALMENT = "instalment"
    INSTALMENT_LATE = "instalment_late"
    SESSION_TOMORROW = "session_tomorrow"
    SESSION_SOON = "session_soon"
    HELP_TOMORROW = "help_tomorrow"
    HELP_SOON = "help_soon"
    SUMMARY = "summary"
    MONTH_NOT_CLOSED = "month_not_closed"
    LOAN_NEED = "loan_need"
    TRAINING = "training"
    TERM_ENDS = "term_ends"
    AREAS_UNTOUCHED = "areas_untouched"
    VISITS_MISSED = "visits_missed"
    LONGEVITY = "longevity"
    GREETING = "greeting"
    UNFINISHED = "unfinished"
    HELPING_ENDS = "helping_ends"
    ON_BEHALF = "on_behalf"
    MEETING_CHANGED = "meeting_changed"
    """A meeting was moved or called off: told at once, by mouth to whom no message reaches."""
    NEWS = "news"
    """A word of the board or of an officer to many: not planned, but held by quiet times."""


class Subject(StrEnum):
    """What a person can have reminders about, or not; and a club."""

    MEETINGS = "meetings"
    LESSONS = "lessons"
    FEES = "fees"
    LOANS = "loans"
    SESSIONS = "sessions"
    GREETINGS = "greetings"
    UNFINISHED = "unfinished"


SUBJECTS = {
    Kind.MEETING_SOON: Subject.MEETINGS,
    Kind.MEETING_TODAY: Subject.MEETINGS,
    Kind.DECISION_DUE: Subject.MEETINGS,
    Kind.LESSON: Subject.LESSONS,
    Kind.FEE_NOT_PAID: Subject.FEES,
    Kind.INSTALMENT: Subject.LOANS,
    Kind.LOAN_NEED: Subject.LOANS,
    Kind.SESSION_TOMORROW: Subject.SESSIONS,
    Kind.SESSION_SOON: Subject.SESSIONS,
    Kind.HELP_TOMORROW: Subject.SESSIONS,
    Kind.HELP_SOON: Subject.SESSIONS,
    Kind.GREETING: Subject.GREETINGS,
    Kind.UNFINISHED: Subject.UNFINISHED,
}
"""The kinds that can be switched off. The others are an office's duty and come always."""

ABOUT_DEBTS = frozenset({Kind.FEE_NOT_PAID, Kind.INSTALMENT})
"""What the "to phone" list tells the cashier and the chair alone (Club rules, H.5)."""
OF_OFFICE = frozenset(
    {
        *(Kind.FEE_ARREARS, Kind.INSTALMENT_LATE, Kind.SUMMARY, Kind.MONTH_NOT_CLOSED),
        *(
            Kind.MEETING_PLANNED,
            Kind.TRAINING,
            Kind.TERM_ENDS,
            Kind.AREAS_UNTOUCHED,
            Kind.LONGEVITY,
            Kind.ON_BEHALF,
        ),
    }
)
"""What an office hears about others or the club: only where the office counts (Club rules, F.1)."""

MOURNING_DAYS = 49
"""So long a household in which somebody died hears nothing about money (Club rules, E.3)."""


class WhenQuiet(Enum):
    """What becomes of a reminder whose moment falls in a quiet time."""

    EVENING_BEFORE = "it goes out the evening before, or not at all if that is quiet too"
    LATER = "it waits until the quiet time is over"
    NOT_AT_ALL = "it has lost its sense and is dropped"


@dataclass(frozen=True, slots=True)
class Timing:
    """When a kind is due: so many days after (or before: negative) its subject, at a local time."""

    days: tuple[int, ...]
    at: time
    when_quiet: WhenQuiet
    about_money: bool = False


MORNING = time(8, 0)
TIMINGS = {
    Kind.MEETING_PLANNED: Timing((0,), MORNING, WhenQuiet.LATER),
    Kind.MEETING_SOON: Timing((-3,), MORNING, WhenQuiet.LATER),
    Kind.MEETING_TODAY: Timing((0,), time(7, 0), WhenQuiet.EVENING_BEFORE),
    Kind.DECISION_DUE: Timing((-3,), MORNING, WhenQuiet.LATER),
    Kind.LESSON: Timing((0,), time(9, 0), WhenQuiet.LATER),
    Kind.FEE_NOT_PAID: Timing((3,), MORNING, WhenQuiet.LATER, about_money=True),
    Kind.FEE_ARREARS: Timing((3,), MORNING, WhenQuiet.LATER, about_money=True),
    Kind.INSTALMENT: Timing((-3, 0, 7, 30), MORNING, WhenQuiet.LATER, about_money=True),
    Kind.INSTALMENT_LATE: Timing((7, 30), MORNING, WhenQuiet.LATER, about_money=True),
    Kind.SESSION_TOMORROW: Timing((-1,), MORNING, WhenQuiet.EVENING_BEFORE),
    Kind.SESSION_SOON: Timing((), MORNING, WhenQuiet.EVENING_BEFORE),
    Kind.HELP_TOMORROW: Timing((-1,), MORNING, WhenQuiet.EVENING_BEFORE),
    Kind.HELP_SOON: Timing((), MORNING, WhenQuiet.EVENING_BEFORE),
    Kind.SUMMARY: Timing((0,), MORNING, WhenQuiet.LATER, about_money=True),
    Kind.MONTH_NOT_CLOSED: Timing((4, 9), MORNING, WhenQuiet.LATER, about_money=True),
    Kind.LOAN_NEED: Timing((0,), time(9, 0), WhenQuiet.LATER, about_money=True),
    Kind.TRAINING: Timing((0,), time(9, 0), WhenQuiet.LATER),
    Kind.TERM_ENDS: Timing((-30,), time(9, 0), WhenQuiet.LATER),
    Kind.AREAS_UNTOUCHED: Timing((0,), time(10, 0), WhenQuiet.LATER),
    Kind.VISITS_MISSED: Timing((0,), time(9, 0), WhenQuiet.LATER),
    Kind.LONGEVITY: Timing((0,), time(9, 0), WhenQuiet.LATER),
    Kind.GREETING: Timing((0,), MORNING, WhenQuiet.NOT_AT_ALL),
    Kind.UNFINISHED: Timing((1,), time(9, 0), WhenQuiet.LATER),
    Kind.HELPING_ENDS: Timing((-14,), time(9, 0), WhenQuiet.LATER),
    Kind.ON_BEHALF: Timing((1,), time(9, 0), WhenQuiet.LATER),
    Kind.MEETING_CHANGED: Timing((), MORNING, WhenQuiet.LATER),
    Kind.NEWS: Timing((), MORNING, WhenQuiet.LATER),
}


@dataclass(frozen=True, slots=True)
class Quiet:
    """The quiet times of a club. The night runs from `night_from` to just before `night_until`."""

    night_from: time = time(20, 30)
    night_until: time = time(7, 0)
    tet_until: int = 3
    """The last day of the first lunar month on which nothing goes out; 0 for none."""
    money_from: int = 29
    """The first day of Chạp on which nothing about money goes out."""
    money_until: int = 7
    """The last day of the first lunar month on which nothing about money goes out."""


USUAL = Quiet()


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder to plan: its instant (UTC), and which it is of its kind (`Timing.days`)."""

    kind: Kind
    days: int
    at: datetime


def may_go_out(kind: Kind, local: datetime, quiet: Quiet = USUAL) -> bool:
    """Whether a reminder of this kind may go out at this moment, given in the club's own time."""
    if local.time() >= quiet.night_from or local.time() < quiet.night_until:
        return False
    lunar = lunar_of(local.date())
    if lunar.leap or lunar.month not in (1, 12):
        return True
    if lunar.month == 12:
        return not (TIMINGS[kind].about_money and lunar.day >= quiet.money_from)
    quiet_until = quiet.money_until if TIMINGS[kind].about_money else 0
    return lunar.day > max(quiet.tet_until, quiet_until)


def allowed_at(kind: Kind, local: datetime, quiet: Quiet = USUAL) -> datetime | None:
    """The moment at which a reminder wanted for `local` goes out instead; None for never.

    Both are in the club's own time. The answer is `local` itself where it is allowed. It may lie
    before `local`: whoever asks later than that must ask `may_go_out` for the present moment.
    """
    if may_go_out(kind, local, quiet):
        return local
    match TIMINGS[kind].when_quiet:
        case WhenQuiet.LATER:
            return _when_quiet_ends(kind, local, quiet)
        case WhenQuiet.EVENING_BEFORE:
            evening = _evening_before(local, quiet)
            return evening if may_go_out(kind, evening, quiet) else None
        case WhenQuiet.NOT_AT_ALL:
            return None


def waits_until(kind: Kind, local: datetime, quiet: Quiet = USUAL) -> datetime | None:
    """The first allowed moment from `local` on, for a reminder that is about to be sent.

    `local` itself where it is allowed; None where a quiet time takes the sense of this kind away.
    """
    if may_go_out(kind, local, quiet):
        return local
    if TIMINGS[kind].when_quiet is WhenQuiet.NOT_AT_ALL:
        return None
    return _when_quiet_ends(kind, local, quiet)


def due_at(kind: Kind, day: date, zone: tzinfo, quiet: Quiet = USUAL) -> list[Due]:
    """The reminders of a kind about something on this day, after quiet times; earliest first.

    The day is that of the meeting, lesson, instalment or session; of a fee, the meeting's; of the
    summary and of the month not closed, the first of the following month; of an unfinished
    dialogue, the day of its last word.
    """
    timing = TIMINGS[kind]
    wanted = [
        (days, datetime.combine(day + days * ONE_DAY, timing.at, tzinfo=zone))
        for days in timing.days
    ]
    allowed = [(days, allowed_at(kind, local, quiet)) for days, local in wanted]
    return [Due(kind, days, local.astimezone(UTC)) for days, local in allowed if local is not None]


OF_VOLUNTEERS = (Kind.SESSION_TOMORROW, Kind.SESSION_SOON)
OF_THE_HELPED = (Kind.HELP_TOMORROW, Kind.HELP_SOON)


def session_due_at(
    begins: datetime,
    zone: tzinfo,
    quiet: Quiet = USUAL,
    *,
    kinds: tuple[Kind, Kind] = OF_VOLUNTEERS,
) -> list[Due]:
    """The reminders of a support session: the day before, and two hours before it begins.

    `kinds`: those of the volunteers, or of the members who asked for help.
    """
    tomorrow, two_hours = kinds
    soon = begins.astimezone(zone) - timedelta(hours=SESSION_SOON_HOURS)
    found = due_at(tomorrow, day_in_zone(begins, zone), zone, quiet)
    allowed = allowed_at(two_hours, soon, quiet)
    if allowed is not None:
        found.append(Due(two_hours, 0, allowed.astimezone(UTC)))
    return found


def lesson_day(month: Month, number: int = LESSON_DAY) -> date:
    """The club's lesson day in that month; the last day of a month that is too short."""
    return month.day(number)


def greeting_days(year: int) -> list[date]:
    """28 Chạp before Tết, and the days of older people: 6 June in Vietnam, 1 October everywhere."""
    before_tet = solar_of(year - 1, 12, 28)
    fixed = [date(year, 6, 6), date(year, 10, 1)]
    return fixed if before_tet is None else [before_tet, *fixed]


def _when_quiet_ends(kind: Kind, local: datetime, quiet: Quiet) -> datetime:
    """The first allowed moment after a quiet one: the end of a night."""
    tonight = local.time() >= quiet.night_until
    day = local.date() + (ONE_DAY if tonight else timedelta())
    morning = datetime.combine(day, quiet.night_until, tzinfo=local.tzinfo)
    while not may_go_out(kind, morning, quiet):
        morning += ONE_DAY
    return morning


def _evening_before(local: datetime, quiet: Quiet) -> datetime:
    """The last evening before a quiet moment: of the same day if the night has just begun."""
    same_day = local.time() >= quiet.night_from
    day = local.date() - (timedelta() if same_day else ONE_DAY)
    return datetime.combine(day, EVENING, tzinfo=local.tzinfo)
