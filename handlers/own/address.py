"""How Liên addresses somebody and what it calls itself: changed at any time, by a choice or at once
("gọi tôi là bà Hai", "xưng con").
"""

from club.address import FORMS, OWN_WORDS, dear, likely_forms, likely_own_words
from handlers.dialogue.address_question import Called, GoesByQuestion, address_question
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from messages.own import address as say
from messages.presses import Press, StartPress
from messages.understand.address import read_address, without_manners
from messages.understand.names import read_name
from messages.understand.plain import bare
from messages.understand.readings import Value
from storage.changes.own.change_address import AddressChanged, ChangeAddress
from storage.queries import Connection
from storage.queries.own.address import AddressOfPerson, address_in_chat

LONGEST_NAME, MOST_WORDS = 30, 3
_CALLED, _OWN_WORD = "goi ", "xung "


@dialogue("address", title=say.title, about=2)
async def address(ask: Ask, me: Visitor) -> ChangeAddress:
    at_once = _wished(me.subject, me)
    if at_once is not None:
        return at_once
    club = None if me.membership is None else me.club_id
    now = await read(address_in_chat, me.chat_id, me.person_id, club)
    wish = await ask.choice(
        "part",
        say.what_to_change(dear(now.form, me.words.name), now.own_word),
        among=_parts(now, me),
        shown_as=say.part,
    )
    match wish:
        case "form":
            called = await _form(ask, now, me)
            return ChangeAddress(form=called.form, called=called.name or None)
        case "own_word":
            return ChangeAddress(own_word=await _own_word(ask, now))
        case "called":
            return ChangeAddress(called=await GoesByQuestion("called", say.which_name()))
        case "by_name":
            return ChangeAddress(called="")
    return ChangeAddress(lien_at_home=wish == "name_unsaid")


def _parts(now: AddressOfPerson, me: Visitor) -> list[str]:
    """A stranger's name is not known, and not kept."""
    if me.person_id is None:
        return ["form", "own_word"]
    called = ["called", "by_name"] if now.called else ["called"]
    return ["form", "own_word", *called, "name_said" if now.lien_at_home else "name_unsaid"]


async def _form(ask: Ask, now: AddressOfPerson, me: Visitor) -> Called:
    forms = likely_forms(now.birth_year, now.sex, me.today, now.region)
    called: Called = await address_question("form", say.which_form(), among=forms)
    return called


async def _own_word(ask: Ask, now: AddressOfPerson) -> str:
    words = likely_own_words(now.form, now.region)
    return await ask.choice("own_word", say.which_own_word(), among=words, shown_as=say.own_word)


def _wished(subject: str, me: Visitor) -> ChangeAddress | None:
    """What was said in one breath: a form, a name she goes by, or the bot's own word."""
    if subject.startswith(_OWN_WORD):
        word = subject.removeprefix(_OWN_WORD)
        return ChangeAddress(own_word=word) if word in OWN_WORDS else None
    said = subject.removeprefix(_CALLED)
    if said == subject:
        return None
    if said in FORMS:
        return ChangeAddress(form=said)
    return None if me.person_id is None else ChangeAddress(called=said)


@after(AddressChanged)
def address_changed(fact: AddressChanged, me: Visitor, db: Connection) -> Told:
    """The answer is in the new words already."""
    return Told(closing(say.changed()))


def _called(rest: str, me: Visitor) -> Press | None:
    """'bà', 'ba' (typed without marks), 'bà Hai', 'mẹ Tý nhé'; a whole story opens the talk."""
    said = without_manners(rest)
    read_as = read_address(rest)
    if read_as is not None:
        said = " ".join(read_as).strip()
    elif not isinstance(read_name(said), Value):
        return StartPress("address")
    if len(said) > LONGEST_NAME or len(said.split()) > MOST_WORDS:
        return StartPress("address")
    return StartPress("address", f"{_CALLED}{said}")


def _own(rest: str, me: Visitor) -> Press | None:
    said = bare(rest).split()
    word = next((each for each in OWN_WORDS if bare(each) == said[0]), None) if said else None
    likely = word is not None and len(said) <= MOST_WORDS
    return StartPress("address", f"{_OWN_WORD}{word}" if likely else "")


entrance(
    StartPress("address"),
    label=say.title,
    open_to=lambda me: me.person_id is not None,
    command="xungho",
)
entrance(
    StartPress("address"),
    label=say.title,
    open_to=lambda me: True,
    command="goila",
    words=(
        *("gọi tôi là", "hãy gọi tôi là", "cứ gọi tôi là", "gọi tui là", "gọi mình là"),
        "call me",
    ),
    in_menu=False,
    reads=_called,
)
entrance(
    StartPress("address"),
    label=say.title,
    open_to=lambda me: True,
    command="tuxung",
    words=("xưng", "xưng là", "tự xưng", "tự xưng là"),
    in_menu=False,
    reads=_own,
)
entrance(
    StartPress("address"),
    label=say.title,
    open_to=lambda me: True,
    command="cachgoi",
    words=(
        *("cách xưng hô", "xưng hô", "cách gọi", "đổi cách gọi", "đổi cách xưng hô", "đổi xưng hô"),
        *("form of address", "how you call me"),
    ),
    in_menu=False,
)
