"""Places, funds, entries and proposals as they are said, the same in question, notice and list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from club.inquiries import Settlement
from club.money import Money
from club.state_of_books import StateOfBooks
from messages.cards import Card
from messages.formats import short_day
from messages.moments import Moment
from messages.money import cash_count as say_count
from messages.money import closing as say_closing
from messages.money import corrections as say_correct
from messages.money import entry_kinds as say_entry
from messages.money import state_of_books as say_state
from messages.own import account as say_account
from messages.presses import Press
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.money.entries import EntryLine, entry
from storage.queries.money.ledger import Fund, Place, funds_of, places_of
from storage.queries.money.proposals import Proposal, ProposalKind


def place_line(each: Place) -> Moment:
    return say_entry.place_called(each.kind, each.name, each.keeper)


def fund_line(each: Fund) -> Moment:
    return say_account.fund(each.kind, each.name)


def entry_line(each: EntryLine) -> Moment:
    """'PT 12/2026, 02/11/2026: fees, bác Hoa – 30.000 đồng'."""
    return say_entry.line(each.called, each.happened_on, each.kind.value, each.amount, each.name)


def difference_line(each: EntryLine) -> Moment:
    """'50.000 đồng missing on 02/11/2026'."""
    return say_count.difference_line(each.kind.value, each.amount, short_day(each.happened_on))


@dataclass(frozen=True, slots=True)
class MatterSaid:
    """How a kind of proposal is said: before, and once two have agreed (`done`).

    `told`: whom else the agreement is told, and what. `ways`: where all of it can be read before.
    """

    described: Callable[[Connection, Proposal], Moment]
    done: Callable[[Connection, Agreed], Moment]
    told: Callable[[Connection, Agreed], Sequence[tuple[int, Moment | Card]]] = lambda db, fact: ()
    ways: Callable[[Connection, Proposal], Sequence[tuple[Press, Moment]]] = lambda db, about: ()


MATTERS: dict[ProposalKind, MatterSaid] = {
    ProposalKind.CLOSE: MatterSaid(
        lambda db, about: say_closing.title(), lambda db, fact: say_closing.title()
    )
}
"""Kinds whose words stand beside what proposes them."""


def described(db: Connection, about: Proposal) -> Moment:
    """What somebody proposed, as the second person reads it."""
    match about.kind:
        case ProposalKind.COUNT:
            return say_count.described(
                place_line(place_numbered(db, about.club_id, about.subject)),
                Money(about.content["counted"]),
                Money(about.content["expected"]),
                why=about.reason,
            )
        case ProposalKind.SETTLE:
            how = say_count.settlement(Settlement(about.content["how"]).value)
            what = difference_line(_entry(db, about))
            return say_count.settle_described(what, how, about.reason)
        case ProposalKind.REVERSE:
            moved = say_correct.moved(about.content["cash_moved"])
            return say_correct.described(entry_line(_entry(db, about)), moved, about.reason)
        case ProposalKind.TRANSFER:
            return _transfer(db, about)
        case ProposalKind.ADD_FUND:
            return say_correct.add_fund_described(about.content["name"])
    return MATTERS[about.kind].described(db, about)


def _transfer(db: Connection, about: Proposal) -> Moment:
    given, got = funds_meant(db, about)
    return say_correct.transfer_described(
        given,
        got,
        Money(about.content["amount"]),
        place_line(place_numbered(db, about.club_id, about.content["place"])),
        about.reason,
    )


def funds_meant(db: Connection, about: Proposal) -> tuple[Moment, Moment]:
    """The fund that gives and the fund that gets, of a transfer."""
    names = {each.id: fund_line(each) for each in funds_of(db, about.club_id)}
    return names[about.content["from"]], names[about.content["to"]]


def place_numbered(db: Connection, club_id: int, number: int) -> Place:
    """A place of the club."""
    return next(each for each in places_of(db, club_id) if each.id == number)


def _entry(db: Connection, about: Proposal) -> EntryLine:
    found = entry(db, about.club_id, about.subject)
    if found is None:
        raise LookupError("a proposal about an entry that is not there")
    return found


def state_said(state: StateOfBooks) -> Moment:
    """The state of the books as one page of text."""
    funds = [
        say_account.fund_line(
            say_account.fund(each.kind, each.name),
            each.position.total,
            cash=each.position.cash,
            lent=each.position.principal,
        )
        for each in state.funds
    ]
    places = [
        (say_state.state_place_above if each.is_above_limit else say_state.state_place)(
            say_entry.place_called(each.kind, each.name, each.keeper), each.amount
        )
        for each in state.places
    ]
    return say_state.state_page(
        state.club_name, state.day, funds=funds, places=places, rest=rest_of_state(state)
    )


def rest_of_state(state: StateOfBooks) -> list[Moment]:
    """Loans, and whatever else there is to say."""
    rest = [say_state.state_loans(state.loans_running, state.lent)]
    if state.cash_limit:
        rest.insert(0, say_state.state_cash_limit(state.cash_limit))
    if state.owed_to_lenders or state.members_shares:
        rest.append(say_state.state_owed(state.owed_to_lenders, state.members_shares))
    if state.missing or state.extra:
        rest.append(say_state.state_inquiry(state.missing, state.extra))
    if state.waiting or state.proposals or state.disputes:
        rest.append(say_state.state_waiting(state.waiting, state.proposals, state.disputes))
    if state.last_slips:
        rest.append(say_state.state_slips(list(state.last_slips)))
    if state.closed is not None:
        rest.append(say_state.state_closed(state.closed, state.closing_code))
    return rest
