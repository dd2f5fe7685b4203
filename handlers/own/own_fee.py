"""What one member pays differently: nothing, another sum, or the club's fee again; by two."""

from club.calendar import Month
from club.contributions import rate_in_force
from club.fee_rules import LARGEST_FEE
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.members.members_named import member_named
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.money.change_fee import rate_said
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import fee_rules as say
from storage.changes.money.change_fee import ChangeOwnFee, own_rate_proposed
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.members import name_of, person_of_member
from storage.queries.money.fees import fee_rates_of
from storage.queries.money.proposals import Proposal, ProposalKind

WAYS = ("exempt", "own", "club")


@dialogue("own_fee", title=say.own_title, about=4)
async def own_fee(ask: Ask, me: Visitor) -> ChangeOwnFee | Said:
    if not me.may(Action.CHANGE_SETTING):
        return said_no(Code.NOT_ALLOWED)
    member = await member_named(ask, me)
    if member is None:
        return Said(say_offices.no_such_member())
    rates = await read(fee_rates_of, me.club_id)
    now = rate_in_force(rates.of(member.member_id), Month.of(me.today))
    ways = WAYS if member.member_id in rates.own else WAYS[:2]
    prompt = say.what_own(member.name, rate_said(now))
    way = await ask.choice("way", prompt, among=ways, shown_as=say.own_way)
    amount: Money | None = NOTHING if way == "exempt" else None
    if way == "own":
        club_rate = rate_in_force(rates.club, Month.of(me.today))
        months = 1 if club_rate is None else club_rate.period_months
        question = say.own_how_much(member.name, months)
        amount = await ask.money("amount", question, at_least=Money(1_000), up_to=LARGEST_FEE)
    why = await ask.text("why", say.own_why(), longest=200)
    what = await read(_meant, me, member.member_id, amount, why)
    if not await ask.confirm("agreed", say.read_back(what)):
        return Said(say.unchanged())
    return ChangeOwnFee(member_id=member.member_id, amount=amount, reason=why)


def _meant(  # noqa: PLR0917 – what was answered
    db: Connection, me: Visitor, member_id: int, amount: Money | None, why: str
) -> Moment:
    dong = None if amount is None else amount.dong
    return _said(db, me.club_id, (member_id, dong), Month.of(me.today), why)


def _said(  # noqa: PLR0917 – the parts of one sentence
    db: Connection, club_id: int, meant: tuple[int, int | None], today: Month, why: str
) -> Moment:
    member_id, dong = meant
    rates = fee_rates_of(db, club_id)
    exception = own_rate_proposed(rates, member_id, dong, today)
    rate = exception.rate or rate_in_force(rates.club, exception.valid_from)
    who = name_of(db, person_of_member(db, member_id))
    return say.own_described(who, rate_said(rate), exception.valid_from, why)


def _described(db: Connection, about: Proposal) -> Moment:
    meant = (about.subject, about.content["amount"])
    return _said(db, about.club_id, meant, Month.of(about.proposed_on), about.reason)


def _settled(db: Connection, about: Proposal) -> tuple[Moment, Month]:
    rates = fee_rates_of(db, about.club_id)
    exception = rates.own[about.subject][-1]
    rate = exception.rate or rate_in_force(rates.club, exception.valid_from)
    return rate_said(rate), exception.valid_from


def _done(db: Connection, fact: Agreed) -> Moment:
    about = fact.proposal
    who = name_of(db, person_of_member(db, about.subject))
    return say.own_agreed(who, *_settled(db, about))


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    """The member whom it concerns, with the reason."""
    about = fact.proposal
    fee, month = _settled(db, about)
    said = say.member_hears(club(db, about.club_id).name, fee, month, about.reason)
    return [(person_of_member(db, about.subject), said)]


MATTERS[ProposalKind.OWN_FEE] = MatterSaid(_described, _done, _told)
