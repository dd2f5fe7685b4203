"""A volunteer moves to another place, learns more, or ends."""

from club.members import Action
from club.refusals import Code
from club.support import SupportKind
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.known_places import as_commune_knows
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.volunteers.session_questions import several
from handlers.volunteers.take_session import place_free
from handlers.volunteers.volunteer import commune_named, languages_spoken
from messages.cards import Card
from messages.presses import ScreenPress, StartPress
from messages.volunteers import sessions as words_of
from messages.volunteers import volunteer as sign_up_says
from messages.volunteers import volunteering as say
from storage.changes.volunteers.change_volunteering import (
    ChangeVolunteering,
    EndVolunteering,
    VolunteeringChanged,
    VolunteeringEnded,
)
from storage.queries import Connection
from storage.queries.volunteers.sessions import my_sessions
from storage.queries.volunteers.volunteers import volunteer

PARTS = ("where", "teaches", "languages", "end")


@dialogue("volunteering", title=say.title, about=2)
async def volunteering(ask: Ask, me: Visitor) -> ChangeVolunteering | EndVolunteering | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    who = await read(volunteer, me.person)
    assert who is not None
    now = say.what_to_change(
        who.hamlet,
        [words_of.topic(each) for each in who.teaches],
        [words_of.language(each) for each in who.languages],
    )
    part = await ask.choice("part", now, among=PARTS, shown_as=say.part)
    match part:
        case "where":
            return await _moved(ask)
        case "teaches":
            ends = ("all", sign_up_says.that_is_all(), sign_up_says.that_is_all())
            topics = [each.value for each in SupportKind]
            prompt = sign_up_says.what_can_you_teach
            teaches = await several(
                ask, "teaches", among=topics, prompt=prompt, shown_as=words_of.topic, ends=ends
            )
            return ChangeVolunteering(teaches=teaches or who.teaches)
        case "languages":
            return ChangeVolunteering(languages=await languages_spoken(ask))
    return await _ended(ask, me)


async def _moved(ask: Ask) -> ChangeVolunteering | Said:
    commune = await commune_named(ask)
    if commune is None:
        return Said(sign_up_says.no_club_there())
    typed = await ask.text("hamlet", sign_up_says.your_hamlet(), longest=60)
    hamlet = await as_commune_knows(commune.id, typed)
    return ChangeVolunteering(commune=commune.id, hamlet=hamlet)


async def _ended(ask: Ask, me: Visitor) -> EndVolunteering | Said:
    places = len(await read(my_sessions, me.person, me.now))
    if not await ask.yes_or_no("sure", say.sure_to_end(places)):
        return Said(say.goes_on())
    return EndVolunteering()


@after(VolunteeringChanged)
def volunteering_changed(fact: VolunteeringChanged, me: Visitor, db: Connection) -> Told:
    ways = choices([(ScreenPress("sessions"), words_of.all_sessions())])
    return Told(Card(say.changed(), choices=ways))


@after(VolunteeringEnded)
def volunteering_ended(fact: VolunteeringEnded, me: Visitor, db: Connection) -> Told:
    """Boards and those who move up hear of each place that was given back."""
    told: tuple[tuple[int, Card], ...] = ()
    for of, risen in fact.lost:
        told += place_free(of, fact.volunteer.name, risen, me, db)
    return Told(closing(say.ended()), told)


entrance(
    StartPress("volunteering"),
    label=say.title,
    open_to=lambda me: me.is_volunteer,
    command="tinhnguyencuatoi",
    words=("việc tình nguyện", "chuyển nơi ở", "thôi làm tình nguyện", "my volunteering"),
)
