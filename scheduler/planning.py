"""What the calendar does at a knock: plans the days ahead, and queues what is due.

The rows are the only state. Any number of processes may knock at once, and any of them may die: a
reminder is planned once by its unique key, claimed by one process under a row's lock, and becomes
a letter in the same transaction in which it stops being planned.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from club.in_office import InOffice
from club.reminders import OF_OFFICE, TIMINGS, USUAL, Kind, waits_until
from messages.cards import Card
from messages.helping.helping_cards import to_helper
from scheduler import (
    areas_untouched,
    broadcasts,
    checker_picks,
    decision_due,
    fee_not_paid,
    greeting,
    help_reminder,
    helping_ends,
    instalments,
    lesson,
    loan_need,
    longevity,
    meeting_reminder,
    month_not_closed,
    monthly_summary,
    session_reminder,
    term_ends,
    training,
    unfinished,
    usual_meetings,
    visits_missed,
)
from scheduler.reaching import Wanted, reach
from scheduler.reminding import HORIZON, Reminding, Span, local
from storage import outbox, reminders
from storage.message_budget import NO_MESSAGES
from storage.outbox import Letter
from storage.queries import Connection
from storage.queries.helping.helping import helpers_of_persons
from storage.queries.reminding.quiet_times import quiet_of
from storage.queries.reminding.reminder_wishes import switched_off
from storage.reminders import Claimed, Verdict

REMINDINGS: tuple[Reminding, ...] = (
    # What it plans, the others may have to speak of.
    usual_meetings.REMINDING,
    meeting_reminder.REMINDING,
    decision_due.REMINDING,
    lesson.REMINDING,
    session_reminder.REMINDING,
    help_reminder.REMINDING,
    fee_not_paid.REMINDING,
    instalments.REMINDING,
    monthly_summary.REMINDING,
    month_not_closed.REMINDING,
    loan_need.REMINDING,
    training.REMINDING,
    term_ends.REMINDING,
    areas_untouched.REMINDING,
    visits_missed.REMINDING,
    longevity.REMINDING,
    greeting.REMINDING,
    unfinished.REMINDING,
    helping_ends.REMINDING,
    checker_picks.REMINDING,
)
MOST_AT_ONCE = 500
"""So many reminders are queued in one transaction: a reply never waits long for the writer."""
WAITED_LONG = timedelta(minutes=2)
"""A letter that lay longer in the outbox is asked again whether it still has its sense."""

TOO_LATE = "it had lost its sense"
NOT_DUE = "no longer due"
NOT_WANTED = "switched off"
NEWER = "a newer one came"
NO_CHAT = "no chat that can be reached"
OFFICE_WAITS = "the office waits on a new account"


@dataclass(frozen=True, slots=True)
class Queued:
    """Letters to send after the commit; `more` is due still."""

    letters: list[Letter]
    more: bool


def plan(db: Connection, now: datetime, horizon: timedelta = HORIZON) -> None:
    """Plan everything that is to be said from now to the horizon."""
    for part in parts_of_plan(now, horizon):
        part(db)


def parts_of_plan(
    now: datetime, horizon: timedelta = HORIZON
) -> list[Callable[[Connection], None]]:
    """The same kind by kind, in this order, each for a transaction of its own: with many clubs no
    reply waits for all of them.
    """
    span = Span(now, now + horizon)
    return [_with(each, span) for each in REMINDINGS]


def _with(each: Reminding, span: Span) -> Callable[[Connection], None]:
    return lambda db: each.plan(db, span)


def queue_due(db: Connection, now: datetime, run: int, new_id: Callable[[], int]) -> Queued:
    """Turn reminders that are due into letters, or note why not."""
    claimed, more = _claimed(db, now)
    newest = _without_replaced(db, _without_unwanted(db, claimed, now))
    awake = _without_quiet(db, newest, now)
    letters = _letters(db, awake, now, new_id)
    outbox.put(db, letters, run=run, now=now)
    queued = [each.reminder_id for each in letters if each.reminder_id is not None]
    reminders.settle(db, [Verdict(number, "queued") for number in queued])
    if queued:
        reminders.replace_waiting(db, queued)
    return Queued(letters, more)


def _claimed(db: Connection, now: datetime) -> tuple[list[Claimed], bool]:
    """What is due, the quick kinds first; and whether there may be more."""
    slow = {kind: each for each in REMINDINGS if each.at_most for kind in each.kinds}
    claimed = reminders.claim(db, now, MOST_AT_ONCE, without=slow)
    if len(claimed) == MOST_AT_ONCE:
        return claimed, True
    more = False
    for kind, each in slow.items():
        assert each.at_most is not None
        found = reminders.claim(db, now, each.at_most, only=kind)
        claimed += found
        more |= len(found) == each.at_most
    return claimed, more


def ask_again(db: Connection, letter_ids: Sequence[int], now: datetime) -> None:
    """Before these letters are sent: what may not go out now, or waited long and lost its sense, is
    taken back.

    In a quiet time, had it begun a second ago, a reminder is planned anew for when that is over; it
    has not been sent, so it still goes out at most once.
    """
    broadcasts.ask_again(db, letter_ids, now)
    waiting = reminders.of_letters(db, letter_ids)
    awake = {each: made_at for each, made_at in waiting.items() if _may_go(db, each, now)}
    if len(awake) < len(waiting):
        quiet = [each for each in waiting if each not in awake]
        reminders.take_back_letters(db, [each.id for each in quiet], "a quiet time")
        _without_quiet(db, quiet, now)
    waited = [each for each, made_at in awake.items() if made_at < now - WAITED_LONG]
    if waited:
        _drop_what_lost_its_sense(db, waited, now)


def _drop_what_lost_its_sense(db: Connection, waited: Sequence[Claimed], now: datetime) -> None:
    still = _still(db, waited, now) - switched_off(db, waited, now.date())
    gone = [each.id for each in waited if each.id not in still]
    reminders.take_back_letters(db, gone, NOT_DUE)
    reminders.settle(db, [Verdict(number, "dropped", NOT_DUE) for number in gone])


def _without_replaced(db: Connection, claimed: Sequence[Claimed]) -> list[Claimed]:
    """Of one kind for one person only the newest; several of the same moment all stay."""
    newest: dict[tuple[int, int, str], datetime] = {}
    for each in claimed:
        key = (each.club_id, each.person_id, each.kind)
        newest[key] = max(each.due_at, newest.get(key, each.due_at))
    kept, older = _parted(
        claimed, lambda each: each.due_at == newest[each.club_id, each.person_id, each.kind]
    )
    reminders.settle(db, [Verdict(each.id, "replaced", NEWER) for each in older])
    return kept


def _without_unwanted(db: Connection, claimed: Sequence[Claimed], now: datetime) -> list[Claimed]:
    """Those that neither their person nor their club has switched off."""
    if not claimed:
        return []
    off = switched_off(db, claimed, now.date())
    kept, unwanted = _parted(claimed, lambda each: each.id not in off)
    reminders.settle(db, [Verdict(each.id, "dropped", NOT_WANTED) for each in unwanted])
    return kept


def _without_quiet(db: Connection, claimed: Sequence[Claimed], now: datetime) -> list[Claimed]:
    """Those that may go out now; the others wait until the quiet time is over, or are dropped."""
    awake, quiet = _parted(claimed, lambda each: _may_go(db, each, now))
    later: list[tuple[int, datetime]] = []
    dropped: list[Verdict] = []
    for each in quiet:
        moment = _waits_until(db, each, now)
        if moment is None or moment >= each.ends_at:
            dropped.append(Verdict(each.id, "dropped", TOO_LATE))
        else:
            later.append((each.id, moment))
    reminders.postpone(db, later)
    reminders.settle(db, dropped)
    return awake


def _may_go(db: Connection, each: Claimed, now: datetime) -> bool:
    return now < each.ends_at and _waits_until(db, each, now) == now


def _waits_until(db: Connection, each: Claimed, now: datetime) -> datetime | None:
    kind, here = Kind(each.kind), local(now, each.timezone)
    about_money = TIMINGS[kind].about_money
    quiet = quiet_of(db, each.club_id, here.date()) if about_money else USUAL
    moment = waits_until(kind, here, quiet)
    return None if moment is None else moment.astimezone(UTC)


def _cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Asked again: the cards of those that still have their sense."""
    found: dict[int, Card] = {}
    for each in REMINDINGS:
        mine = [claim for claim in claimed if claim.kind in each.kinds]
        if mine:
            found |= each.cards(db, mine, now)
    return found


