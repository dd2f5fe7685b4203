"""Counting the cash of a place, and settling a difference that a count has brought to light."""

from club.inquiries import NOTES, SETTLEMENTS, Settlement, sum_of_notes
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.money.books_said import difference_line, place_line
from handlers.money.counted_questions import (
    CountedQuestion,
    NotesQuestion,
    WayQuestion,
    WhyQuestion,
    notes_name,
)
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages.moments import Moment
from messages.money import cash_count as say
from messages.presses import Press, StartPress
from storage.changes.money.count_cash import CountCash, SettleDifference
from storage.queries import Connection
from storage.queries.money.entries import Inquiry, open_inquiries
from storage.queries.money.ledger import Place, cash_in, places_of

MOST_NOTES = 10_000
LONGEST_REASON = 300
BANK = "bank"
LARGEST = Money(10_000_000_000)


@dialogue("count_cash", title=say.title, about=4)
async def count_cash(ask: Ask, me: Visitor) -> CountCash | Said:
    """What the books say is told after the counting, not before."""
    if not me.may(Action.COUNT_CASH):
        return said_no(Code.NOT_ALLOWED)
    place = await _place(ask, me)
    notes: dict[int, int] = {}
    if place.kind != BANK and await _note_by_note(ask):
        for value in NOTES:
            prompt = say.how_many_notes(value)
            name = notes_name(value)
            notes[value] = await NotesQuestion(name, prompt, 0, MOST_NOTES, (), value=value)
        counted = sum_of_notes(notes)
    else:
        how_much = say.how_much_in_account if place.kind == BANK else say.how_much
        prompt = how_much(place_line(place))
        counted = await CountedQuestion("counted", prompt, NOTHING, LARGEST, (), None)
    expected = await read(cash_in, me.club_id, place.id)
    why = ""
    if counted != expected:
        why = await WhyQuestion("why", say.why(counted, expected), LONGEST_REASON, False)
    read_back = say.read_back(place_line(place), counted, expected, why=why)
    if not await ask.confirm("agreed", read_back):
        return Said(say.nothing_recorded())
    return CountCash(place.id, expected, counted, notes, why)


async def _note_by_note(ask: Ask) -> bool:
    return await WayQuestion("way", say.how(), ("sum", "notes"), say.way, str) == "notes"


async def _place(ask: Ask, me: Visitor) -> Place:
    places = await read(places_of, me.club_id)
    for each in places:
        if str(each.id) == me.subject or len(places) == 1:
            return each
    return await ask.choice(
        "place",
        say.which_place(),
        among=places,
        shown_as=place_line,
        key=lambda each: each.id,
    )


@waiting
def differences_to_settle(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """For those who keep the books, as long as it is under inquiry."""
    if not me.may(Action.CORRECT_BOOKS):
        return []
    return [
        (
            StartPress("settle_difference", str(each.entry.id)),
            say.settle_task(difference_line(each.entry)),
        )
        for each in open_inquiries(db, me.club_id)
    ]


@dialogue("settle_difference", title=say.settle_title, about=4)
async def settle_difference(ask: Ask, me: Visitor) -> SettleDifference | Said:
    if not me.may(Action.CORRECT_BOOKS):
        return said_no(Code.NOT_ALLOWED)
    about = await _inquiry(ask, me)
    if about is None:
        return Said(say.nothing_open())
    what = difference_line(about.entry)
    how = await ask.choice(
        "how",
        say.settle_how(what),
        among=SETTLEMENTS[about.entry.kind],
        shown_as=lambda each: say.settlement(each.value),
    )
    place = about.place
    if how in {Settlement.FOUND, Settlement.RETURNED}:
        chosen = await ask.choice(
            "place",
            say.settle_where(),
            among=await read(places_of, me.club_id),
            shown_as=place_line,
            key=lambda each: each.id,
        )
        place = chosen.id
    decision = await ask.text("decision", say.decision(), longest=300)
    described = say.settle_described(what, say.settlement(how.value), decision)
    if not await ask.confirm("agreed", say.settle_read_back(described)):
        return Said(say.nothing_recorded())
    return SettleDifference(about.entry.id, how, place, decision)


async def _inquiry(ask: Ask, me: Visitor) -> Inquiry | None:
    found = await read(open_inquiries, me.club_id)
    about = [each for each in found if str(each.entry.id) == me.subject]
    if me.subject or not found:
        return about[0] if about else None
    return await ask.choice(
        "which",
        say.settle_title(),
        among=found,
        shown_as=lambda each: difference_line(each.entry),
        key=lambda each: each.entry.id,
    )
