"""She uses Liên in a second chat: a code made here is typed there; and where reminders come."""

from club.helping import spoken_code, typed_code
from club.refusals import Code
from club.second_chat import MOST_CHATS
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.members.held_accounts import told_to_confirm
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.members import lost_phone as say_account
from messages.moments import Moment
from messages.own import second_chat as say
from messages.presses import ScreenPress, StartPress
from storage.changes.own.second_chat import (
    ChatChosen,
    ChatCodeMade,
    ChatsJoined,
    ChooseChat,
    JoinChats,
    MakeChatCode,
    NoteWrongChatCode,
    WrongChatCode,
)
from storage.queries import Connection
from storage.queries.clubs import too_many_wrong_codes
from storage.queries.own.second_chat import OwnChat, chats_of, owner_of_code

MORE, HERE = "more", "here"
_LABELS = {MORE: say.make_code(), HERE: say.remind_here()}

Outcome = MakeChatCode | ChooseChat | JoinChats | NoteWrongChatCode | Said


@dialogue("second_chat", title=say.title, about=2)
async def second_chat(ask: Ask, me: Visitor) -> Outcome:
    """Whoever is known here gets a code; whoever is not says one."""
    if me.person_id is None:
        return await _by_code(ask, me)
    mine = await read(chats_of, me.person_id)
    if len(mine) < 2:
        return MakeChatCode()
    ways = [HERE] if len(mine) >= MOST_CHATS else [MORE, HERE]
    way = await ask.choice("way", _as_it_is(mine, me), among=ways, shown_as=_LABELS.__getitem__)
    return ChooseChat() if way == HERE else MakeChatCode()


def _as_it_is(mine: list[OwnChat], me: Visitor) -> Moment:
    here = next((each for each in mine if each.chat_id == me.chat_id), None)
    chosen = here is not None and here.chosen
    return say.which_way([each.channel for each in mine], me.channel, chosen)


async def _by_code(ask: Ask, me: Visitor) -> JoinChats | NoteWrongChatCode | Said:
    if await read(too_many_wrong_codes, me.chat_id, me.now):
        return said_no(Code.TOO_MANY_TRIES)
    code = typed_code(me.subject or await ask.text("code", say.which_code(), longest=40))
    owner = await read(owner_of_code, code, me.now)
    if owner is None:
        return NoteWrongChatCode()
    if not await ask.is_it_so("mine", say.is_it_you(owner.name)):
        return Said(say.not_you())
    return JoinChats(code)


@after(ChatCodeMade)
def code_made(fact: ChatCodeMade, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.code(spoken_code(fact.code), fact.minutes)))


@after(WrongChatCode)
def wrong_code(fact: WrongChatCode, me: Visitor, db: Connection) -> Told:
    again = (StartPress("second_chat"), say.title())
    menu = (ScreenPress("menu"), everywhere.menu_word())
    return Told(Card(say.wrong_code(), choices=choices([again, menu])))


@after(ChatsJoined)
def chats_joined(fact: ChatsJoined, me: Visitor, db: Connection) -> Told:
    """Said in both: whoever made the code hears of it where she made it."""
    there = Card(say.joined_there(fact.channel), numbered=False)
    before = (say_account.yours_waits(),) if fact.offices_wait else ()
    asked = told_to_confirm(db, me, fact.person_id) if fact.offices_wait else ()
    reply = closing(say.joined(), before=before)
    return Told(reply, asked, in_chats=((fact.first_chat, there),))


@after(ChatChosen)
def chat_chosen(fact: ChatChosen, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.chosen()))


entrance(
    StartPress("second_chat"),
    label=say.title,
    open_to=lambda me: not me.practises,
    command="nhieumay",
    words=say.WORDS,
)
