"""The board's yes or no to somebody who asked to join."""

from dataclasses import replace

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.members.known_members import shown_known
from handlers.menus import closing, menu
from handlers.notices import Told, after
from handlers.talk.practise import offer_practice
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import tasks as say_tasks
from messages.cards import Card
from messages.joining import join as say
from messages.joining import perhaps_known as say_known
from messages.moments import Moment
from messages.own import our_word as say_word
from messages.presses import Press, StartPress
from storage.changes.joining.decide_joining import DecideJoining, MemberApproved, MemberRefused
from storage.changes.members.join_records import JoinRecords
from storage.queries import Connection
from storage.queries.joining.perhaps_known import PerhapsKnown, perhaps_known
from storage.queries.members.member_record import KnownMember
from storage.queries.members.members import AskingMember, asking_member, asking_members
from storage.queries.money.proposals import ProposalKind, waiting_proposals

OTHER, NOBODY = "other", "nobody"


@dialogue("approve_member", title=say.approve_title, about=2)
async def approve_member(ask: Ask, me: Visitor) -> DecideJoining | JoinRecords | Said | Redo:
    if not me.may(Action.APPROVE_MEMBER) or not me.subject.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    asking = await read(asking_member, me.club_id, int(me.subject))
    if asking is None:
        return Said(say.decided_already())
    asks = say.take_her_in(asking.name, asking.birth_year, asking.hamlet)
    alike = await read(perhaps_known, me.club_id, asking)
    if alike.members or alike.asking:
        who = await _who_it_is(ask, me, asks, alike)
        if isinstance(who, KnownMember):
            return await _same_person(ask, asking, who)
        yes = who == OTHER
    else:
        yes = await ask.yes_or_no("yes", asks)
    if yes:
        return DecideJoining(member_id=asking.member_id, yes=True)
    return await _refused(ask, asking)


async def _refused(ask: Ask, asking: AskingMember) -> DecideJoining | Redo:
    reason = await ask.text("reason", say.why_not(), longest=200)
    if not await ask.confirm("sure", say.refusal_read_back(asking.name, reason)):
        return Redo(("reason", "sure"))
    return DecideJoining(member_id=asking.member_id, yes=False, reason=reason)


async def _who_it_is(ask: Ask, me: Visitor, asks: Moment, alike: PerhapsKnown) -> KnownMember | str:
    """Somebody of that name is in the book: another person, the same, or nobody to take in."""
    may_join = [
        each
        for each in alike.members
        if each.state == "member" and each.person_id != me.person_id and me.may(Action.KEEP_MEMBERS)
    ]
    left = any(each.state == "left" for each in alike.members)
    shown = [shown_known(each) for each in alike.members]
    return await ask.choice(
        "who",
        say_known.perhaps_known(asks, shown, alike.asking, left),
        among=[*may_join, OTHER, NOBODY],
        shown_as=_shown,
        key=lambda each: each if isinstance(each, str) else each.member_id,
    )


def _shown(each: KnownMember | str) -> Moment:
    if isinstance(each, KnownMember):
        return say_known.same_person(shown_known(each))
    return say_known.somebody_else() if each == OTHER else say_known.not_taking_in()


async def _same_person(ask: Ask, asking: AskingMember, who: KnownMember) -> JoinRecords | Said:
    """Never by one alone: a second person of the board agrees (Club rules, F.1)."""
    if not await ask.confirm("same", say_known.same_read_back(asking.name, shown_known(who))):
        return Said(say_known.nothing_decided())
    return JoinRecords(asking.member_id, who.member_id)


@waiting
def joining_requests(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Those who asked to join wait for anybody of the board."""
    if not me.may(Action.APPROVE_MEMBER):
        return []
    with_another = {
        each.subject for each in waiting_proposals(db, me.club_id, ProposalKind.JOIN_RECORDS)
    }
    return [
        (StartPress("approve_member", str(each.member_id)), say_tasks.asks_to_join(each.name))
        for each in asking_members(db, me.club_id)
        if each.person_id != me.person_id and each.member_id not in with_another
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
