"""A young person signs up as a volunteer; the board vouches before addresses are shown."""

from datetime import date

from club.address import AMONG_THE_YOUNG
from club.members import Action
from club.refusals import Code, Refused
from club.support import Language, SupportKind, require_old_enough
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.joining.strangers import strangers_are
from handlers.known_places import as_commune_knows
from handlers.menus import closing, join_code
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from handlers.volunteers.session_questions import several
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.plain import bare
from messages.volunteers import sessions as words_of
from messages.volunteers import volunteer as say
from messages.volunteers import volunteering as more_say
from storage.changes.joining.ask_to_join import NoteWrongCode
from storage.changes.volunteers.sign_up_volunteer import SignUpVolunteer, VolunteerSignedUp
from storage.changes.volunteers.vouch_for_volunteer import VolunteerVouchedFor, VouchForVolunteer
from storage.queries import Connection
from storage.queries.clubs import too_many_wrong_codes
from storage.queries.volunteers.volunteers import (
    Commune,
    KnownPerson,
    communes_with_clubs,
    known_person,
    not_vouched_for,
    parents_yes,
    volunteer,
)

MOST_COMMUNES_SHOWN = 12
MOST_TRIES = 3
THAT_IS_ALL = "all"
TOPICS = tuple(each.value for each in SupportKind)
_TEACHES = tuple(f"teaches_{place}" for place in range(1, len(TOPICS) + 1))


@dialogue("volunteer", title=say.title, about=9)
async def sign_up(ask: Ask, me: Visitor) -> SignUpVolunteer | NoteWrongCode | Said | Redo:
    if me.is_volunteer:
        return Said(say.volunteer_already())
    if not await ask.may_i("consent", say.consent()):
        return Said(say.not_kept())
    known = None if me.person_id is None else await read(known_person, me.person_id)
    name = known.name if known else await ask.name("name", say.your_name())
    year = known.birth_year if known else None
    if year is None:
        year = await ask.birth_year("year", say.your_birth_year())
    code = ""
    if not _old_enough(year, me.today):
        asked = await _parents_code(ask, me, year)
        if not isinstance(asked, str):
            return asked
        code = asked
    person = KnownPerson(name, year, known.phone if known else "")
    return await _about_helping(ask, person, code)


async def _parents_code(ask: Ask, me: Visitor, year: int) -> str | NoteWrongCode | Said:
    """What a parent's yes has given her. Guessing is slowed down as with a club's code."""
    if await read(too_many_wrong_codes, me.chat_id, me.now):
        return said_no(Code.TOO_MANY_TRIES)
    typed = await ask.text("parents_code", more_say.which_code(), longest=40, may_skip=True)
    code = join_code(typed)
    if not typed:
        return Said(say.parent_first())
    if not await read(parents_yes, code, year, me.now):
        return NoteWrongCode()
    return code


async def _about_helping(ask: Ask, who: KnownPerson, code: str) -> SignUpVolunteer | Said | Redo:
    belongs_to = await ask.text("belongs_to", say.belongs_to(), longest=80)
    teaches = await _teaches(ask)
    languages = await languages_spoken(ask)
    commune = await commune_named(ask)
    if commune is None:
        return Said(say.no_club_there())
    typed = await ask.text("hamlet", say.your_hamlet(), longest=60)
    hamlet = await as_commune_knows(commune.id, typed)
    phone = who.phone or await ask.phone("phone", say.your_phone())
    assert who.birth_year is not None
    read_back = say.read_back(
        *(who.name, who.birth_year, belongs_to, [words_of.topic(each) for each in teaches]),
        where=f"{hamlet}, {commune.name}",
        phone=phone,
        languages=[words_of.language(each) for each in languages],
    )
    if not await ask.confirm("agreed", read_back):
        return await _what_is_wrong(ask)
    return SignUpVolunteer(
        who.name,
        who.birth_year,
        belongs_to,
        teaches,
        commune=commune.id,
        hamlet=hamlet,
        phone=phone,
        languages=languages,
        parents_code=code,
    )


def _old_enough(year: int, today: date) -> bool:
    try:
        require_old_enough(year, today, parent_agreed=False)
    except Refused:
        return False
    return True


async def _teaches(ask: Ask) -> tuple[str, ...]:
    """One topic after another, until that is all."""
    chosen: list[str] = []
    for name in _TEACHES:
        left = [each for each in TOPICS if each not in chosen]
        topic = await ask.choice(
            name,
            say.what_can_you_teach([words_of.topic(each) for each in chosen]),
            among=[*left, THAT_IS_ALL] if chosen else left,
            shown_as=_topic_or_all,
        )
        if topic == THAT_IS_ALL:
            break
        chosen.append(topic)
    return tuple(chosen)


