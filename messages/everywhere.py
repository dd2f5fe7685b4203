"""What is said in every dialogue: navigation, not understood, old buttons, faults."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("everywhere.sent_again")
def sent_again(words: Words) -> str:
    return words.say("(Sent again, in case the first did not reach you)")


@moment("everywhere.interrupted")
def interrupted(words: Words) -> str:
    """To who was talking when Liên stopped, where a message may have been lost with it."""
    return words.say(
        "I had to stop for a moment.\n"
        "If I have not answered what you wrote last, please write it once more."
    )


@moment("everywhere.type_a_number")
def type_a_number(words: Words) -> str:
    return words.say("Please type the number of your choice.")


@moment("everywhere.type_one_of_these")
def type_one_of_these(words: Words) -> str:
    """Under numbers that are offered as the answer to a question after a number."""
    return words.say("Please type one of these numbers, or another one.")


@moment("everywhere.type_the_words")
def type_the_words(words: Words) -> str:
    return words.say("Please type what you choose.")


@moment("everywhere.or_type")
def or_type(words: Words, listed: str) -> str:
    return words.say("Or type: {listed}", listed=listed)


@moment("everywhere.plain")
def plain(words: Words, text: str) -> str:
    """A text that is the same in every language: a name, a place, a purpose somebody typed."""
    return text


@moment("everywhere.listed")
def listed(words: Words, listed: Sequence[str]) -> str:
    """Names one after another."""
    return ", ".join(listed)


@moment("everywhere.back")
def back(words: Words) -> str:
    return words.say("Back")


@moment("everywhere.repeat")
def repeat(words: Words) -> str:
    return words.say("Say it again")


@moment("everywhere.stop")
def stop(words: Words) -> str:
    return words.say("Stop")


@moment("everywhere.person")
def person(words: Words) -> str:
    return words.say("Call a person")


@moment("everywhere.yes")
def yes(words: Words) -> str:
    return words.say("Yes")


@moment("everywhere.no")
def no(words: Words) -> str:
    return words.say("No")


@moment("everywhere.right")
def right(words: Words) -> str:
    return words.say("All correct")


@moment("everywhere.wrong")
def wrong(words: Words) -> str:
    return words.say("Not correct")


@moment("everywhere.more")
def more(words: Words) -> str:
    return words.say("More")


@moment("everywhere.skip")
def skip(words: Words) -> str:
    return words.say("Skip")


@moment("everywhere.menu")
def menu_word(words: Words) -> str:
    return words.say("What can I do here?")


@moment("everywhere.in_words_please")
def in_words_please(words: Words) -> str:
    """A number was typed where money is agreed to."""
    return words.say(
        "This is about money, so a number is not enough. If it is right, please type “right”; "
        "if not, type “not right”."
    )


@moment("everywhere.said_twice")
def said_twice(words: Words) -> str:
    """The same words came twice, the second time where money is agreed to."""
    return words.say(
        "The same came twice. To be sure about the money: please look at it and answer once more."
    )


@moment("everywhere.which_do_you_mean")
def which_do_you_mean(words: Words) -> str:
    return words.say("Which one do you mean?")


@moment("everywhere.is_it_right")
def is_it_right(words: Words) -> str:
    if not words.buttons:
        return words.say(
            "That is more than usual. If right, please type its number; if not, type it again."
        )
    return words.say(
        "That is more than usual. If it is right, please press it; if not, type it again."
    )


@moment("everywhere.name_or_stop")
def name_or_stop(words: Words) -> str:
    return words.say("Is that the name, or would you like to stop?")


@moment("everywhere.stop_here")
def stop_here(words: Words) -> str:
    """Beside an answer that may itself be the word 'stop'."""
    return words.say("Stop here")


@moment("everywhere.first_question")
def first_question(words: Words) -> str:
    return words.say("This is the first question; there is nothing before it.")


@moment("everywhere.cannot_go_on")
def cannot_go_on(words: Words) -> str:
    return words.say(
        "What you began some time ago is done in another way now, so please begin it once more. "
        "Nothing has been recorded."
    )


@moment("everywhere.not_a_command")
def not_a_command(words: Words) -> str:
    return words.say("Sorry, I do not know that command.")


@moment("everywhere.no_longer_fits")
def no_longer_fits(words: Words) -> str:
    return words.say("Things have changed since your answer, so I have to ask once more.")


@moment("everywhere.read_again")
def read_again(words: Words) -> str:
    return words.say("Something has changed meanwhile. Please look at it once more.")


@moment("everywhere.we_were_here")
def we_were_here(words: Words, left: int, what: Spoken = "", so_far: Sequence[Spoken] = ()) -> str:
    lines = []
    if what:
        lines.append(words.say("We stopped in the middle of “{what}”.", what=what))
    if so_far:
        answers = ", ".join(str(each) for each in so_far)
        lines.append(words.say("So far you answered: {answers}.", answers=answers))
    return "\n".join([*lines, _questions_left(words, left)])


def _questions_left(words: Words, left: int) -> str:
    return words.plural(
        "About one question is left. If you want something else, type “stop”.",
        "About {count} questions are left. If you want something else, type “stop”.",
        left,
    )


@moment("everywhere.go_on")
def go_on(words: Words) -> str:
    return words.say("Go on")


@moment("everywhere.throw_away")
def throw_away(words: Words) -> str:
    return words.say("Throw it away")


@moment("everywhere.thrown_away")
def thrown_away(words: Words) -> str:
    return words.say("It is thrown away. Nothing has been recorded.")


@moment("everywhere.parked")
def parked(words: Words, what: Spoken) -> str:
    return words.say("I have kept “{what}” for later.", what=what)


@moment("everywhere.oldest_closed")
def oldest_closed(words: Words, what: Spoken) -> str:
    return words.say("“{what}” has been unfinished the longest, so I have closed it.", what=what)


@moment("everywhere.only_text")
def only_text(words: Words) -> str:
    if not words.buttons:
        return words.say("I cannot see pictures or hear voices yet. Please write to me.")
    return words.say(
        "I cannot see pictures or hear voices yet. Please write to me or press a button."
    )


@moment("everywhere.edited")
def edited(words: Words) -> str:
    return words.say(
        "I saw that you changed an earlier message. I go only by new messages; please send "
        "it again."
    )


@moment("everywhere.not_here")
def not_here(words: Words) -> str:
    return words.say("I speak only in private. Please write to me in our own chat.")


@moment("everywhere.our_fault")
def our_fault(words: Words, number: int) -> str:
    return words.say(
        "I am sorry, something went wrong on my side, not on yours. Nothing was recorded by it. "
        "If you tell the board, the number is {number}.",
        number=number,
    )


@moment("everywhere.too_fast")
def too_fast(words: Words) -> str:
    return words.say(
        "That was faster than I can read. I have not read your last messages. "
        "Please wait three minutes and send them once more."
    )


@moment("everywhere.do_not_know")
def do_not_know(words: Words) -> str:
    return words.say("Sorry, I did not understand that. Here is what I can do for you:")


@moment("everywhere.not_that")
def not_that(words: Words) -> str:
    """Beside the one thing that was understood and is asked back."""
    return words.say("No, not that")


@moment("everywhere.somebody_in_need")
def somebody_in_need(words: Words) -> str:
    return words.say(
        "If somebody is hurt or in danger, please phone 115 at once and call out to the neighbours."
    )


@moment("everywhere.nothing_to_stop")
def nothing_to_stop(words: Words) -> str:
    return words.say("Nothing is open, so there is nothing to stop.")


@moment("everywhere.too_long")
def too_long(words: Words) -> str:
    return words.say("That message is very long. Please write a little shorter.")


@moment("everywhere.language_changed")
def language_changed(words: Words) -> str:
    return words.say("From now on I speak English with you.")
