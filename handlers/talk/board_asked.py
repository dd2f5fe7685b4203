"""Who of the board is who, for whoever asks; whom to phone is told, and nobody else's number."""

from handlers.talk.open_dialogues import Dialogues
from handlers.talk.persons_to_call import person_by_name
from messages import misunderstood as say
from messages import who_is_who
from messages.moments import Moment
from messages.understand.board_asked import office_asked, office_named, phone_asked
from messages.understand.plain import bare
from storage.queries.members.boards import Officeholder, board


def answered_about_board(dialogues: Dialogues, text: str) -> bool:
    """Whether a member asked who holds an office, or for the number of somebody of the board."""
    me = dialogues.me
    office, whose = office_asked(text), phone_asked(text)
    if (office is None and whose is None) or me.membership is None:
        return False
    if me.membership.state != "member":
        return False
    people = board(dialogues.db, me.club_id, me.today)
    meant = [each for each in people if _is_meant(each, office, whose)]
    if not meant and office is None:
        return False
    dialogues.once_more(_named(meant or people), person_by_name(dialogues.db, me))
    return True


def _is_meant(each: Officeholder, office: str | None, whose: str | None) -> bool:
    if office is None and whose is not None:
        office = office_named(whose)
    if office is not None:
        return office in {"", each.role}
    return whose is not None and f" {bare(str(each.name))} ".endswith(f" {whose} ")


def _named(people: list[Officeholder]) -> Moment:
    if len(people) == 1:
        return who_is_who.it_is(people[0].name, people[0].role)
    return who_is_who.board_is([say.officeholder(each.name, each.role) for each in people])