def _topic_or_all(topic: str) -> Moment:
    return say.that_is_all() if topic == THAT_IS_ALL else words_of.topic(topic)


async def languages_spoken(ask: Ask) -> tuple[str, ...]:
    """What she speaks beside Vietnamese, one after another; mostly nothing."""
    ends = ("enough", more_say.only_vietnamese(), more_say.no_more_languages())
    return await several(
        ask,
        "language",
        among=[each.value for each in Language],
        prompt=more_say.which_languages,
        shown_as=words_of.language,
        ends=ends,
    )


async def commune_named(ask: Ask) -> Commune | None:
    """A commune in which there is a club: a few are shown, among many the name is typed."""
    communes = await read(communes_with_clubs)
    prompt = say.which_commune()
    for tries in range(MOST_TRIES):
        if len(communes) <= MOST_COMMUNES_SHOWN:
            break
        typed = await ask.text(f"commune_typed_{tries + 1}", prompt, longest=60)
        found = [each for each in communes if bare(typed) in bare(each.name)]
        communes = found or communes
        prompt = say.commune_not_found(typed)
    if not communes or len(communes) > MOST_COMMUNES_SHOWN:
        return None
    return await ask.choice(
        "commune",
        say.which_commune(),
        among=communes,
        shown_as=lambda each: say.commune(each.name, each.province),
        key=lambda each: each.id,
    )


async def _what_is_wrong(ask: Ask) -> Redo:
    parts = ("name", "year", "belongs_to", "teaches", "language", "hamlet", "phone")
    wrong = await ask.choice("wrong", say.what_is_wrong(), among=parts, shown_as=say.part)
    typed = [f"commune_typed_{tries + 1}" for tries in range(MOST_TRIES)]
    again = {
        "year": ("year", "parents_code"),
        "teaches": _TEACHES,
        "language": tuple(f"language_{place + 1}" for place in range(len(Language))),
        "hamlet": (*typed, "commune", "hamlet"),
    }
    return Redo((*again.get(wrong, (wrong,)), "wrong", "agreed"))


@after(VolunteerSignedUp)
def volunteer_signed_up(fact: VolunteerSignedUp, me: Visitor, db: Connection) -> Told:
    ways = choices([(ScreenPress("sessions"), words_of.all_sessions())])
    return Told(Card(say.signed_up(), choices=ways))


@dialogue("vouch", title=say.vouch_title, about=2)
async def vouch(ask: Ask, me: Visitor) -> VouchForVolunteer | Said:
    if not me.may(Action.OPEN_SESSION):
        return said_no(Code.NOT_ALLOWED)
    who = await read(volunteer, int(me.subject)) if me.subject.isdecimal() else None
    if who is None:
        return said_no(Code.NOT_FOUND)
    how = await ask.choice(
        "how",
        say.do_you_vouch(who.name, who.birth_year),
        among=("board", "youth_union", "nobody"),
        shown_as=more_say.who_vouches,
    )
    if how == "nobody":
        return Said(say.not_vouched())
    if how == "board":
        return VouchForVolunteer(who.person_id)
    secretary = await ask.name("secretary", more_say.which_secretary())
    return VouchForVolunteer(who.person_id, secretary)


@waiting
def volunteers_to_vouch_for(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Volunteers who have a place in a session of the club and do not know the address yet."""
    if not me.may(Action.OPEN_SESSION):
        return []
    found = not_vouched_for(db, me.club_id, me.now)
    return [
        (StartPress("vouch", str(each.person_id)), say.waits_for_vouching(each.name))
        for each in found
        if each.person_id != me.person_id
    ]


@after(VolunteerVouchedFor)
def vouched_for(fact: VolunteerVouchedFor, me: Visitor, db: Connection) -> Told:
    """The volunteer hears the addresses of the sessions in which there is a place."""
    lines = [say.board_vouched()]
    lines += [say.address_is(each.day, each.at, each.place) for each in fact.sessions]
    to_volunteer = news(say.lines(lines))
    return Told(
        closing(say.vouched(fact.volunteer.name)), ((fact.volunteer.person_id, to_volunteer),)
    )


strangers_are(AMONG_THE_YOUNG, in_dialogue="volunteer")

entrance(
    StartPress("volunteer"),
    label=say.title,
    open_to=lambda me: not me.is_volunteer and me.membership is None,
    command="tinhnguyen",
    words=("tình nguyện", "tình nguyện viên", "làm tình nguyện", "volunteer"),
)
