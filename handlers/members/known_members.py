"""Finding somebody who is or was a member, by a part of the name."""

from club.calendar import Month
from club.contributions import fee_months_owed, total_owed
from club.members import Action
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.visitor import Visitor
from handlers.members.members_named import (
    NameTried,
    name_questions,
    one_of_them,
    those_meant,
    which_questions,
)
from messages.members import member_record as say
from messages.moments import Moment
from storage.queries import Connection
from storage.queries.members.member_record import KnownMember, MemberRecord, known_members
from storage.queries.money.fees import fee_facts


async def known_member_named(
    ask: Ask,
    me: Visitor,
    *,
    prompt: Moment | None = None,
    states: tuple[str, ...] = (),
    name: str = "who",
    typed: str = "",
) -> KnownMember | None:
    """Of these states, or of all; None after several names that nobody has.

    `name`: what the questions are called, for two people in one dialogue. `typed`: said already.
    """
    everybody = [
        each for each in await read(known_members, me.club_id) if each.state in (states or ALL)
    ]
    asked = prompt = prompt or say.whom()
    for question, which in zip(name_questions(name), which_questions(name), strict=True):
        said, typed = typed or await NameTried(question, prompt, 60, False), ""
        found = those_meant(said, everybody)
        one = await one_of_them(
            which, say.which(len(found)), among=found, shown_as=shown_known, key=_number
        )
        if one is not None:
            return one
        prompt = asked if found else say.nobody(said)
    return None


def _number(each: KnownMember) -> int:
    return each.member_id


ALL = ("member", "left", "died")


def shown_known(each: KnownMember) -> Moment:
    return say.person(each.name, each.birth_year, each.hamlet, each.state)


def record_said(me: Visitor, db: Connection, found: MemberRecord) -> Moment:
    """The record as far as this visitor reads it: circumstances and money are the board's."""
    lines = [_time(found), say.phone_line(found.phone), say.group_line(found.group)]
    if me.may(Action.ENTER_MEMBER) and found.who.state == "member":
        lines.append(_fee(me, db, found.who.member_id))
    if me.may(Action.KEEP_MEMBERS):
        lines.append(say.hardship_line(found.hardship, found.is_sick))
        lines.append(held_said(found))
    return say.record(shown_known(found.who), lines)


def _time(found: MemberRecord) -> Moment:
    if found.left_on is None:
        return say.since(found.joined_on)
    return say.was(found.joined_on, found.left_on, found.who.state)


def _fee(me: Visitor, db: Connection, member_id: int) -> Moment:
    owed = fee_months_owed(fee_facts(db, me.club_id, member_id), Month.of(me.today))
    return say.fee_line(total_owed(owed) if owed else None, owed[0].month if owed else None)


def held_said(found: MemberRecord) -> Moment:
    held = found.held
    return say.held_lines(held.owes, held.share, held.prepaid, held.prepaid_months)
