"""The time a volunteer helped: said by the volunteer, noted by the board or the older person."""

from collections.abc import Sequence

from club.members import Action
from club.refusals import Code
from club.support import Place
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from handlers.volunteers.how_long import HowLongQuestion
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import hours as say
from messages.volunteers import sessions as words_of
from messages.volunteers import thanks as thanks_say
from storage.changes.volunteers.check_in import CheckedIn, CheckIn
from storage.queries import Connection
from storage.queries.members.boards import holders
from storage.queries.volunteers.hours import asked_for, not_yet_noted
from storage.queries.volunteers.sessions import Session, SignedUp, mine_of, session, signed_up

BOARD = "board"


@dialogue("check_in", title=say.check_in_title, about=3)
async def check_in(ask: Ask, me: Visitor) -> CheckIn | Said:
    """Its subject is "12" for the volunteer's own time, "12 board" for the board's list, "12 34"
    for one volunteer, by the board or the older person who was helped.
    """
    number, _, by = me.subject.partition(" ")
    found = await read(session, int(number)) if number.isdecimal() else None
    if found is None:
        return said_no(Code.NOT_FOUND)
    if not await _allowed(me, found, by):
        return said_no(Code.NOT_ALLOWED)
    if me.now < found.begins:
        return said_no(Code.SESSION_NOT_BEGUN)
    people = [each for each in await read(signed_up, found.id) if each.place is Place.TAKING]
    if not by:
        return await _own_time(ask, me, found, people)
    who = await _who(ask, me, people, by)
    return Said(say.nobody_to_check_in()) if who is None else await _noted(ask, found, who)


async def _own_time(
    ask: Ask, me: Visitor, found: Session, people: Sequence[SignedUp]
) -> CheckIn | Said:
    mine = mine_of(people, me.person_id)
    if mine is None:
        return Said(say.nobody_to_check_in())
    if mine.said is not None:
        return said_no(Code.ALREADY_DONE)
    if mine.noted is not None:
        return said_no(Code.HOURS_NOTED)
    longest = found.minutes
    offers = [longest] if longest < 60 else [longest, longest // 2]
    prompt = say.how_many_minutes_of(longest)
    minutes = await HowLongQuestion("minutes", prompt, 1, longest, tuple(offers))
    return CheckIn(found.id, mine.person_id, minutes)


async def _noted(ask: Ask, found: Session, who: SignedUp) -> CheckIn:
    """The whole session is the agreed length, unless something else is said."""
    lengths = {"whole": found.minutes, "said": who.said or 0, "other": 0, "absent": 0}
    ways = ["whole", "other", "absent"]
    if who.said is not None and who.said != found.minutes:
        ways.insert(0, "said")
    how = await ask.choice(
        "how",
        say.how_long_was(who.name, who.said),
        among=ways,
        shown_as=lambda each: say.how(each, lengths[each]),
    )
    minutes = lengths[how]
    if how == "other":
        prompt = say.how_many_minutes_by(who.name)
        minutes = await HowLongQuestion("minutes", prompt, 1, found.minutes, ())
    return CheckIn(found.id, who.person_id, minutes)


async def _allowed(me: Visitor, found: Session, by: str) -> bool:
    if not by:
        return me.may(Action.SIGN_UP_SESSION)
    if me.membership is None or me.club_id != found.club_id:
        return False
    if me.may(Action.OPEN_SESSION):
        return True
    helped = [person_id for person_id, _ in await read(asked_for, found.id)]
    return by != BOARD and me.person_id in helped


async def _who(ask: Ask, me: Visitor, people: Sequence[SignedUp], by: str) -> SignedUp | None:
    if by != BOARD:
        return mine_of(people, int(by)) if by.isdecimal() else None
    others = [each for each in people if each.person_id != me.person_id]
    missing = [each for each in others if each.noted is None] or others
    if not missing:
        return None
    return await ask.choice(
        "who",
        say.who_was_there(),
        among=missing,
        shown_as=lambda each: everywhere.plain(each.name),
        key=lambda each: each.person_id,
    )


@after(CheckedIn)
def checked_in(fact: CheckedIn, me: Visitor, db: Connection) -> Told:
    return _said(fact, me, db) if fact.by_volunteer else _noted_by_others(fact, me)


def _said(fact: CheckedIn, me: Visitor, db: Connection) -> Told:
    """Agreed on; or else the other side is asked: who was helped, or else chair and secretary."""
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    hours: tuple[Press, Moment] = (ScreenPress("my_hours"), say.title())
    said, of = fact.volunteer.said or 0, fact.session
    if fact.volunteer.minutes is not None or not said:
        agreed = say.checked_in(said) if said else say.stays_noted()
        return Told(Card(agreed, choices=choices([hours, menu])))
    reply = Card(say.waits_for_other_side(said), choices=choices([hours, menu]))
    topic = words_of.topic(of.topic)
    subject = f"{of.id} {fact.volunteer.person_id}"
    asked = news(
        say.other_side_asked(fact.volunteer.name, topic, of.day, said),
        (StartPress("check_in", subject), say.confirm()),
        (StartPress("thank", subject), thanks_say.title()),
    )
    helped = [person_id for person_id, _ in asked_for(db, of.id)]
    others = helped or holders(db, of.club_id, me.today, "chair", "secretary")
    return Told(reply, tuple((each, asked) for each in others if each != me.person_id))


def _noted_by_others(fact: CheckedIn, me: Visitor) -> Told:
    """The volunteer hears it, and can say that it is not right."""
    now, of = fact.volunteer, fact.session
    answer = StartPress("answer_hours", str(of.id))
    noted = now.noted or 0
    if not noted:
        reply = say.absence_noted(now.name)
        told = news(say.you_were_missed(of.day), (answer, say.not_right()))
    elif now.minutes is None:
        reply = say.two_times_noted(now.name, now.said or 0, noted)
        told = news(say.noted_otherwise(of.day, now.said or 0, noted), (answer, say.answer_title()))
    else:
        reply = say.checked_in_by_board(now.name, noted)
        hours = (ScreenPress("my_hours"), say.title())
        told = news(say.noted_for_you(of.day, noted), hours, (answer, say.not_right()))
    return Told(Card(reply, choices=choices(_ways_on(me, fact))), ((now.person_id, told),))


def _ways_on(me: Visitor, fact: CheckedIn) -> list[tuple[Press, Moment]]:
    subject = f"{fact.session.id} {fact.volunteer.person_id}"
    ways: list[tuple[Press, Moment]] = []
    if me.may(Action.OPEN_SESSION):
        another = StartPress("check_in", f"{fact.session.id} {BOARD}")
        ways.append((another, say.check_in_title()))
    if fact.volunteer.noted:
        ways.append((StartPress("thank", subject), thanks_say.title()))
    return [*ways, (ScreenPress("menu"), everywhere.menu_word())]


@waiting
def hours_to_note(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Volunteers who say that they were there, and nobody of the other side has said so yet."""
    if not me.may(Action.OPEN_SESSION):
        return []
    return [
        (StartPress("check_in", f"{of.id} {person_id}"), say.waits_for_you(name, of.day))
        for of, person_id, name, _ in not_yet_noted(db, me.club_id)
        if person_id != me.person_id
    ]
