"""Contribute: the fee, or money, goods and working days for the Golden Heart book.

What is told waits for the cashier; nothing is in the books yet.
"""

from dataclasses import dataclass, replace

from club.accounts import Kind
from club.calendar import Month
from club.contributions import (
    FeeOwed,
    fee_months_owed,
    months_covered,
    months_payable,
    total_owed,
)
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.menus import closing
from handlers.money.contribute_questions import (
    FEE_SAID,
    PaidHowQuestion,
    WhatForQuestion,
)
from handlers.money.contributions_said import how_of, line_of, thing_of
from handlers.money.fee_spread import spread_noted
from handlers.money.fee_sum import fee_sum
from handlers.money.given_lately import is_the_same
from handlers.money.goods_asked import LONGEST_THING, goods_asked
from handlers.money.several_payers import next_payer
from handlers.money.transfers import told_where
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import confirm_contribution as say_confirm
from messages.money import contribute as say
from messages.money import given_lately as say_lately
from messages.money.take_fee import entered_by, entered_for_you
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.people import ways_to_name
from messages.understand.plain import bare
from storage.changes.money.declare_contribution import ContributionDeclared, DeclareContribution
from storage.queries import Connection
from storage.queries.members.boards import Officeholder, board
from storage.queries.members.members import name_of
from storage.queries.money.bank_accounts import account_in_force
from storage.queries.money.contributions import confirmer_of, office_missing, waiting_of
from storage.queries.money.fees import fee_facts
from storage.queries.money.ledger import places_of

KINDS = ("fee", "money", "goods", "days")
GIFTS_OFFERED = (Money(20_000), Money(50_000), Money(100_000))
USUAL_GIFT = Money(2_000_000)
LARGEST_GIFT = Money(100_000_000)


