"""What a helper can open in a member's name."""

from club.helping import helper_may
from club.members import Action
from handlers.dialogue.visitor import Visitor
from handlers.notices import Told
from messages.helping.helping_cards import by_a_helper, done_in_your_name
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.helping.helping import Helping
from storage.queries.helping.witnesses import has_phone

DIALOGUES = {
    "contribute": Action.DECLARE_CONTRIBUTION,
    "take_back": Action.DECLARE_CONTRIBUTION,
    "meeting": Action.ANSWER_MEETING,
    "ask_for_help": Action.ASK_FOR_HELP,
    "thank": Action.ASK_FOR_HELP,
    "dispute": Action.SEE_OWN_ACCOUNT,
}
"""What a helper can begin in her name: an allow-list, so that whatever is new is hers alone."""
SCREENS = {
    "my_account": Action.SEE_OWN_ACCOUNT,
    "my_loans": Action.SEE_OWN_ACCOUNT,
    "club_money": Action.SEE_FUNDS,
    "golden_heart": Action.SEE_FUNDS,
}
# The helper's own, whoever it is that he types for.
HIS_OWN = frozenset({"speak_for", "end_helping"})
FOR_ALL = frozenset({"menu", "help", "unfinished"})


def open_to_helper(me: Visitor, press: Press) -> bool:
    """Whether this may be opened here: everything, or where a helper types what helpers may."""
    if me.helping is None:
        return True
    match press:
        case StartPress(name):
            return name in HIS_OWN or (name in DIALOGUES and helper_may(DIALOGUES[name]))
        case ScreenPress(name):
            return name in FOR_ALL or (name in SCREENS and helper_may(SCREENS[name]))
    return True


def named_both(told: Told, helping: Helping, db: Connection) -> Told:
    """What others hear names both; she hears on her own phone, if she has one, what was done."""
    others = tuple(
        (who, by_a_helper(card, helping)) for who, card in told.others if who != helping.person_id
    )
    if has_phone(db, helping.person_id):
        others = (*others, (helping.person_id, done_in_your_name(told.reply, helping)))
    return Told(told.reply, others)
