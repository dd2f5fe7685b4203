"""The word between her and Liên; and how one finds out whether Liên is genuine."""

from club.our_word import LONGEST, check_our_word
from club.refusals import Code, Refused
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.own import our_word as say
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.own.set_our_word import OurWordSet, SetOurWord
from storage.queries import Connection
from storage.queries.own.our_word import our_word as word_of

WAYS = ("keep", "change", "take_away")


@dialogue("our_word", title=say.title, about=2)
async def our_word(ask: Ask, me: Visitor) -> SetOurWord | Said:
    """Hers alone: nobody sets it for her, and it is shown nowhere but in her own chat."""
    if me.person_id is None:
        return said_no(Code.NOT_ALLOWED)
    if me.helping is not None:
        return said_no(Code.NOT_FOR_HELPER)
    there = await read(word_of, me.person)
    if there:
        way = await ask.choice("way", say.what_now(there), among=WAYS, shown_as=say.way)
        if way != "change":
            return Said(say.kept()) if way == "keep" else SetOurWord("")
    word = " ".join((await ask.text("word", say.which(), longest=LONGEST)).split())
    try:
        check_our_word(word)
    except Refused as no:
        return said_no(no.code)
    if not await ask.confirm("agreed", say.read_back(word)):
        return Said(say.kept())
    return SetOurWord(word)


@after(OurWordSet)
def our_word_set(fact: OurWordSet, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.set_(fact.word)))


@screen("genuine")
def genuine(me: Visitor, db: Connection, argument: str) -> Card:
    """For everybody, strangers too; her word stands in it only in a chat of her own."""
    own = me.person_id is not None and me.helping is None
    word = word_of(db, me.person) if own else ""
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    if own and not word:
        ways.insert(0, (StartPress("our_word"), say.title()))
    return Card(say.how_to_tell(word, own), choices=choices(ways))


entrance(
    StartPress("our_word"),
    label=say.title,
    open_to=lambda me: me.person_id is not None and me.helping is None,
    command="caurieng",
    words=(
        *("câu riêng", "đặt câu riêng", "đổi câu riêng", "câu riêng của tôi", "câu bí mật"),
        *("our word", "word between us"),
    ),
)
entrance(
    ScreenPress("genuine"),
    label=say.genuine_title,
    open_to=lambda me: True,
    command="lienthat",
    words=(
        *("có phải liên thật không", "có phải cháu liên thật không", "liên thật hay giả"),
        *("có phải liên không", "đây có phải liên không", "đây có phải liên thật không"),
        *("liên thật không", "liên giả", "có phải lừa đảo không", "lừa đảo", "bị lừa đảo"),
        *("is it really liên", "is it really lien", "are you real", "is this a scam"),
    ),
    in_menu=False,
    anywhere=(
        *("có phải liên thật không", "đây có phải liên không", "liên thật không"),
        *("is it really lien", "are you real"),
    ),
)
