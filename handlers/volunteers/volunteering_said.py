"""What a young volunteer says in one message about the sessions in which she takes part."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from club.members import Action
from club.support import Place
from handlers.dialogue.visitor import Visitor
from handlers.volunteers.sessions import STAYS
from messages.presses import Press, ScreenPress
from messages.understand.dates import read_day
from messages.understand.plain import bare
from messages.understand.readings import Either, Value
from messages.understand.told import DAY_SAID, sentence_of, stretch_told
from messages.understand.volunteering_told import DROPS, HELPED, MINE, NEAR, volunteering_told
from storage.queries import Connection
from storage.queries.volunteers.sessions import Session, mine_of, my_sessions, signed_up

Told = tuple[str, str, Mapping[str, str]]
"""The dialogue to begin, its subject, and what was said already by the names of its questions."""
_A_WEEK = timedelta(days=7)


def volunteering_said(text: str, me: Visitor, db: Connection) -> Press | Told | None:
    """The one session that is meant, or all of hers to choose from; None for anything else.

    Who is a member too speaks of the meeting, unless a session of hers is to come.
    """
    told = volunteering_told(text) if me.is_volunteer and me.may(Action.SIGN_UP_SESSION) else None
    if told is None:
        return None
    if told.kind in {MINE, NEAR} and me.membership is None:
        return ScreenPress("my_sessions" if told.kind == MINE else "sessions")
    mine = my_sessions(db, me.person, me.now - STAYS)
    if told.kind in {MINE, NEAR} or (me.may(Action.ANSWER_MEETING) and not mine):
        return None
    if told.kind == HELPED:
        begun = [each for each in mine if each.begins <= me.now and _is_to_say(db, each, me)]
        meant = _of_the_day(text, begun, me, ahead=False)
        return _one("check_in", meant, {"minutes": told.length})
    to_come = _of_the_day(text, [each for each in mine if each.begins > me.now], me, ahead=True)
    return _one("drop_session" if told.kind == DROPS else "offer_place", to_come, {})


def _one(dialogue: str, meant: Sequence[Session], carried: Mapping[str, str]) -> Press | Told:
    if len(meant) != 1:
        return ScreenPress("my_sessions")
    return dialogue, str(meant[0].id), carried


def _is_to_say(db: Connection, of: Session, me: Visitor) -> bool:
    mine = mine_of(signed_up(db, of.id), me.person_id)
    return mine is not None and mine.place is Place.TAKING and mine.said is None


def _of_the_day(
    text: str, sessions: Sequence[Session], me: Visitor, *, ahead: bool
) -> list[Session]:
    """Those of the day, or the week, that is named; all where none is, or none is on it."""
    days = _days(text, me.today, ahead=ahead)
    if "tuan nay" in bare(text):
        monday = me.today - timedelta(days=me.today.weekday())
        days = {monday + timedelta(days=each) for each in range(_A_WEEK.days)}
    return [each for each in sessions if each.day in days] or list(sessions)


def _days(text: str, today: date, *, ahead: bool) -> set[date]:
    piece = stretch_told(
        sentence_of(text), lambda each: read_day(each, today=today, ahead=ahead), DAY_SAID
    )
    said = "" if piece is None else " ".join(sentence_of(text)[piece.begin : piece.end])
    match read_day(said, today=today, ahead=ahead):
        case Value(day):
            return {day}
        case Either(days):
            return set(days)
    return set()
