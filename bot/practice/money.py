"""The practice club's money: what it began with, fees, gifts, what it spent and gave."""

from datetime import date, timedelta

from bot.practice.people import Villager
from bot.practice.village import Village
from club.accounts import Source
from club.calendar import Month
from club.ledger import expense_paid, moved, opening_balance
from club.money import NOTHING, Money
from storage.changes.life.village_life import (
    add_bank_account,
    count_cash,
    give_help,
    receive_outside_gift,
)
from storage.changes.money.book import write_entry
from storage.changes.money.confirm_contribution import ConfirmContribution
from storage.changes.money.declare_contribution import DeclareContribution
from storage.changes.money.receive_fee import receive_fee
from storage.queries import Connection
from storage.queries.money.ledger import cash_in

FEE = Money(5_000)
GRANT = Money(60_000_000)
FIRST_OPERATING_MONEY = Money(1_500_000)
PAY_AT_ONCE_PERCENT = 72
EXEMPT_AGE = 80
DONORS = ("Cửa hàng vật liệu Toàn Phát", "Gia đình ông Nguyễn Văn Thịnh", "Hợp tác xã thôn Đoài")
HELP = ("thăm ốm", "giúp sửa mái nhà", "thăm gia đình có tang")


def open_books(db: Connection, village: Village) -> None:
    """The commune's grant for lending on the bank account, and a little money in the tin."""
    day = village.past.founded_on
    deed = village.board_deed("bookkeeper", day)
    # All naughts: a picture to pay by, taken from here, leads to nobody's account.
    village.bank = add_bank_account(
        db, deed, bank="970405", account="0000000000", holder="CLB LTHTGN THON DOAI"
    )
    grant = opening_balance(
        fund=village.club.income_fund,
        place=village.bank,
        amount=GRANT,
        source=Source.GRANT,
        happened_on=day,
    )
    write_entry(db, deed, grant, cause=f"{deed.cause}-grant")
    first = opening_balance(
        fund=village.club.operating_fund,
        place=village.club.tin,
        amount=FIRST_OPERATING_MONEY,
        source=Source.BUDGET,
        happened_on=day,
    )
    write_entry(db, deed, first, cause=f"{deed.cause}-first")


def take_fees(db: Connection, village: Village, day: date, owing: dict[str, int]) -> None:
    """At the meeting's table most pay what they owe; `owing` counts each one's unpaid months."""
    founded = Month.of(village.past.founded_on)
    for each in village.members:
        if _owes_nothing(village, each, day) or Month.of(day) <= founded:
            continue
        owing[each.name] = owing.get(each.name, 0) + 1
        if village.dice.randrange(100) >= PAY_AT_ONCE_PERCENT or _waits(village, each.name, day):
            continue
        receive_fee(
            db,
            village.board_deed("cashier", day, hour=10),
            member_id=village.member(each.name),
            amount=FEE * owing.pop(each.name),
            place=village.club.tin,
            happened_on=day,
        )


def _owes_nothing(village: Village, each: Villager, day: date) -> bool:
    """Ages are those of today: who is old enough now may not have been so last year."""
    age = each.age - (village.past.today.year - day.year)
    return each.hardship == "poor" or age >= EXEMPT_AGE


def _waits(village: Village, name: str, day: date) -> bool:
    """Those whose phones lie open have the last meeting's fee still to pay."""
    return day == village.past.held[-1] and name in village.phones_of


def give_to_golden_heart(db: Connection, village: Village, day: date, number: int) -> None:
    """Three members give money, rice and working days; the cashier confirms."""
    names = [e.name for e in village.members if e.phone and not (e.role or e.home)]
    giver, cook, worker = village.dice.sample(names, 3)
    money = DeclareContribution(
        member_id=village.member(giver),
        kind="money",
        amount=Money(village.dice.choice((20_000, 50_000, 100_000))),
        paid_how="hands",
        handed_to=village.person(village.holder("cashier")),
    )
    rice = _quantity(village, cook, ("goods", "gạo", "kg"), village.dice.randint(2, 10))
    days = _quantity(
        village, worker, ("days", "dọn nhà văn hóa", "day"), village.dice.randint(1, 2)
    )
    for name, command in ((giver, money), (cook, rice), (worker, days)):
        declared = command.carry_out(db, village.deed(name, day, hour=10)).declaration
        ConfirmContribution(declared.id).carry_out(db, village.board_deed("cashier", day, hour=11))
    if number % 2 == 0:
        donor = DONORS[number // 2 % len(DONORS)]
        deed = village.board_deed("cashier", day, hour=11)
        receive_outside_gift(db, deed, village.operating_tin, donor=donor, amount=Money(500_000))


def _quantity(
    village: Village, name: str, what: tuple[str, str, str], number: int
) -> DeclareContribution:
    kind, item, unit = what
    return DeclareContribution(
        member_id=village.member(name),
        kind=kind,
        item=item,
        unit=unit,
        quantity_thousandths=number * 1_000,
    )


def spend(db: Connection, village: Village, day: date, number: int) -> None:
    """Tea for the meeting; every other month somebody in trouble is helped."""
    cashier = village.board_deed("cashier", day, hour=11)
    tea = expense_paid(
        fund=village.club.operating_fund,
        place=village.club.tin,
        amount=Money(60_000),
        happened_on=day,
    )
    write_entry(db, cashier, tea)
    if number % 2:
        after = min(day + timedelta(days=5), village.past.today)
        needy = village.dice.choice([e.name for e in village.members if e.hardship == "poor"])
        give_help(
            db,
            village.board_deed("cashier", after, hour=15),
            village.operating_tin,
            member_id=village.member(needy),
            amount=Money(200_000),
            what=HELP[number // 2 % len(HELP)],
        )


def fetch_from_bank(db: Connection, village: Village, day: date, amount: Money) -> None:
    """Cash of the income fund is carried from the bank into the tin, to be lent."""
    entry = moved(
        fund=village.club.income_fund,
        from_place=village.bank,
        to_place=village.club.tin,
        amount=amount,
        happened_on=day,
    )
    write_entry(db, village.board_deed("cashier", day), entry)


def bring_to_bank(db: Connection, village: Village, day: date) -> None:
    """What was repaid at the meeting goes to the bank the next day: the tin is for small sums."""
    tin = village.income_tin
    there = cash_in(db, village.club.club_id, tin.place, tin.fund)
    if there == NOTHING:
        return
    entry = moved(
        fund=tin.fund,
        from_place=tin.place,
        to_place=village.bank,
        amount=there,
        happened_on=day + timedelta(days=1),
    )
    write_entry(db, village.board_deed("cashier", day + timedelta(days=1)), entry)


def count_the_tin(db: Connection, village: Village, day: date) -> None:
    """Cashier and bookkeeper count the tin after the meeting."""
    second = village.person(village.holder("bookkeeper"))
    deed = village.board_deed("cashier", day, hour=11)
    count_cash(db, deed, village.club.tin, second_person=second)
