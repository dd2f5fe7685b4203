"""An older person sees who comes to help, and thanks with one tap and a short word."""

from datetime import timedelta

from club.address import PersonName
from club.members import Action
from club.photos import About
from club.refusals import Code
from club.support import Place
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.offered import offered_text
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.see_photos import see_photos
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.own import my_face as face_says
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import hours as hours_say
from messages.volunteers import sessions as words_of
from messages.volunteers import thanks as say
from storage.changes.volunteers.thank_volunteer import ThankVolunteer, VolunteerThanked
from storage.queries import Connection
from storage.queries.life.home_care import carers_of
from storage.queries.members.members import name_of
from storage.queries.photos import Viewer, photos_seen
from storage.queries.volunteers.sessions import (
    Session,
    SignedUp,
    club_sessions,
    mine_of,
    session,
    signed_up,
)

WORDS = ("thanks", "kind", "again")
MOST_SHOWN = 4
# One can say thank you for so long.
STAYS = timedelta(days=7)


@screen("who_comes")
def who_comes(me: Visitor, db: Connection, argument: str) -> Card:
    """The club's coming sessions with who has a place; those of the last week to say thank you."""
    if not me.may(Action.ASK_FOR_HELP):
        return shown_no(Code.NOT_ALLOWED)
    found = club_sessions(db, me.club_id, me.now - STAYS)
    coming = [each for each in found if each.begins > me.now][:MOST_SHOWN]
    carers = carers_of(db, me.club_id, me.person, me.today)
    lines = [_line(each, _taking(db, each)) for each in coming]
    if carers:
        lines.append(say.visits_you([name for _, name in carers]))
    ways: list[tuple[Press, Moment]] = [
        (StartPress("thank", f"{each.id} {who.person_id}"), say.thank(who.name))
        for each in found
        if each.begins <= me.now
        for who in _taking(db, each)
        if who.person_id != me.person_id
    ]
    ways = [*_faces(me, db, coming, dict(carers)), *ways][:MOST_SHOWN]
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    return Card(say.who_comes(lines), choices=choices([*ways, menu]))


def _faces(
    me: Visitor, db: Connection, coming: list[Session], carers: dict[int, PersonName]
) -> list[tuple[Press, Moment]]:
    """A button for each photo that this visitor may see."""
    viewer = Viewer(me.chat_id, me.person_id, me.today)
    names: dict[int, str] = {**carers}
    names |= {who.person_id: who.name for each in coming for who in _taking(db, each)}
    return [
        (see_photos(About.FACE, person_id)[0], face_says.look_at(name))
        for person_id, name in names.items()
        if photos_seen(db, viewer, About.FACE, person_id)
    ]


def _taking(db: Connection, of: Session) -> list[SignedUp]:
    return [each for each in signed_up(db, of.id) if each.place is Place.TAKING]


def _line(of: Session, taking: list[SignedUp]) -> Moment:
    names = [each.name for each in taking]
    return say.coming(words_of.topic(of.topic), of.day, of.at, place=of.place, names=names)


@dialogue("thank", title=say.title, about=1)
async def thank(ask: Ask, me: Visitor) -> ThankVolunteer | Said:
    """Its subject is "12 34": the session and the volunteer."""
    if not me.may(Action.ASK_FOR_HELP):
        return said_no(Code.NOT_ALLOWED)
    number, _, person = me.subject.partition(" ")
    found = await read(session, int(number)) if number.isdecimal() else None
    if found is None or found.club_id != me.club_id or not person.isdecimal():
        return said_no(Code.NOT_FOUND)
    who = mine_of(await read(signed_up, found.id), int(person))
    if who is None:
        return said_no(Code.NOT_FOUND)
    words = await offered_text(
        "words", say.which_words(who.name), offers=WORDS, shown_as=say.offered, longest=120
    )
    return ThankVolunteer(found.id, who.person_id, words)


@after(VolunteerThanked)
def volunteer_thanked(fact: VolunteerThanked, me: Visitor, db: Connection) -> Told:
    of = fact.session
    said = say.you_are_thanked(
        name_of(db, me.person), words_of.topic(of.topic), of.day, said=say.offered(fact.words)
    )
    hours = (ScreenPress("my_hours"), hours_say.title())
    told = ((fact.volunteer.person_id, news(said, hours)),)
    return Told(closing(say.thanked(fact.volunteer.name)), told)


entrance(
    ScreenPress("who_comes"),
    label=say.who_comes_title,
    open_to=lambda me: me.may(Action.ASK_FOR_HELP),
    command="aidengiup",
    words=("ai đến giúp", "ai tới giúp", "cảm ơn các cháu", "who comes to help"),
    in_menu=False,
)
