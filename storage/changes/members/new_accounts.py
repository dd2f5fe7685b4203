"""Offices on accounts that are new: they wait until two others of the board know whose it is, and
pay nothing out for a day (Club rules, F.1). By whatever way office and account come together: the
account begins to speak for her, the office is given to her, two records become one.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from club.address import PersonName
from club.lost_accounts import CONFIRMED_BY, NEW_FOR, offices_wait, pays_from
from club.members import BOARD, Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.members.accounts import must_be_apart
from storage.changes.rights import must_be_allowed
from storage.memberships import memberships
from storage.queries.members.accounts import linked_lately, new_accounts, who_could_confirm
from storage.queries.members.members import name_of
from storage.tables.accounts import account_confirmations
from storage.tables.chats import chats


def account_linked(db: Connection, deed: Deed, person_id: int) -> bool:
    """This chat has just begun to speak for the person. Whether her offices wait for others."""
    return hold_offices(db, deed, person_id, [deed.chat_id])


def office_reached(db: Connection, deed: Deed, person_id: int) -> bool:
    """An office has just been given to the person. Whether it waits on an account that is new."""
    return hold_offices(
        db, deed, person_id, linked_lately(db, person_id, deed.now - NEW_FOR, CONFIRMED_BY)
    )


def hold_offices(db: Connection, deed: Deed, person_id: int, accounts: Collection[int]) -> bool:
    """Her offices do not count on these accounts until others have confirmed each of them.

    False where she holds none, and where too few could confirm it.
    """
    belonging = memberships(db, {person_id}, deed.today).get(person_id, [])
    held = [each for each in belonging if not BOARD.isdisjoint(each.roles)]
    waits = any(
        offices_wait(who_could_confirm(db, each.club_id, person_id, deed.today)) for each in held
    )
    if not accounts or not waits:
        return False
    # Whoever has confirmed it for somebody else before has not confirmed this.
    db.execute(delete(account_confirmations).where(account_confirmations.c.chat_id.in_(accounts)))
    db.execute(
        update(chats)
        .where(chats.c.id.in_(accounts))
        .values(offices_wait=True, pays_from=pays_from(deed.now))
    )
    return True


@dataclass(frozen=True, slots=True)
class AccountConfirmed:
    """`complete`: enough have; the offices count from now on in the chat."""

    chat_id: int
    person_id: int
    name: PersonName
    complete: bool


@dataclass(frozen=True, slots=True)
class ConfirmAccount:
    """Somebody else of the board has met her and seen that the new account is hers."""

    chat_id: int

    def carry_out(self, db: Connection, deed: Deed) -> AccountConfirmed:
        must_be_allowed(db, deed, Action.CONFIRM_ACCOUNT)
        if deed.club_id is None:
            raise Refused(Code.NOT_ALLOWED)
        db.execute(select(chats.c.id).where(chats.c.id == self.chat_id).with_for_update())
        there = {each.chat_id: each for each in new_accounts(db, deed.club_id)}
        if self.chat_id not in there:
            raise Refused(Code.NOTHING_WAITING)
        about = there[self.chat_id]
        must_be_apart(db, deed, about.person_id)
        if deed.person in about.confirmed_by:
            raise Refused(Code.ALREADY_DONE)
        db.execute(
            insert(account_confirmations).values(
                chat_id=self.chat_id, confirmed_by=deed.person, confirmed_at=deed.now
            )
        )
        complete = len(about.confirmed_by) + 1 >= CONFIRMED_BY
        if complete:
            db.execute(update(chats).where(chats.c.id == self.chat_id).values(offices_wait=None))
        return AccountConfirmed(
            self.chat_id, about.person_id, name_of(db, about.person_id), complete
        )
