"""A person uses Liên in a second chat as well: a code made in the one is typed in the other."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.refusals import Code, Refused
from club.second_chat import CODE_DIGITS, CODE_HOLDS, MOST_CHATS, USE_COUNTS_AFTER
from storage.changes.deed import Deed, Private
from storage.changes.inserting import inserted
from storage.changes.members.new_accounts import account_linked
from storage.queries.own.second_chat import hash_of_code, owner_of_code
from storage.tables.channels import chat_codes, chat_uses
from storage.tables.chats import chats, wrong_codes
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class ChatCodeMade:
    """`code` is said once, to her alone."""

    code: str
    minutes: int


class MakeChatCode(Private):
    """A code for her second chat; an older one not used yet ends."""

    def carry_out(self, db: Connection, deed: Deed) -> ChatCodeMade:
        mine = (chat_codes.c.person_id == deed.person) & (chat_codes.c.ends_at > deed.now)
        db.execute(update(chat_codes).where(mine).values(ends_at=deed.now))
        code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
        inserted(
            db,
            chat_codes,
            code_hash=hash_of_code(code),
            person_id=deed.person,
            made_in_chat=deed.chat_id,
            made_at=deed.now,
            ends_at=deed.now + CODE_HOLDS,
        )
        return ChatCodeMade(code, CODE_HOLDS.seconds // 60)


class WrongChatCode:
    """Nobody's code was typed."""


class NoteWrongChatCode(Private):
    """Counted with other wrong codes, so that guessing is slow (Club rules, F.3)."""

    def carry_out(self, db: Connection, deed: Deed) -> WrongChatCode:
        inserted(db, wrong_codes, chat_id=deed.chat_id, at=deed.now)
        return WrongChatCode()


@dataclass(frozen=True, slots=True)
class ChatsJoined:
    """This chat is hers from now on; `first_chat` is where the code was made.

    `offices_wait`: others of the board have to confirm the new account first (Club rules, F.1).
    """

    person_id: int
    first_chat: int
    channel: str
    offices_wait: bool = False


@dataclass(frozen=True, slots=True)
class JoinChats:
    """Take up a code: who speaks here is the same person as there.

    Raises Refused(CODE_WRONG) for one that holds no more, Refused(CHAT_IS_TAKEN) where somebody
    speaks here already, Refused(CHATS_ENOUGH) for more chats than a person may have.
    """

    code: str

    def carry_out(self, db: Connection, deed: Deed) -> ChatsJoined:
        owner = owner_of_code(db, self.code, deed.now)
        if owner is None:
            raise Refused(Code.CODE_WRONG)
        # Of two who type it at once one waits here, and then finds it used.
        used = db.execute(
            update(chat_codes)
            .where(chat_codes.c.id == owner.code_id, chat_codes.c.used_at.is_(None))
            .values(used_at=deed.now, used_in_chat=deed.chat_id)
        )
        if not used.rowcount:
            raise Refused(Code.CODE_WRONG)
        self._join(db, deed, owner.person_id)
        waits = account_linked(db, deed, owner.person_id)
        return ChatsJoined(owner.person_id, owner.chat_id, deed.channel, waits)

    def _join(self, db: Connection, deed: Deed, person_id: int) -> None:
        mine = chats.c.id == deed.chat_id
        here = db.execute(select(chats.c.person_id).where(mine).with_for_update()).scalar_one()
        if here is not None:
            raise Refused(Code.CHAT_IS_TAKEN)
        theirs = select(chats.c.id, chats.c.club_id).where(
            chats.c.person_id == person_id, chats.c.frozen_at.is_(None)
        )
        there = db.execute(theirs.order_by(chats.c.id)).all()
        if len(there) >= MOST_CHATS:
            raise Refused(Code.CHATS_ENOUGH, most=MOST_CHATS)
        language = select(persons.c.language).where(persons.c.id == person_id)
        db.execute(
            update(chats)
            .where(mine)
            .values(
                person_id=person_id,
                club_id=next((row.club_id for row in there), None),
                language=db.execute(language).scalar_one(),
                shown=None,
            )
        )
        _count_uses(db, [row.id for row in there], deed)


def _count_uses(db: Connection, others: list[int], deed: Deed) -> None:
    """From now on it is noted which of her chats she used last: this one."""
    known = select(chat_uses.c.chat_id).where(chat_uses.c.chat_id.in_(others))
    noted = set(db.execute(known).scalars())
    before = deed.now - USE_COUNTS_AFTER
    new = [{"chat_id": each, "used_at": before} for each in others if each not in noted]
    if new:
        db.execute(insert(chat_uses), new)
    inserted(db, chat_uses, chat_id=deed.chat_id, used_at=deed.now)


@dataclass(frozen=True, slots=True)
class ChatChosen:
    """Reminders come here from now on."""


class ChooseChat(Private):
    """What nobody just asked for goes to this of her chats, wherever she speaks."""

    def carry_out(self, db: Connection, deed: Deed) -> ChatChosen:
        theirs = select(chats.c.id).where(chats.c.person_id == deed.person)
        db.execute(update(chat_uses).where(chat_uses.c.chat_id.in_(theirs)).values(chosen_at=None))
        chosen = update(chat_uses).where(chat_uses.c.chat_id == deed.chat_id)
        db.execute(chosen.values(chosen_at=deed.now))
        return ChatChosen()
