"""Cash handed to a borrower without a phone: the slip, the mark on it, and the witness."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.loans.vote_on_loan import subject_number
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import photos as say_photo
from messages.loans import loan_cash as say_cash
from messages.loans import loan_witness as say
from messages.loans.loan_lines import of_whom
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.presses import Press, StartPress
from storage.changes.helping.witness_cash import MARKS, CashWitnessed, WitnessCash
from storage.queries import Connection
from storage.queries.helping.witnesses import has_phone, possible_witnesses
from storage.queries.loans.loans import Loan, LoanState
from storage.queries.members.boards import holders
from storage.queries.members.members import name_of
from storage.queries.money.cash_keepers import loans_in_care


@dialogue("witness_cash", title=say.title, about=5)
async def witness_cash(ask: Ask, me: Visitor) -> WitnessCash | Said:
    if not me.may(Action.PAY_OUT_LOAN):
        return said_no(Code.NOT_ALLOWED)
    paid = await _which(ask, me)
    if paid is None:
        return Said(say.nothing())
    witnesses = await read(possible_witnesses, me.club_id, paid.borrower, me.today)
    if not witnesses:
        return Said(say.nobody())
    prompt = say.slip(paid.name, paid.terms.principal)
    slip = await ask.text("slip", prompt, longest=30, number_fits=True)
    mark = await ask.choice("mark", say.which_mark(), among=MARKS, shown_as=say.mark)
    witness = await ask.choice(
        "witness",
        say.who(),
        among=witnesses,
        shown_as=lambda each: say_offices.person(each.name, each.birth_year, each.hamlet),
        key=lambda each: each.person_id,
    )
    photo = await ask.photo("photo", say_photo.of_marked_slip())
    read_back = say.read_back(
        name=paid.name,
        amount=paid.terms.principal,
        slip=slip,
        mark=say.mark(mark),
        witness=witness.name,
    )
    if not await ask.confirm("agreed", read_back):
        return Said(say_cash.not_recorded())
    return WitnessCash(paid.id, slip, mark, witness.person_id, photo)


async def _which(ask: Ask, me: Visitor) -> Loan | None:
    """The loan the dialogue is about, or one of those that this person handed out."""
    open_now = await read(_to_witness, me)
    about = [each for each in open_now if each.id == subject_number(me)]
    if me.subject or not open_now:
        return about[0] if about else None
    return await ask.choice(
        "loan",
        say.which(),
        among=open_now,
        shown_as=lambda each: of_whom(each.name, each.terms.principal),
        key=lambda each: each.id,
    )


def _to_witness(db: Connection, me: Visitor) -> list[Loan]:
    """Loans in this visitor's care, paid out to somebody without a phone and not witnessed."""
    if me.person_id is None or not me.may(Action.PAY_OUT_LOAN):
        return []
    care = loans_in_care(db, me.club_id, LoanState.RUNNING, keeper=me.person, today=me.today)
    return [
        each for each in care if not each.is_cash_confirmed and not has_phone(db, each.borrower)
    ]


@waiting
def slips_to_note(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Money handed to somebody without a phone whose slip is not noted yet."""
    return [(StartPress("witness_cash", str(each.id)), say.title()) for each in _to_witness(db, me)]


@after(CashWitnessed)
def witnessed(fact: CashWitnessed, me: Visitor, db: Connection) -> Told:
    """The witness hears that he is named; the bookkeeper too."""
    paid, amount = fact.loan, fact.loan.terms.principal
    witness = name_of(db, fact.witness)
    told = {
        each: news(say.bookkeeper(paid.name, amount, witness))
        for each in holders(db, paid.club, me.today, "bookkeeper")
    }
    told[fact.witness] = news(say.you_are_named(paid.name, amount))
    told.pop(me.person, None)
    return Told(closing(say.kept(paid.name, witness)), tuple(told.items()))
