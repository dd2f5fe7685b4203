"""When a member has passed away (Club rules, E.3): told, recorded, confirmed by another, undone."""

from club.members import Action
from club.refusals import Code
from club.second_person import Matter, seconds
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.life.home_care import number_in
from handlers.members.known_members import known_member_named
from handlers.members.tell_of_death import TELLING, the_board
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import everywhere
from messages.cards import Card
from messages.members import deaths as say
from messages.members import member_record as say_record
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.deaths import (
    ConfirmDeath,
    DeathConfirmed,
    DeathRecorded,
    DeathUndone,
    RecordDeath,
    SaidToLive,
    SayAlive,
    UndoDeath,
)
from storage.queries import Connection
from storage.queries.members.deaths import Death, death, death_of_person, deaths_to_confirm
from storage.queries.members.households import offices_held, person_in
from storage.queries.members.member_record import KnownMember, known_member
from storage.queries.members.members import name_of
from storage.queries.reminding.quiet_times import mourning_days


@dialogue("record_death", title=say.title, about=3)
async def record_death(ask: Ask, me: Visitor) -> RecordDeath | Said:
    """About the member of the subject; typed without one, about whoever is named."""
    if not me.may(Action.KEEP_MEMBERS):
        return said_no(Code.NOT_ALLOWED)
    who = await _who(ask, me)
    if who is None:
        return Said(say_record.not_found())
    if who.person_id == me.person_id or who.state != "member":
        own = who.person_id == me.person_id
        return said_no(Code.OWN_AFFAIR if own else Code.ALREADY_DONE)
    first = number_in(me.subject) is not None
    asked = say.when_first(who.name) if first else say.when(who.name)
    day = await ask.day("day", asked, ahead=False, offers=(me.today,))
    if day > me.today:
        return said_no(Code.DAY_IN_FUTURE)
    days = await read(mourning_days, me.club_id, me.today)
    agreed = await ask.confirm("agreed", say.read_back(who.name, day, days))
    return RecordDeath(who.member_id, day) if agreed else Said(say_record.stays())


async def _who(ask: Ask, me: Visitor) -> KnownMember | None:
    number = number_in(me.subject)
    if number is not None:
        return await read(known_member, me.club_id, number)
    return await known_member_named(ask, me, prompt=say.who(), states=("member", "died"))


def _may_confirm(db: Connection, about: Death, me: Visitor) -> list[int]:
    proposer = person_in(db, about.club_id, about.recorded_by, me.today)
    board_today = offices_held(db, about.club_id, me.today)
    return seconds(Matter(proposer, about.recorded_in), board_today)


@after(DeathRecorded)
def death_recorded(fact: DeathRecorded, me: Visitor, db: Connection) -> Told:
    """The first who may is asked to confirm; the others of the board read it in their list."""
    about = fact.death
    second = next(iter(_may_confirm(db, about, me)), None)
    done = Card(
        say.recorded(about.name.unmarked, name_of(db, second)),
        choices=choices([(ScreenPress("menu"), everywhere.menu_word()), _undo(about)]),
    )
    if second is None:
        return Told(done)
    asked = news(
        say.please_confirm(name_of(db, about.recorded_by), about.name.unmarked, about.died_on),
        (StartPress("confirm_death", str(about.id)), say.look()),
        _undo(about),
    )
    return Told(done, ((second, asked),))


def _undo(about: Death) -> tuple[Press, Moment]:
    return StartPress("undo_death", str(about.id)), say.undo()


@waiting
def deaths_waiting(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    if not me.may(Action.SECOND):
        return []
    return [
        (StartPress("confirm_death", str(each.id)), say.task(each.name.unmarked))
        for each in deaths_to_confirm(db, me.club_id)
        if me.person_id in _may_confirm(db, each, me)
    ]


@dialogue("confirm_death", title=say.confirm_title, about=1)
async def confirm_death(ask: Ask, me: Visitor) -> ConfirmDeath | UndoDeath | Said:
    number = number_in(me.subject)
    if number is None or not me.may(Action.SECOND):
        return said_no(Code.NOT_ALLOWED)
    about = await read(death, me.club_id, number)
    if about is None or about.state != "recorded":
        return Said(say.answered())
    if about.recorded_by == me.person_id:
        return said_no(Code.OWN_AFFAIR)
    by = await read(name_of, about.recorded_by)
    agreed = await ask.confirm(
        "so",
        say.is_it_so(by, about.name.unmarked, about.died_on),
        yes=say.yes_it_is(),
        no=say.not_so(),
    )
    return ConfirmDeath(about.id) if agreed else UndoDeath(about.id)


@after(DeathConfirmed)
def death_confirmed(fact: DeathConfirmed, me: Visitor, db: Connection) -> Told:
    """The whole board hears what is open and what is listed for return."""
    held = fact.held
    open_ = say_record.held_lines(held.owes, held.share, held.prepaid, held.prepaid_months)
    days = mourning_days(db, fact.death.club_id, me.today)
    text = say.confirmed_held(
        fact.death.name.unmarked,
        open_,
        owes=bool(held.owes),
        share=bool(held.share),
        prepaid=bool(held.prepaid),
        days=days,
    )
    others = tuple(
        (each, news(text)) for each in the_board(db, fact.death.club_id, me) if each != me.person_id
    )
    return Told(closing(text), others)


@dialogue("undo_death", title=say.undo, about=1)
async def undo_death(ask: Ask, me: Visitor) -> UndoDeath | Said:
    """One tap, and nothing is asked."""
    number = number_in(me.subject)
    if number is None or not me.may(Action.KEEP_MEMBERS):
        return said_no(Code.NOT_ALLOWED)
    about = await read(death, me.club_id, number)
    if about is None or about.state == "undone":
        return Said(say.answered())
    return UndoDeath(about.id)


@after(DeathUndone)
def death_undone(fact: DeathUndone, me: Visitor, db: Connection) -> Told:
    about = fact.death
    told = news(say.undone_told(name_of(db, me.person), about.name))
    others = [each for each in the_board(db, about.club_id, me) if each != me.person_id]
    return Told(
        closing(say.undone(about.name)),
        tuple((each, told) for each in others if each != about.person_id),
    )


# Somebody writes from the account


@dialogue("say_alive", title=say.mistake_title, about=1)
async def say_alive(ask: Ask, me: Visitor) -> SayAlive | Said:
    found = None if me.person_id is None else await read(death_of_person, me.person_id)
    if found is None:
        return said_no(Code.NOT_FOUND)
    if not await ask.yes_or_no("mistake", say.mistake_sure()):
        return Said(say.condolence())
    return SayAlive(found.id)


@after(SaidToLive)
def said_to_live(fact: SaidToLive, me: Visitor, db: Connection) -> Told:
    about = fact.death
    notice = news(say.said_to_live(about.name.unmarked), _undo(about))
    told = tuple((each, notice) for each in the_board(db, about.club_id, me))
    return Told(closing(say.mistake_told()), told)


entrance(
    StartPress("record_death"),
    label=say.record_title,
    open_to=lambda me: me.may(Action.KEEP_MEMBERS),
    command="ghinguoimat",
    words=(
        *("ghi người mất", "có người mất", "ghi tin buồn", "somebody has died"),
        # The words of those who tell it, who are never of the board.
        *TELLING,
    ),
    in_menu=False,
)
