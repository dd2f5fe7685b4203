"""Those whose fee is owed are reminded by chair or cashier: who, with which words, and who has to
be rung instead, is read back before (Club rules, B.2).
"""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from club.calendar import Month
from club.members import Action
from club.refusals import Code
from club.reminders import Kind, may_go_out
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.figures import remind_fees as say
from messages.moments import Moment
from messages.presses import StartPress
from messages.reminders_of_money import fee_not_paid, fee_not_paid_card
from messages.to_all import as_all_read
from storage.changes.figures.remind_of_fees import FeesReminded, RemindOfFees
from storage.queries import Connection
from storage.queries.figures.fees_to_remind import (
    FeesToRemind,
    Owing,
    fees_to_remind,
    reminded_last,
)
from storage.queries.reminding.quiet_times import quiet_of

MOST_NAMED = 15


def may_remind(me: Visitor) -> bool:
    """Chair and cashier, who read of debts (Club rules, H.5)."""
    return me.may(Action.HEAR_OF_DEBTS)


@dialogue("remind_fees", title=say.title, about=1)
async def remind_fees(ask: Ask, me: Visitor) -> RemindOfFees | Said:
    if not may_remind(me):
        return said_no(Code.NOT_ALLOWED)
    month = _month(me)
    people = await read(fees_to_remind, me.club_id, month, today=me.today, but_not=me.person_id)
    if not people.by_chat and not people.to_phone:
        return Said(say.nobody())
    before = await read(reminded_last, me.club_id, RemindOfFees.__name__, me.now)
    zone = ZoneInfo(me.my_membership.timezone)
    if before is not None:
        return Said(say.was_done(before.astimezone(zone).date()))
    if not people.by_chat:
        return Said(say.only_by_phone(_parts(people, month)))
    quiet = await read(quiet_of, me.club_id, me.today)
    if not may_go_out(Kind.FEE_NOT_PAID, me.now.astimezone(zone), quiet):
        return Said(say.not_now())
    agreed = await ask.confirm("agreed", say.read_back(_parts(people, month)))
    return RemindOfFees(month) if agreed else Said(say.not_sent())


def _month(me: Visitor) -> Month:
    try:
        return min(Month.parse(me.subject), Month.of(me.today))
    except ValueError:
        return Month.of(me.today)


def _parts(people: FeesToRemind, month: Month) -> list[Moment]:
    parts = []
    if people.by_chat:
        named = _named(people.by_chat, [say.who(each.name) for each in people.by_chat])
        reminder = as_all_read(fee_not_paid(month=month))
        parts = [say.who_hears(named, len(people.by_chat)), say.what(reminder)]
    if people.to_phone:
        lines = [say.name(each.name, each.phone) for each in people.to_phone]
        parts.append(say.who_does_not(_named(people.to_phone, lines), len(people.to_phone)))
    if people.told or people.long_owing or people.own_too:
        parts.append(say.left_in_peace(people.told, people.long_owing, people.own_too))
    return parts


def _named(people: Sequence[Owing], lines: list[Moment]) -> list[Moment]:
    """Not more than fit on a phone."""
    left = len(people) - MOST_NAMED
    return [*lines[:MOST_NAMED], say.more(left)] if left > 0 else lines


@after(FeesReminded)
def fees_reminded(fact: FeesReminded, me: Visitor, db: Connection) -> Told:
    """Without a sum, as the reminder after the meeting; the way to her account stands under it."""
    card = fee_not_paid_card(fact.month)
    others = tuple((each.person_id, card) for each in fact.people.by_chat)
    done = say.sent(len(others), fact.month)
    return Told(closing(done), others)


entrance(
    StartPress("remind_fees"),
    label=say.title,
    open_to=may_remind,
    command="nhacphi",
    words=(
        *("nhắc đóng phí", "nhắc phí", "nhắc người chưa đóng phí", "nhắc mọi người đóng phí"),
        *("nhắc người chưa nộp phí", "nhắc nộp phí", "remind of the fee", "remind of fees"),
    ),
    in_menu=False,
)
