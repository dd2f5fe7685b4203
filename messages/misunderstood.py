"""When an answer was not understood: simpler ways to ask, kind words, what was heard at once."""

from collections.abc import Sequence

from club.money import Money
from messages import formats
from messages.moments import Spoken, moment
from messages.roles import office
from messages.wording import Words


@moment("everywhere.not_understood")
def not_understood(words: Words, example: Spoken) -> str:
    return words.say("Sorry, I did not understand that. For example: {example}", example=example)


@moment("misunderstood.only_numbers_up_to")
def only_numbers_up_to(words: Words, most: int) -> str:
    """Over the same choices once more, after a number that none of them has."""
    if most == 1:
        return words.say("There is only one thing to choose here.")
    return words.say("The choices here go from 1 to {most}.", most=most)


@moment("misunderstood.day_is_past")
def day_is_past(words: Words) -> str:
    return words.say("That day is over already. A day from today on, please.")


@moment("misunderstood.day_is_to_come")
def day_is_to_come(words: Words) -> str:
    return words.say("That day has not come yet. A day up to today, please.")


@moment("misunderstood.month_is_shorter")
def month_is_shorter(words: Words) -> str:
    return words.say("There is no such day: that month is shorter. Another day, please.")


@moment("everywhere.not_among")
def not_among(words: Words) -> str:
    if not words.buttons:
        return words.say(
            "Sorry, I did not find that among the choices. Please type the number of one."
        )
    return words.say(
        "Sorry, I did not find that among the choices. Please press a button or type its number."
    )


@moment("everywhere.just_the_number")
def just_the_number(words: Words, most: int) -> str:
    """The second time that a choice was not understood."""
    return words.say(
        "Sorry, I still do not find it. Just type a number from 1 to {most}.", most=most
    )


@moment("everywhere.still_not_understood")
def still_not_understood(words: Words, example: Spoken) -> str:
    return words.say(
        "Sorry, I still do not understand. Please type just this, nothing else: {example}",
        example=example,
    )


@moment("everywhere.is_it_this")
def is_it_this(words: Words, thing: Spoken) -> str:
    """Before the one thing that may have been meant."""
    return words.say("Would you like this: “{thing}”?", thing=thing)


@moment("everywhere.is_it_one_of_these")
def is_it_one_of_these(words: Words) -> str:
    return words.say("I am not sure that I understood you. Would you like to do one of these?")


@moment("misunderstood.work_of_the_board")
def work_of_the_board(words: Words) -> str:
    """To who is not of the board, and where nobody holds the office."""
    return words.say("This is the board's work.")


@moment("misunderstood.others_money")
def others_money(words: Words) -> str:
    """To who would pay a fee or an instalment of another, and enters none."""
    return words.say(
        "What somebody else pays the cashier notes under that person's name. "
        "Please hand it to the cashier and say whose it is."
    )


@moment("misunderstood.officeholder")
def officeholder(words: Words, name: str, role: str) -> str:
    return words.say("{name}, the {office}", name=name, office=office(words, role))


@moment("misunderstood.work_of_one")
def work_of_one(words: Words, name: str, role: str) -> str:
    return words.say("This is the work of {name}, {office}.", name=name, office=office(words, role))


@moment("misunderstood.work_of")
def work_of(words: Words, who: Sequence[Spoken]) -> str:
    """Where it is the work of other offices than hers; any one of them can do it."""
    lines = [words.say("This is the work of one of these:"), *(f"• {each}" for each in who)]
    return "\n".join(lines)


@moment("everywhere.something_else")
def something_else(words: Words) -> str:
    return words.say("No, something else")


@moment("everywhere.call_somebody")
def call_somebody(words: Words, who: str, phone: str) -> str:
    return words.say(
        "I am sorry for the trouble. {who} can help you with this, phone {phone}. "
        "Nothing you told me is lost.",
        who=who,
        phone=formats.phone(phone),
    )


@moment("everywhere.call_the_board")
def call_the_board(words: Words) -> str:
    return words.say(
        "I am sorry for the trouble. Somebody of the club's board can help you with this. "
        "Nothing you told me is lost."
    )


@moment("misunderstood.choose_a_sum")
def choose_a_sum(words: Words) -> str:
    return words.say(
        "Let us do it more simply: choose one of these sums. For another sum type only the sum, "
        "for example 50 thousand."
    )


@moment("misunderstood.choose_an_hour")
def choose_an_hour(words: Words) -> str:
    return words.say(
        "Let us do it more simply: choose one of these hours. For another hour type only the "
        "hour, for example 14:30."
    )


@moment("misunderstood.only_the_name")
def only_the_name(words: Words, example: Spoken) -> str:
    return words.say(
        "Sorry, I still do not understand. Please say only the name again, nothing else, for "
        "example: {example}",
        example=example,
    )


