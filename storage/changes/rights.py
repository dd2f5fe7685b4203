"""Whether the person may do this, asked again inside the transaction that does it."""

from sqlalchemy import Connection

from club.helping import AS_WHOM, helper_may
from club.members import Action, Role
from club.refusals import Code, Refused
from club.rights import may, pays
from storage.changes.deed import Deed
from storage.memberships import memberships
from storage.queries.members.accounts import offices_wait_in, pays_from_in


def roles_of(db: Connection, deed: Deed) -> frozenset[Role]:
    """What the person is in the club of the deed, now; no offices where a helper types."""
    if deed.person_id is None:
        return frozenset()
    for each in memberships(db, {deed.person_id}, deed.today).get(deed.person_id, ()):
        if each.club_id == deed.club_id and each.state == "member":
            if deed.typed_by is not None or offices_wait_in(db, deed.chat_id):
                return AS_WHOM
            return frozenset({Role.MEMBER, *(Role(name) for name in each.roles)})
    return frozenset()


def must_be_allowed(db: Connection, deed: Deed, action: Action) -> None:
    """Raises Refused(NOT_ALLOWED) unless the person may do it in this club; where a helper types,
    Refused(NOT_FOR_HELPER) unless helpers may.
    """
    if deed.typed_by is not None and not helper_may(action):
        raise Refused(Code.NOT_FOR_HELPER)
    if not may(roles_of(db, deed), action):
        raise Refused(Code.NOT_ALLOWED)
    if pays(action):
        must_not_be_new(db, deed)


def must_not_be_new(db: Connection, deed: Deed) -> None:
    """Raises Refused(ACCOUNT_NEW) where an office's account is too new to pay money out."""
    since = pays_from_in(db, deed.chat_id)
    if since is not None and deed.now < since:
        raise Refused(Code.ACCOUNT_NEW)
