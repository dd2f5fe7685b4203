"""Those whose fee is owed are reminded by the board: read back to whoever does it."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from club.calendar import Month
from messages import formats
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("remind_fees.title")
def title(words: Words) -> str:
    return words.say("Remind of the fee")


@moment("remind_fees.who")
def who(words: Words, name: PersonName) -> str:
    return f"{name}"


@moment("remind_fees.name")
def name(words: Words, name: PersonName, phone: str) -> str:
    """To be phoned: with the number, where there is one."""
    if not phone:
        return words.say("{name} (no number)", name=name)
    return words.say("{name}, {phone}", name=name, phone=formats.phone(phone))


@moment("remind_fees.more")
def more(words: Words, count: int) -> str:
    return words.plural("and {count} more", "and {count} more", count)


@moment("remind_fees.who_hears")
def who_hears(words: Words, people: Sequence[Spoken], count: int) -> str:
    head = words.plural("I would remind {count} person:", "I would remind {count} people:", count)
    return f"{head}\n{bulleted(list(people))}"


@moment("remind_fees.what")
def what(words: Words, text: Spoken) -> str:
    return words.say("Each of them reads:\n“{text}”", text=text)


@moment("remind_fees.who_does_not")
def who_does_not(words: Words, people: Sequence[Spoken], count: int) -> str:
    head = words.plural(
        "{count} person has no chat with me; please ring or tell in person:",
        "{count} people have no chat with me; please ring or tell in person:",
        count,
    )
    return f"{head}\n{bulleted(list(people))}"


@moment("remind_fees.left_in_peace")
def left_in_peace(words: Words, told: int, long_owing: int, own_too: bool) -> str:
    lines = [words.say("Your own fee is owed as well.")] if own_too else []
    if told:
        lines.append(
            words.plural(
                "{count} person has told that it is paid, or is in mourning: not reminded.",
                "{count} people have told that it is paid, or are in mourning: not reminded.",
                told,
            )
        )
    if long_owing:
        lines.append(
            words.plural(
                "{count} person has owed for over a year: the board talks with them.",
                "{count} people have owed for over a year: the board talks with them.",
                long_owing,
            )
        )
    return "\n".join(lines)


@moment("remind_fees.read_back")
def read_back(words: Words, parts: Sequence[Spoken]) -> str:
    return "\n".join([*map(str, parts), words.say("Shall I send it now?")])


@moment("remind_fees.nobody")
def nobody(words: Words) -> str:
    return words.say("Nobody's fee is owed for that month, as the books stand now.")


@moment("remind_fees.only_by_phone")
def only_by_phone(words: Words, parts: Sequence[Spoken]) -> str:
    return "\n".join([words.say("I can reach none of them."), *map(str, parts)])


@moment("remind_fees.not_now")
def not_now(words: Words) -> str:
    return words.say(
        "At this time I write to nobody about money. Please ask me again in the daytime, "
        "after the holidays."
    )


@moment("remind_fees.was_done")
def was_done(words: Words, day: date) -> str:
    return words.say(
        "They were reminded on {day} already. Once a week is enough; who has no phone can be rung.",
        day=short_day(day),
    )


@moment("remind_fees.not_sent")
def not_sent(words: Words) -> str:
    return words.say("I have sent nothing.")


@moment("remind_fees.sent")
def sent(words: Words, count: int, month: Month) -> str:
    return words.plural(
        "{count} person has been reminded of the fee of {month}.",
        "{count} people have been reminded of the fee of {month}.",
        count,
        month=month,
    )
