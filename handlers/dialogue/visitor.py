"""Who is speaking, as a dialogue sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from club.broadcasts import A_MINUTE
from club.helping import helper_may
from club.members import Action, Role
from club.rights import may
from messages.wording import Words
from storage.conversations import OpenDialogue
from storage.memberships import Membership
from storage.queries.helping.helping import Helping


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person in a chat, in one club, at one moment."""

    chat_id: int
    channel: str
    language: str
    words: Words
    now: datetime
    today: date
    person_id: int | None = None
    membership: Membership | None = None
    memberships: tuple[Membership, ...] = ()
    is_volunteer: bool = False
    # Of the Association, for some area; which ones, storage.queries.members.areas says.
    is_officer: bool = False
    subject: str = ""
    # In her practice club: nothing of it is real.
    practises: bool = False
    # Somebody types for her on his own phone: her helper.
    helping: Helping | None = None
    # So many words to many leave in a minute, at the rate that is set.
    a_minute: int = A_MINUTE
    extra: frozenset[Role] = field(default=frozenset())
    # Dialogues of this chat as this turn leaves them, not yet written.
    changed: Mapping[int, OpenDialogue] = field(default_factory=dict)

    @property
    def roles(self) -> frozenset[Role]:
        """Every role in the club in focus, and those held outside of clubs."""
        roles = set(self.extra)
        if self.is_volunteer:
            roles.add(Role.VOLUNTEER)
        if self.is_officer:
            roles.add(Role.OFFICER)
        if self.membership is not None and self.membership.state == "member":
            roles.add(Role.MEMBER)
            roles |= {Role(each) for each in self.membership.roles}
        return frozenset(roles)

    def may(self, action: Action) -> bool:
        """A helper may only what helpers may."""
        if self.helping is not None and not helper_may(action):
            return False
        return may(self.roles, action)

    @property
    def person(self) -> int:
        """The person's number; asked only where a stranger cannot come."""
        if self.person_id is None:
            raise LookupError("a stranger has no number")
        return self.person_id

    @property
    def club_id(self) -> int:
        return self.my_membership.club_id

    @property
    def member_id(self) -> int:
        return self.my_membership.member_id

    @property
    def my_membership(self) -> Membership:
        if self.membership is None:
            raise LookupError("in no club")
        return self.membership
