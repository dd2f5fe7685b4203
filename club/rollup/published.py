"""What of a closed month leaves the club: figures in which no group of one to four people shows.

Club rules, F.8. What is small is hidden here, before anything is added up: a roll-up is a sum of
published figures alone, so nothing that is subtracted from anything gives back what was hidden.
Hidden together are: a group and what it would follow from (those outside of it, the other half of
a table), and the money of so few.
"""

from club.summary.figures import Figures, LoanFigures
from club.summary.member_figures import MemberFigures

SMALLEST_GROUP = 5
AREAS = 8
FUND_AIM_DONG = 50_000_000
ATTENDANCE_AIM_PERCENT = 80

Published = dict[str, int | None]
"""Values by their code in club.rollup.indicators; None where it is hidden."""


def is_small(people: int) -> bool:
    """Whether so many people could be recognised: one to four. Nobody is no group."""
    return 0 < people < SMALLEST_GROUP


def published(figures: Figures) -> Published:
    """The month as a roll-up may read it. A club of one to four members shows nothing at all."""
    everything = _shown(figures)
    if is_small(figures.members.all):
        return dict.fromkeys(everything)
    return everything


def _shown(figures: Figures) -> Published:
    shown = {
        **_people(figures.members),
        **_meeting(figures),
        **_lending(figures.loans, figures.members.all),
        **_given(figures),
        "fees_received": figures.fees.received.dong,
        "gifts_in_money": figures.golden_heart.money.dong,
        "lending_fund_total": figures.lending_fund_total.dong,
        "fund_of_50_million": int(figures.lending_fund_total.dong >= FUND_AIM_DONG),
        "board_trained": _trained(figures),
    }
    return shown | {"half_in_need_borrow": _half_borrow(shown)}


def _part(part: int, whole: int) -> int | None:
    """A part of people, hidden too where those outside of it are few."""
    return None if is_small(part) or is_small(whole - part) else part


def _people(members: MemberFigures) -> Published:
    older = _part(members.older, members.all)
    women = _part(members.women, members.all)
    both = members.older_women
    corners = (
        both,
        members.older - both,
        members.women - both,
        members.all - members.older - members.women + both,
    )
    moved = is_small(members.new) or is_small(members.left)
    return {
        "members": members.all,
        "older": older,
        "women": women,
        "older_women": None if any(is_small(each) for each in corners) else both,
        "poor": _part(members.poor, members.all),
        # One of the two and the members before and after would tell the other.
        "new": None if moved else members.new,
        "left": None if moved else members.left,
    }


def _meeting(figures: Figures) -> Published:
    came, of = figures.meeting.attendance.part, figures.meeting.attendance.whole
    present = _part(came, of)
    met = figures.meeting.held_on is not None
    worked_on = len(figures.areas.worked_on)
    reached = _part(figures.lessons.reached, figures.members.all)
    return {
        "meetings": int(met),
        "present": present,
        "expected_to_come": None if present is None else of,
        "attended_well": int(_attended_well(came, of)),
        "areas_worked_on": worked_on,
        "all_areas": int(worked_on == AREAS),
        "met_with_all_areas": int(met and worked_on == AREAS),
        "lesson_reached": reached,
    }


def _attended_well(came: int, of: int) -> bool:
    """Alike for every number of absent people that is hidden."""
    absent = of - came
    if is_small(absent) or is_small(came):
        absent = SMALLEST_GROUP - 1 if not is_small(came) else of
    return of > 0 and 100 * absent <= (100 - ATTENDANCE_AIM_PERCENT) * of


def _lending(loans: LoanFigures, members: int) -> Published:
    borrowers = _part(loans.borrowers, members)
    late = _part(loans.overdue.loans, loans.borrowers)
    few = borrowers is None or loans.borrowers == 0
    late = None if borrowers is None else late
    payouts = None if is_small(loans.payouts) else loans.payouts
    # What is lent before and after tells of the two flows one by the other.
    flows = not few and payouts is not None
    nothing = not loans.repaid and not loans.payouts
    shown = flows or nothing
    in_need, with_loan = loans.borrowers_in_need.whole, loans.borrowers_in_need.part
    need = _part(in_need, members)
    have = _part(with_loan, in_need)
    if need is None or is_small(loans.borrowers - with_loan):
        have = None
    return {
        "borrowers": borrowers,
        "outstanding": None if borrowers is None else loans.outstanding.dong,
        "overdue_loans": late,
        "overdue": None if late is None else loans.overdue.all.dong,
        "payouts": payouts,
        "paid_out": loans.paid_out.dong if shown else None,
        "repaid": loans.repaid.dong if shown else None,
        "interest": loans.interest.dong if not few or not loans.interest else None,
        "in_need": need,
        "in_need_with_loan": have,
        "in_need_compared": None if have is None else need,
    }


def _given(figures: Figures) -> Published:
    care, support = figures.care, figures.support
    helped = None if is_small(care.people_helped) else care.people_helped
    known = helped or not care.help_money
    return {
        "people_helped": helped,
        "help_money": care.help_money.dong if known else None,
        "home_visits": None if is_small(care.clients) else care.visits,
        "home_care_volunteers": None
        if is_small(care.home_care_volunteers)
        else care.home_care_volunteers,
        "support_sessions": support.sessions,
        "support_minutes": None if is_small(support.volunteers) else support.minutes,
    }


def _trained(figures: Figures) -> int:
    trained = figures.board_trained_on
    return int(trained is not None and trained.year == figures.month.year)


def _half_borrow(shown: Published) -> int:
    need, have = shown["in_need"], shown["in_need_with_loan"]
    return int(bool(need) and have is not None and 2 * have >= (need or 0))
