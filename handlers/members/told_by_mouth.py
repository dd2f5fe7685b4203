"""Whoever was on the list of those to phone has been told: ticked off."""

from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.members.to_phone import seen_to_phone, sees_it
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.members import to_phone as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.told_by_mouth import PersonTold, TellByMouth
from storage.queries import Connection


@dialogue("told_by_mouth", title=say.told_title, about=1)
async def told_by_mouth(ask: Ask, me: Visitor) -> TellByMouth | Said:
    if not sees_it(me):
        return said_no(Code.NOT_ALLOWED)
    people = await read(seen_to_phone, me)
    if not people:
        return Said(say.nobody())
    who = await ask.choice(
        "who",
        say.who_was_told(),
        among=people,
        shown_as=lambda each: everywhere.plain(each.name),
        key=lambda each: each.member_id,
    )
    return TellByMouth(who.member_id)


@after(PersonTold)
def person_told(fact: PersonTold, me: Visitor, db: Connection) -> Told:
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    if seen_to_phone(db, me):
        ways.insert(0, (StartPress("told_by_mouth"), say.told_title()))
        ways.insert(1, (ScreenPress("to_phone"), say.title()))
    return Told(Card(say.ticked_off(fact.name), choices=choices(ways)))


entrance(
    StartPress("told_by_mouth"),
    label=say.told_title,
    open_to=sees_it,
    command="dagoi",
    words=("đã gọi", "đã gọi rồi", "đã báo miệng", "đã báo rồi", "told by mouth", "has been told"),
    in_menu=False,
)
