"""Words to many leave bit by bit: never more at once than go out in a minute, never at night.

What waits for a chat stands in rows, so that holding, stopping and a quiet time take hold at once,
and whatever crashes or runs twice, nobody gets one twice.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from club.broadcasts import A_MINUTE, OF_OFFICERS, Audience
from club.in_office import InOffice
from club.reminders import Kind, may_go_out
from club.rollup.totals import Standing
from messages.cards import Card
from messages.figures.praise import congratulation_of
from messages.moments import Moment
from messages.settings import broadcast_progress as say_progress
from messages.settings import broadcasts as say
from scheduler.reaching import Wanted, reach
from scheduler.reminding import local
from storage import broadcasting, outbox
from storage.broadcasting import Next
from storage.outbox import Letter
from storage.queries import Connection
from storage.queries.figures.praise import congratulation, people_praised
from storage.queries.reminding import reminding
from storage.queries.settings.broadcasts import Written, progress, written

MOST_AT_ONCE = 300
"""So many leave in one transaction: a reply never waits long for the writer."""


def queue(
    db: Connection, now: datetime, run: int, new_id: Callable[[], int], *, a_minute: int = A_MINUTE
) -> tuple[list[Letter], bool]:
    """The next letters, written into the outbox; and whether there may be more at once.

    `a_minute`: so many at the bot's own rate.
    """
    awake = _awake(db, now)
    room = a_minute - broadcasting.on_their_way(db)
    if not awake or room <= 0:
        return [], False
    most = min(room, MOST_AT_ONCE)
    taken = broadcasting.take(db, awake, most)
    letters = _letters(db, taken, now, new_id)
    outbox.put(db, list(letters.values()), run=run, now=now)
    broadcasting.note_queued(db, [(number, each.id) for number, each in letters.items()])
    return list(letters.values()), len(taken) == most


def _awake(db: Connection, now: datetime) -> list[str]:
    """The time zones in which no quiet time is now."""
    zones = reminding.timezones(db)
    return [each for each in zones if may_go_out(Kind.NEWS, local(now, each))]


def _letters(
    db: Connection, taken: Sequence[Next], now: datetime, new_id: Callable[[], int]
) -> dict[int, Letter]:
    """One for each whom a chat reaches; the others are noted as to be phoned."""
    found = {number: written(db, number) for number in {each.broadcast_id for each in taken}}
    wanted = [
        Wanted(each.id, each.club_id, _whom(each, found[each.broadcast_id]), Kind.NEWS)
        for each in taken
    ]
    hearers = reach(db, wanted, now).hearers
    cards = {number: _card(db, each) for number, each in found.items()}
    letters: dict[int, Letter] = {}
    for each in taken:
        card = cards[each.broadcast_id]
        if each.id in hearers and card is not None:
            letters[each.id] = Letter(new_id(), hearers[each.id], "broadcast", card)
    silent = [each.id for each in taken if each.id not in letters]
    broadcasting.note_unreachable(db, silent)
    return letters


def _whom(each: Next, what: Written | None) -> int:
    """A word to boards is of their office."""
    to_boards = what is not None and what.audience is Audience.BOARDS
    return InOffice(each.person_id) if to_boards else each.person_id


def _card(db: Connection, found: Written | None) -> dict[str, object] | None:
    return None if found is None else say.pushed_card(_body(db, found)).as_json()


def _body(db: Connection, found: Written) -> Moment:
    if found.audience in OF_OFFICERS and found.about is not None:
        return _congratulation(db, found, found.about)
    if found.audience in OF_OFFICERS:
        return say.from_officer(found.sender, found.signed_as, text=found.text)
    return say.from_board(found.sender, found.signed_as, found.club, text=found.text)


def _congratulation(db: Connection, found: Written, number: int) -> Moment:
    """With whom the club has named by now: a name that was taken back is not told any more."""
    about = congratulation(db, number)
    club = Standing(
        club_id=about.club_id,
        club=about.club,
        commune="",
        criteria=tuple(found.text.split()),
        people=people_praised(db, [about.club_id], about.span).get(about.club_id, ()),
    )
    return congratulation_of(found.sender, found.signed_as, club, str(about.span))


def finish(db: Connection, now: datetime, run: int, new_id: Callable[[], int]) -> list[Letter]:
    """Those of which nothing waits any more come to their end; their senders hear the outcome."""
    letters = []
    for number, sender in broadcasting.at_their_end(db):
        broadcasting.close(db, number, now)
        hearers = outbox.hearers_of_persons(db, [sender]).of(InOffice(sender))
        if hearers:
            card = _outcome(db, number).as_json()
            letters.append(Letter(new_id(), hearers[0], "notice", card))
    outbox.put(db, letters, run=run, now=now)
    return letters


def _outcome(db: Connection, number: int) -> Card:
    far = progress(db, number)
    body = say_progress.outcome(
        sent=far.sent, people=far.people, to_phone=far.to_phone, unknown=far.unknown
    )
    of_club = broadcasting.is_of_club(db, number)
    return say_progress.outcome_card(
        body, number, phones=of_club and far.to_phone + far.unknown > 0
    )


def ask_again(db: Connection, letter_ids: Sequence[int], now: datetime) -> None:
    """Before these letters are sent: those that a quiet time has caught up with wait again."""
    zones = broadcasting.zones_of_letters(db, letter_ids)
    awake = {each for each in set(zones.values()) if may_go_out(Kind.NEWS, local(now, each))}
    asleep = [number for number, zone in zones.items() if zone not in awake]
    if asleep:
        broadcasting.take_back(db, asleep, "a quiet time")
