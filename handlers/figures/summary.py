"""The month of the club in figures: on one screen, with a page for each subject."""

from club.calendar import Month
from club.members import Action
from club.summary import MonthlySummary
from club.summary.indicators import Subject
from club.summary.next_steps import NextStep, Step
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.figures.month_typed import UNKNOWN, month_in_a_form
from handlers.figures.no_such_month import no_such_month
from handlers.figures.remind_fees import may_remind
from handlers.menus import closing
from handlers.money.counts_said import counts_said
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.figures import summary as say
from messages.figures import summary_counting as say_more
from messages.figures.summary import PUBLIC_PAGES, Page
from messages.figures.summary_steps import step_line
from messages.helping import on_behalf as say_on_behalf
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.paper_forms import form_said
from storage.queries import Connection
from storage.queries.figures.summary import ClubMonth, club_month
from storage.queries.helping.on_behalf import entered_on_behalf


def done_by(step: Step, month: Month, *, reminds: bool = False) -> Press:
    """The dialogue or screen in which a step is done, or where what it is about can be seen.

    `reminds`: whether the visitor may remind others of what they owe.
    """
    if step is Step.COLLECT_FEES and reminds:
        return StartPress("remind_fees", str(month))
    return _DONE_BY.get(step) or ScreenPress("summary", f"{month} {_SEEN_ON.get(step, Page.NORMS)}")


_DONE_BY: dict[Step, Press] = {
    Step.SETTLE_CASH_DIFFERENCE: StartPress("settle_difference"),
    Step.CONFIRM_WAITING: ScreenPress("tasks"),
    Step.HOLD_MEETING: StartPress("plan_meeting"),
    Step.TAKE_ROLL: StartPress("roll_call"),
    Step.COUNT_CASH: StartPress("count_cash"),
    Step.WRITE_MINUTES: ScreenPress("minutes"),
    Step.CLOSE_MONTH: StartPress("close_month"),
    Step.SEE_LATE_BORROWERS: ScreenPress("loan_book"),
    Step.LEND_TO_THOSE_IN_NEED: ScreenPress("loan_book"),
    Step.HELP_SOMEBODY: StartPress("give_help"),
    Step.PHONE_PEOPLE: ScreenPress("tasks"),
    Step.INVITE_MEMBERS: StartPress("invite"),
}
_SEEN_ON: dict[Step, Page] = {Step.COLLECT_FEES: Page.MONEY, Step.WORK_ON_AREAS: Page.AREAS}
_SUBJECT_OF = {
    Page.MONEY: Subject.MONEY,
    Page.LOANS: Subject.LOANS,
    Page.PEOPLE: Subject.PEOPLE,
    Page.AREAS: Subject.AREAS,
}


