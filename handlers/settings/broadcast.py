"""The board writes to its club, an officer of the Association to all clubs of an area.

Club rules, F.6: seen before exactly as everybody reads it, with the sender's name; no link, no
account, nobody else's phone number.
"""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from club.broadcasts import (
    CLUB_A_DAY,
    LONGEST_TEXT,
    OF_OFFICERS,
    OFFICER_A_DAY,
    Audience,
    Forbidden,
    forbidden_in,
    may_send_again,
    minutes_needed,
)
from club.members import Action
from club.refusals import Code
from club.reminders import Kind, may_go_out
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.settings import broadcasts as say
from messages.settings.broadcast_progress import how_far, whom_to_phone
from messages.understand.word_to_many import read_word_to_many
from storage.changes.settings.send_broadcast import SIGNING, BroadcastBegun, SendBroadcast
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.meetings.meetings import next_meeting
from storage.queries.members.members import name_of
from storage.queries.members.whereabouts import whereabouts
from storage.queries.settings.broadcasts import (
    To,
    area_of_officer,
    groups_of,
    officer_clubs,
    reach,
    sent_on,
)

MOST_TRIES = 20
WORDS, NOTHING = "words", "nothing"
_SHOWN = {
    Audience.CLUB: say.to_club,
    Audience.GROUP: say.to_group,
    Audience.UNANSWERED: say.to_unanswered,
    Audience.BOARDS: say.to_boards,
    Audience.MEMBERS: say.to_members,
}
_SAID_AS = {
    Audience.CLUB: (
        *("tất cả", "mọi người", "cả câu lạc bộ", "toàn câu lạc bộ", "cả hội", "tất cả mọi người"),
        *("ai cũng được", "everybody", "all"),
    ),
    Audience.GROUP: ("một tổ", "tổ", "group"),
    Audience.UNANSWERED: ("chưa trả lời", "người chưa trả lời", "not answered"),
}


def word_said(text: str, me: Visitor) -> tuple[str, str, Mapping[str, str]] | None:
    """The dialogue with what one message wants written to many; None for all else."""
    said = read_word_to_many(text) if me.may(Action.SEND_BROADCAST) else None
    if said is None:
        return None
    carried = {"audience": said.audience, "text_1": said.text}
    return "broadcast", "", carried | ({"group": said.group} if said.group else {})


@dialogue("broadcast", title=say.title, about=3)
async def broadcast(ask: Ask, me: Visitor) -> SendBroadcast | Said | Redo:
    if not me.may(Action.SEND_BROADCAST):
        return said_no(Code.NOT_ALLOWED)
    sent = await read(sent_on, me.today, club_id=me.club_id, sender=me.person)
    if not may_send_again(sent, Audience.CLUB):
        return Said(say.enough(CLUB_A_DAY))
    to = await _to_whom(ask, me)
    role = next(each for each in SIGNING if each in me.roles)
    name = await read(name_of, me.person)
    club_name = me.my_membership.club_name
    text = await _text(ask, me)
    preview = say.seen_of_board(name, role.value, club_name, text=text)
    zone = (await read(club, me.club_id)).timezone
    return await _agreed(ask, me, SendBroadcast(to, text), preview, zone=zone)


@dialogue("area_broadcast", title=say.area_title, about=3)
async def area_broadcast(ask: Ask, me: Visitor) -> SendBroadcast | Said | Redo:
    if me.person_id is None:
        return said_no(Code.NOT_ALLOWED)
    mine = await read(officer_clubs, me.person, me.today)
    if not mine:
        return said_no(Code.NOT_ALLOWED)
    sent = await read(sent_on, me.today, club_id=None, sender=me.person)
    if not may_send_again(sent, Audience.MEMBERS):
        return Said(say.enough(OFFICER_A_DAY))
    audience = await ask.choice(
        "audience",
        say.to_whom(),
        among=[each for each in Audience if each in OF_OFFICERS],
        shown_as=lambda each: _SHOWN[each](),
        key=lambda each: each.value,
    )
    area = await read(area_of_officer, me.person, me.today)
    name = await read(name_of, me.person)
    text = await _text(ask, me)
    zone = (await read(club, mine[0])).timezone
    preview = say.seen_of_officer(name, area, text=text)
    return await _agreed(ask, me, SendBroadcast(To(audience, mine), text), preview, zone=zone)


