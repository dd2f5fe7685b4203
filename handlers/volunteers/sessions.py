"""Support sessions as volunteers see them: what is open near, one session, mine, my hours."""

from dataclasses import replace
from datetime import date, timedelta

from club.members import Action
from club.presence import is_on
from club.refusals import Code
from club.support import Place, may_see_address, needs_companion
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import certificate as certificate_says
from messages.volunteers import change_session as board_says
from messages.volunteers import hours as hours_say
from messages.volunteers import open_session as opening_says
from messages.volunteers import presence as presence_says
from messages.volunteers import sessions as say
from messages.volunteers import swap_session as swap_says
from messages.volunteers import taking_part as mine_says
from messages.volunteers import thanks as thanks_say
from messages.volunteers import volunteering as volunteering_says
from storage.queries import Connection
from storage.queries.volunteers.help_requests import requests_near
from storage.queries.volunteers.hours import my_hours, open_hour_dispute, thanks_for
from storage.queries.volunteers.sessions import (
    Session,
    SignedUp,
    club_sessions,
    mine_of,
    my_sessions,
    session,
    sessions_near,
    signed_up,
)
from storage.queries.volunteers.volunteers import Volunteer, is_blocked, volunteer

SHOWN_A_PAGE = 4
NEWEST_SHOWN = 5
# A session stays on the lists for so long after its beginning, to note the time helped.
STAYS = timedelta(days=7)


@screen("sessions")
def sessions(me: Visitor, db: Connection, argument: str) -> Card:
    """What is open near a volunteer; for a board the club's own sessions."""
    if not me.is_volunteer:
        return club_list(me, db, argument)
    found = sessions_near(db, me.person, me.now)
    asked = [
        say.request_near(say.topic(each.topic), each.hamlet, each.count)
        for each in requests_near(db, me.person)
    ]
    card = _listed(say.near(len(found), asked[:NEWEST_SHOWN]), found, "sessions", argument)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("volunteering"), volunteering_says.title()),
        (ScreenPress("my_sessions"), mine_says.my_title()),
    ]
    return card if found else _with_ways(card, ways)


def _with_ways(card: Card, ways: list[tuple[Press, Moment]]) -> Card:
    """What else one can do where nothing is on the list."""
    return replace(card, choices=(*choices(ways), *card.choices))


@screen("club_sessions")
def club_list(me: Visitor, db: Connection, argument: str) -> Card:
    """The club's sessions for its board, those of the last week too."""
    if not me.may(Action.OPEN_SESSION):
        return shown_no(Code.NOT_ALLOWED)
    found = club_sessions(db, me.club_id, me.now - STAYS)
    return _listed(opening_says.club_sessions(len(found)), found, "club_sessions", argument)


@screen("my_sessions")
def mine(me: Visitor, db: Connection, argument: str) -> Card:
    """The sessions in which the volunteer has a place or waits for one."""
    if not me.is_volunteer:
        return shown_no(Code.NOT_ALLOWED)
    found = my_sessions(db, me.person, me.now - STAYS)
    card = _listed(mine_says.mine(len(found)), found, "my_sessions", argument)
    return card if found else _with_ways(card, [(ScreenPress("sessions"), say.title())])


def _listed(body: Moment, found: list[Session], screen_name: str, page: str) -> Card:
    """A button for each session, a page of them."""
    pages = max(1, -(-len(found) // SHOWN_A_PAGE))
    number = int(page) % pages if page.isdecimal() else 0
    first = number * SHOWN_A_PAGE
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("session", str(each.id)), _line(each))
        for each in found[first : first + SHOWN_A_PAGE]
    ]
    if pages > 1:
        ways.append((ScreenPress(screen_name, str(number + 1)), everywhere.more()))
    else:
        ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(body, choices=choices(ways))


def _line(each: Session) -> Moment:
    return say.line(say.topic(each.topic), each.day, each.hamlet)


@screen("session")
def one_session(me: Visitor, db: Connection, argument: str) -> Card:
    """One session: for its board who comes, for a volunteer where and whether there is a place."""
    found = session(db, int(argument)) if argument.isdecimal() else None
    if found is None:
        return shown_no(Code.NOT_FOUND)
    if me.membership is not None and found.club_id == me.club_id and me.may(Action.OPEN_SESSION):
        return _for_board(me, found, signed_up(db, found.id))
    who = volunteer(db, me.person) if me.is_volunteer else None
    if who is None:
        return shown_no(Code.NOT_ALLOWED)
    return for_volunteer(me, db, found, who)


