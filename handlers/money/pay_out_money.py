"""Payment slips, help for a member in trouble, standing amounts: dialogues of whoever pays."""

from datetime import date

from club.areas import Area
from club.calendar import ONE_DAY
from club.members import Action
from club.payments import Purpose
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.money.given_lately import SlipTold, is_paid_already
from handlers.money.payers import Pays, names_of_payers, pays
from handlers.money.payments_said import line_for_board, receiver_said, receiver_told
from handlers.money.slip_words import receiver_and_what
from handlers.money.taken_out import how_much, may_not_pay, needs_two, who_pays
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere as say_everywhere
from messages import photos as say_photo
from messages.cards import Card
from messages.figures.summary_steps import area as area_said
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import given_lately as say_lately
from messages.money import payments as say
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import help_given as say_help
from storage.changes.money.pay_out_money import PaidOut, PayOutMoney
from storage.queries import Connection
from storage.queries.members.boards import holders
from storage.queries.members.members import name_of
from storage.queries.members.offices import Candidate

RECEIVERS = ("other", "member")


@screen("paying")
def paying(me: Visitor, db: Connection, argument: str) -> Card:
    """What can be paid out, and what was."""
    if not me.may(Action.RECORD_HELP):
        return shown_no(Code.NOT_ALLOWED)
    ways: list[tuple[Press, Moment]] = [(StartPress("give_help"), say_help.help_title())]
    expenses = pays(db, me, Purpose.EXPENSE)
    if expenses is not Pays.NOBODY:
        ways.insert(0, (StartPress("pay_expense"), say.title()))
    if pays(db, me, Purpose.SICK_VISIT) is not Pays.NOBODY:
        ways.append((StartPress("standing_amount"), say_help.standing_title()))
    ways.append((ScreenPress("payments"), say.list_title()))
    ways.append((ScreenPress("menu"), say_everywhere.menu_word()))
    body = say.page(me.my_membership.club_name)
    before = () if expenses is Pays.ANYBODY else (who_pays(db, me, Purpose.EXPENSE),)
    return Card(body, before=before, choices=choices(ways))


@dialogue("pay_expense", title=say.title, about=7)
async def pay_expense(ask: Ask, me: Visitor) -> PayOutMoney | Said:
    if not me.may(Action.BOARD_WORK):
        return said_no(Code.NOT_ALLOWED)
    whom = await read(pays, me, Purpose.EXPENSE)
    if whom is Pays.NOBODY:
        return Said(await read(who_pays, me, Purpose.EXPENSE))
    member = None
    if whom is Pays.IN_PLACE or await _to_a_member(ask):
        payers = [] if whom is Pays.ANYBODY else await read(names_of_payers, me, Purpose.EXPENSE)
        prompt = None if whom is Pays.ANYBODY else say.in_place_of(payers)
        member = await member_named(ask, me, prompt=prompt)
        if member is None:
            return Said(say_offices.no_such_member())
    no = await may_not_pay(me, Purpose.EXPENSE, member)
    return no or await _expense(ask, me, member)


async def _to_a_member(ask: Ask) -> bool:
    kind = await ask.choice("to", say.to_whom(), among=RECEIVERS, shown_as=say.receiver_kind)
    return kind == "member"


async def _expense(ask: Ask, me: Visitor, member: Candidate | None) -> PayOutMoney | Said:
    """What the slip says beside the receiver."""
    receiver, what, amount = await receiver_and_what(outside=member is None)
    area = await _area(ask)
    paid = await how_much(ask, me, amount)
    if isinstance(paid, Said):
        return paid
    day = await _day_paid(ask, me)
    if isinstance(day, Said):
        return day
    receiver_id = member.member_id if member else None
    told = SlipTold(paid.amount, day, what=what, receiver=receiver, receiver_id=receiver_id)
    if await is_paid_already(me, told):
        return Said(say_lately.nothing_twice())
    to = say_everywhere.plain(member.name if member else receiver)
    slip = say.slip(what, paid.amount, to, paid.source, area_said(area.value), day)
    photo, slip = await _receipt(ask, slip)
    if not await _agreed(ask, me, slip, told):
        return Said(say.not_recorded())
    return PayOutMoney(
        purpose=Purpose.EXPENSE,
        fund=paid.fund.id,
        place=paid.place.place.id,
        amount=paid.amount,
        what=what,
        area=area,
        receiver=receiver,
        receiver_id=receiver_id,
        paid_on=day,
        photo=photo,
    )


async def _agreed(ask: Ask, me: Visitor, slip: Moment, told: SlipTold) -> bool:
    two = await read(needs_two, me, Purpose.EXPENSE, told.amount, told.day)
    return await ask.confirm("agreed", say.read_back(slip, two))


async def _area(ask: Ask) -> Area:
    areas = tuple(Area)
    return await ask.choice(
        "area", say.which_area(), among=areas, shown_as=lambda each: area_said(each.value)
    )


async def _day_paid(ask: Ask, me: Visitor) -> date | Said:
    days = (me.today, me.today - ONE_DAY)
    day = await ask.day("day", say.which_day(), ahead=False, offers=days)
    return day if day <= me.today else said_no(Code.DAY_IN_FUTURE)


async def _receipt(ask: Ask, slip: Moment) -> tuple[int | None, Moment]:
    """Its photo, if there is one, and the slip that says so."""
    photo = await ask.photo("photo", say_photo.of_receipt(), optional=True)
    return photo, slip if photo is None else say_photo.has_below(slip)


@after(PaidOut)
def paid_out(fact: PaidOut, me: Visitor, db: Connection) -> Told:
    """The bookkeeper and the cashier hear it at once; so does the member who received it."""
    slip = fact.payment
    seen = say.board_hears(name_of(db, me.person), line_for_board(slip))
    keepers = holders(db, slip.club_id, me.today, "bookkeeper", "cashier")
    told = [(each, closing(seen)) for each in dict.fromkeys(keepers) if each != me.person]
    received = receiver_told(me.my_membership.club_name, slip)
    told = [each for each in told if each[0] not in dict(received)] + received
    return Told(closing(say.done(slip.voucher, slip.amount, receiver_said(slip))), tuple(told))


entrance(
    ScreenPress("paying"),
    label=say.page_title,
    open_to=lambda me: me.may(Action.RECORD_HELP),
    command="chitien",
    words=("chi tiền", "phiếu chi", "chi quỹ", "pay out", "payment slip"),
)
