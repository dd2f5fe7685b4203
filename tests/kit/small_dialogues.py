"""Two small dialogues that record nothing: a choice, a name, a yes or no; a sum, free words."""

from club.money import Money
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from tests.kit.one_chat import Remember, asking


async def animal(ask: Ask, me: Visitor) -> Remember:
    kind = await ask.choice(
        "kind", asking("Which animal?"), among=["cow", "pig", "hen"], shown_as=asking
    )
    name = await ask.name("name", asking("Whose is it?"))
    sure = await ask.yes_or_no("sure", asking("Are you sure?"))
    return Remember(kind, name, sure)


async def money(ask: Ask, me: Visitor) -> Remember:
    sum_ = await ask.money("sum", asking("How much?"), up_to=Money(9_000_000))
    return Remember(sum_.dong, await ask.text("what", asking("What for?")))
