"""What the club lives on, in heads and deeds of a month: teams, health checks, exchanges."""

from datetime import date

from sqlalchemy import Connection, func, or_, select

from club.areas import Area
from club.calendar import Month
from club.summary.figures import LifeFigures
from storage.queries.life.health import heads_measured
from storage.tables.activities import activities
from storage.tables.club_life import team_members, teams
from storage.tables.people import members


def life_figures(db: Connection, club_id: int, month: Month) -> LifeFigures:
    """Counted from rows; people only as heads."""
    kinds = _teams(db, club_id, month)
    return LifeFigures(
        community_actions=_community_actions(db, club_id, month),
        health_checked=heads_measured(db, club_id, month),
        livelihood_groups=kinds.get("livelihood", 0),
        livelihood_members=_livelihood_members(db, club_id, month),
        performing_teams=kinds.get("performing", 0),
        exchanges=_exchanges(db, club_id, month),
    )


def _community_actions(db: Connection, club_id: int, month: Month) -> int:
    found = select(func.count()).where(
        activities.c.club_id == club_id,
        activities.c.area == Area.SELF_HELP.value,
        activities.c.done_on.between(month.first_day, month.last_day),
    )
    return int(db.execute(found).scalar_one())


def _exchanges(db: Connection, club_id: int, month: Month) -> int:
    found = select(func.count()).where(
        activities.c.club_id == club_id,
        activities.c.exchange_with.is_not(None),
        activities.c.done_on.between(date(month.year, 1, 1), month.last_day),
    )
    return int(db.execute(found).scalar_one())


def _teams(db: Connection, club_id: int, month: Month) -> dict[str, int]:
    found = db.execute(
        select(teams.c.kind, func.count())
        .where(
            teams.c.club_id == club_id,
            teams.c.since <= month.last_day,
            or_(teams.c.ended_on.is_(None), teams.c.ended_on > month.last_day),
        )
        .group_by(teams.c.kind)
    )
    return {row[0]: int(row[1]) for row in found}


def _livelihood_members(db: Connection, club_id: int, month: Month) -> int:
    found = select(func.count(team_members.c.member_id.distinct())).select_from(
        team_members.join(teams, teams.c.id == team_members.c.team_id).join(
            members, members.c.id == team_members.c.member_id
        )
    )
    return int(
        db.execute(
            found.where(
                teams.c.club_id == club_id,
                teams.c.kind == "livelihood",
                teams.c.since <= month.last_day,
                or_(teams.c.ended_on.is_(None), teams.c.ended_on > month.last_day),
                team_members.c.since <= month.last_day,
                members.c.state == "member",
            )
        ).scalar_one()
    )
