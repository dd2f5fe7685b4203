"""To which of her chats something goes by itself: the first with messages left for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from club.message_budget import weight_of
from club.reminders import Kind
from storage import outbox
from storage.message_budget import budgets
from storage.outbox import Hearer
from storage.queries import Connection


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something of this kind for a person of a club (or for her `InOffice`), under the caller's own
    number.
    """

    number: int
    club_id: int
    person_id: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Reach:
    """By number: the chat it goes to; which have a chat, but no message of the month left; and
    which are of an office that waits on all her accounts (Club rules, F.1).
    """

    hearers: dict[int, Hearer] = field(default_factory=dict)
    without_messages: set[int] = field(default_factory=set)
    offices_wait: set[int] = field(default_factory=set)


def reach(db: Connection, wanted: Sequence[Wanted], now: datetime) -> Reach:
    """Where each of these goes. The weightiest come first to what is left of the month.

    Where one messenger's messages are used up, a chat at another may still do.
    """
    found = Reach()
    hearers = outbox.hearers_of_persons(db, [each.person_id for each in wanted])
    left = budgets(db, {each.club_id for each in wanted}, now) if hearers else {}
    for each in sorted(wanted, key=lambda each: -weight_of(each.kind)):
        hers = hearers.of(each.person_id)
        for hearer in hers:
            budget = left.get((hearer.channel, each.club_id))
            if budget is None or budget.allows(each.kind):
                if budget is not None:
                    budget.spent += 1
                found.hearers[each.number] = hearer
                break
        else:
            if hers:
                found.without_messages.add(each.number)
            elif each.person_id in hearers:
                found.offices_wait.add(each.number)
    return found
