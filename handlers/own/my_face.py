"""A volunteer shows the own face to those who are helped, or takes the photo away."""

from club.members import Action
from club.photos import About
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.own import my_face as say
from messages.presses import StartPress
from storage.changes.own.show_face import FaceShown, FaceTakenAway, ShowFace, TakeFaceAway
from storage.queries import Connection
from storage.queries.life.home_care import visits_somebody
from storage.queries.photos import photos_about


@dialogue("my_face", title=say.title, about=2)
async def my_face(ask: Ask, me: Visitor) -> ShowFace | TakeFaceAway | Said:
    visits = me.person_id is not None and await read(visits_somebody, me.person)
    if not visits and not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    if await read(photos_about, About.FACE, me.person):
        ways = ("keep", "another", "take_away")
        way = await ask.choice("way", say.what_now(), among=ways, shown_as=say.way)
        if way == "keep":
            return Said(say.stays())
        if way == "take_away":
            return TakeFaceAway()
    elif not await ask.may_i("consent", say.consent()):
        return Said(say.none_shown())
    photo_id = await ask.photo("photo", say.please_send(), optional=True)
    return Said(say.none_shown()) if photo_id is None else ShowFace(photo_id)


@after(FaceShown)
def face_shown(fact: FaceShown, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.shown()))


@after(FaceTakenAway)
def face_taken_away(fact: FaceTakenAway, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.taken_away()))


entrance(
    StartPress("my_face"),
    label=say.title,
    open_to=lambda me: me.is_volunteer,
    command="anhcuatoi",
    words=("ảnh của tôi", "my photo"),
    in_menu=False,
)
