"""Finding a member by a part of the name, as people type it: without marks, in any order."""

from handlers.dialogue.asking import Ask, read
from handlers.dialogue.visitor import Visitor
from messages.members import offices as say
from messages.moments import Moment
from messages.understand.plain import bare
from storage.queries.members.offices import Candidate, candidates

MOST_TRIES = 3


async def member_named(
    ask: Ask, me: Visitor, *, prompt: Moment | None = None, name: str = "who"
) -> Candidate | None:
    """A member of the club, found by name; None after several names that nobody has.

    `name`: what the questions are called, where a dialogue asks for two people.
    """
    everybody = await read(candidates, me.club_id)
    prompt = prompt or say.who()
    for question in name_questions(name):
        typed = await ask.text(question, prompt, longest=60)
        found = [each for each in everybody if is_meant(each.name, typed)]
        if found:
            return await ask.choice(
                "member" if name == "who" else f"{name}_member",
                say.which_of_them(),
                among=found,
                shown_as=shown_member,
                key=_number,
            )
        prompt = say.nobody_of_that_name(typed)
    return None


def name_questions(name: str = "who") -> list[str]:
    """The names of the questions, for asking all of it again."""
    return [f"{name}_{number}" for number in range(1, MOST_TRIES + 1)]


def is_meant(name: str, typed: str) -> bool:
    """Whether a name has all these parts, in any order and without marks."""
    parts = bare(name).split()
    return all(part in parts for part in bare(typed).split())


def shown_member(each: Candidate) -> Moment:
    """With year of birth and hamlet, which tell two of one name apart."""
    return say.person(each.name, each.birth_year, each.hamlet)


def _number(each: Candidate) -> int:
    return each.member_id
