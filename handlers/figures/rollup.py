"""Roll-ups for officers: their area, down to a club's figures, never to a person."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from club.calendar import Month
from club.rollup.totals import Level, RollUp
from club.spans import Length, Span
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import ENTRIES_A_PAGE, closing, on_page
from messages import everywhere as say_everywhere
from messages.cards import Card, Choice
from messages.figures import praise as say_praise
from messages.figures import rollup as say
from messages.figures import rollup_clubs as say_clubs
from messages.figures.rollup_open_page import open_page
from messages.figures.rollup_targets import targets_page
from messages.moments import Moment
from messages.papers.rollups import LISTS_FOR_PRAISE, PAPERS_OF_A_ROLLUP
from messages.presses import Press, ScreenPress, StartPress, packed
from messages.understand.plain import bare
from messages.understand.spans import read_span
from storage.changes.figures.note_look import note_look
from storage.queries import Connection
from storage.queries.figures.rollup import roll_up, roll_up_of_club
from storage.queries.figures.rollup_clubs import placed_clubs
from storage.queries.members.areas import AreaMap, areas_of_officer

PAPERS = PAPERS_OF_A_ROLLUP | LISTS_FOR_PRAISE
MOST_OPEN = 1_000
"""So many months that are not closed are counted while others wait: about a second's work."""
OF_A_CLUB = ("figures", "open")
NAMED = "named"
LONGEST_NAMED = 48
LONGEST_PAGE = 3
PAGES = ("below", "figures", "open", "targets", "praise", "quiet", "papers", *PAPERS)


