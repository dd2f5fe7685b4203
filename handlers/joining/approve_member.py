"""The board's yes or no to somebody who asked to join."""

from dataclasses import replace

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.menus import closing, menu
from handlers.notices import Told, after
from handlers.talk.practise import offer_practice
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import tasks as say_tasks
from messages.cards import Card
from messages.joining import join as say
from messages.moments import Moment
from messages.own import our_word as say_word
from messages.presses import Press, StartPress
from storage.changes.joining.decide_joining import DecideJoining, MemberApproved, MemberRefused
from storage.queries import Connection
from storage.queries.members.members import asking_member, asking_members


@dialogue("approve_member", title=say.approve_title, about=2)
async def approve_member(ask: Ask, me: Visitor) -> DecideJoining | Said | Redo:
    if not me.may(Action.APPROVE_MEMBER) or not me.subject.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    asking = await read(asking_member, me.club_id, int(me.subject))
    if asking is None:
        return Said(say.decided_already())
    yes = await ask.yes_or_no("yes", say.take_her_in(asking.name, asking.birth_year, asking.hamlet))
    if yes:
        return DecideJoining(member_id=asking.member_id, yes=True)
    reason = await ask.text("reason", say.why_not(), longest=200)
    if not await ask.confirm("sure", say.refusal_read_back(asking.name, reason)):
        return Redo(("reason", "sure"))
    return DecideJoining(member_id=asking.member_id, yes=False, reason=reason)


@waiting
def joining_requests(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Those who asked to join wait for anybody of the board."""
    if not me.may(Action.APPROVE_MEMBER):
        return []
    return [
        (StartPress("approve_member", str(each.member_id)), say_tasks.asks_to_join(each.name))
        for each in asking_members(db, me.club_id)
        if each.person_id != me.person_id
    ]


@after(MemberApproved)
def member_approved(fact: MemberApproved, me: Visitor, db: Connection) -> Told:
    welcome = _with_our_word(offer_practice(say.welcome(fact.club_name)))
    return Told(closing(say.taken_in(fact.name)), ((fact.person_id, welcome),))


def _with_our_word(welcome: Card) -> Card:
    """The word between her and Liên is chosen as she joins (Club rules, F.6)."""
    way = choices([(StartPress("our_word"), say_word.title())])
    return replace(welcome, choices=(*welcome.choices, *way))


@after(MemberRefused)
def member_refused(fact: MemberRefused, me: Visitor, db: Connection) -> Told:
    regret = closing(say.not_taken_in(fact.club_name))
    return Told(
        menu(me, db, "", before=(say.refusal_kept(fact.name),)), ((fact.person_id, regret),)
    )
