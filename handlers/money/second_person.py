"""The second person's yes or no to what somebody of the board has entered."""

from collections.abc import Sequence

from club.members import Action
from club.money import Money
from club.photos import About
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.menus import closing
from handlers.money.books_said import MATTERS, described, difference_line, entry_line, funds_meant
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages.cards import Card
from messages.meetings import minutes as say_minutes
from messages.moments import Moment
from messages.money import cash_count as say_count
from messages.money import confirm_contribution as say_receipt
from messages.money import corrections as say_correct
from messages.money import second_person as say
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.money.second_person import (
    Agreed,
    AgreeTo,
    Decline,
    Declined,
    Proposed,
    TakenBack,
    TakeProposalBack,
)
from storage.queries import Connection
from storage.queries.meetings.meeting_minutes import minutes_numbered
from storage.queries.members.accounts import new_accounts
from storage.queries.members.members import name_of
from storage.queries.money.entries import EntryLine, entry
from storage.queries.money.proposals import (
    Proposal,
    ProposalKind,
    may_second,
    proposal,
    seconds_of,
    waiting_proposals,
)
from storage.queries.photos import photos_about


@after(Proposed)
def proposed(fact: Proposed, me: Visitor, db: Connection) -> Told:
    """The first of those who may is asked; it stands on the list of the others as well."""
    about = fact.proposal
    seconds = seconds_of(db, about, me.today)
    if not seconds:
        return Told(closing(say.nobody()))
    asked = _first_asked(db, about, seconds)
    if asked is None:
        return Told(closing(say.waits_for_new_account(name_of(db, seconds[0]))))
    notice = news(
        say.please_look(name_of(db, about.proposed_by), described(db, about)),
        (StartPress("second", str(about.id)), say.look()),
        *(MATTERS[about.kind].ways(db, about) if about.kind in MATTERS else ()),
    )
    return Told(closing(say.waits_for(name_of(db, asked))), ((asked, notice),))


def _first_asked(db: Connection, about: Proposal, seconds: Sequence[int]) -> int | None:
    """Whoever has a new account that nobody has confirmed yet could not answer there."""
    cannot = {each.person_id for each in new_accounts(db, about.club_id)}
    return next((each for each in seconds if each not in cannot), None)