@screen("rollup")
def rollup(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument`: where, which span, what of it; all may be missing: "a12 2026-Q3 praise", "c7".

    Where is an area's number behind an a, or a club's behind a c; a small number behind all is the
    page of a list. Behind "named" stands what somebody typed.
    """
    mine = [] if me.person_id is None else areas_of_officer(db, me.person_id, me.today)
    if not mine:
        return closing(say.no_officer())
    if argument.startswith(f"{NAMED} "):
        return _named(me, db, argument.removeprefix(f"{NAMED} "), mine)
    asked = _asked(argument, me)
    if asked.span.first > Month.of(me.today):
        return closing(say.to_come(span=str(asked.span)))
    lines = AreaMap(db, min(asked.span.last.last_day, me.today))
    if asked.where.startswith("c"):
        return _club(me, db, lines, mine, asked)
    area = int(asked.where[1:]) if asked.where else mine[0]
    if area not in lines.all or not _is_mine(lines, area, mine):
        return closing(say.outside())
    return _area(me, db, area, asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a roll-up is wanted; `list_page`: of what is longer than a screen."""

    span: Span
    where: str = ""
    page: str = ""
    list_page: str = ""


def _asked(argument: str, me: Visitor) -> _Asked:
    asked = _Asked(Span.of(me.today, Length.MONTH).previous())
    for part in argument.split():
        if part[0] in "ac" and part[1:].isdecimal():
            asked = replace(asked, where=part)
        elif part in PAGES:
            asked = replace(asked, page=part)
        elif part.isdecimal() and len(part) <= LONGEST_PAGE:
            asked = replace(asked, list_page=part)
        else:
            asked = replace(asked, span=_span(part) or asked.span)
    return asked


def _area(me: Visitor, db: Connection, area: int, asked: _Asked) -> Card:
    found = roll_up(db, area, asked.span, me.today, most_open=MOST_OPEN)
    span = str(asked.span)
    note_look(db, me.person, me.chat_id, area_id=area, club_id=None, span=span, now=me.now)
    return _page(me, found, f"a{area}", asked)


def _named(me: Visitor, db: Connection, named: str, mine: list[int]) -> Card:
    """What is called so within the own areas, and perhaps a span behind it: "xa my duc quy 3"."""
    words, why = named.split(), say.no_such_span()
    for place in range(len(words), 0, -1):
        span = Span.of(me.today, Length.MONTH).previous()
        if words[place:]:
            said = read_span(" ".join(words[place:]), today=me.today)
            if said is None:
                continue
            span = said
            # One word may be a part of the name: "Việt Nam" ends like a year.
            why = say.not_there() if len(words) - place > 1 else why
        found = _called(db, " ".join(words[:place]), mine, min(span.last.last_day, me.today))
        if found:
            return _one_of(me, db, found, span)
    return closing(why)


def _called(db: Connection, wanted: str, mine: list[int], day: date) -> list[tuple[str, str]]:
    """Areas and clubs within these areas that are called so: where, and the name."""
    lines = AreaMap(db, day)
    within = sorted({number for each in mine for number in lines.all_within(each)})
    areas = [lines.all[each] for each in within if lines.stands_on(each)]
    communes = {each.id for each in areas if each.level is Level.COMMUNE}
    found = [(f"a{each.id}", each.name) for each in areas if _is_called(each.name, wanted)]
    clubs = placed_clubs(db, communes, day)
    found += [(f"c{each.id}", each.name) for each in clubs if _is_called(each.name, wanted)]
    return [each for each in found if bare(each[1]) == wanted] or found


def _one_of(me: Visitor, db: Connection, found: list[tuple[str, str]], span: Span) -> Card:
    if len(found) == 1:
        return rollup(me, db, f"{found[0][0]} {span}")
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("rollup", f"{where} {span}"), say_everywhere.plain(name))
        for where, name in found[:ENTRIES_A_PAGE]
    ]
    return Card(say.which_of_them(), choices=choices(ways))


def _is_called(name: str, wanted: str) -> bool:
    return f" {wanted} " in f" {bare(name)} "


def _span(part: str) -> Span | None:
    try:
        return Span.parse(part)
    except ValueError:
        return None


def _is_mine(lines: AreaMap, area: int, mine: list[int]) -> bool:
    """Within the own area, or what later became part of it."""
    return any(lines.lies_in(area, each) for each in mine)


def _club(  # noqa: PLR0917
    me: Visitor, db: Connection, lines: AreaMap, mine: list[int], asked: _Asked
) -> Card:
    club_id, span = int(asked.where[1:]), asked.span
    where = next(placed_clubs(db, None, lines.day, club_id=club_id), None)
    if where is None or not _is_mine(lines, where.commune_id, mine):
        return closing(say.outside())
    found = roll_up_of_club(db, club_id, span, me.today)
    if found is None:
        return closing(say.outside())
    note_look(db, me.person, me.chat_id, area_id=None, club_id=club_id, span=str(span), now=me.now)
    return _page(me, found, f"c{club_id}", asked)


def _page(me: Visitor, found: RollUp, where: str, asked: _Asked) -> Card:
    at, page = f"{where} {found.span}", asked.page
    if page in PAPERS:
        paper = PAPERS[page](found, me.today)
        return Card(say.paper_comes(), choices=choices(_back(at)), papers=(paper,))
    if page == "papers":
        return _papers(found, at)
    if page == "below" and found.below:
        return _below(found, at, asked)
    if page not in _SAID or (page not in OF_A_CLUB and found.whole.level is Level.CLUB):
        return _whole(me, found, at, asked)
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
    "open": open_page,
    "targets": targets_page,
    "praise": say_clubs.stand_out_page,
    "quiet": say_clubs.quiet_page,
}


def _whole(me: Visitor, found: RollUp, at: str, asked: _Asked) -> Card:
    pages = ["figures", "papers"]
    if found.whole.level is not Level.CLUB:
        pages = ["below", "praise", "quiet", "papers", "targets", "figures"]
    if found.open_months:
        pages.append("open")
    if not found.below:
        pages = [each for each in pages if each != "below"]
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("rollup", f"{at} {each}"), say.page_name(page=each)) for each in pages
    ]
    shown = on_page("rollup", asked.list_page, ways, within=at)
    return Card(say.overview(found), choices=choices(shown), small=_other_spans(me, found.span, at))


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


def _below(found: RollUp, at: str, asked: _Asked) -> Card:
    ways: list[tuple[Press, Moment]] = []
    for line in found.below:
        where = f"c{line.id}" if line.level is Level.CLUB else f"a{line.id}"
        label = say.below_line(
            name=line.name, complete=line.counted.complete, clubs=line.counted.clubs
        )
        ways.append((ScreenPress("rollup", f"{where} {found.span}"), label))
    shown = on_page("rollup", asked.list_page, [*ways, *_back(at)], within=f"{at} below")
    return Card(say.below_head(head=say.heading(found)), choices=choices(shown))


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
    """'tổng hợp quý 3', 'tổng hợp xã Mỹ Đức', 'tổng hợp xã Mỹ Đức quý 3'."""
    found = read_span(text, today=me.today)
    if found is not None:
        return ScreenPress("rollup", str(found))
    return ScreenPress("rollup", f"{NAMED} {bare(text)[:LONGEST_NAMED]}")


entrance(
    ScreenPress("rollup"),
    label=say.title,
    open_to=lambda me: me.person_id is not None,
    command="tonghop",
    words=("tổng hợp", "tổng hợp của", "xem tổng hợp", "roll-up", "rollup", "roll-up of"),
    reads=_read,
)
