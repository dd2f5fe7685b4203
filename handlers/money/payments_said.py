"""Payment slips as they are said: to the board with all, to the members without names."""

from club.money import Money
from club.payments import Purpose
from club.photos import About
from handlers.money.books_said import MATTERS, MatterSaid, fund_line, place_line, place_numbered
from handlers.news import news
from messages import everywhere as say_everywhere
from messages import photos as say_photo
from messages.cards import Card
from messages.figures.summary_steps import area as area_said
from messages.moments import Moment
from messages.money import confirm_contribution as say_receipt
from messages.money import payments as say
from messages.presses import StartPress
from messages.volunteers import help_given as say_help
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.money.ledger import funds_of
from storage.queries.money.payments import Payment, payment
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.queries.photos import with_photos


def receiver_said(each: Payment) -> Moment:
    """Who received it, by name."""
    return say_everywhere.plain(each.name or each.receiver)


def what_said(each: Payment) -> Moment:
    """What it was for."""
    if each.purpose is Purpose.EXPENSE:
        return say_everywhere.plain(each.what)
    return say_help.purpose(each.purpose.value)


def line_for_board(each: Payment) -> Moment:
    return say.line(each.voucher, each.paid_on, what_said(each), each.amount, receiver_said(each))


def line_for_members(each: Payment) -> Moment:
    """Nobody's name, unless she agreed; of help only that it was given."""
    if each.purpose is Purpose.HELP:
        who = say_help.for_member(each.name) if each.may_be_named else say_help.a_member()
        return say.line(each.voucher, each.paid_on, who, each.amount)
    return say.line(each.voucher, each.paid_on, what_said(each), each.amount)


def _described(db: Connection, about: Proposal) -> Moment:
    slip = _slip(db, about)
    fund = next(each for each in funds_of(db, about.club_id) if each.id == about.content["fund"])
    place = place_numbered(db, about.club_id, about.content["place"])
    said = say.slip(
        slip.what or what_said(slip),
        Money(about.content["amount"]),
        receiver_said(slip),
        say.source(fund_line(fund), place_line(place)),
        area_said(slip.area.value) if slip.area else "",
        slip.paid_on,
    )
    return say_photo.has_below(said) if with_photos(db, About.RECEIPT, [slip.id]) else said


def _done(db: Connection, fact: Agreed) -> Moment:
    slip = _slip(db, fact.proposal)
    return say.done(slip.voucher, slip.amount, receiver_said(slip))


def _slip(db: Connection, about: Proposal) -> Payment:
    found = payment(db, about.club_id, about.subject)
    if found is None:
        raise LookupError("a proposal about a slip that is not there")
    return found


def receiver_told(club_name: str, slip: Payment) -> list[tuple[int, Card]]:
    """The member who received it hears what was noted; nobody does after a death."""
    if slip.person_id is None or slip.purpose is Purpose.FUNERAL:
        return []
    said = say.receiver_hears(club_name, slip.amount, what_said(slip), slip.voucher)
    wrong = StartPress("dispute", f"entry {slip.transaction_id}")
    return [(slip.person_id, news(said, (wrong, say_receipt.not_right())))]


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    slip = _slip(db, fact.proposal)
    return [*receiver_told(club(db, slip.club_id).name, slip)]


MATTERS[ProposalKind.SPEND] = MatterSaid(_described, _done, _told)
