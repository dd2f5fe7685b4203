"""Vietnamese or English, for anybody, strangers too."""

from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from messages import everywhere as say_everywhere
from messages.own import language as say
from messages.presses import StartPress
from messages.wording import LANGUAGES
from storage.changes.own.change_language import ChangeLanguage, LanguageChanged
from storage.queries import Connection


@dialogue("language", title=say.title, about=1)
async def language(ask: Ask, me: Visitor) -> ChangeLanguage:
    if me.subject in LANGUAGES:
        return ChangeLanguage(me.subject)
    chosen = await ask.choice("language", say.which(), among=LANGUAGES, shown_as=say.name)
    return ChangeLanguage(chosen)


@after(LanguageChanged)
def language_changed(fact: LanguageChanged, me: Visitor, db: Connection) -> Told:
    """The answer is in the new language already."""
    return Told(closing(say_everywhere.language_changed()))


entrance(
    StartPress("language"),
    label=say.title,
    open_to=lambda me: True,
    command="ngonngu",
    words=("ngôn ngữ", "tiếng việt", "tiếng anh", "language", "english", "vietnamese"),
)