@screen("summary")
def summary(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument` is a month, today's if empty, and perhaps a page: "2026-10", "2026-10 money"."""
    if me.membership is None or me.membership.state != "member":
        return closing(say_everywhere.do_not_know())
    named, _, page = argument.partition(" ")
    if named == UNKNOWN:
        return no_such_month(me, db, "summary")
    month = _month(named) or Month.of(me.today)
    found = club_month(db, me.club_id, month, me.today)
    if found is None:
        return no_such_month(me, db, "summary", month)
    if page in _pages(me):
        return _page(me, db, found, Page(page))
    if page.startswith("how "):
        return _how(me, db, found, page)
    return _overview(me, db, found)


def _month(named: str) -> Month | None:
    try:
        return Month.parse(named)
    except ValueError:
        return None


def _for_board(me: Visitor) -> bool:
    return me.may(Action.SEE_SUMMARY)


def _pages(me: Visitor) -> tuple[Page, ...]:
    return tuple(Page) if _for_board(me) else PUBLIC_PAGES


def _counts(me: Visitor, db: Connection, found: ClubMonth) -> list[Moment]:
    """Where cash lies is for the board."""
    return counts_said(db, me.club_id, found.summary) if _for_board(me) else []


def _on_behalf(me: Visitor, db: Connection, month: Month) -> list[Moment]:
    """How much each of the board entered for members without a phone (Club rules, F.2)."""
    if not _for_board(me):
        return []
    return [
        say_on_behalf.count(each.name, each.count)
        for each in entered_on_behalf(db, me.club_id, month)
    ]


def _overview(me: Visitor, db: Connection, found: ClubMonth) -> Card:
    month = found.summary.month
    shown = [each for each in _pages(me) if each is not Page.TO_DO]
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("summary", f"{month} {each.value}"), say.page_name(page=each.value))
        for each in shown
    ]
    if _for_board(me):
        # First, so that the numbers before them in the text can be typed.
        ways = [*_doing(me, found.summary), *ways]
        ways.append((ScreenPress("summary_papers", str(month)), say_more.papers_title()))
    else:
        ways.append((ScreenPress("summary_papers", f"{month} png"), say_more.as_picture()))
    return Card(
        say.overview(
            found.club_name,
            found.summary,
            for_board=_for_board(me),
            counts=_counts(me, db, found),
        ),
        choices=choices([*ways, *_other_months(found, me)]),
    )


def _other_months(found: ClubMonth, me: Visitor) -> list[tuple[Press, Moment]]:
    month = found.summary.month
    before = [month.previous()] if month > found.founded else []
    after = [month.next()] if month < Month.of(me.today) else []
    return [
        (ScreenPress("summary", str(each)), say.of_month(month=each)) for each in (*before, *after)
    ]


def _page(me: Visitor, db: Connection, found: ClubMonth, page: Page) -> Card:
    month = found.summary.month
    ways = _doing(me, found.summary) if page is Page.TO_DO else []
    if page in _SUBJECT_OF:
        how = ScreenPress("summary", f"{month} how {_SUBJECT_OF[page]} 1")
        ways = [(how, say_more.how_counted())]
    return Card(
        say.page(
            found.club_name,
            found.summary,
            page,
            for_board=_for_board(me),
            counts=_counts(me, db, found) if page is Page.MONEY else (),
            on_behalf=_on_behalf(me, db, month) if page is Page.PEOPLE else (),
        ),
        choices=choices([*ways, *_ways_back(month)]),
    )


def _how(me: Visitor, db: Connection, found: ClubMonth, page: str) -> Card:
    """`page` as "how money 2"; whatever else it says begins with the first."""
    month = found.summary.month
    subject = next((each for each in Subject if each.value in page.split()), Subject.PEOPLE)
    if Page(subject.value) not in _pages(me):
        return _overview(me, db, found)
    for_board = _for_board(me)
    parts = say_more.parts_of(say_more.shown_measures(found.summary, subject, for_board=for_board))
    part = next((number for number in range(1, parts + 1) if page.endswith(f" {number}")), 1)
    ways: list[tuple[Press, Moment]] = []
    if part < parts:
        more = ScreenPress("summary", f"{month} how {subject} {part + 1}")
        ways = [(more, say_more.how_more())]
    return Card(
        say_more.counted_how(found.summary, subject, part, for_board=for_board),
        choices=choices([*ways, *_ways_back(month)]),
    )


def _ways_back(month: Month) -> list[tuple[Press, Moment]]:
    return [
        (ScreenPress("summary", str(month)), say.back_to_it()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]


def _doing(me: Visitor, summary: MonthlySummary) -> list[tuple[Press, Moment]]:
    reminds = may_remind(me)
    return [
        (done_by(each.step, summary.month, reminds=reminds), _label(each))
        for each in summary.next_steps
    ]


def _label(step: NextStep) -> Moment:
    return say_more.areas_left_out() if step.step is Step.WORK_ON_AREAS else step_line(step)


def _read(text: str, me: Visitor) -> Press | None:
    """'báo cáo tháng 10', 'báo cáo tháng này thế nào rồi', 'báo cáo tháng trước bằng ảnh'."""
    form = form_said(text)
    return month_in_a_form(text, me, screen="summary", papers="summary_papers", form=form)


entrance(
    ScreenPress("summary"),
    label=say.title,
    open_to=lambda me: me.membership is not None and me.membership.state == "member",
    command="baocao",
    words=("báo cáo", "báo cáo tháng", "tổng kết", "tổng kết tháng", "summary", "report"),
    reads=_read,
    comes_late=lambda me: not me.may(Action.SEE_SUMMARY),
)