@moment("misunderstood.only_the_digits")
def only_the_digits(words: Words, example: Spoken) -> str:
    return words.say(
        "Please type only the digits of the number, one after another, for example: {example}. "
        "Without a phone, choose to skip.",
        example=example,
    )


@moment("misunderstood.step_by_step")
def step_by_step(words: Words) -> str:
    return words.say("Let us go step by step, one small thing after another.")


@moment("misunderstood.which_day_number")
def which_day_number(words: Words) -> str:
    return words.say("First the day alone: a number from 1 to 31.")


@moment("misunderstood.which_month_number")
def which_month_number(words: Words, day: int) -> str:
    return words.say("The {day}. Now the month alone: a number from 1 to 12.", day=day)


@moment("misunderstood.no_such_day")
def no_such_day(words: Words) -> str:
    return words.say("There is no such day, so let us begin with the day once more.")


@moment("misunderstood.which_decade")
def which_decade(words: Words) -> str:
    return words.say("About when was it? Choose the years.")


@moment("misunderstood.decade")
def decade(words: Words, first: int, last: int) -> str:
    return words.say("From {first} to {last}", first=first, last=last)


@moment("misunderstood.which_year")
def which_year(words: Words) -> str:
    return words.say("And in which of these years?")


@moment("misunderstood.kind_word")
def kind_word(words: Words) -> str:
    return words.say("I am sorry that I annoy you. I am slow, but I go at your pace.")


@moment("misunderstood.for_the_question_before")
def for_the_question_before(words: Words) -> str:
    return words.say(
        "That looks like an answer to the question before. To change that one, type “back”."
    )


@moment("misunderstood.did_you_mean")
def did_you_mean(words: Words, sum_: Money) -> str:
    return words.say("You mentioned {sum}. Is that the sum you mean?", sum=sum_)


@moment("misunderstood.is_it_that")
def is_it_that(words: Words, thing: Spoken) -> str:
    """One of the choices, of which a longer answer speaks."""
    return words.say("Do you mean “{thing}”?", thing=thing)


@moment("misunderstood.heard_already")
def heard_already(words: Words, answers: Sequence[Spoken]) -> str:
    return words.say(
        "I have understood: {answers}.", answers=", ".join(str(each) for each in answers)
    )


@moment("misunderstood.phone_somebody")
def phone_somebody(words: Words, who: str, phone: str) -> str:
    return words.say(
        "You can phone {who}, number {phone}, at any time.", who=who, phone=formats.phone(phone)
    )


@moment("misunderstood.phone_the_board")
def phone_the_board(words: Words) -> str:
    return words.say("Somebody of the club's board will gladly help you too.")


@moment("misunderstood.help_is_called")
def help_is_called(words: Words) -> str:
    return words.say("I have just told the club's board as well; somebody will phone you.")


@moment("misunderstood.somebody_cries_for_help")
def somebody_cries_for_help(words: Words, who: str, hamlet: str = "", phone: str = "") -> str:
    lines = [words.say("URGENT: {who} has just called for help.", who=who)]
    if hamlet:
        lines.append(words.say("Lives in: {hamlet}.", hamlet=hamlet))
    if phone:
        lines.append(words.say("Phone: {phone}.", phone=formats.phone(phone)))
    lines.append(words.say("Please phone or go there at once. If a life is in danger, phone 115."))
    return "\n".join(lines)


@moment("misunderstood.only_a_number")
def only_a_number(words: Words, typed: str) -> str:
    return words.say("You typed only “{typed}”. Shall I write just that?", typed=typed)


@moment("misunderstood.asked_or_answered")
def asked_or_answered(words: Words, typed: str) -> str:
    """Words that ask something came where any words are an answer."""
    return words.say(
        "Is “{typed}” a question to me, or shall I write it down as your answer?", typed=typed
    )


@moment("misunderstood.take_your_time")
def take_your_time(words: Words) -> str:
    return words.say("Take your time, I am waiting.")


@moment("misunderstood.does_not_matter")
def does_not_matter(words: Words) -> str:
    """The first time that somebody does not know or remember."""
    return words.say(
        "That does not matter. Once you remember, type it here; or type “stop”, and we leave it "
        "for another time."
    )


@moment("misunderstood.cannot_explain")
def cannot_explain(words: Words) -> str:
    """To a question back; whom to phone follows."""
    return words.say("I cannot tell you more about that myself.")


@moment("misunderstood.too_much")
def too_much(words: Words, example: Spoken) -> str:
    return words.say("That is more than is possible here. I can write: {example}", example=example)


@moment("misunderstood.too_little")
def too_little(words: Words, example: Spoken) -> str:
    return words.say("That is less than is possible here. I can write: {example}", example=example)
