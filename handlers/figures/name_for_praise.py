"""The board names a member for praise; she is asked whether her name may be told."""

from club.calendar import Month
from club.members import Action
from club.refusals import Code
from club.rollup.praise import Merit
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.life.home_care import number_in
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages.cards import Card
from messages.figures import praise as say
from messages.moments import Moment
from messages.presses import Press, StartPress
from storage.changes.figures.name_for_praise import (
    AnswerPraise,
    NamedForPraise,
    NameForPraise,
    PraiseAnswered,
)
from storage.queries import Connection
from storage.queries.figures.praise import Praise, praise, praise_of_person
from storage.queries.helping.witnesses import has_phone
from storage.queries.members.members import name_of


@dialogue("name_for_praise", title=say.name_title, about=5)
async def name_for_praise(ask: Ask, me: Visitor) -> NameForPraise | Said:
    if not me.may(Action.NAME_FOR_PRAISE):
        return said_no(Code.NOT_ALLOWED)
    month = await _which_month(ask, me)
    found = await member_named(ask, me, prompt=say.whom())
    if found is None:
        return said_no(Code.NOT_FOUND)
    if found.person_id == me.person_id:
        return said_no(Code.OWN_AFFAIR)
    name = await read(name_of, found.person_id)
    merit = await ask.choice(
        "merit",
        say.what_for(name=name),
        among=tuple(Merit),
        shown_as=lambda each: say.merit_choice(code=each.value),
        key=lambda each: each.value,
    )
    agreed = None
    if not await read(has_phone, found.person_id):
        agreed = await ask.yes_or_no("has_said", say.has_said(name=name))
    read_back = say.name_read_back(
        name=name,
        month=month,
        code=merit.value,
        asked=agreed is None,
        agreed=bool(agreed),
    )
    if not await ask.confirm("agreed", read_back):
        return Said(say.not_named())
    return NameForPraise(found.member_id, month, merit, agreed)


async def _which_month(ask: Ask, me: Visitor) -> Month:
    """The one before, or this one."""
    this = Month.of(me.today)
    return await ask.choice(
        "month",
        say.which_month(),
        among=(this.previous(), this),
        shown_as=lambda each: say.month_choice(month=each),
        key=str,
    )


@after(NamedForPraise)
def named_for_praise(fact: NamedForPraise, me: Visitor, db: Connection) -> Told:
    """She is asked on her own phone."""
    about = fact.praise
    reply = closing(say.named(name=about.name, asked=about.agreed is None))
    if about.agreed is not None:
        return Told(reply)
    card = news(_question(about), (StartPress("answer_praise", str(about.id)), say.answer_title()))
    return Told(reply, ((about.person_id, card),))


def _question(about: Praise) -> Moment:
    return say.may_i_say(club=about.club, month=about.month, code=about.merit.value)


@dialogue("answer_praise", title=say.answer_title, about=1)
async def answer_praise(ask: Ask, me: Visitor) -> AnswerPraise | Said:
    if me.person_id is None or me.helping is not None:
        return said_no(Code.NOT_ALLOWED)
    about = await _asked(me)
    if about is None or about.person_id != me.person_id:
        return Said(say.not_praised())
    yes = await ask.may_i("yes", _question(about))
    return AnswerPraise(about.id, yes)


async def _asked(me: Visitor) -> Praise | None:
    """What she was asked about; without a number the newest."""
    number = number_in(me.subject) if me.subject else None
    if number is not None:
        return await read(praise, number)
    return next(iter(await read(praise_of_person, me.person)), None)


@after(PraiseAnswered)
def praise_answered(fact: PraiseAnswered, me: Visitor, db: Connection) -> Told:
    about = fact.praise
    yes = bool(about.agreed)
    others: tuple[tuple[int, Card], ...] = ()
    if about.named_by != me.person_id:
        others = ((about.named_by, news(say.board_hears(name=about.name, yes=yes))),)
    return Told(closing(say.answered(yes=yes)), others)


@waiting
def praise_to_answer(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """What she has not answered yet."""
    if me.person_id is None or me.helping is not None:
        return []
    return [
        (StartPress("answer_praise", str(each.id)), say.answer_title())
        for each in praise_of_person(db, me.person_id)
        if each.agreed is None
    ]


entrance(
    StartPress("name_for_praise"),
    label=say.name_title,
    open_to=lambda me: me.may(Action.NAME_FOR_PRAISE),
    command="neuguong",
    words=("nêu gương", "khen thành viên", "name for praise"),
)
entrance(
    StartPress("answer_praise"),
    label=say.answer_title,
    open_to=lambda me: me.membership is not None,
    command="neutentoi",
    words=("nêu tên tôi", "không nêu tên tôi", "my name for praise"),
    in_menu=False,
)
