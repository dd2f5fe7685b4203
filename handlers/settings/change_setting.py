"""Changing a setting by guided questions; a second person agrees, the members are told."""

from typing import Any

from club.calendar import ONE_DAY, MeetingDay
from club.members import Action
from club.money import Money
from club.refusals import Code
from club.settings import SETTINGS, Kind, Setting, Topic, settings_about
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.day_questions import meeting_day
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.known_places import as_club_knows
from handlers.menus import closing
from handlers.money.books_said import MATTERS, MatterSaid, fund_line
from handlers.notices import Told, after
from handlers.settings.club_settings import CHANGED_BY
from handlers.settings.settings_said import value_said
from handlers.talk.refusing import said_no
from messages.formats import short_day
from messages.moments import Moment
from messages.settings import club_settings as say
from messages.settings import setting_values as say_value
from storage.changes.money.second_person import Agreed
from storage.changes.settings.change_setting import ChangeSetting, SettingChanged, value_to_come
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.boards import board
from storage.queries.members.members import member_persons, name_of
from storage.queries.money.ledger import funds_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.queries.settings.settings import setting, setting_history

WAYS_TO_MEET = ("solar", "lunar", "weekday")
IN_MONTH = ("1", "2", "3", "4", "last")
STEPS_OF_LADDER = 3
DAYS_SHOWN = 3


@dialogue("change_setting", title=say.change_title, about=2)
async def change_setting(ask: Ask, me: Visitor) -> ChangeSetting | Said | Redo:
    if not me.may(Action.CHANGE_SETTING):
        return said_no(Code.NOT_ALLOWED)
    about = SETTINGS.get(me.subject) or await _which(ask)
    present = await read(setting, me.club_id, about.name, me.today)
    now = await read(value_said, me.club_id, about.name, present)
    value = await _asked(ask, me, about, now)
    if value is None:
        return Said(say.stays())
    if value == await read(value_to_come, me.club_id, about.name, me.today):
        return Said(say.same())
    shown = await _shown(me, about, value)
    day = about.holds_from(me.today)
    if not await ask.confirm("agreed", say.read_back(about.name, now, shown, day, about.at_once)):
        return Said(say.stays())
    return ChangeSetting(about.name, value)


async def _which(ask: Ask) -> Setting:
    """Which setting, by its topic; those that are changed elsewhere are left out."""
    own = {topic: [s for s in settings_about(topic) if s.name not in CHANGED_BY] for topic in Topic}
    topic = await ask.choice(
        "topic",
        say.which_topic(),
        among=[each for each in Topic if own[each]],
        shown_as=lambda each: say.topic(each.value),
    )
    return await ask.choice(
        "setting",
        say.which_setting(),
        among=own[topic],
        shown_as=lambda each: say.name(each.name),
        key=lambda each: each.name,
    )


async def _asked(ask: Ask, me: Visitor, about: Setting, now: Moment) -> Any:
    """The new value, asked by its kind; None for a list of nothing."""
    prompt = say.now(about.name, now, say.to_what())
    match about.kind:
        case Kind.MONEY:
            return await _sum(ask, about, prompt)
        case Kind.NUMBER:
            return await ask.number("number", prompt, at_least=about.least, up_to=about.most)
        case Kind.PERCENT:
            return await ask.percent("percent", prompt, at_least=about.least, up_to=about.most)
        case Kind.YES_NO:
            return await ask.yes_or_no("yes", prompt)
        case Kind.TEXT | Kind.ONE_OF | Kind.MEETING_DAY:
            return await _words(ask, me, about, prompt)
    return await _several(ask, me, about, now)


async def _words(ask: Ask, me: Visitor, about: Setting, prompt: Moment) -> str:
    if about.kind is Kind.TEXT:
        typed = await ask.text("text", prompt)
        return await as_club_knows(me, typed) if about.name == "meeting_place" else typed
    if about.kind is Kind.ONE_OF:
        return await ask.choice("word", prompt, among=about.among, shown_as=say_value.word)
    return await _meeting_day(ask, prompt)


async def _sum(ask: Ask, about: Setting, prompt: Moment) -> int:
    if about.least == 0:
        which = await ask.choice("which", prompt, among=("sum", "none"), shown_as=say.sum_or_none)
        if which == "none":
            return 0
        prompt = say.to_what()
    least = Money(max(1_000, about.least))
    return (await ask.money("sum", prompt, at_least=least, up_to=Money(about.most))).dong