def _still(db: Connection, claimed: Sequence[Claimed], now: datetime) -> set[int]:
    """Asked again: those that still have their sense."""
    found: set[int] = set()
    for each in REMINDINGS:
        mine = [claim for claim in claimed if claim.kind in each.kinds]
        if mine:
            found |= set((each.still or each.cards)(db, mine, now))
    return found


def _letters(
    db: Connection, claimed: Sequence[Claimed], now: datetime, new_id: Callable[[], int]
) -> list[Letter]:
    cards = _cards(db, claimed, now)
    wanted, gone = _parted(claimed, lambda each: each.id in cards)
    found = reach(db, [_wanted(each) for each in wanted], now)
    reached, silent = _parted(wanted, lambda each: each.id in found.hearers)
    without, silent = _parted(silent, lambda each: each.id in found.without_messages)
    waiting, silent = _parted(silent, lambda each: each.id in found.offices_wait)
    passed, silent = _to_helpers(db, silent, cards, now, new_id)
    reminders.settle(db, [Verdict(each.id, "unreachable", NO_MESSAGES) for each in without])
    reminders.settle(db, [Verdict(each.id, "dropped", NOT_DUE) for each in gone])
    reminders.settle(db, [Verdict(each.id, "dropped", OFFICE_WAITS) for each in waiting])
    reminders.settle(db, [Verdict(each.id, "unreachable", NO_CHAT) for each in silent])
    return passed + [
        Letter(new_id(), hearer, "reminder", cards[each.id].as_json(), reminder_id=each.id)
        for each in reached
        for hearer in [found.hearers[each.id]]
    ]


