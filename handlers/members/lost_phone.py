"""A phone is lost: its account is held back at once, and what it did is looked through."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from club.lost_accounts import LOOKED_BACK, TOLD_FOR
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.money.books_said import entry_line
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.persons_to_call import person_by_name
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.members import account_acts as say_acts
from messages.members import lost_phone as say
from messages.members import offices as say_offices
from messages.members.chairs_phone import frozen_chair
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.accounts import AccountFrozen, FreezeAccount
from storage.changes.members.tell_of_lost_phone import LostPhoneTold, TellOfLostPhone
from storage.queries import Connection
from storage.queries.members.accounts import (
    Freeze,
    acts_of,
    count_of_acts,
    entries_by,
    freeze,
    last_freeze,
    open_accounts,
    who_could_confirm,
)
from storage.queries.members.boards import board, holders
from storage.queries.members.members import name_of, person_of_member
from storage.queries.money.entries import EntryLine

ACTS_SHOWN, ENTRIES_SHOWN, WAYS_SHOWN = 8, 8, 2


@dialogue("lost_phone", title=say.title, about=2)
async def lost_phone(ask: Ask, me: Visitor) -> FreezeAccount | TellOfLostPhone | Said:
    """Of a member, by the board; her own by herself, from another account."""
    if me.person_id is None:
        return Said(say.stranger())
    if me.helping is not None:
        return said_no(Code.NOT_FOR_HELPER)
    others = [each for each in await read(open_accounts, me.person) if each != me.chat_id]
    if not me.may(Action.FREEZE_ACCOUNT):
        return await _own(ask, me, others)
    whose = "member"
    if others:
        whose = await ask.choice(
            "whose", say.whose(), among=("member", "own"), shown_as=say.whose_it_is
        )
    return await (_own(ask, me, others) if whose == "own" else _members(ask, me))


async def _own(ask: Ask, me: Visitor, others: list[int]) -> FreezeAccount | TellOfLostPhone | Said:
    if not others:
        return await _only_this(ask, me)
    if not await ask.confirm("agreed", say.read_back_own()):
        return Said(say.nothing_done())
    return FreezeAccount(me.person)


async def _only_this(ask: Ask, me: Visitor) -> TellOfLostPhone | Said:
    """She sits beside who has lost one, or has lost one that nobody knew: the board can be told."""
    of_club = me.membership is not None and me.membership.state == "member"
    if not of_club or not await ask.yes_or_no("tell", say.tell_the_board()):
        return Said(say.only_this(await read(person_by_name, me)))
    return TellOfLostPhone(await ask.text("said", say.whose_is_lost(), longest=200))


async def _members(ask: Ask, me: Visitor) -> FreezeAccount | Said:
    found = await member_named(ask, me, prompt=say.which_member())
    if found is None:
        return Said(say_offices.no_such_member())
    person_id = await read(person_of_member, found.member_id)
    if not await read(open_accounts, person_id):
        return said_no(Code.NO_ACCOUNT)
    if not await ask.confirm("agreed", say.read_back(await read(name_of, person_id))):
        return Said(say.nothing_done())
    return FreezeAccount(person_id)


@after(LostPhoneTold)
def lost_phone_told(fact: LostPhoneTold, me: Visitor, db: Connection) -> Told:
    """All of the board hear who has said what, and hold the account back by one button."""
    hold = (StartPress("lost_phone"), say.title())
    told = news(say.board_hears(fact.by, fact.said), hold)
    others = dict.fromkeys(each.person_id for each in board(db, fact.club_id, me.today))
    return Told(
        closing(say.passed_on(person_by_name(db, me))),
        tuple((each, told) for each in others if each != me.person_id),
    )


@after(AccountFrozen)
def account_frozen(fact: AccountFrozen, me: Visitor, db: Connection) -> Told:
    """All of the board hear of it, two of them at least, and can look at once."""
    held = fact.freeze
    seen = (ScreenPress("account_acts", str(held.id)), say_acts.see_acts())
    menu = (ScreenPress("menu"), everywhere.menu_word())
    said = say.frozen_own() if fact.own else _frozen(db, held, me)
    told = news(say.board_told(held.name, name_of(db, held.frozen_by)), seen)
    people = [] if held.club_id is None else board(db, held.club_id, me.today)
    others = dict.fromkeys(each.person_id for each in people)
    return Told(
        Card(said, choices=choices([seen, menu])),
        tuple((each, told) for each in others if each not in {me.person, held.person_id}),
    )


def _frozen(db: Connection, held: Freeze, me: Visitor) -> Moment:
    """Whoever makes the links is the one who cannot make the new one."""
    chairs = [] if held.club_id is None else holders(db, held.club_id, me.today, "chair")
    if held.club_id is None or chairs != [held.person_id]:
        return say.frozen_for(held.name)
    others = who_could_confirm(db, held.club_id, held.person_id, me.today)
    named = [name_of(db, each) for each in others if each != held.person_id]
    return frozen_chair(held.name, named)


@screen("account_acts")
def account_acts(me: Visitor, db: Connection, argument: str) -> Card:
    """What a frozen account did in the 72 hours before: for her, and for the board of her club."""
    found = freeze(db, int(argument)) if _is_number(argument) else None
    if found is None or not _may_look(me, found):
        return shown_no(Code.NOT_FOUND)
    zone = ZoneInfo(me.my_membership.timezone)
    since = found.frozen_at - LOOKED_BACK
    entries = (
        []
        if me.membership is None
        else entries_by(db, me.club_id, found.person_id, (since, found.frozen_at))
    )
    deeds = acts_of(db, found.chats, since, ACTS_SHOWN)
    more = count_of_acts(db, found.chats, since) - len(deeds) + max(0, len(entries) - ENTRIES_SHOWN)
    body = say_acts.acts(
        found.name,
        say_acts.day_and_time(found.frozen_at.astimezone(zone)),
        entries=[entry_line(each) for each in entries[:ENTRIES_SHOWN]],
        deeds=[say_acts.deed(_when(each.at, zone), each.deed) for each in deeds],
        more=more,
    )
    return Card(body, choices=choices(_ways(me, found, entries)))


def _ways(me: Visitor, found: Freeze, entries: Sequence[EntryLine]) -> list[tuple[Press, Moment]]:
    """What is wrong is corrected by the board, or disputed by her."""
    ways: list[tuple[Press, Moment]] = []
    for each in entries[:WAYS_SHOWN]:
        if me.may(Action.CORRECT_BOOKS):
            ways.append((StartPress("correct_entry", str(each.id)), say_acts.correct(each.called)))
        else:
            ways.append(
                (StartPress("dispute", f"entry {each.id}"), say_acts.not_right(each.called))
            )
    if found.is_open and me.may(Action.CONFIRM_ACCOUNT) and found.person_id != me.person:
        ways.append((StartPress("end_freeze", str(found.id)), say.end_title()))
    return [*ways, (ScreenPress("menu"), everywhere.menu_word())]


def _is_number(argument: str) -> bool:
    return argument.isascii() and argument.isdecimal() and len(argument) < 19


def _when(at: datetime, zone: ZoneInfo) -> Moment:
    return say_acts.day_and_time(at.astimezone(zone))


def _may_look(me: Visitor, found: Freeze) -> bool:
    if me.membership is None or me.helping is not None:
        return False
    if found.person_id == me.person_id:
        return True
    return found.club_id == me.club_id and me.may(Action.FREEZE_ACCOUNT)


def what_the_lost_one_did(me: Visitor, db: Connection, person_id: int) -> tuple[int, Card] | None:
    """For her who is back on another account: what was done meanwhile. None without a freeze."""
    found = last_freeze(db, person_id, me.now - TOLD_FOR)
    if found is None:
        return None
    seen = (ScreenPress("account_acts", str(found.id)), say_acts.see_acts())
    return person_id, news(say.she_is_back(), seen)


entrance(
    StartPress("lost_phone"),
    label=say.title,
    open_to=lambda me: True,
    command="matmay",
    words=(
        *("mất điện thoại", "bị mất điện thoại", "tôi mất điện thoại", "tôi bị mất điện thoại"),
        *("mất máy", "bị mất máy", "mất máy điện thoại", "rơi mất điện thoại", "điện thoại bị mất"),
        *("bị lấy cắp điện thoại", "điện thoại bị lấy cắp", "mất điện thoại rồi", "mất sim"),
        *("lost phone", "my phone is lost", "i lost my phone", "lost my phone"),
    ),
    in_menu=False,
    anywhere=("mất điện thoại", "bị mất điện thoại", "tôi mất điện thoại", "my phone is lost"),
)
