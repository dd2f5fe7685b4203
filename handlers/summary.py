"""The month of the club in figures: on one screen, with a page for each subject."""

from club.calendar import Month
from club.members import Action
from club.summary import MonthlySummary
from club.summary.next_steps import NextStep, Step
from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.visitor import Visitor
from handlers.entrances import SCREENS, choices, entrance, screen
from handlers.menus import closing
from messages import everywhere as say_everywhere
from messages import summary as say
from messages.cards import Card, Choice
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress, packed
from messages.summary import PUBLIC_PAGES, Page
from messages.summary_steps import step_line
from messages.understand.dates import read_month
from messages.understand.readings import Either, Value
from storage.queries import Connection
from storage.queries.summary import ClubMonth, club_month

DONE_BY: dict[Step, Press] = {
    Step.SETTLE_CASH_DIFFERENCE: ScreenPress("club_money"),
    Step.CONFIRM_WAITING: ScreenPress("tasks"),
    Step.HOLD_MEETING: StartPress("plan_meeting"),
    Step.TAKE_ROLL: StartPress("roll_call"),
    Step.HELP_SOMEBODY: StartPress("open_session"),
}
"""The dialogue or screen in which a step can be done at once; the others are done outside."""


@screen("summary")
def summary(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument` is a month, today's if empty, and perhaps a page: "2026-10", "2026-10 money"."""
    if me.membership is None or me.membership.state != "member":
        return closing(say_everywhere.do_not_know())
    named, _, page = argument.partition(" ")
    month = _month(named) or Month.of(me.today)
    found = club_month(db, me.club_id, month, me.today)
    if found is None:
        return closing(say.no_such_month())
    if page in _pages(me):
        return _page(me, found, Page(page))
    return _overview(me, found)


def _month(named: str) -> Month | None:
    try:
        return Month.parse(named)
    except ValueError:
        return None


def _for_board(me: Visitor) -> bool:
    return me.may(Action.SEE_SUMMARY)


def _pages(me: Visitor) -> tuple[Page, ...]:
    return tuple(Page) if _for_board(me) else PUBLIC_PAGES


def _overview(me: Visitor, found: ClubMonth) -> Card:
    month = found.summary.month
    pages: list[tuple[Press, Moment]] = [
        (ScreenPress("summary", f"{month} {each.value}"), say.page_name(page=each.value))
        for each in _pages(me)
    ]
    return Card(
        say.overview(found.club_name, found.summary, for_board=_for_board(me)),
        choices=choices(pages),
        small=_other_months(found, me),
    )


def _other_months(found: ClubMonth, me: Visitor) -> tuple[Choice, ...]:
    month = found.summary.month
    before = [month.previous()] if month > found.founded else []
    after = [month.next()] if month < Month.of(me.today) else []
    return tuple(
        Choice(packed(ScreenPress("summary", str(each))), say.of_month(month=each))
        for each in (*before, *after)
    )


def _page(me: Visitor, found: ClubMonth, page: Page) -> Card:
    back: tuple[Press, Moment] = (
        ScreenPress("summary", str(found.summary.month)),
        say.back_to_it(),
    )
    doing = _doing(found.summary) if page is Page.TO_DO else []
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    return Card(
        say.page(found.club_name, found.summary, page, for_board=_for_board(me)),
        choices=choices([*doing, back, menu]),
    )


def _doing(summary: MonthlySummary) -> list[tuple[Press, Moment]]:
    return [
        (press, step_line(step))
        for step in summary.next_steps
        if (press := _press_for(step)) is not None
    ]


def _press_for(step: NextStep) -> Press | None:
    match DONE_BY.get(step.step):
        case StartPress(name) as press if name in SCRIPTS:
            return press
        case ScreenPress(name) as press if name in SCREENS:
            return press
    return None


def _read(text: str, me: Visitor) -> Press | None:
    """'báo cáo tháng 10': of two readings the one that is over already."""
    match read_month(text, today=me.today):
        case Value(month):
            return ScreenPress("summary", str(month))
        case Either(readings):
            past = [each for each in readings if each <= Month.of(me.today)]
            return ScreenPress("summary", str(max(past))) if past else None
    return None


entrance(
    ScreenPress("summary"),
    label=say.title,
    open_to=lambda me: me.membership is not None and me.membership.state == "member",
    command="baocao",
    words=("báo cáo", "báo cáo tháng", "tổng kết tháng", "summary", "report"),
    reads=_read,
    comes_late=lambda me: not me.may(Action.SEE_SUMMARY),
)