async def _meeting_day(ask: Ask, prompt: Moment) -> str:
    """Typed at once ("rằm", "chủ nhật tuần cuối"), or step by step by the way that is chosen."""
    way = await meeting_day("way", prompt, ways=WAYS_TO_MEET, shown_as=say.meets_by)
    if way not in WAYS_TO_MEET:
        return way
    if way != "weekday":
        return await meeting_day("day", say.which_number(way), calendar=way)
    weekday = await ask.choice(
        "weekday", say.which_weekday(), among=range(7), shown_as=say_value.weekday
    )
    nth = await ask.choice(
        "nth", say.which_of_them(), among=IN_MONTH, shown_as=say_value.which_in_month
    )
    return f"weekday {nth} {weekday}"


async def _shown(me: Visitor, about: Setting, value: Any) -> Moment:
    """The new value as it is read back; of a meeting day with the first days it will bring."""
    shown = await read(value_said, me.club_id, about.name, value)
    if about.kind is not Kind.MEETING_DAY:
        return shown
    rule, day, days = MeetingDay.parse(value), about.holds_from(me.today) - ONE_DAY, list[str]()
    while len(days) < DAYS_SHOWN:
        day = rule.next_after(day)
        days.append(short_day(day))
    return say_value.meeting_day_ahead(shown, days)


async def _several(ask: Ask, me: Visitor, about: Setting, now: Moment) -> Any:
    """Values of more than one part: one question for each part."""
    match about.kind:
        case Kind.SOME_OF:
            return await _some(ask, about, now)
        case Kind.SPAN:
            first = say.now(about.name, now, say.shortest())
            least = await ask.number("least", first, at_least=about.least, up_to=about.most)
            return [
                least,
                await ask.number("most", say.longest(), at_least=least, up_to=about.most),
            ]
        case Kind.SUMS:
            return await _ladder(ask, about, now)
    return await _shares(ask, me, about, now)


async def _some(ask: Ask, about: Setting, now: Moment) -> list[str] | None:
    wanted: list[str] = []
    for each in about.among:
        question = say.offer_it(say_value.word(each))
        is_first = each == about.among[0]
        prompt = say.now(about.name, now, question) if is_first else question
        if await ask.yes_or_no(each, prompt):
            wanted.append(each)
    return wanted or None


async def _ladder(ask: Ask, about: Setting, now: Moment) -> list[int]:
    """Each step at least as high as the one before."""
    steps: list[int] = []
    for number in range(1, STEPS_OF_LADDER + 1):
        question = say.step_of_ladder(number)
        prompt = question if steps else say.now(about.name, now, question)
        least = Money(max([about.least, *steps]))
        sum_ = await ask.money(f"step_{number}", prompt, at_least=least, up_to=Money(about.most))
        steps.append(sum_.dong)
    return steps


async def _shares(ask: Ask, me: Visitor, about: Setting, now: Moment) -> list[list[int]]:
    """A percentage for each fund that does not lend; together no more than all."""
    shares: list[list[int]] = []
    for fund in await read(funds_of, me.club_id):
        if fund.kind == "income":
            continue
        question = say.share_of(fund_line(fund))
        prompt = question if shares else say.now(about.name, now, question)
        left = 100 - sum(percent for _, percent in shares)
        percent = await ask.number(f"fund_{fund.id}", prompt, at_least=0, up_to=left)
        shares.append([fund.id, percent])
    return [each for each in shares if each[1]]


@after(SettingChanged)
def setting_changed(fact: SettingChanged, me: Visitor, db: Connection) -> Told:
    """A harmless one holds at once; the rest of the board hears of it."""
    value = value_said(db, fact.club_id, fact.name, fact.value)
    notice = closing(say.board_hears(fact.name, value, name_of(db, me.person)))
    rest = sorted({each.person_id for each in board(db, fact.club_id, me.today)} - {me.person})
    return Told(closing(say.changed(fact.name, value)), tuple((each, notice) for each in rest))


def _described(db: Connection, about: Proposal) -> Moment:
    name, value = about.content["name"], about.content["value"]
    before = setting(db, about.club_id, name, about.proposed_on)
    return say.described(
        name,
        value_said(db, about.club_id, name, before),
        value_said(db, about.club_id, name, value),
    )


def _done(db: Connection, fact: Agreed) -> Moment:
    name, value, day = _settled(db, fact.proposal)
    return say.agreed(name, value, day)


def _members_told(db: Connection, fact: Agreed) -> list[tuple[int, Moment]]:
    """Every member hears of a changed rule before it holds."""
    about = fact.proposal
    name, value, day = _settled(db, about)
    said = say.members_hear(club(db, about.club_id).name, name, value, day)
    told = member_persons(db, about.club_id)
    return [(each, said) for each in told if each != about.proposed_by]


def _settled(db: Connection, about: Proposal) -> tuple[str, Moment, Any]:
    name = about.content["name"]
    newest = max(setting_history(db, about.club_id, name), key=lambda each: each.settled_at)
    return name, value_said(db, about.club_id, name, newest.value), newest.valid_from


MATTERS[ProposalKind.SETTING] = MatterSaid(_described, _done, _members_told)