@waiting
def proposals_to_answer(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """For everybody who may say the second yes; for the proposer a way to take it back."""
    if not me.may(Action.SECOND):
        return []
    lines: list[tuple[Press, Moment]] = []
    for each in waiting_proposals(db, me.club_id):
        if each.kind is ProposalKind.CLOSE:
            continue
        if each.proposed_by == me.person:
            press = StartPress("take_proposal_back", str(each.id))
            lines.append((press, say.take_back_task(each.kind.value)))
        elif may_second(db, each, me.person, me.chat_id, me.today):
            press = StartPress("second", str(each.id))
            lines.append((press, say.task(each.kind.value, each.name)))
    return lines


@dialogue("second", title=say.title, about=1)
async def second(ask: Ask, me: Visitor) -> AgreeTo | Decline | Said:
    if not me.may(Action.SECOND) or not me.subject.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    about = await read(proposal, me.club_id, int(me.subject))
    if about is None or about.state != "waiting" or about.kind is ProposalKind.CLOSE:
        return Said(say.answered_already())
    if about.proposed_by == me.person:
        return said_no(Code.OWN_AFFAIR)
    what = await read(described, about)
    counting = about.kind in {ProposalKind.COUNT, ProposalKind.MEETING_TABLE}
    question = say.have_you_counted if counting else say.do_you_agree
    seen = await read(_photos_of, about)
    if await ask.confirm("agreed", question(about.name, what), photos=seen):
        return AgreeTo(about.id)
    return Decline(about.id, await ask.text("why", say.why_not(about.name), longest=300))


def _photos_of(db: Connection, about: Proposal) -> list[int]:
    """What belongs to the matter and is seen before the yes: the receipt of a payment slip."""
    is_payment = about.kind is ProposalKind.SPEND
    return photos_about(db, About.RECEIPT, about.subject) if is_payment else []


@after(Agreed)
def agreed(fact: Agreed, me: Visitor, db: Connection) -> Told:
    """Both hear it, and the member whom it concerns."""
    about, done = fact.proposal, _done(fact, db)
    told: list[tuple[int, Card]] = [
        (about.proposed_by, closing(say.agreed_to_yours(name_of(db, me.person), done)))
    ]
    if about.kind is ProposalKind.REVERSE:
        told += _member_told(fact, db)
    if about.kind in MATTERS:
        also = MATTERS[about.kind].told(db, fact)
        own = about.kind is ProposalKind.MEETING_TABLE  # the second person has paid there as well
        told += [(each, _as_news(said)) for each, said in also if own or each != me.person]
    return Told(closing(done), tuple(told))


def _as_news(said: Moment | Card) -> Card:
    return said if isinstance(said, Card) else news(said)


def _done(fact: Agreed, db: Connection) -> Moment:
    about = fact.proposal
    voucher = fact.written[0].voucher if fact.written else ""
    match about.kind:
        case ProposalKind.COUNT:
            return say_count.kept(Money(about.content["counted"]), Money(about.content["expected"]))
        case ProposalKind.SETTLE:
            return say_count.settled(difference_line(_entry(db, about)), voucher)
        case ProposalKind.REVERSE:
            return say_correct.done(entry_line(_entry(db, about)), voucher)
        case ProposalKind.TRANSFER:
            amount = Money(about.content["amount"])
            return say_correct.transferred(amount, *funds_meant(db, about))
        case ProposalKind.ADD_FUND:
            return say_correct.fund_added(about.content["name"])
    return MATTERS[about.kind].done(db, fact)


def _member_told(fact: Agreed, db: Connection) -> list[tuple[int, Card]]:
    about = fact.proposal
    wrong = _entry(db, about)
    if wrong.person_id is None:
        return []
    text = say_correct.member_is_told(
        entry_line(wrong),
        say_correct.moved(about.content["cash_moved"]),
        by=name_of(db, about.proposed_by),
        why=about.reason,
    )
    not_right = StartPress("dispute", f"entry {fact.written[0].transaction_id}")
    return [(wrong.person_id, news(text, (not_right, say_receipt.not_right())))]


def _entry(db: Connection, about: Proposal) -> EntryLine:
    found = entry(db, about.club_id, about.subject)
    if found is None:
        raise LookupError("an entry that was just written about")
    return found


@after(Declined)
def declined(fact: Declined, me: Visitor, db: Connection) -> Told:
    about = fact.proposal
    if about.kind is ProposalKind.MINUTES:
        return _not_signed(fact, me, db)
    told = closing(say.was_declined(name_of(db, me.person), described(db, about), fact.why))
    return Told(closing(say.declined(about.name)), ((about.proposed_by, told),))


def _not_signed(fact: Declined, me: Visitor, db: Connection) -> Told:
    """Unlike a sum, minutes are written already: they stay, and can be changed."""
    about = fact.proposal
    there = minutes_numbered(db, about.club_id, about.subject)
    if there is None:
        raise LookupError("minutes that were just looked at")
    told = news(
        say.was_not_signed(name_of(db, me.person), there.meeting.day, fact.why),
        (ScreenPress("minutes", str(there.meeting.id)), say_minutes.back()),
    )
    return Told(closing(say.not_signed(about.name)), ((about.proposed_by, told),))


@dialogue("take_proposal_back", title=say.take_back_title, about=1)
async def take_proposal_back(ask: Ask, me: Visitor) -> TakeProposalBack | Said:
    if me.membership is None or not me.subject.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    about = await read(proposal, me.club_id, int(me.subject))
    if about is None or about.proposed_by != me.person:
        return said_no(Code.NOT_FOUND)
    if about.state != "waiting":
        return Said(say.answered_already())
    if not await ask.yes_or_no("away", say.really_take_back(await read(described, about))):
        return Said(say.stays())
    return TakeProposalBack(about.id)


@after(TakenBack)
def proposal_taken_back(fact: TakenBack, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.taken_back()))