_PAID_SAID = {
    "bank": ("chuyển khoản", "ck", "qua ngân hàng", "by transfer"),
    "meeting": ("ở buổi họp", "lúc họp", "hôm họp", "buổi sinh hoạt", "in the meeting"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """How money is handed over; `person` is to whom, where it is handed to somebody."""

    how: str
    person: Officeholder | None = None

    @property
    def key(self) -> str:
        return self.how if self.person is None else f"hands:{self.person.person_id}"

    @property
    def said_as(self) -> tuple[str, ...]:
        """How a sentence says so: "đưa cô Giang", "chuyển khoản"."""
        return _PAID_SAID[self.how] if self.person is None else ways_to_name(self.person.name)

    @property
    def label(self) -> Moment:
        if self.person is None:
            return say.paid(self.how)
        return say.paid(self.how, self.person.name, self.person.role)


@dialogue("contribute", title=say.title, about=4)
async def contribute(ask: Ask, me: Visitor) -> DeclareContribution | Said | Redo:
    if not me.may(Action.DECLARE_CONTRIBUTION):
        return said_no(Code.NOT_ALLOWED)
    kind = me.subject if me.subject in KINDS else await _kind(ask, me)
    if kind == "fee":
        return await _fee(ask, me, await _payable(me))
    if kind == "money":
        return await _money(ask, me)
    return await _thing(ask, me, kind)


async def _payable(me: Visitor) -> tuple[FeeOwed, ...]:
    return months_payable(await read(fee_facts, me.club_id, me.member_id), Month.of(me.today))


async def _kind(ask: Ask, me: Visitor) -> str:
    # What is owed stands on a button only; once she has chosen, nobody looks at it.
    owed = NOTHING
    if ask.is_open("what"):
        facts = await read(fee_facts, me.club_id, me.member_id)
        owed = total_owed(fee_months_owed(facts, Month.of(me.today)))
    return await WhatForQuestion(
        "what",
        say.what_for(),
        KINDS,
        lambda kind: say.kind(kind, owed if kind == "fee" and owed else None),
        str,
        lambda kind: FEE_SAID if kind == "fee" else (),
    )


async def _fee(
    ask: Ask, me: Visitor, months: tuple[FeeOwed, ...]
) -> DeclareContribution | Said | Redo:
    if not months:
        return Said(say.no_fee())
    for waiting in await read(waiting_of, me.member_id):
        if waiting.kind != "fee" or waiting.amount is None:
            continue
        if not await ask.yes_or_no("another", say.waiting_already(waiting.amount)):
            return Said(say.nothing_more())
        break
    amount = await fee_sum("sum", months, Month.of(me.today))
    if await is_the_same(me, member_id=me.member_id, kind=Kind.FEE, amount=amount):
        return Said(say_lately.nothing_twice())
    covered = [each.month for each in months_covered(amount, months)[0]]
    way = await _way(ask, me)
    line = say.line("fee", [say.sum_read_back(amount)], covered)
    line = spread_noted(line, amount, months, Month.of(me.today))
    if not await ask.confirm("agreed", say.read_back(line, way.label)):
        return await _what_is_wrong(ask, me, "amount")
    return DeclareContribution(
        member_id=me.member_id,
        kind="fee",
        amount=amount,
        months=tuple(covered),
        paid_how=way.how,
        handed_to=None if way.person is None else way.person.person_id,
    )


async def _money(ask: Ask, me: Visitor) -> DeclareContribution | Said | Redo:
    amount = await ask.money(
        "sum",
        say.how_much(),
        at_least=Money(1000),
        up_to=LARGEST_GIFT,
        offers=GIFTS_OFFERED,
        usual=USUAL_GIFT,
    )
    if await is_the_same(me, member_id=me.member_id, kind=Kind.DONATION, amount=amount):
        return Said(say_lately.nothing_twice())
    way = await _way(ask, me)
    line = say.line("money", [say.sum_read_back(amount)])
    if not await ask.confirm("agreed", say.read_back(line, way.label)):
        return await _what_is_wrong(ask, me, "amount")
    return DeclareContribution(
        member_id=me.member_id,
        kind="money",
        amount=amount,
        paid_how=way.how,
        handed_to=None if way.person is None else way.person.person_id,
    )


async def _thing(ask: Ask, me: Visitor, kind: str) -> DeclareContribution | Redo:
    if kind == "days":
        item = await ask.text("thing", say.what_work(), longest=LONGEST_THING)
        unit = "day"
        count = await ask.number(
            "count", say.how_many_days(), at_least=1, up_to=60, offers=(1, 2, 3)
        )
    else:
        item, unit, count = await goods_asked(ask, say.what_thing())
    line = say.line(kind, thing_of(item, count * 1000, unit))
    if not await ask.confirm("agreed", say.read_back(line)):
        return await _what_is_wrong(ask, me, "thing")
    return DeclareContribution(
        member_id=me.member_id,
        kind=kind,
        item=item,
        unit=unit,
        quantity_thousandths=count * 1000,
    )


async def _way(ask: Ask, me: Visitor) -> Way:
    """In the meeting, into somebody's hands, by transfer where the club has an account."""
    officeholders = await read(board, me.club_id, me.today)
    places = await read(places_of, me.club_id)
    there = [each for each in officeholders if each.person_id != me.person_id]
    hands = [Way("hands", each) for each in sorted(there, key=lambda each: each.role != "cashier")]
    account = await read(account_in_force, me.club_id, me.now)
    by_bank = account is not None or any(each.kind == "bank" for each in places)
    bank = [Way("bank")] if by_bank else []
    way: Way = await PaidHowQuestion(
        "paid",
        say.how_paid(),
        (*hands[:1], Way("meeting"), *bank, *hands[1:]),
        lambda each: each.label,
        lambda each: each.key,
        lambda each: each.said_as,
        by_bank,
    )
    return way


async def _what_is_wrong(ask: Ask, me: Visitor, second: str) -> Redo:
    parts = ["what", second] if second == "thing" else ["what", second, "paid"]
    if me.subject in KINDS:
        parts.remove("what")
    wrong = await ask.choice("wrong", say.what_is_wrong(), among=parts, shown_as=say.part)
    of_the_thing = ("thing", "unit", "count")
    again = {
        "what": ("what", "sum", "once_more", *of_the_thing, "paid", "another"),
        "amount": ("sum", "once_more"),
        "thing": of_the_thing,
        "paid": ("paid",),
    }
    return Redo((*again[wrong], "wrong", "agreed"))


@after(ContributionDeclared)
def contribution_declared(fact: ContributionDeclared, me: Visitor, db: Connection) -> Told:
    """She hears for whom it waits; whoever has to confirm it gets it with a button."""
    given = fact.declaration
    line = line_of(given)
    back = (StartPress("take_back", str(given.id)), say.take_back())
    menu = (ScreenPress("menu"), say_everywhere.menu_word())
    confirmer = confirmer_of(db, given, me.today)
    if confirmer is None:
        role = office_missing(db, given, me.today)
        assert role is not None
        return Told(Card(say.waits_for_nobody(line, role.value), choices=choices([menu, back])))
    who = next(each for each in board(db, given.club_id, me.today) if each.person_id == confirmer)
    how = how_of(given, name_of(db, given.handed_to))
    on_behalf = given.declared_by != given.person_id
    notice = Card(
        say_confirm.please_look(given.name, line, how),
        before=(entered_by(name_of(db, given.declared_by), given.name),) if on_behalf else (),
        choices=choices([(StartPress("confirm_contribution", str(given.id)), say_confirm.look())]),
        numbered=False,
    )
    waits, papers = told_where(db, given, me, say.waits(line, who.name, who.role))
    ways = [*next_payer(me.subject, me, db), menu, back]
    reply = Card(waits, choices=choices(ways), papers=papers)
    others = [(confirmer, notice)]
    if on_behalf:
        told = closing(line, (entered_for_you(name_of(db, given.declared_by)),))
        others.append((given.person_id, replace(told, numbered=False)))
    return Told(reply, tuple(others))


_MEANT = {
    **dict.fromkeys(("hien vat", "do", "do dung", "goods"), "goods"),
    **dict.fromkeys(("ngay cong", "cong", "cong suc", "days of work"), "days"),
    **dict.fromkeys(("tien mat", "tien", "money"), "money"),
}


def _what_is_meant(rest: str, me: Visitor) -> Press | None:
    """ "góp hiện vật" has said what for."""
    kind = _MEANT.get(bare(rest))
    return None if kind is None else StartPress("contribute", kind)


entrance(
    StartPress("contribute"),
    label=say.title,
    open_to=lambda me: me.may(Action.DECLARE_CONTRIBUTION),
    command="donggop",
    words=(
        "đóng góp",
        "đóng phí",
        "nộp phí",
        "đóng tiền",
        "ủng hộ",
        "contribute",
        "pay the fee",
        "góp",
    ),
    reads=_what_is_meant,
)
