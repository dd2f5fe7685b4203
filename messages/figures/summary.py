"""The monthly summary as chat texts: one that fits a phone screen, and a page for each subject."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum

from club.calendar import Month
from club.summary import MonthlySummary
from club.summary.figures import CashCountFigures, Figures, FundFigures
from club.summary.member_figures import MemberFigures
from club.summary.norms import self_check
from messages.figures import summary_lines as say
from messages.figures import summary_norms as norms
from messages.figures import summary_of_loans as of_loans
from messages.figures import summary_people_lines as people
from messages.figures import summary_steps as steps
from messages.figures.summary_held import held_lines
from messages.helping.on_behalf import entered_for_others
from messages.moments import Moment, moment
from messages.wording import Words

Lines = Iterator[Moment]


class Page(StrEnum):
    """What there is more of."""

    MONEY = "money"
    LOANS = "loans"
    PEOPLE = "people"
    AREAS = "areas"
    NORMS = "norms"
    TO_DO = "to_do"


PUBLIC_PAGES = (Page.MONEY, Page.AREAS, Page.NORMS)
"""What every member may see; loans, debts and people's circumstances are for the board."""


@moment("summary.title")
def title(words: Words) -> str:
    return words.say("Monthly summary")


@moment("summary.page_name")
def page_name(words: Words, page: str) -> str:
    names = {
        "money": words.say("Money"),
        "loans": words.say("Loans"),
        "people": words.say("People"),
        "areas": words.say("The eight areas"),
        "norms": words.say("National norms"),
        "to_do": words.say("What to do next"),
    }
    return names[page]


@moment("summary.of_month")
def of_month(words: Words, month: Month) -> str:
    """The way to another month; typed as it stands it opens it too."""
    return words.say("Summary of {month}", month=month)


@moment("summary.back_to_it")
def back_to_it(words: Words) -> str:
    return words.say("The whole summary")


def overview(
    club: str, summary: MonthlySummary, *, for_board: bool, counts: Sequence[Moment] = ()
) -> Moment:
    """The whole month on one phone screen; without debts for whoever is not on the board.

    counts: what was counted where and when (`summary_lines.counted_on`), where that is known.
    """
    lines = _overview(summary, for_board=for_board, counts=counts)
    return _text([*_head(club, summary), *lines])


def page(
    club: str,
    summary: MonthlySummary,
    of: Page,
    *,
    for_board: bool,
    counts: Sequence[Moment] = (),
    on_behalf: Sequence[Moment] = (),
) -> Moment:
    """More about one subject. `on_behalf`: who entered how much for members without a phone."""
    if of is Page.MONEY:
        lines = _money(summary, for_board=for_board, counts=counts)
        return _text([*_head(club, summary), *lines])
    entered = [say.blank(), entered_for_others(), *on_behalf] if on_behalf else []
    return _text([*_head(club, summary), *_PAGES[of](summary), *entered])


def _text(lines: Sequence[Moment]) -> Moment:
    return say.lines(lines=list(lines))


def _head(club: str, summary: MonthlySummary) -> Lines:
    yield say.head(club=club, month=summary.month)
    if summary.is_closed:
        yield say.final_with_code(code=summary.closing_code)
    elif not summary.is_over:
        yield say.so_far(until=summary.figures.until)
    else:
        yield say.not_closed()
    yield say.blank()


def _overview(summary: MonthlySummary, *, for_board: bool, counts: Sequence[Moment]) -> Lines:
    figures = summary.figures
    yield from _people_shortly(summary)
    yield say.areas(worked_on=len(figures.areas.worked_on))
    yield say.fees(received=figures.fees.received)
    if for_board and figures.fees.owed:
        yield say.fees_owed(owed=figures.fees.owed, members=figures.fees.members_owing)
    yield say.golden_heart(money=figures.golden_heart.money)
    for fund in figures.funds:
        yield say.fund(name=say.fund_name(name=fund.name), total=fund.total)
        if fund.is_lending and (fund.closing or fund.outstanding):
            yield say.fund_parts(cash=fund.closing, lent=fund.outstanding)
    yield from held_lines(figures, for_board=for_board)
    yield from counts or [_cash_count(figures.cash_count)]
    yield from _board_shortly(summary) if for_board else ()
    yield from _done_shortly(figures)
    if for_board:
        yield say.blank()
        yield from _to_do(summary)


def _people_shortly(summary: MonthlySummary) -> Lines:
    members, meeting = summary.figures.members, summary.figures.meeting
    if not members.all:
        yield people.no_members()
    elif members.tells_age and members.tells_sex:
        yield people.members(all=members.all, older=members.older, women=members.women)
    else:
        yield people.members_alone(all=members.all)
    if members.new or members.left:
        yield people.new_and_left(new=members.new, left=members.left)
    if meeting.held_on is None:
        yield _not_held(summary)
        return
    came = meeting.came
    if came is None:
        yield people.met_without_roll(held_on=meeting.held_on)
    else:
        yield people.met(held_on=meeting.held_on, present=came.part, members=came.whole)
    if meeting.guests:
        yield people.guests(guests=meeting.guests)
    if came is not None and came.percent is not None and meeting.earlier_percent is not None:
        yield people.earlier_attendance(percent=came.percent, earlier=meeting.earlier_percent)


