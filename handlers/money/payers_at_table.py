"""Who pays is told in one message while the meeting table is open: "bà Lan 50, ông Mạnh 30".

It is entered at the table, whose day is the meeting's: nobody is asked for it.
"""

from club.meeting_table import Sums
from club.members import Action
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.money.several_payers import LONGEST_SUBJECT, payer, payers_in, payers_told, subject_of
from messages.cards import Card
from messages.money import several_payers as say
from messages.presses import StartPress
from messages.understand.banknotes import only_counted
from messages.understand.plain import bare
from messages.understand.tellings import Telling, telling_of
from messages.understand.told import DAY_SAID, sentence_of
from storage.queries import Connection
from storage.queries.members.member_record import known_members
from storage.queries.money.meeting_table import AtTable, TableNow, open_table

_AGAIN = ("dem lai", "counted again")
_BY_BANK = frozenset({"ck", "khoan", "transfer", "bank", "tk"})


def told_at_table(text: str, me: Visitor, db: Connection) -> str | None:
    """The subject of what is to be entered at the open table; None where it is none of that."""
    if not me.may(Action.KEEP_TABLE) or telling_of(text) not in {None, Telling.FEE}:
        return None
    if _is_of_elsewhere(text) or open_table(db, me.club_id) is None:
        return None
    payers = payers_told(text, me, db)
    subject = subject_of(payers)
    return subject if payers and len(subject.encode()) <= LONGEST_SUBJECT else None


def counted_again(text: str, me: Visitor, db: Connection) -> bool:
    """Whether the cash of the open table was counted once more: "đếm lại được 1 triệu 2"."""
    if not me.may(Action.KEEP_TABLE) or not bare(text).startswith(_AGAIN):
        return False
    return only_counted(text) != text and open_table(db, me.club_id) is not None


def _is_of_elsewhere(text: str) -> bool:
    """Whether the money came on another day, or into the bank."""
    said = {bare(each) for each in sentence_of(text)}
    return bool(said & _BY_BANK) or bool(said & DAY_SAID - {"hom", "nay", "dau", "today", "ngay"})


async def person_told(ask: Ask, me: Visitor, now: TableNow) -> AtTable | None:
    """The first of the list that the dialogue is about."""
    found = await payer(ask, me)
    return None if found is None else now.person(found.member_id)


def sums_told(subject: str, person: AtTable) -> Sums | None:
    """What the list says that she gives; None where it has to be asked what it is for."""
    told = payers_in(subject)
    return Sums(fee=told[0].amount) if told and not person.due.sums.repaid else None


def told_instead_of_a_name(db: Connection, typed: str, me: Visitor) -> Card | None:
    """Sums were typed where a name was asked for: the way to enter them."""
    payers = payers_told(typed, me, db)
    subject = subject_of(payers)
    if not payers or len(subject.encode()) > LONGEST_SUBJECT:
        return None
    names = {str(each.member_id): each.name for each in known_members(db, me.club_id)}
    label = say.go_on(names.get(payers[0].who, payers[0].who), payers[0].amount, len(payers) - 1)
    return Card(
        say.one_by_one(len(payers)), choices=choices([(StartPress("table_entry", subject), label)])
    )
