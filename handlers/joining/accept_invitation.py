"""Taking up a link that gives an office, or a voice to a member's own phone.

What is kept of the link while the talk is open is a digest, never its secret.
"""

from dataclasses import replace

from club.in_office import InOffice
from club.members import Role
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.joining.said_first import OwnNameQuestion
from handlers.members.held_accounts import told_to_confirm
from handlers.members.known_members import shown_known
from handlers.members.lost_phone import what_the_lost_one_did
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.figures import rollup as say_area
from messages.joining import join as say_join
from messages.joining import perhaps_known as say_known
from messages.members import lost_phone as say_account
from messages.members import offices as say
from messages.moments import Moment
from messages.presses import ScreenPress
from storage.changes.joining.accept_invitation import AcceptInvitation, InvitationAccepted
from storage.changes.members.appoint_officer import BecomeOfficer, OfficerAppointed
from storage.queries import Connection
from storage.queries.joining.invitations import OpenInvitation, open_invitation
from storage.queries.joining.perhaps_known import InTheBook, in_an_area, in_the_book
from storage.queries.members.boards import board
from storage.queries.members.officer_links import officer_link

NOBODY = "nobody"


@dialogue("accept_invitation", title=say.accept_title, about=5)
async def accept_invitation(ask: Ask, me: Visitor) -> AcceptInvitation | BecomeOfficer | Said:
    link = await read(open_invitation, me.subject, me.now)
    if link is None:
        return await _become_officer(ask, me)
    if me.person_id is not None and link.person_id not in {None, me.person_id}:
        return said_no(Code.NOT_ALLOWED)
    if not await ask.may_i("accept", _question(link)):
        return Said(say.declined())
    if me.person_id is not None or link.person_id is not None:
        return AcceptInvitation(digest=me.subject)
    if not await ask.may_i("consent", say.consent()):
        return Said(say.declined())
    return await _by_name(ask, me, link)


async def _by_name(ask: Ask, me: Visitor, link: OpenInvitation) -> AcceptInvitation | Said:
    """Somebody new in this chat: she may stand in the club's book already."""
    name, year = await _name_and_year(ask)
    alike = await read(in_the_book, link.club_id, name, year)
    known = await _in_the_book(ask, alike) if alike else None
    if known is None:
        sex = await _sex(ask)
        return AcceptInvitation(digest=me.subject, name=name, birth_year=year, sex=sex)
    if known.has_account:
        return Said(say_known.on_your_phone(shown_known(known.who)))
    number = known.who.member_id
    return AcceptInvitation(digest=me.subject, name=name, birth_year=year, known_as=number)


async def _in_the_book(ask: Ask, alike: list[InTheBook]) -> InTheBook | None:
    if len(alike) == 1:
        is_she = await ask.is_it_so("known", say_known.is_it_you(shown_known(alike[0].who)))
        return alike[0] if is_she else None
    found = await ask.choice(
        "which_known",
        say_known.which_is_you(),
        among=[*alike, NOBODY],
        shown_as=lambda each: (
            shown_known(each.who) if isinstance(each, InTheBook) else say_known.none_is_me()
        ),
        key=lambda each: each.who.member_id if isinstance(each, InTheBook) else each,
    )
    return found if isinstance(found, InTheBook) else None


async def _become_officer(ask: Ask, me: Visitor) -> BecomeOfficer | Said:
    """The link may be for an area instead of a club."""
    link = await read(officer_link, me.subject, me.now)
    if link is None:
        return said_no(Code.LINK_USED)
    if not await ask.may_i("accept", say_area.to_officer(area=link.area_name)):
        return Said(say.declined())
    if me.person_id is not None:
        return BecomeOfficer(digest=me.subject)
    if not await ask.may_i("consent", say.consent()):
        return Said(say.declined())
    name, year = await _name_and_year(ask)
    for number, known in enumerate(await read(in_an_area, link.area_id, name, year, day=me.today)):
        # One person, one account: whoever is a member here already opens it on her own phone.
        asked = say_known.is_it_you(shown_known(known))
        if await ask.is_it_so(f"known_{number}", asked):
            return Said(say_known.on_your_phone(shown_known(known)))
    sex = await _sex(ask)
    return BecomeOfficer(digest=me.subject, name=name, birth_year=year, sex=sex)


async def _name_and_year(ask: Ask) -> tuple[str, int | None]:
    """Asked only of somebody nobody knows yet."""
    name = await OwnNameQuestion("name", say_join.your_name())
    return name, await ask.birth_year("year", say_join.your_birth_year())


async def _sex(ask: Ask) -> str:
    return await ask.choice(
        "sex", say_join.woman_or_man(), among=("female", "male"), shown_as=_woman_or_man
    )


@after(OfficerAppointed)
def officer_appointed(fact: OfficerAppointed, me: Visitor, db: Connection) -> Told:
    way = (ScreenPress("rollup"), say_area.title())
    return Told(Card(say_area.now_officer(area=fact.area_name), choices=choices([way])))


def _question(link: OpenInvitation) -> Moment:
    if link.role is Role.MEMBER and link.person_id is not None:
        return say.to_account(link.club_name, link.name)
    return say.to_office(link.club_name, link.role.value)


def _woman_or_man(sex: str) -> Moment:
    return say_join.woman() if sex == "female" else say_join.man()


@after(InvitationAccepted)
def invitation_accepted(fact: InvitationAccepted, me: Visitor, db: Connection) -> Told:
    """Whoever made the link sees which account took it; without a maker the whole board does."""
    if fact.made_by is None:
        watching = {each.person_id for each in board(db, fact.club_id, me.today)}
    else:
        watching = {InOffice(fact.made_by)}
    notice = closing(_notice(fact))
    others = tuple((each, notice) for each in sorted(watching) if each != fact.person_id)
    return Told(_reply(fact), (*_of_the_account(fact, me, db), *others))


def _notice(fact: InvitationAccepted) -> Moment:
    if fact.role is Role.MEMBER:
        return say.account_taken(fact.name, fact.channel, fact.account)
    return say.was_accepted(fact.name, fact.role.value, fact.channel, fact.account)


def _welcome(fact: InvitationAccepted) -> Moment:
    """A link for a member's own phone makes nobody a member: she has long been one."""
    if fact.role is Role.MEMBER:
        return say.account_welcome(fact.club_name, fact.since)
    return say.welcome(fact.club_name, fact.role.value)


def _reply(fact: InvitationAccepted) -> Card:
    """She is welcome first, and then hears what waits."""
    welcome = _welcome(fact)
    if not fact.offices_wait:
        return closing(welcome)
    waits = closing(say_account.yours_waits())
    return replace(waits, before=(*waits.before, welcome))


def _of_the_account(
    fact: InvitationAccepted, me: Visitor, db: Connection
) -> tuple[tuple[int, Card], ...]:
    """Two others confirm an office on a new account; she sees what a lost one has done."""
    told = told_to_confirm(db, me, fact.person_id) if fact.offices_wait else ()
    lost = what_the_lost_one_did(me, db, fact.person_id)
    return (*told, *([] if lost is None or me.person_id is not None else [lost]))
