"""Counting and closing the meeting table; the receipts after it (Club rules, B.3, A.9)."""

from club.calendar import Month
from club.declarations import keeper_of_cash
from club.members import Action
from club.money import Money, total
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.money.books_said import MATTERS, MatterSaid, place_line, place_numbered
from handlers.money.table_sums import DiffersQuestion, cash_counted
from handlers.money.tables_said import entry_line, table_of
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.moments import Moment
from messages.money import confirm_contribution as say_receipt
from messages.money import meeting_table as say_table
from messages.money import table_closing as say
from messages.money.corrections import booked_in
from messages.presses import Press, StartPress
from storage.changes.money.close_table import CloseTable
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.households import offices_held
from storage.queries.members.members import name_of
from storage.queries.money.meeting_table import TableNow, meeting_table
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.queries.money.table_bookings import Booked, BookedLine, booked_lines

LAST_LINES = 5
MOST_COUNTS = 6
MOST_NAMES = 12


@dialogue("close_table", title=say_table.close_title, about=3)
async def close_table(ask: Ask, me: Visitor) -> CloseTable | Said | Card:
    """What is expected is told after the counting, not before."""
    if not me.may(Action.KEEP_TABLE):
        return said_no(Code.NOT_ALLOWED)
    now = await read(table_of, me.club_id)
    if now is None:
        return Said(say_table.none_open())
    hindered = await read(_hindered, me, now.table.id)
    if hindered is not None:
        return hindered
    place = await read(place_numbered, me.club_id, now.table.place_id)
    counted = await cash_counted("counted", say.count_after(place_line(place)))
    counted, why = await _why_it_differs(ask, me, now, counted)
    if why is None:
        return Said(say.later())
    photo = await ask.photo("sheet", say.photo_of_sheet(), optional=True)
    read_back = say.close_read_back(
        people=len(now.reckoned.lines),
        taken=now.cash.taken,
        counted=counted,
        difference=now.cash.difference(counted),
        photo=photo is not None,
    )
    if not await ask.confirm("agreed", read_back):
        return Said(say.later())
    return CloseTable(now.table.id, counted, now.seal, why, photo)


async def _why_it_differs(
    ask: Ask, me: Visitor, now: TableNow, counted: Money
) -> tuple[Money, str | None]:
    """What is counted in the end, and the reason with which a difference goes under inquiry.

    A sum that is typed to a difference is the money counted once more. The reason is None where
    it is looked for first, "" where nothing differs any more.
    """
    for time in range(1, MOST_COUNTS + 1):
        if not now.cash.difference(counted):
            return counted, ""
        way = await DiffersQuestion(
            "differs" if time == 1 else f"differs_{time}",
            await read(_differs, me, counted),
            ("again", "inquiry"),
            lambda each: say.what_now(str(each)),
            str,
        )
        if way == "inquiry":
            return counted, await ask.text("why", say.why_differs(), longest=300)
        if not isinstance(way, Money):
            break
        counted = way
    return counted, None


def _hindered(db: Connection, me: Visitor, table_id: int) -> Said | Card | None:
    """Why it cannot be closed now, before anybody counts."""
    now = table_of(db, me.club_id)
    assert now is not None
    keeper = keeper_of_cash(offices_held(db, me.club_id, me.today))
    if keeper is not None and keeper != me.person:
        return Said(say.not_the_keeper(name_of(db, keeper)))
    if now.reckoned.questions:
        answer: tuple[Press, Moment] = (StartPress("table_question"), say_table.question_title())
        said = say.questions_first(len(now.reckoned.questions))
        return Card(said, choices=choices([answer]))
    return None if now.reckoned.lines else Said(say.empty())


def _differs(db: Connection, me: Visitor, counted: Money) -> Moment:
    """Where to look: the last lines, and of whom nothing is entered."""
    now = table_of(db, me.club_id)
    assert now is not None
    return say.differs(
        counted,
        now.cash.expected,
        last=_last_lines(db, me, now),
        without=[each.name for each in now.people if each.member_id not in now.reckoned.lines][
            :MOST_NAMES
        ],
    )


def _last_lines(db: Connection, me: Visitor, now: TableNow) -> list[Moment]:
    names = {each.member_id: each.name for each in now.people}
    made = [entry for line in now.reckoned.lines.values() for entry in line.entries]
    newest = sorted(made, key=lambda each: (each.made_at, each.name), reverse=True)[:LAST_LINES]
    zone = me.my_membership.timezone
    return [
        say.last_line(names.get(each.now.member, ""), entry_line(db, zone, each)) for each in newest
    ]


# The second person


def _described(db: Connection, about: Proposal) -> Moment:
    table = meeting_table(db, about.club_id, about.subject)
    assert table is not None
    return say.described(
        table.held_on,
        people=about.content["people"],
        taken=Money(about.content["taken"]),
        counted=Money(about.content["counted"]),
        expected=Money(about.content["expected"]),
        why=about.reason,
    )


def _done(db: Connection, fact: Agreed) -> Moment:
    about = fact.proposal
    table = meeting_table(db, about.club_id, about.subject)
    assert table is not None
    lines = booked_lines(db, table.id)
    entries = [each for line in lines for each in line.entries]
    slips = [each.voucher for each in entries if each.voucher]
    shown = slips[0] if len(slips) == 1 else f"{slips[0]} – {slips[-1]}"
    month = Month.of(table.held_on)
    late = [each.booked_month for each in entries if each.booked_month > month]
    return say.done(
        table.held_on,
        total(each.amount for each in lines),
        slips=shown,
        late=booked_in(month, late[0]) if late else None,
    )


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    """Everybody who paid gets the receipt, with a way to say that it is not right."""
    about = fact.proposal
    name = club(db, about.club_id).name
    by = name_of(db, about.proposed_by)
    return [(line.person_id, _receipt(name, line, by)) for line in booked_lines(db, about.subject)]


def _receipt(name: str, line: BookedLine, by: str) -> Card:
    repaid = any(each.what == "repayment" for each in line.entries)
    body = say.receipt(
        name,
        line.happened_on,
        [_entry_said(each) for each in line.entries],
        amount=line.amount,
        left=line.left if repaid else None,
        by=by,
    )
    late = [each for each in line.entries if each.booked_month > Month.of(line.happened_on)]
    before = tuple(booked_in(Month.of(line.happened_on), each.booked_month) for each in late[:1])
    ways: list[tuple[Press, Moment]] = [
        (StartPress("dispute_entry", str(each.transaction_id)), _not_right(line, each))
        for each in line.entries
    ]
    return Card(body, before=before, choices=choices(ways), numbered=False)


def _not_right(line: BookedLine, entry: Booked) -> Moment:
    alone = len(line.entries) == 1
    return say_receipt.not_right() if alone else say.not_right(entry.what)


def _entry_said(entry: Booked) -> Moment:
    match entry.what:
        case "fee":
            return say.receipt_fee(list(entry.months), entry.amount, entry.voucher)
        case "repayment":
            return say.receipt_loan(entry.interest, entry.principal, entry.voucher)
    return say.receipt_gift(entry.amount, entry.voucher)


MATTERS[ProposalKind.MEETING_TABLE] = MatterSaid(_described, _done, _told)
