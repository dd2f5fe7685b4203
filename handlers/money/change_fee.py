"""The club's fee as a setting: shown with its history, changed by two, told to all members."""

from club.calendar import Month
from club.contributions import PERIODS, FeeRate, rate_in_force
from club.fee_rules import LARGEST_FEE, begun_after
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code
from club.settings import Topic
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.settings.club_settings import settled_elsewhere
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import fee_rules as say
from messages.presses import Press, ScreenPress, StartPress
from messages.settings import club_settings as say_settings
from storage.changes.money.change_fee import ChangeFee, rate_proposed
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.members import member_persons
from storage.queries.money.fees import fee_rates_of
from storage.queries.money.proposals import Proposal, ProposalKind

LINES_OF_HISTORY = 6
FEES_OFFERED = (Money(5_000), Money(10_000), Money(20_000))


def rate_said(rate: FeeRate | None) -> Moment:
    """'5.000 đồng a month for each person'."""
    if rate is None:
        return say.fee(NOTHING, 1, household=False)
    return say.fee(rate.amount, rate.period_months, household=rate.per_household)


@settled_elsewhere(Topic.CONTRIBUTIONS)
def fee_line(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """The fee of this month, and the one that was agreed on."""
    rates = fee_rates_of(db, me.club_id).club
    today = Month.of(me.today)
    press = ScreenPress("club_fee")
    lines: list[tuple[Press, Moment]] = [(press, say.line(rate_said(rate_in_force(rates, today))))]
    lines += [
        (press, say.line_to_come(rate_said(each), each.valid_from))
        for each in rates
        if each.valid_from > today
    ]
    return lines


@screen("club_fee")
def club_fee(me: Visitor, db: Connection, argument: str) -> Card:
    """The fee with its history, and how many pay another; for those who may, ways to change it."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    rates = fee_rates_of(db, me.club_id)
    today = Month.of(me.today)
    lines = [say.since(each.valid_from, rate_said(each)) for each in rates.club[-LINES_OF_HISTORY:]]
    excepted = sum(1 for own in rates.own.values() if own[-1].rate is not None)
    if excepted:
        lines.append(say.exceptions(excepted))
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("club_settings", Topic.CONTRIBUTIONS.value), say_settings.title()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    if me.may(Action.CHANGE_SETTING):
        change = (StartPress("change_fee"), say.change_title())
        ways = [change, (StartPress("own_fee"), say.own_title()), *ways]
    now = rate_said(rate_in_force(rates.club, today))
    return Card(say.page(now, lines), choices=choices(ways))


@dialogue("change_fee", title=say.change_title, about=3)
async def change_fee(ask: Ask, me: Visitor) -> ChangeFee | Said:
    if not me.may(Action.CHANGE_SETTING):
        return said_no(Code.NOT_ALLOWED)
    rates = (await read(fee_rates_of, me.club_id)).club
    before = rate_in_force(rates, Month.of(me.today))
    months = await ask.choice(
        "period", say.which_period(rate_said(before)), among=PERIODS, shown_as=say.period
    )
    household = await _is_per_household(ask)
    amount = await ask.money(
        "amount",
        say.how_much(months),
        at_least=Money(1_000),
        up_to=LARGEST_FEE,
        offers=FEES_OFFERED,
    )
    change = ChangeFee(amount=amount, period_months=months, per_household=household)
    wanted = FeeRate(
        valid_from=Month.of(me.today),
        amount=amount,
        period_months=months,
        per_household=household,
    )
    after = begun_after(wanted, before=before, decided_on=me.today)
    what = say.described(rate_said(before), rate_said(after), after.valid_from)
    if not await ask.confirm("agreed", say.read_back(what)):
        return Said(say.unchanged())
    return change


async def _is_per_household(ask: Ask) -> bool:
    return await ask.choice(
        "whom",
        say.for_whom(),
        among=(False, True),
        shown_as=lambda each: say.whom(household=each),
        key=lambda each: "household" if each else "person",
    )


def _described(db: Connection, about: Proposal) -> Moment:
    """As it would begin if it had been agreed to on the day it was proposed."""
    day = about.proposed_on
    before = rate_in_force(fee_rates_of(db, about.club_id).club, Month.of(day))
    after = begun_after(rate_proposed(about, Month.of(day)), before=before, decided_on=day)
    return say.described(rate_said(before), rate_said(after), after.valid_from)


def _settled(db: Connection, about: Proposal) -> FeeRate:
    return fee_rates_of(db, about.club_id).club[-1]


def _done(db: Connection, fact: Agreed) -> Moment:
    after = _settled(db, fact.proposal)
    return say.agreed(rate_said(after), after.valid_from)


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    """Every member hears of it before it begins."""
    about = fact.proposal
    after = _settled(db, about)
    said = say.members_hear(club(db, about.club_id).name, rate_said(after), after.valid_from)
    return [(each, said) for each in member_persons(db, about.club_id) if each != about.proposed_by]


MATTERS[ProposalKind.FEE] = MatterSaid(_described, _done, _told)

entrance(
    ScreenPress("club_fee"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_FUNDS),
    command="phi",
    words=("phí câu lạc bộ", "mức phí", "đổi phí", "the club's fee", "change the fee"),
    in_menu=False,
)