def _wanted(claim: Claimed) -> Wanted:
    kind = Kind(claim.kind)
    person = InOffice(claim.person_id) if kind in OF_OFFICE else claim.person_id
    return Wanted(claim.id, claim.club_id, person, kind)


def _to_helpers(  # noqa: PLR0917 – what a letter is made of
    db: Connection,
    silent: Sequence[Claimed],
    cards: Mapping[int, Card],
    now: datetime,
    new_id: Callable[[], int],
) -> tuple[list[Letter], list[Claimed]]:
    """What is for somebody without a phone goes to her helper, once for her; and who has none."""
    if not silent:
        return [], []
    today = now.date()
    helpers = helpers_of_persons(db, [each.person_id for each in silent], today)
    with_helper, without = _parted(silent, lambda each: each.person_id in helpers)
    letters = []
    for each in with_helper:
        helping, hearer = helpers[each.person_id]
        card = to_helper(cards[each.id], helping, hearer.language)
        letter = Letter(new_id(), hearer, "reminder", card.as_json(), reminder_id=each.id)
        letters.append(letter)
    return letters, without


def _parted(
    claimed: Iterable[Claimed], test: Callable[[Claimed], bool]
) -> tuple[list[Claimed], list[Claimed]]:
    """Those that pass the test, and the others."""
    passed: list[Claimed] = []
    others: list[Claimed] = []
    for each in claimed:
        (passed if test(each) else others).append(each)
    return passed, others
