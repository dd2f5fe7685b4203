"""A part of a club founds a club of its own: the questions, the answers, what people hear."""

from collections.abc import Sequence

from club.address import PersonName
from club.money import Money
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.roles import office
from messages.wording import Words


@moment("split.title")
def title(words: Words) -> str:
    return words.say("Split the club")


@moment("split.no_groups")
def no_groups(words: Words) -> str:
    return words.say(
        "A club splits by its groups, and there are not two of them yet. Please make the groups "
        "first and put the members into them."
    )


@moment("split.which_groups")
def which_groups(words: Words, chosen: Sequence[Spoken]) -> str:
    if chosen:
        names = ", ".join(str(each) for each in chosen)
        return words.say("These go: {groups}. Does another group go as well?", groups=names)
    return words.say("Which group founds a club of its own? One after the other, please.")


@moment("split.group")
def group(words: Words, name: str, people: int) -> str:
    return words.plural("{name} ({count} member)", "{name} ({count} members)", people, name=name)


@moment("split.no_more_groups")
def no_more_groups(words: Words) -> str:
    return words.say("No other group")


@moment("split.what_name")
def what_name(words: Words) -> str:
    return words.say("What is the new club called? For example: CLB Thôn Hạ")


@moment("split.who_is")
def who_is(words: Words, role: str) -> str:
    asked = {
        "chair": words.say("Who is the chair of the new club?"),
        "bookkeeper": words.say("Who is its bookkeeper?"),
        "cashier": words.say("Who is its cashier?"),
    }
    return asked[role]


@moment("split.person")
def person(words: Words, name: PersonName) -> str:
    return words.shown(name)


@moment("split.how_much")
def how_much(words: Words, go: int, stay: int, percent: int) -> str:
    return words.say(
        "{go} people go, {stay} stay. What is owed back to them and their loans go along. How "
        "much of the club's own money goes along as well? By the number of people it is "
        "{percent} percent. Please type the percentage alone, for example: {percent}",
        go=go,
        stay=stay,
        percent=percent,
    )


@moment("split.read_back")
def read_back(words: Words, name: str, people: int, sums: Spoken, holders: Spoken) -> str:  # noqa: PLR0917
    head = words.plural(
        "{count} member founds {club}:", "{count} members found {club}:", people, club=name
    )
    tail = words.say(
        "Loans go on with the same days. The new club begins with the rules and the fee of this "
        "one. Goods, teams and sessions stay here. Is that right?"
    )
    return f"{head}\n{holders}\n{sums}\n{tail}"


@moment("split.holders")
def holders(words: Words, chair: PersonName, bookkeeper: PersonName, cashier: PersonName) -> str:
    said = words.say(
        "chair: {chair}; bookkeeper: {bookkeeper}; cashier: {cashier}",
        chair=chair,
        bookkeeper=bookkeeper,
        cashier=cashier,
    )
    return bulleted([said])


@moment("split.sums")
def sums(words: Words, cash: Money, lent: Money, owed: Money, own: Sequence[Spoken]) -> str:  # noqa: PLR0917
    lines: list[Spoken] = [words.say("cash that goes along: {amount}", amount=cash)]
    if lent:
        lines.append(words.say("their loans: {amount}", amount=lent))
    if owed:
        said = words.say("shares and lent money, owed back to them: {amount}", amount=owed)
        lines.append(said)
    return bulleted([*lines, *own])


@moment("split.own_of")
def own_of(words: Words, source: str, amount: Money) -> str:
    named = {
        "grant": words.say("own money, from grants: {amount}", amount=amount),
        "budget": words.say("own money, from the local budget: {amount}", amount=amount),
        "donation": words.say("own money, from gifts: {amount}", amount=amount),
        "added_interest": words.say(
            "own money, from fees, interest and joint business: {amount}", amount=amount
        ),
    }
    return named[source]


@moment("split.described")
def described(  # noqa: PLR0917
    words: Words, name: str, people: int, sums: Spoken, holders: Spoken
) -> str:
    head = words.plural(
        "{count} member founds a club of its own, {club}:",
        "{count} members found a club of their own, {club}:",
        people,
        club=name,
    )
    return f"{head}\n{holders}\n{sums}"


@moment("split.done")
def done(words: Words, name: str) -> str:
    return words.say("A part of the club has become a club of its own: {club}.", club=name)


@moment("split.you_are_in")
def you_are_in(words: Words, club: str, name: str, chair: PersonName) -> str:
    return words.say(
        "From today your groups are a club of their own: {club}. Its chair is {chair}. All that "
        "is yours came along from {before}: your loan with the same days, your share, fees paid "
        "ahead. Type “menu” to see what there is.",
        club=name,
        chair=chair,
        before=club,
    )


@moment("split.you_lead")
def you_lead(words: Words, name: str, code: str, role: str) -> str:
    return words.say(
        "From today {club} is a club of its own, and your office in it is: {role}. Whoever wants "
        "to join types the code {code}. Please count the cash together when it is handed over.",
        club=name,
        role=office(words, role),
        code=code,
    )


@moment("split.they_went")
def they_went(words: Words, name: str, people: int) -> str:
    return words.plural(
        "From today {count} member is a club of its own: {club}. Your club goes on as it is.",
        "From today {count} members are a club of their own: {club}. Your club goes on as it is.",
        people,
        club=name,
    )