async def _to_whom(ask: Ask, me: Visitor) -> To:
    """All, a group if there is one, those who have not answered if a meeting is planned.

    Where there is nothing to choose, nothing is asked.
    """
    groups = await read(groups_of, me.club_id)
    meeting = await read(next_meeting, me.club_id, me.now)
    among = [Audience.CLUB]
    among += [Audience.GROUP] if groups else []
    among += [Audience.UNANSWERED] if meeting is not None else []
    audience = among[0]
    if len(among) > 1:
        audience = await ask.choice(
            "audience",
            say.to_whom(),
            among=among,
            shown_as=lambda each: _SHOWN[each](),
            key=lambda each: each.value,
            said_as=lambda each: _SAID_AS.get(each, ()),
        )
    here = (me.club_id,)
    if audience is Audience.UNANSWERED and meeting is not None:
        return To(audience, here, meeting.id)
    if audience is not Audience.GROUP:
        return To(audience, here)
    group = await ask.choice(
        "group",
        say.which_group(),
        among=groups,
        shown_as=lambda each: everywhere.plain(each.name),
        key=lambda each: each.id,
    )
    return To(audience, here, group.id)


async def _text(ask: Ask, me: Visitor) -> str:
    """What is written, asked anew while something stands in it that must not."""
    phone = (await read(whereabouts, me.person)).phone
    prompt = say.which_words()
    text = ""
    for place in range(1, MOST_TRIES + 1):
        text = await ask.text(f"text_{place}", prompt, longest=LONGEST_TEXT)
        wrong: Forbidden | None = forbidden_in(text, phone)
        if wrong is None:
            break
        prompt = say.again(wrong.value)
    return text


async def _agreed(
    ask: Ask, me: Visitor, sending: SendBroadcast, preview: Moment, *, zone: str
) -> SendBroadcast | Said | Redo:
    """Read back with how many it reaches, as of now; only the words must not have changed."""
    found = await read(reach, sending.to, me.person, me.today)
    if not found.people:
        return Said(say.nobody())
    read_back = say.read_back(
        preview,
        by_chat=found.by_chat,
        to_phone=found.to_phone,
        minutes=minutes_needed(found.by_chat, me.a_minute),
        night=not may_go_out(Kind.NEWS, me.now.astimezone(ZoneInfo(zone))),
    )
    if await ask.confirm("agreed", read_back, of=preview):
        return sending
    wrong = await ask.choice(
        "wrong", say.what_is_wrong(), among=(WORDS, NOTHING), shown_as=say.wrong_part
    )
    texts = (f"text_{place}" for place in range(1, MOST_TRIES + 1))
    return Redo((*texts, "wrong", "agreed")) if wrong == WORDS else Said(say.not_sent())


@after(BroadcastBegun)
def broadcast_begun(fact: BroadcastBegun, me: Visitor, db: Connection) -> Told:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("broadcast", str(fact.broadcast_id)), how_far()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    begun = say.begun_for(fact.people - fact.to_phone, fact.to_phone)
    if fact.to_phone and me.may(Action.SEE_TO_PHONE):
        ways.insert(1, (ScreenPress("to_phone"), whom_to_phone()))
    return Told(Card(begun, choices=choices(ways)))


entrance(
    StartPress("broadcast"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEND_BROADCAST),
    command="nhan",
    words=("nhắn cả câu lạc bộ", "nhắn mọi người", "nhắn tổ", "write to the club", "broadcast"),
)
entrance(
    StartPress("area_broadcast"),
    label=say.area_title,
    open_to=lambda me: me.person_id is not None,
    command="nhanxa",
    words=("nhắn các câu lạc bộ", "nhắn cả xã", "write to the clubs"),
)
