"""Members who asked for help and are to be reminded of who comes, and when."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache

from sqlalchemy import Connection, bindparam, select

from club.address import PersonName
from storage.among import among
from storage.queries.members.naming import NAMED
from storage.queries.reminding.reminding import Wanted, session_as_it_is
from storage.tables.areas import clubs
from storage.tables.people import members, persons
from storage.tables.sessions import help_requests, signups, support_sessions


@cache
def help_coming() -> Wanted:
    """Members with a request out of which a session was opened; each once for a session."""
    asked = select(help_requests.c.id).where(
        help_requests.c.session_id == support_sessions.c.id,
        help_requests.c.member_id == members.c.id,
        help_requests.c.state != "closed",
    )
    return (
        select(
            support_sessions.c.club_id,
            members.c.person_id,
            session_as_it_is().label("subject"),
            support_sessions.c.id.label("session_id"),
            support_sessions.c.starts_at,
            support_sessions.c.topic,
            support_sessions.c.place,
            clubs.c.timezone,
        )
        .select_from(
            support_sessions.join(clubs, clubs.c.id == support_sessions.c.club_id).join(
                members, members.c.club_id == support_sessions.c.club_id
            )
        )
        .where(
            support_sessions.c.state == "open",
            members.c.state == "member",
            clubs.c.ended_on.is_(None),
            asked.correlate(support_sessions, members).exists(),
        )
    )


def who_comes(db: Connection, session_ids: Collection[int]) -> dict[int, list[PersonName]]:
    """Who has a place in each of these sessions, in the order of signing up."""
    coming: dict[int, list[PersonName]] = defaultdict(list)
    for row in db.execute(_COMING, {"session_ids": list(session_ids), "place": "taking"}):
        coming[row.session_id].append(row.name)
    return coming


_COMING = (
    select(signups.c.session_id, NAMED)
    .join(persons, persons.c.id == signups.c.person_id)
    .where(among(signups.c.session_id, "session_ids"), signups.c.place == bindparam("place"))
    .order_by(signups.c.asked_at, signups.c.id)
)
