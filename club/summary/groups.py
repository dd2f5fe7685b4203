"""Indicators that belong together: of a month in which there is nothing of them, one word is said.

A sheet leaves out the rows of such a group and names the group, so that an empty month is short.
"""

from collections.abc import Iterable
from enum import StrEnum

from club.money import NOTHING
from club.summary.figures import Figures
from club.summary.indicators import Measure, Value


class Group(StrEnum):
    """What there can be nothing of."""

    MEMBERS = "members"
    MEETING = "meeting"
    HELP = "help"
    HOME_CARE = "home_care"
    SUPPORT = "support"
    LESSON = "lesson"
    TO_PHONE = "to_phone"
    AREAS = "areas"
    TRAINING = "training"
    COMMUNITY = "community"
    HEALTH = "health"
    LIVELIHOOD = "livelihood"
    TEAMS = "teams"
    EXCHANGES = "exchanges"
    FEES = "fees"
    GIFTS = "gifts"
    HELD = "held"
    CASH_COUNT = "cash_count"
    FUND = "fund"
    WAITING = "waiting"
    REQUESTS = "requests"
    LENT = "lent"
    OVERDUE = "overdue"
    RESCHEDULED = "rescheduled"
    WRITTEN_OFF = "written_off"
    NEED = "need"


_CODES: dict[Group, tuple[str, ...]] = {
    Group.MEMBERS: (
        *("members", "older", "older_from_55", "older_women", "women", "younger"),
        *("age_not_known", "poor", "new", "left"),
    ),
    Group.MEETING: ("meeting_held_on", "present", "guests", "attendance", "earlier_attendance"),
    Group.HELP: ("people_helped", "help_money"),
    Group.HOME_CARE: ("home_visits", "care_clients", "home_care_volunteers"),
    Group.SUPPORT: ("support_sessions", "support_volunteers", "support_minutes"),
    Group.LESSON: ("lesson_reached", "lesson_done"),
    Group.TO_PHONE: ("to_phone",),
    Group.AREAS: ("area", "areas_worked_on"),
    Group.TRAINING: ("board_trained_on",),
    Group.COMMUNITY: ("community_actions",),
    Group.HEALTH: ("health_checked",),
    Group.LIVELIHOOD: ("livelihood_groups", "livelihood_members"),
    Group.TEAMS: ("performing_teams",),
    Group.EXCHANGES: ("exchanges",),
    Group.FEES: ("fees_received", "fees_in_advance", "fees_owed", "members_owing"),
    Group.GIFTS: ("gifts_in_money",),
    Group.HELD: ("held_in_cash", "held_in_bank"),
    Group.CASH_COUNT: ("cash_counted", "cash_difference"),
    Group.FUND: (
        *("lending_fund_total", "fund_opening", "fund_received", "fund_paid", "fund_closing"),
        *("fund_outstanding", "fund_total"),
    ),
    Group.WAITING: ("waiting",),
    Group.REQUESTS: ("requests", "asked", "agreements", "agreed"),
    Group.LENT: (
        *("payouts", "paid_out", "repaid", "interest", "repayment_rate"),
        *("outstanding", "borrowers"),
    ),
    Group.OVERDUE: (
        *("overdue_loans", "overdue", "overdue_to_30_days", "overdue_to_90_days"),
        *("overdue_over_90_days", "at_risk"),
    ),
    Group.RESCHEDULED: ("rescheduled",),
    Group.WRITTEN_OFF: ("written_off", "recovered"),
    Group.NEED: ("in_need", "in_need_with_loan", "in_need_percent"),
}
GROUP_OF = {code: group for group, codes in _CODES.items() for code in codes}
"""The group of every indicator."""


def _key(measure: Measure) -> tuple[Group, str]:
    """Each fund is a group of its own, whatever it is called; the areas are one together."""
    group = GROUP_OF[measure.code]
    return group, measure.about if group is Group.FUND else ""


def is_nothing(value: Value) -> bool:
    """Neither known nor more than nothing."""
    return value is None or value in (0, NOTHING)


def without_nothing(
    listed: Iterable[Measure], *, in_groups: bool = False
) -> tuple[list[Measure], list[tuple[Group, str]]]:
    """The measures of groups in which something was, in their order, and the groups left out.

    A group stays where the month before has something of it: then the nothing says something. Of a
    fund its name stands beside the group. in_groups: what is nothing is left out of the groups that
    stay as well.
    """
    by_group: dict[tuple[Group, str], list[Measure]] = {}
    everything = list(listed)
    for each in everything:
        by_group.setdefault(_key(each), []).append(each)
    empty = [key for key, found in by_group.items() if all(map(_is_nothing_now_or_before, found))]
    left = frozenset(empty)
    rows = [each for each in everything if _key(each) not in left]
    if in_groups:
        rows = [each for each in rows if not _is_nothing_now_or_before(each)]
    return rows, empty


def _is_nothing_now_or_before(measure: Measure) -> bool:
    return is_nothing(measure.value) and is_nothing(measure.before)


def is_quiet(figures: Figures) -> bool:
    """Neither a meeting nor any work in the eight areas: of such a month there is little to say."""
    return figures.meeting.held_on is None and not figures.areas.worked_on
