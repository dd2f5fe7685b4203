"""The chair makes a link that gives an office, or gives a member's own phone a voice."""

from club.members import Action, Role
from club.offices import TO_APPOINT
from club.refusals import Code
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.members import offices as say
from messages.presses import StartPress
from storage.changes.joining.invite import InvitationMade, Invite
from storage.queries import Connection
from storage.queries.own.pages import page_at


@dialogue("invite", title=say.invite_title, about=2)
async def invite(ask: Ask, me: Visitor) -> Invite | Said:
    if not me.may(Action.APPOINT_OFFICE):
        return said_no(Code.NOT_ALLOWED)
    role = await ask.choice(
        "role",
        say.invite_for_what(),
        among=(Role.MEMBER, *TO_APPOINT),
        shown_as=lambda each: say.invite_role(each.value),
    )
    if role is not Role.MEMBER:
        return Invite(role)
    member = await member_named(ask, me)
    return Said(say.no_such_member()) if member is None else Invite(role, member.member_id)


@after(InvitationMade)
def invitation_made(fact: InvitationMade, me: Visitor, db: Connection) -> Told:
    """The code is said to the inviter alone, once."""
    page = page_at(db)
    if not page:
        return Told(closing(say.invite_made(fact.carried, fact.role.value, fact.name)))
    link = f"{page}/#{fact.carried}"
    return Told(closing(say.invite_link(link, fact.role.value, fact.name)))


entrance(
    StartPress("invite"),
    label=say.invite_title,
    open_to=lambda me: me.may(Action.APPOINT_OFFICE),
    command="moibangma",
    words=("mời bằng mã", "mời qua mã", "mã mời", "gửi mã mời", "làm mã mời", "invite"),
    in_menu=False,
)
