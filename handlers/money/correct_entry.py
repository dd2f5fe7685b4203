"""Correcting a wrong entry by its opposite; moving money between funds; adding a fund."""

import re
from collections.abc import Sequence

from club.members import Action
from club.money import NOTHING
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.members.members_named import member_named
from handlers.money.books_said import entry_line, fund_line, place_line
from handlers.talk.refusing import said_no
from messages.members import offices as say_offices
from messages.money import cash_count as say_count
from messages.money import corrections as say
from messages.understand.plain import bare
from storage.changes.money.reverse_entry import ReverseEntry, check_can_reverse
from storage.changes.money.transfer_between_funds import AddFund, TransferBetweenFunds
from storage.queries.loans.lending import PlaceWithCash, places_with_cash
from storage.queries.money.entries import (
    EntryLine,
    entries_about,
    entries_numbered,
    entry,
    entry_in_books,
    newest_entries,
)
from storage.queries.money.ledger import Fund, cash_by_fund, funds_of

MOST_ENTRIES = 12
WAYS = ("newest", "slip", "person")
_SERIES = {"pt": ("PT",), "phieu thu": ("PT",), "pc": ("PC",), "phieu chi": ("PC",)}
_SLIP = re.compile(
    r"(?:(?P<series>pt|pc|phieu thu|phieu chi)|phieu|so phieu)?"
    r"[ .:]*(?:so)?[ .:]*(?P<number>\d{1,9})(?: ?/ ?(?P<year>\d{4}))?"
)


@dialogue("correct_entry", title=say.title, about=5)
async def correct_entry(ask: Ask, me: Visitor) -> ReverseEntry | Said:
    if not me.may(Action.CORRECT_BOOKS):
        return said_no(Code.NOT_ALLOWED)
    wrong = await _which(ask, me)
    if isinstance(wrong, Said):
        return wrong
    await read(check_can_reverse, wrong)
    line = entry_line(wrong)
    moved = await ask.choice(
        "moved",
        say.what_of_the_money(line),
        among=(False, True),
        shown_as=say.moved,
        key=lambda each: "moved" if each else "books",
    )
    why = await ask.text("why", say.why(), longest=300)
    described = say.described(line, say.moved(moved), why)
    if not await ask.confirm("agreed", say.read_back(described)):
        return Said(say.nothing_changed())
    return ReverseEntry(wrong.id, moved, why)


async def _which(ask: Ask, me: Visitor) -> EntryLine | Said:
    """The entry the dialogue is about, or one that is looked for."""
    if me.subject.isdecimal():
        about = await read(entry, me.club_id, int(me.subject))
        return about or said_no(Code.NOT_FOUND)
    way = await ask.choice("way", say.how_to_find(), among=WAYS, shown_as=say.way)
    if way == "slip":
        return await _by_slip(ask, me)
    if way == "person":
        member = await member_named(ask, me)
        if member is None:
            return Said(say_offices.no_such_member())
        found = await read(entries_about, me.club_id, member.member_id, MOST_ENTRIES)
    else:
        found = await read(newest_entries, me.club_id, MOST_ENTRIES)
    return await _one_of(ask, found) if found else Said(say.nothing_found())


async def _one_of(ask: Ask, found: Sequence[EntryLine]) -> EntryLine:
    """One of these; they stand in the order of the days that they show."""
    newest = sorted(found, key=lambda each: (each.happened_on, each.sequence), reverse=True)
    return await ask.choice(
        "entry", say.which_entry(), among=newest, shown_as=entry_line, key=lambda each: each.id
    )


async def _by_slip(ask: Ask, me: Visitor) -> EntryLine | Said:
    typed = await ask.text("slip", say.which_slip(), longest=30, number_fits=True)
    read_as = _SLIP.fullmatch(bare(typed))
    found = [] if read_as is None else await _numbered(me, read_as)
    if not found:
        return Said(say.no_such_slip(typed))
    return found[0] if len(found) == 1 else await _one_of(ask, found)


async def _numbered(me: Visitor, read_as: re.Match[str]) -> list[EntryLine]:
    """Of a number alone both slips, or else the entry that has it in the books, or last year's."""
    number, year = int(read_as["number"]), int(read_as["year"] or me.today.year)
    series = _SERIES.get(read_as["series"], ("PT", "PC"))
    found = await _slips(me, series, number, year)
    if found or read_as["year"]:
        return found
    in_books = None if read_as["series"] else await read(entry_in_books, me.club_id, number)
    return [in_books] if in_books else await _slips(me, series, number, year - 1)


async def _slips(me: Visitor, series: Sequence[str], number: int, year: int) -> list[EntryLine]:
    slips = tuple(f"{each} {number}/{year}" for each in series)
    return await read(entries_numbered, me.club_id, slips)


@dialogue("transfer_between_funds", title=say.transfer_title, about=6)
async def transfer_between_funds(ask: Ask, me: Visitor) -> TransferBetweenFunds | Said:
    if not me.may(Action.MOVE_BETWEEN_FUNDS):
        return said_no(Code.NOT_ALLOWED)
    funds = await read(funds_of, me.club_id)
    cash = await read(cash_by_fund, me.club_id)
    giving = [each for each in funds if cash.get(each.id, NOTHING) > NOTHING]
    if not giving:
        return Said(say.no_cash())
    giver = await ask.choice(
        "from",
        say.from_which_fund(),
        among=giving,
        shown_as=lambda each: say.fund_with_cash(fund_line(each), cash[each.id]),
        key=lambda each: each.id,
    )
    getting = [each for each in funds if each.id != giver.id]
    getter = getting[0]
    if len(getting) > 1:
        getter = await ask.choice(
            "to", say.to_which_fund(), among=getting, shown_as=fund_line, key=lambda each: each.id
        )
    place = await _place_of(ask, me, giver)
    amount = await ask.money("amount", say.how_much(), up_to=place.cash, whole=place.cash)
    why = await ask.text("why", say.transfer_why(), longest=300)
    described = say.transfer_described(
        fund_line(giver), fund_line(getter), amount, place_line(place.place), why
    )
    if not await ask.confirm("agreed", say_count.settle_read_back(described)):
        return Said(say.nothing_changed())
    return TransferBetweenFunds(giver.id, getter.id, place.place.id, amount, why)


async def _place_of(ask: Ask, me: Visitor, giver: Fund) -> PlaceWithCash:
    """Where money of this fund lies."""
    places = await read(places_with_cash, me.club_id, giver.id)
    there = [each for each in places if each.cash > NOTHING]
    if len(there) == 1:
        return there[0]
    return await ask.choice(
        "place",
        say.where_it_lies(),
        among=there,
        shown_as=lambda each: say.fund_with_cash(place_line(each.place), each.cash),
        key=lambda each: each.place.id,
    )


@dialogue("add_fund", title=say.add_fund_title, about=2)
async def add_fund(ask: Ask, me: Visitor) -> AddFund | Said:
    if not me.may(Action.ADD_FUND):
        return said_no(Code.NOT_ALLOWED)
    name = await ask.text("name", say.what_fund_name(), longest=60)
    read_back = say_count.settle_read_back(say.add_fund_described(name))
    if not await ask.confirm("agreed", read_back):
        return Said(say.nothing_changed())
    return AddFund(name)
