"""The settings of the club: all with their values, by topic with what they change, one by one.

What is settled elsewhere (fees, the account) puts its own lines under a topic:

    @settled_elsewhere(Topic.CONTRIBUTIONS)
    def fee_line(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
        return [(StartPress("change_fee"), say.fee_is(...))]

A setting with a dialogue of its own is named in CHANGED_BY.
"""

from collections.abc import Callable

from club.members import Action
from club.refusals import Code
from club.settings import SETTINGS, Topic, settings_about
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.settings.settings_said import value_said
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.settings import club_settings as say
from storage.queries import Connection
from storage.queries.money.proposals import ProposalKind, waiting_proposals
from storage.queries.settings.settings import Settled, setting, setting_history

Ways = list[tuple[Press, Moment]]
Lines = Callable[[Visitor, Connection], Ways]

SETTINGS_A_PAGE = 3
LINES_OF_HISTORY = 5

ELSEWHERE: dict[Topic, list[Lines]] = {each: [] for each in Topic}
CHANGED_BY: dict[str, Press] = {}
"""The press that changes a setting, where it is not the usual dialogue."""


def settled_elsewhere(topic: Topic) -> Callable[[Lines], Lines]:
    """Declare lines about what is settled in another way; each line says its present value."""

    def declare(lines: Lines) -> Lines:
        ELSEWHERE[topic].append(lines)
        return lines

    return declare


def now_said(me: Visitor, db: Connection, name: str) -> Moment:
    """What holds today under this name."""
    return value_said(db, me.club_id, name, setting(db, me.club_id, name, me.today))


@screen("club_settings")
def club_settings(me: Visitor, db: Connection, argument: str) -> Card:
    """All of them; with a topic and a page ("loans-2") those of the topic in detail."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    topic, _, page = argument.partition("-")
    if topic in set(Topic):
        return _about(me, db, Topic(topic), int(page) if page.isdecimal() else 0)
    lines = {each: _lines(me, db, each) for each in Topic}
    shown = [say.topic_lines(say.topic(each.value), lines[each]) for each in Topic if lines[each]]
    ways: Ways = [
        (ScreenPress("club_settings", each.value), say.topic(each.value))
        for each in Topic
        if lines[each]
    ]
    ways.append((ScreenPress("menu"), say_everywhere.menu_word()))
    return Card(say.page(me.my_membership.club_name, shown), choices=choices(ways))


def _lines(me: Visitor, db: Connection, topic: Topic) -> list[Moment]:
    own = [say.line(each.name, now_said(me, db, each.name)) for each in settings_about(topic)]
    return own + [label for lines in ELSEWHERE[topic] for _, label in lines(me, db)]


def _about(me: Visitor, db: Connection, topic: Topic, page: int) -> Card:
    """The topic's settings with what they change, a few at a time; pages go round."""
    own: list[tuple[Press, Moment, Moment]] = [
        (
            ScreenPress("club_setting", each.name),
            say.name(each.name),
            say.with_effect(each.name, now_said(me, db, each.name)),
        )
        for each in settings_about(topic)
    ]
    own += [(press, label, label) for lines in ELSEWHERE[topic] for press, label in lines(me, db)]
    pages = max(1, -(-len(own) // SETTINGS_A_PAGE))
    first = page % pages * SETTINGS_A_PAGE
    shown = own[first : first + SETTINGS_A_PAGE]
    ways: Ways = [(press, label) for press, label, _ in shown]
    if pages > 1:
        more = ScreenPress("club_settings", f"{topic.value}-{page % pages + 1}")
        ways.append((more, say_everywhere.more()))
    ways.append((ScreenPress("club_settings"), say.title()))
    body = say.topic_page(say.topic(topic.value), [text for _, _, text in shown])
    return Card(body, choices=choices(ways))


@screen("club_setting")
def club_setting(me: Visitor, db: Connection, argument: str) -> Card:
    """One setting with its history; for those who may, the way to change it."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    about = SETTINGS.get(argument)
    if about is None:
        return shown_no(Code.NOT_FOUND)
    history = setting_history(db, me.club_id, about.name)[-LINES_OF_HISTORY:]
    body = say.one(
        about.name,
        now_said(me, db, about.name),
        [_was(me, db, about.name, each) for each in history],
        _waiting_for(me, db, about.name),
    )
    ways: Ways = [(ScreenPress("club_settings", about.topic.value), say.topic(about.topic.value))]
    if me.may(Action.CHANGE_SETTING):
        press = CHANGED_BY.get(about.name, StartPress("change_setting", about.name))
        ways.insert(0, (press, say.change()))
    return Card(body, choices=choices(ways))


def _was(me: Visitor, db: Connection, name: str, each: Settled) -> Moment:
    return say.was(each.valid_from, value_said(db, me.club_id, name, each.value), each.by)


def _waiting_for(me: Visitor, db: Connection, name: str) -> Moment | str:
    """The value that somebody proposed and nobody has agreed to yet."""
    for each in waiting_proposals(db, me.club_id, ProposalKind.SETTING):
        if each.content["name"] == name:
            return value_said(db, me.club_id, name, each.content["value"])
    return ""


entrance(
    ScreenPress("club_settings"),
    label=say.title,
    # Every member may read what the club has settled.
    open_to=lambda me: me.may(Action.SEE_FUNDS),
    command="quydinh",
    words=("cài đặt câu lạc bộ", "quy định", "quy định câu lạc bộ", "club settings", "rules"),
    comes_late=lambda me: not me.may(Action.BOARD_WORK),
)