def _not_held(summary: MonthlySummary) -> Moment:
    figures, planned = summary.figures, summary.figures.meeting.planned_on
    if planned is None:
        return people.no_meeting()
    if figures.meeting.waits_for_roll(figures.until, is_over=summary.is_over):
        return people.met_without_roll(held_on=planned)
    return people.meeting_planned(planned_on=planned)


def _board_shortly(summary: MonthlySummary) -> Lines:
    figures = summary.figures
    yield from of_loans.shortly(figures)
    if figures.waiting:
        yield say.waiting(count=figures.waiting)
    if figures.to_phone:
        yield say.to_phone(count=figures.to_phone)


def _done_shortly(figures: Figures) -> Lines:
    """Of what was not, nothing is said."""
    care, lessons = figures.care, figures.lessons
    if care.people_helped or care.visits:
        yield say.helped(people=care.people_helped, visits=care.visits)
    if figures.support.sessions:
        yield _support(figures)
    if lessons.reached:
        yield say.lesson_of_month(month=figures.month, reached=lessons.reached, done=lessons.done)


def _to_do(summary: MonthlySummary) -> Lines:
    if not summary.next_steps:
        yield steps.nothing_to_do()
        return
    over = summary.is_over
    yield steps.todo_of_month(month=summary.month) if over else steps.todo_head()
    for number, step in enumerate(summary.next_steps, start=1):
        yield steps.numbered(number=number, step=steps.step_line(step))


def _money(summary: MonthlySummary, *, for_board: bool, counts: Sequence[Moment]) -> Lines:
    figures = summary.figures
    fees, gifts = figures.fees, figures.golden_heart
    yield say.fees(received=fees.received)
    if fees.in_advance:
        yield say.fees_in_advance(in_advance=fees.in_advance)
    if for_board and fees.owed:
        yield say.fees_owed(owed=fees.owed, members=fees.members_owing)
    if summary.before is not None:
        yield say.month_before(line=say.fees(received=summary.before.fees.received))
    yield say.golden_heart(money=gifts.money)
    for each in gifts.goods:
        yield say.goods(thousandths=int(each.quantity * 1000), unit=each.unit, item=each.item)
    if gifts.working_days:
        yield say.working_days(thousandths=int(gifts.working_days * 1000))
    for fund in figures.funds:
        yield from _fund(fund)
    yield say.blank()
    yield from held_lines(figures, for_board=for_board)
    yield from counts or [_cash_count(figures.cash_count)]


def _fund(fund: FundFigures) -> Lines:
    yield say.blank()
    yield say.fund(name=say.fund_name(name=fund.name), total=fund.total)
    if not (fund.opening or fund.received or fund.paid or fund.total):
        return
    yield say.fund_flow(
        opening=fund.opening, received=fund.received, paid=fund.paid, closing=fund.closing
    )
    if fund.outstanding:
        yield say.fund_lent(lent=fund.outstanding)
    if fund.owed_to_lenders or fund.member_shares:
        yield say.fund_owed(lenders=fund.owed_to_lenders, shares=fund.member_shares)


def _cash_count(count: CashCountFigures) -> Moment:
    if not count.places:
        return say.not_counted()
    if count.difference:
        return say.counted_otherwise(counted=count.counted, difference=count.difference)
    return say.counted(counted=count.counted)


def _people(summary: MonthlySummary) -> Lines:
    figures = summary.figures
    yield from _people_shortly(summary)
    yield from _kinds_of_members(figures.members)
    yield say.blank()
    yield from _done_shortly(figures)
    if figures.care.help_money:
        yield say.help_money(sum_=figures.care.help_money)
    if figures.to_phone:
        yield say.to_phone(count=figures.to_phone)


def _kinds_of_members(members: MemberFigures) -> Lines:
    """What is known of them; of nobody there is nothing to say."""
    if members.all and members.tells_age:
        if members.tells_sex:
            yield say.older_women(women=members.older_women, older=members.older)
        yield say.younger(younger=members.younger)
    if members.all and members.tells_hardship:
        yield say.poor(poor=members.poor)


def _areas(summary: MonthlySummary) -> Lines:
    figures = summary.figures
    if figures.areas.worked_on:
        for each, times in figures.areas.activities:
            yield steps.area_line(area=steps.area(code=each.value), times=times)
    else:
        yield steps.no_work_in_areas()
    life = figures.life
    if life is not None and any(asdict(life).values()):
        yield say.life(
            actions=life.community_actions,
            measured=life.health_checked,
            groups=life.livelihood_groups,
            people=life.livelihood_members,
            met=life.exchanges,
        )


def _norms(summary: MonthlySummary) -> Lines:
    yield norms.norms_intro()
    for check in self_check(summary.figures):
        yield norms.check_line(check)


def _support(figures: Figures) -> Moment:
    support = figures.support
    return say.support(
        sessions=support.sessions, volunteers=support.volunteers, minutes=support.minutes
    )


_PAGES: dict[Page, Callable[[MonthlySummary], Lines]] = {
    Page.LOANS: lambda of: of_loans.page(of.figures),
    Page.PEOPLE: _people,
    Page.AREAS: _areas,
    Page.NORMS: _norms,
    Page.TO_DO: _to_do,
}
