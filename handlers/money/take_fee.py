"""A fee entered for a member: by the cashier at once, by the rest of the board to be confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from club.accounts import Kind
from club.calendar import Month
from club.contributions import FeeOwed, months_covered, months_payable, total_owed
from club.ledger import DAYS_BACK
from club.members import Action
from club.money import Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.question import Hearing
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.money.fee_spread import spread_noted
from handlers.money.fee_sum import SMALLEST, fee_sum
from handlers.money.given_lately import is_the_same
from handlers.money.several_payers import payer, payers_in
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.formats import short_day
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import confirm_contribution as say_confirm
from messages.money import contribute as say_contribute
from messages.money import fee_rules as say_fee
from messages.money import given_lately as say_lately
from messages.money import several_payers as say_several
from messages.money import take_fee as say
from messages.presses import StartPress
from messages.understand.dates import read_day
from messages.understand.phrases import phrase_told
from messages.understand.told import DAY_SAID, Piece, stretch_told
from storage.changes.money.declare_contribution import DeclareContribution
from storage.changes.money.second_person import Agreed
from storage.changes.money.take_fee import TakeFee
from storage.queries import Connection
from storage.queries.members.members import name_of, person_of_member
from storage.queries.members.offices import Candidate
from storage.queries.money.bank_accounts import account_in_force
from storage.queries.money.contributions import money_taker, takes_money_of, waiting_of
from storage.queries.money.fees import exempt_on, fee_facts
from storage.queries.money.ledger import places_of
from storage.queries.money.proposals import Proposal, ProposalKind

_WHERE_SAID = {
    "in_hand": ("tiền mặt", "đưa tay", "tận tay", "in cash", "cash"),
    "in_account": ("chuyển khoản", "ck", "vào tài khoản", "by transfer", "transfer"),
}
DAYS = ("today", "other")
_JUST_NOW = ("vừa", "mới", "vừa mới", "just")
_WHEN_SAID = {
    "today": (
        *("sáng nay", "sáng sớm nay", "chiều nay", "trưa nay", "vừa xong", "lúc nãy", "ban nãy"),
        *("hồi nãy", "khi nãy", "vừa nãy", "just now", "this morning"),
    ),
    "other": (
        *("hôm trước", "bữa trước", "bữa rồi", "hôm nọ", "bữa nọ", "tuần trước", "tuần qua"),
        *("tháng trước", "mấy hôm trước", "lâu rồi", "last week", "the other day"),
    ),
}


@dataclass(frozen=True, slots=True)
class WhenQuestion(ChoiceQuestion[str]):
    """Today or another day; a sentence before may have said which."""

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        day = stretch_told(
            words, lambda text: read_day(text, today=hearing.today, ahead=False), DAY_SAID
        )
        if day is None:
            just_now = phrase_told(words, [_JUST_NOW])
            return None if just_now is None else replace(just_now, readings=("today",))
        if day.readings == (hearing.today,):
            return replace(day, readings=("today",))
        # Which day it was is left for the next question.
        return Piece(day.begin, day.begin, ("other",))


@dialogue("take_fee", title=say.title, about=5)
async def take_fee(ask: Ask, me: Visitor) -> TakeFee | DeclareContribution | Said:
    if not me.may(Action.ENTER_MEMBER):
        return said_no(Code.NOT_ALLOWED)
    member = await _whose(ask, me)
    if isinstance(member, Said):
        return member
    at_once = await read(
        takes_money_of, me.club_id, giver=member.person_id, person=me.person, today=me.today
    )
    day = await _day(ask, me, member) if at_once else me.today
    facts = await read(fee_facts, me.club_id, member.member_id)
    months = months_payable(facts, Month.of(day))
    if not months:
        return Said(say.no_fee(member.name))
    owed = [each for each in months if each.month <= Month.of(day)]
    prompt = say.how_much(
        member.name, total_owed(owed) if owed else None, owed[0].month if owed else None
    )
    amount = await _how_much(me, months, Month.of(day), prompt)
    if await is_the_same(me, member_id=member.member_id, kind=Kind.FEE, amount=amount):
        return Said(say_lately.nothing_twice())
    line = _line(amount, months, Month.of(day))
    if not at_once:
        return await _waits(ask, me, (member, amount, months), line)
    in_account = await by_bank(ask, me)
    taken = TakeFee(member_id=member.member_id, amount=amount, happened_on=day, by_bank=in_account)
    agreed = await ask.confirm("agreed", _read_back(taken, member.name, line, me.today))
    return taken if agreed else Said(say.nothing())


def _why_no_fee(db: Connection, me: Visitor, member: Candidate) -> Moment:
    """With the reason that is recorded, if one is."""
    exempt = exempt_on(db, me.club_id, member.member_id, Month.of(me.today))
    if exempt is None:
        return say.no_fee(member.name)
    ground, since = exempt
    return say.exempt(member.name, ground.value, since)


def _read_back(taken: TakeFee, name: str, line: Moment, today: date) -> Moment:
    how = say_confirm.answer("in_account" if taken.by_bank else "in_hand")
    is_old = (today - taken.happened_on).days > DAYS_BACK
    return say.read_back(name, line, how=how, day=taken.happened_on, is_old=is_old)


async def _whose(ask: Ask, me: Visitor) -> Candidate | Said:
    """Who owes a fee or may pay one ahead.

    The same payment, told by her and entered for her, becomes a question, never two entries.
    """
    member = await payer(ask, me)
    if member is None:
        return Said(say_offices.no_such_member())
    facts = await read(fee_facts, me.club_id, member.member_id)
    if not months_payable(facts, Month.of(me.today)):
        return Said(await read(_why_no_fee, me, member))
    for waiting in await read(waiting_of, member.member_id):
        if waiting.kind == "fee" and waiting.amount is not None:
            prompt = say.waits_already(member.name, waiting.amount)
            is_another = await ask.yes_or_no("another", prompt)
            return member if is_another else Said(say.confirm_instead())
    return member


async def _how_much(
    me: Visitor, months: tuple[FeeOwed, ...], today: Month, prompt: Moment
) -> Money:
    """What the list says that the dialogue is about, where it can be a fee; else it is asked."""
    told = payers_in(me.subject)
    if told and SMALLEST <= told[0].amount <= total_owed(months):
        return told[0].amount
    if told:
        prompt = say_several.not_that_sum(told[0].amount, prompt)
    return await fee_sum("sum", months, today, prompt)


async def _day(ask: Ask, me: Visitor, member: Candidate) -> date:
    way = await WhenQuestion(
        "when", say.when(member.name), DAYS, say.when_way, str, lambda each: _WHEN_SAID[each]
    )
    if way == "today":
        return me.today
    return await ask.day("day", say.which_day(), ahead=False)


def _line(amount: Money, months: tuple[FeeOwed, ...], today: Month) -> Moment:
    covered = [each.month for each in months_covered(amount, months)[0]]
    line = say_contribute.line("fee", [say_contribute.sum_read_back(amount)], covered)
    return spread_noted(line, amount, months, today)


async def by_bank(ask: Ask, me: Visitor) -> bool:
    """The cashier's words are 'in my hand' or 'in the account' (Club rules, B.4)."""
    places = await read(places_of, me.club_id)
    account = await read(account_in_force, me.club_id, me.now)
    if account is None and not any(each.kind == "bank" for each in places):
        return False
    where = await ask.choice(
        "where",
        say.where(),
        among=("in_hand", "in_account"),
        shown_as=say_confirm.answer,
        said_as=lambda way: _WHERE_SAID[way],
    )
    return where == "in_account"


