"""A volunteer looks at the noted hours: right, or not; then somebody without a part decides."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from handlers.volunteers.how_long import HowLongQuestion
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, StartPress
from messages.volunteers import hours as say
from messages.volunteers import sessions as words_of
from storage.changes.volunteers.check_in import CheckIn
from storage.changes.volunteers.dispute_hours import (
    DecideHours,
    DisputeHours,
    HoursDecided,
    HoursDisputed,
)
from storage.queries import Connection
from storage.queries.members.members import name_of
from storage.queries.volunteers.hours import hour_dispute, hour_disputes_for, open_hour_dispute
from storage.queries.volunteers.sessions import mine_of, session, signed_up


@dialogue("answer_hours", title=say.answer_title, about=3)
async def answer_hours(ask: Ask, me: Visitor) -> CheckIn | DisputeHours | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    found = await read(session, int(me.subject)) if me.subject.isdecimal() else None
    mine = None if found is None else mine_of(await read(signed_up, found.id), me.person_id)
    if found is None or mine is None or mine.noted is None:
        return said_no(Code.NOTHING_WAITING)
    if await read(open_hour_dispute, found.id, me.person) is not None:
        return said_no(Code.HOURS_DISPUTED)
    if await ask.is_it_so("right", say.is_it_right(found.day, mine.noted)):
        if mine.minutes is not None or not mine.noted:
            return Said(say.stays_noted())
        return CheckIn(found.id, mine.person_id, mine.noted)
    longest = found.minutes
    minutes = await HowLongQuestion("minutes", say.how_many_minutes(), 1, longest, (longest,))
    said = await ask.text("said", say.what_happened(), longest=200)
    return DisputeHours(found.id, minutes, said)


@after(HoursDisputed)
def hours_disputed(fact: HoursDisputed, me: Visitor, db: Connection) -> Told:
    about, of = fact.dispute, fact.session
    if about.handler_id is None:
        return Told(closing(say.nobody_to_decide()))
    asked = say.please_decide(
        about.name,
        words_of.topic(of.topic),
        of.day,
        minutes=about.minutes,
        noted=about.noted,
        said=about.said,
    )
    decide = (StartPress("decide_hours", str(about.id)), say.decide_title())
    reply = closing(say.handed_on(name_of(db, about.handler_id)))
    return Told(reply, ((about.handler_id, news(asked, decide)),))


@waiting
def hours_to_decide(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    return [
        (StartPress("decide_hours", str(each.id)), say.dispute_task(each.name))
        for each in hour_disputes_for(db, me.person)
    ]


@dialogue("decide_hours", title=say.decide_title, about=2)
async def decide_hours(ask: Ask, me: Visitor) -> DecideHours | Said:
    """By the one who was asked: of the board, or the commune's officer, who is in no club."""
    about = await read(hour_dispute, int(me.subject)) if me.subject.isdecimal() else None
    if about is None or about.handler_id != me.person_id:
        return said_no(Code.NOT_FOUND)
    if about.state != "open":
        return said_no(Code.ALREADY_DONE)
    found = await read(session, about.session_id)
    assert found is not None
    offers = sorted({about.minutes, about.noted})
    prompt = say.how_many_count(about.name, about.noted, about.minutes, about.said)
    minutes = await HowLongQuestion("minutes", prompt, 0, found.minutes, tuple(offers))
    if not await ask.confirm("sure", say.sure_to_decide(about.name, minutes)):
        return Said(words_of.looked_into())
    return DecideHours(about.id, minutes)


@after(HoursDecided)
def hours_decided(fact: HoursDecided, me: Visitor, db: Connection) -> Told:
    told = closing(say.was_decided(fact.session.day, fact.minutes, name_of(db, me.person)))
    others: list[tuple[int, Card]] = [(fact.dispute.person_id, told)]
    return Told(closing(say.decided()), tuple(others))
