"""Roll-ups for officers: their area, down to a club's figures, never to a person."""

from collections.abc import Callable

from club.calendar import Month
from club.rollup.totals import Level, RollUp
from club.spans import Length, Span
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from messages import everywhere as say_everywhere
from messages.cards import Card, Choice
from messages.figures import praise as say_praise
from messages.figures import rollup as say
from messages.figures import rollup_clubs as say_clubs
from messages.moments import Moment
from messages.papers.rollups import LISTS_FOR_PRAISE, PAPERS_OF_A_ROLLUP
from messages.presses import Press, ScreenPress, StartPress, packed
from messages.understand.spans import read_span
from storage.changes.figures.note_look import note_look
from storage.queries import Connection
from storage.queries.figures.rollup import roll_up, roll_up_of_club
from storage.queries.figures.rollup_clubs import placed_clubs
from storage.queries.members.areas import AreaMap, areas_of_officer

PAPERS = PAPERS_OF_A_ROLLUP | LISTS_FOR_PRAISE
PAGES = ("below", "figures", "targets", "praise", "quiet", "papers", *PAPERS)


@screen("rollup")
def rollup(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument`: where, which span, which page; all may be missing: "a12 2026-Q3 praise", "c7".

    Where is an area's number behind an a, or a club's behind a c.
    """
    mine = [] if me.person_id is None else areas_of_officer(db, me.person_id, me.today)
    if not mine:
        return closing(say.no_officer())
    if argument == "unknown":
        return closing(say.no_such_span())
    where, span, page = _parts(argument, me)
    if span.first > Month.of(me.today):
        return closing(say.to_come(span=str(span)))
    lines = AreaMap(db, min(span.last.last_day, me.today))
    if where.startswith("c"):
        return _club(me, db, lines, mine, int(where[1:]), span, page)
    area = int(where[1:]) if where else mine[0]
    if area not in lines.all or not _is_mine(lines, area, mine):
        return closing(say.outside())
    found = roll_up(db, area, span, me.today)
    note_look(db, me.person, me.chat_id, area_id=area, club_id=None, span=str(span), now=me.now)
    return _page(me, found, f"a{area}", page)


def _parts(argument: str, me: Visitor) -> tuple[str, Span, str]:
    where, page = "", ""
    span = Span.of(me.today, Length.MONTH).previous()
    for part in argument.split():
        if part[0] in "ac" and part[1:].isdecimal():
            where = part
        elif part in PAGES:
            page = part
        else:
            span = _span(part) or span
    return where, span, page


def _span(part: str) -> Span | None:
    try:
        return Span.parse(part)
    except ValueError:
        return None


def _is_mine(lines: AreaMap, area: int, mine: list[int]) -> bool:
    """Within the own area, or what later became part of it."""
    return any(lines.lies_in(area, each) for each in mine)


def _club(  # noqa: PLR0917
    me: Visitor,
    db: Connection,
    lines: AreaMap,
    mine: list[int],
    club_id: int,
    span: Span,
    page: str,
) -> Card:
    where = next(placed_clubs(db, None, lines.day, club_id=club_id), None)
    if where is None or not _is_mine(lines, where.commune_id, mine):
        return closing(say.outside())
    found = roll_up_of_club(db, club_id, span, me.today)
    if found is None:
        return closing(say.outside())
    note_look(db, me.person, me.chat_id, area_id=None, club_id=club_id, span=str(span), now=me.now)
    return _page(me, found, f"c{club_id}", page)


def _page(me: Visitor, found: RollUp, where: str, page: str) -> Card:
    at = f"{where} {found.span}"
    if page in PAPERS:
        paper = PAPERS[page](found, me.today)
        return Card(say.paper_comes(), choices=choices(_back(at)), papers=(paper,))
    if page == "papers":
        return _papers(found, at)
    if page == "below" and found.below:
        return _below(found, at)
    if page not in _SAID or (page != "figures" and found.whole.level is Level.CLUB):
        return _whole(me, found, at)
    ways = _with_praise(found, at) if page == "praise" and found.stand_out else []
    return Card(_SAID[page](found), choices=choices([*ways, *_back(at)]))


def _with_praise(found: RollUp, at: str) -> list[tuple[Press, Moment]]:
    """The list on paper, and the congratulation of one of those."""
    ways: list[tuple[Press, Moment]] = [
        (StartPress("congratulate", at), say_praise.congratulate_title())
    ]
    ways += [
        (ScreenPress("rollup", f"{at} {each}"), say.paper_form(form=each))
        for each in LISTS_FOR_PRAISE
    ]
    return ways


_SAID: dict[str, Callable[[RollUp], Moment]] = {
    "figures": say.all_figures,
    "targets": say.targets_page,
    "praise": say_clubs.stand_out_page,
    "quiet": say_clubs.quiet_page,
}


def _whole(me: Visitor, found: RollUp, at: str) -> Card:
    pages = ["figures", "papers"]
    if found.whole.level is not Level.CLUB:
        pages = ["below", "praise", "quiet", "targets", *pages]
    if not found.below:
        pages = [each for each in pages if each != "below"]
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("rollup", f"{at} {each}"), say.page_name(page=each)) for each in pages
    ]
    return Card(say.overview(found), choices=choices(ways), small=_other_spans(me, found.span, at))


def _other_spans(me: Visitor, span: Span, at: str) -> tuple[Choice, ...]:
    """The span before and after, and the longer one that it lies in."""
    order = list(Length)
    longer = order[(order.index(span.length) + 1) % len(order)]
    around = Span.of(span.last.last_day, longer)
    others = [span.previous(), span.next(), around]
    where = at.partition(" ")[0]
    return tuple(
        Choice(packed(ScreenPress("rollup", f"{where} {each}")), say.of_span(span=str(each)))
        for each in others
        if each.first <= Month.of(me.today)
    )


def _below(found: RollUp, at: str) -> Card:
    ways: list[tuple[Press, Moment]] = []
    for line in found.below:
        where = f"c{line.id}" if line.level is Level.CLUB else f"a{line.id}"
        label = say.below_line(
            name=line.name, complete=line.counted.complete, clubs=line.counted.clubs
        )
        ways.append((ScreenPress("rollup", f"{where} {found.span}"), label))
    return Card(say.below_head(head=say.heading(found)), choices=choices([*ways, *_back(at)]))


def _papers(found: RollUp, at: str) -> Card:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("rollup", f"{at} {form}"), say.paper_form(form=form))
        for form in PAPERS_OF_A_ROLLUP
    ]
    return Card(say.papers_offered(head=say.heading(found)), choices=choices([*ways, *_back(at)]))


def _back(at: str) -> list[tuple[Press, Moment]]:
    return [
        (ScreenPress("rollup", at), say.page_name(page="whole")),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]


def _read(text: str, me: Visitor) -> Press | None:
    """'tổng hợp quý 3'"""
    found = read_span(text, today=me.today)
    return ScreenPress("rollup", "unknown" if found is None else str(found))


entrance(
    ScreenPress("rollup"),
    label=say.title,
    open_to=lambda me: me.person_id is not None,
    command="tonghop",
    words=("tổng hợp", "tổng hợp của", "xem tổng hợp", "roll-up", "rollup", "roll-up of"),
    reads=_read,
)