async def _waits(
    ask: Ask,
    me: Visitor,
    told: tuple[Candidate, Money, tuple[FeeOwed, ...]],
    line: Moment,
) -> DeclareContribution | Said:
    """Whoever does not take the money only tells of it; who does says when it is there."""
    member, amount, months = told
    taker = await read(
        money_taker, me.club_id, giver=member.person_id, teller=me.person, today=me.today
    )
    name = await read(name_of, taker)
    if not await ask.confirm("told", say.waits_read_back(member.name, line, name)):
        return Said(say.nothing())
    return DeclareContribution(
        member_id=member.member_id,
        kind="fee",
        amount=amount,
        months=tuple(each.month for each in months_covered(amount, months)[0]),
        paid_how="hands",
        handed_to=taker,
    )


def _described(db: Connection, about: Proposal) -> Moment:
    who = name_of(db, person_of_member(db, about.subject))
    day = short_day(date.fromisoformat(about.content["day"]))
    return say_fee.old_described(who, Money(about.content["amount"]), day)


def _done(db: Connection, fact: Agreed) -> Moment:
    about = fact.proposal
    who = name_of(db, person_of_member(db, about.subject))
    return say_fee.old_done(who, Money(about.content["amount"]), fact.written[0].voucher)


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    """The member hears that it is in the books."""
    return [(person_of_member(db, fact.proposal.subject), _done(db, fact))]


MATTERS[ProposalKind.OLD_FEE] = MatterSaid(_described, _done, _told)

entrance(
    StartPress("take_fee"),
    label=say.title,
    open_to=lambda me: me.may(Action.ENTER_MEMBER),
    command="thuphi",
    words=("thu phí", "ghi phí", "đóng phí hộ", "take a fee", "enter a fee"),
)
