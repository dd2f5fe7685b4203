"""The state of the books, in chat and as a paper for both to sign when an office changes hands."""

from club.members import Action
from club.refusals import Code
from club.state_of_books import StateOfBooks
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, screen
from handlers.money.books_said import rest_of_state, state_said
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import entry_kinds as say_entry
from messages.money.state_of_books import print_state, state_handed_over
from messages.own import account as say_account
from messages.papers.handing_over import handed_over
from messages.papers.kinds import Paper
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.money.paper_heading import paper_heading
from storage.queries.money.state_of_books import state_of_books


@screen("state_of_books")
def show_state_of_books(me: Visitor, db: Connection, argument: str) -> Card:
    """How the books stand now; with `argument` "print" as a paper with places for two to sign."""
    if not me.may(Action.BOARD_WORK):
        return shown_no(Code.NOT_ALLOWED)
    state = state_of_books(db, me.club_id, me.today)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    if argument == "print":
        papers = (_paper(state, db, me.club_id),)
        return Card(state_said(state), choices=choices([menu]), papers=papers)
    to_print: tuple[Press, Moment] = (ScreenPress("state_of_books", "print"), print_state())
    return Card(state_said(state), choices=choices([to_print, menu]))


def handing_over(  # noqa: PLR0917 – who gives what to whom
    me: Visitor, db: Connection, role: str, giver: str, taker: str
) -> Card:
    """For both who hand over and take over an office with the books."""
    state = state_of_books(db, me.club_id, me.today)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    return Card(
        state_handed_over(state_said(state), role),
        choices=choices([menu]),
        numbered=False,
        papers=(_paper(state, db, me.club_id, role=role, giver=giver, taker=taker),),
    )


def _paper(
    state: StateOfBooks, db: Connection, club_id: int, *, role: str = "", giver: str = "",
    taker: str = "",
) -> Paper:  # fmt: skip
    heading = paper_heading(db, club_id, state.day)
    return handed_over(
        club=heading.club_name,
        commune=heading.commune,
        day=state.day,
        role=role,
        giver=giver,
        taker=taker,
        funds=[
            [
                say_account.fund(each.kind, each.name),
                each.position.total,
                each.position.cash,
                each.position.principal,
            ]
            for each in state.funds
        ],
        places=[
            [say_entry.place_called(each.kind, each.name, each.keeper), each.amount]
            for each in state.places
        ],
        rest=rest_of_state(state),
        last_entry=state.last_sequence,
    )
