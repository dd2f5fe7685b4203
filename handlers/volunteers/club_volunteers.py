"""The board sees the club's volunteers; lets one take part no more, with a reason, or again."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing, on_page
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from handlers.volunteers.take_session import place_free
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import sessions as words_of
from messages.volunteers import volunteer as volunteer_says
from messages.volunteers import volunteering as say
from storage.changes.volunteers.block_volunteer import (
    BlockVolunteer,
    UnblockVolunteer,
    VolunteerBlocked,
    VolunteerUnblocked,
)
from storage.queries import Connection
from storage.queries.volunteers.volunteers import Volunteer, is_blocked, volunteers_of_club


@screen("club_volunteers")
def club_volunteers(me: Visitor, db: Connection, argument: str) -> Card:
    """Everybody who has signed up with the club, a page of them."""
    if not me.may(Action.OPEN_SESSION):
        return shown_no(Code.NOT_ALLOWED)
    found = volunteers_of_club(db, me.club_id)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("club_volunteer", str(each.person_id)), everywhere.plain(each.name))
        for each in found
    ]
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    page = on_page("club_volunteers", argument, ways)
    return Card(say.of_club(len(found)), choices=choices(page))


@screen("club_volunteer")
def club_volunteer(me: Visitor, db: Connection, argument: str) -> Card:
    who = _one(db, me, argument)
    if who is None:
        return shown_no(Code.NOT_FOUND)
    blocked = is_blocked(db, me.club_id, who.person_id)
    body = say.about_one(
        who.name,
        [words_of.topic(each) for each in who.teaches],
        [words_of.language(each) for each in who.languages],
        vouched=who.vouched,
        blocked=blocked,
    )
    number = str(who.person_id)
    ways: list[tuple[Press, Moment]] = []
    if who.person_id != me.person_id:
        if not who.vouched:
            ways.append((StartPress("vouch", number), volunteer_says.vouch_title()))
        if blocked:
            ways.append((StartPress("unblock_volunteer", number), say.unblock_title()))
        else:
            ways.append((StartPress("block_volunteer", number), say.block_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(body, choices=choices(ways))


def _one(db: Connection, me: Visitor, number: str) -> Volunteer | None:
    if not me.may(Action.OPEN_SESSION) or not number.isdecimal():
        return None
    found = volunteers_of_club(db, me.club_id)
    return next((each for each in found if each.person_id == int(number)), None)


@dialogue("block_volunteer", title=say.block_title, about=2)
async def block_volunteer(ask: Ask, me: Visitor) -> BlockVolunteer | Said:
    if not me.may(Action.OPEN_SESSION):
        return said_no(Code.NOT_ALLOWED)
    who = await read(_one, me, me.subject)
    if who is None:
        return said_no(Code.NOT_FOUND)
    if await read(is_blocked, me.club_id, who.person_id):
        return said_no(Code.ALREADY_DONE)
    reason = await ask.text("reason", say.why_block(who.name), longest=200)
    if not await ask.confirm("sure", say.sure_to_block(who.name, reason)):
        return Said(say.not_blocked())
    return BlockVolunteer(who.person_id, reason)


@after(VolunteerBlocked)
def volunteer_blocked(fact: VolunteerBlocked, me: Visitor, db: Connection) -> Told:
    """She hears why; whoever moves up, and who waits for help, hear too."""
    told: tuple[tuple[int, Card], ...] = (
        (
            fact.volunteer.person_id,
            news(say.you_are_blocked(me.my_membership.club_name, fact.reason)),
        ),
    )
    for of, risen in fact.lost:
        told += place_free(of, fact.volunteer.name, risen, me, db)
    return Told(closing(say.blocked(fact.volunteer.name)), told)


@dialogue("unblock_volunteer", title=say.unblock_title, about=1)
async def unblock_volunteer(ask: Ask, me: Visitor) -> UnblockVolunteer | Said:
    if not me.may(Action.OPEN_SESSION):
        return said_no(Code.NOT_ALLOWED)
    who = await read(_one, me, me.subject)
    if who is None:
        return said_no(Code.NOT_FOUND)
    if not await ask.yes_or_no("sure", say.sure_to_unblock(who.name)):
        return Said(say.not_blocked())
    return UnblockVolunteer(who.person_id)


@after(VolunteerUnblocked)
def volunteer_unblocked(fact: VolunteerUnblocked, me: Visitor, db: Connection) -> Told:
    again = news(say.you_may_again(me.my_membership.club_name))
    return Told(closing(say.unblocked(fact.volunteer.name)), ((fact.volunteer.person_id, again),))


entrance(
    ScreenPress("club_volunteers"),
    label=say.of_club_title,
    open_to=lambda me: me.may(Action.OPEN_SESSION),
    command="cacbantinhnguyen",
    words=("các bạn tình nguyện", "danh sách tình nguyện viên", "club volunteers"),
)
