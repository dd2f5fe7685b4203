"""Members, meetings, areas, care, support and lessons of a month, counted from rows."""

from collections import Counter
from datetime import date

from club.accounts import Account
from club.areas import Area
from club.calendar import Month
from club.money import total
from club.summary.figures import (
    AreaFigures,
    CareFigures,
    LessonFigures,
    MeetingFigures,
    Share,
    SupportFigures,
)
from club.summary.member_figures import MemberFigures
from club.summary.rows import ClubRows, MeetingRow, MemberRow

EARLIER_MEETINGS = 5
OLDER_IN_SOME_PROVINCES = 55
"""From this age some provinces count a member as older; the law says 60."""


def present_members(rows: ClubRows, until: date) -> list[MemberRow]:
    """Those who were members at the end of that day."""
    return [
        member
        for member in rows.members
        if member.joined_on <= until and (member.left_on is None or member.left_on > until)
    ]


def count_members(rows: ClubRows, month: Month, *, until: date, older_from: int) -> MemberFigures:
    """Members at the end of the month; older is who reaches that age in this year or before."""
    members = present_members(rows, until)
    known = [(member, month.year - member.birth_year) for member in members if member.birth_year]
    older = [member for member, age in known if age >= older_from]
    from_55 = [member for member, age in known if age >= OLDER_IN_SOME_PROVINCES]
    joined = [member for member in rows.members if month.first_day <= member.joined_on <= until]
    left = [member.left_on for member in rows.members if member.left_on]
    return MemberFigures(
        all=len(members),
        older=len(older),
        older_women=sum(member.is_woman is True for member in older),
        women=sum(member.is_woman is True for member in members),
        younger=len(known) - len(older),
        poor=sum(member.is_poor is True for member in members),
        age_not_known=len(members) - len(known),
        new=len(joined),
        left=sum(month.first_day <= day <= until for day in left),
        older_from_55=len(from_55),
        older_women_from_55=sum(member.is_woman is True for member in from_55),
        sex_not_known=sum(member.is_woman is None for member in members),
        hardship_not_known=sum(member.is_poor is None for member in members),
    )


def count_meeting(rows: ClubRows, month: Month) -> MeetingFigures:
    """The month's meeting; where there were two (a lunar club) both count towards attendance."""
    held = [meeting for meeting in rows.meetings if meeting.month == month]
    past = sorted((each for each in rows.meetings if each.month < month), key=_held_on)
    newest_first = past[: -EARLIER_MEETINGS - 1 : -1]
    return MeetingFigures(
        held_on=max((meeting.held_on for meeting in held), default=None),
        attendance=_attendance(held),
        has_minutes=bool(held) and all(meeting.has_minutes for meeting in held),
        earlier=tuple((meeting.month, _attendance([meeting])) for meeting in newest_first),
        guests=sum(meeting.guests for meeting in held),
        planned_on=rows.planned_on,
    )


def count_areas(rows: ClubRows, month: Month) -> AreaFigures:
    """Activities by area; areas without any are in it, with 0."""
    counts = Counter(activity.area for activity in rows.activities if activity.month == month)
    return AreaFigures(tuple((area, counts[area]) for area in Area))


def count_care(rows: ClubRows, month: Month) -> CareFigures:
    """Help in money comes from the books, people and visits from the month's log."""
    clients = [visit.client for visit in rows.visits if visit.month == month]
    spent = [each for each in rows.postings if each.month == month and each.account is Account.HELP]
    return CareFigures(
        people_helped=len({help.person for help in rows.help_given if help.month == month}),
        help_money=total(each.amount for each in spent),
        visits=len(clients),
        clients=len(set(clients)),
        home_care_volunteers=rows.home_care_volunteers,
    )


def count_support(rows: ClubRows, month: Month) -> SupportFigures:
    """Sessions, the volunteers in them, and the minutes they gave."""
    helped = [each for each in rows.helped if each.month == month]
    return SupportFigures(
        sessions=len({each.session for each in helped}),
        volunteers=len({each.volunteer for each in helped}),
        minutes=sum(each.minutes for each in helped),
    )


def count_lessons(rows: ClubRows, month: Month) -> LessonFigures:
    """Members, each counted once."""
    sent = [each for each in rows.lessons if each.month == month]
    done = {each.member for each in sent if each.is_done}
    return LessonFigures(reached=len({each.member for each in sent}), done=len(done))


def _held_on(meeting: MeetingRow) -> date:
    return meeting.held_on


def _attendance(meetings: list[MeetingRow]) -> Share:
    present = sum(meeting.present for meeting in meetings)
    return Share(present, sum(meeting.members for meeting in meetings))
