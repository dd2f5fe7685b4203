"""What she wants to be reminded of, each switched on and off for herself."""

from club.reminders import Subject
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from messages.own import reminder_wishes as say
from messages.presses import StartPress
from storage.changes.own.change_reminders import ChangeReminders, RemindersChanged
from storage.queries import Connection
from storage.queries.reminding.reminder_wishes import subjects_off


@dialogue("reminder_wishes", title=say.title, about=2)
async def reminder_wishes(ask: Ask, me: Visitor) -> ChangeReminders:
    off = await read(subjects_off, me.person)
    subject = await ask.choice(
        "subject",
        say.which(),
        among=list(Subject),
        shown_as=lambda each: say.line(each.value, wanted=each not in off),
        key=lambda each: each.value,
    )
    wanted = await ask.may_i("wanted", say.shall_i(subject.value))
    return ChangeReminders(subject, wanted)


@after(RemindersChanged)
def reminders_changed(fact: RemindersChanged, me: Visitor, db: Connection) -> Told:
    said = say.from_now_on if fact.wanted else say.no_more
    return Told(closing(said(fact.subject.value)))


entrance(
    StartPress("reminder_wishes"),
    label=say.title,
    open_to=lambda me: me.person_id is not None,
    command="nhacnho",
    words=(
        *("khi nào nhắc", "nhắc nhở", "cài nhắc nhở", "tắt nhắc", "đừng nhắc nữa", "bật nhắc"),
        *("reminders", "stop reminding me"),
    ),
)
