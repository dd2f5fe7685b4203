"""The board notes a consent on paper of a member who came in by a list."""

from club.consents import ConsentForm
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages.joining import missing_consents as say
from messages.moments import Moment
from messages.money import take_fee as say_fee
from messages.presses import Press, StartPress
from storage.changes.joining.missing_consents import ConsentRecorded, RecordConsent
from storage.queries import Connection
from storage.queries.joining.missing_consents import missing_consents


@dialogue("note_consent", title=say.title, about=4)
async def note_consent(ask: Ask, me: Visitor) -> RecordConsent | Said:
    if not me.may(Action.ENTER_MEMBER):
        return said_no(Code.NOT_ALLOWED)
    found = await read(missing_consents, me.club_id)
    if not found:
        return Said(say.nobody())
    about = await ask.choice(
        "who",
        say.who(),
        among=found,
        shown_as=lambda each: say.line(each.name, each.last_day),
        key=lambda each: each.member_id,
    )
    form = await ask.choice(
        "form",
        say.how(about.name),
        among=tuple(ConsentForm),
        shown_as=lambda each: say.form(each.value),
    )
    day = await ask.day("day", say.when(), ahead=False, offers=(me.today,))
    if not await ask.confirm("agreed", say.read_back(about.name, form.value, day)):
        return Said(say_fee.nothing())
    return RecordConsent(about.member_id, form, day)


@after(ConsentRecorded)
def consent_recorded(fact: ConsentRecorded, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.recorded(fact.name)))


@waiting
def consents_to_note(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """One line for all of them: until when the first has to be there."""
    if not me.may(Action.ENTER_MEMBER):
        return []
    found = missing_consents(db, me.club_id)
    if not found:
        return []
    first = min(each.last_day for each in found)
    return [(StartPress("note_consent"), say.task(len(found), first))]


entrance(
    StartPress("note_consent"),
    label=say.title,
    open_to=lambda me: me.may(Action.ENTER_MEMBER),
    command="giaydongy",
    words=("giấy đồng ý", "ghi giấy đồng ý", "consent on paper"),
    in_menu=False,
)