def _for_board(me: Visitor, found: Session, people: list[SignedUp]) -> Card:
    if found.state == "cancelled":
        return closing(say.was_cancelled())
    body = say.with_state(about(found, address=True), [_who_comes(found, people)])
    ways: list[tuple[Press, Moment]] = []
    if me.now >= found.begins:
        ways.append((StartPress("check_in", f"{found.id} board"), hours_say.check_in_title()))
        if is_on(found.begins, found.ends, me.now):
            ways.append((StartPress("show_code", str(found.id)), presence_says.show_code_title()))
    else:
        number = str(found.id)
        ways.append((StartPress("move_session", number), board_says.move_title()))
        ways.append((StartPress("change_capacity", number), board_says.capacity_title()))
        ways.append((StartPress("cancel_session", number), board_says.cancel_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(body, choices=choices(ways))


def _who_comes(found: Session, people: list[SignedUp]) -> Moment:
    shown = {
        place: [_shown_to_board(each, found) for each in people if each.place is place]
        for place in Place
    }
    return opening_says.who_comes(found.capacity, shown[Place.TAKING], shown[Place.WAITING])


def _shown_to_board(each: SignedUp, found: Session) -> Moment:
    shown = opening_says.volunteer(each.name, each.phone, each.minutes)
    if each.place is Place.TAKING and each.agreed_move < found.moved:
        return board_says.not_answered(shown)
    return shown


def about(found: Session, *, address: bool) -> Moment:
    """The session in words; the address only where the rules allow it."""
    said = say.about(
        say.topic(found.topic),
        found.title,
        found.day,
        found.at,
        minutes=found.minutes,
        hamlet=found.hamlet,
        place=found.place if address else "",
    )
    more = [say.in_a_home()] if found.at_home else []
    if found.language:
        more.append(say.needs_language(say.language(found.language)))
    return say.with_state(said, more) if more else said


def for_volunteer(
    me: Visitor, db: Connection, found: Session, who: Volunteer, *before: Moment
) -> Card:
    """The session as this volunteer may see it, with what can be done about it."""
    if found.state == "cancelled":
        return closing(say.was_cancelled())
    if is_blocked(db, found.club_id, who.person_id):
        return shown_no(Code.VOLUNTEER_BLOCKED)
    place = mine_of(signed_up(db, found.id), who.person_id)
    accepted = place is not None and place.place is Place.TAKING
    address = may_see_address(vouched=who.vouched, accepted=accepted)
    states = _states(me, db, found, who)
    return Card(
        say.with_state(about(found, address=address), states),
        before=before,
        choices=choices(_ways(me, found, place)),
    )


def _states(me: Visitor, db: Connection, found: Session, who: Volunteer) -> list[Moment]:
    place = mine_of(signed_up(db, found.id), who.person_id)
    if place is None:
        return [say.places_left(found.free, found.waiting)]
    if place.place is Place.WAITING:
        return [say.you_wait(place.line)]
    if me.now >= found.begins:
        return [say.you_take_part(), *_hours(db, found, place)]
    states = [say.you_take_part()]
    if place.agreed_move < found.moved:
        states.append(say.new_time())
    if not who.vouched:
        states.append(say.address_later())
    if goes_not_alone(db, who, me.today):
        states.append(say.go_in_twos())
        if found.at_home and found.taken == 1:
            states.append(say.alone_so_far())
    return states


def goes_not_alone(db: Connection, who: Volunteer, today: date) -> bool:
    """Under 18, or the first time (Club rules, F.7)."""
    first = not my_hours(db, who.person_id)
    return who.birth_year is not None and needs_companion(who.birth_year, today, first_visit=first)


def _hours(db: Connection, found: Session, mine: SignedUp) -> list[Moment]:
    """What is said and noted of the time she gave."""
    if open_hour_dispute(db, found.id, mine.person_id) is not None:
        return [say.looked_into()]
    if mine.noted is not None:
        return [say.noted_for_you(mine.noted)]
    return [] if mine.said is None else [say.you_said(mine.said)]


def _ways(me: Visitor, found: Session, place: SignedUp | None) -> list[tuple[Press, Moment]]:
    number = str(found.id)
    ways: list[tuple[Press, Moment]] = []
    if me.now < found.begins:
        ways = _ways_before(found, place)
    elif place is not None and place.place is Place.TAKING:
        if place.noted is not None:
            ways.append((StartPress("answer_hours", number), hours_say.answer_title()))
        elif place.said is None:
            ways.append((StartPress("check_in", number), hours_say.i_was_there()))
        if place.minutes is None and is_on(found.begins, found.ends, me.now):
            ways.append((StartPress("type_code", number), presence_says.type_code_title()))
    ways.append((ScreenPress("sessions"), say.all_sessions()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return ways


def _ways_before(found: Session, place: SignedUp | None) -> list[tuple[Press, Moment]]:
    number = str(found.id)
    if place is None:
        return [(StartPress("take_session", number), say.take() if found.free else say.wait())]
    ways: list[tuple[Press, Moment]] = [(StartPress("drop_session", number), say.drop())]
    if place.place is Place.TAKING:
        if not found.waiting:
            ways.append((StartPress("offer_place", number), swap_says.title()))
        if place.agreed_move < found.moved:
            ways.insert(0, (StartPress("agree_to_time", number), say.comes_still()))
    return ways


@screen("my_hours")
def hours(me: Visitor, db: Connection, argument: str) -> Card:
    """The time given in all, and the newest sessions."""
    if not me.is_volunteer:
        return shown_no(Code.NOT_ALLOWED)
    given = my_hours(db, me.person)
    newest = [
        hours_say.line(each.day, say.topic(each.topic), minutes)
        for each, minutes in given[:NEWEST_SHOWN]
    ]
    total = sum(minutes for _, minutes in given)
    body = hours_say.total(total, len(given), newest)
    said = [thanks_say.offered(words) for words in thanks_for(db, me.person, NEWEST_SHOWN)]
    if said:
        body = say.with_state(body, [thanks_say.said_to_you(said)])
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    if given:
        ways.insert(0, (StartPress("certificate"), certificate_says.title()))
    return Card(body, choices=choices(ways))


entrance(
    ScreenPress("sessions"),
    label=say.title,
    open_to=lambda me: me.is_volunteer or me.may(Action.OPEN_SESSION),
    command="buoihotro",
    words=("buổi hỗ trợ", "hỗ trợ", "support sessions", "sessions"),
)
entrance(
    ScreenPress("my_sessions"),
    label=mine_says.my_title,
    open_to=lambda me: me.is_volunteer,
    command="buoicuatoi",
    words=("buổi của tôi", "my sessions"),
)
entrance(
    ScreenPress("my_hours"),
    label=hours_say.title,
    open_to=lambda me: me.is_volunteer,
    command="giohotro",
    words=("giờ hỗ trợ", "số giờ", "my hours"),
)
